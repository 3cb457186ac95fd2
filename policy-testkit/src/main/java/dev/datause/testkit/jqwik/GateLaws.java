package dev.datause.testkit.jqwik;

import dev.datause.DataUsePolicy;
import dev.datause.testkit.Crowd;
import dev.datause.testkit.Laws;
import dev.datause.testkit.TestedPipeline;
import dev.datause.testkit.UnderTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The laws of a pipeline that is to let through whom a policy permits, and nobody else, as properties. A test class
 * implements this and says which pipeline it is.
 *
 * <p>Each try runs the pipeline over up to twenty made-up members; the property {@code jqwik.tries.default} says how
 * many tries there are.
 *
 * @param <P> what the pipeline knows of a person
 * @param <R> a row that comes out
 */
public interface GateLaws<P, R> extends UnderTest {
    /** The pipeline. */
    TestedPipeline<P, R> pipeline();

    /** The policy that the pipeline is to keep to. */
    @Override
    default DataUsePolicy policy() {
        return pipeline().policy();
    }

    /** No row of a denied member comes out, and none of nobody. */
    @Property
    default void noDeniedMemberComesOut(@ForAll Crowd crowd) {
        Laws.noDeniedMemberComesOut(pipeline()).holdsFor(crowd);
    }

    /** A row of every permitted member comes out. */
    @Property
    default void everyPermittedMemberComesOut(@ForAll Crowd crowd) {
        Laws.everyPermittedMemberComesOut(pipeline()).holdsFor(crowd);
    }

    /** Facts that no rule reads for what the pipeline does change nothing. */
    @Property(tries = 50)
    default void whatNoRuleReadsDoesNotMatter(@ForAll Crowd crowd) {
        Laws.whatNoRuleReadsDoesNotMatter(pipeline()).holdsFor(crowd);
    }
}
