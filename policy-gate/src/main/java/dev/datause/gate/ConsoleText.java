package dev.datause.gate;

/** Writes a report as people read it in the output of a build. */
final class ConsoleText {
    private ConsoleText() {}

    static String of(Report report) {
        StringBuilder out = new StringBuilder(report.note());
        if (!report.note().isEmpty() && !report.note().endsWith("\n")) {
            out.append('\n');
        }
        for (Report.Check check : report.checks()) {
            check.findings().forEach(judged -> out.append(judged.text()).append('\n'));
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
