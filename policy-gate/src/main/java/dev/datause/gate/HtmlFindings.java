package dev.datause.gate;

import dev.datause.Policy;
import dev.datause.document.JsonDocument;
import java.util.List;
import java.util.Optional;

/** Writes findings into a page: those that count or warn one by one, the first of very many; the others in a table. */
final class HtmlFindings {
    private static final int MOST = 200;

    private final Policy policy;
    private final int number;

    /**
     * Findings of one check.
     *
     * @param number of the check in the page, so that ids differ
     */
    HtmlFindings(Policy policy, int number) {
        this.policy = policy;
        this.number = number;
    }

    void write(List<Judged> findings, int left, Markup out) {
        List<Judged> open = findings.stream().filter(one -> !one.setAside()).toList();
        List<Judged> rest = open.subList(Math.min(MOST, open.size()), open.size());
        if (open.isEmpty()) {
            out.element("p", findings.isEmpty() ? "None." : "None that counts.").line();
        }
        open.stream().limit(MOST).forEach(judged -> article(judged, out));
        if (!rest.isEmpty()) {
            table("Further findings, in few words", rest, out);
        }
        if (left > 0) {
            out.element("p", "And " + left + " more, not listed in any report.").line();
        }
        List<Judged> aside = findings.stream().filter(Judged::setAside).toList();
        if (!aside.isEmpty()) {
            table("Findings that do not count", aside, out);
        }
    }

    private String id(Judged judged) {
        return "f" + number + "-" + judged.fingerprint();
    }

    private static void tag(Judged judged, Markup out) {
        String word = ReportJson.word(judged);
        String kind = judged.verdict() == Verdict.VIOLATED ? "bad" : judged.setAside() ? "ok" : "warn";
        out.element("span", word, "class", "tag " + kind);
    }

    private static String place(Finding finding) {
        return finding.at().map(Location::toString).orElse("");
    }

    private void table(String caption, List<Judged> findings, Markup out) {
        out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        out.open("table").element("caption", caption).line();
        out.open("thead").open("tr");
        for (String head : List.of("Finding", "Where", "What", "Standing")) {
            out.element("th", head, "scope", "col");
        }
        out.close().close().open("tbody").line();
        for (Judged judged : findings) {
            out.open("tr", "id", id(judged), "data-finding", judged.fingerprint(), "data-standing", standing(judged));
            out.open("th", "scope", "row", "class", "mono")
                    .text(judged.fingerprint())
                    .close();
            out.element("td", place(judged.finding()), "class", "mono");
            out.element("td", judged.finding().what(), "class", "words");
            out.open("td", "class", "words");
            tag(judged, out);
            out.text(" " + FindingText.standing(judged)).close().end();
        }
        out.close().close().end();
    }

    /** For tests and tools that read the page: whether a finding counts. */
    private static String standing(Judged judged) {
        return judged.counts() ? "counts" : judged.setAside() ? "aside" : "warns";
    }

    private void article(Judged judged, Markup out) {
        Finding finding = judged.finding();
        String id = id(judged);
        out.open(
                "article",
                "id",
                id,
                "aria-labelledby",
                id + "-h",
                "data-finding",
                judged.fingerprint(),
                "data-standing",
                standing(judged));
        out.open("header").open("p");
        out.element("strong", finding.code().id());
        tag(judged, out);
        out.element("code", place(finding)).close();
        String rule = finding.reasons().stream()
                .findFirst()
                .flatMap(Reason::rule)
                .map(name -> ", against " + name)
                .orElse("");
        out.element("h3", finding.what() + rule, "id", id + "-h").end();
        finding.snippet().ifPresent(snippet -> {
            out.open("pre", "role", "group", "tabindex", "0", "aria-label", "The line");
            out.text(snippet).end();
        });
        way(finding, id, out);
        out.open("dl", "class", "facts").line();
        finding.witness().ifPresent(witness -> {
            out.element("dt", "Witness").open("dd").text(witness.story());
            out.open("details").element("summary", "The same as a request for policy:decide (made up)");
            out.open("pre", "role", "group", "tabindex", "0", "aria-label", "The request");
            out.text(JsonDocument.write(witness.request()).strip()).close();
            out.close().end();
        });
        for (int i = 0; i < finding.reasons().size(); i++) {
            reason(i == 0 ? "Denied by" : "And by", finding.reasons().get(i), out);
        }
        finding.fix().ifPresent(fix -> fix(fix, out));
        out.element("dt", "Do")
                .open("dd")
                .text(finding.remedy() + " (" + finding.code().page() + ")")
                .end();
        if (!FindingText.standing(judged).isEmpty()) {
            out.element("dt", "Standing")
                    .element("dd", FindingText.standing(judged))
                    .line();
        }
        out.element("dt", "Id").open("dd").element("code", judged.fingerprint()).end();
        out.end().end();
    }

    private static void fix(Fix fix, Markup out) {
        String at = fix.at().map(place -> " at " + place).orElse("");
        out.element("dt", "Fix").open("dd").text("A guard" + at + ": " + fix.words());
        out.open("details").element("summary", "The guard as a manifest says it");
        out.open("pre", "role", "group", "tabindex", "0", "aria-label", "The guard")
                .text("guard: " + fix.guard());
        out.close().close().end();
    }

    private void way(Finding finding, String id, Markup out) {
        Optional<String> words = FindingText.path(finding);
        if (words.isEmpty()) {
            return;
        }
        Flow flow = finding.flow().orElseThrow();
        List<Hop> path = stations(flow);
        out.open("figure");
        out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", "The way of the data");
        Drawing.row(path, flow.purpose().orElse("any purpose"))
                .write(out, id + "-way", "The way of the data", words.get());
        out.end();
        out.element("figcaption", words.get(), "class", "way").end();
    }

    /** The stations of a way; where none are known, what it comes from and what uses it. */
    private static List<Hop> stations(Flow flow) {
        if (!flow.path().isEmpty()) {
            return PathEnds.of(flow.path(), 40);
        }
        Hop step = new Hop(Hop.Kind.STEP, flow.pipeline(), Optional.empty(), Optional.empty());
        return flow.dataset()
                .map(dataset -> List.of(new Hop(Hop.Kind.DATASET, dataset, Optional.empty(), Optional.empty()), step))
                .orElse(List.of(step));
    }

    private void reason(String label, Reason reason, Markup out) {
        out.element("dt", label).open("dd");
        reason.rule().ifPresent(rule -> {
            out.open("p").text("Rule ").element("a", rule, "href", "#rule-" + rule);
            if (!reason.missing().isEmpty()) {
                out.text("; not known: " + String.join(", ", reason.missing()));
            }
            out.close();
        });
        out.element("p", reason.sentence());
        List<Policy.Citation> citations = ReportJson.citations(reason, Optional.of(policy));
        citations.stream().limit(1).forEach(citation -> HtmlPolicy.quote(citation, out));
        if (citations.size() > 1) {
            out.open("details")
                    .element(
                            "summary",
                            citations.size() == 2 ? "1 more citation" : (citations.size() - 1) + " more citations");
            citations.stream().skip(1).forEach(citation -> HtmlPolicy.quote(citation, out));
            out.close();
        }
        out.end();
    }
}
