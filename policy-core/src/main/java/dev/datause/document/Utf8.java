package dev.datause.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to characters: UTF-8 and nothing else, without one replaced character. */
final class Utf8 {
    private static final char[] NONE = {};

    private char[] chars = NONE;
    private int length;
    private boolean whole;

    private Utf8() {}

    /** Decodes bytes as far as they are UTF-8. A byte order mark at {@code from} is left out if {@code mark} says so. */
    static Utf8 of(byte[] bytes, int from, int to, boolean mark) {
        boolean marked = mark
                && to - from >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
        Utf8 result = new Utf8();
        result.decode(bytes, marked ? from + 3 : from, to);
        return result;
    }

    private void decode(byte[] bytes, int from, int to) {
        chars = new char[to - from];
        int ascii = 0;
        while (from + ascii < to && bytes[from + ascii] >= 0) {
            chars[ascii] = (char) bytes[from + ascii];
            ascii++;
        }
        length = ascii;
        whole = true;
        if (from + ascii < to) {
            CharsetDecoder decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            CharBuffer out = CharBuffer.wrap(chars, ascii, chars.length - ascii);
            ByteBuffer in = ByteBuffer.wrap(bytes, from + ascii, to - from - ascii);
            whole = !decoder.decode(in, out, true).isError()
                    && !decoder.flush(out).isError();
            length = out.position();
        }
    }

    /** The characters, of which the first {@link #length} count. */
    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /** Whether all bytes were UTF-8; if not, the first bad one stands right after the characters. */
    boolean whole() {
        return whole;
    }

    /** The text, for {@link Lines}; shares the characters. */
    CharSequence text() {
        return CharBuffer.wrap(chars, 0, length);
    }
}
