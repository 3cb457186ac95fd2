package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.analysis.LintCode;
import dev.datause.analysis.LintFinding;
import dev.datause.analysis.PolicyLint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lint looks under exactly the answers that a policy can have and a rule depends on, and at every kind of use. */
class LintReachTest {
    private static final Condition TRAINING = new Condition.PurposeIs(List.of(Purpose.of("training")));
    private static final Condition ADS = new Condition.PurposeIs(List.of(Purpose.of("ads")));
    private static final Condition MINOR = new Condition.FlagIsSet("minor");
    private static final Policy.Rule GRANT = SmallWorld.rule("grant", Policy.Effect.PERMIT, TRAINING);

    private static Policy policy(Policy.Rule... rules) {
        return SmallWorld.policy(List.of(rules), List.of(), Policy.Effective.ALWAYS);
    }

    private static Policy.Rule prohibit(String id, Condition... all) {
        return SmallWorld.rule(id, Policy.Effect.PROHIBIT, new Condition.All(List.of(all)));
    }

    private static List<String> of(Policy policy, LintCode code) {
        return PolicyLint.of(policy).findings().stream()
                .filter(finding -> finding.code() == code)
                .map(LintFinding::subject)
                .toList();
    }

    private static Condition answered(String question, String answer) {
        return new Condition.Answered(question, answer);
    }

    @Test
    void aRuleOfAnAnswerThatNoReadingPicksMatters() {
        Policy policy = policy(GRANT, prohibit("third", MINOR, answered("which", "third")));
        assertEquals(List.of(), of(policy, LintCode.SHADOWED_RULE));
        assertEquals(List.of("rule third"), of(policy, LintCode.CONFLICT));
    }

    @Test
    void aRuleOfTwoAnswersThatNoReadingPicksTogetherIsReachedAndChangesNothing() {
        Policy policy =
                policy(GRANT, prohibit("mixed", MINOR, answered("islands-north", "yes"), answered("which", "second")));
        assertEquals(List.of("rule mixed"), of(policy, LintCode.SHADOWED_RULE));
        assertEquals(List.of(), of(policy, LintCode.DEAD_RULE));
        assertEquals(List.of(), of(policy, LintCode.CONFLICT));
    }

    @Test
    void aRuleOfOnlyTheLastPurposeRecipientOrCategoryIsNotDead() {
        for (Condition last : List.of(
                ADS,
                new Condition.RecipientIs(List.of(Recipient.of("daughter"))),
                new Condition.CategoryIs(List.of(Category.of("none"))),
                new Condition.Not(new Condition.Certainly(new Condition.CategoryIs(List.of(Category.of("data"))))))) {
            Policy policy = policy(SmallWorld.rule("last", Policy.Effect.PERMIT, last));
            assertEquals(List.of(), of(policy, LintCode.DEAD_RULE), last::toString);
            assertEquals(List.of(), of(policy, LintCode.SHADOWED_RULE), last::toString);
        }
    }

    private static List<Policy.Question> questions(int count, List<Policy.Question> more) {
        List<Policy.Question> questions = new ArrayList<>(more);
        for (int i = 0; i < count; i++) {
            questions.add(new Policy.Question(
                    "q" + i,
                    "Q?",
                    List.of(new Policy.Answer("yes", "Yes", List.of()), new Policy.Answer("no", "No", List.of()))));
        }
        return questions;
    }

