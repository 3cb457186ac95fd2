package dev.datause.gate;

import dev.datause.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What a dataset is to a proof: all but its name and its places. Datasets of one shape have one proof.
 *
 * @param contents what it holds
 * @param members whom it is about
 * @param collected when it was collected
 */
record DatasetShape(List<Dataset.Content> contents, Optional<Condition> members, Optional<Window> collected) {
    static DatasetShape of(Dataset dataset) {
        return new DatasetShape(
                dataset.contents().stream().map(Stated::value).toList(),
                dataset.members().map(Stated::value),
                dataset.collected().map(Stated::value));
    }
}
