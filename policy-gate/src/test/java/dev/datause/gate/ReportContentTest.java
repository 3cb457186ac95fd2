package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.Limits;
import dev.datause.document.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reports say of findings, of what was not checked, and of what flows where. */
class ReportContentTest {
    private static final Completeness WHOLE = new Completeness(3, 3, 0, 0);
    private static final Fix FIX = new Fix("{not: {flag: minor}}", "no minors", Optional.empty());

    private static Finding finding(String what, Optional<Flow> flow, List<Reason> reasons, Optional<Fix> fix) {
        return new Finding(
                FindingCode.VIOLATION,
                Optional.of(new Location("m.yaml", new Position(1, 1))),
                what,
                Optional.empty(),
                flow,
                Optional.empty(),
                reasons,
                "do",
                fix);
    }

    private static Report report(
            List<Finding> findings,
            GateReport.Totals totals,
            Completeness completeness,
            Verdict verdict,
            List<Reach> reaches,
            Workflow workflow) {
        GateReport result = new GateReport(
                new GateReport.Subject("small", "strict", Given.AS_OF, 1, 1, 0),
                findings,
                totals,
                completeness,
                verdict,
                reaches);
        return ReportWritersTest.of(result, workflow);
    }

    private static Report report(List<Finding> findings, Workflow workflow) {
        return report(
                findings, new GateReport.Totals(findings.size(), 0), WHOLE, Verdict.VIOLATED, List.of(), workflow);
    }

    private static Workflow waiving(Finding finding) {
        String waivers = "format: 1\nwaivers:\n  - {finding: " + finding.fingerprint()
                + ", reason: it is mended, owner: o, expires: 2026-12-31}\n";
        return Workflow.none().waivers(Waivers.read("w.yaml", Given.bytes(waivers), Limits.STANDARD));
    }

    private static int count(String part, String text) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aFixIsReferredToOnlyWhereItWasTold() {
        Finding first = finding("a first", Optional.empty(), List.of(), Optional.of(FIX));
        Finding second = finding("a second", Optional.empty(), List.of(), Optional.of(FIX));
        Finding without = finding("a third", Optional.empty(), List.of(), Optional.empty());
        String full = "fix      guard: {not: {flag: minor}}   (no minors)";
        String again = "fix      the same guard as above";

        String both = report(List.of(first, second), Workflow.none()).text();
        assertEquals(1, count(full, both), both);
        assertEquals(1, count(again, both), both);
        String firstAside = report(List.of(first, second), waiving(first)).text();
        assertEquals(1, count(full, firstAside), firstAside);
        assertEquals(0, count(again, firstAside), firstAside);
        String between =
                report(List.of(first, without, second), waiving(without)).text();
        assertEquals(1, count(full, between), between);
        assertEquals(1, count(again, between), between);
        String neither = report(List.of(without), Workflow.none()).text();
        assertEquals(0, count("fix  ", neither), neither);
    }

    @Test
    void aLongNameIsCutAndSaysSo() {
        assertEquals("n".repeat(200), FindingText.name("n".repeat(200)));
        assertEquals("n".repeat(200) + "…", FindingText.name("n".repeat(201)));
    }

    @Test
    void whatIsNotKnownIsToldWithTheRuleThatAsksForIt() {
        Reason known = new Reason(Optional.of("no-stories"), "s", List.of(), Optional.empty(), Optional.empty());
        Reason unknown = new Reason(
                Optional.of("under-18"),
                "s",
                List.of("birth day", "country at use"),
                Optional.empty(),
                Optional.empty());
        assertEquals("no-stories", FindingText.reason(known));
        assertEquals("under-18; not known: birth day, country at use", FindingText.reason(unknown));
        assertFalse(page(finding("a", Optional.empty(), List.of(known), Optional.empty()), Standing.COUNTS)
                .contains("not known"));
        assertTrue(page(finding("a", Optional.empty(), List.of(unknown), Optional.empty()), Standing.COUNTS)
                .contains("; not known: birth day, country at use"));
    }

    private static String page(Finding finding, Standing standing) {
        return page(List.of(new Judged(finding, finding.fingerprint(), standing)));
    }

    private static String page(List<Judged> findings) {
        Markup out = new Markup();
        new HtmlFindings(Given.SMALL, 1).write(findings, 0, out);
        return out.toString();
    }

    @Test
    void onlyWhatSomebodySaidForAFindingIsItsStanding() {
        Finding finding = finding("a", Optional.empty(), List.of(), Optional.empty());
        assertFalse(page(finding, Standing.COUNTS).contains("<dt>Standing</dt>"));
        String watched = page(finding, new Standing(Standing.Kind.WATCHED, "it is new", "o", Optional.of(Given.AS_OF)));
        assertTrue(watched.contains("<dt>Standing</dt><dd>until 2026-11-22 by o: it is new</dd>"), watched);
    }

