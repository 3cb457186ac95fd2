package dev.datause;

import java.util.List;

/**
 * Rewrites a condition for data that is collected on the day of its use: there the two moments are one, and nothing is
 * used before it was collected. Half the axes go away, which is what makes the short form short.
 */
final class SameDay {
    private final Terms terms;

    SameDay(Terms terms) {
        this.terms = terms;
    }

    Condition of(Condition condition) {
        if (condition instanceof Condition.Defined defined) {
            return of(terms.definition(defined.name()));
        }
        if (condition instanceof Condition.CollectedFrom from) {
            return new Condition.UsedFrom(from.day());
        }
        if (condition instanceof Condition.UsedBeforeCollected) {
            return new Condition.Any(List.of());
        }
        return condition.mapParts(this::of).mapMoments(SameDay::moment);
    }

    private static Moment moment(Moment moment) {
        return moment instanceof Moment.AtCollection ? Moment.USE : moment;
    }
}
