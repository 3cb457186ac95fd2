package dev.datause.testkit;

import dev.datause.Condition;
import dev.datause.Country;
import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.Reading;
import dev.datause.UseKind;
import dev.datause.UseSet;
import dev.datause.UseSpace;
import dev.datause.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proves that two policies permit the same, exactly and under every reading: over all cells of the space of all uses. Where
 * their words differ, both are first written with one set of flat words: every country a jurisdiction of its own, every
 * category below no other, and lists in place of what lay below.
 */
final class Equivalence {
    private Equivalence() {}

    /** A use about which the policies differ, in words; empty if there is none. */
    static Optional<String> difference(Policy one, Policy other) {
        for (Reading reading : Hunt.readings(one)) {
            Reading inOther = Hunt.in(other, reading);
            boolean sameWords = one.vocabulary().equals(other.vocabulary());
            DataUsePolicy first = DataUsePolicy.of(sameWords ? one : flat(one, reading), reading);
            DataUsePolicy second = DataUsePolicy.of(sameWords ? other : flat(other, inOther), inOther);
            UseSpace uses = UseSpace.of(List.of(first, second));
            for (UseKind kind : UseKind.all(first.policy().vocabulary())) {
                UseSet permitted = uses.permitted(first, kind);
                UseSet otherwise = uses.permitted(second, kind);
                for (UseSet difference : List.of(permitted.minus(otherwise), otherwise.minus(permitted))) {
                    if (!difference.isEmpty()) {
                        String story = difference.example().orElseThrow().story();
                        return Optional.of("under " + reading.name() + ", " + kind + ": " + story);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Policy flat(Policy policy, Reading reading) {
        Vocabulary words = policy.vocabulary();
        List<Vocabulary.Jurisdiction> countries = new ArrayList<>();
        for (Country country : Country.all()) {
            countries.add(new Vocabulary.Jurisdiction(
                    place(country.code()), country.code(), List.of(country), List.of(), List.of(), Optional.empty()));
        }
        Vocabulary flat = words.toBuilder()
                .purposes(words.purposes().stream()
                        .map(entry -> new Vocabulary.PurposeEntry(
                                entry.name(), entry.title(), entry.defaultRecipient(), entry.usual(), List.of()))
                        .toList())
                .recipients(words.recipients().stream()
                        .map(entry -> new Vocabulary.RecipientEntry(entry.name(), entry.title(), Optional.empty()))
                        .toList())
                .categories(words.categories().stream()
                        .map(entry -> new Vocabulary.CategoryEntry(entry.name(), entry.title(), Optional.empty()))
                        .toList())
                .jurisdictions(countries)
                .build();
        Flat writer = new Flat(policy, reading);
        return policy.toBuilder()
                .vocabulary(flat)
                .controllers(List.of())
                .firstDays(policy.firstDays().stream()
                        .map(table -> new Policy.FirstDays(
                                table.name(),
                                table.rows().stream()
                                        .map(row -> new Policy.FirstDays.Row(writer.places(row.in()), row.day()))
                                        .toList(),
                                table.elsewhere()))
                        .toList())
                .definitions(policy.definitions().stream()
                        .map(d -> new Policy.Definition(d.name(), writer.of(d.condition())))
                        .toList())
                .rules(policy.rules().stream()
                        .map(rule -> new Policy.Rule(
                                rule.id(),
                                rule.effect(),
                                rule.sentence(),
                                writer.of(rule.when()),
                                rule.citations(),
                                rule.remedy()))
                        .toList())
                .build();
    }

    private static String place(String code) {
        return "country-" + code;
    }

    /** Writes conditions with lists in place of groups. */
    private record Flat(Policy policy, Reading reading) {
        Condition of(Condition condition) {
            if (condition instanceof Condition.Located c) {
                return c.in().contains("anywhere") ? c : new Condition.Located(places(c.in()), c.at());
            } else if (condition instanceof Condition.CategoryIs c) {
                return new Condition.CategoryIs(policy.vocabulary().categories().stream()
                        .map(Vocabulary.CategoryEntry::name)
                        .filter(name -> c.oneOf().stream().anyMatch(group -> isBelow(name, group)))
                        .toList());
            } else if (condition instanceof Condition.RecipientIs c) {
                return new Condition.RecipientIs(policy.vocabulary().recipients().stream()
                        .map(Vocabulary.RecipientEntry::name)
                        .filter(name -> c.oneOf().stream().anyMatch(group -> isBelow(name, group)))
                        .toList());
            }
            return condition.mapParts(this::of);
        }

        private boolean isBelow(dev.datause.Category name, dev.datause.Category group) {
            return name.equals(group)
                    || policy.vocabulary().categories().stream()
                            .filter(entry -> entry.name().equals(name))
                            .flatMap(entry -> entry.under().stream())
                            .anyMatch(parent -> isBelow(parent, group));
        }

        private boolean isBelow(dev.datause.Recipient name, dev.datause.Recipient group) {
            return name.equals(group)
                    || policy.vocabulary().recipients().stream()
                            .filter(entry -> entry.name().equals(name))
                            .flatMap(entry -> entry.under().stream())
                            .anyMatch(parent -> isBelow(parent, group));
        }

        List<String> places(List<String> names) {
            Set<String> codes = new TreeSet<>();
            names.forEach(name -> codes.addAll(codes(name)));
            return codes.stream().map(Equivalence::place).toList();
        }

        private Set<String> codes(String name) {
            Vocabulary.Jurisdiction place = policy.vocabulary().jurisdictions().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            Set<String> codes = new TreeSet<>();
            if (place.allExcept().isPresent()) {
                Country.all().forEach(country -> codes.add(country.code()));
                place.allExcept().get().forEach(except -> codes.removeAll(codes(except)));
            }
            place.countries().forEach(country -> codes.add(country.code()));
            place.includes().forEach(included -> codes.addAll(codes(included)));
            for (Vocabulary.IncludesWhen when : place.includesWhen()) {
                if (when.answer().equals(reading.answers().get(when.question()))) {
                    when.jurisdictions().forEach(included -> codes.addAll(codes(included)));
                }
            }
            return codes;
        }
    }
}
