package dev.datause.gate;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Runs a law many times, first from a fixed seed, so that a failure is there again tomorrow, then from a new one that
 * is printed. {@code -Ddatause.seed=…} sets the second; {@code -Ddatause.tries.factor=…} multiplies the tries, and
 * may be a fraction where each law is tried thousands of times over, as when mutants are hunted;
 * {@code -Ddatause.tries.seconds=…} ends each law after that time. With more tries or a time, what was tried is
 * printed.
 */
final class Tries {
    private static final long FIXED_SEED = 20251103;
    private static final long NEW_SEED = Long.getLong("datause.seed", System.nanoTime());
    static final double FACTOR = Double.parseDouble(System.getProperty("datause.tries.factor", "1"));
    private static final int SECONDS = Integer.getInteger("datause.tries.seconds", 0);

    /** Whether there are so many tries, whatever the clock says, that each kind of outcome must have come up. */
    static final boolean ENOUGH = FACTOR >= 1 && SECONDS == 0;

    static {
        System.out.println("Laws are tried with the seeds " + FIXED_SEED + " and " + NEW_SEED);
    }

    private Tries() {}

    /** Runs {@code law} {@code count} times for each of the two seeds. */
    static void of(int count, Consumer<RandomGenerator> law) {
        long wanted = Math.max(1, Math.round(count * FACTOR));
        long done = from(FIXED_SEED, wanted, law) + from(NEW_SEED, wanted, law);
        if (FACTOR > 1 || SECONDS > 0) {
            String test = StackWalker.getInstance()
                    .walk(frames -> frames.filter(frame -> !frame.getClassName().equals(Tries.class.getName()))
                            .findFirst()
                            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                            .orElseThrow());
            System.out.println("Tried " + done + " of " + 2 * wanted + ": " + test);
        }
    }

    private static long from(long seed, long wanted, Consumer<RandomGenerator> law) {
        SplittableRandom random = new SplittableRandom(seed);
        long begin = System.nanoTime();
        for (long i = 0; i < wanted; i++) {
            if (SECONDS > 0 && System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(SECONDS) / 2) {
                return i;
            }
            try {
                law.accept(random);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", try " + i + ": " + e.getMessage(), e);
            }
        }
        return wanted;
    }
}
