package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** How decisions change as rules come and go; holds for every policy. */
class PolicyAlgebraProperties {
    private static final int USES = 20;

    @Test
    void withoutAnyPermissionEverythingIsDenied() {
        Tries.of(200, random -> {
            Policy policy = SmallWorld.policy(random);
            DataUsePolicy compiled = compiled(only(policy, rule -> rule.effect() == Policy.Effect.PROHIBIT));
            forUses(policy, random, use -> assertFalse(compiled.decide(use).permitted()));
        });
    }

    @Test
    void withoutAnyRuleEverythingIsDeniedAndNothingIsBlamed() {
        Tries.of(50, random -> {
            Policy policy = only(SmallWorld.policy(random), rule -> false);
            forUses(
                    policy,
                    random,
                    use -> assertEquals(Set.of(), Grounds.rules(compiled(policy).decide(use))));
        });
    }

    @Test
    void anotherProhibitionNeverPermitsMore() {
        Tries.of(300, random -> {
            Policy policy = SmallWorld.policy(random);
            DataUsePolicy before = compiled(policy);
            DataUsePolicy after = compiled(with(policy, SmallWorld.rule(random, "new", Policy.Effect.PROHIBIT)));
            forUses(policy, random, use -> assertTrue(before.isPermitted(use) || !after.isPermitted(use)));
        });
    }

    @Test
    void anotherPermissionNeverPermitsLess() {
        Tries.of(300, random -> {
            Policy policy = SmallWorld.policy(random);
            DataUsePolicy before = compiled(policy);
            DataUsePolicy after = compiled(with(policy, SmallWorld.rule(random, "new", Policy.Effect.PERMIT)));
            forUses(policy, random, use -> assertTrue(!before.isPermitted(use) || after.isPermitted(use)));
        });
    }

    @Test
    void theOrderOfRulesDoesNotMatter() {
        Tries.of(200, random -> {
            Policy policy = SmallWorld.policy(random);
            List<Policy.Rule> shuffled = new ArrayList<>(policy.rules());
            Collections.shuffle(shuffled, new Random(random.nextLong()));
            DataUsePolicy before = compiled(policy);
            DataUsePolicy after = compiled(withRules(policy, shuffled));
            forUses(policy, random, use -> {
                Decision expected = before.decide(use);
                Decision decision = after.decide(use);
                assertEquals(expected.permitted(), decision.permitted());
                assertEquals(Grounds.of(expected), Grounds.of(decision));
                assertEquals(expected.holdsUntil(), decision.holdsUntil());
            });
        });
    }

    @Test
    void aRuleSaidTwiceCountsOnce() {
        Tries.of(200, random -> {
            Policy policy = SmallWorld.policy(random);
            List<Policy.Rule> twice = new ArrayList<>(policy.rules());
            policy.rules().forEach(rule -> twice.add(SmallWorld.rule(rule.id() + ".2", rule.effect(), rule.when())));
            DataUsePolicy before = compiled(policy);
            DataUsePolicy after = compiled(withRules(policy, twice));
            forUses(policy, random, use -> assertEquals(before.isPermitted(use), after.isPermitted(use)));
        });
    }

    @Test
    void eachProhibitionNamedAsAGroundDeniesByItself() {
        Tries.of(100, random -> {
            Policy policy = SmallWorld.policy(random);
            DataUsePolicy compiled = compiled(policy);
            forUses(policy, random, use -> {
                Decision decision = compiled.decide(use);
                for (String rule : prohibitions(decision)) {
                    assertFalse(decision.permitted());
                    Policy alone = only(policy, r -> r.effect() == Policy.Effect.PERMIT || r.id().equals(rule));
                    assertFalse(compiled(alone).isPermitted(use));
                }
            });
        });
    }

    @Test
    void withoutTheProhibitionsNamedAsGroundsWhatIsGrantedIsPermitted() {
        Tries.of(100, random -> {
            Policy policy = alwaysInForce(SmallWorld.policy(random));
            DataUsePolicy compiled = compiled(policy);
            DataUsePolicy permissions = compiled(only(policy, r -> r.effect() == Policy.Effect.PERMIT));
            forUses(policy, random, use -> {
                Set<String> named = prohibitions(compiled.decide(use));
                Policy rest = only(policy, r -> !named.contains(r.id()));
                assertEquals(permissions.isPermitted(use), compiled(rest).isPermitted(use));
            });
        });
    }

    @Test
    void lackingAFactNeverHelpsWhereTheRulesDoNotTurnUnknownIntoAnAnswer() {
        Tries.of(600, random -> {
            Policy policy = SmallWorld.policy(random);
            if (policy.rules().stream().anyMatch(rule -> turnsUnknown(policy, rule.when()))) {
                return;
            }
            DataUsePolicy compiled = compiled(policy);
            LimitSeeking seeking = new LimitSeeking(policy);
            for (int i = 0; i < USES; i++) {
                TestUse use = seeking.use(random);
                if (!compiled.isPermitted(use.in(policy.vocabulary()))) {
                    for (TestUse less : LessKnown.than(use)) {
                        assertFalse(compiled.isPermitted(less.in(policy.vocabulary())), less::toString);
                    }
                }
            }
        });
    }

    @Test
    void theSameQuestionHasTheSameAnswerInTheSameOrder() {
        Tries.of(100, random -> {
            Policy policy = SmallWorld.policy(random);
            DataUsePolicy one = compiled(policy);
            DataUsePolicy other = compiled(policy);
            forUses(policy, random, use -> {
                assertEquals(one.decide(use), one.decide(use));
                assertEquals(one.decide(use), other.decide(use));
            });
        });
    }

    private static boolean turnsUnknown(Policy policy, Condition condition) {
        if (condition instanceof Condition.Certainly || condition instanceof Condition.Possibly) {
            return true;
        }
        if (condition instanceof Condition.Defined defined) {
            return policy.definitions().stream()
                    .filter(d -> d.name().equals(defined.name()))
                    .anyMatch(d -> turnsUnknown(policy, d.condition()));
        }
        return condition.parts().stream().anyMatch(part -> turnsUnknown(policy, part));
    }

    private static Set<String> prohibitions(Decision decision) {
        Set<String> rules = new TreeSet<>();
        decision.grounds()
                .forEach(ground -> ground.rules().stream()
                        .filter(rule -> rule.effect() == Policy.Effect.PROHIBIT)
                        .forEach(rule -> rules.add(rule.id())));
        return rules;
    }

    private static void forUses(Policy policy, RandomGenerator random, Consumer<Use> law) {
        LimitSeeking seeking = new LimitSeeking(policy);
        for (int i = 0; i < USES; i++) {
            law.accept(seeking.use(random).in(policy.vocabulary()));
        }
    }

    private static DataUsePolicy compiled(Policy policy) {
        return DataUsePolicy.of(policy);
    }

    private static Policy only(Policy policy, Predicate<Policy.Rule> wanted) {
        return withRules(policy, policy.rules().stream().filter(wanted).toList());
    }

    private static Policy with(Policy policy, Policy.Rule rule) {
        List<Policy.Rule> rules = new ArrayList<>(policy.rules());
        rules.add(rule);
        return withRules(policy, rules);
    }

    private static Policy withRules(Policy policy, List<Policy.Rule> rules) {
        return SmallWorld.policy(rules, policy.definitions(), policy.effective());
    }

    private static Policy alwaysInForce(Policy policy) {
        return SmallWorld.policy(policy.rules(), policy.definitions(), Policy.Effective.ALWAYS);
    }
}
