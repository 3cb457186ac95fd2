package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is said of jurisdictions and tables in which countries lie where they should not. */
class RegionChecksTest {
    private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2025, 11, 3));
    private static final List<String> SIX = List.of("AD", "AT", "BE", "DE", "FR", "ZW");

    private static Vocabulary.Jurisdiction place(String name, List<String> codes) {
        return place(name, codes, List.of());
    }

    private static Vocabulary.Jurisdiction place(String name, List<String> codes, List<Vocabulary.IncludesWhen> when) {
        List<Country> countries =
                codes.stream().map(code -> Country.of(code).orElseThrow()).toList();
        return new Vocabulary.Jurisdiction(name, name, countries, List.of(), when, Optional.empty());
    }

    private static List<String> problems(
            List<Vocabulary.Jurisdiction> places, List<String> questions, List<Policy.FirstDays> tables) {
        Policy small = SmallWorld.policy(
                List.of(SmallWorld.rule("deny", Policy.Effect.PROHIBIT, new Condition.FlagIsSet("minor"))),
                List.of(),
                Policy.Effective.ALWAYS);
        List<Policy.Question> asked = new ArrayList<>();
        Map<String, String> answers = new TreeMap<>();
        for (String name : questions) {
            List<Policy.Answer> both = new ArrayList<>();
            for (String answer : List.of("yes", "no")) {
                both.add(new Policy.Answer(answer, answer, List.of(new Policy.Citation("S", "line 1", "so it is"))));
            }
            asked.add(new Policy.Question(name, "Is it?", both));
            answers.put(name, "yes");
        }
        Policy policy = small.toBuilder()
                .vocabulary(small.vocabulary().toBuilder().jurisdictions(places).build())
                .questions(asked)
                .readings(List.of(new Reading("strict", "Strict", answers)))
                .firstDays(tables)
                .build();
        return ExamplePolicy.problems(PolicyJson.write(policy)).stream()
                .map(problem -> problem.code().id() + " " + problem.message())
                .toList();
    }

    private static List<String> problems(Vocabulary.Jurisdiction... places) {
        return problems(List.of(places), List.of(), List.of());
    }

    @Test
    void theEeaHoldsTheEuAndFiveThatItLacksAreNamed() {
        assertEquals(List.of(), problems(place("EU", SIX), place("EEA", SIX)));
        assertEquals(List.of(), problems(place("EU", SIX)));
        assertEquals(List.of(), problems(place("EEA", List.of("NO"))));
        assertEquals(
                List.of("DP031 EEA does not include ZW of EU"),
                problems(place("EU", SIX), place("EEA", SIX.subList(0, 5))));
        assertEquals(
                List.of("DP031 EEA does not include AD, AT, BE, DE, FR of EU"),
                problems(place("EU", SIX), place("EEA", SIX.subList(5, 6))));
        assertEquals(
                List.of("DP031 EEA does not include AD, AT, BE, DE, FR and 1 more of EU"),
                problems(place("EU", SIX), place("EEA", List.of("NO"))));
    }

    private static Policy.FirstDays table(List<List<String>> rows) {
        return new Policy.FirstDays(
                "starts",
                rows.stream().map(in -> new Policy.FirstDays.Row(in, DAY)).toList(),
                DAY);
    }

    @Test
    void aCountryInTwoRowsIsNamedOnceWithTheAnswersUnderWhichItIs() {
        Vocabulary.IncludesWhen one = new Vocabulary.IncludesWhen("one", "no", List.of("small"));
        Vocabulary.IncludesWhen two = new Vocabulary.IncludesWhen("two", "no", List.of("small"));
        List<Vocabulary.Jurisdiction> places = List.of(
                place("small", List.of("AD")),
                place("wide", List.of("DE"), List.of(one)),
                place("other", List.of("FR"), List.of(two)));
        List<String> questions = List.of("one", "two");
        assertEquals(
                List.of("DP030 AD in this row and in an earlier one when one is no and two is no"),
                problems(places, questions, List.of(table(List.of(List.of("wide"), List.of("other"))))));
        assertEquals(
                List.of("DP030 AD in this row and in an earlier one when one is no and two is yes"),
                problems(places, questions, List.of(table(List.of(List.of("small"), List.of("wide"))))));
        assertEquals(
                List.of(
                        "DP030 AD in this row and in an earlier one when one is no and two is yes",
                        "DP030 AD in this row and in an earlier one when one is yes and two is no"),
                problems(
                        places,
                        questions,
                        List.of(table(List.of(List.of("small"), List.of("wide"), List.of("other"))))));
        assertEquals(
                List.of(), problems(places, questions, List.of(table(List.of(List.of("small", "wide", "other"))))));
    }

    @Test
    void moreCombinationsOfAnswersThanTheLimitAreRefused() {
        List<String> questions = new ArrayList<>();
        List<Vocabulary.IncludesWhen> when = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            questions.add("q" + i);
            when.add(new Vocabulary.IncludesWhen("q" + i, "no", List.of("small")));
        }
        Vocabulary.Jurisdiction small = place("small", List.of("AD"));
        assertEquals(
                List.of(),
                problems(List.of(small, place("wide", List.of("DE"), when.subList(0, 12))), questions, List.of()));
        assertEquals(
                List.of("DP002 jurisdictions depend on more than 4096 combinations of answers (limit of combinations)"),
                problems(List.of(small, place("wide", List.of("DE"), when)), questions, List.of()));
    }

    @Test
    void aJurisdictionThatHoldsACountryUnderOneAnswerIsNotEmpty() {
        Vocabulary.IncludesWhen one = new Vocabulary.IncludesWhen("one", "no", List.of("small"));
        Vocabulary.Jurisdiction small = place("small", List.of("AD"));
        assertEquals(
                List.of(), problems(List.of(small, place("when", List.of(), List.of(one))), List.of("one"), List.of()));
        Vocabulary.Jurisdiction none = new Vocabulary.Jurisdiction(
                "none", "None", List.of(), List.of(), List.of(), Optional.of(List.of("anywhere")));
        assertEquals(List.of("DP035 no country lies in none, whatever the answers"), problems(small, none));
    }
}
