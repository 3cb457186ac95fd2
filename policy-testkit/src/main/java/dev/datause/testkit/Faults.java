package dev.datause.testkit;

import dev.datause.Policy;
import dev.datause.Reading;
import dev.datause.Recipient;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the faults of one policy, part by part. */
final class Faults {
    private final Policy policy;
    private final List<Fault> all = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Faults(Policy policy) {
        this.policy = policy;
    }

    List<Fault> all() {
        rules();
        definitions();
        firstDays();
        jurisdictions();
        hierarchies();
        usual();
        readings();
        effective();
        return List.copyOf(all);
    }

    /** Where one condition stands in two places of a rule, the faults are numbered. */
    private void add(String name, Policy faulty) {
        int count = counts.merge(name, 1, Integer::sum);
        all.add(new Fault(count == 1 ? name : name + " (" + count + ")", faulty));
    }

    private void rules() {
        List<Policy.Rule> rules = policy.rules();
        for (int i = 0; i < rules.size(); i++) {
            Policy.Rule rule = rules.get(i);
            add(
                    rule.id() + ": the rule is missing",
                    policy.toBuilder().rules(Changed.without(rules, i)).build());
            Policy.Effect other = rule.effect() == Policy.Effect.PERMIT ? Policy.Effect.PROHIBIT : Policy.Effect.PERMIT;
            Policy.Rule turned =
                    new Policy.Rule(rule.id(), other, rule.sentence(), rule.when(), rule.citations(), rule.remedy());
            add(
                    rule.id() + ": the effect is the other one",
                    policy.toBuilder().rules(Changed.with(rules, i, turned)).build());
            for (ConditionFaults.Change change : ConditionFaults.of(policy, rule.when())) {
                Policy.Rule changed = new Policy.Rule(
                        rule.id(), rule.effect(), rule.sentence(), change.to(), rule.citations(), rule.remedy());
                add(
                        rule.id() + ": " + change.what(),
                        policy.toBuilder()
                                .rules(Changed.with(rules, i, changed))
                                .build());
            }
        }
    }

    private void definitions() {
        List<Policy.Definition> definitions = policy.definitions();
        for (int i = 0; i < definitions.size(); i++) {
            Policy.Definition definition = definitions.get(i);
            for (ConditionFaults.Change change : ConditionFaults.of(policy, definition.condition())) {
                Policy.Definition changed = new Policy.Definition(definition.name(), change.to());
                add(
                        definition.name() + ": " + change.what(),
                        policy.toBuilder()
                                .definitions(Changed.with(definitions, i, changed))
                                .build());
            }
        }
    }

    private void firstDays() {
        for (int i = 0; i < policy.firstDays().size(); i++) {
            Policy.FirstDays table = policy.firstDays().get(i);
            for (int j = 0; j < table.rows().size(); j++) {
                Policy.FirstDays.Row row = table.rows().get(j);
                String where = table.name() + ", row " + row.in();
                table(i, where + ": the row is missing", Changed.without(table.rows(), j), table.elsewhere());
                for (int k = 0; k < row.in().size(); k++) {
                    table(
                            i,
                            where + ": without " + row.in().get(k),
                            Changed.with(
                                    table.rows(), j, new Policy.FirstDays.Row(Changed.without(row.in(), k), row.day())),
                            table.elsewhere());
                }
                for (Optional<LocalDate> day : otherDays(row.day())) {
                    table(
                            i,
                            where + ": " + named(day),
                            Changed.with(table.rows(), j, new Policy.FirstDays.Row(row.in(), day)),
                            table.elsewhere());
                }
            }
            for (Optional<LocalDate> day : otherDays(table.elsewhere())) {
                table(i, table.name() + ", elsewhere: " + named(day), table.rows(), day);
            }
        }
    }

    private void table(int at, String name, List<Policy.FirstDays.Row> rows, Optional<LocalDate> elsewhere) {
        Policy.FirstDays table = new Policy.FirstDays(policy.firstDays().get(at).name(), rows, elsewhere);
        add(
                name,
                policy.toBuilder()
                        .firstDays(Changed.with(policy.firstDays(), at, table))
                        .build());
    }

    /** The day before and the day after; for never, some day. */
    private static List<Optional<LocalDate>> otherDays(Optional<LocalDate> day) {
        return day.isEmpty()
                ? List.of(Optional.of(LocalDate.of(2025, 11, 3)))
                : List.of(day.map(d -> d.minusDays(1)), day.map(d -> d.plusDays(1)), Optional.empty());
    }

    private static String named(Optional<LocalDate> day) {
        return day.map(d -> "from " + d).orElse("never");
    }

