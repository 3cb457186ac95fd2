package dev.datause.maven;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Finds the files that declare pipelines. What it cannot look into is an error: there may be a pipeline in it. */
final class Manifests {
    static final List<String> USUAL = List.of("pipelines/**/*.yaml", "pipelines/**/*.yml", "pipelines/**/*.json");

    private Manifests() {}

    /** The patterns in words. */
    static String patterns(@Nullable List<String> includes) {
        return String.join(", ", chosen(includes));
    }

    private static List<String> chosen(@Nullable List<String> includes) {
        return includes == null || includes.isEmpty() ? USUAL : includes;
    }

    /**
     * The files, sorted by name.
     *
     * @param includes patterns from {@code base}, each of which must match; null or none for the usual ones
     * @param excludes patterns from {@code base}, or null
     */
    static List<Path> in(Path base, @Nullable List<String> includes, @Nullable List<String> excludes)
            throws IOException, MojoExecutionException {
        Set<Path> found = sorted(base);
        List<Glob> without = new ArrayList<>();
        for (String pattern : excludes == null ? List.<String>of() : excludes) {
            without.add(Glob.of(pattern, "excludes"));
        }
        List<String> patterns = chosen(includes);
        for (String pattern : patterns) {
            Glob glob = Glob.of(pattern, "includes");
            Set<Path> matching = matching(base, glob);
            if (matching.isEmpty() && !patterns.equals(USUAL)) {
                throw PolicyMojo.couldNot("includes: " + pattern + " matches nothing");
            }
            found.addAll(matching);
        }
        found.removeIf(file -> without.stream().anyMatch(glob -> glob.matches(Inside.name(file, base))));
        return List.copyOf(found);
    }

    /** None, to be sorted by name; two files whose names read alike are still two. */
    private static Set<Path> sorted(Path base) {
        return new TreeSet<>(
                Comparator.comparing((Path file) -> Inside.name(file, base)).thenComparing(Comparator.naturalOrder()));
    }

    private static Set<Path> matching(Path base, Glob glob) throws IOException, MojoExecutionException {
        Set<Path> found = sorted(base);
        List<String> links = new ArrayList<>();
        Path start = base.resolve(glob.folder());
        if (!Files.isDirectory(start)) {
            return found;
        }
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = Inside.name(file, base);
                if (glob.matches(name)) {
                    found.add(file);
                } else if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
                    links.add(name);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (!links.isEmpty()) {
            throw PolicyMojo.couldNot("links to folders are not followed: " + String.join(", ", links));
        }
        return found;
    }
}
