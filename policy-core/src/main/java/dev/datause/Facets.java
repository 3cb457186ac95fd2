package dev.datause;

import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The axes that ask about one group of facts of a member, such as the places or one setting, and all the ways in which
 * that group can lie: each combination of coordinates that some member has, with the plainest scenario that shows it.
 */
final class Facets {
    final int[] positions;
    final Axis[] axes;
    private final Vocabulary vocabulary;
    private final int steadySince;
    private final boolean atUse;
    private final boolean atCollection;
    private final TreeSet<Integer> fixed = new TreeSet<>();
    private final int oldest;
    private final Ways ways;
    /** The sets of coordinates that are possible, as nodes of the space's diagram, by pattern. */
    private final Map<List<Integer>, Integer> sets = new HashMap<>();

    /** What was found for one group of axes. */
    private static final class Ways {
        /** By the days of use and collection. */
        private final Map<List<Integer>, Map<List<Integer>, Scenario>> byDays = new HashMap<>();
        /** The coordinates alone, by what about the days can matter. */
        private final Map<List<Integer>, List<List<Integer>>> byPattern = new HashMap<>();
    }

    /** The ways that were found for groups of axes, kept for spaces that have alike axes in the words of one vocabulary. */
    static final class Found {
        private final Map<List<Object>, Ways> byAxes = new HashMap<>();

        private Ways of(Axis[] axes, int steadySince) {
            List<Object> alike = new ArrayList<>(List.of(steadySince));
            for (Axis axis : axes) {
                alike.add(axis.key());
                alike.add(IntBuffer.wrap(axis.cuts));
                alike.add(ShortBuffer.wrap(axis.classes));
            }
            return byAxes.computeIfAbsent(alike, a -> new Ways());
        }
    }

    /**
     * The axes at these positions.
     *
     * @param steadySince a day on which everything must be as on the day of use, or {@link Days#UNKNOWN}
     */
    Facets(Vocabulary vocabulary, Space space, int[] positions, int steadySince, Found found) {
        this.vocabulary = vocabulary;
        this.steadySince = steadySince;
        this.positions = positions;
        axes = new Axis[positions.length];
        boolean use = false;
        boolean collection = false;
        int age = 0;
        for (int i = 0; i < axes.length; i++) {
            axes[i] = space.axis(positions[i]);
            boolean timeless = axes[i].kind == Axis.Kind.FLAG || axes[i].kind == Axis.Kind.TRAIT;
            use |= !timeless && axes[i].at == Axis.AT_USE;
            collection |= axes[i].at == Axis.AT_COLLECTION;
            if (axes[i].at > Axis.AT_COLLECTION) {
                fixed.add(axes[i].at);
            }
            if (axes[i].kind == Axis.Kind.AGE) {
                age = Math.max(age, axes[i].cuts[axes[i].cuts.length - 1]);
            }
        }
        atUse = use;
        atCollection = collection;
        oldest = age;
        ways = found.of(axes, steadySince);
    }

    /** What about two days can matter to this group: pairs of the same pattern allow the same ways. */
    List<Integer> pattern(DayPairs.Pair pair) {
        List<Integer> looked = new ArrayList<>();
        if (atUse) {
            looked.add(pair.used());
        }
        if (atCollection) {
            looked.add(pair.collected());
        }
        looked.addAll(fixed);
        if (looked.size() == 1 && !atCollection && oldest == 0 && fixed.isEmpty() && pair.used() > Days.FIRST + 3) {
            return List.of();
        }
        return oldest > 0 ? ages(looked) : orders(looked);
    }

