package dev.datause.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * One sample in the making: where its chance comes from, and which facts are plain. Either every fact is plain with some
 * probability, or all facts are but up to three.
 */
final class Draw {
    static final String NO_SUCH_NAME = "no-such-name";
    private static final double[] PLAINNESS = {0.98, 0.95, 0.9, 0.75, 0.5, 0.2};

    private final RandomGenerator random;
    private final double plainness;
    private final Set<String> odd;
    /** Whether all facts are plain but the odd ones. */
    private final boolean few;

    private Draw(RandomGenerator random, double plainness, Set<String> odd, boolean few) {
        this.random = random;
        this.plainness = plainness;
        this.odd = odd;
        this.few = few;
    }

    /** Every fact is plain with the same probability, but one that is odd. */
    static Draw of(RandomGenerator random, List<String> facts) {
        double plainness = PLAINNESS[random.nextInt(PLAINNESS.length)];
        boolean none = facts.isEmpty() || random.nextInt(3) == 0;
        Set<String> odd = none ? Set.of() : Set.of(facts.get(random.nextInt(facts.size())));
        return new Draw(random, plainness, odd, false);
    }

    /** Every fact is plain but none, one, two or three. */
    static Draw few(RandomGenerator random, List<String> facts) {
        Set<String> odd = new TreeSet<>();
        int[] counts = {0, 1, 1, 1, 2, 2, 2, 3};
        for (int i = counts[random.nextInt(counts.length)]; i > 0 && !facts.isEmpty(); i--) {
            odd.add(facts.get(random.nextInt(facts.size())));
        }
        return new Draw(random, 1, odd, true);
    }

    boolean few() {
        return few;
    }

    boolean plain(String fact) {
        return !odd.contains(fact) && (few || random.nextDouble() < plainness);
    }

    /** Whether the fact was chosen to be odd, whatever the rest is. */
    boolean odd(String fact) {
        return odd.contains(fact);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    int below(int n) {
        return random.nextInt(n);
    }

    <T> T from(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    LocalDate beside(LocalDate day) {
        return day.plusDays(random.nextInt(3) - 1);
    }

    /** The name, or seldom none, or one that does not exist. */
    Optional<String> name(String plain) {
        if (oneIn(60)) {
            return oneIn(2) ? Optional.empty() : Optional.of(NO_SUCH_NAME);
        }
        return Optional.of(plain);
    }
}
