package dev.datause.gate;

import java.util.Objects;

/**
 * A finding of a report, and what becomes of it.
 *
 * @param finding the finding
 * @param fingerprint its fingerprint, numbered where the report has several with the same
 * @param standing whether it counts
 */
public record Judged(Finding finding, String fingerprint, Standing standing) {
    /** Refuses null. */
    public Judged {
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(standing, "standing");
    }

    /** What it makes of the check. */
    public Verdict verdict() {
        return switch (standing.kind()) {
            case COUNTS -> finding.code().verdict();
            case FAILS -> Verdict.VIOLATED;
            case WATCHED, WAIVED, BASELINED -> Verdict.PASSED;
        };
    }

    /** Whether it counts against the check: neither a warning nor set aside. */
    public boolean counts() {
        return verdict() != Verdict.PASSED;
    }

    /** Whether it was set aside: waived, or in the baseline. */
    public boolean setAside() {
        return standing.kind() == Standing.Kind.WAIVED || standing.kind() == Standing.Kind.BASELINED;
    }

    /** Whether it is shown as a warning. */
    public boolean warns() {
        return !counts() && !setAside();
    }

    /** Whether a new baseline holds it. */
    boolean mayBeFrozen() {
        return finding.code().verdict() == Verdict.VIOLATED
                && (standing.kind() == Standing.Kind.COUNTS || standing.kind() == Standing.Kind.BASELINED);
    }

    /** As people read it; several lines, without a line feed at the end, safe for any terminal. */
    public String text() {
        return FindingText.of(this);
    }

    /** The same as {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
