package dev.datause.maven;

import static dev.datause.maven.TestBuild.GUARDED;
import static dev.datause.maven.TestBuild.UNGUARDED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.gate.Ending;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifyReportMojoTest {
    @TempDir
    private Path root;

    private TestBuild build;

    @BeforeEach
    void aProject() throws IOException {
        build = TestBuild.in(root);
    }

    private void report(String name, Ending ending) throws Exception {
        build.kept("shop").clear();
        build.file("pipelines/read.yaml", ending == Ending.VIOLATIONS ? UNGUARDED : GUARDED);
        TestBuild.Goal check = build.goal("check").set("reportName", name).set("asOf", "2025-11-20");
        switch (ending) {
            case PASSED -> check.passes();
            case NOTHING_TO_CHECK ->
                check.set("excludes", "**").set("allowEmpty", "true").passes();
            case SKIPPED -> check.set("skip", "true").passes();
            case COULD_NOT_CHECK -> check.set("excludes", "**").unable();
            case VIOLATIONS -> check.violated();
        }
    }

    private TestBuild.Goal verify() {
        return build.plain("verify-report");
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"PASSED", "NOTHING_TO_CHECK"})
    void aGoodVerdictIsTold(Ending ending) throws Exception {
        report("check-report", ending);

        assertEquals("[INFO] policy:verify-report: check-report of shop: " + ending.word(), verify().passes());
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"SKIPPED", "COULD_NOT_CHECK"})
    void aCheckThatWasNotMadeIsNoPass(Ending ending) throws Exception {
        report("check-report", ending);

        assertEquals("Could not check: check-report of shop: " + ending.word(), verify().unable());
        assertEquals("", build.told());
    }

    @Test
    void aViolationFailsTheBuild() throws Exception {
        report("check-report", Ending.VIOLATIONS);

        assertEquals("Violated: check-report of shop: violations", verify().violated());
    }

    @Test
    void aReportThatIsNotThereOrDamagedIsNoPass() throws Exception {
        String refusal = "Could not check: check-report of shop: no report that can be read";

        assertEquals(refusal, verify().unable());
        assertEquals("[ERROR] [DP001] target/policy/check-report.json:1:1  no such file", build.told());
        report("check-report", Ending.NOTHING_TO_CHECK);
        String whole = build.text("target/policy/check-report.json");
        build.file("target/policy/check-report.json", whole.substring(0, whole.length() / 2));
        assertEquals(refusal, verify().unable());
    }

    @Test
    void everyReportThatIsNamedCountsAndTheOthersDoNot() throws Exception {
        report("check-report", Ending.VIOLATIONS);
        report("good", Ending.NOTHING_TO_CHECK);
        report("skipped", Ending.SKIPPED);
        report("bad", Ending.VIOLATIONS);

        assertEquals(
                "[INFO] policy:verify-report: good of shop: nothing-to-check",
                verify().set("reports", "good").passes());
        assertEquals(
                "Could not check: skipped of shop: skipped; gone of shop: no report that can be read",
                verify().set("reports", "skipped,good,gone").unable());
        assertEquals(
                "Violated: bad of shop: violations; skipped of shop: skipped",
                verify().set("reports", "skipped,bad,good").violated());
    }

    @Test
    void aNameLeadsNowhereElse() throws Exception {
        assertEquals(
                "Could not check: reportName is a plain file name: letters and digits with single '-', '_' or '.'"
                        + " between",
                verify().set("reports", "../check-report").unable());
    }
}
