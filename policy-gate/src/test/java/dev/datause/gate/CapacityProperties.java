package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is too much is never a pass: with any capacity, however small, the gate loses nothing that it finds with the usual one. */
class CapacityProperties {
    private static final Gate GATE = Gate.of(Given.SMALL_STRICT, Given.AS_OF);

    private static Capacity.Proof proof(RandomGenerator random) {
        return new Capacity.Proof(
                few(random),
                few(random),
                few(random),
                few(random),
                few(random),
                few(random) * 5L,
                few(random) * 5L,
                few(random));
    }

    /** Next to nothing, or as good as everything. */
    private static int few(RandomGenerator random) {
        return random.nextBoolean() ? 1 << 20 : random.nextInt(5);
    }

    private static Map<String, byte[]> manifest(RandomLineage lineage) {
        return Map.of("m.json", Given.bytes(lineage.json()));
    }

    private static Gate with(Capacity.Proof proof) {
        return GATE.capacity(new Capacity(proof, Capacity.Shown.STANDARD));
    }

    /** The flows that findings of this kind tell of. */
    private static Stream<Flow> flows(GateReport report, FindingCode code) {
        return report.findings().stream()
                .filter(finding -> finding.code() == code)
                .map(finding -> finding.flow().orElseThrow());
    }

    /** Who uses data for what although that is denied. */
    private static Set<String> denied(GateReport report) {
        return flows(report, FindingCode.VIOLATION)
                .map(flow -> flow.pipeline() + " for " + flow.purpose().orElseThrow())
                .collect(Collectors.toSet());
    }

    @Test
    void aUseThatIsDeniedIsShownOrCouldNotBeChecked() {
        int[] outcomes = new int[2];
        Tries.of(100, random -> {
            RandomLineage lineage = new RandomLineage(random).fill(3, 3, 5, 3);
            GateReport whole = GATE.check(manifest(lineage));
            Capacity.Proof proof = proof(random);
            GateReport less = with(proof).check(manifest(lineage));
            String told = proof + "\n" + lineage.json() + "\n" + whole.text() + "\n" + less.text();
            Set<String> givenUp =
                    flows(less, FindingCode.TOO_LARGE).map(Flow::pipeline).collect(Collectors.toSet());
            Set<String> lost = denied(whole);
            lost.removeAll(denied(less));
            lost.removeIf(use -> givenUp.contains(use.substring(0, use.indexOf(' '))));
            assertEquals(Set.of(), lost, told);
            if (less.verdict() == Verdict.PASSED) {
                assertEquals(Verdict.PASSED, whole.verdict(), told);
                assertEquals(Set.of(), givenUp, told);
            }
            outcomes[0] += givenUp.isEmpty() ? 0 : 1;
            outcomes[1] += denied(whole).isEmpty() ? 0 : 1;
        });
        assertTrue(!Tries.ENOUGH || (outcomes[0] > 20 && outcomes[1] > 20), outcomes[0] + " " + outcomes[1]);
    }

    @Test
    void whatIsRememberedOrPutTogetherAtATimeChangesNoReport() {
        Capacity.Proof standard = Capacity.Proof.STANDARD;
        Tries.of(40, random -> {
            RandomLineage lineage = new RandomLineage(random).fill(3, 3, 5, 3);
            Capacity.Proof less = new Capacity.Proof(
                    standard.taints(),
                    standard.ways(),
                    standard.waysCompared(),
                    few(random),
                    few(random),
                    standard.kept(),
                    standard.work(),
                    standard.fieldEdges());
            assertEquals(
                    GATE.check(manifest(lineage)).text(),
                    with(less).check(manifest(lineage)).text(),
                    less + lineage.json());
        });
    }

    @Test
    void whatIsNotToldCountsAllTheSame() {
        int[] shorter = new int[1];
        Tries.of(60, random -> {
            RandomLineage lineage = new RandomLineage(random).fill(3, 3, 5, 3);
            Capacity.Shown shown = new Capacity.Shown(few(random), few(random), few(random), few(random));
            GateReport whole = GATE.check(manifest(lineage));
            GateReport less =
                    GATE.capacity(new Capacity(Capacity.Proof.STANDARD, shown)).check(manifest(lineage));
            String told = shown + "\n" + lineage.json() + "\n" + whole.text() + "\n" + less.text();
            assertEquals(whole.verdict(), less.verdict(), told);
            assertEquals(whole.total(), less.total(), told);
            // What is not looked for is not compared with what was told already.
            assertTrue(whole.warnings() <= less.warnings(), told);
            assertEquals(whole.completeness(), less.completeness(), told);
            for (Reach reach : less.reaches()) {
                assertTrue(
                        reach.stations().size() <= shown.stations()
                                && reach.edges().size() <= shown.edges(),
                        told);
                assertEquals(!reach.whole(), !whole.reaches().contains(reach), told);
            }
            shorter[0] += less.findings().size() < whole.findings().size() ? 1 : 0;
        });
        assertTrue(!Tries.ENOUGH || shorter[0] > 5, shorter[0] + " said less");
    }

    @Test
    void whatAModuleCouldNotTellIsNoPassInAnother() {
        int[] outcomes = new int[2];
        Tries.of(100, random -> {
            RandomLineage upstream = new RandomLineage(random).fill(3, 2, 4, 0);
            upstream.datasets.forEach(dataset -> dataset.tag = Optional.empty());
            Capacity.Proof proof = proof(random);
            Map<String, byte[]> above = manifest(upstream);
            Map<String, byte[]> below = Map.of("use.yaml", Given.bytes("""
                    format: 1
                    pipelines:
                      - {name: train, purpose: training, recipient: owner, inputs: [d3, d4]}
                    """));
            GateReport whole = GATE.summary("a", summary(GATE, above)).check(below);
            byte[] summary = summary(with(proof), above);
            GateReport less = GATE.summary("a", summary).check(below);
            String told = proof + "\n" + upstream.json() + "\n" + whole.text() + "\n" + less.text();
            if (whole.verdict() != Verdict.PASSED) {
                assertNotEquals(Verdict.PASSED, less.verdict(), told);
            }
            outcomes[0] += whole.verdict() == Verdict.VIOLATED ? 1 : 0;
            outcomes[1] += whole.verdict() == Verdict.VIOLATED && less.verdict() == Verdict.COULD_NOT_CHECK ? 1 : 0;
        });
        assertTrue(!Tries.ENOUGH || (outcomes[0] > 20 && outcomes[1] > 5), outcomes[0] + " " + outcomes[1]);
    }

    private static byte[] summary(Gate gate, Map<String, byte[]> documents) {
        return Given.bytes(gate.summarize(documents, "a").orElseThrow());
    }
}
