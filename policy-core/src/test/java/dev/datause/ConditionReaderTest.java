package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.document.Document;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no condition is refused where it stands, and nothing is made of it. */
class ConditionReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1|1:1 a condition is an object, not a number",
                "[]|1:1 a condition is an object, not a list",
                "\"minor\"|1:1 a condition is an object, not text",
                "null|1:1 a condition is an object, not null",
                "true|1:1 a condition is an object, not true or false",
                "{}|1:1 a condition has exactly one key, not none",
                "{\"flag\": \"minor\", \"not\": 1}|1:19 a condition has exactly one key, not 2",
                "{\"not\": 1}|1:9 a condition is an object, not a number",
                "{\"not\": {\"certainly\": []}}|1:23 a condition is an object, not a list",
                "{\"all\": {}}|1:9 all is a list, not an object",
                "{\"any\": [1, {}]}|1:10 a condition is an object, not a number; "
                        + "1:13 a condition has exactly one key, not none",
                "{\"possibly\": null}|1:14 a condition is an object, not null",
                "{\"flags\": \"minor\"}|1:2 unknown condition \"flags\"",
                "{\"flag\": 1}|1:10 flag is text, not a number",
                "{\"flag\": \"no\"}|1:10 unknown flag \"no\"",
                "{\"age\": 16}|1:9 age is an object, not a number",
                "{\"used\": {}}|1:10 the key \"from\" is missing",
                "{\"collected\": {\"from\": 1}}|1:24 from is a day YYYY-MM-DD, not a number",
                "{\"answer\": {}}|1:12 the key \"is\" is missing; 1:12 the key \"question\" is missing",
                "{\"answer\": {\"question\": \"no\", \"is\": \"yes\"}}|1:25 unknown question \"no\"",
                "{\"answer\": {\"question\": 1, \"is\": \"yes\"}}|1:25 question is text, not a number",
                "{\"defined\": \"no\"}|1:13 unknown definition \"no\"",
                "{\"purpose\": []}|1:13 purpose is empty"
            })
    void isRefusedWhereItStands(String json, String said) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Document document = JsonDocument.read("c.json", bytes, Limits.STANDARD);
        Problems problems = Problems.of(document);
        Optional<Condition> condition =
                PolicyJson.conditions(ExamplePolicy.POLICY, problems).apply(document.root());
        assertEquals(Optional.empty(), condition);
        String all = problems.list().stream()
                .map(problem -> problem.at() + " " + problem.message())
                .collect(Collectors.joining("; "));
        assertEquals(said, all);
    }
}
