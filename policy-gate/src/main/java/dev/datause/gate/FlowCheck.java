package dev.datause.gate;

import dev.datause.AnalysisLimitException;
import dev.datause.Counterexample;
import dev.datause.DataUsePolicy;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks one pipeline after the other: every purpose, every input, everything that the input holds. */
final class FlowCheck {

    private final DataUsePolicy policy;
    private final Vocabulary vocabulary;
    private final LocalDate asOf;
    private final Findings findings;
    private final Map<String, Dataset> datasets;
    private final Set<String> ambiguous;
    private final boolean incomplete;
    private final Prover prover;
    private final Violations violations;
    private int understood;
    private int couldNotCheck;

    FlowCheck(
            DataUsePolicy policy,
            LocalDate asOf,
            Findings findings,
            Map<String, Dataset> datasets,
            Set<String> ambiguous,
            boolean incomplete) {
        this.policy = policy;
        vocabulary = policy.policy().vocabulary();
        this.asOf = asOf;
        this.findings = findings;
        this.datasets = datasets;
        this.ambiguous = ambiguous;
        this.incomplete = incomplete;
        prover = new Prover(policy);
        violations = new Violations(policy, findings);
    }

    int understood() {
        return understood;
    }

    int couldNotCheck() {
        return couldNotCheck;
    }

    /** One purpose of a pipeline, and what was already proved of it. */
    private record Purposed(Stated<Purpose> purpose, Prover.Usage usage, Map<DatasetShape, FlowProof> proved) {}

    void check(Step pipeline) {
        List<Purposed> usages = usages(pipeline);
        if (pipeline.inputs().isEmpty()) {
            couldNotCheck++;
            findings.add(
                    FindingCode.NO_INPUTS,
                    pipeline.name().at(),
                    violations.named(pipeline) + " does not say what it reads",
                    Optional.of(Violations.flow(pipeline)),
                    "list every dataset it reads as inputs");
        }
        for (Stated<Port> port : pipeline.inputs()) {
            Stated<String> input = new Stated<>(port.value().dataset(), port.at());
            boolean everyWordKnown = usages.size() == pipeline.purposes().size();
            if (check(pipeline, usages, input) && everyWordKnown) {
                understood++;
            } else {
                couldNotCheck++;
            }
        }
    }

    /** How a pipeline uses what it reads, so far as the policy has words for it; what it has none for is a finding. */
    private List<Purposed> usages(Step pipeline) {
        List<Stated<Purpose>> purposes = purposes(pipeline);
        Optional<Recipient> recipient = recipient(pipeline);
        boolean callsPolicy = callsPolicy(pipeline);
        List<Purposed> usages = new ArrayList<>();
        if (recipient.isPresent()) {
            Optional<Window> runs = pipeline.runs().map(Stated::value);
            for (Stated<Purpose> purpose : purposes) {
                Prover.Usage usage = new Prover.Usage(
                        purpose.value(),
                        recipient.get(),
                        pipeline.guards().stream().map(Stated::value).toList(),
                        callsPolicy,
                        runs.flatMap(Window::from).orElse(asOf),
                        runs.flatMap(Window::until));
                usages.add(new Purposed(purpose, usage, new HashMap<>()));
            }
        }
        return usages;
    }

    private List<Stated<Purpose>> purposes(Step pipeline) {
        List<String> known =
                vocabulary.purposes().stream().map(entry -> entry.name().name()).toList();
        if (pipeline.purposes().isEmpty()) {
            findings.add(
                    FindingCode.NO_PURPOSE,
                    pipeline.name().at(),
                    violations.named(pipeline) + " has no purpose",
                    Optional.of(Violations.flow(pipeline)),
                    "say what it uses the data for: " + String.join(", ", known));
        }
        List<Stated<Purpose>> purposes = new ArrayList<>();
        for (Stated<String> purpose : pipeline.purposes()) {
            if (known.contains(purpose.value())) {
                purposes.add(new Stated<>(Purpose.of(purpose.value()), purpose.at()));
            } else {
                unknown(FindingCode.UNKNOWN_PURPOSE, "purpose", pipeline, purpose, known);
            }
        }
        return purposes;
    }

