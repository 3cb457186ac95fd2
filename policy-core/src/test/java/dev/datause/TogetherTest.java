package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Conditions are said to exclude each other only where no use meets them all, and of days and ages wherever none does. */
class TogetherTest {
    private static final LocalDate EARLY = LocalDate.of(2024, 2, 28);
    private static final LocalDate MIDDLE = LocalDate.of(2025, 11, 3);
    private static final LocalDate LATE = LocalDate.of(2026, 3, 1);
    private static final List<LocalDate> DAYS = List.of(EARLY, MIDDLE, LATE);
    private static final String BOTH_STATES = "a setting or signal in both of its states";
    private static final String OPPOSITE = "a condition and its opposite";
    private static final Policy POLICY = SmallWorld.policy(List.of(), List.of(), Policy.Effective.ALWAYS);
    private static final Together.Named NAMED = new Together.Named(POLICY.vocabulary());

    /** A condition that is to be true, or one that is to be false. */
    private record Part(Condition condition, boolean wanted) {
        @Override
        public String toString() {
            return (wanted ? "" : "not ") + condition;
        }
    }

    private static Part yes(Condition condition) {
        return new Part(condition, true);
    }

    private static Part no(Condition condition) {
        return new Part(condition, false);
    }

    private static @Nullable String reason(Part... parts) {
        return reason(List.of(parts));
    }

    private static @Nullable String reason(List<Part> parts) {
        Together together = new Together(NAMED);
        parts.forEach(part -> together.add(part.condition, part.wanted));
        return together.contradiction();
    }

    private static List<Part> bothWays(List<Condition> conditions) {
        List<Part> parts = new ArrayList<>();
        for (Condition condition : conditions) {
            parts.add(yes(condition));
            parts.add(no(condition));
        }
        return parts;
    }

    private static List<List<Part>> triples(List<Part> parts) {
        List<List<Part>> triples = new ArrayList<>();
        for (Part one : parts) {
            for (Part other : parts) {
                for (Part third : parts) {
                    triples.add(List.of(one, other, third));
                }
            }
        }
        return triples;
    }

    /** For each use, which of the parts are true of it. */
    private static List<Set<Part>> met(List<Part> parts, List<Use> uses) {
        DataUsePolicy policy = DataUsePolicy.of(POLICY);
        List<Set<Part>> met = new ArrayList<>();
        for (Use use : uses) {
            Map<Condition, Truth> truths = new HashMap<>();
            Set<Part> so = new HashSet<>();
            for (Part part : parts) {
                Truth truth = truths.computeIfAbsent(part.condition, condition -> policy.truth(condition, use));
                if (truth == (part.wanted ? Truth.TRUE : Truth.FALSE)) {
                    so.add(part);
                }
            }
            met.add(so);
        }
        return met;
    }

    private static void excludedExactlyWhereNoUseMeetsAll(List<Condition> conditions, List<Use> uses) {
        List<Part> parts = bothWays(conditions);
        List<Set<Part>> met = met(parts, uses);
        for (List<Part> triple : triples(parts)) {
            boolean never = met.stream().noneMatch(so -> so.containsAll(triple));
            assertEquals(never, reason(triple) != null, triple::toString);
        }
    }

    private static Use used(LocalDate used, @Nullable LocalDate collected, TestMember member) {
        return new TestUse(member, null, null, null, null, collected, used).in(POLICY.vocabulary());
    }

    @Test
    void daysExcludeEachOtherExactlyWhereNoDayIsLeft() {
        List<Use> uses = new ArrayList<>();
        for (LocalDate day : DAYS) {
            for (LocalDate used : List.of(day.minusDays(1), day)) {
                uses.add(used(used, null, TestMember.NOBODY));
                uses.add(used(LATE, used, TestMember.NOBODY));
            }
        }
        excludedExactlyWhereNoUseMeetsAll(
                DAYS.stream().<Condition>map(Condition.UsedFrom::new).toList(), uses);
        excludedExactlyWhereNoUseMeetsAll(
                DAYS.stream().<Condition>map(Condition.CollectedFrom::new).toList(), uses);
    }

    @Test
    void agesOfOneDayExcludeEachOtherExactlyWhereNobodyHasThem() {
        List<Use> uses = new ArrayList<>();
        for (int years : List.of(15, 16, 17, 18)) {
            uses.add(used(LATE, LATE, TestMember.NOBODY.withBorn(LATE.minusYears(years))));
        }
        for (Moment at : List.of(Moment.USE, Moment.COLLECTION, Moment.on(LATE))) {
            List<Condition> ages = new ArrayList<>();
            for (int years : List.of(16, 17, 18)) {
                ages.add(new Condition.AgeAtLeast(years, at));
            }
            excludedExactlyWhereNoUseMeetsAll(ages, uses);
        }
    }

    private static Condition setting(boolean on, Moment at, Counts counts) {
        return new Condition.SettingIs("improve", on, at, counts);
    }

