package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The days that can matter, the plain ones first. */
class DayPairsTest {
    private static final int ORDINARY = day("2025-11-03");
    private static final int CUT = day("2024-02-28");

    private static int day(String text) {
        return Days.of(LocalDate.parse(text));
    }

    private static Axis cut(Axis.Kind kind, int at, int... cuts) {
        return Axis.cut(new Axis.Key(kind, 0, at, false), cuts, cuts.length + 2, "");
    }

    private static Axis plain(Axis.Kind kind, int at) {
        return Axis.plain(new Axis.Key(kind, 0, at, false), 0, 3, "");
    }

    /** The pairs, one day where both are the same, a question mark where the collection is unknown. */
    private static List<String> told(List<Axis> axes, Window window) {
        List<String> told = new ArrayList<>();
        for (DayPairs.Pair pair : DayPairs.of(axes, window, ORDINARY)) {
            String collected = pair.collected() == Days.UNKNOWN ? "?" : Days.date(pair.collected()) + "";
            told.add(pair.used() == pair.collected() ? collected : Days.date(pair.used()) + " of " + collected);
        }
        assertEquals(new HashSet<>(told).size(), told.size(), "none twice");
        return told;
    }

    private static final List<String> ENDS =
            List.of("2200-12-31", "1900-01-01", "2200-12-30", "1900-01-02", "2200-12-29", "1900-01-03");

    private static List<String> thenTheEnds(String... days) {
        List<String> all = new ArrayList<>(List.of(days));
        all.addAll(ENDS);
        return all;
    }

    @Test
    void whereNothingIsAskedTheOrdinaryDayAndTheEndsAreEnough() {
        List<String> days = thenTheEnds("2025-11-03", "2025-11-04", "2025-11-02", "2025-11-05", "2025-11-01");
        assertEquals(days, told(List.of(), Window.ALL));
        assertEquals(days, told(List.of(cut(Axis.Kind.AGE, Axis.AT_USE, 16, 18)), Window.ALL), "ages of one day");
        assertEquals(days, told(List.of(plain(Axis.Kind.SETTING, Axis.AT_USE)), Window.ALL));
        List<Axis> oneAge =
                List.of(cut(Axis.Kind.AGE, Axis.AT_USE, 16, 18), plain(Axis.Kind.SETTING, Axis.AT_COLLECTION));
        assertEquals(new TreeSet<>(days), used(told(oneAge, Window.ALL)), "ages of one day and a setting of another");
    }

    @Test
    void daysOnWhichSomethingBeginsArePlainerThanTheOrdinaryOne() {
        List<String> days = thenTheEnds(
                "2024-02-28",
                "2025-11-03",
                "2024-02-29",
                "2024-02-27",
                "2025-11-04",
                "2025-11-02",
                "2024-03-01",
                "2024-02-26",
                "2025-11-05",
                "2025-11-01");
        assertEquals(days, told(List.of(cut(Axis.Kind.USED, Axis.AT_USE, CUT)), Window.ALL));
        assertEquals(days, told(List.of(plain(Axis.Kind.FLAG, CUT)), Window.ALL), "a day that is looked at");
        assertEquals(days, told(List.of(cut(Axis.Kind.COLLECTED, Axis.AT_USE, CUT)), Window.SAME_DAY));
    }

    @Test
    void whereTheCollectionMattersEveryDayIsPairedWithEveryOther() {
        for (Axis back : List.of(
                plain(Axis.Kind.ORDER, Axis.AT_USE),
                plain(Axis.Kind.SETTING, Axis.AT_COLLECTION),
                cut(Axis.Kind.COLLECTED, Axis.AT_USE))) {
            List<String> told = told(List.of(back), Window.ALL);
            assertEquals(11 * 12, told.size());
            assertEquals(
                    List.of(
                            "2025-11-03",
                            "2025-11-04",
                            "2025-11-02",
                            "2025-11-05",
                            "2025-11-01",
                            "2025-11-04 of 2025-11-03",
                            "2025-11-03 of 2025-11-04",
                            "2025-11-03 of 2025-11-02",
                            "2025-11-02 of 2025-11-03",
                            "2025-11-05 of 2025-11-03",
                            "2025-11-04 of 2025-11-02",
                            "2025-11-03 of 2025-11-05",
                            "2025-11-03 of 2025-11-01",
                            "2025-11-03 of ?"),
                    told.subList(0, 14));
        }
        Window known = new Window(Days.FIRST, Days.LAST, Days.FIRST, Days.LAST, false, false, false, Days.UNKNOWN);
        assertEquals(
                11 * 11,
                told(List.of(plain(Axis.Kind.ORDER, Axis.AT_USE)), known).size());
        assertEquals(
                11,
                told(List.of(plain(Axis.Kind.ORDER, Axis.AT_USE)), Window.SAME_DAY)
                        .size());
    }

