package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Month;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Days, months and ages at their edges: ends of months, leap days, birthdays, the day a policy starts. */
class CalendarProperties {
    @Provide
    Arbitrary<LocalDate> days() {
        Arbitrary<LocalDate> any = Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2200, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        Arbitrary<LocalDate> endsOfMonths = any.map(day -> day.withDayOfMonth(day.lengthOfMonth()));
        Arbitrary<LocalDate> leapDays =
                any.filter(LocalDate::isLeapYear).map(day -> LocalDate.of(day.getYear(), Month.FEBRUARY, 29));
        return Arbitraries.oneOf(any, endsOfMonths, leapDays);
    }

    @Provide
    Arbitrary<TestUse> uses() {
        return Arbitraries.randomValue((Random random) -> Bundled.SEEKING.use(random));
    }

    @Property
    void packedDaysCompareAndReadLikeDays(@ForAll("days") LocalDate one, @ForAll("days") LocalDate other) {
        assertEquals(one, Days.date(Days.of(one)));
        assertEquals(
                Integer.signum(one.compareTo(other)), Integer.signum(Integer.compare(Days.of(one), Days.of(other))));
        assertEquals(one.plusDays(1), Days.date(Days.next(Days.of(one))));
    }

    @Property
    void anAgeIsReachedOnTheBirthdayAndForEver(
            @ForAll("days") LocalDate born, @ForAll @IntRange(min = 1, max = 150) int years) {
        LocalDate birthday = NaiveInterpreter.birthday(born, years);
        assertEquals(Days.of(birthday), Days.birthday(Days.of(born), years));
        for (int i = -2; i <= 2; i++) {
            assertEquals(i >= 0, Days.reached(Days.of(born), years, Days.of(birthday.plusDays(i))));
        }
    }

    @Property
    void twoReadingsOfOneUseDifferOnlyTowardsTheStrict(@ForAll("uses") TestUse use) {
        assertEquals(
                Bundled.permits(Bundled.STRICT, use),
                Bundled.permits(Bundled.STRICT, use) && Bundled.permits(Bundled.DOCUMENTED, use));
    }

    @Example
    void bornOnALeapDayOneIsEighteenOnTheFirstOfMarchOfACommonYear() {
        TestMember member = Bundled.adultIn("DE").withBorn(LocalDate.of(2008, 2, 29));
        assertEquals(false, mayTrain(member, LocalDate.of(2026, 2, 28)));
        assertEquals(true, mayTrain(member, LocalDate.of(2026, 3, 1)));
        TestMember younger = Bundled.adultIn("DE").withBorn(LocalDate.of(2008, 3, 1));
        assertEquals(false, mayTrain(younger, LocalDate.of(2026, 2, 28)));
        assertEquals(true, mayTrain(younger, LocalDate.of(2026, 3, 1)));
        TestMember older = Bundled.adultIn("DE").withBorn(LocalDate.of(2008, 2, 28));
        assertEquals(false, mayTrain(older, LocalDate.of(2026, 2, 27)));
        assertEquals(true, mayTrain(older, LocalDate.of(2026, 2, 28)));
    }

    @Example
    void bornOnALeapDayOneIsSixteenOnTheLeapDayOfALeapYear() {
        TestMember member = Bundled.adultIn("US").withBorn(LocalDate.of(2012, 2, 29));
        for (LocalDate day : new LocalDate[] {LocalDate.of(2028, 2, 28), LocalDate.of(2028, 2, 29)}) {
            assertEquals(
                    day.getDayOfMonth() == 29,
                    Bundled.DOCUMENTED.isPermitted(
                            member.in(Bundled.POLICY.vocabulary()), Purpose.of("affiliate-ads"), day));
        }
    }

    @Example
    void aBirthdayOnTheDayOfTheStartCounts() {
        TestMember member = Bundled.adultIn("FR").withBorn(LocalDate.of(2007, 11, 3));
        assertEquals(false, mayTrain(member, LocalDate.of(2025, 11, 2)));
        assertEquals(true, mayTrain(member, LocalDate.of(2025, 11, 3)));
        assertEquals(false, mayTrain(member.withBorn(LocalDate.of(2007, 11, 4)), LocalDate.of(2025, 11, 3)));
    }

    private static boolean mayTrain(TestMember member, LocalDate day) {
        return Bundled.STRICT.isPermitted(member.in(Bundled.POLICY.vocabulary()), Purpose.of("ai-training"), day);
    }
}
