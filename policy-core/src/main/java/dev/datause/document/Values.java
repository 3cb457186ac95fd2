package dev.datause.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads single values and reports what is wrong with them. Where a problem was reported, text is empty: no text that is
 * taken ever is, so that a reader can go on and find the other problems.
 */
public final class Values {
    private static final int LONGEST_NAME = 64;

    private Values() {}

    /**
     * Text: not empty, without blanks at its ends, control characters, line ends, or characters that turn the writing
     * round. Returns empty text after a problem.
     *
     * @param what the value, for messages, such as {@code "title"}
     */
    public static String text(Node node, String what, Problems problems) {
        if (!(node instanceof Node.Text text)) {
            wrongKind(node, what, "text", problems);
            return "";
        }
        String value = text.text();
        if (value.isEmpty()) {
            problems.add(DocumentCode.EMPTY, node.at(), what + " is empty");
            return "";
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' || c > '~') && !taken(c)) {
                problems.add(DocumentCode.CHARACTER, node.at(), what + " holds the character " + hex(c));
                return "";
            }
        }
        if (blank(value.charAt(0)) || blank(value.charAt(value.length() - 1))) {
            problems.add(DocumentCode.CHARACTER, node.at(), what + " begins or ends with a blank");
            return "";
        }
        return value;
    }

    /** Whether a character beyond printable ASCII may stand in text. */
    private static boolean taken(char c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && !(c >= '\u202a' && c <= '\u202e')
                && !(c >= '\u2066' && c <= '\u2069')
                && c != '\ufeff';
    }

    private static boolean blank(char c) {
        return Character.isSpaceChar(c);
    }

    private static String hex(char c) {
        String hex = Integer.toHexString(c);
        return "U+" + "0000".substring(hex.length()) + hex;
    }

    /** Text of at most {@code longest} UTF-16 units. Returns empty text after a problem. */
    public static String text(Node node, String what, int longest, Problems problems) {
        String text = text(node, what, problems);
        if (text.length() > longest) {
            problems.add(
                    DocumentCode.TOO_LONG,
                    node.at(),
                    what + " has " + text.length() + " characters, and at most " + longest + " may stand here");
            return "";
        }
        return text;
    }

    /** A new name: 1 to 64 ASCII letters and digits with single {@code - _ .} between. Returns empty text after a problem. */
    public static String name(Node node, String what, Problems problems) {
        if (!(node instanceof Node.Text text)) {
            wrongKind(node, what, "text", problems);
            return "";
        }
        return name(text.text(), node.at(), what, problems);
    }

    /** As {@link #name(Node, String, Problems)}, for a key. */
    public static String name(String name, Position at, String what, Problems problems) {
        if (wellFormed(name)) {
            return name;
        }
        problems.add(
                name.isEmpty() ? DocumentCode.EMPTY : DocumentCode.NOT_A_NAME,
                at,
                what + " " + problems.shown(name) + " is not a name",
                "a name is 1 to 64 ASCII letters and digits with single '-', '_' or '.' between");
        return "";
    }

    private static boolean wellFormed(String name) {
        boolean separator = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && (separator || (c != '-' && c != '_' && c != '.'))) {
                return false;
            }
            separator = !letterOrDigit;
        }
        return !separator && name.length() <= LONGEST_NAME;
    }

    /** A day {@code YYYY-MM-DD} in the years 1900 to 2200, or empty after a problem. */
    public static Optional<LocalDate> day(Node node, String what, Problems problems) {
        if (!(node instanceof Node.Text text)) {
            wrongKind(node, what, "a day YYYY-MM-DD", problems);
            return Optional.empty();
        }
        Optional<LocalDate> day = day(text.text());
        if (day.isEmpty()) {
            problems.add(
                    DocumentCode.NOT_A_DAY,
                    node.at(),
                    what + " " + problems.shown(text.text()) + " is not a day",
                    "a day is YYYY-MM-DD in the years 1900 to 2200");
        }
        return day;
    }

    /** The day {@code YYYY-MM-DD}, or empty where {@code text} is not exactly that, or outside the years 1900 to 2200. */
    public static Optional<LocalDate> day(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Optional.empty();
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) {
            return Optional.empty();
        }
        LocalDate first = LocalDate.of(year, month, 1);
        return day > first.lengthOfMonth() ? Optional.empty() : Optional.of(first.withDayOfMonth(day));
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = 10 * value + c - '0';
        }
        return value;
    }

    /** A whole number from {@code least} to {@code most}, written in digits only, or empty after a problem. */
    public static OptionalInt whole(Node node, String what, int least, int most, Problems problems) {
        if (!(node instanceof Node.Num number)) {
            wrongKind(node, what, "a whole number", problems);
            return OptionalInt.empty();
        }
        String written = number.written();
        int start = written.startsWith("-") ? 1 : 0;
        int magnitude = written.length() - start <= 9 ? digits(written, start, written.length()) : -1;
        int value = start == 1 ? -magnitude : magnitude;
        if (magnitude < 0 || written.length() == start || value < least || value > most) {
            problems.add(
                    DocumentCode.NOT_A_NUMBER,
                    node.at(),
                    what + " " + problems.shown(written) + " is not a whole number from " + least + " to " + most);
            return OptionalInt.empty();
        }
        return OptionalInt.of(value);
    }

    /** One of a few words. Returns empty text after a problem. */
    public static String choice(Node node, String what, List<String> words, Problems problems) {
        if (!(node instanceof Node.Text text)) {
            wrongKind(node, what, "text", problems);
            return "";
        }
        if (words.contains(text.text())) {
            return text.text();
        }
        String message = what + " is one of " + String.join(", ", words) + ", not";
        problems.addUnknown(DocumentCode.NOT_A_CHOICE, node.at(), message, text.text(), words);
        return "";
    }

    /** The items of a list that is not empty, or no items after a problem. */
    public static List<Node> list(Node node, String what, Problems problems) {
        if (!(node instanceof Node.Items list)) {
            wrongKind(node, what, "a list", problems);
            return List.of();
        }
        if (list.items().isEmpty()) {
            problems.add(DocumentCode.EMPTY, node.at(), what + " is empty");
        }
        return list.items();
    }

    /** The items of a list that is not empty, or the one value that stands for such a list. */
    public static List<Node> oneOrMany(Node node, String what, Problems problems) {
        return node instanceof Node.Items ? list(node, what, problems) : List.of(node);
    }

    /** The entries of an object, each key a name; those that are not are reported and left out. */
    public static List<Node.Entry> named(Node node, String what, Problems problems) {
        if (!(node instanceof Node.Members members)) {
            wrongKind(node, what, "an object", problems);
            return List.of();
        }
        List<Node.Entry> entries = members.entries();
        for (Node.Entry entry : entries) {
            if (!wellFormed(entry.key())) {
                return wellFormed(entries, what, problems);
            }
        }
        return entries;
    }

    private static List<Node.Entry> wellFormed(List<Node.Entry> entries, String what, Problems problems) {
        return entries.stream()
                .filter(e -> !name(e.key(), e.keyAt(), "the key in " + what, problems)
                        .isEmpty())
                .toList();
    }

    /** Reports a value that is of another kind than {@code wanted}, such as {@code "a list"}. */
    public static void wrongKind(Node node, String what, String wanted, Problems problems) {
        boolean nothing = node instanceof Node.Null;
        problems.add(
                nothing ? DocumentCode.NULL : DocumentCode.WRONG_KIND,
                node.at(),
                what + " is " + wanted + ", not " + node.kind());
    }
}