    private void jurisdictions() {
        List<Vocabulary.Jurisdiction> places = policy.vocabulary().jurisdictions();
        for (int i = 0; i < places.size(); i++) {
            Vocabulary.Jurisdiction place = places.get(i);
            for (int j = 0; j < place.countries().size(); j++) {
                place(
                        i,
                        "without " + place.countries().get(j).code(),
                        new Vocabulary.Jurisdiction(
                                place.name(),
                                place.title(),
                                Changed.without(place.countries(), j),
                                place.includes(),
                                place.includesWhen(),
                                place.allExcept()));
            }
            for (int j = 0; j < place.includes().size(); j++) {
                place(
                        i,
                        "without " + place.includes().get(j),
                        new Vocabulary.Jurisdiction(
                                place.name(),
                                place.title(),
                                place.countries(),
                                Changed.without(place.includes(), j),
                                place.includesWhen(),
                                place.allExcept()));
            }
            for (int j = 0; j < place.includesWhen().size(); j++) {
                place(
                        i,
                        "never with " + place.includesWhen().get(j).jurisdictions(),
                        new Vocabulary.Jurisdiction(
                                place.name(),
                                place.title(),
                                place.countries(),
                                place.includes(),
                                Changed.without(place.includesWhen(), j),
                                place.allExcept()));
            }
        }
    }

    private void place(int at, String what, Vocabulary.Jurisdiction place) {
        Vocabulary words = policy.vocabulary();
        Vocabulary.Builder changed = words.toBuilder().jurisdictions(Changed.with(words.jurisdictions(), at, place));
        add(place.name() + ": " + what, with(changed));
    }

    private Policy with(Vocabulary.Builder words) {
        return policy.toBuilder().vocabulary(words.build()).build();
    }

    private void hierarchies() {
        Vocabulary words = policy.vocabulary();
        for (int i = 0; i < words.categories().size(); i++) {
            Vocabulary.CategoryEntry entry = words.categories().get(i);
            if (entry.under().isPresent()) {
                List<Vocabulary.CategoryEntry> categories = Changed.with(
                        words.categories(),
                        i,
                        new Vocabulary.CategoryEntry(entry.name(), entry.title(), Optional.empty()));
                add(
                        entry.name() + ": the category lies below no other",
                        with(words.toBuilder().categories(categories)));
            }
        }
        for (int i = 0; i < words.recipients().size(); i++) {
            Vocabulary.RecipientEntry entry = words.recipients().get(i);
            if (entry.under().isPresent()) {
                List<Vocabulary.RecipientEntry> recipients = Changed.with(
                        words.recipients(),
                        i,
                        new Vocabulary.RecipientEntry(entry.name(), entry.title(), Optional.empty()));
                add(
                        entry.name() + ": the recipient belongs to no other",
                        with(words.toBuilder().recipients(recipients)));
            }
        }
    }

    /** What only the short form sees. */
    private void usual() {
        Vocabulary words = policy.vocabulary();
        for (int i = 0; i < words.purposes().size(); i++) {
            Vocabulary.PurposeEntry entry = words.purposes().get(i);
            for (int j = 0; j < entry.usual().size() && entry.usual().size() > 1; j++) {
                purpose(
                        i,
                        "usually without " + entry.usual().get(j).category(),
                        entry.defaultRecipient(),
                        Changed.without(entry.usual(), j));
            }
            for (Vocabulary.RecipientEntry recipient : words.recipients()) {
                if (!recipient.name().equals(entry.defaultRecipient())) {
                    purpose(i, "usually by " + recipient.name(), recipient.name(), entry.usual());
                }
            }
        }
    }

    private void purpose(int at, String what, Recipient recipient, List<Vocabulary.Usual> usual) {
        Vocabulary words = policy.vocabulary();
        Vocabulary.PurposeEntry entry = words.purposes().get(at);
        Vocabulary.PurposeEntry changed =
                new Vocabulary.PurposeEntry(entry.name(), entry.title(), recipient, usual, entry.bases());
        add(entry.name() + ": " + what, with(words.toBuilder().purposes(Changed.with(words.purposes(), at, changed))));
    }

    private void readings() {
        for (int i = 0; i < policy.readings().size(); i++) {
            Reading reading = policy.readings().get(i);
            for (Policy.Question question : policy.questions()) {
                for (Policy.Answer answer : question.answers()) {
                    if (!answer.name().equals(reading.answers().get(question.name()))) {
                        add(
                                "reading " + reading.name() + ": " + question.name() + " is " + answer.name(),
                                policy.toBuilder()
                                        .readings(Changed.with(
                                                policy.readings(),
                                                i,
                                                reading.with(reading.name(), question.name(), answer.name())))
                                        .build());
                    }
                }
            }
        }
    }

    private void effective() {
        Policy.Effective effective = policy.effective();
        if (effective.from().isPresent()) {
            for (Optional<LocalDate> day : otherDays(effective.from())) {
                add(
                        "effective " + named(day),
                        policy.toBuilder()
                                .effective(new Policy.Effective(day, effective.until()))
                                .build());
            }
        }
        if (effective.until().isPresent()) {
            for (Optional<LocalDate> day : otherDays(effective.until())) {
                add(
                        "effective until " + day.map(LocalDate::toString).orElse("ever"),
                        policy.toBuilder()
                                .effective(new Policy.Effective(effective.from(), day))
                                .build());
            }
        }
    }
}
