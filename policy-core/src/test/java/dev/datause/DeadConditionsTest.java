package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can never match is called so, and what can is not. */
class DeadConditionsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final Condition OPEN = new Condition.FlagIsSet("minor");
    private static final Condition FIRST = new Condition.Answered("which", "first");
    private static final Condition SECOND = new Condition.Answered("which", "second");
    private static final Condition NEVER = new Condition.FirstDayReached("never", Moment.USE, Moment.USE);
    private static final Condition STARTS = new Condition.FirstDayReached("starts", Moment.USE, Moment.USE);
    private static final Map<String, Condition> DEFINITIONS = Map.of("open", OPEN, "dead", SECOND, "sure", FIRST);

    private static String reason(Condition condition) {
        Policy policy = SmallWorld.policy(
                List.of(), List.of(), new Policy.Effective(Optional.of(DAY), Optional.of(DAY.plusDays(9))));
        return new DeadConditions(policy, DEFINITIONS).reason(condition, Map.of("which", "first"));
    }

    private static Condition all(Condition... of) {
        return new Condition.All(List.of(of));
    }

    private static Condition any(Condition... of) {
        return new Condition.Any(List.of(of));
    }

    private static Condition not(Condition of) {
        return new Condition.Not(of);
    }

    @Test
    void whatCanMatchIsAlive() {
        for (Condition condition : List.of(
                OPEN,
                not(OPEN),
                all(),
                all(OPEN),
                any(OPEN),
                any(SECOND, OPEN),
                any(OPEN, SECOND),
                not(any()),
                not(all(OPEN)),
                not(all(FIRST, OPEN)),
                not(all(OPEN, FIRST)),
                not(any(OPEN)),
                not(any(SECOND)),
                not(not(OPEN)),
                not(not(FIRST)),
                FIRST,
                not(SECOND),
                STARTS,
                not(STARTS),
                not(NEVER),
                new Condition.Certainly(OPEN),
                new Condition.Certainly(FIRST),
                new Condition.Possibly(OPEN),
                not(new Condition.Certainly(OPEN)),
                not(new Condition.Possibly(OPEN)),
                not(new Condition.Possibly(SECOND)),
                new Condition.Defined("open"),
                new Condition.Defined("sure"),
                not(new Condition.Defined("dead")),
                not(new Condition.Defined("open")),
                new Condition.UsedFrom(DAY),
                new Condition.UsedFrom(DAY.plusDays(9)),
                not(new Condition.UsedFrom(DAY.plusDays(1))))) {
            assertNull(reason(condition), condition::toString);
        }
    }

    @Test
    void whatCannotIsDeadForAReason() {
        String other = "the answer to which is another";
        String that = "the answer to which is first";
        assertEquals(other, reason(SECOND));
        assertEquals(that, reason(not(FIRST)));
        assertEquals("\"any\" of nothing", reason(any()));
        assertEquals("the opposite of \"all\" of nothing", reason(not(all())));
        assertEquals(other, reason(all(OPEN, SECOND)));
        assertEquals(other, reason(any(SECOND, SECOND)));
        assertEquals(that, reason(not(all(FIRST, FIRST))));
        assertEquals(that, reason(not(any(OPEN, FIRST))));
        assertEquals(other, reason(not(not(SECOND))));
        assertEquals(other, reason(new Condition.Certainly(SECOND)));
        assertEquals(that, reason(not(new Condition.Possibly(FIRST))));
        assertEquals(other, reason(new Condition.Defined("dead")));
        assertEquals(that, reason(not(new Condition.Defined("sure"))));
        assertEquals("no first day of the table never ever comes", reason(NEVER));
        assertEquals(
                "used from 2025-11-13, after the last day of the policy",
                reason(new Condition.UsedFrom(DAY.plusDays(10))));
        assertEquals(
                "not used from 2025-11-03, before the first day of the policy",
                reason(not(new Condition.UsedFrom(DAY))));
    }

    @Test
    void whatContradictsItselfIsDeadHoweverItIsSaid() {
        for (Condition condition : List.of(
                all(OPEN, not(OPEN)),
                all(OPEN, all(not(OPEN))),
                all(OPEN, not(any(OPEN, FIRST))),
                all(not(OPEN), new Condition.Defined("open")),
                all(not(OPEN), new Condition.Certainly(OPEN)),
                all(OPEN, not(new Condition.Possibly(OPEN))))) {
            assertTrue(reason(condition) != null, condition::toString);
        }
        for (Condition condition : List.of(
                all(OPEN, new Condition.Possibly(not(OPEN))),
                all(OPEN, any(not(OPEN), STARTS)),
                all(OPEN, not(all(OPEN, STARTS))),
                all(OPEN, not(new Condition.FlagIsSet("other"))))) {
            assertNull(reason(condition), condition::toString);
        }
    }

    @Test
    void whatIsTurnedRoundTwiceIsAsItWas() {
        Condition otherwise = not(not(OPEN));
        assertNull(reason(all(OPEN, otherwise)));
        assertEquals("a condition and its opposite", reason(all(not(OPEN), otherwise)));
        // Not all of them: nothing is said of each.
        assertNull(reason(all(not(OPEN), not(all(OPEN, STARTS)))));
        // None of them: each is false.
        assertEquals("a condition and its opposite", reason(all(OPEN, not(any(OPEN, STARTS)))));
        assertEquals("a condition and its opposite", reason(all(OPEN, not(any(STARTS, OPEN)))));
    }

    @Test
    void aNameThatIsNotDefinedIsRefused() {
        assertEquals(
                "the policy defines no another",
                assertThrows(IllegalArgumentException.class, () -> reason(new Condition.Defined("another")))
                        .getMessage());
    }

    /** Conditions of which no two ask the same. */
    private static List<Condition> facts() {
        List<Condition> facts = new ArrayList<>();
        List<Moment> moments = List.of(Moment.USE, Moment.COLLECTION, Moment.on(DAY), Moment.on(DAY.plusDays(1)));
        for (String name : List.of("one", "two")) {
            for (Moment at : moments) {
                facts.add(new Condition.AgeAtLeast(name.equals("one") ? 16 : 18, at));
                for (Counts counts : Counts.values()) {
                    for (boolean yes : new boolean[] {true, false}) {
                        facts.add(new Condition.SettingIs(name, yes, at, counts));
                        facts.add(new Condition.SignalIs(name, yes, at, counts));
                        Condition.Stage stage = yes ? Condition.Stage.FILED : Condition.Stage.GRANTED;
                        facts.add(new Condition.ObjectionStands(name, stage, at, counts));
                    }
                }
                facts.add(new Condition.Located(List.of(name), at));
                for (Moment other : moments) {
                    facts.add(new Condition.FirstDayReached(name, at, other));
                }
            }
            facts.add(new Condition.TraitIs(name, List.of("x")));
            facts.add(new Condition.TraitIs(name, List.of("y")));
            facts.add(new Condition.FlagIsSet(name));
        }
        facts.add(new Condition.UsedBeforeCollected());
        return facts;
    }

    @Test
    void conditionsAreTheSameFactExactlyIfTheyAreEqual() {
        List<Condition> facts = facts();
        List<Condition> again = facts();
        for (int i = 0; i < facts.size(); i++) {
            for (int j = 0; j < facts.size(); j++) {
                Condition one = facts.get(i);
                Condition other = again.get(j);
                assertEquals(i == j, SameFact.same(one, other), () -> one + " and " + other);
                assertEquals(opposite(one).equals(other), SameFact.opposite(one, other), () -> one + " and " + other);
                if (i == j || SameFact.opposite(one, other)) {
                    assertEquals(SameFact.hash(one), SameFact.hash(other), () -> one + " and " + other);
                }
            }
        }
    }

    /** The setting or signal in the other state; something that is no fact for all others. */
    private static Condition opposite(Condition one) {
        if (one instanceof Condition.SettingIs is) {
            return new Condition.SettingIs(is.setting(), !is.on(), is.at(), is.onCounts());
        }
        if (one instanceof Condition.SignalIs is) {
            return new Condition.SignalIs(is.signal(), !is.present(), is.at(), is.absentCounts());
        }
        return all();
    }

    @Test
    void aPlaceIsThatOfTheLastKeyFoundOnThePath() {
        String json = "{\"a\": {\"b\": [1, {\"c\": 2}]},\n \"d\": 3}";
        Node.Members root = (Node.Members) JsonDocument.read("d.json", ExamplePolicy.bytes(json), Limits.STANDARD)
                .root();
        Places places = new Places(root);
        assertEquals(Position.START, places.of());
        assertEquals(Position.START, places.of("none"));
        assertEquals(new Position(1, 2), places.of("a"));
        assertEquals(new Position(1, 8), places.of("a", "b"));
        assertEquals(new Position(1, 14), places.of("a", "b", "0"));
        assertEquals(new Position(1, 18), places.of("a", "b", "1", "c"));
        assertEquals(new Position(1, 2), places.of("a", "none", "d"));
        assertEquals(new Position(2, 2), places.of("d"));
        assertEquals(new Position(2, 2), places.of("d", "e"));
    }

    @Test
    void namesAreOrderedByWhatTheyUseAndCirclesAreFound() {
        NameGraph graph = new NameGraph();
        graph.add("top", List.of("middle", "bottom", "elsewhere"));
        graph.add("middle", List.of("bottom"));
        graph.add("bottom", List.of());
        assertEquals(graph, graph.walked());
        assertEquals(List.of("bottom", "middle", "elsewhere", "top"), graph.order());
        assertEquals(List.of(), graph.circles());
        assertEquals(3, graph.height("top"));
        assertEquals(2, graph.height("middle"));
        assertEquals(1, graph.height("bottom"));
        assertEquals(0, graph.height("never heard of"));
        NameGraph circular = new NameGraph();
        circular.add("in", List.of("a"));
        circular.add("a", List.of("b"));
        circular.add("b", List.of("a", "self"));
        circular.add("self", List.of("self"));
        assertEquals(
                List.of(List.of("a", "b"), List.of("self")), circular.walked().circles());
    }
}
