package dev.datause.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is declared about datasets, by port and by place. */
final class Declared {
    private final Map<String, Dataset> datasets;
    private final Set<String> ambiguous;
    private final boolean incomplete;
    private final Map<String, Lineage.Store> stores;
    private final Lineage lineage;
    private final Imported imported;
    private final List<Lineage.Store> byNumber;

    /** What a port can be. */
    enum State {
        /** Something that is declared. */
        DECLARED,
        /** Something that a refused document may declare, or that is declared twice; there is a finding about that. */
        MAY_BE_DECLARED,
        /** A field that its dataset does not have. */
        NO_SUCH_FIELD,
        /** Nobody knows. */
        UNDECLARED
    }

    Declared(
            Map<String, Dataset> datasets,
            Set<String> ambiguous,
            boolean incomplete,
            LineageBuilder builder,
            Lineage lineage,
            Imported imported) {
        this.imported = imported;
        this.datasets = datasets;
        this.ambiguous = ambiguous;
        this.incomplete = incomplete;
        stores = builder.byName();
        byNumber = builder.stores();
        this.lineage = lineage;
    }

    Collection<String> names() {
        return datasets.keySet();
    }

    State state(Port port) {
        Dataset dataset = datasets.get(port.dataset());
        if (ambiguous.contains(port.dataset())) {
            return State.MAY_BE_DECLARED;
        }
        if (dataset == null) {
            return incomplete ? State.MAY_BE_DECLARED : State.UNDECLARED;
        }
        boolean unknown = port.field().isPresent()
                && !store(port).fields.containsKey(port.field().get());
        return unknown ? State.NO_SUCH_FIELD : State.DECLARED;
    }

    boolean isDeclared(Port port) {
        return state(port) == State.DECLARED;
    }

    Collection<String> fields(Port port) {
        return store(port).fields.keySet();
    }

    Dataset dataset(Port port) {
        return store(port).declared.orElseThrow();
    }

    private Lineage.Store store(Port port) {
        return Optional.ofNullable(stores.get(port.dataset())).orElseThrow();
    }

    /** Where a port reads. */
    int place(Port port) {
        return store(port).read(port.field());
    }

    /** The dataset that a place belongs to. */
    Dataset owner(int place) {
        return imported.shown(byNumber.get(lineage.owner(place)).declared.orElseThrow());
    }

    /** Whether a port's own dataset declares that it holds anything. */
    boolean holds(Port port) {
        return !contents(port).isEmpty();
    }

    /** What a port holds by what its own dataset declares. */
    List<Source> own(Port port) {
        List<Source> own = new ArrayList<>();
        for (Stated<Dataset.Content> content : contents(port)) {
            own.add(Source.of(dataset(port), content.value()));
        }
        return own;
    }

    private List<Stated<Dataset.Content>> contents(Port port) {
        Dataset dataset = dataset(port);
        List<Stated<Dataset.Content>> contents = new ArrayList<>(dataset.contents());
        for (Dataset.Field field : dataset.fields()) {
            if (port.field().isEmpty() || port.field().get().equals(field.name().value())) {
                contents.addAll(field.contents());
            }
        }
        return contents;
    }
}
