package dev.datause.maven;

import dev.datause.DataUsePolicy;
import dev.datause.UseKind;
import dev.datause.analysis.PolicyMatrix;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Tells who is permitted what, where and from when, by purpose, recipient and category. Needs no project; in one it writes
 * {@code policy-matrix-READING.txt} and {@code .json}.
 *
 * <p>{@code mvn dev.datause:policy-maven-plugin:matrix -Dpolicy.reading=documented}
 */
@Mojo(name = "matrix", requiresProject = false, threadSafe = true)
public final class MatrixMojo extends PolicyMojo {
    /** The age of the plain member for whom the matrix answers. */
    @Parameter(property = "policy.age", defaultValue = "35")
    private int age;

    /** Where the reports go. */
    @Parameter(property = "policy.reportDirectory", defaultValue = "${project.build.directory}/policy")
    private File reportDirectory;

    @Override
    void run() throws IOException, MojoExecutionException {
        if (age < 0 || age > 120) {
            throw couldNot("age is 0 to 120");
        }
        ChosenPolicy chosen = policy();
        for (DataUsePolicy policy :
                readings(chosen.policy(), List.of(chosen.policy().defaultReading()))) {
            PolicyMatrix matrix =
                    PolicyMatrix.of(policy, UseKind.named(policy.policy().vocabulary()), age);
            if (hasProject()) {
                String stem = "policy-matrix-" + policy.reading().name();
                AnalysisReport.write(reportDirectory.toPath(), stem, matrix.text(), matrix.json());
            }
            info(matrix.text());
        }
    }
}
