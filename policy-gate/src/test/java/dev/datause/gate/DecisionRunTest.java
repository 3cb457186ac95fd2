package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.datause.PolicyJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionRunTest {
    private static final DecisionRun BOTH = DecisionRun.of(Bundled.BOTH);
    private static final String PERMITTED =
            "{\"id\":\"p\",\"purpose\":\"ai-training\",\"recipient\":\"linkedin\",\"category\":\"profile\",\"collected\":\"2025-11-10\",\"used\":\"2025-11-20\","
                    + "\"member\":{\"country\":\"DE\",\"born\":\"1990-05-01\",\"traits\":{\"account\":\"standard\"},\"othersUntouched\":true}}";

    /** The requests of the bundled corpus, one on each line. */
    private static String corpusRequests() {
        return new String(Bundled.resource("linkedin-2025-11-03.corpus.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(line.indexOf("\"use\": ") + 7, line.indexOf(", \"expect\": ")))
                .collect(Collectors.joining("\n"));
    }

    private static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(resource(name), StandardCharsets.UTF_8), InputFormat.JSON);
    }

    private static byte[] resource(String name) {
        try (InputStream in = DecisionRun.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPermissionIsOneLineWithItsGrounds() {
        String answer = Bundled.answers(DecisionRun.of(List.of(Bundled.STRICT)), PERMITTED);

        assertTrue(
                answer.startsWith(
                        "{\"id\":\"p\",\"decision\":\"permit\",\"policy\":\"linkedin-2025-11-03\",\"reading\":\"strict\",\"grounds\":[{\"kind\":\"granted\",\"rule\":\"ai-training-by-linkedin\",\"sentence\":\"LinkedIn may"),
                answer);
        assertTrue(answer.endsWith("}}]}\n"), answer);
    }

    @Test
    void severalReadingsAreOneLineInTheOrderAsked() {
        String answer = Bundled.answers(BOTH.with(GroundsForm.BRIEF), PERMITTED);

        assertEquals(
                "{\"id\":\"p\",\"policy\":\"linkedin-2025-11-03\",\"decisions\":["
                        + "{\"decision\":\"permit\",\"reading\":\"strict\",\"grounds\":[{\"kind\":\"granted\",\"rule\":\"ai-training-by-linkedin\"}]},"
                        + "{\"decision\":\"permit\",\"reading\":\"documented\",\"grounds\":[{\"kind\":\"granted\",\"rule\":\"ai-training-by-linkedin\"}]}]}\n",
                answer);
    }

    @Test
    void withoutAnIdTheAnswerNamesTheLine() {
        assertTrue(Bundled.answer(PERMITTED.replace("\"id\":\"p\",", "")).startsWith("{\"line\":1,\"decision\""));
    }

    @Test
    void untilWhenADecisionHoldsIsTold() {
        String minor =
                PERMITTED.replace("1990-05-01", "2007-11-21").replace("\"country\":\"DE\",", "\"country\":\"DE\",");

        assertTrue(Bundled.answers(DecisionRun.of(List.of(Bundled.DOCUMENTED)), minor)
                .contains("\"reading\":\"documented\",\"holdsUntil\":\"2025-11-21\",\"grounds\""));
    }

    @Test
    void everyLineIsAnsweredByOneLineInOrderWhateverItHolds() {
        String lines = PERMITTED + "\r\n\nnot JSON\n{\"id\":\"x\"}\n   \n" + PERMITTED.replace("\"p\"", "\"last\"");

        List<String> answers = Bundled.answers(BOTH, lines).lines().toList();

        assertEquals(6, answers.size());
        assertTrue(answers.get(0).startsWith("{\"id\":\"p\",\"policy\""));
        assertTrue(answers.get(1).startsWith("{\"line\":2,\"error\":{\"code\":\"DP009\""));
        assertTrue(answers.get(2).startsWith("{\"line\":3,\"error\":{\"code\":\"DP005\",\"column\":1"));
        assertTrue(answers.get(3).startsWith("{\"id\":\"x\",\"line\":4,\"error\":{\"code\":\"DP013\""));
        assertTrue(answers.get(4).startsWith("{\"line\":5,\"error\""));
        assertTrue(answers.get(5).startsWith("{\"id\":\"last\",\"policy\""));
    }

    @Test
    void theCountsAddUp() throws IOException {
        DecisionCounts counts = BOTH.run(
                new ByteArrayInputStream(
                        (PERMITTED + "\n{}\n" + PERMITTED.replace("DE", "ZZ")).getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream());

        assertEquals(
                "3 lines: 1 refused; strict: 1 permitted, 1 denied; documented: 2 permitted, 0 denied", counts.text());
    }

    @Test
    void nothingAskedIsNothingAnswered() throws IOException {
        assertEquals(
                0,
                BOTH.run(InputStream.nullInputStream(), OutputStream.nullOutputStream())
                        .lines());
        assertEquals("", Bundled.answers(BOTH, ""));
    }

    @Test
    void aByteOrderMarkIsTakenAtTheBeginningOnly() {
        assertTrue(Bundled.answers(BOTH, "\uFEFF" + PERMITTED).startsWith("{\"id\":\"p\",\"policy\""));
        assertTrue(Bundled.answers(BOTH, "{}\n\uFEFF" + PERMITTED).contains("{\"line\":2,\"error\""));
    }

    @Test
    void aLineBeyondTheLimitIsRefusedAndTheNextIsRead() {
        int most = RequestReader.LIMITS.fileBytes();
        String lines = PERMITTED + "\n" + PERMITTED + " ".repeat(most) + "\n" + PERMITTED;

        List<String> answers =
                Bundled.answers(BOTH.with(GroundsForm.BRIEF), lines).lines().toList();

        assertEquals(3, answers.size());
        assertTrue(answers.get(1).startsWith("{\"line\":2,\"error\":{\"code\":\"DP002\""), answers.get(1));
        assertTrue(answers.get(1).contains("a line longer than " + most + " bytes"), answers.get(1));
        assertEquals(answers.get(0), answers.get(2));
    }

    @Test
    void linesAreFoundHoweverTheStreamIsCut() {
        String lines = (PERMITTED + "\n").repeat(40);
        InputStream oneByOne = new InputStream() {
            private final InputStream in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                return in.read();
            }

            @Override
            public int read(byte[] to, int at, int length) throws IOException {
                return in.read(to, at, Math.min(length, 7));
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertEquals(40, run(oneByOne, out).lines());
        assertEquals(Bundled.answers(BOTH, lines), out.toString(StandardCharsets.UTF_8));
    }

    private static DecisionCounts run(InputStream in, OutputStream out) {
        try {
            return BOTH.run(in, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStreamThatBreaksIsAFaultAndNotAnEnd() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public int read(byte[] to, int at, int length) throws IOException {
                throw new IOException("broken");
            }
        };
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };

        assertThrows(IOException.class, () -> BOTH.run(broken, OutputStream.nullOutputStream()));
        assertThrows(
                IOException.class,
                () -> BOTH.run(new ByteArrayInputStream(PERMITTED.getBytes(StandardCharsets.UTF_8)), full));
    }

    @Test
    void theIdIsEchoedAndEscaped() {
        assertTrue(Bundled.answer(PERMITTED.replace("\"p\"", "\"a\\\"b\\\\c\\u00e9\""))
                .startsWith("{\"id\":\"a\\\"b\\\\cé\",\"decision\""));
        assertTrue(Bundled.answer("{\"id\":\"a\\nb\",\"used\":\"2025-11-20\"}").startsWith("{\"line\":1,\"error\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG", "fa-IR", "th-TH-u-ca-buddhist-nu-thai"})
    void noLocaleOrZoneChangesAByte(String tag) {
        String before = Bundled.answers(BOTH, corpusRequests());
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals(before, Bundled.answers(BOTH, corpusRequests()));
        } finally {
            Locale.setDefault(Locale.ROOT);
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        }
    }

    @Test
    void requestsAndAnswersFitTheirSchemas() {
        Schema request = schema("request-1.schema.json");
        Schema decision = schema("decision-1.schema.json");
        String lines = corpusRequests() + "\n" + PERMITTED + "\n";

        lines.lines().forEach(line -> assertEquals(List.of(), request.validate(line, InputFormat.JSON), line));
        String bad = lines + "{\"id\":\"x\"}\nnot JSON\n";
        for (DecisionRun run : List.of(BOTH, BOTH.with(GroundsForm.BRIEF), DecisionRun.of(List.of(Bundled.STRICT)))) {
            Bundled.answers(run, bad)
                    .lines()
                    .forEach(line -> assertEquals(List.of(), decision.validate(line, InputFormat.JSON), line));
        }
    }

    @Test
    void noFactOfAMemberIsInAnyAnswer() {
        String canary =
                "{\"id\":\"mine\",\"purpose\":\"canaryPurpose\",\"recipient\":\"canaryRecipient\",\"category\":\"canaryCategory\",\"audience\":\"canaryAudience\","
                        + "\"collected\":\"2019-03-17\",\"used\":\"2031-07-19\",\"member\":{\"country\":\"canaryCountry\",\"born\":\"1961-02-23\","
                        + "\"moves\":[{\"day\":\"2011-05-13\",\"to\":\"canaryTo\"}],\"settings\":{\"ads-off-linkedin\":[{\"day\":\"2012-09-27\",\"is\":\"off\"}]},"
                        + "\"traits\":{\"account\":\"canaryAccount\"}}}";
        StringBuilder answers = new StringBuilder(Bundled.answers(BOTH, canary));
        for (String broken : List.of(
                "canaryPurpose\"",
                "\"2019-03-17\"",
                "\"1961-02-23\"",
                "{\"day\":\"2011-05-13\"",
                "\"off\"",
                "\"account\"")) {
            answers.append(Bundled.answers(
                    BOTH, canary.replace(broken, broken.substring(0, 4) + "canary" + broken.substring(4))));
            answers.append(Bundled.answers(BOTH, canary.replace(broken, "[" + broken)));
        }

        for (String fact : List.of("canary", "2019-03-17", "2031-07-19", "1961-02-23", "2011-05-13", "2012-09-27")) {
            assertFalse(answers.toString().contains(fact), fact);
        }
    }

    @Test
    void aRunIsOfOnePolicyUnderDifferentReadings() {
        assertThrows(IllegalArgumentException.class, () -> DecisionRun.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> DecisionRun.of(List.of(Bundled.STRICT, Bundled.STRICT)));
        var other = PolicyJson.read(
                "other",
                new String(Bundled.resource("linkedin-2025-11-03.json"), StandardCharsets.UTF_8)
                        .replaceFirst("\"version\": \"[^\"]*\"", "\"version\": \"9.9.9\"")
                        .getBytes(StandardCharsets.UTF_8));
        assertThrows(
                IllegalArgumentException.class,
                () -> DecisionRun.of(List.of(
                        Bundled.STRICT,
                        dev.datause.DataUsePolicy.of(
                                other, other.reading("documented").orElseThrow()))));
    }
}
