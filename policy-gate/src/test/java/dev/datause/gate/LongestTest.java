package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import dev.datause.document.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is as long as it may be is taken, and what is longer by one is refused, by a message that says how long it may be. */
class LongestTest {
    private static String problems(Runnable reading) {
        try {
            reading.run();
            return "";
        } catch (DocumentException e) {
            return e.problems().stream().map(Problem::message).collect(Collectors.joining("\n"));
        }
    }

    private static void longest(int most, String refusal, String document, Consumer<byte[]> reader) {
        assertEquals("", problems(() -> reader.accept(Given.bytes(document.replace("LONG", "x".repeat(most))))));
        assertEquals(
                refusal, problems(() -> reader.accept(Given.bytes(document.replace("LONG", "x".repeat(most + 1))))));
    }

    private static String tooLong(String what, int most) {
        return what + " has " + (most + 1) + " characters, and at most " + most + " may stand here";
    }

    @Test
    void wordsAndNamesOfManifestsAreBounded() {
        Consumer<byte[]> reader = bytes -> new ManifestReader().read("m.yaml", bytes, Given.SMALL, Limits.STANDARD);
        for (String[] one : List.of(
                new String[] {"purpose", "steps: [{name: a, purpose: LONG}]"},
                new String[] {"recipient", "steps: [{name: a, purpose: ads, recipient: LONG}]"},
                new String[] {"a category", "datasets: [{name: a, categories: [LONG]}]"},
                new String[] {"audience", "datasets: [{name: a, categories: [{category: a, audience: LONG}]}]"})) {
            longest(1_024, one[0] + " has more than 1024 characters", "format: 1\n" + one[1], reader);
        }
        longest(1_024, tooLong("name", 1_024), "format: 1\nsteps: [{name: LONG}]", reader);
        longest(1_024, tooLong("a dataset", 1_024), "format: 1\nsteps: [{name: a, inputs: [LONG]}]", reader);
    }

    @Test
    void whatIsSaidForPeopleIsBounded() {
        Consumer<byte[]> waivers = bytes -> Waivers.read("w.yaml", bytes, Limits.STANDARD);
        String waiver =
                "format: 1\nwaivers: [{finding: DU001-0123456789abcdef01234567, reason: R, owner: O, expires: 2026-12-31}]";
        String watch = "format: 1\nwatches: [{rule: a, reason: R, owner: O, until: 2026-12-31}]";
        for (String one : List.of(waiver, watch)) {
            longest(1_000, tooLong("reason", 1_000), one.replace("R", "LONG"), waivers);
            longest(1_000, tooLong("owner", 1_000), one.replace("O,", "LONG,"), waivers);
        }
        longest(
                4_000,
                tooLong("what", 4_000),
                "{\"format\": 1, \"findings\": [{\"finding\": \"DU001-0123456789abcdef01234567\", \"what\": \"LONG\"}]}",
                bytes -> Baseline.read("b.json", bytes, Limits.STANDARD));
        longest(
                300,
                tooLong("quote", 300),
                "{\"id\": \"a\", \"sentence\": \"s\", \"cites\": [{\"source\": \"S\", \"at\": \"1\", \"quote\": \"LONG\"}], "
                        + "\"use\": {\"used\": \"2026-01-01\"}, \"expect\": {\"strict\": \"deny\"}}",
                bytes -> Corpus.read(Given.SMALL, "c.jsonl", bytes));
        longest(
                256,
                tooLong("id", 256),
                "{\"id\": \"LONG\", \"used\": \"2026-01-01\"}",
                bytes -> RequestReader.of(Given.SMALL.vocabulary()).read(bytes));
        String rule = "format: 1\nrules: [{where: {tag: a}, says: {categories: LONG}}]";
        assertEquals(
                "category has more than 1024 characters",
                problems(() -> DbtMapping.of("m.yaml", Given.bytes(rule.replace("LONG", "x".repeat(1_025))))
                        .rules(Given.SMALL, Limits.STANDARD)));
        assertEquals(
                "the policy has no category \"" + "x".repeat(60) + "…\"",
                problems(() -> DbtMapping.of("m.yaml", Given.bytes(rule.replace("LONG", "x".repeat(1_024))))
                        .rules(Given.SMALL, Limits.STANDARD)));
    }

