package dev.datause.gate;

import dev.datause.AnalysisLimitException;
import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Condition;
import dev.datause.Counterexample;
import dev.datause.DataUsePolicy;
import dev.datause.Passage;
import dev.datause.Vocabulary;
import dev.datause.analysis.Obligation;
import dev.datause.analysis.Obligations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proves flows by asking the policy about passages; equal questions are asked once. */
final class Prover {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final int MOST_PARTS = 12;
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    /**
     * What is done with whatever arrives.
     *
     * @param use what for and by whom
     * @param guards the filters of the step that uses it
     * @param asks what that step asks the policy to permit
     * @param from the first day of use
     * @param until the last
     */
    record Usage(
            Passage.Other use,
            List<Condition> guards,
            List<Passage.Other> asks,
            LocalDate from,
            Optional<LocalDate> until) {
        Usage {
            guards = List.copyOf(guards);
            asks = List.copyOf(asks);
        }

        /** Whether the policy decides every row for this very use at run time. */
        boolean callsPolicy() {
            return asks.contains(use);
        }

        Span days() {
            return new Span(from, until.orElse(LocalDate.MAX));
        }

        private Passage passage(Category category) {
            Passage passage = Passage.of(use.purpose(), use.recipient(), category, from);
            return until.isPresent() ? passage.usedUntil(until.get()) : passage;
        }

        private Passage guarded(Passage passage) {
            Passage guarded = passage;
            for (Condition guard : guards) {
                guarded = guarded.passing(guard);
            }
            for (Passage.Other ask : asks) {
                guarded = ask.equals(use) ? guarded : guarded.permittedFor(ask.purpose(), ask.recipient());
            }
            return guarded;
        }
    }

    /**
     * What arrives: a kind of data, and what is known of every row of it at the use.
     *
     * @param source what it is
     * @param conditions what is true
     * @param permitted what the policy permits on the day of the use
     */
    record Arriving(Source source, List<Condition> conditions, List<Passage.Other> permitted) {
        Arriving {
            conditions = List.copyOf(conditions);
            permitted = List.copyOf(permitted);
        }
    }

    private final DataUsePolicy policy;
    private final Vocabulary vocabulary;
    private final Categories categories;
    private final Map<Passage, List<Counterexample>> counterexamples = new HashMap<>();
    private final Map<Passage, Boolean> passes = new HashMap<>();
    private final Map<Passage, Optional<Obligation>> guards = new HashMap<>();

    Prover(DataUsePolicy policy, Categories categories) {
        this.policy = policy;
        this.categories = categories;
        vocabulary = policy.policy().vocabulary();
    }

    private List<Counterexample> counterexamples(Passage passage) {
        return counterexamples.computeIfAbsent(passage, asked -> Plainest.of(policy.counterexamples(asked)));
    }

    private boolean anythingPasses(Passage passage) {
        return passes.computeIfAbsent(passage, policy::anythingPasses);
    }

    /** A category of what arrives that may not be used so, if there is one. */
    Optional<FlowProof.Leak> leak(Usage usage, Arriving arriving) throws AnalysisLimitException {
        if (usage.callsPolicy() || arriving.permitted().contains(usage.use())) {
            return Optional.empty();
        }
        for (Passage bare : passages(usage, arriving.source())) {
            Passage passage = passed(usage.guarded(bare), arriving);
            List<Counterexample> found = counterexamples(passage);
            if (!found.isEmpty()) {
                return Optional.of(
                        new FlowProof.Leak(arriving.source().content().category(), passage, found));
            }
        }
        return Optional.empty();
    }

    /** The weakest guard that would keep a leak out, where there is one that people can read. */
    Optional<Obligation> guard(FlowProof.Leak leak) {
        Optional<Obligation> known = guards.get(leak.passage());
        if (known != null) {
            return known;
        }
        Optional<Obligation> found;
        try {
            found = Optional.of(Obligations.of(policy, leak.passage(), MOST_PARTS))
                    .filter(one -> one.guard().isPresent());
        } catch (AnalysisLimitException limit) {
            // The finding stands without it: it is an offer, and no part of the proof.
            found = Optional.empty();
        }
        guards.put(leak.passage(), found);
        return found;
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

    /** Whether what is known of what arrives, and the guards of the use, can be true together, of whatever category. */
    boolean canArrive(Usage usage, Arriving arriving) throws AnalysisLimitException {
        for (Vocabulary.CategoryEntry category : vocabulary.categories()) {
            Passage bare = collected(usage.passage(category.name()), arriving.source());
            if (anythingPasses(passed(usage.guarded(bare), arriving))) {
                return true;
            }
        }
        return vocabulary.categories().isEmpty();
    }

    private static Passage passed(Passage bare, Arriving arriving) {
        Passage passage = bare;
        for (Condition condition : arriving.conditions()) {
            passage = passage.passing(condition);
        }
        for (Passage.Other other : arriving.permitted()) {
            passage = passage.permittedFor(other.purpose(), other.recipient());
        }
        return passage;
    }

    private static Passage collected(Passage passage, Source source) {
        return source.collected()
                .map(window -> passage.collected(
                        window.from().orElse(FIRST), window.until().orElse(LAST)))
                .orElse(passage);
    }

    /** Whether these filters let anything through at all, of any category. */
    boolean letsAnythingThrough(Usage usage, List<Condition> filters) throws AnalysisLimitException {
        for (Vocabulary.CategoryEntry category : vocabulary.categories()) {
            Passage passage = usage.passage(category.name());
            for (Condition filter : filters) {
                passage = passage.passing(filter);
            }
            if (anythingPasses(passage)) {
                return true;
            }
        }
        return vocabulary.categories().isEmpty();
    }

    /** A check that nothing can fail proves nothing: finds out what leaves nothing of these to check. */
    FlowProof.Nothing whatIsLeft(Usage usage, List<Source> sources) throws AnalysisLimitException {
        List<Passage> bare = new ArrayList<>();
        List<Passage> populated = new ArrayList<>();
        for (Source source : sources) {
            for (Passage passage : passages(usage, source)) {
                bare.add(passage);
                populated.add(
                        source.members().isPresent()
                                ? passage.passing(source.members().get())
                                : passage);
            }
        }
        if (bare.isEmpty() || populated.stream().anyMatch(passage -> anythingPasses(usage.guarded(passage)))) {
            return FlowProof.Nothing.SOMETHING_PASSES;
        }
        if (bare.stream().noneMatch(this::anythingPasses)) {
            return FlowProof.Nothing.NO_DAYS;
        }
        boolean members = populated.stream().anyMatch(this::anythingPasses);
        return members ? FlowProof.Nothing.GUARDED : FlowProof.Nothing.NO_MEMBERS;
    }

    /** The category itself, then every one below it, on the days that are declared; none for words the policy does not have. */
    private List<Passage> passages(Usage usage, Source source) {
        List<Passage> passages = new ArrayList<>();
        for (Category category : categories.within(source.content().category())) {
            Passage passage = collected(usage.passage(category), source);
            Optional<String> audience = source.content().audience().filter(this::hasAudience);
            passages.add(audience.isPresent() ? passage.audience(Audience.of(audience.get())) : passage);
        }
        return passages;
    }

    private boolean hasAudience(String audience) {
        return vocabulary.audiences().stream().anyMatch(entry -> entry.name().equals(audience));
    }
}
