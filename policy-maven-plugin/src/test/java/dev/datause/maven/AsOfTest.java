package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfTest {
    @Test
    void theGivenDayCounts() throws Exception {
        assertEquals(LocalDate.of(2025, 11, 3), AsOf.day("2025-11-03", "2030-01-01T00:00:00Z"));
    }

    @Test
    void otherwiseTheDayOfTheOutputInUtc() throws Exception {
        assertEquals(LocalDate.of(2025, 11, 4), AsOf.day(null, "2025-11-03T23:30:00-05:00"));
        assertEquals(LocalDate.of(2025, 11, 3), AsOf.day(null, "2025-11-03T00:00:00Z"));
        assertEquals(LocalDate.of(2025, 11, 3), AsOf.day(null, "1762128000"));
    }

    @Test
    void theFirstAndTheLastDayAreDays() throws Exception {
        assertEquals(LocalDate.of(1900, 1, 1), AsOf.day(null, "1900-01-01T00:00:00Z"));
        assertEquals(LocalDate.of(2200, 12, 31), AsOf.day(null, "2200-12-31T23:59:59Z"));
        assertEquals(LocalDate.of(1900, 1, 1), AsOf.day("1900-01-01", null));
        assertEquals(LocalDate.of(2200, 12, 31), AsOf.day("2200-12-31", null));
    }

    @Test
    void thereIsNoOtherDefault() {
        MojoExecutionException e = assertThrows(MojoExecutionException.class, () -> AsOf.day(null, null));
        assertEquals(
                "Could not check: no day to check for: give asOf, or set project.build.outputTimestamp",
                e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "today", "2025-02-30", "1899-12-31", "2025-11-03T00:00:00Z", "20251103", "2201-01-01"})
    void whatIsNoDayIsRefused(String day) {
        assertEquals(
                "Could not check: asOf is a day YYYY-MM-DD in the years 1900 to 2200",
                assertThrows(MojoExecutionException.class, () -> AsOf.day(day, "2025-11-03T00:00:00Z"))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0",
                "2025-11-03",
                "2025-11-03T00:00:00",
                "${timestamp}",
                "999999999999999999",
                "1899-12-31T23:59:59Z",
                "2201-01-01T00:00:00Z"
            })
    void whatIsNoTimestampIsRefused(String timestamp) {
        assertEquals(
                "Could not check: project.build.outputTimestamp is no time; set it, or give asOf",
                assertThrows(MojoExecutionException.class, () -> AsOf.day(null, timestamp))
                        .getMessage());
    }
}
