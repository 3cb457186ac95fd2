package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObstaclesTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final Member NOBODY = Member.in(SmallWorld.VOCABULARY).build();
    private static final Member FLAGGED =
            Member.in(SmallWorld.VOCABULARY).flag("minor").build();

    private final List<Condition> conditions = new ArrayList<>();

    private static Condition from(int day) {
        return new Condition.UsedFrom(FIRST.plusDays(day));
    }

    private static Condition collectedFrom(int day) {
        return new Condition.CollectedFrom(FIRST.plusDays(day));
    }

    private void prohibit(Condition... all) {
        conditions.add(new Condition.All(List.of(all)));
    }

    private Obstacles obstacles(int largest) {
        Policy policy = SmallWorld.policy(List.of(), List.of(), Policy.Effective.ALWAYS);
        Terms terms = new Terms(policy, policy.reading("strict").orElseThrow());
        Space.Builder asked = new Space.Builder(terms);
        conditions.forEach(asked::add);
        Space space = asked.build();
        Diagram diagram = new Diagram();
        Compiler compiler = new Compiler(terms, space, diagram, 0, 0, 0, Compiler.ANY_AUDIENCE);
        Obstacles.Builder builder = new Obstacles.Builder(diagram, largest);
        for (int i = 0; i < conditions.size(); i++) {
            Policy.Rule rule = SmallWorld.rule("rule-" + i, Policy.Effect.PROHIBIT, conditions.get(i));
            builder.add(rule, compiler.compile(conditions.get(i)), new Ground.Prohibited(rule));
        }
        return builder.build(space.axes(), "policy", "reading");
    }

    private static Obstacles.Denial on(Obstacles obstacles, Member member, int used, int collected) {
        return obstacles.of(member, Days.of(FIRST.plusDays(used)), Days.of(FIRST.plusDays(collected)), 0);
    }

    private static List<String> rules(Obstacles.Denial denial) {
        return denial.decision.grounds.stream()
                .map(ground -> (ground instanceof Ground.FactUnknown ? "unknown " : "")
                        + ground.rules().get(0).id())
                .toList();
    }

    @Test
    void whereNothingStandsInTheWayThereIsNone() {
        Obstacles none = obstacles(64);
        assertTrue(on(none, NOBODY, 0, 0).none());
        prohibit(from(10));
        Obstacles one = obstacles(64);
        assertTrue(on(one, NOBODY, 9, 0).none());
        assertFalse(on(one, NOBODY, 10, 0).none());
        assertEquals(List.of("rule-0"), rules(on(one, NOBODY, 10, 0)));
        assertFalse(on(one, NOBODY, 10, 0).decision.until(Days.NEVER).permitted());
    }

    @Test
    void howRulesAreJoinedDoesNotMatterToWhatIsNamed() {
        for (int i = 0; i < 20; i++) {
            prohibit(from(3 * i));
            prohibit(collectedFrom(5 * i), new Condition.Not(from(60 + i)));
            prohibit(new Condition.FlagIsSet("minor"), collectedFrom(2 * i));
        }
        for (int largest : new int[] {1, 2, 3, 8, 64, 1024}) {
            Obstacles obstacles = obstacles(largest);
            for (int used = 0; used < 80; used += 7) {
                for (int collected = 0; collected < 110; collected += 9) {
                    for (Member member : List.of(NOBODY, FLAGGED)) {
                        List<String> expected = new ArrayList<>();
                        for (int i = 0; i < 20; i++) {
                            if (used >= 3 * i) {
                                expected.add("rule-" + 3 * i);
                            }
                            if (collected >= 5 * i && used < 60 + i) {
                                expected.add("rule-" + (3 * i + 1));
                            }
                            if (member.equals(FLAGGED) && collected >= 2 * i) {
                                expected.add("rule-" + (3 * i + 2));
                            }
                        }
                        assertEquals(expected, rules(on(obstacles, member, used, collected)));
                    }
                }
            }
        }
    }

    @Test
    void whatTheRulesMissIsNamedOnceForEachRule() {
        prohibit(new Condition.AgeAtLeast(18, Moment.USE));
        prohibit(collectedFrom(5), new Condition.AgeAtLeast(20, Moment.USE));
        for (int largest : new int[] {1, 1024}) {
            Obstacles.Denial denial = on(obstacles(largest), NOBODY, 10, 10);
            assertEquals(List.of("unknown rule-0", "unknown rule-1"), rules(denial));
            assertEquals(List.of("unknown rule-0"), rules(on(obstacles(largest), NOBODY, 10, 4)));
        }
    }

    @Test
    void aRuleThatAppliesForSeveralReasonsIsOneGround() {
        prohibit(new Condition.Any(List.of(
                new Condition.All(List.of(from(10), new Condition.Not(collectedFrom(5)))),
                new Condition.All(List.of(collectedFrom(20), new Condition.FlagIsSet("minor"))))));
        Obstacles obstacles = obstacles(1024);
        assertSame(on(obstacles, NOBODY, 10, 4), on(obstacles, FLAGGED, 3, 20));
    }

    /** Whether an odd number of many questions has the second answer: a path for every subset of them. */
    private static int parity(Diagram diagram, int ifEven, int ifOdd) {
        int even = ifEven;
        int odd = ifOdd;
        for (int axis = 199; axis >= 0; axis--) {
            int nextEven = diagram.node(axis, new int[] {even, odd});
            odd = diagram.node(axis, new int[] {odd, even});
            even = nextEven;
        }
        return even;
    }

    @Test
    void joiningCostsWhatTheDiagramsHaveNotWhatTheirPathsAre() {
        Diagram diagram = new Diagram();
        int odd = parity(diagram, Diagram.FALSE, Diagram.TRUE);
        Obstacles.Builder builder = new Obstacles.Builder(diagram, Integer.MAX_VALUE);
        Policy.Rule rule = SmallWorld.rule("rule", Policy.Effect.PROHIBIT, from(0));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            builder.add(rule, odd, new Ground.Prohibited(rule));
            builder.add(rule, diagram.not(odd), new Ground.Prohibited(rule));
        });
    }

    @Test
    void theSameGroundsAreTheSameDenialWhetherJoinedInOneOrInSeveral() {
        for (int i = 0; i < 6; i++) {
            prohibit(from(10 * i));
            prohibit(collectedFrom(10 * i));
        }
        for (int largest : new int[] {1, 1024}) {
            Obstacles obstacles = obstacles(largest);
            Obstacles.Denial first = on(obstacles, NOBODY, 20, 30);
            assertSame(first, on(obstacles, NOBODY, 21, 30));
            assertSame(first, on(obstacles, NOBODY, 29, 39));
            Obstacles.Denial other = on(obstacles, NOBODY, 30, 20);
            assertEquals(rules(first).size(), rules(other).size());
            assertFalse(rules(first).equals(rules(other)));
        }
    }
}
