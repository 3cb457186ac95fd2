package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final int FIRST = Days.of(LocalDate.of(2025, 1, 10));
    private static final int SECOND = Days.of(LocalDate.of(2025, 2, 20));
    private static final int THIRD = Days.of(LocalDate.of(2025, 3, 31));

    private static long event(int day, int kind) {
        return (long) day << 3 | kind;
    }

    private static Timeline ofSwitch(boolean whole, long... events) {
        return Timeline.ofSwitch(events, whole);
    }

    private static Timeline ofObjections(boolean whole, long... events) {
        return Timeline.ofObjections(events, whole);
    }

    private static int same(Timeline timeline, int day) {
        return timeline.state(day, false);
    }

    private static int next(Timeline timeline, int day) {
        return timeline.state(day, true);
    }

    @Test
    void aSwitchIsWhatItsLastEventMadeIt() {
        Timeline timeline = ofSwitch(
                true,
                event(THIRD, Timeline.RESTRICT),
                event(FIRST, Timeline.RESTRICT),
                event(SECOND, Timeline.RELEASE));
        assertEquals(Timeline.FREE, same(timeline, Days.previous(FIRST)));
        assertEquals(Timeline.RESTRICTED, same(timeline, FIRST));
        assertEquals(Timeline.RESTRICTED, next(timeline, FIRST));
        assertEquals(Timeline.RESTRICTED, same(timeline, Days.previous(SECOND)));
        assertEquals(Timeline.FREE, same(timeline, SECOND));
        assertEquals(Timeline.FREE, same(timeline, Days.previous(THIRD)));
        assertEquals(Timeline.RESTRICTED, same(timeline, THIRD));
        assertEquals(Timeline.RESTRICTED, same(timeline, Days.next(THIRD)));
    }

    @Test
    void aReleaseMayCountFromTheDayAfterAndARestrictionNever() {
        Timeline timeline = ofSwitch(true, event(FIRST, Timeline.RESTRICT), event(SECOND, Timeline.RELEASE));
        assertEquals(Timeline.RESTRICTED, next(timeline, FIRST));
        assertEquals(Timeline.RESTRICTED, next(timeline, SECOND));
        assertEquals(Timeline.FREE, next(timeline, Days.next(SECOND)));
        Timeline unknown = ofSwitch(false, event(FIRST, Timeline.RELEASE));
        assertEquals(Timeline.NOTHING_KNOWN, next(unknown, FIRST));
        assertEquals(Timeline.FREE, same(unknown, FIRST));
        assertEquals(Timeline.FREE, next(unknown, Days.next(FIRST)));
    }

    @Test
    void onTheDayOfBothTheRestrictionWins() {
        Timeline timeline = ofSwitch(true, event(FIRST, Timeline.RELEASE), event(FIRST, Timeline.RESTRICT));
        assertEquals(Timeline.RESTRICTED, same(timeline, FIRST));
        assertEquals(
                Timeline.GRANTED,
                same(ofObjections(true, event(FIRST, Timeline.RESTRICT), event(FIRST, Timeline.GRANT)), FIRST));
        assertEquals(
                Timeline.FILED,
                same(ofObjections(true, event(FIRST, Timeline.RESTRICT), event(FIRST, Timeline.RELEASE)), FIRST));
    }

    @Test
    void anObjectionIsFiledThenGrantedThenWithdrawn() {
        Timeline timeline = ofObjections(
                true, event(FIRST, Timeline.RESTRICT), event(SECOND, Timeline.GRANT), event(THIRD, Timeline.RELEASE));
        assertEquals(Timeline.NO_OBJECTION, same(timeline, Days.previous(FIRST)));
        assertEquals(Timeline.FILED, same(timeline, FIRST));
        assertEquals(Timeline.GRANTED, same(timeline, SECOND));
        assertEquals(Timeline.NO_OBJECTION, same(timeline, THIRD));
        assertEquals(Timeline.GRANTED, next(timeline, THIRD));
    }

    @Test
    void filingAgainDoesNotTakeAGrantAway() {
        Timeline timeline = ofObjections(true, event(FIRST, Timeline.GRANT), event(SECOND, Timeline.RESTRICT));
        assertEquals(Timeline.GRANTED, same(timeline, SECOND));
        assertEquals(1, timeline.events());
    }

    @Test
    void whereNothingIsKnownOfBeforeAFilingMayHaveBeenGranted() {
        Timeline timeline = ofObjections(false, event(FIRST, Timeline.RESTRICT));
        assertFalse(timeline.known());
        assertEquals(Timeline.NOTHING_KNOWN, same(timeline, Days.previous(FIRST)));
        assertEquals(Timeline.GRANTED, same(timeline, FIRST));
        assertEquals(Timeline.FILED, same(ofObjections(true, event(FIRST, Timeline.RESTRICT)), FIRST));
    }

    @Test
    void withoutEventsItIsWhatIsKnownOfIt() {
        assertSame(Timeline.FREE_ALWAYS, ofSwitch(true));
        assertSame(Timeline.UNKNOWN, ofSwitch(false));
        assertSame(Timeline.NEVER_OBJECTED, ofObjections(true));
        assertSame(Timeline.UNKNOWN, ofObjections(false));
        assertTrue(Timeline.FREE_ALWAYS.known());
        assertFalse(Timeline.UNKNOWN.known());
        assertEquals(Days.UNKNOWN, Timeline.FREE_ALWAYS.lastDay());
        assertEquals(Days.NEVER, Timeline.FREE_ALWAYS.nextChangeAfter(FIRST));
    }

    @Test
    void daysThatChangeNothingAreLeftOut() {
        Timeline timeline = ofSwitch(
                true,
                event(FIRST, Timeline.RESTRICT),
                event(SECOND, Timeline.RESTRICT),
                event(THIRD, Timeline.RELEASE),
                event(Days.next(THIRD), Timeline.RELEASE));
        assertEquals(2, timeline.events());
        assertEquals(FIRST, timeline.eventDay(0));
        assertEquals(THIRD, timeline.eventDay(1));
        assertEquals(Timeline.RESTRICTED, timeline.eventState(0));
        assertEquals(Timeline.FREE, timeline.eventState(1));
        assertEquals(THIRD, timeline.lastDay());
    }

    @Test
    void itMayChangeOnTheDaysOfEventsAndOnThoseAfter() {
        Timeline timeline = ofSwitch(
                true,
                event(FIRST, Timeline.RESTRICT),
                event(SECOND, Timeline.RELEASE),
                event(THIRD, Timeline.RESTRICT));
        assertEquals(FIRST, timeline.nextChangeAfter(Days.previous(FIRST)));
        assertEquals(Days.next(FIRST), timeline.nextChangeAfter(FIRST));
        assertEquals(SECOND, timeline.nextChangeAfter(Days.next(FIRST)));
        assertEquals(Days.next(SECOND), timeline.nextChangeAfter(SECOND));
        assertEquals(THIRD, timeline.nextChangeAfter(Days.previous(THIRD)));
        assertEquals(Days.next(THIRD), timeline.nextChangeAfter(THIRD));
        assertEquals(Days.NEVER, timeline.nextChangeAfter(Days.next(THIRD)));
    }

    @Test
    void everyDayOfALongHistoryIsFound() {
        int count = 9;
        long[] events = new long[count];
        int[] days = new int[count];
        for (int i = 0; i < count; i++) {
            days[i] = Days.of(LocalDate.of(2025, 1 + i, 15));
            events[i] = event(days[i], i % 2 == 0 ? Timeline.RESTRICT : Timeline.RELEASE);
        }
        Timeline timeline = ofSwitch(true, events);
        for (int i = 0; i < count; i++) {
            int before = i % 2 == 0 ? Timeline.FREE : Timeline.RESTRICTED;
            int after = i % 2 == 0 ? Timeline.RESTRICTED : Timeline.FREE;
            assertEquals(before, same(timeline, Days.previous(days[i])));
            assertEquals(after, same(timeline, days[i]));
            assertEquals(after, same(timeline, Days.next(days[i])));
            assertEquals(days[i], timeline.nextChangeAfter(Days.previous(days[i])));
        }
    }

    @Test
    void itTellsEveryChangeInOrder() {
        Timeline timeline = ofObjections(
                true, event(FIRST, Timeline.RESTRICT), event(SECOND, Timeline.GRANT), event(THIRD, Timeline.RELEASE));
        List<String> told = new ArrayList<>();
        timeline.tell((state, released, day) -> told.add(state + " " + released + " " + Days.date(day)));
        assertEquals(List.of("2 false 2025-01-10", "3 false 2025-02-20", "1 true 2025-03-31"), told);
    }

    @Test
    void equalHistoriesAreEqualAndOthersAreNot() {
        Timeline one = ofSwitch(true, event(FIRST, Timeline.RESTRICT));
        assertEquals(one, ofSwitch(true, event(FIRST, Timeline.RESTRICT), event(FIRST, Timeline.RELEASE)));
        assertEquals(
                one.hashCode(), ofSwitch(true, event(FIRST, Timeline.RESTRICT)).hashCode());
        assertNotEquals(one, ofSwitch(false, event(FIRST, Timeline.RESTRICT)));
        assertNotEquals(one, ofSwitch(true, event(SECOND, Timeline.RESTRICT)));
        assertNotEquals(one, ofObjections(true, event(FIRST, Timeline.RESTRICT)));
        assertNotEquals(
                ofObjections(true, event(FIRST, Timeline.GRANT)), ofObjections(true, event(FIRST, Timeline.RESTRICT)));
        assertNotEquals(one, (Object) "a history");
        assertNotEquals(
                one.hashCode(), ofSwitch(true, event(SECOND, Timeline.RESTRICT)).hashCode());
        assertEquals("a history", one.toString());
    }
}
