package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.gate.Ending;
import dev.datause.gate.Report;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckReportTest {
    private static final Report SKIPPED = Report.without(Ending.SKIPPED, "nothing was checked\n");

    @TempDir
    private Path output;

    @Test
    void theVerdictIsTheFirstLineAndInTheJson() throws Exception {
        CheckReport report = CheckReport.begin(output, "check-report", List.of(), new HashMap<>());
        assertFalse(report.written());
        report.write(SKIPPED);

        assertTrue(report.written());
        assertEquals(
                "verdict: skipped\nnothing was checked\n", Files.readString(output.resolve("policy/check-report.txt")));
        assertEquals(
                "{\"format\": 1, \"verdict\": \"skipped\", \"note\": \"nothing was checked\\n\", \"checks\": [], \"workflow\": []}\n",
                Files.readString(output.resolve("policy/check-report.json")));
    }

    @Test
    void anOldVerdictIsGoneAsSoonAsACheckBegins() throws Exception {
        CheckReport.begin(output, "check-report", List.of(), new HashMap<>()).write(SKIPPED);
        CheckReport.begin(output, "check-report", List.of(), new HashMap<>());

        try (var files = Files.list(output.resolve("policy"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void twoExecutionsDoNotShareAReport() throws Exception {
        HashMap<Object, Object> module = new HashMap<>();
        CheckReport.begin(output, "one", List.of(), module);
        CheckReport.begin(output, "two", List.of(), module);

        assertEquals(
                "Could not check: another execution in this module has written one; set reportName",
                assertThrows(MojoExecutionException.class, () -> CheckReport.begin(output, "one", List.of(), module))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "/x", "a/b", "a b", ".", "NUL:", "-", "x\n"})
    void aReportNameIsAPlainFileName(String name) {
        assertThrows(MojoExecutionException.class, () -> CheckReport.begin(output, name, List.of(), new HashMap<>()));
    }

    @Test
    void nothingIsWrittenThroughALinkOutOfTheOutput() throws Exception {
        Path inside = Files.createDirectories(output.resolve("target"));
        Path outside = Files.createDirectories(output.resolve("outside"));
        Files.createSymbolicLink(inside.resolve("policy"), outside);

        assertEquals(
                "Could not check: the folder of the report leads out of the build's output",
                assertThrows(
                                MojoExecutionException.class,
                                () -> CheckReport.begin(inside, "check-report", List.of(), new HashMap<>()))
                        .getMessage());
    }

    @Test
    void onlyTheFormatsThatAreAskedForAreWrittenAndOldOnesOfOthersAreGone() throws Exception {
        CheckReport.begin(output, "check-report", List.of(), new HashMap<>()).write(SKIPPED);
        CheckReport report = CheckReport.begin(output, "check-report", List.of("sarif", "json"), new HashMap<>());
        report.write(SKIPPED);

        assertEquals("policy/check-report.sarif", report.name());
        try (var files = Files.list(output.resolve("policy"))) {
            assertEquals(
                    List.of("check-report.json", "check-report.sarif"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        String refusal = assertThrows(
                        MojoExecutionException.class,
                        () -> CheckReport.begin(output, "x", List.of("pdf"), new HashMap<>()))
                .getMessage();
        assertEquals("Could not check: formats: each is one of text, json, sarif, junit, html", refusal);
    }

    @Test
    void noReportAppearsUnlessAllCanBeWritten() throws Exception {
        CheckReport report = CheckReport.begin(output, "check-report", List.of(), new HashMap<>());
        // A folder in the place of the last report.
        Files.createDirectories(output.resolve("policy/check-report.html/full"));

        assertThrows(IOException.class, () -> report.write(SKIPPED));
        try (var files = Files.list(output.resolve("policy"))) {
            assertEquals(
                    List.of("check-report.html"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
        assertFalse(report.written());
    }

    /** A file system of another kind: a file gets there by a copy only. */
    @Test
    void whereAFileCannotBeMovedAtOnceItIsMovedAllTheSame() throws Exception {
        Path whole = Files.writeString(output.resolve("whole.txt"), "new");
        try (FileSystem zip = FileSystems.newFileSystem(output.resolve("other.zip"), Map.of("create", "true"))) {
            Path file = Files.writeString(zip.getPath("report.txt"), "old");
            CheckReport.move(whole, file);

            assertEquals("new", Files.readString(file));
        }
        assertFalse(Files.exists(whole));
    }

    @Test
    void aTextThatCannotBeWrittenLeavesNothing() throws Exception {
        Path file = Files.createDirectories(output.resolve("report.txt/full")).getParent();

        assertThrows(IOException.class, () -> CheckReport.write(file, "text"));
        try (var files = Files.list(output)) {
            assertEquals(List.of(file), files.toList());
        }
    }
}
