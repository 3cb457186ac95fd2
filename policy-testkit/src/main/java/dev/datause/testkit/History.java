package dev.datause.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What happened to one setting, one signal or one scope of objections, in any order. Immutable.
 *
 * @param events what happened
 * @param whole whether that is everything; if not, more may have happened, on any day
 */
public record History(List<Event> events, boolean whole) implements MadeUp<History> {
    /** Nothing ever happened: a setting is on, a signal is absent, nobody objected. */
    public static final History UNTOUCHED = new History(List.of());

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if nothing is known: then there is no history
     */
    public History {
        events = List.copyOf(events);
        if (events.isEmpty() && !whole) {
            throw new IllegalArgumentException("events: nothing is known");
        }
    }

    /** Everything that happened. */
    public History(List<Event> events) {
        this(events, true);
    }

    /**
     * Something that happened.
     *
     * @param day when
     * @param kind what
     */
    public record Event(LocalDate day, Kind kind) {
        /** Refuses null. */
        public Event {
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(kind, "kind");
        }

        /** Such as {@code off from 2025-11-03}. */
        @Override
        public String toString() {
            return kind.word + " from " + day;
        }
    }

    /** Kinds of events: the first two are of settings, the next two of signals, the rest of objections. */
    public enum Kind {
        /** A setting was switched off. */
        OFF("off"),
        /** A setting was switched on. */
        ON("on"),
        /** A signal began. */
        PRESENT("present"),
        /** A signal ended. */
        ABSENT("absent"),
        /** An objection was filed. */
        FILED("filed"),
        /** An objection was granted. */
        GRANTED("granted"),
        /** An objection was withdrawn. */
        WITHDRAWN("withdrawn");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Whether such an event restricts what may be done with the member's data. */
        public boolean restricts() {
            return switch (this) {
                case OFF, PRESENT, FILED, GRANTED -> true;
                case ON, ABSENT, WITHDRAWN -> false;
            };
        }
    }

    /** One event, and whatever else may have happened. */
    public static History atLeast(LocalDate day, Kind kind) {
        return new History(List.of(new Event(day, kind)), false);
    }

    /** The same and one event more. */
    public History and(LocalDate day, Kind kind) {
        List<Event> more = new ArrayList<>(events);
        more.add(new Event(day, kind));
        return new History(more, whole);
    }

    /** The same events, which are all. */
    History asAll() {
        return new History(events);
    }

    /** The same events, of which it is not known whether they are all. */
    History asSome() {
        return new History(events, false);
    }

    @Override
    public List<History> plainer() {
        List<History> all = new ArrayList<>();
        if (events.size() > 1 || !whole) {
            all.add(UNTOUCHED);
        }
        if (!whole) {
            all.add(asAll());
        }
        for (int i = 0; i < events.size(); i++) {
            List<Event> less = new ArrayList<>(events);
            less.remove(i);
            if (whole || !less.isEmpty()) {
                all.add(new History(less, whole));
            }
        }
        return all;
    }

    @Override
    public int oddity() {
        return whole ? events.size() : events.size() + 1;
    }

    /**
     * What happened in words, in order of the days, such as {@code off from 2025-11-02, on from 2025-11-03}, or {@code
     * off from 2025-11-02, otherwise unknown}.
     */
    @Override
    public String toString() {
        if (events.isEmpty()) {
            return "untouched";
        }
        return events.stream()
                .sorted((a, b) -> a.day().compareTo(b.day()))
                .map(Event::toString)
                .collect(Collectors.joining(", ", "", whole ? "" : ", otherwise unknown"));
    }
}
