package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.LinkedIn;
import dev.datause.document.Document;
import dev.datause.document.DocumentException;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reads metadata that others wrote, which is not part of the project: run by {@code .ci/real-metadata} where there is
 * some, with the property {@code realMetadata} naming the folder.
 */
@Tag("costly")
class RealMetadata {
    private static final Path FOLDER = Path.of(System.getProperty("realMetadata", ""));
    private static final DbtReader READER = DbtReader.of(DbtMapping.standard());

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return FOLDER.relativize(file).toString().replace('\\', '/');
    }

    private static Metadata read(Path file) throws IOException {
        return READER.read(
                name(file), Files.readAllBytes(file), LinkedIn.strict().policy(), Limits.STANDARD);
    }

    private static void say(String text) {
        System.out.println("real-metadata: " + text);
    }

    @Test
    void everyDbtManifestIsReadAndTheGateSaysWhatItCouldNotCheck() throws IOException {
        List<Path> manifests = files("manifest.json");
        assertTrue(!manifests.isEmpty(), "no manifest below the folder");
        for (Path file : manifests) {
            long begin = System.nanoTime();
            Metadata metadata = read(file);
            long millis = (System.nanoTime() - begin) / 1_000_000;
            TreeMap<String, Integer> kinds = new TreeMap<>();
            metadata.datasets()
                    .forEach(dataset -> kinds.merge(dataset.origin().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
            TreeMap<String, Integer> ignored = new TreeMap<>();
            metadata.ignored().forEach(one -> ignored.merge(one.value().split(" ", 2)[0], 1, Integer::sum));
            say(name(file) + ": " + Files.size(file) + " bytes in " + millis + " ms; "
                    + metadata.datasets().size() + " datasets " + kinds + ", "
                    + metadata.steps().size() + " steps, "
                    + metadata.pipelines().size() + " exposures; left aside "
                    + ignored);
            GateReport report = Gate.of(LinkedIn.strict(), LocalDate.of(2026, 11, 22))
                    .reader(READER)
                    .check(FOLDER, List.of(file));
            TreeMap<String, Integer> codes = new TreeMap<>();
            report.findings().forEach(finding -> codes.merge(finding.code().id(), 1, Integer::sum));
            say("  gate: " + report.verdict() + " " + codes + "; seen "
                    + report.completeness().seen() + ", understood "
                    + report.completeness().understood() + ", could not check "
                    + report.completeness().couldNotCheck());
            assertTrue(report.verdict() != Verdict.PASSED, "nothing in these projects says what the data is");
        }
    }

    @Test
    void everyOtherFileIsReadOrRefusedWithAPlace() throws IOException {
        TreeMap<String, Integer> refused = new TreeMap<>();
        int seen = 0;
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = name(file);
                boolean ours = new ManifestReader().reads(name) && !READER.reads(name);
                if (ours) {
                    seen++;
                    try {
                        new ManifestReader()
                                .read(
                                        name,
                                        Files.readAllBytes(file),
                                        LinkedIn.strict().policy(),
                                        Limits.STANDARD);
                        throw new AssertionError(name + " is no manifest of ours");
                    } catch (DocumentException e) {
                        refused.merge(e.problems().get(0).code().id(), 1, Integer::sum);
                    }
                }
            }
        }
        say(seen + " files that no reader of this version is for, all refused as manifests of ours " + refused);
    }

    @Test
    void lineageIsThatOfOpenLineage() throws IOException {
        for (Path events : files("expected-openlineage-events.json")) {
            Path file = events.resolveSibling("manifest.json");
            Document document = JsonDocument.read(name(file), Files.readAllBytes(file), Limits.STANDARD);
            TreeMap<String, String> tables = new TreeMap<>();
            for (String collection : List.of("nodes", "sources")) {
                Node.Members all = (Node.Members)
                        ((Node.Members) document.root()).get(collection).orElseThrow();
                for (Node.Entry entry : all.entries()) {
                    ((Node.Members) entry.value())
                            .get("relation_name")
                            .flatMap(DbtRule.Value::written)
                            .ifPresent(table -> tables.put(entry.key(), table.replace("\"", "")));
                }
            }
            TreeMap<String, Set<String>> read = new TreeMap<>();
            Set<String> lost = new TreeSet<>();
            for (Step step : read(file).steps()) {
                Set<String> inputs = new TreeSet<>();
                for (Stated<Port> input : step.inputs()) {
                    String table = tables.get(input.value().dataset());
                    if (table == null) {
                        lost.add(input.value().dataset());
                    } else {
                        inputs.add(table);
                    }
                }
                read.put(tables.get(step.name().value()), inputs);
            }
            TreeMap<String, Set<String>> expected = new TreeMap<>();
            Node root = JsonDocument.read(name(events), Files.readAllBytes(events), Limits.STANDARD)
                    .root();
            for (Node event : ((Node.Items) root).items()) {
                for (String output : names(event, "outputs")) {
                    expected.computeIfAbsent(output, key -> new TreeSet<>()).addAll(names(event, "inputs"));
                }
            }
            for (String output : expected.keySet()) {
                assertEquals(expected.get(output), read.getOrDefault(output, Set.of()), output);
            }
            say(name(events) + ": " + expected.size() + " tables with the lineage that OpenLineage has; "
                    + "inputs that the manifest names and does not hold, kept as undeclared: " + lost);
        }
    }

    private static List<String> names(Node event, String key) {
        List<String> names = new ArrayList<>();
        if (((Node.Members) event).get(key).orElse(event) instanceof Node.Items items) {
            for (Node item : items.items()) {
                names.add(((Node.Text) ((Node.Members) item).get("name").orElseThrow()).text());
            }
        }
        return names;
    }
}
