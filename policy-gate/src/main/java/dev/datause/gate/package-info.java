/** Checks pipelines against a policy before they run. */
@NullMarked
package dev.datause.gate;

import org.jspecify.annotations.NullMarked;
