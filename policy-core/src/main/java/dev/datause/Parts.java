package dev.datause;

import java.util.List;

/** The conditions inside a condition. */
final class Parts {
    private Parts() {}

    /** The parts of a condition that joins or turns others; none of any other. A definition has none: it is a name. */
    static List<Condition> of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.of();
        }
        if (condition instanceof Condition.Any any) {
            return any.of();
        }
        if (condition instanceof Condition.Not not) {
            return List.of(not.of());
        }
        if (condition instanceof Condition.Certainly certainly) {
            return List.of(certainly.of());
        }
        return condition instanceof Condition.Possibly possibly ? List.of(possibly.of()) : List.of();
    }
}
