package dev.datause.maven;

import dev.datause.DataUsePolicy;
import dev.datause.gate.CouldNotCheckException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes down what the datasets of this module carry, to {@code META-INF/datause/lineage.json} in its output and so in its jar:
 * {@code policy:check} in a module that depends on this one reads it, in the same build only if it was written in that build. A
 * summary that an earlier build left is taken away first.
 */
@Mojo(
        name = "summarize",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class SummarizeMojo extends GateMojo {
    /** How findings in other modules call this one. */
    @Parameter(property = "policy.module", defaultValue = "${project.artifactId}")
    private String module;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File outputDirectory;

    @Override
    void run() throws IOException, MojoExecutionException {
        Path folder = outputDirectory.toPath().resolve("META-INF").resolve("datause");
        Path file = folder.resolve("lineage.json");
        if (!Inside.holds(buildRoot(), file)) {
            throw couldNot("the folder of the summary leads out of the build");
        }
        Files.deleteIfExists(file);
        kept().remove(SUMMARIZED);
        List<Path> manifests = manifests();
        if (manifests.isEmpty()) {
            throw couldNot(noManifests());
        }
        List<DataUsePolicy> policies = policies();
        if (policies.size() != 1) {
            throw couldNot("a summary is made under one reading");
        }
        try {
            String summary = gate(policies.get(0)).summarize(base(), manifests, module);
            Files.createDirectories(folder);
            CheckReport.write(file, summary);
            kept().put(SUMMARIZED, module);
            info("policy:summarize: " + Summaries.ENTRY + " says what the datasets of " + module + " carry.");
        } catch (CouldNotCheckException e) {
            error(String.valueOf(e.getMessage()));
            throw couldNot("not everything could be read, see above");
        }
    }
}
