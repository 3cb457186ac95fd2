package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UseSetTest {
    private static final LocalDate BEFORE = LocalDate.of(2024, 6, 1);
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final Purpose TRAINING = Purpose.of("training");
    private static final Recipient OWNER = Recipient.of("owner");
    private static final Category POST = Category.of("post");
    private static final UseKind KIND = UseKind.of(TRAINING, OWNER, POST);
    private static final Condition MINOR = new Condition.FlagIsSet("minor");
    private static final Condition ADULT = new Condition.AgeAtLeast(18, Moment.USE);

    private static DataUsePolicy policy(Policy.Effective effective, Condition permitted) {
        return DataUsePolicy.of(SmallWorld.policy(
                List.of(SmallWorld.rule("grant", Policy.Effect.PERMIT, permitted)), List.of(), effective));
    }

    private static DataUsePolicy policy(Condition permitted) {
        return policy(Policy.Effective.ALWAYS, permitted);
    }

    private static UseSet permitted(DataUsePolicy policy) {
        return UseSpace.of(List.of(policy)).permitted(policy, KIND);
    }

    private static UseSet permitted(Condition condition) {
        return permitted(policy(condition));
    }

    private static Use.Builder use(Member.Builder member) {
        return Use.of(member.build()).purpose(TRAINING).recipient(OWNER).category(POST);
    }

    private static Member.Builder somebody() {
        return Member.in(SmallWorld.VOCABULARY);
    }

    private static Condition in(String jurisdiction, Moment at) {
        return new Condition.Located(List.of(jurisdiction), at);
    }

    @Test
    void aSetIsAskedOnlyAboutUsesOfItsKind() {
        UseSet minors = permitted(MINOR);
        assertTrue(minors.contains(use(somebody().flag("minor")).used(DAY)));
        assertFalse(minors.contains(use(somebody()).used(DAY)));
        for (Use other : List.of(
                use(somebody()).purpose(Purpose.of("ads")).used(DAY),
                use(somebody()).recipient(Recipient.of("group")).used(DAY),
                use(somebody()).category(Category.of("profile")).used(DAY))) {
            assertEquals(
                    "use: it is of another kind",
                    assertThrows(IllegalArgumentException.class, () -> minors.contains(other))
                            .getMessage());
        }
        Vocabulary otherWords =
                SmallWorld.VOCABULARY.toBuilder().signals(List.of()).build();
        Use strange = use(Member.in(otherWords)).used(DAY);
        assertEquals(
                "use: its member's facts are named in other words",
                assertThrows(IllegalArgumentException.class, () -> minors.contains(strange))
                        .getMessage());
    }

    @Test
    void setsOfTwoSpacesAreNeitherJoinedNorEqual() {
        DataUsePolicy policy = policy(new Condition.Any(List.of(MINOR, ADULT)));
        UseSpace uses = UseSpace.of(List.of(policy));
        UseSet one = uses.permitted(policy, KIND);
        UseSet other = permitted(policy);
        assertEquals(one.node, other.node, "told apart by their spaces alone");
        assertNotEquals(one, other);
        assertThrows(IllegalArgumentException.class, () -> one.and(other));
        assertEquals(one, uses.permitted(policy, KIND));
        assertEquals(one.hashCode(), uses.permitted(policy, KIND).hashCode());
        assertNotEquals(one, uses.where(policy, KIND, MINOR));
        assertFalse(one.equals((Object) KIND));
    }

    @Test
    void ofNothingThereIsNoExample() {
        DataUsePolicy policy = policy(MINOR);
        UseSpace uses = UseSpace.of(List.of(policy));
        UseSet minors = uses.permitted(policy, KIND);
        UseSet none = minors.minus(minors);
        assertTrue(none.isEmpty());
        assertEquals(Optional.empty(), none.example());
        assertEquals(List.of(), none.examples(List.of(policy)));
        assertEquals(0, none.cells());
        assertEquals(1, minors.examples(List.of(policy)).size());
    }

    @Test
    void whereSomebodyIsOnTheDayOfUseIsSettledAndAllElseIsAsItWas() {
        Condition condition = new Condition.Any(List.of(
                new Condition.All(
                        List.of(in("north", Moment.USE), new Condition.Not(in("south", Moment.COLLECTION)), ADULT)),
                new Condition.All(List.of(in("islands", Moment.COLLECTION), in("south", Moment.USE)))));
        UseSet set = permitted(condition);
        Map<Country, UseSet> sets = set.asIfIn();
        assertEquals(Country.all(), List.copyOf(sets.keySet()));
        for (String home : List.of("US", "NO", "IT", "JE")) {
            for (LocalDate birth :
                    List.of(DAY.minusYears(18), DAY.minusYears(18).plusDays(1))) {
                Use stayed = use(somebody().moved(BEFORE, home).born(birth))
                        .collected(BEFORE)
                        .used(DAY);
                sets.forEach((country, asIf) -> {
                    Use moved = use(somebody()
                                    .moved(BEFORE, home)
                                    .moved(DAY, country.code())
                                    .born(birth))
                            .collected(BEFORE)
                            .used(DAY);
                    assertEquals(set.contains(moved), asIf.contains(stayed), home + " then " + country);
                });
            }
        }
    }

    @Test
    void whereTheCountryIsAllThatIsAskedItSettlesEverything() {
        UseSet set = permitted(in("north", Moment.USE));
        Map<Country, UseSet> sets = set.asIfIn();
        UseSet every = set.uses.every(KIND);
        for (Country country : Country.all()) {
            boolean north = List.of("NO", "SE", "GG", "JE").contains(country.code());
            assertEquals(north ? every : every.minus(every), sets.get(country), country::toString);
        }
        // One set stands for all that are not told apart.
        assertSame(
                sets.get(Country.of("NO").orElseThrow()),
                sets.get(Country.of("JE").orElseThrow()));
        assertNotSame(
                sets.get(Country.of("NO").orElseThrow()),
                sets.get(Country.of("IT").orElseThrow()));
    }

    @Test
    void whereTheCountryOfUseIsNotAskedItSettlesNothing() {
        UseSet set = permitted(new Condition.All(List.of(in("north", Moment.COLLECTION), ADULT)));
        Map<Country, UseSet> sets = set.asIfIn();
        assertEquals(Country.all().size(), sets.size());
        sets.forEach((country, asIf) -> assertEquals(set, asIf, country::toString));
    }

    @Test
    void theDaysOfChangeAreThoseOfUseOnWhichSomethingBegins() {
        Condition days = new Condition.Any(List.of(
                new Condition.All(List.of(MINOR, new Condition.UsedFrom(LocalDate.of(1900, 1, 2)))),
                new Condition.All(List.of(ADULT, new Condition.UsedFrom(DAY))),
                new Condition.UsedFrom(LocalDate.of(2200, 12, 31)),
                new Condition.CollectedFrom(BEFORE)));
        assertEquals(
                List.of(LocalDate.of(1900, 1, 2), DAY, LocalDate.of(2200, 12, 31)),
                permitted(days).changeDays());
        assertEquals(
                List.of(DAY),
                permitted(new Condition.All(List.of(new Condition.UsedFrom(DAY), new Condition.CollectedFrom(BEFORE))))
                        .changeDays());
        assertEquals(List.of(), permitted(new Condition.CollectedFrom(BEFORE)).changeDays());
    }

    @Test
    void nothingBeginsOnTheFirstDayOrAfterTheLast() {
        Policy.Effective all =
                new Policy.Effective(Optional.of(LocalDate.of(1900, 1, 1)), Optional.of(LocalDate.of(2200, 12, 31)));
        UseSet set = permitted(policy(all, new Condition.All(List.of(MINOR, new Condition.UsedFrom(DAY)))));
        assertEquals(List.of(DAY), set.changeDays());
        assertEquals(List.of(), permitted(policy(all, MINOR)).changeDays());
    }

    @Test
    void asManyCellsAsThereAreAreWithinTheLimit() {
        UseSet set = permitted(new Condition.All(List.of(MINOR, ADULT)));
        // A flag; unknown, younger or older.
        assertEquals(6, set.cellsOfSpace());
        assertEquals(1, set.cells());
        assertEquals(6, set.examples(6).count());
        assertEquals(1, set.examples(6).filter(UseExample::inside).count());
        assertEquals(
                "an exact answer needs 6 cells, more than the limit of 5",
                assertThrows(AnalysisLimitException.class, () -> set.examples(5))
                        .getMessage());
    }

    @Test
    void aRegionTellsTheWayOfCountingWhereAHistoryIsAskedInBoth() {
        Condition same = new Condition.SettingIs("improve", true, Moment.USE, Counts.SAME_DAY);
        Condition next = new Condition.SettingIs("improve", true, Moment.USE, Counts.NEXT_DAY);
        DataUsePolicy policy = policy(new Condition.All(List.of(same, new Condition.Not(next))));
        UseSpace uses = UseSpace.of(List.of(policy));
        UseSet set = uses.permitted(policy, KIND);
        List<Region> regions = set.regions(uses.every(KIND), 8);
        assertEquals("[improve on (undone the same day); improve off (undone from the next day)]", regions.toString());
        assertEquals(
                List.of(
                        "improve off (undone the same day) or unknown",
                        "improve on (undone from the next day) or unknown"),
                regions.get(0).wordsOutside());
        assertEquals(set, uses.where(policy, KIND, regions.get(0).condition()));
        assertEquals(
                uses.every(KIND).minus(set),
                uses.where(policy, KIND, regions.get(0).outside()));
        UseSet on = uses.where(policy, KIND, same);
        assertEquals("[improve on]", on.regions(uses.every(KIND), 8).toString());
    }
}
