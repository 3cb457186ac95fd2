package dev.datause.gate;

import java.util.Objects;
import java.util.Optional;

/**
 * One station on the way of data: a dataset, one of its fields, or a step.
 *
 * @param kind what it is
 * @param name its name
 * @param field the field, where it is one
 * @param at where it is declared, or read; empty where that is nowhere
 */
public record Hop(Kind kind, String name, Optional<String> field, Optional<Location> at) {
    /** What a station is. */
    public enum Kind {
        /** Data at rest. */
        DATASET,
        /** Something that reads data. */
        STEP
    }

    /** Refuses null. */
    public Hop {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(at, "at");
    }

    /** {@code name}, or {@code name#field}. */
    @Override
    public String toString() {
        return name + field.map(inside -> "#" + inside).orElse("");
    }
}
