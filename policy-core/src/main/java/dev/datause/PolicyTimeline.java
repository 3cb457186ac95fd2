package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Versions of a policy, one after the other: each day of use is decided by the version in force on it.
 *
 * <p>The versions follow each other without gap or overlap and share one vocabulary, so that one member can be asked
 * about under all of them. On days before the first version and after the last everything is denied.
 *
 * <p>Immutable and thread-safe. Finding the version costs the logarithm of their number.
 */
public final class PolicyTimeline {
    private final List<DataUsePolicy> versions;

    private PolicyTimeline(List<DataUsePolicy> versions) {
        this.versions = versions;
    }

    /**
     * The timeline of some versions, in any order.
     *
     * @throws IllegalArgumentException if there is none, two overlap, there is a gap between two, or they speak
     *     different vocabularies
     */
    public static PolicyTimeline of(List<DataUsePolicy> versions) {
        List<DataUsePolicy> sorted = new ArrayList<>(Objects.requireNonNull(versions, "versions"));
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("versions: there is none");
        }
        sorted.sort(Comparator.comparing(PolicyTimeline::from));
        for (int i = 1; i < sorted.size(); i++) {
            follow(sorted.get(i - 1).policy(), sorted.get(i).policy());
        }
        return new PolicyTimeline(List.copyOf(sorted));
    }

    private static LocalDate from(DataUsePolicy version) {
        return version.policy().effective().from().orElse(LocalDate.MIN);
    }

    private static void follow(Policy before, Policy after) {
        LocalDate until = before.effective().until().orElse(LocalDate.MAX);
        LocalDate from = after.effective().from().orElse(LocalDate.MIN);
        if (!until.isBefore(from)) {
            throw new IllegalArgumentException("versions: " + name(before) + " and " + name(after) + " overlap");
        }
        if (until.plusDays(1).isBefore(from)) {
            throw new IllegalArgumentException(
                    "versions: between " + name(before) + " and " + name(after) + " days have no policy");
        }
        if (!before.vocabulary().equals(after.vocabulary())) {
            throw new IllegalArgumentException(
                    "versions: " + name(before) + " and " + name(after) + " speak different vocabularies");
        }
    }

    private static String name(Policy policy) {
        return policy.id() + " " + policy.version();
    }

    /** The versions, the earliest first. */
    public List<DataUsePolicy> versions() {
        return versions;
    }

    /** The version in force on a day of use, or empty before the first and after the last. */
    public Optional<DataUsePolicy> on(LocalDate day) {
        Objects.requireNonNull(day, "day");
        DataUsePolicy latest = latestBegun(day);
        boolean over = day.isAfter(latest.policy().effective().until().orElse(LocalDate.MAX));
        return over || day.isBefore(from(latest)) ? Optional.empty() : Optional.of(latest);
    }

    /** Decides by the version in force on the day of use; where none is, denies because none is. */
    public Decision decide(Use use) {
        return latestBegun(Objects.requireNonNull(use, "use").used()).decide(use);
    }

    /** The last version that has begun on a day, or the first. */
    private DataUsePolicy latestBegun(LocalDate day) {
        int low = 0;
        int high = versions.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (from(versions.get(middle)).isAfter(day)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return versions.get(low);
    }
}
