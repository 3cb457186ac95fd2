package dev.datause.maven;

import dev.datause.document.DocumentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;

/** Paths that must not lead out of a folder, by name or by a link. */
final class Inside {
    private Inside() {}

    /** The file that {@code given} names from {@code base}; it need not be there, but must not lie outside {@code root}. */
    static Path file(String given, String parameter, Path base, Path root) throws MojoExecutionException {
        try {
            Path file = base.resolve(given).normalize();
            if (!holds(root, file)) {
                throw PolicyMojo.couldNot(parameter + ": the path leads out of the build");
            }
            return file;
        } catch (InvalidPathException e) {
            throw PolicyMojo.couldNot(parameter + ": no path");
        }
    }

    /** Whether a path lies in a folder, links followed as far as the path is there. */
    static boolean holds(Path folder, Path path) throws MojoExecutionException {
        try {
            return real(path).startsWith(real(folder));
        } catch (IOException e) {
            throw new MojoExecutionException("Could not check: a path cannot be followed", e);
        }
    }

    private static Path real(Path path) throws IOException {
        Path existing = path.toAbsolutePath().normalize();
        Path parent = existing.getParent();
        if (Files.exists(existing, LinkOption.NOFOLLOW_LINKS) || parent == null) {
            return existing.toRealPath();
        }
        return real(parent).resolve(existing.getFileName());
    }

    /** How problems call a file: from {@code base}, with slashes; of one that lies elsewhere only the last name. */
    static String name(Path file, Path base) {
        Path absolute = file.toAbsolutePath().normalize();
        Path from = base.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(from) ? from.relativize(absolute) : absolute.getFileName();
        return shown == null ? "" : DocumentFile.name(shown);
    }
}
