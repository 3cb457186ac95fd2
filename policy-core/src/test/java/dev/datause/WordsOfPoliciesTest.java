package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of purposes, recipients, categories and audiences, and codes of countries. */
class WordsOfPoliciesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "ai-training", "a_b", "a.b", "a-b_c.d", "aZ09"})
    void whatHasTheShapeOfANameIsOne(String name) {
        assertTrue(Names.wellFormed(name));
        assertEquals(name, Names.checked(name, "name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "-a",
                "a-",
                "_a",
                "a_",
                ".a",
                "a.",
                "a--b",
                "a_-b",
                "a..b",
                "a b",
                " a",
                "a/b",
                "a:b",
                "a@b",
                "a[b",
                "a`b",
                "a{b",
                "\u00e4",
                "a\u2011b"
            })
    void whatHasNotIsRefusedWithoutBeingRepeated(String name) {
        assertFalse(Names.wellFormed(name));
        assertEquals(
                "name: a name is 1 to 64 ASCII letters and digits with single '-', '_' or '.' between",
                assertThrows(IllegalArgumentException.class, () -> Purpose.of(name))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Recipient.of(name));
        assertThrows(IllegalArgumentException.class, () -> Category.of(name));
        assertThrows(IllegalArgumentException.class, () -> Audience.of(name));
    }

    @Test
    void aNameHasAtMostSixtyFourCharacters() {
        assertTrue(Names.wellFormed("a".repeat(64)));
        assertFalse(Names.wellFormed("a".repeat(65)));
        assertEquals(
                "name",
                assertThrows(NullPointerException.class, () -> Purpose.of(null)).getMessage());
    }

    @Test
    void wordsAreEqualByNameAndStandInOrder() {
        law(Purpose::of);
        law(Recipient::of);
        law(Category::of);
        law(Audience::of);
    }

    private static <T extends Comparable<T>> void law(Function<String, T> of) {
        T one = of.apply("one");
        assertEquals(one, of.apply("one"));
        assertEquals(one.hashCode(), of.apply("one").hashCode());
        assertNotEquals(one, of.apply("two"));
        assertNotEquals(one.hashCode(), of.apply("two").hashCode());
        assertNotEquals(one, (Object) "one");
        assertEquals("one", one.toString());
        assertEquals(0, one.compareTo(of.apply("one")));
        assertTrue(one.compareTo(of.apply("two")) < 0);
        assertTrue(of.apply("two").compareTo(one) > 0);
    }

    @Test
    void countriesAreTheAssignedCodesAndNoOther() {
        assertEquals(249, Country.all().size());
        assertEquals("AD", Country.all().get(0).code());
        assertEquals("ZW", Country.all().get(248).code());
        for (int i = 0; i < Country.all().size(); i++) {
            Country country = Country.all().get(i);
            assertEquals(Optional.of(country), Country.of(country.code()));
            assertEquals(i, country.index());
            assertEquals(i, Country.indexOf(country.code()));
            assertEquals(country, Country.at(i));
            assertEquals(country.code(), country.toString());
        }
        for (String code : List.of("UK", "EL", "fr", "ZZ", "", "DEU", "D")) {
            assertEquals(Optional.empty(), Country.of(code));
        }
        assertEquals(
                "code",
                assertThrows(NullPointerException.class, () -> Country.of(null)).getMessage());
    }

    @Test
    void countriesAreEqualByCodeAndStandInOrder() {
        Country andorra = Country.of("AD").orElseThrow();
        Country norway = Country.of("NO").orElseThrow();
        assertNotEquals(andorra, norway);
        assertNotEquals(andorra, (Object) "AD");
        assertNotEquals(andorra.hashCode(), norway.hashCode());
        assertTrue(andorra.compareTo(norway) < 0);
        assertTrue(norway.compareTo(andorra) > 0);
        assertEquals(0, norway.compareTo(Country.of("NO").orElseThrow()));
    }

    @Test
    void everyCombinationOfWordsIsAKindOfUse() {
        Vocabulary words = SmallWorld.VOCABULARY;
        assertEquals(2 * 3 * 5, UseKind.named(words).size());
        assertEquals("training by owner of data", UseKind.named(words).get(0).toString());
        List<UseKind> all = UseKind.all(words);
        assertEquals(4 * 5 * 7, all.size());
        assertEquals(all.size(), all.stream().distinct().count());
        assertEquals("training by owner of data", all.get(0).toString());
        assertTrue(all.stream().anyMatch(kind -> kind.toString().equals("another by another of another")));
        assertEquals(
                "no purpose by no recipient of no category",
                all.get(all.size() - 1).toString());
    }

    @Test
    void aWordThatAPolicyDoesNotHaveIsMadeUpWhateverItsWordsAre() {
        Vocabulary words = SmallWorld.VOCABULARY;
        Purpose taken = Purpose.of("another");
        Vocabulary.PurposeEntry entry = new Vocabulary.PurposeEntry(
                taken, "Another", words.recipients().get(0).name(), List.of(), List.of());
        Vocabulary.RecipientEntry recipient =
                new Vocabulary.RecipientEntry(Recipient.of("another"), "Another", Optional.empty());
        Vocabulary.CategoryEntry category =
                new Vocabulary.CategoryEntry(Category.of("another"), "Another", Optional.empty());
        Vocabulary full = Vocabulary.builder()
                .purposes(List.of(entry))
                .recipients(List.of(recipient))
                .categories(List.of(category))
                .build();
        List<UseKind> all = UseKind.all(full);
        assertEquals(27, all.stream().distinct().count());
        assertTrue(all.stream().anyMatch(kind -> kind.toString().equals("another-1 by another-1 of another-1")));
    }
}
