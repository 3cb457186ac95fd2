package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reader takes every input collected so far, and damaged ones, and never does anything undeclared. */
@Tag("costly")
class FuzzReplayTest {
    private static final Path COLLECTED = Path.of("src", "test", "fuzz");
    private static final Duration SOON = Duration.ofSeconds(20);

    /** What parsers stumble over, written down once for all readers. */
    private static List<byte[]> hostile() {
        List<byte[]> all = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "\uFEFF",
                "\uFEFF{}",
                "null",
                "[]",
                "\"\"",
                "0",
                "{",
                "}",
                "[",
                "{}{}",
                "{} x",
                "{\"a\":1,\"a\":2}",
                "{\"a\":}",
                "{\"a\"}",
                "{,}",
                "{\"a\":1,}",
                "[1,]",
                "{'a':1}",
                "{a:1}",
                "//x\n{}",
                "/*x*/{}",
                "#x\n{}",
                "NaN",
                "Infinity",
                "-0",
                "01",
                "+1",
                "1.",
                ".1",
                "1e1000000000",
                "0x10",
                "1_000",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\"\\ud800\\udc00\"",
                "\"\\x41\"",
                "\"\t\"",
                "\"\u0000\"",
                "\"\u2028\"",
                "\"\u0085\"",
                "\"\u202e\"",
                "true",
                "True",
                "~",
                "- a\n- b",
                "a: &x [1]\nb: *x",
                "&a [*a]",
                "a: !!javax.script.ScriptEngineManager []",
                "%YAML 1.1\n---\na: b",
                "---\n---\n",
                "...",
                "a: |\n  x",
                "a: >-\n  x",
                "? a\n: b",
                "<<: {a: b}",
                "\ta: b",
                "a:\u00a0b",
                "{format: 1}",
                "format: 1",
                "{\"format\": 1}",
                "{\"format\": 2}",
                "{\"format\": \"1\"}",
                "{\"format\": 1.0}",
                "{\"format\": null}",
                "\n\n\n",
                "\r",
                "\r\n{}\r\n")) {
            all.add(text.getBytes(StandardCharsets.UTF_8));
        }
        all.add(new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0});
        all.add(new byte[] {(byte) 0xc0, (byte) 0x80});
        all.add(new byte[] {'"', (byte) 0xe9, '"'});
        all.add("[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        all.add("{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        all.add("- ".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        all.add(("\"" + "a".repeat(1_000_000) + "\"").getBytes(StandardCharsets.UTF_8));
        all.add("9".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        all.add(("[" + "1,".repeat(500_000) + "1]").getBytes(StandardCharsets.UTF_8));
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void hostileInputIsRefusedSoon(FuzzTarget target) {
        for (byte[] bytes : hostile()) {
            assertTimeoutPreemptively(SOON, () -> target.takes(bytes));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCollectedInputIsTakenOrRefused(FuzzTarget target) throws IOException {
        assertTrue(target.takes(Given.bytes(target.valid())), "its own valid document");
        List<byte[]> collected = target.collected(COLLECTED);
        assertFalse(collected.isEmpty());
        for (byte[] bytes : collected) {
            assertTimeoutPreemptively(SOON, () -> target.takes(bytes));
        }
    }

    @ParameterizedTest
    @EnumSource
    void damagedInputIsTakenOrRefused(FuzzTarget target) {
        byte[] whole = Given.bytes(target.valid());
        byte[] alphabet = "{}[]:,-?&*!|>'\"%@`#~ \n\t\\u0<=.x1e+".getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(20251103);
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = whole.clone();
            for (int j = random.nextInt(3); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = alphabet[random.nextInt(alphabet.length)];
            }
            target.takes(damaged);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyReaderReallyReads(FuzzTarget target) {
        for (String text : List.of("{", "null", "[]", "{\"format\": 2}")) {
            assertFalse(target.takes(Given.bytes(text)), text);
        }
    }
}
