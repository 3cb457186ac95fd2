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

    private Entrance(int whole, int untouched, long mask, long expected) {
        this.whole = whole;
        this.untouched = untouched;
        this.mask = mask;
        this.expected = expected;
    }

    /** The entrance to an outcome; its nodes are those of the diagram, not yet flattened. */
    static Entrance of(Space space, Diagram diagram, int outcome) {
        TreeSet<Integer> asked = new TreeSet<>();
        diagram.axes(outcome, asked);
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
        return new Entrance(outcome, diagram.settle(outcome, settled, new HashMap<>()), mask, expected);
    }

    /** The two nodes where walks begin. */
    int[] nodes() {
        return new int[] {whole, untouched};
    }

    /** The same entrance to a flattened diagram, in which these are the two places. */
    Entrance at(int flatWhole, int flatUntouched) {
        return new Entrance(flatWhole, flatUntouched, mask, expected);
    }

    /** Where the walk of a member begins, for data of which the day of collection is known or is not. */
    int root(Member member, int collected) {
        // Without a day of collection no history is known there, touched or not.
        return (member.steady & mask) == expected && collected != Days.UNKNOWN ? untouched : whole;
    }
}
