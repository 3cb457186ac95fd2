package dev.datause.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Collects the problems of one document, so that one pass reports them all. Not thread-safe.
 *
 * <p>Where the document's lines are hidden, problems show nothing of what it says.
 */
public final class Problems {
    private static final int KEPT = 1_000;
    private static final int HINTS = 100;
    private static final int SHOWN = 60;

    private final String document;
    private final Lines lines;
    private final List<Problem> found = new ArrayList<>();
    private int count;

    private Problems(String document, Lines lines) {
        this.document = document;
        this.lines = lines;
    }

    /** For a document of this name with these lines. */
    public static Problems of(String document, Lines lines) {
        return new Problems(document, lines);
    }

    /** For a document that was read. */
    public static Problems of(Document document) {
        return new Problems(document.name(), document.lines());
    }

    /** Adds a problem. After 1,000 the rest are only counted. */
    public void add(Code code, Position at, String message) {
        add(code, at, message, Optional.empty());
    }

    /** Adds a problem with a hint, such as {@code write 2025-11-03}. */
    public void add(Code code, Position at, String message, String hint) {
        add(code, at, message, Optional.of(hint));
    }

    /**
     * Adds {@code message "found"}, with the nearest of the known names as a hint. Where lines are hidden, neither
     * {@code found} nor the hint is shown.
     */
    public void addUnknown(Code code, Position at, String message, String found, Collection<String> known) {
        Optional<String> hint = lines.areHidden() || count >= HINTS ? Optional.empty() : Nearest.hint(found, known);
        add(code, at, message + " " + shown(found), hint);
    }

    private void add(Code code, Position at, String message, Optional<String> hint) {
        count++;
        if (found.size() < KEPT) {
            Optional<String> line = lines.line(at.line());
            Optional<String> snippet =
                    line.isPresent() ? Optional.of(Shown.snippet(line.get(), at.column())) : Optional.empty();
            found.add(new Problem(code, document, at, message, hint, snippet));
        }
    }

    /** A word of the document fit for a message: in quotes, escaped and cut; {@code (not shown)} where lines are hidden. */
    public String shown(String text) {
        return lines.areHidden() ? "(not shown)" : Shown.quoted(text, SHOWN);
    }

    /** How many problems were added. */
    public int count() {
        return count;
    }

    /** Whether none was added. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** The problems kept, sorted by place, and a last one that counts the rest. */
    public List<Problem> list() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(null);
        if (count > KEPT) {
            Problem last = sorted.get(KEPT - 1);
            String message = "and " + (count - KEPT) + " more problems, not listed";
            sorted.add(
                    new Problem(DocumentCode.LIMIT, document, last.at(), message, Optional.empty(), Optional.empty()));
        }
        return sorted;
    }

    /** Throws all problems, if there is one. */
    public void throwIfAny() {
        if (count > 0) {
            throw exception();
        }
    }

    /** All problems as an exception; there must be one. */
    public DocumentException exception() {
        return new DocumentException(list());
    }
}
