package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What is compiled decides as the naive interpreter does, for the same grounds and for want of the same facts. */
class OracleProperties {
    @Test
    void everyRandomPolicyDecidesAsTheNaiveInterpreterDoes() {
        Tries.of(400, random -> {
            Policy policy = SmallWorld.policy(random);
            Reading reading = SmallWorld.reading(policy, random);
            NaiveInterpreter oracle = new NaiveInterpreter(policy, reading);
            DataUsePolicy compiled = DataUsePolicy.of(policy, reading);
            LimitSeeking seeking = new LimitSeeking(policy);
            for (int i = 0; i < 60; i++) {
                agree(oracle, compiled, seeking.use(random));
            }
            for (int i = 0; i < 10; i++) {
                agreeOnTheShortForm(oracle, compiled, seeking, random);
            }
        });
    }

    static void agree(NaiveInterpreter oracle, DataUsePolicy compiled, TestUse use) {
        Optional<String> difference = difference(oracle, compiled, use);
        if (difference.isPresent()) {
            TestUse simplest =
                    Simplest.of(use, u -> difference(oracle, compiled, u).isPresent());
            fail(compiled + ": " + difference(oracle, compiled, simplest).orElseThrow() + " on " + simplest + "\nrules "
                    + compiled.policy().rules().stream()
                            .map(r -> r.effect() + " " + r.id() + " " + r.when() + "\n")
                            .toList()
                    + compiled.policy().definitions());
        }
    }

    private static Optional<String> difference(NaiveInterpreter oracle, DataUsePolicy compiled, TestUse use) {
        Use asked = use.in(compiled.policy().vocabulary());
        NaiveInterpreter.Verdict verdict = oracle.decide(use);
        Decision decision = compiled.decide(asked);
        if (decision.permitted() != verdict.permitted() || compiled.isPermitted(asked) != verdict.permitted()) {
            return Optional.of("permitted " + decision.permitted() + ", not " + verdict.permitted());
        }
        Set<String> grounds = Grounds.of(decision);
        Set<String> expected = Grounds.of(verdict);
        return grounds.equals(expected) ? Optional.empty() : Optional.of("grounds " + grounds + ", not " + expected);
    }

    static void agreeOnTheShortForm(
            NaiveInterpreter oracle, DataUsePolicy compiled, LimitSeeking seeking, RandomGenerator random) {
        LocalDate day = seeking.day(random);
        TestMember facts = seeking.member(random, day);
        Member member = facts.in(compiled.policy().vocabulary());
        for (Vocabulary.PurposeEntry purpose : compiled.policy().vocabulary().purposes()) {
            boolean permitted = compiled.isPermitted(member, purpose.name(), day);
            assertEquals(
                    oracle.isPermitted(facts, purpose.name().name(), day),
                    permitted,
                    () -> "short form of " + purpose.name() + " on " + day + " for " + facts);
            assertEquals(compiled.permits(purpose.name(), day).test(member), permitted);
            assertEquals(allUsualUsesPermitted(compiled, member, purpose, day), permitted);
        }
        assertEquals(false, compiled.isPermitted(member, Purpose.of("no-such-purpose"), day));
    }

    private static boolean allUsualUsesPermitted(
            DataUsePolicy compiled, Member member, Vocabulary.PurposeEntry purpose, LocalDate day) {
        List<Boolean> permitted = new ArrayList<>();
        for (Vocabulary.Usual usual : purpose.usual()) {
            Use.Builder use = Use.of(member)
                    .purpose(purpose.name())
                    .recipient(purpose.defaultRecipient())
                    .category(usual.category())
                    .collected(day);
            usual.audience().ifPresent(use::audience);
            permitted.add(compiled.decide(use.used(day)).permitted());
        }
        return !permitted.contains(false);
    }
}
