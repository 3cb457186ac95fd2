package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EntranceTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final int COLLECTED = Days.of(DAY);
    private static final Condition IMPROVES = new Condition.SettingIs("improve", true, Moment.USE, Counts.SAME_DAY);
    private static final Condition SIGNALS = new Condition.SignalIs("privacy", true, Moment.USE, Counts.SAME_DAY);
    private static final Condition OBJECTS =
            new Condition.ObjectionStands("objection", Condition.Stage.FILED, Moment.USE, Counts.SAME_DAY);
    private static final Condition FLAGGED = new Condition.FlagIsSet("minor");
    private static final Condition STANDARD = new Condition.TraitIs("account", List.of("standard"));
    private static final Condition ADULT = new Condition.AgeAtLeast(18, Moment.USE);

    private final Policy policy = SmallWorld.policy(List.of(), List.of(), Policy.Effective.ALWAYS);
    private final Terms terms = new Terms(policy, policy.reading("strict").orElseThrow());
    private final Diagram diagram = new Diagram();
    private final Space space = new Space.Builder(terms)
            .add(new Condition.All(List.of(IMPROVES, SIGNALS, OBJECTS, FLAGGED, STANDARD, ADULT)))
            .build();

    private int node(Condition condition) {
        return new Compiler(terms, space, diagram, 0, 0, 0, Compiler.ANY_AUDIENCE).compile(condition);
    }

    private Entrance entrance(Condition outcome, Condition... others) {
        int[] nodes = new int[others.length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = node(others[i]);
        }
        return Entrance.of(SmallWorld.VOCABULARY, space, diagram, node(outcome), nodes);
    }

    private static boolean ordinary(Entrance entrance, UnaryOperator<Member.Builder> facts) {
        Member member = facts.apply(
                        Member.in(SmallWorld.VOCABULARY).othersUntouched().trait("account", "standard"))
                .build();
        return entrance.ordinary(member, COLLECTED);
    }

    @Test
    void whoNeverTouchedAnythingIsOrdinaryWhateverIsAsked() {
        for (Condition asked : List.of(IMPROVES, SIGNALS, OBJECTS, FLAGGED, STANDARD, ADULT)) {
            assertTrue(ordinary(entrance(asked), facts -> facts), asked::toString);
        }
    }

    @Test
    void whoDidIsNotWhereThatIsAsked() {
        only(IMPROVES, facts -> facts.off("improve", DAY));
        only(SIGNALS, facts -> facts.present("privacy", DAY));
        only(OBJECTS, facts -> facts.filed("objection", DAY));
        only(FLAGGED, facts -> facts.flag("minor"));
        only(STANDARD, facts -> facts.trait("account", "education"));
        assertTrue(ordinary(entrance(ADULT), facts -> facts.flag("minor").off("improve", DAY)));
    }

    private void only(Condition asked, UnaryOperator<Member.Builder> facts) {
        assertFalse(ordinary(entrance(asked), facts), asked::toString);
        assertFalse(ordinary(entrance(ADULT, asked), facts), asked::toString);
        for (Condition other : List.of(IMPROVES, SIGNALS, OBJECTS, FLAGGED, STANDARD, ADULT)) {
            assertEquals(!other.equals(asked), ordinary(entrance(other), facts), other + " where " + asked);
        }
    }

    @Test
    void withoutADayOfCollectionNobodyIsOrdinary() {
        Member member = Member.in(SmallWorld.VOCABULARY).othersUntouched().build();
        assertTrue(entrance(IMPROVES).ordinary(member, COLLECTED));
        assertFalse(entrance(IMPROVES).ordinary(member, Days.UNKNOWN));
    }

    @Test
    void ofOrdinaryMembersOnlyTheRestIsAsked() {
        assertEquals(Diagram.TRUE, entrance(IMPROVES).nodes()[1]);
        assertEquals(Diagram.FALSE, entrance(SIGNALS).nodes()[1]);
        assertEquals(Diagram.FALSE, entrance(OBJECTS).nodes()[1]);
        assertEquals(Diagram.FALSE, entrance(FLAGGED).nodes()[1]);
        assertEquals(Diagram.TRUE, entrance(STANDARD).nodes()[1]);
        Entrance both = entrance(new Condition.All(List.of(ADULT, IMPROVES, STANDARD)));
        assertEquals(node(ADULT), both.nodes()[1]);
        assertEquals(node(new Condition.All(List.of(ADULT, IMPROVES, STANDARD))), both.nodes()[0]);
        assertEquals(Diagram.TRUE, both.settled(diagram, node(IMPROVES)));
        assertEquals(node(ADULT), both.settled(diagram, node(ADULT)));
    }

    @Test
    void onTheDayOfCollectionTheTwoMomentsAreOne() {
        SameDay sameDay = new SameDay(terms);
        for (Moment moment : List.of(Moment.USE, Moment.COLLECTION)) {
            assertEquals(ADULT, sameDay.apply(new Condition.AgeAtLeast(18, moment)));
            assertEquals(
                    new Condition.Located(List.of("north"), Moment.USE),
                    sameDay.apply(new Condition.Located(List.of("north"), moment)));
        }
        Condition then = new Condition.AgeAtLeast(18, Moment.on(DAY));
        assertEquals(then, sameDay.apply(then));
    }

    @Test
    void onTheDayOfCollectionNothingIsAskedAboutCollection() {
        Policy defines = policy.toBuilder()
                .definitions(List.of(new Policy.Definition("grown", new Condition.AgeAtLeast(18, Moment.COLLECTION))))
                .build();
        SameDay sameDay =
                new SameDay(new Terms(defines, defines.reading("strict").orElseThrow()));
        assertEquals(ADULT, sameDay.apply(new Condition.Defined("grown")));
        assertEquals(new Condition.UsedFrom(DAY), sameDay.apply(new Condition.CollectedFrom(DAY)));
        assertEquals(new Condition.Any(List.of()), sameDay.apply(new Condition.UsedBeforeCollected()));
        assertEquals(new Condition.Not(ADULT), sameDay.apply(new Condition.Not(new Condition.Defined("grown"))));
    }
}
