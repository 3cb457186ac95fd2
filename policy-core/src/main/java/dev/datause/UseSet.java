package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A set of uses of one kind in a {@link UseSpace}: exact, however many uses are in it. For one thread at a time.
 */
public final class UseSet {
    final UseSpace uses;
    final UseKind kind;
    final int node;

    UseSet(UseSpace uses, UseKind kind, int node) {
        this.uses = uses;
        this.kind = kind;
        this.node = node;
    }

    /** What the uses are for. */
    public UseKind kind() {
        return kind;
    }

    private UseSet with(int other) {
        return new UseSet(uses, kind, other);
    }

    private int of(UseSet other) {
        if (!uses.equals(other.uses)) {
            throw new IllegalArgumentException("other: a set of another space");
        }
        return other.node;
    }

    /** The uses in both. */
    public UseSet and(UseSet other) {
        return with(uses.diagram.and(node, of(other)));
    }

    /** The uses in either. */
    public UseSet or(UseSet other) {
        return with(uses.diagram.or(node, of(other)));
    }

    /** The uses in this and not in the other. */
    public UseSet minus(UseSet other) {
        return with(uses.diagram.and(node, uses.diagram.not(of(other))));
    }

    /** The uses in one of the two and not in the other. */
    public UseSet different(UseSet other) {
        return minus(other).or(other.minus(this));
    }

    /** Whether no use that can be is in it. */
    public boolean isEmpty() {
        return node == Diagram.FALSE
                || !uses.diagram.meet(node, uses.possibleAtLeast(node).node());
    }

    /**
     * Whether a use is in the set.
     *
     * @throws IllegalArgumentException if the use is of another kind, or its member's facts are named in other words
     */
    public boolean contains(Use use) {
        if (!use.purpose().equals(kind.purpose())
                || !use.recipient().equals(kind.recipient())
                || !use.category().equals(kind.category())) {
            throw new IllegalArgumentException("use: it is of another kind");
        }
        if (!use.member().vocabulary().equals(uses.vocabulary)) {
            throw new IllegalArgumentException("use: its member's facts are named in other words");
        }
        int at = node;
        while (!Diagram.isEnd(at)) {
            Axis axis = uses.space.axis(uses.diagram.axis(at));
            at = uses.diagram.child(at, axis.coordinate(use.member(), use.usedDay, use.collectedDay, use.audienceAt));
        }
        return at == Diagram.TRUE;
    }

    /** The plainest use in it, or empty where there is none. */
    public Optional<UseExample> example() {
        return node == Diagram.FALSE
                ? Optional.empty()
                : Optional.ofNullable(uses.possible(node).plainest(node))
                        .map(invented -> uses.example(kind, invented, true));
    }

    /** The plainest use in it, once in the words of each of some policies of the space; none where there is none. */
    public List<UseExample> examples(List<DataUsePolicy> policies) {
        List<UseExample> examples = new ArrayList<>();
        Possible.Invented invented =
                node == Diagram.FALSE ? null : uses.possible(node).plainest(node);
        if (invented != null) {
            for (DataUsePolicy policy : policies) {
                examples.add(uses.example(kind, invented, true, policy.policy().vocabulary()));
            }
        }
        return examples;
    }

