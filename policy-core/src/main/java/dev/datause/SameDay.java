package dev.datause;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rewrites a condition for data that is collected on the day of its use: there the two moments are one, and nothing is
 * used before it was collected. Half the axes go away, which is what makes the short form short.
 *
 * <p>No lambdas: the first of a process would take longer than everything else here.
 */
final class SameDay implements UnaryOperator<Condition> {
    private final Terms terms;

    SameDay(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Condition apply(Condition condition) {
        if (condition instanceof Condition.Defined defined) {
            return apply(terms.definition(defined.name()));
        }
        if (condition instanceof Condition.CollectedFrom from) {
            return new Condition.UsedFrom(from.day());
        }
        if (condition instanceof Condition.UsedBeforeCollected) {
            return new Condition.Any(List.of());
        }
        return condition.mapParts(this).mapMoments(AtUse.INSTANCE);
    }

    private enum AtUse implements UnaryOperator<Moment> {
        INSTANCE;

        @Override
        public Moment apply(Moment moment) {
            return moment instanceof Moment.AtCollection ? Moment.USE : moment;
        }
    }
}
