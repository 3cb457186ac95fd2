package dev.datause.gate;

import dev.datause.Counterexample;
import dev.datause.Ground;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of many counterexamples those that say something by themselves: one whose grounds include all those of another adds
 * nothing, because what removes the other removes it too, or brings it to light. So data that is never permitted is one
 * finding, not one for every rule that also has something against some member.
 */
final class Plainest implements Ground.Cases<String> {
    private Plainest() {}

    /** Not empty unless {@code found} is. Of several with the same grounds, one that was looked for by a rule. */
    static List<Counterexample> of(List<Counterexample> found) {
        List<Counterexample> ruleFirst = new ArrayList<>(found);
        ruleFirst.sort(Comparator.comparing(one -> isNotGranted(one.ground())));
        List<Set<String>> grounds = ruleFirst.stream().map(Plainest::grounds).toList();
        List<Counterexample> kept = new ArrayList<>();
        for (int i = 0; i < ruleFirst.size(); i++) {
            boolean needed = true;
            for (int j = 0; j < ruleFirst.size() && needed; j++) {
                boolean equal = grounds.get(j).equals(grounds.get(i));
                needed = equal ? i <= j : !grounds.get(i).containsAll(grounds.get(j));
            }
            if (needed) {
                kept.add(ruleFirst.get(i));
            }
        }
        return List.copyOf(kept);
    }

    private static Set<String> grounds(Counterexample counterexample) {
        return counterexample.decision().grounds().stream().map(Plainest::name).collect(Collectors.toSet());
    }

    /** Whether no rule permits, as against one that stands in the way. */
    static boolean isNotGranted(Ground ground) {
        return name(ground).isEmpty();
    }

    /** The rule that stands in the way, or what else does; empty where no rule permits. */
    private static String name(Ground ground) {
        return ground.accept(new Plainest());
    }

    @Override
    public String granted(Ground.Granted ground) {
        return ground.rule().id();
    }

    @Override
    public String prohibited(Ground.Prohibited ground) {
        return ground.rule().id();
    }

    @Override
    public String factUnknown(Ground.FactUnknown ground) {
        return ground.rule().id();
    }

    @Override
    public String notGranted(Ground.NotGranted ground) {
        return "";
    }

    @Override
    public String notInForce(Ground.NotInForce ground) {
        return "not in force";
    }
}
