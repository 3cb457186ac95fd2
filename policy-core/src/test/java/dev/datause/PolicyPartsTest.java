package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyPartsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a.txt", "texts/a.txt", "a/b/c", "..a", "a..", "...", ".a/b", "a/b..c"})
    void aNameWithinTheFolderOfTextsIsTaken(String name) {
        assertFalse(SourceReader.leadsOut(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "/a", "a/", "a//b", "..", "../a", "a/..", "a/../b", ".", "./a", "a/.", "a/./b", "\\", "a\\b",
                "\\a", "a\\", ":", "a:b", "c:", ":a"
            })
    void aNameThatCouldLeadOutOfItIsNot(String name) {
        assertTrue(SourceReader.leadsOut(name));
    }

    @Test
    void aWordHasItsPositionAndOthersHaveNone() {
        Vocabulary words = SmallWorld.VOCABULARY;
        assertEquals(0, words.position(Purpose.of("training")));
        assertEquals(1, words.position(Purpose.of("ads")));
        assertEquals(Vocabulary.OTHER, words.position(Purpose.of("other")));
        assertEquals(Vocabulary.MISSING, words.position((Purpose) null));
        assertEquals(2, words.position(Recipient.of("daughter")));
        assertEquals(Vocabulary.OTHER, words.position(Recipient.of("other")));
        assertEquals(Vocabulary.MISSING, words.position((Recipient) null));
        assertEquals(3, words.position(Category.of("message")));
        assertEquals(Vocabulary.OTHER, words.position(Category.of("other")));
        assertEquals(Vocabulary.MISSING, words.position((Category) null));
        assertEquals(1, words.position(Audience.of("friends")));
        assertEquals(Vocabulary.OTHER, words.position(Audience.of("other")));
        assertEquals(Vocabulary.MISSING, words.position((Audience) null));
        assertTrue(Vocabulary.OTHER < 0 && Vocabulary.MISSING < 0 && Vocabulary.OTHER != Vocabulary.MISSING);
    }

    /** What is dead under one reading only is alive; what a definition asks counts like what the rule does. */
    @Test
    void aRuleThatMatchesUnderOneAnswerIsAlive() {
        for (String answer : List.of("use-date", "cut-over")) {
            String asked = "{\"answer\": {\"question\": \"C9\", \"is\": \"" + answer + "\"}}";
            String text = ExamplePolicy.withCondition("{\"defined\": \"asked\"}", "\"asked\": " + asked);
            assertEquals(List.of(), ExamplePolicy.problems(text));
            assertEquals(List.of(), ExamplePolicy.problems(ExamplePolicy.withCondition(asked)));
        }
    }

    @Test
    void aQuoteIsFoundWordByWordInItsOrder() {
        assertEquals("one two", QuoteCheck.normal(" \n one \u00a0\ttwo\r\n"));
        assertEquals("", QuoteCheck.normal(" \n"));
        for (String quote :
                List.of("one two", "one\ntwo", "one ... four", "one…four", "…two", "two...", "one…three...four")) {
            assertTrue(QuoteCheck.holds("one two three four", quote), quote);
        }
        for (String quote :
                List.of("onetwo", "on e", "two … one", "four...one", "one ... one", "...", "…", "", " ", "one…five")) {
            assertFalse(QuoteCheck.holds("one two three four", quote), quote);
        }
    }

    @Test
    void theLastDayOfAPolicyIsNotBeforeItsFirst() {
        LocalDate day = LocalDate.of(2025, 11, 3);
        assertEquals(Optional.of(day), new Policy.Effective(Optional.of(day), Optional.of(day)).until());
        assertEquals(Optional.empty(), new Policy.Effective(Optional.of(day), Optional.empty()).until());
        assertEquals(Optional.empty(), new Policy.Effective(Optional.empty(), Optional.of(day)).from());
        Optional<LocalDate> before = Optional.of(day.minusDays(1));
        assertEquals(
                "until: lies before from",
                assertThrows(IllegalArgumentException.class, () -> new Policy.Effective(Optional.of(day), before))
                        .getMessage());
    }

    @Test
    void aCountryIsKnownFromTheFirstToTheLast() {
        for (Country country : List.of(Country.at(0), Country.at(Country.COUNT - 1))) {
            String code = "\"" + country.code() + "\"";
            String json = ExamplePolicy.with("\"countries\": [\"GP\"]", "\"countries\": [" + code + "]");
            assertEquals(List.of(), ExamplePolicy.problems(json));
            String twice = ExamplePolicy.with(
                    "\"countries\": [\"GP\"], \"count\": 1",
                    "\"countries\": [" + code + ", " + code + "], \"count\": 1");
            assertEquals(
                    "the country " + country.code() + " stands twice in the list",
                    ExamplePolicy.problems(twice).get(0).message());
        }
    }

    private static PolicyPlaces places(String json) {
        return PolicyPlaces.of("p.json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRuleHasAPlaceInWhateverDocument() {
        PolicyPlaces places = places(
                "{\"rules\": [1, {}, {\"id\": 2},\n {\"id\": \"a\"}, {\"id\": \"b\"}], \"vocabulary\": {\"flags\": 1}}");
        assertEquals(Optional.of("p.json:2:2"), places.rule("a"));
        assertEquals(Optional.of("p.json:2:15"), places.rule("b"));
        assertEquals(Optional.empty(), places.rule("c"));
        for (String json : List.of("[]", "{}", "1", "{\"rules\": {}}", "{\"rules\": \"a\"}")) {
            assertEquals(Optional.empty(), places(json).rule("a"), json);
        }
        assertEquals("p.json", places("[]").of("rules"));
        assertEquals("p.json:1:2", places("{\"rules\": 1}").of("rules"));
    }

    private static final String FLAG = "{\"flag\": \"reason-to-believe-minor\"}";

    private static List<String> messages(String condition, List<String> definitions) {
        String text = ExamplePolicy.withCondition(condition, definitions.toArray(new String[0]));
        return ExamplePolicy.problems(text).stream().map(Problem::message).toList();
    }

    @Test
    void aRuleNestsConditionsAsDeepAsTwoHundredAndFiftySixWithItsDefinitions() {
        List<String> definitions = new ArrayList<>();
        for (int i = 0; i < 63; i++) {
            definitions.add("\"d" + i + "\": " + nots(3, "{\"defined\": \"d" + (i + 1) + "\"}"));
        }
        definitions.add("\"d63\": " + FLAG);
        assertEquals(List.of(), messages(nots(2, "{\"defined\": \"d0\"}"), definitions));
        assertEquals(
                List.of("the rule only, definitions put in, nests conditions deeper than 256 (limit of a rule)"),
                messages(nots(3, "{\"defined\": \"d0\"}"), definitions));
    }

    private static String nots(int count, String of) {
        return "{\"not\": ".repeat(count) + of + "}".repeat(count);
    }

    @Test
    void aRuleHoldsAHundredThousandConditionsWithItsDefinitions() {
        List<String> definitions = new ArrayList<>();
        definitions.add("\"d0\": " + FLAG);
        for (int i = 0; i < 14; i++) {
            String twice = "{\"defined\": \"d" + i + "\"}";
            definitions.add("\"d" + (i + 1) + "\": {\"all\": [" + twice + ", " + twice + "]}");
        }
        // 1 + 65,534 + 32,766 and as many flags.
        String two = "{\"all\": [{\"defined\": \"d14\"}, {\"defined\": \"d13\"}";
        assertEquals(List.of(), messages(two + ("," + FLAG).repeat(1_699) + "]}", definitions));
        assertEquals(
                List.of("the rule only, definitions put in, holds more than 100000 conditions (limit of a rule)"),
                messages(two + ("," + FLAG).repeat(1_700) + "]}", definitions));
    }

    /** Reading compares what asks the same; comparing each with each would take a minute. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"setting\": {\"name\": \"ai-improvement\", \"is\": \"on\", \"at\": \"DAY\", \"onCounts\": \"next-day\"}}",
                "{\"located\": {\"in\": [\"EU\"], \"at\": \"DAY\"}}",
                "{\"age\": {\"atLeast\": 18, \"at\": \"DAY\"}}"
            })
    void aRuleOfManyDifferentConditionsIsReadSoon(String condition) {
        String days = IntStream.range(0, 90_000)
                .mapToObj(day -> condition.replace(
                        "DAY", LocalDate.of(1901, 1, 1).plusDays(day).toString()))
                .collect(Collectors.joining(","));
        String text = ExamplePolicy.withCondition("{\"all\": [" + days + "]}");
        assertEquals(List.of(), assertTimeout(Duration.ofSeconds(10), () -> ExamplePolicy.problems(text)));
    }

    @Test
    void theBundledPolicyIsReadOnceAndCompiledUnderBothReadings() {
        assertEquals(LinkedIn.POLICY, LinkedIn.policy().id());
        assertSame(LinkedIn.policy(), LinkedIn.policy());
        assertEquals("strict", LinkedIn.strict().reading().name());
        assertSame(LinkedIn.strict(), LinkedIn.strict());
        assertEquals("documented", LinkedIn.documented().reading().name());
        assertSame(LinkedIn.documented(), LinkedIn.documented());
        assertEquals(Bundled.POLICY, LinkedIn.policy());
    }
}
