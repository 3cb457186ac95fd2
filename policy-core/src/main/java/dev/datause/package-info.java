/**
 * Decides whether a member's data may be used for a purpose on a day, by a policy that is data.
 *
 * <p>Start at {@link dev.datause.DataUsePolicy}. Everything here is immutable and thread-safe, reads no clock, locale,
 * time zone, environment or network, and never turns an unknown fact into a permission that the policy's reading does
 * not spell out.
 */
@NullMarked
package dev.datause;

import org.jspecify.annotations.NullMarked;
