/**
 * The test kit for jqwik: parameters drawn on the limits of the policy under test, and laws as interfaces that a test
 * class implements. Needs {@code net.jqwik:jqwik}, version 1.9.3.
 */
@NullMarked
package dev.datause.testkit.jqwik;

import org.jspecify.annotations.NullMarked;
