package dev.datause;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decision diagrams over the axes of a {@link Space}, with three-valued ends: the cells of all possible uses, merged
 * wherever what follows is the same.
 *
 * <p>A node asks one axis and has a child for each of its coordinates; on every path the axes come in the order of the
 * space, no node has all children alike, and no two nodes are equal. So two conditions are equivalent exactly when
 * their nodes are the same number, and deciding one is a walk of at most one step per axis, whatever the number of
 * rules that went into it. (R. Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", 1986; here with
 * more than two children and Kleene's third value.)
 *
 * <p>Nodes are numbered from 0. Ends are negative: {@link #TRUE}, {@link #FALSE}, and one end for every set of facts
 * whose absence makes a condition unknown, so that a denial can say what was missing without a second evaluation.
 * Built by one thread, never shared before it is done.
 */
final class Diagram {
    static final int TRUE = -1;
    static final int FALSE = -2;
    private static final int FIRST_UNKNOWN = -3;
    /** Beyond so many nodes, or sets of missing facts, it is said how many it takes rather than tried: twice as many come next. */
    private static final int MOST_NODES = 1 << 18;

    private static final int MOST_SETS = 1 << 16;

    /** Of each node the axis that it asks, then its children. */
    private final List<int[]> nodes = new ArrayList<>();
    /** The numbers of nodes by their content. */
    private final Map<IntBuffer, Integer> numbers = new HashMap<>();

    private final List<List<String>> missing = new ArrayList<>();
    private final Map<List<String>, Integer> missingNumbers = new HashMap<>();
    private final Map<Long, Integer> ands = new HashMap<>();
    private final Map<Integer, Integer> nots = new HashMap<>();
    private final Map<Integer, Integer> certainlies = new HashMap<>();

    static boolean isEnd(int node) {
        return node < 0;
    }

    static boolean isUnknown(int node) {
        return node <= FIRST_UNKNOWN;
    }

    /** The end that says that these facts, named in order, are missing. */
    int unknown(List<String> facts) {
        Integer known = missingNumbers.get(facts);
        if (known == null) {
            if (missing.size() == MOST_SETS) {
                throw new AnalysisLimitException("sets of facts that can be missing", MOST_SETS + 1L, MOST_SETS);
            }
            known = FIRST_UNKNOWN - missing.size();
            missing.add(List.copyOf(facts));
            missingNumbers.put(facts, known);
        }
        return known;
    }

    /** The facts that an unknown end names. */
    List<String> missing(int end) {
        return missing.get(FIRST_UNKNOWN - end);
    }

    /** The node that asks {@code axis} and goes on with these children. */
    int node(int axis, int[] children) {
        int first = children[0];
        boolean alike = true;
        for (int child : children) {
            alike &= child == first;
        }
        if (alike) {
            return first;
        }
        int[] node = new int[1 + children.length];
        node[0] = axis;
        System.arraycopy(children, 0, node, 1, children.length);
        Integer known = numbers.get(IntBuffer.wrap(node));
        if (known == null) {
            if (nodes.size() == MOST_NODES) {
                throw new AnalysisLimitException("cases that rules tell apart", MOST_NODES + 1L, MOST_NODES);
            }
            known = nodes.size();
            nodes.add(node);
            numbers.put(IntBuffer.wrap(node), known);
        }
        return known;
    }

    int axis(int node) {
        return nodes.get(node)[0];
    }

    int child(int node, int coordinate) {
        return nodes.get(node)[1 + coordinate];
    }

    int width(int node) {
        return nodes.get(node).length - 1;
    }

    int and(int a, int b) {
        if (b == TRUE || a == FALSE) {
            return a;
        }
        if (a == TRUE || b == FALSE) {
            return b;
        }
        if (isEnd(a) && isEnd(b)) {
            TreeSet<String> facts = new TreeSet<>(missing(a));
            facts.addAll(missing(b));
            return unknown(List.copyOf(facts));
        }
        long key = pair(Math.min(a, b), Math.max(a, b));
        Integer done = ands.get(key);
        if (done != null) {
            return done;
        }
        int axis = isEnd(a) ? axis(b) : isEnd(b) ? axis(a) : Math.min(axis(a), axis(b));
        int width = !isEnd(a) && axis(a) == axis ? width(a) : width(b);
        int[] children = new int[width];
        for (int i = 0; i < width; i++) {
            children[i] = and(along(a, axis, i), along(b, axis, i));
        }
        int result = node(axis, children);
        ands.put(key, result);
        return result;
    }

    /** Whether two nodes without unknown ends are true together somewhere; faster than joining them. */
    boolean meet(int a, int b) {
        return meet(a, b, new HashSet<>());
    }

    private boolean meet(int a, int b, Set<Long> apart) {
        if (a == FALSE || b == FALSE) {
            return false;
        }
        // No node but FALSE itself is false everywhere.
        if (a == TRUE || b == TRUE) {
            return true;
        }
        long key = pair(Math.min(a, b), Math.max(a, b));
        if (apart.contains(key)) {
            return false;
        }
        int axis = Math.min(axis(a), axis(b));
        int width = axis(a) == axis ? width(a) : width(b);
        for (int i = 0; i < width; i++) {
            if (meet(along(a, axis, i), along(b, axis, i), apart)) {
                return true;
            }
        }
        apart.add(key);
        return false;
    }

    /** A key of two nodes that spreads: Long's own hash folds neighbours onto each other. */
    static long pair(int a, int b) {
        return ((long) a << 32 | (b & 0xffffffffL)) * 0x9E3779B97F4A7C15L;
    }

    private int along(int node, int axis, int coordinate) {
        return !isEnd(node) && axis(node) == axis ? child(node, coordinate) : node;
    }

    int or(int a, int b) {
        return not(and(not(a), not(b)));
    }

    int not(int a) {
        if (isEnd(a)) {
            return a == TRUE ? FALSE : a == FALSE ? TRUE : a;
        }
        Integer done = nots.get(a);
        if (done != null) {
            return done;
        }
        int[] children = new int[width(a)];
        for (int i = 0; i < children.length; i++) {
            children[i] = not(child(a, i));
        }
        int result = node(axis(a), children);
        nots.put(a, result);
        nots.put(result, a);
        return result;
    }

    /**
     * What is left of a node once some answers are settled.
     *
     * @param settled for each axis the coordinate that is settled, or a negative number
     */
    int settle(int a, int[] settled, Map<Integer, Integer> done) {
        if (isEnd(a)) {
            return a;
        }
        if (settled[axis(a)] >= 0) {
            return settle(child(a, settled[axis(a)]), settled, done);
        }
        Integer known = done.get(a);
        if (known != null) {
            return known;
        }
        int[] children = new int[width(a)];
        for (int i = 0; i < children.length; i++) {
            children[i] = settle(child(a, i), settled, done);
        }
        int result = node(axis(a), children);
        done.put(a, result);
        return result;
    }

    /** Unknown becomes false. */
    int certainly(int a) {
        if (isEnd(a)) {
            return a == TRUE ? TRUE : FALSE;
        }
        Integer done = certainlies.get(a);
        if (done != null) {
            return done;
        }
        int[] children = new int[width(a)];
        for (int i = 0; i < children.length; i++) {
            children[i] = certainly(child(a, i));
        }
        int result = node(axis(a), children);
        certainlies.put(a, result);
        return result;
    }

    /** Unknown becomes true. */
    int possibly(int a) {
        return not(certainly(not(a)));
    }

    /** The ends under a node that say that something is missing. */
    Set<Integer> unknownEnds(int root) {
        Set<Integer> ends = new TreeSet<>();
        if (isUnknown(root)) {
            ends.add(root);
        }
        Set<Integer> seen = new HashSet<>();
        visit(root, new HashSet<>(), seen);
        for (int node : seen) {
            for (int i = 0; i < width(node); i++) {
                if (isUnknown(child(node, i))) {
                    ends.add(child(node, i));
                }
            }
        }
        return ends;
    }

    /** How many nodes the diagram under a node has; at least one. */
    int reachable(int root) {
        Set<Integer> seen = new HashSet<>();
        visit(root, new HashSet<>(), seen);
        return Math.max(1, seen.size());
    }

    /** Adds the axes that the diagram under a node asks. */
    void axes(int root, Set<Integer> axes) {
        visit(root, axes, new HashSet<>());
    }

    private void visit(int node, Set<Integer> axes, Set<Integer> seen) {
        if (!isEnd(node) && seen.add(node)) {
            axes.add(axis(node));
            for (int i = 0; i < width(node); i++) {
                visit(child(node, i), axes, seen);
            }
        }
    }

    /**
     * The nodes reachable from the roots, as one array: at a node's offset stands its axis, then for each coordinate
     * the offset of the child or the negative end. The roots are replaced by their offsets.
     */
    int[] flatten(int[] roots) {
        int[] offsets = new int[nodes.size()];
        Arrays.fill(offsets, -1);
        List<Integer> order = new ArrayList<>();
        int length = 0;
        for (int root : roots) {
            length = number(root, offsets, order, length);
        }
        int[] code = new int[length];
        for (int node : order) {
            int at = offsets[node];
            code[at] = axis(node);
            for (int i = 0; i < width(node); i++) {
                int child = child(node, i);
                code[at + 1 + i] = isEnd(child) ? child : offsets[child];
            }
        }
        for (int i = 0; i < roots.length; i++) {
            roots[i] = isEnd(roots[i]) ? roots[i] : offsets[roots[i]];
        }
        return code;
    }

    private int number(int node, int[] offsets, List<Integer> order, int length) {
        if (isEnd(node) || offsets[node] >= 0) {
            return length;
        }
        offsets[node] = length;
        order.add(node);
        int end = length + 1 + width(node);
        for (int i = 0; i < width(node); i++) {
            end = number(child(node, i), offsets, order, end);
        }
        return end;
    }
}
