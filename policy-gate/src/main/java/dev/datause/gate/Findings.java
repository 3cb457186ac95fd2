package dev.datause.gate;

import dev.datause.document.Lines;
import dev.datause.document.Problems;
import dev.datause.document.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects findings, however many. Keeps all until the end, because which come first is known only then. */
final class Findings {
    private static final int KEPT = 200;
    private static final int HINTS = 50;

    private final Map<String, Lines> lines = new HashMap<>();
    private final List<Finding> found = new ArrayList<>();
    private int hints;

    /** Findings in this file show its lines. */
    void show(String file, Lines ofFile) {
        lines.put(file, ofFile);
    }

    void add(Finding finding) {
        found.add(finding);
    }

    /** A finding that needs no witness. */
    void add(FindingCode code, Location at, String what, Optional<Flow> flow, String remedy) {
        add(new Finding(code, Optional.of(at), what, Optional.empty(), flow, Optional.empty(), List.of(), remedy));
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
        return found.stream().map(finding -> finding.code().verdict()).reduce(Verdict.PASSED, Verdict::and);
    }

    GateReport.Totals totals() {
        int warnings = (int) found.stream()
                .filter(finding -> finding.code().verdict() == Verdict.PASSED)
                .count();
        return new GateReport.Totals(found.size() - warnings, warnings);
    }

    /** The first findings, errors before warnings where not all are kept, in their order, with their lines. */
    List<Finding> kept() {
        List<Finding> sorted = found.stream().sorted().toList();
        if (sorted.size() > KEPT) {
            List<Finding> errors = sorted.stream()
                    .filter(finding -> finding.code().verdict() != Verdict.PASSED)
                    .toList();
            sorted = errors.size() >= KEPT ? errors.subList(0, KEPT) : sorted.subList(0, KEPT);
        }
        return sorted.stream().map(this::withSnippet).toList();
    }

    private Finding withSnippet(Finding finding) {
        Optional<Location> at = finding.at();
        if (finding.snippet().isPresent() || at.isEmpty() || !lines.containsKey(at.get().file())) {
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
                finding.remedy());
    }
}
