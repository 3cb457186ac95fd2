package dev.datause.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where the nodes of a graph stand when it is drawn from left to right: the classical steps of layered drawing (Sugiyama,
 * Tagawa and Toda, 1981), each in its simplest form.
 *
 * <ol>
 *   <li>Edges that close a circle are turned round; they are found by a depth-first walk that begins where nothing comes
 *       in, and goes on in the order of the nodes.
 *   <li>A node stands one layer after the last of those before it; a node with nothing before it stands just before the
 *       first of those after it, and the very last node, where nothing comes after it, in the last
 *       layer.
 *   <li>An edge over several layers gets a joint in each, so that it bends round what stands there.
 *   <li>Each layer is sorted by the mean place of its neighbours, to and fro.
 *   <li>Each node goes as near to the mean height of its neighbours as the others in its layer let it.
 * </ol>
 *
 * <p>The same graph is always drawn the same. Quadratic in the worst case; meant for some hundred nodes.
 */
final class Layers {
    private static final int SWEEPS = 12;
    private static final int MOST_JOINTS = 4_000;

    private final int nodes;
    /** Of each node, then of each joint. */
    private final List<Integer> layer = new ArrayList<>();

    private final List<List<Integer>> before = new ArrayList<>();
    private final List<List<Integer>> after = new ArrayList<>();
    private final List<List<Integer>> layers = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private double[] height = {};

    /**
     * An edge with its joints.
     *
     * @param from the number of the edge's first node
     * @param to the number of its last node
     * @param turned whether it closes a circle, and runs from right to left
     * @param joints the numbers of its joints, from left to right
     */
    record Route(int from, int to, boolean turned, List<Integer> joints) {}

    private Layers(int nodes) {
        this.nodes = nodes;
        for (int i = 0; i < nodes; i++) {
            add(0);
        }
    }

    private int add(int inLayer) {
        layer.add(inLayer);
        before.add(new ArrayList<>());
        after.add(new ArrayList<>());
        return layer.size() - 1;
    }

    /** Places nodes that are numbered from zero; an edge from a node to itself is left out. */
    static Layers of(int nodes, List<Reach.Edge> edges) {
        Layers layers = new Layers(nodes);
        List<Reach.Edge> plain = edges.stream()
                .filter(edge -> edge.from() != edge.to())
                .distinct()
                .sorted(Comparator.comparingInt(Reach.Edge::from).thenComparingInt(Reach.Edge::to))
                .toList();
        List<Reach.Edge> forward = layers.turn(plain);
        layers.rank(forward);
        layers.join(plain, forward);
        layers.sort();
        layers.place();
        return layers;
    }

