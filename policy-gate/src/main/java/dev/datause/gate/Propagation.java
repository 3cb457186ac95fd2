package dev.datause.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What is at every place of a {@link Lineage}: the least that contains what the places hold by themselves and what flows
 * in. {@link Circles} of places that feed each other are brought to rest one after the other in the direction of the flow, and then never
 * looked at again; so the cost is linear in the edges, and the result depends on no order.
 *
 * <p>Within a circle, places that feed each other with nothing in between that changes what passes hold the same, and are taken
 * for one. What is left are the steps that do change something; these are gone round until nothing is new.
 */
final class Propagation {
    private final Lineage lineage;
    private final Taints taints;
    private final int[] held;
    private final int[] values;
    /** The position of a place in the circle that is looked at, or below zero. */
    private final int[] positions;

    private Propagation(Lineage lineage, Taints taints, int[] held) {
        this.lineage = lineage;
        this.taints = taints;
        this.held = held;
        values = new int[held.length];
        positions = new int[held.length];
        Arrays.fill(positions, -1);
    }

    /** The sets at all places, for what they hold by themselves. */
    static int[] of(Lineage lineage, Taints taints, int[] held) {
        Propagation propagation = new Propagation(lineage, taints, held);
        Circles.each(lineage, propagation::settle);
        return propagation.values;
    }

    private void settle(int[] circle) {
        if (circle.length == 1 && !lineage.feedsItself(circle[0])) {
            values[circle[0]] = inflow(circle);
            return;
        }
        Arrays.sort(circle);
        for (int i = 0; i < circle.length; i++) {
            positions[circle[i]] = i;
        }
        rest(circle);
        for (int place : circle) {
            positions[place] = -1;
        }
    }

    /** What places hold by themselves, and what flows in from all that is not on the circle. */
    private int inflow(int[] places) {
        IntList all = new IntList();
        for (int place : places) {
            all.add(held[place]);
            for (int edge = lineage.begin(place); edge < lineage.end(place); edge++) {
                int source = lineage.source(edge);
                if (positions[source] < 0) {
                    all.add(taints.through(lineage.transfer(source), values[source]));
                }
            }
        }
        return taints.join(all);
    }

    /** Places that hold the same: all of a circle, where nothing on it changes what passes. */
    private List<int[]> groups(int[] circle) {
        int[] starts = new int[circle.length + 1];
        IntList sources = new IntList();
        for (int i = 0; i < circle.length; i++) {
            for (int edge = lineage.begin(circle[i]); edge < lineage.end(circle[i]); edge++) {
                int source = lineage.source(edge);
                if (positions[source] >= 0 && lineage.transfer(source) == 0) {
                    sources.add(positions[source]);
                }
            }
            starts[i + 1] = sources.size();
        }
        List<int[]> groups = new ArrayList<>();
        Circles.each(new Part(starts, sources.toArray()), group -> {
            for (int i = 0; i < group.length; i++) {
                group[i] = circle[group[i]];
            }
            groups.add(group);
        });
        return groups;
    }

    /** The part of a circle where nothing changes what passes. */
    private static final class Part implements Circles.Graph {
        private final int[] starts;
        private final int[] sources;

        Part(int[] starts, int[] sources) {
            this.starts = starts;
            this.sources = sources;
        }

        @Override
        public int places() {
            return starts.length - 1;
        }

        @Override
        public int begin(int place) {
            return starts[place];
        }

        @Override
        public int end(int place) {
            return starts[place + 1];
        }

        @Override
        public int source(int edge) {
            return sources[edge];
        }
    }

    /** Goes round a circle until nothing changes. */
    private void rest(int[] circle) {
        List<int[]> groups = groups(circle);
        int[] groupOf = new int[circle.length];
        int[] outside = new int[groups.size()];
        for (int group = 0; group < outside.length; group++) {
            for (int place : groups.get(group)) {
                groupOf[positions[place]] = group;
            }
            outside[group] = inflow(groups.get(group));
        }
        int[][] readers = readers(groups, groupOf);
        int[] inside = new int[outside.length];
        Deque<Integer> waiting = new ArrayDeque<>();
        boolean[] waits = new boolean[outside.length];
        for (int group = 0; group < outside.length; group++) {
            waiting.add(group);
            waits[group] = true;
        }
        while (!waiting.isEmpty()) {
            int group = waiting.remove();
            waits[group] = false;
            int more = taints.join(outside[group], around(groups.get(group), groupOf, inside));
            if (more != inside[group]) {
                inside[group] = more;
                for (int reader : readers[group]) {
                    if (!waits[reader]) {
                        waits[reader] = true;
                        waiting.add(reader);
                    }
                }
            }
        }
        for (int place : circle) {
            values[place] = inside[groupOf[positions[place]]];
        }
    }

    /** What flows into a group from the circle so far, its own included. */
    private int around(int[] group, int[] groupOf, int[] inside) {
        IntList all = new IntList();
        for (int place : group) {
            all.add(inside[groupOf[positions[place]]]);
            for (int edge = lineage.begin(place); edge < lineage.end(place); edge++) {
                int source = lineage.source(edge);
                if (positions[source] >= 0) {
                    all.add(taints.through(lineage.transfer(source), inside[groupOf[positions[source]]]));
                }
            }
        }
        return taints.join(all);
    }

    /** For each group the others that read it, and itself if it reads itself through a change. */
    private int[][] readers(List<int[]> groups, int[] groupOf) {
        IntList[] readers = new IntList[groups.size()];
        Arrays.setAll(readers, i -> new IntList());
        int[] last = new int[groups.size()];
        Arrays.fill(last, -1);
        for (int group = 0; group < readers.length; group++) {
            for (int place : groups.get(group)) {
                for (int edge = lineage.begin(place); edge < lineage.end(place); edge++) {
                    int source = lineage.source(edge);
                    int from = positions[source] < 0 ? -1 : groupOf[positions[source]];
                    boolean changes = from == group && lineage.transfer(source) != 0;
                    if (from >= 0 && (from != group || changes) && last[from] != group) {
                        last[from] = group;
                        readers[from].add(group);
                    }
                }
            }
        }
        return Arrays.stream(readers).map(IntList::toArray).toArray(int[][]::new);
    }
}
