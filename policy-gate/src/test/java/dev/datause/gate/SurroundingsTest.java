package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.DataUsePolicy;
import dev.datause.PolicyJson;
import dev.datause.analysis.PolicyDiff;
import dev.datause.analysis.PolicyLint;
import dev.datause.analysis.PolicyMatrix;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that is written is the same bytes wherever it is written: in four languages, in virtual machines that began
 * with two of them and with other charsets, in three zones each, and on every JDK, since the digests are committed. {@code -Ddatause.digests=write} writes
 * them anew; what was written lies in {@code target/surroundings}.
 */
@Tag("costly")
class SurroundingsTest {
    private static final Path DIGESTS = Path.of("src", "test", "suites", "digests.txt");
    private static final Path WRITTEN = Path.of("target", "surroundings");
    private static final List<String> ZONES = List.of("Pacific/Kiritimati", "America/New_York", "Etc/GMT+12");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** Names and words in which the habits of languages show: dotted and dotless i, digits, long days. */
    private static final String MANIFEST = """
            format: 1
            datasets:
              - name: INBOX.Title
                categories: [message, profile]
                members: {located: {in: [north], at: use}}
                collected: {from: 2025-11-03}
              - name: ınbox.t\u0130tle
                categories: [PROFILE, prof\u0131le, post]
              - name: \u0661\u0662
                categories: [profile]
                collected: {from: 2025-11-03, until: 2026-02-28}
            pipelines:
              - name: TRAIN
                purpose: training
                recipient: owner
                inputs: [INBOX.Title, ınbox.t\u0130tle]
                runs: {from: 2025-11-03, until: 2026-12-31}
              - name: ads
                purpose: ads
                recipient: group
                inputs: [\u0661\u0662, nowhere]
            """;

    private static String requests() {
        return new String(Bundled.resource("linkedin-2025-11-03.corpus.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .limit(150)
                .map(line -> line.substring(line.indexOf("\"use\": ") + 7, line.indexOf(", \"expect\": ")) + "\n")
                .reduce("", String::concat);
    }

    /** Everything that is written, by what it is. */
    private static Map<String, String> everything() {
        Map<String, String> all = new TreeMap<>();
        String requests = requests();
        all.put("decisions", Bundled.answers(DecisionRun.of(Bundled.BOTH), requests));
        all.put("refusals", Bundled.answers(DecisionRun.of(Bundled.BOTH), requests.replace("\"used\"", "\"USED\"")));
        StringBuilder told = new StringBuilder();
        requests.lines()
                .limit(25)
                .forEach(line -> told.append(Explanation.of(
                                Bundled.STRICT,
                                RequestReader.of(Bundled.POLICY.vocabulary())
                                        .read(Given.bytes(line))
                                        .use())
                        .text()));
        all.put("explanations", told.toString());
        all.put("policy", PolicyJson.write(Bundled.POLICY) + PolicyJson.contentHash(Bundled.POLICY));
        PolicyDiff readings = PolicyDiff.of(Given.SMALL_STRICT, Given.SMALL_DOCUMENTED);
        all.put("diff-readings", readings.text() + readings.json());
        PolicyDiff days = PolicyDiff.between(Given.SMALL_STRICT, LocalDate.of(2025, 11, 2), LocalDate.of(2025, 11, 3));
        all.put("diff-days", days.text() + days.json());
        PolicyLint lint = PolicyLint.of(Given.SMALL);
        all.put("lint", lint.text() + lint.json());
        PolicyMatrix matrix = PolicyMatrix.of(Given.SMALL_STRICT);
        all.put("matrix", matrix.text() + matrix.json());
        String cases = new String(Bundled.resource("linkedin-2025-11-03.corpus.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .limit(60)
                .collect(Collectors.joining("\n"));
        Corpus corpus = Corpus.read(Bundled.POLICY, "c.jsonl", Given.bytes(cases));
        CorpusReport tested = CorpusRun.of(Bundled.BOTH).run(List.of(corpus));
        all.put("corpus", tested.text() + tested.gapsText() + tested.junitXml());
        addReports(all);
        addProblems(all);
        return all;
    }

    private static void addReports(Map<String, String> all) {
        Map<String, byte[]> documents =
                Map.of("I/\u0130ı.yaml", Given.bytes(MANIFEST), "broken.yaml", Given.bytes("a: ["));
        List<GateReport> results = new ArrayList<>();
        List<DataUsePolicy> readings = List.of(Given.SMALL_STRICT, Given.SMALL_DOCUMENTED);
        for (DataUsePolicy policy : readings) {
            results.add(Gate.of(policy, DAY).check(documents));
        }
        Report report = Report.of(readings, results, Workflow.none());
        for (ReportWriter writer : ReportWriters.builtIn()) {
            all.put("report-" + writer.format(), new String(writer.write(report), StandardCharsets.UTF_8));
        }
        all.put("baseline", Baseline.of(report).text());
        all.put(
                "summary",
                Gate.of(Given.SMALL_STRICT, DAY)
                        .summarize(
                                Map.of("m.yaml", Given.bytes(Given.VIOLATION.replace("inbox", "\u0130nbox"))),
                                "\u0130ı")
                        .orElse("none"));
    }

    private static void addProblems(Map<String, String> all) {
        StringBuilder problems = new StringBuilder();
        String policy = PolicyJson.write(Given.SMALL);
        for (String damage : List.of("\"ID\"", "\"\u0131d\"", "\u0663", "1e400", "\"2026-02-30\"", "{}")) {
            for (String part : List.of("\"format\"", "\"id\"", "2025-11-03", "\"rules\"")) {
                try {
                    PolicyJson.read("p.json", Given.bytes(policy.replaceFirst(part, damage)));
                } catch (DocumentException e) {
                    problems.append(e.getMessage()).append('\n');
                }
            }
        }
        try {
            Waivers.read("w.yaml", Given.bytes("format: 1\nwaivers:\n  - {F\u0130NDING: x}\n"), Limits.STANDARD);
        } catch (DocumentException e) {
            problems.append(e.getMessage());
        }
        all.put("problems", problems.toString());
    }

    /** One line for each output; what was written is left in a folder, to be compared by eye. */
    private static List<String> digests(String where) throws IOException {
        Path folder = Files.createDirectories(WRITTEN.resolve(where));
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> one : everything().entrySet()) {
            Files.writeString(folder.resolve(one.getKey() + ".txt"), one.getValue());
            lines.add(Digests.line(one.getKey(), one.getValue()));
        }
        return lines;
    }

    /** Run in the other virtual machines: in the language that each was begun with, then in another. */
    public static void main(String[] tags) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String tag : tags) {
            if (!tag.equals(tags[0])) {
                Locale.setDefault(Locale.forLanguageTag(tag));
            }
            for (String zone : ZONES) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                String where = where(tag, zone);
                digests(where).forEach(line -> out.println(where + " " + line));
            }
        }
    }

