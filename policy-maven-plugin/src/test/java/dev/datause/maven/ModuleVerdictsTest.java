package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.datause.gate.Ending;
import dev.datause.gate.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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

    @Test
    void aModuleWithoutAVerdictIsToldUnlessItIsSaidToNeedNone() throws Exception {
        List<MavenProject> modules = List.of(module("root"), module("data"), module("empty", Ending.NOTHING_TO_CHECK));

        assertEquals(
                List.of("root has no verdict of its own", "data has no verdict of its own"),
                ModuleVerdicts.missing(modules, List.of()));
        assertEquals(List.of("root has no verdict of its own"), ModuleVerdicts.missing(modules, List.of("data")));
        assertEquals(List.of(), ModuleVerdicts.missing(modules, List.of("data", "root")));
    }

    @Test
    void aCheckThatWasSkippedOrCouldNotBeMadeIsNoVerdict() throws Exception {
        List<MavenProject> modules = List.of(module("off", Ending.SKIPPED), module("unable", Ending.COULD_NOT_CHECK));

        assertEquals(
                List.of("off has the verdict skipped", "unable has the verdict could-not-check"),
                ModuleVerdicts.missing(modules, List.of()));
    }

    @Test
    void aDamagedReportIsNoVerdict() throws Exception {
        MavenProject damaged = module("damaged", Ending.NOTHING_TO_CHECK);
        Path report = CheckReport.json(base.resolve("damaged"), "check-report");
        String whole = Files.readString(report);
        Files.writeString(report, whole.substring(0, whole.length() / 2));

        assertEquals(
                List.of("damaged has a report that cannot be read"),
                ModuleVerdicts.missing(List.of(damaged), List.of()));
    }

    @Test
    void aNameOfNoModuleIsRefused() {
        List<MavenProject> modules = List.of(module("root"));

        assertEquals(
                "Could not check: withoutVerdict: no module is called rot",
                assertThrows(
                                MojoExecutionException.class,
                                () -> ModuleVerdicts.missing(modules, List.of("rot", "root")))
                        .getMessage());
    }
}
