package dev.datause;

import static dev.datause.SmallWorld.permit;
import static dev.datause.SmallWorld.prohibit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Members who never touched a switch are told what was found out on compiling, where days, places and ages settle it. That is
 * what all others are told too: for the same grounds, until the same day.
 */
class OrdinaryProperties {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);

    private static Moment moment(RandomGenerator random) {
        return SmallWorld.from(
                random, List.of(Moment.USE, Moment.USE, Moment.COLLECTION, Moment.on(DAY.plusDays(100))));
    }

    /** A condition that days, places and ages settle, or nearly. */
    private static Condition condition(RandomGenerator random) {
        return switch (random.nextInt(9)) {
            case 0, 1 -> new Condition.Not(new Condition.AgeAtLeast(16 + 2 * random.nextInt(2), moment(random)));
            case 2, 3 ->
                new Condition.Located(List.of(SmallWorld.from(random, List.of("north", "south"))), moment(random));
            case 4 -> new Condition.UsedFrom(DAY.plusDays(random.nextInt(300)));
            case 5 -> new Condition.Not(new Condition.UsedFrom(DAY.plusDays(random.nextInt(300))));
            case 6 -> new Condition.UsedBeforeCollected();
            case 7 -> new Condition.Not(new Condition.FirstDayReached("starts", Moment.USE, Moment.USE));
            default ->
                new Condition.All(List.of(
                        new Condition.SettingIs("improve", false, moment(random), Counts.NEXT_DAY), condition(random)));
        };
    }

    /** A policy whose permissions grant everybody or are one, and so few prohibitions that one diagram tells all of them. */
    private static Policy policy(RandomGenerator random) {
        List<Policy.Rule> rules = new ArrayList<>(IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> prohibit("no-" + i, condition(random)))
                .toList());
        boolean everybody = random.nextInt(3) > 0;
        rules.add(permit("yes", everybody ? new Condition.All(List.of()) : new Condition.Not(condition(random))));
        if (everybody && random.nextBoolean()) {
            rules.add(permit("yes-too", new Condition.All(List.of())));
        }
        Policy.Effective effective = new Policy.Effective(
                Optional.of(DAY.minusDays(9)).filter(day -> random.nextInt(4) == 0),
                Optional.of(DAY.plusDays(200)).filter(day -> random.nextInt(4) == 0));
        return SmallWorld.policy(rules, List.of(), effective);
    }

    private static TestUse use(LimitSeeking seeking, RandomGenerator random) {
        TestUse use = seeking.use(random);
        TestMember member = use.member().withFlags(Set.of()).withTrait("account", "standard");
        for (String setting : List.of("improve", "share")) {
            member = member.withSetting(setting, List.of());
        }
        member = member.withSignal("privacy", List.of()).withObjection("objection", List.of());
        if (random.nextBoolean()) {
            // Moves around the use, on its very day too.
            member = member.withMoves(IntStream.range(0, 1 + random.nextInt(2))
                    .mapToObj(i -> use.used().plusDays(random.nextInt(9) - 4))
                    .distinct()
                    .sorted()
                    .map(day -> new TestMember.Move(day, SmallWorld.from(random, List.of("NO", "IT", "US"))))
                    .toList());
        }
        return use.withMember(member);
    }

    @Test
    void whoIsToldAtOnceIsToldWhatTheRulesSayUntilItChanges() {
        Tries.of(400, random -> {
            Policy policy = policy(random);
            Reading reading = SmallWorld.reading(policy, random);
            NaiveInterpreter oracle = new NaiveInterpreter(policy, reading);
            DataUsePolicy compiled = DataUsePolicy.of(policy, reading);
            LimitSeeking seeking = new LimitSeeking(policy);
            for (int i = 0; i < 12; i++) {
                TestUse use = use(seeking, random);
                OracleProperties.agree(oracle, compiled, use);
                TimeProperties.holdsUntilTheDayItNames(compiled, use);
            }
        });
    }

    private static Policy.Rule no(int number, Condition when) {
        return prohibit("no-" + number, when);
    }

    /** Ten days on which ages or places are asked, whose answers are tens of thousands together. */
    private static List<Condition> much(boolean ages) {
        List<Condition> much = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Moment day = Moment.on(DAY.plusDays(i));
            much.add(
                    ages
                            ? new Condition.Not(new Condition.AgeAtLeast(18, day))
                            : new Condition.Located(List.of(i % 2 == 0 ? "north" : "south"), day));
        }
        return much;
    }

    @Test
    void whatIsTooMuchForATableIsDecidedAllTheSame() {
        for (boolean ages : new boolean[] {true, false}) {
            List<Condition> much = much(ages);
            List<Policy.Rule> asOne = List.of(no(0, new Condition.Any(much)));
            List<Policy.Rule> each = IntStream.range(0, much.size())
                    .mapToObj(i -> no(i, much.get(i)))
                    .toList();
            for (List<Policy.Rule> prohibitions : List.of(asOne, each)) {
                List<Policy.Rule> rules = new ArrayList<>(prohibitions);
                rules.add(permit("yes", new Condition.All(List.of())));
                Policy policy = SmallWorld.policy(rules, List.of(), Policy.Effective.ALWAYS);
                Reading reading = policy.readings().get(0);
                NaiveInterpreter oracle = new NaiveInterpreter(policy, reading);
                DataUsePolicy compiled = DataUsePolicy.of(policy, reading);
                LimitSeeking seeking = new LimitSeeking(policy);
                Tries.of(200, random -> OracleProperties.agree(oracle, compiled, use(seeking, random)));
            }
        }
    }
}
