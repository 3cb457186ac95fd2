package dev.datause;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * The first questions of some diagrams, asked once for all of them and answered by two looks into tables.
 *
 * <p>A walk asks one thing after the other, and what it asks next depends on the member, which a processor cannot foresee.
 * The questions about days, places and ages come first in every diagram, and few of their answers lead apart. So they
 * are all asked, always in the same order. The answers about days and places together are a place in the first table,
 * which tells a row; those about ages are a place in that row, where each walk goes on, or ends. Answers that lead to the
 * same everywhere share a place, and places that lead to the same share a row; as many questions are taken as keep the
 * tables small. Immutable.
 */
final class Front {
    private static final int LARGEST = 4096;
    /** So old is nobody. */
    private static final int NO_AGE = 1 << 20;

    private final int[] usedCuts;
    private final int[] usedAdds;

    /** Whether the day of collection, the order of the days, or the audience is asked. */
    private final boolean asksMore;

    private final int[] collectedCuts;
    private final int[] collectedAdds;
    private final int[] orderAdds;
    /** Empty where the audience is not asked. */
    private final int[] audienceAdds;

    private final int[] placesAt;
    /** For each moment, by one more than the country's index. */
    private final int[][] placeAdds;
    /** All of these together. */
    private final int[] unmovedAdds;

    private final int[] agesAt;
    private final int[][] ageCuts;
    private final int[][] ageAdds;
    /** An age, and what the ages add for everybody who has reached it on the days of use and of collection. */
    private final int oldest;

    private final int oldAdds;

    /** For each place where its row begins. */
    private final int[] rows;
    /** For each diagram its nodes, and ends, by the place in a row. */
    private final int[][] nodes;

    private final int[] changes;

    /** One diagram, flattened, and where a walk through it begins. */
    static final class Root {
        private final int[] code;
        private final int node;

        Root(int[] code, int node) {
            this.code = code;
            this.node = node;
        }
    }

    /** The front of some diagrams; the last one is that whose {@link #change} is told. */
    static Front of(Axis[] axes, Root... roots) {
        return new Front(new Builder(axes, roots));
    }

    private Front(Builder from) {
        usedCuts = from.used.cuts;
        usedAdds = from.used.adds;
        Cuts dates = new Cuts(new int[0], new int[2]);
        int[] orders = new int[3];
        int[] audiences = {};
        List<Integer> placeMoments = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        boolean more = false;
        Stage days = from.days;
        for (int i = 0; i < days.axes.size(); i++) {
            Axis axis = days.axes.get(i);
            int[] adds = days.adds.get(i);
            switch (axis.kind) {
                case USED -> {}
                case COLLECTED -> {
                    dates = Cuts.of(axis, adds);
                    more = true;
                }
                case ORDER -> {
                    orders = adds;
                    more = true;
                }
                case AUDIENCE -> {
                    audiences = adds;
                    more = true;
                }
                case PLACE -> {
                    placeMoments.add(axis.at);
                    places.add(byCountry(axis, adds));
                }
                case AGE, FLAG, TRAIT, SETTING, SIGNAL, OBJECTION ->
                    throw new IllegalStateException("not a question about days and places");
            }
        }
        asksMore = more;
        collectedCuts = dates.cuts;
        collectedAdds = dates.adds;
        orderAdds = orders;
        audienceAdds = audiences;
        placesAt = ints(placeMoments);
        placeAdds = places.toArray(new int[0][]);
        unmovedAdds = new int[1 + Country.all().size()];
        for (int[] adds : placeAdds) {
            Arrays.setAll(unmovedAdds, country -> unmovedAdds[country] + adds[country]);
        }
        Stage ages = from.ages;
        agesAt = ages.axes.stream().mapToInt(axis -> axis.at).toArray();
        ageCuts = new int[agesAt.length][];
        ageAdds = new int[agesAt.length][];
        int years = 0;
        int sum = 0;
        for (int i = 0; i < agesAt.length; i++) {
            Cuts cuts = Cuts.of(ages.axes.get(i), ages.adds.get(i));
            ageCuts[i] = cuts.cuts;
            ageAdds[i] = cuts.adds;
            sum += cuts.adds[cuts.adds.length - 1];
            // On a day of its own an age is reached when it is, whatever the other days are.
            years = agesAt[i] > Axis.AT_COLLECTION
                    ? NO_AGE
                    : Math.max(years, cuts.cuts.length == 0 ? 0 : cuts.cuts[cuts.cuts.length - 1]);
        }
        oldest = years;
        oldAdds = sum;
        rows = from.rows;
        nodes = from.nodes;
        changes = from.changes;
    }

