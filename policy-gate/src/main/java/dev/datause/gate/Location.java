package dev.datause.gate;

import dev.datause.document.Position;
import dev.datause.document.Shown;
import java.util.Objects;

/**
 * Where something is stated.
 *
 * @param file the file, relative to the project, with forward slashes
 * @param at the place in it
 */
public record Location(String file, Position at) implements Comparable<Location> {
    /** Refuses null. */
    public Location {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : at.compareTo(other.at);
    }

    /** {@code file:line:column}, safe for any terminal. */
    @Override
    public String toString() {
        return Shown.escaped(file) + ":" + at;
    }
}
