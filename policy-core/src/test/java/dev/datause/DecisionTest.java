package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Decisions, their grounds, and how long they hold, by small policies.
 *
 * <p>One class on purpose, long as it is: every test makes a policy of a few rules with the same words, and what is
 * permitted, why, and until when are three sides of one answer that are told apart by the same small policies.
 */
class DecisionTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final Condition ALWAYS = new Condition.UsedFrom(LocalDate.of(1900, 1, 1));
    private static final Condition ADULT = new Condition.AgeAtLeast(18, Moment.USE);
    private static final Condition FLAGGED = new Condition.FlagIsSet("minor");
    private static final Condition SHARES = new Condition.SettingIs("share", true, Moment.USE, Counts.NEXT_DAY);
    private static final Condition NORTH = new Condition.Located(List.of("north"), Moment.USE);
    private static final Condition TRAINING = new Condition.PurposeIs(List.of(Purpose.of("training")));
    private static final Condition OWNER = new Condition.RecipientIs(List.of(Recipient.of("owner")));
    private static final Condition POSTS = new Condition.CategoryIs(List.of(Category.of("post")));

    private static Policy.Rule permit(String id, Condition... when) {
        return SmallWorld.rule(id, Policy.Effect.PERMIT, new Condition.All(List.of(when)));
    }

    private static Policy.Rule prohibit(String id, Condition... when) {
        return SmallWorld.rule(id, Policy.Effect.PROHIBIT, new Condition.All(List.of(when)));
    }

    private static DataUsePolicy policy(Policy.Effective effective, Policy.Rule... rules) {
        return DataUsePolicy.of(SmallWorld.policy(
                List.of(rules),
                List.of(new Policy.Definition("one", ALWAYS), new Policy.Definition("two", ALWAYS)),
                effective));
    }

    private static DataUsePolicy policy(Policy.Rule... rules) {
        return policy(Policy.Effective.ALWAYS, rules);
    }

    private static Member member(UnaryOperator<Member.Builder> facts) {
        return facts.apply(Member.in(SmallWorld.VOCABULARY)).build();
    }

    private static final Member NOBODY = member(facts -> facts);

    private static Use use(Member member, LocalDate used) {
        return Use.of(member)
                .purpose(Purpose.of("training"))
                .recipient(Recipient.of("owner"))
                .category(Category.of("profile"))
                .collected(DAY.minusYears(1))
                .used(used);
    }

    private static List<String> grounds(Decision decision) {
        return decision.grounds().stream()
                .map(ground -> ground.accept(new Ground.Cases<String>() {
                    @Override
                    public String granted(Ground.Granted granted) {
                        return "granted " + granted.rule().id();
                    }

                    @Override
                    public String prohibited(Ground.Prohibited prohibited) {
                        return "prohibited " + prohibited.rule().id();
                    }

                    @Override
                    public String factUnknown(Ground.FactUnknown unknown) {
                        return "unknown " + unknown.rule().id() + " " + unknown.facts();
                    }

                    @Override
                    public String notGranted(Ground.NotGranted not) {
                        return "not granted "
                                + not.rules().stream().map(Policy.Rule::id).toList();
                    }

                    @Override
                    public String notInForce(Ground.NotInForce not) {
                        return "not in force " + not.effective().from();
                    }
                }))
                .toList();
    }

    private static List<String> grounds(DataUsePolicy policy, Member member) {
        Decision decision = policy.decide(use(member, DAY));
        assertEquals(decision.permitted(), policy.isPermitted(use(member, DAY)));
        return grounds(decision);
    }

    @Test
    void whatNoRulePermitsIsDeniedAndTheNearestPermissionsAreNamed() {
        assertEquals(List.of("not granted []"), grounds(policy(), NOBODY));
        DataUsePolicy policy = policy(
                permit("posts", TRAINING, OWNER, POSTS),
                permit("to-group", TRAINING, new Condition.RecipientIs(List.of(Recipient.of("group")))),
                prohibit("posts-of-flagged", TRAINING, OWNER, POSTS, FLAGGED));
        assertEquals(List.of("not granted [posts]"), grounds(policy, NOBODY));
        Use toAnother = Use.of(NOBODY)
                .purpose(Purpose.of("training"))
                .recipient(Recipient.of("other"))
                .category(Category.of("profile"))
                .used(DAY);
        assertEquals(List.of("not granted [posts, to-group]"), grounds(policy.decide(toAnother)));
        Use forAnother = Use.of(NOBODY)
                .purpose(Purpose.of("selling"))
                .recipient(Recipient.of("owner"))
                .category(Category.of("profile"))
                .used(DAY);
        assertEquals(List.of("not granted []"), grounds(policy.decide(forAnother)));
        assertEquals(
                List.of("not granted []"),
                grounds(policy(permit("any-owner", OWNER))
                        .decide(Use.of(NOBODY)
                                .purpose(Purpose.of("selling"))
                                .recipient(Recipient.of("group"))
                                .category(Category.of("profile"))
                                .used(DAY))));
    }

    @Test
    void whatIsPermittedNamesTheRulesThatGrant() {
        DataUsePolicy one = policy(permit("all", ALWAYS));
        assertEquals(List.of("granted all"), grounds(one, NOBODY));
        DataUsePolicy two = policy(permit("all", ALWAYS), permit("of-adults", ADULT), permit("of-flagged", FLAGGED));
        assertEquals(List.of("granted all"), grounds(two, NOBODY));
        assertEquals(
                List.of("granted all", "granted of-adults"),
                grounds(two, member(facts -> facts.born(DAY.minusYears(18)))));
        DataUsePolicy both = policy(permit("first", TRAINING), permit("second", OWNER), permit("never", POSTS));
        assertEquals(List.of("granted first", "granted second"), grounds(both, NOBODY));
        assertEquals(1, both.decide(use(NOBODY, DAY)).grounds().get(0).rules().size());
    }

    @Test
    void theSameDecisionIsTheSameObject() {
        Member adult = member(facts -> facts.born(DAY.minusYears(50)));
        Member flagged = member(facts -> facts.flag("minor").born(DAY.minusYears(50)));
        Policy.Rule ofFlagged = prohibit("of-flagged", FLAGGED);
        for (DataUsePolicy policy : List.of(
                policy(permit("all", ALWAYS), ofFlagged),
                policy(permit("of-adults", ADULT), ofFlagged),
                policy(permit("of-adults", ADULT), permit("never", POSTS), ofFlagged),
                policy(permit("first", TRAINING), permit("second", OWNER), ofFlagged),
                policy(permit("first", TRAINING), permit("second", OWNER), permit("never", POSTS), ofFlagged))) {
            Decision permitted = policy.decide(use(adult, DAY));
            assertTrue(permitted.permitted());
            assertSame(permitted, policy.decide(use(adult, DAY.plusDays(1))));
            Decision denied = policy.decide(use(flagged, DAY));
            assertFalse(denied.permitted());
            assertSame(denied, policy.decide(use(flagged, DAY.plusDays(1))));
        }
    }

    @Test
    void aPermissionThatCannotBeDecidedDoesNotPermitAndSaysWhatIsMissing() {
        DataUsePolicy one = policy(permit("of-adults", ADULT));
        assertEquals(List.of("unknown of-adults [age at use]"), grounds(one, NOBODY));
        assertEquals(List.of("not granted [of-adults]"), grounds(one, member(facts -> facts.born(DAY.minusYears(5)))));
        DataUsePolicy two = policy(permit("of-adults", ADULT), permit("of-flagged", FLAGGED), permit("north", NORTH));
        assertEquals(List.of("unknown of-adults [age at use]", "unknown north [country at use]"), grounds(two, NOBODY));
        Member child = member(facts -> facts.born(DAY.minusYears(5)));
        assertEquals(List.of("unknown north [country at use]"), grounds(two, child));
        Member abroad = member(facts -> facts.born(DAY.minusYears(5)).country("US"));
        assertEquals(List.of("not granted [of-adults, of-flagged, north]"), grounds(two, abroad));
        Member north = member(facts -> facts.country("NO"));
        assertEquals(List.of("granted north"), grounds(two, north));
    }

    @Test
    void everyProhibitionThatStandsInTheWayIsNamedInTheOrderOfTheRules() {
        DataUsePolicy policy = policy(
                permit("all", ALWAYS),
                prohibit("first", FLAGGED),
                prohibit("second", new Condition.Not(ADULT)),
                prohibit("third", new Condition.Not(SHARES)),
                prohibit("never", POSTS));
        assertEquals(
                List.of("unknown second [age at use]", "unknown third [setting share at use]"),
                grounds(policy, NOBODY));
        Member bad = member(facts ->
                facts.flag("minor").born(DAY.minusYears(5)).untouched("share").off("share", DAY));
        assertEquals(List.of("prohibited first", "prohibited second", "prohibited third"), grounds(policy, bad));
        Member good = member(facts -> facts.born(DAY.minusYears(50)).untouched("share"));
        assertEquals(List.of("granted all"), grounds(policy, good));
        assertSame(policy.decide(use(good, DAY)), policy.decide(use(good, DAY.plusDays(1))));
    }

    @Test
    void everyGroundIsNamedWhateverTheNumberOfRulesAndTheOrderInWhichTheyAreAsked() {
        List<Policy.Rule> rules = new ArrayList<>();
        rules.add(permit("all", ALWAYS));
        for (int i = 0; i < 12; i++) {
            rules.add(prohibit("age-" + i, new Condition.Not(new Condition.AgeAtLeast(20 + i, Moment.USE))));
            rules.add(prohibit(
                    "since-" + i,
                    new Condition.UsedFrom(DAY.plusDays(10L * i)),
                    new Condition.CollectedFrom(DAY.plusDays(7L * i))));
            rules.add(prohibit("both-" + i, i % 2 == 0 ? FLAGGED : new Condition.Not(SHARES), NORTH));
        }
        DataUsePolicy policy = policy(rules.toArray(new Policy.Rule[0]));
        for (int age = 18; age < 34; age++) {
            for (int days = -5; days < 130; days += 9) {
                LocalDate used = DAY.plusDays(days);
                LocalDate born = used.minusYears(age);
                for (boolean flagged : new boolean[] {true, false}) {
                    Member.Builder facts = Member.in(SmallWorld.VOCABULARY)
                            .born(born)
                            .country("NO")
                            .othersUntouched();
                    Member member = flagged
                            ? facts.flag("minor")
                                    .off("share", DAY.minusDays(30))
                                    .build()
                            : facts.build();
                    List<String> expected = new ArrayList<>();
                    for (int i = 0; i < 12; i++) {
                        if (age < 20 + i) {
                            expected.add("prohibited age-" + i);
                        }
                        if (days >= 10 * i && days >= 7 * i) {
                            expected.add("prohibited since-" + i);
                        }
                        if (flagged) {
                            expected.add("prohibited both-" + i);
                        }
                    }
                    Decision decision =
                            policy.decide(Use.of(member).collected(used).used(used));
                    assertEquals(expected.isEmpty() ? List.of("granted all") : expected, grounds(decision));
                }
            }
        }
    }

    /** More than any table holds, so that several are looked into, and walks begun where they end. */
    @Test
    void everyGroundIsNamedHoweverManyDaysAndAgesAreAskedAbout() {
        int many = 46;
        List<Policy.Rule> rules = new ArrayList<>();
        rules.add(permit("all", ALWAYS));
        for (int i = 0; i < many; i++) {
            rules.add(prohibit("since-" + i, new Condition.UsedFrom(DAY.plusDays(2L * i))));
            rules.add(prohibit("of-" + i, new Condition.CollectedFrom(DAY.plusDays(3L * i))));
            if (i < 10) {
                rules.add(prohibit("under-" + i, new Condition.Not(new Condition.AgeAtLeast(20 + i, Moment.USE))));
            }
        }
        rules.add(prohibit("flagged", FLAGGED));
        DataUsePolicy policy = policy(rules.toArray(new Policy.Rule[0]));
        for (int used = -1; used < 100; used += 9) {
            for (int collected = -1; collected < 140; collected += 11) {
                for (int age = 19; age < 32; age += 3) {
                    for (boolean flagged : new boolean[] {false, true}) {
                        Member.Builder facts = Member.in(SmallWorld.VOCABULARY)
                                .born(DAY.plusDays(used).minusYears(age))
                                .othersUntouched();
                        Member member = flagged ? facts.flag("minor").build() : facts.build();
                        List<String> expected = new ArrayList<>();
                        for (int i = 0; i < many; i++) {
                            if (used >= 2 * i) {
                                expected.add("prohibited since-" + i);
                            }
                            if (collected >= 3 * i) {
                                expected.add("prohibited of-" + i);
                            }
                            if (i < 10 && age < 20 + i) {
                                expected.add("prohibited under-" + i);
                            }
                        }
                        if (flagged) {
                            expected.add("prohibited flagged");
                        }
                        Use use = Use.of(member)
                                .collected(DAY.plusDays(collected))
                                .used(DAY.plusDays(used));
                        Decision decision = policy.decide(use);
                        assertEquals(expected.isEmpty() ? List.of("granted all") : expected, grounds(decision));
                        assertEquals("small-world", decision.policy());
                        assertEquals(expected.isEmpty(), policy.isPermitted(use));
                        Optional<LocalDate> until = expected.isEmpty() ? Optional.of(DAY) : Optional.empty();
                        assertEquals(until, decision.holdsUntil());
                    }
                }
            }
        }
    }

    @Test
    void outsideItsDaysAPolicyDeniesAndSaysEverythingElseToo() {
        Policy.Effective november = new Policy.Effective(Optional.of(DAY), Optional.of(DAY.plusDays(9)));
        DataUsePolicy policy = policy(november, permit("all", ALWAYS), prohibit("flagged", FLAGGED));
        Member flagged = member(facts -> facts.flag("minor"));
        String over = "not in force Optional[2025-11-03]";
        assertEquals(List.of(over), grounds(policy.decide(use(NOBODY, DAY.minusDays(1)))));
        assertEquals(List.of("granted all"), grounds(policy.decide(use(NOBODY, DAY))));
        assertEquals(List.of("granted all"), grounds(policy.decide(use(NOBODY, DAY.plusDays(9)))));
        assertEquals(List.of(over), grounds(policy.decide(use(NOBODY, DAY.plusDays(10)))));
        assertEquals(List.of(over, "prohibited flagged"), grounds(policy.decide(use(flagged, DAY.minusDays(1)))));
        assertEquals(
                Optional.of(DAY), policy.decide(use(NOBODY, DAY.minusDays(1))).holdsUntil());
        assertEquals(
                Optional.of(DAY.plusDays(10)), policy.decide(use(NOBODY, DAY)).holdsUntil());
        assertEquals(
                Optional.empty(), policy.decide(use(NOBODY, DAY.plusDays(10))).holdsUntil());
        assertEquals(Optional.empty(), policy.decide(use(flagged, DAY)).holdsUntil());
        DataUsePolicy two = policy(november, permit("of-adults", ADULT), permit("north", NORTH));
        assertEquals(
                List.of(over, "unknown of-adults [age at use]", "unknown north [country at use]"),
                grounds(two.decide(use(NOBODY, DAY.minusDays(1)))));
    }

    @Test
    void aDecisionHoldsUntilTheFirstDayOnWhichItIsTheOther() {
        DataUsePolicy adults = policy(permit("of-adults", ADULT));
        Member seventeen = member(facts -> facts.born(LocalDate.of(2008, 2, 29)));
        Decision denied = adults.decide(use(seventeen, DAY));
        assertFalse(denied.permitted());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 1)), denied.holdsUntil());
        assertEquals(
                Optional.of(LocalDate.of(2026, 3, 1)),
                adults.decide(use(seventeen, LocalDate.of(2026, 2, 28))).holdsUntil());
        assertEquals(
                Optional.empty(),
                adults.decide(use(seventeen, LocalDate.of(2026, 3, 1))).holdsUntil());
        assertEquals(Optional.empty(), adults.decide(use(NOBODY, DAY)).holdsUntil());

        DataUsePolicy sharing = policy(permit("shared", SHARES));
        Member twice = member(
                facts -> facts.untouched("share").off("share", DAY.plusDays(10)).on("share", DAY.plusDays(20)));
        assertEquals(
                Optional.of(DAY.plusDays(10)), sharing.decide(use(twice, DAY)).holdsUntil());
        assertEquals(
                Optional.of(DAY.plusDays(21)),
                sharing.decide(use(twice, DAY.plusDays(10))).holdsUntil());
        assertEquals(
                Optional.of(DAY.plusDays(21)),
                sharing.decide(use(twice, DAY.plusDays(20))).holdsUntil());
        assertEquals(
                Optional.empty(), sharing.decide(use(twice, DAY.plusDays(21))).holdsUntil());

        DataUsePolicy north = policy(permit("north", NORTH));
        Member moving = member(facts ->
                facts.moved(DAY.minusDays(5), "SE").moved(DAY.plusDays(5), "NO").moved(DAY.plusDays(8), "US"));
        assertEquals(
                Optional.of(DAY.plusDays(8)), north.decide(use(moving, DAY)).holdsUntil());
        assertEquals(
                Optional.of(DAY.minusDays(5)),
                north.decide(use(moving, DAY.minusDays(6))).holdsUntil());

        DataUsePolicy later = policy(permit("later", new Condition.UsedBeforeCollected()));
        Use first = Use.of(NOBODY).collected(DAY.plusDays(3)).used(DAY);
        assertTrue(later.decide(first).permitted());
        assertEquals(Optional.of(DAY.plusDays(3)), later.decide(first).holdsUntil());
    }

    @Test
    void aDecisionThatOnlyTheDayCanChangeHoldsUntilTheDayThatDoes() {
        DataUsePolicy policy = policy(
                permit("before", new Condition.Not(new Condition.UsedFrom(DAY))),
                permit(
                        "between",
                        new Condition.UsedFrom(DAY.plusDays(5)),
                        new Condition.Not(new Condition.UsedFrom(DAY.plusDays(9)))),
                prohibit("flagged", FLAGGED, new Condition.UsedFrom(DAY.plusDays(7))),
                prohibit("unless-shared", new Condition.UsedFrom(DAY.plusDays(8)), new Condition.Not(SHARES)));
        Member ordinary = member(facts -> facts.othersUntouched().trait("account", "standard"));
        Member flagged = member(facts -> facts.othersUntouched().flag("minor"));
        assertChangesOn(policy, ordinary, DAY, DAY.plusDays(5), DAY.plusDays(9));
        assertChangesOn(policy, flagged, DAY, DAY.plusDays(5), DAY.plusDays(7));
    }

    private static void assertChangesOn(DataUsePolicy policy, Member member, LocalDate... changes) {
        for (int days = -3; days < 20; days++) {
            LocalDate used = DAY.plusDays(days);
            Optional<LocalDate> until = Optional.empty();
            for (int i = changes.length - 1; i >= 0; i--) {
                until = used.isBefore(changes[i]) ? Optional.of(changes[i]) : until;
            }
            assertEquals(until, policy.decide(use(member, used)).holdsUntil(), "on " + used);
        }
    }

    @Test
    void theShortFormAsksForAllTheUsualDataByTheUsualRecipient() {
        Purpose training = Purpose.of("training");
        DataUsePolicy policy = policy(
                permit(
                        "public-posts-and-profiles",
                        TRAINING,
                        OWNER,
                        new Condition.AudienceIs(List.of(Audience.of("public")))),
                prohibit("posts-of-flagged", POSTS, FLAGGED),
                prohibit("backwards", new Condition.UsedBeforeCollected()),
                prohibit("since-tomorrow", new Condition.CollectedFrom(DAY.plusDays(1)), NORTH));
        Member member = member(facts -> facts.othersUntouched().country("US"));
        Member flagged = member(facts -> facts.othersUntouched().country("US").flag("minor"));
        Member north = member(facts -> facts.othersUntouched().country("NO"));
        assertTrue(policy.isPermitted(member, training, DAY));
        assertFalse(policy.isPermitted(flagged, training, DAY));
        assertTrue(policy.isPermitted(north, training, DAY));
        assertFalse(policy.isPermitted(north, training, DAY.plusDays(1)));
        assertFalse(policy.isPermitted(member, Purpose.of("ads"), DAY));
        assertFalse(policy.isPermitted(member, Purpose.of("selling"), DAY));
        DataUsePolicy november =
                policy(new Policy.Effective(Optional.of(DAY), Optional.of(DAY.plusDays(9))), permit("all", ALWAYS));
        assertFalse(november.isPermitted(member, training, DAY.minusDays(1)));
        assertTrue(november.isPermitted(member, training, DAY));
        assertTrue(november.isPermitted(member, training, DAY.plusDays(9)));
        assertFalse(november.isPermitted(member, training, DAY.plusDays(10)));
    }

    @Test
    void factsInTheWordsOfAnotherVocabularyAreRefused() {
        DataUsePolicy policy = policy(permit("all", ALWAYS));
        Member foreign = Bundled.adultIn("DE").in(Bundled.POLICY.vocabulary());
        String said = "member: its facts are named in the words of another policy's vocabulary";
        Use use = Use.of(foreign).used(DAY);
        for (org.junit.jupiter.api.function.Executable call : List.<org.junit.jupiter.api.function.Executable>of(
                () -> policy.decide(use),
                () -> policy.isPermitted(use),
                () -> policy.isPermitted(foreign, Purpose.of("training"), DAY),
                () -> policy.truth(ALWAYS, use))) {
            assertEquals(
                    said, assertThrows(IllegalArgumentException.class, call).getMessage());
        }
        Vocabulary words = SmallWorld.VOCABULARY;
        Vocabulary equal = words.toBuilder().build();
        assertTrue(policy.isPermitted(Use.of(Member.in(equal).build()).used(DAY)));
    }

    @Test
    void theDefaultReadingIsOneOfThePolicys() {
        Policy small = policy().policy();
        Policy lost = small.toBuilder().defaultReading("lost").build();
        assertEquals(
                "policy: its default reading is not among its readings",
                assertThrows(IllegalArgumentException.class, () -> DataUsePolicy.of(lost))
                        .getMessage());
    }

    @Test
    void everyKindOfUseWithoutAPurposeIsDecidedByItself() {
        DataUsePolicy all = Bundled.under("strict");
        Member member = Bundled.adultIn("US").in(Bundled.POLICY.vocabulary());
        for (int round = 0; round < 2; round++) {
            for (UseKind kind : UseKind.all(Bundled.POLICY.vocabulary())) {
                if (kind.purpose().isPresent()) {
                    continue;
                }
                Use.Builder use = Use.of(member).collected(DAY);
                kind.recipient().ifPresent(use::recipient);
                kind.category().ifPresent(use::category);
                Use asked = use.used(DAY);
                boolean permitted = all.isPermitted(asked);
                assertEquals(permitted, all.decide(asked).permitted(), kind::toString);
                assertEquals(permitted, Bundled.STRICT.decide(asked).permitted(), kind::toString);
            }
        }
    }

    @Test
    void aPurposeIsCompiledOnceForTheShortForm() {
        Member member = Bundled.adultIn("US").in(Bundled.POLICY.vocabulary());
        Purpose purpose = Bundled.POLICY.vocabulary().purposes().get(0).name();
        DataUsePolicy policy = Bundled.under("strict");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 100_000; i++) {
                policy.isPermitted(member, purpose, DAY);
            }
        });
    }

    @Test
    void aKindOfUseIsCompiledOnce() {
        Use use = Use.of(Bundled.adultIn("US").in(Bundled.POLICY.vocabulary()))
                .purpose(Bundled.POLICY.vocabulary().purposes().get(0).name())
                .used(DAY);
        DataUsePolicy policy = Bundled.under("strict");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 100_000; i++) {
                policy.decide(use);
            }
        });
    }

    @Test
    void whatPassesAndIsDeniedIsShown() {
        DataUsePolicy policy = policy(permit("all", ALWAYS), prohibit("flagged", FLAGGED));
        Passage open = Passage.of(Purpose.of("training"), Recipient.of("owner"), Category.of("profile"), DAY);
        Passage guarded = open.passing(new Condition.Not(FLAGGED));
        assertEquals(1, policy.counterexamples(open).size());
        assertEquals(List.of(), policy.counterexamples(guarded));
        assertTrue(policy.anythingPasses(guarded));
        assertFalse(policy.anythingPasses(guarded.passing(FLAGGED)));
    }

    @Test
    void aPolicyTellsWhatItIsAndRefusesNullByName() {
        DataUsePolicy policy = policy(permit("all", ALWAYS));
        assertEquals("small-world, reading strict", policy.toString());
        assertEquals("strict", policy.reading().name());
        assertEquals("small-world", policy.policy().id());
        assertSame(SmallWorld.VOCABULARY, policy.member().build().vocabulary());
        refusesNull("policy", () -> DataUsePolicy.of(null));
        refusesNull("policy", () -> DataUsePolicy.of(null, policy.reading()));
        refusesNull("reading", () -> DataUsePolicy.of(policy.policy(), null));
        refusesNull("use", () -> policy.decide(null));
        refusesNull("use", () -> policy.isPermitted((Use) null));
        refusesNull("member", () -> policy.isPermitted(null, Purpose.of("training"), DAY));
        refusesNull("purpose", () -> policy.isPermitted(NOBODY, null, DAY));
        refusesNull("day", () -> policy.isPermitted(NOBODY, Purpose.of("training"), null));
        refusesNull("purpose", () -> policy.permits(null, DAY));
        refusesNull("condition", () -> policy.truth(null, use(NOBODY, DAY)));
        refusesNull("use", () -> policy.truth(ALWAYS, null));
        refusesNull("passage", () -> policy.counterexamples(null));
        refusesNull("passage", () -> policy.anythingPasses(null));
        Decision decision = policy.decide(use(NOBODY, DAY));
        assertEquals("small-world", decision.policy());
        assertEquals("strict", decision.reading());
    }

    private static void refusesNull(String parameter, org.junit.jupiter.api.function.Executable call) {
        assertEquals(parameter, assertThrows(NullPointerException.class, call).getMessage());
    }

    @Test
    void aUseTellsWhatItWasGivenAndNothingOfTheMember() {
        Use nothing = Use.of(NOBODY).used(DAY);
        assertEquals(Optional.empty(), nothing.purpose());
        assertEquals(Optional.empty(), nothing.recipient());
        assertEquals(Optional.empty(), nothing.category());
        assertEquals(Optional.empty(), nothing.audience());
        assertEquals(Optional.empty(), nothing.collected());
        Use all = Use.of(NOBODY)
                .purpose(Purpose.of("training"))
                .recipient(Recipient.of("owner"))
                .category(Category.of("profile"))
                .audience(Audience.of("public"))
                .collected(DAY.minusDays(1))
                .used(DAY);
        assertSame(NOBODY, all.member());
        assertEquals(Optional.of(Purpose.of("training")), all.purpose());
        assertEquals(Optional.of(Recipient.of("owner")), all.recipient());
        assertEquals(Optional.of(Category.of("profile")), all.category());
        assertEquals(Optional.of(Audience.of("public")), all.audience());
        assertEquals(Optional.of(DAY.minusDays(1)), all.collected());
        assertEquals(DAY, all.used());
        assertEquals("Use", all.toString());
        LocalDate late = LocalDate.of(2201, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> Use.of(NOBODY).used(late));
        assertThrows(IllegalArgumentException.class, () -> Use.of(NOBODY).collected(late));
        refusesNull("member", () -> Use.of(null));
        refusesNull("purpose", () -> Use.of(NOBODY).purpose(null));
        refusesNull("recipient", () -> Use.of(NOBODY).recipient(null));
        refusesNull("category", () -> Use.of(NOBODY).category(null));
        refusesNull("audience", () -> Use.of(NOBODY).audience(null));
        refusesNull("collected", () -> Use.of(NOBODY).collected(null));
        refusesNull("used", () -> Use.of(NOBODY).used(null));
    }

    @Test
    void aGroundSaysWhyInASentenceAndWhereThatIsWritten() {
        Policy.Rule rule = permit("all", ALWAYS);
        Policy.Rule other = permit("other", ADULT);
        Ground granted = new Ground.Granted(rule);
        assertEquals("So it is.", granted.sentence());
        assertEquals(List.of(rule), granted.rules());
        assertEquals(rule.citations(), granted.citations());
        Ground prohibited = new Ground.Prohibited(rule);
        assertEquals("So it is.", prohibited.sentence());
        assertEquals(List.of(rule), prohibited.rules());
        Ground unknown = new Ground.FactUnknown(rule, List.of("age at use", "country at use"));
        assertEquals("Not known: age at use, country at use. It matters because: So it is.", unknown.sentence());
        assertEquals(List.of(rule), unknown.rules());
        Ground none = new Ground.NotGranted(List.of());
        assertEquals("No rule permits anything for this purpose.", none.sentence());
        assertEquals(List.of(), none.citations());
        Ground nearest = new Ground.NotGranted(List.of(rule, other));
        assertEquals("No rule permits this; the nearest that do permit: So it is. So it is.", nearest.sentence());
        assertEquals(2, nearest.citations().size());
        Ground over = new Ground.NotInForce(Policy.Effective.ALWAYS);
        assertEquals("The policy is not in force on the day of use.", over.sentence());
        assertEquals(List.of(), over.rules());
    }
}
