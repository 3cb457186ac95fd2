package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainMojoTest {
    private static final String CLOSED =
            "{\"purpose\":\"reading\",\"recipient\":\"us\",\"category\":\"letter\",\"used\":\"2025-11-20\","
                    + "\"member\":{\"born\":\"1990-05-01\",\"settings\":{\"open\":[{\"day\":\"2025-11-10\",\"is\":\"off\"}]}}}";
    private static final String OPEN = CLOSED.replace("{\"day\":\"2025-11-10\",\"is\":\"off\"}", "");

    @TempDir
    private Path root;

    private TestBuild build;

    @BeforeEach
    void aFolderWithoutAProject() {
        build = TestBuild.without(root);
    }

    @Test
    void aRequestIsDecidedInSentences() throws Exception {
        String told = build.goal("explain").set("request", CLOSED).passes();

        assertTrue(told.startsWith("""
                        [INFO] This use is denied.
                        [INFO]\s
                        [INFO] It is denied because:
                        [INFO]   - The member has closed the letters.
                        """), told);
        assertTrue(told.contains("under the reading plain: As it is written"), told);
        assertFalse(told.contains("1990"), told);
    }

    @Test
    void everyReadingAskedForIsExplained() throws Exception {
        String told = build.goal("explain")
                .set("request", CLOSED)
                .set("reading", "lenient,plain")
                .passes();

        assertTrue(told.startsWith("[INFO] This use is permitted.\n"), told);
        assertTrue(told.contains("\n[INFO] This use is denied.\n"), told);
    }

    @Test
    void theLineOfAFileIsCountedFromOne() throws Exception {
        Path in = build.file("in.jsonl", OPEN + "\n" + CLOSED + "\n" + OPEN);
        TestBuild.Goal explain = build.goal("explain").set("in", in.toString());

        assertTrue(explain.passes().startsWith("[INFO] This use is permitted.\n"));
        assertTrue(explain.set("line", "2").passes().startsWith("[INFO] This use is denied.\n"));
        assertTrue(explain.set("line", "3").passes().startsWith("[INFO] This use is permitted.\n"));
        for (String none : List.of("0", "4", "-1")) {
            assertEquals(
                    "Could not check: line: the file has no line " + none,
                    explain.set("line", none).unable());
        }
    }

    @Test
    void anEmptyFileHasNoFirstLineAndAnEmptyLineIsNoRequest() throws Exception {
        Path in = build.file("in.jsonl", "");
        TestBuild.Goal explain = build.goal("explain").set("in", in.toString());

        assertEquals("Could not check: line: the file has no line 1", explain.unable());
        build.file("in.jsonl", "\n" + CLOSED + "\n");
        assertEquals("Could not check: 1 problem in a document, see above", explain.unable());
        assertTrue(explain.set("line", "2").passes().startsWith("[INFO] This use is denied.\n"));
        assertEquals(
                "Could not check: line: the file has no line 3",
                explain.set("line", "3").unable());
    }

    @Test
    void theRequestIsGivenInOneWay() throws Exception {
        Path in = build.file("in.jsonl", CLOSED);
        String refusal = "Could not check: give the request either as policy.request or in the file policy.in";

        assertEquals(refusal, build.goal("explain").unable());
        assertEquals(
                refusal,
                build.goal("explain")
                        .set("in", in.toString())
                        .set("request", CLOSED)
                        .unable());
    }

    @Test
    void aFileThatIsNotThereIsNamedByItsLastNameOnly() throws Exception {
        assertEquals(
                "Could not check: 1 problem in a document, see above",
                build.goal("explain")
                        .set("in", root.resolve("gone.jsonl").toString())
                        .unable());
        assertEquals("[ERROR] [DP001] gone.jsonl:1:1  no such file", build.told());
    }

    @Test
    void aRequestThatIsNoneIsRefusedWithoutWhatItSays() throws Exception {
        assertEquals(
                "Could not check: 1 problem in a document, see above",
                build.goal("explain")
                        .set("request", CLOSED.replace("1990-05-01", "1990-05-32"))
                        .unable());
        String told = build.told();
        assertTrue(told.startsWith("[ERROR] [DP016] "), told);
        assertFalse(told.contains("1990"), told);
    }
}
