package dev.datause.maven;

import dev.datause.gate.Baseline;
import dev.datause.gate.Report;
import dev.datause.gate.Verdict;
import dev.datause.gate.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes the baseline: the findings that there are today, so that {@code policy:check} fails for new ones only. Run by a
 * person, now and then, to make it smaller; never by a build. A baseline that is there grows only if told to.
 *
 * <p>{@code mvn policy:baseline -Dpolicy.baseline=policy-baseline.json}
 */
@Mojo(name = "baseline", threadSafe = true, requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class BaselineMojo extends GateMojo {
    /** The file. */
    @Parameter(property = "policy.baseline")
    private @Nullable String baseline;

    /** Whether findings may be added to a baseline that is there. */
    @Parameter(property = "policy.baseline.grow", defaultValue = "false")
    private boolean grow;

    /** Whether a baseline is written although the environment variable CI is set. */
    @Parameter(property = "policy.baseline.ci", defaultValue = "false")
    private boolean ci;

    @Override
    void run() throws IOException, MojoExecutionException {
        if (baseline == null) {
            throw couldNot("give the file of the baseline as policy.baseline");
        }
        if (!ci) {
            refuseInCi(System.getenv("CI"));
        }
        Path file = Inside.file(baseline, "baseline", base(), base());
        String name = Inside.name(file, base());
        if (!name.endsWith(".json")) {
            throw couldNot("baseline: the file is named .json");
        }
        Optional<Baseline> older = Files.exists(file) ? Optional.of(baseline(baseline)) : Optional.empty();
        List<Path> manifests = manifests();
        if (manifests.isEmpty()) {
            throw couldNot(noManifests());
        }
        Workflow workflow = workflow();
        Report report = report(manifests, older.isPresent() ? workflow.baseline(older.get()) : workflow, true);
        if (!complete(report)) {
            error(report.text());
            throw couldNot("not everything could be checked, so no baseline was written; see above");
        }
        Baseline written = Baseline.of(report);
        int growth = older.isPresent()
                ? written.growth(older.get())
                : written.entries().size();
        if (older.isPresent() && growth > 0 && !grow) {
            error(report.text());
            throw couldNot("the baseline would grow by " + counted(growth, "finding")
                    + ", so it was not written; mend them, or, if they may stand, set policy.baseline.grow");
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        CheckReport.write(file, written.text());
        int shrink = older.isPresent() ? older.get().growth(written) : 0;
        String line = "policy:baseline: " + counted(written.entries().size(), "finding") + " in " + name + ", grown by "
                + growth + ", shrunk by " + shrink;
        if (growth > 0) {
            warn(line);
        } else {
            info(line);
        }
    }

    /** Refuses to go on where the variable says that a machine runs this. */
    static void refuseInCi(@Nullable String value) throws MojoExecutionException {
        if (value != null && !value.isEmpty() && !value.equals("false")) {
            throw couldNot("the environment variable CI is set, and no build writes a baseline by accident; "
                    + "if that is meant, set policy.baseline.ci");
        }
    }

    private static boolean complete(Report report) {
        return report.checks().stream()
                        .allMatch(check ->
                                check.whole() && check.result().completeness().couldNotCheck() == 0)
                && report.findings().stream().noneMatch(judged -> judged.verdict() == Verdict.COULD_NOT_CHECK);
    }
}
