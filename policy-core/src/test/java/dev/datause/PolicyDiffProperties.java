package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.analysis.Change;
import dev.datause.analysis.PolicyDiff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A diff shows every difference, and nothing but differences. */
class PolicyDiffProperties {
    private static boolean concerns(Change change, UseKind kind, boolean nowPermitted) {
        return change.kinds().contains(kind) && (change.direction() == Change.Direction.PERMITTED) == nowPermitted;
    }

    private static UseKind kindOf(Policy policy, Use use) {
        List<UseKind> all = UseKind.all(policy.vocabulary());
        Vocabulary words = policy.vocabulary();
        for (UseKind kind : all) {
            if (words.position(kind.purpose().orElse(null)) == use.purposeAt
                    && words.position(kind.recipient().orElse(null)) == use.recipientAt
                    && words.position(kind.category().orElse(null)) == use.categoryAt) {
                return kind;
            }
        }
        throw new AssertionError("no kind");
    }

    private static void witnessesAreReal(PolicyDiff diff, DataUsePolicy before, DataUsePolicy after) {
        for (Change change : diff.changes()) {
            boolean permitted = change.direction() == Change.Direction.PERMITTED;
            assertEquals(!permitted, before.isPermitted(change.witness()), change.story());
            assertEquals(permitted, after.isPermitted(change.witnessAfter()), change.story());
            assertEquals(change.before(), before.decide(change.witness()));
            assertEquals(change.after(), after.decide(change.witnessAfter()));
            assertTrue(change.cells() > 0);
            assertFalse(change.kinds().isEmpty());
        }
    }

    @Test
    void whatADiffShowsDiffersAndWhatItDoesNotShowDoesNot() {
        int[] seen = new int[3];
        Tries.of(100, random -> {
            Policy policy = SmallWorld.policy(random);
            DataUsePolicy before = DataUsePolicy.of(policy, SmallWorld.reading(policy, random));
            Policy other = random.nextBoolean() ? policy : withOneRuleMore(policy, random);
            DataUsePolicy after = DataUsePolicy.of(other, SmallWorld.reading(other, random));
            PolicyDiff diff = PolicyDiff.of(before, after);
            assertTrue(PolicyDiff.of(before, before).isEmpty());
            witnessesAreReal(diff, before, after);
            seen[diff.isEmpty() ? 0 : 1]++;
            LimitSeeking seeking = new LimitSeeking(policy);
            for (int i = 0; i < 100; i++) {
                Use use = seeking.use(random).in(policy.vocabulary());
                boolean then = before.isPermitted(use);
                boolean now = after.isPermitted(use);
                if (then != now) {
                    seen[2]++;
                    UseKind kind = kindOf(policy, use);
                    assertTrue(
                            diff.changes().stream().anyMatch(change -> concerns(change, kind, now)),
                            () -> kind + " changes and is not shown: " + diff.text());
                }
            }
        });
        assertTrue(!Tries.ENOUGH || (seen[0] > 5 && seen[1] > 20 && seen[2] > 100), () -> Arrays.toString(seen));
    }

    private static Policy withOneRuleMore(Policy policy, RandomGenerator random) {
        List<Policy.Rule> rules = new ArrayList<>(policy.rules());
        Policy.Effect effect = random.nextBoolean() ? Policy.Effect.PERMIT : Policy.Effect.PROHIBIT;
        rules.add(SmallWorld.rule(random, "one-more", effect));
        return SmallWorld.policy(rules, policy.definitions(), policy.effective());
    }

    @Test
    void aDiffOfDaysShowsUsesThatAreDecidedDifferentlyOnThem() {
        LocalDate[] days = {
            LocalDate.of(2024, 2, 27), LocalDate.of(2024, 2, 28), LocalDate.of(2025, 11, 2), LocalDate.of(2026, 3, 1)
        };
        Tries.of(100, random -> {
            Policy policy = SmallWorld.policy(random);
            DataUsePolicy compiled = DataUsePolicy.of(policy, SmallWorld.reading(policy, random));
            int first = random.nextInt(3);
            LocalDate before = days[first];
            LocalDate after = days[first + 1 + random.nextInt(3 - first)];
            PolicyDiff diff = PolicyDiff.between(compiled, before, after);
            witnessesAreReal(diff, compiled, compiled);
            diff.changes().forEach(change -> {
                assertEquals(before, change.witness().used());
                assertEquals(after, change.witnessAfter().used());
                assertEquals(change.witness().member(), change.witnessAfter().member());
            });
        });
    }

