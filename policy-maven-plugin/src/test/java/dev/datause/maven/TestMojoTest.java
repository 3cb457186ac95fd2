package dev.datause.maven;

import static dev.datause.maven.TestBuild.LETTERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestMojoTest {
    private static final String OPEN = """
            {"id": "open", "sentence": "Open letters may be read.", "cites": [{"source": "A", "at": "line 1", "quote": "we read letters"}], "use": {"purpose": "reading", "recipient": "us", "category": "letter", "used": "2025-11-20", "member": {"settings": {"open": []}}}, "expect": {"plain": "permit", "lenient": "permit"}}
            """;
    private static final String CLOSED = """
            {"id": "closed", "sentence": "Closed letters may not.", "cites": [{"source": "A", "at": "line 2", "quote": "unless they are closed"}], "use": {"purpose": "reading", "recipient": "us", "category": "letter", "used": "2025-11-20", "member": {"settings": {"open": [{"day": "2025-11-20", "is": "off"}]}}}, "expect": {"plain": "deny", "lenient": "permit"}}
            """;
    private static final String SOLD = """
            {"id": "sold", "sentence": "Nobody said that they may be sold.", "cites": [{"source": "A", "at": "line 1", "quote": "we read letters"}], "use": {"purpose": "selling", "recipient": "them", "category": "parcel", "used": "2025-11-20", "member": {"settings": {"open": []}}}, "expect": {"plain": "deny", "lenient": "deny"}}
            """;

    private static final String EARLY = OPEN.replace("\"id\": \"open\"", "\"id\": \"early\"")
            .replace("2025-11-20", "2025-10-20")
            .replace("permit", "deny");

    @TempDir
    private Path root;

    private TestBuild build;

    @BeforeEach
    void aProject() throws IOException {
        build = TestBuild.in(root);
    }

    private TestBuild.Goal test(String... cases) throws IOException {
        build.file("cases.corpus.jsonl", String.join("", cases));
        return build.goal("test").set("corpora", "cases.corpus.jsonl");
    }

    private String report() throws IOException {
        return build.text("target/policy/corpus-report.txt");
    }

    private void nothingWasRun(String verdict) throws IOException {
        assertTrue(report().startsWith("verdict: " + verdict + "\n"), report());
        assertFalse(build.has("target/policy/TEST-policy-corpus.xml"));
    }

    @Test
    void whatComesOutAsExpectedUnderAllReadingsPasses() throws Exception {
        String told = test(OPEN, CLOSED, SOLD).passes();

        assertTrue(told.startsWith("[INFO] corpus: 6 checks, 0 failures; policy letters"), told);
        assertTrue(report().startsWith("verdict: passed\ncorpus: 6 checks, 0 failures; policy letters\n"), report());
        String junit = build.text("target/policy/TEST-policy-corpus.xml");
        assertEquals(
                6, junit.lines().filter(line -> line.contains("<testcase ")).count(), junit);
    }

    @Test
    void onlyTheReadingAskedForIsTried() throws Exception {
        String told = test(OPEN, CLOSED, SOLD).set("reading", "plain").passes();

        assertTrue(told.startsWith("[INFO] corpus: 3 checks, 0 failures; policy letters"), told);
    }

    @Test
    void aCaseThatComesOutDifferentlyFailsTheBuild() throws Exception {
        assertEquals(
                "Violated: the policy does not decide as its corpus expects, see above",
                test(OPEN, CLOSED.replace("\"plain\": \"deny\"", "\"plain\": \"permit\""), SOLD)
                        .violated());
        assertEquals("""
                [ERROR] cases.corpus.jsonl:2:1  case 'closed', reading plain: expected permit, got deny
                [ERROR]   says     Closed letters may not.
                [ERROR]   ground   closed: The member has closed the letters.
                [ERROR] corpus: 6 checks, 1 failure; policy letters""", build.told());
        assertTrue(report().startsWith("verdict: failed\ncases.corpus.jsonl:2:1  case 'closed'"), report());
        assertTrue(build.text("target/policy/TEST-policy-corpus.xml").contains("failures=\"1\""));
    }

    @Test
    void whatNoCaseHasSeenIsAWarningOrIfToldAViolation() throws Exception {
        String told = test(OPEN, SOLD).passes();
        assertTrue(told.contains("\n[WARNING] No case has seen:\n[WARNING] "), told);
        assertTrue(report().startsWith("verdict: passed\n"), report());
        assertTrue(report().contains("\n\nNo case has seen:\n"), report());

        assertEquals(
                "Violated: no case has seen some side of 2 rules, see above",
                test(OPEN, SOLD).set("failOnGaps", "true").violated());
        assertTrue(build.told().contains("\n[WARNING] No case has seen:\n"));
        assertTrue(report().startsWith("verdict: failed\n"), report());
        assertEquals(
                "Violated: no case has seen some side of 1 rule, see above",
                test(OPEN, EARLY, SOLD).set("failOnGaps", "true").violated());
    }

    @Test
    void whereEverySideWasSeenNoGapIsTold() throws Exception {
        assertEquals(
                "[INFO] corpus: 8 checks, 0 failures; policy letters",
                test(OPEN, EARLY, CLOSED, SOLD).set("failOnGaps", "true").passes());
        assertEquals("verdict: passed\ncorpus: 8 checks, 0 failures; policy letters\n", report());
    }

    @Test
    void aSkipIsLoudAndNoPass() throws Exception {
        test(OPEN, CLOSED, SOLD).passes();

        assertEquals(
                "[WARNING] policy:test is skipped: no case was run.",
                test(OPEN, CLOSED, SOLD).set("skip", "true").passes());
        assertEquals("verdict: skipped\npolicy:test is skipped: no case was run.\n", report());
        nothingWasRun("skipped");
    }

    @Test
    void anEmptyCorpusIsNoPass() throws Exception {
        test(OPEN, CLOSED, SOLD).passes();

        assertEquals("Could not check: 1 problem in a document, see above", test("").unable());
        assertTrue(build.told().startsWith("[ERROR] [DP012] cases.corpus.jsonl:1:1  the corpus holds no case"));
        nothingWasRun("could-not-check");
    }

    @Test
    void aCorpusThatIsNotThereIsNoPassAndNoneIsTakenFromOutside() throws Exception {
        assertEquals(
                "Could not check: 1 problem in a document, see above",
                test(OPEN)
                        .set("corpora", "cases.corpus.jsonl,gone.corpus.jsonl")
                        .unable());
        assertEquals("[ERROR] [DP001] gone.corpus.jsonl:1:1  no such file", build.told());
        assertEquals(
                "Could not check: corpora: the path leads out of the build",
                test(OPEN).set("corpora", "../cases.corpus.jsonl").unable());
        nothingWasRun("could-not-check");
    }

    @Test
    void aReadingThatNoCaseSpeaksAboutIsNoPass() throws Exception {
        String plain = ", \"lenient\": \"permit\"";

        assertEquals(
                "Violated: the policy does not decide as its corpus expects, see above",
                test(OPEN.replace(plain, ""), CLOSED.replace(plain, "")).violated());
        assertTrue(report().startsWith("verdict: failed\n"), report());
    }

    @Test
    void aPolicyOfOnesOwnHasNoCorpusUnlessOneIsGiven() throws Exception {
        assertEquals(
                "Could not check: no corpus is given, and the policy comes with none: give corpora",
                build.goal("test").unable());
        nothingWasRun("could-not-check");
    }

    @Test
    void aBundledPolicyComesWithItsCorpus() throws Exception {
        String told = build.plain("test").set("reading", "strict").passes();

        assertTrue(told.contains(" 0 failures; policy linkedin-2025-11-03"), told);
        assertTrue(report().startsWith("verdict: passed\n"), report());
    }

    @Test
    void withoutAProjectItIsToldAndNotWrittenAndFilesMayLieAnywhere() throws Exception {
        build.file("letters.json", LETTERS);
        build.file("cases.corpus.jsonl", OPEN + CLOSED + SOLD);
        TestBuild without = TestBuild.without(Files.createDirectories(root.resolve("inner")));

        String told = without.plain("test")
                .set("policy", "../letters.json")
                .set("corpora", "../cases.corpus.jsonl")
                .passes();
        assertTrue(told.startsWith("[INFO] corpus: 6 checks, 0 failures; policy letters"), told);
        try (var files = Files.list(root.resolve("inner"))) {
            assertEquals(0, files.count());
        }
    }
}
