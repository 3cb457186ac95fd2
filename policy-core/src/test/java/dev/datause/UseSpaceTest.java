package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UseSpaceTest {
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);
    private static final Vocabulary WORDS = SmallWorld.VOCABULARY;
    private static final Vocabulary.Entry MORE = new Vocabulary.Entry("more", "More");
    private static final Condition MINOR = new Condition.FlagIsSet("minor");
    private static final UseKind TRAINING =
            UseKind.of(Purpose.of("training"), Recipient.of("owner"), Category.of("profile"));
    private static final UseKind ADS = UseKind.of(Purpose.of("ads"), Recipient.of("owner"), Category.of("profile"));

    private static Policy permitting(Condition... conditions) {
        List<Policy.Rule> rules = new ArrayList<>();
        for (Condition condition : conditions) {
            rules.add(SmallWorld.rule("grant-" + rules.size(), Policy.Effect.PERMIT, condition));
        }
        return SmallWorld.policy(rules, List.of(), Policy.Effective.ALWAYS);
    }

    private static Condition purpose(UseKind kind) {
        return new Condition.PurposeIs(List.of(kind.purpose().orElseThrow()));
    }

    private static DataUsePolicy over(Vocabulary words) {
        return DataUsePolicy.of(
                permitting(MINOR).toBuilder().version("2").vocabulary(words).build());
    }

    private static <T> List<T> and(List<T> all, T more) {
        List<T> both = new ArrayList<>(all);
        both.add(more);
        return both;
    }

    private static void refused(Vocabulary words) {
        DataUsePolicy one = over(WORDS);
        DataUsePolicy other = over(words);
        for (List<DataUsePolicy> policies : List.of(List.of(one, other), List.of(other, one))) {
            assertEquals(
                    "policies: they have different words",
                    assertThrows(IllegalArgumentException.class, () -> UseSpace.of(policies))
                            .getMessage());
        }
    }

    @Test
    void policiesWithOtherKindsOfUseAreRefused() {
        Vocabulary.PurposeEntry purpose = WORDS.purposes().get(0);
        refused(WORDS.toBuilder()
                .purposes(and(
                        WORDS.purposes(),
                        new Vocabulary.PurposeEntry(
                                Purpose.of("more"), "More", purpose.defaultRecipient(), purpose.usual(), List.of())))
                .build());
        refused(WORDS.toBuilder()
                .recipients(and(
                        WORDS.recipients(),
                        new Vocabulary.RecipientEntry(Recipient.of("more"), "More", Optional.empty())))
                .build());
        refused(WORDS.toBuilder()
                .categories(and(
                        WORDS.categories(),
                        new Vocabulary.CategoryEntry(Category.of("more"), "More", Optional.empty())))
                .build());
        refused(WORDS.toBuilder().audiences(and(WORDS.audiences(), MORE)).build());
    }

    @Test
    void policiesWithOtherFactsAboutMembersAreRefused() {
        refused(WORDS.toBuilder()
                .settings(and(WORDS.settings(), new Vocabulary.SettingEntry("more", "More", "Settings", List.of())))
                .build());
        refused(WORDS.toBuilder()
                .settings(List.of(WORDS.settings().get(1), WORDS.settings().get(0)))
                .build());
        refused(WORDS.toBuilder().signals(and(WORDS.signals(), MORE)).build());
        refused(WORDS.toBuilder().objections(and(WORDS.objections(), MORE)).build());
        refused(WORDS.toBuilder().flags(and(WORDS.flags(), MORE)).build());
        refused(WORDS.toBuilder()
                .traits(and(WORDS.traits(), new Vocabulary.Trait("more", "More", List.of("yes"))))
                .build());
        refused(WORDS.toBuilder()
                .traits(List.of(new Vocabulary.Trait("account", "Account", List.of("standard", "school"))))
                .build());
        refused(WORDS.toBuilder()
                .traits(List.of(new Vocabulary.Trait("tier", "Tier", List.of("standard", "education"))))
                .build());
    }

    @Test
    void theSameWordsMayStandForOtherThings() {
        Vocabulary words = WORDS.toBuilder()
                .recipients(WORDS.recipients().stream()
                        .map(entry -> new Vocabulary.RecipientEntry(entry.name(), "Other", Optional.empty()))
                        .toList())
                .categories(WORDS.categories().stream()
                        .map(entry -> new Vocabulary.CategoryEntry(entry.name(), "Other", Optional.empty()))
                        .toList())
                .settings(WORDS.settings().stream()
                        .map(entry -> new Vocabulary.SettingEntry(entry.name(), "Other", "There", List.of()))
                        .toList())
                .flags(List.of(new Vocabulary.Entry("minor", "Under age")))
                .build();
        DataUsePolicy one = over(WORDS);
        DataUsePolicy other = over(words);
        UseSpace uses = UseSpace.of(List.of(one, other));
        assertEquals(uses.permitted(one, TRAINING), uses.permitted(other, TRAINING));
    }

    private static LocalDate used(UseSet set) {
        return set.example().orElseThrow().use().used();
    }

    @Test
    void anExampleIsOnAnOrdinaryDayWhereNoDayIsAsked() {
        DataUsePolicy policy = DataUsePolicy.of(permitting(MINOR));
        UseExample example = UseSpace.of(List.of(policy))
                .permitted(policy, TRAINING)
                .example()
                .orElseThrow();
        assertEquals(LocalDate.of(2025, 11, 3), example.use().used());
        assertEquals(
                "a member in DE, born 1990-05-01, with minor, all settings on; profile collected 2025-11-03, used 2025-11-03",
                example.story());
    }

    @Test
    void anExampleIsOnTheDayOfTheLastChangeUnlessThatIsTheLastDayOfAll() {
        LocalDate change = LocalDate.of(2026, 3, 1);
        Condition adsLater = new Condition.All(List.of(purpose(ADS), new Condition.UsedFrom(change)));
        DataUsePolicy policy = DataUsePolicy.of(permitting(MINOR, adsLater));
        assertEquals(change, used(UseSpace.of(List.of(policy)).permitted(policy, TRAINING)));

        Condition adsNever = new Condition.All(List.of(purpose(ADS), new Condition.UsedFrom(LAST)));
        DataUsePolicy never = DataUsePolicy.of(permitting(MINOR, adsNever));
        assertEquals(LocalDate.of(2025, 11, 3), used(UseSpace.of(List.of(never)).permitted(never, TRAINING)));
    }

    @Test
    void whatARuleReachesIsItsOwnWhateverWasAskedJustBefore() {
        DataUsePolicy training = DataUsePolicy.of(permitting(new Condition.All(List.of(purpose(TRAINING), MINOR))));
        DataUsePolicy ads = DataUsePolicy.of(permitting(new Condition.All(List.of(purpose(ADS), MINOR))));
        UseSpace uses = UseSpace.of(List.of(training, ads));
        Policy.Rule ofTraining = training.policy().rules().get(0);
        Policy.Rule ofAds = ads.policy().rules().get(0);
        for (int i = 0; i < 2; i++) {
            assertFalse(uses.reached(training, TRAINING, ofTraining).isEmpty());
            assertTrue(uses.reached(ads, TRAINING, ofAds).isEmpty());
            assertFalse(uses.reached(ads, ADS, ofAds).isEmpty());
            assertTrue(uses.reached(training, ADS, ofTraining).isEmpty());
        }
    }

    @Test
    void theShortFormIsRefusedForAPurposeThatThePolicyDoesNotHave() {
        DataUsePolicy policy = DataUsePolicy.of(permitting(MINOR));
        assertEquals(
                "purpose: the policy does not have it",
                assertThrows(IllegalArgumentException.class, () -> UseSpace.shortForm(policy, Purpose.of("another")))
                        .getMessage());
        UseSet training = UseSpace.shortForm(policy, Purpose.of("training"));
        assertEquals(Optional.of(Category.of("profile")), training.kind().category());
        assertFalse(training.isEmpty());
    }

    @Test
    void preparingIsNeverNeededAndChangesNothing() {
        DataUsePolicy policy = DataUsePolicy.of(permitting());
        UseSpace uses = UseSpace.of(List.of(policy));
        UseSet every = uses.every(TRAINING);
        uses.prepare(List.of(every));
        uses.prepare(List.of());
        assertFalse(every.isEmpty());
        assertTrue(uses.permitted(policy, TRAINING).isEmpty());
    }

    @Test
    void aSpaceBesideOneInOtherWordsTellsItsExamplesInItsOwn() {
        Vocabulary swapped = WORDS.toBuilder()
                .settings(List.of(WORDS.settings().get(1), WORDS.settings().get(0)))
                .build();
        DataUsePolicy improve =
                DataUsePolicy.of(permitting(new Condition.SettingIs("improve", false, Moment.USE, Counts.SAME_DAY)));
        DataUsePolicy share = DataUsePolicy.of(
                permitting(new Condition.SettingIs("share", false, Moment.USE, Counts.SAME_DAY)).toBuilder()
                        .vocabulary(swapped)
                        .build());
        UseSpace first = UseSpace.of(List.of(improve));
        UseExample ofFirst = first.permitted(improve, TRAINING).example().orElseThrow();
        assertTrue(ofFirst.story().contains(", improve off from "), ofFirst::story);
        UseExample beside = first.beside(List.of(share))
                .permitted(share, TRAINING)
                .example()
                .orElseThrow();
        assertTrue(beside.story().contains(", share off from "), beside::story);
        assertTrue(share.isPermitted(beside.use()));
    }

    @Test
    void aConditionThatAsksWhatNobodyAskedIsRefusedAndNeverAnsweredWrongly() {
        LocalDate day = LocalDate.of(2025, 11, 3);
        List<Condition> asked = List.of(
                new Condition.AgeAtLeast(18, Moment.USE),
                new Condition.UsedFrom(day),
                new Condition.CollectedFrom(day),
                new Condition.Located(List.of("north"), Moment.USE),
                new Condition.FirstDayReached("starts", Moment.COLLECTION, Moment.USE),
                new Condition.FirstDayReached("never", Moment.USE, Moment.COLLECTION));
        DataUsePolicy policy = DataUsePolicy.of(permitting(asked.toArray(new Condition[0])));
        UseSpace uses = UseSpace.of(List.of(policy));
        for (Condition condition : asked) {
            assertEquals(
                    uses.every(TRAINING).minus(uses.wherePossibly(policy, TRAINING, condition)),
                    uses.where(policy, TRAINING, new Condition.Not(condition)));
        }
        for (Condition condition : List.of(
                new Condition.AgeAtLeast(16, Moment.USE),
                new Condition.AgeAtLeast(21, Moment.USE),
                new Condition.AgeAtLeast(18, Moment.COLLECTION),
                new Condition.UsedFrom(day.minusDays(1)),
                new Condition.UsedFrom(day.plusDays(1)),
                new Condition.CollectedFrom(day.minusDays(1)),
                new Condition.CollectedFrom(day.plusDays(1)),
                new Condition.Located(List.of("south"), Moment.USE),
                new Condition.Located(List.of("islands"), Moment.USE),
                new Condition.FirstDayReached("starts", Moment.USE, Moment.USE),
                new Condition.FirstDayReached("always-by-2026", Moment.COLLECTION, Moment.USE),
                new Condition.UsedBeforeCollected())) {
            assertThrows(
                    IllegalStateException.class, () -> uses.where(policy, TRAINING, condition), condition::toString);
        }
    }
}
