package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {
    @TempDir
    private Path base;

    private void file(String name) throws IOException {
        Files.createDirectories(base.resolve(name).getParent());
        Files.writeString(base.resolve(name), "");
    }

    private List<String> found(List<String> includes, List<String> excludes) throws Exception {
        return Manifests.in(base, includes, excludes).stream()
                .map(file -> Inside.name(file, base))
                .toList();
    }

    @Test
    void theUsualPlacesAreSearchedAndSorted() throws Exception {
        file("pipelines/b.yml");
        file("pipelines/x/a.yaml");
        file("pipelines/c.json");
        file("pipelines/d.txt");
        file("target/pipelines/e.yaml");

        assertEquals(List.of("pipelines/b.yml", "pipelines/c.json", "pipelines/x/a.yaml"), found(null, null));
    }

    @Test
    void nothingThereIsNothingFound() throws Exception {
        assertEquals(List.of(), found(null, List.of()));
    }

    @Test
    void everyGivenPatternMustMatch() throws Exception {
        file("a/a.yaml");

        assertEquals(List.of("a/a.yaml"), found(List.of("a/*.yaml"), null));
        assertThrows(MojoExecutionException.class, () -> found(List.of("a/*.yaml", "b/*.yaml"), null));
    }

    @Test
    void excludesTakeAway() throws Exception {
        file("pipelines/a.yaml");

        assertEquals(List.of(), found(null, List.of("pipelines/*")));
    }

    @Test
    void aLinkToAFolderIsNotPassedOverInSilence() throws Exception {
        file("elsewhere/a.yaml");
        file("pipelines/b.yaml");
        Files.createSymbolicLink(base.resolve("pipelines/more"), base.resolve("elsewhere"));

        MojoExecutionException e = assertThrows(MojoExecutionException.class, () -> found(null, null));
        assertEquals("Could not check: links to folders are not followed: pipelines/more", e.getMessage());
    }

    @Test
    void aLinkThatDanglesIsFoundSoThatReadingItFails() throws Exception {
        Files.createDirectories(base.resolve("pipelines"));
        Files.createSymbolicLink(base.resolve("pipelines/a.yaml"), base.resolve("gone.yaml"));

        assertEquals(List.of("pipelines/a.yaml"), found(null, null));
    }

    @Test
    void pathsOutOfTheBuildAreRefusedAlsoThroughLinks() throws Exception {
        Path root = Files.createDirectories(base.resolve("root"));
        Files.writeString(base.resolve("policy.json"), "");
        Files.createSymbolicLink(root.resolve("link.json"), base.resolve("policy.json"));

        assertTrue(Inside.file("in/policy.json", "policy", root, root).startsWith(root));
        for (String out : List.of("../policy.json", base.resolve("policy.json").toString(), "link.json")) {
            assertThrows(MojoExecutionException.class, () -> Inside.file(out, "policy", root, root), out);
        }
        assertThrows(MojoExecutionException.class, () -> Inside.file("a\u0000b", "policy", root, root));
    }
}
