package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.Ground;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.document.Limits;
import dev.datause.document.Position;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Parts of the gate that are too small for a test class each: numbers, names, ends of ways, grounds in words. */
class SmallPartsTest {
    private static Hop hop(Hop.Kind kind, String name) {
        return new Hop(kind, name, Optional.empty(), Optional.empty());
    }

    private static List<Hop> way(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> hop(Hop.Kind.DATASET, "d" + i))
                .toList();
    }

    @Test
    void aWayThatIsShortEnoughIsNotCutAndOfALongerOneTheEndsAreLeft() {
        for (int most = 2; most <= 7; most++) {
            for (int length = 0; length <= 12; length++) {
                List<Hop> path = way(length);
                List<Hop> ends = PathEnds.of(path, most);
                if (length <= most) {
                    assertEquals(path, ends);
                } else {
                    assertEquals(most / 2 * 2, ends.size());
                    assertEquals(path.subList(0, most / 2), ends.subList(0, most / 2));
                    assertEquals(path.subList(length - most / 2, length), ends.subList(most / 2, ends.size()));
                }
            }
        }
    }

    @Test
    void equalThingsHaveOneNumber() {
        Numbered<String> numbered = new Numbered<>();
        assertEquals(0, numbered.size());
        assertEquals(0, numbered.of("a"));
        assertEquals(1, numbered.of("b"));
        assertEquals(0, numbered.of("a"));
        assertEquals(2, numbered.size());
        assertEquals("b", numbered.get(1));
    }

    @Test
    void aPortIsCalledByItsDatasetAndItsField() {
        assertEquals("raw", Port.of("raw").toString());
        assertEquals("raw#born", new Port("raw", Optional.of("born")).toString());
    }

    @Test
    void ofTwoVerdictsTheWorseWins() {
        for (Verdict one : Verdict.values()) {
            for (Verdict other : Verdict.values()) {
                assertEquals(Collections.max(List.of(one, other)), one.and(other));
            }
        }
    }

    @Test
    void watchesAloneAreSomethingAndNoneIsNothing() {
        assertEquals(List.of(), Waivers.none().waivers());
        assertEquals(List.of(), Waivers.none().watches());
        assertTrue(Workflow.none().isEmpty());
        Waivers watches = Waivers.read(
                "w.yaml",
                Given.bytes(
                        "format: 1\nwatches: [{rule: no-stories, reason: it is new, owner: o, until: 2026-12-31}]\n"),
                Limits.STANDARD);
        assertFalse(Workflow.none().waivers(watches).isEmpty());
    }

    @Test
    void onlyTheNamesThatASummaryBringsAreItsOwn() {
        Imported imported = new Imported();
        String name = imported.name();
        assertTrue(Imported.is(name));
        assertFalse(Imported.is(""));
        assertFalse(Imported.is("source 0"));
        imported.way(name, List.of(hop(Hop.Kind.DATASET, "inbox")), "shared");
        assertEquals(List.of(), imported.whole(List.of()));
        assertEquals(way(2), imported.whole(way(2)));
        assertEquals(
                List.of(hop(Hop.Kind.DATASET, "inbox"), hop(Hop.Kind.DATASET, "shared")),
                imported.whole(List.of(
                        hop(Hop.Kind.DATASET, name),
                        hop(Hop.Kind.STEP, name + " 0"),
                        hop(Hop.Kind.DATASET, "shared"))));
        assertEquals("inbox", imported.shown(dataset(name)).name().value());
        Dataset own = dataset("own");
        assertSame(own, imported.shown(own));
    }

    private static Dataset dataset(String name) {
        return new Dataset(
                new Stated<>(name, new Location("m.yaml", Position.START)),
                Dataset.Origin.STATED,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Policy.Rule rule(Policy policy, String id) {
        return policy.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGroundIsToldByItsRuleWhetherItPermitsOrDenies() {
        Reasons reasons = new Reasons(Given.SMALL);
        assertEquals(
                new Reason(
                        Optional.of("ads-by-the-owner"),
                        "Profiles may choose ads.",
                        List.of(),
                        Optional.of("source.txt"),
                        Optional.of("may choose ads")),
                new Ground.Granted(rule(Given.SMALL, "ads-by-the-owner")).accept(reasons));
        assertEquals(
                new Reason(
                        Optional.of("no-stories"),
                        "Stories stay where they are.",
                        List.of(),
                        Optional.of("source.txt"),
                        Optional.of("stories stay")),
                new Ground.Prohibited(rule(Given.SMALL, "no-stories")).accept(reasons));
    }

    @Test
    void theFullStopOfARemedyIsLeftOut() {
        Policy without = PolicyJson.read(
                "p.json", Given.bytes(PolicyJson.write(Given.SMALL).replace("Drop stories.", "Drop stories")));
        for (Policy policy : List.of(Given.SMALL, without)) {
            assertEquals(
                    Optional.of("Drop stories"), Reasons.remedy(new Ground.Prohibited(rule(policy, "no-stories"))));
            assertEquals(Optional.empty(), Reasons.remedy(new Ground.Prohibited(rule(policy, "setting-off"))));
        }
    }

    @Test
    void aBreakerSaysHowDataStopsBeingAMembers() {
        for (String method : List.of("aggregation, minimumGroup: 20", "anonymisation")) {
            String yaml =
                    "format: 1\nsteps: [{name: s, inputs: [a], outputs: [b], breaks: [{categories: [message], method: "
                            + method + ", owner: o, reason: r}]}]\n";
            Metadata metadata = new ManifestReader().read("m.yaml", Given.bytes(yaml), Given.SMALL, Limits.STANDARD);
            assertEquals(
                    method.startsWith("agg") ? Breaker.Method.AGGREGATION : Breaker.Method.ANONYMISATION,
                    metadata.steps().get(0).breakers().get(0).value().method());
        }
    }
}
