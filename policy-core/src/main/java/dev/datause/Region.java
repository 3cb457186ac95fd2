package dev.datause;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Uses told by a few facts: all uses of which these hold, whatever else is so.
 */
public final class Region {
    private final UseSpace uses;
    private final UseKind kind;
    private final Box box;
    /** The box, as far as anything in it was in question. */
    private final int node;

    Region(UseSpace uses, UseKind kind, Box box, int node) {
        this.uses = uses;
        this.kind = kind;
        this.box = box;
        this.node = node;
    }

    /** The facts in words, each by itself; none where every use is meant. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        for (Map.Entry<Integer, BitSet> side : box.sides.entrySet()) {
            words.add(words(side.getKey(), side.getValue()));
        }
        return words;
    }

    private String words(int position, BitSet coordinates) {
        boolean counts = uses.wording().twice(position, box.sides.keySet());
        return uses.wording().words(position, coordinates, counts);
    }

    /** What must hold instead, in words: one of these; none where nothing lies outside. */
    public List<String> wordsOutside() {
        List<String> words = new ArrayList<>();
        for (Map.Entry<Integer, BitSet> side : box.sides.entrySet()) {
            words.add(words(side.getKey(), uses.wording().others(side.getKey(), side.getValue())));
        }
        return words;
    }

    /** A condition that is certainly true exactly in the region. */
    public Condition condition() {
        List<Condition> parts = new ArrayList<>();
        for (Map.Entry<Integer, BitSet> side : box.sides.entrySet()) {
            parts.add(uses.wording().condition(side.getKey(), side.getValue()));
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    /** A condition that is certainly true exactly outside the region. */
    public Condition outside() {
        List<Condition> parts = new ArrayList<>();
        for (Map.Entry<Integer, BitSet> side : box.sides.entrySet()) {
            Wording wording = uses.wording();
            parts.add(wording.condition(side.getKey(), wording.others(side.getKey(), side.getValue())));
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
    }

    /** The uses of the region that were in question. */
    public UseSet set() {
        return new UseSet(uses, kind, node);
    }

    /** The facts in words. */
    @Override
    public String toString() {
        return box.sides.isEmpty() ? "every use" : String.join("; ", words());
    }
}
