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
    /** How many conditions a rule may hold, definitions put in: ten lines can define more than any memory holds. */
    static final long MOST = 100_000;
    /** How deep conditions may stand inside each other, definitions put in. */
    static final int DEEPEST = 256;
    /** How many conditions are looked at in search of dead rules; those after that are taken as they are. */
    private static final long EFFORT = 20_000_000;

    private record Size(long conditions, int depth) {
        private static final Size NONE = new Size(0, 0);
    }

    private final Policy policy;
    private final Problems problems;
    private final Map<String, Condition> definitions = new HashMap<>();
    private final Map<String, Size> sizes = new HashMap<>();
    private long effort;

    /** With the names of the definitions in an order in which each comes after those that it uses. */
    RuleChecks(Policy policy, List<String> order, Problems problems) {
        this.policy = policy;
        this.problems = problems;
        for (Policy.Definition definition : policy.definitions()) {
            definitions.put(definition.name(), definition.condition());
        }
        for (String name : order) {
            Condition condition = definitions.get(name);
            if (condition != null) {
                sizes.put(name, size(condition));
            }
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
        Size size = size(rule.when());
        if (size.conditions > MOST) {
            problems.add(DocumentCode.LIMIT, at, tooLarge(rule, "holds more than " + MOST + " conditions"));
            return false;
        }
        if (size.depth > DEEPEST) {
            problems.add(DocumentCode.LIMIT, at, tooLarge(rule, "nests conditions deeper than " + DEEPEST));
            return false;
        }
        return true;
    }

    private static String tooLarge(Policy.Rule rule, String how) {
        return "the rule " + rule.id() + ", definitions put in, " + how + " (limit of a rule)";
    }

    private Size size(Condition condition) {
        if (condition instanceof Condition.Defined defined) {
            Size size = sizes.getOrDefault(defined.name(), Size.NONE);
            return new Size(Math.min(MOST, size.conditions) + 1, size.depth + 1);
        }
        long conditions = 1;
        int depth = 0;
        for (Condition part : condition.parts()) {
            Size size = size(part);
            conditions = Math.min(conditions + size.conditions, MOST + 1);
            depth = Math.max(depth, size.depth);
        }
        return new Size(conditions, depth + 1);
    }

    private void check(Policy.Rule rule, Position at, DeadConditions dead) {
        Set<String> questions = new HashSet<>();
        asked(rule.when(), questions);
        AnswerCombinations combinations = new AnswerCombinations(policy, questions);
        long conditions = size(rule.when()).conditions;
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
