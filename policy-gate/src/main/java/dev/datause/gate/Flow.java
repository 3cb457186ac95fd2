package dev.datause.gate;

import java.util.Objects;
import java.util.Optional;

/**
 * The way of data that a finding is about, as far as it is about one.
 *
 * @param pipeline the pipeline
 * @param dataset the dataset it reads
 * @param category the category that it holds
 * @param purpose what the pipeline uses it for
 */
public record Flow(String pipeline, Optional<String> dataset, Optional<String> category, Optional<String> purpose) {
    /** Refuses null. */
    public Flow {
        Objects.requireNonNull(pipeline, "pipeline");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(purpose, "purpose");
    }
}
