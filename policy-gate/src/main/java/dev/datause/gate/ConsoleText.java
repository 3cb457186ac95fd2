package dev.datause.gate;

import java.util.Optional;

/** Writes a report as people read it in the output of a build. */
final class ConsoleText {
    private ConsoleText() {}

    static String of(Report report) {
        StringBuilder out = new StringBuilder(report.note());
        if (!report.note().isEmpty() && !report.note().endsWith("\n")) {
            out.append('\n');
        }
        for (Report.Check check : report.checks()) {
            Optional<Fix> told = Optional.empty();
            for (Judged judged : check.findings()) {
                out.append(FindingText.of(judged, told)).append('\n');
                told = judged.setAside() ? told : judged.finding().fix();
            }
            if (!check.whole()) {
                out.append("and ").append(check.left()).append(" more, not listed\n");
            }
        }
        report.workflow().forEach(judged -> out.append(judged.text()).append('\n'));
        for (Report.Check check : report.checks()) {
            out.append(check.account()).append('\n').append(check.summary()).append('\n');
        }
        return out.toString();
    }
}
