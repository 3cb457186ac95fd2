package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A vocabulary with one or two of everything, and random rules over it that use every kind of condition: policies
 * small enough to be decided quickly, and wild enough that no two conditions mean the same.
 */
final class SmallWorld {
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2024, 2, 28), LocalDate.of(2025, 11, 3), LocalDate.of(2026, 3, 1));
    private static final Policy.Citation SOMEWHERE = new Policy.Citation("S", "line 1", "so it is");
    private static final List<String> PLACES = List.of("north", "south", "islands", "elsewhere", "anywhere");

    static final Vocabulary VOCABULARY = Vocabulary.builder()
            .purposes(List.of(
                    purpose("training", "owner", usual("profile"), usual("post")),
                    purpose("ads", "group", usual("profile"))))
            .recipients(List.of(recipient("owner", null), recipient("group", null), recipient("daughter", "group")))
            .categories(List.of(
                    category("data", null),
                    category("profile", "data"),
                    category("post", "data"),
                    category("message", "post"),
                    category("none", null)))
            .audiences(List.of(new Vocabulary.Entry("public", "Anyone"), new Vocabulary.Entry("friends", "Friends")))
            .jurisdictions(List.of(
                    place("islands", List.of("GG", "JE"), List.of(), List.of()),
                    place(
                            "north",
                            List.of("NO", "SE"),
                            List.of(),
                            List.of(new Vocabulary.IncludesWhen("islands-north", "yes", List.of("islands")))),
                    place("south", List.of("IT", "GR", "MT"), List.of(), List.of()),
                    new Vocabulary.Jurisdiction(
                            "elsewhere",
                            "Elsewhere",
                            List.of(),
                            List.of(),
                            List.of(),
                            Optional.of(List.of("north", "south")))))
            .settings(List.of(
                    new Vocabulary.SettingEntry("improve", "Improve", "Settings", List.of("improvement")),
                    new Vocabulary.SettingEntry("share", "Share", "Settings", List.of())))
            .signals(List.of(new Vocabulary.Entry("privacy", "Privacy signal")))
            .objections(List.of(new Vocabulary.Entry("objection", "Objection")))
            .flags(List.of(new Vocabulary.Entry("minor", "Believed minor")))
            .traits(List.of(new Vocabulary.Trait("account", "Account", List.of("standard", "education"))))
            .build();

    private SmallWorld() {}

    private static Vocabulary.PurposeEntry purpose(String name, String recipient, Vocabulary.Usual... usual) {
        return new Vocabulary.PurposeEntry(Purpose.of(name), name, Recipient.of(recipient), List.of(usual), List.of());
    }

    private static Vocabulary.Usual usual(String category) {
        return new Vocabulary.Usual(Category.of(category), Optional.of(Audience.of("public")));
    }

    private static Vocabulary.RecipientEntry recipient(String name, String under) {
        return new Vocabulary.RecipientEntry(
                Recipient.of(name), name, Optional.ofNullable(under).map(Recipient::of));
    }

    private static Vocabulary.CategoryEntry category(String name, String under) {
        return new Vocabulary.CategoryEntry(
                Category.of(name), name, Optional.ofNullable(under).map(Category::of));
    }

    private static Vocabulary.Jurisdiction place(
            String name, List<String> codes, List<String> includes, List<Vocabulary.IncludesWhen> when) {
        List<Country> countries =
                codes.stream().map(code -> Country.of(code).orElseThrow()).toList();
        return new Vocabulary.Jurisdiction(name, name, countries, includes, when, Optional.empty());
    }

    /** A policy with these rules. */
    static Policy policy(List<Policy.Rule> rules, List<Policy.Definition> definitions, Policy.Effective effective) {
        return Policy.builder("small-world", "1")
                .title("A small world")
                .effective(effective)
                .vocabulary(VOCABULARY)
                .sources(List.of(new Policy.Source("S", "Source", "Here", Policy.Trust.CHOICE, Optional.empty())))
                .questions(
                        List.of(question("islands-north", "yes", "no"), question("which", "first", "second", "third")))
                .readings(List.of(
                        new Reading("strict", "Strict", Map.of("islands-north", "yes", "which", "first")),
                        new Reading("lenient", "Lenient", Map.of("islands-north", "no", "which", "second"))))
                .defaultReading("strict")
                .firstDays(List.of(
                        new Policy.FirstDays(
                                "starts",
                                List.of(
                                        new Policy.FirstDays.Row(List.of("north"), Optional.of(DAYS.get(1))),
                                        new Policy.FirstDays.Row(List.of("south"), Optional.empty())),
                                Optional.of(DAYS.get(0))),
                        new Policy.FirstDays("never", List.of(), Optional.empty()),
                        new Policy.FirstDays(
                                "always-by-2026",
                                List.of(new Policy.FirstDays.Row(List.of("south"), Optional.of(DAYS.get(2)))),
                                Optional.of(DAYS.get(1)))))
                .definitions(definitions)
                .rules(rules)
                .build();
    }

    /** A policy with these rules, every day. */
    static Policy policy(Policy.Rule... rules) {
        return policy(List.of(rules), List.of(), Policy.Effective.ALWAYS);
    }

    static Policy.Rule permit(String id, Condition when) {
        return rule(id, Policy.Effect.PERMIT, when);
    }

    static Policy.Rule prohibit(String id, Condition when) {
        return rule(id, Policy.Effect.PROHIBIT, when);
    }

    private static Policy.Question question(String name, String... answers) {
        List<Policy.Answer> all = new ArrayList<>();
        for (String answer : answers) {
            all.add(new Policy.Answer(answer, answer, List.of(SOMEWHERE)));
        }
        return new Policy.Question(name, name + "?", all);
    }

    /** A policy with up to eight random rules. */
    static Policy policy(RandomGenerator random) {
        List<Policy.Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(9); i > 0; i--) {
            rules.add(
                    rule(random, "rule-" + i, random.nextInt(3) == 0 ? Policy.Effect.PROHIBIT : Policy.Effect.PERMIT));
        }
        List<Policy.Definition> definitions = definitions(random);
        Policy.Effective effective = random.nextInt(4) == 0
                ? new Policy.Effective(
                        Optional.of(DAYS.get(0)), Optional.of(DAYS.get(2).minusDays(1)))
                : Policy.Effective.ALWAYS;
        return policy(rules, definitions, effective);
    }

    /** The definitions that random conditions use. */
    static List<Policy.Definition> definitions(RandomGenerator random) {
        return List.of(
                new Policy.Definition("one", condition(random, 2, false)),
                new Policy.Definition("two", new Condition.Not(new Condition.Defined("one"))));
    }

    /** A random rule. */
    static Policy.Rule rule(RandomGenerator random, String id, Policy.Effect effect) {
        return rule(id, effect, condition(random, 3, true));
    }

    /** A rule. */
    static Policy.Rule rule(String id, Policy.Effect effect, Condition when) {
        return new Policy.Rule(id, effect, "So it is.", when, List.of(SOMEWHERE), Policy.Remedy.NONE);
    }

    /** One of the readings, or another combination of answers. */
    static Reading reading(Policy policy, RandomGenerator random) {
        Reading reading = from(random, policy.readings());
        for (Policy.Question question : policy.questions()) {
            if (random.nextInt(4) == 0) {
                reading = reading.with(
                        "custom",
                        question.name(),
                        from(random, question.answers()).name());
            }
        }
        return reading;
    }

    /** A random condition, at most {@code depth} levels deep. */
    static Condition condition(RandomGenerator random, int depth, boolean definitions) {
        if (depth > 0) {
            return switch (random.nextInt(9)) {
                case 0, 1 -> new Condition.All(conditions(random, depth - 1, definitions));
                case 2, 3 -> new Condition.Any(conditions(random, depth - 1, definitions));
                case 4 -> new Condition.Not(condition(random, depth - 1, definitions));
                case 5 -> new Condition.Certainly(condition(random, depth - 1, definitions));
                case 6 -> new Condition.Possibly(condition(random, depth - 1, definitions));
                default -> question(random, definitions);
            };
        }
        return question(random, definitions);
    }

    private static List<Condition> conditions(RandomGenerator random, int depth, boolean definitions) {
        List<Condition> all = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            all.add(condition(random, depth, definitions));
        }
        return all;
    }

    private static Condition question(RandomGenerator random, boolean definitions) {
        boolean yes = random.nextBoolean();
        Counts counts = yes ? Counts.SAME_DAY : Counts.NEXT_DAY;
        return switch (random.nextInt(definitions ? 20 : 18)) {
            case 0 ->
                new Condition.PurposeIs(
                        List.of(from(random, VOCABULARY.purposes()).name()));
            case 1 ->
                new Condition.RecipientIs(
                        List.of(from(random, VOCABULARY.recipients()).name()));
            case 2 ->
                new Condition.CategoryIs(List.of(
                        from(random, VOCABULARY.categories()).name(),
                        from(random, VOCABULARY.categories()).name()));
            case 3 ->
                new Condition.AudienceIs(
                        List.of(Audience.of(from(random, VOCABULARY.audiences()).name())));
            case 4, 5 ->
                new Condition.Located(
                        random.nextBoolean()
                                ? List.of(from(random, PLACES))
                                : List.of(from(random, PLACES), from(random, PLACES)),
                        moment(random));
            case 6 ->
                new Condition.FirstDayReached(
                        from(random, List.of("starts", "starts", "never", "always-by-2026")),
                        from(random, List.of(Moment.USE, Moment.COLLECTION)),
                        from(random, List.of(Moment.USE, Moment.COLLECTION)));
            case 7, 8 -> new Condition.AgeAtLeast(from(random, List.of(16, 18)), moment(random));
            case 9, 10 ->
                new Condition.SettingIs(
                        from(random, VOCABULARY.settings()).name(), random.nextBoolean(), moment(random), counts);
            case 11 -> new Condition.SignalIs("privacy", random.nextBoolean(), moment(random), counts);
            case 12, 13 ->
                new Condition.ObjectionStands(
                        "objection",
                        from(random, List.of(Condition.Stage.FILED, Condition.Stage.GRANTED)),
                        moment(random),
                        counts);
            case 14 -> new Condition.FlagIsSet("minor");
            case 15 -> new Condition.TraitIs("account", List.of(yes ? "standard" : "education"));
            case 16 ->
                yes ? new Condition.UsedFrom(from(random, DAYS)) : new Condition.CollectedFrom(from(random, DAYS));
            case 17 ->
                yes
                        ? new Condition.UsedBeforeCollected()
                        : new Condition.Answered("which", from(random, List.of("first", "second", "third")));
            default -> new Condition.Defined(yes ? "one" : "two");
        };
    }

    private static Moment moment(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> Moment.USE;
            case 2, 3 -> Moment.COLLECTION;
            default -> Moment.on(from(random, DAYS));
        };
    }

    static <T> T from(RandomGenerator random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
