package dev.datause.gate;

import dev.datause.Category;
import dev.datause.Counterexample;
import java.util.List;

/**
 * What is known about the flow of one shape of dataset into one pipeline for one purpose: everything that passes is
 * permitted if there is no leak and something passes.
 *
 * @param leaks what passes and is denied
 * @param nothing whether anything passes, and if not, why not
 */
record FlowProof(List<Leak> leaks, Nothing nothing) {
    FlowProof {
        leaks = List.copyOf(leaks);
    }

    /**
     * A category that leaks.
     *
     * @param declared the category that the dataset declares
     * @param category the same, or one below it
     * @param witnesses one for each ground
     */
    record Leak(String declared, Category category, List<Counterexample> witnesses) {
        Leak {
            witnesses = List.copyOf(witnesses);
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
