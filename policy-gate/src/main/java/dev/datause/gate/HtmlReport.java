package dev.datause.gate;

import dev.datause.DataUsePolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The report as one page for people: no script, nothing from anywhere else, and a policy of its own that forbids both to
 * whatever a name may hold. Well-formed XML too.
 */
final class HtmlReport implements ReportWriter {
    private static final String STYLE = style();

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String format() {
        return "html";
    }

    @Override
    public String file(String name) {
        return name + ".html";
    }

    @Override
    public byte[] write(Report report) {
        Markup out = new Markup();
        out.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        head(report, out);
        out.open("body").line();
        out.element("a", "Skip to the report", "class", "skip", "href", "#main").line();
        List<Section> sections = sections(report);
        banner(report, sections, out);
        out.open("main", "id", "main").line();
        for (Section section : sections) {
            out.open("section", "aria-labelledby", section.id()).line();
            out.element("h2", section.title(), "id", section.id()).line();
            section.body().write(out);
            out.end();
        }
        out.end();
        out.open("footer")
                .element("p", "Written by Datause. Every member in this page is made up.")
                .end();
        out.end().end();
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A part of the page with a heading of its own. */
    private record Section(String id, String title, Body body) {}

    /** Writes what stands below a heading. */
    private interface Body {
        void write(Markup out);
    }

    private static List<Section> sections(Report report) {
        List<Section> sections = new ArrayList<>();
        boolean several = report.checks().size() > 1;
        for (int i = 0; i < report.checks().size(); i++) {
            Report.Check check = report.checks().get(i);
            String under = several ? " under the reading " + check.result().reading() : "";
            String suffix = several ? "-" + (i + 1) : "";
            HtmlFindings findings = new HtmlFindings(check.policy().policy(), i + 1);
            sections.add(new Section(
                    "findings" + suffix,
                    "Findings" + under,
                    out -> findings.write(check.findings(), check.left(), out)));
            sections.add(
                    new Section("lineage" + suffix, "Lineage" + under, out -> HtmlLineage.write(check, suffix, out)));
        }
        if (!report.workflow().isEmpty()) {
            sections.add(new Section(
                    "workflow",
                    "Waivers, watches and the baseline",
                    out -> new HtmlFindings(report.checks().get(0).policy().policy(), 0)
                            .write(report.workflow(), 0, out)));
        }
        for (int i = 0; i < report.checks().size(); i++) {
            DataUsePolicy policy = report.checks().get(i).policy();
            String under = several ? " under the reading " + policy.reading().name() : "";
            String id = "matrix" + (several ? "-" + (i + 1) : "");
            sections.add(new Section(
                    id, "Who is permitted what, from when" + under, out -> HtmlMatrix.write(policy, id, out)));
        }
        if (!report.checks().isEmpty()) {
            sections.add(new Section(
                    "questions", "Questions and readings", out -> HtmlPolicy.questions(report.checks(), out)));
            sections.add(
                    new Section("sources", "Rules and their sources", out -> HtmlPolicy.rules(report.checks(), out)));
        }
        return sections;
    }

    private static void head(Report report, Markup out) {
        out.open("head").line();
        out.empty("meta", "charset", "utf-8").line();
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        out.empty(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
                .line();
        out.element("title", "Data use: " + report.ending().word()).line();
        out.open("style").raw("\n" + STYLE).end();
        out.end();
    }

    private static void banner(Report report, List<Section> sections, Markup out) {
        out.open("header").line();
        out.element("h1", "Data use of the pipelines").line();
        String kind = switch (report.ending()) {
            case PASSED, NOTHING_TO_CHECK -> "ok";
            case SKIPPED, COULD_NOT_CHECK -> "warn";
            case VIOLATIONS -> "bad";
        };
        out.open("div", "class", "verdict " + kind).open("p").text("Verdict: ");
        out.element("strong", report.ending().word()).end();
        out.element("p", words(report.ending())).line();
        if (!report.note().isEmpty()) {
            out.element("pre", report.note().strip()).line();
        }
        out.end();
        for (Report.Check check : report.checks()) {
            counts(check, out);
        }
        if (!sections.isEmpty()) {
            out.open("nav", "aria-label", "Contents").open("ul").line();
            for (Section section : sections) {
                out.open("li")
                        .element("a", section.title(), "href", "#" + section.id())
                        .end();
            }
            out.close().end();
        }
        out.end();
    }

    private static String words(Ending ending) {
        return switch (ending) {
            case PASSED -> "Everything was checked, and nothing counts against it.";
            case NOTHING_TO_CHECK -> "There is nothing to check, as declared.";
            case SKIPPED -> "Nothing was checked: somebody told the check to do nothing.";
            case COULD_NOT_CHECK -> "Not everything could be checked. This is no pass.";
            case VIOLATIONS -> "Something is not permitted.";
        };
    }

    private static void counts(Report.Check check, Markup out) {
        GateReport result = check.result();
        Completeness account = result.completeness();
        out.open("p").text("Policy ");
        out.element("strong", result.policy()).text(", reading ");
        out.element("strong", result.reading()).text(", as of ");
        out.element("strong", result.asOf().toString()).text(": ");
        out.text(Ending.of(check.verdict()).word()).text(".").end();
        out.open("dl", "class", "counts").line();
        count("Findings", check.counting(), out);
        count("Warnings", check.warnings(), out);
        count("Waived", check.waived(), out);
        count("In the baseline", check.baselined(), out);
        count("Pipelines", result.pipelines(), out);
        count("Datasets", result.datasets(), out);
        if (result.steps() > 0) {
            count("Other steps", result.steps(), out);
        }
        out.end();
        out.element(
                        "p",
                        "Of " + account.seen() + " things to look at, " + account.understood() + " were understood, "
                                + account.ignored() + " ignored by rule, and " + account.couldNotCheck()
                                + " could not be checked.")
                .line();
    }

    private static void count(String what, int count, Markup out) {
        out.open("div")
                .element("dt", what)
                .element("dd", Integer.toString(count))
                .end();
    }
}
