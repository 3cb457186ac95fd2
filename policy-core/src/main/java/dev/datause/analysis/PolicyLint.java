package dev.datause.analysis;

import dev.datause.AnalysisLimitException;
import dev.datause.Policy;
import dev.datause.PolicyPlaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What in a policy does nothing, contradicts itself, or leaves something out: exactly, over all uses, under its readings
 * and under each answer that none of them picks, one at a time.
 *
 * @param policy the name of the policy
 * @param findings the findings, by code
 */
public record PolicyLint(String policy, List<LintFinding> findings) {
    /** Copies the list. */
    public PolicyLint {
        Objects.requireNonNull(policy, "policy");
        findings = List.copyOf(findings);
    }

    /**
     * Looks at a policy.
     *
     * @throws AnalysisLimitException if an exact answer would take too much
     */
    public static PolicyLint of(Policy policy) {
        return of(policy, Optional.empty());
    }

    /**
     * Looks at a policy, with the places in its document.
     *
     * @throws AnalysisLimitException if an exact answer would take too much
     */
    public static PolicyLint of(Policy policy, PolicyPlaces places) {
        return of(policy, Optional.of(places));
    }

    private static PolicyLint of(Policy policy, Optional<PolicyPlaces> places) {
        List<LintFinding> findings = new ArrayList<>(new WordLint(policy, places).findings());
        findings.addAll(new RuleLint(policy, places).findings());
        findings.sort(Comparator.comparing(LintFinding::code));
        return new PolicyLint(policy.id(), findings);
    }

    /** How many findings are warnings. */
    public int warnings() {
        return (int) findings.stream()
                .filter(finding -> finding.code().severity() == LintCode.Severity.WARNING)
                .count();
    }

    /** The findings for people. Deterministic; ends with a line feed. */
    public String text() {
        return LintReport.text(this);
    }

    /** The findings as JSON, see {@code docs/analysis.md}. Deterministic; ends with a line feed. */
    public String json() {
        return LintReport.json(this);
    }
}
