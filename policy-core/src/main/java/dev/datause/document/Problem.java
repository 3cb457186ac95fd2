package dev.datause.document;

import java.util.Objects;
import java.util.Optional;

/**
 * Something wrong in a document, and where.
 *
 * @param code the kind of problem
 * @param document the name of the document
 * @param at where in the document
 * @param message what is wrong, one line
 * @param hint what was probably meant, if that can be told
 * @param snippet the line and a caret below the place, if lines may be shown
 */
public record Problem(
        Code code, String document, Position at, String message, Optional<String> hint, Optional<String> snippet)
        implements Comparable<Problem> {
    /** Refuses null. */
    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(hint, "hint");
        Objects.requireNonNull(snippet, "snippet");
    }

    /** By document, place, code and message. */
    @Override
    public int compareTo(Problem other) {
        int by = document.compareTo(other.document);
        by = by != 0 ? by : at.compareTo(other.at);
        by = by != 0 ? by : code.id().compareTo(other.code.id());
        return by != 0 ? by : message.compareTo(other.message);
    }

    /** As people read it: code, place, message and hint, then the line with the caret. Safe for any terminal. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(160);
        out.append('[')
                .append(code.id())
                .append("] ")
                .append(Shown.escaped(document))
                .append(':')
                .append(at);
        out.append("  ").append(message);
        hint.ifPresent(text -> out.append("; ").append(text));
        snippet.ifPresent(lines -> out.append('\n').append(lines));
        return out.toString();
    }
}
