package dev.datause.gate;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Somebody's word that one finding may stand for some days.
 *
 * @param fingerprint the finding
 * @param reason why it may stand
 * @param owner who answers for it
 * @param expires the last day on which it may
 * @param at where the waiver is written
 */
public record Waiver(String fingerprint, String reason, String owner, LocalDate expires, Location at) {
    /** Refuses null. */
    public Waiver {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(at, "at");
    }
}
