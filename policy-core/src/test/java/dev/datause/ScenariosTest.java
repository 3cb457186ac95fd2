package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every way in which facts can lie on the days looked at, the plain ones first, each told in few words. */
class ScenariosTest {
    private static final int DAY = Days.of(LocalDate.of(2024, 2, 28));
    private static final Axis FLAG = plain(Axis.Kind.FLAG, 2);
    private static final Axis DAYS =
            Axis.cut(new Axis.Key(Axis.Kind.USED, 0, Axis.AT_USE, false), new int[] {5}, 2, "");

    private static Axis plain(Axis.Kind kind, int size) {
        return Axis.plain(new Axis.Key(kind, 0, Axis.AT_USE, false), 0, size, "");
    }

    private static Axis ages(int... ages) {
        return Axis.cut(new Axis.Key(Axis.Kind.AGE, 0, Axis.AT_USE, false), ages, ages.length + 2, "");
    }

    /** Norway by itself, and everywhere else. */
    private static Axis norway() {
        short[] classes = new short[Country.COUNT + 1];
        Arrays.fill(classes, (short) 1);
        classes[0] = 0;
        classes[Country.indexOf("NO") + 1] = 2;
        return Axis.places(new Axis.Key(Axis.Kind.PLACE, 0, Axis.AT_USE, false), classes, 3, "");
    }

    private static List<Scenarios.Told> all(Axis axis, Integer... days) {
        return new Scenarios(SmallWorld.VOCABULARY, new Axis[] {DAYS, FLAG, axis}, List.of(days)).of(axis);
    }

    /** The words, those with something unknown in question. */
    private static List<String> told(Axis axis, Integer... days) {
        List<String> told = new ArrayList<>();
        all(axis, days)
                .forEach(
                        one -> told.add(one.scenario().words() + (one.scenario().known() ? "" : "?")));
        return told;
    }

    @Test
    void aCountryOfEachKindAndEveryMove() {
        assertEquals(
                List.of(
                        "in DE",
                        "in NO",
                        "of unknown country?",
                        "in DE from 2024-02-28",
                        "in NO from 2024-02-28",
                        "in an unknown country from 2024-02-28?"),
                told(norway(), Days.UNKNOWN, DAY));
        List<Scenarios.Told> moves = all(norway(), DAY, Days.next(DAY));
        assertEquals(3 + 9, moves.size());
        assertEquals(
                "in NO from 2024-02-28, then in DE from 2024-02-29",
                moves.get(4).scenario().words());
        Set<List<Integer>> places = new HashSet<>();
        for (Scenarios.Told move : moves.subList(3, 12)) {
            Member member = move.member();
            int first = member.countryOn(DAY);
            int second = member.countryOn(Days.next(DAY));
            places.add(List.of(first, second));
            assertEquals(first > 0 && second > 0, move.scenario().known());
        }
        assertEquals(9, places.size());
    }

    @Test
    void tooManyMovesAreRefusedWithTheirNumber() {
        Integer[] days = new Integer[13];
        for (int i = 0; i < days.length; i++) {
            days[i] = DAY + i - 20;
        }
        AnalysisLimitException refused = assertThrows(AnalysisLimitException.class, () -> all(norway(), days));
        assertEquals(
                "an exact answer needs 1594323 histories of moves, more than the limit of 1000000",
                refused.getMessage());
    }

    @Test
    void whoJustReachedAnAgeAndWhoJustDidNot() {
        assertEquals(
                List.of(
                        "born 1990-05-01",
                        "born 2006-03-01",
                        "born 2006-02-28",
                        "born 2024-02-29",
                        "born 1900-01-01",
                        "of unknown birth day?"),
                told(ages(18), DAY));
    }

    @Test
    void nobodyIsBornBeforeTheFirstYearOrAfterTheLast() {
        assertEquals(
                List.of(
                        "born 1990-05-01",
                        "born 1900-02-28",
                        "born 1900-02-27",
                        "born 2024-02-28",
                        "born 1900-01-01",
                        "of unknown birth day?"),
                told(ages(124, 125), Days.previous(DAY)));
        assertEquals(
                List.of(
                        "born 1990-05-01",
                        "born 2200-12-30",
                        "born 2200-12-31",
                        "born 1900-01-01",
                        "of unknown birth day?"),
                told(ages(0), Days.previous(Days.LAST)));
        assertEquals(
                List.of(
                        "born 1990-05-01",
                        "born 2200-01-01",
                        "born 2199-12-31",
                        "born 1900-01-01",
                        "of unknown birth day?"),
                told(ages(1), Days.LAST));
    }

    @Test
    void aSettingAndASignalInEveryStateByBothWaysOfCounting() {
        assertEquals(
                List.of(
                        "",
                        "history of improve unknown?",
                        "improve off from 2024-02-25",
                        "history of improve unknown, on from 2024-02-28?",
                        "improve off from 2024-02-25, on from 2024-02-28"),
                told(plain(Axis.Kind.SETTING, 3), DAY));
        assertEquals(
                List.of(
                        "",
                        "history of privacy unknown?",
                        "privacy present from 2024-02-25",
                        "privacy present from 2024-02-29",
                        "history of privacy unknown, absent from 2024-02-28?",
                        "history of privacy unknown, absent from 2024-02-29?",
                        "history of privacy unknown, present from 2024-02-29?",
                        "privacy present from 2024-02-25, absent from 2024-02-28",
                        "privacy present from 2024-02-25, absent from 2024-02-29",
                        "history of privacy unknown, absent from 2024-02-28, present from 2024-02-29?",
                        "privacy present from 2024-02-25, absent from 2024-02-28, present from 2024-02-29"),
                told(plain(Axis.Kind.SIGNAL, 3), DAY, Days.next(DAY)));
    }

    @Test
    void anObjectionInEveryState() {
        assertEquals(
                List.of(
                        "",
                        "objections to objection unknown?",
                        "objection to objection filed from 2024-02-25",
                        "objection to objection granted from 2024-02-25",
                        "objections to objection unknown, withdrawn from 2024-02-28?",
                        "objection to objection filed from 2024-02-25, withdrawn from 2024-02-28",
                        "objection to objection granted from 2024-02-25, withdrawn from 2024-02-28"),
                told(plain(Axis.Kind.OBJECTION, 4), DAY));
    }

    @Test
    void onTheFirstDayThereIsAnEventAndBeforeItNone() {
        assertEquals(
                List.of(
                        "",
                        "history of privacy unknown?",
                        "privacy present from 1900-01-01",
                        "history of privacy unknown, absent from 1900-01-01?"),
                told(plain(Axis.Kind.SIGNAL, 3), Days.FIRST));
    }

    @Test
    void whatIsAsEverybodysIsNotTold() {
        assertEquals(List.of("", "with minor"), told(FLAG, DAY));
        assertEquals(List.of("", "account education", "of unknown account?"), told(plain(Axis.Kind.TRAIT, 3), DAY));
    }
}
