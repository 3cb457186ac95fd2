package dev.datause.maven;

import static dev.datause.maven.TestBuild.FINDING;
import static dev.datause.maven.TestBuild.GUARDED;
import static dev.datause.maven.TestBuild.UNGUARDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineMojoTest {
    private static final String NAME = "policy-baseline.json";

    @TempDir
    private Path root;

    private TestBuild build;

    @BeforeEach
    void aProject() throws IOException {
        build = TestBuild.in(root);
    }

    /** Whether a machine or a person runs this test is the same. */
    private TestBuild.Goal baseline() throws IOException {
        return build.goal("baseline")
                .set("asOf", "2025-11-20")
                .set("baseline", NAME)
                .set("ci", "true");
    }

    private void pipelines(String... names) throws IOException {
        for (String name : names) {
            build.file(
                    "pipelines/" + name + ".yaml",
                    UNGUARDED.replace("cupboard", name).replace("name: read", "name: " + name));
        }
    }

    @Test
    void aMachineWritesNoneByAccident() throws Exception {
        for (String machine : List.of("true", "1")) {
            assertEquals(
                    "Could not check: the environment variable CI is set, and no build writes a baseline by accident; "
                            + "if that is meant, set policy.baseline.ci",
                    assertThrows(MojoExecutionException.class, () -> BaselineMojo.refuseInCi(machine))
                            .getMessage());
        }
        BaselineMojo.refuseInCi("false");
        BaselineMojo.refuseInCi("");
        BaselineMojo.refuseInCi(null);
    }

    @Test
    void noneIsWrittenWhereAWaiverOrWatchCouldNotBeJudged() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);
        build.file("waivers.yaml", """
                format: 1
                watches:
                  - {rule: gone, reason: nobody remembers, owner: privacy@example.org, until: 2025-11-30}
                """);

        assertEquals(
                "Could not check: not everything could be checked, so no baseline was written; see above",
                baseline().set("waivers", "waivers.yaml").unable());
        assertTrue(build.told().contains("[ERROR] [DU044] waivers.yaml:3:5  "));
        assertFalse(build.has(NAME));
    }

    @Test
    void theFirstOneHoldsEveryFindingOfToday() throws Exception {
        build.file("pipelines/read.yaml", UNGUARDED);

        assertEquals(
                "[WARNING] policy:baseline: 1 finding in policy-baseline.json, grown by 1, shrunk by 0",
                baseline().passes());
        assertEquals("""
                {
                  "format": 1,
                  "findings": [
                    {
                      "finding": "FINDING",
                      "what": "pipeline 'read' lets letter of 'cupboard.letters' reach reading"
                    }
                  ]
                }
                """, build.text(NAME).replace(FINDING, "FINDING"));
        assertEquals(
                "[INFO] policy:baseline: 1 finding in policy-baseline.json, grown by 0, shrunk by 0",
                baseline().passes());
    }

    @Test
    void whereNothingIsFoundItIsEmpty() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);

        assertEquals(
                "[INFO] policy:baseline: 0 findings in deep/below/baseline.json, grown by 0, shrunk by 0",
                baseline().set("baseline", "deep/below/baseline.json").passes());
        assertEquals("{\"format\": 1, \"findings\": []}\n", build.text("deep/below/baseline.json"));
    }

    @Test
    void itShrinksByWhatWasMended() throws Exception {
        pipelines("one", "two", "three");
        baseline().passes();
        build.file("pipelines/one.yaml", GUARDED);
        build.file("pipelines/two.yaml", GUARDED.replace("cupboard", "drawer").replace("name: read", "name: other"));

        assertEquals(
                "[INFO] policy:baseline: 1 finding in policy-baseline.json, grown by 0, shrunk by 2",
                baseline().passes());
    }

    @Test
    void itGrowsOnlyIfToldTo() throws Exception {
        pipelines("one");
        baseline().passes();
        String before = build.text(NAME);
        pipelines("two", "three");

        assertEquals(
                "Could not check: the baseline would grow by 2 findings, so it was not written; mend them, or, if they"
                        + " may stand, set policy.baseline.grow",
                baseline().unable());
        String told = build.told();
        assertTrue(told.contains("[ERROR] [DU001] pipelines/two.yaml:5:26  "), told);
        assertFalse(
                told.contains(
                        "[DU001] pipelines/one.yaml:5:26  pipeline 'one' lets letter of 'one.letters' reach reading\n[ERROR]  |"),
                told);
        assertEquals(before, build.text(NAME));
        assertEquals(
                "[WARNING] policy:baseline: 3 findings in policy-baseline.json, grown by 2, shrunk by 0",
                baseline().set("grow", "true").passes());
    }

    @Test
    void oneThatIsDamagedIsNotOverwritten() throws Exception {
        pipelines("one");
        build.file(NAME, "{\"format\": 1, \"findings\": ");

        assertEquals(
                "Could not check: 1 problem in a document, see above",
                baseline().unable());
        assertTrue(build.told().startsWith("[ERROR] [DP"));
        assertEquals("{\"format\": 1, \"findings\": ", build.text(NAME));
    }

    @Test
    void whatIsWaivedIsNotInIt() throws Exception {
        build.file("pipelines/read.yaml", UNGUARDED);
        build.waiver(FINDING, "2025-12-31");

        assertEquals(
                "[INFO] policy:baseline: 0 findings in policy-baseline.json, grown by 0, shrunk by 0",
                baseline().set("waivers", "waivers.yaml").passes());
    }

    @Test
    void noneIsWrittenOfWhatCouldNotBeChecked() throws Exception {
        pipelines("one");
        build.file("pipelines/broken.yaml", "format: 2\n");

        assertEquals(
                "Could not check: not everything could be checked, so no baseline was written; see above",
                baseline().unable());
        String told = build.told();
        assertTrue(told.contains("[ERROR] [DU017] pipelines/broken.yaml:1:9  "), told);
        assertFalse(build.has(NAME));
    }

    @Test
    void whatIsWaivedNoLongerIsInIt() throws Exception {
        build.file("pipelines/read.yaml", UNGUARDED);
        build.waiver(FINDING, "2025-11-19");

        assertEquals(
                "[WARNING] policy:baseline: 1 finding in policy-baseline.json, grown by 1, shrunk by 0",
                baseline().set("waivers", "waivers.yaml").passes());
    }

    @Test
    void noneIsWrittenWhereNothingIsChecked() throws Exception {
        assertEquals(
                "Could not check: no file declares a pipeline: pipelines/**/*.yaml, pipelines/**/*.yml,"
                        + " pipelines/**/*.json match nothing",
                baseline().unable());
        assertFalse(build.has(NAME));
    }

    @Test
    void itsFileIsNamedAndEndsInJsonAndLiesInTheModule() throws Exception {
        pipelines("one");

        assertEquals(
                "Could not check: give the file of the baseline as policy.baseline",
                build.goal("baseline")
                        .set("asOf", "2025-11-20")
                        .set("ci", "true")
                        .unable());
        assertEquals(
                "Could not check: baseline: the file is named .json",
                baseline().set("baseline", "baseline.yaml").unable());
        build = TestBuild.in(root, "model");
        assertEquals(
                "Could not check: baseline: the path leads out of the build",
                baseline().in("model").set("baseline", "../baseline.json").unable());
    }
}
