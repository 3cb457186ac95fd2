package dev.datause;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days that uses can have.
 *
 * @param usedFrom the first day of use
 * @param usedUntil the last
 * @param collectedFrom the first day of collection
 * @param collectedUntil the last
 * @param collectedUnknown whether the day of collection may be unknown
 * @param inOrder whether nothing is used before it was collected
 * @param sameDay whether everything is collected on the day of its use
 * @param steadySince a day since which the facts about members are as they are on the day of use, or
 *     {@link Days#UNKNOWN}
 */
record Window(
        int usedFrom,
        int usedUntil,
        int collectedFrom,
        int collectedUntil,
        boolean collectedUnknown,
        boolean inOrder,
        boolean sameDay,
        int steadySince) {
    /** Every day. */
    static final Window ALL =
            new Window(Days.FIRST, Days.LAST, Days.FIRST, Days.LAST, true, false, false, Days.UNKNOWN);
    /** Every day, everything collected on the day of its use. */
    static final Window SAME_DAY =
            new Window(Days.FIRST, Days.LAST, Days.FIRST, Days.LAST, false, true, true, Days.UNKNOWN);

    /** The days of a passage. */
    static Window of(Passage passage) {
        Optional<Passage.Collected> collected = passage.collected();
        return new Window(
                Days.of(passage.usedFrom()),
                Days.of(passage.usedUntil(), Days.LAST),
                collected.isPresent() ? Days.of(collected.get().from()) : Days.FIRST,
                collected.isPresent() ? Days.of(collected.get().until()) : Days.LAST,
                collected.isEmpty(),
                true,
                false,
                Days.UNKNOWN);
    }

    /** Used on one day, about members whose facts are as they were on an earlier one. */
    static Window on(LocalDate day, LocalDate steadySince, boolean sameDay) {
        int only = Days.of(day);
        int since = Days.of(steadySince);
        return new Window(only, only, Days.FIRST, sameDay ? only : since, !sameDay, true, sameDay, since);
    }

    boolean takesUsed(int day) {
        return day >= usedFrom && day <= usedUntil;
    }

    boolean takesCollected(int used, int collected) {
        if (sameDay) {
            return collected == used;
        }
        if (collected == Days.UNKNOWN) {
            return collectedUnknown;
        }
        return collected >= collectedFrom && collected <= collectedUntil && !(inOrder && collected > used);
    }
}
