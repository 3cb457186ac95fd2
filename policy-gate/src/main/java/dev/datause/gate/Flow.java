package dev.datause.gate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The way of data that a finding is about, as far as it is about one.
 *
 * @param pipeline the step that uses the data, or the dataset that is used wherever it is read
 * @param dataset where the data comes from: the dataset that declares the category
 * @param category the category that it holds
 * @param purpose what the data is used for
 * @param path the stations from the source to the use, both included, on a shortest way; of more
 *     than a thousand only the first and the last; empty where there is none
 */
public record Flow(
        String pipeline,
        Optional<String> dataset,
        Optional<String> category,
        Optional<String> purpose,
        List<Hop> path) {
    /** Copies the list. */
    public Flow {
        Objects.requireNonNull(pipeline, "pipeline");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(purpose, "purpose");
        path = List.copyOf(path);
    }
}
