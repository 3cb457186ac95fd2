package dev.datause;

/** Compiled diagrams and the walk through them. Immutable. */
final class Walk {
    private final Axis[] axes;
    private final int[] code;

    Walk(Axis[] axes, int[] code) {
        this.axes = axes;
        this.code = code;
    }

    /** The end that a use comes to from a root. Allocates nothing; at most one step for each axis. */
    int end(int root, Member member, int used, int collected, int audience) {
        int[] steps = code;
        Axis[] asked = axes;
        int node = root;
        while (node >= 0) {
            node = steps[node + 1 + asked[steps[node]].coordinate(member, used, collected, audience)];
        }
        return node;
    }
}
