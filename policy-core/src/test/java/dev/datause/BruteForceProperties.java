package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The search for counterexamples comes to the answer of going through everybody: for rules over few facts, every
 * combination of what those facts can be is decided by the naive interpreter.
 */
@Tag("costly")
class BruteForceProperties {
    private static final LocalDate FIRST = LocalDate.of(2024, 2, 27);
    private static final LocalDate START = LocalDate.of(2025, 11, 3);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 2);

    /** Days on both sides of every limit that the rules can have, with room for an event between them. */
    private static final List<LocalDate> DAYS =
            List.of(FIRST, FIRST.plusDays(1), START.minusDays(1), START, START.plusDays(2), LAST);

    private static final List<@Nullable String> COUNTRIES = Arrays.asList("NO", "IT", "GG", "US", null);

    private static final List<LocalDate> EVENTS = List.of(
            FIRST.minusDays(1),
            FIRST,
            FIRST.plusDays(1),
            START.minusDays(2),
            START.minusDays(1),
            START,
            START.plusDays(1),
            START.plusDays(2),
            LAST.minusDays(1),
            LAST);

    /** Everybody who stays, with every history of a setting; and everybody who moves, of whom no setting is asked. */
    private static final List<TestUse> STAYING = shuffled(staying());

    private static final List<TestUse> MOVING = shuffled(moving());

    private static List<TestUse> shuffled(List<TestMember> members) {
        List<TestUse> all = new ArrayList<>();
        for (TestMember member : members) {
            addUses(member, all);
            addUses(member.withFlags(Set.of("minor")), all);
        }
        Collections.shuffle(all, new Random(1));
        return all;
    }

    private static TestMember in(@Nullable String country) {
        return TestMember.NOBODY.withCountry(country);
    }

    private static List<TestMember> staying() {
        List<TestMember> all = new ArrayList<>();
        for (String country : COUNTRIES) {
            TestMember member = in(country);
            all.add(member);
            all.add(member.withSetting("improve", List.of()));
            for (LocalDate off : EVENTS) {
                TestMember.Event event = new TestMember.Event(off, TestMember.Kind.OFF);
                all.add(member.withSetting("improve", List.of(event)));
                for (LocalDate on : EVENTS) {
                    all.add(member.withSetting(
                            "improve", List.of(event, new TestMember.Event(on, TestMember.Kind.ON))));
                }
            }
        }
        return all;
    }

    private static List<TestMember> moving() {
        List<TestMember> all = new ArrayList<>();
        for (String country : COUNTRIES) {
            all.add(in(country));
            for (String other : COUNTRIES) {
                for (LocalDate day : EVENTS) {
                    if (!Objects.equals(country, other)) {
                        all.add(in(country)
                                .withMoves(List.of(
                                        new TestMember.Move(LocalDate.of(1950, 1, 1), country),
                                        new TestMember.Move(day, other))));
                    }
                }
            }
        }
        return all;
    }

    private static void addUses(TestMember member, List<TestUse> all) {
        for (LocalDate used : DAYS) {
            all.add(new TestUse(member, "training", "owner", "profile", null, null, used));
            for (LocalDate collected : DAYS) {
                if (!collected.isAfter(used)) {
                    all.add(new TestUse(member, "training", "owner", "profile", null, collected, used));
                }
            }
        }
    }

    private static boolean mentions(Condition condition, Predicate<Condition> what) {
        return what.test(condition) || condition.parts().stream().anyMatch(part -> mentions(part, what));
    }

    private static boolean ofThePlaceOfCollection(Condition condition) {
        return (condition instanceof Condition.Located c && c.at() != Moment.USE)
                || (condition instanceof Condition.FirstDayReached d && d.place() != Moment.USE);
    }

    private static Condition condition(RandomGenerator random, boolean moves, int depth) {
        while (true) {
            Condition condition = PolicyDiffProperties.fewFacts(random, depth);
            if (!mentions(
                    condition,
                    moves ? Condition.SettingIs.class::isInstance : BruteForceProperties::ofThePlaceOfCollection)) {
                return condition;
            }
        }
    }

    @Test
    void aPassageIsSafeExactlyIfNobodyOfAllIsDenied() {
        int[] seen = new int[2];
        Tries.of(250, random -> {
            boolean moves = random.nextBoolean();
            List<Policy.Rule> rules = new ArrayList<>();
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                rules.add(SmallWorld.rule("grant-" + i, Policy.Effect.PERMIT, condition(random, moves, 2)));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                rules.add(SmallWorld.rule("deny-" + i, Policy.Effect.PROHIBIT, condition(random, moves, 1)));
            }
            Policy policy = SmallWorld.policy(rules, List.of(), Policy.Effective.ALWAYS);
            Reading reading = policy.readings().get(random.nextInt(2));
            Passage passage = passage(random, moves, rules);
            List<Counterexample> shown = DataUsePolicy.of(policy, reading).counterexamples(passage);
            NaiveInterpreter naive = new NaiveInterpreter(policy, reading);
            Optional<TestUse> denied = (moves ? MOVING : STAYING)
                    .stream()
                            .filter(use -> passes(naive, passage, use)
                                    && !naive.decide(use).permitted())
                            .findFirst();
            assertEquals(
                    denied.isPresent(),
                    !shown.isEmpty(),
                    () -> rules + "\n" + passage + "\n" + denied + "\n"
                            + shown.stream().map(Counterexample::story).toList());
            seen[shown.isEmpty() ? 0 : 1]++;
        });
        assertTrue(!Tries.ENOUGH || (seen[0] > 60 && seen[1] > 60), Arrays.toString(seen));
    }

    /** Half the time everybody the rules permit, narrowed or widened: such a passage may well be safe. */
    private static Passage passage(RandomGenerator random, boolean moves, List<Policy.Rule> rules) {
        LocalDate from = DAYS.get(random.nextInt(DAYS.size()));
        LocalDate until = DAYS.get(random.nextInt(DAYS.size()));
        Passage passage = Passage.of(
                        Purpose.of("training"),
                        Recipient.of("owner"),
                        Category.of("profile"),
                        from.isBefore(until) ? from : until)
                .usedUntil(from.isBefore(until) ? until : from);
        if (random.nextInt(3) > 0) {
            passage = passage.passing(rules.get(0).when());
            for (Policy.Rule rule : rules) {
                if (rule.effect() == Policy.Effect.PROHIBIT && random.nextInt(5) > 0) {
                    passage = passage.passing(new Condition.Not(rule.when()));
                }
            }
        }
        return random.nextBoolean() ? passage : passage.passing(condition(random, moves, 1));
    }

    private static boolean passes(NaiveInterpreter naive, Passage passage, TestUse use) {
        return !use.used().isBefore(passage.usedFrom())
                && !use.used().isAfter(passage.usedUntil().orElseThrow())
                && passage.passes().stream()
                        .allMatch(condition -> naive.truth(condition, use).isTrue());
    }
}
