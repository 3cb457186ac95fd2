package dev.datause.maven;

import dev.datause.document.DocumentException;
import dev.datause.gate.Ending;
import dev.datause.gate.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Checks the pipelines of all modules of the build together, as one. Tells which modules declare none, and which have no verdict of
 * {@code policy:check}.
 */
@Mojo(
        name = "check-aggregate",
        defaultPhase = LifecyclePhase.VERIFY,
        aggregator = true,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class CheckAggregateMojo extends GateMojo {
    /** Whether violations fail the build. If not, they are warnings, and the report still says {@code violations}. */
    @Parameter(property = "policy.failOnViolation", defaultValue = "true")
    private boolean failOnViolation;

    /** The name of the reports, without ending. */
    @Parameter(property = "policy.aggregateReportName", defaultValue = "check-aggregate-report")
    private String aggregateReportName;

    @Override
    boolean allModules() {
        return true;
    }

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        CheckReport reports = CheckReport.begin(output(), aggregateReportName, List.of(), kept());
        try {
            check(reports);
        } catch (DocumentException e) {
            reports.write(Report.without(Ending.COULD_NOT_CHECK, text(e)));
            throw e;
        } catch (MojoExecutionException e) {
            if (!reports.written()) {
                reports.write(Report.without(Ending.COULD_NOT_CHECK, e.getMessage() + "\n"));
            }
            throw e;
        }
    }

    private void check(CheckReport reports) throws IOException, MojoExecutionException, MojoFailureException {
        List<Path> manifests = new ArrayList<>();
        for (MavenProject module : modules()) {
            List<Path> ofModule = manifests(module.getBasedir().toPath());
            manifests.addAll(ofModule);
            Path verdict = CheckReport.json(Path.of(module.getBuild().getDirectory()), "check-report");
            if (ofModule.isEmpty()) {
                info("policy:check-aggregate: " + module.getArtifactId() + " declares no pipelines");
            } else if (!Files.exists(verdict)) {
                warn("policy:check-aggregate: " + module.getArtifactId() + " has no verdict of its own");
            }
        }
        if (manifests.isEmpty()) {
            throw couldNot(noManifests() + " in any module");
        }
        Report report = report(manifests, workflow(), hasWaivers());
        reports.write(report);
        switch (report.ending()) {
            case PASSED, NOTHING_TO_CHECK, SKIPPED -> info(report.text());
            case COULD_NOT_CHECK -> {
                error(report.text());
                throw couldNot(
                        "not everything could be checked, see above and, in the build's output, " + reports.name());
            }
            case VIOLATIONS -> {
                if (failOnViolation) {
                    error(report.text());
                    throw new MojoFailureException(
                            "Violated: not every use is permitted, see above and, in the build's output, "
                                    + reports.name());
                }
                warn(report.text());
            }
        }
    }
}
