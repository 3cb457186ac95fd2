package dev.datause.testkit.jqwik;

import dev.datause.DataUsePolicy;
import dev.datause.testkit.Laws;
import dev.datause.testkit.MadeUpUse;
import dev.datause.testkit.UnderTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The law of a stricter reading, as a property. A test class names the stricter one as its {@link #policy}. */
public interface ReadingLaws extends UnderTest {
    /** The other one, with the same vocabulary: a reading that permits more, or the policy before it was tightened. */
    DataUsePolicy permittingMore();

    /** What the policy under test permits, the other permits too. */
    @Property
    default void theStricterPermitsNoMore(@ForAll MadeUpUse use) {
        UnderTestHook.law(policy -> Laws.theStricterPermitsNoMore(policy, permittingMore()))
                .holdsFor(use);
    }
}
