package dev.datause;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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

    /** Whether no use that can be is in it. */
    public boolean isEmpty() {
        return node == Diagram.FALSE
                || uses.diagram.and(node, uses.possible(node).node()) == Diagram.FALSE;
    }

    /** The plainest use in it, or empty where there is none. */
    public Optional<UseExample> example() {
        return node == Diagram.FALSE
                ? Optional.empty()
                : Optional.ofNullable(uses.possible(node).plainest(node))
                        .map(invented -> uses.example(kind, invented, true));
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
