package dev.datause.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the documentation shows is what is compiled, run and compared in the example. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    private static final Path EXAMPLE = ROOT.resolve("examples/property-tests/src/test");

    private static String text(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }

    @Test
    void theClassIsTheOneOfTheExample() throws IOException {
        String source = text(EXAMPLE.resolve("java/dev/datause/examples/propertytests/AudienceProperties.java"));
        String shown = source.substring(source.indexOf("import ")).strip();
        assertTrue(text(ROOT.resolve("docs/testkit.md")).contains("```java\n" + shown + "\n```"), shown);
        String body = shown.substring(shown.indexOf("class "));
        assertTrue(body.lines().count() <= 10, "a test class of ten lines");
    }

    @Test
    void theFailureIsTheOneOfTheExample() throws IOException {
        String printed =
                text(EXAMPLE.resolve("resources/BirthdayEveMistake.txt")).strip();
        assertTrue(text(ROOT.resolve("docs/testkit.md")).contains("```\n" + printed + "\n```"), printed);
    }
}
