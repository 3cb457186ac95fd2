package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.datause.document.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that is checked with the summary of another is checked as if it had that one's documents. */
class SummaryTest {
    private static final Gate GATE = Gate.of(Given.SMALL_STRICT, Given.AS_OF);
    static final String UPSTREAM = """
            format: 1
            datasets:
              - {name: inbox.raw, categories: [message], collected: {from: 2025-11-03}}
              - {name: inbox.clean, derived: true}
              - {name: shared.table, derived: true}
            steps:
              - {name: clean, inputs: [inbox.raw], outputs: [inbox.clean], guards: [{not: {flag: minor}}]}
              - {name: share, inputs: [inbox.clean], outputs: [shared.table]}
            """;
    static final String DOWNSTREAM = """
            format: 1
            datasets:
              - {name: features, derived: true}
            steps:
              - {name: build, inputs: [shared.table], outputs: [features]}
            pipelines:
              - {name: train, purpose: training, recipient: owner, inputs: [features]}
            """;

    private static byte[] summary(String upstream) {
        return Given.bytes(GATE.summarize(Map.of("data.yaml", Given.bytes(upstream)), "upstream")
                .orElseThrow());
    }

    private static GateReport check(Gate gate, byte[] summary) {
        return gate.summary("upstream.json", summary).check(Map.of("train.yaml", Given.bytes(DOWNSTREAM)));
    }

