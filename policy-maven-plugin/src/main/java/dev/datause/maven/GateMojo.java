package dev.datause.maven;

import dev.datause.DataUsePolicy;
import dev.datause.document.DocumentException;
import dev.datause.document.DocumentFile;
import dev.datause.document.Limits;
import dev.datause.gate.Baseline;
import dev.datause.gate.Ending;
import dev.datause.gate.Gate;
import dev.datause.gate.GateReport;
import dev.datause.gate.Report;
import dev.datause.gate.Waivers;
import dev.datause.gate.Workflow;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that run the gate have in common: which pipelines, on which day, and with which waivers. */
abstract class GateMojo extends PolicyMojo {
    /** Kept for a module whose summary was written in this build. */
    static final String SUMMARIZED = "summarized";

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

    /**
     * The day of the check, {@code YYYY-MM-DD}: pipelines that state no first day begin on it. By default the day, in
     * UTC, of {@code project.build.outputTimestamp}. There is no other default: the clock decides nothing.
     */
    @Parameter(property = "policy.asOf")
    private @Nullable String asOf;

    @Parameter(defaultValue = "${project.build.outputTimestamp}", readonly = true)
    private @Nullable String outputTimestamp;

    /** The file of waivers and watches. If it is given, it must be there. */
    @Parameter(property = "policy.waivers")
    private @Nullable String waivers;

    /** For how many days after the day of the check a waiver or watch may last. */
    @Parameter(property = "policy.waiverDays", defaultValue = "90")
    private int waiverDays;

    /** Summaries of other modules, as files, beside those that are found in the dependencies. */
    @Parameter(property = "policy.summaries")
    private @Nullable List<String> summaries;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private File buildDirectory;

    @Override
    final Path bounds() {
        return buildRoot();
    }

    /** The build's output folder. */
    final Path output() {
        return buildDirectory.toPath();
    }

    /** The files that declare pipelines, those of other tools included. */
    final List<Path> manifests() throws IOException, MojoExecutionException {
        List<Path> files = new ArrayList<>(manifests(base()));
        files.addAll(foreignManifests());
        return files;
    }

    /** The files of other tools that declare pipelines. */
    final List<Path> foreignManifests() throws IOException, MojoExecutionException {
        return foreign().stream().map(ForeignMetadata.Read::file).toList();
    }

    /** The files that declare pipelines in a module, without those of other tools. */
    final List<Path> manifests(Path module) throws IOException, MojoExecutionException {
        return Manifests.in(module, includes, excludes);
    }

    /** Whether the documents of all modules of the build are checked together, and not their summaries. */
    boolean allModules() {
        return false;
    }

    /** The policy under every reading asked for. */
    final List<DataUsePolicy> policies() throws MojoExecutionException {
        ChosenPolicy chosen = policy();
        chosen.warnings().forEach(warning -> warn(warning.toString()));
        return readings(chosen.policy(), List.of(chosen.policy().defaultReading()));
    }

    /** The gate for a policy, which knows what this module depends on. */
    final Gate gate(DataUsePolicy policy) throws IOException, MojoExecutionException {
        Gate gate = Gate.of(policy, day()).limits(limits());
        for (ForeignMetadata.Read read : foreign()) {
            gate = gate.reader(read.reader());
        }
        Summaries found = new Summaries(modules(), module -> kept(module).containsKey(SUMMARIZED), limits());
        for (MavenProject module : allModules() ? modules() : List.of(project())) {
            found.ofDependencies(module, !allModules());
        }
        for (String given : summaries == null ? List.<String>of() : summaries) {
            Path file = Inside.file(given, "summaries", base(), bounds());
            found.file(Inside.name(file, base()), file);
        }
        for (Map.Entry<String, byte[]> summary : found.found().entrySet()) {
            gate = gate.summary(summary.getKey(), summary.getValue());
        }
        return gate;
    }

