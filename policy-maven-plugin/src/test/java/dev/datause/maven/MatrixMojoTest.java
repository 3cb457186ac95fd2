package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixMojoTest {
    @TempDir
    private Path root;

    private TestBuild build;

    @BeforeEach
    void aProject() throws IOException {
        build = TestBuild.in(root);
    }

    @Test
    void everyReadingAskedForHasItsOwnMatrix() throws Exception {
        String told = build.goal("matrix").set("reading", "plain,lenient").passes();

        for (String reading : List.of("plain", "lenient")) {
            String text = build.text("target/policy/policy-matrix-" + reading + ".txt");
            assertTrue(text.startsWith("letters, reading " + reading + "; a member of 35 who touched nothing\n"), text);
            assertTrue(told.contains("[INFO] " + text.strip().replace("\n", "\n[INFO] ")), told);
            assertTrue(build.has("target/policy/policy-matrix-" + reading + ".json"));
        }
    }

    @Test
    void withoutAReadingItIsThatOfThePolicy() throws Exception {
        String told = build.goal("matrix").passes();

        assertTrue(told.startsWith("[INFO] letters, reading plain; a member of 35 who touched nothing\n"), told);
        assertFalse(build.has("target/policy/policy-matrix-lenient.txt"));
    }

    @Test
    void theAgeIsThatOfAPerson() throws Exception {
        for (String age : List.of("0", "120")) {
            String told = build.goal("matrix").set("age", age).passes();
            assertTrue(told.contains("; a member of " + age + " who"), told);
        }
        for (String age : List.of("-1", "121")) {
            assertEquals(
                    "Could not check: age is 0 to 120",
                    build.goal("matrix").set("age", age).unable());
        }
    }

    @Test
    void withoutAProjectItIsToldAndNotWritten() throws Exception {
        String told = TestBuild.without(root).goal("matrix").passes();

        assertTrue(told.startsWith("[INFO] letters, reading plain; "), told);
        assertFalse(build.has("target") || build.has("${project.build.directory}"));
    }
}
