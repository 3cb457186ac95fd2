package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.document.Lines;
import dev.datause.document.Position;
import dev.datause.document.Problem;
import dev.datause.document.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a rule that can never match it is said why, and whether answers could help. */
class RuleChecksTest {
    private static final Condition MINOR = new Condition.FlagIsSet("minor");

    private static Condition which(String answer) {
        return new Condition.Answered("which", answer);
    }

    private static List<String> problems(Condition... all) {
        Policy.Rule rule = SmallWorld.permit("only", new Condition.All(List.of(all)));
        Policy policy = SmallWorld.policy(
                List.of(rule),
                List.of(new Policy.Definition("first", which("first")), new Policy.Definition("minor", MINOR)),
                Policy.Effective.ALWAYS);
        Problems problems = Problems.of("p.json", Lines.hidden());
        new RuleChecks(policy, problems).run(List.of(new PolicyReader.Placed(rule, Position.START)));
        return problems.list().stream().map(Problem::message).toList();
    }

    @Test
    void whatOneAnswerLetsMatchIsAlive() {
        assertEquals(List.of(), problems(MINOR));
        assertEquals(List.of(), problems(which("third"), MINOR));
        assertEquals(List.of(), problems(new Condition.Defined("first"), which("first"), MINOR));
    }

    @Test
    void whatNoAnswerLetsMatchIsDeadWhateverTheAnswersAre() {
        assertEquals(
                List.of("the rule only can never match: the answer to which is another"
                        + ", or the like, whatever the answers"),
                problems(which("first"), which("second")));
        assertEquals(
                List.of("the rule only can never match: the answer to which is another"
                        + ", or the like, whatever the answers"),
                problems(new Condition.Defined("first"), which("second")));
    }

    @Test
    void ofSeveralReasonsItIsTheFirst() {
        assertEquals(
                List.of("the rule only can never match: \"any\" of nothing, or the like, whatever the answers"),
                problems(which("first"), new Condition.Any(List.of())));
    }

    @Test
    void whereNoAnswerIsAskedNoneIsSpokenOf() {
        assertEquals(
                List.of("the rule only can never match: \"any\" of nothing"), problems(new Condition.Any(List.of())));
    }
}
