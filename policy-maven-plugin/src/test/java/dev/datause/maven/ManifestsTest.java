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
        assertEquals(
                "Could not check: includes: b/*.yaml matches nothing",
                assertThrows(MojoExecutionException.class, () -> found(List.of("a/*.yaml", "b/*.yaml"), null))
                        .getMessage());
        assertEquals(List.of("a/a.yaml"), found(List.of("a/*.yaml", "a/a*"), null), "once");
    }

    @Test
    void patternsAreTheUsualOnesUnlessOthersAreGiven() {
        String usual = "pipelines/**/*.yaml, pipelines/**/*.yml, pipelines/**/*.json";

        assertEquals(usual, Manifests.patterns(null));
        assertEquals(usual, Manifests.patterns(List.of()));
        assertEquals("a, b", Manifests.patterns(List.of("a", "b")));
    }

    @Test
    void excludesTakeAway() throws Exception {
        file("pipelines/a.yaml");

        assertEquals(List.of(), found(null, List.of("pipelines/*")));
        assertEquals(List.of("pipelines/a.yaml"), found(null, List.of("pipelines/b*", "a.yaml")));
        for (List<String> wrong : List.of(List.of("../*"), List.of("pipelines/*", "/a"))) {
            assertTrue(assertThrows(MojoExecutionException.class, () -> found(null, wrong))
                    .getMessage()
                    .startsWith("Could not check: excludes: '"));
        }
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
    void aLinkToAFileIsAFile() throws Exception {
        file("elsewhere/a.yaml");
        Files.createDirectories(base.resolve("pipelines"));
        Files.createSymbolicLink(base.resolve("pipelines/a.yaml"), base.resolve("elsewhere/a.yaml"));
        Files.createSymbolicLink(base.resolve("pipelines/notes"), base.resolve("elsewhere/a.yaml"));

        assertEquals(List.of("pipelines/a.yaml"), found(null, null));
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

    /** A folder that nobody can look into, not even the superuser: the way there is longer than a way can be. */
    @Test
    void aFolderThatCannotBeLookedIntoIsNotAFolderWithoutPipelines() throws Exception {
        Path deep = base.resolve("pipelines");
        while (deep.toString().length() < 3_600) {
            deep = deep.resolve("d".repeat(200));
        }
        Files.createDirectories(deep);
        file("elsewhere/" + ("e".repeat(200) + "/").repeat(4) + "lost.yaml");
        Path moved = deep.resolve("elsewhere");
        Files.move(base.resolve("elsewhere"), moved);
        try {
            assertThrows(IOException.class, () -> found(null, null));
        } finally {
            Files.move(moved, base.resolve("elsewhere"));
        }
        assertEquals(1, found(List.of("elsewhere/**/*.yaml"), null).size());
    }

    @Test
    void namesAreTakenAsTheyAre() throws Exception {
        List<String> names = List.of(
                "A.yaml", "a\nb.yaml", "a\"b'.yaml", "a.yaml", "a/b.yaml", "a\\b.yaml", "x".repeat(250) + ".yaml");
        for (String name : names) {
            file("pipelines/" + name);
        }
        assertEquals(names.stream().map(name -> "pipelines/" + name).toList(), found(null, null));
    }

    /** Names in no encoding, which Java cannot spell: made by a shell, and read all the same. */
    @Test
    void filesWhoseNamesAreNoTextAreFoundAndCanBeRead() throws Exception {
        Files.createDirectories(base.resolve("pipelines"));
        for (String octal : List.of("376", "377")) {
            String command = "printf " + octal + " > \"$(printf 'pipelines/a\\" + octal + ".yaml')\"";
            Process shell = new ProcessBuilder("sh", "-c", command)
                    .directory(base.toFile())
                    .start();
            assertEquals(0, shell.waitFor());
        }
        List<Path> found = Manifests.in(base, null, null);
        assertEquals(2, found.size(), "both read as one name");
        assertEquals("376", Files.readString(found.get(0)));
        assertEquals("377", Files.readString(found.get(1)));
    }
}
