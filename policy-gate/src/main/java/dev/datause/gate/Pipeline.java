package dev.datause.gate;

import dev.datause.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that uses data: what it reads, what for, for whom, when, and what it keeps out.
 *
 * @param name its name
 * @param purposes what for, as the metadata names it: the policy may not have it; none is a finding
 * @param recipient who uses the data, as the metadata names it
 * @param inputs the names of the datasets it reads, all of them; none is a finding
 * @param guards its filters: a row passes only where every one of these is known to be true
 * @param call the call of a policy for every row at run time, if it makes one
 * @param runs the days on which it runs; not stated: from the day of the check on, for ever
 */
public record Pipeline(
        Stated<String> name,
        List<Stated<String>> purposes,
        Stated<String> recipient,
        List<Stated<String>> inputs,
        List<Stated<Condition>> guards,
        Optional<Stated<PolicyCall>> call,
        Optional<Stated<Window>> runs) {
    /** Copies the lists. */
    public Pipeline {
        Objects.requireNonNull(name, "name");
        purposes = List.copyOf(purposes);
        Objects.requireNonNull(recipient, "recipient");
        inputs = List.copyOf(inputs);
        guards = List.copyOf(guards);
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(runs, "runs");
    }

    /**
     * A pipeline decides every row by a policy when it runs, and keeps out what that denies.
     *
     * @param policy the id of the policy
     * @param reading the name of the reading
     */
    public record PolicyCall(String policy, String reading) {
        /** Refuses null. */
        public PolicyCall {
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(reading, "reading");
        }
    }
}
