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
 */
record Window(
        int usedFrom,
        int usedUntil,
        int collectedFrom,
        int collectedUntil,
        boolean collectedUnknown,
        boolean inOrder,
        boolean sameDay) {
    /** Every day. */
    static final Window ALL = new Window(Days.FIRST, Days.LAST, Days.FIRST, Days.LAST, true, false, false);
    /** Every day, everything collected on the day of its use. */
    static final Window SAME_DAY = new Window(Days.FIRST, Days.LAST, Days.FIRST, Days.LAST, false, true, true);

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
                false);
    }

    /** The same, used on one day only. */
    Window usedOn(LocalDate day) {
        int only = Days.of(day);
        return new Window(only, only, collectedFrom, collectedUntil, collectedUnknown, inOrder, sameDay);
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
