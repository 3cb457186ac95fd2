package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** How decisions change as days go by; holds for every policy. */
class TimeProperties {
    private static final int DAYS = 900;

    @Test
    void aDecisionHoldsUntilTheDayItNamesAndNotOnIt() {
        Tries.of(150, random -> {
            Policy policy = SmallWorld.policy(random);
            DataUsePolicy compiled = DataUsePolicy.of(policy, SmallWorld.reading(policy, random));
            LimitSeeking seeking = new LimitSeeking(policy);
            for (int i = 0; i < 8; i++) {
                holdsUntilTheDayItNames(compiled, seeking.use(random));
            }
        });
    }

    static void holdsUntilTheDayItNames(DataUsePolicy compiled, TestUse use) {
        Member member = use.member().in(compiled.policy().vocabulary());
        Decision decision = compiled.decide(use.of(member));
        LocalDate until = decision.holdsUntil().orElse(LocalDate.MAX);
        assertTrue(until.isAfter(use.used()), use::toString);
        for (int i = 1; i <= DAYS; i++) {
            LocalDate day = use.used().plusDays(i);
            boolean permitted = compiled.isPermitted(use.withUsed(day).of(member));
            if (!day.isBefore(until)) {
                assertEquals(until, day);
                assertEquals(!decision.permitted(), permitted, () -> "on " + day + ", the day it changes: " + use);
                return;
            }
            assertEquals(decision.permitted(), permitted, () -> "on " + day + " before " + until + ": " + use);
        }
        if (decision.holdsUntil().isPresent()) {
            assertEquals(
                    !decision.permitted(),
                    compiled.isPermitted(use.withUsed(until).of(member)));
            assertEquals(
                    decision.permitted(),
                    compiled.isPermitted(use.withUsed(until.minusDays(1)).of(member)));
        }
    }

    @Test
    void aDecisionChangesNoMoreOftenThanThereAreDaysToChangeOn() {
        Tries.of(500, random -> {
            Policy policy = SmallWorld.policy(random);
            DataUsePolicy compiled = DataUsePolicy.of(policy);
            LimitSeeking seeking = new LimitSeeking(policy);
            for (int i = 0; i < 8; i++) {
                changesSeldom(compiled, seeking.use(random));
            }
        });
    }

    static void changesSeldom(DataUsePolicy compiled, TestUse use) {
        PolicyLimits limits = new PolicyLimits(compiled.policy());
        TestMember member = use.member();
        int most = 1
                + limits.days().size()
                + limits.ages().size()
                + 2 * events(member)
                + member.moves().size()
                + 1;
        int changes = 0;
        Decision decision = compiled.decide(use.in(compiled.policy().vocabulary()));
        while (decision.holdsUntil().isPresent()) {
            changes++;
            Decision next = compiled.decide(use.withUsed(decision.holdsUntil().get())
                    .in(compiled.policy().vocabulary()));
            assertEquals(!decision.permitted(), next.permitted());
            decision = next;
        }
        assertTrue(changes <= most, () -> "more than " + most + " changes: " + use);
    }

    private static int events(TestMember member) {
        return List.of(member.settings(), member.signals(), member.objections()).stream()
                .flatMap(histories -> histories.values().stream())
                .mapToInt(List::size)
                .sum();
    }

    @Test
    void whatHappensAfterTheUseDoesNotMatter() {
        Tries.of(400, random -> {
            Policy policy = withoutFixedMoments(random);
            DataUsePolicy compiled = DataUsePolicy.of(policy);
            LimitSeeking seeking = new LimitSeeking(policy);
            for (int i = 0; i < 20; i++) {
                TestUse use = seeking.use(random);
                if (use.collected() == null || !use.collected().isAfter(use.used())) {
                    LocalDate later = use.used().plusDays(1 + random.nextInt(30));
                    assertEquals(
                            grounds(compiled, use),
                            grounds(compiled, withEverythingHappening(use, later)),
                            use::toString);
                }
            }
        });
    }

    private static Policy withoutFixedMoments(RandomGenerator random) {
        while (true) {
            Policy policy = SmallWorld.policy(random);
            if (!policy.toString().contains("at=20")) {
                return policy;
            }
        }
    }

    /** The use with an event on {@code day} more in every known history. */
    static TestUse withEverythingHappening(TestUse use, LocalDate day) {
        TestMember member = use.member();
        for (Map.Entry<String, List<TestMember.Event>> history :
                use.member().settings().entrySet()) {
            member = member.withSetting(history.getKey(), and(history.getValue(), day, TestMember.Kind.OFF));
        }
        for (Map.Entry<String, List<TestMember.Event>> history :
                use.member().signals().entrySet()) {
            member = member.withSignal(history.getKey(), and(history.getValue(), day, TestMember.Kind.PRESENT));
        }
        for (Map.Entry<String, List<TestMember.Event>> history :
                use.member().objections().entrySet()) {
            member = member.withObjection(history.getKey(), and(history.getValue(), day, TestMember.Kind.GRANTED));
        }
        boolean free = member.moves().stream().noneMatch(move -> move.day().equals(day));
        if (!member.moves().isEmpty() && free) {
            List<TestMember.Move> moves = new ArrayList<>(member.moves());
            moves.add(new TestMember.Move(day, "IT"));
            member = member.withMoves(moves);
        }
        return use.withMember(member);
    }

    private static List<TestMember.Event> and(List<TestMember.Event> events, LocalDate day, TestMember.Kind kind) {
        List<TestMember.Event> more = new ArrayList<>(events);
        more.add(new TestMember.Event(day, kind));
        return more;
    }

    @Test
    void aLaterGenerationIsDecidedAsThisOne() {
        Tries.of(300, random -> {
            Policy policy = SmallWorld.policy(random);
            DataUsePolicy compiled = DataUsePolicy.of(policy);
            DataUsePolicy later = DataUsePolicy.of(Later.policy(policy));
            LimitSeeking seeking = new LimitSeeking(policy);
            for (int i = 0; i < 20; i++) {
                TestUse use = seeking.use(random);
                Decision decision = compiled.decide(use.in(policy.vocabulary()));
                Decision shifted = later.decide(Later.use(use).in(policy.vocabulary()));
                assertEquals(decision.permitted(), shifted.permitted(), use::toString);
                assertEquals(decision.holdsUntil().map(Later::day), shifted.holdsUntil(), use::toString);
            }
        });
    }

    private static Set<String> grounds(DataUsePolicy compiled, TestUse use) {
        return Grounds.of(compiled.decide(use.in(compiled.policy().vocabulary())));
    }
}
