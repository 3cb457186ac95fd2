package dev.datause;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Calendar days as ints that compare like days: {@code year << 9 | month << 5 | day}.
 *
 * <p>The packing is monotone, needs no division, and makes an age test one comparison: a birth day moved on by n years
 * is {@code birth + (n << 9)}. For 29 February in a common year that lands after 28 February and before 1 March, so
 * the age is reached on 1 March, which is the rule (FACTS G2).
 */
final class Days {
    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2200;
    /** The first day and the last that this library takes. */
    static final int FIRST = FIRST_YEAR << 9 | 1 << 5 | 1;

    static final int LAST = LAST_YEAR << 9 | 12 << 5 | 31;
    static final int UNKNOWN = -1;
    /** Before every day. */
    static final int ALWAYS = 0;
    /** After every day. */
    static final int NEVER = Integer.MAX_VALUE;

    private Days() {}

    static int of(LocalDate day) {
        return day.getYear() << 9 | day.getMonthValue() << 5 | day.getDayOfMonth();
    }

    static int of(Optional<LocalDate> day, int otherwise) {
        return day.isPresent() ? of(day.get()) : otherwise;
    }

    static LocalDate date(int day) {
        return LocalDate.of(day >> 9, day >> 5 & 15, day & 31);
    }

    /** The packed day of a parameter; refuses null and years outside 1900 to 2200 without repeating the value. */
    static int of(LocalDate day, String parameter) {
        Objects.requireNonNull(day, parameter);
        int year = day.getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    parameter + ": a day lies in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return of(day);
    }

    static LocalDate checked(LocalDate day, String parameter) {
        of(day, parameter);
        return day;
    }

    /** The day after. */
    static int next(int day) {
        return of(date(day).plusDays(1));
    }

    /** The day before. */
    static int previous(int day) {
        return of(date(day).minusDays(1));
    }

    /** The first calendar day on which {@code years} are reached. */
    static int birthday(int birth, int years) {
        int day = birth + (years << 9);
        boolean leapDay = (day & 511) == (2 << 5 | 29);
        return leapDay && !java.time.Year.isLeap(day >> 9) ? (day >> 9) << 9 | 3 << 5 | 1 : day;
    }

    /** Whether {@code years} are reached on {@code day} by a person born on {@code birth}. */
    static boolean reached(int birth, int years, int day) {
        return day >= birth + (years << 9);
    }
}
