package dev.datause.analysis;

import dev.datause.Audience;
import dev.datause.Country;
import dev.datause.DataUsePolicy;
import dev.datause.Ground;
import dev.datause.Member;
import dev.datause.Policy;
import dev.datause.Region;
import dev.datause.Use;
import dev.datause.UseKind;
import dev.datause.UseSet;
import dev.datause.UseSpace;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the rows of a {@link PolicyMatrix}, for one age after the other. */
final class MatrixRows {
    private static final int MOST_CONDITIONS = 24;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate ORDINARY = LocalDate.of(2025, 11, 3);

    private final DataUsePolicy policy;
    private final UseSpace uses;
    private final Map<UseSet, List<String>> conditions = new HashMap<>();

    MatrixRows(DataUsePolicy policy) {
        this.policy = policy;
        uses = UseSpace.ofSameDay(List.of(policy));
    }

    PolicyMatrix matrix(List<UseKind> kinds, int age) {
        Map<List<Object>, List<UseKind>> alike = new LinkedHashMap<>();
        Map<List<Object>, List<PolicyMatrix.Place>> places = new HashMap<>();
        Map<UseKind, List<PolicyMatrix.Place>> byKind = new HashMap<>();
        uses.lots(kinds).forEach((first, lot) -> {
            UseSet permitted = uses.permitted(policy, first);
            if (!permitted.isEmpty()) {
                List<PolicyMatrix.Place> of = places(permitted, age);
                lot.forEach(kind -> byKind.put(kind, of));
            }
        });
        for (UseKind kind : kinds) {
            List<PolicyMatrix.Place> of = byKind.get(kind);
            if (of != null) {
                List<Object> key = List.of(kind.purpose(), kind.recipient(), of);
                alike.computeIfAbsent(key, k -> new ArrayList<>()).add(kind);
                places.put(key, of);
            }
        }
        List<PolicyMatrix.Row> rows = new ArrayList<>();
        alike.forEach((key, of) -> rows.add(new PolicyMatrix.Row(of, places.getOrDefault(key, List.of()))));
        return new PolicyMatrix(policy.policy().id(), policy.reading().name(), age, rows);
    }

    private List<PolicyMatrix.Place> places(UseSet permitted, int age) {
        Map<UseSet, List<Country>> alike = new LinkedHashMap<>();
        permitted
                .asIfIn()
                .forEach((country, set) ->
                        alike.computeIfAbsent(set, s -> new ArrayList<>()).add(country));
        List<LocalDate> days = new ArrayList<>(permitted.changeDays());
        days.add(0, days.isEmpty() ? ORDINARY : days.get(0).minusDays(1));
        Map<List<PolicyMatrix.Span>, List<Country>> bySpans = new LinkedHashMap<>();
        alike.forEach((set, countries) -> bySpans.computeIfAbsent(
                        spans(set, countries.get(0), days, age), s -> new ArrayList<>())
                .addAll(countries));
        List<PolicyMatrix.Place> places = new ArrayList<>();
        bySpans.forEach((spans, countries) -> {
            List<Country> sorted = countries.stream().sorted().toList();
            places.add(new PolicyMatrix.Place(sorted, uses.named(sorted), spans));
        });
        return places;
    }

    private List<PolicyMatrix.Span> spans(UseSet set, Country country, List<LocalDate> days, int age) {
        List<PolicyMatrix.Span> spans = new ArrayList<>();
        for (LocalDate day : days) {
            PolicyMatrix.Span span = span(set.asIfUsedOn(day), plain(set.kind(), country, day, age), spans.isEmpty());
            PolicyMatrix.Span before = spans.isEmpty() ? span : spans.get(spans.size() - 1);
            boolean same = before.answer() == span.answer()
                    && before.conditions().equals(span.conditions())
                    && before.rule().equals(span.rule());
            if (spans.isEmpty() || !same) {
                spans.add(span);
            }
        }
        return spans;
    }

    private PolicyMatrix.Span span(UseSet permitted, Use plain, boolean first) {
        boolean never = permitted.isEmpty();
        boolean granted = uses.permitted(policy, permitted.kind()).contains(plain);
        PolicyMatrix.Answer answer = granted
                ? PolicyMatrix.Answer.PERMITTED
                : never ? PolicyMatrix.Answer.NEVER : PolicyMatrix.Answer.ONLY_IF;
        Optional<Policy.Rule> rule = deciding(permitted.kind(), plain, granted);
        return new PolicyMatrix.Span(
                first ? Optional.empty() : Optional.of(plain.used()),
                answer,
                never ? List.of() : conditions(permitted),
                rule.map(Policy.Rule::id),
                rule.map(one -> one.citations().get(0)));
    }

    /** The first rule on which the decision about a use rests: found among sets, which costs less than compiling grounds. */
    private Optional<Policy.Rule> deciding(UseKind kind, Use use, boolean granted) {
        for (Policy.Rule rule : policy.policy().rules()) {
            if (granted == (rule.effect() == Policy.Effect.PERMIT)
                    && uses.reached(policy, kind, rule).contains(use)) {
                return Optional.of(rule);
            }
        }
        return policy.decide(use).grounds().stream()
                .filter(ground -> !(ground instanceof Ground.NotGranted))
                .flatMap(ground -> ground.rules().stream())
                .findFirst();
    }

    /** What must hold for a use to lie in the set. */
    private List<String> conditions(UseSet permitted) {
        return conditions.computeIfAbsent(permitted, set -> {
            UseSet every = uses.every(set.kind());
            List<Region> regions = every.minus(set).regions(every, MOST_CONDITIONS);
            List<String> words = new ArrayList<>();
            regions.forEach(region -> words.add(String.join(", or ", region.wordsOutside())));
            return words.size() > MOST_CONDITIONS ? List.of("too much to write down: ask the policy") : words;
        });
    }

    /** A use of a member of the age who touched nothing, of data shown to the first of the audiences. */
    private Use plain(UseKind kind, Country country, LocalDate day, int age) {
        Vocabulary words = policy.policy().vocabulary();
        Member.Builder member = policy.member().country(country.code()).othersUntouched();
        LocalDate born = day.minusYears(age);
        member.born(born.isBefore(FIRST) ? FIRST : born);
        for (Vocabulary.Trait trait : words.traits()) {
            member.trait(trait.name(), trait.values().get(0));
        }
        Use.Builder use = Use.of(member.build()).collected(day);
        kind.purpose().ifPresent(use::purpose);
        kind.recipient().ifPresent(use::recipient);
        kind.category().ifPresent(use::category);
        if (!words.audiences().isEmpty()) {
            use.audience(Audience.of(words.audiences().get(0).name()));
        }
        return use.used(day);
    }
}
