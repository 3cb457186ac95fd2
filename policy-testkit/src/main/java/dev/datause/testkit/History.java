package dev.datause.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What happened to one setting, one signal or one scope of objections: everything, in any order. Immutable.
 *
 * @param events what happened
 */
public record History(List<Event> events) implements MadeUp<History> {
    /** Nothing ever happened: a setting is on, a signal is absent, nobody objected. */
    public static final History UNTOUCHED = new History(List.of());

    /** Copies the list. */
    public History {
        events = List.copyOf(events);
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

    /** The same and one event more. */
    public History and(LocalDate day, Kind kind) {
        List<Event> more = new ArrayList<>(events);
        more.add(new Event(day, kind));
        return new History(more);
    }

    @Override
    public List<History> plainer() {
        List<History> all = new ArrayList<>();
        if (events.size() > 1) {
            all.add(UNTOUCHED);
        }
        for (int i = 0; i < events.size(); i++) {
            List<Event> less = new ArrayList<>(events);
            less.remove(i);
            all.add(new History(less));
        }
        return all;
    }

    @Override
    public int oddity() {
        return events.size();
    }

    /** What happened in words, in order of the days, such as {@code off from 2025-11-02, on from 2025-11-03}. */
    @Override
    public String toString() {
        if (events.isEmpty()) {
            return "untouched";
        }
        return events.stream()
                .sorted((a, b) -> a.day().compareTo(b.day()))
                .map(Event::toString)
                .collect(Collectors.joining(", "));
    }
}