    /** A policy that asks more questions, all of which a rule depends on, or a definition that no rule names. */
    private static Policy asking(int count, boolean byARule, boolean byADefinition) {
        Policy small = policy(GRANT);
        List<Condition> answers = new ArrayList<>(List.of(MINOR));
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            answers.add(answered("q" + i, "no"));
            given.put("q" + i, "no");
        }
        given.put("islands-north", "yes");
        given.put("which", "first");
        Condition all = new Condition.All(answers);
        return small.toBuilder()
                .questions(questions(count, small.questions()))
                .readings(List.of(new Reading("strict", "Strict", given)))
                .rules(byARule ? List.of(GRANT, SmallWorld.rule("asks", Policy.Effect.PROHIBIT, all)) : List.of(GRANT))
                .definitions(byADefinition ? List.of(new Policy.Definition("asks", all)) : List.of())
                .build();
    }

    @Test
    void aRuleOfTooManyAnswersIsRefusedWithTheirNumber() {
        Policy most = asking(10, true, false);
        assertEquals(List.of(), of(most, LintCode.DEAD_RULE));
        Policy more = asking(11, true, false);
        AnalysisLimitException refused = assertThrows(AnalysisLimitException.class, () -> PolicyLint.of(more));
        assertEquals(
                "an exact answer needs 2048 combinations of answers, more than the limit of 1024",
                refused.getMessage());
    }

    @Test
    void answersOnWhichNoRuleDependsAreNotCombined() {
        assertEquals(List.of(), of(asking(11, false, true), LintCode.DEAD_RULE));
        assertEquals(List.of(), of(asking(11, false, false), LintCode.DEAD_RULE));
    }

    private static Vocabulary.Jurisdiction place(
            String name, List<Vocabulary.IncludesWhen> when, Optional<List<String>> allExcept) {
        return new Vocabulary.Jurisdiction(name, name, List.of(), List.of(), when, allExcept);
    }

    private static Policy among(Vocabulary.Jurisdiction more, Condition... all) {
        Policy small = policy(prohibit("placed", all));
        List<Vocabulary.Jurisdiction> places =
                new ArrayList<>(small.vocabulary().jurisdictions());
        places.add(more);
        return small.toBuilder()
                .vocabulary(small.vocabulary().toBuilder().jurisdictions(places).build())
                .build();
    }

    /** In the default reading the islands belong to the north, in another they do not. */
    @Test
    void whatAPlaceTakesFromOthersDependsOnTheirAnswers() {
        Condition islands = new Condition.Certainly(new Condition.Located(List.of("islands"), Moment.USE));
        Condition beyond = new Condition.Located(List.of("beyond"), Moment.USE);
        Policy except = among(
                place("beyond", List.of(), Optional.of(List.of("north"))),
                islands,
                new Condition.Certainly(new Condition.Not(beyond)));
        assertEquals(List.of(), of(except, LintCode.REDUNDANT_PART));
        List<Vocabulary.IncludesWhen> whichever = new ArrayList<>();
        for (String answer : List.of("first", "second", "third")) {
            whichever.add(new Vocabulary.IncludesWhen("which", answer, List.of("north")));
        }
        Policy included = among(place("beyond", whichever, Optional.empty()), islands, new Condition.Certainly(beyond));
        assertEquals(List.of(), of(included, LintCode.REDUNDANT_PART));
        Policy onlyExcept = among(
                place("beyond", List.of(), Optional.of(List.of("south"))), islands, new Condition.Certainly(beyond));
        assertEquals(List.of("rule placed"), of(onlyExcept, LintCode.REDUNDANT_PART));
    }

    /** Parts of two rules may be the very same. */
    @Test
    void aPartIsHiddenOnlyByAPartOfItsOwnRuleThatItLiesIn() {
        Condition same = new Condition.FlagIsSet("minor");
        Condition either = new Condition.Any(List.of(same, ADS));
        Policy policy = policy(GRANT, prohibit("inner", MINOR, same), prohibit("outer", MINOR, either));
        assertEquals(List.of("rule inner", "rule inner", "rule outer"), of(policy, LintCode.REDUNDANT_PART));
    }

    private static String says(String flag) {
        Policy small = policy(GRANT);
        Condition part = new Condition.FlagIsSet(flag);
        Policy policy = small.toBuilder()
                .vocabulary(small.vocabulary().toBuilder()
                        .flags(List.of(new Vocabulary.Entry(flag, "Flag")))
                        .build())
                .rules(List.of(prohibit("twice", part, new Condition.Any(List.of(part, ADS)))))
                .build();
        List<String> said = PolicyLint.of(policy).findings().stream()
                .filter(finding -> finding.code() == LintCode.REDUNDANT_PART)
                .map(LintFinding::says)
                .toList();
        assertEquals(1, said.size());
        return said.get(0);
    }

    @Test
    void aPartIsToldInOneLineAndOnlyALongOneIsCut() {
        String before = "without this part of \"all\" everything is as it is: ";
        List<Integer> lengths = new ArrayList<>();
        for (int i = 70; i < 80; i++) {
            String flag = "f".repeat(i);
            Condition part = new Condition.Any(List.of(new Condition.FlagIsSet(flag), ADS));
            String line = PolicyJson.write(part).replaceAll("\\s+", " ").strip();
            lengths.add(line.length());
            assertEquals(before + (line.length() > 120 ? line.substring(0, 120) + "..." : line), says(flag));
        }
        assertTrue(lengths.contains(120), lengths::toString);
    }

    @Test
    void aPolicyOfOneDayPermitsNothingAlways() {
        LocalDate day = LocalDate.of(2025, 11, 3);
        Policy policy =
                SmallWorld.policy(List.of(GRANT), List.of(), new Policy.Effective(Optional.of(day), Optional.of(day)));
        assertEquals(List.of(), of(policy, LintCode.ALWAYS_PERMITTED));
        assertTrue(of(policy, LintCode.NEVER_PERMITTED).contains("purpose ads"));
    }
}
