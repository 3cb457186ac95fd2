package dev.datause.gate;

import java.util.Objects;

/**
 * Something that metadata states, and where: every fact keeps its location.
 *
 * @param value what is stated
 * @param at where
 * @param <T> the type of what is stated
 */
public record Stated<T>(T value, Location at) {
    /** Refuses null. */
    public Stated {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(at, "at");
    }
}
