package dev.datause;

import dev.datause.document.DocumentCode;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses rules that grow too large once definitions are put in, and rules that can never match. */
final class RuleChecks {
    /** How many conditions are looked at in search of dead rules; those after that are taken as they are. */
    private static final long EFFORT = 20_000_000;

    private final Policy policy;
    private final Problems problems;
    private final Map<String, Condition> definitions = new HashMap<>();
    private final RuleSizes sizes;
    private long effort;

    RuleChecks(Policy policy, Problems problems) {
        this.policy = policy;
        this.problems = problems;
        sizes = new RuleSizes(policy);
        for (Policy.Definition definition : policy.definitions()) {
            definitions.put(definition.name(), definition.condition());
        }
    }

    void run(List<PolicyReader.Placed> rules) {
        DeadConditions dead = new DeadConditions(policy, definitions);
        for (PolicyReader.Placed placed : rules) {
            if (fits(placed.rule(), placed.at())) {
                check(placed.rule(), placed.at(), dead);
            }
        }
    }

    private boolean fits(Policy.Rule rule, Position at) {
        String problem = sizes.tooLarge("the rule " + rule.id(), rule.when());
        if (!problem.isEmpty()) {
            problems.add(DocumentCode.LIMIT, at, problem);
        }
        return problem.isEmpty();
    }

    private void check(Policy.Rule rule, Position at, DeadConditions dead) {
        Set<String> questions = new HashSet<>();
        asked(rule.when(), questions);
        AnswerCombinations combinations = new AnswerCombinations(policy, questions);
        long conditions = sizes.conditions(rule.when());
        if (combinations.count() > AnswerCombinations.MOST || effort > EFFORT) {
            return;
        }
        String why = "";
        for (Map<String, String> answers : combinations) {
            effort += conditions;
            @Nullable String reason = dead.reason(rule.when(), answers);
            if (reason == null) {
                return;
            }
            why = why.isEmpty() ? reason : why;
        }
        problems.add(
                DocumentCode.DEAD_RULE,
                at,
                "the rule " + rule.id() + " can never match: " + why
                        + (questions.isEmpty() ? "" : ", or the like, whatever the answers"));
    }

    private void asked(Condition condition, Set<String> into) {
        if (condition instanceof Condition.Answered answered) {
            into.add(answered.question());
        } else if (condition instanceof Condition.Defined defined) {
            Condition definition = definitions.get(defined.name());
            if (definition != null) {
                asked(definition, into);
            }
        }
        for (Condition part : condition.parts()) {
            asked(part, into);
        }
    }
}
