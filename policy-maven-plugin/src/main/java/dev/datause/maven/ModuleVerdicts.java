package dev.datause.maven;

import dev.datause.document.DocumentException;
import dev.datause.document.DocumentFile;
import dev.datause.document.Limits;
import dev.datause.gate.Ending;
import dev.datause.gate.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** Which modules of a build have no verdict of {@code policy:check}: what nobody looked at in them is not known. */
final class ModuleVerdicts {
    private ModuleVerdicts() {}

    /**
     * One line for each module that has no verdict, or one that is older than what it would be about, and is not said to need none.
     *
     * @param modules each with the manifests it declares
     * @param without the artifact ids of the modules that need none, each of which must be that of a module
     */
    static List<String> missing(Map<MavenProject, List<Path>> modules, List<String> without)
            throws IOException, MojoExecutionException {
        Set<String> unknown = new TreeSet<>(without);
        modules.keySet().forEach(module -> unknown.remove(module.getArtifactId()));
        if (!unknown.isEmpty()) {
            throw PolicyMojo.couldNot("withoutVerdict: no module is called " + String.join(", ", unknown));
        }
        List<String> missing = new ArrayList<>();
        for (Map.Entry<MavenProject, List<Path>> entry : modules.entrySet()) {
            MavenProject module = entry.getKey();
            if (!without.contains(module.getArtifactId())) {
                Path report = CheckReport.json(Path.of(module.getBuild().getDirectory()), "check-report");
                String what = what(report);
                if (what.isEmpty()) {
                    what = outdated(report, module, entry.getValue());
                }
                if (!what.isEmpty()) {
                    missing.add(module.getArtifactId() + " has " + what);
                }
            }
        }
        return missing;
    }

    /** What of the module is younger than its verdict: a manifest, or a POM that says whether and how it is checked. */
    private static String outdated(Path report, MavenProject module, List<Path> manifests) throws IOException {
        List<Path> sources = new ArrayList<>(manifests);
        for (MavenProject from = module; from != null; from = from.getParent()) {
            if (from.getFile() != null) {
                sources.add(from.getFile().toPath());
            }
        }
        for (Path source : sources) {
            if (Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(report)) > 0) {
                return "a verdict older than its " + source.getFileName();
            }
        }
        return "";
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
