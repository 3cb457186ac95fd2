package dev.datause.testkit;

import dev.datause.Policy;
import dev.datause.Reading;
import dev.datause.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** A policy in which one part is another. */
final class Changed {
    private Changed() {}

    /** The list with {@code value} in place of the element at {@code at}. */
    static <T> List<T> with(List<T> list, int at, T value) {
        List<T> changed = new ArrayList<>(list);
        changed.set(at, value);
        return changed;
    }

    /** The list without the element at {@code at}. */
    static <T> List<T> without(List<T> list, int at) {
        List<T> changed = new ArrayList<>(list);
        changed.remove(at);
        return changed;
    }

    static Policy rules(Policy p, List<Policy.Rule> rules) {
        return of(p, p.effective(), p.vocabulary(), p.readings(), p.firstDays(), p.definitions(), rules);
    }

    static Policy effective(Policy p, Policy.Effective effective) {
        return of(p, effective, p.vocabulary(), p.readings(), p.firstDays(), p.definitions(), p.rules());
    }

    static Policy vocabulary(Policy p, Vocabulary vocabulary) {
        return of(p, p.effective(), vocabulary, p.readings(), p.firstDays(), p.definitions(), p.rules());
    }

    static Policy readings(Policy p, List<Reading> readings) {
        return of(p, p.effective(), p.vocabulary(), readings, p.firstDays(), p.definitions(), p.rules());
    }

    static Policy firstDays(Policy p, List<Policy.FirstDays> firstDays) {
        return of(p, p.effective(), p.vocabulary(), p.readings(), firstDays, p.definitions(), p.rules());
    }

    static Policy definitions(Policy p, List<Policy.Definition> definitions) {
        return of(p, p.effective(), p.vocabulary(), p.readings(), p.firstDays(), definitions, p.rules());
    }

    private static Policy of(
            Policy p,
            Policy.Effective effective,
            Vocabulary vocabulary,
            List<Reading> readings,
            List<Policy.FirstDays> firstDays,
            List<Policy.Definition> definitions,
            List<Policy.Rule> rules) {
        return new Policy(
                p.id(),
                p.version(),
                p.title(),
                effective,
                vocabulary,
                p.sources(),
                p.questions(),
                readings,
                p.defaultReading(),
                firstDays,
                definitions,
                rules,
                p.controllers());
    }

    /** The vocabulary with other purposes, recipients, categories and jurisdictions. */
    static Vocabulary words(
            Vocabulary v,
            List<Vocabulary.PurposeEntry> purposes,
            List<Vocabulary.RecipientEntry> recipients,
            List<Vocabulary.CategoryEntry> categories,
            List<Vocabulary.Jurisdiction> jurisdictions) {
        return new Vocabulary(
                purposes,
                recipients,
                categories,
                v.audiences(),
                jurisdictions,
                v.settings(),
                v.signals(),
                v.objections(),
                v.flags(),
                v.traits());
    }
}