    /** Every member of a world of few facts, on every pair of few days. */
    private static List<TestUse> grid(UseKind kind) {
        List<TestUse> all = new ArrayList<>();
        List<LocalDate> days = List.of(
                LocalDate.of(2024, 2, 27),
                LocalDate.of(2024, 2, 28),
                LocalDate.of(2025, 11, 3),
                LocalDate.of(2026, 3, 2));
        List<Optional<LocalDate>> collected = new ArrayList<>(List.of(Optional.empty()));
        days.forEach(day -> collected.add(Optional.of(day)));
        List<List<TestMember.Event>> histories = new ArrayList<>();
        histories.add(List.of());
        histories.add(List.of(new TestMember.Event(days.get(1), TestMember.Kind.OFF)));
        histories.add(List.of(
                new TestMember.Event(days.get(1), TestMember.Kind.OFF),
                new TestMember.Event(days.get(2), TestMember.Kind.ON)));
        for (String country : List.of("NO", "IT", "GG", "US", "")) {
            for (int history = 0; history <= histories.size(); history++) {
                for (boolean minor : new boolean[] {false, true}) {
                    TestMember member = member(
                            country,
                            minor,
                            history < histories.size() ? Optional.of(histories.get(history)) : Optional.empty());
                    for (LocalDate used : days) {
                        for (Optional<LocalDate> day : collected) {
                            all.add(new TestUse(
                                    member,
                                    kind.purpose().map(Purpose::name).orElse(null),
                                    kind.recipient().map(Recipient::name).orElse(null),
                                    kind.category().map(Category::name).orElse(null),
                                    null,
                                    day.orElse(null),
                                    used));
                        }
                    }
                }
            }
        }
        return all;
    }

    private static TestMember member(String country, boolean minor, Optional<List<TestMember.Event>> improve) {
        Map<String, List<TestMember.Event>> settings = new TreeMap<>();
        improve.ifPresent(events -> settings.put("improve", events));
        return new TestMember(
                country.isEmpty() ? null : country,
                List.of(),
                null,
                minor ? Set.of("minor") : Set.of(),
                Map.of(),
                settings,
                Map.of(),
                Map.of());
    }

