package dev.datause.analysis;

import dev.datause.AnalysisLimitException;
import dev.datause.Condition;
import dev.datause.DataUsePolicy;
import dev.datause.Passage;
import dev.datause.Region;
import dev.datause.UseKind;
import dev.datause.UseSet;
import dev.datause.UseSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The weakest guard for a passage: with it every use that passes is permitted, and without need it keeps out none that
 * is. Exact: {@code passage.passing(guard)} has no counterexample, and every permitted use that passed passes still.
 */
public final class Obligations {
    /** So many parts of a condition are still read. */
    public static final int STANDARD_LIMIT = 24;

    private Obligations() {}

    /** What must hold for the passage, in at most {@link #STANDARD_LIMIT} parts. */
    public static Obligation of(DataUsePolicy policy, Passage passage) {
        return of(policy, passage, STANDARD_LIMIT);
    }

    /**
     * What must hold for the passage. Thread-safe; costs milliseconds.
     *
     * @param most the most parts; beyond, the policy is to be called instead
     * @throws AnalysisLimitException if an exact answer would take too much
     * @throws IllegalArgumentException if a condition of the passage uses a name that the policy does not have
     */
    public static Obligation of(DataUsePolicy policy, Passage passage, int most) {
        UseSpace uses = UseSpace.of(List.of(policy), passage);
        UseKind kind = UseKind.of(passage.purpose(), passage.recipient(), passage.category());
        UseSet passing = uses.every(kind);
        for (Condition condition : passage.passes()) {
            passing = passing.and(uses.where(policy, kind, condition));
        }
        for (Passage.Other other : passage.permittedFor()) {
            UseKind asked = UseKind.of(other.purpose(), other.recipient(), passage.category());
            passing = passing.and(uses.permitted(policy, asked));
        }
        UseSet permitted = passing.and(uses.permitted(policy, kind));
        UseSet denied = passing.minus(permitted);
        if (denied.isEmpty()) {
            return new Obligation(Obligation.Outcome.NOTHING, Optional.empty(), List.of());
        }
        if (permitted.isEmpty()) {
            return new Obligation(Obligation.Outcome.NEVER, Optional.empty(), List.of());
        }
        List<Region> regions = denied.regions(passing, most);
        if (regions.size() > most) {
            return new Obligation(Obligation.Outcome.POLICY_CALL, Optional.empty(), List.of());
        }
        List<Condition> conditions = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Region region : regions) {
            conditions.add(region.outside());
            words.add(String.join(", or ", region.wordsOutside()));
        }
        Condition guard = conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions);
        return new Obligation(Obligation.Outcome.GUARD, Optional.of(guard), words);
    }
}
