package dev.datause.gate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a policy denies: a rule, or the lack of one, in words.
 *
 * @param rule the id of the rule, if there is one
 * @param sentence what it says, or why nothing permits
 * @param missing the facts that are not known, such as {@code country at use}; none where the rule is simply true
 * @param source where the rule is written: a document, or the key of a source
 * @param quote the words there
 */
public record Reason(
        Optional<String> rule, String sentence, List<String> missing, Optional<String> source, Optional<String> quote) {
    /** Copies the list. */
    public Reason {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(sentence, "sentence");
        missing = List.copyOf(missing);
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(quote, "quote");
    }
}
