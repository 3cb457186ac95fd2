package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DiagramTest {
    /** So many questions one after the other have more paths than anybody can walk. */
    private static final int MANY = 200;

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Diagram diagram = new Diagram();
    private final int country = diagram.unknown(List.of("country"));
    private final int age = diagram.unknown(List.of("age"));

    private int ask(int axis, int... children) {
        return diagram.node(axis, children);
    }

    private int yesNo(int axis) {
        return ask(axis, Diagram.FALSE, Diagram.TRUE);
    }

    /** Whether an odd number of {@link #MANY} questions has the second answer: a path for every subset of them. */
    private int parity(int from, int ifEven, int ifOdd) {
        int even = ifEven;
        int odd = ifOdd;
        for (int axis = MANY - 1; axis >= from; axis--) {
            int nextEven = ask(axis, even, odd);
            odd = ask(axis, odd, even);
            even = nextEven;
        }
        return even;
    }

    private static void soon(org.junit.jupiter.api.function.Executable work) {
        Assertions.assertTimeoutPreemptively(SOON, work);
    }

    @Test
    void endsAreNoNodesAndOnlyMissingFactsAreUnknown() {
        for (int end : new int[] {Diagram.TRUE, Diagram.FALSE, country, age}) {
            assertTrue(Diagram.isEnd(end));
        }
        assertFalse(Diagram.isEnd(yesNo(0)));
        assertEquals(0, yesNo(0));
        assertFalse(Diagram.isUnknown(Diagram.TRUE));
        assertFalse(Diagram.isUnknown(Diagram.FALSE));
        assertTrue(Diagram.isUnknown(country));
        assertEquals(List.of("country"), diagram.missing(country));
        assertEquals(List.of("age"), diagram.missing(age));
        assertEquals(country, diagram.unknown(List.of("country")));
        assertNotEquals(country, age);
    }

    @Test
    void aQuestionWhoseAnswersAreAlikeIsNotAskedAndNoneIsThereTwice() {
        assertEquals(Diagram.TRUE, ask(3, Diagram.TRUE, Diagram.TRUE, Diagram.TRUE));
        assertEquals(country, ask(3, country, country));
        int one = ask(3, Diagram.TRUE, Diagram.FALSE, Diagram.TRUE);
        assertEquals(one, ask(3, Diagram.TRUE, Diagram.FALSE, Diagram.TRUE));
        assertNotEquals(one, ask(4, Diagram.TRUE, Diagram.FALSE, Diagram.TRUE));
        assertNotEquals(one, ask(3, Diagram.TRUE, Diagram.TRUE, Diagram.FALSE));
        assertEquals(3, diagram.axis(one));
        assertEquals(3, diagram.width(one));
        assertEquals(Diagram.FALSE, diagram.child(one, 1));
        assertEquals(Diagram.TRUE, diagram.child(one, 2));
    }

    @Test
    void unknownIsFalseWithFalseAndTrueWithTrueAndMissesEverythingWithItsLike() {
        assertEquals(Diagram.FALSE, diagram.and(country, Diagram.FALSE));
        assertEquals(Diagram.FALSE, diagram.and(Diagram.FALSE, country));
        assertEquals(country, diagram.and(country, Diagram.TRUE));
        assertEquals(country, diagram.and(Diagram.TRUE, country));
        assertEquals(Diagram.TRUE, diagram.or(country, Diagram.TRUE));
        assertEquals(country, diagram.or(Diagram.FALSE, country));
        assertEquals(country, diagram.and(country, country));
        assertEquals(List.of("age", "country"), diagram.missing(diagram.and(country, age)));
        assertEquals(diagram.and(country, age), diagram.or(age, country));
        assertEquals(country, diagram.not(country));
        assertEquals(Diagram.TRUE, diagram.not(Diagram.FALSE));
        assertEquals(Diagram.FALSE, diagram.not(Diagram.TRUE));
        assertEquals(Diagram.FALSE, diagram.certainly(country));
        assertEquals(Diagram.TRUE, diagram.certainly(Diagram.TRUE));
        assertEquals(Diagram.FALSE, diagram.certainly(Diagram.FALSE));
        assertEquals(Diagram.TRUE, diagram.possibly(country));
        assertEquals(Diagram.TRUE, diagram.possibly(Diagram.TRUE));
        assertEquals(Diagram.FALSE, diagram.possibly(Diagram.FALSE));
    }

    @Test
    void whatIsJoinedIsAskedInTheOrderOfTheAxes() {
        int first = yesNo(1);
        int second = ask(2, country, Diagram.FALSE, Diagram.TRUE);
        int both = ask(1, Diagram.FALSE, second);
        assertEquals(both, diagram.and(first, second));
        assertEquals(both, diagram.and(second, first));
        assertEquals(ask(1, second, Diagram.TRUE), diagram.or(second, first));
        assertEquals(ask(1, Diagram.FALSE, country), diagram.and(first, country));
        assertEquals(ask(1, Diagram.FALSE, country), diagram.and(country, first));
        assertEquals(
                ask(2, diagram.and(country, age), Diagram.FALSE, country),
                diagram.and(second, ask(2, age, age, country)));
        assertEquals(Diagram.FALSE, diagram.and(first, diagram.not(first)));
        assertEquals(first, diagram.not(diagram.not(first)));
    }

    @Test
    void certainlyAndPossiblySettleWhatIsUnknown() {
        int node = ask(1, country, Diagram.FALSE, Diagram.TRUE);
        assertEquals(ask(1, Diagram.FALSE, Diagram.FALSE, Diagram.TRUE), diagram.certainly(node));
        assertEquals(ask(1, Diagram.TRUE, Diagram.FALSE, Diagram.TRUE), diagram.possibly(node));
    }

    @Test
    void twoNodesMeetWhereBothAreTrue() {
        int first = yesNo(1);
        int second = yesNo(2);
        assertTrue(diagram.meet(first, first));
        assertTrue(diagram.meet(first, second));
        assertTrue(diagram.meet(second, first));
        assertTrue(diagram.meet(first, Diagram.TRUE));
        assertTrue(diagram.meet(Diagram.TRUE, first));
        assertFalse(diagram.meet(first, Diagram.FALSE));
        assertFalse(diagram.meet(Diagram.FALSE, first));
        assertFalse(diagram.meet(Diagram.FALSE, Diagram.FALSE));
        assertFalse(diagram.meet(first, diagram.not(first)));
        assertFalse(diagram.meet(ask(1, Diagram.FALSE, second), diagram.not(second)));
        assertTrue(diagram.meet(ask(1, Diagram.FALSE, second), ask(2, Diagram.FALSE, Diagram.TRUE)));
        assertTrue(diagram.meet(ask(1, second, Diagram.FALSE), ask(1, second, Diagram.TRUE)));
        int wide = ask(3, Diagram.FALSE, Diagram.FALSE, Diagram.TRUE);
        assertTrue(diagram.meet(first, wide));
        assertTrue(diagram.meet(wide, first));
        int early = ask(0, Diagram.FALSE, Diagram.FALSE, first);
        assertTrue(diagram.meet(early, second));
        assertTrue(diagram.meet(second, early));
        assertFalse(diagram.meet(early, diagram.not(first)));
        assertFalse(diagram.meet(diagram.not(first), early));
    }

    @Test
    void whatIsSettledIsAskedNoMore() {
        int second = yesNo(2);
        int node = ask(1, second, ask(3, second == 0 ? Diagram.TRUE : Diagram.FALSE, country));
        int[] settled = {-1, -1, 1, -1};
        assertEquals(ask(1, Diagram.TRUE, diagram.child(node, 1)), diagram.settle(node, settled, new HashMap<>()));
        settled[1] = 0;
        assertEquals(Diagram.TRUE, diagram.settle(node, settled, new HashMap<>()));
        assertEquals(country, diagram.settle(country, settled, new HashMap<>()));
        int[] nothing = {-1, -1, -1, -1};
        assertEquals(node, diagram.settle(node, nothing, new HashMap<>()));
    }

    @Test
    void itKnowsWhatIsMissingWhatIsAskedAndHowLargeItIs() {
        int second = ask(2, country, Diagram.TRUE);
        int node = ask(1, age, second, second);
        assertEquals(Set.of(age, country), diagram.unknownEnds(node));
        assertEquals(Set.of(country), diagram.unknownEnds(country));
        assertEquals(Set.of(), diagram.unknownEnds(Diagram.TRUE));
        assertEquals(2, diagram.reachable(node));
        assertEquals(1, diagram.reachable(second));
        assertEquals(1, diagram.reachable(Diagram.FALSE));
        Set<Integer> axes = new TreeSet<>();
        diagram.axes(node, axes);
        assertEquals(Set.of(1, 2), axes);
        diagram.axes(Diagram.TRUE, axes);
        assertEquals(Set.of(1, 2), axes);
    }

    @Test
    void itIsFlattenedWithEachNodeOnce() {
        int third = ask(3, Diagram.FALSE, country);
        int second = ask(2, third, Diagram.TRUE, third);
        int[] roots = {second, Diagram.TRUE, third, second};
        int[] code = diagram.flatten(roots);
        assertEquals("[2, 4, -1, 4, 3, -2, -3]", Arrays.toString(code));
        assertEquals("[0, -1, 4, 0]", Arrays.toString(roots));
    }

    @Test
    void pairsOfNodesHaveKeysOfTheirOwn() {
        assertNotEquals(Diagram.pair(1, 2), Diagram.pair(2, 1));
        assertNotEquals(Diagram.pair(-1, 2), Diagram.pair(1, 2));
        assertNotEquals(Diagram.pair(1, -2), Diagram.pair(0, -2));
        Set<Integer> hashes = new TreeSet<>();
        for (int a = 0; a < 100; a++) {
            for (int b = 0; b < 100; b++) {
                hashes.add(Long.hashCode(Diagram.pair(a, b)));
            }
        }
        assertTrue(hashes.size() > 9_900, hashes.size() + " of 10,000");
    }

    @Test
    void joiningCostsWhatTheDiagramsHaveNotWhatTheirPathsAre() {
        int odd = parity(0, Diagram.FALSE, Diagram.TRUE);
        int oddOfSome = parity(1, Diagram.FALSE, Diagram.TRUE);
        soon(() -> assertNotEquals(Diagram.FALSE, diagram.and(odd, oddOfSome)));
    }

    @Test
    void turningCostsWhatTheDiagramHas() {
        int odd = parity(0, Diagram.FALSE, Diagram.TRUE);
        int even = parity(0, Diagram.TRUE, Diagram.FALSE);
        soon(() -> assertEquals(even, diagram.not(odd)));
    }

    @Test
    void beingCertainCostsWhatTheDiagramHas() {
        int odd = parity(0, country, Diagram.TRUE);
        soon(() -> assertEquals(parity(0, Diagram.FALSE, Diagram.TRUE), diagram.certainly(odd)));
    }

    @Test
    void settlingCostsWhatTheDiagramHas() {
        int odd = parity(0, Diagram.FALSE, Diagram.TRUE);
        int[] settled = new int[MANY];
        Arrays.fill(settled, -1);
        settled[MANY - 1] = 0;
        soon(() -> assertEquals(MANY - 2, diagram.axis(deepest(diagram.settle(odd, settled, new HashMap<>())))));
    }

    private int deepest(int node) {
        int at = node;
        while (!Diagram.isEnd(diagram.child(at, 0))) {
            at = diagram.child(at, 0);
        }
        return at;
    }

    @Test
    void lookingWhereTwoMeetCostsWhatTheyHave() {
        int odd = parity(0, Diagram.FALSE, Diagram.TRUE);
        int even = parity(0, Diagram.TRUE, Diagram.FALSE);
        soon(() -> assertFalse(diagram.meet(odd, even)));
    }

    @Test
    void aNodeIsFoundAmongManySoon() {
        soon(() -> {
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 60_000; i++) {
                    assertEquals(i, ask(1, i, Diagram.TRUE));
                }
            }
        });
    }

    @Test
    void lookingThroughADiagramCostsWhatItHas() {
        int odd = parity(0, country, Diagram.TRUE);
        soon(() -> {
            assertEquals(2 * MANY - 1, diagram.reachable(odd));
            assertEquals(Set.of(country), diagram.unknownEnds(odd));
            assertEquals(3 * (2 * MANY - 1), diagram.flatten(new int[] {odd}).length);
        });
    }

    @Test
    void ofMoreThanAMemoryShouldHoldItIsSaidHowManyAreTaken() {
        for (int i = 2; i < 65_536; i++) {
            diagram.unknown(List.of("fact " + i));
        }
        assertEquals(country, diagram.unknown(List.of("country")));
        assertTrue(assertThrows(AnalysisLimitException.class, () -> diagram.unknown(List.of("one more")))
                .getMessage()
                .contains("needs 65537 sets"));

        for (int i = 0; i < 262_144; i++) {
            ask(1, i, Diagram.TRUE);
        }
        assertEquals(0, ask(1, 0, Diagram.TRUE));
        assertTrue(assertThrows(AnalysisLimitException.class, () -> ask(2, 0, Diagram.TRUE))
                .getMessage()
                .contains("needs 262145 cases"));
    }
}
