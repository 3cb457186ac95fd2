package dev.datause.document;

import java.util.Objects;
import java.util.Optional;

/**
 * The lines of a document, of which problems show one. A line ends with a line feed, a carriage return, or both.
 * Immutable and thread-safe.
 */
public final class Lines {
    private static final Lines HIDDEN = new Lines("", 1, true);

    private final CharSequence text;
    private final int first;
    private final boolean hidden;

    private Lines(CharSequence text, int first, boolean hidden) {
        this.text = text;
        this.first = first;
        this.hidden = hidden;
    }

    /** The lines of {@code text}. */
    public static Lines of(String text) {
        return of((CharSequence) text, 1);
    }

    /** The lines of characters that nobody changes any more, of which the first has number {@code first}. */
    static Lines of(CharSequence text, int first) {
        return new Lines(Objects.requireNonNull(text, "text"), first, false);
    }

    /** Lines that hold facts about people: problems show neither a line nor any word of the document. */
    public static Lines hidden() {
        return HIDDEN;
    }

    /** Whether problems must not show what the document says. */
    public boolean areHidden() {
        return hidden;
    }

    /** The line with this number, without its end, or empty where there is none or it is hidden. Linear in the text before it. */
    public Optional<String> line(int number) {
        if (hidden || number < first) {
            return Optional.empty();
        }
        int start = 0;
        for (int line = first; line < number; line++) {
            int end = end(start);
            if (end == text.length()) {
                return Optional.empty();
            }
            start = text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n'
                    ? end + 2
                    : end + 1;
        }
        return Optional.of(text.subSequence(start, end(start)).toString());
    }

    private int end(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
