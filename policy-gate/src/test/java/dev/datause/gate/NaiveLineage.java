package dev.datause.gate;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Condition;
import dev.datause.DataUsePolicy;
import dev.datause.Passage;
import dev.datause.PolicyJson;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the gate should find, in the plainest way: follows every walk backwards from a use, with all that stands on it,
 * until no walk brings anything new, and asks the policy about each end by itself. Shares no code with the gate but its records.
 */
final class NaiveLineage {
    private final DataUsePolicy policy;
    private final List<Dataset> datasets;
    private final List<Step> steps;

    NaiveLineage(DataUsePolicy policy, Metadata metadata) {
        this.policy = policy;
        datasets = metadata.datasets();
        steps = metadata.steps();
    }

    /** Where a walk is, and what stood on it: conditions as text, what the policy was asked, what was stopped. */
    private record Walk(Port port, boolean earlier, Set<String> conditions, Set<String> asked, Set<String> stopped) {}

    /** What arrives at a use by some walk. */
    record Arrival(
            Dataset source, Dataset.Content content, List<Condition> conditions, Set<String> asked, boolean anything) {}

    /** By whom and when something is used. */
    record Day(LocalDate from, Optional<LocalDate> until) {
        static Day of(Step step) {
            return new Day(
                    step.runs().flatMap(w -> w.value().from()).orElse(Given.AS_OF),
                    step.runs().flatMap(w -> w.value().until()));
        }

        boolean within(Window window) {
            return !from.isBefore(window.from().orElse(LocalDate.MIN))
                    && !until.orElse(LocalDate.MAX).isAfter(window.until().orElse(LocalDate.MAX));
        }
    }

