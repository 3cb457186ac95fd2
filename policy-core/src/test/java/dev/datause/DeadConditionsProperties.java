package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is called dead has no use at all in which it is true. */
class DeadConditionsProperties {
    private static Condition turned(Condition condition, boolean not) {
        return not ? new Condition.Not(condition) : condition;
    }

    private static Policy policy(Condition condition, List<Policy.Definition> definitions, Policy.Effective effective) {
        return SmallWorld.policy(
                List.of(SmallWorld.rule("rule", Policy.Effect.PERMIT, condition)), definitions, effective);
    }

    private static Optional<String> reason(Policy policy, Reading reading, Condition condition) {
        Map<String, Condition> definitions = new HashMap<>();
        policy.definitions().forEach(definition -> definitions.put(definition.name(), definition.condition()));
        return Optional.ofNullable(new DeadConditions(policy, definitions).reason(condition, reading.answers()));
    }

    /** Whether any use in the days of the policy makes the condition true, of the kinds that it names: others are denied. */
    private static boolean isEverTrue(Policy policy, Reading reading, Condition condition) {
        DataUsePolicy compiled = DataUsePolicy.of(policy, reading);
        UseSpace uses = UseSpace.of(List.of(compiled));
        for (UseKind kind : UseKind.named(policy.vocabulary())) {
            if (!uses.where(compiled, kind, condition)
                    .and(uses.inForce(compiled, kind))
                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whatIsCalledDeadIsNeverTrue() {
        int[] seen = new int[2];
        Tries.of(500, random -> {
            List<Condition> parts = new ArrayList<>();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                parts.add(turned(SmallWorld.condition(random, random.nextInt(3), true), random.nextBoolean()));
            }
            Condition condition = new Condition.All(parts);
            Policy.Effective effective = random.nextBoolean()
                    ? Policy.Effective.ALWAYS
                    : new Policy.Effective(
                            Optional.of(LocalDate.of(2024, 2, 28)), Optional.of(LocalDate.of(2025, 11, 2)));
            Policy policy = policy(condition, SmallWorld.definitions(random), effective);
            Reading reading = SmallWorld.reading(policy, random);
            Optional<String> reason = reason(policy, reading, condition);
            seen[reason.isPresent() ? 1 : 0]++;
            if (reason.isPresent()) {
                assertTrue(!isEverTrue(policy, reading, condition), () -> condition + ": " + reason.get());
            }
        });
        assertTrue(!Tries.ENOUGH || seen[1] > 50, "dead conditions are met often enough");
    }

    @Test
    void twoThatAskOneThingAreCalledDeadExactlyWhereNothingIsBoth() {
        int[] seen = new int[2];
        Tries.of(500, random -> {
            Condition one = SmallWorld.condition(random, 0, false);
            Condition other = random.nextInt(4) == 0 ? one : alike(one, random.nextInt());
            boolean oneTurned = random.nextBoolean();
            boolean otherTurned = random.nextBoolean();
            Condition both = new Condition.All(List.of(turned(one, oneTurned), turned(other, otherTurned)));
            Policy policy = policy(both, List.of(), Policy.Effective.ALWAYS);
            Reading reading = policy.readings().get(0);
            boolean dead = reason(policy, reading, both).isPresent();
            boolean never = !isEverTrue(policy, reading, both);
            seen[dead ? 1 : 0]++;
            if (isCompared(one) && !(oneTurned && otherTurned)) {
                assertEquals(never, dead, both::toString);
            } else {
                assertTrue(never || !dead, both::toString);
            }
        });
        assertTrue(!Tries.ENOUGH || (seen[0] > 100 && seen[1] > 100), "both are met often enough");
    }

    /** Others, and two that are both to be false, may leave nothing in ways that only the analysis sees. */
    private static boolean isCompared(Condition condition) {
        return condition instanceof Condition.SettingIs
                || condition instanceof Condition.SignalIs
                || condition instanceof Condition.AgeAtLeast
                || condition instanceof Condition.FlagIsSet
                || condition instanceof Condition.UsedFrom
                || condition instanceof Condition.CollectedFrom
                || condition instanceof Condition.PurposeIs
                || condition instanceof Condition.RecipientIs
                || condition instanceof Condition.CategoryIs;
    }

    /** A condition that asks for the same thing, in the same or the other state, or for another age or day. */
    private static Condition alike(Condition condition, int how) {
        boolean yes = (how & 1) == 0;
        if (condition instanceof Condition.SettingIs is) {
            return new Condition.SettingIs(is.setting(), yes, is.at(), is.onCounts());
        }
        if (condition instanceof Condition.SignalIs is) {
            return new Condition.SignalIs(is.signal(), yes, is.at(), is.absentCounts());
        }
        if (condition instanceof Condition.AgeAtLeast age) {
            return new Condition.AgeAtLeast(yes ? 16 : 18, age.at());
        }
        if (condition instanceof Condition.UsedFrom) {
            return new Condition.UsedFrom(yes ? LocalDate.of(2024, 2, 28) : LocalDate.of(2026, 3, 1));
        }
        if (condition instanceof Condition.CollectedFrom) {
            return new Condition.CollectedFrom(yes ? LocalDate.of(2024, 2, 28) : LocalDate.of(2026, 3, 1));
        }
        if (condition instanceof Condition.CategoryIs) {
            return new Condition.CategoryIs(List.of(Category.of(yes ? "message" : "none")));
        }
        return condition;
    }
}
