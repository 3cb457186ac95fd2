package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.LinkedIn;
import dev.datause.document.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad manifests and what must come of them; what concerns YAML alone is in {@link YamlDocumentTest}. */
class ManifestCatalogueTest {
    private static final String SAFE = """
            format: 1
            datasets:
              - name: profiles
                categories: [profile]
            pipelines:
              - name: train
                purpose: training
                recipient: owner
                inputs: [profiles]
                guard: {policy: small, reading: strict}
            """;

    private static void only(FindingCode code, Verdict verdict, String yaml) {
        GateReport report = Given.check(yaml);
        assertEquals(List.of(code), Given.codes(report), report.text());
        assertEquals(verdict, report.verdict());
    }

    private static void violated(FindingCode code, String yaml) {
        only(code, Verdict.VIOLATED, yaml);
    }

    private static void couldNotCheck(FindingCode code, String yaml) {
        only(code, Verdict.COULD_NOT_CHECK, yaml);
    }

    private static void refused(String yaml) {
        couldNotCheck(FindingCode.REFUSED_MANIFEST, yaml);
    }

    private static String first(String yaml) {
        return Given.check(yaml).findings().get(0).text();
    }

    @Test
    void aManifestWithNothingWrongPasses() {
        GateReport report = Given.check(SAFE);
        assertEquals(Verdict.PASSED, report.verdict(), report.text());
        assertEquals(new Completeness(2, 2, 0, 0), report.completeness());
        report.throwUnlessPassed();
    }

    @Test
    void y03TagsThroughAnchorsOrMergeKeysAreRefusedNotLost() {
        refused(SAFE.replace("[profile]", "&tags [message]"));
        refused(SAFE.replace("    categories: [profile]\n", "    <<: {categories: [message]}\n"));
    }

