package dev.datause.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
    private static Node root(String json) {
        return JsonDocument.read("d.json", bytes(json), Limits.STANDARD).root();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Problem refused(byte[] json, Limits limits) {
        DocumentException e = assertThrows(DocumentException.class, () -> JsonDocument.read("d.json", json, limits));
        assertEquals(1, e.problems().size(), e::getMessage);
        return e.problems().get(0);
    }

    @Test
    void knowsThePlaceOfEveryKeyAndValue() {
        Node.Members root = (Node.Members)
                root("{\"é😀\": 1,\r\n  \"b\" :\t[true,\r\"x\\u0041\", {}],\n\n\"c\":-1.5e+3 ,\"d\":null}");
        assertEquals(
                List.of("1:2 é😀 1:9", "2:3 b 2:9", "5:1 c 5:5", "5:14 d 5:18"),
                root.entries().stream()
                        .map(e -> e.keyAt() + " " + e.key() + " " + e.value().at())
                        .toList());
        Node.Items list = (Node.Items) root.get("b").orElseThrow();
        assertEquals(
                List.of("2:10", "3:1", "3:12"),
                list.items().stream().map(n -> n.at().toString()).toList());
        assertEquals("xA", ((Node.Text) list.items().get(1)).text());
        assertEquals("-1.5e+3", ((Node.Num) root.get("c").orElseThrow()).written());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "\"x\"",
                "null",
                "[]",
                "{}",
                " [ ] ",
                "[1,[2,{\"a\":[]}]]",
                "\"\\u0000\"",
                "\"\u007f\u2028\"",
                "-0",
                "1E+2"
            })
    void takesEveryValue(String json) {
        Node first = root(json);
        assertEquals(first.kind(), root(JsonDocument.write(first)).kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,]|1:4|DP005",
                "[1 2]|1:4|DP005",
                "{\"a\" 1}|1:6|DP005",
                "{a:1}|1:2|DP005",
                "[01]|1:2|DP005",
                "[tru]|1:2|DP005",
                "[\"\\x\"]|1:3|DP005",
                "[\"\\u12G4\"]|1:3|DP005",
                "[1}|1:3|DP005",
                "{]|1:2|DP005",
                "}|1:1|DP005",
                "[,1]|1:2|DP005",
                "{\"a\":1,}|1:8|DP005",
                "{\"a\":1 \"b\":2}|1:8|DP005",
                "{\"a\":,}|1:6|DP005",
                "[1]x|1:4|DP007",
                "1 2|1:3|DP007",
                "[|1:2|DP006",
                "[1|1:3|DP006",
                "{\"a|1:2|DP006",
                "{\"a\"|1:5|DP006",
                "{\"a\":|1:6|DP006",
                "{\"a\":1|1:7|DP006",
                "{\"a\":1,|1:8|DP006",
                "nul|1:1|DP006",
                "[\"\\|1:2|DP006",
                "[\"\\ud800\"]|1:3|DP004",
                "[\"\\udc00\\ud800\"]|1:3|DP004",
                "[\"\\ud800\\u0041\"]|1:3|DP004",
                "[[1,2],[3,4]|1:13|DP006",
                "[1.]|1:2|DP005",
                "[1e]|1:2|DP005",
                "[-]|1:2|DP005"
            })
    void tellsWhereATextStopsBeingJson(String json, String at, String code) {
        Problem problem = refused(bytes(json), Limits.STANDARD);
        assertEquals(code + " " + at, problem.code().id() + " " + problem.at());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\u0001\"]", "[\u00011]", "[\"a\tb\"]", "[1\f]"})
    void refusesControlCharacters(String json) {
        assertEquals(
                DocumentCode.CHARACTER, refused(bytes(json), Limits.STANDARD).code());
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[][] bad = {
            {'[', '"', (byte) 0xFF, '"', ']'},
            {'"', (byte) 0xC3},
            {'"', (byte) 0xC0, (byte) 0x80, '"'},
            {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
            {'[', ']', (byte) 0x80},
            {(byte) 0xEF, (byte) 0xBB}
        };
        for (byte[] json : bad) {
            assertEquals(DocumentCode.NOT_UTF8, refused(json, Limits.STANDARD).code());
        }
    }

    @Test
    void skipsOneByteOrderMarkAndNoSecond() {
        assertEquals("1:1", root("\ufeff[]").at().toString());
        assertEquals(
                DocumentCode.SYNTAX,
                refused(bytes("\ufeff\ufeff[]"), Limits.STANDARD).code());
    }

    @Test
    void appliesEachLimitAndNamesIt() {
        Limits small = new Limits(40, 3, 5, 4, 3, 8, 2);
        assertLimit("fileBytes", " ".repeat(39) + "[]", small, " ".repeat(38) + "[]");
        assertLimit("depth", "[[[[]]]]", small, "[[[]]]");
        assertLimit("textLength", "\"123456\"", small, "\"123\\ud83d\\ude00\"");
        assertLimit("nameLength", "{\"12345\" :1}", small, "{\"1234\":1}");
        assertLimit("digits", "[1234]", small, "[123]");
        assertLimit("tokens", "[1,2,3,4,5,6,7]", small, "[1,2,3,4,5,6]");
        assertLimit("keys", "{\"a\":1,\"b\":2,\"c\":3}", small, "{\"a\":1,\"b\":2}");
    }

    @Test
    void countsEachCharacterOfANumberAndEachUnitOfAnEscape() {
        Limits small = new Limits(100, 9, 5, 4, 3, 90, 90);
        for (char c : "0459afzAFZ+-.".toCharArray()) {
            Problem problem = refused(bytes("[1" + String.valueOf(c).repeat(3) + "]"), small);
            assertEquals("1:2 a number longer than 3 (limit digits)", problem.at() + " " + problem.message());
        }
        for (char c : "/`{@".toCharArray()) {
            Problem problem = refused(bytes("[1" + String.valueOf(c).repeat(3) + "]"), small);
            assertEquals(DocumentCode.SYNTAX, problem.code(), () -> String.valueOf(c));
        }
        for (String text : List.of("\\n".repeat(6), "1234\\ud83d\\ude00", "\\u0041".repeat(6))) {
            Problem problem = refused(bytes("[\"" + text + "\"]"), small);
            assertEquals("1:2 text longer than 5 (limit textLength)", problem.at() + " " + problem.message());
        }
    }

    private static void assertLimit(String name, String over, Limits limits, String within) {
        Problem problem = refused(bytes(over), limits);
        assertEquals(DocumentCode.LIMIT, problem.code());
        assertTrue(problem.message().endsWith("(limit " + name + ")"), problem::message);
        JsonDocument.read("d.json", bytes(within), limits);
    }

    @Test
    void hasLimitsThatCanBeSetOneByOne() {
        Limits ones = new Limits(1, 1, 1, 1, 1, 1, 1);
        Limits set = ones.withFileBytes(2)
                .withDepth(3)
                .withTextLength(4)
                .withNameLength(5)
                .withDigits(6)
                .withTokens(7)
                .withKeys(8);
        assertEquals(new Limits(2, 3, 4, 5, 6, 7, 8), set);
        assertThrows(IllegalArgumentException.class, () -> ones.withKeys(0));
        assertThrows(IllegalArgumentException.class, () -> ones.withDepth(1001));
        assertThrows(IllegalArgumentException.class, () -> ones.withNameLength(50_001));
    }

    @Test
    void refusesBombsWithoutStackOrTime() {
        assertEquals(
                DocumentCode.LIMIT,
                refused(bytes("[".repeat(1_000_000)), Limits.STANDARD).code());
        assertEquals(
                DocumentCode.LIMIT,
                refused(bytes("{\"a\":".repeat(1_000_000)), Limits.STANDARD).code());
        assertEquals(
                DocumentCode.LIMIT,
                refused(bytes("1".repeat(1_000_000)), Limits.STANDARD).code());
        assertEquals(
                DocumentCode.LIMIT,
                refused(bytes("[" + "1,".repeat(4_000_000) + "1]"), Limits.STANDARD)
                        .code());
        Limits deep = Limits.STANDARD.withDepth(1_000);
        assertEquals(
                "a list",
                JsonDocument.read("d", bytes("[".repeat(1_000) + "]".repeat(1_000)), deep)
                        .root()
                        .kind());
    }

    @Test
    void refusesEqualKeysWhateverTheirNumber() {
        for (int keys : List.of(1, 11, 12, 13, 50)) {
            StringBuilder json = new StringBuilder("{");
            for (int i = 0; i < keys; i++) {
                json.append("\"k").append(i).append("\":0,");
            }
            Problem problem = refused(bytes(json + "\"k0\":1}"), Limits.STANDARD);
            assertEquals(DocumentCode.EQUAL_KEYS, problem.code());
            assertTrue(problem.message().endsWith("first at 1:2"), problem::message);
            root(json + "\"k\":1}");
        }
    }

    @Test
    void keysOfOneObjectAreNoneOfTheNext() {
        StringBuilder keys = new StringBuilder("{\"k\":0");
        for (int i = 0; i < 20; i++) {
            keys.append(",\"k").append(i).append("\":0");
        }
        Node.Items list = (Node.Items) root("[" + keys + "}," + keys + "},{}]");
        assertEquals(21, ((Node.Members) list.items().get(1)).entries().size());
        Problem problem = refused(bytes("[" + keys + "},\n" + keys + ",\"k19\":1}]"), Limits.STANDARD);
        assertEquals(DocumentCode.EQUAL_KEYS, problem.code());
        assertTrue(problem.message().startsWith("the key \"k19\" stands twice, first at 2:"), problem::message);
    }

    @Test
    void takesKeysThatCollideInGoodTime() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 1 << 16; i++) {
            json.append(i == 0 ? "" : ",").append('"');
            for (int bit = 0; bit < 16; bit++) {
                json.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            json.append("\":0");
        }
        assertEquals(1 << 16, ((Node.Members) root(json + "}")).entries().size());
    }

    @Test
    void readsOneLineOfAStreamAtItsNumberAndShowsNothingOfIt() {
        byte[] stream = bytes("{\"a\":1}\n{\"born\":\"1990-05-01\",\"b\":\"Ä\",}\n");
        assertEquals(
                "7:2",
                ((Node.Members) JsonDocument.line("r.jsonl", stream, 0, 7, 7, Limits.STANDARD)
                                .root())
                        .entries()
                        .get(0)
                        .keyAt()
                        .toString());
        DocumentException e = assertThrows(
                DocumentException.class,
                () -> JsonDocument.line("r.jsonl", stream, 8, stream.length - 1, 8, Limits.STANDARD));
        assertEquals("[DP005] r.jsonl:8:30  a comma before '}'", e.getMessage());
    }

    @Test
    void showsNoWordOfHiddenLinesInMessagesOrHints() {
        Problems problems = Problems.of("r.jsonl", Lines.hidden());
        problems.addUnknown(DocumentCode.UNKNOWN_KEY, Position.START, "unknown key", "Jane", List.of("Jana"));
        assertEquals(
                "[DP014] r.jsonl:1:1  unknown key (not shown)",
                problems.exception().getMessage());
    }

    @Test
    void isNotUsedWithAJacksonThatIsTooOldOrAnother() {
        assertTrue(JsonDocument.unfit(new Version(2, 14, 9, null, "g", "a")).contains("2.15"));
        assertTrue(JsonDocument.unfit(new Version(3, 0, 0, null, "g", "a")).contains("2.15"));
        assertEquals("", JsonDocument.unfit(new Version(2, 15, 0, null, "g", "a")));
    }

    @Test
    void isNotUsedWithAFactoryThatStartsLax() {
        assertEquals("", JsonDocument.lax(new JsonFactory()));
        for (JsonReadFeature feature : JsonReadFeature.values()) {
            JsonFactory lax = JsonFactory.builder().enable(feature).build();
            assertFalse(JsonDocument.lax(lax).isEmpty(), feature::name);
        }
    }

    @Test
    void writesShortValuesOnOneLineAndEscapesWhatItMust() {
        assertEquals(
                "{\"a\\\"\\\\\\n\": [1, {\"é\": null}, []], \"b\": {}}\n",
                JsonDocument.write(root("{\"a\\\"\\\\\\n\":[1,{\"é\":null},[]],\"b\":{}}")));
        String longText = "x".repeat(60);
        assertEquals(
                "[\n  \"" + longText + "\",\n  \"" + longText + "\"\n]\n",
                JsonDocument.write(root("[\"" + longText + "\",\"" + longText + "\"]")));
    }

    @Test
    void showsTheRightLineWhateverEndsIt() {
        Lines lines = Lines.of("a\r\nb\rc\n\nd");
        assertEquals(
                List.of("a", "b", "c", "", "d"),
                List.of(1, 2, 3, 4, 5).stream()
                        .map(n -> lines.line(n).orElseThrow())
                        .toList());
        assertTrue(lines.line(6).isEmpty());
        assertTrue(lines.line(0).isEmpty());
    }

    @Test
    void keepsAThousandProblemsAndCountsTheRest() {
        Problems problems = Problems.of("d", Lines.of(""));
        for (int i = 0; i < 1_500; i++) {
            problems.add(DocumentCode.EMPTY, Position.START, "empty");
        }
        assertEquals(1_001, problems.exception().problems().size());
        assertTrue(problems.exception().getMessage().contains("and 500 more problems"));
        assertEquals(1_500, problems.count());
    }
}
