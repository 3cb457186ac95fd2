package dev.datause.gate;

import dev.datause.AnalysisLimitException;
import dev.datause.Counterexample;
import dev.datause.Passage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks one use after the other: everything that arrives there, by every input. */
final class FlowCheck {
    private final LocalDate asOf;
    private final Taints taints;
    private final int[] values;
    private final Declared declared;
    private final Ways ways;
    private final Prover prover;
    private final Arrivals arrivals;
    private final Violations violations;
    private final int most;
    private final Numbered<Prover.Usage> usages = new Numbered<>();
    private final Map<Long, Arrived> arrived = new HashMap<>();
    /** Told when it is known which guards let nothing through by themselves. */
    private final List<Runnable> emptyWays = new ArrayList<>();

    private int named;
    /** Of one step's or tag's findings only so many can be shown, so for no more a way is looked for. */
    private int shownHere;

    private int understood;
    private int couldNotCheck;

    FlowCheck(
            LocalDate asOf,
            Taints taints,
            int[] values,
            Declared declared,
            Ways ways,
            Prover prover,
            Arrivals arrivals,
            Violations violations,
            Capacity.Shown most) {
        this.most = most.named();
        this.asOf = asOf;
        this.taints = taints;
        this.values = values;
        this.declared = declared;
        this.ways = ways;
        this.prover = prover;
        this.arrivals = arrivals;
        this.violations = violations;
    }

    int understood() {
        return understood;
    }

    int couldNotCheck() {
        return couldNotCheck;
    }

    private void count(boolean checked) {
        understood += checked ? 1 : 0;
        couldNotCheck += checked ? 0 : 1;
    }

    /**
     * What is known of everything that arrives at one place, for one usage.
     *
     * @param proofs of each taint of which something is to be said
     * @param limit why an exact answer was given up, if it was
     * @param empty of each set of guards that nothing can pass together with those of the use a taint that has passed it
     */
    private record Arrived(List<FlowProof> proofs, Optional<String> limit, List<Long> empty) {}

    private Prover.Usage usage(Passage.Other use, Step step, StepWords.Meant meant) {
        Optional<Window> runs = step.runs().map(Stated::value);
        return new Prover.Usage(
                use,
                step.guards().stream().map(Stated::value).toList(),
                meant.asks(),
                runs.flatMap(Window::from).orElse(asOf),
                runs.flatMap(Window::until));
    }

    /** Checks everything that a step reads for all that it is used for, and what it writes. */
    void check(Lineage.Work work) {
        Step step = work.step();
        UseSite site = UseSite.of(step);
        List<Stated<Port>> inputs = inputs(step);
        boolean isUsed = step.pipeline() || !step.purposes().isEmpty();
        if (inputs.isEmpty() && isUsed) {
            couldNotCheck++;
            violations.noInputs(site);
        }
        List<Stated<Passage.Other>> uses = work.meant().uses();
        shownHere = 0;
        for (Stated<Port> input : inputs) {
            boolean checked = known(site, input, true, uses, work);
            if (checked && declared.isDeclared(input.value())) {
                for (Stated<Passage.Other> use : uses) {
                    Violations.Used used = new Violations.Used(site, use);
                    checked &= check(used, usage(use.value(), step, work.meant()), input.value());
                }
            }
            count(checked && work.meant().everyWordKnown());
        }
        boolean ownLooked = false;
        for (Stated<Port> input : inputs) {
            ownLooked |= declared.isDeclared(input.value()) && declared.holds(input.value());
        }
        if (!ownLooked) {
            guards(site, work);
        }
        step.outputs().forEach(output -> known(site, output, false, List.of(), work));
        step.derivations().forEach(derivation -> known(site, derivation.output(), false, List.of(), work));
    }

    /** What a step reads, each once, sorted by name. */
    private static List<Stated<Port>> inputs(Step step) {
        if (step.inputs().size() == 1 && step.derivations().isEmpty()) {
            return step.inputs();
        }
        Set<Stated<Port>> inputs = new LinkedHashSet<>(step.inputs());
        step.derivations().forEach(derivation -> inputs.addAll(derivation.from()));
        return inputs.stream()
                .sorted(Comparator.comparing(port -> port.value().toString()))
                .toList();
    }

    /** Where nothing that is read says itself what it holds, guards are at least not to contradict each other. */
    private void guards(UseSite site, Lineage.Work work) {
        for (Stated<Passage.Other> use : work.meant().uses()) {
            Prover.Usage usage = usage(use.value(), work.step(), work.meant());
            try {
                if (!usage.guards().isEmpty() && !prover.letsAnythingThrough(usage, usage.guards())) {
                    violations.guardLetsNothing(site);
                }
            } catch (AnalysisLimitException limit) {
                violations.tooLarge(new Violations.Used(site, use), site.name(), String.valueOf(limit.getMessage()));
                couldNotCheck++;
            }
        }
    }

