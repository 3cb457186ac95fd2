package dev.datause.gate;

import java.util.Objects;
import java.util.Optional;

/**
 * A guard that would make a flow permitted, and lets everything pass that is.
 *
 * @param guard the condition, as a manifest says it
 * @param words the same in words
 * @param at where to put it: the step that it belongs to
 */
public record Fix(String guard, String words, Optional<Location> at) {
    /** Refuses null. */
    public Fix {
        Objects.requireNonNull(guard, "guard");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(at, "at");
    }
}
