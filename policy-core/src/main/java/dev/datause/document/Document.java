package dev.datause.document;

import java.util.Objects;

/**
 * A document that was read, with the place of everything in it.
 *
 * @param name how problems call it: a path relative to the project, never an absolute one
 * @param root its value
 * @param lines its lines, for problems
 */
public record Document(String name, Node root, Lines lines) {
    /** Refuses null. */
    public Document {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(lines, "lines");
    }

    /** The name only: a document may hold facts about people. */
    @Override
    public String toString() {
        return name;
    }
}
