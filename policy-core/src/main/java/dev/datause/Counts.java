package dev.datause;

/** From when an event that gives a permission back counts: switching on, ending a signal, withdrawing an objection. */
public enum Counts {
    /** From the day of the event. */
    SAME_DAY,
    /** From the day after the event. */
    NEXT_DAY
}
