package dev.datause;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One answer to each question of a policy.
 *
 * @param name the name that decisions show
 * @param title one line for people
 * @param answers the answer chosen for each question, by name
 */
public record Reading(String name, String title, Map<String, String> answers) {
    /** Copies the answers, sorted by question. */
    public Reading {
        Names.checked(name, "name");
        Objects.requireNonNull(title, "title");
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }

    /** This reading under another name with another answer to one question. Whether the policy has it is checked on compiling. */
    public Reading with(String newName, String question, String answer) {
        Map<String, String> changed = new TreeMap<>(answers);
        changed.put(Objects.requireNonNull(question, "question"), Objects.requireNonNull(answer, "answer"));
        return new Reading(newName, title, changed);
    }
}
