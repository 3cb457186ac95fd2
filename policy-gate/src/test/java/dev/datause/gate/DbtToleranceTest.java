package dev.datause.gate;

import static dev.datause.gate.DbtGiven.NONE;
import static dev.datause.gate.DbtGiven.dataset;
import static dev.datause.gate.DbtGiven.inputs;
import static dev.datause.gate.DbtGiven.manifest;
import static dev.datause.gate.DbtGiven.meta;
import static dev.datause.gate.DbtGiven.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A manifest in which something has another shape than dbt gives it today: where that cannot lose a flow it is read all
 * the same, and elsewhere refused with its place.
 */
class DbtToleranceTest {
    private static List<String> ignored(Metadata metadata) {
        return metadata.ignored().stream().map(Stated::value).toList();
    }

    private static void refusedOnce(String problem, String problems) {
        assertTrue(problems.contains(problem), problems);
        assertEquals(1, problems.lines().count(), problems);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "macros|[]|",
                "docs|null|",
                "macros|{\"macro.shop.m\": 3}|macro macro.shop.m",
                "disabled|null|",
                "disabled|[]|",
                "disabled|[3]|disabled ",
                "disabled|{\"model.shop.old\": {}}|disabled model.shop.old",
                "disabled|{\"model.shop.old\": [3]}|disabled model.shop.old",
                "something_new|3|key something_new",
                "something_new|[3]|key something_new",
                "something_new|{\"a\": 3}|key something_new",
                "something_new|{\"a\": {\"level\": 3}}|key something_new",
                "something_new|[{\"level\": 3}]|key something_new"
            })
    void whatTakesNoPartInFlowsMayHaveAnyShape(String key, String value, String listed) {
        Metadata metadata = manifest().key(key, value).read();
        assertEquals(
                listed == null ? "[]" : "[" + listed.strip() + "]",
                ignored(metadata).toString().replace(" ]", "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": {\"depends_on\": {}}}",
                "{\"a\": {\"resource_type\": \"agent\"}}",
                "{\"a\": {\"unique_id\": \"agent.shop.a\"}}",
                "{\"a\": 3, \"b\": {\"unique_id\": \"agent.shop.b\"}}",
                "[{\"unique_id\": \"agent.shop.a\", \"depends_on\": {\"nodes\": [\"model.shop.m\"]}}]",
                "[3, {\"resource_type\": \"agent\"}]"
            })
    void aCollectionThatIsNotKnownIsRefusedIfAnythingInItMayUseData(String value) {
        refusedOnce(
                "the collection \"agents\" is not known, and what it holds may use data",
                manifest().key("agents", value).problems());
    }

    @Test
    void aSchemaVersionIsText() {
        refusedOnce(
                "[DP021] target/manifest.json:2:43  the schema version \"\" is none of those that are read",
                manifest().metadata("{     \"dbt_schema_version\": 12}").problems());
    }

    @Test
    void whatIsSwitchedOffInAWayThatIsNotUnderstoodIsOn() {
        Metadata metadata = manifest()
                .node("model", "m", "\"columns\": {}, \"tags\": [], \"meta\": {}, \"config\": {\"enabled\": \"false\"}")
                .read();
        assertEquals(1, metadata.datasets().size());
        assertEquals(List.of(), ignored(metadata));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|",
                "null|",
                "[{\"sql\": \"grant\"}]|hooks model.shop.m",
                "[\"grant\"]|hooks model.shop.m",
                "\"grant\"|hooks model.shop.m",
                "{\"sql\": \"grant\"}|hooks model.shop.m"
            })
    void aHookIsCountedInWhateverFormItIsWritten(String hook, String listed) {
        for (String key : List.of("pre-hook", "post-hook", "pre_hook", "post_hook")) {
            Metadata metadata = manifest()
                    .node(
                            "model",
                            "m",
                            "\"columns\": {}, \"tags\": [], \"meta\": {}, \"config\": {\"" + key + "\": " + hook + "}")
                    .read();
            assertEquals(listed == null ? List.of() : List.of(listed), ignored(metadata));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"compiled_code\": \"select * from db.raw.t\"",
                "\"compiled_sql\": \"select * from db.raw.t\"",
                "\"compiled_code\": \"\", \"compiled_sql\": \"select * from db.raw.t\"",
                "\"compiled_code\": null, \"compiled_sql\": \"select * from db.raw.t\""
            })
    void compiledCodeIsReadUnderItsOldNameToo(String code) {
        assertEquals(
                List.of("table db.raw.t in model.shop.m"),
                ignored(manifest()
                        .node("model", "m", "\"columns\": {}, " + code + ", " + NONE)
                        .read()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"file\": \"models/a.sql\", \"line\": 3, \"col\": 8}|models/a.sql:3:8",
                "{\"file\": \"models/a.sql\", \"line\": 3}|models/a.sql:3",
                "{\"file\": \"models/a.sql\"}|models/a.sql",
                "{\"line\": 3, \"col\": 8}|models/m.sql",
                "{}|models/m.sql",
                "3|models/m.sql"
            })
    void aReferenceIsAsExactAsDbtTells(String told, String origin) {
        Metadata metadata = manifest()
                .source("a.b", NONE)
                .entry(
                        "nodes",
                        "model.shop.m",
                        "\"resource_type\": \"model\", \"original_file_path\": \"models/m.sql\", \"columns\": {}, "
                                + "\"depends_on\": {\"nodes\": [\"source.shop.a.b\"], \"nodes_with_ref_location\": "
                                + "[3, [], [1, {\"file\": \"models/z.sql\"}], [\"source.shop.a.b\", " + told + "]]}, "
                                + NONE)
                .read();
        assertEquals(
                origin,
                step(metadata, "model.shop.m").inputs().get(0).at().origin().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop://models/schema.yml|models/schema.yml",
                "://models/schema.yml|models/schema.yml",
                "models/schema.yml|models/schema.yml",
                "''|models/m.sql"
            })
    void aColumnIsDescribedWhereItsPatchIs(String patch, String origin) {
        Metadata metadata = manifest()
                .node(
                        "model",
                        "m",
                        "\"patch_path\": \"" + patch + "\", \"columns\": {\"c\": {\"tags\": [], \"meta\": {}}}, "
                                + NONE)
                .read();
        Stated<String> column =
                dataset(metadata, "model.shop.m").fields().get(0).name();
        assertEquals(origin, column.at().origin().orElseThrow());
    }

    @Test
    void aSeedReadsNothingAndNeedNotSaySo() {
        for (String depends : List.of("", "\"depends_on\": null, ", "\"depends_on\": {\"macros\": []}, ")) {
            Metadata metadata = manifest()
                    .entry("nodes", "seed.shop.s", "\"resource_type\": \"seed\", \"columns\": {}, " + depends + NONE)
                    .read();
            assertEquals(List.of(), metadata.steps());
        }
    }

    @Test
    void sqlThatReadsTheTableOfAGrandparentReadsIt() {
        Metadata metadata = manifest()
                .source("a.b", "\"relation_name\": \"db.raw.t\", " + NONE)
                .node("model", "stg", "\"columns\": {}, " + NONE, "source.shop.a.b")
                .node(
                        "model",
                        "m",
                        "\"columns\": {}, \"compiled_code\": \"select * from stg join db.raw.t\", " + NONE,
                        "model.shop.stg")
                .read();
        assertEquals(List.of("model.shop.stg", "source.shop.a.b"), inputs(metadata, "model.shop.m"));
    }

    @Test
    void sqlOfWhatReadsAThingThatIsNotThereIsReadToo() {
        Metadata metadata = manifest()
                .source("a.b", "\"relation_name\": \"db.raw.t\", " + NONE)
                .node(
                        "model",
                        "m",
                        "\"columns\": {}, \"compiled_code\": \"select * from db.raw.t\", " + NONE,
                        "model.shop.gone")
                .read();
        assertEquals(List.of("model.shop.gone", "source.shop.a.b"), inputs(metadata, "model.shop.m"));
    }

    @Test
    void ephemeralModelsThatReadEachOtherAreReadToo() {
        String fields = "\"columns\": {}, \"compiled_code\": \"select 1\", \"tags\": [], \"meta\": {}, "
                + "\"config\": {\"materialized\": \"ephemeral\"}";
        Metadata metadata = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> manifest()
                        .node("model", "a", fields, "model.shop.b")
                        .node("model", "b", fields, "model.shop.a")
                        .read());
        assertEquals(List.of("model.shop.b"), inputs(metadata, "model.shop.a"));
        assertEquals(List.of("model.shop.a"), inputs(metadata, "model.shop.b"));
    }

    @Test
    void anExposureThatNamesAPurposeIsAUseWhateverElseItSays() {
        Metadata metadata = manifest()
                .exposure(
                        "x",
                        "ml",
                        meta("{\"datause\": {\"purpose\": \"training\", \"noPurpose\": \"runs the shop\"}}"),
                        "model.shop.m")
                .read();
        assertEquals(
                List.of("training"),
                step(metadata, "exposure.shop.x").purposes().stream()
                        .map(Stated::value)
                        .toList());
        assertEquals(List.of(), ignored(metadata));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"generated_at\": \"2026-11-19\"|[DU030] target/manifest.json:2:106  the manifest was generated on 2026-11-19",
                ", \"generated_at\": \"2026-11\"|[DP016] target/manifest.json:2:106  the manifest does not say when",
                ", \"generated_at\": \"\"|[DP016] target/manifest.json:2:106  the manifest does not say when",
                "''|[DP016] target/manifest.json:1:1  the manifest does not say when"
            })
    void whenAManifestWasMadeIsToldWithItsPlace(String stated, String problem) {
        String json = manifest()
                .metadata("{\"dbt_schema_version\": \"" + DbtGiven.SCHEMA + "\"" + stated + "}")
                .json();
        DbtReader reader = DbtReader.of(DbtMapping.standard()).generatedSince(LocalDate.of(2026, 11, 20));
        refusedOnce(problem, DbtGiven.problems(reader, json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"noPurpose\": \"\"}|noPurpose is empty",
                "{\"guard\": {\"reading\": \"strict\"}}|the key \"policy\" is missing",
                "{\"guard\": {\"policy\": \"small\"}}|the key \"reading\" is missing"
            })
    void whatIsSaidBadlyIsRefusedOnceAndHasNoMeaningBesides(String said, String problem) {
        String marks = "\"tags\": [], \"meta\": {\"datause\": " + said + "}";
        refusedOnce(problem, manifest().source("a.b", marks).problems());
    }

    @Test
    void aTagThatNamesNoKeyIsRefusedAsWritten() {
        String marks = "\"tags\": [\"datause:=post\"], \"meta\": {}";
        refusedOnce("not \"\"", manifest().source("a.b", marks).problems());
    }
}
