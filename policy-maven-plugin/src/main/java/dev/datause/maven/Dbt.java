package dev.datause.maven;

import dev.datause.gate.DbtMapping;
import dev.datause.gate.DbtReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** A dbt project, {@code <dbt>} within {@code <metadata>}. Its fields are the elements that may stand in it. */
public final class Dbt extends ForeignMetadata {
    private static final String PROJECT = "dbt_project.yml";

    /** The {@code manifest.json} that dbt wrote. */
    @Nullable
    String manifest;

    /** What tags and meta mean; if missing, the standard mapping. */
    @Nullable
    String mapping;

    /**
     * The folder of the dbt project, with whose files the manifest is compared. If missing, the folder of the manifest or
     * the one above, whichever has a {@code dbt_project.yml}; if neither has one, nothing is compared.
     */
    @Nullable
    String project;

    /** How many days before the day of the check the manifest may have been made; if missing, any number. */
    @Nullable
    Integer maxAgeDays;

    /** Made by Maven. */
    public Dbt() {}

    @Override
    Read read(Path base, LocalDate day) throws MojoExecutionException {
        String given = manifest;
        if (given == null || given.isBlank()) {
            throw PolicyMojo.couldNot("metadata: <dbt> names no <manifest>");
        }
        Path file = Inside.file(given, "manifest", base, base);
        DbtReader reader = DbtReader.of(mapping(base)).reading(Inside.name(file, base));
        Path folder = project(base, file);
        if (folder != null) {
            reader = reader.comparing(folder);
        }
        Integer age = maxAgeDays;
        if (age != null) {
            if (age < 0) {
                throw PolicyMojo.couldNot("metadata: <maxAgeDays> is a number of days, 0 or more");
            }
            reader = reader.generatedSince(day.minusDays(age));
        }
        return new Read(file, reader);
    }

    private DbtMapping mapping(Path base) throws MojoExecutionException {
        String given = mapping;
        if (given == null) {
            return DbtMapping.standard();
        }
        Path file = Inside.file(given, "mapping", base, base);
        return DbtMapping.file(Inside.name(file, base), file);
    }

    private @Nullable Path project(Path base, Path file) throws MojoExecutionException {
        String given = project;
        if (given != null) {
            Path folder = Inside.file(given, "project", base, base);
            if (!Files.isRegularFile(folder.resolve(PROJECT))) {
                throw PolicyMojo.couldNot("metadata: <project> " + given + " has no " + PROJECT);
            }
            return folder;
        }
        List<Path> folders = new ArrayList<>();
        Path beside = file.getParent();
        if (beside != null) {
            folders.add(beside);
            Path above = beside.getParent();
            if (above != null) {
                folders.add(above);
            }
        }
        for (Path folder : folders) {
            if (folder.startsWith(base.toAbsolutePath().normalize()) && Files.isRegularFile(folder.resolve(PROJECT))) {
                return folder;
            }
        }
        return null;
    }
}
