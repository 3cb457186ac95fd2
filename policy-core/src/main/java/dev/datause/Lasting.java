package dev.datause;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One answer with its grounds, and until when it holds. Most answers last for ever or until one of a policy's few days, so
 * the decision made last is kept and given again where it is the same.
 *
 * <p>Thread-safe: what is kept is immutable and says what it is for; threads that race make one twice.
 */
final class Lasting {
    final List<Ground> grounds;
    private final boolean permitted;
    private final String policy;
    private final String reading;
    private final Decision forEver;
    private Kept kept;

    /** A decision and the day until which it holds. */
    private static final class Kept {
        private final int until;
        private final Decision decision;

        Kept(int until, Decision decision) {
            this.until = until;
            this.decision = decision;
        }
    }

    Lasting(boolean permitted, String policy, String reading, List<Ground> grounds) {
        this.permitted = permitted;
        this.policy = policy;
        this.reading = reading;
        this.grounds = List.copyOf(grounds);
        forEver = made(Optional.empty());
        kept = new Kept(Days.NEVER, forEver);
    }

    private Decision made(Optional<LocalDate> until) {
        return permitted
                ? new Decision.Permit(policy, reading, grounds, until)
                : new Decision.Deny(policy, reading, grounds, until);
    }

    /** The decision that holds until a day, or for ever where that is {@link Days#NEVER}. */
    Decision until(int day) {
        if (day == Days.NEVER) {
            return forEver;
        }
        Kept last = kept;
        if (last.until != day) {
            last = new Kept(day, made(Optional.of(Days.date(day))));
            kept = last;
        }
        return last.decision;
    }
}
