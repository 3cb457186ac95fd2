package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.DataUsePolicy;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** All formats of a report tell of the same findings, come to the same verdict, and are the same bytes everywhere. */
class ReportProperties {
    private static final List<DataUsePolicy> POLICIES = List.of(Given.SMALL_STRICT, Given.SMALL_DOCUMENTED);

    static Report random(RandomGenerator random) {
        Map<String, byte[]> documents = Map.of(
                "a.json", Given.bytes(JsonDocument.write(new RandomManifest(random).manifest(4, 8))),
                "b.yaml", Given.bytes(random.nextInt(6) == 0 ? "format: [" : "format: 1\n"));
        List<GateReport> results = new ArrayList<>();
        for (DataUsePolicy policy : POLICIES) {
            results.add(Gate.of(policy, Given.AS_OF).check(documents));
        }
        return Report.of(POLICIES, results, workflow(random, Report.of(POLICIES, results, Workflow.none())));
    }

    /** Waives, watches and freezes some of what there is, and now and then something that is not. */
    private static Workflow workflow(RandomGenerator random, Report open) {
        StringBuilder waivers = new StringBuilder();
        Set<String> seen = new HashSet<>();
        List<Baseline.Entry> frozen = new ArrayList<>();
        Set<String> rules = new HashSet<>();
        if (random.nextInt(4) == 0) {
            frozen.add(new Baseline.Entry("DU001-0123456789abcdef01234567", "gone", Optional.empty()));
        }
        for (Judged judged : open.findings()) {
            if (seen.add(judged.fingerprint())) {
                int choice = random.nextInt(5);
                if (choice == 0) {
                    LocalDate expires = Given.AS_OF.plusDays(random.nextInt(120) - 10);
                    waivers.append("  - {finding: ").append(judged.fingerprint());
                    waivers.append(", reason: r, owner: o, expires: ")
                            .append(expires)
                            .append("}\n");
                } else if (choice == 1) {
                    frozen.add(new Baseline.Entry(judged.fingerprint(), "what", Optional.empty()));
                } else if (choice == 2) {
                    judged.finding().reasons().forEach(reason -> reason.rule().ifPresent(rules::add));
                }
            }
        }
        String text = "format: 1\n" + (waivers.length() > 0 ? "waivers:\n" + waivers : "");
        if (!rules.isEmpty()) {
            text += "watches:\n  - {rule: " + rules.iterator().next() + ", reason: r, owner: o, until: "
                    + Given.AS_OF.plusDays(random.nextInt(30)) + "}\n";
        }
        StringBuilder baseline = new StringBuilder("format: 1\nfindings:");
        frozen.forEach(one ->
                baseline.append("\n  - {finding: ").append(one.fingerprint()).append(", what: w}"));
        baseline.append(frozen.isEmpty() ? " []\n" : "\n");
        return Workflow.none()
                .waivers(Waivers.read("waivers.yaml", Given.bytes(text), Limits.STANDARD))
                .baseline(Baseline.read("baseline.yaml", Given.bytes(baseline.toString()), Limits.STANDARD))
                .failOnStaleBaseline(random.nextBoolean());
    }

    @Test
    void everyFormatTellsOfTheSameFindingsAndComesToTheSameVerdict() {
        Set<Ending> endings = new HashSet<>();
        Set<Standing.Kind> kinds = new HashSet<>();
        Tries.of(25, random -> {
            Report report = random(random);
            endings.add(report.ending());
            report.findings().forEach(one -> kinds.add(one.standing().kind()));
            List<String> expected = WrittenReports.expected(report);
            WrittenReports.all(report).forEach((format, told) -> assertEquals(expected, told, format));
            WrittenReports.verdicts(report)
                    .forEach((format, verdict) -> assertEquals(report.ending().word(), verdict, format));
            boolean counts = report.findings().stream().anyMatch(Judged::counts);
            assertEquals(!counts, report.ending() == Ending.PASSED, report.text());
            for (Report.Check check : report.checks()) {
                Completeness account = check.result().completeness();
                assertTrue(check.verdict() != Verdict.PASSED || account.couldNotCheck() == 0, check.account());
            }
        });
        assertTrue(!Tries.ENOUGH || kinds.equals(Set.of(Standing.Kind.values())), kinds.toString());
        assertTrue(endings.contains(Ending.VIOLATIONS), endings.toString());
    }

    @Test
    void withoutAWorkflowTheReportComesToTheVerdictOfTheGate() {
        Tries.of(15, random -> {
            GateReport result = Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                    .check(Map.of(
                            "a.json",
                            Given.bytes(JsonDocument.write(
                                    new RandomManifest(random).manifest(3, 1 + random.nextInt(3))))));
            Report report = Report.of(List.of(Given.SMALL_STRICT), List.of(result), Workflow.none());
            assertEquals(Ending.of(result.verdict()), report.ending());
            assertEquals(result.total(), report.checks().get(0).counting());
            assertEquals(result.warnings(), report.checks().get(0).warnings());
        });
    }

    @Test
    void twoRunsOfOneInputAreTheSameBytesInWhateverOrderItsFilesCome() {
        Tries.of(20, random -> {
            Map<String, byte[]> documents = new LinkedHashMap<>();
            for (String name : List.of("b.json", "a.json", "z/a.json", "Z.json")) {
                documents.put(name, Given.bytes(JsonDocument.write(new RandomManifest(random).manifest(2, 2))));
            }
            List<String> names = new ArrayList<>(documents.keySet());
            Collections.shuffle(names, new java.util.Random(random.nextLong()));
            Map<String, byte[]> other = new LinkedHashMap<>();
            names.forEach(name -> other.put(name, documents.get(name)));
            for (ReportWriter writer : ReportWriters.builtIn()) {
                assertArrayEquals(writer.write(report(documents)), writer.write(report(other)), writer.format());
            }
        });
    }

    private static Report report(Map<String, byte[]> documents) {
        List<GateReport> results = new ArrayList<>();
        for (DataUsePolicy policy : POLICIES) {
            results.add(Gate.of(policy, Given.AS_OF).check(documents));
        }
        return Report.of(POLICIES, results, Workflow.none());
    }

    @Test
    void reportsAreTheSameBytesInEveryLocaleAndZone() {
        try {
            for (ReportWriter writer : ReportWriters.builtIn()) {
                byte[] expected = writer.write(random(new java.util.SplittableRandom(7)));
                for (String tag : List.of("tr-TR", "ar-EG", "fa-IR", "th-TH-u-ca-buddhist")) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                    assertArrayEquals(
                            expected, writer.write(random(new java.util.SplittableRandom(7))), writer.format() + tag);
                }
                Locale.setDefault(Locale.ROOT);
                TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            }
        } finally {
            Locale.setDefault(Locale.ROOT);
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        }
    }
}
