package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Days of use and collection, enough of them that whatever the axes can tell apart about two days is shown by a pair:
 * in which intervals they lie, how they lie to each other and to the fixed days, and which ages can have been reached
 * on one of them and not on the other. The plain pairs come first.
 *
 * <p>That it is enough: what is told apart is bounded by days on which something begins, and by the distances of ages
 * between the two days. So each kind of pair is a polygon whose corners are such days, or lie such distances from
 * them; within two days of a corner lies a pair of every kind that meets there.
 */
final class DayPairs {
    /** Of use and of collection, or {@link Days#UNKNOWN}. */
    record Pair(int used, int collected) {}

    private static final int NEAR = 2;
    private static final int BOUND = 3;
    private static final int BY_AGE = 4;
    private static final int END = 8;

    private final Window window;
    /** How far from plain each day is. */
    private final Map<Integer, Integer> ranks = new HashMap<>();

    /** Whether anything is asked about the day of collection. */
    private boolean looksBack;

    private DayPairs(Window window) {
        this.window = window;
    }

    /**
     * The pairs within a window.
     *
     * @param axes what is told apart
     * @param ordinary a day for whom no day matters
     */
    static List<Pair> of(List<Axis> axes, Window window, int ordinary) {
        DayPairs pairs = new DayPairs(window);
        pairs.days(axes, ordinary);
        return pairs.pairs();
    }

    private void days(List<Axis> axes, int ordinary) {
        TreeSet<Integer> begins = new TreeSet<>();
        TreeSet<Integer> ages = new TreeSet<>();
        Set<Integer> agesAt = new HashSet<>();
        for (Axis axis : axes) {
            looksBack |= axis.kind == Axis.Kind.COLLECTED || axis.kind == Axis.Kind.ORDER;
            looksBack |= axis.at == Axis.AT_COLLECTION;
            if (axis.kind == Axis.Kind.AGE) {
                agesAt.add(axis.at);
            }
            if (axis.at > Axis.AT_COLLECTION) {
                begins.add(axis.at);
            }
            for (int cut : axis.cuts) {
                (axis.kind == Axis.Kind.AGE ? ages : begins).add(cut);
            }
        }
        TreeSet<Integer> distances = new TreeSet<>();
        if (agesAt.size() > 1) {
            for (int a : ages) {
                for (int b : ages) {
                    distances.add(a - b);
                }
            }
            distances.remove(0);
        }
        addNear(ordinary, 1, distances);
        begins.forEach(day -> addNear(day, 0, distances));
        boolean bounded = window.usedFrom() > Days.FIRST;
        addNear(window.usedFrom(), bounded ? 0 : END, distances);
        addNear(window.usedUntil(), window.usedUntil() < Days.LAST ? BOUND : END, distances);
        addNear(window.collectedFrom(), window.collectedFrom() > Days.FIRST ? BOUND : END, distances);
        addNear(window.collectedUntil(), window.collectedUntil() < Days.LAST ? BOUND : END, distances);
    }

    private void addNear(int day, int rank, Set<Integer> distances) {
        LocalDate date = Days.date(day);
        add(date, rank);
        for (int years : distances) {
            add(date.plusYears(years), rank + BY_AGE);
        }
    }

    private void add(LocalDate date, int rank) {
        for (int days = -NEAR; days <= NEAR; days++) {
            LocalDate near = date.plusDays(days);
            if (near.getYear() >= Days.FIRST_YEAR && near.getYear() <= Days.LAST_YEAR) {
                ranks.merge(Days.of(near), rank + Math.abs(days), Math::min);
            }
        }
    }

    private List<Pair> pairs() {
        List<Ranked> ranked = new ArrayList<>();
        for (Map.Entry<Integer, Integer> entry : ranks.entrySet()) {
            int used = entry.getKey();
            if (!window.takesUsed(used)) {
                continue;
            }
            int rank = entry.getValue();
            boolean sameDay = window.takesCollected(used, used);
            if (sameDay) {
                ranked.add(new Ranked(new Pair(used, used), rank));
            }
            if (looksBack || !sameDay) {
                for (Map.Entry<Integer, Integer> other : ranks.entrySet()) {
                    int collected = other.getKey();
                    if (collected != used && window.takesCollected(used, collected)) {
                        ranked.add(new Ranked(new Pair(used, collected), rank + 1 + other.getValue()));
                    }
                }
                if (!window.sameDay() && window.takesCollected(used, Days.UNKNOWN)) {
                    ranked.add(new Ranked(new Pair(used, Days.UNKNOWN), rank + 1 + BOUND));
                }
            }
        }
        ranked.sort(Comparator.naturalOrder());
        List<Pair> pairs = new ArrayList<>(ranked.size());
        for (Ranked one : ranked) {
            pairs.add(one.pair);
        }
        return pairs;
    }

    /** A pair and how far it is from plain; the later days first among the equally plain. */
    private record Ranked(Pair pair, int rank) implements Comparable<Ranked> {
        @Override
        public int compareTo(Ranked other) {
            int byRank = Integer.compare(rank, other.rank);
            int byUse = byRank != 0 ? byRank : Integer.compare(other.pair.used, pair.used);
            return byUse != 0 ? byUse : Integer.compare(other.pair.collected, pair.collected);
        }
    }
}
