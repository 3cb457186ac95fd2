package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.Passage;
import dev.datause.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a taint is at a use: which of the filters that it has passed still say something there. */
final class Arrivals {
    private final Taints taints;
    private final Upstream sameDay;
    private final Upstream earlier;
    private final Map<Seen, Prover.Arriving> known = new HashMap<>();

    /** A taint as one use sees it. */
    private record Seen(long taint, Span use) {}

    Arrivals(Taints taints, Policy policy) {
        this.taints = taints;
        sameDay = new Upstream(policy, false);
        earlier = new Upstream(policy, true);
    }

    /** What arrives for a use on these days. The order of conditions depends on nothing but them. */
    Prover.Arriving of(long taint, Span use) {
        Seen seen = new Seen(taint, use);
        Prover.Arriving found = known.get(seen);
        if (found == null) {
            found = make(taint, use);
            known.put(seen, found);
        }
        return found;
    }

    private Prover.Arriving make(long taint, Span use) {
        Source source = taints.source(taint);
        int passed = Taints.passed(taint);
        List<Condition> conditions = new ArrayList<>();
        List<Passage.Other> permitted = new ArrayList<>();
        boolean wholeWay = taints.guards.days(passed).covers(use);
        source.members().ifPresent(members -> conditions.add(wholeWay ? members : earlier.of(members)));
        for (GuardSets.Token token : taints.guards.tokens(passed)) {
            Filter filter = taints.guards.filter(token);
            boolean inFull = token.days().covers(use);
            filter.condition().ifPresent(condition -> conditions.add((inFull ? sameDay : earlier).of(condition)));
            if (inFull) {
                filter.permitted().ifPresent(permitted::add);
            }
        }
        return new Prover.Arriving(
                source,
                conditions.stream()
                        .filter(condition -> !condition.equals(Upstream.NOTHING))
                        .distinct()
                        .sorted(Comparator.comparing(Condition::toString))
                        .toList(),
                permitted.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Passage.Other::toString))
                        .toList());
    }
}
