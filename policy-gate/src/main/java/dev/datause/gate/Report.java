package dev.datause.gate;

import dev.datause.DataUsePolicy;
import dev.datause.document.Document;
import dev.datause.document.Fields;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Problems;
import dev.datause.document.Shown;
import dev.datause.document.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a build's check came to: the results under each reading, what became of every finding, and how it ended. All
 * reports in all formats are written from this, so that they agree. The same inputs give the same report, and every
 * format of it the same bytes, on any machine. Immutable.
 */
public final class Report {
    private final Ending ending;
    private final List<Check> checks;
    private final List<Judged> workflow;
    private final String note;

    /**
     * The result under one reading, judged.
     *
     * @param policy the policy under that reading
     * @param result what the gate found
     * @param findings every finding that was kept and what becomes of it, in the order of the result
     */
    public record Check(DataUsePolicy policy, GateReport result, List<Judged> findings) {
        /** Copies the list. */
        public Check {
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(result, "result");
            findings = List.copyOf(findings);
        }

        /** Whether every finding was kept; of very many only the first are. */
        public boolean whole() {
            return left() == 0;
        }

        /** How many findings were not kept. */
        public int left() {
            return result.total() + result.warnings() - result.findings().size();
        }

        /** How many findings count, the ones that were not kept included. */
        public int counting() {
            return count(Judged::counts) + left();
        }

        /** How many findings are warnings. */
        public int warnings() {
            return count(Judged::warns);
        }

        /** How many findings are waived. */
        public int waived() {
            return count(judged -> judged.standing().kind() == Standing.Kind.WAIVED);
        }

        /** How many findings stand in the baseline. */
        public int baselined() {
            return count(judged -> judged.standing().kind() == Standing.Kind.BASELINED);
        }

        private int count(java.util.function.Predicate<Judged> which) {
            return (int) findings.stream().filter(which).count();
        }

        /** The worst of what counts; what was not kept and what was not checked included. */
        public Verdict verdict() {
            Verdict verdict = result.completeness().couldNotCheck() > 0 ? Verdict.COULD_NOT_CHECK : Verdict.PASSED;
            for (Judged judged : findings) {
                verdict = verdict.and(judged.verdict());
            }
            return whole() ? verdict : verdict.and(result.verdict());
        }

        /** One line: how many findings in what, against which policy, under which reading, as of which day. */
        public String summary() {
            StringBuilder more = new StringBuilder();
            more.append(waived() > 0 ? ", " + waived() + " waived" : "");
            more.append(baselined() > 0 ? ", " + baselined() + " in the baseline" : "");
            return result.summary(counting(), warnings(), more.toString());
        }

        /** One line: what there was to check, and what became of it. */
        public String account() {
            Completeness account = result.completeness();
            return "account: " + account.seen() + " seen = " + account.understood() + " understood + "
                    + account.ignored() + " ignored by rule + " + account.couldNotCheck() + " could not be checked";
        }
    }

    private Report(Ending ending, List<Check> checks, List<Judged> workflow, String note) {
        this.ending = ending;
        this.checks = List.copyOf(checks);
        this.workflow = List.copyOf(workflow);
        this.note = Objects.requireNonNull(note, "note");
    }

    /**
     * The report on results of one check under several readings.
     *
     * @param policies the policy under each reading
     * @param results what the gate found under each, in the same order, all as of one day
     * @throws IllegalArgumentException if there are none, or they do not belong together
     */
    public static Report of(List<DataUsePolicy> policies, List<GateReport> results, Workflow workflow) {
        if (policies.isEmpty() || policies.size() != results.size()) {
            throw new IllegalArgumentException("results: one for each policy, and at least one");
        }
        Judge judge = new Judge(workflow, results.get(0).asOf());
        List<Check> checks = new ArrayList<>();
        Verdict verdict = Verdict.PASSED;
        for (int i = 0; i < results.size(); i++) {
            GateReport result = results.get(i);
            DataUsePolicy policy = policies.get(i);
            if (!result.asOf().equals(results.get(0).asOf())
                    || !result.policy().equals(policy.policy().id())
                    || !result.reading().equals(policy.reading().name())) {
                throw new IllegalArgumentException("results: each is of the policy at its position, all as of one day");
            }
            Check check = new Check(policy, result, judge.judge(result));
            verdict = verdict.and(check.verdict());
            checks.add(check);
        }
        List<Judged> about = judge.about(policies);
        for (Judged judged : about) {
            verdict = verdict.and(judged.verdict());
        }
        return new Report(Ending.of(verdict), checks, about, "");
    }

    /**
     * The report on a check that looked at no pipeline.
     *
     * @param ending how it ended
     * @param note why, as people read it, in lines; what no screen should be given is written out
     * @throws IllegalArgumentException if it passed or found violations: nothing that was not looked at does
     */
    public static Report without(Ending ending, String note) {
        if (ending == Ending.PASSED || ending == Ending.VIOLATIONS) {
            throw new IllegalArgumentException("ending: nothing was looked at");
        }
        String safe = Stream.of(note.split("\n", -1)).map(Shown::escaped).collect(Collectors.joining("\n"));
        return new Report(ending, List.of(), List.of(), safe);
    }

    /**
     * Reads how a check ended from its report for programs.
     *
     * @param name how problems call the file
     * @throws dev.datause.document.DocumentException if it is not such a report, and whole
     */
    public static Ending ending(String name, byte[] json) {
        Document document = JsonDocument.read(name, json, Limits.STANDARD);
        Problems problems = Problems.of(document);
        Fields fields = Fields.of(document, problems);
        Waivers.format(fields, problems);
        List<Ending> all = List.of(Ending.values());
        String word = fields.choice("verdict", all.stream().map(Ending::word).toList());
        for (String part : List.of("checks", "workflow")) {
            fields.required(part).filter(node -> !(node instanceof Node.Items)).ifPresent(node -> {
                Values.wrongKind(node, part, "a list", problems);
            });
        }
        problems.throwIfAny();
        return all.stream().filter(one -> one.word().equals(word)).findFirst().orElseThrow();
    }

    /** How it ended. */
    public Ending ending() {
        return ending;
    }

    /** The results, one for each reading; none where no pipeline was looked at. */
    public List<Check> checks() {
        return checks;
    }

    /** The findings about waivers, watches and the baseline, sorted. */
    public List<Judged> workflow() {
        return workflow;
    }

    /** Why no pipeline was looked at, safe for any terminal; empty text where there are results. */
    public String note() {
        return note;
    }

    /** All findings: those of each result, then those about waivers, watches and the baseline. */
    public List<Judged> findings() {
        List<Judged> all = new ArrayList<>();
        checks.forEach(check -> all.addAll(check.findings()));
        all.addAll(workflow);
        return all;
    }

    /** Every finding as people read it, then how much was checked and the summary; ends with a line feed, safe for any terminal. */
    public String text() {
        return ConsoleText.of(this);
    }

    /** How it ended, in one word. */
    @Override
    public String toString() {
        return ending.word();
    }
}