    @Test
    void aPageWithoutFindingsSaysWhetherThereAreNone() {
        Finding finding = finding("a", Optional.empty(), List.of(), Optional.empty());
        assertTrue(page(List.of()).contains("<p>None.</p>"));
        assertTrue(page(finding, Standing.BASELINED).contains("<p>None that counts.</p>"));
        assertFalse(page(finding, Standing.COUNTS).contains("<p>None"));
    }

    @Test
    void aFindingWithoutAWayHasNoDrawing() {
        Finding nowhere = finding("a", Optional.empty(), List.of(), Optional.empty());
        Finding somewhere = finding(
                "a",
                Optional.of(new Flow("p", Optional.of("raw"), Optional.empty(), Optional.empty(), List.of())),
                List.of(),
                Optional.empty());
        Finding unknown = finding(
                "a",
                Optional.of(new Flow("p", Optional.empty(), Optional.empty(), Optional.empty(), List.of())),
                List.of(),
                Optional.empty());
        assertFalse(page(nowhere, Standing.COUNTS).contains("<svg"));
        assertFalse(page(unknown, Standing.COUNTS).contains("<svg"));
        assertTrue(page(somewhere, Standing.COUNTS).contains("<figcaption class=\"way\">raw -&gt; p</figcaption>"));
    }

    @Test
    void whatCouldNotBeCheckedIsNoPassWithoutAnyFinding() {
        Completeness open = new Completeness(3, 2, 0, 1);
        GateReport.Totals none = new GateReport.Totals(0, 0);
        assertEquals(
                Ending.PASSED,
                report(List.of(), none, WHOLE, Verdict.PASSED, List.of(), Workflow.none())
                        .ending());
        Report unchecked = report(List.of(), none, open, Verdict.COULD_NOT_CHECK, List.of(), Workflow.none());
        assertEquals(Verdict.COULD_NOT_CHECK, unchecked.checks().get(0).verdict());
        assertEquals(Ending.COULD_NOT_CHECK, unchecked.ending());
    }

    @Test
    void whatWasNotKeptCountsThoughAllThatWasKeptIsWaived() {
        Finding kept = finding("a", Optional.empty(), List.of(), Optional.empty());
        Report whole = report(List.of(kept), waiving(kept));
        assertEquals(Verdict.PASSED, whole.checks().get(0).verdict());
        Report cut =
                report(List.of(kept), new GateReport.Totals(2, 0), WHOLE, Verdict.VIOLATED, List.of(), waiving(kept));
        assertEquals(Verdict.VIOLATED, cut.checks().get(0).verdict());
        assertEquals(Ending.VIOLATIONS, cut.ending());
    }

    private static String lineage(Reach reach, List<Finding> findings) {
        Report report = report(
                findings,
                new GateReport.Totals(findings.size(), 0),
                WHOLE,
                findings.isEmpty() ? Verdict.PASSED : Verdict.VIOLATED,
                List.of(reach),
                Workflow.none());
        Markup out = new Markup();
        HtmlLineage.write(report.checks().get(0), "", out);
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,true", "159,true", "160,true", "161,false", "400,false"})
    void whatIsTooManyForADrawingIsATableAlone(int stations, boolean drawn) {
        List<Hop> all = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
            all.add(new Hop(Hop.Kind.DATASET, "d" + i, Optional.empty(), Optional.empty()));
        }
        String page = lineage(new Reach("ads", all, List.of(), true), List.of());
        assertEquals(drawn, page.contains("<figure"), page);
        assertTrue(page.contains("<table"), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ads", "training", ""})
    void aStepThatAFindingNamesLeadsToThePurposeThoughItsDataGoesOn(String purpose) {
        List<Hop> stations = List.of(
                new Hop(Hop.Kind.DATASET, "raw", Optional.empty(), Optional.empty()),
                new Hop(Hop.Kind.STEP, "rank", Optional.empty(), Optional.empty()),
                new Hop(Hop.Kind.DATASET, "rank", Optional.empty(), Optional.empty()),
                new Hop(Hop.Kind.STEP, "show", Optional.empty(), Optional.empty()));
        Reach reach = new Reach(
                "ads", stations, List.of(new Reach.Edge(0, 1), new Reach.Edge(1, 2), new Reach.Edge(2, 3)), true);
        Flow flow = new Flow(
                "rank",
                Optional.of("raw"),
                Optional.of("profile"),
                Optional.of(purpose).filter(one -> !one.isEmpty()),
                List.of());
        Finding finding = finding("a", Optional.of(flow), List.of(), Optional.empty());
        String edge = "class=\"edge\"";
        assertEquals(4, count(edge, lineage(reach, List.of())));
        assertEquals(purpose.equals("ads") ? 5 : 4, count(edge, lineage(reach, List.of(finding))));
    }
}
