package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.LinkedIn;
import dev.datause.document.DocumentFile;
import dev.datause.document.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final Gate GATE = Gate.of(Given.SMALL_STRICT, Given.AS_OF);

    @TempDir
    Path project;

    private Path write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aFindingSaysWhatWhereOnWhomWhyAndWhatToDo() {
        GateReport report = Given.check(LinkedIn.strict(), """
                format: 1
                datasets:
                  - name: inbox.clean
                    categories: [private-message]
                    members: {located: {in: [EU], at: use}}
                    collected: {from: 2025-11-03}
                pipelines:
                  - name: train
                    purpose: ai-training
                    recipient: linkedin
                    inputs: [inbox.clean]
                    runs: {from: 2025-11-03}
                """);
        String text = report.text();
        String witness = report.findings().get(0).witness().orElseThrow().story();
        assertEquals("""
                [DU001] m.yaml:9:14  pipeline 'train' lets private-message of 'inbox.clean' reach ai-training
                 |     purpose: ai-training
                 | .............^
                  flow     inbox.clean -> train
                  witness  %s
                  rule     no-private-messages (002_3ab9146825515ce6.txt: "it does not include your private messages")
                  also     no rule permits it
                  do       Drop private messages before this step, or drop 'inbox.clean' from the inputs, or let the pipeline call the policy: `guard: {policy: linkedin-2025-11-03, reading: strict}`   (docs/findings/DU001.md)
                policy: 1 finding in 1 pipeline, 1 dataset; policy linkedin-2025-11-03, reading strict, as of 2026-11-22
                """.replace("%s", witness), text);
        assertTrue(witness.startsWith("a member in ") && witness.endsWith("used 2025-11-03: denied"), witness);
    }

    @Test
    void violatedAndCouldNotCheckAreDifferentExceptionsAndViolatedIsWorse() {
        GateReport violated = Given.check(Given.VIOLATION);
        PolicyViolatedException violation = assertThrows(PolicyViolatedException.class, violated::throwUnlessPassed);
        assertEquals(violated.text(), violation.getMessage());
        assertEquals(violated, violation.report().orElseThrow());
        GateReport unreadable = Given.check("format: [");
        CouldNotCheckException unable = assertThrows(CouldNotCheckException.class, unreadable::throwUnlessPassed);
        assertEquals(unreadable, unable.report().orElseThrow());
        GateReport both =
                GATE.check(Map.of("a.yaml", Given.bytes("format: ["), "b.yaml", Given.bytes(Given.VIOLATION)));
        assertEquals(Verdict.VIOLATED, both.verdict());
        assertEquals(new Completeness(3, 2, 0, 1), both.completeness());
        assertTrue(both.summary().contains(", 1 of 3 manifests and inputs not checked;"), both.summary());
    }

    @Test
    void manifestsOfOneProjectAreCheckedTogetherInAnyOrder() throws IOException {
        int split = Given.VIOLATION.indexOf("pipelines:");
        List<Path> files = new ArrayList<>(List.of(
                write("data/sets.yml", Given.VIOLATION.substring(0, split)),
                write("pipelines/train.yaml", "format: 1\n" + Given.VIOLATION.substring(split)),
                write("pipelines/more.json", "{\"format\": 1}")));
        String text = GATE.check(project, files).text();
        assertTrue(text.startsWith("[DU001] pipelines/train.yaml:4:14  "), text);
        assertFalse(text.contains(project.toString()), text);
        Collections.reverse(files);
        assertEquals(text, GATE.check(project, files).text());
        List<Path> relativeAndTwice = List.of(
                Path.of("data/sets.yml"),
                Path.of("data/../data/sets.yml"),
                Path.of("pipelines/train.yaml"),
                files.get(0));
        assertEquals(text, GATE.check(project, relativeAndTwice).text());
    }

    @Test
    void whatCannotBeReadIsAFindingEach() throws IOException {
        Path outside = Files.writeString(Files.createTempFile("outside", ".yaml"), Given.VIOLATION);
        Files.createDirectories(project.resolve("folder.yaml"));
        Files.createSymbolicLink(project.resolve("loop.yaml"), project.resolve("loop.yaml"));
        Files.createSymbolicLink(project.resolve("dangling.yaml"), project.resolve("nothing.yaml"));
        List<Path> files = List.of(
                Path.of("missing.yaml"),
                Path.of("folder.yaml"),
                Path.of("loop.yaml"),
                Path.of("dangling.yaml"),
                write("manifest", Given.VIOLATION),
                write("manifest.YAML", Given.VIOLATION),
                write("manifest.txt", Given.VIOLATION),
                outside);
        GateReport report = GATE.check(project, files);
        Files.delete(outside);
        assertEquals(Verdict.COULD_NOT_CHECK, report.verdict(), report.text());
        assertEquals(files.size(), report.total(), report.text());
        assertEquals(new Completeness(files.size(), 0, 0, files.size()), report.completeness());
        assertFalse(report.text().contains(project.toString()), report.text());
    }

    @Test
    void aFileOutsideTheProjectIsNamedByTheWayThere(@TempDir Path elsewhere) throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("m.yaml"), Given.VIOLATION);
        Location at =
                GATE.check(project, List.of(outside)).findings().get(0).at().orElseThrow();
        assertEquals(DocumentFile.name(project.relativize(outside)), at.file());
    }

    @Test
    void aDocumentBeyondTheLimitsOfTheGateIsRefused() {
        Map<String, byte[]> documents = Map.of("m.yaml", Given.bytes(Given.VIOLATION));
        int bytes = Given.bytes(Given.VIOLATION).length;
        assertEquals(
                List.of(FindingCode.VIOLATION),
                Given.codes(GATE.limits(Limits.STANDARD.withFileBytes(bytes)).check(documents)));
        assertEquals(
                List.of(FindingCode.REFUSED_MANIFEST),
                Given.codes(
                        GATE.limits(Limits.STANDARD.withFileBytes(bytes - 1)).check(documents)));
    }

    @ParameterizedTest
    @CsvSource({
        "1899-12-31, false",
        "1900-01-01, true",
        "1900-12-31, true",
        "2200-01-01, true",
        "2200-12-31, true",
        "2201-01-01, false"
    })
    void theDayOfACheckLiesInTheYears1900To2200(LocalDate day, boolean taken) {
        if (taken) {
            assertEquals(day, Gate.of(Given.SMALL_STRICT, day).check(Map.of()).asOf());
        } else {
            assertThrows(IllegalArgumentException.class, () -> Gate.of(Given.SMALL_STRICT, day));
        }
    }

    @Test
    void aDatasetThatARefusedManifestMayDeclareIsNotCalledUndeclared() {
        int split = Given.VIOLATION.indexOf("pipelines:");
        GateReport report = GATE.check(Map.of(
                "a.yaml", Given.bytes(Given.VIOLATION.substring(0, split).replace("format: 1", "format: 9")),
                "b.yaml", Given.bytes("format: 1\n" + Given.VIOLATION.substring(split))));
        assertEquals(List.of(FindingCode.REFUSED_MANIFEST), Given.codes(report));
        assertEquals(new Completeness(3, 1, 0, 2), report.completeness());
    }

    @Test
    void namesInFindingsCannotPlayTricksOnTheReader() {
        String yaml = Given.VIOLATION
                .replace("name: inbox.raw", "name: \"a\\u200b<script>]]>\"")
                .replace("inputs: [inbox.raw]", "inputs: [\"a\\u200b<script>]]>\"]")
                .replace("purpose: training", "purpose: [training, \"x\\e[31m\\u202ey\"]");
        String text = Given.check(yaml).text();
        assertTrue(text.contains("'a\\u200b<script>]]>'"), text);
        assertTrue(text.contains("\"x\\u001b[31m\\u202ey\""), text);
        assertTrue(text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 127)), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG", "fa-IR", "th-TH-u-ca-buddhist"})
    void reportsAreTheSameInEveryLocale(String tag) {
        String yaml = Given.VIOLATION.replace("purpose: training", "purpose: [training, TRAINING]")
                + "    guard: {policy: İ, reading: ı}\n";
        String expected = Given.check(yaml).text();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertEquals(expected, Given.check(yaml).text());
        } finally {
            Locale.setDefault(Locale.ROOT);
        }
    }

    @Test
    void theDayOfTheCheckIsTheFirstDayOfRunsThatHaveNone() {
        String yaml = Given.VIOLATION.replace("    runs: {from: 2025-11-03, until: 2026-12-31}\n", "");
        LocalDate used = Given.check(yaml)
                .findings()
                .get(0)
                .witness()
                .orElseThrow()
                .use()
                .used();
        assertFalse(used.isBefore(Given.AS_OF), used.toString());
        assertThrows(IllegalArgumentException.class, () -> Gate.of(Given.SMALL_STRICT, LocalDate.of(1899, 12, 31)));
        assertThrows(IllegalArgumentException.class, () -> Gate.of(Given.SMALL_STRICT, LocalDate.of(2201, 1, 1)));
    }

    private static final List<String> SAFE_MEMBERS = List.of(
            "{located: {in: [EU], at: use}}",
            "{located: {in: [EU], at: collection}}",
            "{age: {atLeast: 18, at: collection}}",
            "{not: {flag: reason-to-believe-minor}}",
            "{setting: {name: data-for-generative-ai-improvement, is: on, at: use, onCounts: next-day}}",
            "{setting: {name: data-for-generative-ai-improvement, is: on, at: collection, onCounts: next-day}}",
            "{not: {objection: {scope: content-generating-ai, stage: filed, at: use, withdrawalCounts: next-day}}}",
            "{not: {objection: {scope: other-ml, stage: filed, at: use, withdrawalCounts: next-day}}}",
            "{trait: {name: account, is: standard}}");

    private static GateReport training(List<String> members, String collected) {
        return Given.check(LinkedIn.strict(), """
                format: 1
                datasets:
                  - name: adults
                    categories: [profile, {category: public-post, audience: public}]
                    members: {all: [MEMBERS]}
                    collected: {from: COLLECTED}
                pipelines:
                  - {name: train, purpose: ai-training, recipient: linkedin, inputs: [adults], runs: {from: 2025-11-03}}
                """.replace("MEMBERS", String.join(", ", members))
                .replace("COLLECTED", collected));
    }

    @Test
    void aPopulationPassesTheBundledPolicyExactlyWithEverythingThatItAsksFor() {
        GateReport all = training(SAFE_MEMBERS, "2025-11-03");
        assertEquals(Verdict.PASSED, all.verdict(), all.text());
        assertEquals(Verdict.VIOLATED, training(SAFE_MEMBERS, "2025-11-02").verdict());
        for (int i = 0; i < SAFE_MEMBERS.size(); i++) {
            List<String> oneLess = new ArrayList<>(SAFE_MEMBERS);
            String left = oneLess.remove(i);
            assertEquals(Verdict.VIOLATED, training(oneLess, "2025-11-03").verdict(), left);
        }
    }

    /** Asks for a country on eleven days, which takes too many histories of moves to go through. */
    private static String hugeCondition() {
        List<String> places = new ArrayList<>();
        for (int i = 10; i < 21; i++) {
            places.add("{not: {located: {in: [" + (i % 2 == 0 ? "north" : "south") + "], at: 2026-01-" + i + "}}}");
        }
        return "{any: [" + String.join(", ", places) + "]}";
    }

    @Test
    void whatIsTooLargeToCheckExactlyIsNotSampled() {
        GateReport report = Given.check(Given.VIOLATION
                .replace("{located: {in: [north], at: use}}", hugeCondition())
                .replace("[message, {category: story, audience: public}]", "[profile]"));
        assertEquals(List.of(FindingCode.TOO_LARGE), Given.codes(report), report.text());
        assertEquals(Verdict.COULD_NOT_CHECK, report.verdict());
        assertEquals(new Completeness(2, 1, 0, 1), report.completeness());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inputs: [raw], guards: [HUGE]",
                "inputs: [nowhere], guards: [HUGE]",
                "inputs: [], guards: [HUGE]",
                "inputs: [narrow], guards: [SAFE]",
                "inputs: [raw, narrow], guards: [SAFE]",
                "inputs: [clean]",
            })
    void whereverItStandsWhatIsTooLargeIsToldAndNoPass(String reads) {
        GateReport report = Given.check("""
                format: 1
                datasets:
                  - {name: raw, categories: [profile], collected: {from: 2025-11-03}}
                  - {name: narrow, categories: [profile], members: HUGE, collected: {from: 2025-11-03}}
                  - {name: clean, derived: true}
                steps:
                  - {name: clean-up, inputs: [raw], outputs: [clean], guards: [HUGE]}
                pipelines:
                  - {name: train, purpose: training, recipient: owner, READS, runs: {from: 2025-11-03}}
                """.replace("READS", reads)
                .replace("SAFE", "{category: message}")
                .replace("HUGE", hugeCondition()));
        assertTrue(Given.codes(report).contains(FindingCode.TOO_LARGE), report.text());
        assertNotEquals(Verdict.PASSED, report.verdict(), report.text());
        assertTrue(report.completeness().couldNotCheck() > 0, report.text());
    }
}
