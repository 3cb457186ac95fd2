package dev.datause;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of one kind in a vocabulary, and which lies below which.
 *
 * @param names the names
 * @param above for each name that lies below another, that other
 */
record Trees(List<String> names, Map<String, String> above) {
    static Trees purposes(Vocabulary vocabulary) {
        List<String> names = new ArrayList<>();
        for (Vocabulary.PurposeEntry entry : vocabulary.purposes()) {
            names.add(entry.name().name());
        }
        return new Trees(names, Map.of());
    }

    static Trees recipients(Vocabulary vocabulary) {
        Trees trees = new Trees(new ArrayList<>(), new HashMap<>());
        for (Vocabulary.RecipientEntry entry : vocabulary.recipients()) {
            trees.names.add(entry.name().name());
            if (entry.under().isPresent()) {
                trees.above.put(entry.name().name(), entry.under().get().name());
            }
        }
        return trees;
    }

    static Trees categories(Vocabulary vocabulary) {
        Trees trees = new Trees(new ArrayList<>(), new HashMap<>());
        for (Vocabulary.CategoryEntry entry : vocabulary.categories()) {
            trees.names.add(entry.name().name());
            if (entry.under().isPresent()) {
                trees.above.put(entry.name().name(), entry.under().get().name());
            }
        }
        return trees;
    }

    static Trees audiences(Vocabulary vocabulary) {
        List<String> names = new ArrayList<>();
        for (Vocabulary.Entry entry : vocabulary.audiences()) {
            names.add(entry.name());
        }
        return new Trees(names, Map.of());
    }

    /** The positions of the names that are one of these or lie below one; of trees without circles. */
    BitSet within(List<?> oneOf) {
        BitSet within = new BitSet(names.size());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            while (name != null && !within.get(i)) {
                for (Object one : oneOf) {
                    if (one.toString().equals(name)) {
                        within.set(i);
                    }
                }
                name = above.get(name);
            }
        }
        return within;
    }

    /** The positions of all names. */
    BitSet all() {
        BitSet all = new BitSet(names.size());
        all.set(0, names.size());
        return all;
    }
}
