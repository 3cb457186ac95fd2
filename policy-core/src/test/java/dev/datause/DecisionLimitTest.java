package dev.datause;

import static dev.datause.SmallWorld.permit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.datause.analysis.PolicyLint;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Few rules can ask for so much together that no memory holds it: that is said soon, and nothing is permitted. */
class DecisionLimitTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);

    private static Condition north(int day) {
        return new Condition.Located(List.of("north"), Moment.on(DAY.plusDays(day)));
    }

    private static Condition adult(int day) {
        return new Condition.AgeAtLeast(18, Moment.on(DAY.plusDays(day)));
    }

    private static void saysSo(String what, Condition when) {
        Policy policy = SmallWorld.policy(permit("much", when));
        DataUsePolicy compiled = DataUsePolicy.of(policy);
        Use use = Use.of(compiled.member().build())
                .purpose(Purpose.of("training"))
                .recipient(Recipient.of("owner"))
                .category(Category.of("profile"))
                .collected(DAY)
                .used(DAY);
        List<Executable> works = List.of(
                () -> compiled.decide(use),
                () -> compiled.isPermitted(use),
                () -> compiled.isPermitted(use.member(), Purpose.of("training"), DAY),
                () -> compiled.truth(when, use),
                () -> PolicyLint.of(policy));
        for (Executable work : works) {
            AnalysisLimitException limit = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> assertThrows(AnalysisLimitException.class, work));
            assertEquals(what, limit.getMessage());
        }
    }

    @Test
    void factsOfWhichEachCanBeMissingByItself() {
        List<Condition> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(north(i));
        }
        saysSo(
                "an exact answer needs 65537 sets of facts that can be missing, more than the limit of 65536",
                new Condition.All(all));
    }

    @Test
    void factsOfWhichEachMattersTogetherWithOneThatIsAskedMuchLater() {
        List<Condition> any = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            any.add(new Condition.All(List.of(new Condition.Certainly(north(i)), new Condition.Certainly(adult(i)))));
        }
        saysSo(
                "an exact answer needs 262145 cases that rules tell apart, more than the limit of 262144",
                new Condition.Any(any));
    }
}
