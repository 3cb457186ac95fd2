/** Decides whether a use of data is permitted by a policy. */
@NullMarked
package dev.datause;

import org.jspecify.annotations.NullMarked;
