package dev.datause.gate;

import java.time.LocalDate;
import java.util.Optional;

/** Days from one to another, both included, with open ends far away; {@link #NONE} has none. */
record Span(LocalDate from, LocalDate until) {
    static final Span ALWAYS = new Span(LocalDate.MIN, LocalDate.MAX);
    static final Span NONE = new Span(LocalDate.MAX, LocalDate.MIN);

    static Span of(Optional<Window> window) {
        return window.map(days ->
                        new Span(days.from().orElse(LocalDate.MIN), days.until().orElse(LocalDate.MAX)))
                .orElse(ALWAYS);
    }

    /** Whether every day of the other is one of these. */
    boolean covers(Span other) {
        return !from.isAfter(other.from) && !until.isBefore(other.until);
    }

    /** The days that are in both. */
    Span and(Span other) {
        Span both = new Span(
                from.isAfter(other.from) ? from : other.from, until.isBefore(other.until) ? until : other.until);
        return both.from.isAfter(both.until) ? NONE : both;
    }
}
