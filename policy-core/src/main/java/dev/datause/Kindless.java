package dev.datause;

import java.util.IdentityHashMap;
import java.util.List;

/**
 * The nodes of conditions that ask for no purpose, recipient or category: whatever the kind of use, these are the same, so they are
 * compiled once for all kinds. For one policy under one reading, one diagram and one audience.
 */
final class Kindless {
    /** The condition asks for the kind of use. */
    static final int OF_A_KIND = Integer.MIN_VALUE;
    /** It does not, and is not compiled yet. */
    static final int NOT_YET = Integer.MIN_VALUE + 1;

    private final Terms terms;
    /** By the very condition: comparing conditions costs more than compiling them. */
    private final IdentityHashMap<Condition, Integer> nodes = new IdentityHashMap<>();

    Kindless(Terms terms) {
        this.terms = terms;
    }

    /** The node, or why there is none. */
    int node(Condition condition) {
        Integer known = nodes.get(condition);
        if (known == null) {
            known = asksKind(condition) ? OF_A_KIND : NOT_YET;
            nodes.put(condition, known);
        }
        return known;
    }

    void keep(Condition condition, int node) {
        nodes.put(condition, node);
    }

    private boolean asksKind(Condition condition) {
        if (condition instanceof Condition.Defined defined) {
            return node(terms.definition(defined.name())) == OF_A_KIND;
        }
        if (condition instanceof Condition.PurposeIs
                || condition instanceof Condition.RecipientIs
                || condition instanceof Condition.CategoryIs) {
            return true;
        }
        List<Condition> parts = condition.parts();
        for (Condition part : parts) {
            if (node(part) == OF_A_KIND) {
                return true;
            }
        }
        return false;
    }
}
