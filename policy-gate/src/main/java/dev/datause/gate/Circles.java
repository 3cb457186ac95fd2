package dev.datause.gate;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds the circles of a graph: the sets of places of which each can be reached from each. Tarjan's algorithm, without recursion,
 * linear in the edges. It goes against the edges, so that a circle comes only after all from which it can be reached.
 */
final class Circles {
    /** A graph whose places are numbers from 0 on. */
    interface Graph {
        int places();

        /** The first edge into a place. */
        int begin(int place);

        /** The edge after the last into a place. */
        int end(int place);

        /** Where an edge comes from. */
        int source(int edge);
    }

    private final Graph graph;
    private final int[] index;
    private final int[] lowest;
    private final int[] edge;
    private final boolean[] done;
    private final IntList open = new IntList();
    private int next;

    private Circles(Graph graph) {
        this.graph = graph;
        index = new int[graph.places()];
        lowest = new int[graph.places()];
        edge = new int[graph.places()];
        done = new boolean[graph.places()];
    }

    /** Passes each circle, of one place or more, on as soon as it is found. */
    static void each(Graph graph, Consumer<int[]> circles) {
        new Circles(graph).run(circles);
    }

    private void run(Consumer<int[]> circles) {
        Arrays.fill(index, -1);
        IntList path = new IntList();
        for (int root = 0; root < index.length; root++) {
            if (index[root] < 0) {
                path.add(root);
            }
            while (!path.isEmpty()) {
                int place = path.get(path.size() - 1);
                if (index[place] < 0) {
                    index[place] = lowest[place] = next++;
                    edge[place] = graph.begin(place);
                    open.add(place);
                }
                if (edge[place] < graph.end(place)) {
                    int source = graph.source(edge[place]++);
                    if (index[source] < 0) {
                        path.add(source);
                    } else if (!done[source]) {
                        lowest[place] = Math.min(lowest[place], index[source]);
                    }
                } else {
                    path.removeLast();
                    if (!path.isEmpty()) {
                        int reader = path.get(path.size() - 1);
                        lowest[reader] = Math.min(lowest[reader], lowest[place]);
                    }
                    if (lowest[place] == index[place]) {
                        circles.accept(circle(place));
                    }
                }
            }
        }
    }

    private int[] circle(int first) {
        IntList circle = new IntList();
        int place;
        do {
            place = open.removeLast();
            done[place] = true;
            circle.add(place);
        } while (place != first);
        return circle.toArray();
    }
}
