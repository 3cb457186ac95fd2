package dev.datause.document;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a document, of which problems show one. A line ends with a line feed, a carriage return, or both.
 * Immutable and thread-safe.
 */
public final class Lines {
    private static final Lines HIDDEN = new Lines("", 1, true);

    private final CharSequence text;
    private final int first;
    private final boolean hidden;
    /** None until a line is asked for; there is always one then. */
    private volatile int[] starts = {};

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

    /**
     * The line with this number, without its end, or empty where there is none or it is hidden. The first call goes over the whole
     * text, others do not.
     */
    public Optional<String> line(int number) {
        if (hidden || number < first) {
            return Optional.empty();
        }
        int[] begin = starts();
        int at = number - first;
        return at < begin.length
                ? Optional.of(text.subSequence(begin[at], end(begin[at])).toString())
                : Optional.empty();
    }

    /** Where lines begin. Threads that race find the same. */
    private int[] starts() {
        int[] known = starts;
        if (known.length == 0) {
            int[] found = new int[64];
            int count = 1;
            // Nearly every text has line feeds only, and those are found faster.
            String feeds = text instanceof String string && string.indexOf('\r') < 0 ? string : null;
            for (int end = end(feeds, 0); end < text.length(); end = end(feeds, found[count - 1])) {
                boolean both = text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = both ? end + 2 : end + 1;
            }
            known = Arrays.copyOf(found, count);
            starts = known;
        }
        return known;
    }

    private int end(@Nullable String feeds, int from) {
        if (feeds != null) {
            int feed = feeds.indexOf('\n', from);
            return feed < 0 ? feeds.length() : feed;
        }
        return end(from);
    }

    private int end(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
