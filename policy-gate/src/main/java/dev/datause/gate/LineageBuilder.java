package dev.datause.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the {@link Lineage} of datasets and steps, and says where each of them is in it. */
final class LineageBuilder {
    private final Taints taints;
    private final Violations violations;
    private final long most;
    private final Lineage lineage = new Lineage();
    /** In the order in which they are met: mostly nearly sorted. */
    private final Map<String, Lineage.Store> byName = new LinkedHashMap<>();

    private final List<Lineage.Store> stores = new ArrayList<>();
    private final List<Lineage.Work> works = new ArrayList<>();
    private long fieldEdges;

    LineageBuilder(Taints taints, Violations violations, Capacity.Proof most) {
        this.most = most.fieldEdges();
        this.taints = taints;
        this.violations = violations;
    }

    /** Every dataset that is declared, or that a step names. */
    List<Lineage.Store> stores() {
        return stores;
    }

    /** Every step, sorted by name and place. */
    List<Lineage.Work> works() {
        return works;
    }

    Map<String, Lineage.Store> byName() {
        return byName;
    }

    Lineage build(Map<String, Dataset> datasets, List<StepWords.Meant> steps) {
        datasets.forEach((name, dataset) -> {
            Lineage.Store store = new Lineage.Store(name, Optional.of(dataset));
            dataset.fields().forEach(field -> store.add(field.name().value()));
            byName.put(name, store);
        });
        steps.forEach(meant -> name(meant.step()));
        List<Lineage.Store> inOrder = new ArrayList<>(byName.values());
        inOrder.sort((a, b) -> a.name.compareTo(b.name));
        inOrder.forEach(this::place);
        List<StepWords.Meant> byStep = new ArrayList<>(steps);
        byStep.sort((a, b) -> compare(a.step().name(), b.step().name()));
        byStep.forEach(this::add);
        lineage.close();
        return lineage;
    }

    private static int compare(Stated<String> one, Stated<String> other) {
        int byName = one.value().compareTo(other.value());
        return byName != 0 ? byName : one.at().compareTo(other.at());
    }

    private void name(Step step) {
        step.inputs().forEach(this::name);
        step.outputs().forEach(this::name);
        for (Step.Derivation derivation : step.derivations()) {
            name(derivation.output());
            derivation.from().forEach(this::name);
        }
    }

    /** A field that nobody declared is one where its dataset says nothing about its fields. */
    private void name(Stated<Port> port) {
        Lineage.Store store =
                byName.computeIfAbsent(port.value().dataset(), name -> new Lineage.Store(name, Optional.empty()));
        boolean declaresFields =
                store.declared.filter(d -> !d.fields().isEmpty()).isPresent();
        if (!declaresFields) {
            port.value().field().ifPresent(store::add);
        }
    }

    private void place(Lineage.Store store) {
        int owner = stores.size();
        stores.add(store);
        store.in = lineage.place(owner, 0);
        if (store.fields.isEmpty()) {
            store.out = store.in;
            return;
        }
        store.fields.replaceAll((name, none) -> lineage.place(owner, 0));
        store.out = lineage.place(owner, 0);
        lineage.edge(store.in, store.out);
        for (int field : store.fields.values()) {
            lineage.edge(store.in, field);
            lineage.edge(field, store.out);
        }
    }

    private void add(StepWords.Meant meant) {
        Step step = meant.step();
        int transfer = taints.transfer(meant.transfer());
        int owner = -1 - works.size();
        int all = lineage.place(owner, transfer);
        Set<Port> read = new HashSet<>();
        for (Stated<Port> input : step.inputs()) {
            read(input.value(), all, read);
        }
        Map<String, Set<String>> derived = new HashMap<>();
        Set<Port> written = new HashSet<>();
        for (Step.Derivation derivation : step.derivations()) {
            Port output = derivation.output().value();
            Lineage.Store store = store(output);
            int some = lineage.place(owner, transfer);
            Set<Port> readBySome = new HashSet<>();
            for (Stated<Port> port : derivation.from()) {
                read(port.value(), all, read);
                read(port.value(), some, readBySome);
            }
            lineage.edge(some, store.written(output.field()));
            if (output.field().isPresent()) {
                derived.computeIfAbsent(output.dataset(), name -> new HashSet<>())
                        .add(output.field().get());
            } else {
                written.add(output);
            }
        }
        for (Stated<Port> output : step.outputs()) {
            if (written.add(output.value())) {
                write(
                        step,
                        all,
                        output.value(),
                        derived.getOrDefault(output.value().dataset(), Set.of()));
            }
        }
        works.add(new Lineage.Work(meant, all, 1 + step.derivations().size()));
    }

    private Lineage.Store store(Port port) {
        Lineage.Store store = byName.get(port.dataset());
        if (store == null) {
            throw new IllegalStateException("a dataset without a place");
        }
        return store;
    }

    private void read(Port port, int place, Set<Port> before) {
        if (before.add(port)) {
            lineage.edge(store(port).read(port.field()), place);
        }
    }

    /** What a step writes comes from all that it reads, but for the fields of which it says more. */
    private void write(Step step, int all, Port output, Set<String> derived) {
        Lineage.Store store = store(output);
        if (output.field().isPresent()) {
            if (!derived.contains(output.field().get())) {
                lineage.edge(all, store.written(output.field()));
            }
            return;
        }
        fieldEdges += derived.isEmpty() ? 0 : store.fields.size();
        if (derived.isEmpty() || fieldEdges > most) {
            if (!derived.isEmpty()) {
                violations.tooManyFields(UseSite.of(step));
            }
            lineage.edge(all, store.in);
            return;
        }
        store.fields.forEach((name, place) -> {
            if (!derived.contains(name)) {
                lineage.edge(all, place);
            }
        });
        boolean hasOthers = store.declared.filter(d -> !d.fields().isEmpty()).isEmpty();
        if (hasOthers) {
            lineage.edge(all, store.out);
        }
    }
}
