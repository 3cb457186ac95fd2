package dev.datause.gate;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.graph.Traverser;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proves flows by asking the policy about passages; equal questions are asked once. */
final class Prover {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    /**
     * What a pipeline does with whatever it reads.
     *
     * @param purpose what for
     * @param recipient by whom
     * @param guards its filters
     * @param callsPolicy whether the policy decides every row at run time
     * @param from the first day it runs
     * @param until the last
     */
    record Usage(
            Purpose purpose,
            Recipient recipient,
            List<Condition> guards,
            boolean callsPolicy,
            LocalDate from,
            Optional<LocalDate> until) {
        private Passage passage(Category category) {
            Passage passage = Passage.of(purpose, recipient, category, from);
            return until.isPresent() ? passage.usedUntil(until.get()) : passage;
        }

        private Passage guarded(Passage passage) {
            Passage guarded = passage;
            for (Condition guard : guards) {
                guarded = guarded.passing(guard);
            }
            return guarded;
        }
    }

    private final DataUsePolicy policy;
    private final Vocabulary vocabulary;
    private final Map<Passage, List<Counterexample>> counterexamples = new HashMap<>();
    private final Map<Passage, Boolean> passes = new HashMap<>();

    Prover(DataUsePolicy policy) {
        this.policy = policy;
        vocabulary = policy.policy().vocabulary();
    }

    private List<Counterexample> counterexamples(Passage passage) {
        return counterexamples.computeIfAbsent(passage, asked -> Plainest.of(policy.counterexamples(asked)));
    }

    private boolean anythingPasses(Passage passage) {
        return passes.computeIfAbsent(passage, policy::anythingPasses);
    }

    /** Proves that everything that the dataset holds may be used so, or finds what may not. */
    FlowProof prove(Usage usage, DatasetShape dataset) throws AnalysisLimitException {
        List<Passage> passages = new ArrayList<>();
        List<FlowProof.Leak> leaks = new ArrayList<>();
        for (Dataset.Content content : dataset.contents()) {
            List<Passage> ofContent = passages(usage, dataset, content);
            passages.addAll(ofContent);
            if (!usage.callsPolicy()) {
                leak(usage, dataset, content, ofContent).ifPresent(leaks::add);
            }
        }
        boolean checked = !leaks.isEmpty() || passages.isEmpty();
        return new FlowProof(
                leaks, checked ? FlowProof.Nothing.SOMETHING_PASSES : whatIsLeft(usage, dataset, passages));
    }

    /** A use that is denied, of a dataset that may hold every category, about anybody, from any day. */
    Optional<Counterexample> ofAnything(Usage usage) throws AnalysisLimitException {
        for (Vocabulary.CategoryEntry category : vocabulary.categories()) {
            List<Counterexample> found = counterexamples(usage.guarded(usage.passage(category.name())));
            if (!found.isEmpty()) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    private Optional<FlowProof.Leak> leak(
            Usage usage, DatasetShape dataset, Dataset.Content content, List<Passage> passages) {
        for (Passage passage : passages) {
            List<Counterexample> found = counterexamples(usage.guarded(populated(passage, dataset)));
            if (!found.isEmpty()) {
                return Optional.of(new FlowProof.Leak(content.category(), passage.category(), found));
            }
        }
        return Optional.empty();
    }

    /** A check that nothing can fail proves nothing: finds out what leaves nothing to check. */
    private FlowProof.Nothing whatIsLeft(Usage usage, DatasetShape dataset, List<Passage> passages) {
        if (passages.stream().anyMatch(passage -> anythingPasses(usage.guarded(populated(passage, dataset))))) {
            return FlowProof.Nothing.SOMETHING_PASSES;
        }
        if (passages.stream().noneMatch(this::anythingPasses)) {
            return FlowProof.Nothing.NO_DAYS;
        }
        boolean members = passages.stream().anyMatch(passage -> anythingPasses(populated(passage, dataset)));
        return members ? FlowProof.Nothing.GUARDED : FlowProof.Nothing.NO_MEMBERS;
    }

    /** The category itself, then every one below it, on the days that are declared; none for words the policy does not have. */
    private List<Passage> passages(Usage usage, DatasetShape dataset, Dataset.Content content) {
        List<Passage> passages = new ArrayList<>();
        for (Category category : categories(content.category())) {
            Passage passage = usage.passage(category);
            if (dataset.collected().isPresent()) {
                Window window = dataset.collected().get();
                passage = passage.collected(
                        window.from().orElse(FIRST), window.until().orElse(LAST));
            }
            Optional<String> audience = content.audience().filter(this::hasAudience);
            passages.add(audience.isPresent() ? passage.audience(Audience.of(audience.get())) : passage);
        }
        return passages;
    }

    private static Passage populated(Passage passage, DatasetShape dataset) {
        return dataset.members().isPresent() ? passage.passing(dataset.members().get()) : passage;
    }

    private boolean hasAudience(String audience) {
        return vocabulary.audiences().stream().anyMatch(entry -> entry.name().equals(audience));
    }

    /** The category and all below it, nearest first; none for a name that the policy does not have. */
    private List<Category> categories(String name) {
        ListMultimap<Category, Category> below = ArrayListMultimap.create();
        List<Category> named = new ArrayList<>();
        for (Vocabulary.CategoryEntry entry : vocabulary.categories()) {
            entry.under().ifPresent(parent -> below.put(parent, entry.name()));
            if (entry.name().name().equals(name)) {
                named.add(entry.name());
            }
        }
        return ImmutableList.copyOf(Traverser.forTree(below::get).breadthFirst(named));
    }
}
