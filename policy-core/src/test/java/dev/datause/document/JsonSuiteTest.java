package dev.datause.document;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.PolicyJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is JSON is taken, what is not is refused with its place, and nothing else happens; the policy reader agrees. */
class JsonSuiteTest {
    private static final Path SUITE = Path.of("src", "test", "suites", "json.txt");

    /** What is wrong with a text as JSON, whatever it would have to say. */
    private static final Set<Code> NOT_JSON = Set.of(
            DocumentCode.NOT_UTF8,
            DocumentCode.CHARACTER,
            DocumentCode.SYNTAX,
            DocumentCode.TRUNCATED,
            DocumentCode.TRAILING,
            DocumentCode.EQUAL_KEYS,
            DocumentCode.LIMIT);

    private record Case(String kind, String verdict, String name, String text) {
        static Case of(String line) {
            String[] parts = line.split(" ", 4);
            return new Case(parts[0], parts[1], parts[2], parts[3]);
        }

        byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                if (text.charAt(i) == '%') {
                    out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                    i += 2;
                } else {
                    out.writeBytes(Character.toString(text.codePointAt(i)).getBytes(StandardCharsets.UTF_8));
                }
            }
            return out.toByteArray();
        }

        @Override
        public String toString() {
            return kind + " " + name;
        }
    }

    private static List<Case> all() throws IOException {
        try (Stream<String> lines = Files.lines(SUITE)) {
            return lines.filter(line -> !line.startsWith("#")).map(Case::of).toList();
        }
    }

    private static List<Case> of(String verdict) throws IOException {
        return all().stream().filter(one -> one.verdict().equals(verdict)).toList();
    }

    static List<Case> accepted() throws IOException {
        return of("accept");
    }

    static List<Case> refused() throws IOException {
        return of("refuse");
    }

    static List<Case> either() throws IOException {
        return of("either");
    }

    private static void placed(List<Problem> problems, byte[] bytes) {
        assertFalse(problems.isEmpty());
        String text = new String(bytes, StandardCharsets.UTF_8);
        long lines = text.lines().count() + 1;
        for (Problem problem : problems) {
            Position at = problem.at();
            assertTrue(at.line() >= 1 && at.line() <= Math.max(1, lines), problem.toString());
            assertTrue(at.column() >= 1 && at.column() <= text.length() + 1, problem.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void jsonIsTakenAndWhatIsWrittenOfItIsTheSame(Case one) {
        Document document = JsonDocument.read("d.json", one.bytes(), Limits.STANDARD);
        String written = JsonDocument.write(document.root());
        Document again = JsonDocument.read("again", written.getBytes(StandardCharsets.UTF_8), Limits.STANDARD);
        assertEquals(written, JsonDocument.write(again.root()));
        DocumentException shape =
                assertThrows(DocumentException.class, () -> PolicyJson.read("p.json", one.bytes()), "no policy");
        assertTrue(
                shape.problems().stream().noneMatch(problem -> NOT_JSON.contains(problem.code())), shape::getMessage);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNotJsonIsRefusedAtAPlaceAndByThePolicyReaderToo(Case one) {
        DocumentException refused =
                assertThrows(DocumentException.class, () -> JsonDocument.read("d.json", one.bytes(), Limits.STANDARD));
        placed(refused.problems(), one.bytes());
        Code code = refused.problems().get(0).code();
        assertTrue(NOT_JSON.contains(code) || code == DocumentCode.NO_OBJECT, refused::getMessage);
        DocumentException policy = assertThrows(DocumentException.class, () -> PolicyJson.read("p.json", one.bytes()));
        placed(policy.problems(), one.bytes());
    }

    @ParameterizedTest
    @MethodSource("either")
    void whatReadersDisagreeAboutIsTakenOrRefusedAtAPlace(Case one) {
        assertDoesNotThrow(() -> {
            try {
                JsonDocument.read("d.json", one.bytes(), Limits.STANDARD);
            } catch (DocumentException refused) {
                placed(refused.problems(), one.bytes());
            }
        });
    }

    @Test
    void everyKindHasBothAndNoNameStandsTwice() throws IOException {
        for (String kind : List.of("structure", "number", "text", "encoding")) {
            assertTrue(accepted().stream().anyMatch(one -> one.kind().equals(kind)), kind);
            assertTrue(refused().stream().anyMatch(one -> one.kind().equals(kind)), kind);
        }
        assertEquals(all().size(), all().stream().map(Case::toString).distinct().count());
    }
}
