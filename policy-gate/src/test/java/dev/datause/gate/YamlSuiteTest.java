package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.DocumentException;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What YAML says to us, part by part of the language: the JSON that is meant, or the code and place of the refusal. */
class YamlSuiteTest {
    private static final Path SUITE = Path.of("src", "test", "suites", "yaml.txt");

    private record Case(String name, String expected, String yaml) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> all() throws IOException {
        List<Case> all = new ArrayList<>();
        for (String block : Files.readString(SUITE).replace("\r\n", "\n").split("(?m)^== ", -1)) {
            if (!block.startsWith("#")) {
                String[] lines = block.split("\n", 3);
                String yaml = lines[2].replace('␣', ' ')
                        .replace('⇥', '\t')
                        .replace('␍', '\r')
                        .replace('⍽', '\u00a0')
                        .replace('↧', '\u2028')
                        .replace("∎\n", "");
                all.add(new Case(lines[0], lines[1], yaml));
            }
        }
        return all;
    }

    private static Node json(String text) {
        return JsonDocument.read("expected", Given.bytes(text), Limits.STANDARD).root();
    }

    private static Node yaml(Case one) {
        return YamlDocument.read("m.yaml", Given.bytes(one.yaml()), Limits.STANDARD)
                .root();
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysWhatIsMeantOrIsRefusedWhereItStopsBeingTaken(Case one) {
        if (one.expected().startsWith("-> ")) {
            assertEquals(JsonDocument.write(json(one.expected().substring(3))), JsonDocument.write(yaml(one)));
            return;
        }
        DocumentException refused = assertThrows(DocumentException.class, () -> yaml(one));
        Problem problem = refused.problems().get(0);
        String found = "!! " + problem.code().id() + " " + problem.at();
        assertTrue(found.equals(one.expected()) || found.startsWith(one.expected() + " "), refused.getMessage());
        long lines = one.yaml().lines().count() + 1;
        assertTrue(problem.at().line() <= lines, refused.getMessage());
    }

    /** The manifest reader refuses what its YAML refuses, with the same place. */
    @ParameterizedTest
    @MethodSource("all")
    void theManifestReaderTakesNothingElse(Case one) {
        DocumentException refused = assertThrows(
                DocumentException.class,
                () -> new ManifestReader().read("m.yaml", Given.bytes(one.yaml()), Given.SMALL, Limits.STANDARD));
        if (one.expected().startsWith("!! ")) {
            Problem problem = refused.problems().get(0);
            String found = "!! " + problem.code().id() + " " + problem.at();
            assertTrue(found.equals(one.expected()) || found.startsWith(one.expected() + " "), refused.getMessage());
        }
    }

    @Test
    void noNameStandsTwice() throws IOException {
        List<Case> all = all();
        assertTrue(all.size() > 130, all.size() + " cases");
        assertEquals(all.size(), all.stream().map(Case::name).distinct().count());
    }
}
