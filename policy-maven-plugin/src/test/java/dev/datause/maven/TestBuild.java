package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.internal.MojoDescriptorCreator;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * A build in a folder, whose goals are configured by Maven's own configurator from the plugin's own descriptor: what a
 * test does not set is as it is in a POM that does not set it.
 */
final class TestBuild {
    /** The policy that {@link #file} finds under this name: two readings of one question. */
    static final String LETTERS = read("letters.json");

    /** Declares that letters are read: for closed ones nobody has asked. */
    static final String UNGUARDED = """
            format: 1
            datasets:
              - {name: cupboard.letters, categories: [letter]}
            pipelines:
              - {name: read, purpose: reading, recipient: us, inputs: [cupboard.letters]}
            """;

    /** The same, where the pipeline asks the policy. */
    static final String GUARDED =
            UNGUARDED.replace("letters]}\n", "letters], guard: {policy: letters, reading: plain}}\n");

    /** What the gate calls the finding in {@link #UNGUARDED}. */
    static final String FINDING = "DU001-37d648e748e8b81db369a7a1";

    private static final ClassRealm REALM =
            new ClassWorld("plugin", TestBuild.class.getClassLoader()).getClassRealm("plugin");
    private static final PluginDescriptor PLUGIN = descriptor();

    private final Path root;
    private final List<MavenProject> modules = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenSession session;

    private TestBuild(Path root) {
        this.root = root;
        request.setBaseDirectory(root.toFile());
        request.setMultiModuleProjectDirectory(root.toFile());
        session = session(request);
    }

    @SuppressWarnings("deprecation") // The other constructors want a session of a repository, which no goal has.
    private static MavenSession session(MavenExecutionRequest request) {
        return new MavenSession(null, null, request, new DefaultMavenExecutionResult());
    }

    /** A build of a project, called {@code shop}, in the folder itself, and of modules in folders below it. */
    static TestBuild in(Path root, String... names) throws IOException {
        TestBuild build = new TestBuild(root);
        build.modules.add(project("shop", Files.createDirectories(root)));
        for (String name : names) {
            build.modules.add(project(name, Files.createDirectories(root.resolve(name))));
        }
        build.session.setProjects(build.modules);
        return build;
    }

    /** A folder without a POM. */
    static TestBuild without(Path root) {
        TestBuild build = new TestBuild(root);
        build.modules.add(new MavenProject(model("standalone-pom")));
        build.session.setProjects(build.modules);
        return build;
    }

    private static Model model(String name) {
        Model model = new Model();
        model.setGroupId("dev.datause.it");
        model.setArtifactId(name);
        model.setVersion("1");
        model.setBuild(new Build());
        return model;
    }

    private static MavenProject project(String name, Path folder) throws IOException {
        Model model = model(name);
        model.getBuild().setDirectory(folder.resolve("target").toString());
        model.getBuild().setOutputDirectory(folder.resolve("target/classes").toString());
        MavenProject project = new MavenProject(model);
        project.setFile(
                Files.writeString(folder.resolve("pom.xml"), "<project/>").toFile());
        return project;
    }

