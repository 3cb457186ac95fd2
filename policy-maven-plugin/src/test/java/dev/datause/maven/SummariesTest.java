package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.DataUsePolicy;
import dev.datause.LinkedIn;
import dev.datause.document.Limits;
import dev.datause.gate.Finding;
import dev.datause.gate.FindingCode;
import dev.datause.gate.Gate;
import dev.datause.gate.GateReport;
import dev.datause.gate.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other modules say of their data comes from their jars and from this build, whole and from one place, or not at all. */
class SummariesTest {
    private static final String ENTRY = "META-INF/datause/lineage.json";
    private static final String UPSTREAM = """
            format: 1
            datasets:
              - {name: inbox.raw, categories: [private-message], collected: {from: 2025-11-03}}
              - {name: shared.table, derived: true}
            steps:
              - {name: share, inputs: [inbox.raw], outputs: [shared.table]}
            """;
    private static final String DOWNSTREAM = """
            format: 1
            pipelines:
              - {name: train, purpose: ai-training, recipient: linkedin, inputs: [shared.table]}
            """;

    @TempDir
    private Path base;

    private final Gate gate = Gate.of(policy(), LocalDate.of(2025, 11, 20));

    private static DataUsePolicy policy() {
        return LinkedIn.strict();
    }

    private byte[] summary(String manifest) throws IOException {
        Path file = Files.writeString(base.resolve("upstream.yaml"), manifest);
        return gate.summarize(base, List.of(file), "data").getBytes(StandardCharsets.UTF_8);
    }

    private Path jar(String name, Map<String, byte[]> entries) throws IOException {
        Path jar = base.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return jar;
    }

    private static Artifact artifact(String group, String name, Path file) {
        Artifact artifact =
                new DefaultArtifact(group, name, "1", "compile", "jar", "", new DefaultArtifactHandler("jar"));
        artifact.setFile(file.toFile());
        return artifact;
    }

    private MavenProject module(String name) {
        Model model = new Model();
        model.setGroupId("g");
        model.setArtifactId(name);
        model.setVersion("1");
        Build build = new Build();
        build.setOutputDirectory(base.resolve(name).toString());
        model.setBuild(build);
        return new MavenProject(model);
    }

    private MavenProject reader(Artifact... artifacts) {
        MavenProject reader = module("reader");
        reader.setArtifacts(new LinkedHashSet<>(Arrays.asList(artifacts)));
        return reader;
    }

    private Map<String, byte[]> found(MavenProject reader) throws IOException, MojoExecutionException {
        Summaries summaries = new Summaries(List.of(), module -> false, Limits.STANDARD);
        summaries.ofDependencies(reader, true);
        return summaries.found();
    }

    private String refused(MavenProject reader) {
        return String.valueOf(
                assertThrows(MojoExecutionException.class, () -> found(reader)).getMessage());
    }

    private GateReport checked(MavenProject reader, String downstream) throws IOException, MojoExecutionException {
        Gate knowing = gate;
        for (Map.Entry<String, byte[]> summary : found(reader).entrySet()) {
            knowing = knowing.summary(summary.getKey(), summary.getValue());
        }
        return knowing.check(base, List.of(Files.writeString(base.resolve("train.yaml"), downstream)));
    }

