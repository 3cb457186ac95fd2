package dev.datause.gate;

import dev.datause.Category;
import dev.datause.Counterexample;
import dev.datause.Passage;
import java.util.List;
import java.util.Optional;

/**
 * What is known about one taint at one use: everything that passes is permitted if there is no leak.
 *
 * @param taint the taint
 * @param leak what passes and is denied
 * @param nothing whether the source holds anything for this use, and if not, why not
 */
record FlowProof(long taint, Optional<Leak> leak, Nothing nothing) {
    /**
     * A category that leaks.
     *
     * @param declared the category that the dataset declares
     * @param passage what passes, of that category or one below it
     * @param witnesses one for each ground
     */
    record Leak(String declared, Passage passage, List<Counterexample> witnesses) {
        Leak {
            witnesses = List.copyOf(witnesses);
        }

        Category category() {
            return passage.category();
        }
    }

    /** What leaves nothing to check. */
    enum Nothing {
        /** Something is left: the flow was checked. */
        SOMETHING_PASSES,
        /** Nothing is collected before the last day of use. */
        NO_DAYS,
        /** Nobody belongs to the population. */
        NO_MEMBERS,
        /** The guards let nothing through. */
        GUARDED
    }
}
