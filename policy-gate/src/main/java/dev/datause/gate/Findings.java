package dev.datause.gate;

import dev.datause.document.Lines;
import dev.datause.document.Problems;
import dev.datause.document.Shown;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Collects findings, however many: counts all, and keeps the first in their order, whatever order they come in. */
final class Findings {
    /** So many are kept for people to read. */
    static final int KEPT = 200;

    private static final int HINTS = 50;
    /** Warnings never push findings out. */
    private static final Comparator<Finding> WORTH_KEEPING =
            Comparator.<Finding, Boolean>comparing(Findings::isWarning).thenComparing(Comparator.naturalOrder());

    private final Map<String, Lines> lines = new HashMap<>();
    private final PriorityQueue<Finding> kept = new PriorityQueue<>(WORTH_KEEPING.reversed());
    private final int most;
    private Verdict verdict = Verdict.PASSED;
    private int errors;
    private int warnings;
    private int hints;

    Findings(int most) {
        this.most = most;
    }

    /** So many are kept. */
    int most() {
        return most;
    }

    private static boolean isWarning(Finding finding) {
        return finding.code().verdict() == Verdict.PASSED;
    }

    /** Findings in this file show its lines. */
    void show(String file, Lines ofFile) {
        lines.put(file, ofFile);
    }

    /** Whether a finding there can be among the first; if not it may be counted without being made. */
    boolean needs(Location at) {
        Finding last = kept.peek();
        return last == null
                || kept.size() < most
                || isWarning(last)
                || last.at().isEmpty()
                || at.compareTo(last.at().get()) <= 0;
    }

    /** Counts findings that are not needed. */
    void count(FindingCode code, int number) {
        verdict = verdict.and(code.verdict());
        errors += code.verdict() == Verdict.PASSED ? 0 : number;
        warnings += code.verdict() == Verdict.PASSED ? number : 0;
    }

    void add(Finding finding) {
        count(finding.code(), 1);
        kept.add(finding);
        if (kept.size() > most) {
            kept.remove();
        }
    }

    /** A finding that needs no witness. */
    void add(FindingCode code, Location at, String what, Optional<Flow> flow, String remedy) {
        add(new Finding(
                code,
                Optional.of(at),
                what,
                Optional.empty(),
                flow,
                Optional.empty(),
                List.of(),
                remedy,
                Optional.empty()));
    }

    /** {@code "found"}, and the known name that was probably meant. */
    String unknown(String unknown, Location at, Collection<String> known) {
        String shown = Shown.quoted(unknown, 60);
        if (hints++ >= HINTS) {
            return shown;
        }
        Problems problems = Problems.of(at.file(), Lines.of(""));
        problems.addUnknown(FindingCode.UNKNOWN_PURPOSE, at.at(), "", unknown, known);
        return shown + problems.list().get(0).hint().map(hint -> "; " + hint).orElse("");
    }

    Verdict verdict() {
        return verdict;
    }

    GateReport.Totals totals() {
        return new GateReport.Totals(errors, warnings);
    }

    /** The findings that are kept, in their order, with the lines they are about. */
    List<Finding> kept() {
        return kept.stream().sorted().map(this::withSnippet).toList();
    }

    private Finding withSnippet(Finding finding) {
        Optional<Location> at = finding.at();
        if (finding.snippet().isPresent()
                || at.isEmpty()
                || !lines.containsKey(at.get().file())) {
            return finding;
        }
        Optional<String> snippet = lines.get(at.get().file())
                .line(at.get().at().line())
                .map(line -> Shown.snippet(line, at.get().at().column()));
        return new Finding(
                finding.code(),
                at,
                finding.what(),
                snippet,
                finding.flow(),
                finding.witness(),
                finding.reasons(),
                finding.remedy(),
                finding.fix());
    }
}
