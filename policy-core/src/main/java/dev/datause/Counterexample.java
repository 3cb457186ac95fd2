package dev.datause;

import dev.datause.document.Node;
import java.util.Objects;

/**
 * A made-up use that a {@link Passage} lets pass and the policy denies.
 *
 * @param use the use; its member is synthetic and nobody's record
 * @param decision the denial, as {@link DataUsePolicy#decide} gives it for the use
 * @param ground the ground for which this use was looked for, one of the decision's
 * @param story the use in words, such as {@code a member in DE, born 1990-05-01, all settings on; profile collected
 *     2025-11-03, used 2025-11-03: denied}
 */
public record Counterexample(Use use, Decision decision, Ground ground, String story) {
    /** Refuses null. */
    public Counterexample {
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(ground, "ground");
        Objects.requireNonNull(story, "story");
    }

    /**
     * The use as a request, whose form {@code docs/request-format.md} describes: decided again, it is denied again, on the
     * same grounds. Only a history that is known in part cannot be told in a request: it is left out, as unknown. Everything
     * in it is made up.
     */
    public Node request() {
        return Retelling.of(use);
    }
}
