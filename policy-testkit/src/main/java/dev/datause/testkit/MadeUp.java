package dev.datause.testkit;

import java.util.List;

/**
 * A sample that is nobody's record and may be shown. Its {@code toString} tells everything about it.
 *
 * <p>Samples are found by chance and full of oddities; what is shown to people is the plainest that still shows the
 * point. Implementations are immutable.
 *
 * @param <S> the type of the sample itself
 */
public interface MadeUp<S extends MadeUp<S>> {
    /** Samples that are one step plainer, the largest steps first; none if nothing about this one is odd. */
    List<S> plainer();

    /** How much about this sample is odd; smaller for each of {@link #plainer}, zero for the plainest. */
    int oddity();
}
