package dev.datause.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFaultTest {
    private static final int OTHERWISE = 999;

    private static JsonRefused fault(String json) {
        // What lies behind the length is no part of the text.
        char[] chars = (json + "\"}],:e5").toCharArray();
        return JsonFault.find(chars, json.length(), OTHERWISE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                " true ",
                "false\n",
                "\tnull\r\n",
                "\"\"",
                "\"a\\\"b\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uABCD\\u0000x\"",
                "\"\\\"\"",
                "\"\\u09aF\"",
                "[]",
                "[ ]",
                "{}",
                "{ }",
                "[1,2 , 3]",
                "[[],{},[{}],\"x\"]",
                "{\"a\":1,\"b\" : [true] , \"c\":{\"d\":null}}",
                "0",
                "-0",
                "10",
                "-19",
                "0.5",
                "1.25e3",
                "1E+2",
                "9e-10",
                "0e0"
            })
    void findsNothingInWhatIsJson(String json) {
        JsonRefused none = fault(json);
        assertEquals(DocumentCode.SYNTAX + " 999 this is not JSON", said(none));
    }

    private static String said(JsonRefused fault) {
        return fault.code() + " " + fault.offset() + " " + fault.why();
    }

    private static void finds(String json, String expected) {
        assertEquals(expected, said(fault(json)), json);
    }

    @Test
    void pointsAtWhatIsMissingAtTheEnd() {
        String early = "the document ends too early: ";
        String empty = DocumentCode.NO_OBJECT + " 0 the document is empty";
        String cut = DocumentCode.TRUNCATED + " ";
        finds("", empty);
        finds(" \n\t\r", empty);
        finds("[", cut + "1 " + early + "a value or ']' is missing");
        finds("[ ", cut + "2 " + early + "a value or ']' is missing");
        finds("[1", cut + "2 " + early + "',' or ']' is missing");
        finds("[1,", cut + "3 " + early + "a value is missing");
        finds("{", cut + "1 " + early + "a key or '}' is missing");
        finds("{\"a\"", cut + "4 " + early + "':' is missing");
        finds("{\"a\":", cut + "5 " + early + "a value is missing");
        finds("{\"a\":1", cut + "6 " + early + "',' or '}' is missing");
        finds("{\"a\":1,", cut + "7 " + early + "a key is missing");
        finds("[[1]", cut + "4 " + early + "',' or ']' is missing");
        finds("{\"a\":[]", cut + "7 " + early + "',' or '}' is missing");
        finds("[\"ab", cut + "1 text without its closing quote");
        finds("\"", cut + "0 text without its closing quote");
        finds("\"\\\"", cut + "0 text without its closing quote");
        for (String word : List.of("t", "tru", "f", "fals", "n", "nul")) {
            finds("[" + word, cut + "1 a value is cut off");
            finds("[" + word + "]", DocumentCode.SYNTAX + " 1 expected a value");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\x", "e0", "0\\x", "41\\x", "\"", "x", " ", "]", "}"})
    void readsNothingThatLiesBehindTheEnd(String behind) {
        String cut = DocumentCode.TRUNCATED + " ";
        String escape = DocumentCode.SYNTAX + " 1 an escape that JSON does not have";
        String[][] faults = {
            {"\"ab", cut + "0 text without its closing quote"},
            {"\"\\u00", escape},
            {"\"\\u004", escape},
            {"\"\\", escape},
            {"tru", cut + "0 a value is cut off"},
            {"[1", cut + "2 the document ends too early: ',' or ']' is missing"},
            {"[1 ", cut + "3 the document ends too early: ',' or ']' is missing"},
            {"[", cut + "1 the document ends too early: a value or ']' is missing"},
            {"1", DocumentCode.SYNTAX + " 999 this is not JSON"},
            {"  ", DocumentCode.NO_OBJECT + " 0 the document is empty"}
        };
        for (String[] fault : faults) {
            char[] chars = (fault[0] + behind).toCharArray();
            assertEquals(fault[1], said(JsonFault.find(chars, fault[0].length(), OTHERWISE)), fault[0]);
        }
    }

    @Test
    void pointsAtWhatShouldNotStandThere() {
        String at = DocumentCode.SYNTAX + " ";
        finds("[1,]", at + "3 a comma before ']'");
        finds("{\"a\":1, }", at + "8 a comma before '}'");
        finds("[1 2]", at + "3 expected ',' or ']'");
        finds("{\"a\":1 2}", at + "7 expected ',' or '}'");
        finds("[1}", at + "2 expected ',' or ']'");
        finds("{\"a\":[1}", at + "7 expected ',' or ']'");
        finds("{\"a\":[1]]", at + "8 expected ',' or '}'");
        finds("{\"a\" 1}", at + "5 expected ':' after the key");
        finds("{a:1}", at + "1 expected a key in double quotes");
        finds("{\"a\":1,b:2}", at + "7 expected a key in double quotes");
        finds("{1:1}", at + "1 expected a key in double quotes");
        finds("[}", at + "1 expected a value");
        finds("[,", at + "1 expected a value");
        finds("[:", at + "1 expected a value");
        finds("{\"a\":]", at + "5 expected a value");
        finds("True", at + "0 expected a value");
        finds("[nil]", at + "1 expected a value");
        finds("x", at + "0 expected a value");
    }

    @Test
    void saysThatCommentsAndSingleQuotesAreNotTaken() {
        String at = DocumentCode.SYNTAX + " ";
        finds("[1 // one", at + "3 expected ',' or ']'; comments are not taken");
        finds("# one", at + "0 expected a value; comments are not taken");
        finds("{'a':1}", at + "1 expected a key in double quotes; text stands in double quotes");
        finds("['a']", at + "1 expected a value; text stands in double quotes");
        String trailing = DocumentCode.TRAILING + " ";
        finds("1 2", trailing + "2 something follows the end of the document");
        finds("{} # end", trailing + "3 something follows the end of the document; comments are not taken");
        finds("[]/", trailing + "2 something follows the end of the document; comments are not taken");
        finds("[]'", trailing + "2 something follows the end of the document; text stands in double quotes");
        finds("[]]", trailing + "2 something follows the end of the document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01", "-", "-01", "00", "+1", ".5", "1.", "1.e3", "1e", "1e+", "1E-", "1.5.5", "1x", "0x12", "1e5x",
                "--1", "1-", "9x", "1/2", "1:"
            })
    void aNumberIsWrittenAsJsonWritesIt(String number) {
        boolean colon = number.endsWith(":");
        String expected = colon
                ? DocumentCode.TRAILING + " 1 something follows the end of the document"
                : DocumentCode.SYNTAX + " 0 not a number as JSON writes it";
        finds(number, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\x", "\\u12", "\\u12g4", "\\u", "\\u123", "\\'", "\\U0041", "\\u00e\uff11", "\\u-123"})
    void anEscapeIsOneThatJsonHas(String escape) {
        finds("[\"a" + escape + "\"]", DocumentCode.SYNTAX + " 3 an escape that JSON does not have");
    }

    @Test
    void anEscapeEndsWithTheText() {
        finds("\"\\", DocumentCode.SYNTAX + " 1 an escape that JSON does not have");
        finds("\"\\u00", DocumentCode.SYNTAX + " 1 an escape that JSON does not have");
        finds("\"\\u004", DocumentCode.SYNTAX + " 1 an escape that JSON does not have");
        finds("\"\\u0041", DocumentCode.TRUNCATED + " 0 text without its closing quote");
        finds("\"\\n", DocumentCode.TRUNCATED + " 0 text without its closing quote");
    }
}
