package dev.datause.maven;

import dev.datause.document.JsonDocument;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.gate.GateReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The report of one execution, as text and as JSON, below the build's output folder. What an earlier build left is
 * taken away at the beginning, so that no old verdict outlives a build that was killed; what is written appears whole
 * or not at all. Holds no time and no absolute path.
 */
final class CheckReport {
    private static final String FOLDER = "policy";

    private final Path folder;
    private final String stem;
    private boolean written;

    private CheckReport(Path folder, String stem) {
        this.folder = folder;
        this.stem = stem;
    }

    /**
     * Begins a report.
     *
     * @param output the build's output folder, out of which no link may lead
     * @param context what this plugin keeps for this module during this build
     */
    static CheckReport begin(Path output, String name, Map<Object, Object> context)
            throws IOException, MojoExecutionException {
        if (!name.matches("[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*")) {
            throw PolicyMojo.couldNot(
                    "reportName is a plain file name: letters and digits with single '-', '_' or '.' between");
        }
        if (context.putIfAbsent(CheckReport.class.getName() + name, name) != null) {
            throw PolicyMojo.couldNot("another execution in this module has written " + name + "; set reportName");
        }
        Path folder = output.resolve(FOLDER);
        Files.createDirectories(output);
        if (!Inside.holds(output, folder)) {
            throw PolicyMojo.couldNot("the folder of the report leads out of the build's output");
        }
        Files.createDirectories(folder);
        CheckReport report = new CheckReport(folder, name);
        for (String ending : List.of(".txt", ".json")) {
            Files.deleteIfExists(folder.resolve(name + ending));
        }
        return report;
    }

    /** The file for people, from the build's output folder. */
    String name() {
        return FOLDER + "/" + stem + ".txt";
    }

    boolean written() {
        return written;
    }

    /** Writes the report; a report that cannot be written is no pass, whatever the verdict. */
    void write(String verdict, String text, List<GateReport> results) throws IOException {
        write(folder.resolve(stem + ".txt"), "verdict: " + verdict + "\n" + text);
        write(folder.resolve(stem + ".json"), json(verdict, results));
        written = true;
    }

    private static String json(String verdict, List<GateReport> results) {
        List<Node> checks = new ArrayList<>();
        for (GateReport result : results) {
            checks.add(object(
                    entry("policy", text(result.policy())),
                    entry("reading", text(result.reading())),
                    entry("asOf", text(result.asOf().toString())),
                    entry("pipelines", number(result.pipelines())),
                    entry("findings", number(result.total())),
                    entry("warnings", number(result.warnings()))));
        }
        return JsonDocument.write(object(
                entry("format", number(1)),
                entry("verdict", text(verdict)),
                entry("checks", new Node.Items(Position.START, checks))));
    }

    private static Node.Entry entry(String key, Node value) {
        return new Node.Entry(key, Position.START, value);
    }

    private static Node object(Node.Entry... entries) {
        return new Node.Members(Position.START, List.of(entries));
    }

    private static Node text(String text) {
        return new Node.Text(Position.START, text);
    }

    private static Node number(int number) {
        return new Node.Num(Position.START, Integer.toString(number));
    }

    /** Writes a file so that it is there whole or not at all. */
    static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path whole = Files.createTempFile(folder, ".policy", ".tmp");
        try {
            Files.write(whole, text.getBytes(StandardCharsets.UTF_8));
            move(whole, file);
        } finally {
            Files.deleteIfExists(whole);
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
