package dev.datause.gate;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where data flows: a graph whose places are what goes into a dataset, its fields, what comes out of it, and steps.
 *
 * <p>What goes into a dataset may go into each of its fields, and what is in any field comes out; so reading and writing a whole
 * dataset are one edge each, however many fields it has. A step has one place for everything that it reads, and one more for
 * each field that it makes of some of it alone. Places are numbered by name, and the edges into a place are sorted, so that
 * nothing depends on the order in which things were declared.
 */
final class Lineage implements Circles.Graph {
    /** A dataset's places; a dataset without fields has one. */
    static final class Store {
        final String name;
        final Optional<Dataset> declared;
        /** The fields by name, in their order; shared while there is none. */
        Map<String, Integer> fields = Map.of();

        int in;
        int out;

        Store(String name, Optional<Dataset> declared) {
            this.name = name;
            this.declared = declared;
        }

        void add(String field) {
            if (fields.isEmpty()) {
                fields = new TreeMap<>();
            }
            fields.put(field, -1);
        }

        /** Where a port reads: an unknown field is read with the whole. */
        int read(Optional<String> field) {
            return field.map(name -> fields.getOrDefault(name, out)).orElse(out);
        }

        /** Where a port writes. */
        int written(Optional<String> field) {
            return field.map(name -> fields.getOrDefault(name, in)).orElse(in);
        }
    }

    /** A step's places: the first, and how many there are. */
    record Work(StepWords.Meant meant, int first, int count) {
        Step step() {
            return meant.step();
        }
    }

    private final IntList from = new IntList();
    private final IntList to = new IntList();
    /** Of each place: the dataset, or minus one minus the step. */
    private final IntList owners = new IntList();
    /** Of each place: what it does to what passes, by its number among {@link Taints}. */
    private final IntList transfers = new IntList();

    private int[] starts = new int[0];
    private int[] sources = new int[0];

    /** A place of a dataset or, below zero, of a step. */
    int place(int owner, int transfer) {
        owners.add(owner);
        transfers.add(transfer);
        return owners.size() - 1;
    }

    void edge(int source, int target) {
        from.add(source);
        to.add(target);
    }

    /** Ends the building: sorts the edges by where they lead, then by where they come from. */
    void close() {
        int places = owners.size();
        int[] bySource = order(from, places, null);
        int[] byTarget = order(to, places, bySource);
        starts = new int[places + 1];
        sources = new int[byTarget.length];
        for (int i = 0; i < byTarget.length; i++) {
            sources[i] = from.get(byTarget[i]);
            starts[to.get(byTarget[i]) + 1]++;
        }
        for (int i = 0; i < places; i++) {
            starts[i + 1] += starts[i];
        }
    }

    /** The positions in the order of their keys; equal keys stay in the given order. */
    private static int[] order(IntList keys, int most, int @Nullable [] given) {
        int[] begins = new int[most + 1];
        for (int i = 0; i < keys.size(); i++) {
            begins[keys.get(i) + 1]++;
        }
        for (int i = 0; i < most; i++) {
            begins[i + 1] += begins[i];
        }
        int[] order = new int[keys.size()];
        for (int i = 0; i < order.length; i++) {
            int position = given == null ? i : given[i];
            order[begins[keys.get(position)]++] = position;
        }
        return order;
    }

    @Override
    public int places() {
        return owners.size();
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

    int owner(int place) {
        return owners.get(place);
    }

    int transfer(int place) {
        return transfers.get(place);
    }

    boolean isStep(int place) {
        return owners.get(place) < 0;
    }

    /** Whether data goes straight from a place to itself. */
    boolean feedsItself(int place) {
        return Arrays.binarySearch(sources, starts[place], starts[place + 1], place) >= 0;
    }
}
