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

class LintMojoTest {
    /** A setting that no rule asks for. */
    private static final String IDLE = LETTERS.replace(
            "\"settings\": {", "\"settings\": {\"idle\": {\"title\": \"Of no use\", \"path\": \"Settings\"}, ");

    @TempDir
    private Path root;

    private TestBuild build;

    @BeforeEach
    void aProject() throws IOException {
        build = TestBuild.in(root);
    }

    @Test
    void aPolicyWithoutWarningsPasses() throws Exception {
        String told = build.goal("lint").set("failOnWarnings", "true").passes();

        assertTrue(told.startsWith("[INFO] [PL004] letters.json:39:5  rule closed: it takes back"), told);
        assertTrue(told.endsWith("\n[INFO] letters: 0 warnings, 3 notes"), told);
        assertFalse(told.contains("[WARNING]") || told.contains("[ERROR]"), told);
        assertEquals(told.replace("[INFO] ", "") + "\n", build.text("target/policy/policy-lint.txt"));
        assertTrue(build.text("target/policy/policy-lint.json").contains("\"warnings\": 0"));
    }

    @Test
    void warningsAreToldAsSuch() throws Exception {
        build.file("letters.json", IDLE);
        String told = build.goal("lint").passes();

        assertTrue(told.contains("[WARNING] [PL008] letters.json:12:18  setting idle: nothing uses it\n"), told);
        assertTrue(told.endsWith("\n[WARNING] letters: 1 warning, 3 notes"), told);
        assertFalse(told.contains("[INFO]") || told.contains("[ERROR]"), told);
    }

    @Test
    void warningsFailTheBuildIfToldToAfterTheReportIsWritten() throws Exception {
        build.file("letters.json", IDLE);
        TestBuild.Goal lint = build.goal("lint").set("failOnWarnings", "true");

        assertEquals("Violated: the policy has 1 warning, see above", lint.violated());
        String told = build.told();
        assertTrue(told.contains("[ERROR] [PL008] letters.json:12:18  setting idle: nothing uses it\n"), told);
        assertFalse(told.contains("[INFO]") || told.contains("[WARNING]"), told);
        assertTrue(build.text("target/policy/policy-lint.json").contains("\"warnings\": 1"));
        build.file(
                "letters.json",
                IDLE.replace("\"idle\": {", "\"lazy\": {\"title\": \"Too\", \"path\": \"Settings\"}, \"idle\": {"));
        assertEquals("Violated: the policy has 2 warnings, see above", lint.violated());
    }

    @Test
    void withoutAProjectItIsToldAndNotWrittenAndThePolicyMayLieAnywhere() throws Exception {
        Path folder = Files.createDirectories(root.resolve("inner"));
        build.file("letters.json", LETTERS);
        TestBuild without = TestBuild.without(folder);

        String told = without.plain("lint").set("policy", "../letters.json").passes();
        assertTrue(told.startsWith("[INFO] [PL004] letters.json:39:5  rule closed"), told);
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }
}
