package dev.datause;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Few and plain boxes that together hold exactly a set of uses, as far as uses are possible: each box is as large as it
 * can be without holding a use that is in the question and not in the set. Exact; that no smaller number would do is
 * not claimed.
 */
final class Cover {
    private final Space space;
    private final Diagram diagram;
    /** What no box may hold. */
    private final int outside;

    private final List<Integer> positions;

    private Cover(Space space, Diagram diagram, int target, int outside) {
        this.space = space;
        this.diagram = diagram;
        this.outside = outside;
        TreeSet<Integer> asked = new TreeSet<>();
        diagram.axes(target, asked);
        diagram.axes(outside, asked);
        positions = new ArrayList<>(asked);
        positions.sort(Comparator.comparingInt(position -> plainness(space.axis(position))));
    }

    /**
     * The boxes.
     *
     * @param target what they hold; nothing impossible
     * @param outside what they do not hold; nothing impossible
     * @param most so many at most
     * @return the boxes, or one more than {@code most} of them if so many do not do
     */
    static List<Box> of(Space space, Diagram diagram, int target, int outside, int most) {
        return new Cover(space, diagram, target, outside).boxes(target, most);
    }

    /** The smaller, the rather is the axis kept in a box; people think of places and days before anything else. */
    private static int plainness(Axis axis) {
        int kind = switch (axis.kind) {
            case PLACE -> 0;
            case USED -> 1;
            case COLLECTED -> 2;
            case AUDIENCE -> 3;
            case SETTING -> 4;
            case SIGNAL -> 5;
            case OBJECTION -> 6;
            case AGE -> 7;
            case TRAIT -> 8;
            case FLAG -> 9;
            case ORDER -> 10;
        };
        return (axis.at == Axis.AT_USE ? 0 : axis.at == Axis.AT_COLLECTION ? 20 : 40) + kind;
    }

    private List<Box> boxes(int target, int most) {
        List<Box> found = new ArrayList<>();
        int left = target;
        for (int position : positions) {
            Box box = slab(position);
            if (!box.sides.isEmpty() && box.meets(left, diagram)) {
                found.add(box);
                left = diagram.and(left, diagram.not(box.node(space, diagram)));
            }
        }
        while (left != Diagram.FALSE && found.size() <= 4 * most) {
            Box box = grown(path(left));
            found.add(box);
            left = diagram.and(left, diagram.not(box.node(space, diagram)));
        }
        if (left == Diagram.FALSE) {
            needed(found, target);
            found.replaceAll(box -> plainer(box, target));
            found.sort(Comparator.comparingInt(box -> box.sides.size()));
        }
        return found.size() > most ? found.subList(0, most + 1) : found;
    }

    /** All coordinates of one axis that have nothing outside; nothing if that is none, or all. */
    private Box slab(int position) {
        int size = space.axis(position).size;
        BitSet coordinates = new BitSet(size);
        for (int i = 0; i < size; i++) {
            BitSet one = new BitSet(size);
            one.set(i);
            coordinates.set(i, !new Box().with(position, one).meets(outside, diagram));
        }
        return coordinates.isEmpty() || coordinates.cardinality() == size
                ? new Box()
                : new Box().with(position, coordinates);
    }

    /** One path to true, all coordinates that go the same way together. */
    private Box path(int set) {
        Box box = new Box();
        int at = set;
        while (!Diagram.isEnd(at)) {
            int width = diagram.width(at);
            int chosen = Diagram.FALSE;
            for (int i = width - 1; i >= 0 && chosen == Diagram.FALSE; i--) {
                chosen = diagram.child(at, i);
            }
            BitSet same = new BitSet(width);
            for (int i = 0; i < width; i++) {
                same.set(i, diagram.child(at, i) == chosen);
            }
            box = box.with(diagram.axis(at), same);
            at = chosen;
        }
        return box;
    }

    /** The box as large as it can be: first without sides, the less plain ones first, then with wider sides. */
    private Box grown(Box seed) {
        Box box = seed;
        for (int i = positions.size() - 1; i >= 0; i--) {
            if (box.sides.containsKey(positions.get(i))) {
                Box larger = box.without(positions.get(i));
                if (!larger.meets(outside, diagram)) {
                    box = larger;
                }
            }
        }
        for (Map.Entry<Integer, BitSet> side : List.copyOf(box.sides.entrySet())) {
            box = widened(box, side.getKey(), side.getValue());
        }
        return box;
    }

    /** The box with what holds nothing of the set left out of its sides, where that makes them plainer. */
    private Box plainer(Box from, int target) {
        Box box = from;
        for (Map.Entry<Integer, BitSet> side : List.copyOf(box.sides.entrySet())) {
            BitSet needed = (BitSet) side.getValue().clone();
            for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
                BitSet one = new BitSet();
                one.set(i);
                if (!box.with(side.getKey(), one).meets(target, diagram)) {
                    needed.clear(i);
                }
            }
            if (runs(needed) < runs(side.getValue())) {
                box = box.with(side.getKey(), needed);
            }
        }
        return box;
    }

    /** How many runs of neighbours there are, the unknown coordinate by itself. */
    private static int runs(BitSet coordinates) {
        int runs = coordinates.get(0) ? 1 : 0;
        for (int begin = coordinates.nextSetBit(1); begin >= 0; ) {
            runs++;
            begin = coordinates.nextSetBit(coordinates.nextClearBit(begin));
        }
        return runs;
    }

    private Box widened(Box seed, int position, BitSet coordinates) {
        Box box = seed;
        BitSet widest = coordinates;
        for (int i = 0; i < space.axis(position).size; i++) {
            if (!widest.get(i)) {
                BitSet wider = (BitSet) widest.clone();
                wider.set(i);
                Box larger = box.with(position, wider);
                if (!larger.meets(outside, diagram)) {
                    box = larger;
                    widest = wider;
                }
            }
        }
        return box;
    }

    /** Leaves out what the others hold already, the less plain first. */
    private void needed(List<Box> boxes, int target) {
        for (int i = boxes.size() - 1; i >= 0; i--) {
            int left = target;
            for (int j = 0; j < boxes.size() && left != Diagram.FALSE; j++) {
                if (j != i) {
                    left = diagram.and(left, diagram.not(boxes.get(j).node(space, diagram)));
                }
            }
            if (left == Diagram.FALSE) {
                boxes.remove(i);
            }
        }
    }
}
