package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.document.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What probably nobody meant is said once, and only where it is so. */
class PolicyWarningsTest {
    private static final String NO_PROHIBITION = "DP092 no rule prohibits anything";
    private static final String NOT_CITED = "DP093 nothing cites the source T";
    private static final String NO_EFFECT = "DP095 nothing depends on the question which";
    private static final Policy.Citation CITES = new Policy.Citation("T", "line 1", "so it is");
    private static final Condition FLAG = new Condition.FlagIsSet("minor");
    private static final Condition ASKS = new Condition.Answered("which", "first");

    private static Policy with(Condition prohibited, Policy.Definition... definitions) {
        Policy small = SmallWorld.policy(
                List.of(
                        SmallWorld.rule("grant", Policy.Effect.PERMIT, FLAG),
                        SmallWorld.rule("deny", Policy.Effect.PROHIBIT, prohibited)),
                List.of(definitions),
                Policy.Effective.ALWAYS);
        List<Policy.Source> sources = new ArrayList<>(small.sources());
        sources.add(new Policy.Source("T", "Another", "There", Policy.Trust.PRESS, Optional.of("t.txt")));
        return small.toBuilder().sources(sources).build();
    }

    private static List<String> warnings(Policy policy) {
        return warnings(policy, PolicyJson.Options.STANDARD);
    }

    private static List<String> warnings(Policy policy, PolicyJson.Options options) {
        byte[] written = ExamplePolicy.bytes(PolicyJson.write(policy));
        return PolicyJson.load("written.json", written, options).warnings().stream()
                .map(warning -> warning.code().id() + " " + warning.message())
                .toList();
    }

    @Test
    void aSourceThatNothingCitesIsToldAndOneThatAnythingCitesIsNot() {
        Policy policy = with(ASKS);
        assertEquals(List.of(NOT_CITED), warnings(policy));
        List<Policy.Rule> rules = new ArrayList<>(policy.rules());
        rules.set(
                0,
                new Policy.Rule("grant", Policy.Effect.PERMIT, "So it is.", FLAG, List.of(CITES), Policy.Remedy.NONE));
        assertEquals(List.of(), warnings(policy.toBuilder().rules(rules).build()));
        List<Policy.Question> questions = new ArrayList<>(policy.questions());
        List<Policy.Answer> answers = new ArrayList<>(questions.get(1).answers());
        answers.set(1, new Policy.Answer("second", "second", List.of(CITES)));
        questions.set(1, new Policy.Question("which", "Which?", answers));
        assertEquals(List.of(), warnings(policy.toBuilder().questions(questions).build()));
        Policy.Statement statement = new Policy.Statement(List.of(), "So it is", List.of(CITES));
        assertEquals(
                List.of(),
                warnings(policy.toBuilder().controllers(List.of(statement)).build()));
        List<Vocabulary.PurposeEntry> purposes =
                new ArrayList<>(policy.vocabulary().purposes());
        Vocabulary.PurposeEntry first = purposes.get(0);
        purposes.set(
                0,
                new Vocabulary.PurposeEntry(
                        first.name(), first.title(), first.defaultRecipient(), first.usual(), List.of(statement)));
        assertEquals(
                List.of(),
                warnings(policy.toBuilder()
                        .vocabulary(policy.vocabulary().toBuilder()
                                .purposes(purposes)
                                .build())
                        .build()));
    }

    @Test
    void aQuestionOnWhichNothingDependsIsToldAndOneOnWhichAnythingDoesIsNot() {
        assertEquals(List.of(NOT_CITED, NO_EFFECT), warnings(with(FLAG)));
        assertEquals(List.of(NOT_CITED), warnings(with(ASKS)));
        assertEquals(List.of(NOT_CITED), warnings(with(new Condition.Any(List.of(FLAG, new Condition.Not(ASKS))))));
        assertEquals(
                List.of(NOT_CITED), warnings(with(new Condition.Defined("asks"), new Policy.Definition("asks", ASKS))));
        // The islands are of the north by the answer to a question, which is asked by no rule.
        Policy apart = with(ASKS);
        List<Vocabulary.Jurisdiction> places =
                new ArrayList<>(apart.vocabulary().jurisdictions());
        Vocabulary.Jurisdiction north = places.get(1);
        places.set(
                1,
                new Vocabulary.Jurisdiction(
                        north.name(), north.title(), north.countries(), List.of(), List.of(), Optional.empty()));
        assertEquals(
                List.of(NOT_CITED, "DP095 nothing depends on the question islands-north"),
                warnings(apart.toBuilder()
                        .vocabulary(apart.vocabulary().toBuilder()
                                .jurisdictions(places)
                                .build())
                        .build()));
    }

    @Test
    void aPolicyThatProhibitsNothingIsTold() {
        Policy policy = with(ASKS);
        assertEquals(
                List.of(NOT_CITED, NO_EFFECT, NO_PROHIBITION),
                warnings(policy.toBuilder().rules(policy.rules().subList(0, 1)).build()));
        assertEquals(
                List.of(NOT_CITED, NO_EFFECT, "DP091 there is no rule, so everything is denied"),
                warnings(policy.toBuilder().rules(List.of()).build()));
    }

    @Test
    void quotesOfASourceWithoutADocumentAreToldWhereQuotesAreChecked() {
        PolicyJson.Options checks =
                new PolicyJson.Options(Limits.STANDARD, Optional.of(ExamplePolicy.texts(Map.of("t.txt", "so it is"))));
        assertEquals(
                List.of("DP094 the quotes of S were not checked: it names no document", NOT_CITED),
                warnings(with(ASKS), checks));
    }
}
