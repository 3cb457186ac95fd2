package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a use that passes and is denied: exact, by cells, never by sampling.
 *
 * <p>What passes and is denied is one diagram over the policy's and the passage's conditions together. Its coordinates
 * hang together only through the days of use and collection: once these are fixed, each group of facts (the places,
 * the birth day, one setting, ...) can lie in any of its {@link Scenarios} whatever the others do. So the search
 * fixes days, representatives of every interval and every distance that conditions tell apart, and then walks the
 * diagram group by group; a node from which no scenario led to a denial is not tried again. It finds a use whenever
 * there is one, and what it finds is a real use: it is decided again before it is returned.
 */
final class Search {
    private final DataUsePolicy policy;
    private final Terms terms;
    private final Passage passage;
    private final Space space;
    private final Diagram diagram = new Diagram();
    private final int[] nodes;
    private final int passes;
    private final int granted;
    private final TreeSet<Integer> fixed = new TreeSet<>();
    private final TreeSet<Integer> ages = new TreeSet<>();
    /** At which moments ages are asked for. */
    private final Set<Integer> agesAt = new HashSet<>();

    private final Map<List<Integer>, Scenarios> scenarios = new HashMap<>();

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
        for (Axis axis : space.axes()) {
            if (axis.at > Axis.AT_COLLECTION) {
                fixed.add(axis.at);
            }
            if (axis.kind == Axis.Kind.AGE) {
                agesAt.add(axis.at);
                for (int years : axis.cuts) {
                    ages.add(years);
                }
            }
        }
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

    /** How a group of facts, named by one of its axes, lies in a use. */
    private record Chosen(Axis group, Scenario scenario) {}

    /** A use and its story. */
    private record Found(Use use, String story) {}

    private @Nullable Found find(int target) {
        if (target == Diagram.FALSE) {
            return null;
        }
        Found plain = find(target, true);
        return plain != null ? plain : find(target, false);
    }

    private @Nullable Found find(int target, boolean knownOnly) {
        Member nobody = Member.in(terms.vocabulary).build();
        Set<List<Integer>> failed = new HashSet<>();
        for (int used : usedDays()) {
            for (int collected : collectedDays(used, knownOnly)) {
                for (int audience : audiences(target, knownOnly)) {
                    int node = target;
                    while (!Diagram.isEnd(node) && isOfUse(space.axis(diagram.axis(node)))) {
                        Axis axis = space.axis(diagram.axis(node));
                        node = diagram.child(node, axis.coordinate(nobody, used, collected, audience));
                    }
                    if (node != Diagram.FALSE && failed.add(shape(node, used, collected))) {
                        List<Chosen> chosen = new ArrayList<>();
                        Scenarios scenarios = scenarios(used, collected);
                        if (choose(node, scenarios, used, collected, knownOnly, chosen, new HashSet<>())) {
                            return found(chosen, used, collected, audience);
                        }
                    }
                }
            }
        }
        return null;
    }

    private Scenarios scenarios(int used, int collected) {
        return scenarios.computeIfAbsent(List.of(used, collected), days -> {
            Set<Integer> looked = new TreeSet<>(fixed);
            looked.addAll(days);
            return new Scenarios(terms.vocabulary, space.axes(), looked);
        });
    }

    private static boolean isOfUse(Axis axis) {
        return switch (axis.kind) {
            case USED, COLLECTED, ORDER, AUDIENCE -> true;
            case PLACE, AGE, FLAG, TRAIT, SETTING, SIGNAL, OBJECTION -> false;
        };
    }

    /**
     * What about the days can matter to a member's facts: days of the same shape lead to the same end. Histories tell
     * only equal, neighbouring and distant days apart; ages tell how the days moved back by the ages lie to each other.
     */
    private List<Integer> shape(int node, int used, int collected) {
        if (!fixed.isEmpty() || beside29February(used) || beside29February(collected)) {
            return List.of(node, used, collected);
        }
        if (collected == Days.UNKNOWN) {
            return List.of(node);
        }
        List<Integer> shape = new ArrayList<>();
        shape.add(node);
        shape.add(collected == used ? 0 : Days.next(collected) == used ? 1 : 2);
        for (int ofUse : ages) {
            for (int ofCollection : ages) {
                shape.add(Integer.signum((used - (ofUse << 9)) - (collected - (ofCollection << 9))));
            }
        }
        return shape;
    }

    private static boolean beside29February(int day) {
        int inYear = day & 511;
        return inYear >= (2 << 5 | 28) && inYear <= (3 << 5 | 1);
    }

