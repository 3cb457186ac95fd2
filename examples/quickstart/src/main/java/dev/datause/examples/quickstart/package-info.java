/** The shortest useful program. */
@NullMarked
package dev.datause.examples.quickstart;

import org.jspecify.annotations.NullMarked;
