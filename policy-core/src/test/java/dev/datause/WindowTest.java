package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final Passage PASSAGE =
            Passage.of(Purpose.of("training"), Recipient.of("owner"), Category.of("post"), DAY);

    /** Which of the days around the third are taken as days of use, by their number. */
    private static List<Integer> used(Window window) {
        List<Integer> taken = new ArrayList<>();
        for (int day = 1; day <= 6; day++) {
            if (window.takesUsed(Days.of(DAY.withDayOfMonth(day)))) {
                taken.add(day);
            }
        }
        return taken;
    }

    /** Which of them are taken as days of collection of what is used on one; 0 is an unknown day. */
    private static List<Integer> collected(Window window, int usedOn) {
        int used = Days.of(DAY.withDayOfMonth(usedOn));
        List<Integer> taken = new ArrayList<>();
        if (window.takesCollected(used, Days.UNKNOWN)) {
            taken.add(0);
        }
        for (int day = 1; day <= 6; day++) {
            if (window.takesCollected(used, Days.of(DAY.withDayOfMonth(day)))) {
                taken.add(day);
            }
        }
        return taken;
    }

    @Test
    void ofAllDaysEachIsTaken() {
        assertEquals(List.of(1, 2, 3, 4, 5, 6), used(Window.ALL));
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), collected(Window.ALL, 3));
    }

    @Test
    void onTheSameDayOnlyThatOneIs() {
        assertEquals(List.of(1, 2, 3, 4, 5, 6), used(Window.SAME_DAY));
        assertEquals(List.of(3), collected(Window.SAME_DAY, 3));
    }

    @Test
    void ofAPassageWhatIsUsedWasCollectedBeforeOrOnTheDay() {
        Window open = Window.of(PASSAGE);
        assertEquals(List.of(3, 4, 5, 6), used(open));
        assertEquals(List.of(0, 1, 2, 3, 4), collected(open, 4));
        Window until = Window.of(PASSAGE.usedUntil(DAY.plusDays(1)));
        assertEquals(List.of(3, 4), used(until));
        Window declared = Window.of(PASSAGE.collected(DAY.minusDays(1), DAY.plusDays(1)));
        assertEquals(List.of(2, 3, 4), collected(declared, 6));
        assertEquals(List.of(2, 3), collected(declared, 3));
    }

    @Test
    void onOneDayWhatIsUsedWasCollectedUpToTheDaySinceWhichFactsAreSteady() {
        Window since = Window.on(DAY.plusDays(2), DAY, false);
        assertEquals(List.of(5), used(since));
        assertEquals(List.of(0, 1, 2, 3), collected(since, 5));
        Window sameDay = Window.on(DAY.plusDays(2), DAY, true);
        assertEquals(List.of(5), used(sameDay));
        assertEquals(List.of(5), collected(sameDay, 5));
        assertEquals(Days.of(DAY), sameDay.steadySince());
    }
}
