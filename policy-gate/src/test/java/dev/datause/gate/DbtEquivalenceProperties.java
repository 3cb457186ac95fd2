package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.JsonDocument;
import dev.datause.document.Node;
import dev.datause.document.Position;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same pipelines as a manifest of ours and as a dbt project give the same findings, but for the places. */
class DbtEquivalenceProperties {
    private static final List<String> GUARDS = List.of(
            "{\"setting\": {\"name\": \"improve\", \"is\": \"on\", \"at\": \"use\", \"onCounts\": \"next-day\"}}",
            "{\"not\": {\"flag\": \"minor\"}}",
            "{\"age\": {\"atLeast\": 18, \"at\": \"collection\"}}");
    private static final List<String> CATEGORIES = List.of("message", "post", "profile");

    private static Node items(List<Node> items) {
        return new Node.Items(Position.START, items);
    }

    private static Node.Members object(List<Node.Entry> entries) {
        return new Node.Members(Position.START, entries);
    }

    private static Node.Entry entry(String key, Node value) {
        return new Node.Entry(key, Position.START, value);
    }

    private static List<Node.Members> list(Node manifest, String key) {
        List<Node.Members> list = new ArrayList<>();
        Node items = ((Node.Members) manifest).get(key).orElse(items(List.of()));
        ((Node.Items) items).items().forEach(item -> list.add((Node.Members) item));
        return list;
    }

    private static String name(Node.Members of) {
        return ((Node.Text) of.get("name").orElseThrow()).text();
    }

    private static String json(Node node) {
        return JsonDocument.write(node).strip().replaceAll("\\n *", " ");
    }

