package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class CompilerTest {
    private static final Condition ADULT = new Condition.AgeAtLeast(18, Moment.USE);
    private static final Condition OPEN = new Condition.AudienceIs(List.of(Audience.of("public")));
    private static final Condition ADS = new Condition.PurposeIs(List.of(Purpose.of("ads")));

    private final Diagram diagram = new Diagram();

    private int compiled(Condition condition, int purpose, int audience) {
        Policy policy = SmallWorld.policy(List.of(), List.of(), Policy.Effective.ALWAYS);
        Terms terms = new Terms(policy, policy.reading("strict").orElseThrow());
        Space space = new Space.Builder(terms).add(condition).build();
        return new Compiler(terms, space, diagram, purpose, 0, 0, audience).compile(condition);
    }

    @Test
    void anAudienceThatIsSettledIsNotAsked() {
        assertEquals(Diagram.TRUE, compiled(OPEN, 0, 1));
        assertEquals(Diagram.FALSE, compiled(OPEN, 0, 2));
    }

    @Test
    void anAudienceThatIsNotGivenIsUnknownAndSoIsItsOpposite() {
        ToIntFunction<Condition> ofNobody = condition -> compiled(condition, 0, 0);
        assertTrue(Diagram.isUnknown(ofNobody.applyAsInt(OPEN)));
        assertTrue(Diagram.isUnknown(ofNobody.applyAsInt(new Condition.Not(OPEN))));
        assertEquals(List.of("audience"), diagram.missing(ofNobody.applyAsInt(OPEN)));
    }

    @Test
    void aTableAsksAboutItsDaysAndNotAboutNever() {
        Policy policy = SmallWorld.policy(List.of(), List.of(), Policy.Effective.ALWAYS);
        Terms terms = new Terms(policy, policy.reading("strict").orElseThrow());
        Space space = new Space.Builder(terms)
                .add(new Condition.FirstDayReached("starts", Moment.USE, Moment.USE))
                .add(new Condition.FirstDayReached("never", Moment.USE, Moment.USE))
                .build();
        Axis used = space.axis(space.position(Space.key(Axis.Kind.USED)));
        assertEquals(
                "[2024-02-28, 2025-11-03]",
                Arrays.stream(used.cuts).mapToObj(Days::date).toList().toString());
        assertEquals(3, used.size);
        // Unknown, the north, the south, everywhere else.
        assertEquals(4, space.axis(space.position(Space.key(Axis.Kind.PLACE))).size);
        assertEquals(2, space.axes().length);
        assertThrows(IllegalStateException.class, () -> space.position(Space.key(Axis.Kind.AGE)));
    }

    @Test
    void anAxisHasACoordinateForEachAnswerAndForUnknownWhereThatCanBe() {
        Policy policy = SmallWorld.policy(List.of(), List.of(), Policy.Effective.ALWAYS);
        Terms terms = new Terms(policy, policy.reading("strict").orElseThrow());
        Condition all = new Condition.All(List.of(
                new Condition.UsedFrom(LocalDate.of(2025, 11, 3)),
                new Condition.CollectedFrom(LocalDate.of(2025, 11, 3)),
                new Condition.UsedBeforeCollected(),
                OPEN,
                new Condition.Located(List.of("north"), Moment.USE),
                ADULT,
                new Condition.FlagIsSet("minor"),
                new Condition.TraitIs("account", List.of("standard")),
                new Condition.SettingIs("improve", true, Moment.USE, Counts.SAME_DAY),
                new Condition.SignalIs("privacy", true, Moment.USE, Counts.SAME_DAY),
                new Condition.ObjectionStands("objection", Condition.Stage.FILED, Moment.USE, Counts.SAME_DAY)));
        Space space = new Space.Builder(terms).add(all).build();
        assertEquals(
                List.of(2, 3, 3, 3, 3, 3, 2, 3, 3, 3, 4),
                Arrays.stream(space.axes()).map(axis -> axis.size).toList());
        assertEquals(
                List.of(
                        "day of use",
                        "day of collection",
                        "day of collection",
                        "audience",
                        "country at use",
                        "age at use",
                        "flag",
                        "trait account",
                        "setting improve at use",
                        "signal privacy at use",
                        "objections objection at use"),
                Arrays.stream(space.axes()).map(axis -> axis.fact).toList());
    }

    @Test
    void aSpaceMayHoldTheConditionsOfTwoPoliciesOverTheSameWords() {
        Policy yes =
                SmallWorld.policy(List.of(), List.of(new Policy.Definition("one", ADULT)), Policy.Effective.ALWAYS);
        Policy no = SmallWorld.policy(List.of(), List.of(new Policy.Definition("one", OPEN)), Policy.Effective.ALWAYS);
        Reading strict = yes.reading("strict").orElseThrow();
        Condition one = new Condition.Defined("one");
        Space space = new Space.Builder(new Terms(yes, strict))
                .add(one)
                .under(new Terms(no, strict))
                .add(one)
                .build();
        assertEquals(2, space.axes().length);
    }

    @Test
    void onceARuleCannotApplyNoMoreOfItIsCompiled() {
        assertEquals(Diagram.FALSE, compiled(new Condition.All(List.of(ADS, ADULT)), 0, 0));
        assertEquals(Diagram.TRUE, compiled(new Condition.Any(List.of(ADS, ADULT)), 1, 0));
        int first = diagram.node(7, new int[] {Diagram.TRUE, Diagram.FALSE});
        assertEquals(0, first, "no node was made before");
    }
}
