package dev.datause;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Uses told by the coordinates that they may have on some axes, whatever the others are. */
final class Box {
    /** By the position of the axis. */
    final TreeMap<Integer, BitSet> sides;

    Box() {
        sides = new TreeMap<>();
    }

    private Box(SortedMap<Integer, BitSet> sides) {
        this.sides = new TreeMap<>(sides);
    }

    Box without(int position) {
        TreeMap<Integer, BitSet> fewer = new TreeMap<>(sides);
        fewer.remove(position);
        return new Box(fewer);
    }

    Box with(int position, BitSet coordinates) {
        TreeMap<Integer, BitSet> more = new TreeMap<>(sides);
        more.put(position, coordinates);
        return new Box(more);
    }

    /** The box as a node. */
    int node(Space space, Diagram diagram) {
        int node = Diagram.TRUE;
        for (Map.Entry<Integer, BitSet> side : sides.descendingMap().entrySet()) {
            int[] children = new int[space.axis(side.getKey()).size];
            for (int i = 0; i < children.length; i++) {
                children[i] = side.getValue().get(i) ? node : Diagram.FALSE;
            }
            node = diagram.node(side.getKey(), children);
        }
        return node;
    }

    /** Whether anything of a set lies in the box. */
    boolean meets(int set, Diagram diagram) {
        return meets(set, diagram, new HashMap<>());
    }

    private boolean meets(int set, Diagram diagram, Map<Integer, Boolean> done) {
        if (Diagram.isEnd(set)) {
            return set == Diagram.TRUE;
        }
        Boolean known = done.get(set);
        if (known != null) {
            return known;
        }
        BitSet side = sides.get(diagram.axis(set));
        boolean meets = false;
        for (int i = 0; i < diagram.width(set) && !meets; i++) {
            meets = (side == null || side.get(i)) && meets(diagram.child(set, i), diagram, done);
        }
        done.put(set, meets);
        return meets;
    }
}
