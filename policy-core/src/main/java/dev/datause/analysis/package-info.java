/**
 * Exact answers about policies as a whole: every cell of the space of uses, what a rule is good for, what changes between
 * two readings, versions or days, what must hold for a use to be permitted, and who is permitted what from when.
 *
 * <p>Nothing is sampled: what cannot be answered exactly within a limit is an
 * {@link dev.datause.AnalysisLimitException} that says how much it would take.
 */
@NullMarked
package dev.datause.analysis;

import org.jspecify.annotations.NullMarked;
