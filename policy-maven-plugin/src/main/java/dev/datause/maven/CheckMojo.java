package dev.datause.maven;

import dev.datause.DataUsePolicy;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import dev.datause.gate.Gate;
import dev.datause.gate.GateReport;
import dev.datause.gate.MetadataReader;
import dev.datause.gate.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Proves that every pipeline declared in this module can only reach data that the policy permits for its purpose, or
 * shows a counterexample and fails the build. That something could not be checked, or that there was nothing to check,
 * is an error of its own, never a pass. The verdict is written to a report before the build fails.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends PolicyMojo {
    /**
     * Which files declare pipelines, as patterns from the module's folder. Each pattern must match a file. By default
     * {@code pipelines/**}{@code /*.yaml}, {@code .yml} and {@code .json}, of which one must.
     */
    @Parameter(property = "policy.includes")
    private @Nullable List<String> includes;

    /** Which of these files do not. */
    @Parameter(property = "policy.excludes")
    private @Nullable List<String> excludes;

    /**
     * Metadata that other tools wrote, such as {@code <dbt><manifest>target/manifest.json</manifest></dbt>}. Beside it
     * there need not be any manifests of our own.
     */
    @Parameter
    private @Nullable List<ForeignMetadata> metadata;

    /** How many bytes of a manifest are read; larger ones are not checked. */
    @Parameter(property = "policy.fileBytes", defaultValue = "16777216")
    private int fileBytes;

    /** Whether a module without pipelines is as it should be. Its verdict is then {@code nothing-to-check}. */
    @Parameter(property = "policy.allowEmpty", defaultValue = "false")
    private boolean allowEmpty;

    /**
     * The day of the check, {@code YYYY-MM-DD}: pipelines that state no first day begin on it. By default the day, in
     * UTC, of {@code project.build.outputTimestamp}. There is no other default: the clock decides nothing.
     */
    @Parameter(property = "policy.asOf")
    private @Nullable String asOf;

    @Parameter(defaultValue = "${project.build.outputTimestamp}", readonly = true)
    private @Nullable String outputTimestamp;

    /** Whether violations fail the build. If not, they are warnings, and the report still says {@code violations}. */
    @Parameter(property = "policy.failOnViolation", defaultValue = "true")
    private boolean failOnViolation;

    /** Checks nothing, says so loudly, and writes a report with the verdict {@code skipped}. */
    @Parameter(property = "policy.skip", defaultValue = "false")
    private boolean skip;

    /** The name of the report, without ending; each execution in a module needs one of its own. */
    @Parameter(property = "policy.reportName", defaultValue = "check-report")
    private String reportName;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private File buildDirectory;

    @Override
    Path bounds() {
        return buildRoot();
    }

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        CheckReport report = CheckReport.begin(buildDirectory.toPath(), reportName, kept());
        if (skip) {
            String text = "policy:check is skipped in " + project().getArtifactId() + ": nothing was checked.\n";
            report.write("skipped", text, List.of());
            warn(text);
            return;
        }
        try {
            check(report);
        } catch (DocumentException e) {
            report.write("could-not-check", text(e), List.of());
            throw e;
        } catch (MojoExecutionException e) {
            if (!report.written()) {
                report.write("could-not-check", e.getMessage() + "\n", List.of());
            }
            throw e;
        }
    }

    private void check(CheckReport report) throws IOException, MojoExecutionException, MojoFailureException {
        ChosenPolicy chosen = policy();
        chosen.warnings().forEach(warning -> warn(warning.toString()));
        List<DataUsePolicy> policies =
                readings(chosen.policy(), List.of(chosen.policy().defaultReading()));
        LocalDate day = AsOf.day(asOf, outputTimestamp);
        List<Path> manifests = new ArrayList<>(Manifests.in(base(), includes, excludes));
        List<MetadataReader> readers = new ArrayList<>();
        for (ForeignMetadata foreign : metadata == null ? List.<ForeignMetadata>of() : metadata) {
            ForeignMetadata.Read read = foreign.read(base(), day);
            manifests.add(read.file());
            readers.add(read.reader());
        }
        if (manifests.isEmpty()) {
            String text = "no file declares a pipeline: " + Manifests.patterns(includes) + " match nothing";
            if (!allowEmpty) {
                throw couldNot(text + "; if that is as it should be, set allowEmpty");
            }
            report.write("nothing-to-check", text + ", as declared.\n", List.of());
            info("policy:check: " + text + ", as declared.");
            return;
        }
        List<GateReport> results = new ArrayList<>();
        for (DataUsePolicy policy : policies) {
            Gate gate = Gate.of(policy, day).limits(limits());
            for (MetadataReader reader : readers) {
                gate = gate.reader(reader);
            }
            results.add(gate.check(base(), manifests));
        }
        StringBuilder text = new StringBuilder();
        results.forEach(result -> text.append(result.text()));
        Verdict verdict = results.stream().map(GateReport::verdict).reduce(Verdict.PASSED, Verdict::and);
        switch (verdict) {
            case PASSED -> {
                report.write("passed", text.toString(), results);
                info(text.toString());
            }
            case COULD_NOT_CHECK -> {
                report.write("could-not-check", text.toString(), results);
                error(text.toString());
                throw couldNot(
                        "not everything could be checked, see above and, in the build's output, " + report.name());
            }
            case VIOLATED -> {
                report.write("violations", text.toString(), results);
                violated(text.toString(), report.name());
            }
        }
    }

    private Limits limits() throws MojoExecutionException {
        if (fileBytes < 1) {
            throw couldNot("fileBytes is a number of bytes, 1 or more");
        }
        Limits standard = Limits.STANDARD;
        // A token has four bytes and more, but for the shortest numbers.
        return standard.withFileBytes(fileBytes).withTokens(Math.max(standard.tokens(), fileBytes / 4));
    }

    private void violated(String text, String reportFile) throws MojoFailureException {
        if (!failOnViolation) {
            warn(text);
            warn("policy:check: violated, and failOnViolation is off: the build goes on.");
            return;
        }
        error(text);
        throw new MojoFailureException(
                "Violated: not every use is permitted, see above and, in the build's output, " + reportFile);
    }
}
