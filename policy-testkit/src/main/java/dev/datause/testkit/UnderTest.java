package dev.datause.testkit;

import dev.datause.DataUsePolicy;

/** A test of a policy, or of something that must keep to one. Test classes implement it, mostly by way of a set of laws. */
public interface UnderTest {
    /** The policy, under the reading that is tested; the same at each call. */
    DataUsePolicy policy();
}