    private Optional<Recipient> recipient(Step pipeline) {
        List<String> known = vocabulary.recipients().stream()
                .map(entry -> entry.name().name())
                .toList();
        Stated<String> recipient = pipeline.recipient().orElseThrow();
        if (known.contains(recipient.value())) {
            return Optional.of(Recipient.of(recipient.value()));
        }
        unknown(FindingCode.UNKNOWN_RECIPIENT, "recipient", pipeline, recipient, known);
        return Optional.empty();
    }

    private void unknown(FindingCode code, String what, Step pipeline, Stated<String> word, List<String> known) {
        findings.add(
                code,
                word.at(),
                violations.named(pipeline) + " has the unknown " + what + " "
                        + findings.unknown(word.value(), word.at(), known),
                Optional.of(Violations.flow(pipeline)),
                "write one of the policy's: " + String.join(", ", known));
    }

    /** Whether every row is decided by the policy that is checked, at run time. */
    private boolean callsPolicy(Step pipeline) {
        if (pipeline.call().isEmpty()) {
            return false;
        }
        Location at = pipeline.call().get().at();
        Step.PolicyCall call = pipeline.call().get().value();
        String remedy = "call the policy that is checked: " + violations.call();
        if (!call.policy().equals(policy.policy().id())) {
            String what = violations.named(pipeline) + " calls the policy '" + FindingText.name(call.policy())
                    + "', not '" + policy.policy().id() + "'";
            findings.add(FindingCode.OTHER_POLICY, at, what, Optional.of(Violations.flow(pipeline)), remedy);
            return false;
        }
        String checked = policy.reading().name();
        if (!call.reading().equals(checked)) {
            String what = violations.named(pipeline) + " calls the policy under the reading '"
                    + FindingText.name(call.reading()) + "', not '" + checked + "'";
            findings.add(FindingCode.OTHER_READING, at, what, Optional.of(Violations.flow(pipeline)), remedy);
            return false;
        }
        return true;
    }

    /** Checks one input; whether it could be checked. */
    private boolean check(Step pipeline, List<Purposed> usages, Stated<String> input) {
        Dataset dataset = datasets.get(input.value());
        if (ambiguous.contains(input.value()) || (dataset == null && incomplete)) {
            return false;
        }
        if (dataset == null) {
            return undeclared(pipeline, usages, input);
        }
        boolean checked = true;
        for (Purposed usage : usages) {
            checked &= declared(pipeline, usage, dataset);
        }
        return checked;
    }

    private boolean undeclared(Step pipeline, List<Purposed> usages, Stated<String> input) {
        Optional<Counterexample> witness = Optional.empty();
        boolean checked = true;
        try {
            for (Purposed usage : usages) {
                if (witness.isEmpty() && !usage.usage().callsPolicy()) {
                    witness = prover.ofAnything(usage.usage());
                }
            }
        } catch (AnalysisLimitException limit) {
            violations.tooLarge(pipeline, input.value(), input.at(), limit);
            checked = false;
        }
        violations.undeclared(pipeline, input, datasets.keySet(), witness);
        return checked;
    }

    private boolean declared(Step pipeline, Purposed usage, Dataset dataset) {
        Stated<Purpose> purpose = usage.purpose();
        try {
            FlowProof proof = usage.proved()
                    .computeIfAbsent(DatasetShape.of(dataset), shape -> prover.prove(usage.usage(), shape));
            for (FlowProof.Leak leak : proof.leaks()) {
                violations.add(pipeline, purpose, dataset, leak);
            }
            switch (proof.nothing()) {
                case SOMETHING_PASSES -> {}
                case NO_DAYS -> violations.noDays(pipeline, dataset);
                case NO_MEMBERS -> violations.emptyPopulation(pipeline, dataset);
                case GUARDED -> violations.guardLetsNothing(pipeline, purpose, dataset);
            }
            return true;
        } catch (AnalysisLimitException limit) {
            violations.tooLarge(pipeline, dataset.name().value(), purpose.at(), limit);
            return false;
        }
    }
}
