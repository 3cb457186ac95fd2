package dev.datause.gate;

import dev.datause.DataUsePolicy;
import dev.datause.document.Lines;
import dev.datause.document.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what becomes of each finding, and looks for waivers, watches and baseline entries that are not as they should
 * be. An entry covers one finding: of two that are alike, the second has a number, and needs an entry of its own.
 *
 * <p>A watch covers a finding only if every rule that denies its witness is watched: what another rule denies too, or no
 * rule permits, stays denied.
 */
final class Judge {
    private final Workflow workflow;
    private final LocalDate asOf;
    private final Map<String, Waiver> waivers = new LinkedHashMap<>();
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private final Map<String, Baseline.Entry> baseline;
    private final Set<String> unchecked = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Judged> about = new ArrayList<>();

    Judge(Workflow workflow, LocalDate asOf) {
        this.workflow = workflow;
        this.asOf = asOf;
        workflow.waivers().waivers().forEach(waiver -> waivers.put(waiver.fingerprint(), waiver));
        workflow.waivers().watches().forEach(watch -> watches.put(watch.rule(), watch));
        baseline = workflow.baseline().map(Baseline::byFingerprint).orElse(Map.of());
    }

    /** What becomes of each finding of a result, in its order. */
    List<Judged> judge(GateReport result) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Judged> judged = new ArrayList<>();
        for (Finding finding : result.findings()) {
            String plain = finding.fingerprint();
            String fingerprint = Fingerprint.numbered(plain, numbers.merge(plain, 1, Integer::sum));
            judged.add(new Judged(finding, fingerprint, standing(finding, fingerprint)));
        }
        boolean cut = result.findings().size() < result.total() + result.warnings();
        if (cut && !workflow.isEmpty()) {
            add(
                    FindingCode.TOO_MANY_FINDINGS,
                    Optional.empty(),
                    Lines.of(""),
                    "only the first " + result.findings().size() + " of " + (result.total() + result.warnings())
                            + " findings can be compared with waivers and the baseline",
                    "mend some of the findings first");
        }
        return judged;
    }

    private Standing standing(Finding finding, String fingerprint) {
        if (finding.code().verdict() != Verdict.VIOLATED) {
            if (finding.code().verdict() == Verdict.COULD_NOT_CHECK) {
                unchecked.add(fingerprint);
            }
            return Standing.COUNTS;
        }
        seen.add(fingerprint);
        Waiver waiver = waivers.get(fingerprint);
        if (waiver != null && holds(waiver.expires())) {
            return Standing.of(waiver);
        }
        if (baseline.containsKey(fingerprint)) {
            return Standing.BASELINED;
        }
        return watched(finding).map(Standing::of).orElse(Standing.COUNTS);
    }

    private boolean holds(LocalDate last) {
        return !last.isBefore(asOf) && !last.isAfter(latest());
    }

    private LocalDate latest() {
        return asOf.plusDays(workflow.longest());
    }

    /** The watch that ends first, if all rules that deny are watched. */
    private Optional<Watch> watched(Finding finding) {
        Optional<Watch> first = Optional.empty();
        for (Reason reason : finding.reasons()) {
            Optional<Watch> watch = reason.rule().map(watches::get).filter(one -> holds(one.until()));
            if (watch.isEmpty()) {
                return Optional.empty();
            }
            if (first.isEmpty() || watch.get().until().isBefore(first.get().until())) {
                first = watch;
            }
        }
        return first;
    }

    /** The findings about waivers, watches and the baseline themselves, after all results were judged. */
    List<Judged> about(List<DataUsePolicy> policies) {
        waivers.values().forEach(this::look);
        watches.values().forEach(watch -> look(watch, policies));
        baseline.values().forEach(this::look);
        about.sort((a, b) -> a.finding().compareTo(b.finding()));
        return List.copyOf(about);
    }

    private void look(Waiver waiver) {
        String which = "the waiver of " + waiver.fingerprint();
        if (unchecked.contains(waiver.fingerprint())) {
            add(
                    FindingCode.WAIVED_UNCHECKED,
                    waiver.at(),
                    which + " is about something that could not be checked, which nobody can waive",
                    "mend what could not be checked, and remove the waiver");
        } else if (!seen.contains(waiver.fingerprint())) {
            add(
                    FindingCode.UNMATCHED_WAIVER,
                    waiver.at(),
                    which + " matches nothing: the finding is gone, or is another one now",
                    "remove the waiver");
        } else if (waiver.expires().isBefore(asOf)) {
            add(
                    FindingCode.EXPIRED_WAIVER,
                    waiver.at(),
                    which + " expired on " + waiver.expires() + "; " + Shown.escaped(waiver.owner())
                            + " answers for it",
                    "mend the finding and remove the waiver; or, if it may still stand, say why and give another day");
        } else if (waiver.expires().isAfter(latest())) {
            tooLong(waiver.at(), which, waiver.expires());
        }
    }

    private void look(Watch watch, List<DataUsePolicy> policies) {
        String which = "the watch on rule '" + watch.rule() + "'";
        boolean known = policies.stream()
                .flatMap(policy -> policy.policy().rules().stream())
                .anyMatch(rule -> rule.id().equals(watch.rule()));
        if (!known) {
            add(
                    FindingCode.UNKNOWN_WATCH,
                    watch.at(),
                    which + " watches nothing: the policy has no such rule",
                    "correct the name of the rule, or remove the watch");
        } else if (watch.until().isBefore(asOf)) {
            add(
                    FindingCode.ENDED_WATCH,
                    watch.at(),
                    which + " ended on " + watch.until() + ": findings of the rule count",
                    "remove the watch");
        } else if (watch.until().isAfter(latest())) {
            tooLong(watch.at(), which, watch.until());
        }
    }

    private void tooLong(Location at, String which, LocalDate last) {
        add(
                FindingCode.LONG_WAIVER,
                at,
                which + " lasts until " + last + ", more than " + workflow.longest() + " days after " + asOf
                        + "; it does not hold",
                "give a day up to " + latest());
    }

    private void look(Baseline.Entry entry) {
        if (!seen.contains(entry.fingerprint())) {
            Lines lines = workflow.baseline().map(Baseline::lines).orElse(Lines.of(""));
            add(
                    FindingCode.STALE_BASELINE,
                    entry.at(),
                    lines,
                    "the baseline holds " + entry.fingerprint() + ", which matches nothing any more: "
                            + Shown.escaped(entry.what()),
                    "write the baseline anew, smaller: policy:baseline");
        }
    }

    private void add(FindingCode code, Location at, String what, String remedy) {
        add(code, Optional.of(at), workflow.waivers().lines(), what, remedy);
    }

    private void add(FindingCode code, Optional<Location> at, Lines lines, String what, String remedy) {
        Optional<String> snippet = at.flatMap(place -> lines.line(place.at().line())
                .map(line -> Shown.snippet(line, place.at().column())));
        Finding finding = new Finding(
                code, at, what, snippet, Optional.empty(), Optional.empty(), List.of(), remedy, Optional.empty());
        boolean fails = code == FindingCode.STALE_BASELINE && workflow.failOnStale();
        about.add(new Judged(finding, finding.fingerprint(), fails ? Standing.FAILS : Standing.COUNTS));
    }
}
