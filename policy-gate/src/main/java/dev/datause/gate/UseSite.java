package dev.datause.gate;

import java.util.List;
import java.util.Optional;

/**
 * What a finding is about: a step, or a dataset or field that is used wherever it is read.
 *
 * @param kind what it is
 * @param name its name
 * @param field the field, where it is one
 * @param at where it is declared
 * @param step the step, where it is one
 */
record UseSite(Hop.Kind kind, String name, Optional<String> field, Location at, Optional<Step> step) {
    static UseSite of(Step step) {
        return new UseSite(
                Hop.Kind.STEP,
                step.name().value(),
                Optional.empty(),
                step.name().at(),
                Optional.of(step));
    }

    static UseSite of(Dataset dataset) {
        return new UseSite(
                Hop.Kind.DATASET,
                dataset.name().value(),
                Optional.empty(),
                dataset.name().at(),
                Optional.empty());
    }

    static UseSite of(Dataset dataset, Dataset.Field field) {
        String name = field.name().value();
        return new UseSite(
                Hop.Kind.DATASET,
                dataset.name().value(),
                Optional.of(name),
                field.name().at(),
                Optional.empty());
    }

    /** What it is in words, safe to show. */
    String words() {
        String what = step.isPresent()
                ? step.get().pipeline() ? "pipeline" : "step"
                : field.isPresent() ? "field" : "dataset";
        return what + " '" + FindingText.name(end()) + "'";
    }

    /** Its name as the end of a way. */
    String end() {
        return name + field.map(inside -> "#" + inside).orElse("");
    }

    /** A way of which nothing is known but its end. */
    Flow flow() {
        return new Flow(end(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** A way of which the end and the dataset are known. */
    Flow flow(String dataset) {
        return new Flow(end(), Optional.of(dataset), Optional.empty(), Optional.empty(), List.of());
    }
}