    private static String where(String tag, String zone) {
        return tag + "-" + zone.replaceAll("[^A-Za-z0-9]", "-");
    }

    private static void compare(String where, List<String> found) throws IOException {
        List<String> committed = Files.readAllLines(DIGESTS);
        List<String> differ = new ArrayList<>(found);
        differ.removeAll(committed);
        assertEquals(List.of(), differ, "in " + WRITTEN.resolve(where) + "; if that is meant, -Ddatause.digests=write");
        assertEquals(committed.size(), found.size(), "what is no longer written");
    }

    @Test
    void whatIsWrittenHereIsWhatWasCommitted() throws IOException {
        List<String> found = digests("here");
        if ("write".equals(System.getProperty("datause.digests"))) {
            Files.write(DIGESTS, found);
        }
        compare("here", found);
        for (String line : found) {
            int length = Integer.parseInt(line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' ')));
            assertTrue(length > 500, line);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tr, TR, '', tr-TR, fa-IR, US-ASCII",
        "ar, EG, nu-arab, ar-EG-u-nu-arab, th-TH-u-ca-buddhist-nu-thai, UTF-16"
    })
    void whatIsWrittenElsewhereIsTheSame(
            String language, String country, String extension, String tag, String other, String encoding)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Duser.timezone=" + ZONES.get(0),
                "-Dfile.encoding=" + encoding));
        if (!extension.isEmpty()) {
            command.add("-Duser.extensions=u-" + extension);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SurroundingsTest.class.getName()));
        command.addAll(List.of(tag, other));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor());
        for (String each : List.of(tag, other)) {
            for (String zone : ZONES) {
                String where = where(each, zone);
                compare(
                        where,
                        printed.stream()
                                .filter(line -> line.startsWith(where + " "))
                                .map(line -> line.substring(where.length() + 1))
                                .toList());
            }
        }
    }
}
