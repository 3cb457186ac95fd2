package dev.datause.maven;

import static dev.datause.maven.TestBuild.FINDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules {@code data} and {@code model}, of which the second reads what the first makes. */
class CheckAggregateMojoTest {
    private static final String DATA = """
            format: 1
            datasets:
              - {name: inbox.raw, categories: [letter]}
              - {name: cupboard.letters, derived: true}
            steps:
              - {name: sort, inputs: [inbox.raw], outputs: [cupboard.letters]}
            """;
    private static final String MODEL = """
            format: 1
            pipelines:
              - {name: read, purpose: reading, recipient: us, inputs: [cupboard.letters]}
            """;
    private static final String GUARDED =
            MODEL.replace("letters]}\n", "letters], guard: {policy: letters, reading: plain}}\n");
    private static final String VIOLATED = "Violated: not every use is permitted, see above and, in the build's output,"
            + " policy/check-aggregate-report.txt";

    @TempDir
    private Path root;

    private TestBuild build;

    @BeforeEach
    void modules() throws IOException {
        build = TestBuild.in(root, "data", "model");
        build.file("data/pipelines/data.yaml", DATA);
        build.file("model/pipelines/read.yaml", GUARDED);
    }

    private TestBuild.Goal goal(String name) throws IOException {
        build.kept("shop").clear();
        return build.goal(name).set("asOf", "2025-11-20");
    }

    private TestBuild.Goal aggregate() throws IOException {
        return goal("check-aggregate");
    }

    private String report() throws IOException {
        return build.text("target/policy/check-aggregate-report.txt");
    }

    private static Artifact artifact(String group, String name) {
        return new DefaultArtifact(group, name, "1", "compile", "jar", "", new DefaultArtifactHandler("jar"));
    }

    /** Nobody found a file for it. */
    private static Artifact lost() {
        return artifact("elsewhere", "lost");
    }

    private void modelReadsData() {
        Artifact data = artifact(build.module("data").getGroupId(), "data");
        data.setFile(root.resolve("data/target/classes").toFile());
        build.module("model").setArtifacts(Set.of(data));
    }

    @Test
    void allModulesAreCheckedAsOne() throws Exception {
        String told = aggregate().set("withoutVerdict", "shop,data,model").passes();

        assertTrue(
                told.startsWith("[INFO] policy:check-aggregate: shop declares no pipelines\n[INFO] account: "), told);
        assertTrue(
                told.endsWith("policy: 0 findings in 1 pipeline, 2 datasets, 1 step; policy letters, reading plain,"
                        + " as of 2025-11-20"),
                told);
        assertTrue(report().startsWith("verdict: passed\n"), report());
    }

    @Test
    void aViolationAcrossModulesFailsTheBuild() throws Exception {
        build.file("model/pipelines/read.yaml", MODEL);

        assertEquals(
                VIOLATED, aggregate().set("withoutVerdict", "shop,data,model").violated());
        String told = build.told();
        assertTrue(told.contains("[ERROR]   flow     inbox.raw -> sort -> cupboard.letters -> read\n"), told);
        assertTrue(report().startsWith("verdict: violations\n"), report());
        told = aggregate()
                .set("withoutVerdict", "shop,data,model")
                .set("failOnViolation", "false")
                .set("aggregateReportName", "all")
                .passes();
        assertTrue(
                told.endsWith(
                        "\n[WARNING] policy:check-aggregate: violated, and failOnViolation is off: the build goes on."),
                told);
        assertTrue(build.text("target/policy/all.txt").startsWith("verdict: violations\n"));
    }

    @Test
    void aModuleWithoutAVerdictIsNoPassThoughNothingWasFound() throws Exception {
        modelReadsData();
        goal("summarize").in("data").passes();
        goal("check").in("model").passes();

        assertEquals(
                "Could not check: shop has no verdict of its own; data has no verdict of its own: let policy:check run"
                        + " in each, with allowEmpty where there is nothing to check, or name them in withoutVerdict",
                aggregate().unable());
        String told = build.told();
        for (String module : List.of("shop", "data")) {
            assertTrue(
                    told.contains("[ERROR] policy:check-aggregate: " + module + " has no verdict of its own\n"), told);
        }
        assertTrue(report().startsWith("""
                verdict: could-not-check
                shop has no verdict of its own
                data has no verdict of its own
                account:"""), report());
        aggregate().set("withoutVerdict", "shop,data").passes();
        assertTrue(report().startsWith("verdict: passed\n"), report());
    }

