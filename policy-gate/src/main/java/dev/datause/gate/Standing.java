package dev.datause.gate;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of a finding.
 *
 * @param kind whether it counts, and if not, why not
 * @param reason what was said for it; empty text where nobody said anything
 * @param owner who answers for that; empty text where nobody does
 * @param until the last day on which it stands so, where there is one
 */
public record Standing(Kind kind, String reason, String owner, Optional<LocalDate> until) {
    /** Whether a finding counts. */
    public enum Kind {
        /** It counts as its code says. */
        COUNTS,
        /** A warning that the project counts as a violation. */
        FAILS,
        /** A warning until a day: its rule is watched. */
        WATCHED,
        /** It does not count until a day: it is waived. */
        WAIVED,
        /** It does not count: it stands in the baseline. */
        BASELINED
    }

    static final Standing COUNTS = new Standing(Kind.COUNTS, "", "", Optional.empty());
    static final Standing FAILS = new Standing(Kind.FAILS, "", "", Optional.empty());
    static final Standing BASELINED =
            new Standing(Kind.BASELINED, "was there when the baseline was taken", "", Optional.empty());

    /** Refuses null. */
    public Standing {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(until, "until");
    }

    static Standing of(Waiver waiver) {
        return new Standing(Kind.WAIVED, waiver.reason(), waiver.owner(), Optional.of(waiver.expires()));
    }

    static Standing of(Watch watch) {
        return new Standing(Kind.WATCHED, watch.reason(), watch.owner(), Optional.of(watch.until()));
    }
}
