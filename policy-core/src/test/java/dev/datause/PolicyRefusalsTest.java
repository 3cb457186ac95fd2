package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the example with one piece of text in place of another. */
class PolicyRefusalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"aliases\": [\"gai\"] | \"aliases\": [\"gai\", \"gai\"]"
                        + " | DP026 the alias \"gai\" is a name of a setting already, at 52:21",
                "\"aliases\": [\"gai\"] | \"aliases\": [\"gai\", \"partner-ads\"]"
                        + " | DP026 the alias \"partner-ads\" is a name of a setting already, at 54:7",
                "\"aliases\": [\"gai\"] | \"aliases\": [\"gai\", \"ai\"] | ``",
                "{\"category\": \"public-post\", \"audience\": \"public\"}], | {\"category\": \"profile\"}],"
                        + " | DP019 the usual data stands twice in the list",
                "{\"category\": \"public-post\", \"audience\": \"public\"}], | {\"category\": \"public-post\","
                        + " \"audience\": \"public\"}, {\"category\": \"public-post\", \"audience\": \"public\"}],"
                        + " | DP019 the usual data stands twice in the list",
                "{\"category\": \"public-post\", \"audience\": \"public\"}], | {\"category\": \"public-post\","
                        + " \"audience\": \"public\"}, {\"category\": \"public-post\", \"audience\": \"limited\"}], | ``",
                "{\"category\": \"public-post\", \"audience\": \"public\"}], | {\"category\": \"public-post\","
                        + " \"audience\": \"public\"}, {\"category\": \"public-post\"}], | ``",
                "[\"standard\", \"education\"] | [\"standard\", \"education\", \"standard\"] | DP019 the value stands twice in the list",
                "{\"C25\": \"apart\", \"C9\": \"use-date\"} | {\"C25\": \"apart\", \"C9\": \"use-date\", \"C8\": \"x\"}"
                        + " | DP022 unknown question \"C8\"; did you mean \"C9\"?",
                "{\"C25\": \"apart\", \"C9\": \"use-date\"} | {\"C25\": \"apart\", \"C9\": \"use\"}"
                        + " | DP022 unknown answer to C9 \"use\"",
                "{\"C25\": \"apart\", \"C9\": \"use-date\"} | {\"C25\": \"apart\"}"
                        + " | DP029 the reading documented does not answer the question C9",
                "\"allExcept\": [\"EEA\", \"GB\"] | \"allExcept\": [\"EEA\", \"GB\"], \"countries\": [\"US\"]"
                        + " | DP036 \"allExcept\" stands alone, without countries or includes",
                "\"allExcept\": [\"EEA\", \"GB\"] | \"allExcept\": [\"EEA\", \"GB\"], \"includes\": [\"GB\"]"
                        + " | DP036 \"allExcept\" stands alone, without countries or includes",
                "\"allExcept\": [\"EEA\", \"GB\"] | \"allExcept\": [\"EEA\", \"GB\"], \"includesWhen\":"
                        + " [{\"question\": \"C25\", \"answer\": \"apart\", \"jurisdictions\": [\"GB\"]}]"
                        + " | DP036 \"allExcept\" stands alone, without countries or includes",
                "\"title\": \"Everywhere else\", \"allExcept\": [\"EEA\", \"GB\"] | \"title\": \"Everywhere else\""
                        + " | DP036 a jurisdiction has countries, includes, includesWhen or allExcept",
                "[\"GP\"] | [\"ad\"] | DP023 \"ad\" is not an assigned ISO 3166-1 code; did you mean \"AD\"?",
                "[\"GP\"] | [\" zw\"] | DP023 \" zw\" is not an assigned ISO 3166-1 code; did you mean \"ZW\"?",
                "[\"GP\"] | [\"EU\"] | DP023 \"EU\" is not an assigned ISO 3166-1 code; the European Union is no country;"
                        + " make it a jurisdiction and name it in \"includes\"",
                "\"countries\": [\"GL\", \"FO\"], \"count\": 2 | \"countries\": [\"GL\", \"FO\"]"
                        + " | DP024 2 countries are listed without a count; add \"count\": 2, so that a lost line is noticed",
                "\"document\": \"l1.txt\" | \"document\": \"../l1.txt\""
                        + " | DP039 document \"../l1.txt\" is not a relative file name; write it as it stands in the folder of"
                        + " texts, with '/' between folders and without '..'",
                "\"defaultReading\": \"strict\" | \"defaultReading\": \"strikt\""
                        + " | DP022 unknown reading \"strikt\"; did you mean \"strict\"?",
                "\"includes\": [\"EU\"] | \"includes\": [\"outermost\"]"
                        + " | DP031 EEA does not include AT, BE, DE, FO, GL of EU when C25 is as-parent; add \"includes\": [\"EU\"]",
            })
    void isRefusedForExactlyThis(String old, String replacement, String said) {
        assertEquals(
                said,
                ExamplePolicy.problems(ExamplePolicy.with(old, replacement)).stream()
                        .map(problem -> problem.code().id() + " " + problem.message()
                                + problem.hint().map(hint -> "; " + hint).orElse(""))
                        .collect(Collectors.joining("\n")));
    }
}
