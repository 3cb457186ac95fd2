package dev.datause;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A policy that is made in code is held to its words as one that is read: a misspelt prohibition would never prohibit. */
class MissingWordsProperties {
    /** A policy and the name of what it lacks. */
    private record Lacking(String name, Policy policy) {}

    /** The policy without one of its words, tables, definitions or questions, for each of them in turn. */
    private static List<Lacking> all(Policy policy) {
        Vocabulary words = policy.vocabulary();
        List<Lacking> all = new ArrayList<>();
        Function<Vocabulary.Builder, Policy> with =
                other -> policy.toBuilder().vocabulary(other.build()).build();
        each(
                words.purposes(),
                e -> e.name().name(),
                less -> with.apply(words.toBuilder().purposes(less)),
                all);
        each(
                words.recipients(),
                e -> e.name().name(),
                less -> with.apply(words.toBuilder().recipients(less)),
                all);
        each(
                words.categories(),
                e -> e.name().name(),
                less -> with.apply(words.toBuilder().categories(less)),
                all);
        each(
                words.audiences(),
                e -> e.name(),
                less -> with.apply(words.toBuilder().audiences(less)),
                all);
        each(
                words.jurisdictions(),
                e -> e.name(),
                less -> with.apply(words.toBuilder().jurisdictions(less)),
                all);
        each(
                words.settings(),
                e -> e.name(),
                less -> with.apply(words.toBuilder().settings(less)),
                all);
        each(
                words.signals(),
                e -> e.name(),
                less -> with.apply(words.toBuilder().signals(less)),
                all);
        each(
                words.objections(),
                e -> e.name(),
                less -> with.apply(words.toBuilder().objections(less)),
                all);
        each(words.flags(), e -> e.name(), less -> with.apply(words.toBuilder().flags(less)), all);
        each(words.traits(), e -> e.name(), less -> with.apply(words.toBuilder().traits(less)), all);
        for (int i = 0; i < words.traits().size(); i++) {
            Vocabulary.Trait trait = words.traits().get(i);
            int at = i;
            each(
                    trait.values(),
                    value -> value,
                    less -> {
                        List<Vocabulary.Trait> traits = new ArrayList<>(words.traits());
                        traits.set(at, new Vocabulary.Trait(trait.name(), trait.title(), less));
                        return with.apply(words.toBuilder().traits(traits));
                    },
                    all);
        }
        each(
                policy.firstDays(),
                e -> e.name(),
                less -> policy.toBuilder().firstDays(less).build(),
                all);
        each(
                policy.definitions(),
                e -> e.name(),
                less -> policy.toBuilder().definitions(less).build(),
                all);
        each(policy.questions(), e -> e.name(), less -> notAsked(policy, less), all);
        return all;
    }

    private static <T> void each(
            List<T> list, Function<T, String> name, Function<List<T>, Policy> with, List<Lacking> into) {
        for (T one : list) {
            List<T> less = new ArrayList<>(list);
            less.remove(one);
            into.add(new Lacking(name.apply(one), with.apply(less)));
        }
    }

    /** The policy with these questions and readings that answer no others. */
    private static Policy notAsked(Policy policy, List<Policy.Question> questions) {
        List<Reading> readings = new ArrayList<>();
        for (Reading reading : policy.readings()) {
            Map<String, String> answers = new TreeMap<>(reading.answers());
            answers.keySet()
                    .retainAll(questions.stream().map(Policy.Question::name).toList());
            readings.add(new Reading(reading.name(), reading.title(), answers));
        }
        return policy.toBuilder().questions(questions).readings(readings).build();
    }

    private static List<DocumentCode> codes(Policy policy) {
        try {
            PolicyJson.read("written", ExamplePolicy.bytes(PolicyJson.write(policy)));
            return List.of();
        } catch (DocumentException e) {
            return e.problems().stream()
                    .map(problem -> (DocumentCode) problem.code())
                    .toList();
        }
    }

    private static void compare(Policy policy, int[] seen, Set<String> kinds) {
        for (Lacking lacking : all(policy)) {
            List<DocumentCode> codes = codes(lacking.policy());
            if (codes.contains(DocumentCode.UNKNOWN_NAME)) {
                String said = assertThrows(
                                IllegalArgumentException.class,
                                () -> DataUsePolicy.of(lacking.policy()),
                                () -> lacking.name() + " in\n" + PolicyJson.write(lacking.policy()))
                        .getMessage();
                assertTrue(said.contains("'" + lacking.name() + "'"), () -> said + " of " + lacking.name());
                kinds.add(said.replaceAll("'[^']*'", "…"));
                seen[0]++;
            } else if (codes.isEmpty()) {
                assertDoesNotThrow(() -> DataUsePolicy.of(lacking.policy()));
                seen[1]++;
            }
        }
    }

