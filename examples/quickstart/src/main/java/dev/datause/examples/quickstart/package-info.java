/** A pipeline of made-up members whose sinks only take rows that a policy permitted. */
@NullMarked
package dev.datause.examples.quickstart;

import org.jspecify.annotations.NullMarked;
