package dev.datause.gate;

import dev.datause.Policy;
import java.util.ArrayList;
import java.util.List;

/** Writes what the policy says into a page: its questions, what each reading answers, every rule, every citation. */
final class HtmlPolicy {
    private HtmlPolicy() {}

    static void questions(List<Report.Check> checks, Markup out) {
        Policy policy = checks.get(0).policy().policy();
        if (policy.questions().isEmpty()) {
            out.element("p", "The policy asks no question.").line();
            return;
        }
        out.element(
                        "p",
                        "Where the documents disagree, the policy asks a question, and a reading answers it. The answers in use are marked.")
                .line();
        for (Policy.Question question : policy.questions()) {
            String id = "question-" + question.name();
            out.element("h3", question.name() + ": " + question.asks(), "id", id)
                    .line();
            String caption = "Answers to " + question.name();
            out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
            out.open("table").element("caption", caption).line();
            out.open("thead").open("tr");
            for (String head : List.of("Answer", "It says", "Readings", "Citations")) {
                out.element("th", head, "scope", "col");
            }
            out.close().close().open("tbody").line();
            question.answers().forEach(answer -> answer(question, answer, checks, out));
            out.close().close().end();
        }
    }

    private static void answer(Policy.Question question, Policy.Answer answer, List<Report.Check> checks, Markup out) {
        Policy policy = checks.get(0).policy().policy();
        List<String> used = new ArrayList<>();
        for (Report.Check check : checks) {
            if (answer.name().equals(check.policy().reading().answers().get(question.name()))) {
                used.add(check.policy().reading().name() + " (in use)");
            }
        }
        List<String> readings = new ArrayList<>(used);
        policy.readings().stream()
                .filter(reading -> answer.name().equals(reading.answers().get(question.name())))
                .map(reading -> reading.name())
                .filter(name -> !used.contains(name + " (in use)"))
                .forEach(readings::add);
        out.open("tr", "class", used.isEmpty() ? "" : "picked").element("th", answer.name(), "scope", "row");
        out.element("td", answer.says(), "class", "words").element("td", String.join(", ", readings));
        out.open("td", "class", "words");
        answer.citations().forEach(citation -> quote(citation, out));
        out.close().end();
    }

    static void rules(List<Report.Check> checks, Markup out) {
        Policy policy = checks.get(0).policy().policy();
        out.element("h3", "Rules", "id", "rules").line();
        for (Policy.Rule rule : policy.rules()) {
            out.open("details", "id", "rule-" + rule.id());
            out.open("summary").text(rule.id() + ", ").text(effect(rule)).close();
            out.element("p", rule.sentence());
            rule.citations().forEach(citation -> quote(citation, out));
            out.end();
        }
        out.element("h3", "Sources", "id", "documents").line();
        out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", "Sources");
        out.open("table").element("caption", "What the citations are from").line();
        out.open("thead").open("tr");
        for (String head : List.of("Key", "Title", "Where", "Trust", "Document")) {
            out.element("th", head, "scope", "col");
        }
        out.close().close().open("tbody").line();
        for (Policy.Source source : policy.sources()) {
            out.open("tr", "id", "source-" + source.key()).element("th", source.key(), "scope", "row");
            out.element("td", source.title(), "class", "words").element("td", source.where(), "class", "words");
            out.element("td", trust(source.trust()));
            out.element("td", source.document().orElse("")).end();
        }
        out.close().close().end();
    }

    private static String effect(Policy.Rule rule) {
        return rule.effect().toString().toLowerCase(java.util.Locale.ROOT);
    }

    private static String trust(Policy.Trust trust) {
        return trust.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /** The words of a source, and where they stand in it. */
    static void quote(Policy.Citation citation, Markup out) {
        out.open("blockquote").text("“" + citation.quote() + "” ");
        out.open("cite").element("a", citation.source(), "href", "#source-" + citation.source());
        out.text(", " + citation.locator()).close().close();
    }
}
