package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.document.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A few reports are exactly these: as text in {@code src/test/suites/reports}, in the other formats by digests beside it.
 * {@code -Ddatause.suites=write} writes both anew; what was written lies in {@code target/reports}, to be compared by eye.
 */
class ReportFilesTest {
    private static final Path FOLDER = Path.of("src", "test", "suites", "reports");
    private static final Path WRITTEN = Path.of("target", "reports");

    private static final String MANIFEST = """
            format: 1
            datasets:
              - name: raw
                categories: [message, {category: post, audience: friends}, profile]
                members: {all: [{located: {in: [north], at: use}}, {age: {atLeast: 18, at: collection}}, {not: {flag: minor}}]}
                collected: {from: 2025-11-03}
              - {name: clean, derived: true}
              - {name: CLEAN, derived: true, fields: [{name: words, purpose: ads, recipient: owner}]}
              - {name: nobody, categories: [profile], members: {all: [{flag: minor}, {not: {flag: minor}}]}}
            steps:
              - {name: clean, inputs: [raw], outputs: [clean], guards: [{category: post}]}
              - {name: split, inputs: [clean], fields: [{output: {dataset: CLEAN, field: words}, from: [clean]}]}
            pipelines:
              - {name: train, purpose: training, recipient: owner, inputs: [clean, nobody], runs: {from: 2026-01-01, until: 2026-12-31}}
              - {name: guess, purpose: guessing, recipient: owner, inputs: [raw]}
            """;

    private static Report several() {
        List<DataUsePolicy> readings = List.of(Given.SMALL_STRICT, Given.SMALL_DOCUMENTED);
        List<GateReport> results = new ArrayList<>();
        for (DataUsePolicy reading : readings) {
            results.add(Gate.of(reading, Given.AS_OF).check(Map.of("a b.yaml", Given.bytes(MANIFEST))));
        }
        List<Judged> all =
                Report.of(readings, results, Workflow.none()).checks().get(0).findings();
        List<Judged> violations = all.stream()
                .filter(one -> one.finding().code() == FindingCode.VIOLATION)
                .toList();
        String waivers = """
                format: 1
                waivers:
                  - {finding: WAIVED, reason: "the filter is <in> place & tried", owner: privacy, expires: 2026-12-31}
                watches: [{rule: setting-off, reason: it is new, owner: data, until: 2026-11-30}]
                """.replace("WAIVED", violations.get(0).fingerprint());
        String baseline = "{\"format\": 1, \"findings\": [{\"finding\": \""
                + violations.get(1).fingerprint() + "\", \"what\": \"it was there\"}, "
                + "{\"finding\": \"DU001-000000000000000000000000\", \"what\": \"it is gone\"}]}";
        Workflow workflow = Workflow.none()
                .waivers(Waivers.read("waivers.yaml", Given.bytes(waivers), Limits.STANDARD))
                .baseline(Baseline.read("baseline.json", Given.bytes(baseline), Limits.STANDARD))
                .failOnStaleBaseline(true);
        return Report.of(readings, results, workflow);
    }

    private static final String CIRCLE = """
            format: 1
            datasets:
              - {name: raw, categories: [{category: post, audience: friends}, {category: profile}], members: {all: [{located: {in: [north], at: use}}, {age: {atLeast: 18, at: collection}}, {not: {flag: minor}}]}, collected: {from: 2025-11-03}}
              - {name: the-first-of-two-datasets-in-a-circle, derived: true}
              - {name: second, derived: true}
              - {name: exactly-23-letters-long, derived: true}
              - {name: exactly-24-letters--long, derived: true, purpose: ads, recipient: owner}
            steps:
              - {name: begin, inputs: [raw], outputs: [the-first-of-two-datasets-in-a-circle]}
              - {name: onward, inputs: [the-first-of-two-datasets-in-a-circle], outputs: [second]}
              - {name: back, inputs: [second], outputs: [the-first-of-two-datasets-in-a-circle]}
              - {name: itself, inputs: [second], outputs: [second]}
              - {name: direct, inputs: [raw], outputs: [exactly-24-letters--long]}
              - {name: late, inputs: [second], outputs: [exactly-23-letters-long]}
              - {name: last, inputs: [exactly-23-letters-long], outputs: [exactly-24-letters--long]}
              - {name: uses, purpose: training, inputs: [second, exactly-24-letters--long]}
            """;

    /** Ways that go back, skip stations and have long names, against rules with two and three citations. */
    private static Report circle() {
        String json = PolicyJson.write(Given.SMALL);
        String one = "{\"source\": \"S\", \"at\": \"7\", \"quote\": \"are left out\"}";
        String two = "{\"source\": \"S\", \"at\": \"6\", \"quote\": \"anyone may see\"}";
        String more = "{\"source\": \"S\", \"at\": \"11\", \"quote\": \"it is <so>\"}";
        Policy cited = PolicyJson.read(
                "p.json",
                Given.bytes(json.replace(one, one + ", " + more)
                        .replace(two, two + ", " + more + ", " + more.replace("11", "12"))));
        DataUsePolicy policy = DataUsePolicy.of(cited, cited.reading("strict").orElseThrow());
        GateReport result = Gate.of(policy, Given.AS_OF).check(Map.of("m.yaml", Given.bytes(CIRCLE)));
        return Report.of(List.of(policy), List.of(result), Workflow.none());
    }