    private static int[] byCountry(Axis axis, int[] adds) {
        int[] byCountry = new int[axis.classes.length];
        for (int i = 0; i < byCountry.length; i++) {
            byCountry[i] = adds[axis.classes[i]];
        }
        return byCountry;
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(one -> one).toArray();
    }

    /** The place in all tables. Allocates nothing. */
    int place(Member member, int used, int collected, int audience) {
        int place = usedAdds[Axis.interval(usedCuts, used)];
        if (asksMore) {
            place += more(used, collected, audience);
        }
        place = rows[place + (member.country >= 0 ? unmovedAdds[member.country] : moved(member, used, collected))];
        // Nearly everybody had reached every age on both days: one comparison instead of several.
        boolean old = member.birth != Days.UNKNOWN && Days.reached(member.birth, oldest, Math.min(used, collected));
        return place + (old ? oldAdds : ages(member, used, collected));
    }

    private int moved(Member member, int used, int collected) {
        int adds = 0;
        for (int i = 0; i < placesAt.length; i++) {
            adds += placeAdds[i][member.countryOn(Axis.day(placesAt[i], used, collected))];
        }
        return adds;
    }

    private int ages(Member member, int used, int collected) {
        int adds = 0;
        for (int i = 0; i < agesAt.length; i++) {
            int day = Axis.day(agesAt[i], used, collected);
            boolean known = member.birth != Days.UNKNOWN && day != Days.UNKNOWN;
            adds += ageAdds[i][known ? 1 + reached(ageCuts[i], member.birth, day) : 0];
        }
        return adds;
    }

    private int more(int used, int collected, int audience) {
        boolean dated = collected != Days.UNKNOWN;
        int adds = collectedAdds[dated ? 1 + Axis.interval(collectedCuts, collected) : 0];
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

    /** How many places there are. */
    int places() {
        return changes.length;
    }

    /** Where the walk through a diagram goes on at a place, or its end. */
    int node(int diagram, int place) {
        return nodes[diagram][place];
    }

    /**
     * The first later day of use on which the last diagram leads elsewhere than at this place, if nothing but that day
     * changes, or {@link Days#NEVER}; {@link Days#UNKNOWN} where the tables do not say.
     */
    int change(int place) {
        return changes[place];
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
            return new Cuts(ints(kept), ints(intervals));
        }
    }

    /** Questions that are asked together: each answer adds a number, and the sum is a place. */
    private static final class Stage {
        private final List<Axis> axes = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        /** For each question, by coordinate. */
        private final List<int[]> adds = new ArrayList<>();
        /** How many places the questions before each have. */
        private final List<Integer> sizes = new ArrayList<>();

        private int size = 1;

        /** Takes a question, whose coordinates fall into classes, if there are few places then; otherwise says no. */
        boolean take(Axis axis, int position, int[] classes) {
            int count = 1 + Arrays.stream(classes).max().orElse(0);
            if ((long) size * count > LARGEST) {
                return false;
            }
            int step = size;
            axes.add(axis);
            positions.add(position);
            adds.add(Arrays.stream(classes).map(one -> one * step).toArray());
            sizes.add(size);
            size *= count;
            return true;
        }

        /** Gives back the last question. */
        void drop() {
            int last = axes.size() - 1;
            axes.remove(last);
            positions.remove(last);
            adds.remove(last);
            size = sizes.remove(last);
        }

        /** Writes answers that lead to each place in turn, by the position of the axis, and names the place. */
        void each(int[] answers, IntConsumer then) {
            each(0, 0, answers, then);
        }

        private void each(int asked, int place, int[] answers, IntConsumer then) {
            if (asked == adds.size()) {
                then.accept(place);
                return;
            }
            int[] added = adds.get(asked);
            Set<Integer> done = new HashSet<>();
            for (int i = 0; i < added.length; i++) {
                if (done.add(added[i])) {
                    answers[positions.get(asked)] = i;
                    each(asked + 1, place + added[i], answers, then);
                }
            }
        }
    }

    /** Builds the tables. */
    private static final class Builder {
        private final Root[] roots;
        private final boolean[] inDays;
        private final boolean[] inAges;
        private final Stage days = new Stage();
        private final Stage ages = new Stage();
        private Cuts used = new Cuts(new int[0], new int[1]);
        private final int[] rows;
        private final int[][] nodes;
        private final int[] changes;

