package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DayPairsTest {
    private static final Policy POLICY = SmallWorld.policy(List.of(), List.of(), Policy.Effective.ALWAYS);
    private static final Terms TERMS =
            new Terms(POLICY, POLICY.reading("strict").orElseThrow());
    private static final LocalDate ORDINARY = LocalDate.of(2020, 6, 15);
    private static final LocalDate LIMIT = LocalDate.of(2025, 11, 3);
    private static final Condition FROM_LIMIT = new Condition.UsedFrom(LIMIT);

    private static List<DayPairs.Pair> pairs(Window window, Condition... conditions) {
        Space space = new Space.Builder(TERMS)
                .add(new Condition.All(List.of(conditions)))
                .build();
        return DayPairs.of(List.of(space.axes()), window, Days.of(ORDINARY));
    }

    private static Window window(String usedFrom, String usedUntil, String collectedFrom, String collectedUntil) {
        return new Window(
                day(usedFrom),
                day(usedUntil),
                day(collectedFrom),
                day(collectedUntil),
                true,
                false,
                false,
                Days.UNKNOWN);
    }

    private static int day(String date) {
        return Days.of(LocalDate.parse(date));
    }

    private static List<LocalDate> used(List<DayPairs.Pair> pairs) {
        List<LocalDate> days = new ArrayList<>();
        for (DayPairs.Pair pair : pairs) {
            LocalDate day = Days.date(pair.used());
            if (!days.contains(day)) {
                days.add(day);
            }
        }
        return days;
    }

    private static Set<LocalDate> collected(List<DayPairs.Pair> pairs) {
        Set<LocalDate> days = new TreeSet<>();
        pairs.stream()
                .filter(pair -> pair.collected() != Days.UNKNOWN)
                .forEach(pair -> days.add(Days.date(pair.collected())));
        return days;
    }

    private static List<LocalDate> days(String... dates) {
        return List.of(dates).stream().map(LocalDate::parse).toList();
    }

    private static boolean sameDayOnly(List<DayPairs.Pair> pairs) {
        return pairs.stream().allMatch(pair -> pair.used() == pair.collected());
    }

    @Test
    void theLimitComesFirstThenAnOrdinaryDayThenWhatLiesBesideThemThenTheEnds() {
        assertEquals(
                days(
                        "2025-11-03",
                        "2025-11-04",
                        "2025-11-02",
                        "2020-06-15",
                        "2025-11-05",
                        "2025-11-01",
                        "2020-06-16",
                        "2020-06-14",
                        "2020-06-17",
                        "2020-06-13",
                        "2200-12-31",
                        "1900-01-01",
                        "2200-12-30",
                        "1900-01-02",
                        "2200-12-29",
                        "1900-01-03"),
                used(pairs(Window.ALL, FROM_LIMIT)));
    }

    @Test
    void theBoundsOfAWindowAreLimits() {
        assertEquals(
                days("2024-02-01", "2024-02-02", "2024-02-03", "2024-03-31", "2024-03-30", "2024-03-29"),
                used(pairs(window("2024-02-01", "2024-03-31", "1900-01-01", "2200-12-31"), FROM_LIMIT)));
        List<DayPairs.Pair> bounded = pairs(window("2024-02-01", "2024-02-01", "2024-01-10", "2024-01-20"), FROM_LIMIT);
        assertEquals(days("2024-02-01"), used(bounded));
        assertEquals(
                new TreeSet<>(days("2024-01-10", "2024-01-11", "2024-01-12", "2024-01-18", "2024-01-19", "2024-01-20")),
                collected(bounded));
        assertTrue(bounded.contains(new DayPairs.Pair(day("2024-02-01"), Days.UNKNOWN)));
    }

    @Test
    void otherBoundsLieFurtherFromPlainThanAnOrdinaryDayAndNearerThanTheEnds() {
        Window until = window("1900-01-01", "2024-03-31", "1900-01-01", "2200-12-31");
        assertEquals(
                days(
                        "2020-06-15",
                        "2020-06-16",
                        "2020-06-14",
                        "2024-03-31",
                        "2020-06-17",
                        "2020-06-13",
                        "2024-03-30",
                        "2024-03-29",
                        "1900-01-01",
                        "1900-01-02",
                        "1900-01-03"),
                used(pairs(until, FROM_LIMIT)));
        List<LocalDate> collected =
                used(pairs(window("1900-01-01", "2200-12-31", "2020-06-15", "2024-01-20"), FROM_LIMIT));
        assertEquals(days("2020-06-15", "2025-11-03", "2020-06-16", "2025-11-04"), collected.subList(0, 4));
        assertTrue(collected.indexOf(LocalDate.parse("2024-01-20")) < collected.indexOf(LocalDate.parse("2200-12-31")));
        List<LocalDate> from = used(pairs(window("1900-01-01", "2200-12-31", "2024-01-10", "2200-12-31"), FROM_LIMIT));
        assertEquals(days("2025-11-03", "2025-11-04", "2025-11-02", "2025-11-05", "2025-11-01"), from.subList(0, 5));
        assertTrue(from.indexOf(LocalDate.parse("2024-01-10")) < from.indexOf(LocalDate.parse("2200-12-31")));
    }

    @Test
    void theDayOfCollectionIsThatOfUseUnlessSomethingIsAskedAboutIt() {
        assertTrue(sameDayOnly(pairs(Window.ALL, FROM_LIMIT, new Condition.AgeAtLeast(18, Moment.USE))));
        for (Condition back : List.of(
                new Condition.CollectedFrom(LIMIT),
                new Condition.UsedBeforeCollected(),
                new Condition.AgeAtLeast(18, Moment.COLLECTION))) {
            List<DayPairs.Pair> pairs = pairs(Window.ALL, FROM_LIMIT, back);
            assertFalse(sameDayOnly(pairs), back::toString);
            assertTrue(pairs.contains(new DayPairs.Pair(Days.of(LIMIT), Days.UNKNOWN)), back::toString);
            assertTrue(pairs.contains(new DayPairs.Pair(Days.of(LIMIT), day("2025-11-02"))), back::toString);
            assertEquals(pairs.size(), Set.copyOf(pairs).size(), back::toString);
            assertTrue(sameDayOnly(pairs(Window.SAME_DAY, FROM_LIMIT, back)), back::toString);
        }
    }

    @Test
    void agesOnTwoDaysAreLookedAtTheirDistanceFromEachLimit() {
        Condition grown = new Condition.AgeAtLeast(18, Moment.USE);
        Condition half = new Condition.AgeAtLeast(16, Moment.COLLECTION);
        List<LocalDate> used = used(pairs(Window.ALL, FROM_LIMIT, grown, half));
        for (String day : List.of("2023-11-03", "2027-11-03", "2022-06-15", "2018-06-15", "1902-01-01", "2198-12-31")) {
            assertTrue(used.contains(LocalDate.parse(day)), day);
        }
        assertTrue(used.indexOf(LIMIT.plusDays(2)) < used.indexOf(LIMIT.plusYears(2)));
        // Of ages on one day, or one age on two, nothing lies so far apart.
        List<LocalDate> once = used(pairs(Window.ALL, FROM_LIMIT, grown, new Condition.AgeAtLeast(16, Moment.USE)));
        assertEquals(used(pairs(Window.ALL, FROM_LIMIT)), once);
        List<LocalDate> same =
                used(pairs(Window.ALL, FROM_LIMIT, grown, new Condition.AgeAtLeast(18, Moment.COLLECTION)));
        assertEquals(Set.copyOf(once), Set.copyOf(same));
        // Days on which an age is asked about are limits too.
        Moment fixed = Moment.on(LocalDate.of(2010, 4, 1));
        assertTrue(used(pairs(Window.ALL, new Condition.AgeAtLeast(16, fixed))).contains(LocalDate.of(2010, 4, 1)));
    }

    @Test
    void noDayLiesOutsideTheYearsThatAreTaken() {
        Condition old = new Condition.AgeAtLeast(150, Moment.USE);
        Condition young = new Condition.AgeAtLeast(1, Moment.COLLECTION);
        for (LocalDate day : used(pairs(Window.ALL, FROM_LIMIT, old, young))) {
            assertTrue(day.getYear() >= 1900 && day.getYear() <= 2200, day::toString);
        }
    }
}
