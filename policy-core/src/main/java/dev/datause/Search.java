package dev.datause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a use that passes and is denied: exact, by cells, never by sampling.
 *
 * <p>What passes and is denied is one diagram over the policy's and the passage's conditions together. Its coordinates
 * hang together only through the days of use and collection: once these are fixed, each group of facts (the places,
 * the birth day, one setting, ...) can lie in any of its {@link Facets#ways} whatever the others do. So the search goes
 * through the {@link DayPairs}, those of one pattern once, and walks the diagram group by group; a node from which no
 * scenario led to a denial is not tried again. It finds a use whenever there is one, and what it finds is a real use: it
 * is decided again before it is returned.
 */
final class Search {
    /** An unknown day of collection comes last. */
    private static final Comparator<DayPairs.Pair> FIRST_RUN_LATEST_DATA = Comparator.comparingInt(DayPairs.Pair::used)
            .thenComparing(DayPairs.Pair::collected, Comparator.reverseOrder());

    private final DataUsePolicy policy;
    private final Terms terms;
    private final Passage passage;
    private final Space space;
    private final Diagram diagram = new Diagram();
    private final int[] nodes;
    private final int passes;
    private final int granted;
    private final Facets.Found ways = new Facets.Found();

    Search(DataUsePolicy policy, Terms terms, Passage passage) {
        this.policy = policy;
        this.terms = terms;
        this.passage = passage;
        List<Policy.Rule> rules = terms.policy.rules();
        Space.Builder builder = new Space.Builder(terms);
        rules.forEach(rule -> builder.add(rule.when()));
        passage.passes().forEach(builder::add);
        Outcome.ask(terms.policy.effective(), builder);
        space = builder.build();
        Compiler compiler = compiler(passage.purpose(), passage.recipient());
        int pass = Diagram.TRUE;
        for (Condition condition : passage.passes()) {
            pass = diagram.and(pass, diagram.certainly(compiler.compile(condition)));
        }
        for (Passage.Other other : passage.permittedFor()) {
            Compiler ofOther = compiler(other.purpose(), other.recipient());
            int[] compiled = rules.stream()
                    .mapToInt(rule -> ofOther.compile(rule.when()))
                    .toArray();
            pass = diagram.and(pass, Outcome.of(terms, ofOther, diagram, compiled));
        }
        passes = pass;
        nodes = new int[rules.size()];
        int grant = Diagram.FALSE;
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = compiler.compile(rules.get(i).when());
            if (rules.get(i).effect() == Policy.Effect.PERMIT) {
                grant = diagram.or(grant, diagram.certainly(nodes[i]));
            }
        }
        granted = diagram.and(grant, Outcome.inForce(terms.policy.effective(), compiler, diagram));
    }

    private Compiler compiler(Purpose purpose, Recipient recipient) {
        return new Compiler(
                terms,
                space,
                diagram,
                terms.purpose(purpose),
                terms.recipient(recipient),
                terms.category(passage.category()),
                passage.audience().map(terms::audience).orElse(Compiler.ANY_AUDIENCE));
    }

    /** Whether any use passes at all. */
    boolean anythingPasses() {
        return find(passes) != null;
    }

    /** For each ground on which something that passes is denied, the plainest use found. */
    List<Counterexample> counterexamples() {
        List<Counterexample> found = new ArrayList<>();
        int ungranted = diagram.and(passes, diagram.not(granted));
        add(found, ungranted, null);
        List<Policy.Rule> rules = terms.policy.rules();
        for (int i = 0; i < nodes.length; i++) {
            if (rules.get(i).effect() == Policy.Effect.PROHIBIT) {
                int denied = diagram.and(passes, diagram.possibly(nodes[i]));
                int denyingAlone = diagram.and(denied, granted);
                for (int j = 0; j < nodes.length && denyingAlone != Diagram.FALSE; j++) {
                    if (j != i && rules.get(j).effect() == Policy.Effect.PROHIBIT) {
                        denyingAlone = diagram.and(denyingAlone, diagram.not(diagram.possibly(nodes[j])));
                    }
                }
                if (!add(found, denyingAlone, rules.get(i))) {
                    add(found, denied, rules.get(i));
                }
            }
        }
        return found;
    }

    private boolean add(List<Counterexample> found, int target, Policy.@Nullable Rule rule) {
        Found use = find(target);
        if (use == null) {
            return false;
        }
        Decision decision = policy.decide(use.use);
        if (decision.permitted()) {
            throw new IllegalStateException("the search and the decision disagree");
        }
        Ground ground = decision.grounds().stream()
                .filter(g -> rule == null
                        ? !(g instanceof Ground.Prohibited)
                        : g.rules().contains(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the search and the decision disagree on a ground"));
        found.add(new Counterexample(use.use, decision, ground, use.story + ": denied"));
        return true;
    }

    /** How a group of facts lies in a use. */
    private record Chosen(Facets group, Scenario scenario) {}

    /** A use and its story. */
    private record Found(Use use, String story) {}

    /** What a target asks: pairs of days, in the order in which what is found reads best, and facts by their axes. */
    private record Asked(List<DayPairs.Pair> pairs, List<Facets> groups, Map<Integer, Facets> byPosition) {}

    private Asked asked(int target) {
        TreeSet<Integer> positions = new TreeSet<>();
        diagram.axes(target, positions);
        List<Axis> axes = new ArrayList<>();
        Map<Axis.Key, List<Integer>> together = new LinkedHashMap<>();
        for (int position : positions) {
            Axis axis = space.axis(position);
            axes.add(axis);
            if (!Possible.ofUse(axis)) {
                together.computeIfAbsent(Space.key(axis.kind, axis.subject, Axis.AT_USE), key -> new ArrayList<>())
                        .add(position);
            }
        }
        List<DayPairs.Pair> pairs = new ArrayList<>(DayPairs.of(axes, Window.of(passage), Days.of(passage.usedFrom())));
        pairs.sort(FIRST_RUN_LATEST_DATA);
        List<Facets> groups = new ArrayList<>();
        Map<Integer, Facets> byPosition = new HashMap<>();
        for (List<Integer> group : together.values()) {
            int[] all = group.stream().mapToInt(Integer::intValue).toArray();
            Facets facets = new Facets(terms.vocabulary, space, all, Days.UNKNOWN, ways);
            groups.add(facets);
            group.forEach(position -> byPosition.put(position, facets));
        }
        return new Asked(pairs, groups, byPosition);
    }

    private @Nullable Found find(int target) {
        if (target == Diagram.FALSE) {
            return null;
        }
        Asked asked = asked(target);
        Found plain = find(target, asked, true);
        return plain != null ? plain : find(target, asked, false);
    }

    private @Nullable Found find(int target, Asked asked, boolean knownOnly) {
        Member nobody = Member.in(terms.vocabulary).build();
        List<Integer> audiences = audiences(target, knownOnly);
        Set<List<Object>> failed = new HashSet<>();
        for (DayPairs.Pair pair : asked.pairs) {
            if (knownOnly && pair.collected() == Days.UNKNOWN) {
                continue;
            }
            List<List<Integer>> patterns =
                    asked.groups.stream().map(group -> group.pattern(pair)).toList();
            for (int audience : audiences) {
                int node = target;
                while (!Diagram.isEnd(node) && Possible.ofUse(space.axis(diagram.axis(node)))) {
                    Axis axis = space.axis(diagram.axis(node));
                    node = diagram.child(node, axis.coordinate(nobody, pair.used(), pair.collected(), audience));
                }
                // Days of one pattern allow the same facts, and so lead from one node to the same end.
                if (node != Diagram.FALSE && failed.add(List.of(node, patterns))) {
                    List<Chosen> chosen = new ArrayList<>();
                    if (choose(node, asked, pair, knownOnly, chosen, new HashSet<>())) {
                        return found(chosen, pair, audience);
                    }
                }
            }
        }
        return null;
    }

    private boolean choose(
            int node, Asked asked, DayPairs.Pair pair, boolean knownOnly, List<Chosen> chosen, Set<Integer> dead) {
        if (Diagram.isEnd(node)) {
            return node == Diagram.TRUE;
        }
        if (dead.contains(node)) {
            return false;
        }
        Facets group = Objects.requireNonNull(asked.byPosition.get(diagram.axis(node)), "group");
        Set<Integer> tried = new HashSet<>();
        for (Map.Entry<List<Integer>, Scenario> way : group.ways(pair).entrySet()) {
            if (knownOnly && !way.getValue().known()) {
                continue;
            }
            int next = node;
            for (int i = 0; i < group.positions.length; i++) {
                if (!Diagram.isEnd(next) && diagram.axis(next) == group.positions[i]) {
                    next = diagram.child(next, way.getKey().get(i));
                }
            }
            if (tried.add(next)) {
                chosen.add(new Chosen(group, way.getValue()));
                if (choose(next, asked, pair, knownOnly, chosen, dead)) {
                    return true;
                }
                chosen.remove(chosen.size() - 1);
            }
        }
        dead.add(node);
        return false;
    }

    /** The audiences to try; none is given where none matters, so that a story does not mention one. */
    private List<Integer> audiences(int target, boolean knownOnly) {
        if (passage.audience().isPresent()) {
            return List.of(terms.audience(passage.audience().get()));
        }
        Set<Integer> asked = new HashSet<>();
        diagram.axes(target, asked);
        if (asked.stream().noneMatch(axis -> space.axis(axis).kind == Axis.Kind.AUDIENCE)) {
            return List.of(0);
        }
        List<Integer> all = new ArrayList<>();
        for (int i = 1; i <= terms.vocabulary.audiences().size(); i++) {
            all.add(i);
        }
        if (!knownOnly || all.isEmpty()) {
            all.add(0);
        }
        return all;
    }

    private Found found(List<Chosen> chosen, DayPairs.Pair pair, int audience) {
        Invention invention = new Invention(terms.vocabulary);
        chosen.forEach(one -> invention.add(one.group.axes[0], one.scenario));
        Use.Builder use = Use.of(invention.member())
                .purpose(passage.purpose())
                .recipient(passage.recipient())
                .category(passage.category());
        StringBuilder story = new StringBuilder(invention.story()).append("; ").append(passage.category());
        Optional<Audience> shownTo = passage.audience();
        if (shownTo.isEmpty() && audience > 0) {
            shownTo = Optional.of(
                    Audience.of(terms.vocabulary.audiences().get(audience - 1).name()));
        }
        if (shownTo.isPresent()) {
            use.audience(shownTo.get());
            story.append(" shown to ").append(shownTo.get());
        }
        if (pair.collected() == Days.UNKNOWN) {
            story.append(" collected on an unknown day");
        } else {
            use.collected(Days.date(pair.collected()));
            story.append(" collected ").append(Days.date(pair.collected()));
        }
        story.append(", used ").append(Days.date(pair.used()));
        return new Found(use.used(Days.date(pair.used())), story.toString());
    }
}
