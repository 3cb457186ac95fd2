package dev.datause;

import static dev.datause.Truth.FALSE;
import static dev.datause.Truth.TRUE;
import static dev.datause.Truth.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What each kind of condition says, on its limits and where facts are missing. */
class ConditionTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final LocalDate BEFORE = DAY.minusDays(1);
    private static final LocalDate AFTER = DAY.plusDays(1);
    private static final Condition YES = new Condition.All(List.of());
    private static final Condition NO = new Condition.Any(List.of());
    private static final Condition OPEN = new Condition.AgeAtLeast(18, Moment.USE);
    private static final Policy POLICY = SmallWorld.policy(
            List.of(),
            List.of(new Policy.Definition("one", YES), new Policy.Definition("two", OPEN)),
            Policy.Effective.ALWAYS);
    private static final DataUsePolicy STRICT = DataUsePolicy.of(POLICY);
    private static final DataUsePolicy LENIENT =
            DataUsePolicy.of(POLICY, POLICY.reading("lenient").orElseThrow());

    private static Member member(UnaryOperator<Member.Builder> facts) {
        return facts.apply(STRICT.member()).build();
    }

    private static final Member NOBODY = member(facts -> facts);

    private static Truth truth(Condition condition, Member member) {
        return STRICT.truth(condition, Use.of(member).collected(DAY).used(DAY));
    }

    private static Truth truth(Condition condition, Use use) {
        return STRICT.truth(condition, use);
    }

    private static Truth bare(Condition condition) {
        return STRICT.truth(condition, Use.of(NOBODY).used(DAY));
    }

    @Test
    void togetherTheyFollowKleene() {
        assertEquals(TRUE, bare(YES));
        assertEquals(FALSE, bare(NO));
        assertEquals(UNKNOWN, bare(OPEN));
        assertEquals(FALSE, bare(new Condition.All(List.of(OPEN, NO))));
        assertEquals(UNKNOWN, bare(new Condition.All(List.of(YES, OPEN))));
        assertEquals(FALSE, bare(new Condition.All(List.of(NO, YES))));
        assertEquals(TRUE, bare(new Condition.Any(List.of(OPEN, YES))));
        assertEquals(UNKNOWN, bare(new Condition.Any(List.of(NO, OPEN))));
        assertEquals(TRUE, bare(new Condition.Any(List.of(YES, NO))));
        assertEquals(UNKNOWN, bare(new Condition.Not(OPEN)));
        assertEquals(FALSE, bare(new Condition.Not(YES)));
        assertEquals(FALSE, bare(new Condition.Certainly(OPEN)));
        assertEquals(TRUE, bare(new Condition.Certainly(YES)));
        assertEquals(TRUE, bare(new Condition.Possibly(OPEN)));
        assertEquals(FALSE, bare(new Condition.Possibly(NO)));
        assertEquals(TRUE, bare(new Condition.Defined("one")));
        assertEquals(UNKNOWN, bare(new Condition.Defined("two")));
    }

    @Test
    void whatForByWhomAndOfWhatAreKnownWhereTheyAreGiven() {
        Condition purpose = new Condition.PurposeIs(List.of(Purpose.of("ads"), Purpose.of("training")));
        assertEquals(UNKNOWN, bare(purpose));
        assertEquals(TRUE, truth(purpose, use().purpose(Purpose.of("training")).used(DAY)));
        assertEquals(FALSE, truth(purpose, use().purpose(Purpose.of("selling")).used(DAY)));

        Condition recipient = new Condition.RecipientIs(List.of(Recipient.of("owner"), Recipient.of("group")));
        assertEquals(UNKNOWN, bare(recipient));
        for (String name : List.of("owner", "group", "daughter")) {
            assertEquals(
                    TRUE, truth(recipient, use().recipient(Recipient.of(name)).used(DAY)));
        }
        assertEquals(
                FALSE, truth(recipient, use().recipient(Recipient.of("other")).used(DAY)));
        Condition daughter = new Condition.RecipientIs(List.of(Recipient.of("daughter")));
        assertEquals(
                FALSE, truth(daughter, use().recipient(Recipient.of("group")).used(DAY)));

        Condition category = new Condition.CategoryIs(List.of(Category.of("post"), Category.of("none")));
        assertEquals(UNKNOWN, bare(category));
        assertEquals(
                TRUE, truth(category, use().category(Category.of("message")).used(DAY)));
        assertEquals(TRUE, truth(category, use().category(Category.of("none")).used(DAY)));
        assertEquals(FALSE, truth(category, use().category(Category.of("data")).used(DAY)));
        assertEquals(FALSE, truth(category, use().category(Category.of("other")).used(DAY)));
        Condition data = new Condition.CategoryIs(List.of(Category.of("data")));
        assertEquals(TRUE, truth(data, use().category(Category.of("message")).used(DAY)));
        assertEquals(FALSE, truth(data, use().category(Category.of("none")).used(DAY)));

        Condition audience = new Condition.AudienceIs(List.of(Audience.of("friends")));
        assertEquals(UNKNOWN, bare(audience));
        assertEquals(
                UNKNOWN, truth(audience, use().audience(Audience.of("nobody")).used(DAY)));
        assertEquals(
                TRUE, truth(audience, use().audience(Audience.of("friends")).used(DAY)));
        assertEquals(
                FALSE, truth(audience, use().audience(Audience.of("public")).used(DAY)));
    }

    private static Use.Builder use() {
        return Use.of(NOBODY);
    }

    @Test
    void placesAreSetsOfCountriesUnderTheReading() {
        Condition north = located("north");
        assertEquals(UNKNOWN, truth(north, NOBODY));
        assertEquals(UNKNOWN, truth(north, member(facts -> facts.country("UK"))));
        assertEquals(TRUE, truth(north, member(facts -> facts.country("NO"))));
        assertEquals(FALSE, truth(north, member(facts -> facts.country("IT"))));
        Use ofIslands = Use.of(member(facts -> facts.country("GG"))).used(DAY);
        assertEquals(TRUE, STRICT.truth(north, ofIslands));
        assertEquals(FALSE, LENIENT.truth(north, ofIslands));
        assertEquals(FALSE, STRICT.truth(located("elsewhere"), ofIslands));
        assertEquals(TRUE, LENIENT.truth(located("elsewhere"), ofIslands));
        assertEquals(TRUE, truth(located("elsewhere"), member(facts -> facts.country("US"))));
        assertEquals(TRUE, truth(located("north", "south"), member(facts -> facts.country("MT"))));
        assertEquals(TRUE, truth(located("south", "north"), member(facts -> facts.country("SE"))));
        for (Country country : List.of(Country.at(0), Country.at(Country.COUNT - 1))) {
            assertEquals(TRUE, truth(located("anywhere"), member(facts -> facts.country(country.code()))));
        }
        assertEquals(UNKNOWN, truth(located("anywhere"), NOBODY));
        Member moved = member(facts -> facts.moved(BEFORE, "NO").moved(DAY, "IT"));
        Use use = Use.of(moved).collected(BEFORE).used(DAY);
        assertEquals(FALSE, truth(north, use));
        assertEquals(TRUE, truth(new Condition.Located(List.of("north"), Moment.COLLECTION), use));
        assertEquals(TRUE, truth(new Condition.Located(List.of("north"), Moment.on(BEFORE)), use));
        assertEquals(UNKNOWN, truth(new Condition.Located(List.of("north"), Moment.on(BEFORE.minusDays(1))), use));
        assertEquals(
                UNKNOWN,
                truth(
                        new Condition.Located(List.of("north"), Moment.COLLECTION),
                        Use.of(moved).used(DAY)));
    }

    private static Condition located(String... in) {
        return new Condition.Located(List.of(in), Moment.USE);
    }

    /** In the table: 3 November in the north, no day in the south, 28 February 2024 everywhere else. */
    @Test
    void aFirstDayIsReachedFromThatDayOn() {
        Member north = member(facts -> facts.country("NO"));
        Member south = member(facts -> facts.country("IT"));
        Member elsewhere = member(facts -> facts.country("US"));
        LocalDate early = LocalDate.of(2024, 2, 28);
        assertEquals(FALSE, starts("starts", north, BEFORE));
        assertEquals(TRUE, starts("starts", north, DAY));
        assertEquals(FALSE, starts("starts", south, DAY));
        assertEquals(FALSE, starts("starts", elsewhere, early.minusDays(1)));
        assertEquals(TRUE, starts("starts", elsewhere, early));
        assertEquals(FALSE, starts("starts", NOBODY, early.minusDays(1)));
        assertEquals(UNKNOWN, starts("starts", NOBODY, early));
        assertEquals(UNKNOWN, starts("starts", NOBODY, DAY.plusYears(20)));
        assertEquals(FALSE, starts("never", NOBODY, DAY));
        assertEquals(FALSE, starts("never", north, DAY));
        LocalDate last = LocalDate.of(2026, 3, 1);
        assertEquals(FALSE, starts("always-by-2026", NOBODY, BEFORE));
        assertEquals(UNKNOWN, starts("always-by-2026", NOBODY, DAY));
        assertEquals(UNKNOWN, starts("always-by-2026", NOBODY, last.minusDays(1)));
        assertEquals(TRUE, starts("always-by-2026", NOBODY, last));
    }

    private static Truth starts(String table, Member member, LocalDate used) {
        return truth(
                new Condition.FirstDayReached(table, Moment.USE, Moment.USE),
                Use.of(member).used(used));
    }

    @Test
    void aFirstDayOfCollectionIsUnknownWhereThatDayIsUnlessThereIsNone() {
        Condition starts = new Condition.FirstDayReached("starts", Moment.USE, Moment.COLLECTION);
        Condition never = new Condition.FirstDayReached("never", Moment.USE, Moment.COLLECTION);
        Member north = member(facts -> facts.country("NO"));
        Member south = member(facts -> facts.country("IT"));
        assertEquals(UNKNOWN, truth(starts, Use.of(north).used(DAY)));
        assertEquals(FALSE, truth(starts, Use.of(south).used(DAY)));
        assertEquals(UNKNOWN, truth(starts, Use.of(NOBODY).used(DAY)));
        assertEquals(FALSE, truth(never, Use.of(north).used(DAY)));
        assertEquals(FALSE, truth(never, Use.of(NOBODY).used(DAY)));
        assertEquals(TRUE, truth(starts, Use.of(north).collected(DAY).used(AFTER)));
        assertEquals(FALSE, truth(starts, Use.of(north).collected(BEFORE).used(AFTER)));
    }

    @Test
    void anAgeIsReachedOnTheBirthday() {
        Member member = member(facts -> facts.born(DAY.minusYears(18)));
        Condition adult = new Condition.AgeAtLeast(18, Moment.USE);
        assertEquals(FALSE, truth(adult, Use.of(member).used(BEFORE)));
        assertEquals(TRUE, truth(adult, Use.of(member).used(DAY)));
        assertEquals(UNKNOWN, truth(adult, NOBODY));
        Condition then = new Condition.AgeAtLeast(18, Moment.COLLECTION);
        assertEquals(UNKNOWN, truth(then, Use.of(member).used(DAY)));
        assertEquals(FALSE, truth(then, Use.of(member).collected(BEFORE).used(DAY)));
        Condition both = new Condition.All(List.of(adult, new Condition.Not(new Condition.AgeAtLeast(20, Moment.USE))));
        assertEquals(TRUE, truth(both, Use.of(member).used(DAY.plusYears(2).minusDays(1))));
        assertEquals(FALSE, truth(both, Use.of(member).used(DAY.plusYears(2))));
    }

    @Test
    void aSettingThatIsOffCountsFromItsDayAndOneThatIsOnAsIsSaid() {
        Member member =
                member(facts -> facts.untouched("share").off("share", BEFORE).on("share", DAY));
        for (boolean on : new boolean[] {true, false}) {
            Truth isOn = on ? TRUE : FALSE;
            Truth isOff = on ? FALSE : TRUE;
            Condition same = new Condition.SettingIs("share", on, Moment.USE, Counts.SAME_DAY);
            Condition next = new Condition.SettingIs("share", on, Moment.USE, Counts.NEXT_DAY);
            assertEquals(isOn, truth(same, Use.of(member).used(BEFORE.minusDays(1))));
            assertEquals(isOff, truth(next, Use.of(member).used(BEFORE)));
            assertEquals(isOff, truth(next, Use.of(member).used(DAY)));
            assertEquals(isOn, truth(same, Use.of(member).used(DAY)));
            assertEquals(isOn, truth(next, Use.of(member).used(AFTER)));
            assertEquals(UNKNOWN, truth(same, NOBODY));
            Condition then = new Condition.SettingIs("share", on, Moment.COLLECTION, Counts.SAME_DAY);
            assertEquals(UNKNOWN, truth(then, Use.of(member).used(DAY)));
            assertEquals(isOff, truth(then, Use.of(member).collected(BEFORE).used(DAY)));
            Condition fixed = new Condition.SettingIs("share", on, Moment.on(BEFORE), Counts.SAME_DAY);
            assertEquals(isOff, truth(fixed, Use.of(member).used(DAY)));
        }
    }

    @Test
    void aSignalIsPresentFromItsDayAndAbsentAsIsSaid() {
        Member member = member(
                facts -> facts.neverSent("privacy").present("privacy", BEFORE).absent("privacy", DAY));
        for (boolean present : new boolean[] {true, false}) {
            Truth isPresent = present ? TRUE : FALSE;
            Truth isAbsent = present ? FALSE : TRUE;
            Condition same = new Condition.SignalIs("privacy", present, Moment.USE, Counts.SAME_DAY);
            Condition next = new Condition.SignalIs("privacy", present, Moment.USE, Counts.NEXT_DAY);
            assertEquals(isAbsent, truth(same, Use.of(member).used(BEFORE.minusDays(1))));
            assertEquals(isPresent, truth(next, Use.of(member).used(BEFORE)));
            assertEquals(isPresent, truth(next, Use.of(member).used(DAY)));
            assertEquals(isAbsent, truth(same, Use.of(member).used(DAY)));
            assertEquals(UNKNOWN, truth(same, NOBODY));
        }
    }

    @Test
    void anObjectionStandsAtItsStage() {
        Member member = member(facts -> facts.neverObjected("objection")
                .filed("objection", BEFORE)
                .granted("objection", DAY)
                .withdrawn("objection", AFTER));
        Condition filed = objection(Condition.Stage.FILED, Counts.SAME_DAY);
        Condition granted = objection(Condition.Stage.GRANTED, Counts.SAME_DAY);
        assertEquals(FALSE, truth(filed, Use.of(member).used(BEFORE.minusDays(1))));
        assertEquals(TRUE, truth(filed, Use.of(member).used(BEFORE)));
        assertEquals(FALSE, truth(granted, Use.of(member).used(BEFORE)));
        assertEquals(TRUE, truth(granted, Use.of(member).used(DAY)));
        assertEquals(TRUE, truth(filed, Use.of(member).used(DAY)));
        assertEquals(FALSE, truth(granted, Use.of(member).used(AFTER)));
        assertEquals(
                TRUE,
                truth(
                        objection(Condition.Stage.GRANTED, Counts.NEXT_DAY),
                        Use.of(member).used(AFTER)));
        assertEquals(UNKNOWN, truth(filed, NOBODY));
    }

    private static Condition objection(Condition.Stage stage, Counts counts) {
        return new Condition.ObjectionStands("objection", stage, Moment.USE, counts);
    }

    @Test
    void aFlagIsNeverUnknownAndATraitIsWhereItIsNotGiven() {
        Condition flag = new Condition.FlagIsSet("minor");
        assertEquals(FALSE, truth(flag, NOBODY));
        assertEquals(TRUE, truth(flag, member(facts -> facts.flag("minor"))));
        Condition standard = new Condition.TraitIs("account", List.of("standard"));
        Condition either = new Condition.TraitIs("account", List.of("education", "standard"));
        assertEquals(UNKNOWN, truth(standard, NOBODY));
        assertEquals(UNKNOWN, truth(either, NOBODY));
        assertEquals(TRUE, truth(standard, member(facts -> facts.trait("account", "standard"))));
        assertEquals(FALSE, truth(standard, member(facts -> facts.trait("account", "education"))));
        assertEquals(TRUE, truth(either, member(facts -> facts.trait("account", "education"))));
    }

    @Test
    void daysAreReachedOnThemAndTheOrderOfTheDaysMatters() {
        Condition used = new Condition.UsedFrom(DAY);
        assertEquals(FALSE, truth(used, Use.of(NOBODY).used(BEFORE)));
        assertEquals(TRUE, truth(used, Use.of(NOBODY).used(DAY)));
        Condition collected = new Condition.CollectedFrom(DAY);
        assertEquals(UNKNOWN, truth(collected, Use.of(NOBODY).used(DAY)));
        assertEquals(FALSE, truth(collected, Use.of(NOBODY).collected(BEFORE).used(DAY)));
        assertEquals(TRUE, truth(collected, Use.of(NOBODY).collected(DAY).used(DAY)));
        Condition order = new Condition.UsedBeforeCollected();
        assertEquals(UNKNOWN, truth(order, Use.of(NOBODY).used(DAY)));
        assertEquals(FALSE, truth(order, Use.of(NOBODY).collected(DAY).used(DAY)));
        assertEquals(FALSE, truth(order, Use.of(NOBODY).collected(BEFORE).used(DAY)));
        assertEquals(TRUE, truth(order, Use.of(NOBODY).collected(AFTER).used(DAY)));
    }

    @Test
    void anAnswerIsThatOfTheReading() {
        Condition first = new Condition.Answered("which", "first");
        assertEquals(TRUE, STRICT.truth(first, Use.of(NOBODY).used(DAY)));
        assertEquals(FALSE, LENIENT.truth(first, Use.of(NOBODY).used(DAY)));
    }

    @Test
    void namesThatThePolicyDoesNotHaveAreRefused() {
        refused("vocabulary: it has no purpose 'x'", new Condition.PurposeIs(List.of(Purpose.of("x"))));
        refused("vocabulary: it has no recipient 'x'", new Condition.RecipientIs(List.of(Recipient.of("x"))));
        refused("vocabulary: it has no category 'x'", new Condition.CategoryIs(List.of(Category.of("x"))));
        refused("vocabulary: it has no audience 'x'", new Condition.AudienceIs(List.of(Audience.of("x"))));
        refused("policy: it asks no question 'x'", new Condition.Answered("x", "first"));
        refused("policy: its question 'which' has no answer 'x'", new Condition.Answered("which", "x"));
        refused("vocabulary: its trait 'account' has no value 'x'", new Condition.TraitIs("account", List.of("x")));
        refused("policy: it defines no 'x'", new Condition.Defined("x"));
        refused("policy: it has no table 'x'", new Condition.FirstDayReached("x", Moment.USE, Moment.USE));
        refused("jurisdiction: the vocabulary has no 'x'", located("x"));
        refused("vocabulary: it has no setting 'x'", new Condition.SettingIs("x", true, Moment.USE, Counts.SAME_DAY));
        refused("vocabulary: it has no signal 'x'", new Condition.SignalIs("x", true, Moment.USE, Counts.SAME_DAY));
        refused(
                "vocabulary: it has no objection scope 'x'",
                new Condition.ObjectionStands("x", Condition.Stage.FILED, Moment.USE, Counts.SAME_DAY));
        refused("vocabulary: it has no flag 'x'", new Condition.FlagIsSet("x"));
        refused("vocabulary: it has no trait 'x'", new Condition.TraitIs("x", List.of("standard")));
    }

    private static void refused(String message, Condition condition) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> bare(condition))
                        .getMessage());
    }

    @Test
    void anAgeIsOneToAHundredAndFiftyAndDaysAreThoseTheLibraryTakes() {
        assertEquals(1, new Condition.AgeAtLeast(1, Moment.USE).years());
        assertEquals(150, new Condition.AgeAtLeast(150, Moment.USE).years());
        for (int years : new int[] {0, 151}) {
            assertEquals(
                    "years: an age is 1 to 150",
                    assertThrows(IllegalArgumentException.class, () -> new Condition.AgeAtLeast(years, Moment.USE))
                            .getMessage());
        }
        LocalDate tooLate = LocalDate.of(2201, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> new Condition.UsedFrom(tooLate));
        assertThrows(IllegalArgumentException.class, () -> new Condition.CollectedFrom(tooLate));
        assertThrows(IllegalArgumentException.class, () -> Moment.on(tooLate));
        assertEquals("use", Moment.USE.toString());
        assertEquals("collection", Moment.COLLECTION.toString());
        assertEquals("2025-11-03", Moment.on(DAY).toString());
        assertThrows(NullPointerException.class, () -> new Condition.Located(List.of(), null));
    }

    @Test
    void aReadingAnswersEveryQuestionAndNoOther() {
        refusedReading(
                "reading: 'half' does not answer question 'which'",
                new Reading("half", "Half", Map.of("islands-north", "yes")));
        refusedReading(
                "reading: 'odd' answers question 'which' with 'fourth', which is none of its answers",
                new Reading("odd", "Odd", Map.of("islands-north", "yes", "which", "fourth")));
        refusedReading(
                "reading: 'more' answers a question that the policy does not ask",
                new Reading("more", "More", Map.of("islands-north", "yes", "which", "third", "why", "so")));
    }

    @Test
    void aReadingMayBeChangedInOneAnswer() {
        Reading other = POLICY.reading("strict").orElseThrow().with("other", "which", "third");
        assertEquals(new Reading("other", "Strict", Map.of("islands-north", "yes", "which", "third")), other);
        assertEquals(
                TRUE,
                DataUsePolicy.of(POLICY, other)
                        .truth(
                                new Condition.Answered("which", "third"),
                                Use.of(NOBODY).used(DAY)));
        assertThrows(NullPointerException.class, () -> other.with("more", null, "third"));
        assertThrows(NullPointerException.class, () -> other.with("more", "which", null));
    }

    @Test
    void aMissingFactIsCalledByItsKindAndItsDay() {
        int day = Days.of(BEFORE);
        assertEquals("country at use", Facts.country(Axis.AT_USE));
        assertEquals("country at collection", Facts.country(Axis.AT_COLLECTION));
        assertEquals("country on 2025-11-02", Facts.country(day));
        assertEquals("age at use", Facts.age(Axis.AT_USE));
        assertEquals("trait account", Facts.trait("account"));
        assertEquals("setting share on 2025-11-02", Facts.setting("share", day));
        assertEquals("signal privacy at collection", Facts.signal("privacy", Axis.AT_COLLECTION));
        assertEquals("objections objection at use", Facts.objections("objection", Axis.AT_USE));
    }

    private static void refusedReading(String message, Reading reading) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> DataUsePolicy.of(POLICY, reading))
                        .getMessage());
    }

    private static Condition deep(Condition condition, UnaryOperator<Condition> change, UnaryOperator<Moment> moments) {
        return change.apply(
                condition.mapParts(part -> deep(part, change, moments)).mapMoments(moments));
    }

    private static List<Moment> moments(Condition condition) {
        List<Moment> all = new ArrayList<>(condition.moments());
        condition.parts().forEach(part -> all.addAll(moments(part)));
        return all;
    }

    @Test
    void changingNoPartAndNoMomentChangesNothing() {
        Tries.of(500, random -> {
            for (Policy.Rule rule : RandomPolicies.policy(random).rules()) {
                assertEquals(rule.when(), deep(rule.when(), part -> part, moment -> moment));
            }
        });
    }

    @Test
    void everyPartAndEveryMomentIsChangedOnce() {
        Moment other = Moment.on(LocalDate.of(2031, 7, 9));
        Tries.of(500, random -> {
            for (Policy.Rule rule : RandomPolicies.policy(random).rules()) {
                Condition turned = deep(rule.when(), Condition.Not::new, moment -> other);
                int before = count(rule.when());
                assertEquals(2 * before, count(turned), () -> turned.toString());
                assertEquals(Collections.nCopies(moments(rule.when()).size(), other), moments(turned));
                String json = PolicyJson.write(turned);
                assertEquals(moments(turned).size(), json.split("2031-07-09", -1).length - 1, json);
            }
        });
    }

    private static int count(Condition condition) {
        return 1 + condition.parts().stream().mapToInt(ConditionTest::count).sum();
    }
}
