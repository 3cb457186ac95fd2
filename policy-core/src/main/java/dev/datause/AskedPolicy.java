package dev.datause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A policy of a {@link UseSpace}, and its rules' conditions as they are asked there. */
final class AskedPolicy {
    /** So many lots of kinds keep their nodes. */
    private static final int KEPT = 64;

    final DataUsePolicy policy;
    final Terms terms;
    final List<Condition> conditions = new ArrayList<>();
    final Kindless kindless;
    /** By name: comparing rules compares all that they say. */
    private final Map<String, Integer> positions = new HashMap<>();
    /** The positions of the rules that a purpose does not rule out at a glance, by the position of the purpose. */
    private final Map<Integer, List<Integer>> candidates = new HashMap<>();
    /** The nodes of the rules, by the lot of the kind of use; the last ones asked. */
    private final Map<Integer, int[]> nodes = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, int[]> eldest) {
            return size() > KEPT;
        }
    };

    AskedPolicy(DataUsePolicy policy, Window window) {
        this.policy = policy;
        terms = new Terms(policy.policy(), policy.reading());
        kindless = new Kindless(terms);
        SameDay sameDay = new SameDay(terms);
        for (Policy.Rule rule : policy.policy().rules()) {
            positions.put(rule.id(), conditions.size());
            conditions.add(window.sameDay() ? sameDay.apply(rule.when()) : rule.when());
        }
    }

    /** The position of a rule of the policy. */
    int position(Policy.Rule rule) {
        int at = positions.getOrDefault(rule.id(), -1);
        if (at < 0) {
            throw new IllegalArgumentException("rule: the policy does not have it");
        }
        return at;
    }

    /** The nodes of all rules for the kinds of a lot, which the compiler is for. */
    int[] nodes(int lot, Compiler compiler) {
        int[] known = nodes.get(lot);
        if (known == null) {
            known = nodes(compiler);
            nodes.put(lot, known);
        }
        return known;
    }

    /** The nodes of all rules. */
    int[] nodes(Compiler compiler) {
        int[] all = new int[conditions.size()];
        Arrays.fill(all, Diagram.FALSE);
        for (int at : candidates.computeIfAbsent(compiler.purpose(), purpose -> candidates(compiler))) {
            all[at] = compiler.compile(conditions.get(at));
        }
        return all;
    }

    private List<Integer> candidates(Compiler compiler) {
        List<Integer> some = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            if (!ruledOut(conditions.get(i), compiler)) {
                some.add(i);
            }
        }
        return some;
    }

    /** Whether a condition asks for other purposes before all else. */
    private boolean ruledOut(Condition condition, Compiler compiler) {
        if (condition instanceof Condition.PurposeIs) {
            return compiler.compile(condition) == Diagram.FALSE;
        }
        if (condition instanceof Condition.Defined defined) {
            return ruledOut(terms.definition(defined.name()), compiler);
        }
        if (condition instanceof Condition.All all) {
            for (Condition part : all.of()) {
                if (ruledOut(part, compiler)) {
                    return true;
                }
            }
        }
        return false;
    }
}
