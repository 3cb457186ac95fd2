package dev.datause.analysis;

import dev.datause.DataUsePolicy;
import dev.datause.Decision;
import dev.datause.Ground;
import dev.datause.Policy;
import dev.datause.Reading;
import dev.datause.Use;
import dev.datause.UseExample;
import dev.datause.UseKind;
import dev.datause.UseSet;
import dev.datause.UseSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two policies over the same words, set by set. */
final class Comparison {
    private final DataUsePolicy before;
    private final DataUsePolicy after;
    /** The policy before with one answer of the one after, by question; none where policies are compared. */
    private final Map<String, DataUsePolicy> flipped = new LinkedHashMap<>();

    /** The policy before with some answers of the one after, in a space of its own. */
    private final Map<Set<String>, Answered> someAnswers = new HashMap<>();

    private final UseSpace uses;
    private final Map<Found, List<UseKind>> found = new LinkedHashMap<>();

    Comparison(DataUsePolicy before, DataUsePolicy after, boolean readings) {
        this.before = before;
        this.after = after;
        if (readings) {
            for (Policy.Question question : before.policy().questions()) {
                String answer = after.reading().answers().get(question.name());
                if (answer != null && !answer.equals(before.reading().answers().get(question.name()))) {
                    Reading one = before.reading().with("one-answer", question.name(), answer);
                    flipped.put(question.name(), DataUsePolicy.of(before.policy(), one));
                }
            }
        }
        List<DataUsePolicy> all = new ArrayList<>(List.of(before, after));
        all.addAll(flipped.values());
        uses = UseSpace.of(all);
    }

    /** What changes for one reason, and the kinds of use for which the same does. */
    private record Found(
            Change.Direction direction, List<String> questions, List<String> rules, UseSet set, UseSet permitted) {}

    /** A policy, and all uses as it tells them apart. */
    private record Answered(DataUsePolicy policy, UseSpace uses) {
        boolean permits(Use use, UseKind kind) {
            return uses.permitted(policy, kind).contains(use);
        }
    }

    /** What is said of a change; changes of which the same is said are one. */
    private record Told(
            Change.Direction direction, List<String> questions, List<String> rules, List<List<String>> where) {}

    private static Change joined(Change one, Change other) {
        List<UseKind> kinds = new ArrayList<>(one.kinds());
        kinds.addAll(other.kinds());
        return new Change(
                one.direction(),
                kinds,
                one.data(),
                one.questions(),
                one.rules(),
                one.where(),
                one.cells() + other.cells(),
                one.witness(),
                one.witnessAfter(),
                one.before(),
                one.after(),
                one.story());
    }

    List<Change> changes() {
        List<UseKind> kinds = UseKind.all(before.policy().vocabulary());
        Map<UseKind, List<Found>> foundByKind = new HashMap<>();
        uses.lots(kinds).forEach((first, lot) -> {
            List<Found> of = explained(first);
            lot.forEach(kind -> foundByKind.put(kind, of));
        });
        for (UseKind kind : kinds) {
            for (Found one : foundByKind.getOrDefault(kind, List.of())) {
                found.computeIfAbsent(one, f -> new ArrayList<>()).add(kind);
            }
        }
        List<Found> inOrder = new ArrayList<>(found.keySet());
        List<String> questions = List.copyOf(flipped.keySet());
        inOrder.sort(Comparator.comparingInt(one -> one.questions.size() == 1
                ? questions.indexOf(one.questions.get(0))
                : questions.size() + one.questions.size()));
        Map<Told, Change> changes = new LinkedHashMap<>();
        for (Found one : inOrder) {
            Change change = change(one, found.getOrDefault(one, List.of()));
            changes.merge(
                    new Told(change.direction(), change.questions(), change.rules(), change.where()),
                    change,
                    Comparison::joined);
        }
        return List.copyOf(changes.values());
    }

    private List<Found> explained(UseKind kind) {
        UseSet then = uses.permitted(before, kind);
        UseSet now = uses.permitted(after, kind);
        List<Found> of = new ArrayList<>();
        explain(Change.Direction.PERMITTED, now.minus(then), now, of);
        explain(Change.Direction.DENIED, then.minus(now), then, of);
        return of;
    }

    private void explain(Change.Direction direction, UseSet changed, UseSet permitted, List<Found> into) {
        if (changed.isEmpty()) {
            return;
        }
        List<UseSet> sets = new ArrayList<>(List.of(changed, permitted));
        flipped.values().forEach(policy -> sets.add(uses.permitted(policy, changed.kind())));
        for (DataUsePolicy policy : List.of(before, after)) {
            policy.policy().rules().forEach(rule -> sets.add(uses.reached(policy, changed.kind(), rule)));
        }
        uses.prepare(sets);
        UseSet left = changed;
        for (Map.Entry<String, DataUsePolicy> one : flipped.entrySet()) {
            UseSet flipped = uses.permitted(one.getValue(), changed.kind());
            boolean more = direction == Change.Direction.PERMITTED;
            UseSet flips = more ? changed.and(flipped) : changed.minus(flipped);
            if (!flips.isEmpty()) {
                // Told among what this one answer leaves permitted: then only what it is about is told.
                addByRule(direction, more ? flipped : permitted, flips, List.of(one.getKey()), into);
                left = left.minus(flips);
            }
        }
        if (flipped.isEmpty()) {
            addByRule(direction, permitted, left, List.of(), into);
        } else if (!left.isEmpty()) {
            into.add(new Found(direction, together(left), List.of(), left, permitted));
        }
    }