    @Test
    void whatIsRefusedForANameWhenReadIsRefusedWhenCompiled() {
        int[] seen = new int[2];
        Set<String> kinds = new TreeSet<>();
        Tries.of(60, random -> compare(RandomPolicies.policy(random), seen, kinds));
        assertTrue(!Tries.ENOUGH || (seen[0] > 500 && seen[1] > 100), seen[0] + " refused, " + seen[1] + " compiled");
        if (Tries.ENOUGH) {
            assertEquals(14, kinds.size(), kinds::toString);
        }
    }

    @Test
    void soItIsOfTheExampleAndTheBundledPolicy() {
        int[] seen = new int[2];
        Set<String> kinds = new TreeSet<>();
        compare(ExamplePolicy.POLICY, seen, kinds);
        compare(Bundled.POLICY, seen, kinds);
        assertTrue(seen[0] > 100, seen[0] + " refused");
        assertEquals(14, kinds.size(), kinds::toString);
    }

    private static String refused(Policy policy) {
        return assertThrows(IllegalArgumentException.class, () -> DataUsePolicy.of(policy))
                .getMessage();
    }

    private static Policy small() {
        return SmallWorld.policy(
                List.of(SmallWorld.rule("grant", Policy.Effect.PERMIT, new Condition.Defined("grown"))),
                List.of(new Policy.Definition("grown", new Condition.AgeAtLeast(18, Moment.USE))),
                Policy.Effective.ALWAYS);
    }

    private static <T> List<T> twice(List<T> list) {
        List<T> twice = new ArrayList<>(list);
        twice.add(list.get(0));
        return twice;
    }

    @Test
    void aNameIsThatOfOneThing() {
        Policy policy = small();
        Vocabulary words = policy.vocabulary();
        Map<Vocabulary.Builder, String> doubled = new LinkedHashMap<>();
        doubled.put(words.toBuilder().purposes(twice(words.purposes())), "purpose is named 'training'");
        doubled.put(words.toBuilder().recipients(twice(words.recipients())), "recipient is named 'owner'");
        doubled.put(words.toBuilder().categories(twice(words.categories())), "category is named 'data'");
        doubled.put(words.toBuilder().audiences(twice(words.audiences())), "audience is named 'public'");
        doubled.put(words.toBuilder().jurisdictions(twice(words.jurisdictions())), "jurisdiction is named 'islands'");
        doubled.put(words.toBuilder().settings(twice(words.settings())), "setting is named 'improve'");
        doubled.put(words.toBuilder().signals(twice(words.signals())), "signal is named 'privacy'");
        doubled.put(words.toBuilder().objections(twice(words.objections())), "objection scope is named 'objection'");
        doubled.put(words.toBuilder().flags(twice(words.flags())), "flag is named 'minor'");
        doubled.put(words.toBuilder().traits(twice(words.traits())), "trait is named 'account'");
        doubled.forEach((with, said) -> assertEquals(
                "policy: more than one " + said,
                refused(policy.toBuilder().vocabulary(with.build()).build())));
        assertEquals(
                "policy: more than one table is named 'starts'",
                refused(policy.toBuilder().firstDays(twice(policy.firstDays())).build()));
        assertEquals(
                "policy: more than one definition is named 'grown'",
                refused(policy.toBuilder()
                        .definitions(twice(policy.definitions()))
                        .build()));
        assertEquals(
                "policy: more than one question is named 'islands-north'",
                refused(policy.toBuilder().questions(twice(policy.questions())).build()));
        assertEquals(
                "policy: more than one reading is named 'strict'",
                refused(policy.toBuilder().readings(twice(policy.readings())).build()));
    }

    @Test
    void anAliasIsTheNameOfNoOtherSettingAndNoJurisdictionIsAnywhere() {
        Vocabulary words = small().vocabulary();
        List<Vocabulary.SettingEntry> settings = new ArrayList<>(words.settings());
        settings.add(new Vocabulary.SettingEntry("improvement", "Improvement", "Settings", List.of()));
        assertEquals(
                "policy: more than one setting is named 'improvement'",
                refused(small().toBuilder()
                        .vocabulary(words.toBuilder().settings(settings).build())
                        .build()));
        List<Vocabulary.Jurisdiction> places = new ArrayList<>(words.jurisdictions());
        places.add(new Vocabulary.Jurisdiction(
                "anywhere", "Anywhere", List.of(), List.of("north"), List.of(), Optional.empty()));
        assertEquals(
                "policy: more than one jurisdiction is named 'anywhere'",
                refused(small().toBuilder()
                        .vocabulary(words.toBuilder().jurisdictions(places).build())
                        .build()));
    }

