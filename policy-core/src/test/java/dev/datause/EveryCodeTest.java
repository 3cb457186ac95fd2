package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveryCodeTest {
    private static final Path PAGES = Path.of("..", "docs", "findings");

    /** For each code a policy in which nothing else is wrong. */
    private static Map<DocumentCode, String> documents() {
        Map<DocumentCode, String> bad = new EnumMap<>(DocumentCode.class);
        bad.put(DocumentCode.LIMIT, ExamplePolicy.with("\"An example policy\"", "[".repeat(70) + "]".repeat(70)));
        bad.put(DocumentCode.CHARACTER, ExamplePolicy.with("\"An example policy\"", "\" An example policy\""));
        bad.put(DocumentCode.SYNTAX, ExamplePolicy.with("\"format\": 1,", "\"format\": 1,,"));
        bad.put(DocumentCode.TRUNCATED, ExamplePolicy.TEXT.substring(0, 1000));
        bad.put(DocumentCode.TRAILING, ExamplePolicy.TEXT + "{}");
        bad.put(DocumentCode.EQUAL_KEYS, ExamplePolicy.with("\"format\": 1,", "\"format\": 1, \"format\": 1,"));
        bad.put(DocumentCode.NO_OBJECT, "[]");
        bad.put(DocumentCode.WRONG_KIND, ExamplePolicy.with("\"An example policy\"", "7"));
        bad.put(DocumentCode.NULL, ExamplePolicy.with("\"An example policy\"", "null"));
        bad.put(DocumentCode.EMPTY, ExamplePolicy.with("\"An example policy\"", "\"\""));
        bad.put(DocumentCode.MISSING_KEY, ExamplePolicy.with("  \"title\": \"An example policy\",\n", ""));
        bad.put(DocumentCode.UNKNOWN_KEY, ExamplePolicy.with("\"format\": 1,", "\"format\": 1, \"colour\": \"red\","));
        bad.put(DocumentCode.NOT_A_NAME, ExamplePolicy.with("\"example\"", "\"an example\""));
        bad.put(DocumentCode.NOT_A_DAY, ExamplePolicy.with("2030-12-31", "2030-02-31"));
        bad.put(
                DocumentCode.NOT_A_NUMBER,
                ExamplePolicy.withCondition("{\"age\": {\"atLeast\": 17.9, \"at\": \"use\"}}"));
        bad.put(DocumentCode.NOT_A_CHOICE, ExamplePolicy.with("\"trust\": \"legal-text\"", "\"trust\": \"gossip\""));
        bad.put(DocumentCode.TWICE, ExamplePolicy.with("\"AT\", \"BE\", \"DE\"", "\"AT\", \"BE\", \"BE\""));
        bad.put(DocumentCode.TOO_LONG, ExamplePolicy.with("used before collected", "x".repeat(301)));
        bad.put(DocumentCode.FORMAT, ExamplePolicy.with("\"format\": 1", "\"format\": 2"));
        bad.put(
                DocumentCode.UNKNOWN_NAME,
                ExamplePolicy.with("\"defaultRecipient\": \"linkedin\"", "\"defaultRecipient\": \"x\""));
        bad.put(DocumentCode.UNKNOWN_COUNTRY, ExamplePolicy.with("\"countries\": [\"GB\"]", "\"countries\": [\"UK\"]"));
        bad.put(DocumentCode.COUNT, ExamplePolicy.with("\"AT\", \"BE\", \"DE\"", "\"AT\", \"BE\""));
        bad.put(
                DocumentCode.CIRCLE,
                ExamplePolicy.with(
                        "\"linkedin\": {\"title\": \"LinkedIn\"}",
                        "\"linkedin\": {\"title\": \"LinkedIn\", \"under\": \"ads-team\"}"));
        bad.put(DocumentCode.SAME_NAME, ExamplePolicy.with("\"id\": \"minors\"", "\"id\": \"objection\""));
        bad.put(
                DocumentCode.DEAD_RULE,
                ExamplePolicy.withCondition(
                        "{\"all\": [{\"flag\": \"reason-to-believe-minor\"}, {\"not\": {\"flag\": \"reason-to-believe-minor\"}}]}"));
        bad.put(
                DocumentCode.UNUSED_DEFINITION,
                ExamplePolicy.with("{\"defined\": \"in-eu-at-use\"}", "{\"flag\": \"reason-to-believe-minor\"}"));
        bad.put(
                DocumentCode.UNANSWERED,
                ExamplePolicy.with(
                        "\"answers\": {\"C25\": \"apart\", \"C9\": \"use-date\"}",
                        "\"answers\": {\"C9\": \"use-date\"}"));
        bad.put(
                DocumentCode.OVERLAP,
                ExamplePolicy.with(
                        "{\"in\": [\"GB\"], \"day\": \"never\"}", "{\"in\": [\"outermost\"], \"day\": \"never\"}"));
        bad.put(
                DocumentCode.EEA_WITHOUT_EU,
                ExamplePolicy.with("\"count\": 3, \"includes\": [\"EU\"]}", "\"count\": 3}")
                        .replace("\"allExcept\": [\"EEA\", \"GB\"]", "\"allExcept\": [\"EEA\", \"EU\", \"GB\"]"));
        bad.put(
                DocumentCode.NOT_A_CONDITION,
                ExamplePolicy.withCondition("{\"purpose\": \"ai-training\", \"flag\": \"reason-to-believe-minor\"}"));
        bad.put(
                DocumentCode.NO_COUNTRY,
                ExamplePolicy.with("\"allExcept\": [\"EEA\", \"GB\"]", "\"allExcept\": [\"anywhere\"]"));
        bad.put(
                DocumentCode.KEYS_TOGETHER,
                ExamplePolicy.with(
                        "\"allExcept\": [\"EEA\", \"GB\"]",
                        "\"allExcept\": [\"EEA\", \"GB\"], \"countries\": [\"US\"]"));
        bad.put(DocumentCode.DAYS_REVERSED, ExamplePolicy.with("2030-12-31", "2019-12-31"));
        bad.put(
                DocumentCode.TWO_ELSEWHERE,
                ExamplePolicy.with(
                        "      \"in\": [\"EU\"],\n      \"says\": \"LinkedIn Ireland\"",
                        "      \"says\": \"LinkedIn Ireland\""));
        bad.put(DocumentCode.NOT_A_FILE_NAME, ExamplePolicy.with("\"l1.txt\"", "\"../l1.txt\""));
        return bad;
    }

    @Test
    void isRaisedByADocumentInWhichNothingElseIsWrong() {
        documents().forEach((code, json) -> {
            List<Problem> problems = ExamplePolicy.problems(json);
            assertEquals(
                    Set.of(code),
                    problems.stream().map(Problem::code).collect(Collectors.toSet()),
                    () -> code + " " + problems);
        });
    }

    @Test
    void isRaisedByADocumentByBytesByTextsOrAsAWarning() {
        Set<DocumentCode> raised = EnumSet.copyOf(documents().keySet());
        raised.addAll(raisedOtherwise());
        assertEquals(EnumSet.allOf(DocumentCode.class), raised);
    }

    private static Set<DocumentCode> raisedOtherwise() {
        Set<DocumentCode> raised = EnumSet.noneOf(DocumentCode.class);
        byte[] latin =
                ExamplePolicy.TEXT.replace("An example policy", "Exämple").getBytes(StandardCharsets.ISO_8859_1);
        raised.addAll(ExamplePolicy.codes(ExamplePolicy.problems(latin, PolicyJson.Options.STANDARD)));
        try {
            PolicyJson.read(Path.of("no-such-file.json"));
        } catch (DocumentException e) {
            raised.addAll(ExamplePolicy.codes(e.problems()));
        }
        PolicyJson.Options none = PolicyJson.Options.STANDARD.withTexts(ExamplePolicy.texts(Map.of()));
        raised.addAll(ExamplePolicy.codes(ExamplePolicy.problems(ExamplePolicy.bytes(ExamplePolicy.TEXT), none)));
        PolicyJson.Options wrong =
                PolicyJson.Options.STANDARD.withTexts(ExamplePolicy.texts(Map.of("l1.txt", "nothing")));
        raised.addAll(ExamplePolicy.codes(ExamplePolicy.problems(ExamplePolicy.bytes(ExamplePolicy.TEXT), wrong)));
        PolicyJson.Options right =
                PolicyJson.Options.STANDARD.withTexts(ExamplePolicy.texts(Map.of("l1.txt", ExamplePolicy.NOTICE)));
        raised.addAll(warnings(ExamplePolicy.TEXT, right));
        raised.addAll(warnings(ExamplePolicy.withRules("[]"), right));
        String only = ExamplePolicy.rule("one", "permit", "{\"purpose\": \"ai-training\"}");
        String neverCited = "\"L9\": {\"title\": \"T\", \"where\": \"W\", \"trust\": \"press\"}, \"choice\": {";
        String json = ExamplePolicy.withRules("[" + only + "]").replace("\"choice\": {", neverCited);
        raised.addAll(warnings(json, PolicyJson.Options.STANDARD));
        return raised;
    }

    private static List<DocumentCode> warnings(String json, PolicyJson.Options options) {
        return ExamplePolicy.codes(PolicyJson.load("example.json", ExamplePolicy.bytes(json), options)
                .warnings());
    }

    @Test
    void hasAPageOfItsOwnThatShowsABadAndAGoodExample() throws IOException {
        Set<String> pages = new TreeSet<>();
        for (DocumentCode code : DocumentCode.values()) {
            String page = Files.readString(PAGES.resolve(code.id() + ".md"));
            assertTrue(page.startsWith("# " + code.id() + ": " + code.meaning() + "\n"), code.id());
            assertTrue(page.contains("\nBad:\n") && page.contains("\nGood:\n"), code.id());
            pages.add(code.id() + ".md");
        }
        try (Stream<Path> files = Files.list(PAGES)) {
            Set<String> found = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("DP"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(pages, found);
        }
    }

    @Test
    void isUsedByOneKindOfProblemOnly() {
        Set<String> ids = Stream.of(DocumentCode.values()).map(DocumentCode::id).collect(Collectors.toSet());
        assertEquals(DocumentCode.values().length, ids.size());
    }
}
