package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.Truth;
import dev.datause.Use;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sides of which rules and conditions the cases of a corpus have seen, in all readings together. A rule that no
 * case saw hold, or no case saw fail, could be lost or reversed without any case noticing. Not thread-safe.
 */
final class Coverage {
    private static final Set<Truth> BOTH = EnumSet.of(Truth.TRUE, Truth.FALSE);

    private static final Set<Truth> ALL = EnumSet.allOf(Truth.class);

    private final Policy policy;
    private final Set<Condition> rules = new HashSet<>();
    /** Every condition asked, rules' own and what they are made of, with what was seen of it. */
    private final Map<Condition, Set<Truth>> seen = new LinkedHashMap<>();

    private final Atoms atoms;

    Coverage(Policy policy) {
        this.policy = policy;
        atoms = new Atoms(policy);
        for (Policy.Rule rule : policy.rules()) {
            rules.add(rule.when());
            seen.put(rule.when(), EnumSet.noneOf(Truth.class));
            atoms.of(rule.when()).forEach(atom -> seen.put(atom, EnumSet.noneOf(Truth.class)));
        }
    }

    /** Notes what each rule and condition is about a use; what was seen whole is not asked again. */
    void add(DataUsePolicy reading, Use use) {
        seen.forEach((condition, sides) -> {
            if (!sides.containsAll(rules.contains(condition) ? ALL : BOTH)) {
                sides.add(reading.truth(condition, use));
            }
        });
    }

    /** What was seen of each rule, sorted by id. */
    List<CorpusReport.RuleSeen> rules() {
        List<CorpusReport.RuleSeen> told = new ArrayList<>();
        for (Policy.Rule rule : policy.rules()) {
            List<String> missing = new ArrayList<>();
            for (Condition atom : atoms.of(rule.when())) {
                for (Truth side : BOTH) {
                    if (!sides(atom).contains(side)) {
                        String never = side == Truth.TRUE ? "never true: " : "never false: ";
                        missing.add(never + line(atom));
                    }
                }
            }
            told.add(new CorpusReport.RuleSeen(rule.id(), sides(rule.when()), missing));
        }
        told.sort((a, b) -> a.rule().compareTo(b.rule()));
        return told;
    }

    private Set<Truth> sides(Condition condition) {
        return seen.getOrDefault(condition, Set.of());
    }

    /** A condition as the policy format writes it, on one line. */
    private static String line(Condition condition) {
        return PolicyJson.write(condition).strip().replaceAll("\\n *", " ");
    }
}