    private static List<Integer> orders(List<Integer> days) {
        List<Integer> pattern = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            int day = days.get(i);
            pattern.add(day == Days.UNKNOWN ? -1 : day <= Days.FIRST + 3 ? day : 0);
            for (int j = 0; j < i && day != Days.UNKNOWN; j++) {
                int other = days.get(j);
                pattern.add(
                        other == Days.UNKNOWN
                                ? 9
                                : other == day
                                        ? 0
                                        : other > day
                                                ? Days.next(day) == other ? 1 : 2
                                                : Days.next(other) == day ? 3 : 4);
            }
        }
        return pattern;
    }

    private List<Integer> ages(List<Integer> days) {
        List<Integer> pattern = new ArrayList<>();
        for (int day : days) {
            int inYear = day & 511;
            boolean odd = inYear >= (2 << 5 | 28) && inYear <= (3 << 5 | 1);
            boolean early = (day >> 9) <= Days.FIRST_YEAR + oldest;
            pattern.add(day == Days.UNKNOWN ? -1 : odd || early ? day : 0);
        }
        for (int i = 0; i < axes.length; i++) {
            for (int j = 0; j < i; j++) {
                signs(days, i, j, pattern);
            }
        }
        return pattern;
    }

    private void signs(List<Integer> days, int i, int j, List<Integer> pattern) {
        int one = dayOf(axes[i], days);
        int other = dayOf(axes[j], days);
        if (one != Days.UNKNOWN && other != Days.UNKNOWN) {
            for (int a : axes[i].cuts) {
                for (int b : axes[j].cuts) {
                    pattern.add(Integer.signum((one - (a << 9)) - (other - (b << 9))));
                }
            }
        }
    }

    private int dayOf(Axis axis, List<Integer> looked) {
        return axis.at == Axis.AT_USE
                ? looked.get(0)
                : axis.at == Axis.AT_COLLECTION ? looked.get(atUse ? 1 : 0) : axis.at;
    }

    /** The combinations of coordinates that are possible on two days, as a node. */
    int set(DayPairs.Pair pair, List<Integer> pattern, Diagram diagram) {
        Integer known = sets.get(pattern);
        if (known == null) {
            List<List<Integer>> all = ways.byPattern.computeIfAbsent(
                    pattern, p -> List.copyOf(ways(pair).keySet()));
            known = set(0, all, diagram);
            sets.put(pattern, known);
        }
        return known;
    }

    private int set(int at, List<List<Integer>> members, Diagram diagram) {
        if (at == positions.length) {
            return Diagram.TRUE;
        }
        int[] children = new int[axes[at].size];
        for (int i = 0; i < children.length; i++) {
            List<List<Integer>> with = new ArrayList<>();
            for (List<Integer> member : members) {
                if (member.get(at) == i) {
                    with.add(member);
                }
            }
            children[i] = with.isEmpty() ? Diagram.FALSE : set(at + 1, with, diagram);
        }
        return diagram.node(positions[at], children);
    }

    /** The ways on two days: the coordinates on the axes in their order, and a scenario; the plainest come first. */
    Map<List<Integer>, Scenario> ways(DayPairs.Pair pair) {
        int used = atUse || fixed.isEmpty() ? pair.used() : Days.UNKNOWN;
        int collected = atCollection ? pair.collected() : Days.UNKNOWN;
        return ways.byDays.computeIfAbsent(List.of(used, collected), days -> {
            List<Integer> looked = new ArrayList<>(fixed);
            looked.addAll(days);
            looked.add(steadySince);
            Map<List<Integer>, Scenario> all = new LinkedHashMap<>();
            for (Scenarios.Told told : new Scenarios(vocabulary, axes, looked).of(axes[0])) {
                List<Integer> coordinates = new ArrayList<>(axes.length);
                for (Axis axis : axes) {
                    coordinates.add(axis.coordinate(told.member(), pair.used(), pair.collected(), 0));
                }
                if (steady(told.member(), pair, coordinates)) {
                    all.putIfAbsent(coordinates, told.scenario());
                }
            }
            return all;
        });
    }

    private boolean steady(Member member, DayPairs.Pair pair, List<Integer> coordinates) {
        boolean steady = true;
        for (int i = 0; i < axes.length && steadySince != Days.UNKNOWN; i++) {
            steady &= axes[i].coordinate(member, steadySince, pair.collected(), 0) == coordinates.get(i);
        }
        return steady;
    }
}
