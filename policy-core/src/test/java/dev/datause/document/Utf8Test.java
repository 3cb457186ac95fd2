package dev.datause.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static void decodes(String expected, Utf8 decoded) {
        assertEquals(expected, decoded.text().toString());
        assertEquals(expected.length(), decoded.length());
        assertTrue(decoded.whole());
    }

    @Test
    void whatIsUtf8IsDecodedWithinItsEnds() {
        byte[] bytes = "ab\u00e9\u65e5\ud83d\ude00c".getBytes(StandardCharsets.UTF_8);
        decodes("ab\u00e9\u65e5\ud83d\ude00c", Utf8.of(bytes, 0, bytes.length, true));
        decodes("b\u00e9", Utf8.of(bytes, 1, 4, true));
        decodes("a", Utf8.of(bytes, 0, 1, true));
        decodes("", Utf8.of(bytes, 2, 2, true));
        assertEquals(3, Utf8.of(bytes, 1, 4, true).chars().length);
    }

    @Test
    void aByteOrderMarkIsLeftOutAtTheBeginningWhereThatIsSaid() {
        byte[] marked = bytes(0xEF, 0xBB, 0xBF, 'x');
        decodes("x", Utf8.of(marked, 0, 4, true));
        decodes("", Utf8.of(marked, 0, 3, true));
        decodes("\ufeffx", Utf8.of(marked, 0, 4, false));
        decodes("\ufeff", Utf8.of(bytes(0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF), 0, 6, true));
        decodes("\ufefe", Utf8.of(bytes(0xEF, 0xBB, 0xBE), 0, 3, true));
        decodes("\uffbf", Utf8.of(bytes(0xEF, 0xBE, 0xBF), 0, 3, true));
        decodes("\uebff", Utf8.of(bytes(0xEE, 0xAF, 0xBF), 0, 3, true));
        decodes("abc", Utf8.of(bytes('x', 'a', 'b', 'c'), 1, 4, true));
        assertFalse(Utf8.of(marked, 0, 2, true).whole());
        assertFalse(Utf8.of(bytes('x', 0xEF, 0xBB, 0xBF), 1, 3, true).whole());
    }

    @Test
    void whatIsNotUtf8EndsAtTheFirstBadByte() {
        Utf8 latin = Utf8.of(bytes('a', 'b', 0xE9, 'c'), 0, 4, true);
        assertFalse(latin.whole());
        assertEquals("ab", latin.text().toString());
        Utf8 cut = Utf8.of(bytes('a', 0xC3), 0, 2, true);
        assertFalse(cut.whole());
        assertEquals(1, cut.length());
        Utf8 later = Utf8.of(bytes('a', 0xC3, 0xA9, 0xFF), 0, 4, true);
        assertFalse(later.whole());
        assertEquals("a\u00e9", later.text().toString());
    }
}
