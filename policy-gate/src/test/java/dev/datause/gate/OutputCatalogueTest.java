package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines F6, F7, O3 and O5 of the catalogue: names of files that play tricks, and what reports are made of. */
class OutputCatalogueTest {
    private static Report report(Map<String, byte[]> documents) {
        GateReport result = Gate.of(Given.SMALL_STRICT, Given.AS_OF).check(documents);
        return Report.of(List.of(Given.SMALL_STRICT), List.of(result), Workflow.none());
    }

    private static String location(Report report) {
        return report.findings().get(0).finding().at().orElseThrow().file();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nverdict: passed\n.yaml",
                "a\u001b[2Kb.yaml",
                "a\"b'c.yaml",
                "a\\b\\\\c.yaml",
                "<script>]]>&amp;.yaml",
                "\u202etxt.yaml",
                "a\ufffdb.yaml",
                "%00${x}.yaml"
            })
    void f06ANameOfAFileIsEscapedAndTellsTheFile(String name) {
        Report report = report(Map.of(name, Given.bytes(Given.VIOLATION)));
        assertEquals(name, location(report));
        WrittenReports.all(report)
                .forEach((format, told) -> assertEquals(WrittenReports.expected(report), told, format));
        WrittenReports.verdicts(report).forEach((format, verdict) -> assertEquals("violations", verdict, format));
        for (ReportWriter writer : ReportWriters.builtIn()) {
            String text = new String(writer.write(report), StandardCharsets.UTF_8);
            assertTrue(
                    text.chars()
                            .allMatch(c ->
                                    c == '\n' || (c >= ' ' && c != 127 && Character.getType(c) != Character.FORMAT)),
                    writer.format());
            assertFalse(text.contains("\nverdict: passed"), writer.format());
        }
        Node finding = WrittenReports.items(
                        WrittenReports.items(WrittenReports.json(WrittenReports.bytes("json", report)), "checks")
                                .get(0),
                        "findings")
                .get(0);
        assertEquals(name, WrittenReports.string(finding, "file"));
    }

    @Test
    void f06ANameOfAsManyBytesAsNamesCanHaveIsToldWhole() {
        String name = "x".repeat(250) + ".yaml";
        Report report = report(Map.of(name, Given.bytes(Given.VIOLATION)));
        for (String format : List.of("text", "json", "sarif", "html", "junit")) {
            assertTrue(WrittenReports.text(format, report).contains(name), format);
        }
    }

    @Test
    void f06AFileWhoseNameReadsLikeTheWayToAnotherIsCheckedToo(@TempDir Path base) throws IOException {
        Path inside = Files.createDirectories(base.resolve("a")).resolve("b.yaml");
        Path beside = base.resolve("a\\b.yaml");
        Files.writeString(inside, Given.VIOLATION.replace("inbox.raw", "one").replace("name: train", "name: t1"));
        Files.writeString(beside, Given.VIOLATION.replace("inbox.raw", "two").replace("name: train", "name: t2"));
        for (List<Path> files : List.of(List.of(inside, beside, inside), List.of(beside, inside))) {
            GateReport report = Gate.of(Given.SMALL_STRICT, Given.AS_OF).check(base, files);
            assertEquals(
                    List.of("t1", "t2"),
                    report.findings().stream()
                            .map(finding -> finding.flow().orElseThrow().pipeline())
                            .distinct()
                            .toList());
            assertEquals(2, report.datasets());
        }
    }

    /** Where a file system takes names for equal, it gives one of them; where it gives several, they are several. */
    @Test
    void f07NamesAreKeptAsTheyAreGiven() {
        Map<String, byte[]> documents = new TreeMap<>();
        List<String> names = List.of("A.yaml", "a.yaml", "u\u0308.yaml", "\u00fc.yaml");
        for (int i = 0; i < names.size(); i++) {
            documents.put(
                    names.get(i),
                    Given.bytes(
                            Given.VIOLATION.replace("inbox.raw", "inbox" + i).replace("train\n", "train" + i + "\n")));
        }
        Report report = report(documents);
        assertEquals(
                names.stream().sorted().toList(),
                report.findings().stream()
                        .map(one -> one.finding().at().orElseThrow().file())
                        .distinct()
                        .sorted()
                        .toList());
        String json = WrittenReports.text("json", report);
        names.forEach(name -> assertTrue(json.contains("\"" + name + "\""), name));
    }

    @Test
    void o03AWitnessIsMadeUpAndItIsSaidSo() throws IOException {
        Report report = report(Map.of("m.yaml", Given.bytes(Given.VIOLATION)));
        assertTrue(report.findings().get(0).finding().witness().isPresent());
        assertTrue(WrittenReports.text("html", report).contains("Every member in this page is made up."));
        try (InputStream schema = Gate.class.getResourceAsStream("report-1.schema.json")) {
            String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains("Nobody's record: it is made up."));
        }
    }

    @Test
    void o05NothingIsWrittenForSpreadsheets() {
        Stream<String> formats = ReportWriters.builtIn().stream().map(ReportWriter::format);
        assertEquals(
                List.of("html", "json", "junit", "sarif", "text"),
                formats.sorted().toList());
    }
}
