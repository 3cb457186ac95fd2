package dev.datause.gate;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Somebody's word that findings of one rule are warnings for some days, so that a new rule can be looked at before it
 * stops builds.
 *
 * @param rule the id of the rule
 * @param reason why
 * @param owner who answers for it
 * @param until the last day on which they are warnings
 * @param at where the watch is written
 */
public record Watch(String rule, String reason, String owner, LocalDate until, Location at) {
    /** Refuses null. */
    public Watch {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(at, "at");
    }
}
