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
            if (!decision.permitted()) {
                decision.grounds().forEach(ground -> ground.accept(new Reasons(reasons)));
            }
        }
        return reasons;
    }

    /** Tells the counts, not the rows. */
    @Override
    public String toString() {
        return permitted.size() + " permitted, " + keptOut.size() + " kept out: " + reasons;
    }

    private record Reasons(SortedSet<String> reasons) implements Ground.Cases<Boolean> {
        @Override
        public Boolean granted(Ground.Granted ground) {
            return false;
        }

        @Override
        public Boolean prohibited(Ground.Prohibited ground) {
            return reasons.add(ground.rule().id());
        }

        @Override
        public Boolean factUnknown(Ground.FactUnknown ground) {
            return ground.facts().stream()
                    .map(fact -> reasons.add("unknown: " + fact))
                    .reduce(false, Boolean::logicalOr);
        }

        @Override
        public Boolean notGranted(Ground.NotGranted ground) {
            return reasons.add("not-granted");
        }

        @Override
        public Boolean notInForce(Ground.NotInForce ground) {
            return reasons.add("not-in-force");
        }
    }
}
