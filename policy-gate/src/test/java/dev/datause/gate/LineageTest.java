package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Use;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineageTest {
    private static final String ADULT_PROFILES = """
            format: 1
            datasets:
              - name: raw
                categories: [profile]
                collected: {from: 2025-11-03}
                members: {all: [{not: {flag: minor}}, {age: {atLeast: 18, at: collection}}, {not: {located: {in: [south], at: use}}}]}
              - {name: clean, derived: true}
              - {name: shared, derived: true}
            """;
    private static final String ON = "{setting: {name: improve, is: on, at: use, onCounts: next-day}}";
    private static final String TRAIN = """
            pipelines:
              - {name: train, purpose: training, recipient: owner, inputs: [shared]}
            """;

    private static GateReport steps(String steps) {
        return Given.check(ADULT_PROFILES + "steps:\n" + steps + TRAIN);
    }

    private static String way(GateReport report) {
        return report.findings().get(0).flow().orElseThrow().path().stream()
                .map(Hop::toString)
                .reduce((a, b) -> a + " -> " + b)
                .orElse("");
    }

    @Test
    void aGuardFurtherUpCountsAndOneThatIsMissingIsFoundWithTheWayThere() {
        GateReport safe = steps("""
                  - {name: clean-up, inputs: [raw], outputs: [clean], guards: [ON]}
                  - {name: share, inputs: [clean], outputs: [shared]}
                """.replace("ON", ON));
        assertEquals(Verdict.PASSED, safe.verdict(), safe.text());
        GateReport report = steps("""
                  - {name: clean-up, inputs: [raw], outputs: [clean]}
                  - {name: share, inputs: [clean], outputs: [shared]}
                """);
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(report), report.text());
        assertEquals("raw -> clean-up -> clean -> share -> shared -> train", way(report));
        assertTrue(report.text().contains("pipeline 'train' lets profile of 'raw' reach training"), report.text());
        assertTrue(report.text().contains("\n  flow     raw -> clean-up -> clean -> share -> shared -> train\n"));
        assertTrue(report.text().contains("or drop 'shared' from the inputs"), report.text());
        assertEquals(
                "policy: 1 finding in 1 pipeline, 3 datasets, 2 steps; policy small, reading strict, as of 2026-11-22",
                report.summary());
        assertEquals(new Completeness(4, 4, 0, 0), report.completeness());
    }

    @Test
    void y21WhatAGuardTookOutComesBackWhereRawDataJoins() {
        GateReport report = steps("""
                  - {name: clean-up, inputs: [raw], outputs: [clean], guards: [ON]}
                  - {name: share, inputs: [clean], outputs: [shared]}
                  - {name: shortcut, inputs: [raw], outputs: [shared]}
                """.replace("ON", ON));
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(report), report.text());
        assertEquals("raw -> shortcut -> shared -> train", way(report));
    }

    @Test
    void aCallFurtherUpForTheSameUseMakesItSafeAndOneForAnotherUseNarrowsExactly() {
        String call = """
                  - {name: share, inputs: [raw], outputs: [shared], guard: {policy: small, reading: strict, purpose: PURPOSE, recipient: owner}}
                """;
        assertEquals(Verdict.PASSED, steps(call.replace("PURPOSE", "training")).verdict());
        GateReport other = steps(call.replace("PURPOSE", "ads"));
        assertEquals(Verdict.PASSED, other.verdict(), "what ads may use of these, training may: " + other.text());
        GateReport reverse = Given.check((ADULT_PROFILES + "steps:\n" + call + TRAIN)
                .replace("PURPOSE", "training")
                .replace(
                        "purpose: training, recipient: owner, inputs: [shared]",
                        "purpose: ads, recipient: owner, inputs: [shared]"));
        assertEquals(Verdict.PASSED, reverse.verdict(), reverse.text());
        GateReport group = Given.check((ADULT_PROFILES + "steps:\n" + call + TRAIN)
                .replace("PURPOSE", "training")
                .replace(
                        "purpose: training, recipient: owner, inputs: [shared]",
                        "purpose: ads, recipient: group, inputs: [shared]"));
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(group));
        Use witness = group.findings().get(0).witness().orElseThrow().use();
        assertTrue(Given.SMALL_STRICT.isPermitted(Use.of(witness.member())
                .purpose(Purpose.of("training"))
                .recipient(Recipient.of("owner"))
                .category(witness.category().orElseThrow())
                .collected(witness.collected().orElseThrow())
                .used(witness.used())));
    }

    @Test
    void theGuardThatAFindingOffersMakesItPass() {
        String yaml = ADULT_PROFILES + """
                steps:
                  - {name: share, inputs: [raw], outputs: [shared]}
                """ + TRAIN;
        Fix fix = Given.check(yaml).findings().get(0).fix().orElseThrow();
        assertEquals("m.yaml:12:12", fix.at().orElseThrow().toString());
        assertFalse(fix.guard().contains("\n"), fix.guard());
        GateReport fixed =
                Given.check(yaml.replace("inputs: [shared]}", "inputs: [shared], guards: [" + fix.guard() + "]}"));
        assertEquals(Verdict.PASSED, fixed.verdict(), fixed.text());
    }
}
