package dev.datause.gate;

import dev.datause.DataUsePolicy;
import dev.datause.Decision;
import dev.datause.Ground;
import dev.datause.Policy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs corpora against a policy under some of its readings. Immutable and thread-safe. */
public final class CorpusRun {
    private final Policy policy;
    private final List<DataUsePolicy> readings;

    private CorpusRun(Policy policy, List<DataUsePolicy> readings) {
        this.policy = policy;
        this.readings = readings;
    }

    /**
     * A run of one policy under each of these readings of it.
     *
     * @throws IllegalArgumentException if there is none, or they are several policies
     */
    public static CorpusRun of(List<DataUsePolicy> readings) {
        List<DataUsePolicy> copy = List.copyOf(readings);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("readings: none");
        }
        Policy policy = copy.get(0).policy();
        if (copy.stream().anyMatch(other -> !other.policy().equals(policy))) {
            throw new IllegalArgumentException("readings: more than one policy");
        }
        return new CorpusRun(policy, copy);
    }

    /**
     * Decides every case under every reading that it speaks about, and compares.
     *
     * @throws IllegalArgumentException if a use is named in the words of another policy's vocabulary
     */
    public CorpusReport run(List<Corpus> corpora) {
        Coverage coverage = new Coverage(policy);
        List<CorpusReport.Check> checks = new ArrayList<>();
        Set<String> checked = new HashSet<>();
        for (Corpus corpus : corpora) {
            for (Corpus.Case one : corpus.cases()) {
                for (DataUsePolicy reading : readings) {
                    for (Corpus.Expectation expected : one.expected()) {
                        if (expected.reading().equals(reading.reading().name())) {
                            Decision decision = reading.decide(one.use());
                            List<String> lost = lost(expected, decision);
                            checks.add(new CorpusReport.Check(corpus.name(), one, expected, decision, lost));
                            checked.add(expected.reading());
                        }
                    }
                    coverage.add(reading, one.use());
                }
            }
        }
        List<String> unchecked = new ArrayList<>();
        for (DataUsePolicy reading : readings) {
            if (!checked.contains(reading.reading().name())) {
                unchecked.add(reading.reading().name());
            }
        }
        return new CorpusReport(policy.id(), checks, unchecked, coverage.rules());
    }

    /** The rules that the grounds should name and do not. */
    private static List<String> lost(Corpus.Expectation expected, Decision decision) {
        Set<String> named = new HashSet<>();
        for (Ground ground : decision.grounds()) {
            if (!(ground instanceof Ground.NotGranted)) {
                ground.rules().forEach(rule -> named.add(rule.id()));
            }
        }
        return expected.rules().stream().filter(rule -> !named.contains(rule)).toList();
    }
}
