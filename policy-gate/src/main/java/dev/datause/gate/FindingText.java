package dev.datause.gate;

import dev.datause.document.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a finding as people read it. */
final class FindingText {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_STATIONS = 24;

    private FindingText() {}

    static String of(Finding finding) {
        StringBuilder out = new StringBuilder(400);
        out.append('[').append(finding.code().id()).append("] ");
        finding.at().ifPresent(at -> out.append(at).append("  "));
        out.append(finding.what());
        finding.snippet().ifPresent(snippet -> out.append('\n').append(snippet));
        finding.flow().map(FindingText::way).filter(way -> !way.isEmpty()).ifPresent(way -> line(out, "flow", way));
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

    /** The stations in a row; in the middle of a very long way some are only counted. */
    private static String way(Flow flow) {
        List<String> path = names(flow.path());
        if (path.isEmpty()) {
            return flow.dataset()
                    .map(dataset -> name(dataset) + " -> " + name(flow.pipeline()))
                    .orElse("");
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            if (i == MOST_STATIONS / 2 && path.size() > MOST_STATIONS) {
                int left = path.size() - MOST_STATIONS;
                out.append(" -> (").append(left).append(" more)");
                i += left;
            }
            out.append(i == 0 ? "" : " -> ").append(name(path.get(i)));
        }
        return out.toString();
    }

    /** The names of stations; a step that is called like the dataset it makes is no station of its own. */
    private static List<String> names(List<Hop> path) {
        List<String> names = new ArrayList<>();
        for (Hop hop : path) {
            String name = hop.toString();
            if (names.isEmpty() || !names.get(names.size() - 1).equals(name)) {
                names.add(name);
            }
        }
        return names;
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
