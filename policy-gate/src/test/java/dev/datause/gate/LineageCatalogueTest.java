package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad lineage and what must come of it. */
class LineageCatalogueTest {
    private static final String BASE = """
            format: 1
            datasets:
              - {name: raw, categories: [message]}
              - {name: counts, derived: true}
            steps:
              - {name: count, inputs: [raw], outputs: [counts]}
            pipelines:
              - {name: train, purpose: training, recipient: owner, inputs: [counts]}
            """;
    private static final String BREAKS =
            "outputs: [counts], breaks: [{categories: [CATEGORY], method: aggregation, minimumGroup: 20, owner: Ana, reason: only counts leaveUNTIL}]}";

    private static String broken(String category, String until) {
        return BASE.replace(
                "outputs: [counts]}", BREAKS.replace("CATEGORY", category).replace("UNTIL", until));
    }

    private static void only(FindingCode code, Verdict verdict, String yaml) {
        GateReport report = Given.check(yaml);
        assertEquals(List.of(code), Given.codes(report), report.text());
        assertEquals(verdict, report.verdict());
    }

    private static String way(String yaml) {
        return Given.check(yaml).findings().get(0).flow().orElseThrow().path().stream()
                .map(Hop::toString)
                .collect(Collectors.joining(" "));
    }

    @Test
    void y11ATaggedDatasetIsAUseAndItsPurposeCannotBeEmpty() {
        String tagged = BASE.substring(0, BASE.indexOf("pipelines:"))
                .replace("{name: counts, derived: true}", "{name: counts, derived: true, purpose: PURPOSE}");
        only(FindingCode.VIOLATION, Verdict.VIOLATED, tagged.replace("PURPOSE", "training"));
        assertEquals("raw count counts", way(tagged.replace("PURPOSE", "training")));
        assertEquals(
                2,
                Given.check(tagged.replace("PURPOSE", "[training, ads]")).findings().stream()
                        .map(finding -> finding.flow().orElseThrow().purpose())
                        .distinct()
                        .count());
        only(FindingCode.REFUSED_MANIFEST, Verdict.COULD_NOT_CHECK, tagged.replace("PURPOSE", "[]"));
        only(FindingCode.UNKNOWN_PURPOSE, Verdict.COULD_NOT_CHECK, tagged.replace("PURPOSE", "trainin"));
    }

    @Test
    void y12ADatasetThatIsOnlyNamedInAnEdgeIsUnknownFurtherUpToo() {
        only(FindingCode.UNDECLARED_DATASET, Verdict.VIOLATED, BASE.replace("inputs: [raw]", "inputs: [row]"));
        GateReport written = Given.check(BASE.replace("outputs: [counts]", "outputs: [count]"));
        assertEquals(
                List.of(FindingCode.UNDECLARED_DATASET, FindingCode.COULD_BE_ANYTHING),
                Given.codes(written),
                written.text());
    }

