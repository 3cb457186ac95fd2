package dev.datause;

import java.util.Arrays;
import java.util.HashMap;
import java.util.TreeSet;

/**
 * Where the walk to an outcome begins. Most members are ordinary: they never touched a switch, never objected, have no
 * flag and the first value of each trait. For them these questions are settled on compiling, and one comparison tells who
 * they are. Everybody else walks the whole diagram.
 */
final class Entrance {
    /** The node where the walk of everybody begins, and the one where that of ordinary members does. */
    private final int[] nodes;

    /** The bits of {@link Member#steady} that the outcome depends on. */
    private final long mask;
    /** What these bits are in an ordinary member. */
    private final long expected;
    /** For each axis the coordinate of an ordinary member, or a negative number where that settles nothing. */
    private final int[] settled;

    private Entrance(int[] nodes, long mask, long expected, int[] settled) {
        this.nodes = nodes;
        this.mask = mask;
        this.expected = expected;
        this.settled = settled;
    }

    /**
     * The entrance to an outcome; its nodes are those of the diagram, not yet flattened.
     *
     * @param others further nodes of the diagram that will be asked about the same members
     */
    static Entrance of(Vocabulary vocabulary, Space space, Diagram diagram, int outcome, int... others) {
        int histories = vocabulary.settings().size()
                + vocabulary.signals().size()
                + vocabulary.objections().size();
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
            int shift = axis.steadyShift(histories);
            if (shift >= 0) {
                settled[position] = axis.ordinary();
                mask |= (long) Member.VARIES << shift;
                expected |= (long) axis.ordinary() << shift;
            }
        }
        int ofOrdinary = diagram.settle(outcome, settled, new HashMap<>());
        return new Entrance(new int[] {outcome, ofOrdinary}, mask, expected, settled);
    }

    /** The two nodes where walks begin. */
    int[] nodes() {
        return nodes.clone();
    }

    /** What is left of another node of the same diagram for an ordinary member. */
    int settled(Diagram diagram, int node) {
        return diagram.settle(node, settled, new HashMap<>());
    }

    /** Whether the member is ordinary as far as matters here, and the day of collection is known. */
    boolean ordinary(Member member, int collected) {
        // Without a day of collection no history is known there, touched or not.
        return (member.steady & mask) == expected && collected != Days.UNKNOWN;
    }
}
