package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.analysis.Change;
import dev.datause.analysis.PolicyDiff;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a diff says of small policies, word by word. */
class PolicyDiffTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final Condition TRAINING = new Condition.PurposeIs(List.of(Purpose.of("training")));
    private static final Condition MINOR = new Condition.FlagIsSet("minor");
    private static final Condition LATER = new Condition.UsedFrom(DAY);
    private static final Condition FRESH = new Condition.CollectedFrom(DAY);

    private static DataUsePolicy policy(Policy.Rule... rules) {
        return DataUsePolicy.of(SmallWorld.policy(List.of(rules), List.of(), Policy.Effective.ALWAYS));
    }

    private static Policy.Rule permit(String id, Condition... all) {
        return SmallWorld.rule(id, Policy.Effect.PERMIT, new Condition.All(List.of(all)));
    }

    private static Policy.Rule prohibit(String id, Condition... all) {
        return SmallWorld.rule(id, Policy.Effect.PROHIBIT, new Condition.All(List.of(all)));
    }

    private static PolicyDiff overNight(Policy.Rule... rules) {
        return PolicyDiff.between(policy(rules), DAY.minusDays(1), DAY);
    }

    private static String told(Change change) {
        return change.direction() + " " + change.data() + " " + change.rules() + " " + change.where();
    }

    private static List<String> told(PolicyDiff diff) {
        return diff.changes().stream().map(PolicyDiffTest::told).toList();
    }

    @Test
    void overNightThoseRulesAreToldThatDenyOnOneOfTheDays() {
        assertEquals(
                List.of(
                        "DENIED collected on the day of use [late] [[minor]]",
                        "DENIED collected up to 2025-11-02 [late] [[minor]]"),
                told(overNight(permit("grant", TRAINING), prohibit("late", MINOR, LATER))));
        assertEquals(
                List.of(
                        "PERMITTED collected on the day of use [early] [[minor]]",
                        "PERMITTED collected up to 2025-11-02 [early] [[minor]]"),
                told(overNight(permit("grant", TRAINING), prohibit("early", MINOR, new Condition.Not(LATER)))));
        assertEquals(
                List.of(
                        "PERMITTED collected on the day of use [] [[]]",
                        "PERMITTED collected up to 2025-11-02 [] [[]]"),
                told(overNight(permit("late", TRAINING, MINOR, LATER))));
    }

    @Test
    void freshDataIsCollectedOnTheDayOfItsUseAndOtherDataIsTheSameOnBothDays() {
        PolicyDiff fresh = overNight(permit("grant", TRAINING, FRESH));
        assertEquals(1, fresh.changes().size(), fresh.text());
        Change change = fresh.changes().get(0);
        assertEquals(Optional.of(DAY.minusDays(1)), change.witness().collected());
        assertEquals(Optional.of(DAY), change.witnessAfter().collected());
        Condition old = new Condition.CollectedFrom(LocalDate.of(2024, 2, 28));
        PolicyDiff both = overNight(permit("grant", TRAINING, LATER, old, new Condition.Not(FRESH)));
        assertEquals(1, both.changes().size(), both.text());
        Change other = both.changes().get(0);
        assertTrue(other.witness().collected().isPresent());
        assertEquals(other.witnessAfter().collected(), other.witness().collected());
        assertEquals(DAY.minusDays(1), other.witness().used());
        assertEquals(DAY, other.witnessAfter().used());
    }

    @Test
    void overNightTheUseIsTheSameInAllButItsDays() {
        Condition group = new Condition.RecipientIs(List.of(Recipient.of("group")));
        Condition post = new Condition.CategoryIs(List.of(Category.of("post")));
        Condition friends = new Condition.AudienceIs(List.of(Audience.of("friends")));
        PolicyDiff diff = overNight(permit("grant", TRAINING, group, post, friends, LATER));
        assertEquals(2, diff.changes().size(), diff.text());
        for (Change change : diff.changes()) {
            assertEquals(Optional.of(Purpose.of("training")), change.witness().purpose());
            assertEquals(change.witnessAfter().recipient(), change.witness().recipient());
            assertTrue(change.witness().recipient().isPresent());
            assertEquals(change.witnessAfter().category(), change.witness().category());
            assertTrue(change.witness().category().isPresent());
            assertEquals(Optional.of(Audience.of("friends")), change.witness().audience());
        }
    }

    /** What is unknown of a use is named in the decision on it: so nothing may be lost on the way to the earlier day. */
    @Test
    void overNightADenialIsForNothingThatOnlyTheRetellingLeftOut() {
        Condition group = new Condition.RecipientIs(List.of(Recipient.of("group")));
        Condition post = new Condition.CategoryIs(List.of(Category.of("post")));
        Condition publicly = new Condition.AudienceIs(List.of(Audience.of("public")));
        PolicyDiff diff = overNight(
                permit("grant", TRAINING), prohibit("late", new Condition.Any(List.of(group, post, publicly)), LATER));
        assertFalse(diff.isEmpty());
        for (Change change : diff.changes()) {
            assertEquals(List.of("late"), change.rules());
            assertEquals(Change.Direction.DENIED, change.direction());
            assertTrue(change.before().permitted());
        }
    }

    @Test
    void theSecondDayLiesAfterTheFirst() {
        DataUsePolicy any = policy(permit("grant", TRAINING));
        for (LocalDate after : List.of(DAY, DAY.minusDays(1))) {
            assertEquals(
                    "after: does not lie after before",
                    assertThrows(IllegalArgumentException.class, () -> PolicyDiff.between(any, DAY, after))
                            .getMessage());
        }
        assertTrue(PolicyDiff.between(any, DAY, DAY.plusDays(1)).isEmpty());
    }

    /** Settings have other names, which fall away where the words of two policies are joined. */
    @Test
    void witnessesOfPoliciesOfTheSameWordsCanBePutToThem() {
        DataUsePolicy before = policy(permit("grant", TRAINING));
        DataUsePolicy after = policy(permit("grant", TRAINING), prohibit("minors", MINOR));
        PolicyDiff diff = PolicyDiff.of(before, after);
        assertEquals(List.of("DENIED  [minors] [[minor]]"), told(diff));
        Change change = diff.changes().get(0);
        assertTrue(before.isPermitted(change.witness()));
        assertFalse(after.isPermitted(change.witness()));
    }

    @Test
    void aSignalThatOnlyOneOfThePoliciesHasIsComparedToo() {
        Policy one = SmallWorld.policy(List.of(permit("grant", TRAINING)), List.of(), Policy.Effective.ALWAYS);
        Condition loud = new Condition.SignalIs("loud", true, Moment.USE, Counts.SAME_DAY);
        Policy other = one.toBuilder()
                .vocabulary(one.vocabulary().toBuilder()
                        .signals(List.of(new Vocabulary.Entry("loud", "Loud signal")))
                        .build())
                .rules(List.of(permit("grant", TRAINING), prohibit("loud", new Condition.Certainly(loud))))
                .build();
        PolicyDiff diff = PolicyDiff.of(DataUsePolicy.of(one), DataUsePolicy.of(other));
        assertEquals(List.of("DENIED  [loud] [[loud present]]"), told(diff));
        assertEquals(
                List.of("PERMITTED  [loud] [[loud present]]"),
                told(PolicyDiff.of(DataUsePolicy.of(other), DataUsePolicy.of(one))));
    }
}
