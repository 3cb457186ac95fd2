package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static final int DAY = Days.of(LocalDate.of(2025, 11, 3));
    private static final int BIRTH = Days.of(LocalDate.of(2008, 2, 29));

    private static final Member NOBODY = Member.in(SmallWorld.VOCABULARY).build();

    private static Axis axis(Axis.Kind kind, int at, int... cuts) {
        return Axis.cut(new Axis.Key(kind, 0, at, false), cuts, cuts.length + 2, "fact");
    }

    private static Axis plain(Axis.Kind kind, int slot, int at) {
        return Axis.plain(new Axis.Key(kind, 0, at, false), slot, 4, "fact");
    }

    /** Few cuts are tried one by one, many are searched. */
    @Test
    void anIntervalIsTheNumberOfCutsOnOrBeforeADay() {
        for (int count = 0; count < 20; count++) {
            int[] cuts = new int[count];
            for (int i = 0; i < count; i++) {
                cuts[i] = 10 * (i + 1);
            }
            for (int day = 5; day <= 10 * count + 5; day++) {
                assertEquals(Math.min(count, day / 10), Axis.interval(cuts, day), count + " cuts, " + day);
            }
        }
    }

    @Test
    void aMomentIsTheDayOfUseThatOfCollectionOrItself() {
        assertEquals(1, Axis.day(Axis.AT_USE, 1, 2));
        assertEquals(2, Axis.day(Axis.AT_COLLECTION, 1, 2));
        assertEquals(DAY, Axis.day(DAY, 1, 2));
    }

    @Test
    void itChangesNextOnTheNextCut() {
        Axis used = axis(Axis.Kind.USED, Axis.AT_USE, DAY, Days.next(DAY));
        assertEquals(DAY, used.nextChangeAfter(NOBODY, Days.previous(DAY), Days.UNKNOWN));
        assertEquals(Days.next(DAY), used.nextChangeAfter(NOBODY, DAY, Days.UNKNOWN));
        assertEquals(Days.NEVER, used.nextChangeAfter(NOBODY, Days.next(DAY), Days.UNKNOWN));
    }

    @Test
    void itChangesNextOnTheNextBirthdayThatMatters() {
        Axis age = axis(Axis.Kind.AGE, Axis.AT_USE, 16, 18);
        Member member = Member.in(SmallWorld.VOCABULARY).born(Days.date(BIRTH)).build();
        int sixteen = Days.of(LocalDate.of(2024, 2, 29));
        int eighteen = Days.of(LocalDate.of(2026, 3, 1));
        assertEquals(sixteen, age.nextChangeAfter(member, Days.previous(sixteen), Days.UNKNOWN));
        assertEquals(eighteen, age.nextChangeAfter(member, sixteen, Days.UNKNOWN));
        assertEquals(Days.NEVER, age.nextChangeAfter(member, eighteen, Days.UNKNOWN));
        assertEquals(Days.NEVER, age.nextChangeAfter(NOBODY, sixteen, Days.UNKNOWN));
        assertEquals(1, age.coordinate(member, Days.previous(sixteen), Days.UNKNOWN, 0));
        assertEquals(2, age.coordinate(member, sixteen, Days.UNKNOWN, 0));
        assertEquals(3, age.coordinate(member, eighteen, Days.UNKNOWN, 0));
        assertEquals(0, age.coordinate(NOBODY, eighteen, Days.UNKNOWN, 0));
        assertEquals(0, axis(Axis.Kind.AGE, Axis.AT_COLLECTION, 16).coordinate(member, eighteen, Days.UNKNOWN, 0));
    }

    @Test
    void itChangesNextWithTheOrderOfTheDaysAMoveOrAnEvent() {
        int later = Days.next(DAY);
        Axis order = plain(Axis.Kind.ORDER, 0, Axis.AT_USE);
        assertEquals(later, order.nextChangeAfter(NOBODY, DAY, later));
        assertEquals(Days.NEVER, order.nextChangeAfter(NOBODY, DAY, DAY));
        assertEquals(Days.NEVER, order.nextChangeAfter(NOBODY, DAY, Days.UNKNOWN));
        Member member = Member.in(SmallWorld.VOCABULARY)
                .moved(Days.date(later), "NO")
                .untouched("share")
                .off("share", Days.date(later))
                .build();
        assertEquals(later, plain(Axis.Kind.PLACE, 0, Axis.AT_USE).nextChangeAfter(member, DAY, Days.UNKNOWN));
        assertEquals(later, plain(Axis.Kind.SETTING, 1, Axis.AT_USE).nextChangeAfter(member, DAY, Days.UNKNOWN));
        for (Axis.Kind kind : EnumSet.of(Axis.Kind.COLLECTED, Axis.Kind.AUDIENCE, Axis.Kind.FLAG, Axis.Kind.TRAIT)) {
            assertEquals(Days.NEVER, plain(kind, 0, Axis.AT_USE).nextChangeAfter(member, DAY, later));
        }
    }

    @Test
    void theOrderIsUnknownInOrderOrUsedFirst() {
        Axis order = plain(Axis.Kind.ORDER, 0, Axis.AT_USE);
        assertEquals(0, order.coordinate(NOBODY, DAY, Days.UNKNOWN, 0));
        assertEquals(Axis.IN_ORDER, order.coordinate(NOBODY, DAY, DAY, 0));
        assertEquals(Axis.USED_FIRST, order.coordinate(NOBODY, DAY, Days.next(DAY), 0));
    }

    @Test
    void onlyWhatIsAskedOnTheDayOfUseDependsOnIt() {
        Set<Axis.Kind> always = EnumSet.of(Axis.Kind.USED, Axis.Kind.ORDER);
        Set<Axis.Kind> never = EnumSet.of(Axis.Kind.COLLECTED, Axis.Kind.AUDIENCE, Axis.Kind.FLAG, Axis.Kind.TRAIT);
        for (Axis.Kind kind : Axis.Kind.values()) {
            assertEquals(!never.contains(kind), plain(kind, 0, Axis.AT_USE).dependsOnUse());
            assertEquals(
                    always.contains(kind), plain(kind, 0, Axis.AT_COLLECTION).dependsOnUse());
        }
    }

    @Test
    void valuesAndHistoriesAreSteadyAndHaveAnOrdinaryState() {
        Set<Axis.Kind> values = EnumSet.of(Axis.Kind.FLAG, Axis.Kind.TRAIT);
        Set<Axis.Kind> histories = EnumSet.of(Axis.Kind.SETTING, Axis.Kind.SIGNAL, Axis.Kind.OBJECTION);
        for (Axis.Kind kind : Axis.Kind.values()) {
            Axis axis = plain(kind, 2, Axis.AT_USE);
            assertEquals(values.contains(kind) || histories.contains(kind), axis.isSteady());
            assertEquals(
                    values.contains(kind) ? 3 * (5 + 2) : histories.contains(kind) ? 3 * 2 : -1, axis.steadyShift(5));
            if (!axis.isSteady()) {
                assertThrows(IllegalStateException.class, axis::ordinary);
            }
        }
        assertEquals(0, plain(Axis.Kind.FLAG, 0, Axis.AT_USE).ordinary());
        assertEquals(1, plain(Axis.Kind.TRAIT, 0, Axis.AT_USE).ordinary());
        assertEquals(
                Timeline.NO_OBJECTION,
                plain(Axis.Kind.OBJECTION, 0, Axis.AT_USE).ordinary());
        assertEquals(Timeline.FREE, plain(Axis.Kind.SETTING, 0, Axis.AT_USE).ordinary());
        assertEquals(Timeline.FREE, plain(Axis.Kind.SIGNAL, 0, Axis.AT_USE).ordinary());
    }

    @Test
    void keysAreEqualInAllPartsAndStandInTheirOrder() {
        Axis.Key key = new Axis.Key(Axis.Kind.SETTING, 1, DAY, false);
        assertEquals(key, new Axis.Key(Axis.Kind.SETTING, 1, DAY, false));
        assertEquals(key.hashCode(), new Axis.Key(Axis.Kind.SETTING, 1, DAY, false).hashCode());
        for (Axis.Key greater : new Axis.Key[] {
            new Axis.Key(Axis.Kind.SIGNAL, 0, Axis.AT_USE, false),
            new Axis.Key(Axis.Kind.SETTING, 2, Axis.AT_USE, false),
            new Axis.Key(Axis.Kind.SETTING, 1, Days.next(DAY), false),
            new Axis.Key(Axis.Kind.SETTING, 1, DAY, true)
        }) {
            assertTrue(key.compareTo(greater) < 0);
            assertTrue(greater.compareTo(key) > 0);
            assertNotEquals(key, greater);
            assertNotEquals(key.hashCode(), greater.hashCode());
        }
        assertFalse(key.equals((Object) "key"));
        assertEquals(key, Axis.plain(key, 0, 3, "fact").key());
    }
}
