package dev.datause.maven;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** The readings that a build names, with other answers put in. */
final class ChosenReadings {
    private static final int LONGEST_NAME = 64;

    private ChosenReadings() {}

    /**
     * The policy under each reading.
     *
     * @param names the readings, separated by commas, or empty text
     * @param answers such as {@code C9=cut-over,C12=no}, or empty text
     * @param otherwise the readings if none is named
     */
    static List<DataUsePolicy> of(Policy policy, String names, String answers, List<String> otherwise)
            throws MojoExecutionException {
        Map<String, String> changed = answers(policy, answers);
        Map<String, DataUsePolicy> chosen = new LinkedHashMap<>();
        for (String name : names.isBlank() ? otherwise : List.of(names.split(",", -1))) {
            Reading reading = with(named(policy, name.strip()), changed);
            if (chosen.put(reading.name(), DataUsePolicy.of(policy, reading)) != null) {
                throw PolicyMojo.couldNot("reading: '" + reading.name() + "' stands twice");
            }
        }
        return new ArrayList<>(chosen.values());
    }

    private static Reading named(Policy policy, String name) throws MojoExecutionException {
        Optional<Reading> reading = policy.reading(name);
        if (reading.isEmpty()) {
            throw PolicyMojo.couldNot("reading: the policy " + policy.id() + " has no reading '" + name + "'; it has "
                    + String.join(
                            ", ", policy.readings().stream().map(Reading::name).toList()));
        }
        return reading.get();
    }

    private static Map<String, String> answers(Policy policy, String given) throws MojoExecutionException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String pair : given.isBlank() ? List.<String>of() : List.of(given.split(",", -1))) {
            String[] parts = pair.strip().split("=", 2);
            if (parts.length != 2) {
                throw PolicyMojo.couldNot("answers: write question=answer, separated by commas");
            }
            Policy.Question question = policy.questions().stream()
                    .filter(q -> q.name().equals(parts[0]))
                    .findFirst()
                    .orElseThrow(() -> PolicyMojo.couldNot("answers: the policy " + policy.id()
                            + " does not ask '" + parts[0] + "'; it asks "
                            + String.join(
                                    ", ",
                                    policy.questions().stream()
                                            .map(Policy.Question::name)
                                            .toList())));
            List<String> possible =
                    question.answers().stream().map(Policy.Answer::name).toList();
            if (!possible.contains(parts[1])) {
                throw PolicyMojo.couldNot("answers: '" + parts[1] + "' is no answer to " + question.name()
                        + "; there are " + String.join(", ", possible));
            }
            if (answers.put(parts[0], parts[1]) != null) {
                throw PolicyMojo.couldNot("answers: " + parts[0] + " is answered twice");
            }
        }
        return answers;
    }

    /** The reading with other answers, under a name that tells them where that is short enough. */
    private static Reading with(Reading reading, Map<String, String> answers) {
        Reading changed = reading;
        String name = reading.name();
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            name += "-" + answer.getKey() + "-" + answer.getValue();
            changed = changed.with("custom", answer.getKey(), answer.getValue());
        }
        if (name.length() > LONGEST_NAME) {
            name = reading.name() + "-custom";
        }
        return answers.isEmpty() ? reading : new Reading(name, reading.title(), changed.answers());
    }
}
