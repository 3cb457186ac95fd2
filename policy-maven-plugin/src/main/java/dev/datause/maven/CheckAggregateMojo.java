package dev.datause.maven;

import dev.datause.gate.Ending;
import dev.datause.gate.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Checks the pipelines of all modules of the build together, as one. A module that has no verdict of {@code policy:check} could
 * not be checked: nobody knows what is in it.
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

    /**
     * The modules, by artifact id, that need no verdict of {@code policy:check}: they have nothing to check, or declare only data that
     * other modules use. What they declare is checked here all the same.
     */
    @Parameter(property = "policy.withoutVerdict")
    private @Nullable List<String> withoutVerdict;

    @Override
    boolean allModules() {
        return true;
    }

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        reported(CheckReport.begin(output(), aggregateReportName, List.of(), kept()), this::check);
    }

    private void check(CheckReport reports) throws IOException, MojoExecutionException, MojoFailureException {
        List<Path> manifests = new ArrayList<>();
        Map<MavenProject, List<Path>> byModule = new LinkedHashMap<>();
        for (MavenProject module : modules()) {
            List<Path> ofModule = manifests(module.getBasedir().toPath());
            byModule.put(module, ofModule);
            manifests.addAll(ofModule);
            if (ofModule.isEmpty()) {
                info("policy:check-aggregate: " + module.getArtifactId() + " declares no pipelines");
            }
        }
        manifests.addAll(foreignManifests());
        if (manifests.isEmpty()) {
            throw couldNot(noManifests() + " in any module");
        }
        List<String> missing = ModuleVerdicts.missing(byModule, withoutVerdict == null ? List.of() : withoutVerdict);
        missing.forEach(line -> error("policy:check-aggregate: " + line));
        Report report = report(manifests, workflow(), hasWaivers());
        reports.write(missing.isEmpty() || !report.ending().good() ? report : without(missing, report));
        tell(report, "policy:check-aggregate", failOnViolation, reports);
        if (!missing.isEmpty()) {
            throw couldNot(String.join("; ", missing)
                    + ": let policy:check run in each, with allowEmpty where there is nothing to check, or name them in"
                    + " withoutVerdict");
        }
    }

    /** What was found is good, and is no pass. */
    private static Report without(List<String> missing, Report report) {
        return Report.without(Ending.COULD_NOT_CHECK, String.join("\n", missing) + "\n" + report.text());
    }
}
