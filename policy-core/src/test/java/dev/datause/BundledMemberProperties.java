package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** How the bundled policy's decisions change as the facts about a member do. */
class BundledMemberProperties {
    private static final int TRIES = 5_000;

    @Test
    void theStrictReadingPermitsNothingThatTheDocumentedDenies() {
        Tries.of(10 * TRIES, random -> {
            TestUse use = Bundled.SEEKING.use(random);
            assertTrue(
                    !Bundled.permits(Bundled.STRICT, use) || Bundled.permits(Bundled.DOCUMENTED, use), use::toString);
        });
    }

    @Test
    void inTheStrictReadingLackingAFactNeverHelps() {
        Tries.of(TRIES, random -> {
            TestUse use = Bundled.SEEKING.use(random);
            if (!Bundled.permits(Bundled.STRICT, use)) {
                LessKnown.than(use).forEach(less -> assertFalse(Bundled.permits(Bundled.STRICT, less), less::toString));
            }
        });
    }

    @Test
    void optingOutNeverPermitsMore() {
        Tries.of(4 * TRIES, random -> {
            TestUse use = Bundled.SEEKING.use(random);
            TestUse after = restricted(random, use);
            for (DataUsePolicy policy : Bundled.BOTH) {
                assertTrue(Bundled.permits(policy, use) || !Bundled.permits(policy, after), after::toString);
            }
        });
    }

    /**
     * The use after one more event that restricts, on the day of use or near it, whether or not anything was known of
     * the history.
     */
    private static TestUse restricted(RandomGenerator random, TestUse use) {
        LocalDate day = near(random, use);
        Vocabulary words = Bundled.POLICY.vocabulary();
        TestMember member = use.member();
        String setting = from(random, words.settings()).name();
        String signal = from(random, words.signals()).name();
        String scope = from(random, words.objections()).name();
        TestMember.Kind objects = random.nextBoolean() ? TestMember.Kind.FILED : TestMember.Kind.GRANTED;
        switch (random.nextInt(3)) {
            case 0 ->
                member = member.withSetting(setting, and(member.settings().get(setting), day, TestMember.Kind.OFF));
            case 1 ->
                member = member.withSignal(signal, and(member.signals().get(signal), day, TestMember.Kind.PRESENT));
            default ->
                member = member.withObjection(scope, and(member.objections().get(scope), day, objects));
        }
        return use.withMember(member);
    }

    @Test
    void anOptOutOnOrBeforeTheDayOfUseDenies() {
        Tries.of(TRIES, random -> {
            TestUse use = Bundled.SEEKING.use(random);
            if ("none".equals(use.category())) {
                return;
            }
            LocalDate day = use.used().minusDays(random.nextInt(3));
            TestUse training =
                    use.withPurpose("ai-training").withMember(optedOut(use.member(), Bundled.AI_SWITCH, day));
            TestUse ads = use.withPurpose("affiliate-ads").withMember(optedOut(use.member(), Bundled.SHARING, day));
            for (DataUsePolicy policy : Bundled.BOTH) {
                assertFalse(Bundled.permits(policy, training), training::toString);
                assertFalse(Bundled.permits(policy, ads), ads::toString);
            }
        });
    }

    /** The member with nothing in the history of a setting after a day, and off on it. */
    private static TestMember optedOut(TestMember member, String setting, LocalDate day) {
        List<TestMember.Event> before = new ArrayList<>(member.settings().getOrDefault(setting, List.of()));
        before.removeIf(event -> event.day().isAfter(day));
        before.add(new TestMember.Event(day, TestMember.Kind.OFF));
        TestMember optedOut = member.withSetting(setting, before);
        for (Vocabulary.SettingEntry entry : Bundled.POLICY.vocabulary().settings()) {
            for (String alias : entry.aliases()) {
                optedOut = optedOut.withSetting(alias, null);
            }
        }
        return optedOut;
    }

    @Test
    void theSwitchesOfAdsDoNotMatterToTrainingNorTheReverse() {
        Tries.of(TRIES, random -> {
            TestUse use = Bundled.SEEKING.use(random);
            TestMember member = use.member();
            List<TestMember.Event> off = List.of(new TestMember.Event(near(random, use), TestMember.Kind.OFF));
            List<TestMember.Event> sent = List.of(new TestMember.Event(near(random, use), TestMember.Kind.PRESENT));
            TestMember trainingOff = member.withSetting(Bundled.AI_SWITCH, off);
            TestMember adsOff = member.withSetting(Bundled.SHARING, off).withSignal(Bundled.PRIVACY_CONTROL, sent);
            for (DataUsePolicy policy : Bundled.BOTH) {
                same(policy, use.withPurpose("affiliate-ads"), trainingOff);
                same(policy, use.withPurpose("ai-training"), adsOff);
                same(policy, use.withPurpose("other-ml-training"), adsOff);
            }
        });
    }

