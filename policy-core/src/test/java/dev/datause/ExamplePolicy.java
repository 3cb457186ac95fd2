package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The example policy, with every key that the format has, and what reading a damaged copy of it reports. */
final class ExamplePolicy {
    static final String TEXT = text();
    static final Policy POLICY = PolicyJson.read("example.json", bytes(TEXT));
    /** Texts in which every quote of the example stands. */
    static final String NOTICE = "We rely on\r\n  legitimate   interest. To train our content-generating AI systems";

    private ExamplePolicy() {}

    private static String text() {
        try (InputStream in = ExamplePolicy.class.getResourceAsStream("example.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** The example with one piece of text, which it holds exactly once, replaced. */
    static String with(String old, String replacement) {
        int at = TEXT.indexOf(old);
        if (at < 0 || TEXT.indexOf(old, at + 1) >= 0) {
            throw new IllegalArgumentException("not exactly once in the example: " + old);
        }
        return TEXT.replace(old, replacement);
    }

    /** The example with another list of rules. */
    static String withRules(String rules) {
        int from = TEXT.indexOf("\"rules\": [") + 9;
        int to = TEXT.indexOf("  ],\n  \"controllers\"") + 3;
        String text = TEXT.substring(0, from) + rules + TEXT.substring(to);
        int definitions = text.indexOf("  \"definitions\"");
        return text.substring(0, definitions) + text.substring(text.indexOf("  \"rules\""));
    }

    /** The example with one rule of this condition, and with these definitions. */
    static String withCondition(String condition, String... definitions) {
        String text = withRules("[" + rule("only", "prohibit", condition) + "]");
        return definitions.length == 0
                ? text
                : text.replace(
                        "  \"rules\"", "  \"definitions\": {" + String.join(", ", definitions) + "},\n  \"rules\"");
    }

    /** A rule as JSON. */
    static String rule(String id, String effect, String condition) {
        return "{\"id\": \"" + id + "\", \"effect\": \"" + effect + "\", \"sentence\": \"So it is.\", \"when\": "
                + condition
                + ", \"cites\": [{\"source\": \"L1\", \"at\": \"row 1\", \"quote\": \"legitimate interest\"}]}";
    }

    /** What reading reports. */
    static List<Problem> problems(String json) {
        return problems(bytes(json), PolicyJson.Options.STANDARD);
    }

    static List<Problem> problems(byte[] json, PolicyJson.Options options) {
        try {
            PolicyJson.load("example.json", json, options);
            return List.of();
        } catch (DocumentException e) {
            return e.problems();
        }
    }

    /** The one problem that reading reports, which has this code. */
    static Problem problem(DocumentCode code, String json) {
        List<Problem> problems = problems(json);
        assertEquals(List.of(code), problems.stream().map(Problem::code).toList(), () -> problems.toString());
        return problems.get(0);
    }

    /** The text at which a problem points, to the end of its line. */
    static String pointedAt(Problem problem, String json) {
        String line = json.lines().skip(problem.at().line() - 1L).findFirst().orElse("");
        return line.substring(Math.min(line.length(), problem.at().column() - 1));
    }

    /** Texts by name. */
    static PolicyJson.Texts texts(Map<String, String> texts) {
        Map<String, String> copy = new TreeMap<>(texts);
        return document -> Optional.ofNullable(copy.get(document));
    }

    /** Codes in order, without repetition. */
    static List<DocumentCode> codes(List<Problem> problems) {
        List<DocumentCode> codes = new ArrayList<>();
        for (Problem problem : problems) {
            if (!codes.contains(problem.code())) {
                codes.add((DocumentCode) problem.code());
            }
        }
        return codes;
    }
}
