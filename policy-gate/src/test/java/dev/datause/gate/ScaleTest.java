package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.Condition;
import dev.datause.Counts;
import dev.datause.Moment;
import dev.datause.document.Document;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Position;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Large and hostile lineage: done fast or refused, never wrong. The times allowed are generous: machines differ. {@code -Ddatause.scale}
 * sets the number of datasets; a hundred thousand is what is promised, and a hundred bytes of a manifest for each.
 */
@Tag("costly")
class ScaleTest {
    private static final int SCALE = Integer.getInteger("datause.scale", 5_000);
    private static final Document DOCUMENT = JsonDocument.read("m.json", Given.bytes("{}"), Limits.STANDARD);
    private static final Location AT = new Location("m.json", Position.START);
    private static final Condition ON = new Condition.SettingIs("improve", true, Moment.USE, Counts.NEXT_DAY);
    private static final List<Condition> GUARDS = List.of(
            ON,
            new Condition.Not(new Condition.FlagIsSet("minor")),
            new Condition.AgeAtLeast(18, Moment.COLLECTION),
            new Condition.Not(new Condition.Located(List.of("south"), Moment.USE)));

    private static <T> Stated<T> stated(T value) {
        return new Stated<>(value, AT);
    }

    private static Location line(String name) {
        return new Location("m.json", new Position(1 + (name.hashCode() & 0xFFFFFF), 1));
    }

    private static List<Stated<Port>> ports(List<String> names) {
        return names.stream().map(name -> stated(Port.of(name))).toList();
    }

    private static Dataset holding(String name, String category, Optional<Condition> members, int day) {
        return new Dataset(
                stated(name),
                Dataset.Origin.STATED,
                List.of(stated(new Dataset.Content(category, Optional.empty()))),
                List.of(),
                members.map(ScaleTest::stated),
                Optional.of(
                        stated(new Window(Optional.of(LocalDate.of(2025, 11, 3).plusDays(day)), Optional.empty()))),
                List.of());
    }

