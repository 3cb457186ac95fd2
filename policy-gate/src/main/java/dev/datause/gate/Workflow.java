package dev.datause.gate;

import java.util.Objects;
import java.util.Optional;

/**
 * How a project lives with findings: what it waives, watches and has in its baseline. Says nothing about what could not be
 * checked: that always counts. Reads no clock: the day is the day of the check. Immutable and thread-safe.
 */
public final class Workflow {
    /** For how many days after the day of the check a waiver or watch may last, unless a project says otherwise. */
    public static final int LONGEST = 90;

    private static final int MOST = 3_660;
    private static final Workflow NONE = new Workflow(Waivers.none(), Optional.empty(), LONGEST, false);

    private final Waivers waivers;
    private final Optional<Baseline> baseline;
    private final int longest;
    private final boolean failOnStale;

    private Workflow(Waivers waivers, Optional<Baseline> baseline, int longest, boolean failOnStale) {
        this.waivers = Objects.requireNonNull(waivers, "waivers");
        this.baseline = baseline;
        this.longest = longest;
        this.failOnStale = failOnStale;
    }

    /** Every finding counts. */
    public static Workflow none() {
        return NONE;
    }

    /** The same with these waivers and watches. */
    public Workflow waivers(Waivers given) {
        return new Workflow(given, baseline, longest, failOnStale);
    }

    /** The same with this baseline. */
    public Workflow baseline(Baseline given) {
        return new Workflow(waivers, Optional.of(given), longest, failOnStale);
    }

    /**
     * The same with waivers and watches for at most so many days.
     *
     * @throws IllegalArgumentException if that is less than one day or more than ten years
     */
    public Workflow longest(int days) {
        if (days < 1 || days > MOST) {
            throw new IllegalArgumentException("longest: a waiver lasts 1 to " + MOST + " days");
        }
        return new Workflow(waivers, baseline, days, failOnStale);
    }

    /** The same, with baseline entries that match nothing as failures instead of warnings, or not. */
    public Workflow failOnStaleBaseline(boolean fail) {
        return new Workflow(waivers, baseline, longest, fail);
    }

    Waivers waivers() {
        return waivers;
    }

    Optional<Baseline> baseline() {
        return baseline;
    }

    int longest() {
        return longest;
    }

    boolean failOnStale() {
        return failOnStale;
    }

    /** Whether it can make any difference. */
    boolean isEmpty() {
        return waivers.isEmpty() && baseline.isEmpty();
    }
}
