package dev.datause.maven;

import static dev.datause.maven.TestBuild.LETTERS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy that asks for more together than any memory holds: every goal says so and passes nothing. */
class AnalysisLimitTest {
    private static final String TOO_MUCH = "Could not check: an exact answer needs 65537 sets of facts that can be"
            + " missing, more than the limit of 65536";
    private static final String USE = "\"purpose\": \"reading\", \"recipient\": \"us\", \"category\": \"letter\","
            + " \"used\": \"2025-11-20\", \"member\": {\"settings\": {\"open\": []}}";

    @TempDir
    private Path root;

    private TestBuild build;

    @BeforeEach
    void aProject() throws IOException {
        build = TestBuild.in(root);
        String ages = IntStream.range(10, 31)
                .mapToObj(day -> "{\"age\": {\"atLeast\": 18, \"at\": \"2025-01-" + day + "\"}}")
                .collect(Collectors.joining(", "));
        build.file(
                "letters.json",
                LETTERS.replace(
                        "{\"setting\": {\"name\": \"open\", \"is\"",
                        ages + ", {\"setting\": {\"name\": \"open\", \"is\""));
    }

    private void isTooMuch(TestBuild.Goal goal) {
        assertEquals(TOO_MUCH, goal.unable());
    }

    @Test
    void everyGoalThatDecidesSaysSo() throws IOException {
        isTooMuch(build.goal("lint"));
        isTooMuch(build.goal("matrix"));
        isTooMuch(build.goal("explain").set("request", "{" + USE + "}"));
        isTooMuch(build.goal("decide")
                .set(
                        "in",
                        build.file("in.jsonl", "{\"id\": \"a\", " + USE + "}").toString())
                .set("out", root.resolve("out.jsonl").toString()));
        build.file(
                "cases.corpus.jsonl",
                "{\"id\": \"open\", \"sentence\": \"Open letters may be read.\", \"cites\": [{\"source\": \"A\", \"at\": \"line 1\","
                        + " \"quote\": \"we read letters\"}], \"use\": {" + USE
                        + "}, \"expect\": {\"plain\": \"permit\", \"lenient\": \"permit\"}}\n");
        isTooMuch(build.goal("test").set("corpora", "cases.corpus.jsonl"));
    }

    @Test
    void soDoesADiff() throws IOException {
        isTooMuch(build.goal("diff").set("from", "2025-11-02").set("to", "2025-11-20"));
    }
}
