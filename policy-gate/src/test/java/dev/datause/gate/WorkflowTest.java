package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.DataUsePolicy;
import dev.datause.LinkedIn;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowTest {
    /** As of {@link Given#AS_OF}, 2026-11-22. */
    private static final String UNTIL = "2026-12-31";

    private static Report report(String manifest, Workflow workflow, LocalDate asOf) {
        GateReport result = Gate.of(Given.SMALL_STRICT, asOf).check(Map.of("m.yaml", Given.bytes(manifest)));
        return Report.of(List.of(Given.SMALL_STRICT), List.of(result), workflow);
    }

    private static Report report(String manifest, Workflow workflow) {
        return report(manifest, workflow, Given.AS_OF);
    }

    private static Report report(String manifest) {
        return report(manifest, Workflow.none());
    }

    private static List<String> fingerprints(Report report) {
        return report.checks().get(0).findings().stream()
                .map(Judged::fingerprint)
                .toList();
    }

    private static Waivers read(String text) {
        return Waivers.read("waivers.yaml", Given.bytes(text), Limits.STANDARD);
    }

    /** A file that waives all of these until a day. */
    private static Waivers waiving(List<String> fingerprints, String until) {
        StringBuilder text = new StringBuilder("format: 1\nwaivers:\n");
        for (String fingerprint : fingerprints) {
            text.append("  - {finding: ").append(fingerprint);
            text.append(", reason: the filter is in place, owner: privacy, expires: ")
                    .append(until)
                    .append("}\n");
        }
        return read(text.toString());
    }

    private static List<FindingCode> about(Report report) {
        return report.workflow().stream().map(judged -> judged.finding().code()).toList();
    }

    @Test
    void withoutAWorkflowEveryFindingCounts() {
        Report report = report(Given.VIOLATION);
        assertEquals(Ending.VIOLATIONS, report.ending());
        assertTrue(report.checks().get(0).counting() > 1, report.text());
        assertEquals(
                report.checks().get(0).result().summary(),
                report.checks().get(0).summary());
        assertEquals(Ending.PASSED, report("format: 1\n" + NOTHING_WRONG).ending());
    }

    private static final String NOTHING_WRONG = """
            datasets:
              - {name: clean, noMemberData: only weather}
            pipelines:
              - {name: weather, purpose: training, recipient: owner, inputs: [clean]}
            """;

    @Test
    void aWaivedFindingDoesNotCountAndIsStillThere() {
        Report open = report(Given.VIOLATION);
        Report waived = report(Given.VIOLATION, Workflow.none().waivers(waiving(fingerprints(open), UNTIL)));
        assertEquals(Ending.PASSED, waived.ending(), waived.text());
        assertEquals(fingerprints(open), fingerprints(waived));
        assertEquals(open.checks().get(0).counting(), waived.checks().get(0).waived());
        assertTrue(
                waived.text()
                        .contains(
                                "\n  waived   until 2026-12-31 by privacy: the filter is in place\n  id       DU001-"),
                waived.text());
        assertTrue(
                waived.text()
                        .contains("\npolicy: 0 findings, " + open.findings().size() + " waived in "),
                waived.text());
    }

    @Test
    void oneWaiverCoversOneFinding() {
        List<String> all = fingerprints(report(Given.VIOLATION));
        Report report = report(Given.VIOLATION, Workflow.none().waivers(waiving(all.subList(0, 1), UNTIL)));
        assertEquals(Ending.VIOLATIONS, report.ending());
        assertEquals(1, report.checks().get(0).waived());
        assertEquals(all.size() - 1, report.checks().get(0).counting());
    }

    @Test
    void anExpiredWaiverIsAFindingAndTheWaivedFindingCountsAgain() {
        List<String> one = fingerprints(report(Given.VIOLATION)).subList(0, 1);
        Workflow workflow = Workflow.none().waivers(waiving(one, "2026-11-22"));
        assertEquals(List.of(), about(report(Given.VIOLATION, workflow, LocalDate.of(2026, 11, 22))));
        Report later = report(Given.VIOLATION, workflow, LocalDate.of(2026, 11, 23));
        assertEquals(List.of(FindingCode.EXPIRED_WAIVER), about(later));
        assertEquals(0, later.checks().get(0).waived());
        assertTrue(
                later.text()
                        .contains("[DU040] waivers.yaml:3:5  the waiver of " + one.get(0)
                                + " expired on 2026-11-22; privacy answers for it\n"),
                later.text());
    }

    @Test
    void onlyTheDayOfTheCheckChangesWhatAWaiverCovers() {
        List<String> one = fingerprints(report(Given.VIOLATION)).subList(0, 1);
        Workflow workflow = Workflow.none().waivers(waiving(one, "2026-11-30"));
        String before =
                report(Given.VIOLATION, workflow, LocalDate.of(2026, 11, 30)).text();
        report(Given.VIOLATION, workflow, LocalDate.of(2026, 12, 1));
        assertEquals(
                before,
                report(Given.VIOLATION, workflow, LocalDate.of(2026, 11, 30)).text());
    }

    @Test
    void aWaiverThatMatchesNothingFails() {
        Workflow workflow = Workflow.none().waivers(waiving(List.of("DU001-0123456789abcdef01234567"), UNTIL));
        Report report = report("format: 1\n" + NOTHING_WRONG, workflow);
        assertEquals(List.of(FindingCode.UNMATCHED_WAIVER), about(report));
        assertEquals(Ending.VIOLATIONS, report.ending());
    }

    @Test
    void aWaiverLastsAtMostAsLongAsTheProjectSays() {
        List<String> one = fingerprints(report(Given.VIOLATION)).subList(0, 1);
        assertEquals(List.of(), about(report(Given.VIOLATION, Workflow.none().waivers(waiving(one, "2027-02-20")))));
        Report report = report(Given.VIOLATION, Workflow.none().waivers(waiving(one, "2027-02-21")));
        assertEquals(List.of(FindingCode.LONG_WAIVER), about(report));
        assertEquals(0, report.checks().get(0).waived());
        assertEquals(
                List.of(),
                about(report(Given.VIOLATION, Workflow.none().longest(91).waivers(waiving(one, "2027-02-21")))));
        assertThrows(IllegalArgumentException.class, () -> Workflow.none().longest(0));
        assertThrows(IllegalArgumentException.class, () -> Workflow.none().longest(3_661));
    }

    @Test
    void whatCouldNotBeCheckedCannotBeWaivedNorFrozen() {
        String unknown = Given.VIOLATION.replace("purpose: training", "purpose: trainnig");
        Report open = report(unknown);
        assertEquals(Ending.COULD_NOT_CHECK, open.ending());
        Report waived = report(unknown, Workflow.none().waivers(waiving(fingerprints(open), UNTIL)));
        assertEquals(Ending.COULD_NOT_CHECK, waived.ending());
        assertEquals(List.of(FindingCode.WAIVED_UNCHECKED), about(waived));
        assertEquals(List.of(), Baseline.of(open).entries());
        String byHand = "{\"format\": 1, \"findings\": [{\"finding\": \""
                + fingerprints(open).get(0) + "\", \"what\": \"x\"}]}";
        Baseline baseline = Baseline.read("baseline.json", Given.bytes(byHand), Limits.STANDARD);
        Report frozen = report(unknown, Workflow.none().baseline(baseline));
        assertEquals(Ending.COULD_NOT_CHECK, frozen.ending());
        assertEquals(List.of(FindingCode.STALE_BASELINE), about(frozen));
    }

    @Test
    void aNewFindingIsNeverCovered() {
        Report open = report(Given.VIOLATION);
        Workflow workflow = Workflow.none().waivers(waiving(fingerprints(open), UNTIL));
        for (String changed : List.of(
                Given.VIOLATION.replace("purpose: training", "purpose: ads"),
                Given.VIOLATION.replace("[message,", "[profile,"),
                Given.VIOLATION.replace("inbox.raw", "inbox.new"),
                Given.VIOLATION.replace("name: train", "name: other"),
                Given.VIOLATION.replace("inputs: [inbox.raw]", "inputs: [inbox.raw, unheard.of]"))) {
            assertEquals(Ending.VIOLATIONS, report(changed, workflow).ending(), changed);
        }
    }

    @Test
    void twoFindingsThatAreAlikeAreNumberedAndNeedAWaiverEach() {
        String twice = Given.VIOLATION.replace(
                "[message, {category: story, audience: public}]", "[message, {category: message, audience: public}]");
        Report open = report(twice);
        Set<String> different = new HashSet<>(fingerprints(open));
        assertEquals(fingerprints(open).size(), different.size(), open.text());
        String plain = fingerprints(open).get(0);
        assertTrue(different.contains(plain + ".2"), different.toString());
        Report one = report(twice, Workflow.none().waivers(waiving(List.of(plain), UNTIL)));
        assertEquals(1, one.checks().get(0).waived());
        assertEquals(Ending.VIOLATIONS, one.ending());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "waivers: []",
                "format: 2",
                "format: 1\nwaivers: [{finding: DU001, reason: r, owner: o, expires: 2026-12-31}]",
                "format: 1\nwaivers: [{finding: DU001-0123456789abcdef01234567, owner: o, expires: 2026-12-31}]",
                "format: 1\nwaivers: [{finding: DU001-0123456789abcdef01234567, reason: r, expires: 2026-12-31}]",
                "format: 1\nwaivers: [{finding: DU001-0123456789abcdef01234567, reason: r, owner: o}]",
                "format: 1\nwaivers: [{finding: DU001-0123456789abcdef01234567, reason: '', owner: o, expires: 2026-12-31}]",
                "format: 1\nwaivers: [{finding: DU001-0123456789abcdef01234567, reason: r, owner: o, expires: never}]",
                "format: 1\nwaivers: [{finding: DU001-0123456789abcdef01234567, reason: r, owner: o, expires: 2026-12-31, all: true}]",
                "format: 1\nwatches: [{rule: r, reason: r, owner: o}]",
                "format: 1\nwatches: [{rule: r, reason: r, owner: o, until: 2026-12-31}, {rule: r, reason: r, owner: o, until: 2026-12-30}]"
            })
    void aWaiversFileIsRefusedAsAWhole(String text) {
        assertThrows(DocumentException.class, () -> read(text));
    }

    @Test
    void oneFingerprintTwiceIsRefusedWithItsPlace() {
        DocumentException refused = assertThrows(
                DocumentException.class,
                () -> waiving(List.of("DU001-0123456789abcdef01234567", "DU001-0123456789abcdef01234567"), UNTIL));
        assertTrue(
                refused.getMessage()
                        .contains("waivers.yaml:4:15  the fingerprint DU001-0123456789abcdef01234567 stands twice"),
                refused.getMessage());
        assertThrows(
                DocumentException.class,
                () -> Waivers.read("waivers.txt", Given.bytes("format: 1\n"), Limits.STANDARD));
    }

    @Test
    void aBaselineFreezesWhatIsThereAndNothingElse() {
        Report open = report(Given.VIOLATION);
        Baseline taken = Baseline.of(open);
        assertEquals(fingerprints(open).size(), taken.entries().size());
        Baseline read = Baseline.read("baseline.json", Given.bytes(taken.text()), Limits.STANDARD);
        assertEquals(taken.text(), read.text());
        Workflow workflow = Workflow.none().baseline(read);
        Report frozen = report(Given.VIOLATION, workflow);
        assertEquals(Ending.PASSED, frozen.ending(), frozen.text());
        assertEquals(taken.text(), Baseline.of(frozen).text());
        String more = Given.VIOLATION.replace("purpose: training", "purpose: [training, ads]");
        Report grown = report(more, workflow);
        assertEquals(Ending.VIOLATIONS, grown.ending());
        assertEquals(fingerprints(open).size(), grown.checks().get(0).baselined());
        assertEquals(grown.checks().get(0).counting(), Baseline.of(grown).growth(read));
        assertEquals(0, read.growth(Baseline.of(grown)));
    }

    @Test
    void anEntryThatMatchesNothingIsAWarningOrAFailure() {
        Baseline taken = Baseline.of(report(Given.VIOLATION));
        Workflow workflow =
                Workflow.none().baseline(Baseline.read("b.json", Given.bytes(taken.text()), Limits.STANDARD));
        Report mended = report("format: 1\n" + NOTHING_WRONG, workflow);
        assertEquals(Ending.PASSED, mended.ending());
        assertEquals(taken.entries().size(), about(mended).size());
        assertTrue(mended.workflow().stream().allMatch(Judged::warns));
        Report failing = report("format: 1\n" + NOTHING_WRONG, workflow.failOnStaleBaseline(true));
        assertEquals(Ending.VIOLATIONS, failing.ending());
        assertEquals("{\"format\": 1, \"findings\": []}\n", Baseline.of(mended).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"format\": 1}",
                "{\"format\": 1, \"findings\": [",
                "{\"format\": 1, \"findings\": {}}",
                "{\"format\": 1, \"findings\": [{\"finding\": \"DU001\", \"what\": \"x\"}]}",
                "{\"format\": 1, \"findings\": [{\"finding\": \"DU001-0123456789abcdef01234567\"}]}",
                "{\"format\": 1, \"findings\": [{\"finding\": \"DU001-0123456789abcdef01234567\", \"what\": \"x\"}, {\"finding\": \"DU001-0123456789abcdef01234567\", \"what\": \"y\"}]}"
            })
    void aDamagedBaselineIsRefused(String text) {
        assertThrows(DocumentException.class, () -> Baseline.read("baseline.json", Given.bytes(text), Limits.STANDARD));
    }

    /** Everybody is adult and safe, but for the switch. */
    private static final String ONE_RULE = """
            format: 1
            datasets:
              - name: profiles
                categories: [profile]
                members: {all: [{located: {in: [north], at: use}}, {age: {atLeast: 18, at: collection}}, {not: {flag: minor}}]}
                collected: {from: 2025-11-03}
            pipelines:
              - name: train
                purpose: training
                recipient: owner
                inputs: [profiles]
                runs: {from: 2025-11-03, until: 2026-12-31}
            """;

    private static Waivers watching(String rule, String until) {
        return read(
                "format: 1\nwatches:\n  - {rule: " + rule + ", reason: new, owner: privacy, until: " + until + "}\n");
    }

    @Test
    void findingsOfAWatchedRuleAreWarningsUntilTheDayAndFailAfterIt() {
        Report open = report(ONE_RULE);
        assertEquals(1, fingerprints(open).size(), open.text());
        String rule = open.findings().get(0).finding().reasons().get(0).rule().orElseThrow();
        Workflow workflow = Workflow.none().waivers(watching(rule, "2026-11-30"));
        Report watched = report(ONE_RULE, workflow, LocalDate.of(2026, 11, 30));
        assertEquals(Ending.PASSED, watched.ending(), watched.text());
        assertEquals(1, watched.checks().get(0).warnings());
        assertTrue(watched.text().contains("\n  watched  until 2026-11-30 by privacy: new\n"), watched.text());
        assertEquals(List.of(), Baseline.of(watched).entries());
        Report later = report(ONE_RULE, workflow, LocalDate.of(2026, 12, 1));
        assertEquals(Ending.VIOLATIONS, later.ending());
        assertEquals(List.of(FindingCode.ENDED_WATCH), about(later));
        Report tooLong = report(ONE_RULE, workflow, LocalDate.of(2026, 1, 1));
        assertEquals(Ending.VIOLATIONS, tooLong.ending());
        assertEquals(List.of(FindingCode.LONG_WAIVER), about(tooLong));
    }

    @Test
    void aWatchCoversNothingThatIsDeniedWithoutItsRuleToo() {
        DataUsePolicy policy = LinkedIn.strict();
        GateReport result = Given.check(policy, """
                format: 1
                datasets:
                  - {name: inbox, categories: [private-message], collected: {from: 2025-11-03}}
                pipelines:
                  - {name: train, purpose: ai-training, recipient: linkedin, inputs: [inbox]}
                """);
        assertEquals(1, result.total());
        assertEquals(2, result.findings().get(0).reasons().size());
        Workflow workflow = Workflow.none().waivers(watching("no-private-messages", UNTIL));
        Report report = Report.of(List.of(policy), List.of(result), workflow);
        assertEquals(Ending.VIOLATIONS, report.ending(), report.text());
        assertEquals(0, report.checks().get(0).warnings());
    }

    @Test
    void aWatchOnARuleThatIsNotThereCouldNotBeChecked() {
        Report report = report("format: 1\n" + NOTHING_WRONG, Workflow.none().waivers(watching("nosuchrule", UNTIL)));
        assertEquals(List.of(FindingCode.UNKNOWN_WATCH), about(report));
        assertEquals(Ending.COULD_NOT_CHECK, report.ending());
    }

    @Test
    void moreFindingsThanAreKeptCannotBeCompared() {
        StringBuilder many =
                new StringBuilder(Given.VIOLATION.substring(0, Given.VIOLATION.indexOf("  - name: train")));
        for (int i = 0; i < 300; i++) {
            many.append("  - {name: p")
                    .append(i)
                    .append(", purpose: training, recipient: owner, inputs: [inbox.raw]}\n");
        }
        Workflow workflow = Workflow.none().waivers(waiving(List.of("DU001-0123456789abcdef01234567"), UNTIL));
        Report cut = report(many.toString(), workflow);
        assertTrue(
                about(cut).contains(FindingCode.TOO_MANY_FINDINGS), about(cut).toString());
        assertEquals(cut.checks().get(0).result().total(), cut.checks().get(0).counting());
        GateReport all = Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                .keepingMany()
                .check(Map.of("m.yaml", Given.bytes(many.toString())));
        Report whole = Report.of(List.of(Given.SMALL_STRICT), List.of(all), workflow);
        assertFalse(about(whole).contains(FindingCode.TOO_MANY_FINDINGS));
        assertEquals(all.total(), all.findings().size());
    }

    @Test
    void warningsTakeTheRoomOfWhatIsComparedToo() {
        StringBuilder many = new StringBuilder(ONE_RULE.substring(0, ONE_RULE.indexOf("pipelines:")));
        for (int i = 0; i < 60; i++) {
            many.append("  - {name: a").append(i).append(", categories: [profile]}\n");
            many.append("  - {name: A").append(i).append(", categories: [profile]}\n");
        }
        many.append("pipelines:\n");
        for (int i = 0; i < 160; i++) {
            many.append("  - {name: p")
                    .append(i)
                    .append(", purpose: training, recipient: owner, inputs: [profiles]}\n");
        }
        Workflow workflow = Workflow.none().waivers(waiving(List.of("DU001-0123456789abcdef01234567"), UNTIL));
        Report cut = report(many.toString(), workflow);
        assertEquals(160, cut.checks().get(0).result().total());
        assertEquals(60, cut.checks().get(0).result().warnings());
        assertTrue(cut.text().contains("only the first 200 of 220 findings can be compared"), cut.text());
    }

    @Test
    void aWaiverOfAWarningMatchesNothing() {
        String warned =
                NOTHING_WRONG.replace("pipelines:", "  - {name: CLEAN, noMemberData: only weather}\npipelines:");
        Report open = report("format: 1\n" + warned);
        assertEquals(1, open.checks().get(0).warnings());
        Report waived = report("format: 1\n" + warned, Workflow.none().waivers(waiving(fingerprints(open), UNTIL)));
        assertEquals(List.of(FindingCode.UNMATCHED_WAIVER), about(waived));
    }

    @Test
    void aProjectThatFailsOnAStaleBaselineIsStillOnlyWarnedOfAnEndedWatch() {
        String rule = Given.SMALL.rules().get(0).id();
        Workflow workflow = Workflow.none().failOnStaleBaseline(true).waivers(watching(rule, "2026-11-21"));
        Report report = report("format: 1\n" + NOTHING_WRONG, workflow);
        assertEquals(List.of(FindingCode.ENDED_WATCH), about(report));
        assertEquals(Ending.PASSED, report.ending(), report.text());
    }

    @Test
    void aReportIsOfResultsThatBelongTogether() {
        GateReport strict = Given.check(Given.VIOLATION);
        GateReport documented = Given.check(Given.SMALL_DOCUMENTED, Given.VIOLATION);
        Report both = Report.of(
                List.of(Given.SMALL_STRICT, Given.SMALL_DOCUMENTED), List.of(strict, documented), Workflow.none());
        assertEquals(2, both.checks().size());
        assertThrows(IllegalArgumentException.class, () -> Report.of(List.of(), List.of(), Workflow.none()));
        assertThrows(
                IllegalArgumentException.class,
                () -> Report.of(List.of(Given.SMALL_STRICT), List.of(documented), Workflow.none()));
        assertThrows(IllegalArgumentException.class, () -> Report.without(Ending.PASSED, ""));
        assertEquals("nothing\n", Report.without(Ending.SKIPPED, "nothing").text());
    }
}