    private List<ForeignMetadata.Read> foreign() throws IOException, MojoExecutionException {
        List<ForeignMetadata.Read> read = new ArrayList<>();
        for (ForeignMetadata foreign : metadata == null ? List.<ForeignMetadata>of() : metadata) {
            read.add(foreign.read(base(), day()));
        }
        return read;
    }

    private LocalDate day() throws MojoExecutionException {
        return AsOf.day(asOf, outputTimestamp);
    }

    private Limits limits() throws MojoExecutionException {
        if (fileBytes < 1) {
            throw couldNot("fileBytes is a number of bytes, 1 or more");
        }
        Limits standard = Limits.STANDARD;
        // A token has four bytes and more, but for the shortest numbers.
        return standard.withFileBytes(fileBytes).withTokens(Math.max(standard.tokens(), fileBytes / 4));
    }

    /** That there is none, in words. */
    final String noManifests() {
        return "no file declares a pipeline: " + Manifests.patterns(includes) + " match nothing";
    }

    /** Every finding counts, but for those that are waived or watched. */
    final Workflow workflow() throws MojoExecutionException {
        Workflow workflow = Workflow.none();
        try {
            workflow = workflow.longest(waiverDays);
        } catch (IllegalArgumentException e) {
            throw couldNot("waiverDays is a number of days from 1 to 3660");
        }
        if (waivers == null) {
            return workflow;
        }
        Path file = Inside.file(waivers, "waivers", base(), bounds());
        String name = Inside.name(file, base());
        return workflow.waivers(Waivers.read(name, DocumentFile.bytes(file, name, Limits.STANDARD), Limits.STANDARD));
    }

    /** The baseline in a file, which must be there. */
    final Baseline baseline(String given) throws MojoExecutionException {
        Path file = Inside.file(given, "baseline", base(), bounds());
        String name = Inside.name(file, base());
        return Baseline.read(name, DocumentFile.bytes(file, name, Limits.STANDARD), Limits.STANDARD);
    }

    /** Runs the gate under every reading asked for. */
    final Report report(List<Path> manifests, Workflow workflow, boolean keepMany)
            throws IOException, MojoExecutionException {
        List<DataUsePolicy> policies = policies();
        List<GateReport> results = new ArrayList<>();
        for (DataUsePolicy policy : policies) {
            Gate gate = gate(policy);
            results.add((keepMany ? gate.keepingMany() : gate).check(base(), manifests));
        }
        return Report.of(policies, results, workflow);
    }

    /** Something that checks, and writes a report unless it cannot. */
    interface Check {
        void run(CheckReport reports) throws IOException, MojoExecutionException, MojoFailureException;
    }

    /** Runs a check; if it cannot be done, the reports say so. */
    final void reported(CheckReport reports, Check check)
            throws IOException, MojoExecutionException, MojoFailureException {
        try {
            check.run(reports);
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

    /** Says how a check ended, and fails the build if it did not end well. */
    final void tell(Report report, String goal, boolean failOnViolation, CheckReport reports)
            throws MojoExecutionException, MojoFailureException {
        String text = report.text();
        String where = "see above and, in the build's output, " + reports.name();
        switch (report.ending()) {
            case PASSED, NOTHING_TO_CHECK, SKIPPED -> {
                boolean nothingToSay =
                        report.findings().isEmpty() && report.workflow().isEmpty();
                if (nothingToSay) {
                    info(text);
                } else {
                    warn(text);
                }
            }
            case COULD_NOT_CHECK -> {
                error(text);
                throw couldNot("not everything could be checked, " + where);
            }
            case VIOLATIONS -> {
                if (failOnViolation) {
                    error(text);
                    throw new MojoFailureException("Violated: not every use is permitted, " + where);
                }
                warn(text);
                warn(goal + ": violated, and failOnViolation is off: the build goes on.");
            }
        }
    }

    final boolean hasWaivers() {
        return waivers != null;
    }
}
