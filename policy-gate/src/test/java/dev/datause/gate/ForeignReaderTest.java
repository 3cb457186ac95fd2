package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.Policy;
import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What only the readers of others can say: the gate takes nothing for granted that its own reader would have refused. */
class ForeignReaderTest {
    private static final Location AT = new Location("a.foreign", Position.START);

    private record Reader(Metadata metadata) implements MetadataReader {
        @Override
        public boolean reads(String name) {
            return name.endsWith(".foreign");
        }

        @Override
        public Metadata read(String name, byte[] bytes, Policy policy, Limits limits) {
            return metadata;
        }
    }

    private static <T> Stated<T> stated(T value) {
        return new Stated<>(value, AT);
    }

    private static Dataset dataset(String name) {
        return new Dataset(
                stated(name),
                Dataset.Origin.UNSTATED,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Step step(String name, Optional<Step.PolicyCall> call, List<Breaker> breakers) {
        return new Step(
                stated(name),
                false,
                List.of(),
                Optional.empty(),
                List.of(stated(Port.of("a"))),
                List.of(stated(Port.of("b"))),
                List.of(),
                List.of(),
                call.map(ForeignReaderTest::stated),
                breakers.stream().map(ForeignReaderTest::stated).toList(),
                Optional.empty());
    }

    private static Breaker breaker(String owner, String reason) {
        return new Breaker(
                List.of(stated("data")),
                Breaker.Method.ANONYMISATION,
                OptionalInt.empty(),
                owner,
                reason,
                Optional.empty());
    }

    private static GateReport check(List<Dataset> datasets, List<Step> steps, List<Stated<String>> ignored) {
        Document document = JsonDocument.read("a.foreign", Given.bytes("{}"), Limits.STANDARD);
        return Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                .reader(new Reader(new Metadata(document, datasets, steps, ignored)))
                .check(Map.of("a.foreign", Given.bytes("{}")));
    }

    @Test
    void aBreakerWithoutAnOwnerOrAReasonAndACallForNothingCountAsNone() {
        GateReport report = check(
                List.of(dataset("a"), dataset("b")),
                List.of(
                        step("nobody", Optional.empty(), List.of(breaker(" ", "r"))),
                        step("nothing", Optional.empty(), List.of(breaker("o", ""))),
                        step("calls", Optional.of(new Step.PolicyCall("small", "strict", Optional.empty())), List.of()),
                        step("sound", Optional.empty(), List.of(breaker("o", "r")))),
                List.of(stated("macro x"), stated("macro y")));
        assertEquals("""
                [DU006] a.foreign:1:1  step 'calls' calls the policy and does not say what for
                 | {}
                 | ^
                  do       say what it uses the data for: training, ads   (docs/findings/DU006.md)
                [DU015] a.foreign:1:1  no manifest declares a pipeline or another use
                 | {}
                 | ^
                  do       declare the pipelines that use members' data   (docs/findings/DU015.md)
                [DU023] a.foreign:1:1  a breaker of step 'nobody' has no owner or no reason; it stops nothing
                 | {}
                 | ^
                  do       have its owner look at it again and say until when it holds, or remove it   (docs/findings/DU023.md)
                [DU023] a.foreign:1:1  a breaker of step 'nothing' has no owner or no reason; it stops nothing
                 | {}
                 | ^
                  do       have its owner look at it again and say until when it holds, or remove it   (docs/findings/DU023.md)
                policy: 4 findings in 0 pipelines, 2 datasets, 4 steps; policy small, reading strict, as of 2026-11-22
                """, report.text());
        assertEquals(new Completeness(7, 5, 2, 0), report.completeness());
        assertEquals(report.summary(), report.toString());
    }

    private static Step use(boolean pipeline, List<String> purposes, List<Breaker> breakers) {
        return new Step(
                stated("uses"),
                pipeline,
                purposes.stream().map(ForeignReaderTest::stated).toList(),
                Optional.of(stated("owner")),
                List.of(stated(Port.of("a"))),
                List.of(),
                List.of(),
                List.of(),
                breakers.isEmpty()
                        ? Optional.of(stated(new Step.PolicyCall("small", "strict", Optional.empty())))
                        : Optional.empty(),
                breakers.stream().map(ForeignReaderTest::stated).toList(),
                Optional.empty());
    }

    @Test
    void aCallIsForWhatItsStepIsFor() {
        Dataset clean = new Dataset(
                stated("a"),
                Dataset.Origin.STATED,
                List.of(stated(new Dataset.Content("profile", Optional.empty()))),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        GateReport used = check(List.of(clean), List.of(use(false, List.of("ads"), List.of())), List.of());
        assertEquals(List.of(), Given.codes(used), used.text());
        GateReport unsaid = check(List.of(clean), List.of(use(true, List.of(), List.of())), List.of());
        assertEquals(
                1,
                unsaid.findings().stream()
                        .filter(finding -> finding.code() == FindingCode.NO_PURPOSE)
                        .count(),
                unsaid.text());
    }

    @Test
    void aBreakerThatCountsAsNoneStopsNothing() {
        List<Dataset> datasets = List.of(
                new Dataset(
                        stated("a"),
                        Dataset.Origin.STATED,
                        List.of(stated(new Dataset.Content("message", Optional.empty()))),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                new Dataset(
                        stated("b"),
                        Dataset.Origin.DERIVED,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(stated(new Tag("training", Optional.empty())))));
        GateReport stopped =
                check(datasets, List.of(step("stops", Optional.empty(), List.of(breaker("o", "r")))), List.of());
        assertEquals(List.of(), Given.codes(stopped), stopped.text());
        for (Breaker nobody : List.of(breaker(" ", "r"), breaker("o", " "))) {
            GateReport report = check(datasets, List.of(step("stops", Optional.empty(), List.of(nobody))), List.of());
            assertTrue(Given.codes(report).contains(FindingCode.VIOLATION), report.text());
        }
    }

    @Test
    void whatIsCalledLikeSomethingOfAnotherModuleIsRefusedAndNotPassedOver() {
        Port hidden = Port.of("\u0000source 0");
        Step reads = step("reads", Optional.empty(), List.of());
        for (Step step : List.of(
                step("\u0000exposure", Optional.empty(), List.of()),
                with(reads, List.of(stated(hidden)), List.of(), List.of()),
                with(reads, List.of(), List.of(stated(hidden)), List.of()),
                with(reads, List.of(), List.of(), List.of(new Step.Derivation(stated(hidden), List.of()))),
                with(
                        reads,
                        List.of(),
                        List.of(),
                        List.of(new Step.Derivation(stated(Port.of("b")), List.of(stated(hidden))))))) {
            for (List<Step> steps : List.of(List.of(step), List.of(reads, step), List.of(step, reads))) {
                assertEquals(
                        HIDDEN,
                        check(List.of(dataset("a"), dataset("b")), steps, List.of())
                                .text());
            }
        }
        assertEquals(
                HIDDEN, check(List.of(dataset("\u0000")), List.of(), List.of()).text());
        String exposure = DbtGiven.VIOLATION.replace("exposure.shop.assistant", "\\u0000");
        GateReport dbt = Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                .reader(DbtReader.of(DbtMapping.standard()))
                .check(Map.of(
                        "manifest.json",
                        Given.bytes(exposure),
                        "m.yaml",
                        Given.bytes("format: 1\ndatasets: [{name: a, noMemberData: a, purpose: ads}]")));
        assertEquals(List.of(FindingCode.REFUSED_MANIFEST), Given.codes(dbt), dbt.text());
        assertEquals(Verdict.COULD_NOT_CHECK, dbt.verdict());
    }

    private static final String HIDDEN = """
            [DU017] a.foreign:1:1  the manifest is refused: a name begins with the character U+0000
             | {}
             | ^
              do       correct the manifest   (docs/findings/DU017.md)
            policy: 1 finding in 0 pipelines, 0 datasets, 1 of 1 manifests and inputs not checked; policy small, reading strict, as of 2026-11-22
            """;

    private static Step with(
            Step step, List<Stated<Port>> inputs, List<Stated<Port>> outputs, List<Step.Derivation> derivations) {
        return new Step(
                step.name(),
                step.pipeline(),
                step.purposes(),
                step.recipient(),
                inputs,
                outputs,
                derivations,
                step.guards(),
                step.call(),
                step.breakers(),
                step.runs());
    }

    @Test
    void nothingThatIsReadIsNothingThatIsChecked() {
        GateReport none = Gate.of(Given.SMALL_STRICT, Given.AS_OF).check(Map.of());
        assertEquals("""
                [DU015] no manifest was read, so nothing was checked
                  do       declare the pipelines that use members' data   (docs/findings/DU015.md)
                policy: 1 finding in 0 pipelines, 0 datasets; policy small, reading strict, as of 2026-11-22
                """, none.text());
        assertEquals(new Completeness(0, 0, 0, 0), none.completeness());
        assertEquals(Verdict.COULD_NOT_CHECK, none.verdict());
    }

    @Test
    void aFindingIsItsText() {
        Finding finding = Given.check("format: 2").findings().get(0);
        assertEquals(finding.text(), finding.toString());
        Report report = ReportWritersTest.of(Given.check("format: 2"), Workflow.none());
        Judged judged = report.findings().get(0);
        assertEquals(finding.text() + "\n  id       " + judged.fingerprint(), judged.text());
        assertEquals(judged.text(), judged.toString());
        assertEquals("could-not-check", report.toString());
    }

    @Test
    void whatAReaderRefusesWithoutAHintHasOne() {
        Problems problems = Problems.of(JsonDocument.read("b.foreign", Given.bytes("{}"), Limits.STANDARD));
        problems.add(DocumentCode.UNREADABLE, Position.START, "it is gone");
        problems.add(FindingCode.UNMAPPED_WORD, Position.START, "it is no word");
        problems.add(FindingCode.UNMATCHED_RULE, Position.START, "it matches nothing", "take it away");
        problems.add(DocumentCode.EMPTY, Position.START, "it is empty", "fill it");
        DocumentException refused = problems.exception();
        GateReport report = Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                .reader(new MetadataReader() {
                    @Override
                    public boolean reads(String name) {
                        return name.endsWith(".foreign");
                    }

                    @Override
                    public Metadata read(String name, byte[] bytes, Policy policy, Limits limits) {
                        throw refused;
                    }
                })
                .check(Map.of("b.foreign", Given.bytes("{}")));
        assertEquals("""
                [DU017] b.foreign:1:1  the manifest is refused: it is empty; fill it [DP012]
                 | {}
                 | ^
                  do       correct the manifest   (docs/findings/DU017.md)
                [DU017] b.foreign:1:1  the manifest is refused: it is gone [DP001]
                 | {}
                 | ^
                  do       make the file readable, or take it off the list of manifests   (docs/findings/DU017.md)
                [DU031] b.foreign:1:1  it matches nothing
                 | {}
                 | ^
                  do       take it away   (docs/findings/DU031.md)
                [DU032] b.foreign:1:1  it is no word
                 | {}
                 | ^
                  do       write it as the mapping has it   (docs/findings/DU032.md)
                policy: 4 findings in 0 pipelines, 0 datasets, 1 of 1 manifests and inputs not checked; policy small, reading strict, as of 2026-11-22
                """, report.text());
        CouldNotCheckException unable = assertThrows(CouldNotCheckException.class, report::throwUnlessPassed);
        assertEquals(report.text(), unable.getMessage());
    }

    @Test
    void smallThingsAreWhatTheySay() {
        for (int[] wrong : new int[][] {{0, -1, 1, 0}, {0, 1, -1, 0}, {0, 1, 0, -1}, {3, 1, 1, 0}, {1, 1, 1, 0}}) {
            assertEquals(
                    "seen: is the sum of the others",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> new Completeness(wrong[0], wrong[1], wrong[2], wrong[3]))
                            .getMessage());
        }
        assertEquals(6, new Completeness(6, 1, 2, 3).seen());
        assertEquals(
                List.of(true, true, false, false, false),
                java.util.Arrays.stream(Ending.values()).map(Ending::good).toList());
        assertEquals(Verdict.VIOLATED, Verdict.PASSED.and(Verdict.VIOLATED));
        assertEquals(Verdict.COULD_NOT_CHECK, Verdict.COULD_NOT_CHECK.and(Verdict.PASSED));
        assertEquals("small.yaml", DbtMapping.of("small.yaml", new byte[0]).toString());
        Location place = new Location("a\u001b", new Position(1, 2), Optional.of("b\u001b"));
        assertEquals("a\\u001b:1:2 (b\\u001b)", place.toString());
        assertEquals("a:1:2", new Location("a", new Position(1, 2)).toString());
        assertEquals(1, Integer.signum(place.compareTo(new Location("a\u001b", new Position(1, 2)))));
        assertEquals(-1, Integer.signum(AT.compareTo(new Location("a.foreign", new Position(1, 2)))));
        assertEquals(
                "until: lies before from",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Window(Optional.of(Given.AS_OF), Optional.of(Given.AS_OF.minusDays(1))))
                        .getMessage());
        assertEquals(
                Given.AS_OF,
                new Window(Optional.of(Given.AS_OF), Optional.of(Given.AS_OF))
                        .until()
                        .orElseThrow());
        assertEquals(
                "asOf: a day lies in the years 1900 to 2200",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Gate.of(Given.SMALL_STRICT, java.time.LocalDate.of(2201, 1, 1)))
                        .getMessage());
    }

    private static void aggregation(String refusal, List<Stated<String>> categories, OptionalInt group) {
        assertEquals(
                refusal,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Breaker(
                                        categories, Breaker.Method.AGGREGATION, group, "o", "r", Optional.empty()))
                        .getMessage());
    }

