package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Problem;
import dev.datause.document.Problems;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PolicyJsonTest {
    @Test
    void writesTheExampleAsItStandsInItsFile() {
        assertEquals(ExamplePolicy.TEXT, PolicyJson.write(ExamplePolicy.POLICY));
    }

    @Test
    void reportsEveryProblemInOnePassSortedByPlace() {
        String json = ExamplePolicy.with("\"version\": \"1.0.0\"", "\"version\": 1")
                .replace("\"rules\": [", "\"denyRule\": [\n  ],\n  \"rules\": [")
                .replace("\"effect\": \"permit\"", "\"effect\": \"allow\"")
                .replace("\"countries\": [\"GB\"]", "\"countries\": [\"UK\"]")
                .replace("\"defaultReading\": \"strict\"", "\"defaultReading\": \"Strict\"");
        DocumentException e = assertThrows(
                DocumentException.class, () -> PolicyJson.read("policies/p.json", ExamplePolicy.bytes(json)));
        assertEquals("""
                [DP010] policies/p.json:4:14  version is text, not a number
                 |   "version": 1,
                 | .............^
                [DP023] policies/p.json:45:55  "UK" is not an assigned ISO 3166-1 code; the United Kingdom is GB
                 |       "GB": {"title": "United Kingdom", "countries": ["UK"], "count": 1},
                 | ......................................................^
                [DP022] policies/p.json:85:21  unknown reading "Strict"; looks like "strict"
                 |   "defaultReading": "Strict",
                 | ....................^
                [DP014] policies/p.json:96:3  unknown key "denyRule"; did you mean "rules"?
                 |   "denyRule": [
                 | ..^
                [DP018] policies/p.json:101:17  effect is one of permit, prohibit, not "allow"
                 |       "effect": "allow",
                 | ................^""", e.getMessage());
    }

    @Test
    void readsConditionsInTheWordsOfAPolicy() {
        assertEquals(
                Optional.of(new Condition.Not(new Condition.Defined("adult"))),
                condition("{\"not\": {\"defined\": \"adult\"}}"));
        assertEquals(Optional.empty(), condition("{\"not\": {\"defined\": \"adlt\"}}"));
        assertEquals(
                Optional.of(new Condition.Located(List.of("anywhere"), Moment.USE)),
                condition("{\"located\": {\"in\": [\"anywhere\"], \"at\": \"use\"}}"));
    }

    private static Optional<Condition> condition(String json) {
        Document document = JsonDocument.read("manifest", ExamplePolicy.bytes(json), Limits.STANDARD);
        Problems problems = Problems.of(document);
        Optional<Condition> condition =
                PolicyJson.conditions(ExamplePolicy.POLICY, problems).apply(document.root());
        assertEquals(condition.isEmpty(), problems.count() == 1);
        return condition;
    }

    @Test
    void checksTablesInCombinationsThatNoReadingPicks() {
        String json = ExamplePolicy.with(
                        "\"rows\": [{\"in\": [\"EEA\"]",
                        "\"rows\": [{\"in\": [\"territories\"], \"day\": \"never\"}, {\"in\": [\"EEA\"]")
                .replace("\"C25\": \"as-parent\"", "\"C25\": \"apart\"");
        Problem problem = ExamplePolicy.problem(DocumentCode.OVERLAP, json);
        assertEquals("FO, GL in this row and in an earlier one when C25 is as-parent", problem.message());
    }

    @Test
    void refusesDefinitionsThatGrowBeyondMeasure() {
        StringBuilder definitions = new StringBuilder("\"d0\": {\"flag\": \"reason-to-believe-minor\"}");
        for (int i = 1; i < 40; i++) {
            String below = "{\"defined\": \"d" + (i - 1) + "\"}";
            definitions
                    .append(", \"d")
                    .append(i)
                    .append("\": {\"all\": [")
                    .append(below)
                    .append(", ")
                    .append(below)
                    .append("]}");
        }
        String json = ExamplePolicy.withCondition("{\"defined\": \"d39\"}", definitions.toString());
        assertTrue(ExamplePolicy.problem(DocumentCode.LIMIT, json).message().contains("more than 100000 conditions"));
    }

    @Test
    void refusesNamesTooDeepBelowEachOther() {
        StringBuilder categories = new StringBuilder();
        for (int i = 0; i < 70; i++) {
            categories
                    .append("\"c")
                    .append(i)
                    .append("\": {\"title\": \"T\", \"under\": \"")
                    .append(i == 0 ? "profile" : "c" + (i - 1))
                    .append("\"}, ");
        }
        String json = ExamplePolicy.with("\"member-data\": {", categories + "\"member-data\": {");
        assertTrue(ExamplePolicy.problem(DocumentCode.LIMIT, json)
                .message()
                .startsWith("categories nested deeper than 64"));
    }

    @Tag("costly")
    @Test
    void readsTenThousandRulesOfAllCountriesInTwoSecondsOfWork() {
        StringBuilder places = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (Country country : Country.all()) {
            places.append("\"c")
                    .append(country)
                    .append("\": {\"title\": \"T\", \"countries\": [\"")
                    .append(country)
                    .append("\"]}, ");
            names.append(names.length() == 0 ? "" : ",")
                    .append("\"c")
                    .append(country)
                    .append('"');
        }
        StringBuilder rules = new StringBuilder("[");
        for (int i = 0; i < 10_000; i++) {
            String condition = "{\"located\":{\"in\":[" + names + "],\"at\":\"use\"}}";
            rules.append(i == 0 ? "" : ",").append(ExamplePolicy.rule("r" + i, "permit", condition));
        }
        String json = ExamplePolicy.withRules(rules + "]").replace("\"rest-of-world\"", places + "\"rest-of-world\"");
        PolicyJson.Options options = PolicyJson.Options.STANDARD.withLimits(Limits.STANDARD.withFileBytes(32 << 20));
        byte[] bytes = ExamplePolicy.bytes(json);
        PolicyJson.load("large", ExamplePolicy.bytes(ExamplePolicy.TEXT), options);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertEquals(
                10_000,
                PolicyJson.load("large", bytes, options).policy().rules().size());
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertTrue(took < 2_000_000_000L, () -> took / 1_000_000 + " ms");
    }
}
