package dev.datause.testkit;

import dev.datause.MemberFacts;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what a member tells. */
final class Heard implements MemberFacts {
    private final Vocabulary vocabulary;
    private Optional<String> country = Optional.empty();
    private final List<MadeUpMember.Move> moves = new ArrayList<>();
    private Optional<LocalDate> born = Optional.empty();
    private final Set<String> flags = new TreeSet<>();
    private final Map<String, String> traits = new TreeMap<>();
    private final Map<String, History> settings = new TreeMap<>();
    private final Map<String, History> signals = new TreeMap<>();
    private final Map<String, History> objections = new TreeMap<>();

    Heard(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    MadeUpMember member() {
        return new MadeUpMember(vocabulary, country, moves, born, flags, traits, settings, signals, objections);
    }

    @Override
    public void country(String code) {
        country = Optional.of(code);
    }

    @Override
    public void moved(LocalDate day, String code) {
        moves.add(new MadeUpMember.Move(day, code.isEmpty() ? Optional.empty() : Optional.of(code)));
    }

    @Override
    public void born(LocalDate day) {
        born = Optional.of(day);
    }

    @Override
    public void flag(String name) {
        flags.add(name);
    }

    @Override
    public void trait(String name, String value) {
        traits.put(name, value);
    }

    @Override
    public void settingKnown(String setting) {
        whole(settings, setting);
    }

    private static void whole(Map<String, History> histories, String name) {
        histories.merge(name, History.UNTOUCHED, (told, nothing) -> told.asAll());
    }

    private static void add(Map<String, History> histories, String name, LocalDate day, History.Kind kind) {
        histories.merge(name, History.atLeast(day, kind), (told, event) -> told.and(day, kind));
    }

    @Override
    public void switched(String setting, LocalDate day, boolean on) {
        add(settings, setting, day, on ? History.Kind.ON : History.Kind.OFF);
    }

    @Override
    public void signalKnown(String signal) {
        whole(signals, signal);
    }

    @Override
    public void sent(String signal, LocalDate day, boolean present) {
        add(signals, signal, day, present ? History.Kind.PRESENT : History.Kind.ABSENT);
    }

    @Override
    public void objectionsKnown(String scope) {
        whole(objections, scope);
    }

    @Override
    public void filed(String scope, LocalDate day) {
        add(objections, scope, day, History.Kind.FILED);
    }

    @Override
    public void granted(String scope, LocalDate day) {
        add(objections, scope, day, History.Kind.GRANTED);
    }

    @Override
    public void withdrawn(String scope, LocalDate day) {
        add(objections, scope, day, History.Kind.WITHDRAWN);
    }
}
