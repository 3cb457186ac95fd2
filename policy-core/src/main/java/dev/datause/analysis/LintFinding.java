package dev.datause.analysis;

import java.util.Objects;
import java.util.Optional;

/**
 * Something about a policy that is probably not meant, or worth knowing.
 *
 * @param code what it is about
 * @param subject the rule, word, question or purpose, such as {@code rule europe-no-ads}
 * @param says what is found, in a sentence
 * @param witness a made-up use that shows it, in words
 * @param at the place, as {@code file:line:column}, where the policy's document was given
 */
public record LintFinding(LintCode code, String subject, String says, Optional<String> witness, Optional<String> at) {
    /** Refuses null. */
    public LintFinding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(says, "says");
        Objects.requireNonNull(witness, "witness");
        Objects.requireNonNull(at, "at");
    }
}