    @Test
    void anAggregationIsOfGroups() {
        List<Stated<String>> data = List.of(stated("data"));
        aggregation("categories: names none", List.of(), OptionalInt.of(2));
        aggregation("minimumGroup: an aggregation has one of at least 2", data, OptionalInt.of(1));
        aggregation("minimumGroup: an aggregation has one of at least 2", data, OptionalInt.empty());
        Breaker two = new Breaker(data, Breaker.Method.AGGREGATION, OptionalInt.of(2), "o", "r", Optional.empty());
        assertEquals(OptionalInt.of(2), two.minimumGroup());
        assertEquals(OptionalInt.empty(), breaker("o", "r").minimumGroup());
    }

    @Test
    void aRecipientThatNobodyKnowsIsNotCheckedThoughNoPurposeIsStated() {
        String yaml = """
                format: 1
                datasets: [{name: raw, categories: [profile]}]
                pipelines: [{name: p, recipient: RECIPIENT, inputs: [raw]}]
                """;
        assertEquals(
                0,
                Given.check(yaml.replace("RECIPIENT", "owner")).completeness().couldNotCheck());
        assertEquals(
                1,
                Given.check(yaml.replace("RECIPIENT", "nobody")).completeness().couldNotCheck());
    }

    @Test
    void whatAFieldHoldsIsWhatIsDeclaredOfItAndOfItsDataset() {
        String yaml = """
                format: 1
                datasets:
                  - name: raw
                    collected: {from: 2026-06-01}
                    CATEGORIES
                    fields: [{name: id, categories: [profile]}, {name: plain, noMemberData: x}]
                pipelines: [{name: p, purpose: ads, recipient: owner, inputs: [INPUT], runs: {from: 2026-01-01, until: 2026-01-31}}]
                """;
        String fieldsAlone = yaml.replace("    CATEGORIES\n", "");
        String both = yaml.replace("CATEGORIES", "categories: [message]");
        List<FindingCode> tooEarly = List.of(FindingCode.NO_DAYS);
        for (String input : List.of("raw", "{dataset: raw, field: id}")) {
            assertEquals(tooEarly, Given.codes(fieldsAlone.replace("INPUT", input)));
            assertEquals(tooEarly, Given.codes(both.replace("INPUT", input)));
        }
        String plain = "{dataset: raw, field: plain}";
        assertEquals(List.of(), Given.codes(fieldsAlone.replace("INPUT", plain)));
        assertEquals(tooEarly, Given.codes(both.replace("INPUT", plain)));
    }
}
