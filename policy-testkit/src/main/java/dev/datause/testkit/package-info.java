/**
 * Tests of your own against a policy: made-up members and uses on its limits, and laws ready to be asked. Knows no test
 * framework; {@code dev.datause.testkit.jqwik} and {@code dev.datause.testkit.junit} bring it to two of them.
 */
@NullMarked
package dev.datause.testkit;

import org.jspecify.annotations.NullMarked;
