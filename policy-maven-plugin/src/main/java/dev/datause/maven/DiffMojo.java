package dev.datause.maven;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.analysis.Change;
import dev.datause.analysis.PolicyDiff;
import dev.datause.document.Values;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose decisions differ: between two readings of a policy, between it and another policy, or between two days of
 * use. Exact: where it shows nothing, nothing differs. Needs no project; in one it writes {@code policy-diff.txt} and
 * {@code policy-diff.json}.
 *
 * <p>{@code mvn dev.datause:policy-maven-plugin:diff -Dpolicy.reading=strict,documented}
 */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends PolicyMojo {
    /** Another policy to come to: the name of a bundled one, or a file. It is read under the reading of the same name. */
    @Parameter(property = "policy.other")
    private @Nullable String other;

    /** A day of use, {@code YYYY-MM-DD}, to compare with {@code to}. */
    @Parameter(property = "policy.from")
    private @Nullable String from;

    /** A later day of use. */
    @Parameter(property = "policy.to")
    private @Nullable String to;

    /** Whether it fails the build that something becomes permitted. */
    @Parameter(property = "policy.failOnMorePermissive", defaultValue = "false")
    private boolean failOnMorePermissive;

    /** Where the reports go. */
    @Parameter(property = "policy.reportDirectory", defaultValue = "${project.build.directory}/policy")
    private File reportDirectory;

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        ChosenPolicy chosen = policy();
        List<DataUsePolicy> readings =
                readings(chosen.policy(), List.of(chosen.policy().defaultReading()));
        boolean days = from != null || to != null;
        int ways = (days ? 1 : 0) + (other != null ? 1 : 0) + (readings.size() == 2 ? 1 : 0);
        if (ways != 1 || readings.size() > 2) {
            throw couldNot("give two readings, or other, or from and to: one of the three");
        }
        PolicyDiff diff = diff(readings, days);
        if (hasProject()) {
            AnalysisReport.write(reportDirectory.toPath(), "policy-diff", diff.text(), diff.json());
        }
        info(diff.text());
        long more = diff.changes().stream()
                .filter(change -> change.direction() == Change.Direction.PERMITTED)
                .count();
        if (failOnMorePermissive && more > 0) {
            throw new MojoFailureException("Violated: "
                    + (more == 1 ? "1 change makes" : more + " changes make")
                    + " something permitted, see above");
        }
    }

    private PolicyDiff diff(List<DataUsePolicy> readings, boolean days) throws MojoExecutionException {
        if (days) {
            return between(readings.get(0));
        }
        return other == null
                ? PolicyDiff.of(readings.get(0), readings.get(1))
                : PolicyDiff.of(readings.get(0), other(readings.get(0), other));
    }

    private DataUsePolicy other(DataUsePolicy policy, String given) throws MojoExecutionException {
        Policy come = ChosenPolicy.of(given, "", base(), bounds()).policy();
        String name = policy.reading().name();
        return DataUsePolicy.of(
                come,
                come.reading(name)
                        .orElseThrow(() -> couldNot("the policy " + come.id() + " has no reading '" + name + "'")));
    }

    private PolicyDiff between(DataUsePolicy policy) throws MojoExecutionException {
        LocalDate first = day(from, "from");
        LocalDate second = day(to, "to");
        if (!second.isAfter(first)) {
            throw couldNot("to does not lie after from");
        }
        return PolicyDiff.between(policy, first, second);
    }

    private static LocalDate day(@Nullable String given, String parameter) throws MojoExecutionException {
        return Values.day(given == null ? "" : given)
                .orElseThrow(() -> couldNot(parameter + " is a day YYYY-MM-DD in the years 1900 to 2200"));
    }
}