    @Test
    void y04NorwayIsACountryAndOnIsAWord() {
        String members = "    members: {located: {in: [NO], at: use}}\n";
        String yaml = SAFE.replace("    categories: [profile]\n", "    categories: [profile]\n" + members);
        assertTrue(first(yaml).contains("\"NO\""), first(yaml));
        assertEquals(
                Verdict.PASSED,
                Given.check(
                                SAFE.replace(
                                        "    guard:",
                                        "    guards: [{setting: {name: improve, is: on, at: use, onCounts: next-day}}]\n    guard:"))
                        .verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-03", "1:20", "0777", "1.10", "1e3", "NO", "off"})
    void y05NamesAreTextAsWritten(String name) {
        String renamed = SAFE.replace("profiles", name);
        assertEquals(Verdict.PASSED, Given.check(renamed).verdict(), renamed);
        String elsewhere = SAFE.replace("inputs: [profiles]", "inputs: [" + name + "]");
        assertTrue(first(elsewhere).contains("undeclared dataset \"" + name + "\""), first(elsewhere));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trai\u2011ning",
                "Training",
                "TRAINING",
                "\"training \"",
                "\" training\"",
                "tr\u0430ining",
                "\"train\u200bing\"",
                "tra\u0131ning"
            })
    void y09APurposeThatOnlyLooksLikeOneIsUnknown(String purpose) {
        String yaml = SAFE.replace("purpose: training", "purpose: " + purpose);
        couldNotCheck(FindingCode.UNKNOWN_PURPOSE, yaml);
        if (!purpose.contains("\u2011")) {
            assertTrue(first(yaml).contains("looks like \"training\""), first(yaml));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ai\u2011training", "ai_training", "AI-Training", "\"ai-training \"", "\"ai-training\u00a0\""})
    void y09TheBundledPolicySaysWhatAPurposeLooksLike(String purpose) {
        GateReport report = Given.check(LinkedIn.strict(), SAFE.replace("purpose: training", "purpose: " + purpose));
        String text = report.text();
        assertTrue(text.contains("unknown purpose") && text.contains("looks like \"ai-training\""), text);
        assertEquals(Verdict.VIOLATED, report.verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "[[training]]", "{name: training}", "true", "~", "\"\""})
    void y10APurposeThatIsNoTextIsRefused(String purpose) {
        refused(SAFE.replace("purpose: training", "purpose: " + purpose));
    }

    @Test
    void y11APipelineWithoutPurposeIsAFinding() {
        violated(FindingCode.NO_PURPOSE, SAFE.replace("    purpose: training\n", ""));
        violated(FindingCode.NO_PURPOSE, SAFE.replace("purpose: training", "purpose: []"));
    }

    @Test
    void everyPurposeOfAListIsChecked() {
        String yaml = Given.VIOLATION
                .replace("[message, {category: story, audience: public}]", "[profile]")
                .replace("purpose: training", "purpose: [training, ads]");
        String text = Given.check(yaml).text();
        assertTrue(text.contains("reach training") && text.contains("reach ads"), text);
    }

    @Test
    void y12AnUndeclaredInputMayHoldEverything() {
        String yaml = SAFE.replace("inputs: [profiles]", "inputs: [profiles, Profiles]");
        violated(FindingCode.UNDECLARED_DATASET, yaml);
        assertTrue(first(yaml).contains("looks like \"profiles\""), first(yaml));
        String unguarded = yaml.replace("    guard: {policy: small, reading: strict}\n", "");
        Finding finding = Given.check(unguarded).findings().stream()
                .filter(f -> f.code() == FindingCode.UNDECLARED_DATASET)
                .findFirst()
                .orElseThrow();
        assertEquals(false, finding.witness().orElseThrow().decision().permitted());
    }

    @Test
    void y13ADatasetDeclaredTwiceIsNotChecked() {
        String again = "  - name: profiles\n    categories: [profile]\npipelines:";
        couldNotCheck(FindingCode.DATASET_TWICE, SAFE.replace("pipelines:", again));
        couldNotCheck(FindingCode.DATASET_TWICE, SAFE.replace("pipelines:", again.replace("[profile]", "[message]")));
    }

    @Test
    void y14NamesThatOnlyLookAlikeAreKeptApartWithAWarning() {
        for (String other : new String[] {"Profiles", "ｐrofiles", "profiles/"}) {
            String yaml = SAFE.replace("pipelines:", "  - name: " + other + "\n    categories: [message]\npipelines:");
            only(FindingCode.NAMES_ALIKE, Verdict.PASSED, yaml);
            assertEquals(
                    Verdict.VIOLATED,
                    Given.check(yaml.replace("inputs: [profiles]", "inputs: [" + other + "]")
                                    .replace("    guard: {policy: small, reading: strict}\n", ""))
                            .verdict());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a, A, true",
        "z, Z, true",
        "a/b, a//b, true",
        "a/b, a\\b, true",
        "a, a/, true",
        "a, a\\, true",
        "file, ﬁle, true",
        "é, É, true",
        "é, e\u0301, true",
        "a, b, false",
        "a-b, a_b, false",
        "a, a~, false",
        "a@, a`, false",
        "'a[', 'a{', false",
        "é, e, false"
    })
    void namesAreAlikeInWhateverCaseFormAndSlashesTheyAreWritten(String one, String other, boolean alike) {
        String yaml = SAFE.replace(
                "pipelines:",
                "  - name: '" + one + "'\n    categories: [post]\n  - name: '" + other
                        + "'\n    categories: [post]\npipelines:");
        assertEquals(alike ? List.of(FindingCode.NAMES_ALIKE) : List.of(), Given.codes(yaml));
    }

    @Test
    void whatReadsADatasetDeclaredTwiceOrOfUnknownContentIsNotCounted() {
        String further = SAFE.replace("inputs: [profiles]", "inputs: [features]")
                .replace("    guard: {policy: small, reading: strict}\n", "")
                .replace("pipelines:", """
                          - {name: features, derived: true}
                        steps:
                          - {name: build, inputs: [profiles], outputs: [features]}
                        pipelines:""");
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(further));
        assertEquals(0, Given.check(further).completeness().couldNotCheck());
        String twice = further.replace("steps:", "  - {name: profiles, categories: [message]}\nsteps:");
        couldNotCheck(FindingCode.DATASET_TWICE, twice);
        assertEquals(2, Given.check(twice).completeness().couldNotCheck());
        String unknown = further.replace("[profile]", "[mesage]");
        couldNotCheck(FindingCode.UNKNOWN_CATEGORY, unknown);
        assertEquals(1, Given.check(unknown).completeness().couldNotCheck());
    }

    @Test
    void y15ACategoryThatThePolicyDoesNotHaveIsAFinding() {
        couldNotCheck(FindingCode.UNKNOWN_CATEGORY, SAFE.replace("[profile]", "[profile, mesage]"));
        couldNotCheck(FindingCode.UNKNOWN_AUDIENCE, SAFE.replace("[profile]", "[{category: post, audience: all}]"));
        couldNotCheck(FindingCode.UNKNOWN_RECIPIENT, SAFE.replace("recipient: owner", "recipient: Owner"));
    }

    @Test
    void y19APopulationThatIsNotDeclaredIsEveryMember() {
        GateReport report = Given.check(SAFE.replace("    guard: {policy: small, reading: strict}\n", ""));
        assertEquals(List.of(FindingCode.VIOLATION), Given.codes(report));
        assertTrue(report.findings().stream().allMatch(f -> f.witness().isPresent()));
    }

