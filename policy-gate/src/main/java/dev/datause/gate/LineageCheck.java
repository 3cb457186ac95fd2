package dev.datause.gate;

import dev.datause.DataUsePolicy;
import dev.datause.Passage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the lineage, finds out what is where, and checks every use. Used once. */
final class LineageCheck {
    private final DataUsePolicy policy;
    private final LocalDate asOf;
    private final Violations violations;
    private final Categories categories;
    private final StepWords words;
    private final Imported imported;
    private final Capacity capacity;
    private Optional<SummaryWriter> writer = Optional.empty();
    private List<Lineage.Store> stores = List.of();
    private List<Reach> reaches = List.of();
    private int understood;
    private int couldNotCheck;

    LineageCheck(
            DataUsePolicy policy,
            LocalDate asOf,
            Violations violations,
            Categories categories,
            StepWords words,
            Imported imported,
            Capacity capacity) {
        this.capacity = capacity;
        this.imported = imported;
        this.policy = policy;
        this.asOf = asOf;
        this.violations = violations;
        this.categories = categories;
        this.words = words;
    }

    List<Reach> reaches() {
        return reaches;
    }

    int understood() {
        return understood;
    }

    int couldNotCheck() {
        return couldNotCheck;
    }

    /** What the datasets carry, for other modules; after the check. */
    String summary(String module, Optional<LocalDate> until, Set<String> elsewhere) {
        return writer.orElseThrow().of(module, asOf, until, stores, elsewhere);
    }

    /** Something to check, and the place that decides when it is its turn: what comes first in the report is made first. */
    private record Turn(Location at, Runnable check) {}

    /** Checks everything; whether there is any use. */
    boolean run(List<StepWords.Meant> steps, Map<String, Dataset> datasets, Set<String> ambiguous, boolean incomplete) {
        Taints taints = new Taints(capacity.proof());
        LineageBuilder builder = new LineageBuilder(taints, violations, capacity.proof());
        Lineage lineage = builder.build(datasets, steps);
        int[] held = Holdings.of(lineage, builder, taints, categories, ambiguous);
        int[] values = Propagation.of(lineage, taints, held);
        Declared declared = new Declared(datasets, ambiguous, incomplete, builder, lineage, imported);
        Ways ways = new Ways(lineage, taints, held, builder.stores(), builder.works(), imported, capacity.shown());
        writer = Optional.of(new SummaryWriter(policy, taints, values, ways));
        stores = builder.stores();
        Prover prover = new Prover(policy, categories);
        Arrivals arrivals = new Arrivals(taints, policy.policy());
        FlowCheck flows =
                new FlowCheck(asOf, taints, values, declared, ways, prover, arrivals, violations, capacity.shown());
        Upstream upstream = new Upstream(policy.policy(), false);
        Reaches found =
                new Reaches(lineage, builder, taints, held, ways, prover, upstream, violations, capacity.shown());
        List<Turn> turns = new ArrayList<>();
        boolean anyUse = false;
        for (Lineage.Work work : builder.works()) {
            Step step = work.step();
            if (Imported.is(step.name().value())) {
                continue;
            }
            anyUse |= step.pipeline() || !step.purposes().isEmpty();
            Location at = step.purposes().isEmpty()
                    ? step.name().at()
                    : step.purposes().get(0).at();
            turns.add(new Turn(at, () -> flows.check(work)));
            LocalDate from = step.runs().flatMap(runs -> runs.value().from()).orElse(asOf);
            work.meant().uses().forEach(use -> found.add(work.first(), use.value(), from));
        }
        for (Dataset dataset : datasets.values()) {
            anyUse |= tags(dataset, ambiguous, declared, flows, found, turns);
        }
        turns.sort(Comparator.comparing(Turn::at));
        turns.forEach(turn -> turn.check.run());
        reaches = found.reaches();
        flows.emptyWays();
        understood = flows.understood();
        couldNotCheck = flows.couldNotCheck();
        return anyUse;
    }

    private boolean tags(
            Dataset dataset,
            Set<String> ambiguous,
            Declared declared,
            FlowCheck flows,
            Reaches found,
            List<Turn> turns) {
        if (ambiguous.contains(dataset.name().value())) {
            return !dataset.uses().isEmpty();
        }
        Port whole = Port.of(dataset.name().value());
        boolean any = false;
        for (Stated<Tag> tag : dataset.uses()) {
            any = true;
            tag(UseSite.of(dataset), tag, whole, declared, flows, found, turns);
        }
        for (Dataset.Field field : dataset.fields()) {
            Port port = new Port(whole.dataset(), Optional.of(field.name().value()));
            for (Stated<Tag> tag : field.uses()) {
                any = true;
                tag(UseSite.of(dataset, field), tag, port, declared, flows, found, turns);
            }
        }
        return any;
    }

    private void tag(
            UseSite site,
            Stated<Tag> tag,
            Port port,
            Declared declared,
            FlowCheck flows,
            Reaches found,
            List<Turn> turns) {
        Optional<Passage.Other> use = words.of(site, tag);
        if (use.isEmpty()) {
            flows.unknownTag();
            return;
        }
        Stated<Passage.Other> stated = new Stated<>(use.get(), tag.at());
        turns.add(new Turn(tag.at(), () -> flows.check(site, stated, port)));
        found.add(declared.place(port), use.get(), asOf);
    }
}
