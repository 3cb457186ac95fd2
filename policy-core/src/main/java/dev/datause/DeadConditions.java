package dev.datause;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds conditions that can never be true, as far as their form shows it: false in every answer, or joined by
 * {@code all} although they exclude each other. What it does not find is not thereby alive.
 */
final class DeadConditions {
    private final Policy policy;
    private final Map<String, Condition> definitions;
    private final Map<String, Boolean> neverBegins = new HashMap<>();
    private final Together.Named named;
    private Map<String, String> answers = Map.of();

    DeadConditions(Policy policy, Map<String, Condition> definitions) {
        this.policy = policy;
        this.definitions = definitions;
        named = new Together.Named(policy.vocabulary());
        for (Policy.FirstDays table : policy.firstDays()) {
            boolean never = table.elsewhere().isEmpty();
            for (Policy.FirstDays.Row row : table.rows()) {
                never &= row.day().isEmpty();
            }
            neverBegins.put(table.name(), never);
        }
    }

    /** Why the condition can never be true under these answers, or null where no reason is found. */
    @Nullable
    String reason(Condition condition, Map<String, String> given) {
        answers = given;
        return neverTrue(condition);
    }

    private @Nullable String neverTrue(Condition condition) {
        if (condition instanceof Condition.All all) {
            return neverTrueTogether(all);
        }
        if (condition instanceof Condition.Any any) {
            String why = "\"any\" of nothing";
            for (Condition part : any.of()) {
                String reason = neverTrue(part);
                if (reason == null) {
                    return null;
                }
                why = reason;
            }
            return why;
        }
        if (condition instanceof Condition.Not not) {
            return neverFalse(not.of());
        }
        if (condition instanceof Condition.Certainly certainly) {
            return neverTrue(certainly.of());
        }
        if (condition instanceof Condition.Defined defined) {
            return neverTrue(definition(defined));
        }
        if (condition instanceof Condition.Answered answered) {
            boolean so = answered.answer().equals(answers.get(answered.question()));
            return so ? null : "the answer to " + answered.question() + " is another";
        }
        if (condition instanceof Condition.FirstDayReached reached) {
            boolean never = neverBegins.getOrDefault(reached.table(), false);
            return never ? "no first day of the table " + reached.table() + " ever comes" : null;
        }
        if (condition instanceof Condition.UsedFrom used) {
            boolean late = policy.effective().until().isPresent()
                    && policy.effective().until().get().isBefore(used.day());
            return late ? "used from " + used.day() + ", after the last day of the policy" : null;
        }
        return null;
    }

    /** Why the condition can never be false, so that its opposite is never true. */
    private @Nullable String neverFalse(Condition condition) {
        if (condition instanceof Condition.All all) {
            String why = "the opposite of \"all\" of nothing";
            for (Condition part : all.of()) {
                String reason = neverFalse(part);
                if (reason == null) {
                    return null;
                }
                why = reason;
            }
            return why;
        }
        if (condition instanceof Condition.Any any) {
            for (Condition part : any.of()) {
                String reason = neverFalse(part);
                if (reason != null) {
                    return reason;
                }
            }
            return null;
        }
        if (condition instanceof Condition.Not not) {
            return neverTrue(not.of());
        }
        if (condition instanceof Condition.Possibly possibly) {
            return neverFalse(possibly.of());
        }
        if (condition instanceof Condition.Defined defined) {
            return neverFalse(definition(defined));
        }
        if (condition instanceof Condition.Answered answered) {
            boolean so = answered.answer().equals(answers.get(answered.question()));
            return so ? "the answer to " + answered.question() + " is " + answered.answer() : null;
        }
        if (condition instanceof Condition.UsedFrom used) {
            boolean always = policy.effective().from().isPresent()
                    && !policy.effective().from().get().isBefore(used.day());
            return always ? "not used from " + used.day() + ", before the first day of the policy" : null;
        }
        return null;
    }

    private Condition definition(Condition.Defined defined) {
        Condition condition = definitions.get(defined.name());
        if (condition == null) {
            throw new IllegalArgumentException("the policy defines no " + defined.name());
        }
        return condition;
    }

    private @Nullable String neverTrueTogether(Condition.All all) {
        for (Condition part : all.of()) {
            String reason = neverTrue(part);
            if (reason != null) {
                return reason;
            }
        }
        Together together = new Together(named);
        collect(all, true, together);
        return together.contradiction();
    }

    /** Hands on everything that must be true, or false, for the condition to be true. */
    private void collect(Condition condition, boolean wanted, Together together) {
        if (condition instanceof Condition.Not not) {
            collect(not.of(), !wanted, together);
        } else if (condition instanceof Condition.Defined defined) {
            collect(definition(defined), wanted, together);
        } else if (condition instanceof Condition.All all && wanted) {
            for (Condition part : all.of()) {
                collect(part, true, together);
            }
        } else if (condition instanceof Condition.Any any && !wanted) {
            for (Condition part : any.of()) {
                collect(part, false, together);
            }
        } else if (condition instanceof Condition.Certainly certainly && wanted) {
            collect(certainly.of(), true, together);
        } else if (condition instanceof Condition.Possibly possibly && !wanted) {
            collect(possibly.of(), false, together);
        } else if (condition.parts().isEmpty()) {
            together.add(condition, wanted);
        }
    }
}
