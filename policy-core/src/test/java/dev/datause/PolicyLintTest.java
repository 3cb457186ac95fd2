package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.analysis.LintCode;
import dev.datause.analysis.LintFinding;
import dev.datause.analysis.PolicyDiff;
import dev.datause.analysis.PolicyLint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lint finds what does nothing, and says nothing of what does something. */
class PolicyLintTest {
    private static final Path PAGES = Path.of("..", "docs", "findings");
    private static final Condition TRAINING = new Condition.PurposeIs(List.of(Purpose.of("training")));
    private static final Condition MINOR = new Condition.FlagIsSet("minor");
    private static final Condition NORTH = new Condition.Located(List.of("north"), Moment.USE);

    private static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts));
    }

    /** For each code a policy of which it is said, about what. */
    private static Map<LintCode, Map.Entry<Policy, String>> examples() {
        Map<LintCode, Map.Entry<Policy, String>> examples = new EnumMap<>(LintCode.class);
        Policy.Rule grant = SmallWorld.permit("grant", TRAINING);
        examples.put(
                LintCode.DEAD_RULE,
                Map.entry(
                        SmallWorld.policy(
                                grant,
                                SmallWorld.prohibit(
                                        "dead",
                                        all(
                                                new Condition.Certainly(new Condition.AgeAtLeast(18, Moment.USE)),
                                                new Condition.Certainly(
                                                        new Condition.Not(new Condition.AgeAtLeast(16, Moment.USE)))))),
                        "rule dead"));
        examples.put(
                LintCode.SHADOWED_RULE,
                Map.entry(
                        SmallWorld.policy(
                                grant,
                                SmallWorld.prohibit("minors", MINOR),
                                SmallWorld.prohibit("northern-minors", all(MINOR, new Condition.Certainly(NORTH)))),
                        "rule northern-minors"));
        examples.put(
                LintCode.REDUNDANT_PART,
                Map.entry(
                        SmallWorld.policy(
                                grant,
                                SmallWorld.prohibit("twice", all(MINOR, new Condition.Any(List.of(MINOR, NORTH))))),
                        "rule twice"));
        examples.put(
                LintCode.CONFLICT,
                Map.entry(
                        SmallWorld.policy(grant, SmallWorld.prohibit("minors", all(TRAINING, MINOR))), "rule minors"));
        examples.put(
                LintCode.SILENCE,
                Map.entry(SmallWorld.policy(grant), "ads by owner of data, profile, post, message, none"));
        examples.put(LintCode.NEVER_PERMITTED, Map.entry(SmallWorld.policy(grant), "purpose ads"));
        examples.put(
                LintCode.ALWAYS_PERMITTED,
                Map.entry(SmallWorld.policy(grant), "training by owner of data, profile, post, message, none"));
        examples.put(LintCode.UNUSED_WORD, Map.entry(SmallWorld.policy(grant), "setting improve"));
        examples.put(LintCode.IDLE_QUESTION, Map.entry(SmallWorld.policy(grant), "question which"));
        examples.put(LintCode.UNPICKED_ANSWER, Map.entry(SmallWorld.policy(grant), "question which"));
        return examples;
    }

    @ParameterizedTest
    @EnumSource(LintCode.class)
    void everyCodeIsFoundWhereItApplies(LintCode code) {
        Map.Entry<Policy, String> example = examples().get(code);
        PolicyLint lint = PolicyLint.of(example.getKey());
        List<String> subjects = lint.findings().stream()
                .filter(finding -> finding.code() == code)
                .map(LintFinding::subject)
                .toList();
        assertTrue(subjects.contains(example.getValue()), lint::text);
        assertTrue(lint.text().contains("[" + code.id() + "] "));
        assertTrue(lint.json().contains("\"code\": \"" + code.id() + "\""));
    }

    @ParameterizedTest
    @EnumSource(LintCode.class)
    void everyCodeHasAPage(LintCode code) throws IOException {
        String page = Files.readString(PAGES.resolve(code.id() + ".md"));
        assertTrue(page.startsWith("# " + code.id() + ": " + code.meaning() + "\n"), page);
    }

    @Test
    void everyPageIsAboutACode() throws IOException {
        List<String> ids = Arrays.stream(LintCode.values()).map(LintCode::id).toList();
        try (Stream<Path> pages = Files.list(PAGES)) {
            pages.map(page -> page.getFileName().toString())
                    .filter(name -> name.startsWith("PL"))
                    .forEach(name -> assertTrue(ids.contains(name.replace(".md", "")), name));
        }
    }

    @Test
    void aRuleThatMattersIsNotCalledIdle() {
        PolicyLint lint = PolicyLint.of(SmallWorld.policy(
                SmallWorld.permit("grant", TRAINING), SmallWorld.prohibit("minors", all(TRAINING, MINOR))));
        for (LintFinding finding : lint.findings()) {
            assertTrue(!finding.subject().startsWith("rule") || finding.code() == LintCode.CONFLICT, finding::toString);
        }
    }

    @Test
    void aRuleIsCalledIdleExactlyWhereItsAbsenceChangesNothing() {
        int[] seen = new int[2];
        Tries.of(10, random -> {
            Policy policy = SmallWorld.policy(random);
            PolicyLint lint = PolicyLint.of(policy);
            for (Policy.Rule rule : policy.rules()) {
                boolean idle = lint.findings().stream()
                        .anyMatch(finding -> finding.subject().equals("rule " + rule.id())
                                && (finding.code() == LintCode.DEAD_RULE || finding.code() == LintCode.SHADOWED_RULE));
                List<Policy.Rule> others = new ArrayList<>(policy.rules());
                others.remove(rule);
                Policy without = SmallWorld.policy(others, policy.definitions(), policy.effective());
                boolean same = true;
                for (Reading reading : readings(policy)) {
                    same &= PolicyDiff.of(DataUsePolicy.of(policy, reading), DataUsePolicy.of(without, reading))
                            .isEmpty();
                }
                assertEquals(same, idle, () -> rule + "\n" + lint.text());
                seen[same ? 0 : 1]++;
            }
        });
        assertTrue(!Tries.ENOUGH || (seen[0] > 5 && seen[1] > 5), () -> Arrays.toString(seen));
    }

    /** The policy with a jurisdiction that includes the north, with the islands or not, and a table for the north. */
    private static Policy wide(Condition when, List<Policy.Statement> controllers) {
        Policy small = SmallWorld.policy(SmallWorld.prohibit("wide", when));
        List<Vocabulary.Jurisdiction> places =
                new ArrayList<>(small.vocabulary().jurisdictions());
        places.add(
                new Vocabulary.Jurisdiction("wide", "Wide", List.of(), List.of("north"), List.of(), Optional.empty()));
        List<Policy.FirstDays> tables = new ArrayList<>(small.firstDays());
        tables.add(new Policy.FirstDays(
                "in-the-north",
                List.of(new Policy.FirstDays.Row(List.of("wide"), Optional.of(LocalDate.of(1900, 1, 1)))),
                Optional.empty()));
        return small.toBuilder()
                .vocabulary(small.vocabulary().toBuilder().jurisdictions(places).build())
                .firstDays(tables)
                .controllers(controllers)
                .build();
    }

    private static List<String> subjects(PolicyLint lint, LintCode code) {
        return lint.findings().stream()
                .filter(finding -> finding.code() == code)
                .map(LintFinding::subject)
                .toList();
    }

    @Test
    void aPartIsRedundantOnlyIfItIsUnderEveryAnswerThatItsPlacesDependOn() {
        Condition islands = new Condition.Certainly(new Condition.Located(List.of("islands"), Moment.USE));
        for (Condition depends : List.of(
                new Condition.Located(List.of("north"), Moment.USE),
                new Condition.Located(List.of("wide"), Moment.USE),
                new Condition.FirstDayReached("in-the-north", Moment.USE, Moment.USE))) {
            PolicyLint lint = PolicyLint.of(wide(all(islands, new Condition.Certainly(depends)), List.of()));
            assertEquals(List.of(), subjects(lint, LintCode.REDUNDANT_PART), () -> depends + "\n" + lint.text());
        }
        PolicyLint always = PolicyLint.of(wide(
                all(islands, new Condition.Certainly(new Condition.Located(List.of("anywhere"), Moment.USE))),
                List.of()));
        assertEquals(List.of("rule wide"), subjects(always, LintCode.REDUNDANT_PART), always.text());
    }

    @Test
    void whatAStatementNamesIsUsed() {
        List<String> unused = subjects(PolicyLint.of(wide(MINOR, List.of())), LintCode.UNUSED_WORD);
        assertTrue(unused.contains("jurisdiction elsewhere"), unused::toString);
        Policy.Statement elsewhere = new Policy.Statement(List.of("elsewhere"), "Somebody decides.", List.of());
        List<String> named = subjects(PolicyLint.of(wide(MINOR, List.of(elsewhere))), LintCode.UNUSED_WORD);
        assertTrue(!named.contains("jurisdiction elsewhere"), named::toString);
        assertEquals(unused.size() - 1, named.size());
    }

    /** The readings, and each with an answer that none picks. */
    private static List<Reading> readings(Policy policy) {
        List<Reading> readings = new ArrayList<>(policy.readings());
        for (Reading reading : policy.readings()) {
            readings.add(reading.with("third", "which", "third"));
        }
        return readings;
    }

    @Test
    void findingsOfABundledPolicyStandAtTheirPlaces() throws IOException {
        byte[] json;
        try (InputStream in = LinkedIn.class.getResourceAsStream(LinkedIn.POLICY + ".json")) {
            json = in.readAllBytes();
        }
        String[] lines = new String(json, StandardCharsets.UTF_8).split("\n", -1);
        PolicyLint lint = PolicyLint.of(Bundled.POLICY, PolicyPlaces.of("policy.json", json));
        TreeSet<String> unplaced = new TreeSet<>();
        for (LintFinding finding : lint.findings()) {
            Optional<String> at = finding.at();
            if (at.isEmpty()) {
                unplaced.add(finding.code().id());
            } else {
                String[] place = at.get().split(":", -1);
                String name = finding.subject().substring(finding.subject().indexOf(' ') + 1);
                int line = Integer.parseInt(place[1]) - 1;
                assertTrue(
                        lines[line].contains(name)
                                || lines[line + 1].contains(name)
                                || finding.subject().startsWith("question"),
                        () -> finding.subject() + " " + lines[line]);
            }
        }
        assertEquals(new TreeSet<>(List.of("PL005", "PL007")), unplaced);
        assertEquals(34, lint.warnings(), lint.text());
    }
}
