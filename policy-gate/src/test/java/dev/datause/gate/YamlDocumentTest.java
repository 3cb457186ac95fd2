package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.Code;
import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {
    private static Node read(String yaml) {
        return YamlDocument.read("m.yaml", Given.bytes(yaml), Limits.STANDARD).root();
    }

    private static Problem refused(byte[] yaml, Limits limits) {
        DocumentException e = assertThrows(DocumentException.class, () -> YamlDocument.read("m.yaml", yaml, limits));
        return e.problems().get(0);
    }

    private static void refused(Code code, int line, int column, String yaml) {
        Problem problem = refused(Given.bytes(yaml), Limits.STANDARD);
        assertEquals(code + " " + new Position(line, column), problem.code() + " " + problem.at(), problem.toString());
    }

    private static Node value(String yaml) {
        return ((Node.Members) read("a: " + yaml)).entries().get(0).value();
    }

    private static String text(String yaml) {
        return ((Node.Text) value(yaml)).text();
    }

    @Test
    void y01AnAliasBombIsRefusedAtItsFirstAlias() {
        StringBuilder bomb = new StringBuilder("a0: &a0 x\n");
        for (int i = 1; i <= 9; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append((alias + ", ").repeat(8)).append(alias).append("]\n");
        }
        assertTimeout(Duration.ofSeconds(1), () -> refused(DocumentCode.SYNTAX, 1, 5, bomb.toString()));
    }

    @Test
    void y02AnAliasOfItselfIsRefused() {
        refused(DocumentCode.SYNTAX, 1, 4, "a: &a [*a]\n");
        refused(DocumentCode.SYNTAX, 1, 4, "a: *a\n");
    }

    @Test
    void y03MergeKeysAreRefusedNotLost() {
        refused(DocumentCode.SYNTAX, 1, 1, "<<: {a: 1}\n");
        assertEquals("<<", ((Node.Members) read("\"<<\": 1")).entries().get(0).key());
    }

    @Test
    void y04NorwayIsNorway() {
        assertEquals(
                "[SE, NO]",
                ((Node.Items) value("[SE, NO]"))
                        .items().stream()
                                .map(n -> ((Node.Text) n).text())
                                .toList()
                                .toString());
        assertEquals("no", ((Node.Members) read("no: 1")).entries().get(0).key());
        for (String word : new String[] {"on", "off", "yes", "No", "y", "N"}) {
            assertEquals(word, text(word));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-11-03",
                "1:20",
                "0777",
                "0o17",
                "0x12",
                "1_8",
                "+1",
                ".5",
                "1.",
                ".inf",
                ".NaN",
                "1e",
                "TrUe",
                "2025-11-02T23:30:00Z",
                "=",
                "１"
            })
    void y05TextThatOtherSchemasTakeForSomethingElseStaysAsWritten(String text) {
        assertEquals(text, text(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.10", "18", "1e3", "1.5E-7", "9", "-9.0", "1e-3", "2E+9"})
    void numbersAsJsonWritesThemAreNumbersInTheirWrittenForm(String number) {
        assertEquals(number, ((Node.Num) value(number)).written());
        assertEquals(number, text("'" + number + "'"));
    }

    @ParameterizedTest
    @CsvSource({"true,true", "True,true", "TRUE,true", "false,false", "False,false", "FALSE,false"})
    void trueAndFalseAreThoseOfTheCoreSchema(String written, boolean value) {
        assertEquals(value, ((Node.Bool) value(written)).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void nullIsNull(String written) {
        assertTrue(value(written) instanceof Node.Null);
    }

    @Test
    void y06ASecondDocumentIsRefused() {
        refused(DocumentCode.TRAILING, 2, 1, "a: 1\n---\nb: 2\n");
        refused(DocumentCode.TRAILING, 3, 1, "a: 1\n...\n--- b\n");
        refused(DocumentCode.SYNTAX, 3, 1, "a: 1\n...\nb: 2\n");
        assertEquals("an object", read("---\na: 1\n...\n").kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!javax.script.ScriptEngineManager [x]",
                "!!str x",
                "!x y",
                "!<tag:yaml.org,2002:int> 1",
                "! x",
                "!!map {}"
            })
    void y07TagsAreRefused(String tagged) {
        refused(DocumentCode.SYNTAX, 1, 4, "a: " + tagged + "\n");
    }

    @Test
    void y08BlanksAndLineEndsThatReadersDisagreeAboutAreRefusedWithTheirColumn() {
        refused(DocumentCode.CHARACTER, 2, 1, "a:\n\tb: 1\n");
        refused(DocumentCode.CHARACTER, 1, 3, "a:\t1\n");
        refused(DocumentCode.CHARACTER, 2, 2, "a:\n \u00a0b: 1\n");
        refused(DocumentCode.CHARACTER, 1, 5, "a: x\u0085b: 2\n");
        refused(DocumentCode.CHARACTER, 1, 5, "a: x\u2028b: 2\n");
        refused(DocumentCode.CHARACTER, 1, 5, "a: x\u2029b: 2\n");
        refused(DocumentCode.CHARACTER, 1, 4, "a: \u0000\n");
        refused(DocumentCode.CHARACTER, 1, 4, "a: \u007f\n");
    }

    @Test
    void equalKeysAreRefusedWithBothPlaces() {
        Problem problem = refused(Given.bytes("a: 1\nb: 2\n'a': 3\n"), Limits.STANDARD);
        assertEquals(DocumentCode.EQUAL_KEYS, problem.code());
        assertEquals(new Position(3, 1), problem.at());
        assertTrue(problem.message().contains("first at 1:1"), problem.message());
    }

    @Test
    void equalKeysAreRefusedWhateverTheirNumberAndWhateverCameBefore() {
        for (int keys : List.of(1, 11, 12, 13, 50)) {
            StringBuilder object = new StringBuilder();
            for (int i = 0; i < keys; i++) {
                object.append("  k").append(i).append(": 0\n");
            }
            String before = "a:\n" + object + "b:\n" + object;
            assertEquals(
                    keys,
                    ((Node.Members) ((Node.Members) read(before)).get("b").orElseThrow())
                            .entries()
                            .size());
            for (int i = 0; i < keys; i++) {
                Problem problem = refused(Given.bytes(before + "  k" + i + ": 1\n"), Limits.STANDARD);
                assertEquals(DocumentCode.EQUAL_KEYS, problem.code());
                assertEquals(new Position(2 * keys + 3, 3), problem.at());
                String first = "stands twice, first at " + (keys + 3 + i) + ":3";
                assertTrue(problem.message().endsWith(first), problem::message);
            }
        }
    }

    @Test
    void keysAreText() {
        refused(DocumentCode.WRONG_KIND, 1, 3, "? [a]\n: 1\n");
        refused(DocumentCode.WRONG_KIND, 1, 2, "{{a: 1}: 2}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n...\n"})
    void anEmptyDocumentIsNoObject(String empty) {
        Problem problem = assertThrows(
                        DocumentException.class,
                        () -> new ManifestReader().read("m.yaml", Given.bytes(empty), Given.SMALL, Limits.STANDARD))
                .problems()
                .get(0);
        assertTrue(problem.code() == DocumentCode.NO_OBJECT, problem.toString());
    }

    @Test
    void directivesAreRefused() {
        refused(DocumentCode.SYNTAX, 1, 1, "%YAML 1.1\n---\na: 1\n");
        refused(DocumentCode.SYNTAX, 1, 1, "%TAG ! tag:x,2000:\n---\na: 1\n");
    }

    @Test
    void y24OnlyUtf8IsTakenWithOneByteOrderMark() {
        byte[] marked = Given.bytes("\ufeffa: 1\n");
        Node root = YamlDocument.read("m.yaml", marked, Limits.STANDARD).root();
        assertEquals(Position.START, root.at());
        assertEquals(
                DocumentCode.CHARACTER,
                refused("a: 1\n".getBytes(StandardCharsets.UTF_16LE), Limits.STANDARD)
                        .code());
        refused("a: 1\n".getBytes(StandardCharsets.UTF_16BE), Limits.STANDARD);
        refused("a: 1\n".getBytes(StandardCharsets.UTF_16), Limits.STANDARD);
        Problem latin = refused("a: \u00fc\n".getBytes(StandardCharsets.ISO_8859_1), Limits.STANDARD);
        assertEquals(DocumentCode.NOT_UTF8, latin.code());
        assertEquals(new Position(1, 4), latin.at());
        refused(DocumentCode.CHARACTER, 1, 4, "a: \ufeffb\n");
        refused(DocumentCode.CHARACTER, 1, 1, "\ufeff\ufeffa: 1\n");
    }

    @Test
    void y29DeepNestingIsRefusedBeforeItCosts() {
        for (String deep : new String[] {
            "[".repeat(1_000_000), "- ".repeat(1_000_000), "{a: ".repeat(200_000), "? ".repeat(200_000)
        }) {
            assertTimeout(Duration.ofSeconds(5), () -> {
                Problem problem = refused(Given.bytes(deep), Limits.STANDARD);
                assertTrue(
                        problem.code() == DocumentCode.LIMIT || problem.code() == DocumentCode.WRONG_KIND,
                        problem.toString());
            });
        }
        String deepest = "[".repeat(64) + "]".repeat(64);
        assertEquals("a list", read(deepest).kind());
        assertEquals(
                DocumentCode.LIMIT,
                refused(Given.bytes("[" + deepest + "]"), Limits.STANDARD).code());
    }

    @Test
    void everyLimitIsKeptAndNamed() {
        limit("fileBytes", "a: 12345\n", Limits.STANDARD.withFileBytes(8));
        limit("depth", "a: [[1]]\n", Limits.STANDARD.withDepth(2));
        limit("textLength", "a: abcd\n", Limits.STANDARD.withTextLength(3));
        limit("nameLength", "abcd: 1\n", Limits.STANDARD.withNameLength(3));
        limit("digits", "a: 1234\n", Limits.STANDARD.withDigits(3));
        limit("tokens", "a: 1\n", Limits.STANDARD.withTokens(2));
        limit("keys", "a: 1\nb: 2\n", Limits.STANDARD.withKeys(1));
    }

    private static void limit(String name, String yaml, Limits limits) {
        Problem problem = refused(Given.bytes(yaml), limits);
        assertEquals(DocumentCode.LIMIT, problem.code());
        assertTrue(problem.message().endsWith("(limit " + name + ")"), problem.message());
    }

    @Test
    void placesCountUtf16Units() {
        Node.Members root = (Node.Members) read("\"\ud83d\ude00\": {b: c}\r\nd: e\r\n");
        assertEquals(new Position(1, 7), root.entries().get(0).value().at());
        assertEquals(new Position(2, 4), root.entries().get(1).value().at());
    }

    @Test
    void everyItemOfAListStandsWhereItIsWritten() {
        assertEquals(
                List.of("1:3", "2:3", "4:3", "5:4", "5:6", "5:8", "6:3"),
                items(read("- a\n- b\n\n- c\n- [d,e,f]\n- g\n"))
                        .map(item -> item.at().line() + ":" + item.at().column())
                        .toList());
    }

    private static Stream<Node> items(Node node) {
        return node instanceof Node.Items list
                ? list.items().stream().flatMap(YamlDocumentTest::items)
                : Stream.of(node);
    }

    @Test
    void brokenGrammarIsRefusedWhereItBreaks() {
        refused(DocumentCode.SYNTAX, 2, 1, "a: [1, 2\n");
        refused(DocumentCode.SYNTAX, 1, 5, "a: b: c\n");
        refused(DocumentCode.SYNTAX, 1, 4, "a: @b\n");
    }
}
