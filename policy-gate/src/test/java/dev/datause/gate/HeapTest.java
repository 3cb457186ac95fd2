package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A virtual machine with too little memory ends with an error; it never comes to a verdict that it did not find. */
@Tag("costly")
class HeapTest {
    private record Ended(int status, String printed) {}

    private static Ended run(int datasets) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapTest.class.getName(),
                        Integer.toString(datasets))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    /** Run in the other virtual machine: a manifest of so many datasets, of which the last is violated. */
    public static void main(String[] datasets) {
        StringBuilder yaml = new StringBuilder("format: 1\ndatasets:\n");
        int count = Integer.parseInt(datasets[0]);
        for (int i = 0; i < count; i++) {
            yaml.append("- {name: d").append(i).append(", categories: [message]}\n");
        }
        yaml.append("pipelines:\n- {name: p, purpose: training, recipient: owner, inputs: [d")
                .append(count - 1)
                .append("]}\n");
        byte[] bytes = Given.bytes(yaml.toString());
        GateReport report = Gate.of(Given.SMALL_STRICT, Given.AS_OF).check(Map.of("m.yaml", bytes));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(report.verdict());
    }

    @Test
    void h10WhatDoesNotFitIsAnErrorAndNotAVerdict() throws IOException, InterruptedException {
        for (int datasets : List.of(1_000, 250_000)) {
            Ended ended = run(datasets);
            if (datasets == 1_000) {
                assertEquals(new Ended(0, "VIOLATED"), ended);
            } else {
                assertNotEquals(0, ended.status());
                assertFalse(ended.printed().contains("PASSED"), ended.printed());
            }
        }
    }
}
