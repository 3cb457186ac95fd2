package dev.datause;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The first questions of a diagram, answered by one look into a table.
 *
 * <p>A walk asks one thing after the other, and what it asks next depends on the member, which a processor cannot foresee.
 * The questions about days, places and ages come first in every diagram, and few of their answers lead apart. So they
 * are all asked, always in the same order, and their answers together are the place in the table where the walk goes on,
 * or ends. Answers that lead to the same everywhere share a place; as many questions are taken as keep the table small.
 */
final class Front {
    private final Cuts used;

    /** Whether the day of collection, the order of the days, or the audience is asked. */
    private final boolean asksMore;

    private final Cuts collected;

    private final int[] orderAdds;
    /** Empty where the audience is not asked. */
    private final int[] audienceAdds;

    private final int[] placesAt;
    /** For each moment, by one more than the country's index. */
    private final int[][] placeAdds;

    private final int[] agesAt;
    private final Cuts[] ages;

    private final int[] table;

    /** Where a walk goes on, or its end. Allocates nothing. */
    int node(Member member, int used, int collected, int audience) {
        return table[place(member, used, collected, audience)];
    }

    /** The place in the table. */
    int place(Member member, int used, int collected, int audience) {
        int place = this.used.adds[Axis.interval(this.used.cuts, used)];
        if (asksMore) {
            place += more(used, collected, audience);
        }
        for (int i = 0; i < placesAt.length; i++) {
            place += placeAdds[i][member.countryOn(Axis.day(placesAt[i], used, collected))];
        }
        for (int i = 0; i < agesAt.length; i++) {
            int day = Axis.day(agesAt[i], used, collected);
            boolean known = member.birth != Days.UNKNOWN && day != Days.UNKNOWN;
            place += ages[i].adds[known ? 1 + reached(ages[i].cuts, member.birth, day) : 0];
        }
        return place;
    }

    /**
     * For each place the first later day of use on which the table ends otherwise, if nothing but that day changes, or
     * {@link Days#NEVER}; {@link Days#UNKNOWN} where the table does not say.
     */
    int[] changes() {
        // The day of use is asked first, so the intervals of one place are neighbours.
        int intervals = used.adds.length;
        int[] changes = new int[table.length];
        for (int place = 0; place < changes.length; place++) {
            int interval = place % intervals;
            changes[place] = table[place] < 0 ? Days.NEVER : Days.UNKNOWN;
            for (int later = interval + 1; later < intervals && changes[place] == Days.NEVER; later++) {
                int then = table[place - interval + later];
                if (then >= 0) {
                    changes[place] = Days.UNKNOWN;
                } else if (then != table[place]) {
                    changes[place] = used.cuts[later - 1];
                }
            }
        }
        return changes;
    }

    private int more(int used, int collected, int audience) {
        boolean dated = collected != Days.UNKNOWN;
        int adds = this.collected.adds[dated ? 1 + Axis.interval(this.collected.cuts, collected) : 0];
        adds += orderAdds[dated ? used < collected ? Axis.USED_FIRST : Axis.IN_ORDER : 0];
        return audienceAdds.length > 0 ? adds + audienceAdds[audience] : adds;
    }

    private static int reached(int[] ages, int birth, int day) {
        int reached = ages.length;
        while (reached > 0 && !Days.reached(birth, ages[reached - 1], day)) {
            reached--;
        }
        return reached;
    }

    private Front(Builder from) {
        used = from.used;
        asksMore = from.asksMore;
        collected = from.collected;
        orderAdds = from.orderAdds;
        audienceAdds = from.audienceAdds;
        placesAt = from.placesAt.stream().mapToInt(at -> at).toArray();
        placeAdds = from.placeAdds.toArray(new int[0][]);
        agesAt = from.agesAt.stream().mapToInt(at -> at).toArray();
        ages = from.ages.toArray(new Cuts[0]);
        table = from.table;
    }

    /**
     * The front of a flattened diagram under a root.
     *
     * @param largest so many places the table may have
     */
    static Front of(Axis[] axes, int[] code, int root, int largest) {
        return new Front(new Builder(axes, code, root, largest));
    }

    /** Cuts that matter, and what the intervals between them add. */
    private static final class Cuts {
        /** The first value of each interval but the first. */
        private final int[] cuts;
        /** For unknown, where that can be, then for each interval. */
        private final int[] adds;

        Cuts(int[] cuts, int[] adds) {
            this.cuts = cuts;
            this.adds = adds;
        }

        /** Keeps of an axis the cuts that lead apart. */
        static Cuts of(Axis axis, int[] adds) {
            int first = adds.length - axis.cuts.length - 1;
            List<Integer> kept = new ArrayList<>();
            List<Integer> intervals = new ArrayList<>();
            for (int i = 0; i <= first; i++) {
                intervals.add(adds[i]);
            }
            for (int i = 0; i < axis.cuts.length; i++) {
                if (adds[first + i + 1] != adds[first + i]) {
                    kept.add(axis.cuts[i]);
                    intervals.add(adds[first + i + 1]);
                }
            }
            return new Cuts(
                    kept.stream().mapToInt(cut -> cut).toArray(),
                    intervals.stream().mapToInt(add -> add).toArray());
        }
    }