    @Test
    void y20AContradictoryPopulationIsNotAVacuousPass() {
        String yaml = SAFE.replace(
                "    categories: [profile]\n",
                "    categories: [profile]\n    members: {all: [{age: {atLeast: 18, at: use}}, {not: {age: {atLeast: 16, at: use}}}]}\n");
        violated(FindingCode.EMPTY_POPULATION, yaml);
        violated(FindingCode.EMPTY_POPULATION, yaml.replace("    guard: {policy: small, reading: strict}\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other.yaml", "/etc/passwd", "https://example.org/m.yaml", "m.yaml"})
    void y25IncludesAreNotPartOfTheFormat(String include) {
        refused("include: " + include + "\n" + SAFE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${env}.profiles", "#{x}", "{{ ref('profiles') }}", "{% x %}", "<%= x %>", "@name@"})
    void y26PlaceholdersCannotBeChecked(String placeholder) {
        couldNotCheck(FindingCode.PLACEHOLDER, SAFE.replace("name: profiles", "name: \"" + placeholder + "\""));
        couldNotCheck(FindingCode.PLACEHOLDER, SAFE.replace("purpose: training", "purpose: \"" + placeholder + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "#{", "{{", "}}", "{%", "<%"})
    void halfAPlaceholderIsOneTooWhereverItStands(String mark) {
        for (String name : List.of(mark, mark + "x", "x" + mark, "x" + mark + "x")) {
            couldNotCheck(FindingCode.PLACEHOLDER, SAFE.replace("name: profiles", "name: \"" + name + "\""));
        }
    }

    @Test
    void y27NothingToCheckIsNotAPass() {
        GateReport report = Gate.of(Given.SMALL_STRICT, Given.AS_OF).check(Map.of());
        assertEquals(Verdict.COULD_NOT_CHECK, report.verdict());
        assertEquals(List.of(FindingCode.NO_PIPELINES), Given.codes(report));
        couldNotCheck(FindingCode.NO_PIPELINES, SAFE.substring(0, SAFE.indexOf("pipelines:")));
        couldNotCheck(FindingCode.NO_PIPELINES, "format: 1\n");
    }

    @Tag("costly")
    @Test
    void y28AManifestOfTenMegabytesIsCheckedAndOneOverTheLimitIsNot() {
        StringBuilder big = new StringBuilder("format: 1\ndatasets:\n");
        for (int i = 0; big.length() < 10_000_000; i++) {
            big.append("  - {name: warehouse.department.table_")
                    .append(i)
                    .append(", categories: [profile, post, message]}\n");
        }
        big.append("  - {name: profiles, categories: [profile]}\n");
        big.append(SAFE, SAFE.indexOf("pipelines:"), SAFE.length());
        byte[] bytes = Given.bytes(big.toString());
        assertTimeout(Duration.ofSeconds(60), () -> {
            GateReport report = Gate.of(Given.SMALL_STRICT, Given.AS_OF).check(Map.of("m.yaml", bytes));
            assertEquals(Verdict.PASSED, report.verdict(), report.text());
        });
        GateReport report = Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                .limits(Limits.STANDARD.withFileBytes(bytes.length - 1))
                .check(Map.of("m.yaml", bytes));
        assertEquals(Verdict.COULD_NOT_CHECK, report.verdict());
        assertTrue(report.text().contains("limit fileBytes"), report.text());
    }

    @Tag("costly")
    @Test
    void h05AMillionViolationsAreCountedAndTheFirstAreShown() {
        StringBuilder big = new StringBuilder("format: 1\ndatasets:\n");
        StringBuilder inputs = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            big.append("  - {name: d").append(i).append(", categories: [message]}\n");
            inputs.append(i == 0 ? "" : ", ").append('d').append(i);
        }
        big.append("pipelines:\n");
        for (int i = 0; i < 1_000; i++) {
            big.append("  - {name: p").append(i).append(", purpose: training, recipient: owner, inputs: [");
            big.append(inputs).append("]}\n");
        }
        GateReport report = Given.check(big.toString());
        assertEquals(1_000_000, report.total());
        assertEquals(200, report.findings().size());
        assertTrue(report.text().contains("and 999800 more, not listed\n"));
        assertTrue(report.summary().startsWith("policy: 1000000 findings in 1000 pipelines, 1000 datasets;"));
    }

    @Test
    void guardsAndDaysThatLeaveNothingAreFindings() {
        String off = "    guards: [{setting: {name: improve, is: on, at: use, onCounts: next-day}}, "
                + "{setting: {name: improve, is: off, at: use, onCounts: next-day}}]\n";
        violated(FindingCode.GUARD_LETS_NOTHING, SAFE + off);
        violated(FindingCode.GUARD_LETS_NOTHING, SAFE.replace("    guard: {policy: small, reading: strict}\n", off));
        violated(
                FindingCode.NO_DAYS,
                SAFE.replace(
                                "    categories: [profile]\n",
                                "    categories: [profile]\n    collected: {from: 2027-01-01}\n")
                        + "    runs: {from: 2026-01-01, until: 2026-12-31}\n");
    }

    @Test
    void aCallOfAnotherPolicyOrAnotherReadingIsNoGuard() {
        assertTrue(Given.codes(SAFE.replace("policy: small", "policy: smal"))
                .containsAll(List.of(FindingCode.VIOLATION, FindingCode.OTHER_POLICY)));
        assertTrue(Given.codes(SAFE.replace("reading: strict", "reading: documented"))
                .containsAll(List.of(FindingCode.VIOLATION, FindingCode.OTHER_READING)));
        assertEquals(Verdict.VIOLATED, Given.check(Given.SMALL_DOCUMENTED, SAFE).verdict());
        String documented = SAFE.replace("reading: strict", "reading: documented");
        assertEquals(
                Verdict.PASSED, Given.check(Given.SMALL_DOCUMENTED, documented).verdict());
    }

    @Test
    void aPipelineWithoutInputsAndOneDeclaredTwiceCannotBeChecked() {
        couldNotCheck(FindingCode.NO_INPUTS, SAFE.replace("inputs: [profiles]", "inputs: []"));
        couldNotCheck(FindingCode.NO_INPUTS, SAFE.replace("    inputs: [profiles]\n", ""));
        couldNotCheck(FindingCode.PIPELINE_TWICE, SAFE + SAFE.substring(SAFE.indexOf("  - name: train")));
    }

    @Test
    void aCategoryStandsForAllBelowIt() {
        String posts = Given.VIOLATION
                .replace("[message, {category: story, audience: public}]", "[{category: post, audience: public}]")
                .replace(
                        "{located: {in: [north], at: use}}",
                        "{all: [{located: {in: [north], at: use}}, {not: {flag: minor}}, "
                                + "{age: {atLeast: 18, at: collection}}, "
                                + "{setting: {name: improve, is: on, at: use, onCounts: next-day}}]}");
        GateReport report = Given.check(posts);
        assertEquals(1, report.total(), report.text());
        assertTrue(report.text().contains("lets story (below post) of 'inbox.raw' reach training"), report.text());
        assertEquals(
                Verdict.PASSED,
                Given.check(posts.replace("{category: post, audience: public}", "profile"))
                        .verdict());
    }

    @Test
    void aDatasetWithoutMemberDataHarmsNobody() {
        assertEquals(
                Verdict.PASSED,
                Given.check(SAFE.replace("categories: [profile]", "noMemberData: ISO country codes")
                                .replace("    guard: {policy: small, reading: strict}\n", ""))
                        .verdict());
        refused(SAFE.replace("    categories: [profile]\n", "    categories: [profile]\n    noMemberData: x\n"));
        refused(SAFE.replace("categories: [profile]", "categories: []"));
        refused(SAFE.replace("    categories: [profile]\n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{category: profile}",
                "{all: [{flag: minor}, {not: {purpose: training}}]}",
                "{certainly: {recipient: owner}}",
                "{possibly: {audience: public}}",
                "{used: {from: 2025-11-03}}",
                "{collected: {from: 2025-11-03}}",
                "{answer: {question: age-unknown, is: denies}}",
                "{flag: unheard-of}",
                "{age: {atLeast: 022, at: use}}"
            })
    void membersAreDescribedByFactsAboutThem(String members) {
        refused(SAFE.replace(
                "    categories: [profile]\n", "    categories: [profile]\n    members: " + members + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{from: 2026-01-01, until: 2025-01-01}",
                "{until: 2026-01-01}",
                "{from: 2026-02-30}",
                "{from: 20260101}",
                "{from: ~}",
                "{form: 2026-01-01}",
                "2026-01-01"
            })
    void daysOfRunsAreWholeWindows(String runs) {
        refused(SAFE + "    runs: " + runs + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"format: 2", "format: 0", "format: \"1\"", "format: 1.0", "format: 01", "version: 1"})
    void onlyFormatOneIsRead(String format) {
        refused(SAFE.replace("format: 1", format));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inputs: [profiles, profiles]",
                "inputs: profiles",
                "inputs: [[profiles]]",
                "inputs: [\" profiles\"]"
            })
    void inputsAreAListOfDifferentNames(String inputs) {
        refused(SAFE.replace("inputs: [profiles]", inputs));
    }
}
