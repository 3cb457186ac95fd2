package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Lines;
import dev.datause.document.Problem;
import dev.datause.document.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A definition describes members where nothing that it stands for asks for anything else. */
class PopulationTest {
    private static final List<String> ABOUT_MEMBERS = List.of(
            "{\"located\": {\"in\": [\"EU\"], \"at\": \"use\"}}",
            "{\"firstDay\": {\"table\": \"ai-training-linkedin\", \"place\": \"use\", \"reachedBy\": \"use\"}}",
            "{\"age\": {\"atLeast\": 18, \"at\": \"use\"}}",
            "{\"setting\": {\"name\": \"data-for-generative-ai-improvement\", \"is\": \"on\", \"at\": \"use\", \"onCounts\": \"next-day\"}}",
            "{\"signal\": {\"name\": \"global-privacy-control\", \"is\": \"present\", \"at\": \"use\", \"absentCounts\": \"next-day\"}}",
            "{\"objection\": {\"scope\": \"other-ml\", \"stage\": \"filed\", \"at\": \"use\", \"withdrawalCounts\": \"next-day\"}}",
            "{\"flag\": \"reason-to-believe-minor\"}",
            "{\"trait\": {\"name\": \"account\", \"is\": \"standard\"}}");
    private static final List<String> ABOUT_MORE = List.of(
            "{\"purpose\": \"ai-training\"}",
            "{\"recipient\": \"linkedin\"}",
            "{\"category\": \"profile\"}",
            "{\"audience\": \"public\"}",
            "{\"used\": {\"from\": \"2025-11-03\"}}",
            "{\"used\": {\"before\": \"collection\"}}",
            "{\"collected\": {\"from\": \"2025-11-03\"}}",
            "{\"answer\": {\"question\": \"C23\", \"is\": \"both-places\"}}");

    /** The bundled policy with a definition for each of these, and a rule that asks for all. */
    private static Policy policy(List<String> conditions) {
        StringBuilder asked = new StringBuilder(
                "\"rules\": [{\"id\": \"asks\", \"effect\": \"prohibit\", \"sentence\": \"s\", \"when\": {\"any\": [");
        StringBuilder definitions = new StringBuilder("\"definitions\": {");
        for (int i = 0; i < conditions.size(); i++) {
            definitions
                    .append("\"d")
                    .append(i)
                    .append("\": ")
                    .append(conditions.get(i))
                    .append(", ");
            asked.append(i == 0 ? "" : ", ")
                    .append("{\"defined\": \"d")
                    .append(i)
                    .append("\"}");
        }
        asked.append("]}, \"cites\": [{\"source\": \"L1\", \"at\": \"1\", \"quote\": \"q\"}]}, ");
        String json = new String(Bundled.resource("linkedin-2025-11-03.json"), StandardCharsets.UTF_8);
        return PolicyJson.read(
                "p.json",
                Given.bytes(json.replace("\"definitions\": {", definitions).replace("\"rules\": [", asked)));
    }

    private static String problems(Policy policy, String members) {
        Problems problems = Problems.of("m.json", Lines.of(members));
        Population.check(
                JsonDocument.read("m.json", Given.bytes(members), Limits.STANDARD)
                        .root(),
                policy,
                problems);
        return problems.list().stream().map(Problem::message).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "{\"not\": %s}",
                "{\"certainly\": %s}",
                "{\"possibly\": %s}",
                "{\"all\": [{\"flag\": \"reason-to-believe-minor\"}, %s]}",
                "{\"any\": [%s, {\"flag\": \"reason-to-believe-minor\"}]}"
            })
    void aDefinitionDescribesMembersOrAsksForMore(String around) {
        Policy policy = policy(List.of(ABOUT_MEMBERS, ABOUT_MORE).stream()
                .flatMap(List::stream)
                .map(one -> around.replace("%s", one))
                .toList());
        for (int i = 0; i < ABOUT_MEMBERS.size() + ABOUT_MORE.size(); i++) {
            assertEquals(
                    i < ABOUT_MEMBERS.size()
                            ? ""
                            : "members are described by facts about them, and \"d" + i + "\" asks for more",
                    problems(policy, "{\"not\": {\"all\": [{\"defined\": \"d" + i + "\"}]}}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not", "certainly", "possibly"})
    void aDefinitionIsLookedIntoThroughOthers(String word) {
        Policy policy = policy(List.of(
                "{\"" + word + "\": {\"defined\": \"d1\"}}",
                "{\"any\": [{\"defined\": \"d2\"}, {\"defined\": \"d3\"}]}",
                "{\"flag\": \"reason-to-believe-minor\"}",
                "{\"all\": [{\"defined\": \"d2\"}, {\"category\": \"profile\"}]}"));
        assertEquals("", problems(policy, "{\"defined\": \"d2\"}"));
        assertEquals(
                "members are described by facts about them, and \"d0\" asks for more",
                problems(policy, "{\"defined\": \"d0\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"purpose\": [{\"flag\": \"reason-to-believe-minor\"}]}", "{\"all\": [{\"purpose\": []}]}"})
    void whatHasAPlaceOfItsOwnIsRefusedWhateverItSays(String members) {
        assertEquals(
                "members are described by facts about them, not by \"purpose\"", problems(Bundled.POLICY, members));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"all\"",
                "{\"all\": {\"purpose\": \"ai-training\"}}",
                "{\"any\": \"x\"}",
                "{\"not\": 1}",
                "{\"defined\": 1}",
                "{\"defined\": [\"x\"]}"
            })
    void whatIsNoConditionIsLeftToTheReaderOfConditions(String members) {
        assertEquals("", problems(Bundled.POLICY, members));
    }
}
