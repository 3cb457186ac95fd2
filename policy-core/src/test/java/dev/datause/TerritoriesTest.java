package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerritoriesTest {
    private static Vocabulary.Jurisdiction place(String name, String... codes) {
        List<Country> countries =
                Arrays.stream(codes).map(code -> Country.of(code).orElseThrow()).toList();
        return new Vocabulary.Jurisdiction(name, name, countries, List.of(), List.of(), Optional.empty());
    }

    private static Vocabulary.Jurisdiction allExcept(String name, String... jurisdictions) {
        return new Vocabulary.Jurisdiction(
                name, name, List.of(), List.of(), List.of(), Optional.of(List.of(jurisdictions)));
    }

    private static Vocabulary words(Vocabulary.Jurisdiction... jurisdictions) {
        return Vocabulary.builder().jurisdictions(List.of(jurisdictions)).build();
    }

    /** By the only reading. */
    private static Territories territories(Vocabulary vocabulary) {
        return new Territories(vocabulary, List.of(Regions.of(vocabulary, Map.of())), List.of("only"));
    }

    private static Territories territories(Vocabulary.Jurisdiction... jurisdictions) {
        return territories(words(jurisdictions));
    }

    private static BitSet set(String... codes) {
        BitSet set = new BitSet();
        for (String code : codes) {
            set.set(Country.indexOf(code));
        }
        return set;
    }

    private static BitSet allBut(String... codes) {
        BitSet set = set(codes);
        set.flip(0, Country.COUNT);
        return set;
    }

    /** The first countries in the order of their codes. */
    private static BitSet first(int count) {
        BitSet set = new BitSet();
        set.set(0, count);
        return set;
    }

    private static BitSet allButFirst(int count) {
        BitSet set = new BitSet();
        set.set(count, Country.COUNT);
        return set;
    }

    private static Condition in(String... jurisdictions) {
        return new Condition.Located(List.of(jurisdictions), Moment.USE);
    }

    private static Condition outside(String... jurisdictions) {
        return new Condition.Not(in(jurisdictions));
    }

    private static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts));
    }

    private static Condition any(Condition... parts) {
        return new Condition.Any(List.of(parts));
    }

    /** The countries that a condition is true of. */
    private static BitSet countries(Vocabulary vocabulary, Condition condition) {
        Policy policy = SmallWorld.policy(List.of(), List.of(), Policy.Effective.ALWAYS).toBuilder()
                .vocabulary(vocabulary)
                .questions(List.of())
                .readings(List.of(new Reading("only", "Only", Map.of())))
                .defaultReading("only")
                .firstDays(List.of())
                .build();
        Terms terms = new Terms(policy, policy.reading("only").orElseThrow());
        Space space = new Space.Builder(terms).add(condition).build();
        Diagram diagram = new Diagram();
        int node = new Compiler(terms, space, diagram, 0, 0, 0, Compiler.ANY_AUDIENCE).compile(condition);
        BitSet countries = new BitSet();
        for (int i = 0; i < Country.COUNT; i++) {
            countries.set(i, diagram.child(node, space.axis(0).classes[i + 1]) == Diagram.TRUE);
        }
        return countries;
    }

    @Test
    void aConditionIsTrueOfExactlyTheCountriesItIsMadeOf() {
        Vocabulary vocabulary = words(
                place("a", "AD", "AE", "AF", "AG"),
                place("b", "AE", "AG", "AI", "AL"),
                place("c", "AF", "AG", "AL", "ZW"),
                place("empty"));
        Territories territories = territories(vocabulary);
        List<BitSet> classes = List.of(
                set("AD"),
                set("AE"),
                set("AF"),
                set("AG"),
                set("AI"),
                set("AL"),
                set("ZW"),
                allBut("AD", "AE", "AF", "AG", "AI", "AL", "ZW"));
        for (int i = 1; i < (1 << classes.size()) - 1; i++) {
            BitSet wanted = new BitSet();
            for (int k = 0; k < classes.size(); k++) {
                if ((i >> k & 1) == 1) {
                    wanted.or(classes.get(k));
                }
            }
            Condition condition = territories.condition(wanted, Moment.USE);
            assertEquals(wanted, countries(vocabulary, condition), condition::toString);
        }
    }

    @Test
    void countriesWithoutANameAreToldByAllThatTheyLieInAndNot() {
        Territories territories =
                territories(place("a", "AD", "AE", "AF", "AG"), place("b", "AF", "AG", "AI"), place("empty"));
        assertEquals(
                any(all(in("anywhere"), in("a"), in("b"))), territories.condition(set("AF", "AG"), Moment.USE), "both");
        assertEquals(
                any(all(in("anywhere"), in("a"), outside("b")), all(in("anywhere"), in("b"), outside("a"))),
                territories.condition(set("AD", "AE", "AI"), Moment.USE),
                "one of them");
        assertEquals("located in AF, AG", territories.words(set("AF", "AG")));
    }

    private static void named(Territories territories, String words, Condition condition, BitSet countries) {
        assertEquals("located " + words, territories.words(countries));
        assertEquals(condition, territories.condition(countries, Moment.USE));
    }

    @Test
    void countriesAreToldByTheFewestJurisdictions() {
        Territories territories = territories(
                place("a", "AD", "AE", "AF"), place("b", "AG", "AI"), place("c", "AE"), allExcept("rest", "a"));
        named(territories, "in a", in("a"), set("AD", "AE", "AF"));
        named(territories, "in a, b", in("a", "b"), set("AD", "AE", "AF", "AG", "AI"));
        named(territories, "in b, c", in("b", "c"), set("AE", "AG", "AI"));
        named(territories, "in rest, c", in("rest", "c"), allBut("AD", "AF"));
        named(territories, "outside a, b", outside("a", "b"), allBut("AD", "AE", "AF", "AG", "AI"));
        named(territories, "outside c", outside("c"), allBut("AE"));
        named(territories, "outside b, c", outside("b", "c"), allBut("AE", "AG", "AI"));
        named(territories, "in anywhere", in("anywhere"), allBut());
    }

    @Test
    void whatIsAsShortBothWaysIsToldByWhatItLiesIn() {
        Territories territories = territories(place("a", "AD", "AE"), allExcept("rest", "a"));
        named(territories, "in a", in("a"), set("AD", "AE"));
        named(territories, "in rest", in("rest"), allBut("AD", "AE"));
    }

    @Test
    void ofNamesThatLeaveSomethingOutTheShortestCounts() {
        // The narrow one is left with less to leave out.
        named(
                territories(
                        place("wide", "AD", "AE", "AF", "AG"),
                        place("narrow", "AD", "AE", "AF"),
                        place("c", "AF"),
                        place("d", "AG")),
                "in narrow outside c",
                all(in("narrow"), outside("c")),
                set("AD", "AE"));
        // Here the wide one is.
        named(
                territories(
                        place("wide", "AD", "AE", "AF", "AG", "AI"),
                        place("narrow", "AD", "AE", "AF", "AG"),
                        place("c", "AF"),
                        place("d", "AG"),
                        place("e", "AF", "AG", "AI")),
                "in wide outside e",
                all(in("wide"), outside("e")),
                set("AD", "AE"));
        // As short: the wider one.
        named(
                territories(
                        place("wide", "AD", "AE", "AF", "AG"),
                        place("narrow", "AD", "AE", "AF"),
                        place("c", "AF"),
                        place("e", "AF", "AG")),
                "in wide outside e",
                all(in("wide"), outside("e")),
                set("AD", "AE"));
        // What does not hold all of the countries is no name of them, however little it leaves out.
        named(
                territories(
                        place("narrow", "AE", "AF"),
                        place("wide", "AD", "AE", "AF", "AG"),
                        place("c", "AF"),
                        place("d", "AG")),
                "in wide outside c, d",
                all(in("wide"), outside("c", "d")),
                set("AD", "AE"));
    }

    @Test
    void upToTwelveCodesAreWordsAndMoreAreOnlyCounted() {
        Territories territories = territories();
        assertEquals("located in AD", territories.words(first(1)));
        assertEquals("located in AD, AE, AF, AG, AI, AL, AM, AO, AQ, AR, AS, AT", territories.words(first(12)));
        assertEquals("located in one of 13 countries, such as AD", territories.words(first(13)));
        assertEquals("located in one of 236 countries, such as AW", territories.words(allButFirst(13)));
        assertEquals(
                "located outside AD, AE, AF, AG, AI, AL, AM, AO, AQ, AR, AS, AT", territories.words(allButFirst(12)));
        assertEquals("located outside AD", territories.words(allButFirst(1)));
    }

    /** In the first reading the islands lie in the north. */
    private static Territories twoReadings(Vocabulary.Jurisdiction more) {
        Vocabulary vocabulary = words(
                new Vocabulary.Jurisdiction(
                        "north",
                        "North",
                        List.of(Country.of("NO").orElseThrow()),
                        List.of(),
                        List.of(new Vocabulary.IncludesWhen("islands-north", "yes", List.of("islands"))),
                        Optional.empty()),
                place("islands", "GG", "JE"),
                more);
        return new Territories(
                vocabulary,
                List.of(
                        Regions.of(vocabulary, Map.of("islands-north", "yes")),
                        Regions.of(vocabulary, Map.of("islands-north", "no"))),
                List.of("strict", "lenient"));
    }

    @Test
    void aNameThatMeansSomethingElseInAnotherReadingIsToldWithItsReading() {
        Territories territories = twoReadings(place("south", "IT"));
        assertEquals("located in north (strict)", territories.words(set("NO", "GG", "JE")));
        assertEquals("located in north (lenient)", territories.words(set("NO")));
        assertEquals("located in north (lenient), south", territories.words(set("NO", "IT")));
        assertEquals("located outside north (lenient)", territories.words(allBut("NO")));
        assertEquals("located in islands", territories.words(set("GG", "JE")));
    }

    @Test
    void aNameThatMeansTheSameInEveryReadingIsTheBetterOne() {
        Territories territories = twoReadings(place("alike", "NO", "GG", "JE"));
        named(territories, "in alike", in("alike"), set("NO", "GG", "JE"));
        named(territories, "outside alike", outside("alike"), allBut("NO", "GG", "JE"));
        named(territories, "in alike outside islands", all(in("alike"), outside("islands")), set("NO"));
    }

    @Test
    void aNameThatAnotherPolicyDoesNotHaveIsToldWithItsPolicy() {
        Vocabulary more = words(place("a", "AD", "AE"), place("b", "AF"));
        Vocabulary fewer = words(place("b", "AF"));
        Territories territories = new Territories(
                more,
                List.of(Regions.of(more, Map.of()), Regions.of(fewer, Map.of())),
                List.of("more 1, only", "fewer 1, only"));
        assertEquals("located in a (more 1, only)", territories.words(set("AD", "AE")));
        assertEquals("located in a (more 1, only), b", territories.words(set("AD", "AE", "AF")));
        assertEquals("located in b", territories.words(set("AF")));
        assertEquals(in("b"), territories.condition(set("AF"), Moment.USE));
    }
}
