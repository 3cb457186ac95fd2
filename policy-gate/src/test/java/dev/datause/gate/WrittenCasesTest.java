package dev.datause.gate;

import dev.datause.DataUsePolicy;
import dev.datause.PolicyJson;
import dev.datause.document.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that is said about small documents, word for word: the files in {@code src/test/suites}. */
class WrittenCasesTest {
    static List<WrittenCases.Case> checks() {
        return WrittenCases.of("checks.txt");
    }

    static List<WrittenCases.Case> refusals() {
        return WrittenCases.of("refusals.txt");
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aCheckSaysExactlyThis(WrittenCases.Case one) {
        WrittenCases.compare("checks.txt", one, WrittenCasesTest::check);
    }

    private static String check(Map<String, String> documents) {
        Workflow workflow = Workflow.none();
        Map<String, byte[]> manifests = new HashMap<>();
        for (Map.Entry<String, String> document : documents.entrySet()) {
            String name = document.getKey();
            byte[] bytes = Given.bytes(document.getValue());
            if (name.startsWith("waivers.")) {
                workflow = workflow.waivers(Waivers.read(name, bytes, Limits.STANDARD));
            } else if (name.startsWith("baseline.")) {
                workflow = workflow.baseline(Baseline.read(name, bytes, Limits.STANDARD));
            } else {
                manifests.put(name, bytes);
            }
        }
        GateReport result = Gate.of(Given.SMALL_STRICT, Given.AS_OF).check(manifests);
        return Report.of(List.of(Given.SMALL_STRICT), List.of(result), workflow).text();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aDocumentIsRefusedForExactlyThis(WrittenCases.Case one) {
        WrittenCases.compare("refusals.txt", one, documents -> {
            StringBuilder told = new StringBuilder();
            documents.forEach((name, text) -> told.append(taken(name, Given.bytes(text))));
            return told.toString();
        });
    }

    private static String taken(String name, byte[] bytes) {
        switch (name.substring(0, name.indexOf('.'))) {
            case "waivers" -> Waivers.read(name, bytes, Limits.STANDARD);
            case "baseline" -> Baseline.read(name, bytes, Limits.STANDARD);
            case "map" -> DbtMapping.of(name, bytes).rules(Given.SMALL, Limits.STANDARD);
            case "corpus" -> Corpus.read(Given.SMALL, name, bytes);
            case "summary" ->
                SummaryReader.read(name, bytes, Given.SMALL_STRICT, Given.AS_OF, Limits.STANDARD, new Imported());
            case "requests" -> {
                return answers(DecisionRun.of(List.of(Given.SMALL_STRICT)).with(GroundsForm.BRIEF), bytes);
            }
            default -> new ManifestReader().read(name, bytes, Given.SMALL, Limits.STANDARD);
        }
        return name + " is taken\n";
    }

    private static String answers(DecisionRun run, byte[] requests) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DecisionCounts counts = run.run(new ByteArrayInputStream(requests), out);
            return out.toString(StandardCharsets.UTF_8) + counts.text() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<WrittenCases.Case> summaries() {
        return WrittenCases.of("summaries.txt");
    }

    /** The summary of {@code up.yaml}, and what a check of the other manifests says with it. */
    @ParameterizedTest
    @MethodSource("summaries")
    void aSummaryIsExactlyThisAndIsReadAsWhatItSays(WrittenCases.Case one) {
        WrittenCases.compare("summaries.txt", one, documents -> {
            Gate gate = Gate.of(Given.SMALL_STRICT, Given.AS_OF);
            Map<String, byte[]> manifests = new HashMap<>();
            documents.forEach((name, text) -> manifests.put(name, Given.bytes(text)));
            byte[] up = manifests.remove("up.yaml");
            String summary = gate.summarize(Map.of("up.yaml", up), "up").orElse("no summary\n");
            String hash = PolicyJson.contentHash(Given.SMALL);
            Report report = Report.of(
                    List.of(Given.SMALL_STRICT),
                    List.of(gate.summary("up.json", Given.bytes(summary)).check(manifests)),
                    Workflow.none());
            return summary.replace(hash, "HASH") + report.text();
        });
    }

    static List<WrittenCases.Case> answers() {
        return WrittenCases.of("answers.txt");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void decisionsAreToldExactlyLikeThis(WrittenCases.Case one) {
        WrittenCases.compare("answers.txt", one, documents -> {
            StringBuilder told = new StringBuilder();
            documents.forEach((name, text) -> told.append(answer(name, Given.bytes(text))));
            return told.toString();
        });
    }

    private static String answer(String name, byte[] bytes) {
        List<DataUsePolicy> both = List.of(Given.SMALL_STRICT, Given.SMALL_DOCUMENTED);
        switch (name) {
            case "one.jsonl" -> {
                return answers(DecisionRun.of(both.subList(0, 1)), bytes);
            }
            case "both.jsonl" -> {
                return answers(DecisionRun.of(both), bytes);
            }
            case "brief.jsonl" -> {
                return answers(DecisionRun.of(both).with(GroundsForm.BRIEF), bytes);
            }
            case "explain.json", "bundled.json" -> {
                DataUsePolicy policy = name.equals("explain.json") ? Given.SMALL_STRICT : Bundled.STRICT;
                RequestReader reader = RequestReader.of(policy.policy().vocabulary());
                return Explanation.of(policy, reader.read(bytes).use()).text();
            }
            default -> {
                Corpus corpus = Corpus.read(Given.SMALL, name, bytes);
                CorpusReport report = CorpusRun.of(both).run(List.of(corpus));
                return (report.passed() ? "passed\n" : "failed\n")
                        + report.text()
                        + report.gapsText()
                        + report.junitXml();
            }
        }
    }

    static List<WrittenCases.Case> dbt() {
        return WrittenCases.of("dbt.txt");
    }

    @ParameterizedTest
    @MethodSource("dbt")
    void aDbtManifestSaysExactlyThis(WrittenCases.Case one) {
        WrittenCases.compare("dbt.txt", one, documents -> {
            DbtMapping mapping = documents.containsKey("map.yaml")
                    ? DbtMapping.of("map.yaml", Given.bytes(documents.get("map.yaml")))
                    : DbtMapping.standard();
            Metadata read = DbtReader.of(mapping)
                    .read("manifest.json", Given.bytes(documents.get("manifest.json")), Given.SMALL, Limits.STANDARD);
            StringBuilder told = new StringBuilder();
            read.datasets().forEach(dataset -> told.append(dataset).append("\n"));
            read.steps().forEach(step -> told.append(step).append("\n"));
            read.ignored().forEach(aside -> told.append(aside).append("\n"));
            return told.toString();
        });
    }
}
