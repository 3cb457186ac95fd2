package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.document.Lines;
import dev.datause.document.Position;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of many findings the first are kept, all are counted, and a warning never takes the place of another. */
class FindingsTest {
    private static Location at(String file, int line) {
        return new Location(file, new Position(line, 1));
    }

    private static void add(Findings findings, FindingCode code, String file, int line) {
        findings.add(code, at(file, line), code.id(), Optional.empty(), "do");
    }

    private static List<String> kept(Findings findings) {
        return findings.kept().stream()
                .map(one -> one.at().map(Location::toString).orElse("nowhere") + " " + one.what()
                        + one.snippet()
                                .map(snippet -> " " + snippet.replace("\n", "/"))
                                .orElse(""))
                .toList();
    }

    @Test
    void theFirstAreKeptWhateverTheirOrder() {
        Findings findings = new Findings(2);
        findings.show("a", Lines.of("first\nsecond\nthird"));
        assertTrue(findings.needs(at("z", 9)));
        add(findings, FindingCode.NAMES_ALIKE, "a", 1);
        assertEquals(Verdict.PASSED, findings.verdict());
        add(findings, FindingCode.NO_INPUTS, "b", 2);
        assertEquals(Verdict.COULD_NOT_CHECK, findings.verdict());
        assertTrue(findings.needs(at("z", 9)));
        assertEquals(List.of("a:1:1 DU020  | first/ | ^", "b:2:1 DU007"), kept(findings));
        add(findings, FindingCode.VIOLATION, "c", 3);
        assertEquals(List.of("b:2:1 DU007", "c:3:1 DU001"), kept(findings));
        assertTrue(findings.needs(at("c", 3)));
        assertTrue(findings.needs(at("b", 1)));
        assertFalse(findings.needs(at("c", 4)));
        assertFalse(findings.needs(at("d", 1)));
        add(findings, FindingCode.VIOLATION, "a", 3);
        add(findings, FindingCode.NAMES_ALIKE, "a", 2);
        assertEquals(List.of("a:3:1 DU001  | third/ | ^", "b:2:1 DU007"), kept(findings));
        assertEquals(new GateReport.Totals(3, 2), findings.totals());
        assertEquals(Verdict.VIOLATED, findings.verdict());
        findings.count(FindingCode.EMPTY_WAY, 4);
        findings.count(FindingCode.VIOLATION, 5);
        assertEquals(new GateReport.Totals(8, 6), findings.totals());
        assertEquals(2, findings.most());
    }

    @Test
    void aFindingWithoutAPlaceIsAlwaysNeeded() {
        Findings findings = new Findings(1);
        findings.add(new Finding(
                FindingCode.NO_PIPELINES,
                Optional.empty(),
                "nothing",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "do",
                Optional.empty()));
        assertTrue(findings.needs(at("z", 9)));
        assertEquals(List.of("nowhere nothing"), kept(findings));
        findings.show("b", Lines.of("first"));
        add(findings, FindingCode.NO_INPUTS, "b", 7);
        assertEquals(List.of("nowhere nothing"), kept(findings));
    }

    @Test
    void whatWasMeantIsLookedForFiftyTimes() {
        Findings findings = new Findings(1);
        for (int i = 0; i < 50; i++) {
            assertEquals("\"adz\"; did you mean \"ads\"?", findings.unknown("adz", at("a", i + 1), List.of("ads")));
        }
        assertEquals("\"adz\"", findings.unknown("adz", at("a", 51), List.of("ads")));
        assertEquals("\"" + "x".repeat(60) + "…\"", findings.unknown("x".repeat(61), at("a", 52), List.of()));
    }

    private static final String CLEAN = """
            format: 1
            datasets:
              - {name: raw, categories: [profile], members: {all: [{located: {in: [north], at: use}}, {age: {atLeast: 18, at: collection}}, {not: {flag: minor}}, {setting: {name: improve, is: on, at: use, onCounts: next-day}}]}, collected: {from: 2025-11-03}}
            pipelines:
              - {name: p, purpose: ads, recipient: owner, inputs: [raw], runs: {from: 2026-06-30, until: 2026-08-01}}
            """;