    /** A random manifest with tables between what is declared and what is used, in circles too. */
    private static Node own(RandomGenerator random) {
        Node manifest = new RandomManifest(random).manifest(3, 5);
        int tables = 1 + random.nextInt(4);
        List<Node> datasets = new ArrayList<>(list(manifest, "datasets"));
        List<Node> steps = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            datasets.add(RandomManifest.parsed("{\"name\": \"m" + i + "\", \"derived\": true}"));
            List<String> inputs = new ArrayList<>(List.of("\"d" + random.nextInt(3) + "\""));
            if (random.nextInt(3) > 0) {
                inputs.add("\"m" + random.nextInt(tables) + "\"");
            }
            String step = "{\"name\": \"m" + i + "\", \"inputs\": [" + String.join(", ", inputs)
                    + "], \"outputs\": [\"m" + i + "\"]";
            if (random.nextInt(3) == 0) {
                step += ", \"guards\": [" + GUARDS.get(random.nextInt(3)) + "]";
            }
            if (random.nextInt(4) == 0) {
                step += ", \"breaks\": [{\"categories\": [\"" + CATEGORIES.get(random.nextInt(3))
                        + "\"], \"method\": \"anonymisation\", \"owner\": \"us\", \"reason\": \"hashed\"}]";
            }
            steps.add(RandomManifest.parsed(step + "}"));
        }
        List<Node> pipelines = new ArrayList<>();
        for (Node.Members pipeline : list(manifest, "pipelines")) {
            List<Node> inputs = new ArrayList<>();
            for (Node input : ((Node.Items) pipeline.get("inputs").orElseThrow()).items()) {
                String read = ((Node.Text) input).text();
                String table = "m" + random.nextInt(tables);
                boolean through = random.nextInt(4) > 0
                        && inputs.stream()
                                .noneMatch(one -> ((Node.Text) one).text().equals(table));
                inputs.add(new Node.Text(Position.START, through ? table : read));
            }
            pipelines.add(RandomManifest.with(pipeline, "inputs", items(inputs)));
        }
        return object(List.of(
                entry("format", new Node.Num(Position.START, "1")),
                entry("datasets", items(datasets)),
                entry("steps", items(steps)),
                entry("pipelines", items(pipelines))));
    }

    /** What a part of our manifest says, as the meta of a part of a dbt project. */
    private static String marks(Node.Members of, Set<String> without) {
        List<Node.Entry> said = of.entries().stream()
                .filter(one -> !without.contains(one.key()))
                .toList();
        return DbtGiven.meta(said.isEmpty() ? "{}" : "{\"datause\": " + json(object(said)) + "}");
    }

    private static String depends(Node.Members of) {
        return "\"depends_on\": {\"macros\": [], \"nodes\": "
                + json(of.get("inputs").orElseThrow()) + "}, ";
    }

    private static String dbt(Node own) {
        DbtGiven dbt = DbtGiven.manifest();
        for (Node.Members dataset : list(own, "datasets")) {
            if (dataset.get("derived").isEmpty()) {
                dbt.entry("sources", name(dataset), marks(dataset, Set.of("name")));
            }
        }
        for (Node.Members step : list(own, "steps")) {
            dbt.entry(
                    "nodes",
                    name(step),
                    "\"resource_type\": \"model\", " + depends(step)
                            + marks(step, Set.of("name", "inputs", "outputs")));
        }
        for (Node.Members pipeline : list(own, "pipelines")) {
            dbt.entry("exposures", name(pipeline), depends(pipeline) + marks(pipeline, Set.of("name", "inputs")));
        }
        return dbt.json();
    }

    /** What findings say, without places. */
    private static List<String> content(GateReport report) {
        return report.findings().stream()
                .map(finding -> finding.code() + " " + finding.what() + " "
                        + finding.flow()
                                .map(flow -> flow.pipeline()
                                        + flow.dataset()
                                        + flow.category()
                                        + flow.purpose()
                                        + flow.path().stream()
                                                .map(Hop::toString)
                                                .toList())
                                .orElse("")
                        + " "
                        + finding.witness() + " " + finding.reasons() + " " + finding.remedy())
                .sorted()
                .toList();
    }

    @Test
    void theFindingsAreTheSame() {
        Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
        Tries.of(60, random -> {
            Node own = own(random);
            Gate gate = Gate.of(Given.SMALL_STRICT, Given.AS_OF);
            GateReport ours = gate.check(Map.of("m.json", Given.bytes(JsonDocument.write(own))));
            GateReport theirs = gate.reader(DbtReader.of(DbtMapping.standard()))
                    .check(Map.of("manifest.json", Given.bytes(dbt(own))));
            String of = ours.text() + theirs.text();
            assertEquals(content(ours), content(theirs), of);
            assertEquals(ours.verdict(), theirs.verdict(), of);
            assertEquals(ours.completeness(), theirs.completeness(), of);
            seen.add(ours.verdict());
        });
        assertTrue(!Tries.ENOUGH || seen.containsAll(List.of(Verdict.PASSED, Verdict.VIOLATED)), seen.toString());
    }

    @Tag("costly")
    @Test
    void takingAwayWhatIsSaidOfASourceNeverMakesAProjectPass() {
        int[] passed = new int[1];
        Tries.of(240, random -> {
            String whole = dbt(own(random));
            String source = "d" + random.nextInt(3);
            String less = whole.replaceFirst(
                    "(?s)(\"unique_id\": \"" + source + "\",\\s*)\"tags\".*?\\n    }",
                    "$1" + DbtGiven.NONE + "\n    }");
            Verdict before = verdict(whole);
            Verdict after = verdict(less);
            assertTrue(before == Verdict.PASSED || after != Verdict.PASSED, whole);
            passed[0] += before == Verdict.PASSED && after != Verdict.PASSED ? 1 : 0;
        });
        assertTrue(!Tries.ENOUGH || passed[0] > 0, "nothing depended on what was taken away");
    }

    private static Verdict verdict(String manifest) {
        return Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                .reader(DbtReader.of(DbtMapping.standard()))
                .check(Map.of("manifest.json", Given.bytes(manifest)))
                .verdict();
    }
}
