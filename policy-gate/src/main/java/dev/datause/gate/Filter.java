package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.Passage;
import java.util.Optional;

/**
 * One thing that narrows what passes a step: a condition, or the policy's permission for a use.
 *
 * @param condition a row passes only where it is known to be true
 * @param permitted a row passes only where the policy permits this
 */
record Filter(Optional<Condition> condition, Optional<Passage.Other> permitted) {
    static Filter of(Condition condition) {
        return new Filter(Optional.of(condition), Optional.empty());
    }

    static Filter of(Passage.Other permitted) {
        return new Filter(Optional.empty(), Optional.of(permitted));
    }
}
