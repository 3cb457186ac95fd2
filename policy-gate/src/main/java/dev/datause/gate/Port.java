package dev.datause.gate;

import java.util.Objects;
import java.util.Optional;

/**
 * What a step reads or writes: a dataset, or one field of it.
 *
 * @param dataset the name of the dataset, compared character by character
 * @param field the name of the field; not stated: all fields
 */
public record Port(String dataset, Optional<String> field) {
    /** Refuses null. */
    public Port {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(field, "field");
    }

    /** A whole dataset. */
    public static Port of(String dataset) {
        return new Port(dataset, Optional.empty());
    }

    /** {@code dataset}, or {@code dataset#field}. */
    @Override
    public String toString() {
        return dataset + field.map(name -> "#" + name).orElse("");
    }
}
