package dev.datause.gate;

import dev.datause.Category;
import dev.datause.Counterexample;
import dev.datause.DataUsePolicy;
import dev.datause.Ground;
import dev.datause.Passage;
import dev.datause.PolicyJson;
import dev.datause.analysis.Obligation;
import dev.datause.document.Shown;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Words the findings about flows. */
final class Violations {
    private final DataUsePolicy policy;
    private final Findings findings;
    private final Reasons reasons;
    /** The names of steps whose own guards let nothing through. */
    private final Set<String> closed = new HashSet<>();

    Violations(DataUsePolicy policy, Findings findings) {
        this.policy = policy;
        this.findings = findings;
        reasons = new Reasons(policy.policy());
    }

    /** The call that makes a pipeline safe whatever it reads. */
    private String call() {
        return "`guard: {policy: " + policy.policy().id() + ", reading: "
                + policy.reading().name() + "}`";
    }

    /** The call that makes what any step writes safe for a use. */
    private String call(Passage.Other use) {
        return "`guard: {policy: " + policy.policy().id() + ", reading: "
                + policy.reading().name() + ", purpose: " + use.purpose() + ", recipient: " + use.recipient() + "}`";
    }

    /** A use: what it is, what for, and where that is said. */
    record Used(UseSite site, Stated<Passage.Other> use) {}

    /**
     * One finding for each ground on which a category leaks.
     *
     * @param guard what would keep it out
     * @param path the stations from the source to the use; both are asked for only where a finding is made
     */
    void add(Used used, FlowProof.Leak leak, Supplier<Optional<Obligation>> guard, Supplier<List<Hop>> path) {
        List<Counterexample> found = leak.witnesses();
        Category category = leak.category();
        Location at = used.use.at();
        if (!findings.needs(at)) {
            findings.count(FindingCode.VIOLATION, found.size());
            return;
        }
        List<Hop> hops = path.get();
        String source = hops.get(0).name();
        String purpose = used.use.value().purpose().name();
        String below = category.name().equals(leak.declared()) ? "" : " (below " + Shown.escaped(leak.declared()) + ")";
        Optional<Fix> fix = guard.get().flatMap(one -> fix(used, one, hops));
        for (Counterexample counterexample : found) {
            findings.add(new Finding(
                    FindingCode.VIOLATION,
                    Optional.of(at),
                    used.site.words() + " lets " + category + below + " of '" + FindingText.name(source) + "' reach "
                            + purpose,
                    Optional.empty(),
                    Optional.of(new Flow(
                            used.site.end(),
                            Optional.of(source),
                            Optional.of(category.name()),
                            Optional.of(purpose),
                            hops)),
                    Optional.of(counterexample),
                    reasons.of(counterexample),
                    remedy(used, counterexample.ground(), category, hops),
                    fix));
        }
    }

    /** A guard belongs to the step that uses the data, or else to the nearest; without a step there is no place for one. */
    private static Optional<Fix> fix(Used used, Obligation obligation, List<Hop> path) {
        Optional<Location> at = used.site.step().isPresent()
                ? Optional.of(used.site.at())
                : path.stream()
                        .filter(hop -> hop.kind() == Hop.Kind.STEP)
                        .reduce((a, b) -> b)
                        .flatMap(Hop::at);
        return at.isEmpty()
                ? Optional.empty()
                : obligation.guard().map(guard -> new Fix(oneLine(PolicyJson.write(guard)), obligation.toString(), at));
    }