    /** The uses that would be in the set if they were on this day, all their facts as they are: no day of use is asked. */
    public UseSet asIfUsedOn(LocalDate day) {
        Axis[] axes = uses.space.axes();
        int[] settled = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            boolean used = axes[i].kind == Axis.Kind.USED;
            settled[i] = used ? axes[i].interval(Days.of(Days.checked(day, "day"))) : -1;
        }
        return with(uses.diagram.settle(node, settled, new HashMap<>()));
    }

    /**
     * The uses that would be in the set if the member were in a country on the day of use, all other facts as they are:
     * for each country the set, with the same set for countries that it does not tell apart.
     */
    public Map<Country, UseSet> asIfIn() {
        int position = -1;
        Set<Integer> asked = new TreeSet<>();
        uses.diagram.axes(node, asked);
        for (int at : asked) {
            Axis axis = uses.space.axis(at);
            position = axis.kind == Axis.Kind.PLACE && axis.at == Axis.AT_USE ? at : position;
        }
        Map<Integer, UseSet> byClass = new HashMap<>();
        Map<Country, UseSet> sets = new LinkedHashMap<>();
        for (Country country : Country.all()) {
            int place = position < 0 ? 0 : uses.space.axis(position).classes[country.index() + 1];
            UseSet set = byClass.get(place);
            if (set == null) {
                int[] settled = new int[uses.space.axes().length];
                Arrays.fill(settled, -1);
                if (position >= 0) {
                    settled[position] = place;
                }
                set = with(uses.diagram.settle(node, settled, new HashMap<>()));
                byClass.put(place, set);
            }
            sets.put(country, set);
        }
        return sets;
    }

    /** The days of use on which something in the set can begin or end. */
    public List<LocalDate> changeDays() {
        Set<Integer> asked = new TreeSet<>();
        uses.diagram.axes(node, asked);
        List<LocalDate> days = new ArrayList<>();
        for (int position : asked) {
            Axis axis = uses.space.axis(position);
            for (int cut : axis.cuts) {
                if (axis.kind == Axis.Kind.USED && cut > Days.FIRST && cut <= Days.LAST) {
                    days.add(Days.date(cut));
                }
            }
        }
        return days;
    }

    /** Whether the other holds the same uses of its kind, cell by cell; sets of other spaces are others. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UseSet set && set.uses.equals(uses) && set.node == node;
    }

    @Override
    public int hashCode() {
        return node;
    }

    /**
     * The set in few regions: each as large as it can be without a use that is among those in question and not in the
     * set. Regions may overlap; together they hold exactly the set.
     *
     * @param inQuestion the uses that are told apart; what the regions hold beside these does not matter
     * @param most so many regions at most
     * @return the regions, or one more than {@code most} of them if so many do not do
     */
    public List<Region> regions(UseSet inQuestion, int most) {
        Diagram diagram = uses.diagram;
        int possible = uses.possible(node, of(inQuestion)).node();
        int question = diagram.and(possible, inQuestion.node);
        int target = diagram.and(question, node);
        int outside = diagram.and(question, diagram.not(node));
        List<Region> regions = new ArrayList<>();
        for (Box box : Cover.of(uses.space, diagram, target, outside, most)) {
            int held = diagram.and(diagram.and(node, inQuestion.node), box.node(uses.space, diagram));
            regions.add(new Region(uses, kind, box, held));
        }
        return regions;
    }

    /**
     * How many cells the uses fall into, as far as this set tells them apart; {@link Long#MAX_VALUE} for more than a long
     * holds.
     */
    public long cellsOfSpace() {
        Possible possible = uses.possible(node);
        return possible.count(possible.node());
    }

    /** How many of these cells lie in the set. */
    public long cells() {
        Possible possible = uses.possible(node);
        return possible.count(uses.diagram.and(possible.node(), node));
    }

    /**
     * Every cell that a use can lie in, inside the set or outside, once, each as a made-up use: the decision is the same
     * everywhere in the cell. Lazy; the order is fixed.
     *
     * @param limit the most cells to go through
     * @throws AnalysisLimitException if there are more
     */
    public Stream<UseExample> examples(long limit) {
        long count = cellsOfSpace();
        if (count > limit) {
            throw new AnalysisLimitException("cells", count, limit);
        }
        Iterator<UseExample> cells = new Cells(uses.possible(node));
        return StreamSupport.stream(
                Spliterators.spliterator(
                        cells, count, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
                false);
    }

    /** Goes through the combinations of coordinates that are possible, like an odometer. */
    private final class Cells implements Iterator<UseExample> {
        private final Possible possible;
        private final int[] positions;
        private final int[] coordinates;
        /** The node before each coordinate is chosen. */
        private final int[] nodes;

        private boolean more;

        Cells(Possible possible) {
            this.possible = possible;
            positions = possible.positions();
            coordinates = new int[positions.length];
            nodes = new int[positions.length + 1];
            nodes[0] = possible.node();
            more = nodes[0] != Diagram.FALSE && fill(0);
        }

        private int next(int at, int coordinate) {
            return !Diagram.isEnd(nodes[at]) && uses.diagram.axis(nodes[at]) == positions[at]
                    ? uses.diagram.child(nodes[at], coordinate)
                    : nodes[at];
        }

        /** Chooses the first possible coordinates from a position on; there are some, as no node leads nowhere. */
        private boolean fill(int from) {
            for (int at = from; at < positions.length; at++) {
                coordinates[at] = 0;
                while (next(at, coordinates[at]) == Diagram.FALSE) {
                    coordinates[at]++;
                }
                nodes[at + 1] = next(at, coordinates[at]);
            }
            return true;
        }

        private boolean turn() {
            for (int at = positions.length - 1; at >= 0; at--) {
                int size = uses.space.axis(positions[at]).size;
                for (int i = coordinates[at] + 1; i < size; i++) {
                    if (next(at, i) != Diagram.FALSE) {
                        coordinates[at] = i;
                        nodes[at + 1] = next(at, i);
                        return fill(at + 1);
                    }
                }
            }
            return false;
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public UseExample next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            Possible.Invented invented = Objects.requireNonNull(possible.invented(coordinates), "a cell without a use");
            int end = node;
            for (int at = 0; at < positions.length; at++) {
                if (!Diagram.isEnd(end) && uses.diagram.axis(end) == positions[at]) {
                    end = uses.diagram.child(end, coordinates[at]);
                }
            }
            more = turn();
            return uses.example(kind, invented, end == Diagram.TRUE);
        }
    }
}
