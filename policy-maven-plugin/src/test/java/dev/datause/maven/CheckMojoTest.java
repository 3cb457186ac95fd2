package dev.datause.maven;

import static dev.datause.maven.TestBuild.FINDING;
import static dev.datause.maven.TestBuild.GUARDED;
import static dev.datause.maven.TestBuild.LETTERS;
import static dev.datause.maven.TestBuild.UNGUARDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckMojoTest {
    private static final String VIOLATED =
            "Violated: not every use is permitted, see above and, in the build's output, policy/check-report.txt";
    private static final String NO_PIPELINE = "no file declares a pipeline: pipelines/**/*.yaml, pipelines/**/*.yml,"
            + " pipelines/**/*.json match nothing";

    @TempDir
    private Path root;

    private TestBuild build;

    @BeforeEach
    void aProject() throws IOException {
        build = TestBuild.in(root);
    }

    private TestBuild.Goal check() throws IOException {
        build.kept("shop").clear();
        return build.goal("check").set("asOf", "2025-11-20");
    }

    private String report() throws IOException {
        return build.text("target/policy/check-report.txt");
    }

    private String unable(TestBuild.Goal check) throws IOException {
        String why = check.unable();
        assertTrue(report().startsWith("verdict: could-not-check\n"), report());
        assertTrue(build.text("target/policy/check-report.json").contains("\"verdict\": \"could-not-check\""));
        return why;
    }

    @Test
    void whatIsPermittedPassesAndTheReportsSaySo() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);
        String text = """
                account: 2 seen = 2 understood + 0 ignored by rule + 0 could not be checked
                policy: 0 findings in 1 pipeline, 1 dataset; policy letters, reading plain, as of 2025-11-20
                """;

        assertEquals("[INFO] " + text.strip().replace("\n", "\n[INFO] "), check().passes());
        assertEquals("verdict: passed\n" + text, report());
        for (String ending : List.of("json", "sarif", "html")) {
            assertTrue(build.has("target/policy/check-report." + ending), ending);
        }
    }

    @Test
    void aViolationFailsTheBuildAfterTheReportIsWritten() throws Exception {
        build.file("pipelines/read.yaml", UNGUARDED);

        assertEquals(VIOLATED, check().violated());
        assertTrue(report().startsWith("verdict: violations\n[DU001] pipelines/read.yaml:5:27  "), report());
        String told = build.told();
        assertTrue(told.startsWith("[ERROR] [DU001] pipelines/read.yaml:5:27  pipeline 'read' lets letter of "), told);
        assertTrue(told.contains("\n[ERROR]   id       " + FINDING), told);
        assertFalse(told.contains("[INFO]") || told.contains("[WARNING]"), told);
    }

    @Test
    void aViolationThatDoesNotFailTheBuildIsAWarningAndInTheReport() throws Exception {
        build.file("pipelines/read.yaml", UNGUARDED);
        String told = check().set("failOnViolation", "false").passes();

        assertTrue(told.startsWith("[WARNING] [DU001] pipelines/read.yaml:5:27  "), told);
        assertTrue(
                told.endsWith("\n[WARNING] policy:check: violated, and failOnViolation is off: the build goes on."),
                told);
        assertFalse(told.contains("[INFO]") || told.contains("[ERROR]"), told);
        assertTrue(report().startsWith("verdict: violations\n"), report());
    }

    @Test
    void aSkipIsLoudAndNoPass() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);

        assertEquals(
                "[WARNING] policy:check is skipped in shop: nothing was checked.",
                check().set("skip", "true").passes());
        assertEquals("verdict: skipped\npolicy:check is skipped in shop: nothing was checked.\n", report());
    }

    @Test
    void noPipelineIsNoPassUnlessThatIsDeclared() throws Exception {
        assertEquals(
                "Could not check: " + NO_PIPELINE + "; if that is as it should be, set allowEmpty", unable(check()));
        assertEquals(
                "verdict: could-not-check\nCould not check: " + NO_PIPELINE
                        + "; if that is as it should be, set allowEmpty\n",
                report());
        assertEquals(
                "[INFO] policy:check: " + NO_PIPELINE + ", as declared.",
                check().set("allowEmpty", "true").passes());
        assertEquals("verdict: nothing-to-check\n" + NO_PIPELINE + ", as declared.\n", report());
    }

    @Test
    void aPatternThatMatchesNothingIsNotMadeGoodByAllowEmpty() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);

        assertEquals(
                "Could not check: includes: flows/*.yaml matches nothing",
                unable(check().set("allowEmpty", "true").set("includes", "pipelines/*.yaml,flows/*.yaml")));
        assertEquals(
                "Could not check: no file declares a pipeline: pipelines/*.yaml match nothing"
                        + "; if that is as it should be, set allowEmpty",
                unable(check().set("includes", "pipelines/*.yaml").set("excludes", "pipelines/r*")));
    }

    @Test
    void theDayIsGivenOrThatOfTheOutputAndNeverOfTheClock() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);

        assertEquals(
                "Could not check: no day to check for: give asOf, or set project.build.outputTimestamp",
                unable(build.goal("check")));
        build.property("project.build.outputTimestamp", "2025-11-20T23:30:00-05:00");
        build.kept("shop").clear();
        String told = build.goal("check").passes();
        assertTrue(told.endsWith("reading plain, as of 2025-11-21"), told);
    }

    @Test
    void aManifestThatCannotBeReadIsNoPass() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);
        build.file("pipelines/broken.yaml", "format: 2\n");

        assertEquals(
                "Could not check: not everything could be checked, see above and, in the build's output,"
                        + " policy/check-report.txt",
                unable(check()));
        String told = build.told();
        assertTrue(
                told.contains(
                        "[ERROR] [DU017] pipelines/broken.yaml:1:9  the manifest is refused: format is 1 for this library [DP021]\n"),
                told);
    }

    @Test
    void aManifestThatIsLongerThanIsReadIsNoPass() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);
        int length = GUARDED.length();

        check().set("fileBytes", "" + length).passes();
        unable(check().set("fileBytes", "" + (length - 1)));
        String told = build.told();
        assertTrue(told.contains("more bytes than " + (length - 1) + " (limit fileBytes)"), told);
        for (String none : List.of("0", "-1")) {
            assertEquals(
                    "Could not check: fileBytes is a number of bytes, 1 or more",
                    unable(check().set("fileBytes", none)));
        }
        assertEquals(
                "Could not check: not everything could be checked, see above and, in the build's output,"
                        + " policy/check-report.txt",
                unable(check().set("fileBytes", "1")));
    }

    @Test
    void everyReadingThatIsAskedForCounts() throws Exception {
        build.file("pipelines/read.yaml", UNGUARDED);

        String told = check().set("reading", "lenient").passes();
        assertTrue(told.endsWith("policy letters, reading lenient, as of 2025-11-20"), told);
        assertEquals(VIOLATED, check().set("reading", "lenient,plain").violated());
        told = check().set("answers", "closed=yes").passes();
        assertTrue(told.endsWith("policy letters, reading plain-closed-yes, as of 2025-11-20"), told);
        assertEquals(
                "Could not check: reading: the policy letters has no reading 'strict'; it has plain, lenient",
                unable(check().set("reading", "strict")));
    }

    @Test
    void theBundledPolicyIsTheOneUnlessAnotherIsNamed() throws Exception {
        build.file("pipelines/none.yaml", """
                format: 1
                datasets:
                  - {name: weather, noMemberData: readings of thermometers}
                pipelines:
                  - {name: train, purpose: ai-training, recipient: linkedin, inputs: [weather]}
                """);

        String told = build.plain("check").set("asOf", "2025-11-20").passes();
        assertTrue(told.endsWith("policy linkedin-2025-11-03, reading strict, as of 2025-11-20"), told);
    }

    @Test
    void whatIsProbablyNotMeantInThePolicyIsSaid() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);
        build.file(
                "letters.json", LETTERS.substring(0, LETTERS.lastIndexOf(",\n    {\n      \"id\": \"closed\"")) + "]}");

        String told = check().passes();
        assertTrue(told.startsWith("[WARNING] [DP0"), told);
        assertTrue(told.contains("no rule prohibits anything\n"), told);
    }

    @Test
    void aPolicyThatSaysSomethingElseThanItsHashIsNotUsed() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);

        String why = unable(check().set("policyHash", "00"));
        assertTrue(
                why.matches(
                        "Could not check: the policy letters is not the one of policyHash: its hash is [0-9a-f]{64}"),
                why);
        check().set("policyHash", why.substring(why.length() - 64)).passes();
    }

    @Test
    void aPolicyWithProblemsIsNotUsedAndEachIsTold() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);
        build.file("letters.json", LETTERS.replace("\"format\": 1", "\"format\": 1, \"fromat\": 1"));

        assertEquals("Could not check: 1 problem in a document, see above", unable(check()));
        String told = build.told();
        assertTrue(told.startsWith("[ERROR] [DP014] letters.json:2:16  unknown key \"fromat\""), told);
        assertTrue(report().contains("[DP014] letters.json:2:16  unknown key \"fromat\""), report());
        build.file("letters.json", "{}");
        assertTrue(unable(check()).matches("Could not check: [1-9][0-9]* problems in a document, see above"));
    }

    @ParameterizedTest
    @CsvSource({"policy", "waivers", "baseline", "summaries"})
    void noFileIsTakenFromOutsideTheBuild(String parameter) throws Exception {
        build.file("pipelines/read.yaml", GUARDED);

        assertEquals(
                "Could not check: " + parameter + ": the path leads out of the build",
                unable(check().set(parameter, "../elsewhere.json")));
    }

    @ParameterizedTest
    @CsvSource({"waivers, waivers.yaml", "baseline, policy-baseline.json", "summaries, lineage.json"})
    void aFileThatIsNamedMustBeThere(String parameter, String name) throws Exception {
        build.file("pipelines/read.yaml", GUARDED);

        assertEquals("Could not check: 1 problem in a document, see above", unable(check().set(parameter, name)));
        assertEquals("[ERROR] [DP001] " + name + ":1:1  no such file", build.told());
        assertEquals("verdict: could-not-check\n[DP001] " + name + ":1:1  no such file\n", report());
    }

    private void waiver(String expires) throws IOException {
        build.waiver(FINDING, expires);
    }

    @Test
    void aWaivedFindingDoesNotCountUntilTheWaiverEnds() throws Exception {
        build.file("pipelines/read.yaml", UNGUARDED);
        waiver("2025-12-31");
        String told = check().set("waivers", "waivers.yaml").passes();
        assertTrue(
                told.contains("[WARNING]   waived   until 2025-12-31 by privacy@example.org: the cupboard is locked"),
                told);

        waiver("2025-11-19");
        assertEquals(VIOLATED, check().set("waivers", "waivers.yaml").violated());
        told = build.told();
        assertTrue(
                told.contains("[DU040] waivers.yaml:3:5  the waiver of " + FINDING + " expired on 2025-11-19"), told);
    }

    @Test
    void aWaiverLastsNoLongerThanIsAgreed() throws Exception {
        build.file("pipelines/read.yaml", UNGUARDED);
        // The ninetieth day after that of the check.
        waiver("2026-02-18");
        check().set("waivers", "waivers.yaml").passes();
        assertEquals(
                VIOLATED,
                check().set("waivers", "waivers.yaml").set("waiverDays", "89").violated());
        waiver("2026-02-19");
        assertEquals(VIOLATED, check().set("waivers", "waivers.yaml").violated());
        check().set("waivers", "waivers.yaml").set("waiverDays", "91").passes();
        for (String none : List.of("0", "3661")) {
            assertEquals(
                    "Could not check: waiverDays is a number of days from 1 to 3660",
                    unable(check().set("waiverDays", none)));
        }
    }

    private void baseline(String finding) throws IOException {
        build.file(
                "policy-baseline.json",
                "{\"format\": 1, \"findings\": [{\"finding\": \"" + finding + "\", \"what\": \"old\"}]}");
    }

    @Test
    void whatIsInTheBaselineDoesNotCountAndEverythingElseDoes() throws Exception {
        build.file("pipelines/read.yaml", UNGUARDED);
        baseline(FINDING);
        String told = check().set("baseline", "policy-baseline.json").passes();
        assertTrue(told.contains("policy: 0 findings, 1 in the baseline in 1 pipeline"), told);

        build.file(
                "pipelines/more.yaml", UNGUARDED.replace("cupboard", "drawer").replace("name: read", "name: other"));
        assertEquals(VIOLATED, check().set("baseline", "policy-baseline.json").violated());
        assertTrue(report().contains("[DU001] pipelines/more.yaml:5:28  "), report());
    }

    @Test
    void anEntryThatMatchesNothingIsAWarningOrIfToldAViolation() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);
        baseline(FINDING);
        String stale = "[DU046] policy-baseline.json:1:";

        String told = check().set("baseline", "policy-baseline.json").passes();
        assertTrue(told.startsWith("[WARNING] " + stale), told);
        assertEquals(
                VIOLATED,
                check().set("baseline", "policy-baseline.json")
                        .set("failOnStaleBaseline", "true")
                        .violated());
        told = build.told();
        assertTrue(told.startsWith("[ERROR] " + stale), told);
    }

    /** More findings than a person reads: those that are not kept cannot be compared with a baseline. */
    @Test
    void aBaselineOrWaiversAreComparedWithAllFindings() throws Exception {
        StringBuilder manifest = new StringBuilder("format: 1\ndatasets:\n");
        StringBuilder pipelines = new StringBuilder("pipelines:\n");
        for (int i = 0; i < 250; i++) {
            manifest.append("  - {name: box").append(i).append(", categories: [letter]}\n");
            pipelines
                    .append("  - {name: read")
                    .append(i)
                    .append(", purpose: reading, recipient: us, inputs: [box")
                    .append(i)
                    .append("]}\n");
        }
        build.file("pipelines/read.yaml", manifest.append(pipelines).toString());
        build.goal("baseline")
                .set("asOf", "2025-11-20")
                .set("baseline", "policy-baseline.json")
                .set("ci", "true")
                .passes();

        String told = check().set("baseline", "policy-baseline.json").passes();
        assertTrue(told.contains("policy: 0 findings, 250 in the baseline in 250 pipelines"), told);
        assertEquals(VIOLATED, check().violated());
        assertTrue(
                report().contains("and 50 more"),
                report().lines().skip(190).toList().toString());
        waiver("2025-12-31");
        assertEquals(VIOLATED, check().set("waivers", "waivers.yaml").violated());
        assertFalse(report().contains("and 50 more"));
    }

    @Test
    void onlyTheFormatsAskedForAreWritten() throws Exception {
        build.file("pipelines/read.yaml", UNGUARDED);

        assertEquals(
                "Violated: not every use is permitted, see above and, in the build's output, policy/gate.sarif",
                check().set("formats", "sarif,json").set("reportName", "gate").violated());
        try (var files = Files.list(root.resolve("target/policy"))) {
            assertEquals(
                    List.of("gate.json", "gate.sarif"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void twoExecutionsOfAModuleDoNotOverwriteEachOther() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);
        check().passes();

        assertEquals(
                "Could not check: another execution in this module has written check-report; set reportName",
                build.goal("check").set("asOf", "2025-11-20").unable());
        assertTrue(report().startsWith("verdict: passed\n"), "the other's report stands");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "../a"})
    void aReportHasAPlainName(String name) throws Exception {
        assertEquals(
                "Could not check: reportName is a plain file name: letters and digits with single '-', '_' or '.' between",
                check().set("reportName", name).unable());
        assertFalse(build.has("target/policy"));
    }

    @Test
    void aReportThatCannotBeWrittenIsNoPassAndTellsNoPath() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);
        build.file("target", "no folder");

        assertEquals("Could not check: a file could not be read or written", check().unable());
    }

    @Test
    void aParameterThatNobodyReadsIsRefused() throws Exception {
        build.file("pipelines/read.yaml", GUARDED);

        String why = check().set("failOnViolations", "false").unable();
        assertTrue(
                why.startsWith("Could not check: <failOnViolations> is no parameter of any goal; there are age, "),
                why);
        build.property("policy.failOnViolations", "false");
        why = check().unable();
        assertTrue(
                why.startsWith("Could not check: -Dpolicy.failOnViolations is no parameter of any goal; there are "
                        + "policy.age, "),
                why);
        assertFalse(build.has("target"));
    }

    @Test
    void whatAFileOfSummariesSaysCounts() throws Exception {
        build.file("upstream/pipelines/data.yaml", """
                format: 1
                datasets:
                  - {name: inbox.raw, categories: [letter]}
                  - {name: cupboard.letters, derived: true}
                steps:
                  - {name: sort, inputs: [inbox.raw], outputs: [cupboard.letters]}
                """);
        build.goal("summarize")
                .set("asOf", "2025-11-20")
                .set("includes", "upstream/pipelines/*.yaml")
                .passes();
        build.file("lineage.json", build.text("target/classes/META-INF/datause/lineage.json"));
        build.file(
                "pipelines/read.yaml",
                UNGUARDED
                        .replace("  - {name: cupboard.letters, categories: [letter]}\n", "")
                        .replace("datasets:\n", ""));

        assertEquals(VIOLATED, check().violated());
        assertTrue(
                report().contains("[DU005] pipelines/read.yaml:3:60  pipeline 'read' reads the undeclared dataset"),
                report());
        assertEquals(VIOLATED, check().set("summaries", "lineage.json").violated());
        String told = build.told();
        assertTrue(told.contains("flow     shop: inbox.raw -> sort -> cupboard.letters -> read"), told);
    }

    @Test
    void aModuleTakesItsPolicyFromTheBuildAboveIt() throws Exception {
        build = TestBuild.in(root, "model");
        build.file("model/pipelines/read.yaml", GUARDED);

        String told = check().in("model").passes();
        assertTrue(told.contains("[INFO] policy: 0 findings in 1 pipeline"), told);
        assertTrue(build.text("model/target/policy/check-report.txt").startsWith("verdict: passed\n"));
    }
}
