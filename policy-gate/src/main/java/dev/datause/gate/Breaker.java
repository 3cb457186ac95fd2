package dev.datause.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A declared claim that a step leaves nothing of some categories in what it writes. Only the categories that are named,
 * and those below them, stop here; all others go on.
 *
 * @param categories the categories that stop, as the metadata names them; not empty
 * @param method how
 * @param minimumGroup the smallest number of members in a group of an aggregation
 * @param owner who answers for the claim
 * @param reason why it is true
 * @param until the last day on which the claim counts, if it ends
 */
public record Breaker(
        List<Stated<String>> categories,
        Method method,
        OptionalInt minimumGroup,
        String owner,
        String reason,
        Optional<LocalDate> until) {
    /** How data stops being a member's. */
    public enum Method {
        /** Only figures over groups of members leave, each of at least a stated size. */
        AGGREGATION,
        /** What leaves cannot be led back to a member. */
        ANONYMISATION
    }

    /** Copies the list; refuses an empty one, and an aggregation without a smallest group of at least two. */
    public Breaker {
        categories = List.copyOf(categories);
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(minimumGroup, "minimumGroup");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(until, "until");
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("categories: names none");
        }
        if (method == Method.AGGREGATION && minimumGroup.orElse(0) < 2) {
            throw new IllegalArgumentException("minimumGroup: an aggregation has one of at least 2");
        }
    }
}
