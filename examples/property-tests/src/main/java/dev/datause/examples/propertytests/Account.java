package dev.datause.examples.propertytests;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the warehouse knows of a person. A history that is missing from its map is not known. */
public record Account(
        List<Stay> stays,
        Optional<LocalDate> born,
        boolean believedMinor,
        Map<String, List<Switch>> settings,
        Optional<List<Switch>> privacyControl) {
    /** From a day on, or always, in a country, if it is known. */
    public record Stay(Optional<LocalDate> since, Optional<String> country) {}

    /** On a day a setting was switched off or on; the privacy control was sent or no longer sent. */
    public record Switch(LocalDate day, boolean restricts) {}

    /** The country on a day. */
    Optional<String> country(LocalDate day) {
        Optional<Stay> latest = Optional.empty();
        for (Stay stay : stays) {
            boolean begun = stay.since().isEmpty() || !stay.since().get().isAfter(day);
            boolean later = latest.isEmpty()
                    || latest.get()
                            .since()
                            .orElse(LocalDate.MIN)
                            .isBefore(stay.since().orElse(LocalDate.MIN));
            if (begun && later) {
                latest = Optional.of(stay);
            }
        }
        return latest.flatMap(Stay::country);
    }
}
