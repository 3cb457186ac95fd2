package dev.datause.testkit;

import dev.datause.Member;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The facts about a made-up member as plain values: what {@link #member} tells a policy, and what a test makes its own
 * records of. A {@link Member} keeps its facts to itself; this one shows them, so never fill it from a real record.
 *
 * <p>Immutable; equal if all facts are.
 *
 * @param vocabulary the words the facts are named in
 * @param country the country for a member who never moved; it may be a code that is not assigned
 * @param moves moves to countries; with any, the country is the latest move's
 * @param born the birth day, if known
 * @param flags the flags that are set
 * @param traits the known traits
 * @param settings the histories of settings, by name or alias, as far as they are known
 * @param signals the histories of signals, as far as they are known
 * @param objections the histories of objections, by scope, as far as they are known
 */
public record MadeUpMember(
        Vocabulary vocabulary,
        Optional<String> country,
        List<Move> moves,
        Optional<LocalDate> born,
        Set<String> flags,
        Map<String, String> traits,
        Map<String, History> settings,
        Map<String, History> signals,
        Map<String, History> objections)
        implements MadeUp<MadeUpMember> {
    /** Copies the collections, sorted. */
    public MadeUpMember {
        Objects.requireNonNull(vocabulary, "vocabulary");
        Objects.requireNonNull(country, "country");
        moves = List.copyOf(moves);
        Objects.requireNonNull(born, "born");
        flags = Collections.unmodifiableSet(new TreeSet<>(flags));
        traits = sorted(traits);
        settings = sorted(settings);
        signals = sorted(signals);
        objections = sorted(objections);
    }

    private static <T> Map<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /**
     * A move.
     *
     * @param day when
     * @param country where to, if known
     */
    public record Move(LocalDate day, Optional<String> country) {
        /** Refuses null. */
        public Move {
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(country, "country");
        }
    }

    /** The plain member: in Germany, born on 1 May 1990, the first value of each trait, nothing ever touched. */
    public static MadeUpMember plain(Vocabulary vocabulary) {
        return Plain.member(vocabulary);
    }

    /** The facts about a member that somebody else made up: the witness of a finding, say, or of a cell. */
    public static MadeUpMember of(Member madeUp) {
        Heard heard = new Heard(madeUp.vocabulary());
        madeUp.tell(heard);
        return heard.member();
    }

    /** The member as a policy takes it. */
    public Member member() {
        return member(vocabulary);
    }

    /**
     * The member in the words of another vocabulary that has these.
     *
     * @throws IllegalArgumentException if the vocabulary lacks a name
     */
    public Member member(Vocabulary words) {
        Member.Builder member = Member.in(words);
        country.ifPresent(member::country);
        for (Move move : moves) {
            member.moved(move.day(), move.country().orElse(""));
        }
        born.ifPresent(member::born);
        flags.forEach(member::flag);
        traits.forEach(member::trait);
        settings.forEach((name, history) -> {
            if (history.whole()) {
                member.untouched(name);
            }
            history.events().forEach(event -> give(member, name, event));
        });
        signals.forEach((name, history) -> {
            if (history.whole()) {
                member.neverSent(name);
            }
            history.events().forEach(event -> give(member, name, event));
        });
        objections.forEach((scope, history) -> {
            if (history.whole()) {
                member.neverObjected(scope);
            }
            history.events().forEach(event -> give(member, scope, event));
        });
        return member.build();
    }

    private static void give(Member.Builder member, String name, History.Event event) {
        switch (event.kind()) {
            case OFF -> member.off(name, event.day());
            case ON -> member.on(name, event.day());
            case PRESENT -> member.present(name, event.day());
            case ABSENT -> member.absent(name, event.day());
            case FILED -> member.filed(name, event.day());
            case GRANTED -> member.granted(name, event.day());
            case WITHDRAWN -> member.withdrawn(name, event.day());
        }
    }

    /** The same member in a country all the time. */
    public MadeUpMember in(String code) {
        return new MadeUpMember(
                vocabulary, Optional.of(code), List.of(), born, flags, traits, settings, signals, objections);
    }

    /** The same member in an unknown country all the time. */
    public MadeUpMember inUnknownCountry() {
        return new MadeUpMember(
                vocabulary, Optional.empty(), List.of(), born, flags, traits, settings, signals, objections);
    }

    /** The same member with these moves. */
    public MadeUpMember moved(List<Move> value) {
        return new MadeUpMember(vocabulary, country, value, born, flags, traits, settings, signals, objections);
    }

    /** The same member, born on a day. */
    public MadeUpMember born(LocalDate day) {
        return new MadeUpMember(
                vocabulary, country, moves, Optional.of(day), flags, traits, settings, signals, objections);
    }

    /** The same member, of unknown birth day. */
    public MadeUpMember bornOnUnknownDay() {
        return new MadeUpMember(
                vocabulary, country, moves, Optional.empty(), flags, traits, settings, signals, objections);
    }

    /** The same member with these flags and no others. */
    public MadeUpMember flags(Set<String> value) {
        return new MadeUpMember(vocabulary, country, moves, born, value, traits, settings, signals, objections);
    }

    /** The same member with another value of a trait. */
    public MadeUpMember trait(String name, String value) {
        return new MadeUpMember(
                vocabulary, country, moves, born, flags, with(traits, name, value), settings, signals, objections);
    }

    /** The same member, a trait of whom is unknown. */
    public MadeUpMember withoutTrait(String name) {
        return new MadeUpMember(
                vocabulary, country, moves, born, flags, without(traits, name), settings, signals, objections);
    }

    /** The same member with another history of a setting. */
    public MadeUpMember setting(String name, History history) {
        return new MadeUpMember(
                vocabulary, country, moves, born, flags, traits, with(settings, name, history), signals, objections);
    }

    /** The same member, whose history of a setting is unknown. */
    public MadeUpMember withoutSetting(String name) {
        return new MadeUpMember(
                vocabulary, country, moves, born, flags, traits, without(settings, name), signals, objections);
    }

    /** The same member with another history of a signal. */
    public MadeUpMember signal(String name, History history) {
        return new MadeUpMember(
                vocabulary, country, moves, born, flags, traits, settings, with(signals, name, history), objections);
    }

    /** The same member, whose history of a signal is unknown. */
    public MadeUpMember withoutSignal(String name) {
        return new MadeUpMember(
                vocabulary, country, moves, born, flags, traits, settings, without(signals, name), objections);
    }

    /** The same member with another history of objections of a scope. */
    public MadeUpMember objection(String scope, History history) {
        return new MadeUpMember(
                vocabulary, country, moves, born, flags, traits, settings, signals, with(objections, scope, history));
    }

    /** The same member, whose history of objections of a scope is unknown. */
    public MadeUpMember withoutObjection(String scope) {
        return new MadeUpMember(
                vocabulary, country, moves, born, flags, traits, settings, signals, without(objections, scope));
    }

    private static <T> Map<String, T> with(Map<String, T> from, String name, T value) {
        Map<String, T> copy = new TreeMap<>(from);
        copy.put(name, value);
        return copy;
    }

    private static <T> Map<String, T> without(Map<String, T> from, String name) {
        Map<String, T> copy = new TreeMap<>(from);
        copy.remove(name);
        return copy;
    }

    /** The members of whom one known fact less is known. A flag has no unknown: not set means no. */
    public List<MadeUpMember> lessKnown() {
        List<MadeUpMember> less = new ArrayList<>();
        if (moves.isEmpty() && country.isPresent()) {
            less.add(inUnknownCountry());
        }
        if (born.isPresent()) {
            less.add(bornOnUnknownDay());
        }
        for (int i = 0; i < moves.size(); i++) {
            if (moves.get(i).country().isPresent()) {
                List<Move> changed = new ArrayList<>(moves);
                changed.set(i, new Move(moves.get(i).day(), Optional.empty()));
                less.add(moved(changed));
            }
        }
        traits.keySet().forEach(name -> less.add(withoutTrait(name)));
        settings.forEach((name, history) -> {
            less.add(withoutSetting(name));
            inPart(history).ifPresent(known -> less.add(setting(name, known)));
        });
        signals.forEach((name, history) -> {
            less.add(withoutSignal(name));
            inPart(history).ifPresent(known -> less.add(signal(name, known)));
        });
        objections.forEach((scope, history) -> {
            less.add(withoutObjection(scope));
            inPart(history).ifPresent(known -> less.add(objection(scope, known)));
        });
        return less;
    }

    /** The same member, but that what is known of a history in part is all that happened; what is unknown stays so. */
    public MadeUpMember withWholeHistories() {
        return new MadeUpMember(
                vocabulary, country, moves, born, flags, traits, asAll(settings), asAll(signals), asAll(objections));
    }

    private static Map<String, History> asAll(Map<String, History> histories) {
        Map<String, History> all = new TreeMap<>();
        histories.forEach((name, history) -> all.put(name, history.asAll()));
        return all;
    }

    private static Optional<History> inPart(History history) {
        boolean less = history.whole() && !history.events().isEmpty();
        return less ? Optional.of(history.asSome()) : Optional.empty();
    }

    @Override
    public List<MadeUpMember> plainer() {
        return Plain.plainer(this);
    }

    @Override
    public int oddity() {
        return Plain.oddity(this);
    }

    /** The member in words, such as {@code a made-up member in DE, born 1990-05-01, all settings on}. */
    @Override
    public String toString() {
        return "a made-up member " + Plain.words(this);
    }
}