    private static Condition signal(boolean present) {
        return new Condition.SignalIs("privacy", present, Moment.USE, Counts.SAME_DAY);
    }

    /** Conditions of every kind that is compared, some of which look at one thing in two ways. */
    private static List<Condition> facts() {
        return List.of(
                setting(true, Moment.USE, Counts.SAME_DAY),
                setting(false, Moment.USE, Counts.SAME_DAY),
                setting(true, Moment.USE, Counts.NEXT_DAY),
                setting(false, Moment.USE, Counts.NEXT_DAY),
                setting(true, Moment.COLLECTION, Counts.SAME_DAY),
                new Condition.SettingIs("share", false, Moment.USE, Counts.SAME_DAY),
                signal(true),
                signal(false),
                new Condition.ObjectionStands("objection", Condition.Stage.FILED, Moment.USE, Counts.SAME_DAY),
                new Condition.ObjectionStands("objection", Condition.Stage.GRANTED, Moment.USE, Counts.SAME_DAY),
                new Condition.Located(List.of("north"), Moment.USE),
                new Condition.Located(List.of("north"), Moment.COLLECTION),
                new Condition.Located(List.of("south"), Moment.USE),
                new Condition.AgeAtLeast(16, Moment.USE),
                new Condition.AgeAtLeast(18, Moment.COLLECTION),
                new Condition.FlagIsSet("minor"),
                new Condition.TraitIs("account", List.of("standard")),
                new Condition.UsedBeforeCollected());
    }

    /** Members and days enough for every two of the facts that some use can have. */
    private static List<Use> grid() {
        List<List<TestMember.Event>> switched = List.of(
                List.of(),
                List.of(new TestMember.Event(EARLY, TestMember.Kind.OFF)),
                List.of(
                        new TestMember.Event(EARLY, TestMember.Kind.OFF),
                        new TestMember.Event(MIDDLE, TestMember.Kind.ON)));
        List<List<TestMember.Event>> filed = List.of(
                List.of(),
                List.of(new TestMember.Event(EARLY, TestMember.Kind.FILED)),
                List.of(new TestMember.Event(EARLY, TestMember.Kind.GRANTED)));
        List<TestMember> members = new ArrayList<>();
        for (int number = 0; number < 3 * 3 * 3 * 8; number++) {
            int rest = number;
            List<TestMember.Event> improve = switched.get(rest % 3);
            rest /= 3;
            List<TestMember.Event> objection = filed.get(rest % 3);
            rest /= 3;
            List<TestMember.Move> moves =
                    rest % 3 == 0 ? List.of() : List.of(new TestMember.Move(MIDDLE, rest % 3 == 1 ? "IT" : "NO"));
            rest /= 3;
            List<TestMember.Event> privacy =
                    rest / 4 == 0 ? List.of() : List.of(new TestMember.Event(EARLY, TestMember.Kind.PRESENT));
            TestMember member = TestMember.NOBODY
                    .withCountry(rest % 2 == 0 ? "NO" : "IT")
                    .withBorn(LATE.minusYears(rest % 2 == 0 ? 40 : 3))
                    .withFlags(rest / 2 % 2 == 0 ? Set.of() : Set.of("minor"))
                    .withTrait("account", rest / 4 == 0 ? "standard" : "education")
                    .withMoves(moves)
                    .withSetting("improve", improve)
                    .withSetting("share", rest % 2 == 0 ? improve : List.of())
                    .withSignal("privacy", privacy)
                    .withObjection("objection", objection);
            members.add(member);
        }
        List<Use> uses = new ArrayList<>();
        for (TestMember member : members) {
            uses.add(used(MIDDLE, EARLY, member));
            uses.add(used(EARLY, MIDDLE, member));
            uses.add(used(LATE, LATE, member));
        }
        return uses;
    }

    @Test
    void whatExcludesEachOtherHasNoUse() {
        List<Part> parts = bothWays(facts());
        List<Set<Part>> met = met(parts, grid());
        int[] seen = new int[2];
        for (Part one : parts) {
            for (Part other : parts) {
                boolean never = met.stream().noneMatch(so -> so.contains(one) && so.contains(other));
                boolean excluded = reason(one, other) != null;
                assertTrue(never || !excluded, () -> one + " and " + other);
                seen[excluded ? 1 : 0]++;
            }
        }
        assertEquals(2 * facts().size() + 6, seen[1], "each and its opposite, and both states, in both orders");
    }

