package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideMojoTest {
    private static final String OPEN = """
            {"id":"open","purpose":"reading","recipient":"us","category":"letter","used":"2025-11-20","member":{"settings":{"open":[]}}}
            """;
    private static final String CLOSED = """
            {"id":"closed","purpose":"reading","recipient":"us","category":"letter","used":"2025-11-20","member":{"settings":{"open":[{"day":"2025-11-10","is":"off"}]}}}
            """;

    @TempDir
    private Path root;

    private TestBuild build;

    @BeforeEach
    void aFolderWithoutAProject() {
        build = TestBuild.without(root);
    }

    private TestBuild.Goal decide(String requests) throws IOException {
        Path in = build.file("in.jsonl", requests);
        return build.goal("decide")
                .set("in", in.toString())
                .set("out", root.resolve("out/decisions.jsonl").toString());
    }

    private String decisions() throws IOException {
        return build.text("out/decisions.jsonl");
    }

    /** Nothing half written lies about. */
    private void nothingElseIsThere() throws IOException {
        try (var files = Files.list(root.resolve("out"))) {
            assertEquals(
                    List.of("decisions.jsonl"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void everyRequestGetsOneLineInItsOrder() throws Exception {
        assertEquals(
                "[INFO] policy:decide: 2 lines: 0 refused; plain: 1 permitted, 1 denied",
                decide(CLOSED + OPEN).passes());
        List<String> lines = decisions().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(
                lines.get(0).startsWith("{\"id\":\"closed\",\"decision\":\"deny\",\"policy\":\"letters\","),
                lines.get(0));
        assertTrue(
                lines.get(1).startsWith("{\"id\":\"open\",\"decision\":\"permit\",\"policy\":\"letters\","),
                lines.get(1));
        nothingElseIsThere();
    }

    @Test
    void briefGroundsAreShorterAndThereIsNoThirdForm() throws Exception {
        decide(CLOSED).passes();
        String full = decisions();
        decide(CLOSED).set("grounds", "brief").passes();
        String brief = decisions();
        decide(CLOSED).set("grounds", "full").passes();

        assertTrue(full.contains("\"sentence\":\"The member has closed the letters.\""), full);
        assertFalse(brief.contains("sentence"), brief);
        assertEquals(full, decisions());
        assertEquals(
                "Could not check: grounds is full or brief",
                decide(CLOSED).set("grounds", "long").unable());
    }

    @Test
    void severalReadingsAreDecidedTogether() throws Exception {
        assertEquals(
                "[INFO] policy:decide: 1 line: 0 refused; plain: 0 permitted, 1 denied; lenient: 1 permitted, 0 denied",
                decide(CLOSED).set("reading", "plain,lenient").passes());
    }

    @Test
    void aLineThatIsNoRequestIsAWarningOrIfToldAnErrorAfterAllIsWritten() throws Exception {
        String warning = """
                [INFO] policy:decide: 2 lines: 1 refused; plain: 1 permitted, 0 denied
                [WARNING] policy:decide: 1 of 2 lines is no request and was not decided; the answers hold the errors""";

        assertEquals(warning, decide("nonsense\n" + OPEN).passes());
        String answers = decisions();
        assertEquals(
                "Could not check: 1 line is no request",
                decide("nonsense\n" + OPEN).set("failOnRefused", "true").unable());
        assertEquals(warning, build.told());
        assertEquals(answers, decisions());
        decide(OPEN).set("failOnRefused", "true").passes();
    }

    @Test
    void noRequestAtAllIsAnErrorUnlessThatIsDeclared() throws Exception {
        assertEquals(
                "Could not check: in: there is no request; if that is as it should be, set policy.allowEmpty",
                decide("").unable());
        assertEquals(
                "[INFO] policy:decide: 0 lines: 0 refused; plain: 0 permitted, 0 denied",
                decide("").set("allowEmpty", "true").passes());
        assertEquals("", decisions());
    }

    @Test
    void bothFilesMustBeNamed() throws Exception {
        String refusal = "Could not check: give the requests as policy.in and a file for the decisions as policy.out";

        assertEquals(refusal, build.goal("decide").unable());
        assertEquals(
                refusal,
                build.goal("decide")
                        .set("in", root.resolve("in.jsonl").toString())
                        .unable());
        assertEquals(
                refusal,
                build.goal("decide")
                        .set("out", root.resolve("out.jsonl").toString())
                        .unable());
    }

    @Test
    void theRequestsAreARegularFile() throws Exception {
        for (Path in : List.of(root.resolve("gone.jsonl"), root)) {
            assertEquals(
                    "Could not check: in: no regular file that can be read",
                    decide(OPEN).set("in", in.toString()).unable());
        }
        assertFalse(build.has("out"));
    }

    @Test
    void theDecisionsReplaceOnlyARegularFileThatIsNotThatOfTheRequests() throws Exception {
        for (Path out : List.of(root.resolve("in.jsonl"), root)) {
            assertEquals(
                    "Could not check: out: not a regular file, or the file of the requests",
                    decide(OPEN).set("out", out.toString()).unable());
        }
        assertEquals(OPEN, build.text("in.jsonl"));
        build.file("out/decisions.jsonl", "old\n");
        decide(OPEN).passes();
        assertEquals(
                1,
                decisions().lines().filter(line -> line.contains("\"permit\"")).count());
    }

    @Test
    void aRunThatFailsLeavesTheOldDecisionsAndNothingElse() throws Exception {
        build.file("out/decisions.jsonl", "old\n");

        decide(OPEN).set("reading", "strict").unable();
        assertEquals("old\n", decisions());
        nothingElseIsThere();
    }
}
