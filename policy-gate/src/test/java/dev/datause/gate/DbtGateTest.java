package dev.datause.gate;

import static dev.datause.gate.DbtGiven.NONE;
import static dev.datause.gate.DbtGiven.manifest;
import static dev.datause.gate.DbtGiven.meta;
import static dev.datause.gate.DbtGiven.tags;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the gate says of dbt projects. */
class DbtGateTest {
    private static final String TRAINS = meta("{\"datause\": {\"purpose\": \"training\", \"recipient\": \"owner\", "
            + "\"guard\": {\"policy\": \"small\", \"reading\": \"strict\"}}}");

    private static GateReport check(String mapping, String json) {
        return Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                .reader(DbtReader.of(DbtMapping.of("map.yaml", Given.bytes(mapping))))
                .check(Map.of("target/manifest.json", Given.bytes(json)));
    }

    private static GateReport check(DbtGiven manifest) {
        return check("format: 1\n", manifest.json());
    }

    @Test
    void aMessageIsFoundFourModelsDownWithItsWayAndTheFilesOfTheProject() {
        GateReport report = check("format: 1\n", DbtGiven.VIOLATION);
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(report), report.text());
        assertTrue(
                report.text()
                        .contains(
                                "flow     source.shop.app.messages -> model.shop.stg_messages -> model.shop.int_threads"
                                        + " -> model.shop.int_words -> model.shop.corpus -> exposure.shop.assistant\n"),
                report.text());
        assertTrue(
                report.text().contains(" (models/exposures.yml)  pipeline 'exposure.shop.assistant' lets"),
                report.text());
        Finding finding = report.findings().get(0);
        assertTrue(finding.snippet().isPresent());
    }

    @Test
    void whatIsPermittedPasses() {
        GateReport report = check(manifest()
                .source("app.users", tags("datause:category=profile"))
                .model("stg", NONE, "source.shop.app.users")
                .exposure("x", "ml", TRAINS, "model.shop.stg"));
        assertEquals(Verdict.PASSED, report.verdict(), report.text());
    }

    @Test
    void aSourceOfWhichNothingIsSaidCannotBeCheckedOnceItReachesAPurpose() {
        GateReport report = check(manifest()
                .source("app.users", NONE)
                .source("app.unused", NONE)
                .model("stg", NONE, "source.shop.app.users")
                .exposure("x", "ml", TRAINS, "model.shop.stg"));
        assertEquals(Verdict.COULD_NOT_CHECK, report.verdict(), report.text());
        assertEquals(List.of(FindingCode.COULD_BE_ANYTHING), Given.codes(report), report.text());
        assertTrue(report.text().contains("source.shop.app.users"), report.text());
    }

    @Test
    void aParentThatTheManifestDoesNotHoldIsFound() {
        GateReport report = check(manifest()
                .source("app.users", tags("datause:category=profile"))
                .model("stg", NONE, "source.shop.app.users", "model.other.gone")
                .exposure("x", "ml", TRAINS, "model.shop.stg"));
        assertEquals(List.of(FindingCode.UNDECLARED_DATASET), Given.codes(report), report.text());
        assertTrue(report.text().contains("model.other.gone"), report.text());
    }

    @Test
    void anExposureWithoutAPurposeIsFoundUnlessARuleSaysWhy() {
        String json = manifest()
                .source("app.users", tags("datause:category=profile"))
                .exposure("x", "ml", TRAINS, "source.shop.app.users")
                .exposure("board", "dashboard", NONE, "source.shop.app.users")
                .json();
        assertEquals(List.of(FindingCode.NO_PURPOSE), Given.codes(check("format: 1\n", json)));
        GateReport told = check(
                "format: 1\nrules:\n  - where: {on: exposure, type: dashboard}\n    says: {noPurpose: our own sums}\n",
                json);
        assertEquals(Verdict.PASSED, told.verdict(), told.text());
        assertEquals(1, told.completeness().ignored());
    }

    @Test
    void aTagOfAColumnTaintsWhateverReadsTheTable() {
        GateReport report = check(manifest()
                .source(
                        "app.t",
                        NONE,
                        "{\"id\": {\"tags\": [], \"meta\": {}}, \"body\": {\"tags\": [\"datause:category=message\"], \"meta\": {}}}")
                .model("ids_only", NONE, "source.shop.app.t")
                .exposure("x", "ml", tags("datause:purpose=training"), "model.shop.ids_only"));
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(report), report.text());
    }

    @Test
    void aModelUsedForAPurposeIsCheckedWithoutAnyExposure() {
        GateReport report = check(manifest()
                .source("app.t", tags("datause:category=message"))
                .model("training_set", tags("datause:purpose=training"), "source.shop.app.t"));
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(report), report.text());
    }

    @Test
    void whatBreaksStopsAndOnlyThat() {
        DbtGiven project = manifest()
                .source("app.t", tags("datause:category=message"))
                .model(
                        "counts",
                        meta("{\"datause\": {\"breaks\": [{\"categories\": [\"message\"], \"method\": \"aggregation\", "
                                + "\"minimumGroup\": 50, \"owner\": \"data office\", \"reason\": \"counts\"}]}}"),
                        "source.shop.app.t")
                .exposure("x", "ml", TRAINS, "model.shop.counts");
        assertEquals(Verdict.PASSED, check(project).verdict(), check(project).text());
        GateReport alsoPosts = check(project.source("app.s", tags("datause:category=story"))
                .parents("model.shop.counts", "source.shop.app.s")
                .without("parent_map"));
        assertEquals(Verdict.PASSED, alsoPosts.verdict(), "a source that nothing reads");
    }

    @Test
    void aWordThatThePolicyDoesNotHaveIsFoundAtItsPlace() {
        GateReport report = check(manifest()
                .source("app.t", tags("datause:category=Profile"))
                .exposure(
                        "x",
                        "ml",
                        meta("{\"datause\": {\"purpose\": \"trainings\", \"recipient\": \"owners\"}}"),
                        "source.shop.app.t"));
        assertEquals(
                List.of(FindingCode.UNKNOWN_PURPOSE, FindingCode.UNKNOWN_CATEGORY, FindingCode.UNKNOWN_RECIPIENT),
                Given.codes(report),
                report.text());
        assertTrue(report.text().contains("\"Profile\"; looks like \"profile\""), report.text());
    }

    @Test
    void aManifestThatIsRefusedIsNotAPassAndNamesThePlaceInTheMapping() {
        GateReport report =
                check("format: 1\nrules:\n  - where: {tag: nowhere}\n    says: {nothing: x}\n", DbtGiven.VIOLATION);
        assertEquals(List.of(FindingCode.UNMATCHED_RULE), Given.codes(report), report.text());
        assertEquals(Verdict.COULD_NOT_CHECK, report.verdict());
        assertEquals("map.yaml", report.findings().get(0).at().orElseThrow().file());
    }

    @Test
    void aManifestOfOursMayReadWhatDbtMakes() {
        GateReport report = Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                .reader(DbtReader.of(DbtMapping.standard()))
                .check(
                        Map.of(
                                "target/manifest.json",
                                Given.bytes(manifest()
                                        .source("app.t", tags("datause:category=message"))
                                        .model("m", NONE, "source.shop.app.t")
                                        .json()),
                                "pipelines/p.yaml",
                                Given.bytes(
                                        "format: 1\npipelines:\n  - {name: p, purpose: training, recipient: owner, inputs: [model.shop.m]}\n")));
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(report), report.text());
        assertTrue(report.text().contains("source.shop.app.t -> model.shop.m -> p"), report.text());
    }
}
