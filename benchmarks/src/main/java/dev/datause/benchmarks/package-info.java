/** Measures the cost of a decision. */
@NullMarked
package dev.datause.benchmarks;

import org.jspecify.annotations.NullMarked;
