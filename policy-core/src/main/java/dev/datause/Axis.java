package dev.datause;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that conditions ask about a use, cut into finitely many coordinates on which no condition can tell two
 * uses apart. Coordinate 0 is "unknown" on every axis that can be.
 */
final class Axis {
    /** What is asked; the order is the order in which diagrams ask. */
    enum Kind {
        /** The interval of the day of use. */
        USED,
        /** Unknown, or the interval of the day of collection. */
        COLLECTED,
        /** Unknown, used on or after the collection, used before it. */
        ORDER,
        /** Unknown, or the audience. */
        AUDIENCE,
        /** Unknown, or the class of the country. */
        PLACE,
        /** Unknown, or the number of ages reached. */
        AGE,
        /** Not set, set. */
        FLAG,
        /** Unknown, or the value. */
        TRAIT,
        /** Unknown, off, on. */
        SETTING,
        /** Unknown, present, absent. */
        SIGNAL,
        /** Unknown, none, filed, granted. */
        OBJECTION
    }

    static final int AT_USE = 0;
    static final int AT_COLLECTION = 1;
    /** As an order: not before the day of collection, before it. */
    static final int IN_ORDER = 1;

    static final int USED_FIRST = 2;
    /** So few cuts are faster tried one by one than searched. */
    private static final int FEW = 8;

    /** What a walk does at an axis: the kinds again, as numbers that a step can jump by, with alike ones in one. */
    private static final int USED = 0;

    private static final int COLLECTED = 1;
    private static final int ORDER = 2;
    private static final int AUDIENCE = 3;
    private static final int PLACE = 4;
    private static final int AGE = 5;
    private static final int VALUE = 6;
    private static final int HISTORY = 7;

    private static final int[] NO_CUTS = {};
    private static final short[] NO_CLASSES = {};

    final Kind kind;
    /** The position of the flag, trait, setting, signal or scope in the vocabulary. */
    final int subject;
    /** The position of the subject among all values, or all histories, of a member. */
    private final int slot;

    private final int step;
    /** {@link #AT_USE}, {@link #AT_COLLECTION}, or a day. */
    final int at;

    final boolean nextDay;
    final int size;
    /** Of days: the first day of each interval but the first. Of ages: the ages. */
    final int[] cuts;
    /** Of places: the class of each country, by one more than its index. */
    final short[] classes;
    /** What is unknown at coordinate 0, for people. */
    final String fact;

    private Axis(Key key, int slot, int size, int[] cuts, short[] classes, String fact) {
        this.slot = slot;
        step = step(key.kind);
        kind = key.kind;
        subject = key.subject;
        at = key.at;
        nextDay = key.nextDay;
        this.size = size;
        this.cuts = cuts;
        this.classes = classes;
        this.fact = fact;
    }

    static Axis plain(Key key, int slot, int size, String fact) {
        return new Axis(key, slot, size, NO_CUTS, NO_CLASSES, fact);
    }

    static Axis cut(Key key, int[] cuts, int size, String fact) {
        return new Axis(key, 0, size, cuts, NO_CLASSES, fact);
    }

    static Axis places(Key key, short[] classes, int size, String fact) {
        return new Axis(key, 0, size, NO_CUTS, classes, fact);
    }

    private static int step(Kind kind) {
        return switch (kind) {
            case USED -> USED;
            case COLLECTED -> COLLECTED;
            case ORDER -> ORDER;
            case AUDIENCE -> AUDIENCE;
            case PLACE -> PLACE;
            case AGE -> AGE;
            case FLAG, TRAIT -> VALUE;
            case SETTING, SIGNAL, OBJECTION -> HISTORY;
        };
    }