        Builder(Axis[] axes, Root[] roots) {
            this.roots = roots;
            for (Map.Entry<Integer, List<Root>> asked : asked(axes, roots).entrySet()) {
                Axis axis = axes[asked.getKey()];
                int[] classes = classes(axis, asked.getValue());
                if (axis.kind == Axis.Kind.USED) {
                    inOrder(classes);
                }
                Stage stage = axis.kind == Axis.Kind.AGE ? ages : days;
                if (axis.isSteady() || !stage.take(axis, asked.getKey(), classes)) {
                    break;
                }
            }
            if (!days.axes.isEmpty() && days.axes.get(0).kind == Axis.Kind.USED) {
                used = Cuts.of(days.axes.get(0), days.adds.get(0));
            }
            int[] answers = new int[axes.length];
            inDays = asked(days, axes.length);
            List<List<Integer>> ahead = ahead(answers);
            Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
            ahead.forEach(one -> numbers.putIfAbsent(one, numbers.size()));
            while ((long) numbers.size() * ages.size > LARGEST) {
                ages.drop();
            }
            inAges = asked(ages, axes.length);
            rows = new int[ahead.size()];
            Arrays.setAll(rows, place -> Objects.requireNonNull(numbers.get(ahead.get(place))) * ages.size);
            nodes = new int[roots.length][numbers.size() * ages.size];
            changes = new int[numbers.size() * ages.size];
            numbers.forEach((row, number) ->
                    ages.each(answers, place -> fill(row, number * ages.size + place, answers)));
        }

        private static boolean[] asked(Stage stage, int axes) {
            boolean[] asked = new boolean[axes];
            stage.positions.forEach(position -> asked[position] = true);
            return asked;
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

        private static int walk(int[] code, int from, boolean[] asked, int[] answers) {
            int node = from;
            while (node >= 0 && asked[code[node]]) {
                node = code[node + 1 + answers[code[node]]];
            }
            return node;
        }

        /**
         * For each place the nodes where the walks are then; after them, in pairs, each later day on which that of the
         * last diagram would be another, and the node.
         */
        private List<List<Integer>> ahead(int[] answers) {
            int[][] reached = new int[days.size][roots.length];
            days.each(answers, place -> {
                for (int i = 0; i < roots.length; i++) {
                    reached[place][i] = walk(roots[i].code, roots[i].node, inDays, answers);
                }
            });
            // The day of use is asked first, so the intervals of one place are neighbours.
            int intervals = used.adds.length;
            int last = roots.length - 1;
            List<List<Integer>> all = new ArrayList<>(days.size);
            for (int place = 0; place < days.size; place++) {
                List<Integer> ahead = new ArrayList<>();
                for (int node : reached[place]) {
                    ahead.add(node);
                }
                int before = reached[place][last];
                for (int later = place + 1; later % intervals != 0; later++) {
                    int then = reached[later][last];
                    if (then != before) {
                        ahead.add(used.cuts[later % intervals - 1]);
                        ahead.add(then);
                        before = then;
                    }
                }
                all.add(ahead);
            }
            return all;
        }

        private void fill(List<Integer> ahead, int place, int[] answers) {
            for (int i = 0; i < roots.length; i++) {
                nodes[i][place] = walk(roots[i].code, ahead.get(i), inAges, answers);
            }
            int[] code = roots[roots.length - 1].code;
            int now = nodes[roots.length - 1][place];
            changes[place] = Days.NEVER;
            for (int i = roots.length; i < ahead.size() && changes[place] == Days.NEVER; i += 2) {
                int then = walk(code, ahead.get(i + 1), inAges, answers);
                if (then != now) {
                    changes[place] = then < 0 && now < 0 ? ahead.get(i) : Days.UNKNOWN;
                }
            }
        }

        /** The nodes under the roots, by the axis that they ask, in the order of the axes. */
        private static Map<Integer, List<Root>> asked(Axis[] axes, Root[] roots) {
            Map<Integer, List<Root>> byAxis = new TreeMap<>();
            for (Root root : roots) {
                int[] code = root.code;
                Set<Integer> seen = new HashSet<>();
                Deque<Integer> left = new ArrayDeque<>();
                left.add(root.node);
                while (!left.isEmpty()) {
                    int node = left.remove();
                    if (node >= 0 && seen.add(node)) {
                        byAxis.computeIfAbsent(code[node], axis -> new ArrayList<>())
                                .add(new Root(code, node));
                        for (int i = 0; i < axes[code[node]].size; i++) {
                            left.add(code[node + 1 + i]);
                        }
                    }
                }
            }
            return byAxis;
        }

        /** For each coordinate a class: those of one class lead to the same at every node. */
        private static int[] classes(Axis axis, List<Root> nodes) {
            int[] classes = new int[axis.size];
            Map<List<Integer>, Integer> known = new HashMap<>();
            for (int i = 0; i < classes.length; i++) {
                List<Integer> children = new ArrayList<>(nodes.size());
                for (Root at : nodes) {
                    children.add(at.code[at.node + 1 + i]);
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
}
