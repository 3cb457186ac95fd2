package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import dev.datause.document.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The characters of a YAML document and their places, by themselves. */
class YamlTextTest {
    private static final List<String> PIECES =
            List.of("a", "b ", "\u00e9", "\ud83d\ude00", "\ud83d\ude00\ud83d\ude00", "\n", "\r", "\r\n");

    private static YamlText text(String text) {
        return YamlText.of("m.yaml", Given.bytes(text), Limits.STANDARD);
    }

    /** The lines with their ends; the last may be empty. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            line.append(text.charAt(i));
            if (text.startsWith("\n", i) || (text.startsWith("\r", i) && !text.startsWith("\r\n", i))) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static Position naive(String text, int line, int column) {
        List<String> lines = lines(text);
        int known = Math.min(line, lines.size() - 1);
        String of = lines.get(known);
        int within = Math.min(column, of.codePointCount(0, of.length()));
        return new Position(known + 1, of.offsetByCodePoints(0, within) + 1);
    }

    private static String drawn(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void aPlaceIsTheSameInWhateverOrderPlacesAreAskedFor() {
        Tries.of(2_000, random -> {
            String drawn = drawn(random);
            YamlText text = text(drawn);
            int line = 0;
            int column = 0;
            for (int i = 0; i < 20; i++) {
                switch (random.nextInt(4)) {
                    case 0 -> column += random.nextInt(3);
                    case 1 -> line += random.nextInt(3);
                    case 2 -> column = random.nextInt(8);
                    default -> line = random.nextInt(8);
                }
                assertEquals(
                        naive(drawn, line, column), text.position(line, column), drawn + " " + line + ":" + column);
            }
        });
    }

    @Test
    void aLineEndsWithALineFeedACarriageReturnOrBoth() {
        YamlText text = text("a: 1\rb: 2\r\nc: 3\n\rd: 4\r");
        assertEquals(new Position(2, 4), text.position(1, 3));
        assertEquals(new Position(3, 1), text.position(2, 0));
        assertEquals(new Position(4, 1), text.position(3, 0));
        assertEquals(new Position(5, 4), text.position(4, 3));
        assertEquals(new Position(6, 1), text.position(5, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a: 1\r", "\u3eff: 1", "\uff3f: 1", "\ufefc: 1"})
    void onlyAByteOrderMarkIsTakenAway(String text) {
        assertEquals(text, text(text).text());
        assertEquals(text, text("\ufeff" + text).text());
    }

    @Test
    void anUnusualBlankIsRefusedAsIndentationOnly() {
        assertEquals("\u00e9\u00a0b: 1", text("\u00e9\u00a0b: 1").text());
        assertEquals("a\u00a0b: 1", text("a\u00a0b: 1").text());
        for (String indented : List.of("\u00a0b: 1", " \u00a0b: 1", "\u00e9: 1\n\u00a0b: 1", "a: 1\r\u00a0b: 1")) {
            assertEquals(
                    DocumentCode.CHARACTER,
                    assertThrows(DocumentException.class, () -> text(indented))
                            .problems()
                            .get(0)
                            .code());
        }
    }
}
