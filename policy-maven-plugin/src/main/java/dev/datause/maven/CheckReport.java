package dev.datause.maven;

import dev.datause.gate.Report;
import dev.datause.gate.ReportWriter;
import dev.datause.gate.ReportWriters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The reports of one execution, below the build's output folder. What an earlier build left is taken away at the
 * beginning, so that no old verdict outlives a build that was killed. All formats are written before the first of them
 * appears, each whole or not at all.
 */
final class CheckReport {
    private static final String FOLDER = "policy";

    private final Path folder;
    private final String stem;
    private final List<ReportWriter> writers;
    private boolean written;

    private CheckReport(Path folder, String stem, List<ReportWriter> writers) {
        this.folder = folder;
        this.stem = stem;
        this.writers = writers;
    }

    /**
     * Begins the reports.
     *
     * @param output the build's output folder, out of which no link may lead
     * @param formats which; none for all
     * @param context what this plugin keeps for this module during this build
     */
    static CheckReport begin(Path output, String name, List<String> formats, Map<Object, Object> context)
            throws IOException, MojoExecutionException {
        requireName(name);
        List<ReportWriter> all = ReportWriters.of(CheckReport.class.getClassLoader());
        List<ReportWriter> chosen = chosen(formats, all);
        if (context.putIfAbsent(CheckReport.class.getName() + name, name) != null) {
            throw PolicyMojo.couldNot("another execution in this module has written " + name + "; set reportName");
        }
        Path folder = output.resolve(FOLDER);
        Files.createDirectories(output);
        if (!Inside.holds(output, folder)) {
            throw PolicyMojo.couldNot("the folder of the report leads out of the build's output");
        }
        Files.createDirectories(folder);
        for (ReportWriter writer : all) {
            Files.deleteIfExists(folder.resolve(writer.file(name)));
        }
        return new CheckReport(folder, name, chosen);
    }

    /** Refuses what is no name of a report. */
    static void requireName(String name) throws MojoExecutionException {
        if (!name.matches("[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*")) {
            throw PolicyMojo.couldNot(
                    "reportName is a plain file name: letters and digits with single '-', '_' or '.' between");
        }
    }

    private static List<ReportWriter> chosen(List<String> formats, List<ReportWriter> all)
            throws MojoExecutionException {
        List<ReportWriter> chosen = new ArrayList<>();
        for (String format : formats) {
            ReportWriter writer = all.stream()
                    .filter(one -> one.format().equals(format))
                    .findFirst()
                    .orElse(null);
            if (writer == null) {
                List<String> known = all.stream().map(ReportWriter::format).toList();
                throw PolicyMojo.couldNot("formats: each is one of " + String.join(", ", known));
            }
            chosen.add(writer);
        }
        return chosen.isEmpty() ? all : chosen;
    }

    /** Where the report for programs is. */
    static Path json(Path output, String name) {
        return output.resolve(FOLDER).resolve(name + ".json");
    }

    /** The first of the files, from the build's output folder. */
    String name() {
        return FOLDER + "/" + writers.get(0).file(stem);
    }

    boolean written() {
        return written;
    }

    /** Writes the reports; one that cannot be written is no pass, whatever the verdict. */
    void write(Report report) throws IOException {
        Map<Path, Path> whole = new LinkedHashMap<>();
        try {
            for (ReportWriter writer : writers) {
                whole.put(
                        folder.resolve(writer.file(stem)),
                        temporary(folder.resolve(writer.file(stem)), writer.write(report)));
            }
            for (Map.Entry<Path, Path> one : whole.entrySet()) {
                move(one.getValue(), one.getKey());
            }
            written = true;
        } catch (IOException e) {
            for (Path file : whole.keySet()) {
                Files.deleteIfExists(file);
            }
            throw e;
        } finally {
            for (Path file : whole.values()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Writes a file so that it is there whole or not at all. */
    static void write(Path file, String text) throws IOException {
        Path whole = temporary(file, text.getBytes(StandardCharsets.UTF_8));
        try {
            move(whole, file);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** A file beside another one, in the same folder. */
    private static Path temporary(Path beside, byte[] bytes) throws IOException {
        Path folder = beside.toAbsolutePath().getParent();
        Path whole = Files.createTempFile(folder, ".policy", ".tmp");
        try {
            return Files.write(whole, bytes);
        } catch (IOException e) {
            Files.deleteIfExists(whole);
            throw e;
        }
    }

    static void move(Path whole, Path file) throws IOException {
        try {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
