package dev.datause.gate;

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

/** All that is said about small documents, word for word: {@code src/test/suites/checks.txt}, {@code refusals.txt}. */
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
                return answers(bytes);
            }
            default -> new ManifestReader().read(name, bytes, Given.SMALL, Limits.STANDARD);
        }
        return name + " is taken\n";
    }

    private static String answers(byte[] requests) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DecisionRun.of(List.of(Given.SMALL_STRICT))
                    .with(GroundsForm.BRIEF)
                    .run(new ByteArrayInputStream(requests), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
