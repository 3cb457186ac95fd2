package dev.datause.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report of an analysis, as text and as JSON. Holds no time and no absolute path. */
final class AnalysisReport {
    private AnalysisReport() {}

    /** Writes both; each is there whole or not at all. */
    static void write(Path folder, String stem, String text, String json) throws IOException {
        Files.createDirectories(folder);
        CheckReport.write(folder.resolve(stem + ".txt"), text);
        CheckReport.write(folder.resolve(stem + ".json"), json);
    }
}