    private static List<FindingCode> codes(GateReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    @Test
    void aViolationIsFoundThroughTheSummaryInAJar() throws Exception {
        byte[] summary = summary(UPSTREAM);
        Path jar = jar("data.jar", Map.of("a/B.class", new byte[4], ENTRY, summary));
        MavenProject reader = reader(artifact("g", "data", jar));

        assertEquals(List.of("data!/" + ENTRY), List.copyOf(found(reader).keySet()));
        assertArrayEquals(summary, found(reader).get("data!/" + ENTRY));
        GateReport report = checked(reader, DOWNSTREAM);
        assertEquals(List.of(FindingCode.VIOLATION), codes(report), report.text());
        assertTrue(report.text().contains("data: inbox.raw -> share -> shared.table -> train"), report.text());
    }

    @Test
    void withoutTheSummaryOrATagInItNothingIsProvedWhateverTheGuard() throws Exception {
        String raw = "categories: [private-message], collected: {from: 2025-11-03}";
        Map<Map<String, byte[]>, FindingCode> cases = Map.of(
                Map.of("a/B.class", new byte[4]), FindingCode.UNDECLARED_DATASET,
                Map.of(ENTRY.replace("lineage", "Lineage"), summary(UPSTREAM)), FindingCode.UNDECLARED_DATASET,
                Map.of(ENTRY, summary(UPSTREAM.replace("shared.table", "other"))), FindingCode.UNDECLARED_DATASET,
                Map.of(ENTRY, summary(UPSTREAM.replace(raw, "derived: true"))), FindingCode.COULD_BE_ANYTHING,
                Map.of(ENTRY, new byte[0]), FindingCode.REFUSED_SUMMARY);
        String guarded =
                DOWNSTREAM.replace("table]}", "table], guard: {policy: linkedin-2025-11-03, reading: strict}}");
        for (Map.Entry<Map<String, byte[]>, FindingCode> one : cases.entrySet()) {
            MavenProject reader = reader(artifact("g", "data", jar("data.jar", one.getKey())));
            for (String downstream : List.of(DOWNSTREAM, guarded)) {
                GateReport report = checked(reader, downstream);
                assertEquals(List.of(one.getValue()), codes(report), report.text());
                assertNotEquals(Verdict.PASSED, report.verdict(), report.text());
            }
        }
        MavenProject whole = reader(artifact("g", "data", jar("data.jar", Map.of(ENTRY, summary(UPSTREAM)))));
        assertEquals(Verdict.PASSED, checked(whole, guarded).verdict());
    }

    @Test
    void twoDifferentSummariesOfOneNameAreRefusedAndTheSameOneTwiceIsOne() throws Exception {
        byte[] summary = summary(UPSTREAM);
        Artifact one = artifact("g", "data", jar("one.jar", Map.of(ENTRY, summary)));
        Artifact same = artifact("h", "data", jar("same.jar", Map.of(ENTRY, summary)));
        Artifact other = artifact(
                "h", "data", jar("other.jar", Map.of(ENTRY, summary(UPSTREAM.replace("private-message", "profile")))));

        assertEquals(1, found(reader(one, same)).size());
        assertEquals("Could not check: two different summaries are called data!/" + ENTRY, refused(reader(one, other)));
        assertEquals("Could not check: two different summaries are called data!/" + ENTRY, refused(reader(other, one)));
    }

    @Test
    void whatMayHoldASummaryAndCannotBeReadIsRefused() throws Exception {
        Path broken = Files.writeString(base.resolve("broken.jar"), "no jar");
        assertThrows(IOException.class, () -> found(reader(artifact("g", "data", broken))));

        Artifact unresolved = artifact("g", "data", broken);
        unresolved.setFile(null);
        assertEquals("Could not check: the dependency data is not there", refused(reader(unresolved)));

        byte[] bomb = new byte[4 << 20];
        assertEquals(
                "Could not check: the summary in the jar of data is larger than is read",
                refused(reader(artifact("g", "data", jar("bomb.jar", Map.of(ENTRY, bomb))))));
    }

    @Test
    void aJarWithTwoSummariesIsRefused() throws Exception {
        byte[] summary = summary(UPSTREAM);
        // A stream of entries refuses to write one name twice: written under another name of the same length, then
        // renamed.
        String other = ENTRY.replace("lineage", "lineagf");
        Path jar = jar("two.jar", Map.of(ENTRY, summary, other, summary));
        String bytes = Files.readString(jar, StandardCharsets.ISO_8859_1).replace(other, ENTRY);
        Files.writeString(jar, bytes, StandardCharsets.ISO_8859_1);

        assertEquals("Could not check: the jar of data has two summaries", refused(reader(artifact("g", "data", jar))));
    }

    @Test
    void aSummaryInAnOutputFolderIsReadOnlyIfThisBuildWroteIt() throws Exception {
        MavenProject data = module("data");
        Path file = base.resolve("data").resolve(ENTRY);
        Files.createDirectories(file.getParent());
        Files.write(file, summary(UPSTREAM));
        MavenProject reader = reader(artifact("g", "data", base.resolve("data")));

        Summaries now = new Summaries(List.of(data, reader), data::equals, Limits.STANDARD);
        now.ofDependencies(reader, true);
        assertEquals(List.of("data!/" + ENTRY), List.copyOf(now.found().keySet()));

        Summaries before = new Summaries(List.of(data, reader), module -> false, Limits.STANDARD);
        String refusal = "Could not check: the summary in the output folder of data was not made in this build;"
                + " let policy:summarize run there before";
        assertEquals(
                refusal,
                assertThrows(MojoExecutionException.class, () -> before.ofDependencies(reader, true))
                        .getMessage());
        // The folder of a module that is not in this build.
        assertEquals(refusal, refused(reader));

        Files.delete(file);
        before.ofDependencies(reader, true);
        assertEquals(Map.of(), before.found());
    }

    @Test
    void anArtifactIsAModuleOfThisBuildOnlyIfItIsTheSameOneWhole() throws Exception {
        MavenProject data = module("data");
        byte[] summary = summary(UPSTREAM);
        Path jar = jar("data.jar", Map.of(ENTRY, summary));
        Artifact later = new DefaultArtifact("g", "data", "2", "compile", "jar", "", new DefaultArtifactHandler("jar"));
        later.setFile(jar.toFile());

        for (Artifact other : List.of(artifact("h", "data", jar), artifact("g", "date", jar), later)) {
            Summaries summaries = new Summaries(List.of(data), module -> false, Limits.STANDARD);
            summaries.ofDependencies(reader(other), true);
            assertEquals(
                    List.of(other.getArtifactId() + "!/" + ENTRY),
                    List.copyOf(summaries.found().keySet()));
        }
        // The module itself: its output folder, in which nothing is.
        Summaries summaries = new Summaries(List.of(data), module -> false, Limits.STANDARD);
        summaries.ofDependencies(reader(artifact("g", "data", jar)), true);
        assertEquals(Map.of(), summaries.found());
    }

    @Test
    void whatIsNoJarHoldsNoSummary() throws Exception {
        Path notes = Files.writeString(base.resolve("data.txt"), "no jar");

        assertEquals(Map.of(), found(reader(artifact("g", "data", notes))));
    }

    @Test
    void aSummaryIsAsLongAsIsReadAndNoLonger() throws Exception {
        byte[] summary = summary(UPSTREAM);
        MavenProject reader = reader(artifact("g", "data", jar("data.jar", Map.of(ENTRY, summary))));
        Summaries enough = new Summaries(List.of(), module -> false, Limits.STANDARD.withFileBytes(summary.length));
        enough.ofDependencies(reader, true);
        assertArrayEquals(summary, enough.found().get("data!/" + ENTRY));

        Summaries less = new Summaries(List.of(), module -> false, Limits.STANDARD.withFileBytes(summary.length - 1));
        assertEquals(
                "Could not check: the summary in the jar of data is larger than is read",
                assertThrows(MojoExecutionException.class, () -> less.ofDependencies(reader, true))
                        .getMessage());
    }

    /** Zeros, so many that they are packed so many times. */
    private static byte[] packed(int times) {
        for (int length = 1_000; ; length++) {
            byte[] zeros = new byte[length];
            Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            deflater.setInput(zeros);
            deflater.finish();
            int size = deflater.deflate(new byte[1_000]);
            deflater.end();
            if (length / size == times) {
                return zeros;
            }
        }
    }

    @Test
    void aSummaryIsPackedAHundredTimesAtMost() throws Exception {
        byte[] most = packed(100);
        byte[] more = packed(101);

        assertArrayEquals(
                most,
                found(reader(artifact("g", "data", jar("most.jar", Map.of(ENTRY, most)))))
                        .get("data!/" + ENTRY));
        assertEquals(
                "Could not check: the summary in the jar of data is larger than is read",
                refused(reader(artifact("g", "data", jar("more.jar", Map.of(ENTRY, more))))));
    }

    @Test
    void anEmptySummaryThatIsNotPackedIsOne() throws Exception {
        Path jar = base.resolve("empty.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry(ENTRY);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(0);
            entry.setCrc(0);
            zip.putNextEntry(entry);
            zip.closeEntry();
        }
        assertArrayEquals(new byte[0], found(reader(artifact("g", "data", jar))).get("data!/" + ENTRY));
    }
}
