package dev.datause.gate;

import dev.datause.AnalysisLimitException;
import dev.datause.Counterexample;
import dev.datause.DataUsePolicy;
import dev.datause.Passage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the policy for proofs or counterexamples; equal questions are asked once. */
final class Proofs {
    private final DataUsePolicy policy;
    private final Map<Passage, List<Counterexample>> counterexamples = new HashMap<>();
    private final Map<Passage, Boolean> passes = new HashMap<>();

    Proofs(DataUsePolicy policy) {
        this.policy = policy;
    }

    /** Uses that pass and are denied, one for each ground; none exactly if everything that passes is permitted. */
    List<Counterexample> counterexamples(Passage passage) throws AnalysisLimitException {
        return counterexamples.computeIfAbsent(passage, policy::counterexamples);
    }

    /** Whether anything passes at all. */
    boolean anythingPasses(Passage passage) throws AnalysisLimitException {
        return passes.computeIfAbsent(passage, policy::anythingPasses);
    }
}
