package dev.datause.testkit;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Asks a law about many samples, where no test framework does. A sample that breaks the law is made as plain as it can
 * be before it is shown. Immutable.
 *
 * @param seed where chance begins: the same seed gives the same samples
 * @param count how many samples
 */
public record Tries(long seed, int count) {
    /** Refuses a count below one: nothing asked is nothing shown. */
    public Tries {
        if (count < 1) {
            throw new IllegalArgumentException("count: at least one");
        }
    }

    /** How the law is broken by the plainest sample found, or empty if it holds for every one. */
    public <S extends MadeUp<S>> Optional<Broken> firstBroken(Law<S> law, Function<RandomGenerator, S> samples) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            S sample = samples.apply(random);
            if (law.brokenBy(sample).isPresent()) {
                return law.brokenBy(
                        plainest(sample, plainer -> law.brokenBy(plainer).isPresent()));
            }
        }
        return Optional.empty();
    }

    /**
     * Does nothing if the law holds for every sample.
     *
     * @throws LawBroken for the plainest sample found for which it does not
     */
    public <S extends MadeUp<S>> void check(Law<S> law, Function<RandomGenerator, S> samples) {
        firstBroken(law, samples).ifPresent(broken -> {
            throw new LawBroken(broken);
        });
    }

    /** A sample that {@code shows}, and of whose plainer ones none does; {@code sample} itself must. */
    public static <S extends MadeUp<S>> S plainest(S sample, Predicate<? super S> shows) {
        S plainest = sample;
        boolean found = true;
        while (found) {
            Optional<S> next = plainest.plainer().stream().filter(shows).findFirst();
            found = next.isPresent();
            plainest = next.orElse(plainest);
        }
        return plainest;
    }
}