    /** The same edges, with those turned round that close a circle. */
    private List<Reach.Edge> turn(List<Reach.Edge> edges) {
        List<List<Integer>> out = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            out.add(new ArrayList<>());
        }
        for (int i = 0; i < edges.size(); i++) {
            out.get(edges.get(i).from()).add(i);
        }
        boolean[] turned = new boolean[edges.size()];
        int[] state = new int[nodes];
        int[] next = new int[nodes];
        List<Integer> walk = new ArrayList<>();
        for (int root : roots(edges)) {
            if (state[root] == 0) {
                walk.add(root);
                state[root] = 1;
            }
            while (!walk.isEmpty()) {
                int node = walk.get(walk.size() - 1);
                if (next[node] == out.get(node).size()) {
                    state[node] = 2;
                    walk.remove(walk.size() - 1);
                    continue;
                }
                int edge = out.get(node).get(next[node]++);
                int to = edges.get(edge).to();
                turned[edge] = state[to] == 1;
                if (state[to] == 0) {
                    state[to] = 1;
                    walk.add(to);
                }
            }
        }
        List<Reach.Edge> forward = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            Reach.Edge edge = edges.get(i);
            forward.add(turned[i] ? new Reach.Edge(edge.to(), edge.from()) : edge);
        }
        return forward;
    }

    /** All nodes, those first that nothing leads to. */
    private List<Integer> roots(List<Reach.Edge> edges) {
        boolean[] led = new boolean[nodes];
        edges.forEach(edge -> led[edge.to()] = true);
        List<Integer> roots = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < nodes; i++) {
                if (led[i] == (pass == 1)) {
                    roots.add(i);
                }
            }
        }
        return roots;
    }

    private void rank(List<Reach.Edge> forward) {
        int[] waiting = new int[nodes];
        forward.forEach(edge -> waiting[edge.to()]++);
        List<Integer> ready = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        int[] rank = new int[nodes];
        for (int i = 0; i < ready.size(); i++) {
            int node = ready.get(i);
            for (Reach.Edge edge : forward) {
                if (edge.from() == node) {
                    rank[edge.to()] = Math.max(rank[edge.to()], rank[node] + 1);
                    if (--waiting[edge.to()] == 0) {
                        ready.add(edge.to());
                    }
                }
            }
        }
        for (int i = 0; i < nodes; i++) {
            int node = i;
            boolean first = forward.stream().noneMatch(edge -> edge.to() == node);
            int nearest = forward.stream()
                    .filter(edge -> edge.from() == node)
                    .mapToInt(edge -> rank[edge.to()])
                    .min()
                    .orElse(0);
            layer.set(i, first ? Math.max(0, nearest - 1) : rank[node]);
        }
        if (nodes > 0 && forward.stream().noneMatch(edge -> edge.from() == nodes - 1)) {
            layer.set(nodes - 1, Arrays.stream(rank).max().orElse(0));
        }
    }

    private void join(List<Reach.Edge> edges, List<Reach.Edge> forward) {
        long many = forward.stream()
                .mapToLong(edge -> layer.get(edge.to()) - layer.get(edge.from()) - 1)
                .sum();
        boolean jointed = many <= MOST_JOINTS;
        for (int i = 0; i < edges.size(); i++) {
            Reach.Edge edge = forward.get(i);
            List<Integer> joints = new ArrayList<>();
            int last = edge.from();
            for (int l = layer.get(edge.from()) + 1; jointed && l < layer.get(edge.to()); l++) {
                int joint = add(l);
                link(last, joint);
                joints.add(joint);
                last = joint;
            }
            link(last, edge.to());
            routes.add(new Route(edge.from(), edge.to(), !edge.equals(edges.get(i)), joints));
        }
        for (int i = 0; i < layer.size(); i++) {
            while (layers.size() <= layer.get(i)) {
                layers.add(new ArrayList<>());
            }
            layers.get(layer.get(i)).add(i);
        }
    }

    private void link(int from, int to) {
        after.get(from).add(to);
        before.get(to).add(from);
    }

    private void sort() {
        double[] at = new double[layer.size()];
        layers.forEach(one -> number(one, at));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean right = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                List<Integer> one = layers.get(right ? i : layers.size() - 1 - i);
                double[] mean = new double[layer.size()];
                for (int node : one) {
                    mean[node] = mean((right ? before : after).get(node), at, at[node]);
                }
                one.sort(Comparator.comparingDouble(node -> mean[node]));
                number(one, at);
            }
        }
    }

    private static void number(List<Integer> one, double[] at) {
        for (int i = 0; i < one.size(); i++) {
            at[one.get(i)] = i - one.size() / 2.0;
        }
    }

    private static double mean(List<Integer> of, double[] at, double otherwise) {
        return of.stream().mapToDouble(node -> at[node]).average().orElse(otherwise);
    }

    private void place() {
        height = new double[layer.size()];
        layers.forEach(one -> number(one, height));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean right = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                settle(layers.get(right ? i : layers.size() - 1 - i), (right ? before : after));
            }
        }
        double least = Arrays.stream(height).min().orElse(0);
        for (int i = 0; i < height.length; i++) {
            height[i] -= least;
        }
    }

    /** Moves the nodes of one layer towards their neighbours, in order and one row apart, around the common mean. */
    private void settle(List<Integer> one, List<List<Integer>> neighbours) {
        double[] placed = new double[one.size()];
        double drift = 0;
        for (int i = 0; i < one.size(); i++) {
            double wanted = mean(neighbours.get(one.get(i)), height, height[one.get(i)]);
            placed[i] = i == 0 ? wanted : Math.max(wanted, placed[i - 1] + 1);
            drift += placed[i] - wanted;
        }
        for (int i = 0; i < one.size(); i++) {
            height[one.get(i)] = placed[i] - drift / one.size();
        }
    }

    /** The layer of a node or joint, from zero. */
    int layer(int node) {
        return layer.get(node);
    }

    /** How high a node or joint stands, in rows from the top. */
    double height(int node) {
        return height[node];
    }

    /** How many layers there are. */
    int width() {
        return layers.size();
    }

    /** The height of the lowest, in rows. */
    double depth() {
        return Arrays.stream(height).max().orElse(0);
    }

    /** The edges, sorted. */
    List<Route> routes() {
        return routes;
    }
}
