package dev.datause.maven;

import dev.datause.analysis.PolicyLint;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Tells what in a policy does nothing, contradicts itself or leaves something out: exactly, over all uses. Needs no
 * project; in one it writes {@code policy-lint.txt} and {@code policy-lint.json}.
 *
 * <p>{@code mvn dev.datause:policy-maven-plugin:lint -Dpolicy.policy=policy.json}
 */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
public final class LintMojo extends PolicyMojo {
    /** Whether warnings fail the build. */
    @Parameter(property = "policy.failOnWarnings", defaultValue = "false")
    private boolean failOnWarnings;

    /** Where the reports go. */
    @Parameter(property = "policy.reportDirectory", defaultValue = "${project.build.directory}/policy")
    private File reportDirectory;

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        ChosenPolicy chosen = policy();
        PolicyLint lint = PolicyLint.of(chosen.policy(), chosen.places());
        if (hasProject()) {
            AnalysisReport.write(reportDirectory.toPath(), "policy-lint", lint.text(), lint.json());
        }
        if (lint.warnings() == 0) {
            info(lint.text());
        } else if (failOnWarnings) {
            error(lint.text());
            throw new MojoFailureException(
                    "Violated: the policy has " + counted(lint.warnings(), "warning") + ", see above");
        } else {
            warn(lint.text());
        }
    }
}
