package dev.datause.gate;

import dev.datause.AnalysisLimitException;
import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Condition;
import dev.datause.Counterexample;
import dev.datause.DataUsePolicy;
import dev.datause.Passage;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks one pipeline after the other: every purpose, every input, everything that the input holds. */
final class FlowCheck {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private final DataUsePolicy policy;
    private final Vocabulary vocabulary;
    private final LocalDate asOf;
    private final Findings findings;
    private final Map<String, Dataset> datasets;
    private final Set<String> ambiguous;
    private final boolean incomplete;
    private final Proofs proofs;
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
        proofs = new Proofs(policy);
        violations = new Violations(policy, findings);
    }

    int understood() {
        return understood;
    }

    int couldNotCheck() {
        return couldNotCheck;
    }

    /** How a pipeline uses what it reads, so far as the policy has words for it. */
    private record Usage(
            Pipeline pipeline, List<Stated<Purpose>> purposes, Optional<Recipient> recipient, boolean callsPolicy) {}

    void check(Pipeline pipeline) {
        Usage usage = new Usage(pipeline, purposes(pipeline), recipient(pipeline), callsPolicy(pipeline));
        if (pipeline.inputs().isEmpty()) {
            couldNotCheck++;
            findings.add(
                    FindingCode.NO_INPUTS,
                    pipeline.name().at(),
                    violations.named(pipeline) + " does not say what it reads",
                    Optional.of(Violations.flow(pipeline)),
                    "list every dataset it reads as inputs");
        }
        for (Stated<String> input : pipeline.inputs()) {
            if (check(usage, input)) {
                understood++;
            } else {
                couldNotCheck++;
            }
        }
    }

    private List<Stated<Purpose>> purposes(Pipeline pipeline) {
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

    private Optional<Recipient> recipient(Pipeline pipeline) {
        List<String> known = vocabulary.recipients().stream()
                .map(entry -> entry.name().name())
                .toList();
        if (known.contains(pipeline.recipient().value())) {
            return Optional.of(Recipient.of(pipeline.recipient().value()));
        }
        unknown(FindingCode.UNKNOWN_RECIPIENT, "recipient", pipeline, pipeline.recipient(), known);
        return Optional.empty();
    }

    private void unknown(FindingCode code, String what, Pipeline pipeline, Stated<String> word, List<String> known) {
        findings.add(
                code,
                word.at(),
                violations.named(pipeline) + " has the unknown " + what + " "
                        + findings.unknown(word.value(), word.at(), known),
                Optional.of(Violations.flow(pipeline)),
                "write one of the policy's: " + String.join(", ", known));
    }

    /** Whether every row is decided by the policy that is checked, at run time. */
    private boolean callsPolicy(Pipeline pipeline) {
        if (pipeline.call().isEmpty()) {
            return false;
        }
        Location at = pipeline.call().get().at();
        Pipeline.PolicyCall call = pipeline.call().get().value();
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
    private boolean check(Usage usage, Stated<String> input) {
        Dataset dataset = datasets.get(input.value());
        if (dataset == null && incomplete) {
            return false;
        }
        if (ambiguous.contains(input.value())) {
            return false;
        }
        if (dataset == null) {
            return undeclared(usage, input);
        }
        boolean checked = true;
        for (Stated<Purpose> purpose : usage.purposes()) {
            if (usage.recipient().isPresent()) {
                checked &= declared(usage, purpose, usage.recipient().get(), dataset);
            }
        }
        return checked;
    }

    /** An input that nobody declared may hold every category, about anybody, from any day. */
    private boolean undeclared(Usage usage, Stated<String> input) {
        Optional<Counterexample> witness = Optional.empty();
        boolean checked = true;
        try {
            for (Stated<Purpose> purpose : usage.purposes()) {
                for (Vocabulary.CategoryEntry category : vocabulary.categories()) {
                    if (usage.recipient().isPresent() && !usage.callsPolicy() && witness.isEmpty()) {
                        Passage passage = bare(
                                usage.pipeline(),
                                purpose.value(),
                                usage.recipient().get(),
                                category.name());
                        witness = proofs.counterexamples(guarded(passage, usage.pipeline())).stream()
                                .findFirst();
                    }
                }
            }
        } catch (AnalysisLimitException limit) {
            violations.tooLarge(usage.pipeline(), input.value(), input.at(), limit);
            checked = false;
        }
        violations.undeclared(usage.pipeline(), input, datasets.keySet(), witness);
        return checked;
    }

    private boolean declared(Usage usage, Stated<Purpose> purpose, Recipient recipient, Dataset dataset) {
        Pipeline pipeline = usage.pipeline();
        List<Passage> passages = new ArrayList<>();
        try {
            boolean violated = false;
            for (Stated<Dataset.Content> content : dataset.contents()) {
                List<Passage> ofContent = passages(pipeline, purpose.value(), recipient, dataset, content.value());
                passages.addAll(ofContent);
                if (!usage.callsPolicy()) {
                    violated |= violates(usage.pipeline(), purpose, dataset, content.value(), ofContent);
                }
            }
            if (!violated && !passages.isEmpty()) {
                letsSomethingThrough(pipeline, purpose, dataset, passages);
            }
            return true;
        } catch (AnalysisLimitException limit) {
            violations.tooLarge(pipeline, dataset.name().value(), purpose.at(), limit);
            return false;
        }
    }

    private boolean violates(
            Pipeline pipeline,
            Stated<Purpose> purpose,
            Dataset dataset,
            Dataset.Content content,
            List<Passage> passages) {
        for (Passage passage : passages) {
            List<Counterexample> found = proofs.counterexamples(guarded(populated(passage, dataset), pipeline));
            if (!found.isEmpty()) {
                violations.add(pipeline, purpose, dataset, content.category(), passage.category(), found);
                return true;
            }
        }
        return false;
    }

    /** A check that nothing can fail proves nothing: finds out what leaves nothing to check. */
    private void letsSomethingThrough(
            Pipeline pipeline, Stated<Purpose> purpose, Dataset dataset, List<Passage> passages) {
        if (any(passages, passage -> guarded(populated(passage, dataset), pipeline))) {
            return;
        }
        if (!any(passages, passage -> passage)) {
            violations.noDays(pipeline, dataset);
        } else if (!any(passages, passage -> populated(passage, dataset))) {
            violations.emptyPopulation(pipeline, dataset);
        } else {
            violations.guardLetsNothing(pipeline, purpose, dataset);
        }
    }

    /** A passage with something added. */
    private interface Narrowed {
        Passage of(Passage passage);
    }

    private boolean any(List<Passage> passages, Narrowed narrowed) {
        return passages.stream().anyMatch(passage -> proofs.anythingPasses(narrowed.of(passage)));
    }

    /** The category itself, then every one below it, on the days that are declared; none for words the policy does not have. */
    private List<Passage> passages(
            Pipeline pipeline, Purpose purpose, Recipient recipient, Dataset dataset, Dataset.Content content) {
        List<Passage> passages = new ArrayList<>();
        for (Category category : categories(content.category())) {
            Passage passage = bare(pipeline, purpose, recipient, category);
            if (dataset.collected().isPresent()) {
                Window window = dataset.collected().get().value();
                passage = passage.collected(
                        window.from().orElse(FIRST), window.until().orElse(LAST));
            }
            Optional<String> audience = content.audience().filter(this::hasAudience);
            passages.add(audience.isPresent() ? passage.audience(Audience.of(audience.get())) : passage);
        }
        return passages;
    }

    private boolean hasAudience(String audience) {
        return vocabulary.audiences().stream().anyMatch(entry -> entry.name().equals(audience));
    }

    private List<Category> categories(String name) {
        List<Category> below = new ArrayList<>();
        for (Vocabulary.CategoryEntry entry : vocabulary.categories()) {
            if (entry.name().name().equals(name)) {
                below.add(entry.name());
            }
        }
        for (int i = 0; i < below.size(); i++) {
            for (Vocabulary.CategoryEntry entry : vocabulary.categories()) {
                if (entry.under().isPresent() && entry.under().get().equals(below.get(i))) {
                    below.add(entry.name());
                }
            }
        }
        return below;
    }

    private Passage bare(Pipeline pipeline, Purpose purpose, Recipient recipient, Category category) {
        Optional<Window> runs = pipeline.runs().map(Stated::value);
        Passage passage = Passage.of(
                purpose, recipient, category, runs.flatMap(Window::from).orElse(asOf));
        Optional<LocalDate> until = runs.flatMap(Window::until);
        return until.isPresent() ? passage.usedUntil(until.get()) : passage;
    }

    private static Passage populated(Passage passage, Dataset dataset) {
        return dataset.members().isPresent()
                ? passage.passing(dataset.members().get().value())
                : passage;
    }

    private static Passage guarded(Passage passage, Pipeline pipeline) {
        Passage guarded = passage;
        for (Stated<Condition> guard : pipeline.guards()) {
            guarded = guarded.passing(guard.value());
        }
        return guarded;
    }
}
