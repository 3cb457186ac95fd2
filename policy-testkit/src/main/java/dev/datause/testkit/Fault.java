package dev.datause.testkit;

import dev.datause.Policy;
import java.util.List;
import java.util.Objects;

/**
 * A one-line mistake in a policy: a condition dropped, a day or an age moved by one, a list short by one, an answer
 * flipped. To try tests on: a test of a policy that no fault makes fail does not test that policy. Immutable.
 *
 * @param name what is wrong, such as {@code europe-no-ads: the rule is missing}; different for each fault of a policy
 * @param policy the policy with the mistake; it compiles, also where its document would be refused
 */
public record Fault(String name, Policy policy) {
    /** Refuses null. */
    public Fault {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(policy, "policy");
    }

    /** Every fault of one line that the kit knows, in the policy's order; hundreds for a policy of thirty rules. */
    public static List<Fault> all(Policy policy) {
        return new Faults(policy).all();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
