package dev.datause.maven;

import dev.datause.document.DocumentException;
import dev.datause.document.DocumentFile;
import dev.datause.document.Limits;
import dev.datause.gate.Ending;
import dev.datause.gate.Report;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the verdict that {@code policy:check} wrote, and fails unless it is {@code passed} or {@code nothing-to-check}.
 * Run by itself after a build, it does not depend on how that build ended: not on {@code -fn}, not on
 * {@code failOnViolation}, not on a phase that was not run.
 *
 * <p>{@code mvn -fn verify; mvn policy:verify-report}
 */
@Mojo(name = "verify-report", threadSafe = true)
public final class VerifyReportMojo extends PolicyMojo {
    /** The names of the reports that must be there, as {@code reportName} of {@code policy:check} gives them. */
    @Parameter(property = "policy.reports")
    private @Nullable List<String> reports;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private File buildDirectory;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        List<String> names = reports == null || reports.isEmpty() ? List.of("check-report") : reports;
        List<String> violated = new ArrayList<>();
        List<String> unable = new ArrayList<>();
        for (String name : names) {
            CheckReport.requireName(name);
            String line = name + " of " + project().getArtifactId();
            try {
                Ending ending = ending(name);
                if (ending.good()) {
                    info("policy:verify-report: " + line + ": " + ending.word());
                } else {
                    (ending == Ending.VIOLATIONS ? violated : unable).add(line + ": " + ending.word());
                }
            } catch (DocumentException e) {
                error(text(e));
                unable.add(line + ": no report that can be read");
            }
        }
        if (!violated.isEmpty()) {
            violated.addAll(unable);
            throw new MojoFailureException("Violated: " + String.join("; ", violated));
        }
        if (!unable.isEmpty()) {
            throw couldNot(String.join("; ", unable));
        }
    }

    private Ending ending(String name) {
        Path file = CheckReport.json(buildDirectory.toPath(), name);
        String shown = Inside.name(file, base());
        return Report.ending(shown, DocumentFile.bytes(file, shown, Limits.STANDARD));
    }
}
