package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyPartsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a.txt", "texts/a.txt", "a/b/c", "..a", "a..", "...", ".a/b", "a/b..c"})
    void aNameWithinTheFolderOfTextsIsTaken(String name) {
        assertFalse(SourceReader.leadsOut(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "/a", "a/", "a//b", "..", "../a", "a/..", "a/../b", ".", "./a", "a/.", "a/./b", "\\", "a\\b",
                "\\a", "a\\", ":", "a:b", "c:", ":a"
            })
    void aNameThatCouldLeadOutOfItIsNot(String name) {
        assertTrue(SourceReader.leadsOut(name));
    }

    @Test
    void aWordHasItsPositionAndOthersHaveNone() {
        Vocabulary words = SmallWorld.VOCABULARY;
        assertEquals(0, words.position(Purpose.of("training")));
        assertEquals(1, words.position(Purpose.of("ads")));
        assertEquals(Vocabulary.OTHER, words.position(Purpose.of("other")));
        assertEquals(Vocabulary.MISSING, words.position((Purpose) null));
        assertEquals(2, words.position(Recipient.of("daughter")));
        assertEquals(Vocabulary.OTHER, words.position(Recipient.of("other")));
        assertEquals(Vocabulary.MISSING, words.position((Recipient) null));
        assertEquals(3, words.position(Category.of("message")));
        assertEquals(Vocabulary.OTHER, words.position(Category.of("other")));
        assertEquals(Vocabulary.MISSING, words.position((Category) null));
        assertEquals(1, words.position(Audience.of("friends")));
        assertEquals(Vocabulary.OTHER, words.position(Audience.of("other")));
        assertEquals(Vocabulary.MISSING, words.position((Audience) null));
        assertTrue(Vocabulary.OTHER < 0 && Vocabulary.MISSING < 0 && Vocabulary.OTHER != Vocabulary.MISSING);
    }

    /** What is dead under one reading only is alive; what a definition asks counts like what the rule does. */
    @Test
    void aRuleThatMatchesUnderOneAnswerIsAlive() {
        for (String answer : List.of("use-date", "cut-over")) {
            String asked = "{\"answer\": {\"question\": \"C9\", \"is\": \"" + answer + "\"}}";
            String text = ExamplePolicy.withCondition("{\"defined\": \"asked\"}", "\"asked\": " + asked);
            assertEquals(List.of(), ExamplePolicy.problems(text));
            assertEquals(List.of(), ExamplePolicy.problems(ExamplePolicy.withCondition(asked)));
        }
    }

    @Test
    void theBundledPolicyIsReadOnceAndCompiledUnderBothReadings() {
        assertEquals(LinkedIn.POLICY, LinkedIn.policy().id());
        assertSame(LinkedIn.policy(), LinkedIn.policy());
        assertEquals("strict", LinkedIn.strict().reading().name());
        assertSame(LinkedIn.strict(), LinkedIn.strict());
        assertEquals("documented", LinkedIn.documented().reading().name());
        assertSame(LinkedIn.documented(), LinkedIn.documented());
        assertEquals(Bundled.POLICY, LinkedIn.policy());
    }
}
