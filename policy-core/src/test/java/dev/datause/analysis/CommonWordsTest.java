package dev.datause.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.Policy;
import dev.datause.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two policies come to the same words in the same order, each with its own titles. */
class CommonWordsTest {
    private static Vocabulary.Entry entry(String name, String title) {
        return new Vocabulary.Entry(name, title);
    }

    private static final Policy ONE = policy(
            "one",
            List.of(entry("shared", "One's shared"), entry("of-one", "Of one")),
            List.of(
                    new Vocabulary.Trait("shared", "One's trait", List.of("a", "b")),
                    new Vocabulary.Trait("of-one", "Trait of one", List.of("x"))));
    private static final Policy TWO = policy(
            "two",
            List.of(entry("of-two", "Of two"), entry("shared", "Two's shared")),
            List.of(new Vocabulary.Trait("shared", "Two's trait", List.of("c", "a"))));

    private static Policy policy(String id, List<Vocabulary.Entry> entries, List<Vocabulary.Trait> traits) {
        Vocabulary words = Vocabulary.builder()
                .audiences(entries)
                .signals(entries)
                .objections(entries)
                .flags(entries)
                .traits(traits)
                .build();
        return Policy.builder(id, "1")
                .title(id)
                .vocabulary(words)
                .defaultReading("")
                .build();
    }

    private static void entries(Vocabulary words, List<Vocabulary.Entry> expected) {
        assertEquals(expected, words.audiences());
        assertEquals(expected, words.signals());
        assertEquals(expected, words.objections());
        assertEquals(expected, words.flags());
    }

    @Test
    void bothHaveTheWordsOfBothInOneOrder() {
        entries(
                CommonWords.in(ONE, ONE, TWO).vocabulary(),
                List.of(entry("shared", "One's shared"), entry("of-one", "Of one"), entry("of-two", "Of two")));
        entries(
                CommonWords.in(TWO, ONE, TWO).vocabulary(),
                List.of(entry("shared", "Two's shared"), entry("of-one", "Of one"), entry("of-two", "Of two")));
        assertEquals("two", CommonWords.in(TWO, ONE, TWO).id());
    }

    @Test
    void aTraitHasTheValuesOfBothAndTheTitleOfItsOwnPolicy() {
        assertEquals(
                List.of(
                        new Vocabulary.Trait("shared", "One's trait", List.of("a", "b", "c")),
                        new Vocabulary.Trait("of-one", "Trait of one", List.of("x"))),
                CommonWords.in(ONE, ONE, TWO).vocabulary().traits());
        assertEquals(
                List.of(
                        new Vocabulary.Trait("shared", "Two's trait", List.of("a", "b", "c")),
                        new Vocabulary.Trait("of-one", "of-one", List.of("x"))),
                CommonWords.in(TWO, ONE, TWO).vocabulary().traits());
    }
}
