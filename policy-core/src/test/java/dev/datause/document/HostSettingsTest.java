package dev.datause.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that has set Jackson up for itself, for better or worse, changes nothing for us. Each in a machine of its own. */
@Tag("costly")
class HostSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"narrow", "wide"})
    void documentsAreTakenAndRefusedAsEver(String host) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostSettingsTest.class.getName(),
                        host)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals(taken(), printed);
    }

    @Test
    void someAreTakenAndSomeAreNot() {
        assertTrue(taken().contains("taken") && taken().contains("DP005") && taken().contains("DP002"), taken());
    }

    /** Run in the other virtual machine: a host that sets its own limits before anybody reads anything. */
    public static void main(String[] host) throws IOException {
        boolean narrow = host[0].equals("narrow");
        StreamReadConstraints.overrideDefaultStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(narrow ? 1 : Integer.MAX_VALUE)
                .maxStringLength(narrow ? 1 : Integer.MAX_VALUE)
                .maxNumberLength(narrow ? 1 : Integer.MAX_VALUE)
                .maxNameLength(narrow ? 1 : Integer.MAX_VALUE)
                .build());
        JsonFactory lax = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                .build();
        try (JsonParser own = lax.createParser("['a',]")) {
            // The host reads on its own terms while we do on ours.
            own.nextToken();
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(taken());
        }
    }

    private static String taken() {
        StringBuilder all = new StringBuilder();
        for (String json : List.of(
                "{\"a\": [[[\"" + "x".repeat(60_000) + "\", 123456789]]]}",
                "{\"" + "k".repeat(1_000) + "\": 1}",
                "[".repeat(64) + "]".repeat(64),
                "[".repeat(65) + "]".repeat(65),
                "\"" + "x".repeat(70_000) + "\"",
                "1".repeat(33),
                "['a']",
                "[1,]",
                "/* */ []",
                "[NaN]",
                "{\"a\": 1, \"a\": 2}",
                "[01]")) {
            try {
                JsonDocument.read("d", json.getBytes(StandardCharsets.UTF_8), Limits.STANDARD);
                all.append("taken\n");
            } catch (DocumentException e) {
                all.append(e.problems().get(0)).append('\n');
            }
        }
        return all.toString();
    }
}
