package dev.datause.document;

/**
 * Text of a document made fit to be shown: nothing in it moves a cursor, turns the writing round, or is unseen. Any text
 * is taken; what cannot be shown is written as an escape.
 */
public final class Shown {
    private static final int WIDTH = 100;
    private static final int BEFORE = 60;
    private static final String CUT = "…";

    private Shown() {}

    /** {@code text} in quotes, cut after {@code longest} characters. */
    public static String quoted(String text, int longest) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        int end = Math.min(text.length(), longest);
        for (int i = 0; i < end; i++) {
            escape(text.charAt(i), text, i, out);
        }
        return (end < text.length() ? out.append(CUT) : out).append('"').toString();
    }

    /** {@code text} with what cannot be shown written out. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i), text, i, out);
        }
        return out.toString();
    }

    /** The line with a caret below the column, counted from one; two lines that end without a line feed. */
    public static String snippet(String line, int column) {
        int target = Math.min(column - 1, line.length());
        int start = Math.max(0, target - BEFORE);
        int end = Math.min(line.length(), start + WIDTH);
        StringBuilder shown = new StringBuilder(WIDTH);
        shown.append(start > 0 ? CUT : "");
        int caret = shown.length();
        for (int i = start; i < end; i++) {
            if (i == target) {
                caret = shown.length();
            }
            escape(line.charAt(i), line, i, shown);
        }
        if (target >= end) {
            caret = shown.length();
        }
        shown.append(end < line.length() ? CUT : "");
        StringBuilder out = new StringBuilder(2 * shown.length() + 10);
        out.append(" | ").append(shown).append("\n | ");
        return out.append(".".repeat(caret)).append('^').toString();
    }

    private static void escape(char c, String text, int at, StringBuilder out) {
        if (c == '\t') {
            out.append(' ');
        } else if (c < 127 ? c >= ' ' : visible(c, text, at)) {
            out.append(c);
        } else {
            String hex = Integer.toHexString(c);
            out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
        }
    }

    private static boolean visible(char c, String text, int at) {
        if (Character.isSurrogate(c)) {
            boolean pair = Character.isHighSurrogate(c)
                    ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                    : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
            return pair && shows(text.codePointAt(Character.isHighSurrogate(c) ? at : at - 1));
        }
        return shows(c);
    }

    /** Whether a character stands for itself on a screen. */
    static boolean shows(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
