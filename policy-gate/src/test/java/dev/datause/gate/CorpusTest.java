package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.Policy;
import dev.datause.Truth;
import dev.datause.document.DocumentException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusTest {
    private static final String CASE =
            "{\"id\":\"one\",\"sentence\":\"Nobody may sell it.\",\"cites\":[{\"source\":\"L1\",\"at\":\"x\",\"quote\":\"y\"}],\"use\":{\"used\":\"2025-11-20\",\"purpose\":\"selling\",\"category\":\"profile\"},\"expect\":{\"strict\":\"deny\"},\"by\":{\"strict\":[\"country-unknown\"]}}";

    private static Corpus read(String text) {
        return Corpus.read(Bundled.POLICY, "c.corpus.jsonl", text.getBytes(StandardCharsets.UTF_8));
    }

    private static CorpusReport run(String text) {
        return CorpusRun.of(List.of(Bundled.STRICT)).run(List.of(read(text)));
    }

    private static String problem(String text) {
        return assertThrows(DocumentException.class, () -> read(text))
                .problems()
                .get(0)
                .toString();
    }

    @Test
    void theBundledCorpusHoldsUnderBothReadings() {
        Corpus corpus = Corpus.read(Bundled.POLICY, "bundled", Bundled.resource("linkedin-2025-11-03.corpus.jsonl"));
        CorpusReport report = CorpusRun.of(Bundled.BOTH).run(List.of(corpus));

        assertTrue(report.passed(), report.text());
        assertEquals(2 * corpus.cases().size(), report.checks().size());
    }

    @Test
    void aDecisionThatIsNotTheExpectedOneIsAFailureWithItsPlaceAndGrounds() {
        CorpusReport report = run(CASE.replace("\"deny\"", "\"permit\"").replaceFirst(",\"by\".*", "}"));

        assertFalse(report.passed());
        assertTrue(report.text().startsWith("""
                                c.corpus.jsonl:1:1  case 'one', reading strict: expected permit, got deny
                                  says     Nobody may sell it.
                                  ground   country-unknown: Not known: country at collection, country at use."""), report.text());
        assertTrue(report.text().endsWith("corpus: 1 check, 1 failure; policy linkedin-2025-11-03\n"));
    }

    @Test
    void theRightDecisionForAnotherReasonIsAFailureToo() {
        CorpusReport report = run(CASE.replace("\"country-unknown\"", "\"under-16\""));

        assertFalse(report.passed());
        assertTrue(report.text().contains("deny as expected, but not by under-16"));
    }

    @Test
    void aReadingOfWhichNoCaseSpeaksIsNotPassed() {
        CorpusReport report = CorpusRun.of(Bundled.BOTH).run(List.of(read(CASE)));

        assertFalse(report.passed());
        assertTrue(report.text().contains("reading documented: no case speaks about it"));
    }

    @Test
    void whatNoCaseHasSeenIsTold() {
        String gaps = run(CASE).gapsText();

        assertTrue(gaps.contains("europe-no-ads  never true: the rule\n"), gaps);
        assertTrue(gaps.contains("under-16  never true: {\"age\": {\"atLeast\": 16, \"at\": \"use\"}}\n"), gaps);
        assertFalse(gaps.contains("\"question\""), gaps);
    }

    @Test
    void theOrderOfCasesChangesNothingOfWhatIsSeen() {
        byte[] bundled = Bundled.resource("linkedin-2025-11-03.corpus.jsonl");
        List<String> lines = new ArrayList<>(
                new String(bundled, StandardCharsets.UTF_8).lines().toList());
        List<CorpusReport.RuleSeen> seen = run(String.join("\n", lines) + "\n").rules();
        assertTrue(seen.stream().anyMatch(rule -> rule.seen().size() == 3));
        Collections.reverse(lines);
        assertEquals(seen, run(String.join("\n", lines) + "\n").rules());
    }

    @Test
    void anEmptyCorpusIsRefused() {
        assertTrue(problem("").startsWith("[DP012] c.corpus.jsonl:1:1  the corpus holds no case"));
    }

    @Test
    void twoCasesOfOneIdAreRefused() {
        assertTrue(problem(CASE + "\n" + CASE)
                .startsWith("[DP026] c.corpus.jsonl:2:1  the case \"one\" stands twice, first at 1:1"));
    }

    @Test
    void aCaseThatHasAnotherProblemIsNotOneOfTwo() {
        DocumentException e = assertThrows(
                DocumentException.class, () -> read(CASE.replace("country-unknown", "country-unknwon") + "\n" + CASE));

        assertEquals(1, e.problems().size(), e.getMessage());
    }

    @Test
    void aCaseKeepsWhoSaysSo() {
        assertEquals(
                List.of(new Policy.Citation("L1", "x", "y")),
                read(CASE).cases().get(0).citations());
    }

    @Test
    void aFailureOfAPermissionIsToldTheOtherWayRound() {
        String permitted = CASE.replaceFirst(
                        "\"use\":\\{.*?}",
                        "\"use\":{\"purpose\":\"ai-training\",\"recipient\":\"linkedin\",\"category\":\"profile\",\"collected\":\"2025-11-10\",\"used\":\"2025-11-20\","
                                + "\"member\":{\"country\":\"DE\",\"born\":\"1990-05-01\",\"traits\":{\"account\":\"standard\"},\"othersUntouched\":true}}")
                .replaceFirst(",\"by\".*", "}");

        assertTrue(run(permitted).text().contains("reading strict: expected deny, got permit\n"));
        String lost =
                permitted.replace("\"deny\"", "\"permit\"").replaceFirst("}$", ",\"by\":{\"strict\":[\"under-16\"]}}");
        CorpusReport report = run(lost);
        assertTrue(report.text().contains("reading strict: permit as expected, but not by under-16\n"), report.text());
        CorpusReport passed = run(permitted.replace("\"deny\"", "\"permit\""));
        assertEquals("permit as expected", passed.checks().get(0).text());
        assertTrue(passed.passed());
    }

    @Test
    void aGroundWithoutARuleIsToldWithoutAName() {
        CorpusReport report = run(CASE.replace("\"selling\"", "\"unheard-of\"")
                .replace("\"deny\"", "\"permit\"")
                .replaceFirst(",\"by\".*", "}"));

        assertFalse(report.text().contains("ground   : "), report.text());
        assertTrue(report.text().contains("  ground   "), report.text());
    }

    @Test
    void whereNothingWasCheckedNothingPassedAndWhatIsCoveredHasNoGaps() {
        assertFalse(new CorpusReport("p", List.of(), List.of(), List.of()).passed());
        CorpusReport.RuleSeen covered = new CorpusReport.RuleSeen("a", Set.of(Truth.TRUE, Truth.FALSE), List.of());
        CorpusReport.RuleSeen open = new CorpusReport.RuleSeen("b", Set.of(Truth.TRUE), List.of());
        assertEquals(List.of(open), new CorpusReport("p", List.of(), List.of(), List.of(covered, open)).uncovered());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"expect\":{\"strict\" | \"expect\":{\"strickt\" | unknown reading \"strickt\"; did you mean \"strict\"?",
                "country-unknown | country-unknwon | unknown rule \"country-unknwon\"; did you mean \"country-unknown\"?",
                "\"source\":\"L1\" | \"source\":\"L99\" | unknown source \"L99\"",
                "\"deny\" | \"refuse\" | the decision is one of permit, deny, not \"refuse\"",
                "\"by\":{\"strict\" | \"by\":{\"documented\" | no decision is expected under the reading \"documented\"",
                "\"used\":\"2025-11-20\" | \"used\":\"2025-11-31\" | used \"2025-11-31\" is not a day",
                "\"use\":{ | \"use\":{\"id\":\"x\", | unknown key \"id\"",
                "\"sentence\":\"Nobody may sell it.\", | '' | the key \"sentence\" is missing",
            })
    void whatIsWrongInACaseIsToldWithItsPlace(String good, String bad, String message) {
        String problem = problem(CASE.replace(good, bad));

        assertTrue(problem.startsWith("[DP"), problem);
        assertTrue(problem.contains("c.corpus.jsonl:1:"), problem);
        assertTrue(problem.contains(message), problem);
    }

    @Test
    void aBlankLineIsAProblemAndEveryProblemIsTold() {
        DocumentException e = assertThrows(
                DocumentException.class, () -> read(CASE + "\n\nnot JSON\n" + CASE.replace("\"deny\"", "1")));

        assertEquals(
                List.of(2, 3, 4),
                e.problems().stream().map(p -> p.at().line()).distinct().toList());
    }

    @Test
    void theXmlForContinuousIntegrationIsDeterministicAndEscaped() {
        CorpusReport report = run(CASE.replace("\"deny\"", "\"permit\"")
                .replace("sell it", "sell <it> & more")
                .replaceFirst(",\"by\".*", "}"));
        String xml = report.junitXml();

        assertEquals(xml, report.junitXml());
        assertTrue(xml.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"), xml);
        assertTrue(
                xml.contains(
                        "<testsuite name=\"linkedin-2025-11-03.strict\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\">"),
                xml);
        assertTrue(xml.contains("sell &lt;it&gt; &amp; more"), xml);
        assertFalse(xml.contains("time"), xml);
    }
}
