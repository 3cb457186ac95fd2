package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tables that answer the first questions are as large as it takes to answer as many as fit, and no larger. */
class FrontTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final Policy POLICY = SmallWorld.policy();
    private static final Terms TERMS = new Terms(POLICY, POLICY.readings().get(0));

    private static Front front(Condition condition) {
        Space space = new Space.Builder(TERMS).add(condition).build();
        Diagram diagram = new Diagram();
        Compiler compiler = new Compiler(TERMS, space, diagram, 0, 0, 0, Compiler.ANY_AUDIENCE);
        int[] roots = {compiler.compile(condition)};
        int[] code = diagram.flatten(roots);
        return Front.of(space.axes(), new Front.Root(code, roots[0]));
    }

    private static void has(int places, int settled, Condition condition) {
        Front front = front(condition);
        assertEquals(places, front.places());
        assertEquals(
                settled,
                IntStream.range(0, places)
                        .filter(place -> front.node(0, place) < 0)
                        .count());
    }

    private static Condition all(Condition... of) {
        return new Condition.All(List.of(of));
    }

    private static Condition all(int days, IntFunction<Condition> each) {
        return new Condition.All(IntStream.range(0, days).mapToObj(each).toList());
    }

    private static Condition adult(int day) {
        return new Condition.AgeAtLeast(18, Moment.on(DAY.plusDays(day)));
    }

    private static Condition inTheNorth(int day) {
        return new Condition.Located(List.of("north"), Moment.on(DAY.plusDays(day)));
    }

    @Test
    void aPlaceForEachAnswerThatLeadsApart() {
        has(1, 1, all());
        has(2, 2, new Condition.UsedFrom(DAY));
        // Unknown, in the north or elsewhere; unknown, of age or not.
        has(3, 3, inTheNorth(0));
        has(3, 3, adult(0));
        // Five rows: before the day it matters from where, since it does later; those who are elsewhere are one.
        has(5 * 3, 5 * 3, all(new Condition.UsedFrom(DAY), inTheNorth(0), adult(0)));
    }

    @Test
    void whatAMemberSwitchedIsLeftToTheWalk() {
        has(3, 1, all(inTheNorth(0), new Condition.SettingIs("improve", true, Moment.USE, Counts.NEXT_DAY)));
    }

    @Test
    void asManyQuestionsAreTakenAsKeepTheTablesSmall() {
        // Three answers each, of which the table of days and places has rows for those that lead apart.
        has(729, 729, all(6, FrontTest::adult));
        has(2_187, 2_187, all(7, FrontTest::adult));
        has(2_187, 2_059, all(8, FrontTest::adult));
        has(129, 129, all(7, FrontTest::inTheNorth));
        has(129, 1, all(8, FrontTest::inTheNorth));
        // Both tables together: ages are given up for the rows of days and places.
        has(65 * 27, 1_243, all(all(6, FrontTest::inTheNorth), all(6, FrontTest::adult)));
        has(129 * 27, 2_459, all(all(7, FrontTest::inTheNorth), all(7, FrontTest::adult)));
        has(129, 1, all(all(8, FrontTest::inTheNorth), all(8, FrontTest::adult)));
    }
}
