package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final Purpose TRAINING = Purpose.of("training");
    private static final Condition ANYTHING = new Condition.UsedFrom(LocalDate.of(1900, 1, 1));
    private static final Condition OPTED_OUT = new Condition.SettingIs("improve", false, Moment.USE, Counts.SAME_DAY);
    private static final Condition MINOR = new Condition.Not(new Condition.AgeAtLeast(18, Moment.USE));
    private static final Condition FLAGGED = new Condition.FlagIsSet("minor");
    private static final DataUsePolicy POLICY = policy(new Policy.Effective(Optional.empty(), Optional.of(DAY)));

    private static DataUsePolicy policy(Policy.Effective effective) {
        return DataUsePolicy.of(SmallWorld.policy(
                List.of(
                        SmallWorld.rule("allowed", Policy.Effect.PERMIT, training("profile", "post")),
                        SmallWorld.rule("opted-out", Policy.Effect.PROHIBIT, OPTED_OUT),
                        SmallWorld.rule("too-young", Policy.Effect.PROHIBIT, MINOR),
                        SmallWorld.rule(
                                "posts-of-minors",
                                Policy.Effect.PROHIBIT,
                                new Condition.All(
                                        List.of(FLAGGED, new Condition.CategoryIs(List.of(Category.of("post"))))))),
                List.of(new Policy.Definition("one", ANYTHING), new Policy.Definition("two", ANYTHING)),
                effective));
    }

    private static Condition training(String... categories) {
        return new Condition.All(List.of(
                new Condition.PurposeIs(List.of(TRAINING)),
                new Condition.CategoryIs(Stream.of(categories).map(Category::of).toList())));
    }

    private static Member.Builder adult() {
        return POLICY.member().born(LocalDate.of(1990, 5, 1)).othersUntouched();
    }

    private static final Member ADULT = adult().build();
    private static final Member OUT = adult().off("improve", DAY).build();
    private static final Member YOUNG =
            POLICY.member().born(DAY.minusYears(10)).othersUntouched().build();
    private static final Member UNKNOWN = POLICY.member().build();
    private static final Member FLAGGED_MEMBER = adult().flag("minor").build();
    private static final Map<String, Member> ROWS =
            Map.of("adult", ADULT, "out", OUT, "young", YOUNG, "unknown", UNKNOWN, "flagged", FLAGGED_MEMBER);
    private static final List<String> NAMES = List.of("adult", "out", "young", "adult", "unknown", "flagged");

    private static Guard<String> guard(LocalDate day) {
        return POLICY.guard(TRAINING, day, (String row) -> ROWS.get(row));
    }

    @Test
    void rowsThatThePolicyPermitsPassAndNoOthers() {
        Guard<String> guard = guard(DAY);
        assertEquals(TRAINING, guard.purpose());
        for (String row : NAMES) {
            boolean permitted = row.equals("adult");
            assertEquals(permitted, POLICY.isPermitted(ROWS.get(row), TRAINING, DAY), row);
            assertEquals(permitted, guard.permits(row), row);
            assertEquals(
                    permitted ? Optional.of(row) : Optional.empty(),
                    guard.admit(row).map(admitted -> admitted.valueFor(TRAINING)));
        }
        assertEquals(
                List.of("adult", "adult"),
                guard.filter(NAMES.stream()).map(row -> row.valueFor(TRAINING)).toList());
    }

    @Test
    void whatIsKeptOutIsCountedByReasonEachRowOnceUnderEachOfItsReasons() {
        Partition<String> rows = guard(DAY).partition(NAMES);
        assertEquals(2, rows.permitted().size());
        assertEquals(List.of("out", "young", "unknown", "flagged"), rows.keptOut());
        assertEquals(
                Map.of(
                        "opted-out", 1L,
                        "too-young", 1L,
                        "posts-of-minors", 1L,
                        "unknown: age at use", 1L,
                        "unknown: setting improve at use", 1L),
                rows.reasons());
        assertEquals("2 permitted, 4 kept out: " + rows.reasons(), rows.toString());
    }

    @Test
    void afterThePolicyNothingPassesAndThatIsTheReason() {
        Partition<String> rows = guard(DAY.plusDays(1)).partition(List.of("adult", "adult"));
        assertEquals(Map.of("not-in-force", 2L), rows.reasons());
        assertEquals(List.of("adult", "adult"), rows.keptOut());
    }

    @Test
    void theUsualDataIsThatOfThePurposeForItsRecipientAndAudience() {
        Condition open = new Condition.AudienceIs(List.of(Audience.of("public")));
        Condition group = new Condition.RecipientIs(List.of(Recipient.of("group")));
        DataUsePolicy policy = DataUsePolicy.of(SmallWorld.policy(
                List.of(
                        SmallWorld.rule("public", Policy.Effect.PERMIT, new Condition.All(List.of(open, group))),
                        SmallWorld.rule("flagged", Policy.Effect.PROHIBIT, FLAGGED)),
                List.of(new Policy.Definition("one", ANYTHING), new Policy.Definition("two", ANYTHING)),
                Policy.Effective.ALWAYS));
        Guard<String> ads = policy.guard(Purpose.of("ads"), DAY, (String row) -> ROWS.get(row));
        assertTrue(ads.permits("adult"));
        assertEquals(
                Map.of("flagged", 1L),
                ads.partition(List.of("adult", "flagged")).reasons());
        Guard<String> training = policy.guard(TRAINING, DAY, (String row) -> ROWS.get(row));
        assertEquals(
                Map.of("not-granted", 1L), training.partition(List.of("adult")).reasons());
    }

    @Test
    void aPurposeThatThePolicyDoesNotHaveIsNeverPermitted() {
        Guard<String> guard = POLICY.guard(Purpose.of("selling"), DAY, (String row) -> ROWS.get(row));
        assertFalse(guard.permits("adult"));
        assertEquals(
                Map.of("not-granted", 1L), guard.partition(List.of("adult")).reasons());
    }

    @Test
    void aGuardOfUsesAsksAboutTheUseOfEachRow() {
        Guard<Member> guard = POLICY.guard(TRAINING, member -> use(member, "profile"));
        assertTrue(guard.permits(ADULT));
        assertTrue(guard.permits(FLAGGED_MEMBER));
        assertFalse(guard.permits(OUT));
        assertEquals(
                Map.of("opted-out", 1L), guard.partition(List.of(ADULT, OUT)).reasons());
        Guard<Member> messages = POLICY.guard(TRAINING, member -> use(member, "none"));
        assertEquals(
                Map.of("not-granted", 1L), messages.partition(List.of(ADULT)).reasons());
    }

    private static Use use(Member member, String category) {
        return Use.of(member)
                .purpose(TRAINING)
                .recipient(Recipient.of("owner"))
                .category(Category.of(category))
                .collected(DAY)
                .used(DAY);
    }

    @Test
    void aUseForAnotherPurposeIsRefused() {
        Guard<Member> guard = POLICY.guard(Purpose.of("ads"), member -> use(member, "profile"));
        assertEquals(
                "use: a row's use is not for the purpose of the guard",
                assertThrows(IllegalArgumentException.class, () -> guard.permits(ADULT))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> guard.admit(ADULT));
    }

    @Test
    void aRowWithoutAMemberOrAUseIsRefused() {
        Guard<String> nobody = POLICY.guard(TRAINING, DAY, (String row) -> null);
        refusesNull("member of a row", () -> nobody.permits("adult"));
        Guard<String> nothing = POLICY.guard(TRAINING, (String row) -> null);
        refusesNull("use of a row", () -> nothing.permits("adult"));
        refusesNull("member", () -> POLICY.guard(TRAINING, DAY, null));
        refusesNull("purpose", () -> POLICY.guard(null, DAY, (String row) -> ADULT));
        refusesNull("day", () -> POLICY.guard(TRAINING, null, (String row) -> ADULT));
        refusesNull("purpose", () -> POLICY.guard(null, (String row) -> use(ADULT, "profile")));
        refusesNull("use", () -> POLICY.guard(TRAINING, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> POLICY.guard(TRAINING, LocalDate.of(2201, 1, 1), (String row) -> ADULT));
    }

    private static void refusesNull(String parameter, org.junit.jupiter.api.function.Executable call) {
        assertEquals(parameter, assertThrows(NullPointerException.class, call).getMessage());
    }

    @Test
    void aPermittedValueIsForItsPurposeAlone() {
        Permitted<String> permitted = guard(DAY).admit("adult").orElseThrow();
        assertEquals(TRAINING, permitted.purpose());
        assertEquals("adult", permitted.valueFor(TRAINING));
        assertEquals(
                "permitted for training, not for ads",
                assertThrows(IllegalStateException.class, () -> permitted.valueFor(Purpose.of("ads")))
                        .getMessage());
        refusesNull("wanted", () -> permitted.valueFor(null));
        assertEquals("Permitted for training", permitted.toString());
    }

    @Test
    void asAPredicateItDecidesAsInTheShortForm() {
        assertTrue(POLICY.permits(TRAINING, DAY).test(ADULT));
        assertFalse(POLICY.permits(TRAINING, DAY).test(OUT));
        assertFalse(POLICY.permits(Purpose.of("ads"), DAY).test(ADULT));
    }
}
