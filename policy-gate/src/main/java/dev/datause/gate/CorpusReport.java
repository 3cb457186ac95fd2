package dev.datause.gate;

import dev.datause.Decision;
import dev.datause.Ground;
import dev.datause.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of a corpus. Deterministic: the same corpus and policy give the same report.
 *
 * @param policy the name of the policy
 * @param checks every case under every reading that it speaks about, in written order
 * @param unchecked readings that no case speaks about, though they were asked for
 * @param rules what the cases have seen of each rule, sorted by rule
 */
public record CorpusReport(String policy, List<Check> checks, List<String> unchecked, List<RuleSeen> rules) {
    /** Copies the lists. */
    public CorpusReport {
        checks = List.copyOf(checks);
        unchecked = List.copyOf(unchecked);
        rules = List.copyOf(rules);
    }

    /**
     * A case under one reading.
     *
     * @param corpus the name of the corpus
     * @param of the case
     * @param expected what is expected
     * @param decision what was decided
     * @param lost rules that the grounds should name and do not
     */
    public record Check(
            String corpus, Corpus.Case of, Corpus.Expectation expected, Decision decision, List<String> lost) {
        /** Copies the list. */
        public Check {
            lost = List.copyOf(lost);
        }

        /** Whether the decision is the expected one, for the expected reasons. */
        public boolean passed() {
            return decision.permitted() == expected.permitted() && lost.isEmpty();
        }

        /** What went wrong in one line, such as {@code expected permit, got deny}. */
        public String text() {
            String wanted = expected.permitted() ? "permit" : "deny";
            String got = decision.permitted() ? "permit" : "deny";
            if (!wanted.equals(got)) {
                return "expected " + wanted + ", got " + got;
            }
            return lost.isEmpty() ? got + " as expected" : got + " as expected, but not by " + String.join(", ", lost);
        }
    }

    /**
     * What the cases have seen of a rule.
     *
     * @param rule the id of the rule
     * @param seen whether some case found it true, false, unknown
     * @param missing sides of its conditions that no case has seen, in words
     */
    public record RuleSeen(String rule, Set<Truth> seen, List<String> missing) {
        /** Copies what it is given. */
        public RuleSeen {
            seen = Set.copyOf(new TreeSet<>(seen));
            missing = List.copyOf(missing);
        }

        /** What no case has seen of the rule and its conditions, in words; none if the rule is covered. */
        public List<String> gaps() {
            List<String> gaps = new ArrayList<>();
            if (!seen.contains(Truth.TRUE)) {
                gaps.add("never true: the rule");
            }
            if (!seen.contains(Truth.FALSE)) {
                gaps.add("never false: the rule");
            }
            gaps.addAll(missing);
            return gaps;
        }
    }

    /** Whether there was something to check for every reading, and every check passed. */
    public boolean passed() {
        return !checks.isEmpty() && unchecked.isEmpty() && checks.stream().allMatch(Check::passed);
    }

    /** The checks that did not pass, in written order. */
    public List<Check> failures() {
        return checks.stream().filter(check -> !check.passed()).toList();
    }

    /** The rules of which no case has seen some side. */
    public List<RuleSeen> uncovered() {
        return rules.stream().filter(rule -> !rule.gaps().isEmpty()).toList();
    }

    /** The failures for people, each with its place and grounds, and a last line that counts. Ends with a line feed. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (Check check : failures()) {
            out.append(check.of().at())
                    .append("  case '")
                    .append(check.of().id())
                    .append("', reading ");
            out.append(check.expected().reading())
                    .append(": ")
                    .append(check.text())
                    .append('\n');
            line(out, "says", check.of().sentence());
            for (Ground ground : check.decision().grounds()) {
                List<String> ids =
                        ground.rules().stream().map(rule -> rule.id()).toList();
                String by = ids.isEmpty() ? "" : String.join(", ", ids) + ": ";
                line(out, "ground", by + ground.sentence());
            }
        }
        for (String reading : unchecked) {
            out.append("reading ").append(reading).append(": no case speaks about it\n");
        }
        int failed = failures().size();
        out.append("corpus: ")
                .append(count(checks.size(), "check"))
                .append(", ")
                .append(count(failed, "failure"));
        out.append("; policy ").append(policy).append('\n');
        return out.toString();
    }

    /** What no case has seen, one line for each side, sorted by rule; empty if everything was seen. */
    public String gapsText() {
        StringBuilder out = new StringBuilder();
        for (RuleSeen rule : uncovered()) {
            for (String gap : rule.gaps()) {
                out.append(rule.rule()).append("  ").append(gap).append('\n');
            }
        }
        return out.toString();
    }

    /** The report as JUnit XML, one suite for each reading, without times. Ends with a line feed. */
    public String junitXml() {
        return JunitXml.of(this);
    }

    private static void line(StringBuilder out, String label, String text) {
        out.append("  ")
                .append(label)
                .append(" ".repeat(9 - label.length()))
                .append(text)
                .append('\n');
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
