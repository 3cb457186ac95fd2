package dev.datause.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static final List<String> WORDS = List.of("on", "off");

    private final Problems problems = Problems.of("d.json", Lines.hidden());

    private Fields fields(String json) {
        return Fields.of(JsonDocument.read("d.json", json.getBytes(StandardCharsets.UTF_8), Limits.STANDARD), problems);
    }

    private List<String> said() {
        return problems.list().stream()
                .map(p -> p.code() + " " + p.at() + " " + p.message())
                .toList();
    }

    @Test
    void aFieldThatIsThereHasItsValue() {
        Fields fields = fields("""
                {"text": "a b", "name": "a-b", "day": "2025-11-03", "choice": "on", "list": ["x", "y"],
                 "object": {"a": 1}}""");
        assertEquals(Position.START, fields.at());
        assertEquals("a b", fields.text("text"));
        assertEquals("a b", fields.text("text", 3));
        assertEquals(Optional.of("a b"), fields.optionalText("text"));
        assertEquals("a-b", fields.name("name"));
        assertEquals(Optional.of("a-b"), fields.optionalName("name"));
        assertEquals(Optional.of(LocalDate.of(2025, 11, 3)), fields.day("day"));
        assertEquals(Optional.of(LocalDate.of(2025, 11, 3)), fields.optionalDay("day"));
        assertEquals("on", fields.choice("choice", WORDS));
        assertEquals(2, fields.list("list").size());
        assertEquals(2, fields.optionalList("list").size());
        assertEquals(2, fields.oneOrMany("list").size());
        assertEquals(1, fields.oneOrMany("text").size());
        assertEquals(new Position(2, 12), fields.object("object").orElseThrow().at());
        assertEquals(
                new Position(2, 12),
                fields.optionalObject("object").orElseThrow().at());
        assertEquals("a", fields.named("object").get(0).key());
        assertEquals("a", fields.optionalNamed("object").get(0).key());
        fields.end();
        assertEquals(List.of(), said());
    }

    @Test
    void aFieldThatMustBeThereIsMissedByItsName() {
        Fields fields = fields(" {}");
        List<Function<String, Object>> required = List.of(
                fields::text,
                key -> fields.text(key, 3),
                fields::name,
                fields::day,
                key -> fields.choice(key, WORDS),
                fields::list,
                fields::oneOrMany,
                fields::object,
                fields::named);
        for (int i = 0; i < required.size(); i++) {
            Object none = required.get(i).apply("key" + i);
            assertTrue(List.of("", List.of(), Optional.empty()).contains(none), "key" + i);
            assertEquals(i + 1, problems.count());
            assertTrue(said().contains(DocumentCode.MISSING_KEY + " 1:2 the key \"key" + i + "\" is missing"));
        }
    }

    @Test
    void aFieldThatMayBeThereIsNotMissed() {
        Fields fields = fields("{}");
        assertEquals(Optional.empty(), fields.optional("a"));
        assertEquals(Optional.empty(), fields.optionalText("a"));
        assertEquals(Optional.empty(), fields.optionalName("a"));
        assertEquals(Optional.empty(), fields.optionalDay("a"));
        assertEquals(List.of(), fields.optionalList("a"));
        assertEquals(Optional.empty(), fields.optionalObject("a"));
        assertEquals(List.of(), fields.optionalNamed("a"));
        fields.end();
        assertEquals(List.of(), said());
    }

    @Test
    void nullIsOneProblemAndNoValue() {
        Fields fields = fields("{\"a\": null}");
        assertEquals(Optional.empty(), fields.optional("a"));
        assertEquals(List.of(DocumentCode.NULL + " 1:7 a is null; leave the key out or give it a value"), said());
        assertEquals("", fields.text("a"));
        assertEquals(2, problems.count());
    }

    @Test
    void anObjectOfNamesIsNotEmptyWhereItMustBeThere() {
        Fields fields = fields("{\"rules\": {}}");
        assertEquals(List.of(), fields.optionalNamed("rules"));
        assertEquals(List.of(), said());
        assertEquals(List.of(), fields.named("rules"));
        assertEquals(List.of(DocumentCode.EMPTY + " 1:11 rules is empty"), said());
    }

    @Test
    void whatIsNoObjectHasNoFields() {
        DocumentException e = assertThrows(DocumentException.class, () -> fields("\n[]"));
        assertEquals(
                "[" + DocumentCode.NO_OBJECT.id() + "] d.json:2:1  the document is an object, not a list",
                e.getMessage());
        Problems of = Problems.of("d.json", Lines.hidden());
        assertEquals(Optional.empty(), Fields.of(new Node.Bool(Position.START, true), "when", of));
        assertEquals("when is an object, not true or false", of.list().get(0).message());
    }

    @Test
    void everyKeyThatNobodyAskedForIsUnknownHoweverManyWere() {
        Problems shown = Problems.of("d.json", Lines.of(""));
        Document document = JsonDocument.read(
                "d.json", "{\"k8\": 1, \"kk\": 2, \"k0\": 3}".getBytes(StandardCharsets.UTF_8), Limits.STANDARD);
        Fields fields = Fields.of(document, shown);
        for (int i = 0; i < 9; i++) {
            fields.optional("k" + i);
        }
        fields.end();
        assertEquals(1, shown.count());
        assertEquals("unknown key \"kk\"", shown.list().get(0).message());
        assertEquals(new Position(1, 11), shown.list().get(0).at());
        assertEquals(Optional.of("did you mean \"k0\"?"), shown.list().get(0).hint());
    }

    @Test
    void everyKindOfValueHasItsName() {
        String json = "[{}, [], \"\", 1, true, null]";
        Node.Items all =
                (Node.Items) JsonDocument.read("d.json", json.getBytes(StandardCharsets.UTF_8), Limits.STANDARD)
                        .root();
        assertEquals(
                List.of("an object", "a list", "text", "a number", "true or false", "null"),
                all.items().stream().map(Node::kind).toList());
    }
}
