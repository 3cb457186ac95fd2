package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Position;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportWritersTest {
    /** A name that plays tricks on every format: markup, a CDATA end, an escape sequence, and writing turned round. */
    static final String EVIL = "<script>alert(1)</script>]]>\u001b[31m\u202egnp\u0000&amp;'\"";

    static Report of(GateReport result, Workflow workflow) {
        return Report.of(List.of(Given.SMALL_STRICT), List.of(result), workflow);
    }

    private static Hop hop(Hop.Kind kind, String name, Optional<Location> at) {
        return new Hop(kind, name, Optional.empty(), at);
    }

    /** A report with a way of several stations, a fix, lineage and evil names. */
    static Report everything() {
        Finding seen = Given.check(Given.VIOLATION).findings().get(0);
        Location place = new Location("pipelines/a b#c%.yaml", new Position(3, 7));
        List<Hop> path = List.of(
                hop(Hop.Kind.DATASET, EVIL, Optional.of(place)),
                new Hop(Hop.Kind.STEP, "clean", Optional.of("field"), Optional.empty()),
                hop(Hop.Kind.STEP, "train", Optional.of(place)));
        Finding finding = new Finding(
                seen.code(),
                Optional.of(place),
                "pipeline '" + FindingText.name(EVIL) + "' lets it",
                seen.snippet(),
                Optional.of(new Flow(EVIL, Optional.of(EVIL), Optional.of("profile"), Optional.of("training"), path)),
                seen.witness(),
                seen.reasons(),
                "do this",
                Optional.of(new Fix("{not: {flag: minor}}", "no minors", Optional.of(place))));
        Reach reach = new Reach("training", path, List.of(new Reach.Edge(0, 1), new Reach.Edge(1, 2)), false);
        GateReport result = new GateReport(
                new GateReport.Subject("small", "strict", Given.AS_OF, 1, 1, 0),
                List.of(finding),
                new GateReport.Totals(1, 0),
                Given.check(Given.VIOLATION).completeness(),
                Verdict.VIOLATED,
                List.of(reach));
        return of(result, Workflow.none());
    }

    static Report waived() {
        GateReport result = Given.check(Given.VIOLATION);
        StringBuilder text = new StringBuilder("format: 1\nwaivers:\n");
        for (Judged judged : of(result, Workflow.none()).findings()) {
            text.append("  - {finding: ").append(judged.fingerprint());
            text.append(", reason: 'a filter, see <b>', owner: privacy, expires: 2026-12-31}\n");
        }
        return of(
                result, Workflow.none().waivers(Waivers.read("w.yaml", Given.bytes(text.toString()), Limits.STANDARD)));
    }

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(
                                Map.of("https://datause.dev/schema/request-1.schema.json", resource("request-1"))))
                .getSchema(resource(name), InputFormat.JSON);
    }

    private static String resource(String name) {
        try (InputStream in = Gate.class.getResourceAsStream(name + ".schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theJsonFollowsItsSchema() throws IOException {
        Schema schema = schema("report-1");
        List<Report> reports = new ArrayList<>(List.of(everything(), waived(), Report.without(Ending.SKIPPED, "why")));
        Tries.of(10, random -> reports.add(ReportProperties.random(random)));
        for (Report report : reports) {
            String json = WrittenReports.text("json", report);
            assertEquals(List.of(), schema.validate(json, InputFormat.JSON), json);
        }
        assertFalse(schema.validate("{\"format\": 1, \"verdict\": \"passed\"}", InputFormat.JSON)
                .isEmpty());
    }

    /**
     * The properties that SARIF 2.1.0 requires of what we write. With {@code -Ddatause.sarif.schema=<file>} the whole
     * schema is asked too.
     */
    @Test
    void theSarifIsSarif() throws IOException {
        List<Report> reports = new ArrayList<>(List.of(everything(), waived(), Report.without(Ending.SKIPPED, "why")));
        Tries.of(5, random -> reports.add(ReportProperties.random(random)));
        String schemaFile = System.getProperty("datause.sarif.schema", "");
        Optional<Schema> schema = schemaFile.isEmpty()
                ? Optional.empty()
                : Optional.of(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(Files.readString(Path.of(schemaFile)), InputFormat.JSON));
        for (Report report : reports) {
            byte[] bytes = WrittenReports.bytes("sarif", report);
            if (schema.isPresent()) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                assertEquals(List.of(), schema.get().validate(text, InputFormat.JSON), text);
            }
            Node log = WrittenReports.json(bytes);
            assertEquals("2.1.0", WrittenReports.string(log, "version"));
            for (Node run : WrittenReports.items(log, "runs")) {
                List<Node> rules = WrittenReports.items(run, "tool", "driver", "rules");
                assertEquals("Datause", WrittenReports.string(run, "tool", "driver", "name"));
                assertTrue(WrittenReports.at(run, "invocations") instanceof Node.Items);
                WrittenReports.items(run, "results").forEach(result -> sarifResult(result, rules));
            }
        }
    }

    private static void sarifResult(Node result, List<Node> rules) {
        int index = Integer.parseInt(((Node.Num) WrittenReports.at(result, "ruleIndex")).written());
        assertEquals(WrittenReports.string(rules.get(index), "id"), WrittenReports.string(result, "ruleId"));
        assertFalse(WrittenReports.string(result, "message", "text").isEmpty());
        assertTrue(Set.of("error", "warning").contains(WrittenReports.string(result, "level")));
        for (Node location : items(result, "locations")) {
            String uri = WrittenReports.string(location, "physicalLocation", "artifactLocation", "uri");
            assertTrue(uri.matches("[-A-Za-z0-9._~/%]+") && !uri.startsWith("/"), uri);
        }
        for (Node suppression : items(result, "suppressions")) {
            assertEquals("external", WrittenReports.string(suppression, "kind"));
            assertFalse(WrittenReports.string(suppression, "justification").isEmpty());
        }
        for (Node flow : items(result, "codeFlows")) {
            for (Node thread : WrittenReports.items(flow, "threadFlows")) {
                assertFalse(WrittenReports.items(thread, "locations").isEmpty());
            }
        }
    }

    private static List<Node> items(Node node, String key) {
        return ((Node.Members) node)
                .get(key)
                .map(list -> ((Node.Items) list).items())
                .orElse(List.of());
    }

    @Test
    void theSarifOfAWayHasItsStationsInOrder() {
        Node run = WrittenReports.items(WrittenReports.json(WrittenReports.bytes("sarif", everything())), "runs")
                .get(0);
        Node result = WrittenReports.items(run, "results").get(0);
        Node flow = WrittenReports.items(
                        WrittenReports.items(result, "codeFlows").get(0), "threadFlows")
                .get(0);
        List<String> names = WrittenReports.items(flow, "locations").stream()
                .map(one -> WrittenReports.string(one, "location", "message", "text"))
                .toList();
        assertEquals(List.of("step clean#field", "step train"), names.subList(1, 3));
        assertEquals(
                "pipelines/a%20b%23c%25.yaml",
                WrittenReports.string(
                        WrittenReports.items(result, "locations").get(0),
                        "physicalLocation",
                        "artifactLocation",
                        "uri"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"NOTHING_TO_CHECK", "SKIPPED", "COULD_NOT_CHECK"})
    void aReportWithoutResultsSaysWhyInEveryFormat(Ending ending) {
        Report report = Report.without(ending, "for this <reason>\n");
        WrittenReports.verdicts(report).forEach((format, verdict) -> assertEquals(ending.word(), verdict, format));
        for (ReportWriter writer : ReportWriters.builtIn()) {
            String text = new String(writer.write(report), StandardCharsets.UTF_8);
            assertTrue(text.contains("for this <reason>") || text.contains("for this &lt;reason"), text);
        }
        Node run = WrittenReports.items(WrittenReports.json(WrittenReports.bytes("sarif", report)), "runs")
                .get(0);
        Node invocation = WrittenReports.items(run, "invocations").get(0);
        boolean successful = ((Node.Bool) WrittenReports.at(invocation, "executionSuccessful")).value();
        assertEquals(ending == Ending.NOTHING_TO_CHECK, successful);
        assertEquals(
                1,
                WrittenReports.items(invocation, "toolExecutionNotifications").size());
    }

    @Test
    void namesPlayNoTricksInAnyFormat() {
        Report report = everything();
        for (ReportWriter writer : ReportWriters.builtIn()) {
            String text = new String(writer.write(report), StandardCharsets.UTF_8);
            assertTrue(
                    text.codePoints()
                            .allMatch(c ->
                                    c == '\n' || (c >= ' ' && c != 127 && Character.getType(c) != Character.FORMAT)),
                    writer.format() + ": " + text);
        }
        assertFalse(WrittenReports.text("junit", report).contains("<script"));
        assertFalse(WrittenReports.text("html", report).contains("<script"));
        assertEquals(
                1,
                WrittenReports.elements(WrittenReports.xml(WrittenReports.bytes("junit", report)), "failure")
                        .size());
        Node finding = WrittenReports.items(
                        WrittenReports.items(WrittenReports.json(WrittenReports.bytes("json", report)), "checks")
                                .get(0),
                        "findings")
                .get(0);
        assertEquals(EVIL, WrittenReports.string(finding, "flow", "pipeline"));
    }

    @Test
    void thePageAsksForNothingFromAnywhereAndRunsNothing() {
        for (Report report : List.of(everything(), waived(), Report.without(Ending.SKIPPED, EVIL))) {
            Document page = WrittenReports.html(report);
            for (String name :
                    List.of("script", "link", "img", "iframe", "object", "embed", "base", "form", "image", "use")) {
                assertEquals(List.of(), WrittenReports.elements(page, name), name);
            }
            for (Element one : WrittenReports.elements(page, "*")) {
                for (int i = 0; i < one.getAttributes().getLength(); i++) {
                    String attribute = one.getAttributes().item(i).getNodeName();
                    String value = one.getAttributes().item(i).getNodeValue();
                    assertFalse(
                            attribute.startsWith("on") || attribute.equals("src") || attribute.equals("style"),
                            attribute);
                    assertTrue(!attribute.endsWith("href") || value.startsWith("#"), value);
                }
            }
            String style = WrittenReports.elements(page, "style").get(0).getTextContent();
            assertFalse(style.contains("url(") || style.contains("@import"), style);
            assertTrue(WrittenReports.text("html", report).contains("default-src 'none'".replace("'", "&#39;")));
        }
    }

    @Test
    void thePageCanBeReadWithoutSeeingIt() {
        for (Report report : List.of(everything(), waived())) {
            Document page = WrittenReports.html(report);
            assertEquals("en", page.getDocumentElement().getAttribute("lang"));
            for (String landmark : List.of("main", "footer", "nav", "h1", "title")) {
                assertFalse(WrittenReports.elements(page, landmark).isEmpty(), landmark);
            }
            assertEquals(1, WrittenReports.elements(page, "main").size());
            Set<String> ids = new HashSet<>();
            WrittenReports.with(page, "id")
                    .forEach(one -> assertTrue(ids.add(one.getAttribute("id")), one.getAttribute("id")));
            for (Element one : WrittenReports.with(page, "aria-labelledby")) {
                assertTrue(
                        ids.containsAll(
                                List.of(one.getAttribute("aria-labelledby").split(" "))),
                        one.getTagName());
            }
            for (Element link : WrittenReports.elements(page, "a")) {
                assertTrue(ids.contains(link.getAttribute("href").substring(1)), link.getAttribute("href"));
            }
            int last = 0;
            for (Element one : WrittenReports.elements(page, "*")) {
                if (one.getTagName().matches("h[1-6]")) {
                    int level = one.getTagName().charAt(1) - '0';
                    assertTrue(level <= last + 1, one.getTextContent());
                    last = level;
                }
            }
            for (Element table : WrittenReports.elements(page, "table")) {
                assertEquals(1, table.getElementsByTagName("caption").getLength());
            }
            for (Element head : WrittenReports.elements(page, "th")) {
                assertTrue(
                        Set.of("row", "rowgroup", "col").contains(head.getAttribute("scope")), head.getTextContent());
            }
            for (Element drawing : WrittenReports.elements(page, "svg")) {
                assertEquals("img", drawing.getAttribute("role"));
                assertEquals("title", drawing.getFirstChild().getNodeName());
                assertFalse(drawing.getElementsByTagName("desc")
                        .item(0)
                        .getTextContent()
                        .isEmpty());
            }
            for (Element box : WrittenReports.with(page, "role")) {
                assertTrue(box.hasAttribute("aria-label") || box.hasAttribute("aria-labelledby"), box.getTagName());
            }
        }
    }

    @Test
    void theColoursOfThePageHaveEnoughContrast() throws IOException {
        String style;
        try (InputStream in = Gate.class.getResourceAsStream("report.css")) {
            style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int dark = style.indexOf("@media (prefers-color-scheme: dark)");
        for (String theme : List.of(style.substring(0, dark), style.substring(dark))) {
            Map<String, Integer> colours = new HashMap<>();
            Matcher colour = Pattern.compile("--([a-z-]+): #([0-9a-f]{6})(?=;)").matcher(theme);
            while (colour.find()) {
                colours.putIfAbsent(colour.group(1), Integer.parseInt(colour.group(2), 16));
            }
            for (String fore : List.of("fg", "muted", "link", "bad", "warn", "ok")) {
                for (String back : List.of("bg", "card")) {
                    contrast(colours, fore, back, 4.5);
                }
            }
            for (String kind : List.of("bad", "warn", "ok")) {
                contrast(colours, kind, kind + "-bg", 4.5);
                contrast(colours, "fg", kind + "-bg", 4.5);
                contrast(colours, "link", kind + "-bg", 4.5);
                contrast(colours, "muted", kind + "-bg", 4.5);
            }
            for (String shape : List.of("data", "step", "goal")) {
                contrast(colours, "fg", shape, 4.5);
                contrast(colours, "ink", shape, 3);
            }
        }
    }

    /** The contrast of WCAG 2.2. */
    private static void contrast(Map<String, Integer> colours, String fore, String back, double least) {
        double a = luminance(colours.get(fore));
        double b = luminance(colours.get(back));
        double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        assertTrue(contrast >= least, fore + " on " + back + ": " + contrast);
    }

    private static double luminance(int colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = ((colour >> (16 - 8 * i)) & 255) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void aSetAsideFindingIsInEveryFormatWithItsReason() {
        Report report = waived();
        assertEquals(Ending.PASSED, report.ending());
        for (ReportWriter writer : ReportWriters.builtIn()) {
            String text = new String(writer.write(report), StandardCharsets.UTF_8);
            assertTrue(text.contains("a filter, see <b>") || text.contains("a filter, see &lt;b&gt;"), text);
            assertTrue(text.contains("2026-12-31") && text.contains("privacy"), text);
        }
    }

    @Test
    void ofVeryManyFindingsThePageShowsSomeInFullAndAll() {
        StringBuilder many =
                new StringBuilder(Given.VIOLATION.substring(0, Given.VIOLATION.indexOf("  - name: train")));
        for (int i = 0; i < 300; i++) {
            many.append("  - {name: p")
                    .append(i)
                    .append(", purpose: training, recipient: owner, inputs: [inbox.raw]}\n");
        }
        Report cut = of(Given.check(many.toString()), Workflow.none());
        assertTrue(cut.checks().get(0).left() > 0);
        assertEquals(Ending.VIOLATIONS, cut.ending());
        for (ReportWriter writer : ReportWriters.builtIn()) {
            String text = new String(writer.write(cut), StandardCharsets.UTF_8);
            assertTrue(text.contains(Integer.toString(cut.checks().get(0).left())), writer.format());
        }
        GateReport all = Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                .keepingMany()
                .check(Map.of("m.yaml", Given.bytes(many.toString())));
        Report whole = of(all, Workflow.none());
        assertEquals(WrittenReports.expected(whole), WrittenReports.ofHtml(whole));
        assertEquals(
                200,
                WrittenReports.elements(WrittenReports.html(whole), "article").size());
    }

    @Test
    void theVerdictIsReadBackAndNothingElseIsOne() {
        for (Ending ending : List.of(Ending.SKIPPED, Ending.COULD_NOT_CHECK, Ending.NOTHING_TO_CHECK)) {
            byte[] json = WrittenReports.bytes("json", Report.without(ending, "why"));
            assertEquals(ending, Report.ending("r.json", json));
            for (int i = 0; i < json.length - 1; i++) {
                byte[] part = java.util.Arrays.copyOf(json, i);
                assertThrows(DocumentException.class, () -> Report.ending("r.json", part));
            }
        }
        assertEquals(Ending.VIOLATIONS, Report.ending("r.json", WrittenReports.bytes("json", everything())));
        for (String wrong : List.of(
                "{}",
                "{\"format\": 2, \"verdict\": \"passed\", \"checks\": [], \"workflow\": []}",
                "{\"format\": 1, \"verdict\": \"good\", \"checks\": [], \"workflow\": []}",
                "{\"format\": 1, \"verdict\": \"passed\", \"checks\": {}, \"workflow\": []}",
                "{\"format\": 1, \"verdict\": \"passed\", \"checks\": []}")) {
            assertThrows(DocumentException.class, () -> Report.ending("r.json", Given.bytes(wrong)), wrong);
        }
    }

    @Test
    void aVeryLongWayIsCutInTheMiddle() {
        List<Hop> path = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            path.add(hop(i % 2 == 0 ? Hop.Kind.DATASET : Hop.Kind.STEP, "n" + i, Optional.empty()));
        }
        Finding seen = everything().findings().get(0).finding();
        Finding finding = new Finding(
                seen.code(),
                seen.at(),
                seen.what(),
                Optional.empty(),
                Optional.of(new Flow("n999", Optional.of("n0"), Optional.empty(), Optional.empty(), path)),
                Optional.empty(),
                List.of(),
                "do",
                Optional.empty());
        assertTrue(
                finding.text().contains(" -> n11 -> (976 more) -> n988 -> ")
                        && finding.text().contains(" -> n999\n"),
                finding.text());
    }

    /** Made by the test of services. */
    public static final class SecondSarif implements ReportWriter {
        @Override
        public String format() {
            return "sarif";
        }

        @Override
        public String file(String name) {
            return name;
        }

        @Override
        public byte[] write(Report report) {
            return new byte[0];
        }
    }

    @Test
    void twoWritersOfOneFormatAreRefused(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(ReportWriter.class.getName()), SecondSarif.class.getName() + "\n");
        assertEquals(ReportWriters.builtIn(), ReportWriters.of(Gate.class.getClassLoader()));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Gate.class.getClassLoader())) {
            assertThrows(IllegalStateException.class, () -> ReportWriters.of(loader));
        }
    }
}
