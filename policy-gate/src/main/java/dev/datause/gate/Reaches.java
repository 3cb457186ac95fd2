package dev.datause.gate;

import dev.datause.AnalysisLimitException;
import dev.datause.Passage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks at what lies upstream of each purpose: what could be anything, what lets nothing through, and how it hangs together. */
final class Reaches {
    private final Lineage lineage;
    private final LineageBuilder builder;
    private final Taints taints;
    private final int[] held;
    private final Ways ways;
    private final Prover prover;
    private final Upstream upstream;
    private final Violations violations;
    private final Capacity.Shown most;
    private final Map<String, Ends> ends = new TreeMap<>();
    private final Set<Integer> looked = new HashSet<>();

    /** Where one purpose is used, and one usage for it. */
    private record Ends(Prover.Usage usage, List<Integer> places) {}

    Reaches(
            Lineage lineage,
            LineageBuilder builder,
            Taints taints,
            int[] held,
            Ways ways,
            Prover prover,
            Upstream upstream,
            Violations violations,
            Capacity.Shown most) {
        this.most = most;
        this.lineage = lineage;
        this.builder = builder;
        this.taints = taints;
        this.held = held;
        this.ways = ways;
        this.prover = prover;
        this.upstream = upstream;
        this.violations = violations;
    }

    /** What is at this place, or comes to it, is used so from a day on. */
    void add(int place, Passage.Other use, LocalDate from) {
        Prover.Usage usage = new Prover.Usage(use, List.of(), List.of(), from, Optional.empty());
        ends.computeIfAbsent(use.purpose().name(), name -> new Ends(usage, new ArrayList<>()))
                .places
                .add(place);
    }

    /** What flows to each purpose that was added, sorted by purpose; what is wrong there is a finding. */
    List<Reach> reaches() {
        List<Reach> reaches = new ArrayList<>();
        ends.forEach((purpose, end) -> {
            int[] places = ways.upstream(end.places);
            for (int place : places) {
                if (taints.isMarked(held[place], Taints.ANYTHING)) {
                    anything(place, purpose);
                }
                if (lineage.isStep(place)) {
                    guards(place, purpose, end.usage);
                }
            }
            reaches.add(reach(purpose, places));
        });
        return reaches;
    }

    private Lineage.Work work(int place) {
        return builder.works().get(-1 - lineage.owner(place));
    }

    private void anything(int place, String purpose) {
        List<Hop> path = ways.hops(ways.fromUpstream(place));
        if (lineage.isStep(place)) {
            if (path.size() > 1) {
                UseSite site = UseSite.of(work(place).step());
                violations.couldBeAnything(site, "it does not say what it reads", purpose, path);
            }
            return;
        }
        Dataset dataset = builder.stores().get(lineage.owner(place)).declared.orElseThrow();
        boolean derived = dataset.origin() == Dataset.Origin.DERIVED;
        String which = path.get(0)
                .field()
                .filter(field -> derived)
                .map(field -> "its field '" + FindingText.name(field) + "'")
                .orElse("it");
        String why = derived ? "it is derived, and no step writes " + which : "nothing says what it holds";
        violations.couldBeAnything(UseSite.of(dataset), why, purpose, path);
    }

    /** Guards of a step further up that contradict each other make everything after it look harmless. */
    private void guards(int place, String purpose, Prover.Usage usage) {
        Lineage.Work work = work(place);
        Step step = work.step();
        if (Imported.is(step.name().value())
                || step.guards().isEmpty()
                || !work.meant().uses().isEmpty()
                || !looked.add(work.first())) {
            return;
        }
        try {
            if (!prover.letsAnythingThrough(
                    usage,
                    step.guards().stream()
                            .map(guard -> upstream.of(guard.value()))
                            .toList())) {
                violations.guardLetsNothing(UseSite.of(step), purpose, ways.hops(ways.fromUpstream(place)));
            }
        } catch (AnalysisLimitException limit) {
            // Whatever passes is looked at together with these guards where it is used, and given up there.
            return;
        }
    }

    /** The nearest stations, and what flows between them. */
    private Reach reach(String purpose, int[] places) {
        Map<Integer, Hop> nearest = new LinkedHashMap<>();
        boolean whole = true;
        for (int place : places) {
            if (Imported.is(ways.station(place).name())) {
                continue;
            }
            if (nearest.size() < most.stations()) {
                nearest.computeIfAbsent(lineage.owner(place), owner -> ways.station(place));
            } else {
                whole &= nearest.containsKey(lineage.owner(place));
            }
        }
        List<Map.Entry<Integer, Hop>> sorted = new ArrayList<>(nearest.entrySet());
        sorted.sort(Map.Entry.comparingByValue(Comparator.comparing(Hop::kind)
                .thenComparing(Hop::name)
                .thenComparing(hop -> hop.at().map(Location::toString).orElse(""))));
        Map<Integer, Integer> positions = new TreeMap<>();
        sorted.forEach(entry -> positions.put(entry.getKey(), positions.size()));
        Set<Reach.Edge> edges =
                new TreeSet<>(Comparator.comparingInt(Reach.Edge::from).thenComparingInt(Reach.Edge::to));
        for (int place : places) {
            Integer to = positions.get(lineage.owner(place));
            for (int edge = lineage.begin(place); to != null && edge < lineage.end(place); edge++) {
                Integer from = positions.get(lineage.owner(lineage.source(edge)));
                if (from != null && !from.equals(to)) {
                    if (edges.size() == most.edges()) {
                        whole = false;
                    } else {
                        edges.add(new Reach.Edge(from, to));
                    }
                }
            }
        }
        return new Reach(purpose, sorted.stream().map(Map.Entry::getValue).toList(), List.copyOf(edges), whole);
    }
}
