package dev.datause;

/** Whether a use is permitted, and nothing else: two tables, and a walk through what they leave open. Immutable. */
final class Answer {
    private final Entrance entrance;
    private final Front front;
    private final Front frontOfOrdinary;
    private final Walk walk;

    /**
     * An answer by a flattened diagram.
     *
     * @param whole where in it everybody's walk begins
     * @param ofOrdinary where that of ordinary members does
     */
    Answer(Entrance entrance, Axis[] axes, int[] code, int whole, int ofOrdinary) {
        this.entrance = entrance;
        front = Front.of(axes, new Front.Root(code, whole));
        frontOfOrdinary = Front.of(axes, new Front.Root(code, ofOrdinary));
        walk = new Walk(axes, code);
    }

    /**
     * The first day of use after {@code used} with the other answer for a member about whom nothing changes any more, or
     * {@link Days#NEVER}; {@link Days#UNKNOWN} where it is not known at once.
     */
    int change(Member member, int used, int collected, int audience) {
        Front asked = entrance.ordinary(member, collected) ? frontOfOrdinary : front;
        return asked.change(asked.place(member, used, collected, audience));
    }

    /** Allocates nothing. */
    boolean permitted(Member member, int used, int collected, int audience) {
        Front asked = entrance.ordinary(member, collected) ? frontOfOrdinary : front;
        int node = asked.node(0, asked.place(member, used, collected, audience));
        return walk.end(node, member, used, collected, audience) == Diagram.TRUE;
    }
}
