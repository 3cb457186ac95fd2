package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.LinkedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of finding has a page, and the examples on it do what it says. */
class FindingPagesTest {
    static final Path PAGES = Path.of("..", "docs", "findings");

    /** Findings about waivers, watches and the baseline; {@link WorkflowPagesTest} looks at their pages. */
    static final String WORKFLOW = ".*(WAIVE|WATCH|BASELINE|TOO_MANY).*";

    private static final String NOT_OF_ONE_MANIFEST = ".*(WAIVE|WATCH|BASELINE|TOO_MANY|SUMMARY).*";

    @TempDir
    Path project;

    static String example(String page, String heading) {
        int section = page.indexOf("## " + heading + "\n");
        int begin = page.indexOf("```yaml\n", section) + "```yaml\n".length();
        return page.substring(begin, page.indexOf("```\n", begin));
    }

    /** Checks a manifest of ours, or for what is said about dbt a mapping. */
    private GateReport check(FindingCode code, String yaml) throws IOException {
        if (!DbtGiven.ABOUT_DBT.contains(code)) {
            return Given.check(LinkedIn.strict(), yaml);
        }
        DbtReader reader = DbtReader.of(DbtMapping.of("map.yaml", Given.bytes(yaml)));
        if (code == FindingCode.STALE_METADATA) {
            Files.createDirectories(project.resolve("models"));
            Files.writeString(project.resolve("models/stg_members.sql"), "select 2");
            reader = reader.comparing(project);
        }
        return Gate.of(LinkedIn.strict(), Given.AS_OF)
                .reader(reader)
                .check(Map.of("manifest.json", Given.bytes(DbtGiven.PAGES)));
    }

    @ParameterizedTest
    @EnumSource(value = FindingCode.class, mode = EnumSource.Mode.MATCH_NONE, names = NOT_OF_ONE_MANIFEST)
    void everyCodeHasAPageWhoseExamplesAreTrue(FindingCode code) throws IOException {
        String page = Files.readString(PAGES.resolve(code.id() + ".md"));
        assertTrue(page.startsWith("# " + code.id() + ": " + code.meaning() + "\n"), page);
        assertTrue(page.contains("\n## When a waiver is right\n"), page);
        GateReport good = check(code, example(page, "Good"));
        assertEquals(Verdict.PASSED, good.verdict(), good.text());
        if (code == FindingCode.TOO_LARGE) {
            assertFalse(page.contains("\n## Bad\n"), page);
        } else {
            GateReport bad = check(code, example(page, "Bad"));
            assertTrue(Given.codes(bad).contains(code), bad.text());
            assertEquals(code.verdict() == Verdict.PASSED, bad.verdict() == Verdict.PASSED, bad.text());
        }
    }

    @Test
    void everyPageIsAboutACode() throws IOException {
        List<String> ids =
                Arrays.stream(FindingCode.values()).map(FindingCode::id).toList();
        try (Stream<Path> pages = Files.list(PAGES)) {
            pages.map(page -> page.getFileName().toString())
                    .filter(name -> name.startsWith("DU"))
                    .forEach(name -> assertTrue(ids.contains(name.replace(".md", "")), name));
        }
        Set<String> different = new HashSet<>(ids);
        assertEquals(FindingCode.values().length, different.size());
    }

    @Test
    void theExampleOfTheFormatIsChecked() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "manifest-format.md"));
        GateReport report = Given.check(LinkedIn.strict(), example("## \n" + page, ""));
        assertEquals(Verdict.PASSED, report.verdict(), report.text());
        assertEquals(4, report.datasets());
    }
}
