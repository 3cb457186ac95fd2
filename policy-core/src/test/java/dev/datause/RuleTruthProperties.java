package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What a rule does where its condition holds, and where nobody can say whether it does. */
class RuleTruthProperties {
    private static final int USES = 10;

    private interface Law {
        void check(Policy policy, DataUsePolicy compiled, Policy.Rule rule, TestUse use, NaiveInterpreter.Truth truth);
    }

    /** The law, for every rule of random policies on uses of which the naive interpreter says what the rule is. */
    private static void forRules(RandomGenerator random, Law law) {
        Policy policy = SmallWorld.policy(random);
        DataUsePolicy compiled = DataUsePolicy.of(policy);
        NaiveInterpreter naive = new NaiveInterpreter(policy, compiled.reading());
        LimitSeeking seeking = new LimitSeeking(policy);
        for (int i = 0; i < USES; i++) {
            TestUse use = seeking.use(random);
            for (Policy.Rule rule : policy.rules()) {
                law.check(policy, compiled, rule, use, naive.truth(rule.when(), use));
            }
        }
    }

    private static boolean permits(DataUsePolicy policy, TestUse use) {
        return policy.isPermitted(use.in(policy.policy().vocabulary()));
    }

    @Test
    void whereAProhibitionHoldsNothingIsPermitted() {
        int[] held = new int[1];
        Tries.of(
                500,
                random -> forRules(random, (policy, compiled, rule, use, truth) -> {
                    if (rule.effect() == Policy.Effect.PROHIBIT && truth.isTrue()) {
                        held[0]++;
                        assertFalse(permits(compiled, use), () -> rule + " on " + use);
                    }
                }));
        assertTrue(!Tries.ENOUGH || held[0] > 2_000, held[0] + " held");
    }

    @Test
    void aProhibitionThatPerhapsHoldsDeniesAndAPermissionThatPerhapsHoldsIsAsIfItWereNotThere() {
        int[] unknown = new int[2];
        Tries.of(
                750,
                random -> forRules(random, (policy, compiled, rule, use, truth) -> {
                    if (truth.value().isPresent()) {
                        return;
                    }
                    if (rule.effect() == Policy.Effect.PROHIBIT) {
                        unknown[0]++;
                        assertFalse(permits(compiled, use), () -> rule + " on " + use);
                    } else {
                        unknown[1]++;
                        List<Policy.Rule> others = policy.rules().stream()
                                .filter(r -> !r.equals(rule))
                                .toList();
                        DataUsePolicy without =
                                DataUsePolicy.of(SmallWorld.policy(others, policy.definitions(), policy.effective()));
                        assertEquals(permits(without, use), permits(compiled, use), () -> rule + " on " + use);
                    }
                }));
        assertTrue(!Tries.ENOUGH || (unknown[0] > 200 && unknown[1] > 400), Arrays.toString(unknown));
    }
}
