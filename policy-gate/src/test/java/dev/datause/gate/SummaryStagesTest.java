package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.DataUsePolicy;
import dev.datause.PolicyJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What data has passed in another module, and when, counts here as it does there, and never for more. */
class SummaryStagesTest {
    private static final Gate GATE = Gate.of(Given.SMALL_STRICT, Given.AS_OF);
    private static final String CALL = "guard: {policy: small, reading: strict, purpose: ads, recipient: owner}";
    private static final String NORTH = "guards: [{located: {in: [north], at: use}}]";

    private static byte[] summary(Gate gate, String upstream) {
        return Given.bytes(
                gate.summarize(Map.of("a.yaml", Given.bytes(upstream)), "a").orElseThrow());
    }

    private static String text(byte[] summary) {
        return new String(summary, StandardCharsets.UTF_8);
    }

    /** What is given out as {@code out} by steps that are given. */
    private static String upstream(String steps) {
        return """
                format: 1
                datasets:
                  - {name: raw, categories: [profile]}
                  - {name: other, categories: [profile]}
                  - {name: mid, derived: true}
                  - {name: out, derived: true}
                steps:
                """ + steps;
    }

    /** Ads that are chosen in some days by what is given out. */
    private static String ads(String days) {
        return "format: 1\npipelines:\n  - {name: p, purpose: ads, recipient: owner, inputs: [out], runs: " + days
                + "}\n";
    }

    /** What a module says that reads {@code out} of the module with this summary, and gives it on as {@code more}. */
    private static String further(byte[] summary) {
        String manifest =
                "format: 1\ndatasets: [{name: more, derived: true}]\nsteps: [{name: s, inputs: [out], outputs: [more]}]\n";
        return GATE.summary("a", summary)
                .summarize(Map.of("m.yaml", Given.bytes(manifest)), "m")
                .orElseThrow();
    }

