package dev.datause.gate;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Tries a law from a fixed seed and from a new one that a failure prints; {@code -Ddatause.tries.factor} multiplies the
 * tries, {@code -Ddatause.seed} sets the second seed.
 */
final class Tries {
    private static final int FACTOR = Integer.getInteger("datause.tries.factor", 1);
    private static final long NEW_SEED = Long.getLong("datause.seed", System.nanoTime());

    private Tries() {}

    static void of(int count, Consumer<RandomGenerator> law) {
        for (long seed : new long[] {20251103, NEW_SEED}) {
            RandomGenerator random = new SplittableRandom(seed);
            for (int i = 0; i < count * FACTOR; i++) {
                try {
                    law.accept(random);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", try " + i + ": " + e.getMessage(), e);
                }
            }
        }
    }
}
