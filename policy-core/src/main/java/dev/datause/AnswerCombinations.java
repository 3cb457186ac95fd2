package dev.datause;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/** Every way to answer some of a policy's questions, one after another. */
final class AnswerCombinations implements Iterable<Map<String, String>> {
    /** How many combinations are gone through at most. */
    static final int MOST = 4_096;

    private final List<Policy.Question> questions = new ArrayList<>();

    /** Of the questions of {@code policy} with these names. */
    AnswerCombinations(Policy policy, Collection<String> names) {
        for (Policy.Question question : policy.questions()) {
            if (names.contains(question.name())) {
                questions.add(question);
            }
        }
    }

    /** How many there are, or {@link Long#MAX_VALUE} for more than a long holds. */
    long count() {
        long count = 1;
        for (Policy.Question question : questions) {
            int answers = question.answers().size();
            if (count > Long.MAX_VALUE / Math.max(1, answers)) {
                return Long.MAX_VALUE;
            }
            count *= answers;
        }
        return count;
    }

    @Override
    public Iterator<Map<String, String>> iterator() {
        return new Iterator<>() {
            private final int[] chosen = new int[questions.size()];
            private boolean more = count() > 0;

            @Override
            public boolean hasNext() {
                return more;
            }

            @Override
            public Map<String, String> next() {
                if (!more) {
                    throw new NoSuchElementException();
                }
                Map<String, String> answers = new TreeMap<>();
                for (int i = 0; i < chosen.length; i++) {
                    Policy.Question question = questions.get(i);
                    answers.put(
                            question.name(), question.answers().get(chosen[i]).name());
                }
                more = turn();
                return Collections.unmodifiableMap(answers);
            }

            private boolean turn() {
                for (int i = 0; i < chosen.length; i++) {
                    if (++chosen[i] < questions.get(i).answers().size()) {
                        return true;
                    }
                    chosen[i] = 0;
                }
                return false;
            }
        };
    }
}
