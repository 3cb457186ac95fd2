package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class AnswerCombinationsTest {
    private static Policy.Question question(String name, int answers) {
        List<Policy.Answer> all = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            all.add(new Policy.Answer("a" + i, "Answer", List.of()));
        }
        return new Policy.Question(name, "What?", all);
    }

    private static AnswerCombinations combinations(int... answers) {
        List<Policy.Question> questions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            questions.add(question("q" + i, answers[i]));
            names.add("q" + i);
        }
        questions.add(question("not-asked", 7));
        return new AnswerCombinations(
                Policy.builder("asks", "1").questions(questions).build(), names);
    }

    private static List<String> told(AnswerCombinations combinations) {
        List<String> told = new ArrayList<>();
        for (Map<String, String> answers : combinations) {
            told.add(String.join(" ", answers.values()));
        }
        return told;
    }

    @Test
    void eachCombinationComesOnce() {
        assertEquals(List.of("a0 a0", "a1 a0", "a0 a1", "a1 a1", "a0 a2", "a1 a2"), told(combinations(2, 3)));
        assertEquals(6, combinations(2, 3).count());
        assertEquals(List.of(""), told(combinations()));
        assertEquals(1, combinations().count());
    }

    @Test
    void aQuestionWithoutAnswersLeavesNone() {
        assertEquals(0, combinations(2, 0).count());
        assertEquals(List.of(), told(combinations(2, 0)));
    }

    @Test
    void asMuchAsALongHoldsIsCounted() {
        int[] many = new int[62];
        Arrays.fill(many, 2);
        assertEquals(1L << 62, combinations(many).count());
        int[] more = new int[63];
        Arrays.fill(more, 2);
        assertEquals(Long.MAX_VALUE, combinations(more).count());
        int[] most = new int[100];
        Arrays.fill(most, 9);
        assertEquals(Long.MAX_VALUE, combinations(most).count());
    }

    @Test
    void afterTheLastThereIsNone() {
        Iterator<Map<String, String>> one = combinations(1).iterator();
        assertEquals(Map.of("q0", "a0"), one.next());
        assertFalse(one.hasNext());
        assertThrows(NoSuchElementException.class, one::next);
    }
}
