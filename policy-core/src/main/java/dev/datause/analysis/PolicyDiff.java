package dev.datause.analysis;

import dev.datause.AnalysisLimitException;
import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Whose decisions differ between two policies, two readings of one, or two days: exactly, every change with a made-up
 * use that shows it. Without changes nothing differs, for any use at all.
 *
 * @param before what is left, in a few words
 * @param after what is come to, in a few words
 * @param changes the changes
 */
public record PolicyDiff(String before, String after, List<Change> changes) {
    /** Copies the list. */
    public PolicyDiff {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        changes = List.copyOf(changes);
    }

    /**
     * What changes from one policy to another, or from one reading to another of the same policy. Between readings every
     * change names the questions whose answers make it.
     *
     * <p>Policies with different words are compared in the words of both: a word that one does not have is known to it
     * and no rule of it names it.
     *
     * @throws AnalysisLimitException if an exact answer would take too much
     */
    public static PolicyDiff of(DataUsePolicy before, DataUsePolicy after) {
        DataUsePolicy one = before;
        DataUsePolicy other = after;
        if (!before.policy().vocabulary().equals(after.policy().vocabulary())) {
            one = common(before, before.policy(), after.policy());
            other = common(after, before.policy(), after.policy());
        }
        boolean readings = before.policy().equals(after.policy());
        String left = readings ? "reading " + before.reading().name() : named(before);
        String come = readings ? "reading " + after.reading().name() : named(after);
        return new PolicyDiff(left, come, new Comparison(one, other, readings).changes());
    }

    private static DataUsePolicy common(DataUsePolicy policy, Policy first, Policy second) {
        return DataUsePolicy.of(CommonWords.in(policy.policy(), first, second), policy.reading());
    }

    private static String named(DataUsePolicy policy) {
        return policy.policy().id() + " " + policy.policy().version() + ", reading "
                + policy.reading().name();
    }

    /**
     * What changes between two days of use for members whose facts do not: for data collected on the day of its use, and
     * for data collected up to the earlier day.
     *
     * @throws AnalysisLimitException if an exact answer would take too much
     * @throws IllegalArgumentException if the second day does not lie after the first
     */
    public static PolicyDiff between(DataUsePolicy policy, LocalDate before, LocalDate after) {
        if (!after.isAfter(before)) {
            throw new IllegalArgumentException("after: does not lie after before");
        }
        return new PolicyDiff(
                "used on " + before, "used on " + after, new DayComparison(policy, before, after).changes());
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The changes for people. Deterministic; ends with a line feed. */
    public String text() {
        return DiffReport.text(this);
    }

    /** The changes as JSON, see {@code docs/analysis.md}. Deterministic; ends with a line feed. */
    public String json() {
        return DiffReport.json(this);
    }
}