    @Test
    void aDefinitionThatUsesItselfIsRefused() {
        for (List<String> circle : List.of(List.of("a"), List.of("a", "b"), List.of("a", "b", "c"))) {
            List<Policy.Definition> definitions = new ArrayList<>(small().definitions());
            for (int i = 0; i < circle.size(); i++) {
                String next = circle.get((i + 1) % circle.size());
                definitions.add(new Policy.Definition(
                        circle.get(i),
                        new Condition.Any(List.of(new Condition.Defined("grown"), new Condition.Defined(next)))));
            }
            assertEquals(
                    "condition: the definition 'a' uses itself",
                    refused(small().toBuilder().definitions(definitions).build()));
        }
    }

    @Test
    void aDefinitionThatIsUsedTwiceDoesNotUseItself() {
        Condition grown = new Condition.Defined("grown");
        Policy.Definition two =
                new Policy.Definition("two", new Condition.All(List.of(grown, new Condition.Not(grown))));
        Policy policy = small();
        assertDoesNotThrow(() -> DataUsePolicy.of(policy.toBuilder()
                .definitions(List.of(policy.definitions().get(0), two))
                .rules(List.of(SmallWorld.rule(
                        "two", Policy.Effect.PERMIT, new Condition.Any(List.of(new Condition.Defined("two"), grown)))))
                .build()));
    }

    @Test
    void aCountryLiesInOneRow() {
        Policy policy = small();
        Optional<LocalDate> day = Optional.of(LocalDate.of(2025, 11, 3));
        Policy.FirstDays table = new Policy.FirstDays(
                "two-rows",
                List.of(
                        new Policy.FirstDays.Row(List.of("elsewhere"), day),
                        new Policy.FirstDays.Row(List.of("islands"), Optional.empty())),
                day);
        assertDoesNotThrow(() -> DataUsePolicy.of(
                policy.toBuilder().firstDays(List.of(table)).build(),
                policy.readings().get(0)));
        assertEquals(
                "table: a country lies in two rows of 'two-rows'",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> DataUsePolicy.of(
                                        policy.toBuilder()
                                                .firstDays(List.of(table))
                                                .build(),
                                        policy.readings().get(1)))
                        .getMessage());
    }

    @Test
    void aRowMayNameACountryTwice() {
        Policy policy = small();
        Policy.FirstDays table = new Policy.FirstDays(
                "one-row",
                List.of(new Policy.FirstDays.Row(List.of("north", "islands", "anywhere"), Optional.empty())),
                Optional.empty());
        assertDoesNotThrow(() ->
                DataUsePolicy.of(policy.toBuilder().firstDays(List.of(table)).build()));
    }

    @Test
    void whatReadsCompilesUnderEveryReading() {
        Tries.of(500, random -> {
            Policy policy = RandomPolicies.policy(random);
            byte[] written = ExamplePolicy.bytes(PolicyJson.write(policy));
            for (Reading reading : PolicyJson.read("written", written).readings()) {
                assertDoesNotThrow(() -> DataUsePolicy.of(policy, reading));
            }
        });
    }

    @Test
    void aPurposeUsesData() {
        Policy policy = small();
        Vocabulary words = policy.vocabulary();
        Vocabulary.PurposeEntry ads = words.purposes().get(1);
        List<Vocabulary.PurposeEntry> purposes = List.of(
                words.purposes().get(0),
                new Vocabulary.PurposeEntry(ads.name(), ads.title(), ads.defaultRecipient(), List.of(), ads.bases()));
        assertEquals(
                "vocabulary: the purpose 'ads' uses no data",
                refused(policy.toBuilder()
                        .vocabulary(words.toBuilder().purposes(purposes).build())
                        .build()));
    }

    /** Whatever is asked of a policy is held to its words too. */
    @Test
    void aConditionIsHeldToTheWordsOfThePolicyThatItIsPutTo() {
        DataUsePolicy policy = DataUsePolicy.of(small());
        Use use = Use.of(policy.member().build()).used(LocalDate.of(2025, 11, 3));
        for (Condition misspelt : List.of(
                new Condition.PurposeIs(List.of(Purpose.of("trainning"))),
                new Condition.RecipientIs(List.of(Recipient.of("ownr"))),
                new Condition.CategoryIs(List.of(Category.of("profil"))),
                new Condition.AudienceIs(List.of(Audience.of("publick"))),
                new Condition.TraitIs("account", List.of("standart")),
                new Condition.Answered("which", "frist"),
                new Condition.Answered("wich", "first"))) {
            for (Condition condition : List.of(misspelt, new Condition.Not(misspelt))) {
                assertThrows(IllegalArgumentException.class, () -> policy.truth(condition, use), misspelt::toString);
            }
        }
    }
}