    private boolean choose(
            int node,
            Scenarios scenarios,
            int used,
            int collected,
            boolean knownOnly,
            List<Chosen> chosen,
            Set<Integer> dead) {
        if (Diagram.isEnd(node)) {
            return node == Diagram.TRUE;
        }
        if (dead.contains(node)) {
            return false;
        }
        Axis first = space.axis(diagram.axis(node));
        Set<Integer> tried = new HashSet<>();
        for (Scenarios.Told told : scenarios.of(first)) {
            Scenario scenario = told.scenario();
            if (knownOnly && !scenario.known()) {
                continue;
            }
            int next = node;
            while (!Diagram.isEnd(next) && sameGroup(first, space.axis(diagram.axis(next)))) {
                Axis axis = space.axis(diagram.axis(next));
                next = diagram.child(next, axis.coordinate(told.member(), used, collected, 0));
            }
            if (tried.add(next)) {
                chosen.add(new Chosen(first, scenario));
                if (choose(next, scenarios, used, collected, knownOnly, chosen, dead)) {
                    return true;
                }
                chosen.remove(chosen.size() - 1);
            }
        }
        dead.add(node);
        return false;
    }

    private static boolean sameGroup(Axis a, Axis b) {
        return a.kind == b.kind && a.subject == b.subject;
    }

    private List<Integer> usedDays() {
        int from = Days.of(passage.usedFrom());
        int until = passage.usedUntil().map(Days::of).orElse(Days.of(LocalDate.of(Days.LAST_YEAR, 12, 31)));
        Set<Integer> days = around(from, until);
        days.removeIf(day -> day < from || day > until);
        return List.copyOf(days);
    }

    /** The days on which conditions change, the days beside them, and the ends of a window. */
    private Set<Integer> around(int from, int until) {
        TreeSet<Integer> days = new TreeSet<>(fixed);
        for (Axis axis : space.axes()) {
            if (axis.kind == Axis.Kind.USED || axis.kind == Axis.Kind.COLLECTED) {
                for (int cut : axis.cuts) {
                    days.add(cut);
                }
            }
        }
        passage.collected().ifPresent(window -> {
            days.add(Days.of(window.from()));
            days.add(Days.of(window.until()));
        });
        days.add(from);
        for (int day : List.copyOf(days)) {
            LocalDate date = Days.date(day);
            for (int distance = -2; distance <= 2; distance++) {
                LocalDate near = date.plusDays(distance);
                if (near.getYear() >= Days.FIRST_YEAR && near.getYear() <= Days.LAST_YEAR) {
                    days.add(Days.of(near));
                }
            }
        }
        days.add(until);
        return days;
    }

    /** As many years before a day, give or take two days, as lie between two ages: then one is reached, not the other. */
    private void addByAges(int used, Set<Integer> days) {
        for (int older : ages) {
            for (int younger : ages) {
                if (older > younger) {
                    LocalDate date = Days.date(used).minusYears((long) older - younger);
                    for (int distance = -2; distance <= 2; distance++) {
                        LocalDate near = date.plusDays(distance);
                        if (near.getYear() >= Days.FIRST_YEAR) {
                            days.add(Days.of(near));
                        }
                    }
                }
            }
        }
    }

    private List<Integer> collectedDays(int used, boolean knownOnly) {
        Set<Integer> days = around(used, used);
        if (agesAt.size() > 1) {
            addByAges(used, days);
        }
        int from = passage.collected().map(w -> Days.of(w.from())).orElse(Days.ALWAYS);
        int until = passage.collected().map(w -> Days.of(w.until())).orElse(used);
        days.removeIf(day -> day < from || day > until || day > used);
        List<Integer> latestFirst = new ArrayList<>(days);
        Collections.reverse(latestFirst);
        if (!knownOnly && passage.collected().isEmpty()) {
            latestFirst.add(Days.UNKNOWN);
        }
        return latestFirst;
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

    private Found found(List<Chosen> chosen, int used, int collected, int audience) {
        Invention invention = new Invention(terms.vocabulary);
        chosen.forEach(one -> invention.add(one.group, one.scenario));
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
        if (collected == Days.UNKNOWN) {
            story.append(" collected on an unknown day");
        } else {
            use.collected(Days.date(collected));
            story.append(" collected ").append(Days.date(collected));
        }
        story.append(", used ").append(Days.date(used));
        return new Found(use.used(Days.date(used)), story.toString());
    }
}
