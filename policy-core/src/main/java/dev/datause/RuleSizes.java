package dev.datause;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How large a policy's rules are once their definitions are put in, and how large they may be: ten lines can define more than
 * any memory holds. Not thread-safe.
 */
final class RuleSizes {
    /** How many conditions a rule may hold. */
    static final long MOST = 100_000;
    /** How deep conditions may stand inside each other. */
    static final int DEEPEST = 256;

    private static final Size NONE = new Size(0, 0);
    private static final Size TOO_DEEP = new Size(1, DEEPEST + 1);

    private final Map<String, Condition> definitions = new HashMap<>();
    private final Map<String, Size> sizes = new HashMap<>();
    /** Of definitions that went too deep the least level at which they did: at that one and below it they do again. */
    private final Map<String, Integer> tooDeepAt = new HashMap<>();
    /** The definitions whose sizes are being found: one of them that comes up again goes in a circle, which is refused elsewhere. */
    private final Set<String> open = new HashSet<>();

    /**
     * A size.
     *
     * @param conditions how many; of more than {@link #MOST} it is not told how many more
     * @param depth how deep they stand inside each other; the same beyond {@link #DEEPEST}
     */
    record Size(long conditions, int depth) {}

    RuleSizes(Policy policy) {
        for (Policy.Definition definition : policy.definitions()) {
            definitions.put(definition.name(), definition.condition());
        }
    }

    /** Why a rule or a definition with this condition is too large; empty if it is not. */
    String tooLarge(String what, Condition condition) {
        Size size = of(condition);
        String how = size.conditions > MOST
                ? "holds more than " + MOST + " conditions"
                : size.depth > DEEPEST ? "nests conditions deeper than " + DEEPEST : "";
        return how.isEmpty() ? "" : what + ", definitions put in, " + how + " (limit of a rule)";
    }

    /** How many conditions a condition is. */
    long conditions(Condition condition) {
        return of(condition).conditions;
    }

    private Size of(Condition condition) {
        return of(condition, 1);
    }

    private Size of(Condition condition, int level) {
        if (level > DEEPEST) {
            return TOO_DEEP;
        }
        long conditions = 1;
        int depth = 0;
        if (condition instanceof Condition.Defined defined) {
            Size inside = ofDefinition(defined.name(), level + 1);
            conditions += inside.conditions;
            depth = inside.depth;
        }
        for (Condition part : condition.parts()) {
            Size inside = of(part, level + 1);
            conditions = Math.min(conditions + inside.conditions, MOST + 1);
            depth = Math.max(depth, inside.depth);
        }
        return new Size(conditions, depth + 1);
    }

    private Size ofDefinition(String name, int level) {
        Size known = sizes.get(name);
        if (known != null) {
            return known;
        }
        Integer deep = tooDeepAt.get(name);
        if (deep != null && level >= deep) {
            return TOO_DEEP;
        }
        Condition condition = definitions.get(name);
        if (condition == null || !open.add(name)) {
            return NONE;
        }
        Size size = of(condition, level);
        open.remove(name);
        if (size.depth <= DEEPEST) {
            sizes.put(name, size);
        } else {
            tooDeepAt.put(name, level);
        }
        return size;
    }

    /**
     * Refuses a policy with a rule or a definition that is too large.
     *
     * @throws IllegalArgumentException with the first such rule or definition
     */
    static void require(Policy policy) {
        RuleSizes sizes = new RuleSizes(policy);
        for (Policy.Rule rule : policy.rules()) {
            require(sizes.tooLarge("the rule " + rule.id(), rule.when()));
        }
        for (Policy.Definition definition : policy.definitions()) {
            require(sizes.tooLarge("the definition " + definition.name(), definition.condition()));
        }
    }

    private static void require(String problem) {
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException("policy: " + problem);
        }
    }
}