    /** Checks everything that a tagged dataset, or a tagged field, carries. */
    void check(UseSite site, Stated<Passage.Other> use, Port port) {
        Prover.Usage usage = new Prover.Usage(use.value(), List.of(), List.of(), asOf, Optional.empty());
        shownHere = 0;
        count(check(new Violations.Used(site, use), usage, port));
    }

    /** A tag whose words the policy does not have. */
    void unknownTag() {
        couldNotCheck++;
    }

    /** Whether it is known what a port is; what is known never to be declared is checked too: it is violated. */
    private boolean known(
            UseSite site, Stated<Port> port, boolean reads, List<Stated<Passage.Other>> uses, Lineage.Work work) {
        switch (declared.state(port.value())) {
            case DECLARED -> {
                return true;
            }
            case MAY_BE_DECLARED -> {
                return false;
            }
            case NO_SUCH_FIELD -> {
                violations.unknownField(site, port, declared.fields(port.value()));
                return false;
            }
            case UNDECLARED -> {
                return undeclared(site, port, reads, uses, work);
            }
        }
        throw new IllegalStateException("a state that is not there");
    }

    private boolean undeclared(
            UseSite site, Stated<Port> port, boolean reads, List<Stated<Passage.Other>> uses, Lineage.Work work) {
        Optional<Counterexample> witness = Optional.empty();
        boolean checked = true;
        for (Stated<Passage.Other> use : uses) {
            try {
                Prover.Usage usage = usage(use.value(), work.step(), work.meant());
                if (witness.isEmpty() && !usage.callsPolicy()) {
                    witness = prover.ofAnything(usage);
                }
            } catch (AnalysisLimitException limit) {
                violations.tooLarge(
                        new Violations.Used(site, use), port.value().dataset(), String.valueOf(limit.getMessage()));
                checked = false;
            }
        }
        violations.undeclared(site, reads, port, declared.names(), witness);
        return checked;
    }

    private boolean check(Violations.Used used, Prover.Usage usage, Port port) {
        int place = declared.place(port);
        int set = values[place];
        boolean checked = !taints.isMarked(set, Taints.ANYTHING) && !taints.isMarked(set, Taints.UNCHECKED);
        if (taints.isMarked(set, Taints.TOO_MANY)) {
            violations.tooLarge(
                    used,
                    port.dataset(),
                    "too many different ways lead to '" + FindingText.name(port.toString()) + "'");
            checked = false;
        }
        Arrived here = arrived(usage, set);
        if (here.limit.isPresent()) {
            violations.tooLarge(used, port.dataset(), here.limit.get());
            checked = false;
        }
        List<Source> own = declared.own(port);
        boolean ownIsSafe = !own.isEmpty();
        for (FlowProof proof : here.proofs) {
            boolean isOwn =
                    Taints.passed(proof.taint()) == GuardSets.NONE && own.contains(taints.source(proof.taint()));
            if (proof.leak().isPresent()) {
                ownIsSafe &= !isOwn;
                checked &= leak(used, usage, place, port, proof);
            } else if (!isOwn) {
                nothingFurtherUp(used, usage, place, proof);
            }
        }
        for (long taint : here.empty) {
            // What an input declares itself is looked at below.
            if (own.isEmpty() || Taints.passed(taint) != GuardSets.NONE) {
                emptyWays.add(() -> emptyWay(used, usage, place, taint));
            }
        }
        if (ownIsSafe && here.limit.isEmpty()) {
            try {
                nothing(used, prover.whatIsLeft(usage, own), declared.dataset(port));
            } catch (AnalysisLimitException limit) {
                violations.tooLarge(used, port.dataset(), String.valueOf(limit.getMessage()));
                checked = false;
            }
        }
        return checked;
    }

    /** Tells of the ways that are proved only because nothing passes them; once, after everything else. */
    void emptyWays() {
        emptyWays.forEach(Runnable::run);
    }

    private void emptyWay(Violations.Used used, Prover.Usage usage, int place, long taint) {
        if (named++ < most) {
            violations.emptyWay(used, hops(used, ways.shortest(place, taint, usage.days())));
        } else {
            violations.count(FindingCode.EMPTY_WAY, 1);
        }
    }

