package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {
    private static int day(String text) {
        return Days.of(LocalDate.parse(text));
    }

    @Test
    void theDayAfterAndTheDayBeforeAreThoseOfTheCalendar() {
        for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2025; day = day.plusDays(1)) {
            assertEquals(Days.of(day.plusDays(1)), Days.next(Days.of(day)));
            assertEquals(Days.of(day.minusDays(1)), Days.previous(Days.of(day)));
            assertEquals(day, Days.date(Days.of(day)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1990-05-01, 18, 2008-05-01",
        "2008-02-28, 18, 2026-02-28",
        "2008-02-29, 18, 2026-03-01",
        "2008-02-29, 20, 2028-02-29",
        "2008-03-01, 18, 2026-03-01",
        "2007-12-31, 1, 2008-12-31"
    })
    void anAgeIsReachedOnTheBirthdayAndOnTheFirstOfMarchWhereThereIsNone(String born, int years, String reached) {
        int birthday = Days.birthday(day(born), years);
        assertEquals(LocalDate.parse(reached), Days.date(birthday));
        assertTrue(Days.reached(day(born), years, birthday));
        assertFalse(Days.reached(day(born), years, Days.previous(birthday)));
    }

    @Test
    void theFirstAndTheLastYearAreTakenAndNoOther() {
        assertEquals(Days.FIRST, Days.of(LocalDate.of(1900, 1, 1), "day"));
        assertEquals(Days.LAST, Days.of(LocalDate.of(2200, 12, 31), "day"));
        assertEquals(LocalDate.of(1900, 1, 1), Days.checked(LocalDate.of(1900, 1, 1), "day"));
        for (LocalDate day : new LocalDate[] {LocalDate.of(1899, 12, 31), LocalDate.of(2201, 1, 1)}) {
            String said = assertThrows(IllegalArgumentException.class, () -> Days.checked(day, "born"))
                    .getMessage();
            assertEquals("born: a day lies in the years 1900 to 2200", said);
        }
    }

    @Test
    void aDayThatIsNotGivenIsWhatIsSaidOfIt() {
        assertEquals(Days.NEVER, Days.of(Optional.empty(), Days.NEVER));
        assertEquals(day("2025-11-03"), Days.of(Optional.of(LocalDate.of(2025, 11, 3)), Days.NEVER));
    }
}
