package dev.datause.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a gate found, complete and in a fixed order: the same inputs give the same report, byte for byte, on any machine.
 * Immutable.
 */
public final class GateReport {
    private final Subject subject;
    private final List<Finding> findings;
    private final Totals totals;
    private final Completeness completeness;
    private final Verdict verdict;
    private final List<Reach> reaches;

    /** What was checked, against what. */
    record Subject(String policy, String reading, LocalDate asOf, int pipelines, int datasets, int steps) {}

    /** How many findings there are, the ones that are not kept included. */
    record Totals(int findings, int warnings) {}

    GateReport(
            Subject subject,
            List<Finding> findings,
            Totals totals,
            Completeness completeness,
            Verdict verdict,
            List<Reach> reaches) {
        this.reaches = List.copyOf(reaches);
        this.subject = Objects.requireNonNull(subject, "subject");
        this.findings = List.copyOf(findings);
        this.totals = Objects.requireNonNull(totals, "totals");
        this.completeness = Objects.requireNonNull(completeness, "completeness");
        this.verdict = Objects.requireNonNull(verdict, "verdict");
    }

    /** The worst verdict of all findings; passed only if everything was checked. */
    public Verdict verdict() {
        return verdict;
    }

    /** The findings, warnings included, sorted; of very many only the first, see {@link #total()}. */
    public List<Finding> findings() {
        return findings;
    }

    /** How many findings there are, warnings not counted, the ones that are not kept included. */
    public int total() {
        return totals.findings();
    }

    /** How many warnings there are. */
    public int warnings() {
        return totals.warnings();
    }

    /** How much was checked. */
    public Completeness completeness() {
        return completeness;
    }

    /** What flows to each purpose that is used, sorted by purpose. */
    public List<Reach> reaches() {
        return reaches;
    }

    /** The id of the policy. */
    public String policy() {
        return subject.policy();
    }

    /** The name of the reading. */
    public String reading() {
        return subject.reading();
    }

    /** The day of the check, as given. */
    public LocalDate asOf() {
        return subject.asOf();
    }

    /** How many pipelines there are. */
    public int pipelines() {
        return subject.pipelines();
    }

    /** How many datasets are declared. */
    public int datasets() {
        return subject.datasets();
    }

    /** How many steps there are that are not pipelines. */
    public int steps() {
        return subject.steps();
    }

    /** One line: how many findings in what, against which policy, under which reading, as of which day. */
    public String summary() {
        return summary(total(), warnings(), "");
    }

    /** The summary with other counts, and more after them. */
    String summary(int findings, int warnings, String more) {
        StringBuilder out = new StringBuilder("policy: ").append(counted(findings, "finding"));
        if (warnings > 0) {
            out.append(" and ").append(counted(warnings, "warning"));
        }
        out.append(more);
        out.append(" in ").append(counted(pipelines(), "pipeline"));
        out.append(", ").append(counted(datasets(), "dataset"));
        if (steps() > 0) {
            out.append(", ").append(counted(steps(), "step"));
        }
        if (completeness.couldNotCheck() > 0) {
            out.append(", ").append(completeness.couldNotCheck()).append(" of ").append(completeness.seen());
            out.append(" manifests and inputs not checked");
        }
        return out.append("; policy ")
                .append(policy())
                .append(", reading ")
                .append(reading())
                .append(", as of ")
                .append(asOf())
                .toString();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Every finding as people read it, then the summary; ends with a line feed, safe for any terminal. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (Finding finding : findings) {
            out.append(finding.text()).append('\n');
        }
        int left = total() + warnings() - findings.size();
        if (left > 0) {
            out.append("and ").append(left).append(" more, not listed\n");
        }
        return out.append(summary()).append('\n').toString();
    }

    /**
     * Does nothing if the check passed.
     *
     * @throws PolicyViolatedException if something is not permitted
     * @throws CouldNotCheckException if something could not be checked, and nothing else was found
     */
    public void throwUnlessPassed() {
        switch (verdict) {
            case PASSED -> {}
            case COULD_NOT_CHECK -> throw new CouldNotCheckException(this);
            case VIOLATED -> throw new PolicyViolatedException(this);
        }
    }

    /** The summary. */
    @Override
    public String toString() {
        return summary();
    }
}
