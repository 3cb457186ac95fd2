package dev.datause.testkit;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Country;
import dev.datause.DataUsePolicy;
import dev.datause.Member;
import dev.datause.Policy;
import dev.datause.Purpose;
import dev.datause.Reading;
import dev.datause.Recipient;
import dev.datause.Use;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy permits of plain members: where a use that is one fact away shows most. Found by deciding every kind of
 * use, once for each group of countries, under each of the policy's readings.
 */
final class Granted {
    /**
     * A kind of use that is permitted of plain members in some countries.
     *
     * @param purpose what for
     * @param recipient by whom
     * @param category of what
     * @param audience shown to whom
     * @param countries members of which countries
     * @param facts what about a member matters to it in some reading
     * @param histories those facts that are histories
     */
    record Kind(
            Purpose purpose,
            Recipient recipient,
            Category category,
            Optional<Audience> audience,
            List<String> countries,
            List<String> facts,
            List<String> histories) {
        Kind reading(List<String> read) {
            List<String> histories = read.stream()
                    .filter(fact -> fact.startsWith(Reads.SETTING)
                            || fact.startsWith(Reads.SIGNAL)
                            || fact.startsWith(Reads.OBJECTION))
                    .toList();
            return new Kind(purpose, recipient, category, audience, countries, read, histories);
        }
    }

    private final Policy policy;
    private final LocalDate day;

    private Granted(Policy policy, LocalDate day) {
        this.policy = policy;
        this.day = day;
    }

    /** On a day on which everything that begins has begun. */
    static List<Kind> on(LocalDate day, Policy policy) {
        return new Granted(policy, day).kinds();
    }

    /** Groups of countries: those that a jurisdiction lists itself, and all that none lists. */
    static List<List<String>> groups(Vocabulary words) {
        List<List<String>> groups = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (Vocabulary.Jurisdiction jurisdiction : words.jurisdictions()) {
            if (!jurisdiction.countries().isEmpty()) {
                List<String> group =
                        jurisdiction.countries().stream().map(Country::code).toList();
                groups.add(group);
                listed.addAll(group);
            }
        }
        List<String> rest = Country.all().stream()
                .map(Country::code)
                .filter(code -> !listed.contains(code))
                .toList();
        if (!rest.isEmpty()) {
            groups.add(rest);
        }
        return groups;
    }

    private List<Kind> kinds() {
        Vocabulary words = policy.vocabulary();
        List<DataUsePolicy> compiled = new ArrayList<>();
        for (Reading reading : policy.readings()) {
            compiled.add(DataUsePolicy.of(policy, reading));
        }
        List<Optional<Audience>> audiences = new ArrayList<>();
        audiences.add(Optional.empty());
        words.audiences().forEach(entry -> audiences.add(Optional.of(Audience.of(entry.name()))));
        Set<Kind> kinds = new LinkedHashSet<>();
        for (List<String> group : groups(words)) {
            Member member = Plain.member(words).in(group.get(0)).member();
            for (Vocabulary.PurposeEntry purpose : words.purposes()) {
                for (Vocabulary.RecipientEntry recipient : words.recipients()) {
                    for (Vocabulary.CategoryEntry category : words.categories()) {
                        for (Optional<Audience> audience : audiences) {
                            Kind kind = new Kind(
                                    purpose.name(),
                                    recipient.name(),
                                    category.name(),
                                    audience,
                                    group,
                                    List.of(),
                                    List.of());
                            Use use = use(kind, member);
                            if (compiled.stream().anyMatch(one -> one.isPermitted(use))) {
                                kinds.add(kind);
                            }
                        }
                    }
                }
            }
        }
        return withoutNeedlessAudiences(kinds);
    }

    /** Where data is permitted that was shown to nobody knows whom, its audience does not matter. */
    private List<Kind> withoutNeedlessAudiences(Set<Kind> kinds) {
        Member plain = Plain.member(policy.vocabulary()).member();
        Map<Kind, List<String>> read = new HashMap<>();
        return kinds.stream()
                .filter(kind -> kind.audience().isEmpty()
                        || !kinds.contains(new Kind(
                                kind.purpose(),
                                kind.recipient(),
                                kind.category(),
                                Optional.empty(),
                                kind.countries(),
                                List.of(),
                                List.of())))
                .map(kind -> kind.reading(read.computeIfAbsent(
                        new Kind(
                                kind.purpose(),
                                kind.recipient(),
                                kind.category(),
                                kind.audience(),
                                List.of(),
                                List.of(),
                                List.of()),
                        same -> Reads.inAnyReading(policy, use(kind, plain)))))
                .toList();
    }

    private Use use(Kind kind, Member member) {
        Use.Builder use = Use.of(member)
                .purpose(kind.purpose())
                .recipient(kind.recipient())
                .category(kind.category())
                .collected(day);
        kind.audience().ifPresent(use::audience);
        return use.used(day);
    }
}
