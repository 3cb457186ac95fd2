package dev.datause.maven;

import dev.datause.document.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Finds parameters that no goal has. Maven drops them in silence, and with them what somebody meant to be checked. */
final class KnownParameters {
    private static final String PREFIX = "policy.";

    private KnownParameters() {}

    /**
     * Refuses what is configured in the POM or given as a {@code policy.} property and is no parameter; of the properties
     * of the POM, those that look like one.
     */
    static void check(PluginDescriptor plugin, MojoExecution execution, MavenProject project, Properties user)
            throws MojoExecutionException {
        List<String> problems = new ArrayList<>();
        Set<String> properties = new TreeSet<>();
        for (MojoDescriptor mojo : plugin.getMojos()) {
            for (Parameter parameter : mojo.getParameters()) {
                property(parameter, properties);
            }
        }
        for (String name : new TreeSet<>(user.stringPropertyNames())) {
            if (name.startsWith(PREFIX) && !properties.contains(name)) {
                problems.add("-D" + name + " is no parameter of any goal; there are " + String.join(", ", properties));
            }
        }
        problems.addAll(misspelt(project.getProperties(), user, properties));
        Plugin configured = project.getPlugin(plugin.getPluginLookupKey());
        if (configured != null) {
            Set<String> all = names(plugin.getMojos());
            problems.addAll(unknown(configured.getConfiguration(), all, "any goal"));
            for (PluginExecution one : configured.getExecutions()) {
                if (one.getId().equals(execution.getExecutionId())) {
                    List<MojoDescriptor> mojos = plugin.getMojos().stream()
                            .filter(mojo ->
                                    one.getGoals().isEmpty() || one.getGoals().contains(mojo.getGoal()))
                            .toList();
                    String whose = one.getGoals().isEmpty() ? "any goal" : String.join(" or ", one.getGoals());
                    // What the plugin as a whole is given reaches its executions too.
                    Set<String> known = names(mojos);
                    known.addAll(children(configured.getConfiguration()));
                    problems.addAll(unknown(one.getConfiguration(), known, whose));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new MojoExecutionException("Could not check: " + String.join("\n", problems));
        }
    }

    /** Properties of the POM that look like a parameter; others may be somebody else's, who begins them alike. */
    private static List<String> misspelt(Properties ofProject, Properties user, Set<String> properties) {
        Set<String> known = new TreeSet<>();
        properties.forEach(name -> known.add(name.substring(PREFIX.length())));
        List<String> problems = new ArrayList<>();
        for (String name : new TreeSet<>(ofProject.stringPropertyNames())) {
            boolean ours = name.startsWith(PREFIX) && !user.containsKey(name) && !properties.contains(name);
            if (ours) {
                Nearest.hint(name.substring(PREFIX.length()), known)
                        .ifPresent(hint -> problems.add(
                                "the property " + name + " of the POM is no parameter of any goal; " + hint));
            }
        }
        return problems;
    }

    private static void property(Parameter parameter, Collection<String> properties) {
        String expression = parameter.getExpression();
        if (expression != null && expression.startsWith("${" + PREFIX) && expression.endsWith("}")) {
            properties.add(expression.substring(2, expression.length() - 1));
        }
    }

    private static Set<String> names(List<MojoDescriptor> mojos) {
        Set<String> names = new TreeSet<>();
        for (MojoDescriptor mojo : mojos) {
            for (Parameter parameter : mojo.getParameters()) {
                if (parameter.isEditable()) {
                    names.add(parameter.getName());
                    if (parameter.getAlias() != null) {
                        names.add(parameter.getAlias());
                    }
                }
            }
        }
        return names;
    }

    private static List<String> children(@Nullable Object configuration) {
        List<String> names = new ArrayList<>();
        if (configuration instanceof Xpp3Dom dom) {
            for (Xpp3Dom child : dom.getChildren()) {
                names.add(child.getName());
            }
        }
        return names;
    }

    private static List<String> unknown(@Nullable Object configuration, Set<String> known, String whose) {
        return children(configuration).stream()
                .filter(name -> !known.contains(name))
                .map(name -> "<" + name + "> is no parameter of " + whose + "; there are " + String.join(", ", known))
                .toList();
    }
}
