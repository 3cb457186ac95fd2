package dev.datause.document;

import java.util.Arrays;

/**
 * One pass over the characters of a document before any parser sees them: applies the limits, refuses control
 * characters and halves of surrogate pairs, and notes where lines begin. A parser with other limits, or none, can
 * therefore neither run out of stack nor out of memory.
 */
final class JsonGuard {
    private final char[] text;
    private final int length;
    private final Limits limits;
    private final int firstLine;
    private int[] lineStarts = new int[16];
    private int lines = 1;
    private int next;
    private int depth;
    private int tokens;

    JsonGuard(char[] text, int length, int firstLine, Limits limits) {
        this.text = text;
        this.length = length;
        this.firstLine = firstLine;
        this.limits = limits;
    }

    /** The place of a character. Logarithmic in the number of lines. */
    Position position(int offset) {
        int found = Arrays.binarySearch(lineStarts, 0, lines, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(firstLine + line, offset - lineStarts[line] + 1);
    }

    /** The number of the first line. */
    int firstLine() {
        return firstLine;
    }

    /** Where lines begin; the first {@link #lines} count. */
    int[] lineStarts() {
        return lineStarts;
    }

    int lines() {
        return lines;
    }

    /** Goes over the whole text; throws at the first character that breaks a limit or may not stand where it stands. */
    void check() {
        while (next < length) {
            char c = text[next];
            switch (c) {
                case ' ', '\t', ',', ':' -> next++;
                case '\n', '\r' -> lineEnd();
                case '"' -> string();
                case '{', '[' -> open();
                case '}', ']' -> close();
                default -> scalar(c);
            }
        }
    }

    private void lineEnd() {
        boolean both = text[next] == '\r' && next + 1 < length && text[next + 1] == '\n';
        next += both ? 2 : 1;
        if (lines == lineStarts.length) {
            lineStarts = Arrays.copyOf(lineStarts, 2 * lines);
        }
        lineStarts[lines++] = next;
    }

    private void open() {
        token();
        if (++depth > limits.depth()) {
            throw limit(next, "nested deeper than ", limits.depth(), "depth");
        }
        next++;
    }

    private void close() {
        token();
        depth--;
        next++;
    }

    private void token() {
        if (++tokens > limits.tokens()) {
            throw limit(next, "more tokens than ", limits.tokens(), "tokens");
        }
    }

    /** A number or a word, or something that is neither and that the parser refuses. */
    private void scalar(char first) {
        token();
        refuseControl(first);
        int start = next;
        while (next < length && inScalar(text[next])) {
            next++;
        }
        boolean number = first == '-' || (first >= '0' && first <= '9');
        if (number && next - start > limits.digits()) {
            throw limit(start, "a number longer than ", limits.digits(), "digits");
        }
        next = next == start ? start + 1 : next;
    }

    private static boolean inScalar(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '-'
                || c == '+'
                || c == '.';
    }

    private void string() {
        token();
        int start = next++;
        int units = 0;
        while (next < length && text[next] != '"') {
            char c = text[next];
            if (c == '\\') {
                units += escape();
            } else if (c == '\n' || c == '\r') {
                throw refuse(DocumentCode.SYNTAX, start, "text without its closing quote on the same line");
            } else {
                refuseControl(c);
                next++;
                units++;
            }
        }
        if (next >= length) {
            throw refuse(DocumentCode.TRUNCATED, start, "text without its closing quote");
        }
        next++;
        if (units > limits.nameLength() && isKey()) {
            throw limit(start, "a key longer than ", limits.nameLength(), "nameLength");
        }
        if (units > limits.textLength()) {
            throw limit(start, "text longer than ", limits.textLength(), "textLength");
        }
    }

    private boolean isKey() {
        int i = next;
        while (i < length && (text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r')) {
            i++;
        }
        return i < length && text[i] == ':';
    }

    /** Goes behind an escape, and behind both of a surrogate pair, whose halves must come together. Returns the units it stands for. */
    private int escape() {
        int unit = unit(next);
        if (unit < 0) {
            next += 2;
            return 1;
        }
        if (!Character.isSurrogate((char) unit)) {
            next += 6;
            return 1;
        }
        int second = unit(next + 6);
        if (!Character.isHighSurrogate((char) unit) || second < 0 || !Character.isLowSurrogate((char) second)) {
            throw refuse(DocumentCode.CHARACTER, next, "half of a surrogate pair");
        }
        next += 12;
        return 2;
    }

    /** The code unit of an escape, or a negative number where there is none. */
    private int unit(int at) {
        if (at + 6 > length || text[at] != '\\' || text[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = text[i] < 128 ? Character.digit(text[i], 16) : -1;
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    private void refuseControl(char c) {
        if (c < ' ') {
            throw refuse(DocumentCode.CHARACTER, next, "a control character");
        }
    }

    private JsonRefused limit(int at, String message, int limit, String name) {
        return refuse(DocumentCode.LIMIT, at, message + limit + " (limit " + name + ")");
    }

    private static JsonRefused refuse(DocumentCode code, int at, String message) {
        return new JsonRefused(code, at, message);
    }
}
