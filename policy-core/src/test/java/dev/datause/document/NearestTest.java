package dev.datause.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "ai-trainnig, ai-training, 1",
        "ai-traning, ai-training, 1",
        "ab, ba, 1",
        "kitten, sitting, 3",
        "same, same, 0",
        "abc, '', 3",
        "ab, ca, 2",
        "ca, ab, 2",
        "'', abc, 3"
    })
    void countsInsertionsDeletionsReplacementsAndSwaps(String one, String other, int edits) {
        assertEquals(edits, Nearest.edits(one, other));
        assertEquals(edits, Nearest.edits(other, one));
    }

    @ParameterizedTest
    @CsvSource({
        "denyRule, rules",
        "denyRules, rules",
        "rule, rules",
        "sentense, sentence",
        "cite, cites",
        "wehn, when",
        "efect, effect",
        "sentences, sentence",
        "inremedium, remedy"
    })
    void namesTheNearestKey(String found, String known) {
        List<String> keys = List.of("cites", "effect", "id", "remedy", "rules", "sentence", "when");
        assertEquals(Optional.of("did you mean \"" + known + "\"?"), Nearest.hint(found, keys));
    }

    @Test
    void saysNothingWhereNothingIsNear() {
        assertEquals(Optional.empty(), Nearest.hint("colour", List.of("id", "when", "effect")));
        assertEquals(Optional.empty(), Nearest.hint("x", List.of("y")));
        assertEquals(Optional.empty(), Nearest.hint("ab", List.of()));
        assertEquals(Optional.empty(), Nearest.hint("colour", List.of("clown")));
        assertEquals(Optional.empty(), Nearest.hint("sentence", List.of("ten", "sentimental", "tense")));
        assertEquals(Optional.empty(), Nearest.hint("a".repeat(129), List.of("a".repeat(128))));
        assertEquals(Optional.empty(), Nearest.hint("a".repeat(128), List.of("a".repeat(129))));
    }

    @Test
    void comparesNamesOfUpTo128Characters() {
        String known = "a".repeat(127) + "b";
        assertEquals(Optional.of("did you mean \"" + known + "\"?"), Nearest.hint("a".repeat(128), List.of(known)));
    }

    @Test
    void prefersTheNearerToTheFirstInTheAlphabet() {
        assertEquals(
                Optional.of("did you mean \"sentence\"?"),
                Nearest.hint("sentences", List.of("sentence", "absentence")));
        assertEquals(
                Optional.of("did you mean \"sentence\"?"),
                Nearest.hint("sentences", List.of("absentence", "sentence")));
    }

    @Test
    void takesTheFirstInTheAlphabetOfTwoThatAreEquallyNear() {
        assertEquals(Optional.of("did you mean \"bat\"?"), Nearest.hint("aat", List.of("cat", "bat", "rat")));
    }

    @Test
    void prefersANameThatLooksAlikeToANearerOne() {
        assertEquals(
                Optional.of("looks like \"ai-training\""),
                Nearest.hint("AI_TRAINING", List.of("AI_TRAININ", "ai-training")));
    }

    @ParameterizedTest
    @CsvSource({
        "'\u212aey', key",
        "'\u017fave', save",
        "'\u041c\u0410\u0425', max",
        "'-a--b-', a-b",
        "'A B', a-b",
        "'\u0130d', id",
        "'\u0131d', id",
        "'AZ@[', 'az@['",
        "'az`{09/:', 'az`{09/:'",
        "'a.b_c-d e!', a-b-c-d-e!",
        "'a\tb', a-b",
        "'a\u0080b\u200bc\u0085d\u0301', abcd",
        "'a\u2013b\u203fc\u2212d\u00a0e', a-b-c-d-e",
        "'\uff01\uff21\uff5e', !a~",
        "'a\uff5fb', 'a\uff5fb'",
        "'\u65e5', '\u65e5'"
    })
    void foldsWhatLooksAlike(String name, String folded) {
        assertEquals(folded, Nearest.fold(name));
    }
}
