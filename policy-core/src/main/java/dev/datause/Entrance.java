package dev.datause;

import java.util.Arrays;
import java.util.HashMap;
import java.util.TreeSet;

/**
 * Where the walk to an outcome begins. Most members never touched a switch and never objected, and for them every
 * question about a history has the same answer: it is settled on compiling, and one comparison tells who they are.
 * Everybody else walks the whole diagram.
 */
final class Entrance {
    private final int whole;
    private final int untouched;
    /** The bits of {@link Member#steady} that the outcome depends on. */
    private final long mask;
    /** What these bits are in a member who touched nothing. */
    private final long expected;
    /** For each axis the coordinate of a member who touched nothing, or a negative number where that settles nothing. */
    private final int[] settled;

    private Entrance(int whole, int untouched, long mask, long expected, int[] settled) {
        this.settled = settled;
        this.whole = whole;
        this.untouched = untouched;
        this.mask = mask;
        this.expected = expected;
    }

    /**
     * The entrance to an outcome; its nodes are those of the diagram, not yet flattened.
     *
     * @param others further nodes of the diagram that will be asked about the same members
     */
    static Entrance of(Space space, Diagram diagram, int outcome, int... others) {
        TreeSet<Integer> asked = new TreeSet<>();
        diagram.axes(outcome, asked);
        for (int other : others) {
            diagram.axes(other, asked);
        }
        int[] settled = new int[space.axes().length];
        Arrays.fill(settled, -1);
        long mask = 0;
        long expected = 0;
        for (int position : asked) {
            Axis axis = space.axis(position);
            int shift = axis.steadyShift();
            if (shift >= 0) {
                settled[position] = axis.untouched();
                mask |= (long) Member.VARIES << shift;
                expected |= (long) axis.untouched() << shift;
            }
        }
        return new Entrance(outcome, diagram.settle(outcome, settled, new HashMap<>()), mask, expected, settled);
    }

    /** The two nodes where walks begin. */
    int[] nodes() {
        return new int[] {whole, untouched};
    }

    /** The same entrance to a flattened diagram, in which these are the two places. */
    Entrance at(int flatWhole, int flatUntouched) {
        return new Entrance(flatWhole, flatUntouched, mask, expected, settled);
    }

    /** What is left of another node of the same diagram for a member who touched nothing. */
    int settled(Diagram diagram, int node) {
        return diagram.settle(node, settled, new HashMap<>());
    }

    /** Whether the member touched nothing that matters here, and the day of collection is known. */
    boolean untouched(Member member, int collected) {
        // Without a day of collection no history is known there, touched or not.
        return (member.steady & mask) == expected && collected != Days.UNKNOWN;
    }

    /** Where the walk of a member begins, for data of which the day of collection is known or is not. */
    int root(Member member, int collected) {
        return untouched(member, collected) ? untouched : whole;
    }
}
