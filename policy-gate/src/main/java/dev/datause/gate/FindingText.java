package dev.datause.gate;

import dev.datause.document.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a finding as people read it. */
final class FindingText {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_STATIONS = 24;

    private FindingText() {}

    /** A finding with what becomes of it; of one that is set aside only that. */
    static String of(Judged judged) {
        return of(judged, Optional.empty());
    }

    /** The same, after another finding: a fix that is the same is not told twice. */
    static String of(Judged judged, Optional<Fix> told) {
        StringBuilder out = new StringBuilder(400);
        if (judged.setAside()) {
            head(judged.finding(), out);
        } else {
            out.append(of(judged.finding(), told));
        }
        String standing = standing(judged);
        switch (judged.standing().kind()) {
            case COUNTS -> {}
            case FAILS -> line(out, "counts", "failOnStaleBaseline: this project takes it for a violation");
            case WATCHED -> line(out, "watched", standing);
            case WAIVED -> line(out, "waived", standing);
            case BASELINED -> line(out, "baseline", standing);
        }
        line(out, "id", judged.fingerprint());
        return out.toString();
    }

    /** Why a finding does not count, by whom, and until when; empty text where it counts. */
    static String standing(Judged judged) {
        Standing standing = judged.standing();
        String until = standing.until().map(day -> "until " + day + " ").orElse("");
        String owner = standing.owner().isEmpty() ? "" : "by " + Shown.escaped(standing.owner()) + ": ";
        return until + owner + Shown.escaped(standing.reason());
    }

    private static void head(Finding finding, StringBuilder out) {
        out.append('[').append(finding.code().id()).append("] ");
        finding.at().ifPresent(at -> out.append(at).append("  "));
        out.append(finding.what());
    }

    /** The way of the data: the stations, or where none are known, what uses it and what it comes from. */
    static Optional<String> path(Finding finding) {
        Optional<Flow> flow = finding.flow();
        if (flow.isEmpty()) {
            return Optional.empty();
        }
        List<Hop> path = flow.get().path();
        if (path.isEmpty()) {
            return flow.get()
                    .dataset()
                    .map(dataset -> name(dataset) + " -> " + name(flow.get().pipeline()));
        }
        List<String> shown = new ArrayList<>();
        List<Hop> told = told(path);
        List<Hop> ends = PathEnds.of(told, MOST_STATIONS);
        for (int i = 0; i < ends.size(); i++) {
            String module = module(ends.get(i));
            boolean begins = !module.isEmpty() && (i == 0 || !module.equals(module(ends.get(i - 1))));
            shown.add((begins ? name(module) + ": " : "") + name(ends.get(i).toString()));
        }
        if (told.size() > shown.size()) {
            shown.add(shown.size() / 2, "(" + (told.size() - shown.size()) + " more)");
        }
        return Optional.of(String.join(" -> ", shown));
    }

    /** The other module that a station lies in, or empty text. */
    private static String module(Hop hop) {
        String file = hop.at().map(Location::file).orElse("");
        int end = file.indexOf(Imported.INSIDE);
        return end < 0 ? "" : file.substring(0, end);
    }

    /** The stations but those called like the one before: a step that is named like the dataset it makes. */
    private static List<Hop> told(List<Hop> path) {
        List<Hop> told = new ArrayList<>();
        for (Hop hop : path) {
            if (told.isEmpty() || !told.get(told.size() - 1).toString().equals(hop.toString())) {
                told.add(hop);
            }
        }
        return told;
    }

    static String of(Finding finding) {
        return of(finding, Optional.empty());
    }

    private static String of(Finding finding, Optional<Fix> told) {
        StringBuilder out = new StringBuilder(400);
        head(finding, out);
        finding.snippet().ifPresent(snippet -> out.append('\n').append(snippet));
        path(finding).ifPresent(path -> line(out, "flow", path));
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
        boolean again = finding.fix().equals(told);
        fix(finding).ifPresent(fix -> line(out, "fix", again ? "the same guard as above" : fix));
        line(out, "do", finding.remedy() + "   (" + finding.code().page() + ")");
        return out.toString();
    }

    /** A name from metadata, fit to be shown. */
    static String name(String name) {
        return Shown.escaped(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name);
    }

    /** The guard that would do, and where it belongs. */
    static Optional<String> fix(Finding finding) {
        return finding.fix()
                .map(fix -> "guard: " + Shown.escaped(fix.guard()) + "   (" + Shown.escaped(fix.words()) + ")"
                        + fix.at().map(at -> " at " + at).orElse(""));
    }

    private static void line(StringBuilder out, String label, String text) {
        out.append("\n  ")
                .append(label)
                .append(" ".repeat(Math.max(1, 9 - label.length())))
                .append(text);
    }

    /** The rule, or why nothing permits, with the words of its source. */
    static String reason(Reason reason) {
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
