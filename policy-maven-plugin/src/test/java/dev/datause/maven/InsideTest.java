package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsideTest {
    @TempDir
    private Path base;

    private Path root;

    @BeforeEach
    void folders() throws IOException {
        root = Files.createDirectories(base.resolve("root"));
        Files.createDirectories(base.resolve("outside"));
    }

    private String refused(String given) {
        return assertThrows(MojoExecutionException.class, () -> Inside.file(given, "policy", root, root))
                .getMessage();
    }

    @Test
    void aFileNeedNotBeThere() throws Exception {
        assertEquals(root.resolve("a/b.json"), Inside.file("a/b.json", "policy", root, root));
        assertEquals(root.resolve("b.json"), Inside.file("a/../b.json", "policy", root, root));
        assertEquals(root.resolve("b.json"), Inside.file("../root/b.json", "policy", root, root));
        assertEquals(root, Inside.file("", "policy", root, root));
    }

    @Test
    void noNameLeadsOut() {
        for (String out : List.of("..", "../b.json", "a/../../b.json", "/b.json", "../rooted/b.json")) {
            assertEquals("Could not check: policy: the path leads out of the build", refused(out));
        }
        assertEquals("Could not check: policy: no path", refused("a\0b"));
    }

    @Test
    void noLinkLeadsOutThoughWhatIsBehindItIsNotThere() throws Exception {
        Files.createSymbolicLink(root.resolve("folder"), base.resolve("outside"));
        Files.createSymbolicLink(root.resolve("within"), Files.createDirectories(root.resolve("real")));

        assertEquals("Could not check: policy: the path leads out of the build", refused("folder"));
        assertEquals("Could not check: policy: the path leads out of the build", refused("folder/a/b.json"));
        assertEquals(root.resolve("within/a.json"), Inside.file("within/a.json", "policy", root, root));
        assertTrue(Inside.holds(root, root.resolve("within/a.json")));
        assertFalse(Inside.holds(root.resolve("real"), root.resolve("a.json")));
        assertTrue(Inside.holds(root.resolve("within"), root.resolve("real/a.json")));
    }

    @Test
    void aLinkThatLeadsNowhereCannotBeFollowed() throws Exception {
        Files.createSymbolicLink(root.resolve("gone.json"), base.resolve("outside/gone.json"));
        Files.createSymbolicLink(root.resolve("round"), root.resolve("round"));

        for (String link : List.of("gone.json", "gone.json/a", "round")) {
            assertEquals("Could not check: a path cannot be followed", refused(link));
        }
    }

    @Test
    void problemsCallAFileByItsWayFromTheBase() {
        assertEquals("a/b.json", Inside.name(root.resolve("a/b.json"), root));
        assertEquals("b.json", Inside.name(root.resolve("a/../b.json"), root.resolve("a/..")));
        assertEquals("", Inside.name(root, root));
        assertEquals("b.json", Inside.name(base.resolve("outside/b.json"), root));
        assertEquals("", Inside.name(root.getRoot(), root));
    }
}
