package dev.datause.gate;

import static dev.datause.gate.DbtGiven.NONE;
import static dev.datause.gate.DbtGiven.categories;
import static dev.datause.gate.DbtGiven.dataset;
import static dev.datause.gate.DbtGiven.manifest;
import static dev.datause.gate.DbtGiven.meta;
import static dev.datause.gate.DbtGiven.step;
import static dev.datause.gate.DbtGiven.tags;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules of a mapping make of tags and meta. */
class DbtMappingTest {
    private static final String PROJECT = manifest()
            .source("app.users", tags("pii", "nightly"))
            .source("app.posts", meta("{\"privacy\": {\"level\": \"restricted\"}}"))
            .source(
                    "ref.iso",
                    meta("{\"privacy\": {\"level\": \"none\"}}"),
                    "{\"code\": {\"tags\": [\"TABLE_PII\"], \"meta\": {}}}")
            .model("mart", NONE, "source.shop.app.users")
            .exposure("trainer", "ml", NONE, "model.shop.mart")
            .exposure("board", "dashboard", NONE, "model.shop.mart")
            .json();

    private static String rules(String... rules) {
        return "format: 1\nrules:\n"
                + String.join(
                        "", List.of(rules).stream().map(r -> "  - " + r + "\n").toList());
    }

    private static void refused(String mapping, String... parts) {
        String problems = DbtGiven.problems(mapping, PROJECT);
        for (String part : parts) {
            assertTrue(problems.contains(part), problems);
        }
    }

    @Test
    void aRuleGivesATagAMeaning() {
        Metadata metadata = DbtGiven.read(rules("{where: {tag: pii}, says: {categories: [profile]}}"), PROJECT);
        Dataset users = dataset(metadata, "source.shop.app.users");
        assertEquals(List.of("profile"), categories(users.contents()));
        Location at = users.contents().get(0).at();
        assertEquals("target/manifest.json", at.file());
        assertTrue(PROJECT.lines()
                .toList()
                .get(at.at().line() - 1)
                .startsWith("\"pii\"", at.at().column() - 1));
    }

    @Test
    void aPatternMatchesWholeTags() {
        Metadata metadata = DbtGiven.read(rules("{where: {tagLike: \"*_PII\"}, says: {categories: [post]}}"), PROJECT);
        assertEquals(
                Dataset.Origin.UNSTATED,
                dataset(metadata, "source.shop.app.users").origin());
        assertEquals(
                List.of("post"),
                categories(
                        dataset(metadata, "source.shop.ref.iso").fields().get(0).contents()));
    }

    @Test
    void aRuleGivesMetaAMeaning() {
        Metadata metadata = DbtGiven.read(
                rules(
                        "{where: {meta: {key: [privacy, level], value: restricted}}, says: {categories: [{category: story, audience: public}]}}",
                        "{where: {meta: {key: [privacy, level], valueLike: no*}}, says: {noMemberData: reference data}}"),
                PROJECT);
        assertEquals(
                List.of("story"),
                categories(dataset(metadata, "source.shop.app.posts").contents()));
        assertEquals(
                Dataset.Origin.STATED, dataset(metadata, "source.shop.ref.iso").origin());
    }

    @Test
    void exposuresAreMappedByTheirType() {
        Metadata metadata = DbtGiven.read(
                rules(
                        "{where: {on: exposure, type: ml}, says: {purpose: training, recipient: owner}}",
                        "{where: {on: exposure, typeLike: dash*}, says: {noPurpose: shows sums to ourselves}}"),
                PROJECT);
        assertEquals(
                "training",
                step(metadata, "exposure.shop.trainer").purposes().get(0).value());
        assertEquals(1, metadata.pipelines().size());
        assertTrue(metadata.ignored().get(0).value().contains("shows sums to ourselves"));
    }

    @Test
    void aRuleCanBeAboutOneThingByItsId() {
        Metadata metadata = DbtGiven.read(
                rules(
                        "{where: {id: model.shop.mart}, says: {guards: [{flag: minor}], breaks: [{categories: [message], method: anonymisation, owner: us, reason: hashed}]}}",
                        "{where: {idLike: \"source.shop.ref.*\"}, says: {noMemberData: reference data}}"),
                PROJECT);
        Step mart = step(metadata, "model.shop.mart");
        assertEquals(1, mart.guards().size());
        assertEquals(
                Breaker.Method.ANONYMISATION, mart.breakers().get(0).value().method());
        assertEquals(
                Dataset.Origin.STATED, dataset(metadata, "source.shop.ref.iso").origin());
    }

    @Test
    void aRuleMatchesOnlyWhatItIsAbout() {
        refused(
                rules("{where: {tag: pii, on: [model, column]}, says: {categories: [profile]}}"),
                "[DU031] map.yaml:3:5  the rule matches nothing in target/manifest.json");
    }

    @Test
    void aRuleThatMatchesNothingIsLoudUnlessItSaysWhy() {
        refused(rules("{where: {tag: PII}, says: {categories: [profile]}}"), "[DU031] map.yaml:3:5");
        assertEquals(
                "",
                DbtGiven.problems(
                        rules(
                                "{where: {tag: other}, says: {categories: [profile]}, mayMatchNothing: shared by projects}"),
                        PROJECT));
    }

    @Test
    void aTagThatLooksLikeAMappedOneIsLoud() {
        refused(
                rules("{where: {tag: PII}, says: {categories: [profile]}, mayMatchNothing: shared}"),
                "[DU032]",
                "no rule of the mapping is about the tag \"pii\", which looks like \"PII\"");
    }

