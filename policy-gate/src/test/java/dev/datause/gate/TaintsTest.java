package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.Condition;
import dev.datause.Passage;
import dev.datause.Purpose;
import dev.datause.Recipient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days that lie in each other, guards that say more than others, and what is left of what passes them. */
class TaintsTest {
    /** {@code *} is always, {@code -} never, and {@code 3-5} from the third to the fifth of January. */
    private static Span span(String text) {
        if (text.equals("*")) {
            return Span.ALWAYS;
        }
        if (text.equals("-")) {
            return Span.NONE;
        }
        int dash = text.indexOf('-');
        return Span.of(Optional.of(new Window(day(text.substring(0, dash)), day(text.substring(dash + 1)))));
    }

    private static Optional<LocalDate> day(String day) {
        return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.of(2026, 1, Integer.parseInt(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "*, *, true, *",
        "*, 1-2, true, 1-2",
        "1-2, *, false, 1-2",
        "1-5, 2-4, true, 2-4",
        "2-4, 1-5, false, 2-4",
        "1-5, 1-5, true, 1-5",
        "1-5, 1-4, true, 1-4",
        "1-5, 2-5, true, 2-5",
        "2-5, 1-5, false, 2-5",
        "1-4, 1-5, false, 1-4",
        "1-4, 3-6, false, 3-4",
        "3-6, 1-4, false, 3-4",
        "1-3, 3-6, false, 3-3",
        "1-2, 3-6, false, -",
        "3-6, 1-2, false, -",
        "3-, 1-4, false, 3-4",
        "-4, 3-, false, 3-4",
        "1-2, -, true, -",
        "-, 1-2, false, -",
        "-, -, true, -",
        "*, -, true, -"
    })
    void daysLieInOthersOrMeetThem(String one, String other, boolean covers, String both) {
        assertEquals(covers, span(one).covers(span(other)));
        assertEquals(span(both), span(one).and(span(other)));
    }

    private static Filter flag(String flag) {
        return Filter.of(new Condition.FlagIsSet(flag));
    }

    private static Transfer guarded(Span runs, Filter... filters) {
        return new Transfer(List.of(filters), Set.of(), runs);
    }

    @Test
    void aGuardSaysMoreOnMoreDays() {
        GuardSets sets = new GuardSets();
        int a = sets.after(GuardSets.NONE, 1, guarded(Span.ALWAYS, flag("a")));
        int ab = sets.after(a, 2, guarded(Span.ALWAYS, flag("b")));
        int ba = sets.after(
                sets.after(GuardSets.NONE, 2, guarded(Span.ALWAYS, flag("b"))), 1, guarded(Span.ALWAYS, flag("a")));
        int early = sets.after(a, 3, guarded(span("1-5")));
        int earlyA = sets.after(GuardSets.NONE, 4, guarded(span("1-5"), flag("a")));
        int both = sets.after(earlyA, 1, guarded(Span.ALWAYS, flag("a")));
        assertEquals(ab, ba);
        assertEquals(ab, sets.after(ab, 1, guarded(Span.ALWAYS, flag("a"))));
        assertEquals(early, earlyA);
        assertEquals(GuardSets.UNTOLD, sets.after(GuardSets.UNTOLD, 1, guarded(Span.ALWAYS, flag("a"))));
        assertEquals(span("1-5"), sets.days(earlyA));
        assertEquals(span("1-5"), sets.days(both));
        assertEquals(1, sets.tokens(both).size());
        assertEquals(Span.ALWAYS, sets.tokens(both).get(0).days());
        assertEquals(flag("a"), sets.filter(sets.tokens(both).get(0)));
        assertEquals(flag("a"), sets.filter(sets.tokens(a).get(0)));
        assertEquals(List.of(), sets.tokens(GuardSets.UNTOLD));

        passes(sets, true, a, a);
        passes(sets, true, a, GuardSets.NONE);
        passes(sets, true, ab, a);
        passes(sets, false, a, ab);
        passes(sets, false, GuardSets.NONE, a);
        passes(sets, true, a, earlyA);
        passes(sets, false, earlyA, a);
        passes(sets, true, both, earlyA);
        passes(sets, true, a, GuardSets.UNTOLD);
        passes(sets, false, GuardSets.NONE, GuardSets.UNTOLD);
        passes(sets, false, GuardSets.UNTOLD, GuardSets.NONE);
        passes(sets, true, GuardSets.UNTOLD, GuardSets.UNTOLD);
    }

    private static void passes(GuardSets sets, boolean expected, int narrow, int wide) {
        assertEquals(expected, sets.passes(narrow, wide), narrow + " " + wide);
    }

    /** Whether all that one set says the other says too, asked of each filter by itself. */
    private static boolean saysAll(GuardSets sets, int narrow, int wide) {
        if (narrow == GuardSets.UNTOLD || wide == GuardSets.UNTOLD) {
            return wide == GuardSets.UNTOLD && narrow != GuardSets.NONE;
        }
        return sets.days(narrow).covers(sets.days(wide))
                && sets.tokens(wide).stream()
                        .allMatch(said -> sets.tokens(narrow).stream()
                                .anyMatch(more -> more.filter() == said.filter()
                                        && more.days().covers(said.days())));
    }

    @Test
    void oneSetOfGuardsPassesAnotherIfItSaysAllOfItAndNoTwoPassEachOther() {
        List<Transfer> transfers = new ArrayList<>();
        for (String days : List.of("*", "1-5", "2-3", "7-8")) {
            transfers.add(guarded(span(days)));
            transfers.add(guarded(span(days), flag("a")));
            transfers.add(guarded(span(days), flag("b"), flag("a")));
        }
        Tries.of(20, random -> {
            GuardSets sets = new GuardSets();
            List<Integer> reached = new ArrayList<>(List.of(GuardSets.NONE, GuardSets.UNTOLD));
            for (int i = 0; i < 20; i++) {
                int set = reached.get(random.nextInt(reached.size()));
                int transfer = random.nextInt(transfers.size());
                reached.add(sets.after(set, transfer + 1, transfers.get(transfer)));
            }
            for (int one : reached) {
                for (int other : reached) {
                    passes(sets, saysAll(sets, one, other), one, other);
                    assertTrue(one == other || !sets.passes(one, other) || !sets.passes(other, one));
                }
            }
        });
    }

    @Test
    void whatPassedNothingOnAnyDayIsToldApartFromWhatIsUntold() {
        GuardSets sets = new GuardSets();
        int never = sets.after(sets.after(GuardSets.NONE, 1, guarded(span("1-2"))), 2, guarded(span("7-8")));
        assertEquals(Span.NONE, sets.days(never));
        passes(sets, true, never, GuardSets.UNTOLD);
        passes(sets, false, GuardSets.UNTOLD, never);
    }

    private static Source source(String category) {
        return new Source(new Dataset.Content(category, Optional.empty()), Optional.empty(), Optional.empty());
    }

    @Test
    void whatPassesNarrowsWhatIsThereAndJoinsTheWidest() {
        Taints taints = new Taints(Capacity.Proof.STANDARD);
        int post = taints.of(List.of(source("post")));
        int message = taints.of(List.of(source("message")));
        int both = taints.of(List.of(source("message"), source("post")));
        int guard = taints.transfer(guarded(Span.ALWAYS, flag("a")));
        int stop = taints.transfer(new Transfer(List.of(), Set.of("post"), Span.ALWAYS));
        int whole = taints.transfer(Transfer.WHOLE);

        assertEquals(0, whole);
        assertEquals(both, taints.join(post, message));
        assertEquals(both, taints.join(message, post));
        assertEquals(post, taints.join(post, post));
        assertEquals(post, taints.join(post, Taints.EMPTY));
        assertEquals(post, taints.join(Taints.EMPTY, post));
        assertEquals(both, taints.through(whole, both));
        assertEquals(Taints.EMPTY, taints.through(guard, Taints.EMPTY));
        assertEquals(message, taints.through(stop, both));
        assertEquals(Taints.EMPTY, taints.through(stop, post));
        int guarded = taints.through(guard, post);
        assertEquals(1, taints.taints(guarded).length);
        assertEquals(source("post"), taints.source(taints.taints(guarded)[0]));
        assertEquals(post, taints.join(post, guarded));
        assertEquals(guarded, taints.through(guard, guarded));
        assertEquals(2, taints.taints(taints.join(message, guarded)).length);

        int unknown = taints.marked(Taints.ANYTHING);
        assertTrue(taints.isMarked(unknown, Taints.ANYTHING));
        assertFalse(taints.isMarked(unknown, Taints.UNCHECKED));
        assertFalse(taints.isMarked(post, Taints.ANYTHING));
        assertEquals(unknown, taints.through(stop, unknown));
        assertTrue(Taints.isMark(taints.taints(unknown)[0]));
        assertTrue(Taints.isMark(taints.taints(taints.marked(Taints.TOO_MANY))[0]));
        assertFalse(Taints.isMark(taints.taints(post)[0]));

        assertEquals(Taints.EMPTY, taints.join(list()));
        assertEquals(post, taints.join(list(post)));
        assertEquals(both, taints.join(list(post, message)));
        assertEquals(both, taints.join(list(post, Taints.EMPTY, message, post)));
        assertEquals(post, taints.join(list(post, Taints.EMPTY, post)));
        assertEquals(taints.join(both, unknown), taints.join(list(post, Taints.EMPTY, message, unknown, both)));
    }

    private static IntList list(int... numbers) {
        IntList list = new IntList();
        for (int number : numbers) {
            list.add(number);
        }
        return list;
    }

    /** Sets of guards of which none says more than another. */
    private static int ways(Taints taints, int number) {
        int post = taints.of(List.of(source("post")));
        int all = Taints.EMPTY;
        for (int i = 0; i < number; i++) {
            all = taints.join(all, taints.through(taints.transfer(guarded(Span.ALWAYS, flag("f" + i))), post));
        }
        return all;
    }

    @Test
    void ofMoreThanSixtyFourWaysFromOneSourceItIsNotToldWhatTheyPassed() {
        Taints taints = new Taints(Capacity.Proof.STANDARD);
        assertEquals(64, taints.taints(ways(taints, 64)).length);
        int more = ways(taints, 65);
        assertEquals(1, taints.taints(more).length);
        assertEquals(GuardSets.UNTOLD, Taints.passed(taints.taints(more)[0]));
        int bare = taints.of(List.of(source("post")));
        assertEquals(bare, taints.join(bare, ways(taints, 3)));
        assertEquals(
                List.of(GuardSets.NONE, GuardSets.UNTOLD),
                Arrays.stream(taints.taints(taints.join(more, bare)))
                        .mapToObj(Taints::passed)
                        .toList());
    }

    @Test
    void moreThanFourThousandSourcesAreTooMany() {
        Taints taints = new Taints(Capacity.Proof.STANDARD);
        List<Source> sources = new ArrayList<>();
        IntStream.range(0, 4_096).forEach(i -> sources.add(source("c" + i)));
        int most = taints.of(sources);
        assertEquals(4_096, taints.taints(most).length);
        sources.add(source("more"));
        int more = taints.of(sources);
        assertEquals(taints.marked(Taints.TOO_MANY), more);
        int unchecked = taints.marked(Taints.UNCHECKED);
        int marked = taints.join(most, unchecked);
        assertArrayEquals(
                new long[] {(long) Taints.UNCHECKED << 32, (long) Taints.TOO_MANY << 32}, taints.taints(marked));
    }

    @Test
    void aPermissionIsAFilterOfItsOwn() {
        Passage.Other ads = new Passage.Other(Purpose.of("ads"), Recipient.of("owner"));
        assertEquals(Optional.of(ads), Filter.of(ads).permitted());
        assertEquals(Optional.empty(), Filter.of(ads).condition());
        assertEquals(Optional.empty(), flag("a").permitted());
        assertEquals(Optional.of(new Condition.FlagIsSet("a")), flag("a").condition());
    }

    @Test
    void numbersAreListedInTheirOrder() {
        IntList list = list(1, 2, 3, 4, 5);
        assertArrayEquals(new int[] {1, 2, 3, 4, 5}, list.toArray());
        assertEquals(5, list.removeLast());
        list.set(0, 9);
        assertEquals(9, list.get(0));
        assertEquals(4, list.size());
        assertFalse(list.isEmpty());
        assertTrue(list().isEmpty());
    }
}
