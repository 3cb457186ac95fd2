package dev.datause.maven;

import dev.datause.AnalysisLimitException;
import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.document.DocumentException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What every goal does the same way: refuses parameters that nobody reads, finds the policy, and tells violated from
 * could not be checked up to the result of the build.
 */
abstract class PolicyMojo extends AbstractMojo {
    /** The policy: the name of a bundled one, or a file. */
    @Parameter(property = "policy.policy", defaultValue = "linkedin-2025-11-03")
    private String policy;

    /**
     * The SHA-256 of what the policy must say, as {@code PolicyJson.contentHash} gives it. If the policy says anything
     * else, nothing is done and the build stops.
     */
    @Parameter(property = "policy.policyHash")
    private @Nullable String policyHash;

    /** The reading of the policy, or several, separated by commas. If missing, see each goal. */
    @Parameter(property = "policy.reading")
    private @Nullable String reading;

    /** Other answers to the policy's questions than those of the reading, such as {@code C9=cut-over,C12=no}. */
    @Parameter(property = "policy.answers")
    private @Nullable String answers;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            KnownParameters.check(plugin, execution, project, session.getUserProperties());
            run();
        } catch (DocumentException e) {
            error(text(e));
            throw couldNot(counted(e.problems().size(), "problem") + " in a document, see above");
        } catch (AnalysisLimitException e) {
            throw couldNot(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            // Its own words name paths of this machine.
            throw new MojoExecutionException("Could not check: a file could not be read or written", e);
        }
    }

    /** Does what the goal is for. */
    abstract void run() throws IOException, MojoExecutionException, MojoFailureException;

    /** Every violation and every inability comes in words of its own; these are for what is wrong with the call. */
    static MojoExecutionException couldNot(String why) {
        return new MojoExecutionException("Could not check: " + why);
    }

    final ChosenPolicy policy() throws MojoExecutionException {
        return ChosenPolicy.of(policy, policyHash == null ? "" : policyHash, base(), bounds());
    }

    /** The policy under the readings asked for, or, if none is, under {@code otherwise}. */
    final List<DataUsePolicy> readings(Policy chosen, List<String> otherwise) throws MojoExecutionException {
        return ChosenReadings.of(chosen, reading == null ? "" : reading, answers == null ? "" : answers, otherwise);
    }

    final boolean hasProject() {
        return project.getFile() != null;
    }

    /** The modules of this build, in the order in which they are built. */
    final List<MavenProject> modules() {
        return session.getProjects();
    }

    final MavenProject project() {
        return project;
    }

    /** The folder that relative paths start from. */
    final Path base() {
        return hasProject() ? project.getBasedir().toPath() : Path.of(session.getExecutionRootDirectory());
    }

    /** The folder out of which no path may lead: for goals that check a build, all of the build. */
    Path bounds() {
        return base().toAbsolutePath().getRoot();
    }

    /** The folder of the whole build; only where there is a project. */
    final Path buildRoot() {
        return session.getRequest().getMultiModuleProjectDirectory().toPath();
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Every problem, one after the other. */
    static String text(DocumentException e) {
        StringBuilder text = new StringBuilder();
        e.problems().forEach(problem -> text.append(problem).append('\n'));
        return text.toString();
    }

    /** What this plugin keeps for this module during this build. */
    @SuppressWarnings("unchecked") // Maven declares the raw type.
    final Map<Object, Object> kept() {
        return getPluginContext();
    }

    /** What this plugin keeps for a module during this build. */
    final Map<String, Object> kept(MavenProject module) {
        return session.getPluginContext(plugin, module);
    }

    final void info(String text) {
        text.lines().forEach(getLog()::info);
    }

    final void warn(String text) {
        text.lines().forEach(getLog()::warn);
    }

    final void error(String text) {
        text.lines().forEach(getLog()::error);
    }
}
