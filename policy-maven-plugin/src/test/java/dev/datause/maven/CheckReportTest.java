package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckReportTest {
    @TempDir
    private Path output;

    @Test
    void theVerdictIsTheFirstLineAndInTheJson() throws Exception {
        CheckReport report = CheckReport.begin(output, "check-report", new HashMap<>());
        assertFalse(report.written());
        report.write("skipped", "nothing was checked\n", List.of());

        assertTrue(report.written());
        assertEquals(
                "verdict: skipped\nnothing was checked\n", Files.readString(output.resolve("policy/check-report.txt")));
        assertEquals(
                "{\"format\": 1, \"verdict\": \"skipped\", \"checks\": []}\n",
                Files.readString(output.resolve("policy/check-report.json")));
    }

    @Test
    void anOldVerdictIsGoneAsSoonAsACheckBegins() throws Exception {
        CheckReport.begin(output, "check-report", new HashMap<>()).write("passed", "", List.of());
        CheckReport.begin(output, "check-report", new HashMap<>());

        try (var files = Files.list(output.resolve("policy"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void twoExecutionsDoNotShareAReport() throws Exception {
        HashMap<Object, Object> module = new HashMap<>();
        CheckReport.begin(output, "one", module);
        CheckReport.begin(output, "two", module);

        assertThrows(MojoExecutionException.class, () -> CheckReport.begin(output, "one", module));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "/x", "a/b", "a b", ".", "NUL:", "-", "x\n"})
    void aReportNameIsAPlainFileName(String name) {
        assertThrows(MojoExecutionException.class, () -> CheckReport.begin(output, name, new HashMap<>()));
    }

    @Test
    void nothingIsWrittenThroughALinkOutOfTheOutput() throws Exception {
        Path inside = Files.createDirectories(output.resolve("target"));
        Path outside = Files.createDirectories(output.resolve("outside"));
        Files.createSymbolicLink(inside.resolve("policy"), outside);

        assertThrows(MojoExecutionException.class, () -> CheckReport.begin(inside, "check-report", new HashMap<>()));
    }
}
