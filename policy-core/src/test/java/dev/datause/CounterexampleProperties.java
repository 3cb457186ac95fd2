package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The search for counterexamples is sound and complete: it shows real ones, and finds one wherever there is one. */
class CounterexampleProperties {
    @Test
    void whatIsShownPassesAndIsDeniedAndWhatIsNotShownIsPermitted() {
        int[] seen = new int[3];
        Tries.of(250, random -> {
            Policy policy = SmallWorld.policy(random);
            Reading reading = SmallWorld.reading(policy, random);
            DataUsePolicy compiled = DataUsePolicy.of(policy, reading);
            NaiveInterpreter oracle = new NaiveInterpreter(policy, reading);
            Passage passage = passage(policy, random);
            List<Counterexample> shown = compiled.counterexamples(passage);
            shown.forEach(one -> isReal(compiled, passage, one));
            seen[shown.isEmpty() ? 0 : 1]++;
            LimitSeeking seeking = new LimitSeeking(policy);
            for (int i = 0; i < 80; i++) {
                TestUse use = within(passage, seeking.use(random), random);
                if (use.collected() != null && use.collected().isAfter(use.used())) {
                    continue;
                }
                boolean passes = passage.passes().stream()
                        .allMatch(c -> oracle.truth(c, use).value().equals(Optional.of(true)));
                if (passes) {
                    seen[2]++;
                    assertTrue(compiled.anythingPasses(passage), () -> "passes: " + use);
                    if (!oracle.decide(use).permitted()) {
                        assertFalse(
                                shown.isEmpty(), () -> "denied: " + use + " of " + passage + " by " + policy.rules());
                    }
                }
            }
        });
        assertTrue(
                !Tries.ENOUGH || (seen[0] > 10 && seen[1] > 100 && seen[2] > 1000),
                "both outcomes are met often enough");
    }

    @Test
    void aWiderWindowHidesNothing() {
        int[] seen = new int[1];
        Tries.of(1000, random -> {
            List<Condition> together = new ArrayList<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                Condition condition = SmallWorld.condition(random, 0, false);
                together.add(random.nextBoolean() ? condition : new Condition.Not(condition));
            }
            Policy policy = SmallWorld.policy(
                    List.of(
                            SmallWorld.rule("all", Policy.Effect.PERMIT, new Condition.All(List.of())),
                            SmallWorld.rule(
                                    "some",
                                    Policy.Effect.PROHIBIT,
                                    new Condition.Certainly(new Condition.All(together)))),
                    SmallWorld.definitions(random),
                    Policy.Effective.ALWAYS);
            DataUsePolicy compiled = DataUsePolicy.of(policy, SmallWorld.reading(policy, random));
            Passage passage = passage(policy, random);
            Passage wider = new Passage(
                    passage.purpose(),
                    passage.recipient(),
                    passage.category(),
                    passage.audience(),
                    passage.passes(),
                    LocalDate.of(1900, 1, 1 + random.nextInt(3)),
                    random.nextBoolean() ? passage.usedUntil() : Optional.empty(),
                    passage.collected(),
                    passage.permittedFor());
            if (!compiled.counterexamples(passage).isEmpty()) {
                seen[0]++;
                assertFalse(compiled.counterexamples(wider).isEmpty(), wider::toString);
            }
        });
        assertTrue(!Tries.ENOUGH || seen[0] > 100, "denials are met often enough");
    }

    private static void isReal(DataUsePolicy policy, Passage passage, Counterexample one) {
        Use use = one.use();
        for (Condition condition : passage.passes()) {
            assertEquals(Truth.TRUE, policy.truth(condition, use), () -> condition + " in " + one.story());
        }
        assertFalse(use.used().isBefore(passage.usedFrom()));
        passage.usedUntil().ifPresent(until -> assertFalse(use.used().isAfter(until)));
        use.collected().ifPresent(day -> assertFalse(day.isAfter(use.used())));
        Decision decision = policy.decide(use);
        assertFalse(decision.permitted());
        assertEquals(one.decision(), decision);
        assertTrue(decision.grounds().contains(one.ground()));
    }

    static Passage passage(Policy policy, RandomGenerator random) {
        Vocabulary words = policy.vocabulary();
        LocalDate from = new LimitSeeking(policy).day(random);
        Passage passage = Passage.of(
                pick(words.purposes(), random).name(),
                pick(words.recipients(), random).name(),
                pick(words.categories(), random).name(),
                from);
        if (random.nextBoolean()) {
            passage = passage.usedUntil(from.plusDays(random.nextInt(800)));
        }
        if (random.nextInt(3) == 0) {
            passage =
                    passage.audience(Audience.of(pick(words.audiences(), random).name()));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            passage = passage.passing(SmallWorld.condition(random, 2, true));
        }
        return passage;
    }

    private static <T> T pick(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    private static TestUse within(Passage passage, TestUse use, RandomGenerator random) {
        LocalDate until = passage.usedUntil().orElse(LocalDate.of(2200, 12, 31));
        LocalDate used = use.used();
        if (used.isBefore(passage.usedFrom())) {
            used = passage.usedFrom();
        }
        if (used.isAfter(until)) {
            used = until;
        }
        TestUse inside = use.withPurpose(passage.purpose().name())
                .withRecipient(passage.recipient().name())
                .withCategory(passage.category().name())
                .withUsed(used);
        if (passage.audience().isPresent()) {
            inside = inside.withAudience(passage.audience().get().name());
        }
        if (inside.collected() != null && inside.collected().isAfter(used) && random.nextBoolean()) {
            inside = inside.withCollected(used);
        }
        return inside;
    }
}