    private static void same(DataUsePolicy policy, TestUse use, TestMember other) {
        assertEquals(Bundled.permits(policy, use), Bundled.permits(policy, use.withMember(other)), use::toString);
    }

    @Test
    void whatHappensAfterTheUseDoesNotMatter() {
        Tries.of(TRIES, random -> {
            TestUse use = Bundled.SEEKING.use(random);
            if (use.collected() == null || !use.collected().isAfter(use.used())) {
                LocalDate later = use.used().plusDays(1 + random.nextInt(30));
                TestUse after = TimeProperties.withEverythingHappening(use, later);
                for (DataUsePolicy policy : Bundled.BOTH) {
                    assertEquals(Bundled.permits(policy, use), Bundled.permits(policy, after), use::toString);
                }
            }
        });
    }

    @Test
    void theOrderAndTheNumberOfEqualEventsDoNotMatter() {
        sameAfter((random, events) -> {
            List<TestMember.Event> twice = new ArrayList<>(events);
            twice.addAll(events);
            Collections.shuffle(twice, new Random(random.nextLong()));
            return twice;
        });
    }

    @Test
    void onOrAWithdrawalOnADayWithItsOppositeIsVoid() {
        sameAfter((random, events) -> {
            List<TestMember.Event> more = new ArrayList<>(events);
            for (TestMember.Event event : events) {
                switch (event.kind()) {
                    case OFF -> more.add(new TestMember.Event(event.day(), TestMember.Kind.ON));
                    case PRESENT -> more.add(new TestMember.Event(event.day(), TestMember.Kind.ABSENT));
                    case FILED, GRANTED -> more.add(new TestMember.Event(event.day(), TestMember.Kind.WITHDRAWN));
                    case ON, ABSENT, WITHDRAWN, UNTOLD -> {}
                }
            }
            return more;
        });
    }

    /** Rewrites every history in a way that must not matter. */
    private static void sameAfter(Rewrite rewrite) {
        Tries.of(TRIES, random -> {
            TestUse use = Bundled.SEEKING.use(random);
            TestMember member = use.member();
            for (Map.Entry<String, List<TestMember.Event>> history :
                    use.member().settings().entrySet()) {
                member = member.withSetting(history.getKey(), rewrite.of(random, history.getValue()));
            }
            for (Map.Entry<String, List<TestMember.Event>> history :
                    use.member().signals().entrySet()) {
                member = member.withSignal(history.getKey(), rewrite.of(random, history.getValue()));
            }
            for (Map.Entry<String, List<TestMember.Event>> history :
                    use.member().objections().entrySet()) {
                member = member.withObjection(history.getKey(), rewrite.of(random, history.getValue()));
            }
            for (DataUsePolicy policy : Bundled.BOTH) {
                same(policy, use, member);
            }
        });
    }

    private interface Rewrite {
        List<TestMember.Event> of(RandomGenerator random, List<TestMember.Event> events);
    }

    @Test
    void beingOlderNeverPermitsLess() {
        Tries.of(TRIES, random -> {
            TestUse use = Bundled.SEEKING.use(random);
            LocalDate born = use.member().born();
            if (born != null) {
                TestUse older = use.withMember(use.member().withBorn(born.minusDays(1 + random.nextInt(800))));
                for (DataUsePolicy policy : Bundled.BOTH) {
                    assertTrue(!Bundled.permits(policy, use) || Bundled.permits(policy, older), use::toString);
                }
            }
        });
    }

    @Test
    void privateMessagesAndTheLikeAreNeverPermitted() {
        List<String> never =
                List.of("private-message", "inmail", "login-credential", "payment", "salary", "job-application");
        Tries.of(TRIES, random -> {
            TestUse use = Bundled.SEEKING.use(random).withCategory(from(random, never));
            for (DataUsePolicy policy : Bundled.BOTH) {
                assertFalse(Bundled.permits(policy, use), use::toString);
            }
        });
    }

    @Test
    void anAdWithoutLinkedInDataIsAlwaysPermitted() {
        Tries.of(TRIES, random -> {
            TestUse use =
                    Bundled.SEEKING.use(random).withPurpose("affiliate-ads").withCategory("none");
            for (DataUsePolicy policy : Bundled.BOTH) {
                assertTrue(Bundled.permits(policy, use), use::toString);
            }
        });
    }

