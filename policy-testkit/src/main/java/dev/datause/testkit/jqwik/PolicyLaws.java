package dev.datause.testkit.jqwik;

import dev.datause.Policy;
import dev.datause.testkit.Law;
import dev.datause.testkit.Laws;
import dev.datause.testkit.MadeUpUse;
import dev.datause.testkit.UnderTest;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/**
 * The laws that every policy should obey, as properties. A test class implements this and names its {@link #policy}.
 *
 * <p>A reading whose rules say what an unknown fact counts as breaks {@link #lackingAFactNeverHelps} on purpose: its
 * test overrides that method with an empty one, and says why.
 */
public interface PolicyLaws extends UnderTest {
    /** What is denied is still denied when one more fact is unknown. */
    @Property
    default void lackingAFactNeverHelps(@ForAll MadeUpUse use) {
        UnderTestHook.law(Laws::lackingAFactNeverHelps).holdsFor(use);
    }

    /** What is denied is still denied after one more opt-out or objection. */
    @Property
    default void optingOutNeverHelps(@ForAll MadeUpUse use) {
        UnderTestHook.law(Laws::optingOutNeverHelps).holdsFor(use);
    }

    /** With one more prohibition, nothing is permitted that was denied. */
    @Property(tries = 50)
    default void anotherProhibitionNeverHelps(
            @ForAll @FromPolicy Policy.Rule prohibition, @ForAll @Size(20) List<MadeUpUse> uses) {
        Law<MadeUpUse> law = Laws.anotherProhibitionNeverHelps(policy(), prohibition);
        uses.forEach(law::holdsFor);
    }

    /** The rules in another order decide the same, with the same grounds. */
    @Property
    default void theOrderOfRulesDoesNotMatter(@ForAll MadeUpUse use) {
        UnderTestHook.law(Laws::theOrderOfRulesDoesNotMatter).holdsFor(use);
    }

    /** The policy, written as JSON, reads as the same policy. */
    @Example
    default void whatIsWrittenReadsAsTheSame() {
        Laws.whatIsWrittenReadsAsTheSame().holdsFor(policy().policy());
    }

    /** A decision stays as it is until the day that it names, and is the other one on that day. */
    @Property(tries = 200)
    default void decisionsHoldUntilTheDayTheyName(@ForAll MadeUpUse use) {
        UnderTestHook.law(Laws::decisionsHoldUntilTheDayTheyName).holdsFor(use);
    }
}
