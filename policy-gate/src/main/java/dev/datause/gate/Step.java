package dev.datause.gate;

import dev.datause.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that reads data: it may write what it read, and it may use it for a purpose. A pipeline is a step that uses
 * what it reads.
 *
 * @param name its name
 * @param pipeline whether it was declared as a use: then a purpose must be stated, and none is a finding
 * @param purposes what for, as the metadata names it: the policy may not have it
 * @param recipient who uses the data, as the metadata names it; not stated: the purpose's default recipient
 * @param inputs what it reads, all of it; nothing is a finding
 * @param outputs what it writes; whatever it reads may be in each, unless {@link #derivations} say more
 * @param derivations for some of the outputs: from which of the inputs alone they come
 * @param guards its filters: a row passes only where every one of these is known to be true
 * @param call the call of a policy for every row at run time, if it makes one
 * @param breakers what stops here, by declaration
 * @param runs the days on which it runs; not stated: from the day of the check on, for ever
 */
public record Step(
        Stated<String> name,
        boolean pipeline,
        List<Stated<String>> purposes,
        Optional<Stated<String>> recipient,
        List<Stated<Port>> inputs,
        List<Stated<Port>> outputs,
        List<Derivation> derivations,
        List<Stated<Condition>> guards,
        Optional<Stated<PolicyCall>> call,
        List<Stated<Breaker>> breakers,
        Optional<Stated<Window>> runs) {
    /** Copies the lists. */
    public Step {
        Objects.requireNonNull(name, "name");
        purposes = List.copyOf(purposes);
        Objects.requireNonNull(recipient, "recipient");
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        derivations = List.copyOf(derivations);
        guards = List.copyOf(guards);
        Objects.requireNonNull(call, "call");
        breakers = List.copyOf(breakers);
        Objects.requireNonNull(runs, "runs");
    }

    /**
     * That a field is made of these inputs and no others.
     *
     * @param output the field
     * @param from the inputs; empty: of none, such as a constant
     */
    public record Derivation(Stated<Port> output, List<Stated<Port>> from) {
        /** Copies the list. */
        public Derivation {
            Objects.requireNonNull(output, "output");
            from = List.copyOf(from);
        }
    }

    /**
     * A step decides every row by a policy when it runs, and keeps out what that denies.
     *
     * @param policy the id of the policy
     * @param reading the name of the reading
     * @param use for what and whom it asks; not stated: for each purpose of the step itself
     */
    public record PolicyCall(String policy, String reading, Optional<Tag> use) {
        /** Refuses null. */
        public PolicyCall {
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(reading, "reading");
            Objects.requireNonNull(use, "use");
        }
    }
}
