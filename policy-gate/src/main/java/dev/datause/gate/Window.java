package dev.datause.gate;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days from one to another, both included.
 *
 * @param from the first day, if stated
 * @param until the last day, if stated
 */
public record Window(Optional<LocalDate> from, Optional<LocalDate> until) {
    /** Refuses a last day before the first. */
    public Window {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException("until: lies before from");
        }
    }
}