    private Dataset dataset(String name) {
        return datasets.stream()
                .filter(d -> d.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What of a condition further up still counts; here every condition is simple enough to tell by its text. */
    static Optional<String> left(String condition, boolean earlier) {
        boolean onUse = condition.contains("\"use\"") || condition.contains("flag");
        boolean age = condition.contains("\"age\"") && !condition.contains("not");
        boolean ofUse = condition.contains("\"purpose\"");
        return ofUse || (earlier && onUse && !age) ? Optional.empty() : Optional.of(condition);
    }

    /** Everything that arrives at a port that is used on these days. */
    Set<Arrival> arrivals(Port end, Day day) {
        Set<Arrival> arrivals = new HashSet<>();
        Set<Walk> seen = new HashSet<>();
        Deque<Walk> open = new ArrayDeque<>();
        open.add(new Walk(end, false, Set.of(), Set.of(), Set.of()));
        while (!open.isEmpty()) {
            Walk walk = open.remove();
            if (!seen.add(walk)) {
                continue;
            }
            hold(walk, arrivals);
            for (Step step : steps) {
                for (Port from : writes(step, walk.port)) {
                    open.add(before(walk, step, from, day));
                }
            }
        }
        return arrivals;
    }

    /** The inputs that a step puts into what a port reads. */
    private Set<Port> writes(Step step, Port read) {
        Set<Port> from = new HashSet<>();
        List<Port> all = new ArrayList<>();
        step.inputs().forEach(input -> all.add(input.value()));
        step.derivations().forEach(d -> d.from().forEach(input -> all.add(input.value())));
        Set<String> own = new HashSet<>();
        for (Step.Derivation derivation : step.derivations()) {
            Port output = derivation.output().value();
            if (output.dataset().equals(read.dataset())) {
                own.add(output.field().orElseThrow());
                if (read.field().isEmpty() || read.field().equals(output.field())) {
                    derivation.from().forEach(input -> from.add(input.value()));
                }
            }
        }
        List<String> fields = dataset(read.dataset()).fields().stream()
                .map(field -> field.name().value())
                .toList();
        for (Stated<Port> output : step.outputs()) {
            Port port = output.value();
            if (!port.dataset().equals(read.dataset())) {
                continue;
            }
            List<String> touched =
                    port.field().isPresent() ? List.of(port.field().get()) : fields;
            boolean others = touched.isEmpty() || touched.stream().anyMatch(field -> !own.contains(field));
            boolean itself = read.field().isEmpty()
                    ? others
                    : (port.field().isEmpty() || port.field().equals(read.field()))
                            && !own.contains(read.field().get());
            if (itself) {
                from.addAll(all);
            }
        }
        return from;
    }

    private Walk before(Walk walk, Step step, Port from, Day day) {
        boolean earlier = walk.earlier
                || step.runs().filter(runs -> !day.within(runs.value())).isPresent();
        Set<String> conditions = new TreeSet<>(walk.conditions);
        step.guards()
                .forEach(guard -> left(PolicyJson.write(guard.value()), earlier).ifPresent(conditions::add));
        Set<String> asked = new TreeSet<>(walk.asked);
        if (step.call().isPresent() && !earlier) {
            step.call().get().value().use().ifPresent(use -> asked.add(use.purpose()));
        }
        Set<String> stopped = new TreeSet<>(walk.stopped);
        step.breakers().forEach(b -> b.value().categories().forEach(c -> stopped.add(c.value())));
        return new Walk(from, earlier, conditions, asked, stopped);
    }

    private void hold(Walk walk, Set<Arrival> arrivals) {
        Dataset dataset = dataset(walk.port.dataset());
        if (dataset.origin() == Dataset.Origin.DERIVED && unwritten(dataset, walk.port)) {
            arrivals.add(new Arrival(dataset, new Dataset.Content("", Optional.empty()), List.of(), Set.of(), true));
        }
        for (Stated<Dataset.Content> content : dataset.contents()) {
            boolean stopped = walk.stopped.stream()
                    .anyMatch(name -> below(name).stream()
                            .anyMatch(c -> c.name().equals(content.value().category())));
            if (!stopped) {
                List<Condition> conditions = new ArrayList<>();
                dataset.members()
                        .flatMap(members -> members(members.value(), walk.earlier))
                        .ifPresent(conditions::add);
                walk.conditions.forEach(text -> conditions.add(condition(text)));
                arrivals.add(new Arrival(dataset, content.value(), conditions, walk.asked, false));
            }
        }
    }

    private Optional<Condition> members(Condition members, boolean earlier) {
        List<Condition> parts = ((Condition.All) members)
                .of().stream()
                        .flatMap(part -> left(PolicyJson.write(part), earlier).stream())
                        .map(this::condition)
                        .toList();
        return Optional.of(new Condition.All(parts));
    }

    private boolean unwritten(Dataset dataset, Port read) {
        String name = dataset.name().value();
        boolean whole = steps.stream().anyMatch(step -> writesWhole(step, dataset));
        if (whole) {
            return false;
        }
        List<String> fields =
                dataset.fields().stream().map(f -> f.name().value()).toList();
        if (fields.isEmpty()) {
            return true;
        }
        return fields.stream()
                .filter(field -> read.field().isEmpty() || read.field().get().equals(field))
                .anyMatch(field -> steps.stream().noneMatch(step -> writesField(step, name, field)));
    }

    private static boolean derives(Step step, String dataset) {
        return step.derivations().stream()
                .anyMatch(d -> d.output().value().dataset().equals(dataset));
    }

    private static boolean writesWhole(Step step, Dataset dataset) {
        String name = dataset.name().value();
        return !derives(step, name)
                && step.outputs().stream().anyMatch(o -> o.value().equals(Port.of(name)));
    }

    private static boolean writesField(Step step, String dataset, String field) {
        Port port = new Port(dataset, Optional.of(field));
        return step.outputs().stream()
                        .anyMatch(o -> o.value().equals(port) || o.value().equals(Port.of(dataset)))
                || step.derivations().stream().anyMatch(d -> d.output().value().equals(port));
    }

    Condition condition(String json) {
        return PolicyJson.conditions(
                        policy.policy(), dev.datause.document.Problems.of("c", dev.datause.document.Lines.of("")))
                .apply(RandomManifest.parsed(json))
                .orElseThrow();
    }

    private List<Category> below(String name) {
        List<Category> found = new ArrayList<>();
        for (Vocabulary.CategoryEntry entry : policy.policy().vocabulary().categories()) {
            Optional<Category> at = Optional.of(entry.name());
            while (at.isPresent()) {
                if (at.get().name().equals(name)) {
                    found.add(entry.name());
                }
                Category here = at.get();
                at = policy.policy().vocabulary().categories().stream()
                        .filter(e -> e.name().equals(here))
                        .findFirst()
                        .flatMap(Vocabulary.CategoryEntry::under);
            }
        }
        return found;
    }

    /** Whether something that arrives may be denied. */
    boolean leaks(
            Arrival arrival, String purpose, String recipient, Day day, List<Condition> guards, Set<String> asks) {
        for (Category category : below(arrival.content.category())) {
            Passage passage = Passage.of(Purpose.of(purpose), Recipient.of(recipient), category, day.from);
            if (day.until.isPresent()) {
                passage = passage.usedUntil(day.until.get());
            }
            if (arrival.content.audience().isPresent()) {
                passage =
                        passage.audience(Audience.of(arrival.content.audience().get()));
            }
            if (arrival.source.collected().isPresent()) {
                Window window = arrival.source.collected().get().value();
                passage = passage.collected(
                        window.from().orElseThrow(), window.until().orElse(LocalDate.of(2200, 12, 31)));
            }
            for (Condition condition : arrival.conditions) {
                passage = passage.passing(condition);
            }
            for (Condition guard : guards) {
                passage = passage.passing(guard);
            }
            Set<String> permitted = new TreeSet<>(arrival.asked);
            permitted.addAll(asks);
            for (String other : permitted) {
                passage = passage.permittedFor(Purpose.of(other), Recipient.of("owner"));
            }
            if (!policy.counterexamples(passage).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
