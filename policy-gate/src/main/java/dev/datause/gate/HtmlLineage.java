package dev.datause.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes what flows to each purpose into a page: as a drawing, and as a table. */
final class HtmlLineage {
    /** Of more than so many stations a drawing tells nobody anything; the table still does. */
    private static final int MOST_DRAWN = 160;

    private HtmlLineage() {}

    static void write(Report.Check check, String suffix, Markup out) {
        List<Reach> reaches = check.result().reaches();
        if (reaches.isEmpty()) {
            out.element("p", "No pipeline was found that uses data for a purpose of the policy.")
                    .line();
            return;
        }
        out.open("ul", "class", "legend").line();
        for (String line : List.of(
                "rectangle: a dataset or one of its fields",
                "arrow: a step",
                "round: the purpose",
                "dashed: flows back")) {
            out.element("li", line).line();
        }
        out.end();
        for (int i = 0; i < reaches.size(); i++) {
            reach(reaches.get(i), check.findings(), "reach" + suffix + "-" + (i + 1), out);
        }
    }

    private static void reach(Reach reach, List<Judged> findings, String id, Markup out) {
        String title = "What reaches " + reach.purpose();
        out.element("h3", title, "id", id).line();
        String words = count(reach.stations().size(), "station") + " and "
                + count(reach.edges().size(), "flow");
        out.element("p", reach.whole() ? words + "." : words + ", the nearest to the purpose; there are more.")
                .line();
        if (reach.stations().size() <= MOST_DRAWN && !reach.stations().isEmpty()) {
            out.open("figure");
            out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", title);
            new Drawing(reach.stations(), reach.edges(), reach.purpose(), uses(reach, findings))
                    .write(out, id + "-svg", title, words + "; the table below holds the same.");
            out.close().end();
        }
        out.open("details").element("summary", "The same as a table");
        out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", title + ", as a table");
        out.open("table")
                .element("caption", "Every flow towards " + reach.purpose())
                .line();
        out.open("thead").open("tr");
        for (String head : List.of("From", "Kind", "To", "Kind", "Declared at")) {
            out.element("th", head, "scope", "col");
        }
        out.close().close().open("tbody").line();
        for (Reach.Edge edge : reach.edges()) {
            Hop from = reach.stations().get(edge.from());
            Hop to = reach.stations().get(edge.to());
            out.open("tr").element("th", FindingText.name(from.toString()), "scope", "row");
            out.element("td", kind(from)).element("td", FindingText.name(to.toString()));
            out.element("td", kind(to));
            out.element("td", to.at().map(Location::toString).orElse(""), "class", "mono");
            out.end();
        }
        out.close().close().close().end();
    }

    /** The steps that findings name as users of data for this purpose. */
    private static Set<Integer> uses(Reach reach, List<Judged> findings) {
        Set<String> names = new HashSet<>();
        for (Judged judged : findings) {
            judged.finding()
                    .flow()
                    .filter(flow ->
                            flow.purpose().filter(reach.purpose()::equals).isPresent())
                    .ifPresent(flow -> names.add(flow.pipeline()));
        }
        Set<Integer> uses = new HashSet<>();
        for (int i = 0; i < reach.stations().size(); i++) {
            Hop hop = reach.stations().get(i);
            if (hop.kind() == Hop.Kind.STEP && names.contains(hop.name())) {
                uses.add(i);
            }
        }
        return uses;
    }

    private static String kind(Hop hop) {
        return switch (hop.kind()) {
            case DATASET -> "dataset";
            case STEP -> "step";
        };
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
