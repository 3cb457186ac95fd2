package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.datause.gate.Ending;
import dev.datause.gate.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleVerdictsTest {
    @TempDir
    private Path base;

    private MavenProject module(String name) {
        Model model = new Model();
        model.setGroupId("dev.datause.it");
        model.setArtifactId(name);
        model.setVersion("1");
        Build build = new Build();
        build.setDirectory(base.resolve(name).toString());
        model.setBuild(build);
        return new MavenProject(model);
    }

    private MavenProject module(String name, Ending ending) throws Exception {
        CheckReport.begin(base.resolve(name), "check-report", List.of(), new HashMap<>())
                .write(Report.without(ending, "a test\n"));
        return module(name);
    }

    private static List<String> missing(List<MavenProject> modules, List<String> without) throws Exception {
        Map<MavenProject, List<Path>> declareNothing = new LinkedHashMap<>();
        modules.forEach(module -> declareNothing.put(module, List.of()));
        return ModuleVerdicts.missing(declareNothing, without);
    }

    /** A file of a module, written an hour before its verdict, or after it. */
    private Path file(String name, int hours) throws Exception {
        Path file = Files.writeString(base.resolve(name), "x");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofHours(hours))));
        return file;
    }

    @Test
    void aVerdictOlderThanAManifestOrAPomIsNone() throws Exception {
        MavenProject module = module("model", Ending.NOTHING_TO_CHECK);
        module.setFile(file("pom.xml", -1).toFile());
        Path before = file("before.yaml", -1);

        assertEquals(List.of(), ModuleVerdicts.missing(Map.of(module, List.of(before)), List.of()));
        assertEquals(
                List.of("model has a verdict older than its after.yaml"),
                ModuleVerdicts.missing(Map.of(module, List.of(before, file("after.yaml", 1))), List.of()));

        MavenProject parent = module("parent");
        parent.setFile(file("parent.xml", 1).toFile());
        module.setParent(parent);
        assertEquals(List.of("model has a verdict older than its parent.xml"), missing(List.of(module), List.of()));
    }

    @Test
    void aModuleWithoutAVerdictIsToldUnlessItIsSaidToNeedNone() throws Exception {
        List<MavenProject> modules = List.of(module("root"), module("data"), module("empty", Ending.NOTHING_TO_CHECK));

        assertEquals(
                List.of("root has no verdict of its own", "data has no verdict of its own"),
                missing(modules, List.of()));
        assertEquals(List.of("root has no verdict of its own"), missing(modules, List.of("data")));
        assertEquals(List.of(), missing(modules, List.of("data", "root")));
    }

    @Test
    void aCheckThatWasSkippedOrCouldNotBeMadeIsNoVerdict() throws Exception {
        List<MavenProject> modules = List.of(module("off", Ending.SKIPPED), module("unable", Ending.COULD_NOT_CHECK));

        assertEquals(
                List.of("off has the verdict skipped", "unable has the verdict could-not-check"),
                missing(modules, List.of()));
    }

    @Test
    void aDamagedReportIsNoVerdict() throws Exception {
        MavenProject damaged = module("damaged", Ending.NOTHING_TO_CHECK);
        Path report = CheckReport.json(base.resolve("damaged"), "check-report");
        String whole = Files.readString(report);
        Files.writeString(report, whole.substring(0, whole.length() / 2));

        assertEquals(List.of("damaged has a report that cannot be read"), missing(List.of(damaged), List.of()));
    }

    @Test
    void aNameOfNoModuleIsRefused() {
        List<MavenProject> modules = List.of(module("root"));

        assertEquals(
                "Could not check: withoutVerdict: no module is called rot",
                assertThrows(MojoExecutionException.class, () -> missing(modules, List.of("rot", "root")))
                        .getMessage());
    }
}
