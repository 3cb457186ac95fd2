package dev.datause.gate;

import dev.datause.document.Position;
import dev.datause.document.Shown;
import java.util.Objects;
import java.util.Optional;

/**
 * Where something is stated.
 *
 * @param file the file, relative to the project, with forward slashes
 * @param at the place in it
 * @param origin where people wrote it, if the file was made by a tool that says so: a file, or {@code file:line:column}
 */
public record Location(String file, Position at, Optional<String> origin) implements Comparable<Location> {
    /** Refuses null. */
    public Location {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(origin, "origin");
    }

    /** A place in a file that people write. */
    public Location(String file, Position at) {
        this(file, at, Optional.empty());
    }

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        int byPlace = byFile != 0 ? byFile : at.compareTo(other.at);
        return byPlace != 0 ? byPlace : origin.orElse("").compareTo(other.origin.orElse(""));
    }

    /** {@code file:line:column}, and the origin in brackets if there is one; safe for any terminal. */
    @Override
    public String toString() {
        return Shown.escaped(file) + ":" + at
                + origin.map(written -> " (" + Shown.escaped(written) + ")").orElse("");
    }
}
