/**
 * The test kit for JUnit 5: tests that go through every cell of a policy, where nothing is left to chance. Needs {@code
 * org.junit.jupiter:junit-jupiter-api}.
 */
@NullMarked
package dev.datause.testkit.junit;

import org.jspecify.annotations.NullMarked;