    @Test
    void aModuleThatIsViolatedByItselfHasAVerdict() throws Exception {
        goal("check").in("model").violated();

        aggregate().set("withoutVerdict", "shop,data").passes();
    }

    @Test
    void aVerdictOnAnOlderManifestIsNone() throws Exception {
        goal("check").in("model").violated();
        FileTime later = FileTime.from(Instant.parse("2200-01-01T00:00:00Z"));
        Files.setLastModifiedTime(root.resolve("model/pipelines/read.yaml"), later);

        assertTrue(aggregate()
                .set("withoutVerdict", "shop,data")
                .unable()
                .startsWith("Could not check: model has a verdict older than its read.yaml: "));
        assertTrue(report().startsWith("verdict: could-not-check\n"), report());
        Files.setLastModifiedTime(root.resolve("model/target/policy/check-report.json"), later);
        aggregate().set("withoutVerdict", "shop,data").passes();
    }

    @Test
    void aViolationIsToldThoughAVerdictIsMissing() throws Exception {
        build.file("model/pipelines/read.yaml", MODEL);

        assertEquals(VIOLATED, aggregate().violated());
        assertTrue(report().startsWith("verdict: violations\n"), report());
    }

    @Test
    void noPipelineInAnyModuleIsNoPass() throws Exception {
        build = TestBuild.in(root.resolve("empty"), "other");

        assertEquals(
                "Could not check: no file declares a pipeline: pipelines/**/*.yaml, pipelines/**/*.yml,"
                        + " pipelines/**/*.json match nothing in any module",
                aggregate().unable());
        assertEquals("""
                [INFO] policy:check-aggregate: shop declares no pipelines
                [INFO] policy:check-aggregate: other declares no pipelines""", build.told());
        assertTrue(build.text("target/policy/check-aggregate-report.txt").startsWith("verdict: could-not-check\n"));
    }

    @Test
    void aWaiverCountsHereToo() throws Exception {
        build.file("model/pipelines/read.yaml", MODEL);
        aggregate().set("withoutVerdict", "shop,data,model").violated();
        String finding = report().lines()
                .filter(line -> line.startsWith("  id "))
                .findFirst()
                .orElseThrow()
                .substring(11);
        build.waiver(finding, "2025-12-31");

        String told = aggregate()
                .set("withoutVerdict", "shop,data,model")
                .set("waivers", "waivers.yaml")
                .passes();
        assertTrue(
                told.contains("[WARNING]   waived   until 2025-12-31 by privacy@example.org: the cupboard is locked"),
                told);
        assertTrue(report().startsWith("verdict: passed\n"), report());
    }

    @Test
    void aSummaryOfAModuleOfTheBuildIsNotReadHereForItsDocumentsAre() throws Exception {
        modelReadsData();
        build.file("data/target/classes/META-INF/datause/lineage.json", "{}");

        aggregate().set("withoutVerdict", "shop,data,model").passes();
        assertEquals(
                "Could not check: the summary in the output folder of data was not made in this build;"
                        + " let policy:summarize run there before",
                goal("check").in("model").unable());
    }

    @Test
    void whatAnyModuleDependsOnMustBeThere() throws Exception {
        build.module("model").setArtifacts(Set.of(lost()));

        assertEquals(
                "Could not check: the dependency lost is not there",
                aggregate().set("withoutVerdict", "shop,data,model").unable());
        assertTrue(report().startsWith("verdict: could-not-check\nCould not check: the dependency lost"), report());
        assertEquals(
                "Could not check: the dependency lost is not there",
                goal("check").in("model").unable());
    }

    @Test
    void whatOtherModulesDependOnIsTheirOwnAffair() throws Exception {
        build.module("data").setArtifacts(Set.of(lost()));

        assertEquals(
                "Could not check: the dependency lost is not there",
                goal("check").in("data").unable());
        assertTrue(goal("check").in("model").violated().startsWith("Violated: "));
    }

    @Test
    void aModuleIsCheckedByTheSummaryThatThisBuildMadeOfAnother() throws Exception {
        modelReadsData();
        build.file("model/pipelines/read.yaml", MODEL);
        assertEquals(
                "Violated: not every use is permitted, see above and, in the build's output, policy/check-report.txt",
                goal("check").in("model").violated());
        assertTrue(build.told().contains("[DU005] "), "not declared without a summary");

        goal("summarize").in("data").passes();
        build.kept("model").clear();
        goal("check").in("model").violated();
        String told = build.told();
        assertTrue(told.contains("[ERROR]   flow     data: inbox.raw -> sort -> cupboard.letters -> read\n"), told);
        assertFalse(told.contains(FINDING), told);
    }
}
