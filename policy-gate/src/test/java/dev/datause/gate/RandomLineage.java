package dev.datause.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Random lineage in the words of the small policy: circles, fields, breakers, guards, calls, days, and several uses. */
final class RandomLineage {
    static final String ON =
            "{\"setting\": {\"name\": \"improve\", \"is\": \"on\", \"at\": \"use\", \"onCounts\": \"next-day\"}}";
    private static final List<String> CONDITIONS = List.of(
            ON,
            "{\"not\": {\"flag\": \"minor\"}}",
            "{\"age\": {\"atLeast\": 18, \"at\": \"collection\"}}",
            "{\"not\": {\"located\": {\"in\": [\"south\"], \"at\": \"use\"}}}");
    private static final List<String> NEAR_MISSES = List.of(
            "{\"setting\": {\"name\": \"improve\", \"is\": \"on\", \"at\": \"collection\", \"onCounts\": \"next-day\"}}",
            "{\"age\": {\"atLeast\": 18, \"at\": \"use\"}}",
            "{\"located\": {\"in\": [\"north\"], \"at\": \"collection\"}}",
            "{\"category\": \"profile\"}",
            "{\"purpose\": \"ads\"}");

    /** A dataset or one field of it. */
    record End(String dataset, Optional<String> field) {
        String json() {
            return field.map(name -> "{\"dataset\": \"" + dataset + "\", \"field\": \"" + name + "\"}")
                    .orElse("\"" + dataset + "\"");
        }
    }

    /** A dataset being made. */
    static final class Made {
        String name = "";
        boolean derived;
        List<String> categories = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> members = new ArrayList<>();
        String collected = "";
        Optional<String> tag = Optional.empty();

        String json() {
            String out = "{\"name\": \"" + name + "\"";
            out += derived ? ", \"derived\": true" : ", \"categories\": " + categories;
            out += fields.isEmpty()
                    ? ""
                    : ", \"fields\": "
                            + fields.stream()
                                    .map(f -> "{\"name\": \"" + f + "\"}")
                                    .toList();
            out += members.isEmpty() ? "" : ", \"members\": {\"all\": " + members + "}";
            out += collected.isEmpty() ? "" : ", \"collected\": {\"from\": \"" + collected + "\"}";
            return out
                    + tag.map(purpose -> ", \"purpose\": \"" + purpose + "\"").orElse("") + "}";
        }
    }

    /** A step being made. */
    static final class Doing {
        String name = "";
        List<String> purposes = new ArrayList<>();
        List<End> inputs = new ArrayList<>();
        List<End> outputs = new ArrayList<>();
        Optional<End> derived = Optional.empty();
        List<End> from = new ArrayList<>();
        List<String> guards = new ArrayList<>();
        String call = "";
        String breaks = "";
        String runs = "";

        boolean isUse() {
            return !purposes.isEmpty();
        }

        String json() {
            String out = "{\"name\": \"" + name + "\", \"inputs\": " + list(inputs);
            out += outputs.isEmpty() ? "" : ", \"outputs\": " + list(outputs);
            out += derived.map(end -> ", \"fields\": [{\"output\": " + end.json() + ", \"from\": " + list(from) + "}]")
                    .orElse("");
            out += guards.isEmpty() ? "" : ", \"guards\": " + guards;
            out += purposes.isEmpty()
                    ? ""
                    : ", \"recipient\": \"owner\", \"purpose\": "
                            + purposes.stream().map(p -> "\"" + p + "\"").toList();
            out += call.isEmpty()
                    ? ""
                    : ", \"guard\": {\"policy\": \"small\", \"reading\": \"strict\", \"purpose\": \"" + call
                            + "\", \"recipient\": \"owner\"}";
            out += breaks.isEmpty()
                    ? ""
                    : ", \"breaks\": [{\"categories\": [\"" + breaks
                            + "\"], \"method\": \"anonymisation\", \"owner\": \"o\", \"reason\": \"r\"}]";
            return out + (runs.isEmpty() ? "" : ", \"runs\": " + runs) + "}";
        }

        private static String list(List<End> ends) {
            return ends.stream().map(End::json).toList().toString();
        }
    }

    final List<Made> datasets = new ArrayList<>();
    final List<Doing> steps = new ArrayList<>();

    private final RandomGenerator random;

    RandomLineage(RandomGenerator random) {
        this.random = random;
    }

