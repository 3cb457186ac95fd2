package dev.datause;

import dev.datause.document.Lines;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random consistent policies over random words: every name they use is defined, nothing leads back to itself, no
 * country lies in two rows, no rule is dead by its form. Every part of the format occurs, and every kind of condition.
 * Small: up to four words of a kind, six rules, conditions of depth three.
 */
final class RandomPolicies {
    private static final List<String> CODES =
            List.of("AT", "BE", "DE", "FR", "GB", "GG", "IS", "NO", "CH", "US", "CA", "HK", "JP", "ZA");
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(1900, 1, 1),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 9, 18),
            LocalDate.of(2025, 11, 3),
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2200, 12, 31));
    private static final List<String> TEXTS = List.of(
            "So it is.",
            "\u201cWe\u201d said: \"no\"",
            "Settings > Data \\ privacy",
            "\u00c4\u00d6\u00dc \u65e5\u672c\u8a9e \ud83d\ude00",
            "a/b {c} [d] ... x",
            "1");

    private final RandomGenerator random;
    private final List<Policy.Source> sources = new ArrayList<>();
    private final List<Policy.Question> questions = new ArrayList<>();
    private final List<Policy.FirstDays> tables = new ArrayList<>();
    private final List<Policy.Definition> definitions = new ArrayList<>();
    private Vocabulary vocabulary = Vocabulary.builder().build();

    private RandomPolicies(RandomGenerator random) {
        this.random = random;
    }

    /** Random policies for a property. */
    static Arbitrary<Policy> arbitrary() {
        return Arbitraries.randomValue((Random random) -> policy(random));
    }

    /** A random policy. */
    static Policy policy(RandomGenerator random) {
        return new RandomPolicies(random).policy();
    }

    /** A random condition in the words of a policy, at most {@code depth} levels deep. */
    static Condition condition(Policy policy, RandomGenerator random, int depth) {
        RandomPolicies of = new RandomPolicies(random);
        of.vocabulary = policy.vocabulary();
        of.questions.addAll(policy.questions());
        of.tables.addAll(policy.firstDays());
        of.definitions.addAll(policy.definitions());
        return of.condition(depth);
    }

    private Policy policy() {
        for (int i = 0; i <= random.nextInt(2); i++) {
            Optional<String> document = yes() ? Optional.of("texts/" + name("d", i) + ".txt") : Optional.empty();
            sources.add(
                    new Policy.Source(name("S", i), text(), text(), from(List.of(Policy.Trust.values())), document));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            questions.add(new Policy.Question(name("Q", i), text(), answers()));
        }
        vocabulary = vocabulary();
        for (int i = random.nextInt(3); i > 0; i--) {
            tables.add(table(name("first", i)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            definitions.add(new Policy.Definition(name("def", i), condition(2)));
        }
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            readings.add(new Reading(name("reading", i), text(), chosen()));
        }
        List<Policy.Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            Policy.Effect effect = random.nextInt(3) == 0 ? Policy.Effect.PROHIBIT : Policy.Effect.PERMIT;
            rules.add(new Policy.Rule(name("rule", i), effect, text(), condition(3), citations(), remedy()));
        }
        Policy.Effective effective = effective();
        Policy all = assembled(effective, readings, rules, definitions);
        List<Policy.Rule> alive = alive(all);
        return assembled(effective, readings, alive, used(alive));
    }

    private Policy assembled(
            Policy.Effective effective,
            List<Reading> readings,
            List<Policy.Rule> rules,
            List<Policy.Definition> defined) {
        return Policy.builder("random-policy", "0." + rules.size())
                .title("A random policy")
                .effective(effective)
                .vocabulary(vocabulary)
                .sources(sources)
                .questions(questions)
                .readings(readings)
                .defaultReading(readings.get(0).name())
                .firstDays(tables)
                .definitions(defined)
                .rules(rules)
                .controllers(List.of(new Policy.Statement(List.of(), "Somebody", citations())))
                .build();
    }

    private static List<Policy.Rule> alive(Policy policy) {
        List<Policy.Rule> alive = new ArrayList<>();
        for (Policy.Rule rule : policy.rules()) {
            Problems problems = Problems.of("random", Lines.hidden());
            new RuleChecks(policy, problems).run(List.of(new PolicyReader.Placed(rule, Position.START)));
            if (problems.isEmpty()) {
                alive.add(rule);
            }
        }
        return alive;
    }

    /** Definitions that rules reach; each uses only earlier ones, so that one pass from the last to the first will do. */
    private List<Policy.Definition> used(List<Policy.Rule> rules) {
        Set<String> names = new HashSet<>();
        rules.forEach(rule -> collect(rule.when(), names));
        List<Policy.Definition> used = new ArrayList<>();
        for (int i = definitions.size() - 1; i >= 0; i--) {
            if (names.contains(definitions.get(i).name())) {
                collect(definitions.get(i).condition(), names);
                used.add(definitions.get(i));
            }
        }
        Collections.reverse(used);
        return used;
    }

    private static void collect(Condition condition, Set<String> names) {
        if (condition instanceof Condition.Defined defined) {
            names.add(defined.name());
        }
        condition.parts().forEach(part -> collect(part, names));
    }

    private Policy.Effective effective() {
        int from = random.nextInt(3);
        int until = 3 + random.nextInt(3);
        return new Policy.Effective(
                yes() ? Optional.of(DAYS.get(from)) : Optional.empty(),
                yes() ? Optional.of(DAYS.get(until)) : Optional.empty());
    }

    private List<Policy.Answer> answers() {
        List<Policy.Answer> answers = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            answers.add(new Policy.Answer(name("answer", i), text(), citations()));
        }
        return answers;
    }

    private Map<String, String> chosen() {
        Map<String, String> chosen = new TreeMap<>();
        questions.forEach(q -> chosen.put(q.name(), from(q.answers()).name()));
        return chosen;
    }

    private List<Policy.Citation> citations() {
        List<Policy.Citation> citations = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            citations.add(new Policy.Citation(from(sources).key(), text(), text()));
        }
        return citations;
    }

    private Policy.Remedy remedy() {
        return new Policy.Remedy(
                yes() ? Optional.of(text()) : Optional.empty(), yes() ? Optional.of(text()) : Optional.empty());
    }

    private Vocabulary vocabulary() {
        List<Vocabulary.RecipientEntry> recipients = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            Optional<Recipient> under =
                    i > 0 && yes() ? Optional.of(from(recipients).name()) : Optional.empty();
            recipients.add(new Vocabulary.RecipientEntry(Recipient.of(name("recipient", i)), text(), under));
        }
        List<Vocabulary.CategoryEntry> categories = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            Optional<Category> under =
                    i > 0 && yes() ? Optional.of(from(categories).name()) : Optional.empty();
            categories.add(new Vocabulary.CategoryEntry(Category.of(name("category", i)), text(), under));
        }
        List<Vocabulary.Entry> audiences = entries("audience", 1 + random.nextInt(2));
        List<Vocabulary.PurposeEntry> purposes = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            Optional<Audience> audience =
                    yes() ? Optional.of(Audience.of(from(audiences).name())) : Optional.empty();
            List<Vocabulary.Usual> usual =
                    List.of(new Vocabulary.Usual(from(categories).name(), audience));
            List<Policy.Statement> bases =
                    yes() ? List.of(new Policy.Statement(List.of("anywhere"), text(), citations())) : List.of();
            purposes.add(new Vocabulary.PurposeEntry(
                    Purpose.of(name("purpose", i)), text(), from(recipients).name(), usual, bases));
        }
        List<Vocabulary.SettingEntry> settings = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            List<String> aliases = yes() ? List.of(name("alias", i)) : List.of();
            settings.add(new Vocabulary.SettingEntry(name("setting", i), text(), text(), aliases));
        }
        List<Vocabulary.Trait> traits = List.of(new Vocabulary.Trait("trait", text(), List.of("one", "two", "three")));
        return Vocabulary.builder()
                .purposes(purposes)
                .recipients(recipients)
                .categories(categories)
                .audiences(audiences)
                .jurisdictions(jurisdictions())
                .settings(settings)
                .signals(entries("signal", 1))
                .objections(entries("objection", 1 + random.nextInt(2)))
                .flags(entries("flag", 1))
                .traits(traits)
                .build();
    }

    private List<Vocabulary.Entry> entries(String prefix, int count) {
        List<Vocabulary.Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new Vocabulary.Entry(name(prefix, i), text()));
        }
        return entries;
    }

    private List<Vocabulary.Jurisdiction> jurisdictions() {
        List<String> left = new ArrayList<>(CODES);
        Collections.shuffle(left, new Random(random.nextLong()));
        List<Vocabulary.Jurisdiction> made = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            List<Country> countries = new ArrayList<>();
            for (int n = 0; n <= random.nextInt(3); n++) {
                countries.add(Country.of(left.remove(0)).orElseThrow());
            }
            List<String> includes =
                    i > 0 && random.nextInt(3) == 0 ? List.of(from(made).name()) : List.of();
            List<Vocabulary.IncludesWhen> when = new ArrayList<>();
            if (i > 0 && !questions.isEmpty() && yes()) {
                Policy.Question question = from(questions);
                String answer = from(question.answers()).name();
                when.add(new Vocabulary.IncludesWhen(
                        question.name(), answer, List.of(from(made).name())));
            }
            made.add(
                    new Vocabulary.Jurisdiction(name("place", i), text(), countries, includes, when, Optional.empty()));
        }
        List<String> except = List.of(from(made).name());
        made.add(new Vocabulary.Jurisdiction("rest", text(), List.of(), List.of(), List.of(), Optional.of(except)));
        return made;
    }

    private Policy.FirstDays table(String name) {
        List<Policy.FirstDays.Row> rows = new ArrayList<>();
        for (Vocabulary.Jurisdiction jurisdiction : vocabulary.jurisdictions()) {
            // A row may name two jurisdictions of which one lies in the other.
            boolean again = !rows.isEmpty() && random.nextInt(4) == 0;
            Policy.FirstDays.Row last = again ? rows.remove(rows.size() - 1) : null;
            List<String> in = new ArrayList<>(last == null ? List.of() : last.in());
            in.add(jurisdiction.name());
            rows.add(new Policy.FirstDays.Row(in, dayOrNever()));
            if (random.nextInt(3) == 0 || overlap(rows)) {
                rows.remove(rows.size() - 1);
                if (last != null) {
                    rows.add(last);
                }
            }
        }
        return new Policy.FirstDays(name, rows, dayOrNever());
    }

    private boolean overlap(List<Policy.FirstDays.Row> rows) {
        Policy only = Policy.builder("x", "1")
                .title("x")
                .vocabulary(vocabulary)
                .sources(sources)
                .questions(questions)
                .defaultReading("")
                .build();
        List<String> names = questions.stream().map(Policy.Question::name).toList();
        for (Map<String, String> answers : new AnswerCombinations(only, names)) {
            Regions regions = Regions.of(vocabulary, answers);
            BitSet met = new BitSet();
            for (Policy.FirstDays.Row row : rows) {
                BitSet in = new BitSet();
                row.in().forEach(one -> in.or(regions.countries(one)));
                if (met.intersects(in)) {
                    return true;
                }
                met.or(in);
            }
        }
        return false;
    }

    private Optional<LocalDate> dayOrNever() {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(from(DAYS));
    }

    private Condition condition(int depth) {
        int kind = depth > 0 ? random.nextInt(8) : 7;
        return switch (kind) {
            case 0, 1 -> new Condition.All(conditions(depth - 1));
            case 2, 3 -> new Condition.Any(conditions(depth - 1));
            case 4 -> new Condition.Not(condition(depth - 1));
            case 5 ->
                yes() ? new Condition.Certainly(condition(depth - 1)) : new Condition.Possibly(condition(depth - 1));
            default -> simple();
        };
    }

    private List<Condition> conditions(int depth) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            conditions.add(condition(depth));
        }
        return conditions;
    }

    private Condition simple() {
        return switch (random.nextInt(17)) {
            case 0 ->
                new Condition.PurposeIs(some(vocabulary.purposes()).stream()
                        .map(Vocabulary.PurposeEntry::name)
                        .toList());
            case 1 ->
                new Condition.RecipientIs(some(vocabulary.recipients()).stream()
                        .map(Vocabulary.RecipientEntry::name)
                        .toList());
            case 2 ->
                new Condition.CategoryIs(some(vocabulary.categories()).stream()
                        .map(Vocabulary.CategoryEntry::name)
                        .toList());
            case 3 ->
                new Condition.AudienceIs(some(vocabulary.audiences()).stream()
                        .map(e -> Audience.of(e.name()))
                        .toList());
            case 4 -> new Condition.Located(List.of("anywhere"), moment());
            case 5 ->
                new Condition.Located(
                        some(vocabulary.jurisdictions()).stream()
                                .map(Vocabulary.Jurisdiction::name)
                                .toList(),
                        moment());
            case 6 ->
                tables.isEmpty()
                        ? new Condition.UsedBeforeCollected()
                        : new Condition.FirstDayReached(from(tables).name(), moment(), useOrCollection());
            case 7 -> new Condition.AgeAtLeast(from(List.of(1, 16, 18, 150)), moment());
            case 8 -> new Condition.SettingIs(from(vocabulary.settings()).name(), yes(), moment(), counts());
            case 9 -> new Condition.SignalIs(from(vocabulary.signals()).name(), yes(), moment(), counts());
            case 10 ->
                new Condition.ObjectionStands(
                        from(vocabulary.objections()).name(),
                        from(List.of(Condition.Stage.values())),
                        moment(),
                        counts());
            case 11 -> new Condition.FlagIsSet(from(vocabulary.flags()).name());
            case 12 ->
                new Condition.TraitIs("trait", some(vocabulary.traits().get(0).values()));
            case 13 -> new Condition.UsedFrom(from(DAYS));
            case 14 -> new Condition.CollectedFrom(from(DAYS));
            case 15 -> questions.isEmpty() ? new Condition.UsedBeforeCollected() : answered();
            default ->
                definitions.isEmpty()
                        ? new Condition.UsedBeforeCollected()
                        : new Condition.Defined(from(definitions).name());
        };
    }

    private Condition answered() {
        Policy.Question question = from(questions);
        return new Condition.Answered(question.name(), from(question.answers()).name());
    }

    private Moment moment() {
        return random.nextInt(5) == 0 ? Moment.on(from(DAYS)) : useOrCollection();
    }

    private Moment useOrCollection() {
        return yes() ? Moment.USE : Moment.COLLECTION;
    }

    private Counts counts() {
        return yes() ? Counts.SAME_DAY : Counts.NEXT_DAY;
    }

    private boolean yes() {
        return random.nextBoolean();
    }

    private String text() {
        return from(TEXTS);
    }

    private String name(String prefix, int number) {
        return prefix + from(List.of("-", "_", ".", "")) + number;
    }

    private <T> T from(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** One or two of a list that is not empty. */
    private <T> List<T> some(List<T> all) {
        T one = from(all);
        T other = from(all);
        return one == other ? List.of(one) : List.of(one, other);
    }
}
