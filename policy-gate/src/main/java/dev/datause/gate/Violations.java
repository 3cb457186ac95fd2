package dev.datause.gate;

import dev.datause.AnalysisLimitException;
import dev.datause.Category;
import dev.datause.Counterexample;
import dev.datause.DataUsePolicy;
import dev.datause.Ground;
import dev.datause.Purpose;
import dev.datause.document.Shown;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Words the findings about flows. */
final class Violations {
    private final DataUsePolicy policy;
    private final Findings findings;
    private final Reasons reasons;

    Violations(DataUsePolicy policy, Findings findings) {
        this.policy = policy;
        this.findings = findings;
        reasons = new Reasons(policy.policy());
    }

    static Flow flow(Step pipeline) {
        return new Flow(pipeline.name().value(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    private static Flow flow(Step pipeline, String dataset) {
        return new Flow(pipeline.name().value(), Optional.of(dataset), Optional.empty(), Optional.empty(), List.of());
    }

    /** {@code pipeline 'train'}. */
    String named(Step pipeline) {
        return "pipeline '" + FindingText.name(pipeline.name().value()) + "'";
    }

    /** The guard that makes a pipeline safe whatever it reads. */
    String call() {
        return "`guard: {policy: " + policy.policy().id() + ", reading: "
                + policy.reading().name() + "}`";
    }

    /** One finding for each ground on which a category leaks. */
    void add(Step pipeline, Stated<Purpose> purpose, Dataset dataset, FlowProof.Leak leak) {
        List<Counterexample> found = leak.witnesses();
        Category category = leak.category();
        if (!findings.needs(purpose.at())) {
            findings.count(FindingCode.VIOLATION, found.size());
            return;
        }
        String below = category.name().equals(leak.declared()) ? "" : " (below " + Shown.escaped(leak.declared()) + ")";
        for (Counterexample counterexample : found) {
            findings.add(new Finding(
                    FindingCode.VIOLATION,
                    Optional.of(purpose.at()),
                    named(pipeline) + " lets " + category + below + " of '"
                            + FindingText.name(dataset.name().value()) + "' reach " + purpose.value(),
                    Optional.empty(),
                    Optional.of(new Flow(
                            pipeline.name().value(),
                            Optional.of(dataset.name().value()),
                            Optional.of(category.name()),
                            Optional.of(purpose.value().name()),
                            List.of())),
                    Optional.of(counterexample),
                    reasons.of(counterexample),
                    remedy(counterexample.ground(), category, dataset),
                    Optional.empty()));
        }
    }

    private String remedy(Ground ground, Category category, Dataset dataset) {
        String drop = "drop '" + FindingText.name(dataset.name().value()) + "' from the inputs";
        String guard = "let the pipeline call the policy: " + call();
        boolean neverGranted = Plainest.isNotGranted(ground);
        String first = Reasons.remedy(ground)
                .orElse(neverGranted ? "take " + category + " out of what it reads" : "keep out what the rule denies");
        return Shown.escaped(first) + ", or " + drop + ", or " + guard;
    }

    void undeclared(
            Step pipeline, Stated<String> input, Collection<String> declared, Optional<Counterexample> witness) {
        findings.add(new Finding(
                FindingCode.UNDECLARED_DATASET,
                Optional.of(input.at()),
                named(pipeline) + " reads the undeclared dataset "
                        + findings.unknown(input.value(), input.at(), declared)
                        + "; it may hold every category",
                Optional.empty(),
                Optional.of(flow(pipeline, input.value())),
                witness,
                witness.map(reasons::of).orElse(List.of()),
                "declare the dataset with its categories, or correct its name",
                Optional.empty()));
    }

    void tooLarge(Step pipeline, String dataset, Location at, AnalysisLimitException limit) {
        findings.add(
                FindingCode.TOO_LARGE,
                at,
                named(pipeline) + " cannot be checked exactly: " + limit.getMessage(),
                Optional.of(flow(pipeline, dataset)),
                "make the population and the guards simpler, or " + "let the pipeline call the policy: " + call());
    }

    void noDays(Step pipeline, Dataset dataset) {
        Location at = dataset.collected().map(Stated::at).orElse(dataset.name().at());
        String what = "nothing of dataset '" + FindingText.name(dataset.name().value())
                + "' is collected up to the last day on which " + named(pipeline) + " runs";
        findings.add(
                FindingCode.NO_DAYS,
                at,
                what,
                Optional.of(flow(pipeline, dataset.name().value())),
                "correct the days of collection, or those of the runs");
    }

    void emptyPopulation(Step pipeline, Dataset dataset) {
        Location at = dataset.members().map(Stated::at).orElse(dataset.name().at());
        String what = "nobody can be a member of dataset '"
                + FindingText.name(dataset.name().value()) + "' when " + named(pipeline) + " runs";
        findings.add(
                FindingCode.EMPTY_POPULATION,
                at,
                what,
                Optional.of(flow(pipeline, dataset.name().value())),
                "correct the population: its parts contradict each other");
    }

    void guardLetsNothing(Step pipeline, Stated<Purpose> purpose, Dataset dataset) {
        Location at = pipeline.guards().isEmpty()
                ? purpose.at()
                : pipeline.guards().get(0).at();
        String what = "the guards of " + named(pipeline) + " let nothing of '"
                + FindingText.name(dataset.name().value()) + "' through";
        findings.add(
                FindingCode.GUARD_LETS_NOTHING,
                at,
                what,
                Optional.of(flow(pipeline, dataset.name().value())),
                "correct the guards, or drop the dataset from the inputs");
    }
}
