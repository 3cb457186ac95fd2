package dev.datause.document;

import java.util.BitSet;

/**
 * Finds the place where a text stops being JSON. Used only after the parser has refused the text: parsers tell how far
 * they read, which may lie behind the fault, and their messages repeat the document.
 */
final class JsonFault {
    private final char[] text;
    private final int length;
    private final BitSet objects = new BitSet();
    private int depth;
    private int next;

    private JsonFault(char[] text, int length) {
        this.text = text;
        this.length = length;
    }

    /** The fault in {@code text}; at {@code otherwise} if this grammar finds none. */
    static JsonRefused find(char[] text, int length, int otherwise) {
        try {
            new JsonFault(text, length).walk();
            return new JsonRefused(DocumentCode.SYNTAX, otherwise, "this is not JSON");
        } catch (JsonRefused found) {
            return found;
        }
    }

    private void walk() {
        blanks();
        if (next == length) {
            throw new JsonRefused(DocumentCode.NO_OBJECT, 0, "the document is empty");
        }
        boolean value = true;
        while (true) {
            blanks();
            if (value) {
                value = value();
            } else if (depth == 0) {
                refuseTrailing();
                return;
            } else {
                value = afterValue();
            }
        }
    }

    /** Takes a value or its beginning. Whether another value, the first inside, must follow. */
    private boolean value() {
        char c = here("a value is missing");
        switch (c) {
            case '{' -> {
                objects.set(depth++);
                next++;
                blanks();
                if (here("a key or '}' is missing") == '}') {
                    close();
                    return false;
                }
                key();
                return true;
            }
            case '[' -> {
                objects.clear(depth++);
                next++;
                blanks();
                if (here("a value or ']' is missing") == ']') {
                    close();
                    return false;
                }
                return true;
            }
            case '"' -> string();
            default -> scalar(c);
        }
        return false;
    }

    /** Takes what follows a value inside an object or list. Whether another value must follow. */
    private boolean afterValue() {
        boolean object = objects.get(depth - 1);
        char end = object ? '}' : ']';
        char c = here("',' or '" + end + "' is missing");
        if (c == end) {
            close();
            return false;
        }
        if (c != ',') {
            throw fault("expected ',' or '" + end + "'" + comment(c));
        }
        next++;
        blanks();
        if (here(object ? "a key is missing" : "a value is missing") == end) {
            throw fault("a comma before '" + end + "'");
        }
        if (object) {
            key();
        }
        return true;
    }

    private void close() {
        depth--;
        next++;
    }

    private void key() {
        char c = here("a key is missing");
        if (c != '"') {
            throw fault("expected a key in double quotes" + comment(c));
        }
        string();
        blanks();
        if (here("':' is missing") != ':') {
            throw fault("expected ':' after the key");
        }
        next++;
    }

    private void string() {
        int start = next++;
        while (next < length && text[next] != '"') {
            if (text[next] == '\\' && !escape()) {
                throw new JsonRefused(DocumentCode.SYNTAX, next, "an escape that JSON does not have");
            }
            next++;
        }
        if (next >= length) {
            throw new JsonRefused(DocumentCode.TRUNCATED, start, "text without its closing quote");
        }
        next++;
    }

    /** Goes to the last character of an escape, if it is one. */
    private boolean escape() {
        char kind = next + 1 < length ? text[next + 1] : ' ';
        if (kind != 'u') {
            boolean known = "\"\\/bfnrt".indexOf(kind) >= 0;
            next += known ? 1 : 0;
            return known;
        }
        for (int i = next + 2; i < next + 6; i++) {
            if (i >= length || text[i] > 127 || Character.digit(text[i], 16) < 0) {
                return false;
            }
        }
        next += 5;
        return true;
    }

    private void scalar(char first) {
        int start = next;
        while (next < length && "{}[]:,\" \t\n\r".indexOf(text[next]) < 0) {
            next++;
        }
        String word = new String(text, start, next - start);
        if (word.equals("true") || word.equals("false") || word.equals("null") || number(word)) {
            return;
        }
        boolean cut =
                next == length && ("true".startsWith(word) || "false".startsWith(word) || "null".startsWith(word));
        next = start;
        if (cut) {
            throw new JsonRefused(DocumentCode.TRUNCATED, start, "a value is cut off");
        }
        boolean numeric = first == '-' || first == '+' || first == '.' || (first >= '0' && first <= '9');
        throw fault((numeric ? "not a number as JSON writes it" : "expected a value") + comment(first));
    }

    private static String comment(char c) {
        if (c == '/' || c == '#') {
            return "; comments are not taken";
        }
        return c == '\'' ? "; text stands in double quotes" : "";
    }

    private static boolean number(String word) {
        int i = word.startsWith("-") ? 1 : 0;
        int whole = digits(word, i);
        if (whole == i || (whole > i + 1 && word.charAt(i) == '0')) {
            return false;
        }
        i = whole;
        if (i < word.length() && word.charAt(i) == '.') {
            int fraction = digits(word, i + 1);
            if (fraction == i + 1) {
                return false;
            }
            i = fraction;
        }
        if (i < word.length() && (word.charAt(i) == 'e' || word.charAt(i) == 'E')) {
            boolean signed = i + 1 < word.length() && (word.charAt(i + 1) == '+' || word.charAt(i + 1) == '-');
            int start = signed ? i + 2 : i + 1;
            int exponent = digits(word, start);
            if (exponent == start) {
                return false;
            }
            i = exponent;
        }
        return i == word.length();
    }

    private static int digits(String word, int from) {
        int i = from;
        while (i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private void refuseTrailing() {
        if (next < length) {
            throw new JsonRefused(
                    DocumentCode.TRAILING, next, "something follows the end of the document" + comment(text[next]));
        }
    }

    private void blanks() {
        while (next < length && " \t\n\r".indexOf(text[next]) >= 0) {
            next++;
        }
    }

    private char here(String missing) {
        if (next >= length) {
            throw new JsonRefused(DocumentCode.TRUNCATED, length, "the document ends too early: " + missing);
        }
        return text[next];
    }

    private JsonRefused fault(String message) {
        return new JsonRefused(DocumentCode.SYNTAX, next, message);
    }
}
