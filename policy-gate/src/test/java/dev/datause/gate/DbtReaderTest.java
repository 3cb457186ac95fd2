package dev.datause.gate;

import static dev.datause.gate.DbtGiven.NONE;
import static dev.datause.gate.DbtGiven.categories;
import static dev.datause.gate.DbtGiven.dataset;
import static dev.datause.gate.DbtGiven.inputs;
import static dev.datause.gate.DbtGiven.manifest;
import static dev.datause.gate.DbtGiven.meta;
import static dev.datause.gate.DbtGiven.step;
import static dev.datause.gate.DbtGiven.tags;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.Limits;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a dbt manifest says about datasets and steps, and what it does not say. Long because it goes through the format: each
 * test is one thing that dbt writes, and a reader looks for it in one place.
 */
class DbtReaderTest {
    private static void refused(String problems, String... parts) {
        for (String part : parts) {
            assertTrue(problems.contains(part), problems);
        }
    }

    @Test
    void aFileCalledManifestJsonIsRead() {
        DbtReader reader = DbtReader.of(DbtMapping.standard());
        assertTrue(reader.reads("manifest.json"));
        assertTrue(reader.reads("target/manifest.json"));
        assertFalse(reader.reads("target/other-manifest.json"));
        assertTrue(reader.reading("x/prod.json").reads("x/prod.json"));
        assertFalse(reader.reading("x/prod.json").reads("manifest.json"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20})
    void everyVersionIsRead(int version) {
        String json = DbtGiven.VIOLATION.replace("/v12.json", "/v" + version + ".json");
        assertEquals(5, DbtGiven.read("", json).datasets().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v1.json", "v13.json", "v19.json", "v21.json", "v012345.json", "v12.json?x", "v12.jsom", ""})
    void anotherVersionIsRefusedWithThoseThatAreRead(String version) {
        String json = DbtGiven.VIOLATION.replace("/v12.json", "/" + version);
        refused(DbtGiven.problems("", json), "[DP021] target/manifest.json:2:", "v2 to v12 and v20 are read");
    }

    @Test
    void aManifestWithoutMetadataIsRefused() {
        refused(
                DbtGiven.problems("", "{\"nodes\": {}, \"sources\": {}, \"exposures\": {}}"),
                "[DP013] target/manifest.json:1:1  the key \"metadata\" is missing");
        refused(
                manifest().metadata("{\"dbt_version\": \"1.8.9\"}").problems(),
                "the key \"dbt_schema_version\" is missing");
        refused(DbtGiven.problems("", "[]"), "[DP009]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodes", "sources", "exposures"})
    void aManifestWithoutACollectionThatEveryVersionHasIsRefused(String collection) {
        refused(manifest().without(collection).problems(), "the key \"" + collection + "\" is missing");
    }

    @Test
    void aSourceOfWhichNothingIsSaidCouldBeAnything() {
        Metadata metadata = manifest()
                .source("app.users", NONE)
                .node("seed", "countries", "\"columns\": {}, " + NONE)
                .read();
        assertEquals(
                Dataset.Origin.UNSTATED,
                dataset(metadata, "source.shop.app.users").origin());
        assertEquals(
                Dataset.Origin.UNSTATED,
                dataset(metadata, "seed.shop.countries").origin());
        assertEquals(List.of(), metadata.steps());
    }

    @Test
    void whatIsSaidOfASourceIsWhatItHolds() {
        Metadata metadata = manifest()
                .source("app.users", tags("nightly", "datause:category=profile"))
                .source(
                        "app.posts",
                        meta(
                                "{\"datause\": {\"categories\": [\"post\", {\"category\": \"story\", \"audience\": \"public\"}]}}"))
                .source("ref.iso", tags("datause:no-member-data=country codes"))
                .read();
        Dataset users = dataset(metadata, "source.shop.app.users");
        assertEquals(Dataset.Origin.STATED, users.origin());
        assertEquals(List.of("profile"), categories(users.contents()));
        Dataset posts = dataset(metadata, "source.shop.app.posts");
        assertEquals(List.of("post", "story"), categories(posts.contents()));
        assertEquals("public", posts.contents().get(1).value().audience().orElseThrow());
        Dataset iso = dataset(metadata, "source.shop.ref.iso");
        assertEquals(Dataset.Origin.STATED, iso.origin());
        assertEquals(List.of(), iso.contents());
    }

    @Test
    void aModelHoldsWhatFlowsIntoItAndWhatIsSaidOfIt() {
        Metadata metadata = manifest()
                .source("app.users", NONE)
                .model("stg", NONE, "source.shop.app.users")
                .model("mart", tags("datause:category=profile"), "model.shop.stg")
                .read();
        assertEquals(Dataset.Origin.DERIVED, dataset(metadata, "model.shop.stg").origin());
        assertEquals(Dataset.Origin.STATED, dataset(metadata, "model.shop.mart").origin());
        assertEquals(List.of("model.shop.stg"), inputs(metadata, "model.shop.mart"));
        Step stg = step(metadata, "model.shop.stg");
        assertFalse(stg.pipeline());
        assertEquals("model.shop.stg", stg.outputs().get(0).value().dataset());
    }

    @Test
    void aModelThatReadsNothingCouldBeAnything() {
        Metadata metadata = manifest().model("raw_sql", NONE).read();
        assertEquals(
                Dataset.Origin.UNSTATED, dataset(metadata, "model.shop.raw_sql").origin());
        assertEquals(List.of(), metadata.steps());
    }

    @Test
    void thatAModelHoldsNoMemberDataDoesNotStopWhatFlowsIn() {
        Metadata metadata = manifest()
                .source("app.users", tags("datause:category=profile"))
                .model("counts", tags("datause:no-member-data=counts"), "source.shop.app.users")
                .read();
        assertEquals(List.of("source.shop.app.users"), inputs(metadata, "model.shop.counts"));
        assertEquals(List.of(), step(metadata, "model.shop.counts").breakers());
    }

    @Test
    void ephemeralModelsSnapshotsSeedsMetricsAndTheLikePassOnWhatTheyRead() {
        Metadata metadata = manifest()
                .node("seed", "s", "\"columns\": {}, " + tags("datause:category=post"))
                .node(
                        "model",
                        "e",
                        "\"columns\": {}, \"tags\": [], \"meta\": {}, \"config\": {\"materialized\": \"ephemeral\"}",
                        "seed.shop.s")
                .node("snapshot", "p", "\"columns\": {}, " + NONE, "model.shop.e")
                .entry(
                        "semantic_models",
                        "semantic_model.shop.m",
                        "\"depends_on\": {\"nodes\": [\"snapshot.shop.p\"]}, \"config\": {\"meta\": {}}")
                .entry("metrics", "metric.shop.n", "\"depends_on\": {\"nodes\": [\"semantic_model.shop.m\"]}")
                .entry("saved_queries", "saved_query.shop.q", "\"depends_on\": {\"nodes\": [\"metric.shop.n\"]}")
                .entry("functions", "function.shop.f", "\"depends_on\": {\"nodes\": [\"model.shop.e\"]}")
                .exposure("x", "dashboard", tags("datause:purpose=ads"), "saved_query.shop.q", "function.shop.f")
                .read();
        assertEquals(List.of("saved_query.shop.q", "function.shop.f"), inputs(metadata, "exposure.shop.x"));
        for (String chain : List.of(
                "saved_query.shop.q metric.shop.n",
                "metric.shop.n semantic_model.shop.m",
                "semantic_model.shop.m snapshot.shop.p",
                "snapshot.shop.p model.shop.e",
                "function.shop.f model.shop.e",
                "model.shop.e seed.shop.s")) {
            String[] ends = chain.split(" ", -1);
            assertEquals(List.of(ends[1]), inputs(metadata, ends[0]));
            assertEquals(Dataset.Origin.DERIVED, dataset(metadata, ends[0]).origin());
        }
        assertTrue(metadata.ignored().isEmpty());
    }

    @Test
    void whatHoldsNoDataIsLeftAsideAndListed() {
        String test = "\"columns\": {}, " + NONE;
        Metadata metadata = manifest()
                .source("app.users", tags("datause:category=profile"))
                .node("test", "t", test, "source.shop.app.users")
                .node("analysis", "a", test, "source.shop.app.users")
                .node("operation", "o", test)
                .node(
                        "model",
                        "off",
                        "\"columns\": {}, \"tags\": [], \"meta\": {}, \"config\": {\"enabled\": false}",
                        "source.shop.app.users")
                .key("macros", "{\"macro.shop.m\": {}}")
                .key("docs", "{\"doc.shop.d\": {}}")
                .key("unit_tests", "{\"unit_test.shop.u\": {}}")
                .key("disabled", "{\"model.shop.old\": [{}], \"exposure.shop.old\": [{}]}")
                .key("selectors", "{\"s\": {}}")
                .key("something_new", "{\"level\": 3}")
                .parents("test.shop.t", "source.shop.app.users")
                .parents("test.shop.elsewhere", "source.shop.app.users")
                .parents("model.shop.off", "source.shop.app.users")
                .read();
        assertEquals(
                List.of(
                        "test test.shop.t",
                        "analysis analysis.shop.a",
                        "operation operation.shop.o",
                        "disabled model.shop.off",
                        "macro macro.shop.m",
                        "doc doc.shop.d",
                        "unit_test unit_test.shop.u",
                        "disabled model.shop.old",
                        "disabled exposure.shop.old",
                        "selector s",
                        "key something_new",
                        "test test.shop.elsewhere"),
                metadata.ignored().stream().map(Stated::value).toList());
        assertEquals(1, metadata.datasets().size());
    }

    @Test
    void aDisabledListOfOldVersionsIsListedToo() {
        Metadata metadata = manifest()
                .key("disabled", "[{\"unique_id\": \"model.shop.old\"}]")
                .read();
        assertEquals("disabled model.shop.old", metadata.ignored().get(0).value());
    }

    @Test
    void aKindThatIsNotKnownIsNeverSkipped() {
        refused(
                manifest()
                        .node("agent", "a", "\"columns\": {}, " + NONE, "model.shop.x")
                        .problems(),
                "[DP018]",
                "this resource_type is not known in nodes: \"agent\"");
        refused(
                manifest()
                        .node("modle", "a", "\"columns\": {}, " + NONE, "model.shop.x")
                        .problems(),
                "did you mean \"model\"?");
        refused(
                manifest()
                        .entry("agents", "agent.shop.a", "\"depends_on\": {\"nodes\": []}")
                        .problems(),
                "the collection \"agents\" is not known, and what it holds may use data");
    }

    @Test
    void aParentThatTheManifestDoesNotHoldIsAnUndeclaredInput() {
        Metadata metadata = manifest().model("m", NONE, "model.shop.gone").read();
        assertEquals(List.of("model.shop.gone"), inputs(metadata, "model.shop.m"));
        assertTrue(metadata.datasets().stream().noneMatch(d -> d.name().value().equals("model.shop.gone")));
    }

    @Test
    void whatEitherPlaceSaysAboutParentsCounts() {
        Metadata metadata = manifest()
                .source("a.b", NONE)
                .source("a.c", NONE)
                .node("model", "m", "\"columns\": {}, " + NONE, "source.shop.a.b")
                .parents("model.shop.m", "source.shop.a.c")
                .read();
        assertEquals(List.of("source.shop.a.b", "source.shop.a.c"), inputs(metadata, "model.shop.m"));
    }

    @Test
    void aUseThatOnlyParentMapKnowsIsRefused() {
        refused(
                manifest().parents("exposure.shop.lost", "model.shop.m").problems(),
                "\"exposure.shop.lost\" has parents, and the manifest does not say what it is");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tags|\"tags\": [\"datause:category=post\"], \"meta\": {}",
                "one tag|\"tags\": \"datause:category=post\", \"meta\": {}",
                "config.tags|\"tags\": [], \"meta\": {}, \"config\": {\"tags\": [\"datause:category=post\"]}",
                "config.tags, one|\"meta\": {}, \"config\": {\"tags\": \"datause:category=post\"}",
                "meta|\"tags\": [], \"meta\": {\"datause\": {\"categories\": [\"post\"]}}",
                "one category|\"tags\": [], \"meta\": {\"datause\": {\"categories\": \"post\"}}",
                "config.meta|\"tags\": [], \"config\": {\"meta\": {\"datause\": {\"categories\": [\"post\"]}}}",
                "source_meta|\"tags\": [], \"meta\": {}, \"source_meta\": {\"datause\": {\"categories\": [\"post\"]}}"
            })
    void aTagIsFoundWhereverDbtPutsIt(String where, String marks) {
        Metadata metadata = manifest().source("a.b", marks).read();
        assertEquals(
                List.of("post"), categories(dataset(metadata, "source.shop.a.b").contents()), where);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tags|\"tags\": [\"datause:category=post\"], \"meta\": {}",
                "config.tags|\"tags\": [], \"meta\": {}, \"config\": {\"tags\": [\"datause:category=post\"], \"meta\": {}}",
                "meta|\"tags\": [], \"meta\": {\"datause\": {\"categories\": [\"post\"]}}",
                "config.meta|\"tags\": [], \"meta\": {}, \"config\": {\"meta\": {\"datause\": {\"categories\": [\"post\"]}}}"
            })
    void aTagOfAColumnIsOneOfTheFieldAndSoOfTheTable(String where, String marks) {
        Metadata metadata = manifest()
                .source("a.b", NONE, "{\"id\": {\"tags\": [], \"meta\": {}}, \"body\": {" + marks + "}}")
                .model("m", NONE, "source.shop.a.b")
                .read();
        Dataset source = dataset(metadata, "source.shop.a.b");
        assertEquals(Dataset.Origin.STATED, source.origin(), where);
        assertEquals(List.of(), source.contents());
        assertEquals(List.of(), source.fields().get(0).contents());
        assertEquals("body", source.fields().get(1).name().value());
        assertEquals(List.of("post"), categories(source.fields().get(1).contents()));
        assertEquals(
                Port.of("source.shop.a.b"),
                step(metadata, "model.shop.m").inputs().get(0).value());
    }

    @Test
    void anExposureIsAUse() {
        Metadata metadata = manifest()
                .model("m", tags("datause:category=post"), "source.shop.a.b")
                .exposure(
                        "x",
                        "ml",
                        meta("{\"datause\": {\"purpose\": [\"training\", \"ads\"], \"recipient\": \"group\"}}"),
                        "model.shop.m")
                .exposure("y", "dashboard", tags("datause:purpose=ads", "datause:recipient=owner"), "model.shop.m")
                .exposure("z", "notebook", NONE, "model.shop.m")
                .read();
        Step x = step(metadata, "exposure.shop.x");
        assertTrue(x.pipeline());
        assertEquals(
                List.of("training", "ads"),
                x.purposes().stream().map(Stated::value).toList());
        assertEquals("group", x.recipient().orElseThrow().value());
        assertEquals(List.of(), x.outputs());
        assertEquals(
                "owner",
                step(metadata, "exposure.shop.y").recipient().orElseThrow().value());
        Step z = step(metadata, "exposure.shop.z");
        assertTrue(z.pipeline() && z.purposes().isEmpty());
        assertEquals(3, metadata.pipelines().size());
    }

    @Test
    void anExposureForNoPurposeOfThePolicyIsListedWithItsReason() {
        Metadata metadata = manifest()
                .exposure("z", "dashboard", meta("{\"datause\": {\"noPurpose\": \"runs the shop\"}}"), "model.shop.m")
                .read();
        assertEquals(List.of(), metadata.steps());
        assertEquals(
                "exposure exposure.shop.z, for no purpose of the policy: runs the shop",
                metadata.ignored().get(0).value());
    }

    @Test
    void anExposureThatIsSaidToHoldDataUsesItToo() {
        Metadata metadata = manifest()
                .exposure("x", "ml", tags("datause:purpose=training", "datause:category=message"), "model.shop.m")
                .read();
        assertEquals(List.of("model.shop.m", "exposure.shop.x"), inputs(metadata, "exposure.shop.x"));
        assertEquals(
                List.of("message"),
                categories(dataset(metadata, "exposure.shop.x").contents()));
    }

    @Test
    void aModelCanBeUsedForAPurposeAndFilterAndStop() {
        Metadata metadata = manifest()
                .source(
                        "a.b",
                        meta(
                                "{\"datause\": {\"categories\": [\"profile\"], \"members\": {\"located\": {\"in\": [\"north\"], \"at\": \"use\"}}, \"collected\": {\"from\": \"2025-11-03\"}}}"))
                .model("m", meta("""
                        {"datause": {"purpose": "training",
                          "guards": [{"setting": {"name": "improve", "is": "on", "at": "use", "onCounts": "next-day"}}],
                          "guard": {"policy": "small", "reading": "strict"},
                          "breaks": [{"categories": "message", "method": "aggregation", "minimumGroup": 20, "owner": "data", "reason": "counts only"}],
                          "runs": {"from": "2026-01-01"}}}
                        """.strip().replace("\n", " ")), "source.shop.a.b")
                .read();
        Dataset source = dataset(metadata, "source.shop.a.b");
        assertTrue(source.members().isPresent());
        assertEquals(
                LocalDate.of(2025, 11, 3),
                source.collected().orElseThrow().value().from().orElseThrow());
        Step step = step(metadata, "model.shop.m");
        assertEquals(1, step.guards().size());
        assertEquals(
                "training",
                step.call().orElseThrow().value().use().orElseThrow().purpose());
        assertEquals(20, step.breakers().get(0).value().minimumGroup().orElseThrow());
        assertEquals(Breaker.Method.AGGREGATION, step.breakers().get(0).value().method());
        assertTrue(step.runs().isPresent());
        assertEquals(
                "training",
                dataset(metadata, "model.shop.m").uses().get(0).value().purpose());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"datause\": {\"guards\": [{\"flag\": \"minor\"}]}}|\"guards\" has no meaning here: nothing flows into",
                "{\"datause\": {\"noPurpose\": \"x\"}}|\"noPurpose\" has no meaning here: only an exposure",
                "{\"datause\": {\"recipient\": \"owner\"}}|no purpose for which it would use the data",
                "{\"datause\": {\"purposes\": \"ads\"}}|unknown key \"purposes\"; did you mean \"purpose\"?",
                "{\"datause\": {}}|meta datause says nothing",
                "{\"datause\": \"profile\"}|meta datause is an object, not text",
                "{\"datause\": {\"members\": {\"purpose\": \"ads\"}}}|members are described by facts about them",
                "{\"Datause\": {\"purpose\": \"ads\"}}|the meta key \"Datause\" is not \"datause\"",
                "{\"dataus\": {\"purpose\": \"ads\"}}|the meta key \"dataus\" is not \"datause\""
            })
    void whatHasNoMeaningInAMetaIsRefused(String meta, String problem) {
        refused(manifest().source("a.b", meta(meta)).problems(), problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "datause:categorie=post|not \"categorie\"; did you mean \"category\"?",
                "datause:category|says nothing; write datause:category=…",
                "datause=post|does not begin with \"datause:\"",
                "Datause:category=post|does not begin with \"datause:\"",
                "datauze:category=post|does not begin with \"datause:\""
            })
    void aTagThatOnlyLooksLikeOneIsRefused(String tag, String problem) {
        refused(manifest().source("a.b", tags(tag)).problems(), problem);
    }

