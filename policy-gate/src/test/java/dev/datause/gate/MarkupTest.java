package dev.datause.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a report that is read in a browser or in an editor is what was written, and nothing else. */
class MarkupTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a@b|a@b",
                "@a|@a",
                "@@|@@",
                "a@|a@",
                "a & b|a &amp; b",
                "<i>|&lt;i&gt;",
                "'\"|&#39;&quot;",
                "a\u007fb|a\\u007fb",
                "a\u202eb|a\\u202eb"
            })
    void textIsNeverMarkupAndItsLineFeedsStay(String text, String written) {
        assertEquals(
                "<p>" + written.replace('@', '\n') + "</p>\n",
                new Markup().open("p").text(text.replace('@', '\n')).end().toString());
    }

    @ParameterizedTest
    @CsvSource({"a,'<br id=\"a\"/>'", "'',<br/>", "'\"','<br id=\"&quot;\"/>'"})
    void anAttributeThatIsEmptyIsLeftOut(String value, String written) {
        assertEquals(
                "<hr/>" + written + "\n",
                new Markup().raw("<hr/>").empty("br", "id", value).line().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "~,~",
        "\u007f,\\u007f",
        "\u0080,\\u0080",
        "\u00e9,\u00e9",
        "\u00a0,\\u00a0",
        "\ud83d\ude00,\ud83d\ude00"
    })
    void whatAScreenWouldNotShowIsAnEscapeInAFileOfJson(String text, String written) {
        assertEquals("\"" + written + "\"", new String(Json.bytes(Json.text(text)), UTF_8).strip());
    }
}
