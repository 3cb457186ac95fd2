package dev.datause.analysis;

import dev.datause.Condition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Conditions taken apart: without one of their parts, and with definitions put in. */
final class ConditionParts {
    /** So many combinations of answers are gone through for one rule. */
    static final int MOST_ANSWERS = 1_024;

    private ConditionParts() {}

    /** The conditions in one that ask for the purpose, the recipient or the category. */
    static List<Condition> aboutKind(Condition condition) {
        List<Condition> about = new ArrayList<>();
        if (condition instanceof Condition.PurposeIs
                || condition instanceof Condition.RecipientIs
                || condition instanceof Condition.CategoryIs) {
            about.add(condition);
        }
        condition.parts().forEach(part -> about.addAll(aboutKind(part)));
        return about;
    }

    /** Whether a condition is another one's part, however deep: the very one, not an equal one. */
    @SuppressWarnings("ReferenceEquality") // equal parts stand in different places
    static boolean inside(Condition part, Condition whole) {
        for (Condition one : whole.parts()) {
            if (one == part || inside(part, one)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A condition without one part of an {@code all} or {@code any} in it.
     *
     * @param left what is left of the whole
     * @param part the part left out
     * @param of {@code all} or {@code any}
     */
    record Without(Condition left, Condition part, String of) {}

    /** Every way to leave out one part of a list of two or more. */
    static List<Without> withoutOnePart(Condition condition) {
        List<Without> all = new ArrayList<>();
        collect(condition, whole -> whole, all);
        return all;
    }

    private static void collect(Condition condition, UnaryOperator<Condition> whole, List<Without> into) {
        List<Condition> parts = condition.parts();
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            if (parts.size() > 1) {
                List<Condition> fewer = new ArrayList<>(parts);
                fewer.remove(at);
                boolean all = condition instanceof Condition.All;
                into.add(new Without(
                        whole.apply(all ? new Condition.All(fewer) : new Condition.Any(fewer)),
                        parts.get(at),
                        all ? "all" : "any"));
            }
            collect(parts.get(at), changed -> whole.apply(with(condition, at, changed)), into);
        }
    }

    /** The condition with another part at a position. */
    private static Condition with(Condition condition, int position, Condition part) {
        Iterator<Integer> positions =
                IntStream.range(0, condition.parts().size()).iterator();
        return condition.mapParts(same -> positions.next() == position ? part : same);
    }

    /** The condition with every definition put in. */
    static Condition expanded(Condition condition, Map<String, Condition> definitions) {
        if (condition instanceof Condition.Defined defined) {
            Condition meant = definitions.get(defined.name());
            return meant == null ? condition : expanded(meant, definitions);
        }
        return condition.mapParts(part -> expanded(part, definitions));
    }
}