    private static List<String> found(GateReport report) {
        return report.findings().stream()
                .map(finding -> finding.code() + " "
                        + finding.flow()
                                .map(flow -> flow.dataset() + " " + flow.category())
                                .orElse(""))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    /** Checks both ways, and that they find the same. */
    private static GateReport check(Gate gate, String upstream, String downstream) {
        GateReport together = gate.check(Map.of("a.yaml", Given.bytes(upstream), "b.yaml", Given.bytes(downstream)));
        GateReport apart = gate.summary("a", summary(gate, upstream)).check(Map.of("b.yaml", Given.bytes(downstream)));
        assertEquals(found(together), found(apart), together.text() + apart.text());
        return apart;
    }

    private static GateReport check(String upstream, String downstream) {
        return check(GATE, upstream, downstream);
    }

    @ParameterizedTest
    @CsvSource({"load,last", "z-load,last", "load,a-last", "z-load,a-last"})
    void whatCountsAlwaysIsNotLimitedByWhatCountedOnSomeDaysBefore(String load, String last) {
        String steps = "  - {name: " + load
                + ", inputs: [raw], outputs: [mid], runs: {from: 2025-11-03, until: 2025-12-31}, "
                + NORTH + "}\n"
                + "  - {name: also, inputs: [other], outputs: [mid]}\n"
                + "  - {name: " + last + ", inputs: [mid], outputs: [out], " + CALL + "}\n";
        for (String days : List.of(
                "{from: 2026-01-01}",
                "{from: 2025-11-03, until: 2025-12-31}",
                "{from: 2025-12-01, until: 2026-02-01}")) {
            GateReport report = check(upstream(steps), ads(days));
            assertEquals(Verdict.PASSED, report.verdict(), report.text());
        }
    }

    @Test
    void whatCountedOnSomeDaysCountsOnNoOthers() {
        String steps =
                "  - {name: last, inputs: [raw, other], outputs: [out], runs: {from: 2025-11-03, until: 2025-12-31}, "
                        + CALL + "}\n";
        GateReport within = check(upstream(steps), ads("{from: 2025-11-03, until: 2025-12-31}"));
        assertEquals(Verdict.PASSED, within.verdict(), within.text());
        GateReport after = check(upstream(steps), ads("{from: 2025-12-01, until: 2026-01-31}"));
        assertEquals(Verdict.VIOLATED, after.verdict(), after.text());
    }

    @Test
    void stepsThatNeverRunOnOneDayLeaveNothingToRelyOn() {
        String steps = "  - {name: first, inputs: [raw], outputs: [mid], runs: {from: 2025-11-03, until: 2025-12-31}, "
                + CALL + "}\n"
                + "  - {name: second, inputs: [mid], outputs: [out], runs: {from: 2026-01-01}, " + NORTH + "}\n";
        assertTrue(
                text(summary(GATE, upstream(steps))).contains("\"never\": true"), text(summary(GATE, upstream(steps))));
        for (String days : List.of(
                "{from: 2025-11-03, until: 2025-12-31}",
                "{from: 2026-01-01}",
                "{from: 1900-01-01, until: 1900-01-01}")) {
            GateReport report = check(upstream(steps), ads(days));
            assertEquals(Verdict.VIOLATED, report.verdict(), report.text());
        }
    }

    @Test
    void whatAnotherReadingPermitsIsNotPermittedUnderThisOne() {
        String steps = "  - {name: last, inputs: [raw, other], outputs: [out], " + CALL + "}\n";
        Gate documented = Gate.of(Given.SMALL_DOCUMENTED, Given.AS_OF);
        byte[] other = summary(documented, upstream(steps.replace("reading: strict", "reading: documented")));
        assertTrue(text(other).contains("\"permitted\""), text(other));
        Map<String, byte[]> here = Map.of("b.yaml", Given.bytes(ads("{from: 2026-01-01}")));
        GateReport same = documented.summary("a", other).check(here);
        assertEquals(Verdict.PASSED, same.verdict(), same.text());
        GateReport strict = GATE.summary("a", other).check(here);
        assertEquals(Verdict.VIOLATED, strict.verdict(), strict.text());
    }

    @Test
    void daysThatAreOpenOnOneSideStayOpen() {
        String steps =
                "  - {name: last, inputs: [raw, other], outputs: [out], runs: {from: 2025-11-03, until: 2025-12-31}, "
                        + CALL + "}\n";
        String whole = text(summary(GATE, upstream(steps)));
        String both = "\"from\": \"2025-11-03\", \"until\": \"2025-12-31\"";
        String onOneLine = whole.replaceAll("\\s+", " ");
        assertTrue(onOneLine.contains(both), whole);
        Map<String, byte[]> before = Map.of("b.yaml", Given.bytes(ads("{from: 2025-11-03, until: 2025-12-31}")));
        Map<String, byte[]> after = Map.of("b.yaml", Given.bytes(ads("{from: 2026-01-01}")));
        byte[] until = Given.bytes(onOneLine.replace(both, "\"until\": \"2025-12-31\""));
        byte[] from = Given.bytes(onOneLine.replace(both, "\"from\": \"2026-01-01\""));
        assertEquals(Verdict.PASSED, GATE.summary("a", until).check(before).verdict());
        assertEquals(Verdict.VIOLATED, GATE.summary("a", until).check(after).verdict());
        assertEquals(Verdict.VIOLATED, GATE.summary("a", from).check(before).verdict());
        assertEquals(Verdict.PASSED, GATE.summary("a", from).check(after).verdict());
        String again = further(until).replaceAll("\\s+", " ");
        assertTrue(again.contains("\"runs\": {\"until\": \"2025-12-31\"}"), again);
        byte[] reversed = Given.bytes(onOneLine.replace(both, "\"from\": \"2025-12-31\", \"until\": \"2025-11-03\""));
        GateReport refused = GATE.summary("a", reversed).check(before);
        assertTrue(refused.text().contains("ends before it begins"), refused.text());
        assertEquals(Verdict.COULD_NOT_CHECK, refused.verdict());
    }

    @Test
    void aPlaceIsThatOfTheModuleThatItIsIn() {
        byte[] first = summary(GATE, upstream("  - {name: last, inputs: [raw], outputs: [out]}\n"));
        GateReport report = GATE.summary("m", Given.bytes(further(first)))
                .check(Map.of("b.yaml", Given.bytes(ads("{from: 2026-01-01}").replace("[out]", "[more]"))));
        assertEquals(
                List.of("a!/a.yaml", "a!/a.yaml", "a!/a.yaml", "m!/m.yaml", "m!/m.yaml", "b.yaml"),
                report.findings().get(0).flow().orElseThrow().path().stream()
                        .map(hop -> hop.at().orElseThrow().file())
                        .toList());
    }

    @Test
    void aWayThatEndsInAStepKeepsItAndOneWithoutStationsIsNone() {
        String whole = text(summary(GATE, upstream("  - {name: last, inputs: [raw], outputs: [out]}\n")))
                .replaceAll("\\s+", " ");
        String last = ", {\"dataset\": \"out\", \"at\": {\"file\": \"a.yaml\", \"line\": 6, \"column\": 12}}";
        assertTrue(whole.contains(last), whole);
        Map<String, byte[]> here = Map.of("b.yaml", Given.bytes(ads("{from: 2026-01-01}")));
        GateReport inAStep =
                GATE.summary("a", Given.bytes(whole.replace(last, ""))).check(here);
        assertTrue(inAStep.text().contains("raw -> last -> out -> p"), inAStep.text());
        String none = whole.replaceAll("\"path\": \\[.*?\\]", "\"path\": []");
        assertFalse(none.contains("\"step\""), none);
        GateReport report = GATE.summary("a", Given.bytes(none)).check(here);
        assertEquals(Verdict.VIOLATED, report.verdict(), report.text());
        assertTrue(report.text().contains("out -> p"), report.text());
    }

    @Test
    void whatNobodyDeclaredIsNotInASummary() {
        String summary = text(summary(GATE, upstream("  - {name: last, inputs: [raw, gone], outputs: [out]}\n")));
        assertFalse(summary.contains("\"name\": \"gone\""), summary);
        assertTrue(summary.contains("\"name\": \"out\""), summary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", " + CALL, ", " + NORTH})
    void eachFilterCountsAsLongAsAllStepsAfterItRun(String before) {
        String steps = "  - {name: early, inputs: [other], outputs: [mid]" + before + "}\n"
                + "  - {name: load, inputs: [raw, mid], outputs: [more], runs: {from: 2025-11-03, until: 2025-12-31}}\n"
                + "  - {name: narrow, inputs: [more], outputs: [most], runs: {from: 2025-11-03, until: 2026-06-30}, "
                + NORTH + "}\n"
                + "  - {name: last, inputs: [most], outputs: [out], " + CALL + "}\n";
        String all = upstream(steps)
                .replace("steps:\n", "  - {name: more, derived: true}\n  - {name: most, derived: true}\nsteps:\n");
        for (String days :
                List.of("{from: 2025-12-01, until: 2025-12-31}", "{from: 2026-05-01}", "{from: 2027-01-01}")) {
            GateReport report = check(all, ads(days));
            assertEquals(Verdict.PASSED, report.verdict(), report.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-06-30", "2026-06-30", "2200-12-31"})
    void aGuardThatIsFollowedByAStepOfOtherDaysIsNotReliedOnOnAnyDay(String day) {
        String json = PolicyJson.write(Given.SMALL).replace("2025-11-03", "2024-01-01");
        Gate gate = Gate.of(DataUsePolicy.of(PolicyJson.read("p.json", Given.bytes(json))), Given.AS_OF);
        String upstream = """
                format: 1
                datasets:
                  - name: raw
                    categories: [profile]
                    collected: {from: 2024-01-01}
                  - {name: mid, derived: true}
                  - {name: out, derived: true}
                steps:
                  - {name: first, inputs: [raw], outputs: [mid], RUNS, guards: [{setting: {name: improve, is: on, at: use, onCounts: next-day}}, {not: {flag: minor}}, {age: {atLeast: 18, at: collection}}, {located: {in: [north], at: use}}]}
                  - {name: second, inputs: [mid], outputs: [out]}
                """;
        String downstream = ads("{from: " + day + ", until: " + day + "}");
        String always = upstream.replace("RUNS, ", "");
        GateReport safe = check(gate, always, downstream);
        assertFalse(Given.codes(safe).contains(FindingCode.VIOLATION), safe.text());
        String never = upstream.replace("RUNS", "runs: {from: 2024-01-01, until: 2024-12-31}")
                .replace("outputs: [out]", "outputs: [out], runs: {from: 2025-01-01, until: 2025-12-31}");
        GateReport apart = check(gate, never, downstream);
        assertTrue(Given.codes(apart).contains(FindingCode.VIOLATION), apart.text());
    }

    @Test
    void whatCameInTooManyWaysCouldBeAnything() {
        StringBuilder steps = new StringBuilder();
        for (int age = 1; age <= 70; age++) {
            steps.append("  - {name: s").append(age);
            steps.append(", inputs: [raw], outputs: [out], guards: [{age: {atLeast: ")
                    .append(age)
                    .append(", at: use}}]}\n");
        }
        byte[] summary = summary(GATE, upstream(steps.toString()));
        assertTrue(text(summary).contains("\"unknown\": true"), text(summary));
        GateReport report = GATE.summary("a", summary).check(Map.of("b.yaml", Given.bytes(ads("{from: 2026-01-01}"))));
        assertEquals(List.of(FindingCode.COULD_BE_ANYTHING), Given.codes(report), report.text());
    }
}
