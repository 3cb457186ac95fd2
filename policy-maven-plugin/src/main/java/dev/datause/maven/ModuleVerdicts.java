package dev.datause.maven;

import dev.datause.document.DocumentException;
import dev.datause.document.DocumentFile;
import dev.datause.document.Limits;
import dev.datause.gate.Ending;
import dev.datause.gate.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** Which modules of a build have no verdict of {@code policy:check}: what nobody looked at in them is not known. */
final class ModuleVerdicts {
    private ModuleVerdicts() {}

    /**
     * One line for each module that has no verdict and is not said to need none.
     *
     * @param without the artifact ids of the modules that need none, each of which must be that of a module
     */
    static List<String> missing(List<MavenProject> modules, List<String> without) throws MojoExecutionException {
        Set<String> unknown = new TreeSet<>(without);
        modules.forEach(module -> unknown.remove(module.getArtifactId()));
        if (!unknown.isEmpty()) {
            throw PolicyMojo.couldNot("withoutVerdict: no module is called " + String.join(", ", unknown));
        }
        List<String> missing = new ArrayList<>();
        for (MavenProject module : modules) {
            if (!without.contains(module.getArtifactId())) {
                Path report = CheckReport.json(Path.of(module.getBuild().getDirectory()), "check-report");
                String what = what(report);
                if (!what.isEmpty()) {
                    missing.add(module.getArtifactId() + " has " + what);
                }
            }
        }
        return missing;
    }

    /** What a module has in place of a verdict; empty if it has one. */
    private static String what(Path report) {
        if (!Files.exists(report)) {
            return "no verdict of its own";
        }
        try {
            Ending ending = Report.ending("the report", DocumentFile.bytes(report, "the report", Limits.STANDARD));
            return ending.good() || ending == Ending.VIOLATIONS ? "" : "the verdict " + ending.word();
        } catch (DocumentException e) {
            return "a report that cannot be read";
        }
    }
}
