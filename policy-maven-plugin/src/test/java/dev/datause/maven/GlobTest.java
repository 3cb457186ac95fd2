package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "pipelines/**/*.yaml, pipelines/a.yaml, true",
        "pipelines/**/*.yaml, pipelines/x/y/a.yaml, true",
        "pipelines/**/*.yaml, other/pipelines/a.yaml, false",
        "pipelines/**/*.yaml, pipelines/a.yaml/b, false",
        "pipelines/**/*.yaml, pipelines/a.yaml2, false",
        "pipelines/**/*.yaml, Pipelines/a.yaml, false",
        "*.yaml, a.yaml, true",
        "*.yaml, x/a.yaml, false",
        "a?.yaml, ab.yaml, true",
        "a?.yaml, a.yaml, false",
        "**, x/y/z, true",
        "x/**, x, true",
        "x/**/y/**/z, x/1/y/2/y/3/z, true",
        "x/**/y/**/z, x/1/2/3/z, false",
        "*a*b*, xxaxxbxx, true",
        "*a*b*, xxbxxaxx, false",
        "*, '', true",
        "a*, a, true",
        "*a, a, true",
        "*ab, aab, true",
        "a*c, abcbc, true",
        "a*c, abcb, false",
        "?, '', false",
        "**/a, a, true",
        "**/a/b, a/a/b, true",
        "**/a/b, a/b/c, false",
        "a/**/b, a/b, true",
        "a/**/b/c, a/b/b/c, true",
        "a/b, a, false",
        "a, a/b, false",
        "a, ba, false",
        "a, ab, false",
        "a/**/**, a/b, true",
    })
    void matchesTheWholePathAndNothingElse(String pattern, String path, boolean matches) throws Exception {
        assertEquals(matches, Glob.of(pattern, "includes").matches(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/*", "../*.yaml", "a/../b", "./a", "a//b", "a/", "a\\b", "a**/b"})
    void aPatternThatLeadsElsewhereOrMeansNothingIsRefused(String pattern) {
        assertEquals(
                "Could not check: includes: '" + pattern + "' is no pattern: names with '/' between, from the module's"
                        + " folder, '**' alone between slashes",
                assertThrows(MojoExecutionException.class, () -> Glob.of(pattern, "includes"))
                        .getMessage());
    }

    @Test
    void nestedStarsCostNoMoreThanTheProductOfTheLengths() throws Exception {
        Glob names = Glob.of("*a".repeat(500) + "b", "includes");
        Glob folders = Glob.of("**/a/".repeat(200) + "b", "includes");

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            names.matches("a".repeat(5_000));
            folders.matches("a/".repeat(5_000) + "c");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "pipelines/**/*.yaml, pipelines",
        "*.yaml, ''",
        "a/b/c?/d, a/b",
        "a/b/c, a/b",
        "a/*/c/d, a",
        "**, ''",
        "?a/b, ''"
    })
    void theFolderAboveEverythingThatMatchesIsKnown(String pattern, String folder) throws Exception {
        assertEquals(folder, Glob.of(pattern, "includes").folder());
    }
}
