/** Runs the policy gate in a Maven build. */
@NullMarked
package dev.datause.maven;

import org.jspecify.annotations.NullMarked;
