package dev.datause.testkit.junit;

import dev.datause.Purpose;
import dev.datause.Vocabulary;
import dev.datause.analysis.MemberSpace;
import dev.datause.testkit.MadeUpMember;
import dev.datause.testkit.UnderTest;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A test of something of your own on every cell of a policy's short form, once for each purpose: complete, and not random.
 */
public interface PolicyCells extends UnderTest {
    /**
     * Fails, by an assertion, if something is wrong with one cell.
     *
     * @param member a made-up member of the cell
     * @param purpose the purpose
     * @param day a day of the cell
     * @param permitted what the policy says about every member and day of the cell
     */
    void check(MadeUpMember member, Purpose purpose, LocalDate day, boolean permitted);

    /** The most cells of one purpose to go through; more are a failure, not fewer cells. */
    default long limit() {
        return 1_000_000;
    }

    /** One test for each purpose, named by how many cells there are. */
    @TestFactory
    default Stream<DynamicTest> everyCellOfThePolicy() {
        return policy().policy().vocabulary().purposes().stream()
                .map(Vocabulary.PurposeEntry::name)
                .map(purpose -> {
                    MemberSpace space = MemberSpace.ofShortForm(policy(), purpose);
                    return DynamicTest.dynamicTest(purpose + ", " + space.size() + " cells", () -> {
                        try (Stream<MemberSpace.Cell> cells = space.cells(limit())) {
                            cells.forEach(cell ->
                                    check(MadeUpMember.of(cell.member()), purpose, cell.day(), cell.permitted()));
                        }
                    });
                });
    }
}
