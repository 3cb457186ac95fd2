package dev.datause.maven;

import dev.datause.gate.MetadataReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.maven.plugin.MojoExecutionException;

/** Metadata that another tool wrote, as a POM names it: an element of {@code <metadata>}. */
public abstract class ForeignMetadata {
    /** Made by Maven. */
    protected ForeignMetadata() {}

    /** The file, and the reader for it. */
    record Read(Path file, MetadataReader reader) {}

    /**
     * What to read, with what.
     *
     * @param base the module's folder
     * @param day the day of the check
     * @throws MojoExecutionException if the configuration is wrong
     */
    abstract Read read(Path base, LocalDate day) throws IOException, MojoExecutionException;
}
