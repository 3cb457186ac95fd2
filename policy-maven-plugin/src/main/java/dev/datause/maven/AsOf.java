package dev.datause.maven;

import dev.datause.document.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The day of a check. It is given, or it is that of the build's output: never that of the clock. */
final class AsOf {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private AsOf() {}

    /**
     * The day.
     *
     * @param given {@code YYYY-MM-DD}, or null
     * @param timestamp {@code project.build.outputTimestamp}: a time with its offset, or seconds since 1970; or null
     */
    static LocalDate day(@Nullable String given, @Nullable String timestamp) throws MojoExecutionException {
        if (given != null) {
            return Values.day(given)
                    .orElseThrow(() -> PolicyMojo.couldNot("asOf is a day YYYY-MM-DD in the years 1900 to 2200"));
        }
        if (timestamp == null) {
            throw PolicyMojo.couldNot("no day to check for: give asOf, or set project.build.outputTimestamp");
        }
        Optional<LocalDate> day = ofTimestamp(timestamp);
        if (day.isEmpty() || day.get().getYear() < FIRST_YEAR || day.get().getYear() > LAST_YEAR) {
            throw PolicyMojo.couldNot("project.build.outputTimestamp is no time; set it, or give asOf");
        }
        return day.get();
    }

    private static Optional<LocalDate> ofTimestamp(String timestamp) {
        try {
            Instant instant = timestamp.matches("[0-9]{2,18}")
                    ? Instant.ofEpochSecond(Long.parseLong(timestamp))
                    : OffsetDateTime.parse(timestamp).toInstant();
            return Optional.of(instant.atOffset(ZoneOffset.UTC).toLocalDate());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