    static Condition fewFacts(RandomGenerator random, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            List<Condition> parts = List.of(fewFacts(random, depth - 1), fewFacts(random, depth - 1));
            return switch (random.nextInt(4)) {
                case 0, 1 -> new Condition.All(parts);
                case 2 -> new Condition.Any(parts);
                default -> new Condition.Not(parts.get(0));
            };
        }
        Moment moment = random.nextBoolean() ? Moment.USE : Moment.COLLECTION;
        Counts counts = random.nextBoolean() ? Counts.SAME_DAY : Counts.NEXT_DAY;
        return switch (random.nextInt(7)) {
            case 0 ->
                new Condition.Located(
                        List.of(List.of("north", "south", "islands").get(random.nextInt(3))), moment);
            case 1 -> new Condition.SettingIs("improve", random.nextBoolean(), moment, counts);
            case 2 -> new Condition.UsedFrom(LocalDate.of(2025, 11, 3));
            case 3 -> new Condition.CollectedFrom(LocalDate.of(2025, 11, 3));
            case 4 -> new Condition.FirstDayReached("starts", moment, Moment.USE);
            case 5 -> new Condition.FlagIsSet("minor");
            default -> new Condition.UsedBeforeCollected();
        };
    }

    @Test
    void onAWholeGridADiffIsEmptyExactlyWhereNothingDiffers() {
        int[] seen = new int[2];
        Tries.of(500, random -> {
            List<Policy> policies = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                List<Policy.Rule> rules = List.of(
                        SmallWorld.rule("grant", Policy.Effect.PERMIT, fewFacts(random, 2)),
                        SmallWorld.rule("deny", Policy.Effect.PROHIBIT, fewFacts(random, 2)));
                policies.add(SmallWorld.policy(rules, List.of(), Policy.Effective.ALWAYS));
            }
            Reading reading = policies.get(0).readings().get(random.nextInt(2));
            PolicyDiff diff = PolicyDiff.of(
                    DataUsePolicy.of(policies.get(0), reading), DataUsePolicy.of(policies.get(1), reading));
            NaiveInterpreter before = new NaiveInterpreter(policies.get(0), reading);
            NaiveInterpreter after = new NaiveInterpreter(policies.get(1), reading);
            UseKind kind = UseKind.named(SmallWorld.VOCABULARY).get(0);
            Set<Boolean> directions = new TreeSet<>();
            for (TestUse use : grid(kind)) {
                boolean then = before.decide(use).permitted();
                boolean now = after.decide(use).permitted();
                if (then != now) {
                    directions.add(now);
                }
            }
            Set<Boolean> shown = new TreeSet<>();
            diff.changes().forEach(change -> {
                if (change.kinds().contains(kind)) {
                    shown.add(change.direction() == Change.Direction.PERMITTED);
                }
            });
            assertTrue(shown.containsAll(directions), () -> directions + " and not " + diff.text());
            seen[directions.isEmpty() ? 0 : 1]++;
            diff.changes()
                    .forEach(change -> assertNotEquals(
                            change.before().permitted(), change.after().permitted()));
        });
        assertTrue(!Tries.ENOUGH || (seen[0] > 0 && seen[1] > 50), () -> Arrays.toString(seen));
    }

    @Test
    void policiesWithDifferentWordsAreComparedInTheWordsOfBoth() {
        Policy policy = SmallWorld.policy(
                List.of(SmallWorld.rule("grant", Policy.Effect.PERMIT, new Condition.FlagIsSet("minor"))),
                List.of(),
                Policy.Effective.ALWAYS);
        Vocabulary words = policy.vocabulary();
        Vocabulary more = words.toBuilder()
                .flags(List.of(new Vocabulary.Entry("minor", "Minor"), new Vocabulary.Entry("vetted", "Vetted")))
                .build();
        Policy other = policy.toBuilder()
                .version("2")
                .vocabulary(more)
                .rules(List.of(SmallWorld.rule(
                        "grant",
                        Policy.Effect.PERMIT,
                        new Condition.Any(
                                List.of(new Condition.FlagIsSet("minor"), new Condition.FlagIsSet("vetted"))))))
                .build();
        PolicyDiff diff = PolicyDiff.of(DataUsePolicy.of(policy), DataUsePolicy.of(other));
        assertEquals(1, diff.changes().size(), diff.text());
        // Of what is then permitted, that is new which is not of minors.
        assertEquals(List.of(List.of("not minor")), diff.changes().get(0).where());
        assertEquals(UseKind.all(more).size(), diff.changes().get(0).kinds().size());
    }

    @Test
    void aSettingMayBeNamedAsAnotherOneWas() {
        Policy policy = SmallWorld.policy(
                List.of(SmallWorld.rule(
                        "grant",
                        Policy.Effect.PERMIT,
                        new Condition.SettingIs("improve", true, Moment.USE, Counts.SAME_DAY))),
                List.of(),
                Policy.Effective.ALWAYS);
        List<Vocabulary.SettingEntry> renamed =
                List.of(new Vocabulary.SettingEntry("improvement", "Improve", "Settings", List.of("improve")));
        Policy other = policy.toBuilder()
                .vocabulary(policy.vocabulary().toBuilder().settings(renamed).build())
                .rules(List.of(SmallWorld.rule(
                        "grant",
                        Policy.Effect.PERMIT,
                        new Condition.SettingIs("improvement", true, Moment.USE, Counts.SAME_DAY))))
                .build();
        PolicyDiff diff = PolicyDiff.of(DataUsePolicy.of(policy), DataUsePolicy.of(other));
        assertEquals(2, diff.changes().size(), diff.text());
    }

    @Test
    void aJurisdictionThatOnlyOneOfThemHasIsNoObstacle() {
        List<Policy.Rule> rules = List.of(
                SmallWorld.rule("grant", Policy.Effect.PERMIT, new Condition.Located(List.of("north"), Moment.USE)));
        Policy policy = SmallWorld.policy(rules, List.of(), Policy.Effective.ALWAYS);
        List<Vocabulary.Jurisdiction> fewer = policy.vocabulary().jurisdictions().stream()
                .filter(one -> !one.name().equals("elsewhere"))
                .toList();
        Policy other = policy.toBuilder()
                .vocabulary(policy.vocabulary().toBuilder().jurisdictions(fewer).build())
                .build();
        assertEquals(
                List.of(),
                PolicyDiff.of(DataUsePolicy.of(policy), DataUsePolicy.of(other)).changes());
        assertEquals(
                List.of(),
                PolicyDiff.of(DataUsePolicy.of(other), DataUsePolicy.of(policy)).changes());
    }
}
