package dev.datause.maven;

import dev.datause.DataUsePolicy;
import dev.datause.gate.DecisionCounts;
import dev.datause.gate.DecisionRun;
import dev.datause.gate.GroundsForm;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Decides a file of requests, one JSON object on each line, and writes one line for each, in the same order: a decision
 * with its grounds, or an error for a line that is no request. Needs no project.
 *
 * <p>{@code mvn dev.datause:policy-maven-plugin:decide -Dpolicy.in=requests.jsonl -Dpolicy.out=decisions.jsonl}
 */
@Mojo(name = "decide", requiresProject = false, threadSafe = true)
public final class DecideMojo extends PolicyMojo {
    /** The requests. */
    @Parameter(property = "policy.in")
    private @Nullable File in;

    /** Where the decisions go. The file appears when all are written. */
    @Parameter(property = "policy.out")
    private @Nullable File out;

    /** How much of its grounds a decision carries: {@code full}, or {@code brief} for very many. */
    @Parameter(property = "policy.grounds", defaultValue = "full")
    private String grounds;

    /** Whether a file without any line is as it should be. */
    @Parameter(property = "policy.allowEmpty", defaultValue = "false")
    private boolean allowEmpty;

    /** Whether a line that is no request stops the build, after all decisions are written. */
    @Parameter(property = "policy.failOnRefused", defaultValue = "false")
    private boolean failOnRefused;

    @Override
    void run() throws IOException, MojoExecutionException {
        if (in == null || out == null) {
            throw couldNot("give the requests as policy.in and a file for the decisions as policy.out");
        }
        Path requests = in.toPath();
        Path decisions = out.toPath();
        if (!Files.isRegularFile(requests) || !Files.isReadable(requests)) {
            throw couldNot("in: no regular file that can be read");
        }
        if (Files.exists(decisions) && (!Files.isRegularFile(decisions) || Files.isSameFile(requests, decisions))) {
            throw couldNot("out: not a regular file, or the file of the requests");
        }
        ChosenPolicy chosen = policy();
        List<DataUsePolicy> policies =
                readings(chosen.policy(), List.of(chosen.policy().defaultReading()));
        DecisionCounts counts = decide(DecisionRun.of(policies).with(form()), requests, decisions);
        if (counts.lines() == 0 && !allowEmpty) {
            throw couldNot("in: there is no request; if that is as it should be, set policy.allowEmpty");
        }
        info("policy:decide: " + counts.text());
        if (counts.refused() > 0) {
            boolean one = counts.refused() == 1;
            String refused = one ? "is no request" : "are no requests";
            warn("policy:decide: " + counts.refused() + " of " + counted(counts.lines(), "line") + " " + refused
                    + " and " + (one ? "was" : "were") + " not decided; the answers hold the errors");
            if (failOnRefused) {
                throw couldNot(counted(counts.refused(), "line") + " " + refused);
            }
        }
    }

    private GroundsForm form() throws MojoExecutionException {
        return switch (grounds) {
            case "full" -> GroundsForm.FULL;
            case "brief" -> GroundsForm.BRIEF;
            default -> throw couldNot("grounds is full or brief");
        };
    }

    private static DecisionCounts decide(DecisionRun run, Path requests, Path decisions) throws IOException {
        Path folder = decisions.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, ".policy", ".tmp");
        try {
            DecisionCounts counts;
            try (InputStream from = Files.newInputStream(requests);
                    OutputStream to = Files.newOutputStream(whole)) {
                counts = run.run(from, to);
            }
            CheckReport.move(whole, decisions);
            return counts;
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
