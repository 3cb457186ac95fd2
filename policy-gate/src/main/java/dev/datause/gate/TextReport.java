package dev.datause.gate;

import java.nio.charset.StandardCharsets;

/** The report as the build prints it, after one line with the verdict. */
final class TextReport implements ReportWriter {
    @Override
    public String format() {
        return "text";
    }

    @Override
    public String file(String name) {
        return name + ".txt";
    }

    @Override
    public byte[] write(Report report) {
        return ("verdict: " + report.ending().word() + "\n" + report.text()).getBytes(StandardCharsets.UTF_8);
    }
}
