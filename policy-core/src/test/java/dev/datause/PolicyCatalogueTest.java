package dev.datause;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import dev.datause.document.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What must happen to bad policies, one group for each kind of fault. Long because it is a catalogue: the groups share
 * nothing but their order, and a reader looks one line of the list of faults up by its number, in one place.
 */
class PolicyCatalogueTest {
    private static final String FLAG = "{\"flag\": \"reason-to-believe-minor\"}";

    @Nested
    class P01WithoutAnObject {
        @ParameterizedTest
        @ValueSource(strings = {"", "  \r\n\t ", "null", "[]", "\"a policy\"", "1", "true"})
        void isRefused(String json) {
            ExamplePolicy.problem(DocumentCode.NO_OBJECT, json);
        }
    }

    @Nested
    class P02CutOff {
        @Test
        void isRefusedAtEveryByteAndNeverAShorterPolicy() {
            byte[] whole = ExamplePolicy.bytes(ExamplePolicy.TEXT.strip());
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThrows(DocumentException.class, () -> PolicyJson.read("cut", cut));
            }
            assertEquals(ExamplePolicy.POLICY, PolicyJson.read("whole", whole));
        }
    }

    @Nested
    class P03FollowedBySomething {
        @ParameterizedTest
        @ValueSource(strings = {"{}", "x", ",", "]", "}", "// end", "\u00a0"})
        void isRefused(String rest) {
            Problem problem = ExamplePolicy.problem(DocumentCode.TRAILING, ExamplePolicy.TEXT + rest);
            assertEquals(ExamplePolicy.TEXT.lines().count() + 1, problem.at().line());
        }
    }

    @Nested
    class P04WithEqualKeys {
        @Test
        void isRefusedWithBothPlacesAtTheTop() {
            String json = ExamplePolicy.with("\"format\": 1,", "\"format\": 1, \"format\": 1,");
            Problem problem = ExamplePolicy.problem(DocumentCode.EQUAL_KEYS, json);
            assertEquals("2:16", problem.at().toString());
            assertTrue(problem.message().contains("2:3"), problem::message);
        }

        @Test
        void isRefusedWithBothPlacesInside() {
            String json = ExamplePolicy.with(
                    "\"ads-team\": {\"title\": \"Its ads team\"", "\"ads-team\": {\"title\": \"A\", \"title\": \"B\"");
            Problem problem = ExamplePolicy.problem(DocumentCode.EQUAL_KEYS, json);
            assertTrue(problem.message().contains("title"), problem::message);
        }

        @Test
        void isRefusedHoweverTheKeyIsWritten() {
            ExamplePolicy.problem(
                    DocumentCode.EQUAL_KEYS,
                    ExamplePolicy.with("\"format\": 1,", "\"format\": 1, \"form\\u0061t\": 1,"));
        }
    }

    @Nested
    class P05WithAnUnknownKey {
        @Test
        void isRefusedWithTheNearestKey() {
            String json = ExamplePolicy.with("\"rules\": [", "\"denyRule\": [], \"rules\": [");
            Problem problem = ExamplePolicy.problem(DocumentCode.UNKNOWN_KEY, json);
            assertEquals("unknown key \"denyRule\"", problem.message());
            assertEquals(Optional.of("did you mean \"rules\"?"), problem.hint());
        }

        @Test
        void isRefusedInOtherCapitals() {
            List<Problem> problems =
                    ExamplePolicy.problems(ExamplePolicy.with("\"defaultReading\"", "\"DefaultReading\""));
            assertEquals(List.of(DocumentCode.MISSING_KEY, DocumentCode.UNKNOWN_KEY), ExamplePolicy.codes(problems));
            assertEquals(
                    Optional.of("looks like \"defaultReading\""),
                    problems.get(1).hint());
        }
    }

    @Nested
    class P06WithoutSomethingRequired {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "format",
                    "policy",
                    "version",
                    "title",
                    "vocabulary",
                    "sources",
                    "readings",
                    "defaultReading",
                    "rules",
                    "purposes",
                    "recipients",
                    "categories",
                    "id",
                    "effect",
                    "sentence",
                    "when",
                    "cites",
                    "asks",
                    "says",
                    "at",
                    "quote",
                    "source",
                    "where",
                    "trust",
                    "is",
                    "name",
                    "table",
                    "place",
                    "reachedBy",
                    "atLeast",
                    "onCounts",
                    "scope",
                    "stage",
                    "withdrawalCounts",
                    "absentCounts",
                    "usual",
                    "path",
                    "values",
                    "elsewhere",
                    "day",
                    "question",
                    "answer",
                    "category"
                })
        void isRefusedWhenItIsMissingNullOrEmpty(String key) {
            String quoted = "\"" + key + "\":";
            assertTrue(ExamplePolicy.TEXT.contains(quoted), key);
            int at = ExamplePolicy.TEXT.indexOf(quoted);
            String gone = ExamplePolicy.TEXT.substring(0, at) + "\"zz-zz\":"
                    + ExamplePolicy.TEXT.substring(at + quoted.length());
            String nothing = valueReplaced(at + quoted.length(), "null");
            String empty = valueReplaced(at + quoted.length(), "\"\"");
            assertAll(
                    () -> assertFalse(ExamplePolicy.problems(gone).isEmpty(), "missing"),
                    () -> assertTrue(
                            ExamplePolicy.codes(ExamplePolicy.problems(nothing)).contains(DocumentCode.NULL), "null"),
                    () -> assertFalse(ExamplePolicy.problems(empty).isEmpty(), "empty"));
        }

        /** The example with the value that begins at or after a place replaced. */
        private String valueReplaced(int from, String value) {
            int start = from + 1;
            int depth = 0;
            boolean inText = false;
            int end = start;
            do {
                char c = ExamplePolicy.TEXT.charAt(end++);
                inText ^= c == '"';
                depth += !inText && (c == '{' || c == '[') ? 1 : !inText && (c == '}' || c == ']') ? -1 : 0;
            } while (inText || depth > 0 || ",\n}]".indexOf(ExamplePolicy.TEXT.charAt(end)) < 0);
            return ExamplePolicy.TEXT.substring(0, start) + value + ExamplePolicy.TEXT.substring(end);
        }
    }

    @Nested
    class P07WithAPurposeThatOnlyLooksRight {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "AI-Training",
                    "ai_training",
                    " ai-training",
                    "ai-training ",
                    "ai\u2011training",
                    "ai\u2010training",
                    "\u0430i-training",
                    "ai-\u200btraining",
                    "ai\u00ad-training",
                    "\uff41\uff49-training",
                    "ai.training",
                    "a\u0131-training",
                    "ai-training\u00a0"
                })
        void isRefusedAsLookingLikeIt(String purpose) {
            Problem problem = ExamplePolicy.problem(
                    DocumentCode.UNKNOWN_NAME, ExamplePolicy.withCondition("{\"purpose\": \"" + purpose + "\"}"));
            assertEquals(Optional.of("looks like \"ai-training\""), problem.hint());
        }

        @Test
        void isRefusedByItsNumber() {
            ExamplePolicy.problem(DocumentCode.WRONG_KIND, ExamplePolicy.withCondition("{\"purpose\": 0}"));
            ExamplePolicy.problem(DocumentCode.UNKNOWN_NAME, ExamplePolicy.withCondition("{\"purpose\": \"0\"}"));
        }

        @Test
        void isRefusedWithTheNearestNameWhereItIsMisspelt() {
            Problem problem = ExamplePolicy.problem(
                    DocumentCode.UNKNOWN_NAME, ExamplePolicy.withCondition("{\"purpose\": \"ai-trainig\"}"));
            assertEquals(Optional.of("did you mean \"ai-training\"?"), problem.hint());
        }
    }

    @Nested
    class P08OfAnotherFormat {
        @ParameterizedTest
        @ValueSource(strings = {"2", "0", "1.0", "10", "\"1\"", "[]", "1e0"})
        void isRefusedWithoutReadingTheRest(String format) {
            String json = ExamplePolicy.with("\"format\": 1,", "\"format\": " + format + ", \"colour\": 1,");
            ExamplePolicy.problem(DocumentCode.FORMAT, json);
        }
    }

    @Nested
    class P09WithFewRules {
        @Test
        void loadsAndDeniesEverythingWithoutRules() {
            PolicyJson.Loaded loaded = load(ExamplePolicy.withRules("[]"));
            assertTrue(ExamplePolicy.codes(loaded.warnings()).contains(DocumentCode.NO_RULES));
            assertEquals(List.of(), loaded.policy().rules());
        }

        @Test
        void loadsWithAWarningWithoutProhibitions() {
            String permit = ExamplePolicy.rule("one", "permit", FLAG);
            assertTrue(ExamplePolicy.codes(
                            load(ExamplePolicy.withRules("[" + permit + "]")).warnings())
                    .contains(DocumentCode.NO_PROHIBITION));
        }

        @Test
        void loadsWithoutPermissions() {
            String prohibit = ExamplePolicy.rule("one", "prohibit", FLAG);
            assertFalse(ExamplePolicy.codes(
                            load(ExamplePolicy.withRules("[" + prohibit + "]")).warnings())
                    .contains(DocumentCode.NO_PROHIBITION));
        }
    }

    private static PolicyJson.Loaded load(String json) {
        return PolicyJson.load("example.json", ExamplePolicy.bytes(json), PolicyJson.Options.STANDARD);
    }

    @Nested
    class P10WithARuleThatCanNeverMatch {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'all': [{'used': {'from': '2025-11-03'}}, {'not': {'used': {'from': '2025-11-03'}}}]}",
                    "{'all': [{'collected': {'from': '2025-11-03'}}, {'not': {'collected': {'from': '2025-01-03'}}}]}",
                    "{'all': [{'age': {'atLeast': 18, 'at': 'use'}}, {'not': {'age': {'atLeast': 16, 'at': 'use'}}}]}",
                    "{'all': [{'purpose': 'ai-training'}, {'purpose': 'affiliate-ads'}]}",
                    "{'all': [{'recipient': 'ads-team'}, {'not': {'recipient': 'linkedin'}}]}",
                    "{'all': [{'category': 'profile'}, {'category': 'public-post'}]}",
                    "{'all': [{'audience': 'public'}, {'audience': 'limited'}]}",
                    "{'used': {'from': '2031-01-01'}}",
                    "{'not': {'used': {'from': '2019-01-01'}}}",
                    "{'all': [{'answer': {'question': 'C9', 'is': 'use-date'}}, {'answer': {'question': 'C9', 'is': 'cut-over'}}]}",
                    "{'all': [{'flag': 'reason-to-believe-minor'}, {'any': [{'not': {'flag': 'reason-to-believe-minor'}}]}, {'not': {'flag': 'reason-to-believe-minor'}}]}",
                    "{'certainly': {'all': [{'purpose': 'ai-training'}, {'certainly': {'purpose': 'affiliate-ads'}}]}}",
                    "{'all': [{'setting': {'name': 'ai-improvement', 'is': 'on', 'at': 'use', 'onCounts': 'same-day'}}, {'setting': {'name': 'ai-improvement', 'is': 'off', 'at': 'use', 'onCounts': 'same-day'}}]}"
                })
        void isRefusedAsDead(String condition) {
            String json = ExamplePolicy.withCondition(condition.replace('\'', '"'));
            Problem problem = ExamplePolicy.problem(DocumentCode.DEAD_RULE, json);
            assertTrue(ExamplePolicy.pointedAt(problem, json).startsWith("{"), problem::toString);
        }

        @Test
        void isRefusedWhereNoFirstDayEverComes() {
            String json = ExamplePolicy.withCondition(
                            "{\"firstDay\": {\"table\": \"ai-training-linkedin\", \"place\": \"use\", \"reachedBy\": \"use\"}}")
                    .replace("\"2025-11-03\"}, {\"in\"", "\"never\"}, {\"in\"")
                    .replace("\"elsewhere\": \"2024-09-18\"", "\"elsewhere\": \"never\"");
            ExamplePolicy.problem(DocumentCode.DEAD_RULE, json);
        }

        @Test
        void isRefusedThroughDefinitions() {
            String json = ExamplePolicy.withCondition(
                    "{\"all\": [{\"defined\": \"late\"}, {\"not\": {\"used\": {\"from\": \"2025-01-01\"}}}]}",
                    "\"late\": {\"used\": {\"from\": \"2025-11-03\"}}");
            ExamplePolicy.problem(DocumentCode.DEAD_RULE, json);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'all': [{'used': {'from': '2025-01-03'}}, {'not': {'used': {'from': '2025-01-04'}}}]}",
                    "{'all': [{'age': {'atLeast': 16, 'at': 'use'}}, {'not': {'age': {'atLeast': 18, 'at': 'use'}}}]}",
                    "{'all': [{'age': {'atLeast': 18, 'at': 'use'}}, {'not': {'age': {'atLeast': 18, 'at': 'collection'}}}]}",
                    "{'all': [{'category': 'member-data'}, {'category': 'profile'}]}",
                    "{'all': [{'possibly': {'flag': 'reason-to-believe-minor'}}, {'not': {'certainly': {'flag': 'reason-to-believe-minor'}}}]}",
                    "{'used': {'from': '2030-12-31'}}",
                    "{'all': [{'answer': {'question': 'C9', 'is': 'cut-over'}}, {'answer': {'question': 'C25', 'is': 'apart'}}]}",
                    "{'all': [{'setting': {'name': 'ai-improvement', 'is': 'on', 'at': 'use', 'onCounts': 'same-day'}}, {'setting': {'name': 'ai-improvement', 'is': 'off', 'at': 'use', 'onCounts': 'next-day'}}]}"
                })
        void isNotRefusedWhereItCan(String condition) {
            assertEquals(List.of(), ExamplePolicy.problems(ExamplePolicy.withCondition(condition.replace('\'', '"'))));
        }

        @Test
        void isRefusedWithAnEmptySetOfRegions() {
            ExamplePolicy.problem(
                    DocumentCode.EMPTY, ExamplePolicy.withCondition("{\"located\": {\"in\": [], \"at\": \"use\"}}"));
            ExamplePolicy.problem(
                    DocumentCode.NO_COUNTRY,
                    ExamplePolicy.with("\"allExcept\": [\"EEA\", \"GB\"]", "\"allExcept\": [\"anywhere\"]"));
        }

        @Test
        void isRefusedWhereThePolicyEndsBeforeItBegins() {
            ExamplePolicy.problem(DocumentCode.DAYS_REVERSED, ExamplePolicy.with("2030-12-31", "2019-12-31"));
        }
    }

    @Nested
    class P11WithTwoRulesOfOneId {
        @Test
        void isRefusedWhetherTheyAreEqualOrNot() {
            String one = ExamplePolicy.rule("same", "prohibit", FLAG);
            String other = ExamplePolicy.rule("same", "permit", FLAG);
            ExamplePolicy.problem(DocumentCode.SAME_NAME, ExamplePolicy.withRules("[" + one + ", " + one + "]"));
            Problem problem = ExamplePolicy.problem(
                    DocumentCode.SAME_NAME, ExamplePolicy.withRules("[" + one + ", " + other + "]"));
            assertTrue(problem.message().contains("the first is at "), problem::message);
        }
    }

    @Nested
    class P12WithAReferenceToNothing {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'purpose': 'nothing'}",
                    "{'recipient': ['linkedin', 'nothing']}",
                    "{'category': 'nothing'}",
                    "{'audience': 'nothing'}",
                    "{'located': {'in': ['nothing'], 'at': 'use'}}",
                    "{'firstDay': {'table': 'nothing', 'place': 'use', 'reachedBy': 'use'}}",
                    "{'setting': {'name': 'nothing', 'is': 'on', 'at': 'use', 'onCounts': 'same-day'}}",
                    "{'signal': {'name': 'nothing', 'is': 'absent', 'at': 'use', 'absentCounts': 'same-day'}}",
                    "{'objection': {'scope': 'nothing', 'stage': 'filed', 'at': 'use', 'withdrawalCounts': 'same-day'}}",
                    "{'flag': 'nothing'}",
                    "{'trait': {'name': 'nothing', 'is': 'standard'}}",
                    "{'trait': {'name': 'account', 'is': 'nothing'}}",
                    "{'answer': {'question': 'nothing', 'is': 'use-date'}}",
                    "{'answer': {'question': 'C9', 'is': 'nothing'}}",
                    "{'defined': 'nothing'}"
                })
        void isRefusedAtItsPlace(String condition) {
            String json = ExamplePolicy.withCondition(condition.replace('\'', '"'));
            Problem problem = ExamplePolicy.problem(DocumentCode.UNKNOWN_NAME, json);
            assertTrue(ExamplePolicy.pointedAt(problem, json).startsWith("\"nothing\""), problem::toString);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "linkedin | 'under': 'linkedin'",
                    "linkedin | 'defaultRecipient': 'linkedin'",
                    "strict | 'defaultReading': 'strict'",
                    "choice | 'source': 'choice', 'at': '-', 'quote': 'used before collected'",
                    "outermost | 'includes': ['outermost']",
                    "GB | 'allExcept': ['EEA', 'GB']",
                    "GB | {'in': ['GB'], 'day'",
                    "C25 | 'question': 'C25', 'answer'",
                    "as-parent | 'answer': 'as-parent'",
                    "public-post | {'category': 'public-post', 'audience': 'public'}]",
                    "public | 'category': 'public-post', 'audience': 'public'}]",
                    "use-date | 'C25': 'apart', 'C9': 'use-date'"
                })
        void isRefusedOutsideConditionsToo(String name, String piece) {
            String old = piece.replace('\'', '"');
            int at = old.lastIndexOf('"' + name + '"');
            String changed = old.substring(0, at) + "\"nothing\"" + old.substring(at + name.length() + 2);
            String json = ExamplePolicy.with(old, changed);
            Problem problem = ExamplePolicy.problem(DocumentCode.UNKNOWN_NAME, json);
            assertTrue(ExamplePolicy.pointedAt(problem, json).startsWith("\"nothing\""), problem::toString);
        }
    }

    @Nested
    class P13WithACircle {
        @Test
        void ofJurisdictionsIsRefusedWithTheCircle() {
            String json = ExamplePolicy.with("\"countries\": [\"GP\"], \"count\": 1}", "\"includes\": [\"EEA\"]}");
            Problem problem = ExamplePolicy.problem(DocumentCode.CIRCLE, json);
            assertEquals("jurisdictions in a circle: EU -> outermost -> EEA -> EU", problem.message());
        }

        @Test
        void ofOneDefinitionIsRefused() {
            String json = ExamplePolicy.withCondition("{\"defined\": \"a\"}", "\"a\": {\"not\": {\"defined\": \"a\"}}");
            assertEquals(
                    "definitions in a circle: a -> a",
                    ExamplePolicy.problem(DocumentCode.CIRCLE, json).message());
        }

        @Test
        void ofDefinitionsAndOfCategoriesIsReportedInOnePass() {
            String json = ExamplePolicy.withCondition(
                            "{\"defined\": \"a\"}",
                            "\"a\": {\"defined\": \"b\"}",
                            "\"b\": {\"defined\": \"c\"}",
                            "\"c\": {\"all\": [{\"defined\": \"a\"}]}")
                    .replace("\"All data of a member\"", "\"All\", \"under\": \"profile\"");
            List<String> messages =
                    ExamplePolicy.problems(json).stream().map(Problem::message).toList();
            assertEquals(
                    List.of(
                            "categories in a circle: member-data -> profile -> member-data",
                            "definitions in a circle: a -> b -> c -> a"),
                    messages);
        }

        @Test
        void ofTenThousandDefinitionsNeedsNoStack() {
            StringBuilder definitions = new StringBuilder();
            for (int i = 0; i < 10_000; i++) {
                definitions
                        .append("\"d")
                        .append(i)
                        .append("\": {\"defined\": \"d")
                        .append((i + 1) % 10_000)
                        .append("\"},");
            }
            String json = ExamplePolicy.withCondition(
                    "{\"defined\": \"d0\"}", definitions.substring(0, definitions.length() - 1));
            ExamplePolicy.problem(DocumentCode.CIRCLE, json);
        }
    }

    @Nested
    class P14WithACodeThatIsNotAssigned {
        @Test
        void isRefusedWithTheRightOneWhereThatIsPlain() {
            assertAll(
                    () -> assertHint("UK", "the United Kingdom is GB"),
                    () -> assertHint("EL", "Greece is GR"),
                    () -> assertHint("gb", "did you mean \"GB\"?"),
                    () -> assertHint(" FR", "did you mean \"FR\"?"),
                    () -> assertHint(
                            "EU",
                            "the European Union is no country; make it a jurisdiction and name it in \"includes\""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"ZZ", "XX", "", "Germany", "GBR", "826"})
        void isRefusedWithoutAGuessWhereItIsNot(String code) {
            Problem problem = ExamplePolicy.problem(
                    DocumentCode.UNKNOWN_COUNTRY,
                    ExamplePolicy.with("\"countries\": [\"GB\"]", "\"countries\": [\"" + code + "\"]"));
            assertEquals(Optional.empty(), problem.hint());
        }

        private void assertHint(String code, String hint) {
            Problem problem = ExamplePolicy.problem(
                    DocumentCode.UNKNOWN_COUNTRY,
                    ExamplePolicy.with("\"countries\": [\"GB\"]", "\"countries\": [\"" + code + "\"]"));
            assertEquals(Optional.of(hint), problem.hint());
        }
    }

    @Nested
    class P15WithTheWrongNumberOfCountries {
        @Test
        void isRefusedWithOneTooFewAndOneTooMany() {
            ExamplePolicy.problem(DocumentCode.COUNT, ExamplePolicy.with("\"AT\", \"BE\", \"DE\"", "\"AT\", \"BE\""));
            ExamplePolicy.problem(
                    DocumentCode.COUNT, ExamplePolicy.with("\"AT\", \"BE\", \"DE\"", "\"AT\", \"BE\", \"DE\", \"DK\""));
        }

        @Test
        void isRefusedWithoutTheNumber() {
            Problem problem = ExamplePolicy.problem(
                    DocumentCode.COUNT,
                    ExamplePolicy.with(
                            "\"countries\": [\"GL\", \"FO\"], \"count\": 2", "\"countries\": [\"GL\", \"FO\"]"));
            assertTrue(problem.hint().orElseThrow().contains("\"count\": 2"));
        }

        @Test
        void isRefusedWhereTheEeaLacksTheEu() {
            String json = ExamplePolicy.with(
                            "\"count\": 3, \"includes\": [\"EU\"]}", "\"count\": 3, \"includes\": [\"outermost\"]}")
                    .replace("\"allExcept\": [\"EEA\", \"GB\"]", "\"allExcept\": [\"EEA\", \"EU\", \"GB\"]");
            Problem problem = ExamplePolicy.problem(DocumentCode.EEA_WITHOUT_EU, json);
            assertTrue(problem.message().contains("AT, BE, DE, FO, GL of EU"), problem::message);
        }
    }

    @Nested
    class P16WithSomethingElseThanADay {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"2030-02-30\"",
                    "\"0025-11-03\"",
                    "\"2025-11-02T23:30:00Z\"",
                    "\"2030-13-01\"",
                    "\"2030-00-10\"",
                    "\"2030-1-1\"",
                    "\"20301231\"",
                    "\" 2030-12-31\"",
                    "\"2030-12-31 \"",
                    "\"+12030-12-31\"",
                    "\"-030-12-31\"",
                    "\"1899-12-31\"",
                    "\"2201-01-01\"",
                    "\"2030-12-00\"",
                    "\"\u0662\u0660\u0663\u0660-12-31\"",
                    "\"\"",
                    "\"tomorrow\""
                })
        void isRefused(String day) {
            String json = ExamplePolicy.with("\"2030-12-31\"", day);
            Problem problem = ExamplePolicy.problem(DocumentCode.NOT_A_DAY, json);
            assertTrue(ExamplePolicy.pointedAt(problem, json).startsWith(day), problem::toString);
        }

        @ParameterizedTest
        @ValueSource(strings = {"20395", "[2030, 12, 31]", "true"})
        void isRefusedAsAnotherKind(String day) {
            ExamplePolicy.problem(DocumentCode.WRONG_KIND, ExamplePolicy.with("\"2030-12-31\"", day));
        }

        @Test
        void isTakenOnTheLastDaysOfFebruaryThatExist() {
            assertEquals(List.of(), ExamplePolicy.problems(ExamplePolicy.with("2030-12-31", "2028-02-29")));
            ExamplePolicy.problem(DocumentCode.NOT_A_DAY, ExamplePolicy.with("2030-12-31", "2100-02-29"));
        }
    }

    @Nested
    class P18WithACitationThatDoesNotHold {
        @Test
        void isRefusedWithoutAny() {
            String rule = ExamplePolicy.rule("one", "prohibit", FLAG);
            ExamplePolicy.problem(
                    DocumentCode.MISSING_KEY,
                    ExamplePolicy.withRules("[" + rule.replaceFirst(", .cites.: \\[.*?\\]", "") + "]"));
            ExamplePolicy.problem(
                    DocumentCode.EMPTY,
                    ExamplePolicy.withRules("[" + rule.replaceFirst("\\[\\{.source.*?\\}\\]", "[]") + "]"));
        }

        @Test
        void isTakenWhereEveryQuoteStandsInItsText() {
            assertEquals(List.of(), quoting(ExamplePolicy.TEXT, ExamplePolicy.NOTICE));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "legitimate interests",
                    "Legitimate interest",
                    "AI systems ... To train",
                    "...",
                    "…",
                    "legitimate interest. To train our AI systems"
                })
        void isRefusedWhereTheWordsAreNotInTheText(String quote) {
            String json = ExamplePolicy.with("To train our ... AI systems", quote);
            List<Problem> problems = quoting(json, ExamplePolicy.NOTICE);
            assertEquals(List.of(DocumentCode.QUOTE_NOT_FOUND), ExamplePolicy.codes(problems));
            assertTrue(ExamplePolicy.pointedAt(problems.get(0), json).startsWith("\"" + quote), problems::toString);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "rely on legitimate interest. To",
                    "We ... interest.…systems",
                    "... AI systems",
                    "We rely on…"
                })
        void isTakenWithWordsLeftOutAndOtherBlanks(String quote) {
            assertEquals(
                    List.of(), quoting(ExamplePolicy.with("To train our ... AI systems", quote), ExamplePolicy.NOTICE));
        }

        @Test
        void isRefusedWhereTheTextIsMissing() {
            PolicyJson.Options none = PolicyJson.Options.STANDARD.withTexts(ExamplePolicy.texts(Map.of()));
            List<Problem> problems = ExamplePolicy.problems(ExamplePolicy.bytes(ExamplePolicy.TEXT), none);
            assertEquals(List.of(DocumentCode.NO_SOURCE_TEXT), ExamplePolicy.codes(problems));
        }

        @Test
        void isCheckedAgainstAFolder(@TempDir Path folder) throws IOException {
            Files.writeString(folder.resolve("l1.txt"), ExamplePolicy.NOTICE);
            PolicyJson.Texts texts = PolicyJson.Texts.in(folder, Limits.STANDARD);
            PolicyJson.Options options = PolicyJson.Options.STANDARD.withTexts(texts);
            assertEquals(List.of(), ExamplePolicy.problems(ExamplePolicy.bytes(ExamplePolicy.TEXT), options));
            assertEquals(Optional.empty(), texts.text("../" + folder.getFileName() + "/l1.txt"));
            assertEquals(Optional.empty(), texts.text("l2.txt"));
            Files.writeString(folder.resolve("l1.txt"), "Other words");
            List<Problem> problems = ExamplePolicy.problems(ExamplePolicy.bytes(ExamplePolicy.TEXT), options);
            assertEquals(List.of(DocumentCode.QUOTE_NOT_FOUND), ExamplePolicy.codes(problems));
        }

        private List<Problem> quoting(String json, String text) {
            PolicyJson.Options options =
                    PolicyJson.Options.STANDARD.withTexts(ExamplePolicy.texts(Map.of("l1.txt", text)));
            return ExamplePolicy.problems(ExamplePolicy.bytes(json), options);
        }
    }

    @Nested
    class P19WithSomethingElseThanAnAge {
        @ParameterizedTest
        @ValueSource(strings = {"17.9", "-1", "0", "151", "2147483648", "1e1", "18.0", "-0"})
        void isRefused(String age) {
            ExamplePolicy.problem(
                    DocumentCode.NOT_A_NUMBER,
                    ExamplePolicy.withCondition("{\"age\": {\"atLeast\": " + age + ", \"at\": \"use\"}}"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"18\"", "true", "[18]"})
        void isRefusedAsAnotherKind(String age) {
            ExamplePolicy.problem(
                    DocumentCode.WRONG_KIND,
                    ExamplePolicy.withCondition("{\"age\": {\"atLeast\": " + age + ", \"at\": \"use\"}}"));
        }
    }

    @Nested
    class P20InAnotherOrder {
        @Test
        void readsTheSameWithOtherBlanksAndLineEnds() {
            String spread = ExamplePolicy.TEXT.replace("\n", "\r\n\t").replace(": ", " :\r");
            assertEquals(ExamplePolicy.POLICY, PolicyJson.read("spread", ExamplePolicy.bytes(spread)));
            assertEquals(
                    ExamplePolicy.POLICY,
                    PolicyJson.read("marked", ExamplePolicy.bytes("\ufeff" + ExamplePolicy.TEXT)));
        }

        @Test
        void hasTheSameHashWithKeysAndRulesAndListsReversed() {
            String reversed = Reversed.text(ExamplePolicy.TEXT);
            Policy policy = PolicyJson.read("reversed", ExamplePolicy.bytes(reversed));
            assertNotEquals(ExamplePolicy.POLICY, policy);
            assertEquals(PolicyJson.contentHash(ExamplePolicy.POLICY), PolicyJson.contentHash(policy));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "An example policy",
                    "1.0.0",
                    "2030-12-31",
                    "Its ads team",
                    "no document says\"}]}\n      }\n    },"
                })
        void hasAnotherHashWithOtherContent(String piece) {
            String changed = piece.startsWith("no")
                    ? piece.replace("says", "said")
                    : piece.equals("2030-12-31") ? "2030-12-30" : piece + "1";
            Policy policy = PolicyJson.read("changed", ExamplePolicy.bytes(ExamplePolicy.with(piece, changed)));
            assertNotEquals(PolicyJson.contentHash(ExamplePolicy.POLICY), PolicyJson.contentHash(policy));
        }
    }

    @Nested
    class P21InAFile {
        @Test
        void isReadOnceAndByItsOwnName(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("policy.json"), ExamplePolicy.TEXT);
            assertEquals(ExamplePolicy.POLICY, PolicyJson.read(file));
            Files.writeString(file, "{");
            DocumentException refused = assertThrows(DocumentException.class, () -> PolicyJson.read(file));
            assertEquals("policy.json", refused.problems().get(0).document());
        }

        @Test
        void isReadThroughALinkToARegularFileOnly(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("policy.json"), ExamplePolicy.TEXT);
            assertEquals(ExamplePolicy.POLICY, PolicyJson.read(Files.createSymbolicLink(folder.resolve("link"), file)));
            Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("gone"));
            for (Path bad : List.of(folder, dangling, folder.resolve("missing"))) {
                DocumentException refused = assertThrows(DocumentException.class, () -> PolicyJson.read(bad));
                assertEquals(List.of(DocumentCode.UNREADABLE), ExamplePolicy.codes(refused.problems()));
                assertFalse(refused.getMessage().contains(folder.toString()), refused::getMessage);
            }
        }

        @Test
        void isRefusedWithMoreBytesThanTheLimit(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("policy.json"), ExamplePolicy.TEXT);
            int length = ExamplePolicy.bytes(ExamplePolicy.TEXT).length;
            PolicyJson.Options fits = PolicyJson.Options.STANDARD.withLimits(Limits.STANDARD.withFileBytes(length));
            PolicyJson.Options small =
                    PolicyJson.Options.STANDARD.withLimits(Limits.STANDARD.withFileBytes(length - 1));
            assertEquals(ExamplePolicy.POLICY, PolicyJson.load(file, fits).policy());
            DocumentException refused = assertThrows(DocumentException.class, () -> PolicyJson.load(file, small));
            assertTrue(refused.getMessage().contains("limit fileBytes"), refused::getMessage);
        }
    }

    @Nested
    class P24WithWhatIsNoJson {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "// comment\n1",
                    "/* comment */ 1",
                    "# comment\n1",
                    "'1'",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "0x1",
                    "01",
                    "+1",
                    ".1",
                    "1.",
                    "1e",
                    "-",
                    "True",
                    "nil",
                    "undefined",
                    "1,",
                    "\\u0031"
                })
        void isRefused(String format) {
            List<Problem> problems =
                    ExamplePolicy.problems(ExamplePolicy.with("\"format\": 1,", "\"format\": " + format + ","));
            assertEquals(List.of(DocumentCode.SYNTAX), ExamplePolicy.codes(problems));
        }

        @Test
        void isRefusedInOtherEncodings() {
            for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
                assertFalse(ExamplePolicy.problems(ExamplePolicy.TEXT.getBytes(charset), PolicyJson.Options.STANDARD)
                        .isEmpty());
            }
        }
    }
}
