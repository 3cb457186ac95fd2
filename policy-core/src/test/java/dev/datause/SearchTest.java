package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the search for counterexamples shows of small passages. */
class SearchTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final Audience PUBLIC = Audience.of("public");
    private static final Audience FRIENDS = Audience.of("friends");
    private static final Condition ALWAYS = new Condition.All(List.of());
    private static final Condition MINOR = new Condition.FlagIsSet("minor");
    private static final Condition STANDARD = new Condition.TraitIs("account", List.of("standard"));
    private static final Condition EDUCATION = new Condition.TraitIs("account", List.of("education"));
    private static final Condition FROM_DAY = new Condition.UsedFrom(DAY);
    private static final Condition SHOWN = new Condition.AudienceIs(List.of(PUBLIC, FRIENDS));
    private static final Passage TRAINING =
            Passage.of(Purpose.of("training"), Recipient.of("owner"), Category.of("profile"), DAY.minusDays(5));

    private static Policy.Rule permit(Condition when) {
        return SmallWorld.rule("permit", Policy.Effect.PERMIT, when);
    }

    private static Policy.Rule prohibit(String id, Condition when) {
        return SmallWorld.rule(id, Policy.Effect.PROHIBIT, when);
    }

    private static Condition not(Condition of) {
        return new Condition.Not(of);
    }

    private static Condition all(Condition... of) {
        return new Condition.All(List.of(of));
    }

    private static Condition any(Condition... of) {
        return new Condition.Any(List.of(of));
    }

    private static DataUsePolicy policy(Policy.Rule... rules) {
        return DataUsePolicy.of(SmallWorld.policy(List.of(rules), List.of(), Policy.Effective.ALWAYS));
    }

    private static Counterexample only(DataUsePolicy policy, Passage passage) {
        List<Counterexample> shown = policy.counterexamples(passage);
        assertEquals(1, shown.size(), shown::toString);
        return shown.get(0);
    }

    @Test
    void eachGroundIsShownOnceAndByItself() {
        Policy.Rule one = prohibit("one", ALWAYS);
        Policy.Rule other = prohibit("other", ALWAYS);
        List<Counterexample> shown = policy(one, other).counterexamples(TRAINING);
        assertEquals(3, shown.size(), shown::toString);
        assertInstanceOf(Ground.NotGranted.class, shown.get(0).ground());
        assertEquals(new Ground.Prohibited(one), shown.get(1).ground());
        assertEquals(new Ground.Prohibited(other), shown.get(2).ground());
    }

    @Test
    void aUseThatIsPermittedForTheOtherPurposeIsShownOnlyIfTheFirstDeniesIt() {
        Purpose ads = Purpose.of("ads");
        Condition forAds = new Condition.PurposeIs(List.of(ads));
        Passage asked = TRAINING.permittedFor(ads, Recipient.of("group"));
        DataUsePolicy stricter = policy(permit(any(MINOR, forAds)), prohibit("ads", all(forAds, not(MINOR))));
        assertFalse(stricter.counterexamples(TRAINING).isEmpty());
        assertEquals(List.of(), stricter.counterexamples(asked));
        assertTrue(stricter.anythingPasses(asked));
        DataUsePolicy wider = policy(permit(any(MINOR, forAds)));
        assertFalse(only(wider, asked).story().contains("minor"));
        DataUsePolicy never = policy(permit(not(forAds)));
        assertFalse(never.anythingPasses(asked));
        assertEquals(List.of(), never.counterexamples(asked));
    }

    @Test
    void anAudienceIsShownWhereItMattersOrIsDeclared() {
        DataUsePolicy friendsOnly = policy(permit(new Condition.AudienceIs(List.of(FRIENDS))));
        Counterexample free = only(friendsOnly, TRAINING);
        assertEquals(Optional.of(PUBLIC), free.use().audience());
        assertTrue(free.story().contains("; profile shown to public collected "), free::story);
        assertEquals(List.of(), friendsOnly.counterexamples(TRAINING.audience(FRIENDS)));
        assertEquals(
                Optional.of(PUBLIC),
                only(friendsOnly, TRAINING.audience(PUBLIC)).use().audience());

        DataUsePolicy minors = policy(permit(MINOR));
        assertEquals(Optional.empty(), only(minors, TRAINING).use().audience());
        assertEquals(
                Optional.of(FRIENDS),
                only(minors, TRAINING.audience(FRIENDS)).use().audience());
    }

    @Test
    void anUnknownAudienceIsShownOnlyWhereItMustBe() {
        Counterexample must = only(policy(permit(SHOWN)), TRAINING);
        assertEquals(Optional.empty(), must.use().audience());
        assertFalse(must.story().contains("shown to"), must::story);
        // Denied before the day where the audience is unknown, and from then on to friends.
        Condition friends = new Condition.Certainly(new Condition.AudienceIs(List.of(FRIENDS)));
        Condition denied = any(all(not(FROM_DAY), not(new Condition.Certainly(SHOWN))), all(FROM_DAY, friends));
        Counterexample later = only(policy(permit(ALWAYS), prohibit("some", denied)), TRAINING);
        assertEquals(Optional.of(FRIENDS), later.use().audience());
        assertEquals(DAY, later.use().used());
    }

    @Test
    void whereThereAreNoAudiencesNoneIsEverKnown() {
        List<Vocabulary.PurposeEntry> purposes = SmallWorld.VOCABULARY.purposes().stream()
                .map(entry -> new Vocabulary.PurposeEntry(
                        entry.name(),
                        "Purpose",
                        entry.defaultRecipient(),
                        List.of(new Vocabulary.Usual(Category.of("profile"), Optional.empty())),
                        List.of()))
                .toList();
        Vocabulary words = SmallWorld.VOCABULARY.toBuilder()
                .purposes(purposes)
                .audiences(List.of())
                .build();
        Policy policy = SmallWorld.policy(
                List.of(permit(new Condition.AudienceIs(List.of()))), List.of(), Policy.Effective.ALWAYS);
        Policy without = policy.toBuilder().vocabulary(words).build();
        Counterexample shown = only(DataUsePolicy.of(without), TRAINING);
        assertEquals(Optional.empty(), shown.use().audience());
    }

    @Test
    void whatCannotBeIsNotFoundOnTheSecondWayToItEither() {
        Condition off = new Condition.SettingIs("improve", false, Moment.USE, Counts.SAME_DAY);
        Condition onLater = new Condition.SettingIs("improve", true, Moment.USE, Counts.NEXT_DAY);
        Condition accounts = any(all(not(MINOR), STANDARD), all(MINOR, EDUCATION));
        Condition never = new Condition.Certainly(all(accounts, off, onLater));
        assertEquals(List.of(), policy(permit(ALWAYS), prohibit("never", never)).counterexamples(TRAINING));
        Condition now = new Condition.Certainly(all(accounts, off, not(onLater)));
        assertTrue(only(policy(permit(ALWAYS), prohibit("now", now)), TRAINING)
                .story()
                .contains("improve off from "));
    }

    @Test
    void theSettingsAreToldOnlyWhereThereAreSome() {
        List<Policy.Rule> rules = new ArrayList<>();
        rules.add(permit(MINOR));
        Policy policy = SmallWorld.policy(rules, List.of(), Policy.Effective.ALWAYS);
        assertTrue(only(DataUsePolicy.of(policy), TRAINING).story().contains(", all settings on; "));
        Vocabulary words = SmallWorld.VOCABULARY.toBuilder().settings(List.of()).build();
        Policy without = policy.toBuilder().vocabulary(words).build();
        String story = only(DataUsePolicy.of(without), TRAINING).story();
        assertTrue(story.startsWith("a member in DE, born 1990-05-01; profile collected "), story);
    }
}