    @Test
    void aWordThatThePolicyDoesNotHaveIsTakenAsWrittenForTheCheckToFind() {
        Metadata metadata =
                manifest().source("a.b", tags("datause:category=Profile")).read();
        assertEquals(
                List.of("Profile"),
                categories(dataset(metadata, "source.shop.a.b").contents()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tags\": [1], \"meta\": {}|tags is text, not a number",
                "\"tags\": {\"a\": 1}, \"meta\": {}|tags is text, not an object",
                "\"tags\": [[\"a\"]], \"meta\": {}|tags is text, not a list",
                "\"tags\": [], \"meta\": []|meta is an object, not a list",
                "\"tags\": [], \"meta\": {}, \"config\": 3|config is an object, not a number",
                "\"meta\": {}|the key \"tags\" is missing",
                "\"tags\": []|the key \"meta\" is missing",
                "\"tags\": [], \"meta\": {}, \"columns\": []|the key \"columns\" stands twice"
            })
    void aKeyThatMattersIsOfTheRightKind(String marks, String problem) {
        refused(manifest().source("a.b", marks).problems(), problem);
    }

    @Test
    void parentsAreTexts() {
        String node = "\"resource_type\": \"model\", \"columns\": {}, " + NONE + ", \"depends_on\": ";
        refused(
                manifest()
                        .entry("nodes", "model.shop.m", node + "{\"nodes\": [3]}")
                        .problems(),
                "nodes is text, not a number");
        refused(
                manifest()
                        .entry("nodes", "model.shop.m", node + "{\"nodez\": []}")
                        .problems(),
                "the key \"nodes\" is missing");
        refused(
                manifest().entry("nodes", "model.shop.m", node + "null").problems(),
                "the key \"depends_on\" is missing");
        refused(
                manifest()
                        .entry("nodes", "model.shop.m", node + "{\"nodes\": []}")
                        .key("parent_maps", "{}")
                        .parents("model.shop.m")
                        .json()
                        .replace("\"model.shop.m\": []", "\"model.shop.m\": {}")
                        .transform(json -> DbtGiven.problems("", json)),
                "parent_map is lists, not an object");
    }

    @Test
    void anIdThatStandsUnderAnotherIsRefused() {
        refused(
                DbtGiven.VIOLATION
                        .replace("\"unique_id\": \"model.shop.corpus\"", "\"unique_id\": \"model.shop.corpse\"")
                        .transform(json -> DbtGiven.problems("", json)),
                "unique_id \"model.shop.corpse\" stands under \"model.shop.corpus\"");
    }

    @Test
    void twoStatementsThatExcludeEachOtherAreRefused() {
        String one = "{\"datause\": {\"categories\": [\"post\"], \"collected\": {\"from\": \"2025-11-03\"}}}";
        String marks =
                "\"tags\": [], \"meta\": " + one + ", \"config\": {\"meta\": " + one.replace("2025", "2024") + "}";
        refused(manifest().source("a.b", marks).problems(), "\"collected\" is said twice, and differently");
    }

    @Test
    void everyFactKeepsItsPlaceAndTheFileInWhichItWasWritten() {
        Metadata metadata = DbtGiven.read("", DbtGiven.VIOLATION);
        Location model = step(metadata, "model.shop.corpus").name().at();
        assertEquals("target/manifest.json", model.file());
        assertEquals("models/corpus.sql", model.origin().orElseThrow());
        String line = DbtGiven.VIOLATION.lines().toList().get(model.at().line() - 1);
        assertTrue(line.startsWith("\"model.shop.corpus\"", model.at().column() - 1), line);
        Location purpose =
                step(metadata, "exposure.shop.assistant").purposes().get(0).at();
        assertEquals("models/exposures.yml", purpose.origin().orElseThrow());
        assertTrue(DbtGiven.VIOLATION
                .lines()
                .toList()
                .get(purpose.at().line() - 1)
                .startsWith("\"training\"", purpose.at().column() - 1));
        assertTrue(model.toString().endsWith(" (models/corpus.sql)"), model.toString());
    }

    @Test
    void aReferenceKeepsTheLineThatDbtTells() {
        String json = manifest()
                .source("a.b", NONE)
                .entry(
                        "nodes",
                        "model.shop.m",
                        "\"resource_type\": \"model\", \"original_file_path\": \"models/m.sql\", "
                                + "\"patch_path\": \"shop://models/schema.yml\", \"columns\": {\"c\": {\"tags\": [\"datause:category=post\"], \"meta\": {}}}, "
                                + "\"depends_on\": {\"macros\": [], \"nodes\": [\"source.shop.a.b\"], \"nodes_with_ref_location\": "
                                + "[[\"source.shop.a.b\", {\"line\": 3, \"col\": 8, \"index\": 41, \"file\": \"models/m.sql\"}]]}, "
                                + NONE)
                .json();
        Metadata metadata = DbtGiven.read("", json);
        Location input = step(metadata, "model.shop.m").inputs().get(0).at();
        assertEquals("models/m.sql:3:8", input.origin().orElseThrow());
        Location column = dataset(metadata, "model.shop.m")
                .fields()
                .get(0)
                .contents()
                .get(0)
                .at();
        assertEquals("models/schema.yml", column.origin().orElseThrow());
    }

    @Test
    void sqlThatReadsATableBeyondItsParentsReadsIt() {
        String relation = "\"relation_name\": \"\\\"db\\\".\\\"raw\\\".\\\"messages\\\"\", ";
        Metadata metadata = manifest()
                .source("a.messages", relation + NONE)
                .source("a.posts", relation.replace("messages", "posts") + NONE)
                .node(
                        "model",
                        "e",
                        "\"columns\": {}, \"tags\": [], \"meta\": {}, \"config\": {\"materialized\": \"ephemeral\"}",
                        "source.shop.a.posts")
                .node(
                        "model",
                        "m",
                        "\"columns\": {}, \"compiled_code\": \"with e as (select * from DB.raw.posts) select * from e "
                                + "join `db` . raw.`messages` -- db.raw.nothing\\n /* db.raw.nothing */\", " + NONE,
                        "model.shop.e")
                .read();
        assertEquals(List.of("model.shop.e", "source.shop.a.messages"), inputs(metadata, "model.shop.m"));
    }

    @Test
    void whatLiesBeyondTheLineageOfDbtIsCounted() {
        Metadata metadata = manifest()
                .node("model", "py", "\"columns\": {}, \"language\": \"python\", " + NONE)
                .node(
                        "model",
                        "hooked",
                        "\"columns\": {}, \"tags\": [], \"meta\": {}, \"config\": {\"pre-hook\": [], \"post-hook\": [{\"sql\": \"grant\"}]}")
                .node(
                        "model",
                        "raw",
                        "\"columns\": {}, \"compiled_code\": \"select * from raw.messages JOIN \\\"X\\\".\\\"Y\\\" on a.b = c.d\", "
                                + NONE)
                .read();
        assertEquals(
                List.of(
                        "python model.shop.py",
                        "hooks model.shop.hooked",
                        "table raw.messages in model.shop.raw",
                        "table x.y in model.shop.raw"),
                metadata.ignored().stream().map(Stated::value).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a -- b|a  ",
                "a -- b@c|a  @c",
                "a /* b@ */ c|a   c",
                "a /* b|a /* b",
                "a /* b */ /* c */ d|a     d",
                "/*/ a */b|b",
                "a-- b|a",
                "a - b / c|a - b / c",
                "a /**/ b|a   b",
                "`a /* b */`|`a /* b */`",
                "a -- b */@/* c */ d|a  @  d",
                "'--' b|'--' b",
                "a ' -- b@-- c|a ' -- b@ ",
                "\"x\" -- b|\"x\" -- b"
            })
    void aCommentReadsNothing(String sql, String bare) {
        assertEquals(
                bare.replace('@', '\n').strip(),
                DbtTables.withoutComments(sql.replace('@', '\n')).strip());
    }

    @Tag("costly")
    @Test
    void hostileSqlCostsNoMoreThanOther() {
        for (String piece : List.of("/*", "-", "a.", "\"", "a", "from ", "join a.b ", "[", "/* x */", ". ")) {
            String code = piece.repeat(200_000).replace("\"", "\\\"");
            long begin = System.nanoTime();
            manifest()
                    .node("model", "m", "\"columns\": {}, \"compiled_code\": \"" + code + "\", " + NONE)
                    .read();
            assertTrue(System.nanoTime() - begin < 20_000_000_000L, piece);
        }
    }

    @Test
    void thePartsOfASemanticModelAreItsColumns() {
        Metadata metadata = manifest()
                .entry(
                        "semantic_models",
                        "semantic_model.shop.m",
                        "\"depends_on\": {\"nodes\": []}, \"config\": {\"meta\": {}}, "
                                + "\"dimensions\": [{\"name\": \"body\", \"config\": {\"meta\": {\"datause\": {\"categories\": \"post\"}}}}]")
                .read();
        Dataset.Field field =
                dataset(metadata, "semantic_model.shop.m").fields().get(0);
        assertEquals("body", field.name().value());
        assertEquals(List.of("post"), categories(field.contents()));
    }

    @Test
    void aSourceThatIsTheTableOfAModelReadsTheModel() {
        String relation = "\"relation_name\": \"db.main.t\", ";
        Metadata metadata = manifest()
                .node("model", "m", "\"columns\": {}, " + relation + NONE, "source.shop.a.b")
                .source("again.t", relation.replace("db.main.t", "DB.\\\"main\\\".T") + tags("datause:category=post"))
                .read();
        assertEquals(List.of("model.shop.m"), inputs(metadata, "source.shop.again.t"));
        assertEquals(
                Dataset.Origin.STATED, dataset(metadata, "source.shop.again.t").origin());
    }

    @Test
    void aManifestOlderThanADayIsRefused() {
        DbtReader reader = DbtReader.of(DbtMapping.standard());
        assertEquals("", DbtGiven.problems(reader.generatedSince(LocalDate.of(2026, 11, 20)), DbtGiven.VIOLATION));
        refused(
                DbtGiven.problems(reader.generatedSince(LocalDate.of(2026, 11, 21)), DbtGiven.VIOLATION),
                "[DU030]",
                "the manifest was generated on 2026-11-20, before 2026-11-21; run dbt again");
        refused(
                DbtGiven.problems(
                        reader.generatedSince(LocalDate.of(2026, 11, 21)),
                        DbtGiven.VIOLATION.replace("2026-11-20T", "yesterday")),
                "does not say when it was generated");
    }

    @Test
    void equalKeysAndBrokenJsonAndLimitsAreRefusedWithTheirPlace() {
        refused(DbtGiven.problems("", "{\"metadata\": {}, \"metadata\": {}}"), "[DP008] target/manifest.json:1:18");
        refused(DbtGiven.problems("", "{\"metadata\": {}"), "[DP006] target/manifest.json:1:16");
        DbtReader reader = DbtReader.of(DbtMapping.standard());
        try {
            reader.read(
                    "manifest.json", Given.bytes(DbtGiven.VIOLATION), Given.SMALL, Limits.STANDARD.withFileBytes(100));
            throw new AssertionError("read");
        } catch (dev.datause.document.DocumentException e) {
            assertTrue(e.getMessage().contains("more bytes than 100 (limit fileBytes)"), e.getMessage());
        }
    }

    @Tag("costly")
    @Test
    void aLargeManifestIsReadInSeconds() {
        DbtGiven manifest = manifest().source("a.b", tags("datause:category=post"));
        String code = "\"compiled_code\": \""
                + "select * from db.main.t where a.b = 'x' and c is not null;\\n".repeat(60) + "\", ";
        for (int i = 0; i < 2_600; i++) {
            manifest.node(
                    "model",
                    "m" + i,
                    "\"columns\": {}, " + code + NONE,
                    i == 0 ? "source.shop.a.b" : "model.shop.m" + (i - 1));
        }
        byte[] bytes = Given.bytes(manifest.json());
        assertTrue(bytes.length > 10_000_000, bytes.length + " bytes");
        long begin = System.nanoTime();
        Metadata metadata =
                DbtReader.of(DbtMapping.standard()).read("manifest.json", bytes, Given.SMALL, Limits.STANDARD);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertEquals(2_601, metadata.datasets().size());
        assertTrue(millis < 10_000, millis + " ms");
    }
}
