package dev.datause;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a made-up member as plain values: what {@link NaiveInterpreter} reads, and what a {@link Member} is
 * made of. A history that is missing from its map is unknown; one that holds an {@code UNTOLD} is unknown before its
 * first other event.
 */
public record TestMember(
        @Nullable String country,
        List<Move> moves,
        @Nullable LocalDate born,
        Set<String> flags,
        Map<String, String> traits,
        Map<String, List<Event>> settings,
        Map<String, List<Event>> signals,
        Map<String, List<Event>> objections) {

    /** Nothing is known. */
    public static final TestMember NOBODY =
            new TestMember(null, List.of(), null, Set.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** A move; a country that is not known is not said. */
    public record Move(LocalDate day, @Nullable String country) {}

    /** What happened on a day: to a setting {@code OFF} or {@code ON}, and so on. */
    public record Event(LocalDate day, Kind kind) {}

    /**
     * Kinds of events; the first two are of settings, the next two of signals, the next three of objections. The last is
     * none: with it, on whatever day, a history is not told from its beginning.
     */
    public enum Kind {
        OFF,
        ON,
        PRESENT,
        ABSENT,
        FILED,
        GRANTED,
        WITHDRAWN,
        UNTOLD
    }

    public TestMember withCountry(@Nullable String value) {
        return new TestMember(value, moves, born, flags, traits, settings, signals, objections);
    }

    public TestMember withMoves(List<Move> value) {
        return new TestMember(country, value, born, flags, traits, settings, signals, objections);
    }

    public TestMember withBorn(@Nullable LocalDate value) {
        return new TestMember(country, moves, value, flags, traits, settings, signals, objections);
    }

    public TestMember withFlags(Set<String> value) {
        return new TestMember(country, moves, born, value, traits, settings, signals, objections);
    }

    /** The trait becomes unknown where {@code value} is null. */
    public TestMember withTrait(String name, @Nullable String value) {
        return new TestMember(country, moves, born, flags, changed(traits, name, value), settings, signals, objections);
    }

    /** The history becomes unknown where {@code events} is null. */
    public TestMember withSetting(String name, @Nullable List<Event> events) {
        return new TestMember(
                country, moves, born, flags, traits, changed(settings, name, events), signals, objections);
    }

    /** The history becomes unknown where {@code events} is null. */
    public TestMember withSignal(String name, @Nullable List<Event> events) {
        return new TestMember(
                country, moves, born, flags, traits, settings, changed(signals, name, events), objections);
    }

    /** The history becomes unknown where {@code events} is null. */
    public TestMember withObjection(String scope, @Nullable List<Event> events) {
        return new TestMember(
                country, moves, born, flags, traits, settings, signals, changed(objections, scope, events));
    }

    private static <T> Map<String, T> changed(Map<String, T> from, String name, @Nullable T value) {
        Map<String, T> copy = new TreeMap<>(from);
        if (value == null) {
            copy.remove(name);
        } else {
            copy.put(name, value);
        }
        return copy;
    }

    /** The same facts as the library takes them. */
    public Member in(Vocabulary vocabulary) {
        Member.Builder member = Member.in(vocabulary);
        if (country != null) {
            member.country(country);
        }
        for (Move move : moves) {
            String code = move.country();
            member.moved(move.day(), code == null ? "" : code);
        }
        if (born != null) {
            member.born(born);
        }
        flags.forEach(member::flag);
        traits.forEach(member::trait);
        settings.forEach((name, events) -> {
            if (whole(events)) {
                member.untouched(name);
            }
            events.forEach(event -> give(member, name, event));
        });
        signals.forEach((name, events) -> {
            if (whole(events)) {
                member.neverSent(name);
            }
            events.forEach(event -> give(member, name, event));
        });
        objections.forEach((scope, events) -> {
            if (whole(events)) {
                member.neverObjected(scope);
            }
            events.forEach(event -> give(member, scope, event));
        });
        return member.build();
    }

    /** Whether a history is told from its beginning. */
    public static boolean whole(List<Event> events) {
        return events.stream().noneMatch(event -> event.kind() == Kind.UNTOLD);
    }

    private static void give(Member.Builder member, String name, Event event) {
        switch (event.kind()) {
            case OFF -> member.off(name, event.day());
            case ON -> member.on(name, event.day());
            case PRESENT -> member.present(name, event.day());
            case ABSENT -> member.absent(name, event.day());
            case FILED -> member.filed(name, event.day());
            case GRANTED -> member.granted(name, event.day());
            case WITHDRAWN -> member.withdrawn(name, event.day());
            case UNTOLD -> {}
        }
    }
}