    /** JSON in one line; there is no line end in any of its texts. */
    private static String oneLine(String json) {
        return json.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private String remedy(Used used, Ground ground, Category category, List<Hop> path) {
        String first = Shown.escaped(Reasons.remedy(ground).orElse(otherwise(ground, category)));
        if (used.site.step().isPresent()) {
            String input = FindingText.name(path.get(path.size() - 2).toString());
            String itself = used.site.step().get().pipeline() ? "the pipeline" : "the step";
            return first + ", or drop '" + input + "' from the inputs, or let " + itself + " call the policy: "
                    + call();
        }
        Optional<Hop> nearest =
                path.stream().filter(hop -> hop.kind() == Hop.Kind.STEP).reduce((a, b) -> b);
        return nearest.map(hop -> first + ", or let step '" + FindingText.name(hop.name()) + "' call the policy: "
                        + call(used.use.value()))
                .orElse(first + ", or take the purpose off it");
    }

    /** The way out where no rule says one. */
    private static String otherwise(Ground ground, Category category) {
        if (ground instanceof Ground.NotInForce) {
            return "let it run only while the policy is in force";
        }
        return Plainest.isNotGranted(ground)
                ? "take " + category + " out of what it reads"
                : "keep out what the rule denies";
    }

    /** More findings than can be shown. */
    void count(FindingCode code, int number) {
        findings.count(code, number);
    }

    /** So many findings are kept at most. */
    int mostKept() {
        return findings.most();
    }

    void noPurpose(UseSite site, String what, List<String> purposes) {
        findings.add(
                FindingCode.NO_PURPOSE,
                site.at(),
                what,
                Optional.of(site.flow()),
                "say what it uses the data for: " + String.join(", ", purposes));
    }

    void noInputs(UseSite site) {
        findings.add(
                FindingCode.NO_INPUTS,
                site.at(),
                site.words() + " does not say what it reads",
                Optional.of(site.flow()),
                "list every dataset it reads as inputs");
    }

    void otherPolicy(UseSite site, Stated<Step.PolicyCall> call) {
        String what = site.words() + " calls the policy '"
                + FindingText.name(call.value().policy()) + "', not '"
                + policy.policy().id() + "'";
        findings.add(
                FindingCode.OTHER_POLICY,
                call.at(),
                what,
                Optional.of(site.flow()),
                "call the policy that is checked: " + call());
    }

    void otherReading(UseSite site, Stated<Step.PolicyCall> call) {
        String what = site.words() + " calls the policy under the reading '"
                + FindingText.name(call.value().reading()) + "', not '"
                + policy.reading().name() + "'";
        findings.add(
                FindingCode.OTHER_READING,
                call.at(),
                what,
                Optional.of(site.flow()),
                "call the policy that is checked: " + call());
    }

    void breaker(UseSite site, Stated<Breaker> breaker, boolean over) {
        String what = over
                ? "a breaker of " + site.words() + " ended on "
                        + breaker.value().until().orElseThrow()
                : "a breaker of " + site.words() + " has no owner or no reason";
        findings.add(
                FindingCode.EXPIRED_BREAKER,
                breaker.at(),
                what + "; it stops nothing",
                Optional.of(site.flow()),
                "have its owner look at it again and say until when it holds, or remove it");
    }

    void undeclared(
            UseSite site,
            boolean reads,
            Stated<Port> port,
            Collection<String> declared,
            Optional<Counterexample> witness) {
        String name = port.value().dataset();
        findings.add(new Finding(
                FindingCode.UNDECLARED_DATASET,
                Optional.of(port.at()),
                site.words() + (reads ? " reads" : " writes") + " the undeclared dataset "
                        + findings.unknown(name, port.at(), declared)
                        + (reads ? "; it may hold every category" : ""),
                Optional.empty(),
                Optional.of(site.flow(name)),
                witness,
                witness.map(reasons::of).orElse(List.of()),
                reads
                        ? "declare the dataset with its categories, or correct its name"
                        : "declare the dataset as derived, or correct its name",
                Optional.empty()));
    }

    void unknownField(UseSite site, Stated<Port> port, Collection<String> declared) {
        String field = port.value().field().orElse("");
        findings.add(
                FindingCode.UNKNOWN_FIELD,
                port.at(),
                site.words() + " names the field " + findings.unknown(field, port.at(), declared) + " of '"
                        + FindingText.name(port.value().dataset()) + "', which does not declare it",
                Optional.of(site.flow(port.value().dataset())),
                "declare the field, or correct its name");
    }

    void tooLarge(Used used, String dataset, String why) {
        findings.add(
                FindingCode.TOO_LARGE,
                used.use.at(),
                used.site.words() + " cannot be checked exactly: " + why,
                Optional.of(used.site.flow(dataset)),
                "make the population and the guards simpler, or let the pipeline call the policy: " + call());
    }

    void tooManyFields(UseSite site) {
        findings.add(
                FindingCode.TOO_LARGE,
                site.at(),
                site.words() + " cannot be checked field by field: there are too many fields",
                Optional.of(site.flow()),
                "say for every field that it writes where it comes from");
    }

    void couldBeAnything(UseSite site, String why, String purpose, List<Hop> path) {
        findings.add(new Finding(
                FindingCode.COULD_BE_ANYTHING,
                Optional.of(site.at()),
                site.words() + " could hold anything, and reaches " + purpose + ": " + why,
                Optional.empty(),
                Optional.of(new Flow(
                        path.get(path.size() - 1).toString(),
                        Optional.of(site.name()),
                        Optional.empty(),
                        Optional.of(purpose),
                        path)),
                Optional.empty(),
                List.of(),
                "say what it holds, or where that comes from",
                Optional.empty()));
    }

    void noDays(Used used, Dataset dataset) {
        Location at = dataset.collected().map(Stated::at).orElse(dataset.name().at());
        String what = "nothing of dataset '" + FindingText.name(dataset.name().value())
                + "' is collected up to the last day on which " + used.site.words()
                + (used.site.step().isPresent() ? " runs" : " is used");
        findings.add(
                FindingCode.NO_DAYS,
                at,
                what,
                Optional.of(used.site.flow(dataset.name().value())),
                "correct the days of collection, or those of the runs");
    }

    void emptyPopulation(Used used, Dataset dataset) {
        Location at = dataset.members().map(Stated::at).orElse(dataset.name().at());
        String what = "nobody can be a member of dataset '"
                + FindingText.name(dataset.name().value()) + "' when " + used.site.words()
                + (used.site.step().isPresent() ? " runs" : " is used");
        findings.add(
                FindingCode.EMPTY_POPULATION,
                at,
                what,
                Optional.of(used.site.flow(dataset.name().value())),
                "correct the population: its parts contradict each other");
    }

    void guardLetsNothing(Used used, Dataset dataset) {
        closed.add(used.site.name());
        String what = "the guards of " + used.site.words() + " let nothing of '"
                + FindingText.name(dataset.name().value()) + "' through";
        findings.add(
                FindingCode.GUARD_LETS_NOTHING,
                firstGuard(used.site).orElse(used.use.at()),
                what,
                Optional.of(used.site.flow(dataset.name().value())),
                "correct the guards, or drop the dataset from the inputs");
    }

    /** Guards that let nothing through, of a step that uses what it reads. */
    void guardLetsNothing(UseSite site) {
        guardLetsNothing(site, "", site.flow());
    }

    /** The same of a step further up, from which a way leads to a purpose. */
    void guardLetsNothing(UseSite site, String purpose, List<Hop> path) {
        String end = path.get(path.size() - 1).toString();
        guardLetsNothing(
                site,
                ", and it leads to " + purpose + " by '" + FindingText.name(end) + "'",
                new Flow(end, Optional.of(site.name()), Optional.empty(), Optional.of(purpose), path));
    }

    private void guardLetsNothing(UseSite site, String where, Flow flow) {
        closed.add(site.name());
        findings.add(
                FindingCode.GUARD_LETS_NOTHING,
                firstGuard(site).orElse(site.at()),
                "the guards of " + site.words() + " let nothing through" + where,
                Optional.of(flow),
                "correct the guards: they contradict each other");
    }

    /** Guards of several steps that exclude each other; nothing where those of one are a finding already. */
    void emptyWay(Used used, List<Hop> path) {
        if (path.stream().anyMatch(hop -> hop.kind() == Hop.Kind.STEP && closed.contains(hop.name()))) {
            return;
        }
        String source = path.get(0).name();
        String purpose = used.use.value().purpose().name();
        findings.add(
                FindingCode.EMPTY_WAY,
                used.use.at(),
                "nothing of '" + FindingText.name(source) + "' passes all guards on a way to " + used.site.words()
                        + ", so that nothing is proved about it",
                Optional.of(
                        new Flow(used.site.end(), Optional.of(source), Optional.empty(), Optional.of(purpose), path)),
                "correct the guards, or the population, on the way: they exclude each other");
    }

    private static Optional<Location> firstGuard(UseSite site) {
        return site.step().flatMap(step -> step.guards().stream().findFirst()).map(Stated::at);
    }
}
