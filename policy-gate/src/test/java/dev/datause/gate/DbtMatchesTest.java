package dev.datause.gate;

import static dev.datause.gate.DbtGiven.categories;
import static dev.datause.gate.DbtGiven.dataset;
import static dev.datause.gate.DbtGiven.manifest;
import static dev.datause.gate.DbtGiven.meta;
import static dev.datause.gate.DbtGiven.tags;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapping is held to match, and what only looks as if. */
class DbtMatchesTest {
    private static final String SAYS = ", says: {categories: [post]}";

    private static String rules(String... rules) {
        return "format: 1\nrules:\n"
                + String.join(
                        "",
                        List.of(rules).stream().map(r -> "  - {" + r + "}\n").toList());
    }

    private static Set<String> oneEditAway(String word, List<String> letters) {
        Set<String> away = new HashSet<>();
        for (int i = 0; i <= word.length(); i++) {
            for (String letter : letters) {
                away.add(word.substring(0, i) + letter + word.substring(i));
                if (i < word.length()) {
                    away.add(word.substring(0, i) + letter + word.substring(i + 1));
                }
            }
            if (i < word.length()) {
                away.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
        away.remove(word);
        return away;
    }

    private static String word(RandomGenerator random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(2)));
        }
        return word.toString();
    }

    @Test
    void wordsOfAtLeastFourLettersAreOneEditApartOrNot() {
        Tries.of(5_000, random -> {
            String a = word(random);
            String b = word(random);
            boolean near = Math.min(a.length(), b.length()) >= 4
                    && oneEditAway(a, List.of("a", "b")).contains(b);
            assertEquals(near, DbtMatches.oneEdit(a, b), a + " " + b);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "date,data,true",
        "data,data1,true",
        "dat,data,false",
        "data,dat,false",
        "data,data,false",
        "'','',false"
    })
    void shortWordsAreNotOneEditApart(String a, String b, boolean near) {
        assertEquals(near, DbtMatches.oneEdit(a, b));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tag: PII|pii|looks like",
                "tag: PII|PII|",
                "tag: pii|piis|",
                "tag: PII, on: model|PII|",
                "tagLike: \"PII*\"|pii|"
            })
    void onlyATagThatLooksLikeOneThatIsMappedIsRefused(String where, String tag, String problem) {
        String problems = DbtGiven.problems(
                rules("where: {" + where + "}" + SAYS + ", mayMatchNothing: shared"),
                manifest().source("a.b", tags(tag)).json());
        assertEquals(problem == null ? 0 : 1, problems.lines().count(), problems);
        assertTrue(problem == null || problems.contains(problem), problems);
    }

    @Test
    void aTagThatARuleIsAboutMayLookLikeAnother() {
        String project = manifest().source("a.b", tags("pii")).json();
        String other = "where: {tag: PII}" + SAYS + ", mayMatchNothing: shared";
        assertEquals("", DbtGiven.problems(rules(other, "where: {tagLike: \"pi*\"}" + SAYS), project));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"p\"}|{}",
                "{}|{\"kind\": \"p\"}",
                "{\"kind\": \"p\"}|{\"kind\": \"p\"}",
                "{\"kind\": null}|{\"kind\": \"p\"}"
            })
    void metaIsFoundInEitherPlaceAndIsWhereItStandsFirst(String meta, String inConfig) {
        String project = manifest()
                .source("a.b", "\"tags\": [], \"meta\": " + meta + ",\n\"config\": {\"meta\": " + inConfig + "}")
                .json();
        Metadata metadata = DbtGiven.read(rules("where: {meta: {key: kind, value: p}}" + SAYS), project);
        List<Stated<Dataset.Content>> contents =
                dataset(metadata, "source.shop.a.b").contents();
        assertEquals(List.of("post"), categories(contents));
        int first = project.substring(0, project.indexOf("\"p\"")).split("\n", -1).length;
        assertEquals(first, contents.get(0).at().at().line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"privacy\": \"high\"}", "{\"privacy\": [\"level\"]}", "{\"privacy\": {\"level\": null}}", "{}"})
    void aKeyThatLeadsNowhereMatchesNothing(String meta) {
        String rule = "where: {meta: {key: [privacy, level], value: x}}" + SAYS + ", mayMatchNothing: shared";
        Metadata metadata =
                DbtGiven.read(rules(rule), manifest().source("a.b", meta(meta)).json());
        assertEquals(List.of(), dataset(metadata, "source.shop.a.b").contents());
    }

    @Test
    void aMappingInJsonMayHoldTabs() {
        DbtMapping mapping = DbtMapping.of(
                "map.json",
                Given.bytes(
                        "{\n\t\"format\": 1,\n\t\"rules\": [{\"where\": {\"tag\": \"pii\"}, \"says\": {\"categories\": \"post\"}}]\n}\n"));
        String project = manifest().source("a.b", tags("pii")).json();
        Metadata metadata = DbtGiven.read(DbtReader.of(mapping), project);
        assertEquals(
                List.of("post"), categories(dataset(metadata, "source.shop.a.b").contents()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: one|1|format is a whole number",
                "format: '1'|1|format is a whole number",
                "format: 2|1|format is 1 for this library",
                "'format: 1, rules: [{where: {tag: a, on: [modle, sorce]}, says: {categories: [post]}}]'|2|on is one of",
                "'format: 1, rules: [{where: {tag: a, on: [model, model]}, says: {categories: [post]}}]'|1|the same word stands twice"
            })
    void eachMistakeInAMappingIsToldOnce(String mapping, int count, String problem) {
        String problems = DbtGiven.problems("{" + mapping + "}\n", manifest().json());
        assertTrue(problems.contains(problem), problems);
        assertEquals(count, problems.lines().count(), problems);
    }
}