    @Test
    void theReasonIsSaidInTheWordsOfWhatIsExcluded() {
        Map<String, List<Part>> table = new TreeMap<>();
        table.put(
                "used from 2025-11-03 and before 2025-11-03",
                List.of(yes(new Condition.UsedFrom(MIDDLE)), no(new Condition.UsedFrom(MIDDLE))));
        table.put(
                "used from 2026-03-01 and before 2024-02-28",
                List.of(yes(new Condition.UsedFrom(LATE)), no(new Condition.UsedFrom(EARLY))));
        table.put(
                "collected from 2025-11-03 and before 2024-02-28",
                List.of(no(new Condition.CollectedFrom(EARLY)), yes(new Condition.CollectedFrom(MIDDLE))));
        table.put(
                "at least 16 years old and below 16",
                List.of(yes(new Condition.AgeAtLeast(16, Moment.USE)), no(new Condition.AgeAtLeast(16, Moment.USE))));
        table.put(
                "at least 18 years old and below 16",
                List.of(no(new Condition.AgeAtLeast(16, Moment.USE)), yes(new Condition.AgeAtLeast(18, Moment.USE))));
        table.put(
                "at least 18 years old and below 17",
                List.of(yes(new Condition.AgeAtLeast(18, Moment.USE)), no(new Condition.AgeAtLeast(17, Moment.USE))));
        table.put("no purpose is left", List.of(no(purpose("training")), no(purpose("ads"))));
        table.put("no recipient is left", List.of(yes(recipient("daughter")), no(recipient("group"))));
        table.put("no category is left", List.of(yes(category("message")), yes(category("none"))));
        table.put("no audience is left", List.of(yes(audience("public")), yes(audience("friends"))));
        table.put(BOTH_STATES, List.of(yes(signal(false)), yes(signal(true))));
        table.put(OPPOSITE, List.of(no(signal(false)), yes(signal(false))));
        table.forEach((why, parts) -> assertEquals(why, reason(parts), parts::toString));
    }

    private static Condition purpose(String name) {
        return new Condition.PurposeIs(List.of(Purpose.of(name)));
    }

    private static Condition recipient(String name) {
        return new Condition.RecipientIs(List.of(Recipient.of(name)));
    }

    private static Condition category(String name) {
        return new Condition.CategoryIs(List.of(Category.of(name)));
    }

    private static Condition audience(String name) {
        return new Condition.AudienceIs(List.of(Audience.of(name)));
    }

    @Test
    void whatIsLeftOfTheNamesExcludesNothing() {
        assertNull(reason(no(purpose("training"))));
        assertNull(reason(yes(recipient("group")), no(recipient("daughter"))));
        assertNull(reason(yes(category("data")), no(category("post")), yes(category("profile"))));
        assertNull(reason(no(audience("public")), yes(audience("friends"))));
    }

    /** Of a history that nothing is known of, neither state is true: to be in neither is not to be in both. */
    @Test
    void neitherStateIsNotBothStates() {
        Condition on = setting(true, Moment.USE, Counts.SAME_DAY);
        Condition off = setting(false, Moment.USE, Counts.SAME_DAY);
        assertEquals(BOTH_STATES, reason(yes(on), yes(off)));
        assertNull(reason(no(on), no(off)));
        assertNull(reason(yes(on), no(off)));
        assertNull(reason(yes(on), yes(on)));
        assertNull(reason(no(on), no(on)));
    }

    @Test
    void eachOfManyThatLookAtOneThingIsRemembered() {
        Condition sameDay = setting(true, Moment.USE, Counts.SAME_DAY);
        Condition nextDay = setting(true, Moment.USE, Counts.NEXT_DAY);
        for (List<Condition> both : List.of(List.of(sameDay, nextDay), List.of(nextDay, sameDay))) {
            for (Condition again : both) {
                assertEquals(OPPOSITE, reason(yes(both.get(0)), yes(both.get(1)), no(again)));
                assertEquals(OPPOSITE, reason(no(both.get(0)), no(both.get(1)), yes(again)));
            }
            assertNull(reason(yes(both.get(0)), yes(both.get(1)), yes(both.get(0))));
        }
    }

    /** The first reason found is the one told, whatever is added after it. */
    @Test
    void aReasonOnceFoundStays() {
        assertEquals(
                "used from 2026-03-01 and before 2024-02-28",
                reason(
                        yes(new Condition.UsedFrom(LATE)),
                        no(new Condition.UsedFrom(EARLY)),
                        yes(purpose("training")),
                        no(purpose("training")),
                        yes(signal(true))));
    }

    /** Things of different kinds can have one number by which they are looked up. */
    @Test
    void thingsThatOnlyShareANumberAreNotCompared() {
        Condition age = new Condition.AgeAtLeast(18, Moment.USE);
        Condition setting = new Condition.SettingIs("ihspoezupc", true, Moment.USE, Counts.SAME_DAY);
        assertEquals(SameFact.hash(age), SameFact.hash(setting));
        for (boolean wanted : new boolean[] {true, false}) {
            for (boolean other : new boolean[] {true, false}) {
                assertNull(reason(new Part(age, wanted), new Part(setting, other)));
                assertNull(reason(new Part(setting, wanted), new Part(age, other)));
            }
        }
        assertEquals("at least 18 years old and below 18", reason(no(setting), no(age), yes(age)));
    }
}
