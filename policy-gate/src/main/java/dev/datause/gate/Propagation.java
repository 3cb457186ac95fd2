package dev.datause.gate;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What is at every place of a {@link Lineage}: the least that contains what the places hold by themselves and what flows
 * in. Places that feed each other in circles are found first (Tarjan's strongly connected components, without recursion), each
 * circle is brought to rest, and then never looked at again; so the cost is linear in the edges, and the result depends on no order.
 */
final class Propagation {
    private final Lineage lineage;
    private final Taints taints;
    private final int[] held;
    private final int[] values;
    private final boolean[] done;

    private Propagation(Lineage lineage, Taints taints, int[] held) {
        this.lineage = lineage;
        this.taints = taints;
        this.held = held;
        values = new int[held.length];
        done = new boolean[held.length];
    }

    /** The sets at all places, for what they hold by themselves. */
    static int[] of(Lineage lineage, Taints taints, int[] held) {
        Propagation propagation = new Propagation(lineage, taints, held);
        propagation.run();
        return propagation.values;
    }

    /** Circles come out in the order in which data flows, since the search goes against it. */
    private void run() {
        int places = held.length;
        int[] index = new int[places];
        int[] lowest = new int[places];
        int[] edge = new int[places];
        Arrays.fill(index, -1);
        IntList open = new IntList();
        IntList path = new IntList();
        int next = 0;
        for (int root = 0; root < places; root++) {
            if (index[root] >= 0) {
                continue;
            }
            path.add(root);
            while (!path.isEmpty()) {
                int place = path.get(path.size() - 1);
                if (index[place] < 0) {
                    index[place] = lowest[place] = next++;
                    edge[place] = lineage.begin(place);
                    open.add(place);
                }
                if (edge[place] < lineage.end(place)) {
                    int source = lineage.source(edge[place]++);
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
                        settle(circle(open, place));
                    }
                }
            }
        }
    }

    private static int[] circle(IntList open, int first) {
        IntList circle = new IntList();
        int place;
        do {
            place = open.removeLast();
            circle.add(place);
        } while (place != first);
        return circle.toArray();
    }

    private void settle(int[] circle) {
        if (circle.length == 1) {
            values[circle[0]] = inflow(circle[0]);
            if (lineage.feedsItself(circle[0])) {
                rest(circle);
            }
        } else {
            Arrays.sort(circle);
            rest(circle);
        }
        for (int place : circle) {
            done[place] = true;
        }
    }

    /** What a place holds by itself, and what flows in so far. */
    private int inflow(int place) {
        IntList all = new IntList();
        all.add(held[place]);
        all.add(values[place]);
        for (int edge = lineage.begin(place); edge < lineage.end(place); edge++) {
            int source = lineage.source(edge);
            all.add(taints.through(lineage.transfer(source), values[source]));
        }
        return taints.join(all);
    }

    /** Goes round a circle until nothing changes: what changed is passed to its readers in the circle. */
    private void rest(int[] circle) {
        if (Arrays.stream(circle).allMatch(place -> lineage.transfer(place) == 0)) {
            share(circle);
            return;
        }
        int[][] readers = readers(circle);
        Deque<Integer> waiting = new ArrayDeque<>();
        boolean[] waits = new boolean[circle.length];
        for (int i = 0; i < circle.length; i++) {
            values[circle[i]] = inflow(circle[i]);
            waiting.add(i);
            waits[i] = true;
        }
        while (!waiting.isEmpty()) {
            int at = waiting.remove();
            waits[at] = false;
            int out = taints.through(lineage.transfer(circle[at]), values[circle[at]]);
            for (int reader : readers[at]) {
                int place = circle[reader];
                int more = taints.join(values[place], out);
                if (more != values[place]) {
                    values[place] = more;
                    if (!waits[reader]) {
                        waits[reader] = true;
                        waiting.add(reader);
                    }
                }
            }
        }
    }

    /** Where nothing on a circle changes what passes, the same is everywhere on it. */
    private void share(int[] circle) {
        IntList all = new IntList();
        for (int place : circle) {
            all.add(inflow(place));
        }
        int shared = taints.join(all);
        for (int place : circle) {
            values[place] = shared;
        }
    }

    /** For each place of a sorted circle the positions of those in it that read it. */
    private int[][] readers(int[] circle) {
        IntList[] readers = new IntList[circle.length];
        Arrays.setAll(readers, i -> new IntList());
        for (int i = 0; i < circle.length; i++) {
            for (int edge = lineage.begin(circle[i]); edge < lineage.end(circle[i]); edge++) {
                int position = Arrays.binarySearch(circle, lineage.source(edge));
                if (position >= 0) {
                    readers[position].add(i);
                }
            }
        }
        return Arrays.stream(readers).map(IntList::toArray).toArray(int[][]::new);
    }
}