    private static Set<String> used(List<String> told) {
        Set<String> used = new TreeSet<>();
        told.forEach(pair -> used.add(pair.substring(0, 10)));
        return used;
    }

    @Test
    void agesOfTwoDaysMakeTheDaysMatterThatLieSoManyYearsApart() {
        List<String> told = told(
                List.of(cut(Axis.Kind.AGE, Axis.AT_USE, 16, 18), cut(Axis.Kind.AGE, Axis.AT_COLLECTION, 21)),
                Window.ALL);
        Set<String> expected = new TreeSet<>();
        for (LocalDate corner :
                List.of(LocalDate.of(2025, 11, 3), LocalDate.of(1900, 1, 1), LocalDate.of(2200, 12, 31))) {
            for (int years : List.of(0, 2, -2, 3, -3, 5, -5)) {
                for (int near = -2; near <= 2; near++) {
                    LocalDate day = corner.plusYears(years).plusDays(near);
                    if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                        expected.add(day.toString());
                    }
                }
            }
        }
        assertEquals(expected, used(told));
        assertTrue(told.contains("2028-11-03 of 2025-11-03"));
        assertTrue(told.indexOf("2028-11-03") > told.indexOf("2025-11-01"), "so many years apart is less plain");
        assertTrue(told.indexOf("2028-11-03") < told.indexOf("2200-12-31"));
    }

    @Test
    void theLimitsOfAWindowArePlainerThanTheEndsOfTime() {
        Window used = new Window(CUT, day("2026-03-01"), Days.FIRST, Days.LAST, true, true, false, Days.UNKNOWN);
        assertEquals(
                List.of(
                        "2024-02-28",
                        "2025-11-03",
                        "2024-02-29",
                        "2025-11-04",
                        "2025-11-02",
                        "2024-03-01",
                        "2026-03-01",
                        "2025-11-05",
                        "2025-11-01",
                        "2026-02-28",
                        "2026-02-27"),
                told(List.of(), used));
        Window collected = new Window(Days.FIRST, Days.LAST, CUT, day("2026-03-01"), false, true, false, Days.UNKNOWN);
        List<String> told = told(List.of(), collected);
        assertEquals(
                List.of(
                        "2025-11-03",
                        "2025-11-04",
                        "2025-11-02",
                        "2026-03-01",
                        "2025-11-05",
                        "2025-11-01",
                        "2024-02-28",
                        "2026-02-28",
                        "2024-02-29"),
                told.subList(0, 9));
        assertTrue(told.contains("2026-03-03 of 2024-02-28"), "used after the last day of collection");
        assertTrue(told.stream().noneMatch(pair -> pair.contains("?") || pair.startsWith("2024-02-27")));
    }

    @Test
    void whatIsCollectedBeforeTheWindowOfUseIsPairedThoughNothingLooksBack() {
        Window apart =
                new Window(day("2025-11-02"), day("2025-11-03"), Days.FIRST, CUT, false, true, false, Days.UNKNOWN);
        assertEquals(
                List.of(
                        "2025-11-02 of 2024-02-28",
                        "2025-11-03 of 2024-02-28",
                        "2025-11-02 of 2024-02-27",
                        "2025-11-03 of 2024-02-27",
                        "2025-11-02 of 2024-02-26",
                        "2025-11-03 of 2024-02-26",
                        "2025-11-02 of 1900-01-01",
                        "2025-11-03 of 1900-01-01"),
                told(List.of(), apart).subList(0, 8));
    }
}
