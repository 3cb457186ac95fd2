package dev.datause.analysis;

import dev.datause.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What must hold of the uses that a passage makes so that every one of them is permitted.
 *
 * @param outcome which of the four it is
 * @param guard the weakest condition that does, for {@link Outcome#GUARD}; in the words of the policy, so that
 *     {@code PolicyJson.write} gives it as manifests take it
 * @param parts the condition in words, part by part: all of them must hold
 */
public record Obligation(Outcome outcome, Optional<Condition> guard, List<String> parts) {
    /** Copies the list. */
    public Obligation {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(guard, "guard");
        parts = List.copyOf(parts);
    }

    /** What a passage can be asked. */
    public enum Outcome {
        /** Nothing: every use that passes is permitted, or none passes. */
        NOTHING,
        /** That the condition {@link Obligation#guard()} is certainly true. */
        GUARD,
        /** That the policy is called for each use: the weakest condition has more parts than people read. */
        POLICY_CALL,
        /** That it be given up: no use that passes is permitted. */
        NEVER
    }

    /** One line: what must hold. */
    @Override
    public String toString() {
        return switch (outcome) {
            case NOTHING -> "nothing more is needed";
            case GUARD -> String.join("; ", parts);
            case POLICY_CALL -> "too much to write down: call the policy for each use";
            case NEVER -> "no such use is ever permitted";
        };
    }
}