    /** Of seven findings and two warnings only one is listed. */
    private static Report cut() {
        GateReport whole = Given.check(Given.VIOLATION);
        GateReport cut = new GateReport(
                new GateReport.Subject("small", "strict", Given.AS_OF, 1, 1, 1),
                whole.findings().subList(0, 1),
                new GateReport.Totals(7, 2),
                new Completeness(4, 2, 1, 1),
                Verdict.VIOLATED,
                List.of());
        return ReportWritersTest.of(cut, Workflow.none());
    }

    private static Report passed() {
        return ReportWritersTest.of(Given.check("""
                format: 1
                datasets:
                  - {name: weather, noMemberData: only weather, fields: [{name: rain}]}
                  - {name: sun, derived: true, fields: [{name: light}, {name: heat}]}
                steps:
                  - {name: forecast, inputs: [{dataset: weather, field: rain}], outputs: [sun], breaks: [{categories: [data], method: anonymisation, owner: o, reason: r}]}
                pipelines:
                  - {name: show, purpose: [ads, training], recipient: owner, inputs: [{dataset: sun, field: heat}]}
                """), Workflow.none());
    }

    /** A policy with one rule and nothing else, under which one use passes: what the page says where there is nothing. */
    private static Report bare(String effect) {
        String json = """
                {"format": 1, "policy": "bare", "version": "1", "title": "Bare",
                 "vocabulary": {
                   "purposes": {"ads": {"title": "Ads", "defaultRecipient": "owner", "usual": [{"category": "data"}]}},
                   "recipients": {"owner": {"title": "Owner"}},
                   "categories": {"data": {"title": "Data"}}},
                 "sources": {"S": {"title": "Source", "where": "here", "trust": "legal-text", "document": "s.txt"}},
                 "readings": {"only": {"title": "Only"}},
                 "defaultReading": "only",
                 "rules": [{"id": "rule", "effect": "EFFECT", "sentence": "So it is.", "when": {"category": "data"},
                   "cites": [{"source": "S", "at": "1", "quote": "so"}]}]}
                """.replace("EFFECT", effect);
        Policy bare = PolicyJson.read("bare.json", Given.bytes(json));
        DataUsePolicy policy = DataUsePolicy.of(bare, bare.reading("only").orElseThrow());
        GateReport result = Gate.of(policy, Given.AS_OF).check(Map.of("m.yaml", Given.bytes("""
                format: 1
                datasets: [{name: all, categories: [data]}]
                pipelines: [{name: show, purpose: ads, recipient: owner, inputs: [all]}]
                """)));
        return Report.of(List.of(policy), List.of(result), Workflow.none());
    }

    private static Report report(String name) {
        return switch (name) {
            case "evil" -> ReportWritersTest.everything();
            case "several" -> several();
            case "circle" -> circle();
            case "always" -> bare("permit");
            case "never" -> bare("prohibit");
            case "cut" -> cut();
            case "passed" -> passed();
            case "nothing" -> Report.without(Ending.NOTHING_TO_CHECK, "there is <nothing>\n");
            case "skipped" -> Report.without(Ending.SKIPPED, "it is skipped");
            default -> Report.without(Ending.COULD_NOT_CHECK, "it was not read: \u001b");
        };
    }

    @ParameterizedTest
    @CsvSource({"several", "circle", "always", "never", "evil", "cut", "passed", "nothing", "skipped", "failed"})
    void aReportIsExactlyThisInEveryFormat(String name) throws IOException {
        Report report = report(name);
        Files.createDirectories(WRITTEN);
        List<String> digests = new ArrayList<>();
        String told = "";
        for (ReportWriter writer : ReportWriters.builtIn()) {
            String text = new String(writer.write(report), StandardCharsets.UTF_8);
            Files.writeString(WRITTEN.resolve(writer.file(name)), text);
            digests.add(Digests.line(writer.file(name), text));
            told = writer.format().equals("text") ? text : told;
        }
        String expected = told + "\n" + String.join("\n", digests) + "\n";
        Path file = FOLDER.resolve(name + ".txt");
        if ("write".equals(System.getProperty("datause.suites"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, expected);
        }
        assertEquals(Files.readString(file).replace("\r\n", "\n"), expected, "in " + WRITTEN);
        Optional<String> json = ReportWriters.builtIn().stream()
                .filter(writer -> writer.format().equals("json"))
                .map(writer -> new String(writer.write(report), StandardCharsets.UTF_8))
                .findFirst();
        assertEquals(report.ending(), Report.ending("report.json", Given.bytes(json.orElseThrow())));
    }
}
