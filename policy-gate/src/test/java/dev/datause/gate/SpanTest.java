package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Spans are sets of days: what covers what, and what is in both, is what it is of sets. */
class SpanTest {
    /** The days that are looked at: the first and the last that there are, and some between. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.MIN, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3), LocalDate.MAX);

    private static List<Span> spans() {
        List<Span> spans = new ArrayList<>(List.of(Span.NONE));
        for (int from = 0; from < DAYS.size(); from++) {
            for (int until = from; until < DAYS.size(); until++) {
                spans.add(new Span(DAYS.get(from), DAYS.get(until)));
            }
        }
        return spans;
    }

    private static Set<LocalDate> days(Span span) {
        Set<LocalDate> days = new HashSet<>();
        for (LocalDate day : DAYS) {
            if (!day.isBefore(span.from()) && !day.isAfter(span.until())) {
                days.add(day);
            }
        }
        return days;
    }

    @Test
    void oneCoversAnotherIfItHasAllItsDays() {
        for (Span one : spans()) {
            for (Span other : spans()) {
                assertEquals(days(one).containsAll(days(other)), one.covers(other), one + " covers " + other);
            }
        }
    }

    @Test
    void whatIsInBothIsASpanOfTheDaysThatAreInBoth() {
        for (Span one : spans()) {
            for (Span other : spans()) {
                Span both = one.and(other);
                Set<LocalDate> wanted = days(one);
                wanted.retainAll(days(other));
                assertEquals(wanted, days(both), one + " and " + other);
                assertEquals(wanted.isEmpty(), both.equals(Span.NONE), one + " and " + other);
                assertEquals(both, other.and(one));
            }
        }
    }

    @Test
    void aWindowIsOpenWhereItSaysNothing() {
        Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 1, 2));
        assertEquals(Span.ALWAYS, Span.of(Optional.empty()));
        assertEquals(Span.ALWAYS, Span.of(Optional.of(new Window(Optional.empty(), Optional.empty()))));
        assertEquals(new Span(day.get(), LocalDate.MAX), Span.of(Optional.of(new Window(day, Optional.empty()))));
        assertEquals(new Span(LocalDate.MIN, day.get()), Span.of(Optional.of(new Window(Optional.empty(), day))));
    }
}