    @Test
    void aWaiverLastsForADayToTenYears() {
        assertEquals(1, Workflow.none().longest(1).longest());
        assertEquals(3_660, Workflow.none().longest(3_660).longest());
        for (int days : new int[] {0, 3_661}) {
            assertEquals(
                    "longest: a waiver lasts 1 to 3660 days",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> Workflow.none().longest(days))
                            .getMessage());
        }
    }

    private static String yaml(String text, Limits limits) {
        return problems(() -> YamlDocument.read("m.yaml", Given.bytes(text), limits));
    }

    @Test
    void everyLimitOfYamlIsTheLastThatIsTaken() {
        Limits limits = new Limits(40, 3, 5, 4, 3, 11, 2);
        String most = "abcd: [[abcde, 123]]\nb: 1\n";
        assertEquals("", yaml(most, limits));
        assertEquals("", yaml(most + "#".repeat(40 - most.length()), limits));
        assertEquals("more bytes than 40 (limit fileBytes)", yaml(most + "#".repeat(41 - most.length()), limits));
        assertEquals("nested deeper than 3 (limit depth)", yaml(most.replace("[[", "[[["), limits));
        assertEquals("text longer than 5 (limit textLength)", yaml(most.replace("abcde", "abcdef"), limits));
        assertEquals("a key longer than 4 (limit nameLength)", yaml(most.replace("abcd:", "abcde:"), limits));
        assertEquals("a number longer than 3 (limit digits)", yaml(most.replace("123", "1234"), limits));
        assertEquals("more keys in one object than 2 (limit keys)", yaml(most + "c: 1\n", limits));
        assertEquals("more tokens than 11 (limit tokens)", yaml(most.replace("1\n", "[1]\n"), limits));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\\uFEFF' | 1:1 the document is empty",
                "'a: 1\\n\\t' | 2:1 a tab; YAML is indented with blanks, and tabs are not taken",
                "'a:\\n \\u00a0b: 1' | 2:2 the character U+00a0 as indentation",
                "'a:\\n \\u200bb: 1' | 2:2 the character U+200b as indentation",
                "'a: \\u00a0b\\u200bc' | ''",
                "'a:\\n \u00e9: b' | ''",
                "'a: b\\u0001' | 1:5 the character U+0001 may not stand here",
                "'a: b\\u007f' | 1:5 the character U+007f may not stand here",
                "'a: b\\u2028' | 1:5 the character U+2028 may not stand here",
                "'a: b\\u2029' | 1:5 the character U+2029 may not stand here",
                "'a: b\\uFEFF' | 1:5 the character U+feff may not stand here",
                "'a: b\\uFFFE' | 1:5 the character U+fffe may not stand here",
                "'a: b\\uFFFF' | 1:5 the character U+ffff may not stand here",
                "'a: b\\uFFFD~' | ''",
                "'a: 1\\rb: \\t' | 2:4 a tab; YAML is indented with blanks, and tabs are not taken",
                "'a: 1\\r\\nb: \\t' | 2:4 a tab; YAML is indented with blanks, and tabs are not taken",
                "'a: &b 1' | 1:4 anchors are not taken; write the value out where it is needed",
                "'a: *b' | 1:4 aliases are not taken; write the value out",
                "'a: !!str b' | 1:4 tags are not taken: \"tag:yaml.org,2002:str\"",
                "'a: !x [b]' | 1:4 tags are not taken: \"!x\"",
                "'<<: b' | 1:1 merge keys are not taken; write the keys out",
                "'\"<<\": b' | ''",
                "'[a]: b' | 1:1 a key is text",
                "'a: 1\\na: 2' | 2:1 the key \"a\" stands twice, first at 1:1",
                "'%YAML 1.2\\n---\\na: 1' | 1:1 directives are not taken",
                "'%TAG ! x:\\n---\\na: 1' | 1:1 directives are not taken",
                "'a: 1\\n---\\nb: 1' | 2:1 a second document follows the first",
                "'---' | ''",
                "'# only this' | 1:1 the document is empty",
                "'a: \"b\\nc: 1' | 2:5 not YAML: found unexpected end of stream"
            })
    void whatIsWrongInYamlIsSaidInTheseWords(String yaml, String refusal) {
        String text = yaml.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
        for (String code :
                List.of("uFEFF", "u00a0", "u200b", "u0001", "u007f", "u2028", "u2029", "uFFFE", "uFFFF", "uFFFD")) {
            text = text.replace("\\" + code, Character.toString(Integer.parseInt(code.substring(1), 16)));
        }
        String told = "";
        try {
            YamlDocument.read("m.yaml", text.getBytes(StandardCharsets.UTF_8), Limits.STANDARD);
        } catch (DocumentException e) {
            Problem problem = e.problems().get(0);
            told = problem.at() + " " + problem.message();
        }
        assertEquals(refusal, told);
    }
}
