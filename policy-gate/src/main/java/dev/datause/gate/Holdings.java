package dev.datause.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every place of a {@link Lineage} holds by itself, before anything flows. */
final class Holdings {
    private final Lineage lineage;
    private final LineageBuilder builder;
    private final Taints taints;
    private final Categories categories;
    private final Set<String> ambiguous;
    private final int[] held;
    private final boolean[] written;

    private Holdings(
            Lineage lineage, LineageBuilder builder, Taints taints, Categories categories, Set<String> ambiguous) {
        this.lineage = lineage;
        this.builder = builder;
        this.taints = taints;
        this.categories = categories;
        this.ambiguous = ambiguous;
        held = new int[lineage.places()];
        written = new boolean[lineage.places()];
    }

    /** The sets by place. What could be anything, and what is undeclared or declared twice, is marked as such. */
    static int[] of(
            Lineage lineage, LineageBuilder builder, Taints taints, Categories categories, Set<String> ambiguous) {
        Holdings holdings = new Holdings(lineage, builder, taints, categories, ambiguous);
        holdings.fill();
        return holdings.held;
    }

    private void fill() {
        for (int place = 0; place < held.length; place++) {
            for (int edge = lineage.begin(place); edge < lineage.end(place); edge++) {
                written[place] |= lineage.isStep(lineage.source(edge));
            }
        }
        for (Lineage.Store store : builder.stores()) {
            Optional<Dataset> dataset = store.declared;
            if (dataset.isEmpty() || ambiguous.contains(store.name)) {
                held[store.in] = taints.marked(Taints.UNCHECKED);
            } else {
                hold(store, dataset.get());
            }
        }
        for (Lineage.Work work : builder.works()) {
            if (lineage.begin(work.first()) == lineage.end(work.first())
                    && !work.step().outputs().isEmpty()) {
                held[work.first()] = taints.marked(Taints.ANYTHING);
            }
        }
    }

    private void hold(Lineage.Store store, Dataset dataset) {
        held[store.in] = sources(dataset, dataset.contents());
        for (Dataset.Field field : dataset.fields()) {
            int place = store.read(Optional.of(field.name().value()));
            held[place] = taints.join(held[place], sources(dataset, field.contents()));
        }
        switch (dataset.origin()) {
            case STATED -> {}
            case UNSTATED -> mark(store.in);
            case DERIVED -> derived(store);
        }
    }

    /** What no step writes, though it should come from one, could be anything. */
    private void derived(Lineage.Store store) {
        if (store.fields.isEmpty()) {
            if (!written[store.in]) {
                mark(store.in);
            }
        } else if (!written[store.in]) {
            for (int field : store.fields.values()) {
                if (!written[field] && held[field] == Taints.EMPTY) {
                    mark(field);
                }
            }
        }
    }

    private void mark(int place) {
        held[place] = taints.join(held[place], taints.marked(Taints.ANYTHING));
    }

    private int sources(Dataset dataset, List<Stated<Dataset.Content>> contents) {
        List<Source> sources = new ArrayList<>(contents.size());
        for (Stated<Dataset.Content> content : contents) {
            if (categories.has(content.value().category())) {
                sources.add(Source.of(dataset, content.value()));
            }
        }
        // What a word that the policy does not have was meant to say is not known.
        return sources.size() == contents.size()
                ? taints.of(sources)
                : taints.join(taints.of(sources), taints.marked(Taints.UNCHECKED));
    }
}