    private static DataUsePolicy inForce(String days) {
        String json = PolicyJson.write(Given.SMALL)
                .replaceFirst("\"vocabulary\"", "\"effective\": " + days + ", \"vocabulary\"");
        Policy policy = PolicyJson.read("p.json", Given.bytes(json));
        return DataUsePolicy.of(policy, policy.reading("strict").orElseThrow());
    }

    @Test
    void aPolicyThatIsNotInForcePermitsNothing() {
        assertEquals(Verdict.PASSED, Given.check(CLEAN).verdict());
        assertEquals(
                Verdict.PASSED,
                Given.check(inForce("{\"from\": \"2026-06-30\"}"), CLEAN).verdict());
        GateReport ended = Given.check(inForce("{\"from\": \"2026-01-01\", \"until\": \"2026-07-31\"}"), CLEAN);
        assertEquals("""
                [DU001] m.yaml:5:24  pipeline 'p' lets profile of 'raw' reach ads
                 |   - {name: p, purpose: ads, recipient: owner, inputs: [raw], runs: {from: 2026-06-30, until: 2026-08…
                 | .......................^
                  flow     raw -> p
                """, ended.text().substring(0, ended.text().indexOf("  witness")));
        assertEquals(1, ended.total(), ended.text());
        assertTrue(
                ended.text().contains("  do       let it run only while the policy is in force, or drop 'raw'"),
                ended.text());
        assertEquals(
                List.of("The policy is not in force on the day of use."),
                ended.findings().get(0).reasons().stream().map(Reason::sentence).toList());
        String request =
                "{\"id\": \"r\", \"purpose\": \"ads\", \"recipient\": \"owner\", \"category\": \"profile\", \"collected\": \"2026-02-01\", "
                        + "\"used\": \"2027-01-01\", \"member\": {\"country\": \"NO\", \"born\": \"1990-01-01\", \"othersUntouched\": true}}";
        assertEquals(
                "{\"id\":\"r\",\"decision\":\"deny\",\"policy\":\"small\",\"reading\":\"strict\",\"grounds\":"
                        + "[{\"kind\":\"not-in-force\",\"from\":\"2026-01-01\",\"until\":\"2026-07-31\"}]}",
                Bundled.answers(
                                DecisionRun.of(List.of(
                                                inForce("{\"from\": \"2026-01-01\", \"until\": \"2026-07-31\"}")))
                                        .with(GroundsForm.BRIEF),
                                request)
                        .strip());
    }

    @Test
    void aFindingThatBringsItsLineKeepsIt() {
        Findings findings = new Findings(1);
        findings.show("a", Lines.of("first"));
        findings.add(new Finding(
                FindingCode.REFUSED_MANIFEST,
                Optional.of(at("a", 1)),
                "refused",
                Optional.of("its own"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "do",
                Optional.empty()));
        assertEquals(List.of("a:1:1 refused its own"), kept(findings));
    }

    @Test
    void findingsThatDifferOnlyInWhomTheyShowAreInOrderToo() {
        List<Finding> seen = Given.check(Given.VIOLATION).findings();
        Finding one = seen.get(0);
        Finding other = new Finding(
                one.code(),
                one.at(),
                one.what(),
                one.snippet(),
                one.flow(),
                seen.stream()
                        .map(finding -> finding.witness().orElseThrow())
                        .filter(witness -> !witness.story()
                                .equals(one.witness().orElseThrow().story()))
                        .findFirst(),
                one.reasons(),
                one.remedy(),
                one.fix());
        int order = one.witness()
                .orElseThrow()
                .story()
                .compareTo(other.witness().orElseThrow().story());
        assertEquals(Integer.signum(order), Integer.signum(one.compareTo(other)));
        assertEquals(-Integer.signum(order), Integer.signum(other.compareTo(one)));
    }
}
