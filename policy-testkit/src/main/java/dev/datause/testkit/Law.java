package dev.datause.testkit;

import java.util.Optional;

/**
 * Something that holds for every sample. Immutable and thread-safe, as far as what it is about is.
 *
 * @param <S> the samples
 */
public interface Law<S> {
    /** What holds, in a few words, such as {@code lacking a fact never helps}. */
    String name();

    /** How the law is broken by a sample, or empty if the law holds for it. */
    Optional<Broken> brokenBy(S sample);

    /**
     * Does nothing if the law holds for a sample.
     *
     * @throws LawBroken if it does not
     */
    default void holdsFor(S sample) {
        brokenBy(sample).ifPresent(broken -> {
            throw new LawBroken(broken);
        });
    }
}
