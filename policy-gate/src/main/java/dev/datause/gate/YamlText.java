package dev.datause.gate;

import dev.datause.document.Code;
import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import dev.datause.document.Lines;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The characters of a YAML document: UTF-8 with at most one byte order mark, and none of the characters that YAML
 * parsers disagree about: control characters, tabs, the line ends of other standards, unusual blanks as indentation.
 */
final class YamlText {
    private static final int BYTE_ORDER_MARK = 3;

    private final String name;
    private final String text;
    private final Lines lines;
    private int[] lineStarts = new int[64];
    private int lineCount = 1;
    /** Whether some characters take two UTF-16 units, so that columns must be counted. */
    private boolean pairs;

    private int countedLine;
    private int countedColumns;
    private int countedTo;
    private Position last = Position.START;

    private YamlText(String name, String text) {
        this.name = name;
        this.text = text;
        lines = Lines.of(text);
    }

    /** Decodes and checks; throws at the first thing that is not taken. */
    static YamlText of(String name, byte[] bytes, Limits limits) {
        if (bytes.length > limits.fileBytes()) {
            Problems problems = Problems.of(name, Lines.hidden());
            String message = "more bytes than " + limits.fileBytes() + " (limit fileBytes)";
            problems.add(DocumentCode.LIMIT, Position.START, message);
            throw problems.exception();
        }
        boolean marked = bytes.length >= BYTE_ORDER_MARK
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
        int from = marked ? BYTE_ORDER_MARK : 0;
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length - from);
        boolean whole = !decoder.decode(ByteBuffer.wrap(bytes, from, bytes.length - from), chars, true)
                        .isError()
                && !decoder.flush(chars).isError();
        YamlText result = new YamlText(name, chars.flip().toString());
        result.check(chars.array());
        if (!whole) {
            throw result.refused(DocumentCode.NOT_UTF8, result.text.length(), "bytes that are not UTF-8");
        }
        return result;
    }

    /** Checks the text, given as characters too: there are many, and those of an array are looked at sooner. */
    private void check(char[] chars) {
        boolean indentation = true;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c > ' ' && c < 127) {
                indentation = false;
            } else if (c == '\n' || (c == '\r' && !(i + 1 < length && chars[i + 1] == '\n'))) {
                lineEnd(i + 1);
                indentation = true;
            } else if (c != '\r') {
                check(c, i, indentation);
                indentation &= c == ' ';
            }
        }
    }

    private void lineEnd(int next) {
        if (lineCount == lineStarts.length) {
            lineStarts = Arrays.copyOf(lineStarts, 2 * lineCount);
        }
        lineStarts[lineCount++] = next;
    }

    private void check(char c, int at, boolean indentation) {
        if (c >= ' ' && c < 127) {
            return;
        }
        if (c == '\t') {
            throw refused(DocumentCode.CHARACTER, at, "a tab; YAML is indented with blanks, and tabs are not taken");
        }
        pairs |= Character.isSurrogate(c);
        int type = Character.getType(c);
        if (type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || c == '\ufeff'
                || c >= '\ufffe') {
            throw refused(DocumentCode.CHARACTER, at, "the character U+" + hex(c) + " may not stand here");
        }
        if (indentation && (type == Character.SPACE_SEPARATOR || type == Character.FORMAT)) {
            throw refused(DocumentCode.CHARACTER, at, "the character U+" + hex(c) + " as indentation");
        }
    }

    private static String hex(char c) {
        String hex = Integer.toHexString(c);
        return "0000".substring(hex.length()) + hex;
    }

    String text() {
        return text;
    }

    Lines lines() {
        return lines;
    }

    /** An empty collection of problems of this document. */
    Problems problems() {
        return Problems.of(name, lines);
    }

    /** The place of the column in code points, both from zero as the parser counts, in UTF-16 units from one. */
    Position position(int line, int column) {
        int known = Math.max(0, Math.min(line, lineCount - 1));
        int start = lineStarts[known];
        int end = known + 1 < lineCount ? lineStarts[known + 1] : text.length();
        int at = pairs ? counted(known, start, end, column) : Math.min(start + column, end);
        // A mapping begins where its first key does.
        if (last.line() != known + 1 || last.column() != at - start + 1) {
            last = new Position(known + 1, at - start + 1);
        }
        return last;
    }

    /**
     * Where a column begins, by counting. Places are asked for in their order, mostly: what was counted of a line, which
     * may be long, is not counted again.
     */
    private int counted(int line, int start, int end, int column) {
        boolean goesOn = line == countedLine && column >= countedColumns;
        int at = goesOn ? countedTo : start;
        int columns = goesOn ? countedColumns : 0;
        while (columns < column && at < end) {
            at += Character.charCount(text.codePointAt(at));
            columns++;
        }
        countedLine = line;
        countedColumns = columns;
        countedTo = at;
        return at;
    }

    private DocumentException refused(Code code, int offset, String message) {
        int found = Arrays.binarySearch(lineStarts, 0, lineCount, offset);
        int line = found >= 0 ? found : -found - 2;
        Problems problems = problems();
        problems.add(code, new Position(line + 1, offset - lineStarts[line] + 1), message);
        return problems.exception();
    }
}