    @Test
    void aValueOfAMappedKeyThatNoRuleIsAboutIsLoud() {
        String rule = "{where: {meta: {key: [privacy, level], value: restricted}}, says: {categories: [post]}}";
        refused(
                rules(rule),
                "[DU032]",
                "no rule of the mapping is about the value \"none\" of the meta key \"privacy.level\"");
        assertEquals(
                "",
                DbtGiven.problems(
                        rules(
                                rule,
                                "{where: {meta: {key: [privacy, level], value: none}}, says: {nothing: not personal}}"),
                        PROJECT));
    }

    @Test
    void valuesInAListAreEachMapped() {
        String project =
                manifest().source("a.b", meta("{\"kinds\": [\"p\", true, 7]}")).json();
        String p = "{where: {meta: {key: kinds, value: p}}, says: {categories: [profile]}}";
        String yes = "{where: {meta: {key: kinds, value: true}}, says: {categories: [post]}}";
        String seven = "{where: {meta: {key: kinds, value: 7}}, says: {categories: [message]}}";
        Metadata metadata = DbtGiven.read(rules(p, yes, seven), project);
        assertEquals(
                List.of("profile", "post", "message"),
                categories(dataset(metadata, "source.shop.a.b").contents()));
        assertTrue(DbtGiven.problems(rules(p, yes), project).contains("the value \"7\""));
        assertTrue(DbtGiven.problems(rules(p, yes, seven.replace("7", "\"7\"")), project)
                .contains("the value \"7\""));
    }

    @Test
    void anotherPrefixTakesThePlaceOfTheUsualOne() {
        String project = manifest().source("a.b", tags("privacy:category=post")).json();
        Metadata metadata = DbtGiven.read("format: 1\nprefix: privacy\n", project);
        assertEquals(
                List.of("post"), categories(dataset(metadata, "source.shop.a.b").contents()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{where: {tag: pii}, says: {categories: [profil]}}|[DP022] map.yaml:3:45|the policy has no category \"profil\"",
                "{where: {tag: pii}, says: {purpose: trainings}}|[DP022]|did you mean \"training\"?",
                "{where: {tag: pii}, says: {}}|[DP012]|says says nothing",
                "{where: {}, says: {categories: [profile]}}|[DP012]|where names nothing",
                "{where: {tag: pii, tagLike: x}, says: {categories: [profile]}}|[DP036]|do not go together",
                "{where: {tag: pii, on: modle}, says: {categories: [profile]}}|[DP018]|did you mean \"model\"?",
                "{where: {type: ml}, says: {purpose: training}}|[DP036]|only exposures have a type",
                "{where: {tga: pii}, says: {categories: [profile]}}|[DP014]|did you mean \"tag\"?",
                "{says: {categories: [profile]}}|[DP013]|\"where\" is missing",
                "{where: {tag: pii}}|[DP013]|\"says\" is missing",
                "{where: {tag: pii}, says: {breaks: [{categories: [post], method: aggregation, owner: a, reason: b}]}}|[DP013]|\"minimumGroup\" is missing",
                "{where: {tag: pii}, says: {breaks: [{categories: [post], method: anonymisation}]}}|[DP013]|\"owner\" is missing",
                "{where: {tag: pii}, says: {guards: [{flag: minr}]}}|[DP022]|minr",
                "{where: {tag: pii}, says: {categories: [\"${category}\"]}}|[DU016]|placeholder"
            })
    void whatIsWrongInAMappingIsToldWithItsPlace(String rule, String code, String message) {
        refused(rules(rule), code, message);
    }

    @Test
    void aMappingOfAnotherFormatOrNameIsRefused() {
        refused("format: 2\n", "[DP021] map.yaml:1:9");
        refused("rules: []\n", "the key \"format\" is missing");
        DbtReader reader = DbtReader.of(DbtMapping.of("map.txt", Given.bytes("format: 1\n")));
        assertTrue(DbtGiven.problems(reader, PROJECT).contains("a mapping is named .yaml, .yml or .json"));
        DbtReader json = DbtReader.of(DbtMapping.of("map.json", Given.bytes("{\"format\": 1}")));
        assertEquals("", DbtGiven.problems(json, PROJECT));
    }

    @Test
    void aFilterOnAColumnIsRefused() {
        refused(
                rules("{where: {tag: TABLE_PII}, says: {guards: [{flag: minor}]}}"),
                "\"guards\" has no meaning here: a column is not a step");
    }

    @ParameterizedTest
    @CsvSource({
        "*,,true",
        "*,abc,true",
        "a*,abc,true",
        "a*,ba,false",
        "*c,abc,true",
        "a*c,ac,true",
        "a*c,abcd,false",
        "a*a,a,false",
        "*b*,abc,true",
        "a*b*c,aXbXc,true",
        "a*b*c,acb,false",
        "ab*ba,aba,false",
        "**,x,true",
        "*ab*b,ab,false",
        "*ab*b,abb,true",
        "*aa*aa*,aaa,false",
        "*aa*aa*,aaaa,true"
    })
    void aStarStandsForAnyCharacters(String pattern, String text, boolean matches) {
        assertEquals(matches, DbtPattern.like(pattern).matches(text == null ? "" : text));
    }

    @Test
    void aHostilePatternCostsNoMoreThanOthers() {
        DbtPattern pattern = DbtPattern.like("a*".repeat(500) + "b");
        assertFalse(pattern.matches("a".repeat(100_000)));
        assertFalse(DbtPattern.exactly("a*").matches("ab"));
    }

    @Test
    void oneEditIsOneCharacterMoreOrLessOrOther() {
        assertTrue(DbtMatches.oneEdit("datause", "dataus"));
        assertTrue(DbtMatches.oneEdit("atause", "datause"));
        assertTrue(DbtMatches.oneEdit("datbuse", "datause"));
        assertFalse(DbtMatches.oneEdit("datause", "datause"));
        assertFalse(DbtMatches.oneEdit("database", "datause"));
    }
}
