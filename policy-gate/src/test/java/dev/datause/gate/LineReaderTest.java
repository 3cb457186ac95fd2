package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a stream, whatever pieces it comes in: those up to the limit as they are, of the others that they are too long. */
class LineReaderTest {
    /** A stream that gives so many bytes at a time. */
    private static InputStream pieces(byte[] bytes, int most) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, most));
            }
        };
    }

    private static List<String> lines(InputStream in, int longest) throws IOException {
        LineReader reader = new LineReader(in, longest);
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            String line =
                    new String(reader.bytes(), reader.from(), reader.to() - reader.from(), StandardCharsets.US_ASCII);
            lines.add(reader.tooLong() ? "!" : line);
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | []",
                "'a' | [a]",
                "';' | []",
                "';;' | [, ]",
                "'a;' | [a]",
                "'a;;b' | [a, , b]",
                "'12345;1' | [12345, 1]",
                "'123456;1' | [!, 1]",
                "'1;123456' | [1, !]",
                "'1;123456;' | [1, !]",
                "'1234567890123;12345;123456;2;' | [!, 12345, !, 2]",
                "'1234567890123' | [!]",
            })
    void everyLineIsFoundAndThoseBeyondTheLimitAreTooLong(String text, String lines) throws IOException {
        byte[] bytes = Given.bytes(text.replace(';', '\n'));
        String expected = lines.equals("[]") && text.equals(";") ? "[]" : lines;
        for (int most = 1; most <= bytes.length + 1; most++) {
            assertEquals(expected, lines(pieces(bytes, most), 5).toString(), "pieces of " + most);
        }
    }

    @Test
    void theBufferGrowsWithTheLongestLineThatIsTaken() throws IOException {
        String longest = "x".repeat(200_000);
        String text = "a\n" + longest + "\n" + longest + "y\nb\n";
        assertEquals(List.of("a", longest, "!", "b"), lines(pieces(Given.bytes(text), 1 << 20), 200_000));
        assertEquals(List.of("a", longest, "!", "b"), lines(pieces(Given.bytes(text), 777), 200_000));
    }

    @Test
    void theBufferDoesNotGrowWithTheStream() throws IOException {
        String line = "x".repeat(30_000) + "\n";
        assertEquals(buffer("", 30_000), buffer(line.repeat(40), 30_000));
    }

    @Test
    void ofALineThatIsTooLongOnlyTheBeginningIsKept() throws IOException {
        String line = "x".repeat(1_000_000);
        assertEquals(buffer("", 10), buffer(line, 10));
        assertEquals(buffer("", 10), buffer("a\n" + line + "\n" + line + "\nb", 10));
    }

    /** How long the buffer is after all lines were read. */
    private static int buffer(String text, int longest) throws IOException {
        LineReader reader = new LineReader(pieces(Given.bytes(text), 10_000), longest);
        int longestBuffer = reader.bytes().length;
        while (reader.next()) {
            longestBuffer = Math.max(longestBuffer, reader.bytes().length);
        }
        return longestBuffer;
    }

    @Test
    void aRunIsOfOnePolicyUnderReadingsOfDifferentNames() {
        refused("policies: none", List.of());
        refused("policies: more than one policy", List.of(Given.SMALL_STRICT, Bundled.STRICT));
        refused("policies: two readings of one name", List.of(Given.SMALL_STRICT, Given.SMALL_STRICT));
        assertEquals(
                "readings: none",
                assertThrows(IllegalArgumentException.class, () -> CorpusRun.of(List.of()))
                        .getMessage());
        assertEquals(
                "readings: more than one policy",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> CorpusRun.of(List.of(Given.SMALL_STRICT, Bundled.STRICT)))
                        .getMessage());
        assertEquals(
                "cases: none",
                assertThrows(IllegalArgumentException.class, () -> new Corpus("c", List.of()))
                        .getMessage());
    }

    private static void refused(String message, List<dev.datause.DataUsePolicy> policies) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> DecisionRun.of(policies))
                        .getMessage());
    }
}
