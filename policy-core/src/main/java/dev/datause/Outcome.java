package dev.datause;

import java.util.List;

/** The one way in which rules become an answer: granted for certain, and not possibly prohibited. */
final class Outcome {
    private Outcome() {}

    /** The node that is true where the use is permitted and false everywhere else; never unknown. */
    static int of(Terms terms, Compiler compiler, Diagram diagram, int[] nodes) {
        List<Policy.Rule> rules = terms.policy.rules();
        int granted = Diagram.FALSE;
        int allowed = Diagram.TRUE;
        for (int i = 0; i < nodes.length; i++) {
            switch (rules.get(i).effect()) {
                case PERMIT -> granted = diagram.or(granted, diagram.certainly(nodes[i]));
                case PROHIBIT -> allowed = diagram.and(allowed, diagram.not(diagram.possibly(nodes[i])));
            }
        }
        return diagram.and(diagram.and(granted, allowed), inForce(terms.policy.effective(), compiler, diagram));
    }

    /** The node that is true on the effective days. */
    static int inForce(Policy.Effective effective, Compiler compiler, Diagram diagram) {
        int begun = effective.from().isPresent()
                ? compiler.usedFrom(Days.of(effective.from().get()))
                : Diagram.TRUE;
        int over = effective.until().isPresent()
                ? compiler.usedFrom(Days.next(Days.of(effective.until().get())))
                : Diagram.FALSE;
        return diagram.and(begun, diagram.not(over));
    }

    /** What a space must tell apart for the effective days. */
    static void ask(Policy.Effective effective, Space.Builder space) {
        if (effective.from().isPresent()) {
            space.usedFrom(Days.of(effective.from().get()));
        }
        if (effective.until().isPresent()) {
            space.usedFrom(Days.next(Days.of(effective.until().get())));
        }
    }
}
