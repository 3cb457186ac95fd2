package dev.datause.document;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pass before any parser: each limit at its last value and at the one before, and what stands in its way. */
class JsonGuardTest {
    private static final Limits SMALL =
            Limits.STANDARD.withNameLength(4).withTextLength(8).withDigits(3);

    private static void check(String json, Limits limits) {
        new JsonGuard(json.toCharArray(), json.length(), 1, limits).check();
    }

    private static String refused(String json, Limits limits) {
        JsonRefused refused = assertThrows(JsonRefused.class, () -> check(json, limits), json);
        return refused.code() + " " + refused.offset() + " " + refused.getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1|1",
                "\"x\"|1",
                "true|1",
                "[]|2",
                "{}|2",
                "[1,2]|4",
                "{\"a\":1}|4",
                "{\"a\":\"b\"}|4",
                "[[1],{}]|7",
                "-|1",
                "?|1"
            })
    void everyValueKeyBeginningAndEndIsAToken(String json, int tokens) {
        assertDoesNotThrow(() -> check(json, Limits.STANDARD.withTokens(tokens)), json);
        if (tokens > 1) {
            int last = json.length() - 1;
            assertEquals(
                    DocumentCode.LIMIT + " " + last + " more tokens than " + (tokens - 1) + " (limit tokens)",
                    refused(json, Limits.STANDARD.withTokens(tokens - 1)));
        }
    }

    @Test
    void numbersAreMeasuredAndWordsAreNot() {
        for (char first = '0'; first <= '9'; first++) {
            check(first + "12", SMALL);
            assertEquals(
                    DocumentCode.LIMIT + " 1 a number longer than 3 (limit digits)",
                    refused("[" + first + "123]", SMALL));
        }
        check("-12", SMALL);
        assertEquals(DocumentCode.LIMIT + " 0 a number longer than 3 (limit digits)", refused("-123", SMALL));
        for (String word : List.of("true", "/123", ":123", "e123", "+123", ".123", "a-123")) {
            String inList = word.startsWith(":") || word.startsWith("/") ? word.substring(0, 1) + "x" : word;
            check(inList, SMALL);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\n", "\r", " \t\r\n "})
    void textBeforeAColonIsAKeyWhateverBlanksStandBetween(String blanks) {
        check("{\"1234\"" + blanks + ":1}", SMALL);
        assertEquals(
                DocumentCode.LIMIT + " 1 a key longer than 4 (limit nameLength)",
                refused("{\"12345\"" + blanks + ":1}", SMALL));
        check("[\"12345\"" + blanks + ",1]", SMALL);
        check("[\"12345\"" + blanks, SMALL);
        check("[\"12345678\"" + blanks + "]", SMALL);
        assertEquals(
                DocumentCode.LIMIT + " 1 text longer than 8 (limit textLength)",
                refused("[\"123456789\"" + blanks + "]", SMALL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // An escape stands for as many units as it means; what is none, for what is written after it.
                "\\u0041\\u0042\\u0043\\u0044|4",
                "\\u0000\\uffff\\ufFfF\\u00e9|4",
                "\\ud83d\\ude00\\uD83D\\uDE00|4",
                "\\n\\\\\\\"\\/|4",
                "\\u004|4",
                "\\x12|3",
                "\\u00g1|5",
                "\\u00\u0665\u06651|6",
                "a\\u004|5",
                "\u00e9\u4e2d\ud83d\ude00|4"
            })
    void escapesAreMeasuredByWhatTheyStandFor(String written, int units) {
        check("{\"" + written + "\":1}", Limits.STANDARD.withNameLength(units));
        assertEquals(
                DocumentCode.LIMIT + " 1 a key longer than " + (units - 1) + " (limit nameLength)",
                refused("{\"" + written + "\":1}", Limits.STANDARD.withNameLength(units - 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ude00",
                "\\ude00\\ud83d",
                "\\ud83d",
                "\\ud83dx",
                "\\ud83d\\n",
                "\\ud83d\\u0041",
                "\\ud83d\\u0000",
                "\\ud83d\\ud83d",
                "\\ud83d\\ude0",
                "\\ud83d\\ude0g",
                "\\ud83d/ude00",
                "\\ud83d\\xde00"
            })
    void halvesOfSurrogatePairsAreRefused(String half) {
        assertEquals(DocumentCode.CHARACTER + " 2 half of a surrogate pair", refused("[\"" + half + "\"]", SMALL));
    }

    @Test
    void controlCharactersAreRefusedWhereTheyStand() {
        for (char c = 0; c < ' '; c++) {
            if (c != '\t' && c != '\n' && c != '\r') {
                assertEquals(DocumentCode.CHARACTER + " 1 a control character", refused("[" + c + "]", SMALL));
            }
            boolean lineEnd = c == '\n' || c == '\r';
            assertEquals(
                    lineEnd
                            ? DocumentCode.SYNTAX + " 1 text without its closing quote on the same line"
                            : DocumentCode.CHARACTER + " 3 a control character",
                    refused("[\"a" + c + "\"]", SMALL));
        }
        assertEquals(DocumentCode.TRUNCATED + " 1 text without its closing quote", refused("[\"a", SMALL));
        assertEquals(DocumentCode.TRUNCATED + " 0 text without its closing quote", refused("\"", SMALL));
        check("[\"\"]", SMALL);
    }

    @Test
    void everyKindOfLineEndIsCountedHoweverManyThereAre() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(List.of("\n", "\r", "\r\n", " \n").get(i % 4));
        }
        JsonGuard guard = new JsonGuard(text.toString().toCharArray(), text.length(), 7, SMALL);
        guard.check();
        assertEquals(41, guard.lines());
        assertEquals(new Position(47, 1), guard.position(text.length()));
        assertEquals(new Position(10, 2), guard.position(5));
    }
}