    @Test
    void aViolationFromAnotherModuleIsFoundWithTheWholeWay() {
        GateReport report = check(GATE, summary(UPSTREAM));
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(report), report.text());
        Flow flow = report.findings().get(0).flow().orElseThrow();
        assertEquals("inbox.raw", flow.dataset().orElseThrow());
        assertEquals(
                "inbox.raw clean inbox.clean share shared.table build features train",
                flow.path().stream().map(Hop::toString).collect(Collectors.joining(" ")));
        assertEquals(
                "upstream!/data.yaml:3:12",
                flow.path().get(0).at().orElseThrow().toString());
        assertTrue(report.text()
                .contains("flow     upstream: inbox.raw -> clean -> inbox.clean -> share -> shared.table -> build ->"));
        assertTrue(report.summary().contains("in 1 pipeline, 1 dataset, 1 step;"), report.summary());
    }

    @Test
    void theSummaryOfASummaryTellsTheWholeWayToo() {
        byte[] first = summary(UPSTREAM);
        String middle = DOWNSTREAM.substring(0, DOWNSTREAM.indexOf("pipelines:"));
        String second = GATE.summary("a", first)
                .summarize(Map.of("m.yaml", Given.bytes(middle)), "middle")
                .orElseThrow();
        GateReport report = GATE.summary("b", Given.bytes(second)).check(Map.of("t.yaml", Given.bytes("""
                format: 1
                pipelines:
                  - {name: train, purpose: training, recipient: owner, inputs: [features]}
                """)));
        assertEquals(
                "inbox.raw clean inbox.clean share shared.table build features train",
                report.findings().get(0).flow().orElseThrow().path().stream()
                        .map(Hop::toString)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void whatIsNotKnownThereIsNotKnownHere() {
        String untagged = UPSTREAM.replace(
                "{name: inbox.raw, categories: [message], collected: {from: 2025-11-03}}",
                "{name: inbox.raw, derived: true}");
        GateReport report = check(GATE, summary(untagged));
        assertEquals(List.of(FindingCode.COULD_BE_ANYTHING), Given.codes(report), report.text());
        assertEquals(Verdict.COULD_NOT_CHECK, report.verdict());
        GateReport misspelt = check(GATE, summary(UPSTREAM.replace("[message]", "[mesage]")));
        assertEquals(Verdict.COULD_NOT_CHECK, misspelt.verdict(), misspelt.text());
        assertTrue(GATE.summarize(Map.of("data.yaml", Given.bytes("format: 2")), "upstream")
                .isEmpty());
    }

    @Test
    void aSummaryThatCannotBeReadOrIsAboutAnotherPolicyOrHasEndedIsNotUsed() {
        String good = new String(summary(UPSTREAM), StandardCharsets.UTF_8);
        for (String bad : List.of(
                good.replace("\"format\": 1", "\"format\": 2"),
                good.replaceAll("(\"policyHash\": \")[0-9a-f]", "$1x"),
                good.substring(0, good.length() / 2),
                good.replace("\"carries\"", "\"carry\""),
                good.replace("\"asOf\"", "\"until\": \"2026-11-21\", \"asOf\""))) {
            GateReport report = check(GATE, Given.bytes(bad));
            assertTrue(Given.codes(report).contains(FindingCode.REFUSED_SUMMARY), report.text());
            assertEquals(Verdict.COULD_NOT_CHECK, report.verdict(), report.text());
        }
        String breaks =
                "outputs: [shared.table], breaks: [{categories: [message], method: anonymisation, owner: o, reason: r, until: 2026-12-31}]}";
        byte[] broken = summary(UPSTREAM.replace("outputs: [shared.table]}", breaks));
        assertEquals(
                Verdict.PASSED,
                check(GATE, broken).verdict(),
                check(GATE, broken).text());
        Gate later = Gate.of(Given.SMALL_STRICT, LocalDate.of(2027, 1, 1));
        assertEquals(List.of(FindingCode.REFUSED_SUMMARY), Given.codes(check(later, broken)));
    }

    @Test
    void itsCodeHasAPageAndItsFormatASchema() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "findings", "DU024.md"));
        assertTrue(page.startsWith("# DU024: " + FindingCode.REFUSED_SUMMARY.meaning() + "\n"), page);
        try (InputStream in = Gate.class.getResourceAsStream("summary-1.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            String json = new String(summary(UPSTREAM), StandardCharsets.UTF_8);
            assertEquals(List.of(), schema.validate(json, InputFormat.JSON));
            assertFalse(schema.validate(json.replace("carries", "carry"), InputFormat.JSON)
                    .isEmpty());
        }
    }

    @Test
    void theSameSummaryTwiceIsOneAndTwoOfOneDatasetCannotBeChecked() {
        byte[] summary = summary(UPSTREAM);
        GateReport twice =
                GATE.summary("a", summary).summary("b", summary).check(Map.of("train.yaml", Given.bytes(DOWNSTREAM)));
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(twice));
        GateReport both = GATE.summary("a", summary)
                .summary("b", summary(UPSTREAM.replace("message", "profile")))
                .check(Map.of("train.yaml", Given.bytes(DOWNSTREAM)));
        assertTrue(Given.codes(both).contains(FindingCode.DATASET_TWICE));
    }

    @Test
    void theOrderInWhichSummariesAreGivenChangesNothing() {
        Map<String, byte[]> upstream = Map.of("data.yaml", Given.bytes(UPSTREAM));
        byte[] one = Given.bytes(GATE.summarize(upstream, "one").orElseThrow());
        byte[] other = Given.bytes(GATE.summarize(upstream, "other").orElseThrow());
        Map<String, byte[]> documents = Map.of("train.yaml", Given.bytes(DOWNSTREAM));
        String text =
                GATE.summary("a", one).summary("b", other).check(documents).text();
        assertEquals(
                text,
                GATE.summary("b", other).summary("a", one).check(documents).text());
        assertTrue(text.contains("'shared.table' is declared twice, first at one!/data.yaml:"), text);
    }

    @Test
    void filesAreSummarizedByTheirPathsAndARefusedOneIsAnException(@TempDir Path project) throws IOException {
        Files.writeString(project.resolve("data.yaml"), UPSTREAM);
        Files.writeString(project.resolve("bad.yaml"), "format: 2");
        assertEquals(
                new String(summary(UPSTREAM), StandardCharsets.UTF_8),
                GATE.summarize(project, List.of(Path.of("data.yaml")), "upstream"));
        List<Path> both = List.of(Path.of("data.yaml"), Path.of("bad.yaml"));
        CouldNotCheckException refused =
                assertThrows(CouldNotCheckException.class, () -> GATE.summarize(project, both, "upstream"));
        assertTrue(Given.codes(refused.report().orElseThrow()).contains(FindingCode.REFUSED_MANIFEST));
    }

    @Test
    void aBreakerThatEndedBeforeEndsNoSummary() {
        String breaks =
                "outputs: [shared.table], breaks: [{categories: [message], method: anonymisation, owner: o, reason: r, until: 2026-11-21}]}";
        byte[] ended = summary(UPSTREAM.replace("outputs: [shared.table]}", breaks));
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(check(GATE, ended)));
    }

    @Test
    void twoSummariesThatAreGivenUnderOneNameAreBothRead() {
        byte[] other = summary("format: 1\ndatasets: [{name: weather, noMemberData: only weather}]\n");
        for (List<byte[]> order : List.of(List.of(summary(UPSTREAM), other), List.of(other, summary(UPSTREAM)))) {
            GateReport report = GATE.summary("s.json", order.get(0))
                    .summary("s.json", order.get(1))
                    .check(Map.of(
                            "train.yaml", Given.bytes(DOWNSTREAM.replace("[features]}", "[features, weather]}"))));
            assertEquals(List.of(FindingCode.VIOLATION), Given.codes(report), report.text());
        }
    }

    @Tag("costly")
    @Test
    void noDamagedByteTurnsTheViolationIntoAPass() {
        byte[] whole = summary(UPSTREAM.replace(
                "  - {name: inbox.clean, derived: true}\n", "  - {name: inbox.clean, derived: true}\n"));
        Damage.turned(
                whole,
                (at, bit) -> bit == 0,
                (damaged, how) ->
                        assertNotEquals(Verdict.PASSED, check(GATE, damaged).verdict(), how));
        Damage.cut(
                Arrays.copyOf(whole, whole.length - 1),
                (damaged, length) ->
                        assertNotEquals(Verdict.PASSED, check(GATE, damaged).verdict(), "cut " + length));
    }

    /** Which purposes are violated by what, and what could not be checked. */
    private static Set<String> content(GateReport report) {
        return report.findings().stream()
                .filter(f -> f.code() == FindingCode.VIOLATION || f.code() == FindingCode.COULD_BE_ANYTHING)
                .map(f -> f.code() + " " + f.flow().orElseThrow().pipeline() + " "
                        + f.flow().orElseThrow().category() + " "
                        + f.flow().orElseThrow().purpose())
                .map(text -> text.startsWith("COULD") ? "COULD" : text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aSplitIntoModulesChangesNoVerdict() {
        int[] violated = new int[1];
        Tries.of(30, random -> {
            RandomLineage upstream = new RandomLineage(random).fill(2, 2, 3, 0);
            upstream.datasets.forEach(dataset -> dataset.tag = Optional.empty());
            RandomLineage downstream = new RandomLineage(random).fill(2, 2, 3, 2);
            String below = withoutSources(downstream).json().replaceAll("\"d([23])\"", "\"x$1\"");
            String above = upstream.json().replaceAll("\"(d\\d)\"", "\"$1\"").replaceAll("\"s(\\d)\"", "\"t$1\"");
            byte[] summary = Given.bytes(
                    GATE.summarize(Map.of("a.json", Given.bytes(above)), "a").orElseThrow());
            GateReport together = GATE.check(Map.of("a.json", Given.bytes(above), "b.json", Given.bytes(below)));
            GateReport apart = GATE.summary("a", summary).check(Map.of("b.json", Given.bytes(below)));
            assertEquals(content(together), content(apart), above + "\n" + below + apart.text());
            violated[0] += apart.verdict() == Verdict.VIOLATED ? 1 : 0;
        });
        assertTrue(!Tries.ENOUGH || violated[0] > 5, violated[0] + " violated");
    }

    /** What reads the first two datasets of another module, and writes only its own. */
    private static RandomLineage withoutSources(RandomLineage lineage) {
        lineage.datasets.removeIf(dataset -> !dataset.derived);
        Set<String> own = lineage.datasets.stream().map(dataset -> dataset.name).collect(Collectors.toSet());
        for (RandomLineage.Doing step : lineage.steps) {
            step.outputs.removeIf(end -> !own.contains(end.dataset()));
            step.inputs.replaceAll(
                    end -> own.contains(end.dataset()) ? end : new RandomLineage.End(end.dataset(), Optional.empty()));
            step.inputs = new ArrayList<>(step.inputs.stream().distinct().toList());
            step.from.replaceAll(
                    end -> own.contains(end.dataset()) ? end : new RandomLineage.End(end.dataset(), Optional.empty()));
            if (step.outputs.isEmpty() && step.purposes.isEmpty()) {
                step.outputs.add(new RandomLineage.End("d2", Optional.empty()));
            }
        }
        return lineage;
    }

    @Test
    void whatTheReaderTakesIsWhatTheWriterWrites() {
        byte[] summary = summary(UPSTREAM);
        Metadata read =
                SummaryReader.read("s.json", summary, Given.SMALL_STRICT, Given.AS_OF, Limits.STANDARD, new Imported());
        assertEquals(
                List.of("inbox.clean", "inbox.raw", "shared.table"),
                read.datasets().stream()
                        .map(dataset -> dataset.name().value())
                        .filter(name -> !Imported.is(name))
                        .sorted()
                        .toList());
    }
}
