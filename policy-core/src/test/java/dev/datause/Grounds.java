package dev.datause;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a decision says, in words short enough to compare with what {@link NaiveInterpreter} says. */
final class Grounds implements Ground.Cases<String> {
    private Grounds() {}

    /** The grounds of a decision; each must be there once. */
    static Set<String> of(Decision decision) {
        List<String> all = new ArrayList<>();
        decision.grounds().forEach(ground -> all.add(ground.accept(new Grounds())));
        Set<String> each = new TreeSet<>(all);
        if (each.size() != all.size() || each.isEmpty()) {
            throw new AssertionError("grounds repeated or missing: " + all);
        }
        return each;
    }

    /** The grounds that the naive interpreter's verdict calls for. */
    static Set<String> of(NaiveInterpreter.Verdict verdict) {
        Set<String> grounds = new TreeSet<>();
        if (verdict.permitted()) {
            verdict.permitting().forEach(rule -> grounds.add("granted by " + rule));
            return grounds;
        }
        if (!verdict.inForce()) {
            grounds.add("not in force");
        }
        verdict.prohibiting().forEach(rule -> grounds.add("prohibited by " + rule));
        verdict.perhapsProhibiting().forEach((rule, facts) -> grounds.add(unknown(rule, facts)));
        if (verdict.permitting().isEmpty()) {
            verdict.perhapsPermitting().forEach((rule, facts) -> grounds.add(unknown(rule, facts)));
            if (verdict.perhapsPermitting().isEmpty()) {
                grounds.add("not granted");
            }
        }
        return grounds;
    }

    /** The rules that a decision's grounds name as prohibiting, certainly or perhaps. */
    static Set<String> rules(Decision decision) {
        Set<String> rules = new TreeSet<>();
        decision.grounds().forEach(ground -> ground.rules().forEach(rule -> rules.add(rule.id())));
        return rules;
    }

    private static String unknown(String rule, Collection<String> facts) {
        return rule + " for want of " + String.join(", ", new TreeSet<>(facts));
    }

    @Override
    public String granted(Ground.Granted ground) {
        return "granted by " + ground.rule().id();
    }

    @Override
    public String prohibited(Ground.Prohibited ground) {
        return "prohibited by " + ground.rule().id();
    }

    @Override
    public String factUnknown(Ground.FactUnknown ground) {
        return unknown(ground.rule().id(), ground.facts());
    }

    @Override
    public String notGranted(Ground.NotGranted ground) {
        return "not granted";
    }

    @Override
    public String notInForce(Ground.NotInForce ground) {
        return "not in force";
    }
}