    /** What makes an axis that axis. */
    record Key(Kind kind, int subject, int at, boolean nextDay) implements Comparable<Key> {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && compareTo(that) == 0;
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, subject, at, nextDay);
        }

        @Override
        public int compareTo(Key other) {
            int byKind = kind.compareTo(other.kind);
            int bySubject = byKind != 0 ? byKind : Integer.compare(subject, other.subject);
            int byMoment = bySubject != 0 ? bySubject : Integer.compare(at, other.at);
            return byMoment != 0 ? byMoment : Boolean.compare(nextDay, other.nextDay);
        }
    }

    Key key() {
        return new Key(kind, subject, at, nextDay);
    }

    /** The day that a moment names, or {@link Days#UNKNOWN}. */
    static int day(int at, int used, int collected) {
        return at == AT_USE ? used : at == AT_COLLECTION ? collected : at;
    }

    /** Where a use lies on this axis. Allocates nothing. */
    int coordinate(Member member, int used, int collected, int audience) {
        return switch (step) {
            case USED -> interval(used);
            case COLLECTED -> collected == Days.UNKNOWN ? 0 : 1 + interval(collected);
            case ORDER -> collected == Days.UNKNOWN ? 0 : used < collected ? USED_FIRST : IN_ORDER;
            case AUDIENCE -> audience;
            case PLACE -> classes[member.countryOn(day(at, used, collected))];
            case AGE -> age(member.birth, day(at, used, collected));
            case VALUE -> member.values[slot];
            default -> state(member, day(at, used, collected));
        };
    }

    private int age(int birth, int day) {
        return birth == Days.UNKNOWN || day == Days.UNKNOWN ? 0 : 1 + agesReached(birth, day);
    }

    private int state(Member member, int day) {
        return day == Days.UNKNOWN ? 0 : member.state(slot, day, nextDay);
    }

    /** The interval between the cuts in which a day lies. */
    int interval(int day) {
        return interval(cuts, day);
    }

    /** How many of the cuts lie on or before a day. */
    static int interval(int[] cuts, int day) {
        int interval = cuts.length;
        if (interval > FEW) {
            int at = Arrays.binarySearch(cuts, day);
            return at < 0 ? -at - 1 : at + 1;
        }
        while (interval > 0 && day < cuts[interval - 1]) {
            interval--;
        }
        return interval;
    }

    private int agesReached(int birth, int day) {
        int reached = cuts.length;
        while (reached > 0 && !Days.reached(birth, cuts[reached - 1], day)) {
            reached--;
        }
        return reached;
    }

    /** Whether the answer is a value or a state of a history, as against a day, a place, an age or an audience. */
    boolean isSteady() {
        return step == HISTORY || step == VALUE;
    }

    /** Where this history or value lies among the {@link Member#steady} ones, or a negative number if it is none. */
    int steadyShift(int histories) {
        return step == HISTORY ? Member.steadyShift(slot) : step == VALUE ? Member.steadyShift(histories + slot) : -1;
    }

    /** The coordinate of an ordinary member: nothing touched, no flag set, the first value of a trait. */
    int ordinary() {
        return switch (kind) {
            case FLAG -> 0;
            case TRAIT, OBJECTION -> 1;
            case SETTING, SIGNAL -> Timeline.FREE;
            case USED, COLLECTED, ORDER, AUDIENCE, PLACE, AGE -> throw new IllegalStateException("nothing is ordinary");
        };
    }

    /** Whether the coordinate can change with the day of use alone. */
    boolean dependsOnUse() {
        return switch (kind) {
            case USED, ORDER -> true;
            case COLLECTED, AUDIENCE, FLAG, TRAIT -> false;
            case PLACE, AGE, SETTING, SIGNAL, OBJECTION -> at == AT_USE;
        };
    }

    /** The first day after {@code used} on which the coordinate may be another; asked where it depends on the use. */
    int nextChangeAfter(Member member, int used, int collected) {
        return switch (kind) {
            case USED -> nextCut(used);
            case ORDER -> collected > used ? collected : Days.NEVER;
            case PLACE -> member.nextMoveAfter(used);
            case AGE -> nextBirthday(member.birth, used);
            case SETTING, SIGNAL, OBJECTION -> member.histories[slot].nextChangeAfter(used);
            case COLLECTED, AUDIENCE, FLAG, TRAIT -> Days.NEVER;
        };
    }

    private int nextCut(int day) {
        int interval = interval(day);
        return interval == cuts.length ? Days.NEVER : cuts[interval];
    }

    private int nextBirthday(int birth, int used) {
        // An unknown birth lies before every day: no birthday is ahead of it.
        for (int years : cuts) {
            if (!Days.reached(birth, years, used)) {
                return Days.birthday(birth, years);
            }
        }
        return Days.NEVER;
    }
}
