package dev.datause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which combinations of coordinates on some axes a use can have at all, as a diagram, and a made-up use for each.
 *
 * <p>Coordinates hang together only through the days of use and collection: with these fixed, each group of facts can
 * lie in any of its {@link Facets#ways} whatever the others do. So what is possible is, over the {@link DayPairs}, the
 * union of products of groups; pairs that allow the same are gone through once.
 */
final class Possible {
    /** Days of use and collection that stand for all that allow the same. */
    private record Shape(DayPairs.Pair pair, List<Integer> ofUse) {}

    private final Vocabulary vocabulary;
    private final Space space;
    private final Diagram diagram;
    private final int[] positions;
    private final List<Facets> groups = new ArrayList<>();
    private final int audiences;
    private final int ofUse;
    private final Map<List<Integer>, List<Shape>> shapes = new LinkedHashMap<>();
    /** The same, the plain ones first. */
    private final List<Shape> inOrder = new ArrayList<>();

    private int node = Diagram.FALSE;

    /** For the axes at these positions, in order. */
    Possible(
            Vocabulary vocabulary,
            Space space,
            Diagram diagram,
            int[] positions,
            Window window,
            int ordinaryDay,
            Function<List<Integer>, Facets> facets) {
        this.vocabulary = vocabulary;
        this.space = space;
        this.diagram = diagram;
        this.positions = positions;
        List<Axis> axes = new ArrayList<>();
        for (int position : positions) {
            axes.add(space.axis(position));
        }
        int begin = 0;
        while (begin < positions.length && ofUse(axes.get(begin))) {
            begin++;
        }
        audiences = begin > 0 && axes.get(begin - 1).kind == Axis.Kind.AUDIENCE ? begin - 1 : -1;
        ofUse = begin;
        while (begin < positions.length) {
            int end = begin + 1;
            while (end < positions.length && sameGroup(axes.get(begin), axes.get(end))) {
                end++;
            }
            groups.add(facets.apply(positionsOf(positions, begin, end)));
            begin = end;
        }
        build(DayPairs.of(axes, window, ordinaryDay));
    }

    private static List<Integer> positionsOf(int[] positions, int begin, int end) {
        List<Integer> some = new ArrayList<>();
        for (int i = begin; i < end; i++) {
            some.add(positions[i]);
        }
        return some;
    }

    static boolean ofUse(Axis axis) {
        return switch (axis.kind) {
            case USED, COLLECTED, ORDER, AUDIENCE -> true;
            case PLACE, AGE, FLAG, TRAIT, SETTING, SIGNAL, OBJECTION -> false;
        };
    }

    private static boolean sameGroup(Axis a, Axis b) {
        return a.kind == b.kind && a.subject == b.subject;
    }

    private void build(List<DayPairs.Pair> pairs) {
        Member nobody = Member.in(vocabulary).build();
        Map<List<Object>, Integer> known = new HashMap<>();
        Map<List<Object>, Integer> products = new HashMap<>();
        Map<List<Integer>, Integer> perUse = new LinkedHashMap<>();
        for (DayPairs.Pair pair : pairs) {
            List<Integer> top = new ArrayList<>(ofUse);
            for (int i = 0; i < ofUse; i++) {
                // The audience is free: 0 here, any below.
                top.add(space.axis(positions[i]).coordinate(nobody, pair.used(), pair.collected(), 0));
            }
            List<Object> patterns = new ArrayList<>(groups.size() + 1);
            for (Facets group : groups) {
                patterns.add(group.pattern(pair));
            }
            List<Object> key = new ArrayList<>(patterns);
            key.add(top);
            if (known.putIfAbsent(key, 0) != null) {
                continue;
            }
            Shape shape = new Shape(pair, top);
            shapes.computeIfAbsent(top, t -> new ArrayList<>()).add(shape);
            inOrder.add(shape);
            Integer product = products.get(patterns);
            if (product == null) {
                product = product(pair, patterns);
                products.put(patterns, product);
            }
            perUse.merge(top, product, diagram::or);
        }
        for (Map.Entry<List<Integer>, Integer> entry : perUse.entrySet()) {
            int under = entry.getValue();
            for (int i = ofUse - 1; i >= 0; i--) {
                if (i != audiences) {
                    int[] children = new int[space.axis(positions[i]).size];
                    Arrays.fill(children, Diagram.FALSE);
                    children[entry.getKey().get(i)] = under;
                    under = diagram.node(positions[i], children);
                }
            }
            node = diagram.or(node, under);
        }
    }

    private int product(DayPairs.Pair pair, List<Object> patterns) {
        int product = Diagram.TRUE;
        for (int i = groups.size() - 1; i >= 0; i--) {
            Facets group = groups.get(i);
            @SuppressWarnings("unchecked")
            List<Integer> pattern = (List<Integer>) patterns.get(i);
            product = diagram.and(group.set(pair, pattern, diagram), product);
        }
        return product;
    }

    /** True exactly on the combinations that a use can have. */
    int node() {
        return node;
    }

    /** Whether all of some axes are among these. */
    boolean asks(Set<Integer> some) {
        int found = 0;
        for (int position : positions) {
            found += some.contains(position) ? 1 : 0;
        }
        return found == some.size();
    }

    /** The axes, in order. */
    int[] positions() {
        return positions;
    }

    /** How many combinations lie in a set; {@link Long#MAX_VALUE} for more than a long holds. */
    long count(int set) {
        return count(set, 0, new HashMap<>());
    }

    private long count(int at, int from, Map<Long, Long> done) {
        if (at == Diagram.FALSE) {
            return 0;
        }
        if (from == positions.length) {
            return 1;
        }
        long key = ((long) at << 16) | from;
        Long known = done.get(key);
        if (known != null) {
            return known;
        }
        long count = 0;
        int size = space.axis(positions[from]).size;
        if (Diagram.isEnd(at) || diagram.axis(at) != positions[from]) {
            count = times(count(at, from + 1, done), size);
        } else {
            for (int i = 0; i < size; i++) {
                count = plus(count, count(diagram.child(at, i), from + 1, done));
            }
        }
        done.put(key, count);
        return count;
    }

    private static long times(long a, int b) {
        return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
    }

    private static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    /** A use that was made up: who, shown to whom, when. */
    record Invented(List<Facets> groups, List<Scenario> chosen, int audience, int collected, int used) {
        /** The member in words that are those of the space, and in their order. */
        Invention in(Vocabulary words) {
            Invention invention = new Invention(words);
            for (int i = 0; i < chosen.size(); i++) {
                invention.add(groups.get(i).axes[0], chosen.get(i));
            }
            return invention;
        }
    }

    /** The plainest use with these coordinates on the axes, or null where there is none. */
    @Nullable
    Invented invented(int[] coordinates) {
        List<Integer> top = new ArrayList<>();
        for (int i = 0; i < ofUse; i++) {
            top.add(i == audiences ? 0 : coordinates[i]);
        }
        int audience = audiences < 0 ? 0 : coordinates[audiences];
        for (Shape shape : shapes.getOrDefault(top, List.of())) {
            List<Scenario> chosen = new ArrayList<>();
            int at = ofUse;
            for (Facets group : groups) {
                List<Integer> wanted = new ArrayList<>();
                for (int i = 0; i < group.positions.length; i++) {
                    wanted.add(coordinates[at++]);
                }
                Scenario scenario = group.ways(shape.pair).get(wanted);
                if (scenario == null) {
                    break;
                }
                chosen.add(scenario);
            }
            if (chosen.size() == groups.size()) {
                return new Invented(groups, chosen, audience, shape.pair.collected(), shape.pair.used());
            }
        }
        return null;
    }

    /** The plainest use in a set, with everything known if such a use is in it; null where the set is empty. */
    @Nullable
    Invented plainest(int set) {
        if (diagram.and(node, set) == Diagram.FALSE) {
            return null;
        }
        Invented known = plainest(set, true);
        return known != null ? known : plainest(set, false);
    }

    private @Nullable Invented plainest(int set, boolean knownOnly) {
        int choices = audiences < 0 ? 1 : space.axis(positions[audiences]).size;
        for (Shape shape : inOrder) {
            if (knownOnly && shape.pair.collected() == Days.UNKNOWN) {
                continue;
            }
            for (int i = 1; i <= choices; i++) {
                int audience = audiences < 0 ? 0 : i % choices;
                if (audiences >= 0 && audience == 0 && knownOnly) {
                    continue;
                }
                int at = set;
                for (int k = 0; k < ofUse; k++) {
                    if (!Diagram.isEnd(at) && diagram.axis(at) == positions[k]) {
                        at = diagram.child(at, k == audiences ? audience : shape.ofUse.get(k));
                    }
                }
                List<Scenario> chosen = new ArrayList<>();
                if (choose(at, 0, shape.pair, knownOnly, chosen, new HashSet<>())) {
                    return new Invented(groups, chosen, audience, shape.pair.collected(), shape.pair.used());
                }
            }
        }
        return null;
    }

    private boolean choose(
            int at, int group, DayPairs.Pair pair, boolean knownOnly, List<Scenario> chosen, Set<Long> dead) {
        if (at == Diagram.FALSE || dead.contains(((long) at << 8) | group)) {
            return false;
        }
        if (group == groups.size()) {
            return at == Diagram.TRUE;
        }
        Facets facets = groups.get(group);
        Set<Integer> tried = new HashSet<>();
        for (Map.Entry<List<Integer>, Scenario> way : facets.ways(pair).entrySet()) {
            if (knownOnly && !way.getValue().known()) {
                continue;
            }
            int next = at;
            for (int i = 0; i < facets.positions.length; i++) {
                if (!Diagram.isEnd(next) && diagram.axis(next) == facets.positions[i]) {
                    next = diagram.child(next, way.getKey().get(i));
                }
            }
            if (tried.add(next)) {
                chosen.add(way.getValue());
                if (choose(next, group + 1, pair, knownOnly, chosen, dead)) {
                    return true;
                }
                chosen.remove(chosen.size() - 1);
            }
        }
        dead.add(((long) at << 8) | group);
        return false;
    }
}
