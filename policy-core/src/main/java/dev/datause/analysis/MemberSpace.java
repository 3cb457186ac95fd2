package dev.datause.analysis;

import dev.datause.AnalysisLimitException;
import dev.datause.Category;
import dev.datause.DataUsePolicy;
import dev.datause.Member;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Use;
import dev.datause.UseExample;
import dev.datause.UseKind;
import dev.datause.UseSet;
import dev.datause.UseSpace;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The finitely many cells into which a policy under one reading cuts all uses of one purpose, recipient and category:
 * the decision is the same everywhere in a cell. A test that walks all cells has tried everything that can matter.
 *
 * <p>What the decision does not depend on is not cut. For one thread at a time; the streams are lazy.
 */
public final class MemberSpace {
    /** The most cells that {@link #cells()} goes through. */
    public static final long STANDARD_LIMIT = 1_000_000;

    private final UseSet permitted;

    private MemberSpace(UseSet permitted) {
        this.permitted = permitted;
    }

    /**
     * A cell.
     *
     * @param use a made-up use in it; its member is synthetic and nobody's record
     * @param permitted whether the uses in the cell are permitted
     * @param story the use in a few words
     */
    public record Cell(Use use, boolean permitted, String story) {
        /** The made-up member. */
        public Member member() {
            return use.member();
        }

        /** The day of use. */
        public LocalDate day() {
            return use.used();
        }
    }

    /** The cells of {@link DataUsePolicy#decide} for one purpose, recipient and category. */
    public static MemberSpace of(DataUsePolicy policy, Purpose purpose, Recipient recipient, Category category) {
        UseSpace uses = UseSpace.of(List.of(policy));
        return new MemberSpace(uses.permitted(policy, UseKind.of(purpose, recipient, category)));
    }

    /**
     * The cells of the short form {@link DataUsePolicy#isPermitted(Member, Purpose, LocalDate)}: of member and day. The
     * uses of the cells are of the first of the usual categories, collected on their day.
     *
     * @throws IllegalArgumentException if the policy does not have the purpose
     */
    public static MemberSpace ofShortForm(DataUsePolicy policy, Purpose purpose) {
        return new MemberSpace(UseSpace.shortForm(policy, purpose));
    }

    /** How many cells there are; {@link Long#MAX_VALUE} for more than a long holds. */
    public long size() {
        return permitted.cellsOfSpace();
    }

    /**
     * Every cell once, in a fixed order.
     *
     * @throws AnalysisLimitException if there are more than {@link #STANDARD_LIMIT}
     */
    public Stream<Cell> cells() {
        return cells(STANDARD_LIMIT);
    }

    /**
     * Every cell once, in a fixed order.
     *
     * @param limit the most cells to go through
     * @throws AnalysisLimitException if there are more; none is gone through then
     */
    public Stream<Cell> cells(long limit) {
        return permitted.examples(limit).map(MemberSpace::cell);
    }

    private static Cell cell(UseExample example) {
        return new Cell(
                example.use(), example.inside(), example.story() + (example.inside() ? ": permitted" : ": denied"));
    }
}
