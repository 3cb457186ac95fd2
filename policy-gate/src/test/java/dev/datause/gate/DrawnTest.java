package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where stations are drawn, where a way ends, and how long ways are cut. */
class DrawnTest {
    private static List<Reach.Edge> edges(String text) {
        List<Reach.Edge> edges = new ArrayList<>();
        for (String edge : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            String[] ends = edge.split(">", -1);
            edges.add(new Reach.Edge(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
        }
        return edges;
    }

    /** Each station as layer and height, then each route with the layers of its joints, {@code <} where it goes back. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | '' | 0x0.00",
                "1 | '' | 0/0.00 1x0.00",
                "2 | 0>1 | 0/0.00 1/0.00 0>1 2x0.00",
                "3 | 0>2 1>2 | 0/0.00 0/1.00 1/0.50 0>2 1>2 2x1.00",
                "3 | 0>1 0>2 | 0/0.50 1/0.00 1/1.00 0>1 0>2 2x1.00",
                "4 | 0>1 1>2 2>3 0>3 | 0/0.50 1/0.00 2/0.00 3/0.50 0>1 0>3_1_2 1>2 2>3 4x1.00",
                "4 | 0>1 1>0 1>2 2>2 2>3 | 0/0.00 1/0.00 2/0.00 3/0.00 0>1 0<1 1>2 2>3 4x0.00",
                "5 | 0>3 1>3 2>4 3>4 | 0/0.50 0/1.50 1/0.00 1/1.00 2/0.50 0>3 1>3 2>4 3>4 3x1.50",
                "5 | 3>2 2>1 1>0 0>4 3>4 | 3/0.00 2/0.00 1/0.00 0/0.50 4/0.50 0>4 1>0 2>1 3>2 3>4_1_2_3 5x1.00",
                "6 | 0>4 1>3 2>3 3>5 4>5 0>5 | 0/0.17 0/1.67 0/2.67 1/2.00 1/0.00 2/1.00 0>4 0>5_1 1>3 2>3 3>5 4>5 3x2.67",
                "4 | 1>2 2>1 2>3 | 0/0.00 0/1.00 1/1.00 2/1.00 1>2 1<2 2>3 3x1.00",
                "4 | 0>1 1>2 | 0/0.00 1/0.00 2/0.00 2/1.00 0>1 1>2 3x1.00",
            })
    void stationsAreDrawnHere(int nodes, String edges, String drawn) {
        Layers layers = Layers.of(nodes, edges(edges));
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < nodes; i++) {
            told.append(String.format(Locale.ROOT, "%d/%.2f ", layers.layer(i), layers.height(i)));
        }
        for (Layers.Route route : layers.routes()) {
            told.append(route.from()).append(route.turned() ? "<" : ">").append(route.to());
            route.joints().forEach(joint -> told.append("_").append(layers.layer(joint)));
            told.append(' ');
        }
        told.append(String.format(Locale.ROOT, "%dx%.2f", layers.width(), layers.depth()));
        assertEquals(drawn, told.toString());
    }

    private static Hop hop(Hop.Kind kind, int number) {
        return new Hop(kind, "n" + number, Optional.empty(), Optional.empty());
    }

    /** Stations by their number, of which {@code d} are datasets and {@code s} steps. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ds | 0>1 | '' | 1",
                "dsd | 0>1 1>2 | 1 | 1 2",
                "dd | '' | '' | 0 1",
                "dd | 0>0 0>1 | '' | 1",
                "dsds | 0>1 1>2 2>3 3>0 | '' | 3",
                "sdsd | 0>1 1>2 2>3 3>0 | '' | 2",
                "dsds | 0>1 1>0 1>2 2>3 3>2 | '' | 3",
                "dsds | 0>1 1>0 2>3 3>2 | '' | 1 3",
                "dsds | 0>1 1>0 2>3 3>2 | 1 | 1 3",
                "dd | 0>1 1>0 | '' | 0",
                "ddsd | 0>1 1>0 0>2 2>3 3>2 | '' | 2",
            })
    void aWayEndsHere(String kinds, String edges, String known, String ends) {
        List<Hop> stations = new ArrayList<>();
        for (int i = 0; i < kinds.length(); i++) {
            stations.add(hop(kinds.charAt(i) == 's' ? Hop.Kind.STEP : Hop.Kind.DATASET, i));
        }
        Set<Integer> used = known.isEmpty() ? Set.of() : Set.of(Integer.valueOf(known));
        Set<Integer> expected = new TreeSet<>();
        for (String end : ends.split(" ", -1)) {
            expected.add(Integer.valueOf(end));
        }
        assertEquals(expected, Ends.of(stations, edges(edges), used));
    }

    private static Finding finding(List<Hop> path) {
        return new Finding(
                FindingCode.VIOLATION,
                Optional.of(new Location("m.yaml", new Position(1, 1))),
                "what",
                Optional.empty(),
                Optional.of(new Flow("end", Optional.of("begin"), Optional.empty(), Optional.empty(), path)),
                Optional.empty(),
                List.of(),
                "do",
                Optional.empty());
    }

    private static List<Hop> way(int stations) {
        List<Hop> way = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
            way.add(hop(i % 2 == 0 ? Hop.Kind.DATASET : Hop.Kind.STEP, i));
        }
        return way;
    }

    private static String flow(List<Hop> path) {
        return FindingText.path(finding(path)).orElse("");
    }

    @Test
    void aWayIsToldWithTwentyFourStationsAtMost() {
        assertEquals("begin -> end", flow(List.of()));
        assertEquals("n0", flow(way(1)));
        assertEquals(24, flow(way(24)).split(" -> ").length);
        assertTrue(flow(way(25)).contains(" -> n11 -> (1 more) -> n13 -> "), flow(way(25)));
        Hop same = new Hop(Hop.Kind.STEP, "n0", Optional.empty(), Optional.empty());
        assertEquals("n0 -> n1", flow(List.of(hop(Hop.Kind.DATASET, 0), same, hop(Hop.Kind.STEP, 1))));
    }

    @Test
    void aWayThroughOtherModulesNamesEachWhereItBegins() {
        List<Hop> way = new ArrayList<>();
        for (String file : List.of("a!/x.yaml", "a!/y.yaml", "own.yaml", "b!/x.yaml", "a!/x.yaml")) {
            way.add(new Hop(
                    Hop.Kind.DATASET,
                    "n" + way.size(),
                    Optional.empty(),
                    Optional.of(new Location(file, new Position(1, 1)))));
        }
        assertEquals("a: n0 -> n1 -> n2 -> b: n3 -> a: n4", flow(way));
    }

    private static String written(String format, List<Hop> way) {
        GateReport result = new GateReport(
                new GateReport.Subject("small", "strict", Given.AS_OF, 1, 1, 0),
                List.of(finding(way)),
                new GateReport.Totals(1, 0),
                new Completeness(1, 1, 0, 0),
                Verdict.VIOLATED,
                List.of());
        return WrittenReports.text(format, ReportWritersTest.of(result, Workflow.none()));
    }

    @Test
    void programsAreToldFourHundredStationsAtMost() {
        assertEquals(-1, written("json", way(400)).indexOf("pathLeftOut"));
        assertEquals(2, written("json", way(401)).split("\"pathLeftOut\": 1\n").length);
        assertEquals(401, written("sarif", way(401)).split("\"fullyQualifiedName\"").length);
        assertEquals(401, written("sarif", way(400)).split("\"fullyQualifiedName\"").length);
    }

    @ParameterizedTest
    @CsvSource({
        "a/b-c._~, a/b-c._~",
        "azAZ09, azAZ09",
        "' +', %20%2B",
        "\u007f\u0080é, %7F%C2%80%C3%A9",
        "'\ud83d\ude00', %F0%9F%98%80"
    })
    void aPathIsAUri(String path, String uri) {
        assertEquals(uri, SarifReport.uri(path));
    }

    @Test
    void whatIsNotListedIsCounted() {
        GateReport one = Given.check(Given.VIOLATION);
        GateReport cut = new GateReport(
                new GateReport.Subject("small", "strict", Given.AS_OF, 1, 2, 1),
                one.findings().subList(0, 1),
                new GateReport.Totals(4, 1),
                new Completeness(2, 2, 0, 0),
                Verdict.VIOLATED,
                List.of());
        assertEquals(
                one.findings().get(0).text() + "\nand 4 more, not listed\n"
                        + "policy: 4 findings and 1 warning in 1 pipeline, 2 datasets, 1 step;"
                        + " policy small, reading strict, as of 2026-11-22\n",
                cut.text());
        Workflow workflow = Workflow.none().baseline(Baseline.of(ReportWritersTest.of(one, Workflow.none())));
        assertEquals(
                "only the first 1 of 5 findings can be compared with waivers and the baseline",
                ReportWritersTest.of(cut, workflow).workflow().stream()
                        .map(judged -> judged.finding().what())
                        .filter(what -> what.startsWith("only"))
                        .findFirst()
                        .orElse(""));
        GateReport whole = new GateReport(
                new GateReport.Subject("small", "strict", Given.AS_OF, 1, 2, 1),
                one.findings().subList(0, 1),
                new GateReport.Totals(0, 1),
                new Completeness(2, 2, 0, 0),
                Verdict.VIOLATED,
                List.of());
        assertEquals(
                0,
                ReportWritersTest.of(whole, workflow).workflow().stream()
                        .filter(judged -> judged.finding().code() == FindingCode.TOO_MANY_FINDINGS)
                        .count());
    }

    private static String refused(List<dev.datause.DataUsePolicy> policies, List<GateReport> results) {
        return assertThrows(IllegalArgumentException.class, () -> Report.of(policies, results, Workflow.none()))
                .getMessage();
    }

    @Test
    void aReportIsOfOneResultForEachPolicyAsOfOneDay() {
        GateReport strict = Given.check(Given.VIOLATION);
        GateReport later = Gate.of(Given.SMALL_DOCUMENTED, Given.AS_OF.plusDays(1))
                .check(Map.of("m.yaml", Given.bytes(Given.VIOLATION)));
        String number = "results: one for each policy, and at least one";
        assertEquals(number, refused(List.of(), List.of()));
        assertEquals(number, refused(List.of(), List.of(strict)));
        assertEquals(number, refused(List.of(Given.SMALL_STRICT), List.of()));
        String other = "results: each is of the policy at its position, all as of one day";
        assertEquals(other, refused(List.of(Given.SMALL_STRICT, Given.SMALL_DOCUMENTED), List.of(strict, later)));
        assertEquals(other, refused(List.of(Given.SMALL_DOCUMENTED), List.of(strict)));
        assertEquals(other, refused(List.of(Bundled.STRICT), List.of(strict)));
        for (Ending looked : List.of(Ending.PASSED, Ending.VIOLATIONS)) {
            assertEquals(
                    "ending: nothing was looked at",
                    assertThrows(IllegalArgumentException.class, () -> Report.without(looked, "why"))
                            .getMessage());
        }
    }
}
