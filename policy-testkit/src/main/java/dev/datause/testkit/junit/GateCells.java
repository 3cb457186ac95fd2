package dev.datause.testkit.junit;

import dev.datause.DataUsePolicy;
import dev.datause.testkit.EveryCell;
import dev.datause.testkit.LawBroken;
import dev.datause.testkit.TestedPipeline;
import dev.datause.testkit.UnderTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A test of a pipeline on every cell of its policy's short form: complete, and not random. A test class implements this
 * and says which pipeline it is.
 *
 * @param <P> what the pipeline knows of a person
 * @param <R> a row that comes out
 */
public interface GateCells<P, R> extends UnderTest {
    /** The pipeline. */
    TestedPipeline<P, R> pipeline();

    /** The policy that the pipeline is to keep to. */
    @Override
    default DataUsePolicy policy() {
        return pipeline().policy();
    }

    /** The most cells to go through; more are a failure, not fewer cells. */
    default long limit() {
        return 1_000_000;
    }

    /** One test, named by how many cells there are: whom the policy permits comes out, and nobody else. */
    @TestFactory
    default Stream<DynamicTest> everyCellOfThePolicy() {
        EveryCell<P, R> cells = EveryCell.of(pipeline());
        return Stream.of(DynamicTest.dynamicTest(
                "whom the policy permits comes out, and nobody else, in each of " + cells.size() + " cells",
                () -> cells.firstBroken(limit()).ifPresent(broken -> {
                    throw new LawBroken(broken);
                })));
    }
}
