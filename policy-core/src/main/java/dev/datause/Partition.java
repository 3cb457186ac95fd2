package dev.datause;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rows split by a {@link Guard}.
 *
 * @param permitted the rows that may pass, in their order
 * @param keptOut the others, in their order
 * @param reasons how many rows each reason kept out: the id of a rule that prohibits, {@code unknown: } and a missing
 *     fact, {@code not-granted}, {@code not-in-force}; a row counts once under each of its reasons
 * @param <T> the type of a row
 */
public record Partition<T>(List<Permitted<T>> permitted, List<T> keptOut, SortedMap<String, Long> reasons) {
    private static final Ground.Cases<List<String>> NAMES = new ReasonNames();

    /** Copies. */
    public Partition {
        permitted = List.copyOf(permitted);
        keptOut = List.copyOf(keptOut);
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    /** The reasons of the denials among some decisions about one row, each once. */
    static SortedSet<String> reasons(List<Decision> decisions) {
        SortedSet<String> reasons = new TreeSet<>();
        for (Decision decision : decisions) {
            decision.grounds().forEach(ground -> reasons.addAll(ground.accept(NAMES)));
        }
        return reasons;
    }

    /** Tells the counts, not the rows. */
    @Override
    public String toString() {
        return permitted.size() + " permitted, " + keptOut.size() + " kept out: " + reasons;
    }

    private static final class ReasonNames implements Ground.Cases<List<String>> {
        @Override
        public List<String> granted(Ground.Granted ground) {
            return List.of();
        }

        @Override
        public List<String> prohibited(Ground.Prohibited ground) {
            return List.of(ground.rule().id());
        }

        @Override
        public List<String> factUnknown(Ground.FactUnknown ground) {
            return ground.facts().stream().map(fact -> "unknown: " + fact).toList();
        }

        @Override
        public List<String> notGranted(Ground.NotGranted ground) {
            return List.of("not-granted");
        }

        @Override
        public List<String> notInForce(Ground.NotInForce ground) {
            return List.of("not-in-force");
        }
    }
}
