package dev.datause;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The answer about one use, with its grounds. Immutable; holds no fact of the member. */
public sealed interface Decision {
    /** Whether the use is permitted. */
    boolean permitted();

    /** The name of the policy that decided. */
    String policy();

    /** The name of the reading under which it decided. */
    String reading();

    /** Why; never empty. For a denial: everything that stands in the way, in the policy's order of rules. */
    List<Ground> grounds();

    /**
     * The first day of use on which the answer would be the other one, if no new fact arrives and the day of
     * collection stays as it is: an eighteenth birthday, a rule that starts, an event already on record. Empty where
     * the answer never changes. The grounds of a denial may change earlier.
     */
    Optional<LocalDate> holdsUntil();

    /**
     * The use is permitted.
     *
     * @param policy the name of the policy
     * @param reading the name of the reading
     * @param grounds the rules that permit
     * @param holdsUntil the first day on which it would be denied
     */
    record Permit(String policy, String reading, List<Ground> grounds, Optional<LocalDate> holdsUntil)
            implements Decision {
        /** Copies the grounds. */
        public Permit {
            grounds = List.copyOf(grounds);
        }

        @Override
        public boolean permitted() {
            return true;
        }
    }

    /**
     * The use is denied.
     *
     * @param policy the name of the policy
     * @param reading the name of the reading
     * @param grounds what stands in the way
     * @param holdsUntil the first day on which it would be permitted
     */
    record Deny(String policy, String reading, List<Ground> grounds, Optional<LocalDate> holdsUntil)
            implements Decision {
        /** Copies the grounds. */
        public Deny {
            grounds = List.copyOf(grounds);
        }

        @Override
        public boolean permitted() {
            return false;
        }
    }
}
