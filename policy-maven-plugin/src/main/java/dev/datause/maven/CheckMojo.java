package dev.datause.maven;

import dev.datause.gate.Ending;
import dev.datause.gate.Report;
import dev.datause.gate.Workflow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Proves that every pipeline declared in this module can only reach data that the policy permits for its purpose, or
 * shows a counterexample and fails the build. That something could not be checked, or that there was nothing to check,
 * is an error of its own, never a pass. The verdict is written to reports before the build fails.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class CheckMojo extends GateMojo {
    /** Whether a module without pipelines is as it should be. Its verdict is then {@code nothing-to-check}. */
    @Parameter(property = "policy.allowEmpty", defaultValue = "false")
    private boolean allowEmpty;

    /** Whether violations fail the build. If not, they are warnings, and the report still says {@code violations}. */
    @Parameter(property = "policy.failOnViolation", defaultValue = "true")
    private boolean failOnViolation;

    /** The file of the baseline, as {@code policy:baseline} writes it. If it is given, it must be there. */
    @Parameter(property = "policy.baseline")
    private @Nullable String baseline;

    /** Whether an entry of the baseline that matches nothing fails the build. If not, it is a warning. */
    @Parameter(property = "policy.failOnStaleBaseline", defaultValue = "false")
    private boolean failOnStaleBaseline;

    /** Checks nothing, says so loudly, and writes a report with the verdict {@code skipped}. */
    @Parameter(property = "policy.skip", defaultValue = "false")
    private boolean skip;

    /** The name of the reports, without ending; each execution in a module needs one of its own. */
    @Parameter(property = "policy.reportName", defaultValue = "check-report")
    private String reportName;

    /** In which formats: {@code text}, {@code json}, {@code sarif}, {@code junit}, {@code html}. By default in all. */
    @Parameter(property = "policy.formats")
    private @Nullable List<String> formats;

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        CheckReport reports = CheckReport.begin(output(), reportName, formats == null ? List.of() : formats, kept());
        if (skip) {
            String text = "policy:check is skipped in " + project().getArtifactId() + ": nothing was checked.\n";
            reports.write(Report.without(Ending.SKIPPED, text));
            warn(text);
            return;
        }
        reported(reports, this::check);
    }

    private void check(CheckReport reports) throws IOException, MojoExecutionException, MojoFailureException {
        List<Path> manifests = manifests();
        if (manifests.isEmpty()) {
            if (!allowEmpty) {
                throw couldNot(noManifests() + "; if that is as it should be, set allowEmpty");
            }
            reports.write(Report.without(Ending.NOTHING_TO_CHECK, noManifests() + ", as declared.\n"));
            info("policy:check: " + noManifests() + ", as declared.");
            return;
        }
        Workflow workflow = workflow().failOnStaleBaseline(failOnStaleBaseline);
        if (baseline != null) {
            workflow = workflow.baseline(baseline(baseline));
        }
        Report report = report(manifests, workflow, baseline != null || hasWaivers());
        reports.write(report);
        tell(report, "policy:check", failOnViolation, reports);
    }
}
