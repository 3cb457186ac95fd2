package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A vocabulary with two of each: facts of one are never taken for facts of the other. */
class SecondOfEachTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final List<Vocabulary.Entry> TWO =
            List.of(new Vocabulary.Entry("first", "First"), new Vocabulary.Entry("second", "Second"));
    private static final Country ANDORRA = Country.of("AD").orElseThrow();
    private static final Country ZIMBABWE = Country.of("ZW").orElseThrow();

    private static Vocabulary vocabulary() {
        return Vocabulary.builder()
                .recipients(List.of(
                        new Vocabulary.RecipientEntry(Recipient.of("a"), "A", Optional.of(Recipient.of("b"))),
                        new Vocabulary.RecipientEntry(Recipient.of("b"), "B", Optional.of(Recipient.of("a"))),
                        new Vocabulary.RecipientEntry(Recipient.of("c"), "C", Optional.empty()),
                        new Vocabulary.RecipientEntry(Recipient.of("d"), "D", Optional.empty()),
                        new Vocabulary.RecipientEntry(Recipient.of("e"), "E", Optional.empty())))
                .categories(List.of(
                        new Vocabulary.CategoryEntry(Category.of("top"), "Top", Optional.empty()),
                        new Vocabulary.CategoryEntry(Category.of("below"), "Below", Optional.of(Category.of("top"))),
                        new Vocabulary.CategoryEntry(
                                Category.of("lowest"), "Lowest", Optional.of(Category.of("below")))))
                .audiences(TWO)
                .jurisdictions(List.of(
                        jurisdiction("ends", List.of(ANDORRA, ZIMBABWE), List.of()),
                        jurisdiction("with-ends", List.of(), List.of("ends")),
                        jurisdiction("circle", List.of(ANDORRA), List.of("other-circle")),
                        jurisdiction("other-circle", List.of(), List.of("circle")),
                        new Vocabulary.Jurisdiction(
                                "rest", "Rest", List.of(), List.of(), List.of(), Optional.of(List.of("ends")))))
                .settings(List.of(
                        new Vocabulary.SettingEntry("first", "First", "Settings", List.of()),
                        new Vocabulary.SettingEntry("second", "Second", "Settings", List.of())))
                .signals(TWO)
                .objections(TWO)
                .flags(TWO)
                .traits(List.of(
                        new Vocabulary.Trait("first", "First", List.of("yes", "no")),
                        new Vocabulary.Trait("second", "Second", List.of("no", "yes"))))
                .build();
    }

    private static Vocabulary.Jurisdiction jurisdiction(String name, List<Country> countries, List<String> includes) {
        return new Vocabulary.Jurisdiction(name, name, countries, includes, List.of(), Optional.empty());
    }

    private final DataUsePolicy policy = DataUsePolicy.of(Policy.builder("two-of-each", "1")
            .title("Two of each")
            .vocabulary(vocabulary())
            .readings(List.of(new Reading("only", "Only", Map.of())))
            .defaultReading("only")
            .firstDays(List.of(new Policy.FirstDays(
                    "starts", List.of(new Policy.FirstDays.Row(List.of("ends"), Optional.of(DAY))), Optional.empty())))
            .build());

    private Truth truth(Condition condition, UnaryOperator<Member.Builder> facts) {
        return policy.truth(
                condition,
                Use.of(facts.apply(policy.member()).build()).collected(DAY).used(DAY));
    }

    private void only(
            String name, Condition condition, UnaryOperator<Member.Builder> holds, UnaryOperator<Member.Builder> not) {
        assertEquals(Truth.TRUE, truth(condition, holds), name);
        assertEquals(Truth.FALSE, truth(condition, not), name);
        assertEquals(Truth.FALSE, truth(new Condition.Not(condition), holds), name);
    }

    @Test
    void aConditionAsksAboutTheOneItNames() {
        for (String name : List.of("first", "second")) {
            String other = name.equals("first") ? "second" : "first";
            only(
                    name,
                    new Condition.SettingIs(name, false, Moment.USE, Counts.SAME_DAY),
                    facts -> facts.othersUntouched().off(name, DAY),
                    facts -> facts.othersUntouched().off(other, DAY));
            only(
                    name,
                    new Condition.SignalIs(name, true, Moment.USE, Counts.SAME_DAY),
                    facts -> facts.othersUntouched().present(name, DAY),
                    facts -> facts.othersUntouched().present(other, DAY));
            only(
                    name,
                    new Condition.ObjectionStands(name, Condition.Stage.GRANTED, Moment.USE, Counts.SAME_DAY),
                    facts -> facts.othersUntouched().granted(name, DAY),
                    facts -> facts.othersUntouched().granted(other, DAY));
            only(name, new Condition.FlagIsSet(name), facts -> facts.flag(name), facts -> facts.flag(other));
            only(
                    name,
                    new Condition.TraitIs(name, List.of("yes")),
                    facts -> facts.trait(name, "yes").trait(other, "no"),
                    facts -> facts.trait(name, "no").trait(other, "yes"));
            assertEquals(
                    Truth.UNKNOWN,
                    truth(new Condition.TraitIs(name, List.of("yes")), facts -> facts.trait(other, "yes")));
            assertEquals(
                    Truth.UNKNOWN,
                    truth(
                            new Condition.SettingIs(name, true, Moment.USE, Counts.SAME_DAY),
                            facts -> facts.untouched(other)));
        }
    }

    @Test
    void everyRecipientIsDecidedWithoutAPurpose() {
        for (UseKind kind : UseKind.all(policy.policy().vocabulary())) {
            Use.Builder use = Use.of(policy.member().build());
            kind.recipient().ifPresent(use::recipient);
            kind.category().ifPresent(use::category);
            assertFalse(policy.decide(use.used(DAY)).permitted(), kind::toString);
        }
    }

    @Test
    void theFirstAndTheLastCountryAreCountriesLikeOthers() {
        Condition ends = new Condition.Located(List.of("ends"), Moment.USE);
        Condition rest = new Condition.Located(List.of("rest"), Moment.USE);
        Condition starts = new Condition.FirstDayReached("starts", Moment.USE, Moment.USE);
        for (String code : List.of("AD", "ZW")) {
            assertEquals(Truth.TRUE, truth(ends, facts -> facts.country(code)));
            assertEquals(Truth.FALSE, truth(rest, facts -> facts.country(code)));
            assertEquals(Truth.TRUE, truth(starts, facts -> facts.country(code)));
        }
        Condition withEnds = new Condition.Located(List.of("with-ends"), Moment.USE);
        assertEquals(Truth.TRUE, truth(withEnds, facts -> facts.country("AD")));
        assertEquals(Truth.FALSE, truth(withEnds, facts -> facts.country("AE")));
        for (String code : List.of("AE", "ZM")) {
            assertEquals(Truth.FALSE, truth(ends, facts -> facts.country(code)));
            assertEquals(Truth.TRUE, truth(rest, facts -> facts.country(code)));
            assertEquals(Truth.FALSE, truth(starts, facts -> facts.country(code)));
        }
    }

    /** Reading refuses circles; a policy that is made by hand may have one. */
    @Test
    void aCircleEnds() {
        assertEquals(
                Truth.TRUE, truth(new Condition.Located(List.of("circle"), Moment.USE), facts -> facts.country("AD")));
        assertEquals(
                Truth.FALSE, truth(new Condition.Located(List.of("circle"), Moment.USE), facts -> facts.country("ZW")));
        Terms terms = new Terms(policy.policy(), policy.reading());
        assertTrue(terms.recipientWithin(0, Recipient.of("a")));
        assertTrue(terms.recipientWithin(0, Recipient.of("b")));
        assertFalse(terms.recipientWithin(0, Recipient.of("c")));
        assertFalse(terms.recipientWithin(2, Recipient.of("a")));
        assertTrue(terms.recipientWithin(2, Recipient.of("c")));
    }

    @Test
    void aJurisdictionThatIsNotThereIsRefused() {
        Vocabulary words = Vocabulary.builder()
                .jurisdictions(List.of(jurisdiction("one", List.of(), List.of("gone"))))
                .build();
        assertEquals(
                "jurisdiction: the vocabulary has no 'gone'",
                assertThrows(IllegalArgumentException.class, () -> Regions.of(words, Map.of()))
                        .getMessage());
    }

    @Test
    void whatLiesBelowLiesWithin() {
        Terms terms = new Terms(policy.policy(), policy.reading());
        assertTrue(terms.categoryWithin(2, Category.of("top")));
        assertTrue(terms.categoryWithin(2, Category.of("below")));
        assertTrue(terms.categoryWithin(0, Category.of("top")));
        assertFalse(terms.categoryWithin(0, Category.of("below")));
        assertFalse(terms.categoryWithin(Terms.OTHER, Category.of("other")));
        assertFalse(terms.categoryWithin(Terms.MISSING, Category.of("top")));
    }
}