    @Test
    void whatNothingSaysWhatItIsCannotBeChecked() {
        String noStep = BASE.replace("steps:\n  - {name: count, inputs: [raw], outputs: [counts]}\n", "");
        only(FindingCode.COULD_BE_ANYTHING, Verdict.COULD_NOT_CHECK, noStep);
        String noInputs = BASE.replace("inputs: [raw], outputs", "outputs");
        only(FindingCode.COULD_BE_ANYTHING, Verdict.COULD_NOT_CHECK, noInputs);
        assertEquals("count counts train", way(noInputs));
        assertEquals(1, Given.check(noInputs).completeness().couldNotCheck());
        String constant = BASE.replace(
                "{name: counts, derived: true}", "{name: counts, derived: true, fields: [{name: n}, {name: m}]}");
        String some =
                constant.replace("outputs: [counts]", "fields: [{output: {dataset: counts, field: n}, from: []}]");
        only(FindingCode.COULD_BE_ANYTHING, Verdict.COULD_NOT_CHECK, some);
        assertEquals(
                Verdict.PASSED,
                Given.check(some.replace("inputs: [counts]", "inputs: [{dataset: counts, field: n}]"))
                        .verdict());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10_000})
    void y16RoundACircleEverythingIsEverywhere(int length) {
        String datasets = IntStream.range(0, length)
                .mapToObj(i -> "  - {name: c" + i + ", derived: true}\n")
                .collect(Collectors.joining());
        String steps = IntStream.range(0, length)
                .mapToObj(i -> "  - {name: s" + i + ", inputs: [c" + i + "], outputs: [c" + (i + 1) % length + "]}\n")
                .collect(Collectors.joining());
        String yaml = BASE.replace("  - {name: counts, derived: true}\n", datasets)
                .replace(
                        "  - {name: count, inputs: [raw], outputs: [counts]}\n",
                        steps + "  - {name: in, inputs: [raw], outputs: [c" + length / 2 + "]}\n")
                .replace("inputs: [counts]", "inputs: [c" + Math.max(0, length / 2 - 1) + "]");
        only(FindingCode.VIOLATION, Verdict.VIOLATED, yaml);
        assertEquals(
                Math.min(1_001, 3 + 1 + 2 * (length == 1 ? 0 : length - 1)),
                Given.check(yaml).findings().get(0).flow().orElseThrow().path().size());
    }

    @Test
    void y18ADiamondHasOneShortestWayHoweverDeepItIs() {
        StringBuilder datasets = new StringBuilder();
        StringBuilder steps = new StringBuilder("  - {name: in, inputs: [raw], outputs: [d0]}\n");
        for (int i = 0; i < 60; i++) {
            datasets.append("  - {name: d").append(i).append(", derived: true}\n");
            if (i < 59) {
                for (String side : List.of("a", "b")) {
                    steps.append("  - {name: ")
                            .append(side)
                            .append(i)
                            .append(", inputs: [d")
                            .append(i);
                    steps.append("], outputs: [d").append(i + 1).append("]}\n");
                }
            }
        }
        String yaml = BASE.replace("  - {name: counts, derived: true}\n", datasets)
                .replace("  - {name: count, inputs: [raw], outputs: [counts]}\n", steps)
                .replace("inputs: [counts]", "inputs: [d59]");
        only(FindingCode.VIOLATION, Verdict.VIOLATED, yaml);
        assertEquals(3 + 2 * 59 + 1, way(yaml).split(" ").length);
    }

    @Test
    void y22ABreakerStopsWhatItNamesAndNoMoreAndOnlyWhileItCounts() {
        assertEquals(Verdict.PASSED, Given.check(broken("message", "")).verdict());
        assertEquals(Verdict.PASSED, Given.check(broken("data", "")).verdict());
        assertEquals(
                Verdict.PASSED,
                Given.check(broken("message", ", until: 2026-11-22")).verdict());
        assertEquals(
                List.of(FindingCode.VIOLATION, FindingCode.EXPIRED_BREAKER),
                Given.codes(broken("message", ", until: 2026-11-21")));
        only(FindingCode.VIOLATION, Verdict.VIOLATED, broken("profile", ""));
        assertEquals(List.of(FindingCode.VIOLATION, FindingCode.UNKNOWN_CATEGORY), Given.codes(broken("mesage", "")));
        for (String missing : List.of(", owner: Ana", ", reason: only counts leave", ", minimumGroup: 20")) {
            only(
                    FindingCode.REFUSED_MANIFEST,
                    Verdict.COULD_NOT_CHECK,
                    broken("message", "").replace(missing, ""));
        }
        only(
                FindingCode.REFUSED_MANIFEST,
                Verdict.COULD_NOT_CHECK,
                broken("message", "").replace("minimumGroup: 20", "minimumGroup: 1"));
    }

    @Test
    void aFieldCarriesOnlyWhatItIsMadeOf() {
        String yaml = """
                format: 1
                datasets:
                  - name: accounts
                    fields:
                      - {name: headline, categories: [profile]}
                      - {name: inbox, categories: [message]}
                  - {name: out, derived: true, fields: [{name: a}, {name: b}]}
                steps:
                  - name: copy
                    inputs: [accounts]
                    outputs: [out]
                    fields: [{output: {dataset: out, field: a}, from: [{dataset: accounts, field: headline}]}]
                pipelines:
                  - name: train
                    purpose: training
                    recipient: owner
                    inputs: [{dataset: out, field: FIELD}]
                    guards: [{category: message}]
                """;
        assertEquals("accounts#inbox copy out#b train", way(yaml.replace("FIELD", "b")));
        assertEquals(Verdict.PASSED, Given.check(yaml.replace("FIELD", "a")).verdict());
        only(FindingCode.UNKNOWN_FIELD, Verdict.COULD_NOT_CHECK, yaml.replace("FIELD", "c"));
    }

    @Test
    void whatADatasetDeclaresDoesNotNarrowWhatFlowsIn() {
        for (String declared : List.of("noMemberData: counts", "categories: [profile], members: {flag: minor}")) {
            GateReport report = Given.check(BASE.replace("derived: true", declared));
            assertTrue(
                    report.findings().stream()
                            .anyMatch(f -> f.flow().orElseThrow().category().equals(java.util.Optional.of("message"))),
                    report.text());
        }
    }

    @Test
    void aStepThatMayHaveRunEarlierProvesNothingAboutTheDayOfUse() {
        String yaml = """
                format: 1
                datasets:
                  - {name: raw, categories: [profile], collected: {from: 2025-11-03}}
                  - {name: clean, derived: true}
                steps:
                  - name: clean-up
                    inputs: [raw]
                    outputs: [clean]
                    guard: {policy: small, reading: strict, purpose: training, recipient: owner}
                    RUNS
                pipelines:
                  - {name: train, purpose: training, recipient: owner, inputs: [clean], runs: {from: 2026-01-01, until: 2026-12-31}}
                """;
        assertEquals(Verdict.PASSED, Given.check(yaml.replace("RUNS", "")).verdict());
        assertEquals(
                Verdict.PASSED,
                Given.check(yaml.replace("RUNS", "runs: {from: 2025-12-01, until: 2027-01-01}"))
                        .verdict());
        only(
                FindingCode.VIOLATION,
                Verdict.VIOLATED,
                yaml.replace("RUNS", "runs: {from: 2025-12-01, until: 2026-12-30}"));
    }

    @Test
    void theReachOfAPurposeIsAllThatLiesUpstream() {
        GateReport report = Given.check(BASE);
        assertEquals(1, report.reaches().size());
        Reach reach = report.reaches().get(0);
        assertEquals("training", reach.purpose());
        assertEquals("[counts, raw, count, train]", reach.stations().toString());
        assertEquals(List.of(new Reach.Edge(0, 3), new Reach.Edge(1, 2), new Reach.Edge(2, 0)), reach.edges());
        assertTrue(reach.whole());
    }

    @Test
    void guardsOfAStepThatContradictEachOtherDoNotMakeEverythingAfterItSafe() {
        String guards = "outputs: [counts], guards: [{flag: minor}, {not: {flag: minor}}]}";
        String yaml = BASE.replace("outputs: [counts]}", guards);
        only(FindingCode.GUARD_LETS_NOTHING, Verdict.VIOLATED, yaml);
        assertEquals("count counts train", way(yaml));
        assertEquals(
                "the guards of step 'count' let nothing through, and it leads to training by 'train'",
                Given.check(yaml).findings().get(0).what());
    }

    private static String guarded(String first, String second) {
        return BASE.replace("outputs: [counts]}", "outputs: [counts], guards: [" + first + "]}")
                .replace("inputs: [counts]}", "inputs: [counts], guards: [" + second + "]}");
    }

    @Test
    void guardsOfSeveralStepsThatExcludeEachOtherAreToldForNothingIsProvedByThem() {
        String yaml = guarded("{flag: minor}", "{not: {flag: minor}}");
        only(FindingCode.EMPTY_WAY, Verdict.PASSED, yaml);
        assertEquals("raw count counts train", way(yaml));
        assertEquals(
                "nothing of 'raw' passes all guards on a way to pipeline 'train', so that nothing is proved about it",
                Given.check(yaml).findings().get(0).what());
        String twoSteps = BASE.replace(
                        "{name: counts, derived: true}",
                        "{name: counts, derived: true}\n  - {name: fewer, derived: true}")
                .replace(
                        "outputs: [counts]}",
                        "outputs: [fewer], guards: [{flag: minor}]}\n  - {name: again, inputs: [fewer], outputs: [counts], guards: [{not: {flag: minor}}]}");
        only(FindingCode.EMPTY_WAY, Verdict.PASSED, twoSteps);
        String tagged = twoSteps.substring(0, twoSteps.indexOf("pipelines:"))
                .replace("{name: counts, derived: true}", "{name: counts, derived: true, purpose: training}");
        only(FindingCode.EMPTY_WAY, Verdict.PASSED, tagged);
        String population = guarded("{located: {in: [north], at: use}}", "{not: {flag: minor}}")
                .replace("[message]}", "[message], members: {not: {located: {in: [north], at: use}}}}");
        only(FindingCode.EMPTY_WAY, Verdict.PASSED, population);
    }

    @Test
    void aDatasetThatIsCalledLikeAStepWhoseGuardsLetNothingThroughIsAnotherThing() {
        String yaml = guarded("{flag: minor}", "{not: {flag: minor}}")
                + "  - {name: raw, purpose: training, recipient: owner, inputs: [raw], guards: [{flag: minor}, {not: {flag: minor}}]}\n";
        assertEquals(List.of(FindingCode.GUARD_LETS_NOTHING, FindingCode.EMPTY_WAY), Given.codes(Given.check(yaml)));
    }

    @Test
    void whatIsFilteredOnPurposeIsNoEmptyWay() {
        String category = guarded("{not: {flag: minor}}", "{not: {category: message}}");
        GateReport report = Given.check(category);
        assertTrue(Given.codes(report).stream().noneMatch(FindingCode.EMPTY_WAY::equals), report.text());
        // Another way on which something passes does not make this one whole.
        String branch = guarded("{flag: minor}", "{not: {flag: minor}}, {not: {category: message}}")
                .replace(
                        "steps:\n",
                        "steps:\n  - {name: count-adults, inputs: [raw], outputs: [counts], guards: [{not: {flag: minor}}]}\n");
        assertEquals(List.of(FindingCode.EMPTY_WAY), Given.codes(Given.check(branch)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: counts, derived: false}",
                "{name: counts, derived: true, categories: [profile]}",
                "{name: counts, derived: true, noMemberData: x}",
                "{name: counts, derived: true, members: {flag: minor}}",
                "{name: counts, derived: true, collected: {from: 2025-11-03}}",
                "{name: counts, derived: true, fields: [{name: a, categories: [profile]}]}",
                "{name: counts, derived: true, fields: [{name: a}, {name: a}]}",
                "{name: counts, derived: true, recipient: owner}",
                "{name: counts, fields: [{name: a}]}",
                "{name: counts, fields: []}"
            })
    void whatADatasetSaysOfItselfMustHangTogether(String dataset) {
        only(
                FindingCode.REFUSED_MANIFEST,
                Verdict.COULD_NOT_CHECK,
                BASE.replace("{name: counts, derived: true}", dataset));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outputs: [counts, counts]",
                "outputs: counts",
                "outputs: [{dataset: counts}]",
                "outputs: [{dataset: counts, field: a, more: b}]",
                "outputs: [counts], fields: [{output: counts, from: [raw]}]",
                "outputs: [counts], fields: [{output: {dataset: counts, field: a}}]",
                "outputs: [counts], guard: {policy: small, reading: strict}",
                "outputs: [counts], guard: {policy: small, reading: strict, purpose: training}",
                "outputs: [counts], purpose: []",
                "outputs: [counts], recipient: owner"
            })
    void whatAStepSaysMustBeWhole(String outputs) {
        only(FindingCode.REFUSED_MANIFEST, Verdict.COULD_NOT_CHECK, BASE.replace("outputs: [counts]", outputs));
    }
}
