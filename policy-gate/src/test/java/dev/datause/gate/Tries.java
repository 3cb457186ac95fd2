package dev.datause.gate;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Tries a law from a fixed seed and from a new one that a failure prints; {@code -Ddatause.tries.factor} multiplies the
 * tries, {@code -Ddatause.seed} sets the second seed.
 */
final class Tries {
    static final double FACTOR = Double.parseDouble(System.getProperty("datause.tries.factor", "1"));

    /** Whether there are so many tries that each kind of outcome must have come up. */
    static final boolean ENOUGH = FACTOR >= 1;

    private static final long NEW_SEED = Long.getLong("datause.seed", System.nanoTime());

    private Tries() {}

    static void of(int count, Consumer<RandomGenerator> law) {
        for (long seed : new long[] {20251103, NEW_SEED}) {
            RandomGenerator random = new SplittableRandom(seed);
            for (int i = 0; i < Math.max(1, count * FACTOR); i++) {
                try {
                    law.accept(random);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", try " + i + ": " + e.getMessage(), e);
                }
            }
        }
    }
}
