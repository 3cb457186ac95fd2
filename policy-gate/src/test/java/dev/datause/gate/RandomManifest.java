package dev.datause.gate;

import dev.datause.document.JsonDocument;
import dev.datause.document.Node;
import dev.datause.document.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Manifests in the words of the small policy, of which many nearly pass: that is where mistakes hide. */
final class RandomManifest {
    private static final List<String> CONDITIONS = List.of(
            "{\"setting\": {\"name\": \"improve\", \"is\": \"on\", \"at\": \"use\", \"onCounts\": \"next-day\"}}",
            "{\"not\": {\"flag\": \"minor\"}}",
            "{\"age\": {\"atLeast\": 18, \"at\": \"collection\"}}",
            "{\"not\": {\"located\": {\"in\": [\"south\"], \"at\": \"use\"}}}");
    private static final List<String> NEAR_MISSES = List.of(
            "{\"setting\": {\"name\": \"improve\", \"is\": \"on\", \"at\": \"use\", \"onCounts\": \"same-day\"}}",
            "{\"setting\": {\"name\": \"improve\", \"is\": \"on\", \"at\": \"collection\", \"onCounts\": \"next-day\"}}",
            "{\"possibly\": {\"not\": {\"flag\": \"minor\"}}}",
            "{\"age\": {\"atLeast\": 18, \"at\": \"use\"}}",
            "{\"possibly\": {\"age\": {\"atLeast\": 18, \"at\": \"collection\"}}}",
            "{\"located\": {\"in\": [\"north\"], \"at\": \"collection\"}}",
            "{\"located\": {\"in\": [\"north\"], \"at\": \"use\"}}",
            "{\"any\": [{\"flag\": \"minor\"}, {\"located\": {\"in\": [\"anywhere\"], \"at\": \"use\"}}]}",
            "{\"age\": {\"atLeast\": 19, \"at\": \"2025-11-03\"}}");

    private final RandomGenerator random;

    RandomManifest(RandomGenerator random) {
        this.random = random;
    }

    private <T> T from(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A manifest as JSON, with a few datasets and pipelines. */
    Node manifest(int datasets, int pipelines) {
        StringBuilder out = new StringBuilder("{\"format\": 1, \"datasets\": [");
        for (int i = 0; i < datasets; i++) {
            out.append(i == 0 ? "" : ", ").append(dataset("d" + i));
        }
        out.append("], \"pipelines\": [");
        for (int i = 0; i < pipelines; i++) {
            out.append(i == 0 ? "" : ", ").append(pipeline("p" + i, datasets));
        }
        return parsed(out.append("]}").toString());
    }

    static Node parsed(String json) {
        return JsonDocument.read("m.json", Given.bytes(json), dev.datause.document.Limits.STANDARD)
                .root();
    }

    private String dataset(String name) {
        String categories = from(List.of(
                "[\"profile\"]",
                "[\"profile\"]",
                "[\"profile\"]",
                "[\"profile\"]",
                "[\"profile\"]",
                "[{\"category\": \"post\", \"audience\": \"public\"}]",
                "[\"profile\", \"post\"]",
                "[\"message\"]"));
        String out = "{\"name\": \"" + name + "\", \"categories\": " + categories;
        if (chance(0.8)) {
            out += ", \"members\": {\"all\": [" + conditions(0.9) + "]}";
        }
        if (chance(0.95)) {
            out += ", \"collected\": "
                    + from(List.of(
                            "{\"from\": \"2025-11-03\"}",
                            "{\"from\": \"2025-11-03\"}",
                            "{\"from\": \"2025-11-02\"}",
                            "{\"from\": \"2025-11-03\", \"until\": \"2026-02-28\"}"));
        }
        return out + "}";
    }

    /** The conditions that together make a profile safe, most of them, some replaced by one that nearly does. */
    private String conditions(double each) {
        List<String> chosen = new ArrayList<>();
        for (String condition : CONDITIONS) {
            if (chance(each)) {
                chosen.add(chance(0.06) ? from(NEAR_MISSES) : condition);
            }
        }
        if (chosen.isEmpty() || chance(0.1)) {
            chosen.add(from(NEAR_MISSES));
        }
        return String.join(", ", chosen);
    }

    private String pipeline(String name, int datasets) {
        List<String> inputs = new ArrayList<>();
        for (int i = 0; i < datasets; i++) {
            if (inputs.isEmpty() || chance(0.1)) {
                inputs.add("\"d" + (i + random.nextInt(datasets - i)) + "\"");
            }
        }
        String out = "{\"name\": \"" + name + "\", \"purpose\": \"" + (chance(0.8) ? "training" : "ads")
                + "\", \"recipient\": \"owner\", \"inputs\": ["
                + String.join(", ", inputs.stream().distinct().toList()) + "]";
        if (chance(0.7)) {
            out += ", \"guards\": [" + conditions(0.85) + "]";
        }
        if (chance(0.8)) {
            out += ", \"runs\": "
                    + from(List.of(
                            "{\"from\": \"2025-11-03\", \"until\": \"2026-12-31\"}",
                            "{\"from\": \"2025-11-03\"}",
                            "{\"from\": \"2025-11-02\", \"until\": \"2025-11-04\"}",
                            "{\"from\": \"2026-02-28\", \"until\": \"2026-03-01\"}"));
        }
        return out + "}";
    }

    /** The same as YAML in block style. */
    static String yaml(Node node) {
        StringBuilder out = new StringBuilder();
        yaml(node, 0, out);
        return out.append('\n').toString();
    }

    private static void yaml(Node node, int depth, StringBuilder out) {
        String indent = "\n" + "  ".repeat(depth);
        if (node instanceof Node.Members members) {
            for (Node.Entry entry : members.entries()) {
                out.append(indent).append(entry.key()).append(": ");
                yaml(entry.value(), depth + 1, out);
            }
        } else if (node instanceof Node.Items items) {
            for (Node item : items.items()) {
                out.append(indent).append("- ");
                yaml(item, depth + 1, out);
            }
        } else if (node instanceof Node.Text text) {
            out.append(text.text());
        } else if (node instanceof Node.Num number) {
            out.append(number.written());
        }
    }

    /** The value at {@code key} of an object replaced, or added. */
    static Node with(Node object, String key, Node value) {
        List<Node.Entry> entries = new ArrayList<>();
        boolean found = false;
        for (Node.Entry entry : ((Node.Members) object).entries()) {
            boolean here = entry.key().equals(key);
            entries.add(here ? new Node.Entry(key, entry.keyAt(), value) : entry);
            found |= here;
        }
        if (!found) {
            entries.add(new Node.Entry(key, Position.START, value));
        }
        return new Node.Members(object.at(), entries);
    }
}
