package dev.datause.gate;

import dev.datause.document.Shown;
import java.util.stream.Collectors;

/** Writes a finding as people read it. */
final class FindingText {
    private static final int LONGEST_NAME = 200;

    private FindingText() {}

    static String of(Finding finding) {
        StringBuilder out = new StringBuilder(400);
        out.append('[').append(finding.code().id()).append("] ");
        finding.at().ifPresent(at -> out.append(at).append("  "));
        out.append(finding.what());
        finding.snippet().ifPresent(snippet -> out.append('\n').append(snippet));
        finding.flow()
                .flatMap(Flow::dataset)
                .ifPresent(dataset -> line(
                        out,
                        "flow",
                        name(dataset) + " -> "
                                + name(finding.flow().orElseThrow().pipeline())));
        finding.witness().ifPresent(witness -> line(out, "witness", Shown.escaped(witness.story())));
        if (!finding.reasons().isEmpty()) {
            line(out, "rule", reason(finding.reasons().get(0)));
        }
        if (finding.reasons().size() > 1) {
            line(
                    out,
                    "also",
                    finding.reasons().stream()
                            .skip(1)
                            .map(reason -> Shown.escaped(reason.rule().orElse("no rule permits it")))
                            .collect(Collectors.joining(", ")));
        }
        line(out, "do", finding.remedy() + "   (" + finding.code().page() + ")");
        return out.toString();
    }

    /** A name from metadata, fit to be shown. */
    static String name(String name) {
        return Shown.escaped(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name);
    }

    private static void line(StringBuilder out, String label, String text) {
        out.append("\n  ").append(label).append(" ".repeat(9 - label.length())).append(text);
    }

    private static String reason(Reason reason) {
        StringBuilder out = new StringBuilder();
        out.append(Shown.escaped(reason.rule().orElse(reason.sentence())));
        if (reason.source().isPresent()) {
            out.append(" (").append(Shown.escaped(reason.source().get()));
            reason.quote()
                    .ifPresent(quote ->
                            out.append(": \"").append(Shown.escaped(quote)).append('"'));
            out.append(')');
        }
        if (!reason.missing().isEmpty()) {
            out.append("; not known: ").append(Shown.escaped(String.join(", ", reason.missing())));
        }
        return out.toString();
    }
}