    @Test
    void unknownPurposesRecipientsAndCategoriesAreDenied() {
        Tries.of(TRIES, random -> {
            TestUse use = Bundled.SEEKING.use(random);
            if ("none".equals(use.category())) {
                return;
            }
            String name = random.nextBoolean() ? null : "no-such-name";
            for (DataUsePolicy policy : Bundled.BOTH) {
                assertFalse(Bundled.permits(policy, use.withPurpose(name)));
                assertFalse(Bundled.permits(policy, use.withRecipient(name)));
                assertFalse(Bundled.permits(policy, use.withCategory(name)));
            }
        });
    }

    @Test
    void movingToEuropeStopsAdsAndInTheStrictReadingNeverHelpsTraining() {
        NaiveInterpreter words = new NaiveInterpreter(Bundled.POLICY, Bundled.STRICT.reading());
        List<String> europe = List.copyOf(words.countries("Europe"));
        Tries.of(TRIES, random -> {
            TestUse use = Bundled.SEEKING.use(random);
            String country = use.member().country();
            if ("none".equals(use.category())
                    || country == null
                    || Country.of(country).isEmpty()) {
                return;
            }
            TestUse stayed = use.withMember(use.member().withMoves(List.of()));
            TestUse moved = use.withMember(use.member()
                    .withMoves(List.of(
                            new TestMember.Move(LocalDate.of(1950, 1, 1), country),
                            new TestMember.Move(use.used(), from(random, europe)))));
            assertFalse(Bundled.permits(Bundled.STRICT, moved.withPurpose("affiliate-ads")), moved::toString);
            assertTrue(
                    Bundled.permits(Bundled.STRICT, stayed) || !Bundled.permits(Bundled.STRICT, moved),
                    moved::toString);
        });
    }

    @Test
    void countriesOfOneGroupAreOne() {
        for (DataUsePolicy policy : Bundled.BOTH) {
            NaiveInterpreter words = new NaiveInterpreter(Bundled.POLICY, policy.reading());
            Set<String> elsewhere = words.countries("anywhere");
            List<List<String>> groups = new ArrayList<>();
            for (String name : List.of("EU", "EEA", "CH", "UK", "CA", "HK", "US")) {
                Set<String> group = words.countries(name);
                group.retainAll(elsewhere);
                elsewhere.removeAll(group);
                groups.add(List.copyOf(group));
            }
            groups.add(List.copyOf(elsewhere));
            Tries.of(TRIES, random -> {
                List<String> group = from(random, groups);
                TestUse use = Bundled.SEEKING.use(random);
                TestMember one = use.member().withMoves(List.of()).withCountry(from(random, group));
                same(policy, use.withMember(one), one.withCountry(from(random, group)));
            });
        }
    }

    @Test
    void thereAreThirtyFourCountriesWithoutTrainingAndNoneWithAdsBeforeTheStart() {
        NaiveInterpreter words = new NaiveInterpreter(Bundled.POLICY, Bundled.DOCUMENTED.reading());
        Set<String> later = words.countries("Europe");
        later.addAll(Set.of("CA", "HK"));
        assertEquals(34 + 7, later.size(), "34 codes, and 7 regions of the EU that have codes of their own");
        Tries.of(TRIES, random -> {
            LocalDate used = Bundled.START.minusDays(1 + random.nextInt(600));
            TestUse use = Bundled.SEEKING.use(random).withUsed(used);
            TestMember there = use.member().withMoves(List.of()).withCountry(from(random, List.copyOf(later)));
            for (DataUsePolicy policy : Bundled.BOTH) {
                if (!"none".equals(use.category())) {
                    assertFalse(Bundled.permits(policy, use.withPurpose("affiliate-ads")), use::toString);
                    assertFalse(
                            Bundled.permits(
                                    policy, use.withPurpose("ai-training").withMember(there)),
                            use::toString);
                }
            }
        });
    }

    @Test
    void decisionsHoldUntilTheDayTheyNameAndChangeSeldom() {
        Tries.of(1_000, random -> {
            TestUse use = Bundled.SEEKING.use(random);
            for (DataUsePolicy policy : Bundled.BOTH) {
                TimeProperties.holdsUntilTheDayItNames(policy, use);
                TimeProperties.changesSeldom(policy, use);
            }
        });
    }

    private static LocalDate near(RandomGenerator random, TestUse use) {
        LocalDate day = use.collected() != null && random.nextBoolean() ? use.collected() : use.used();
        return day.plusDays(random.nextInt(5) - 2);
    }

    /** The history and one more event; an unknown history, which is null, stays unknown before it. */
    private static List<TestMember.Event> and(List<TestMember.Event> history, LocalDate day, TestMember.Kind kind) {
        if (history == null) {
            return List.of(new TestMember.Event(day, TestMember.Kind.UNTOLD), new TestMember.Event(day, kind));
        }
        List<TestMember.Event> more = new ArrayList<>(history);
        more.add(new TestMember.Event(day, kind));
        return more;
    }

    private static <T> T from(RandomGenerator random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
