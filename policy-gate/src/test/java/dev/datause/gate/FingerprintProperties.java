package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.Counterexample;
import dev.datause.Use;
import dev.datause.document.JsonDocument;
import dev.datause.document.Node;
import dev.datause.document.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A fingerprint stays when nothing changed but places, and changes with what the finding is about. */
class FingerprintProperties {
    private static List<String> fingerprints(Map<String, byte[]> documents) {
        GateReport result = Gate.of(Given.SMALL_STRICT, Given.AS_OF).check(documents);
        return Report.of(List.of(Given.SMALL_STRICT), List.of(result), Workflow.none()).findings().stream()
                .map(Judged::fingerprint)
                .sorted()
                .toList();
    }

    @Test
    void linesFormatAndOrderOfDeclarationsDoNotMatter() {
        Tries.of(15, random -> {
            Node manifest = new RandomManifest(random).manifest(4, 10);
            List<String> json = fingerprints(Map.of("m.json", Given.bytes(JsonDocument.write(manifest))));
            assertEquals(json, fingerprints(Map.of("m.json", Given.bytes("\n\n" + JsonDocument.write(manifest)))));
            assertEquals(json, fingerprints(Map.of("z/other.yaml", Given.bytes(RandomManifest.yaml(manifest)))));
            assertEquals(json, fingerprints(Map.of("m.json", Given.bytes(JsonDocument.write(turned(manifest))))));
        });
    }

    /** Datasets and pipelines in the opposite order. */
    private static Node turned(Node manifest) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : ((Node.Members) manifest).entries()) {
            Node value = entry.value();
            if (value instanceof Node.Items items) {
                List<Node> turned = new ArrayList<>(items.items());
                Collections.reverse(turned);
                value = new Node.Items(items.at(), turned);
            }
            entries.add(new Node.Entry(entry.key(), entry.keyAt(), value));
        }
        return new Node.Members(manifest.at(), entries);
    }

    @Test
    void noTwoFindingsOfAReportHaveTheSame() {
        Tries.of(15, random -> {
            Node manifest = new RandomManifest(random).manifest(4, 10);
            List<String> all = fingerprints(Map.of("m.json", Given.bytes(JsonDocument.write(manifest))));
            assertEquals(all.size(), all.stream().distinct().count(), all.toString());
            assertTrue(all.stream().allMatch(Fingerprint::wellFormed), all.toString());
        });
    }

    @Test
    void theRequestOfAWitnessIsDecidedAsTheWitness() {
        Tries.of(15, random -> {
            Node manifest = new RandomManifest(random).manifest(4, 10);
            GateReport result = Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                    .check(Map.of("m.json", Given.bytes(JsonDocument.write(manifest))));
            for (Finding finding : result.findings()) {
                finding.witness().ifPresent(FingerprintProperties::replayed);
            }
        });
    }

    private static void replayed(Counterexample witness) {
        byte[] line = Given.bytes(JsonDocument.write(witness.request()));
        Use use = RequestReader.of(Given.SMALL.vocabulary()).read(line).use();
        assertEquals(witness.use().member(), use.member());
        assertEquals(witness.decision(), Given.SMALL_STRICT.decide(use));
    }

    private static Finding finding(List<Hop> path, String rule) {
        return new Finding(
                FindingCode.VIOLATION,
                Optional.of(new Location("a.yaml", new Position(3, 4))),
                "what",
                Optional.of("snippet"),
                Optional.of(
                        new Flow("train", Optional.of("raw"), Optional.of("profile"), Optional.of("training"), path)),
                Optional.empty(),
                List.of(new Reason(Optional.of(rule), "says", List.of(), Optional.empty(), Optional.empty())),
                "do",
                Optional.empty());
    }

    private static Hop hop(Hop.Kind kind, String name) {
        return new Hop(kind, name, Optional.empty(), Optional.empty());
    }

    @Test
    void aFingerprintIsTheSameForEver() {
        List<Hop> straight = List.of(hop(Hop.Kind.DATASET, "raw"), hop(Hop.Kind.STEP, "train"));
        List<Hop> around = List.of(
                hop(Hop.Kind.DATASET, "raw"),
                hop(Hop.Kind.STEP, "clean"),
                hop(Hop.Kind.DATASET, "clean"),
                hop(Hop.Kind.STEP, "train"));
        assertEquals("DU001-48158d803a460b3cf24d1a99", finding(straight, "r").fingerprint());
        assertEquals("DU001-d073feead2b3973c65dfd3e9", finding(around, "r").fingerprint());
        assertEquals(
                finding(straight, "r").fingerprint(), finding(List.of(), "r").fingerprint());
        assertNotEquals(
                finding(straight, "r").fingerprint(), finding(straight, "s").fingerprint());
    }

    @Test
    void everythingThatTheFindingIsAboutGoesIn() {
        Map<String, String> all = new TreeMap<>();
        String first = Given.check(Given.VIOLATION).findings().get(0).fingerprint();
        for (String changed : List.of(
                Given.VIOLATION.replace("name: train", "name: other"),
                Given.VIOLATION.replace("inbox.raw", "inbox.clean"),
                Given.VIOLATION.replace("purpose: training", "purpose: ads"),
                Given.VIOLATION.replace("[message,", "[profile,"))) {
            String fingerprint = Given.check(changed).findings().get(0).fingerprint();
            assertNotEquals(first, fingerprint, changed);
            assertEquals(null, all.put(fingerprint, changed));
        }
    }
}