    private List<Hop> hops(Violations.Used used, int[] places) {
        List<Hop> hops = new ArrayList<>(ways.hops(places));
        used.site()
                .step()
                .ifPresent(step -> hops.add(new Hop(
                        Hop.Kind.STEP,
                        step.name().value(),
                        Optional.empty(),
                        Optional.of(step.name().at()))));
        return hops;
    }

    private boolean leak(Violations.Used used, Prover.Usage usage, int place, Port port, FlowProof proof) {
        if (Taints.passed(proof.taint()) == GuardSets.UNTOLD) {
            violations.tooLarge(
                    used,
                    port.dataset(),
                    "too many different ways lead from one source to '" + FindingText.name(port.toString()) + "'");
            return false;
        }
        boolean few = shownHere < most;
        if (shownHere++ >= violations.mostKept() || (!few && ways.spent())) {
            violations.count(
                    FindingCode.VIOLATION,
                    proof.leak().orElseThrow().witnesses().size());
            return true;
        }
        FlowProof.Leak leak = proof.leak().orElseThrow();
        violations.add(
                used,
                leak,
                () -> prover.guard(leak),
                () -> hops(used, ways.shortest(place, proof.taint(), usage.days())));
        return true;
    }

    /** The nearest dataset is looked for only as often as findings can be shown. */
    private void nothingFurtherUp(Violations.Used used, Prover.Usage usage, int place, FlowProof proof) {
        if (named++ < most) {
            int source = ways.shortest(place, proof.taint(), usage.days())[0];
            nothing(used, proof.nothing(), declared.owner(source));
        } else {
            violations.count(
                    proof.nothing() == FlowProof.Nothing.NO_DAYS ? FindingCode.NO_DAYS : FindingCode.EMPTY_POPULATION,
                    1);
        }
    }

    private void nothing(Violations.Used used, FlowProof.Nothing nothing, Dataset dataset) {
        switch (nothing) {
            case SOMETHING_PASSES -> {}
            case NO_DAYS -> violations.noDays(used, dataset);
            case NO_MEMBERS -> violations.emptyPopulation(used, dataset);
            case GUARDED -> violations.guardLetsNothing(used, dataset);
        }
    }

    private Arrived arrived(Prover.Usage usage, int set) {
        long key = (long) usages.of(usage) << 32 | set;
        Arrived known = arrived.get(key);
        if (known == null) {
            known = prove(usage, set);
            arrived.put(key, known);
        }
        return known;
    }

    private Arrived prove(Prover.Usage usage, int set) {
        List<FlowProof> proofs = new ArrayList<>();
        Optional<String> limit = Optional.empty();
        Prover.Usage bare = new Prover.Usage(usage.use(), List.of(), List.of(), usage.from(), usage.until());
        for (long taint : taints.taints(set)) {
            if (Taints.isMark(taint)) {
                continue;
            }
            try {
                Optional<FlowProof.Leak> leak = prover.leak(usage, arrivals.of(taint, usage.days()));
                FlowProof.Nothing nothing = leak.isPresent()
                        ? FlowProof.Nothing.SOMETHING_PASSES
                        : prover.whatIsLeft(bare, List.of(taints.source(taint)));
                if (leak.isPresent() || nothing != FlowProof.Nothing.SOMETHING_PASSES) {
                    proofs.add(new FlowProof(taint, leak, nothing));
                }
            } catch (AnalysisLimitException exceeded) {
                limit = Optional.of(String.valueOf(exceeded.getMessage()));
            }
        }
        return new Arrived(List.copyOf(proofs), limit, empty(usage, set, proofs));
    }

    private List<Long> empty(Prover.Usage usage, int set, List<FlowProof> proofs) {
        Set<Long> told = proofs.stream().map(FlowProof::taint).collect(Collectors.toSet());
        Map<Integer, List<Long>> byPassed = new LinkedHashMap<>();
        for (long taint : taints.taints(set)) {
            if (!Taints.isMark(taint) && Taints.passed(taint) != GuardSets.UNTOLD) {
                byPassed.computeIfAbsent(Taints.passed(taint), p -> new ArrayList<>())
                        .add(taint);
            }
        }
        List<Long> empty = new ArrayList<>();
        for (List<Long> same : byPassed.values()) {
            if (same.stream().noneMatch(told::contains)
                    && same.stream().noneMatch(taint -> canArrive(usage, arrivals.of(taint, usage.days())))) {
                empty.add(same.get(0));
            }
        }
        return empty;
    }

    private boolean canArrive(Prover.Usage usage, Prover.Arriving arriving) {
        try {
            return prover.canArrive(usage, arriving);
        } catch (AnalysisLimitException limit) {
            // It is proved to be permitted, whether or not there is any of it.
            return true;
        }
    }
}
