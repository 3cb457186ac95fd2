package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.Truth;
import dev.datause.Use;
import java.util.ArrayList;
import java.util.EnumSet;
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

    private final Policy policy;
    /** Every condition asked, rules' own and what they are made of, with what was seen of it. */
    private final Map<Condition, Set<Truth>> seen = new LinkedHashMap<>();

    private final Atoms atoms;

    Coverage(Policy policy) {
        this.policy = policy;
        atoms = new Atoms(policy);
        for (Policy.Rule rule : policy.rules()) {
            seen.put(rule.when(), EnumSet.noneOf(Truth.class));
            atoms.of(rule.when()).forEach(atom -> seen.put(atom, EnumSet.noneOf(Truth.class)));
        }
    }

    /** Notes what each rule and condition is about a use. */
    void add(DataUsePolicy reading, Use use) {
        seen.forEach((condition, sides) -> sides.add(reading.truth(condition, use)));
    }

    /** What was seen of each rule, sorted by id. */
    List<CorpusReport.RuleSeen> rules() {
        List<CorpusReport.RuleSeen> rules = new ArrayList<>();
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
            rules.add(new CorpusReport.RuleSeen(rule.id(), sides(rule.when()), missing));
        }
        rules.sort((a, b) -> a.rule().compareTo(b.rule()));
        return rules;
    }

    private Set<Truth> sides(Condition condition) {
        return seen.getOrDefault(condition, Set.of());
    }

    /** A condition as the policy format writes it, on one line. */
    private static String line(Condition condition) {
        return PolicyJson.write(condition).strip().replaceAll("\\n *", " ");
    }
}
