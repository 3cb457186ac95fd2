package dev.datause.gate;

import dev.datause.Condition;
import java.util.Optional;

/**
 * What one kind of member data in a dataset is to a proof, wherever it flows: all but the dataset's name and place.
 *
 * @param content what it is
 * @param members whom it is about
 * @param collected when it was collected
 */
record Source(Dataset.Content content, Optional<Condition> members, Optional<Window> collected) {
    static Source of(Dataset dataset, Dataset.Content content) {
        return new Source(
                content,
                dataset.members().map(Stated::value),
                dataset.collected().map(Stated::value));
    }
}