    /** A smallest set of questions whose answers together make the change for the plainest use of a set. */
    private List<String> together(UseSet set) {
        Use use = set.example().orElseThrow().use();
        boolean wanted = uses.permitted(after, set.kind()).contains(use);
        Set<String> needed = new LinkedHashSet<>(flipped.keySet());
        for (String question : flipped.keySet()) {
            needed.remove(question);
            if (answered(needed).permits(use, set.kind()) != wanted) {
                needed.add(question);
            }
        }
        return List.copyOf(needed);
    }

    private Answered answered(Set<String> questions) {
        return someAnswers.computeIfAbsent(Set.copyOf(questions), this::compiled);
    }

    private Answered compiled(Set<String> questions) {
        Reading reading = before.reading();
        for (String question : questions) {
            reading = reading.with(
                    "some-answers", question, after.reading().answers().getOrDefault(question, ""));
        }
        DataUsePolicy policy = DataUsePolicy.of(before.policy(), reading);
        return new Answered(policy, uses.beside(List.of(policy)));
    }

    /** Adds a set rule by rule: those that alone deny some of it first, then more until all of it is told. */
    private void addByRule(
            Change.Direction direction, UseSet permitted, UseSet set, List<String> questions, List<Found> into) {
        DataUsePolicy denying = direction == Change.Direction.PERMITTED ? before : after;
        Map<String, UseSet> denied = new LinkedHashMap<>();
        UseSet wanting = set;
        for (Policy.Rule rule : denying.policy().rules()) {
            UseSet reached = set.and(uses.reached(denying, set.kind(), rule));
            if (rule.effect() == Policy.Effect.PROHIBIT) {
                if (!reached.isEmpty()) {
                    denied.put(rule.id(), reached);
                }
            } else {
                wanting = wanting.minus(uses.reached(denying, set.kind(), rule));
            }
        }
        UseSet left = set;
        if (!wanting.isEmpty()) {
            into.add(new Found(direction, questions, List.of(), wanting, permitted));
            left = left.minus(wanting);
        }
        Map<String, UseSet> later = new LinkedHashMap<>();
        for (Map.Entry<String, UseSet> one : denied.entrySet()) {
            UseSet alone = one.getValue().and(left);
            for (Map.Entry<String, UseSet> other : denied.entrySet()) {
                alone = other.getKey().equals(one.getKey()) ? alone : alone.minus(other.getValue());
            }
            if (alone.isEmpty()) {
                later.put(one.getKey(), one.getValue());
            } else {
                into.add(new Found(direction, questions, List.of(one.getKey()), one.getValue(), permitted));
                left = left.minus(one.getValue());
            }
        }
        for (Map.Entry<String, UseSet> one : later.entrySet()) {
            if (!one.getValue().and(left).isEmpty()) {
                into.add(new Found(direction, questions, List.of(one.getKey()), one.getValue(), permitted));
                left = left.minus(one.getValue());
            }
        }
        if (!left.isEmpty()) {
            into.add(new Found(direction, questions, List.of(), left, permitted));
        }
    }

    private Change change(Found found, List<UseKind> kinds) {
        List<UseExample> both = found.set.examples(List.of(before, after));
        UseExample one = both.get(0);
        UseExample other = both.get(1);
        Decision then = before.decide(one.use());
        Decision now = after.decide(other.use());
        boolean permitted = found.direction == Change.Direction.PERMITTED;
        if (then.permitted() == permitted || now.permitted() != permitted) {
            throw new IllegalStateException("the comparison and the decisions disagree");
        }
        return new Change(
                found.direction,
                kinds,
                "",
                found.questions,
                found.rules,
                found.questions.size() > 1 ? List.of() : ChangedSets.where(found.set, found.permitted),
                found.set.cells(),
                one.use(),
                other.use(),
                then,
                now,
                one.story() + (permitted ? ": denied -> permitted" : ": permitted -> denied"));
    }

    /** The ids of the rules on which a denial rests. */
    static List<String> rules(Decision decision) {
        List<String> ids = new ArrayList<>();
        for (Ground ground : decision.grounds()) {
            if (!(ground instanceof Ground.NotGranted)) {
                ground.rules().forEach(rule -> ids.add(rule.id()));
            }
        }
        return ids.stream().distinct().toList();
    }
}
