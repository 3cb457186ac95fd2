/** What a gate says about a manifest, compared with what the policy decides at run time. Needs {@code policy-gate}. */
@NullMarked
package dev.datause.testkit.pipeline;

import org.jspecify.annotations.NullMarked;
