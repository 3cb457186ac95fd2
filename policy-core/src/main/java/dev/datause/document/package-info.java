/**
 * Documents whose every value knows its place, and the problems found in them.
 *
 * <p>Readers of policies, manifests and requests share these types, so that a mistake in any of them is reported the
 * same way: code, {@code file:line:column}, the line with a caret, and the nearest known name.
 */
@NullMarked
package dev.datause.document;

import org.jspecify.annotations.NullMarked;
