package dev.datause.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.LinkedIn;
import dev.datause.analysis.PolicyDiff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README shows is what happens. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..", "..");

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file)).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    /** The fenced blocks of one language in the README, in their order. */
    private static List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        String open = "";
        for (String line : read("README.md").split("\n", -1)) {
            if (line.startsWith("```")) {
                if (open.isEmpty()) {
                    open = line;
                } else {
                    if (open.equals("```" + language)) {
                        blocks.add(block.toString());
                    }
                    open = "";
                    block.setLength(0);
                }
            } else if (!open.isEmpty()) {
                block.append(line).append('\n');
            }
        }
        return blocks;
    }

    @Test
    void theJavaOfTheReadmeIsTheBodyOfTenLines() {
        String source = read("examples/quickstart/src/main/java/dev/datause/examples/quickstart/TenLines.java");
        String open = "(String[] arguments) {\n";
        String body = source.substring(source.indexOf(open) + open.length(), source.lastIndexOf("    }\n"));
        assertEquals(List.of(body.stripTrailing().stripIndent() + "\n"), blocks("java"));
    }

    @Test
    void theReadmeShowsWhatTheJavaPrints() {
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream replaced = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(replaced);
            TenLines.main(new String[0]);
        } finally {
            System.setOut(out);
        }
        assertTrue(
                blocks("text").contains(bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai-training", "affiliate-ads"})
    void theReadmeShowsHowTheExamplesFail(String tag) {
        assertTrue(blocks("text").contains(read("examples/fails-" + tag + "/expected.txt")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai-training", "affiliate-ads"})
    void thePluginOfTheReadmeIsThatOfTheExamplesThatFail(String tag) {
        String pom = read("examples/fails-" + tag + "/pom.xml").stripIndent();
        for (String block : blocks("xml")) {
            assertTrue(pom.contains(block.indent(6)));
        }
        assertEquals(1, blocks("xml").size());
    }

    @Test
    void theReadmeShowsHowTheQuickstartBegins() {
        String printed = read("examples/quickstart/src/test/resources/quickstart.txt");
        assertTrue(blocks("text").stream()
                .anyMatch(block -> block.lines().count() > 10 && printed.startsWith(block.replace("…\n", ""))));
    }

    @Test
    void theReadmeShowsHowTheChangesOfThirdNovemberBegin() {
        PolicyDiff diff = PolicyDiff.between(LinkedIn.strict(), LocalDate.of(2025, 11, 2), LocalDate.of(2025, 11, 3));
        assertTrue(blocks("text").stream()
                .anyMatch(block -> block.lines().count() > 10 && diff.text().startsWith(block.replace("…\n", ""))));
    }

    @Test
    void theTablesOfTheReadmeAreThoseOfThePolicy() {
        String readme = read("README.md");
        PolicyTables tables = new PolicyTables();
        assertTables(readme, tables.firstDays(), tables.stops(), tables.questions(), tables.sources());
    }

    private static void assertTables(String readme, String... tables) {
        for (String table : tables) {
            assertTrue(readme.contains("\n\n" + table + "\n\n"), () -> "the README has not this table:\n\n" + table);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CHANGELOG.md"})
    void everyLinkToAFileLeadsSomewhere(String file) {
        Stream<String> links = java.util.regex.Pattern.compile("]\\((?!https?:|#)([^)#]+)")
                .matcher(read(file))
                .results()
                .map(match -> match.group(1));
        assertEquals(
                List.of(),
                links.filter(link -> !Files.exists(ROOT.resolve(link))).toList());
    }

    @Test
    void theCatalogueNamesTestsAndBuildsThatAreThere() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("test"))
                    .toList();
            java.util.regex.Pattern.compile("`([A-Z][A-Za-z]+)\\.([a-z][A-Za-z0-9]+)`")
                    .matcher(read("docs/catalogue.md"))
                    .results()
                    .filter(name -> sources.stream()
                            .filter(source -> source.endsWith(name.group(1) + ".java"))
                            .noneMatch(source -> holds(source, " " + name.group(2) + "(")))
                    .forEach(name -> missing.add(name.group()));
        }
        java.util.regex.Pattern.compile("`it/([a-z-]+)`")
                .matcher(read("docs/catalogue.md"))
                .results()
                .filter(name -> !Files.isDirectory(ROOT.resolve("policy-maven-plugin/src/it/" + name.group(1))))
                .forEach(name -> missing.add(name.group()));
        assertEquals(List.of(), missing);
    }

    private static boolean holds(Path source, String text) {
        try {
            return Files.readString(source).contains(text);
        } catch (IOException e) {
            throw new AssertionError(source.toString(), e);
        }
    }
}
