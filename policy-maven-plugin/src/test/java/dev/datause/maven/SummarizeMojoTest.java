package dev.datause.maven;

import static dev.datause.maven.TestBuild.GUARDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummarizeMojoTest {
    private static final String SUMMARY = "target/classes/META-INF/datause/lineage.json";

    @TempDir
    private Path root;

    private TestBuild build;

    @BeforeEach
    void aProject() throws IOException {
        build = TestBuild.in(root);
    }

    private TestBuild.Goal summarize() throws IOException {
        return build.goal("summarize").set("asOf", "2025-11-20");
    }

    /** What an earlier build left is gone, and nothing stands for this one. */
    private void nothingIsLeft() {
        assertFalse(build.has(SUMMARY));
        assertEquals(Map.of(), build.kept("shop"));
    }

    @Test
    void whatTheDatasetsCarryIsWrittenAndRemembered() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);

        assertEquals(
                "[INFO] policy:summarize: META-INF/datause/lineage.json says what the datasets of shop carry.",
                summarize().passes());
        assertTrue(build.text(SUMMARY).contains("\"cupboard.letters\""), build.text(SUMMARY));
        assertTrue(build.text(SUMMARY).contains("\"module\": \"shop\""), build.text(SUMMARY));
        assertEquals(Map.of("summarized", "shop"), build.kept("shop"));
        assertEquals(
                "[INFO] policy:summarize: META-INF/datause/lineage.json says what the datasets of store carry.",
                summarize().set("module", "store").passes());
    }

    @Test
    void withoutManifestsTheOldSummaryIsGone() throws Exception {
        build.file(SUMMARY, "old");
        build.kept("shop").put("summarized", "shop");

        assertEquals(
                "Could not check: no file declares a pipeline: pipelines/**/*.yaml, pipelines/**/*.yml,"
                        + " pipelines/**/*.json match nothing",
                summarize().unable());
        nothingIsLeft();
    }

    @Test
    void aSummaryIsMadeUnderOneReading() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);
        build.file(SUMMARY, "old");

        assertEquals(
                "Could not check: a summary is made under one reading",
                summarize().set("reading", "plain,lenient").unable());
        nothingIsLeft();
    }

    @Test
    void whatCouldNotBeReadHasNoSummary() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);
        build.file("pipelines/broken.yaml", "format: 2\n");
        build.file(SUMMARY, "old");

        assertEquals(
                "Could not check: not everything could be read, see above",
                summarize().unable());
        String told = build.told();
        assertTrue(told.contains("[ERROR] [DU017] pipelines/broken.yaml:1:9  the manifest is refused"), told);
        nothingIsLeft();
    }

    @Test
    void noLinkLeadsTheSummaryOutOfTheBuild() throws Exception {
        Path inside = Files.createDirectories(root.resolve("inside"));
        Path outside = Files.createDirectories(root.resolve("outside"));
        build = TestBuild.in(inside);
        build.file("pipelines/read.yaml", GUARDED);
        Files.createDirectories(inside.resolve("target"));
        Files.createSymbolicLink(inside.resolve("target/classes"), outside);
        Path old = build.file(SUMMARY, "not ours");

        assertEquals(
                "Could not check: the folder of the summary leads out of the build",
                summarize().unable());
        assertEquals("not ours", Files.readString(old));
    }
}