    private static String read(String resource) {
        try (InputStream in = TestBuild.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PluginDescriptor descriptor() {
        try (InputStream in = TestBuild.class.getResourceAsStream("/META-INF/maven/plugin.xml");
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            PluginDescriptor descriptor = new PluginDescriptorBuilder().build(text, null);
            descriptor.setClassRealm(REALM);
            return descriptor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PlexusConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a file. */
    Path file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Writes {@code waivers.yaml} with one waiver. */
    void waiver(String finding, String expires) throws IOException {
        file("waivers.yaml", """
                format: 1
                waivers:
                  - finding: FINDING
                    reason: the cupboard is locked
                    owner: privacy@example.org
                    expires: EXPIRES
                """.replace("FINDING", finding).replace("EXPIRES", expires));
    }

    /** What a file says. */
    String text(String name) throws IOException {
        return Files.readString(root.resolve(name));
    }

    boolean has(String name) {
        return Files.exists(root.resolve(name));
    }

    /** Sets a property as {@code -D} does. */
    TestBuild property(String name, String value) {
        request.getUserProperties().setProperty(name, value);
        return this;
    }

    MavenProject module(String name) {
        return modules.stream()
                .filter(module -> module.getArtifactId().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What the plugin keeps for a module. */
    Map<String, Object> kept(String module) {
        return session.getPluginContext(PLUGIN, module(module));
    }

    /** All that was logged, each line with its level; forgets it. */
    String told() {
        String told = String.join("\n", log);
        log.clear();
        return told;
    }

    /** A goal in the first module, under the policy of the letters in the folder of the build. */
    Goal goal(String name) throws IOException {
        if (!has("letters.json")) {
            file("letters.json", LETTERS);
        }
        return plain(name).set("policy", "letters.json");
    }

    /** A goal in the first module, as it is without any configuration. */
    Goal plain(String name) {
        return new Goal(PLUGIN.getMojo(name), modules.get(0));
    }

    /** A goal and its configuration. */
    final class Goal {
        private final MojoDescriptor descriptor;
        private final Xpp3Dom configuration = new Xpp3Dom("configuration");
        private MavenProject project;

        private Goal(MojoDescriptor descriptor, MavenProject project) {
            this.descriptor = descriptor;
            this.project = project;
        }

        /** The same goal in another module. */
        Goal in(String module) {
            project = module(module);
            return configuration.getChild("policy") == null ? this : set("policy", "../letters.json");
        }

        /** Sets a parameter, in place of what it was set to. */
        Goal set(String name, String value) {
            Xpp3Dom child = new Xpp3Dom(name);
            child.setValue(value);
            return set(child);
        }

        Goal set(Xpp3Dom child) {
            for (int i = configuration.getChildCount() - 1; i >= 0; i--) {
                if (configuration.getChild(i).getName().equals(child.getName())) {
                    configuration.removeChild(i);
                }
            }
            configuration.addChild(child);
            return this;
        }

        private Mojo configured() throws Exception {
            Plugin plugin = new Plugin();
            plugin.setGroupId(PLUGIN.getGroupId());
            plugin.setArtifactId(PLUGIN.getArtifactId());
            plugin.setConfiguration(configuration);
            Build build = project.getBuild();
            build.setPlugins(new ArrayList<>(List.of(plugin)));
            build.flushPluginMap();
            session.setCurrentProject(project);
            MojoExecution execution = new MojoExecution(descriptor, "default-" + descriptor.getGoal());
            Xpp3Dom merged = MojoDescriptorCreator.convert(descriptor);
            for (Xpp3Dom child : configuration.getChildren()) {
                // As Maven does it: what the goal does not have is dropped.
                if (descriptor.getParameterMap().containsKey(child.getName())) {
                    merged = Xpp3Dom.mergeXpp3Dom(only(child), merged);
                }
            }
            execution.setConfiguration(merged);
            PolicyMojo mojo = Class.forName(descriptor.getImplementation())
                    .asSubclass(PolicyMojo.class)
                    .getConstructor()
                    .newInstance();
            new BasicComponentConfigurator()
                    .configureComponent(
                            mojo,
                            new XmlPlexusConfiguration(merged),
                            new PluginParameterExpressionEvaluator(session, execution),
                            REALM);
            mojo.setLog(new RecordingLog(log));
            mojo.setPluginContext(session.getPluginContext(PLUGIN, project));
            return mojo;
        }

        private static Xpp3Dom only(Xpp3Dom child) {
            Xpp3Dom one = new Xpp3Dom("configuration");
            one.addChild(new Xpp3Dom(child));
            return one;
        }

        /** Runs the goal, which ends well; returns all that was logged by it. */
        String passes() {
            log.clear();
            assertDoesNotThrow(() -> configured().execute());
            return told();
        }

        /** Runs the goal, which finds something violated. */
        String violated() {
            log.clear();
            return assertThrows(MojoFailureException.class, () -> configured().execute())
                    .getMessage();
        }

        /** Runs the goal, which cannot check. */
        String unable() {
            log.clear();
            return assertThrows(MojoExecutionException.class, () -> configured().execute())
                    .getMessage();
        }
    }
}
