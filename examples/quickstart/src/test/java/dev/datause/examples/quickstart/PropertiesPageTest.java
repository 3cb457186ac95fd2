package dev.datause.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about laws names tests that are there, and says how often they try. */
class PropertiesPageTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+)(\\*?) \\| .* \\| (.*) \\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w+)`(?: ([0-9][^;|]*))?");
    private static final Pattern TRIES = Pattern.compile("Tries\\.of\\(([^,]+), ");

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/properties.md")).replace("\r\n", "\n");
    }

    /** The sources of all tests, by the name of their class. */
    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("policy-")
                            && file.toString().contains("test"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            PropertiesPageTest::text,
                            (one, other) -> one + other));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyLawHasItsRow() throws IOException {
        List<Integer> numbers = ROW.matcher(page())
                .results()
                .map(row -> Integer.parseInt(row.group(1)))
                .toList();
        assertEquals(IntStream.rangeClosed(1, 51).boxed().toList(), numbers);
    }

    @Test
    void theCountsAtTheTopAreThoseOfTheRows() throws IOException {
        List<MatchResult> rows = ROW.matcher(page()).results().toList();
        long tried = rows.stream().filter(row -> row.group(3).startsWith("`")).count();
        long starred = rows.stream().filter(row -> row.group(2).equals("*")).count();
        long same = rows.stream().filter(row -> row.group(3).equals("the same")).count();
        assertTrue(page().contains("Of 51 laws " + (tried + same) + " are tried"), tried + same + " are tried");
        long often = tried + same - starred;
        assertTrue(page().contains(" " + often + " have a thousand tries or more"), often + " have a thousand");
    }

    @Test
    void everyTestIsThereAndTriesAsOftenAsIsSaid() throws IOException {
        Map<String, String> sources = sources();
        List<String> wrong = new ArrayList<>();
        int[] seen = new int[1];
        Matcher tests = TEST.matcher(page());
        while (tests.find()) {
            String source = sources.getOrDefault(tests.group(1), "");
            Matcher method = Pattern.compile(
                            "(?s)(?:@(\\w+(?:\\([^)]*\\))?)\\s+)void " + tests.group(2) + "\\(.*?\n    }\n")
                    .matcher(source);
            if (!method.find()) {
                wrong.add(tests.group() + ": no such test");
                continue;
            }
            seen[0]++;
            String said = tests.group(3) == null ? "" : tests.group(3);
            String expected = expected(method, constants(source));
            if (!said.startsWith(expected)) {
                wrong.add(tests.group() + ": the source says " + expected);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen[0] > 60, seen[0] + " tests");
    }

    /** How the number of tries must be told: none where the source leaves it open. */
    private static String expected(Matcher method, Function<String, Long> constants) {
        String annotation = method.group(1);
        if (annotation.startsWith("Property")) {
            Matcher tries = Pattern.compile("tries = (\\w+)").matcher(annotation);
            return String.format(Locale.ROOT, "%,d tries", tries.find() ? constants.apply(tries.group(1)) : 1_000L);
        }
        Matcher tries = TRIES.matcher(method.group());
        return tries.find() ? String.format(Locale.ROOT, "2 × %,d", product(tries.group(1), constants)) : "";
    }

    private static long product(String expression, Function<String, Long> constants) {
        return Stream.of(expression.split("\\*"))
                .mapToLong(factor -> constants.apply(factor.strip()))
                .reduce(1, (one, other) -> one * other);
    }

    private static Function<String, Long> constants(String source) {
        return name -> {
            if (Character.isDigit(name.charAt(0))) {
                return Long.parseLong(name.replace("_", ""));
            }
            Matcher constant = Pattern.compile("int " + name + " = ([0-9_]+);").matcher(source);
            assertTrue(constant.find(), name);
            return Long.parseLong(constant.group(1).replace("_", ""));
        };
    }
}
