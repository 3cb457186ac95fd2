package dev.datause.maven;

import dev.datause.document.DocumentFile;
import dev.datause.document.Limits;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * Finds the summaries of the modules that a module depends on: in the output folders of modules of the same build, and in jars,
 * which are read as streams and never unpacked. A jar that cannot be read is an error: there may be a summary in it. A summary in an
 * output folder that {@code policy:summarize} did not write in this build is one too: it may be of what the module was once.
 */
final class Summaries {
    static final String ENTRY = "META-INF/datause/lineage.json";
    private static final int MOST_TIMES = 100;

    private final List<MavenProject> reactor;
    private final Predicate<MavenProject> summarized;
    private final Limits limits;
    private final Map<String, byte[]> found = new TreeMap<>();

    /**
     * Has found nothing yet.
     *
     * @param reactor the modules of this build
     * @param summarized whether a module's summary was written in this build
     */
    Summaries(List<MavenProject> reactor, Predicate<MavenProject> summarized, Limits limits) {
        this.reactor = reactor;
        this.summarized = summarized;
        this.limits = limits;
    }

    /** The summaries by the names that findings call them by. */
    Map<String, byte[]> found() {
        return found;
    }

    /** Looks into everything that a module depends on. */
    void ofDependencies(MavenProject project, boolean ofTheSameBuild) throws IOException, MojoExecutionException {
        for (Artifact artifact : project.getArtifacts()) {
            Optional<MavenProject> module =
                    reactor.stream().filter(one -> isOf(artifact, one)).findFirst();
            if (module.isEmpty()) {
                external(artifact);
            } else if (ofTheSameBuild) {
                Path folder = Path.of(module.get().getBuild().getOutputDirectory());
                folder(artifact.getArtifactId(), folder, summarized.test(module.get()));
            }
        }
    }

    private static boolean isOf(Artifact artifact, MavenProject module) {
        return artifact.getGroupId().equals(module.getGroupId())
                && artifact.getArtifactId().equals(module.getArtifactId())
                && artifact.getBaseVersion().equals(module.getVersion());
    }

    /** A file that is named in the configuration, which must be there. */
    void file(String name, Path file) throws MojoExecutionException {
        add(name, DocumentFile.bytes(file, name, limits));
    }

    private void folder(String module, Path folder, boolean ofThisBuild) throws MojoExecutionException {
        Path file = folder.resolve(ENTRY);
        if (Files.exists(file)) {
            if (!ofThisBuild) {
                throw PolicyMojo.couldNot("the summary in the output folder of " + module
                        + " was not made in this build; let policy:summarize run there before");
            }
            String name = module + "!/" + ENTRY;
            add(name, DocumentFile.bytes(file, name, limits));
        }
    }

    /** None takes the place of another: what the other says would be lost without a word. */
    private void add(String name, byte[] bytes) throws MojoExecutionException {
        byte[] before = found.putIfAbsent(name, bytes);
        if (before != null && !Arrays.equals(before, bytes)) {
            throw PolicyMojo.couldNot("two different summaries are called " + name);
        }
    }

    private void external(Artifact artifact) throws IOException, MojoExecutionException {
        Optional<File> file = Optional.ofNullable(artifact.getFile());
        if (file.isEmpty()) {
            throw PolicyMojo.couldNot("the dependency " + artifact.getArtifactId() + " is not there");
        }
        Path path = file.get().toPath();
        if (Files.isDirectory(path)) {
            folder(artifact.getArtifactId(), path, false);
        } else if (path.toString().endsWith(".jar")) {
            jar(artifact, path);
        }
    }

    private void jar(Artifact artifact, Path path) throws IOException, MojoExecutionException {
        try (ZipFile jar = new ZipFile(path.toFile())) {
            List<ZipEntry> entries = new ArrayList<>();
            jar.stream().filter(entry -> entry.getName().equals(ENTRY)).forEach(entries::add);
            if (entries.size() > 1) {
                throw PolicyMojo.couldNot("the jar of " + artifact.getArtifactId() + " has two summaries");
            }
            if (entries.size() == 1) {
                try (InputStream in = jar.getInputStream(entries.get(0))) {
                    byte[] bytes = in.readNBytes(limits.fileBytes() + 1);
                    boolean bomb = entries.get(0).getCompressedSize() > 0
                            && bytes.length / entries.get(0).getCompressedSize() > MOST_TIMES;
                    if (bytes.length > limits.fileBytes() || bomb) {
                        throw PolicyMojo.couldNot(
                                "the summary in the jar of " + artifact.getArtifactId() + " is larger than is read");
                    }
                    add(artifact.getArtifactId() + "!/" + ENTRY, bytes);
                }
            }
        }
    }
}
