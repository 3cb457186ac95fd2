package dev.datause.gate;

import dev.datause.document.Document;
import java.util.List;
import java.util.Objects;

/**
 * What one document says about datasets and steps.
 *
 * @param document the document, whose lines findings show
 * @param datasets the datasets it declares, in written order
 * @param steps the steps it declares, pipelines among them, in written order
 * @param ignored what it holds and this reader leaves aside by rule, such as a disabled model
 */
public record Metadata(Document document, List<Dataset> datasets, List<Step> steps, List<Stated<String>> ignored) {
    /** Copies the lists. */
    public Metadata {
        Objects.requireNonNull(document, "document");
        datasets = List.copyOf(datasets);
        steps = List.copyOf(steps);
        ignored = List.copyOf(ignored);
    }

    /** The steps that were declared as uses. */
    public List<Step> pipelines() {
        return steps.stream().filter(Step::pipeline).toList();
    }
}
