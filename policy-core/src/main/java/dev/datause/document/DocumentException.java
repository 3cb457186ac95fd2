package dev.datause.document;

import java.util.List;

/**
 * A document was refused as a whole: it could not be read, or what it says is wrong. Nothing of it took effect. Holds
 * every problem found; the message prints them in order of their places.
 */
public final class DocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** With problems, one at least, which are sorted here. */
    public DocumentException(List<Problem> problems) {
        super(text(problems));
        this.problems = problems.stream().sorted().toList();
    }

    private static String text(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("problems: none");
        }
        StringBuilder out = new StringBuilder();
        for (Problem problem : problems.stream().sorted().toList()) {
            out.append(out.length() == 0 ? "" : "\n").append(problem);
        }
        return out.toString();
    }

    /** The problems, sorted by document and place; after deserialisation none, and the message still tells them. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}
