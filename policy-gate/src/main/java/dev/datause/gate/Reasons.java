package dev.datause.gate;

import dev.datause.Counterexample;
import dev.datause.Ground;
import dev.datause.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the grounds of a denial into a finding's words. */
final class Reasons implements Ground.Cases<Reason> {
    private final Policy policy;

    Reasons(Policy policy) {
        this.policy = policy;
    }

    /** All grounds of a counterexample's decision, the one it was looked for first. */
    List<Reason> of(Counterexample counterexample) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(counterexample.ground().accept(this));
        for (Ground ground : counterexample.decision().grounds()) {
            Reason reason = ground.accept(this);
            if (!reasons.contains(reason)) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    /** What an engineer can do about a ground, if its rule says so. */
    static Optional<String> remedy(Ground ground) {
        return ground.rules().stream()
                .map(rule -> rule.remedy().engineer())
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
    }

    @Override
    public Reason granted(Ground.Granted ground) {
        return ofRule(ground.rule(), List.of());
    }

    @Override
    public Reason prohibited(Ground.Prohibited ground) {
        return ofRule(ground.rule(), List.of());
    }

    @Override
    public Reason factUnknown(Ground.FactUnknown ground) {
        return ofRule(ground.rule(), ground.facts());
    }

    @Override
    public Reason notGranted(Ground.NotGranted ground) {
        String nearest = ground.rules().stream().map(Policy.Rule::id).collect(Collectors.joining(", "));
        String sentence = nearest.isEmpty() ? "no rule permits it" : "no rule permits it; the nearest: " + nearest;
        return new Reason(Optional.empty(), sentence, List.of(), Optional.empty(), Optional.empty());
    }

    @Override
    public Reason notInForce(Ground.NotInForce ground) {
        return new Reason(Optional.empty(), ground.sentence(), List.of(), Optional.empty(), Optional.empty());
    }

    private Reason ofRule(Policy.Rule rule, List<String> missing) {
        Optional<Policy.Citation> cited = rule.citations().stream().findFirst();
        return new Reason(
                Optional.of(rule.id()),
                rule.sentence(),
                missing,
                cited.map(citation -> source(citation.source())),
                cited.map(Policy.Citation::quote));
    }

    private String source(String key) {
        return policy.sources().stream()
                .filter(source -> source.key().equals(key))
                .flatMap(source -> source.document().stream())
                .findFirst()
                .orElse(key);
    }
}