    <T> T from(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Fills this with sources, what is derived of them, steps between, and uses. */
    RandomLineage fill(int sources, int derived, int between, int uses) {
        for (int i = 0; i < sources + derived; i++) {
            datasets.add(dataset("d" + i, i >= sources));
        }
        for (int i = 0; i < between; i++) {
            Doing step = new Doing();
            step.name = "s" + i;
            // The first steps see to it that something flows from every source to the rest.
            step.inputs.add(i < sources ? new End("d" + i, Optional.empty()) : end(datasets));
            if (chance(0.4)) {
                add(step.inputs, end(datasets));
            }
            List<Made> targets = datasets.subList(chance(0.9) ? sources : 0, sources + derived);
            step.outputs.add(i < derived ? new End("d" + (sources + i), Optional.empty()) : end(targets));
            if (chance(0.2)) {
                add(step.outputs, end(targets));
            }
            Made first = made(step.outputs.get(0).dataset());
            if (!first.fields.isEmpty() && step.outputs.get(0).field().isEmpty() && chance(0.7)) {
                step.derived = Optional.of(new End(first.name, Optional.of(from(first.fields))));
                if (chance(0.7)) {
                    step.from.add(from(step.inputs));
                }
            }
            guard(step, 0.35);
            step.call = chance(0.06) ? from(List.of("training", "ads")) : "";
            step.breaks = chance(0.12) ? from(List.of("profile", "post", "message", "data")) : "";
            steps.add(step);
        }
        for (int i = 0; i < uses; i++) {
            Doing use = new Doing();
            use.name = "u" + i;
            use.purposes.add(chance(0.75) ? "training" : "ads");
            use.inputs.add(end(datasets.subList(chance(0.8) ? sources : 0, sources + derived)));
            if (chance(0.2)) {
                add(use.inputs, end(datasets));
            }
            guard(use, 0.4);
            use.call = chance(0.05) ? use.purposes.get(0) : "";
            if (chance(0.2)) {
                add(use.outputs, end(datasets.subList(sources, sources + derived)));
            }
            steps.add(use);
        }
        if (chance(0.2)) {
            from(datasets).tag = Optional.of(chance(0.7) ? "training" : "ads");
        }
        return this;
    }

    private static void add(List<End> ends, End end) {
        if (!ends.contains(end)) {
            ends.add(end);
        }
    }

    Made made(String name) {
        return datasets.stream().filter(d -> d.name.equals(name)).findFirst().orElseThrow();
    }

    private End end(List<Made> among) {
        Made dataset = from(among);
        boolean field = !dataset.fields.isEmpty() && chance(0.5);
        return new End(dataset.name, field ? Optional.of(from(dataset.fields)) : Optional.empty());
    }

    private Made dataset(String name, boolean derived) {
        Made made = new Made();
        made.name = name;
        made.derived = derived;
        if (chance(0.3)) {
            made.fields.addAll(List.of("f", "g"));
        }
        if (!derived) {
            made.categories.add(from(List.of(
                    "\"profile\"",
                    "\"profile\"",
                    "\"profile\"",
                    "{\"category\": \"post\", \"audience\": \"public\"}")));
            if (chance(0.2)) {
                made.categories.add("\"message\"");
            }
            made.collected = chance(0.95) ? "2025-11-03" : "2025-11-02";
            for (String condition : CONDITIONS) {
                if (chance(0.75)) {
                    made.members.add(condition);
                }
            }
        }
        return made;
    }

    private void guard(Doing step, double each) {
        for (String condition : CONDITIONS) {
            if (chance(each)) {
                step.guards.add(chance(0.1) ? from(NEAR_MISSES) : condition);
            }
        }
        step.guards = new ArrayList<>(step.guards.stream().distinct().toList());
        if (chance(0.12)) {
            step.runs = from(List.of(
                    "{\"from\": \"2025-11-03\", \"until\": \"2026-12-31\"}",
                    "{\"from\": \"2025-11-03\"}",
                    "{\"from\": \"2026-02-28\", \"until\": \"2026-03-01\"}"));
        }
    }

    /** An edge that was not there. */
    void addEdge() {
        add(from(steps).inputs, end(datasets));
    }

    void shuffle() {
        List<Integer> seeds = List.of(random.nextInt(), random.nextInt());
        Collections.shuffle(datasets, new java.util.Random(seeds.get(0)));
        Collections.shuffle(steps, new java.util.Random(seeds.get(1)));
    }

    /** Puts a step that does nothing between a dataset and all that read it. */
    void split() {
        Made before = from(datasets);
        if (before.tag.isPresent() || !before.fields.isEmpty()) {
            return;
        }
        Made after = new Made();
        after.name = before.name + "b";
        after.derived = true;
        for (Doing step : steps) {
            step.inputs.replaceAll(end -> end.dataset().equals(before.name) ? new End(after.name, end.field()) : end);
            step.from.replaceAll(end -> end.dataset().equals(before.name) ? new End(after.name, end.field()) : end);
        }
        datasets.add(after);
        Doing copy = new Doing();
        copy.name = "copy";
        copy.inputs.add(new End(before.name, Optional.empty()));
        copy.outputs.add(new End(after.name, Optional.empty()));
        steps.add(copy);
    }

    String json() {
        return "{\"format\": 1, \"datasets\": "
                + datasets.stream().map(Made::json).collect(Collectors.joining(",\n", "[", "]"))
                + ", \"steps\": "
                + steps.stream().map(Doing::json).collect(Collectors.joining(",\n", "[", "]")) + "}";
    }
}
