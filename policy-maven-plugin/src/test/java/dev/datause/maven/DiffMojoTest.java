package dev.datause.maven;

import static dev.datause.maven.TestBuild.LETTERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffMojoTest {
    private static final String ONE_OF_THREE =
            "Could not check: give two readings, or other, or from and to: one of the three";

    @TempDir
    private Path root;

    private TestBuild build;

    @BeforeEach
    void aProject() throws IOException {
        build = TestBuild.in(root);
        build.file(
                "strict.json",
                LETTERS.replace("{\"used\": {\"from\": \"2025-11-03\"}}", "{\"used\": {\"from\": \"2026-01-01\"}}"));
        build.file("equal.json", LETTERS.replace("\"version\": \"1.0.0\"", "\"version\": \"1.0.1\""));
        build.file("foreign.json", LETTERS.replace("plain", "usual"));
    }

    @Test
    void twoReadingsAreComparedInThatOrder() throws Exception {
        String told = build.goal("diff").set("reading", "plain,lenient").passes();

        assertTrue(told.startsWith("[INFO] reading plain -> reading lenient\n"), told);
        assertTrue(told.contains("[INFO]   + reading by us of letter"), told);
        assertEquals(told.replace("[INFO] ", "") + "\n", build.text("target/policy/policy-diff.txt"));
        assertTrue(build.text("target/policy/policy-diff.json").contains("\"becomes\": \"permitted\""));
        told = build.goal("diff").set("reading", "lenient,plain").passes();
        assertTrue(told.contains("[INFO]   - reading by us of letter"), told);
        assertFalse(told.contains("  + "), told);
    }

    @Test
    void anotherPolicyIsComparedUnderTheReadingOfTheSameName() throws Exception {
        String told = build.goal("diff").set("other", "strict.json").passes();
        assertTrue(told.contains("[INFO]   - reading by us of letter"), told);
        told = build.goal("diff")
                .set("other", "equal.json")
                .set("reading", "lenient")
                .passes();
        assertFalse(told.contains("  - ") || told.contains("  + "), told);
        assertEquals(
                "Could not check: the policy letters has no reading 'plain'",
                build.goal("diff").set("other", "foreign.json").unable());
    }

    @Test
    void twoDaysOfUseAreCompared() throws Exception {
        String told = build.goal("diff")
                .set("from", "2025-11-02")
                .set("to", "2025-11-03")
                .passes();

        assertTrue(told.startsWith("[INFO] used on 2025-11-02 -> used on 2025-11-03\n"), told);
        assertTrue(told.contains("[INFO]   + reading by us of letter"), told);
    }

    @Test
    void theLaterDayIsLaterAndBothAreGiven() throws Exception {
        String day = " is a day YYYY-MM-DD in the years 1900 to 2200";

        assertEquals(
                "Could not check: to does not lie after from",
                build.goal("diff")
                        .set("from", "2025-11-03")
                        .set("to", "2025-11-03")
                        .unable());
        assertEquals(
                "Could not check: to" + day,
                build.goal("diff").set("from", "2025-11-03").unable());
        assertEquals(
                "Could not check: from" + day,
                build.goal("diff").set("to", "2025-11-03").unable());
        assertEquals(
                "Could not check: from" + day,
                build.goal("diff").set("from", "today").set("to", "2025-11-03").unable());
    }

    @Test
    void oneThingIsComparedAtATime() throws Exception {
        assertEquals(ONE_OF_THREE, build.goal("diff").unable());
        assertEquals(
                ONE_OF_THREE,
                build.goal("diff")
                        .set("reading", "plain,lenient")
                        .set("other", "equal.json")
                        .unable());
        assertEquals(
                ONE_OF_THREE,
                build.goal("diff")
                        .set("from", "2025-11-02")
                        .set("other", "equal.json")
                        .unable());
        assertEquals(
                ONE_OF_THREE,
                build.goal("diff")
                        .set("to", "2025-11-02")
                        .set("reading", "plain,lenient")
                        .unable());
        build.file(
                "letters.json",
                LETTERS.replace(
                        "\"readings\": {",
                        "\"readings\": {\"third\": {\"title\": \"Third\", \"answers\": {\"closed\": \"yes\"}},"));
        assertEquals(
                ONE_OF_THREE,
                build.goal("diff").set("reading", "plain,lenient,third").unable());
        assertEquals(
                ONE_OF_THREE,
                build.goal("diff")
                        .set("reading", "plain,lenient,third")
                        .set("other", "equal.json")
                        .unable());
        assertFalse(build.has("target"));
    }

    @ParameterizedTest
    @CsvSource({"'plain,lenient', true", "'lenient,plain', false"})
    void whatBecomesPermittedFailsTheBuildIfToldTo(String readings, boolean more) throws Exception {
        TestBuild.Goal diff = build.goal("diff").set("reading", readings).set("failOnMorePermissive", "true");

        if (more) {
            assertEquals("Violated: 1 change makes something permitted, see above", diff.violated());
        } else {
            diff.passes();
        }
        assertTrue(build.has("target/policy/policy-diff.txt"));
        build.goal("diff").set("reading", readings).passes();
    }

    @Test
    void changesThatMakeSomethingPermittedAreCounted() throws Exception {
        build.file(
                "wide.json",
                LETTERS.replace("\"from\": \"2025-11-03\"", "\"from\": \"2025-10-01\"")
                        .replace(
                                "\"question\": \"closed\", \"is\": \"no\"",
                                "\"question\": \"closed\", \"is\": \"yes\""));

        assertEquals(
                "Violated: 2 changes make something permitted, see above",
                build.goal("diff")
                        .set("other", "wide.json")
                        .set("failOnMorePermissive", "true")
                        .violated());
    }

    @Test
    void withoutAProjectItIsToldAndNotWritten() throws Exception {
        TestBuild without = TestBuild.without(root);

        String told = without.goal("diff").set("reading", "plain,lenient").passes();
        assertTrue(told.startsWith("[INFO] reading plain -> reading lenient\n"), told);
        assertFalse(build.has("target") || build.has("${project.build.directory}"));
    }

    @Test
    void theReportsGoWhereTheyAreSentTo() throws Exception {
        build.goal("diff")
                .set("reading", "plain,lenient")
                .set("reportDirectory", root.resolve("reports").toString())
                .passes();
        assertTrue(build.has("reports/policy-diff.txt") && build.has("reports/policy-diff.json"));
        assertFalse(build.has("target"));
    }
}