    /** Builds a table. */
    private static final class Builder {
        private final int[] code;
        private final List<Integer> positions = new ArrayList<>();
        private final List<int[]> adds = new ArrayList<>();
        private Cuts used = new Cuts(new int[0], new int[1]);
        private Cuts collected = new Cuts(new int[0], new int[2]);
        private boolean asksMore;
        private int[] orderAdds = new int[3];
        private int[] audienceAdds = {};
        private final List<Integer> placesAt = new ArrayList<>();
        private final List<int[]> placeAdds = new ArrayList<>();
        private final List<Integer> agesAt = new ArrayList<>();
        private final List<Cuts> ages = new ArrayList<>();
        private final int[] table;

        Builder(Axis[] axes, int[] code, int root, int largest) {
            this.code = code;
            int size = 1;
            for (Map.Entry<Integer, List<Integer>> asking :
                    nodes(axes, code, root).entrySet()) {
                Axis axis = axes[asking.getKey()];
                int[] classes = classes(axis, code, asking.getValue());
                if (axis.kind == Axis.Kind.USED) {
                    inOrder(classes);
                }
                int count = 1 + Arrays.stream(classes).max().orElse(0);
                if (axis.isSteady() || (long) size * count > largest) {
                    break;
                }
                for (int i = 0; i < classes.length; i++) {
                    classes[i] *= size;
                }
                size *= count;
                positions.add(asking.getKey());
                adds.add(classes);
                take(axis, classes);
            }
            table = new int[size];
            fill(root, 0, 0, new int[axes.length]);
        }

        /** Numbers the intervals of days in their order, neighbours of one class alike. */
        private static void inOrder(int[] classes) {
            int before = classes[0];
            int number = 0;
            for (int i = 0; i < classes.length; i++) {
                number += classes[i] == before ? 0 : 1;
                before = classes[i];
                classes[i] = number;
            }
        }

        private void take(Axis axis, int[] added) {
            asksMore |=
                    axis.kind == Axis.Kind.COLLECTED || axis.kind == Axis.Kind.ORDER || axis.kind == Axis.Kind.AUDIENCE;
            switch (axis.kind) {
                case USED -> used = Cuts.of(axis, added);
                case COLLECTED -> collected = Cuts.of(axis, added);
                case ORDER -> orderAdds = added;
                case AUDIENCE -> audienceAdds = added;
                case PLACE -> {
                    placesAt.add(axis.at);
                    int[] byCountry = new int[axis.classes.length];
                    for (int i = 0; i < byCountry.length; i++) {
                        byCountry[i] = added[axis.classes[i]];
                    }
                    placeAdds.add(byCountry);
                }
                case AGE -> {
                    agesAt.add(axis.at);
                    ages.add(Cuts.of(axis, added));
                }
                case FLAG, TRAIT, SETTING, SIGNAL, OBJECTION ->
                    throw new IllegalStateException("not a question of the front");
            }
        }

        /** Fills in where the walks lead that answer the first {@code asked} questions as {@code answers} say. */
        private void fill(int root, int asked, int place, int[] answers) {
            if (asked < positions.size()) {
                int[] added = adds.get(asked);
                Set<Integer> done = new HashSet<>();
                for (int i = 0; i < added.length; i++) {
                    if (done.add(added[i])) {
                        answers[positions.get(asked)] = i;
                        fill(root, asked + 1, place + added[i], answers);
                    }
                }
                return;
            }
            int node = root;
            while (node >= 0 && positions.contains(code[node])) {
                node = code[node + 1 + answers[code[node]]];
            }
            table[place] = node;
        }
    }

    /** The nodes under a root, by the axis that they ask, in the order of the axes. */
    private static Map<Integer, List<Integer>> nodes(Axis[] axes, int[] code, int root) {
        Map<Integer, List<Integer>> byAxis = new TreeMap<>();
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> left = new ArrayDeque<>();
        left.add(root);
        while (!left.isEmpty()) {
            int node = left.remove();
            if (node < 0 || !seen.add(node)) {
                continue;
            }
            byAxis.computeIfAbsent(code[node], axis -> new ArrayList<>()).add(node);
            for (int i = 0; i < axes[code[node]].size; i++) {
                left.add(code[node + 1 + i]);
            }
        }
        return byAxis;
    }

    /** For each coordinate a class: those of one class lead to the same at every node. */
    private static int[] classes(Axis axis, int[] code, List<Integer> nodes) {
        int[] classes = new int[axis.size];
        Map<List<Integer>, Integer> known = new HashMap<>();
        for (int i = 0; i < classes.length; i++) {
            List<Integer> children = new ArrayList<>(nodes.size());
            for (int node : nodes) {
                children.add(code[node + 1 + i]);
            }
            Integer found = known.get(children);
            if (found == null) {
                found = known.size();
                known.put(children, found);
            }
            classes[i] = found;
        }
        return classes;
    }
}
