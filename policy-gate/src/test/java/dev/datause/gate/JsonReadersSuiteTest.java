package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.Code;
import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import dev.datause.document.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reader of JSON takes for JSON what the reader of policies takes for it: the texts are those of its test. */
class JsonReadersSuiteTest {
    private static final Path SUITE = Path.of("..", "policy-core", "src", "test", "suites", "json.txt");
    private static final Set<DocumentCode> NOT_JSON = EnumSet.of(
            DocumentCode.NOT_UTF8,
            DocumentCode.CHARACTER,
            DocumentCode.SYNTAX,
            DocumentCode.TRUNCATED,
            DocumentCode.TRAILING,
            DocumentCode.EQUAL_KEYS);

    /** Everything that reads JSON of others; each throws what it refuses. */
    enum Reader {
        MANIFEST {
            @Override
            void read(byte[] bytes) {
                new ManifestReader().read("m.json", bytes, Given.SMALL, Limits.STANDARD);
            }
        },
        DBT {
            @Override
            void read(byte[] bytes) {
                DbtReader.of(DbtMapping.standard()).read("manifest.json", bytes, Given.SMALL, Limits.STANDARD);
            }
        },
        REQUEST {
            @Override
            void read(byte[] bytes) {
                RequestReader.of(Given.SMALL.vocabulary()).read(bytes);
            }
        },
        BASELINE {
            @Override
            void read(byte[] bytes) {
                Baseline.read("b.json", bytes, Limits.STANDARD);
            }
        },
        REPORT {
            @Override
            void read(byte[] bytes) {
                Report.ending("r.json", bytes);
            }
        };

        abstract void read(byte[] bytes);
    }

    private record Case(String verdict, String name, String text) {
        static Case of(String line) {
            String[] parts = line.split(" ", 4);
            return new Case(parts[1], parts[0] + " " + parts[2], parts[3]);
        }

        byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] text = this.text.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < text.length; i++) {
                if (text[i] == '%') {
                    out.write(Integer.parseInt(new String(text, i + 1, 2, StandardCharsets.US_ASCII), 16));
                    i += 2;
                } else {
                    out.write(text[i]);
                }
            }
            return out.toByteArray();
        }
    }

    private static List<Case> of(String verdict) throws IOException {
        try (Stream<String> lines = Files.lines(SUITE)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(Case::of)
                    .filter(one -> one.verdict().equals(verdict))
                    .toList();
        }
    }

    private static boolean isOfJson(Problem problem) {
        Code code = problem.code();
        return code instanceof DocumentCode known && NOT_JSON.contains(known);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotJsonIsRefusedAtAPlace(Reader reader) throws IOException {
        for (Case one : of("refuse")) {
            DocumentException refused =
                    assertThrows(DocumentException.class, () -> reader.read(one.bytes()), one.name());
            assertFalse(refused.problems().isEmpty());
            for (Problem problem : refused.problems()) {
                assertTrue(problem.at().line() >= 1 && problem.at().column() >= 1, one.name());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsJsonIsAtMostTheWrongJson(Reader reader) throws IOException {
        for (Case one : of("accept")) {
            try {
                reader.read(one.bytes());
            } catch (DocumentException refused) {
                assertTrue(
                        refused.problems().stream().noneMatch(JsonReadersSuiteTest::isOfJson),
                        one.name() + refused.getMessage());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatReadersDisagreeAboutIsTakenOrRefused(Reader reader) throws IOException {
        for (Case one : of("either")) {
            try {
                reader.read(one.bytes());
            } catch (DocumentException refused) {
                assertFalse(refused.problems().isEmpty(), one.name());
            }
        }
    }

    @Test
    void thereAreManyOfEach() throws IOException {
        assertEquals(73, of("accept").size());
        assertEquals(164, of("refuse").size());
        assertEquals(10, of("either").size());
    }
}