    private static Dataset derived(String name) {
        return new Dataset(
                stated(name),
                Dataset.Origin.DERIVED,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Step step(
            String name, List<String> purposes, List<String> inputs, List<String> outputs, List<Condition> guards) {
        return new Step(
                stated(name),
                false,
                purposes.stream()
                        .map(purpose -> new Stated<>(purpose, line(name)))
                        .toList(),
                Optional.empty(),
                ports(inputs),
                ports(outputs),
                List.of(),
                guards.stream().map(ScaleTest::stated).toList(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static GateReport check(List<Dataset> datasets, List<Step> steps) {
        GateCheck check = new GateCheck(Given.SMALL_STRICT, Given.AS_OF, Findings.KEPT, Capacity.STANDARD);
        check.add(new Metadata(DOCUMENT, datasets, steps, List.of()));
        return check.report();
    }

    /** Layers of datasets with a few ways back, so that large circles form; every step reads nine and writes one. */
    private static GateReport large(int count, int edges) {
        SplittableRandom random = new SplittableRandom(20251103);
        List<Dataset> datasets = new ArrayList<>();
        int sources = count / 20;
        for (int i = 0; i < count; i++) {
            String name = "warehouse.table_" + i;
            boolean members = random.nextInt(4) > 0;
            datasets.add(
                    i < sources
                            ? holding(
                                    name,
                                    random.nextInt(10) > 0 ? "profile" : "message",
                                    members ? Optional.of(GUARDS.get(random.nextInt(4))) : Optional.empty(),
                                    random.nextInt(10))
                            : derived(name));
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0, made = 0; made < edges; i++, made += 10) {
            int output = sources + i % (count - sources);
            List<String> inputs = IntStream.range(0, 9)
                    .map(n -> random.nextInt(100) == 0 ? random.nextInt(count) : random.nextInt(output))
                    .distinct()
                    .mapToObj(n -> "warehouse.table_" + n)
                    .toList();
            List<Condition> guards = random.nextInt(20) == 0 ? List.of(GUARDS.get(random.nextInt(4))) : List.of();
            List<String> purposes = i % 100 == 0 ? List.of("training") : List.of();
            steps.add(step("step_" + i, purposes, inputs, List.of("warehouse.table_" + output), guards));
        }
        return check(datasets, steps);
    }

    @Test
    void h01DatasetsAndTenTimesAsManyEdges() {
        GateReport report = assertTimeout(Duration.ofSeconds(60), () -> large(SCALE, 10 * SCALE));
        assertEquals(Verdict.VIOLATED, report.verdict());
        assertTrue(report.total() > 100, report.summary());
        assertEquals(200, report.findings().size());
    }

    @Test
    void h03AChainOfSteps() {
        int count = 10 * SCALE;
        List<Dataset> datasets = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        datasets.add(holding("d0", "profile", Optional.empty(), 0));
        for (int i = 1; i <= count; i++) {
            datasets.add(derived("d" + i));
            steps.add(step("s" + i, List.of(), List.of("d" + (i - 1)), List.of("d" + i), List.of()));
        }
        steps.add(step("end", List.of("training"), List.of("d" + count), List.of(), List.of(ON)));
        GateReport report = assertTimeout(Duration.ofSeconds(60), () -> check(datasets, steps));
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(report));
        assertEquals(1_001, report.findings().get(0).flow().orElseThrow().path().size());
        assertTrue(report.text().length() < 20_000);
    }

    @Test
    void y18ADatasetWithAsManyParentsAllOfThemDifferentCannotBeCheckedAndIsNotCalledSafe() {
        List<Dataset> datasets = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 10 * SCALE; i++) {
            datasets.add(holding("d" + i, "profile", Optional.empty(), i % 50_000));
            names.add("d" + i);
        }
        datasets.add(derived("all"));
        List<Step> steps = List.of(
                step("join", List.of(), names, List.of("all"), List.of()),
                step("end", List.of("training"), List.of("all"), List.of(), List.of()));
        GateReport report = assertTimeout(Duration.ofSeconds(60), () -> check(datasets, steps));
        assertEquals(List.of(FindingCode.TOO_LARGE), Given.codes(report), report.text());
        assertEquals(Verdict.COULD_NOT_CHECK, report.verdict());
    }

    @Test
    void tooManyWaysOfOneSourceAreProvedTogetherOrCouldNotBeChecked() {
        List<Dataset> datasets = new ArrayList<>(List.of(derived("all")));
        List<Step> steps = new ArrayList<>();
        datasets.add(holding("raw", "profile", Optional.empty(), 0));
        for (int i = 0; i < 70; i++) {
            Condition guard = new Condition.Not(new Condition.Located(
                    List.of("south"), Moment.on(LocalDate.of(2025, 1, 1).plusDays(i))));
            steps.add(step("s" + i, List.of(), List.of("raw"), List.of("all"), List.of(guard)));
        }
        steps.add(step("end", List.of("training"), List.of("all"), List.of(), List.of()));
        GateReport report = check(datasets, steps);
        assertEquals(List.of(FindingCode.TOO_LARGE), Given.codes(report), report.text());
        steps.set(70, step("end", List.of("training"), List.of("all"), List.of(), GUARDS));
        GateReport guarded = check(datasets, steps);
        assertEquals(Verdict.PASSED, guarded.verdict(), guarded.text());
        steps.add(step("open", List.of(), List.of("raw"), List.of("all"), List.of()));
        steps.set(70, step("end", List.of("training"), List.of("all"), List.of(), List.of()));
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(check(datasets, steps)));
    }

    /** A source, a table and the step between them, as YAML and as JSON; every hundredth table is used. */
    private static String manifest(boolean yaml) {
        StringBuilder datasets = new StringBuilder();
        StringBuilder steps = new StringBuilder();
        StringBuilder pipelines = new StringBuilder();
        for (int i = 0; datasets.length() + steps.length() + pipelines.length() < 100 * SCALE; i++) {
            String end = yaml ? "\n" : (i == 0 ? "" : ",\n");
            datasets.append(
                    yaml
                            ? """
                      - name: warehouse.source_NUMBER
                        categories: [message]
                        collected: {from: 2025-11-03}
                      - name: warehouse.table_NUMBER
                        derived: true
                    """.replace("NUMBER", Integer.toString(i))
                            : end + """
                    {"name": "warehouse.source_NUMBER", "categories": ["message"], "collected": {"from": "2025-11-03"}},
                    {"name": "warehouse.table_NUMBER", "derived": true}""".replace("NUMBER", Integer.toString(i)));
            steps.append(
                    yaml
                            ? """
                      - name: step_NUMBER
                        inputs: [warehouse.source_NUMBER]
                        outputs: [warehouse.table_NUMBER]
                        guards: [{not: {flag: minor}}]
                    """.replace("NUMBER", Integer.toString(i))
                            : end + """
                    {"name": "step_NUMBER", "inputs": ["warehouse.source_NUMBER"], "outputs": ["warehouse.table_NUMBER"],
                     "guards": [{"not": {"flag": "minor"}}]}""".replace("NUMBER", Integer.toString(i)));
            if (i % 100 == 0) {
                pipelines.append(
                        yaml
                                ? """
                          - name: train_NUMBER
                            purpose: training
                            recipient: owner
                            inputs: [warehouse.table_NUMBER]
                        """.replace("NUMBER", Integer.toString(i))
                                : end + """
                        {"name": "train_NUMBER", "purpose": "training", "recipient": "owner",
                         "inputs": ["warehouse.table_NUMBER"]}""".replace("NUMBER", Integer.toString(i)));
            }
        }
        return yaml
                ? "format: 1\ndatasets:\n" + datasets + "steps:\n" + steps + "pipelines:\n" + pipelines
                : "{\"format\": 1, \"datasets\": [" + datasets + "], \"steps\": [" + steps + "], \"pipelines\": ["
                        + pipelines + "]}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.yaml", "m.json"})
    void aManifestOfAsManyHundredsOfBytesIsReadAndChecked(String name) {
        byte[] manifest = Given.bytes(manifest(name.endsWith(".yaml")));
        Gate gate = Gate.of(Given.SMALL_STRICT, Given.AS_OF).limits(Limits.STANDARD.withTokens(manifest.length / 4));
        double begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        GateReport report = assertTimeout(Duration.ofSeconds(60), () -> gate.check(Map.of(name, manifest)));
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
        System.out.println(name + " of " + manifest.length + " bytes: " + seconds + " s of the processor");
        assertEquals(Verdict.VIOLATED, report.verdict());
        assertTrue(report.total() > SCALE / 1_000, report.summary());
        assertEquals(0, report.completeness().couldNotCheck());
    }

    @Test
    void h02ADatasetWithAsManyTagsIsCheckedOrRefused() {
        String tags = IntStream.range(0, 5 * SCALE).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        String yaml = Given.VIOLATION.replace("[message, {category: story, audience: public}]", "[" + tags + "]");
        GateReport report = assertTimeout(Duration.ofSeconds(60), () -> Given.check(yaml));
        assertEquals(List.of(FindingCode.UNKNOWN_CATEGORY), Given.codes(report));
        assertEquals(5 * SCALE, report.total());
    }
}
