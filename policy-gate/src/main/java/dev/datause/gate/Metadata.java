package dev.datause.gate;

import dev.datause.document.Document;
import java.util.List;
import java.util.Objects;

/**
 * What one document says about datasets and pipelines.
 *
 * @param document the document, whose lines findings show
 * @param datasets the datasets it declares, in written order
 * @param pipelines the pipelines it declares, in written order
 */
public record Metadata(Document document, List<Dataset> datasets, List<Pipeline> pipelines) {
    /** Copies the lists. */
    public Metadata {
        Objects.requireNonNull(document, "document");
        datasets = List.copyOf(datasets);
        pipelines = List.copyOf(pipelines);
    }
}
