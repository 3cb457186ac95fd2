package dev.datause;

import java.util.Arrays;

/**
 * What a member's events amount to, day by day: for each day with events the state they leave, sorted by day.
 *
 * <p>Events come as {@code day << 3 | kind}. On each day the restricting kinds win over the releasing one. A state
 * left by a release is marked, so that a reader may count it from the next day: the state on the day itself is then
 * the one before. Days whose events change nothing are left out. A look-up is a binary search; building is a sort.
 */
final class Timeline {
    /** No history is known: every state is {@link #NOTHING_KNOWN}. */
    static final Timeline UNKNOWN = new Timeline(0, new int[0], new byte[0]);

    static final int NOTHING_KNOWN = 0;
    /** A setting that is off, a signal that is present. */
    static final int RESTRICTED = 1;
    /** A setting that is on, a signal that is absent. */
    static final int FREE = 2;

    static final int NO_OBJECTION = 1;
    static final int FILED = 2;
    static final int GRANTED = 3;

    /** A known and empty history of a switch. */
    static final Timeline FREE_ALWAYS = new Timeline(FREE, new int[0], new byte[0]);
    /** A known and empty history of objections. */
    static final Timeline NEVER_OBJECTED = new Timeline(NO_OBJECTION, new int[0], new byte[0]);

    /** Kinds of events, as bits of a day. */
    static final int RELEASE = 1;

    static final int RESTRICT = 2;
    static final int GRANT = 4;

    private static final int RELEASED = 8;

    private final int initial;
    private final int[] days;
    private final byte[] states;

    private Timeline(int initial, int[] days, byte[] states) {
        this.initial = initial;
        this.days = days;
        this.states = states;
    }

    /**
     * The timeline of a switch: a setting (off restricts) or a signal (present restricts).
     *
     * @param whole whether these are all events; otherwise nothing is known before the first
     */
    static Timeline ofSwitch(long[] events, boolean whole) {
        return of(events, whole ? FREE_ALWAYS : UNKNOWN, false);
    }

    /**
     * The timeline of objections of one scope: filing restricts, granting grants, withdrawing releases.
     *
     * @param whole whether these are all events; otherwise nothing is known before the first
     */
    static Timeline ofObjections(long[] events, boolean whole) {
        return of(events, whole ? NEVER_OBJECTED : UNKNOWN, true);
    }

    private static Timeline of(long[] events, Timeline empty, boolean objections) {
        if (events.length == 0) {
            return empty;
        }
        long[] sorted = events.clone();
        Arrays.sort(sorted);
        int[] days = new int[sorted.length];
        byte[] states = new byte[sorted.length];
        int count = 0;
        int state = empty.initial;
        for (int i = 0; i < sorted.length; ) {
            int day = (int) (sorted[i] >> 3);
            int kinds = 0;
            for (; i < sorted.length && (int) (sorted[i] >> 3) == day; i++) {
                kinds |= (int) sorted[i] & 7;
            }
            boolean released = kinds == RELEASE;
            int next = objections ? objection(state, kinds) : released ? FREE : RESTRICTED;
            if (next != state) {
                days[count] = day;
                states[count++] = (byte) (released ? next | RELEASED : next);
                state = next;
            }
        }
        return new Timeline(empty.initial, Arrays.copyOf(days, count), Arrays.copyOf(states, count));
    }

    private static int objection(int state, int kinds) {
        if ((kinds & GRANT) != 0) {
            return GRANTED;
        }
        if ((kinds & RESTRICT) != 0) {
            // Where nothing is known of before, an earlier grant may still stand.
            return state == GRANTED || state == NOTHING_KNOWN ? GRANTED : FILED;
        }
        return NO_OBJECTION;
    }

    /**
     * The state on a day.
     *
     * @param releaseNextDay whether a release counts only from the day after its event
     */
    int state(int day, boolean releaseNextDay) {
        int[] all = days;
        if (all.length == 0) {
            return initial;
        }
        int at = all.length - 1;
        if (all[at] > day) {
            at = lastOnOrBefore(day);
        }
        if (at >= 0 && releaseNextDay && all[at] == day && (states[at] & RELEASED) != 0) {
            at--;
        }
        return at < 0 ? initial : states[at] & 7;
    }

    private int lastOnOrBefore(int day) {
        int low = 0;
        int high = days.length - 2;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (days[middle] <= day) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    boolean known() {
        return initial != NOTHING_KNOWN;
    }

    /** Takes the days on which the state changes. */
    interface Change {
        /** From this day on the state is {@code state}, by a release or by something else. */
        void to(int state, boolean released, int day);
    }

    /** Tells every change, in order. */
    void tell(Change change) {
        for (int i = 0; i < days.length; i++) {
            change.to(states[i] & 7, (states[i] & RELEASED) != 0, days[i]);
        }
    }

    /** The first day after {@code day} on which the state may be another, under either way of counting. */
    int nextChangeAfter(int day) {
        if (days.length == 0 || days[days.length - 1] < day) {
            return Days.NEVER;
        }
        int at = days[days.length - 1] <= day ? days.length - 1 : lastOnOrBefore(day);
        if (at >= 0 && days[at] == day) {
            return Days.next(day);
        }
        return days[at + 1];
    }

    /** The last day with an event, or {@link Days#UNKNOWN}. */
    int lastDay() {
        return days.length == 0 ? Days.UNKNOWN : days[days.length - 1];
    }

    /** How many days with events there are. */
    int events() {
        return days.length;
    }

    /** The day of an event, counted from zero. */
    int eventDay(int event) {
        return days[event];
    }

    /** The state that an event leaves. */
    int eventState(int event) {
        return states[event] & 7;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timeline timeline
                && timeline.initial == initial
                && Arrays.equals(timeline.days, days)
                && Arrays.equals(timeline.states, states);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(days);
    }

    @Override
    public String toString() {
        return "a history";
    }
}
