package dev.datause.examples.quickstart;

import dev.datause.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/** Why rows were kept out under two readings: counts and the sentences of rules, never what is known about a member. */
final class Comparison {
    private static final String UNKNOWN = "unknown: ";

    private final Policy policy;
    private final SortedMap<String, Long> left;
    private final SortedMap<String, Long> right;

    Comparison(Policy policy, SortedMap<String, Long> left, SortedMap<String, Long> right) {
        this.policy = policy;
        this.left = left;
        this.right = right;
    }

    static String line(long left, long right, String text) {
        return String.format(Locale.ROOT, "%8d %10d  %s", left, right, text);
    }

    /** Two lines for each reason that is a rule, then one for each fact that is missing; the most frequent first. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String reason : reasons()) {
            if (!reason.startsWith(UNKNOWN)) {
                lines.add(line(count(left, reason), count(right, reason), "  " + reason));
                lines.add(" ".repeat(23) + sentence(reason));
            }
        }
        for (String reason : reasons()) {
            if (reason.startsWith(UNKNOWN)) {
                lines.add(line(count(left, reason), count(right, reason), "  " + reason));
            }
        }
        return lines;
    }

    private List<String> reasons() {
        TreeSet<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        List<String> reasons = new ArrayList<>(names);
        reasons.sort(Comparator.comparingLong((String reason) -> -count(left, reason))
                .thenComparingLong(reason -> -count(right, reason)));
        return reasons;
    }

    private static long count(Map<String, Long> reasons, String reason) {
        return reasons.getOrDefault(reason, 0L);
    }

    private String sentence(String reason) {
        return policy.rules().stream()
                .filter(rule -> rule.id().equals(reason))
                .map(Policy.Rule::sentence)
                .findFirst()
                .orElse("No rule permits this use.");
    }
}
