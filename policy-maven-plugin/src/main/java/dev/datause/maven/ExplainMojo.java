package dev.datause.maven;

import dev.datause.DataUsePolicy;
import dev.datause.document.DocumentFile;
import dev.datause.document.Limits;
import dev.datause.gate.Explanation;
import dev.datause.gate.Request;
import dev.datause.gate.RequestReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Decides one request and tells the decision in plain sentences: why, who says so, what can be done about it, until
 * when it holds, and which open questions it rests on. Needs no project.
 *
 * <p>{@code mvn dev.datause:policy-maven-plugin:explain -Dpolicy.in=requests.jsonl -Dpolicy.line=3}
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends PolicyMojo {
    /** A file with the request. */
    @Parameter(property = "policy.in")
    private @Nullable File in;

    /** On which line of the file the request stands, from 1. */
    @Parameter(property = "policy.line", defaultValue = "1")
    private int line;

    /** The request itself, a JSON object, instead of a file. */
    @Parameter(property = "policy.request")
    private @Nullable String request;

    @Override
    void run() throws MojoExecutionException {
        byte[] bytes = request();
        ChosenPolicy chosen = policy();
        Request asked = RequestReader.of(chosen.policy().vocabulary()).read(bytes);
        for (DataUsePolicy policy :
                readings(chosen.policy(), List.of(chosen.policy().defaultReading()))) {
            info(Explanation.of(policy, asked.use()).text());
        }
    }

    private byte[] request() throws MojoExecutionException {
        if (request != null && in == null) {
            return request.getBytes(StandardCharsets.UTF_8);
        }
        if (in != null && request == null) {
            return line(in.toPath());
        }
        throw couldNot("give the request either as policy.request or in the file policy.in");
    }

    private byte[] line(Path file) throws MojoExecutionException {
        byte[] bytes = DocumentFile.bytes(file, Inside.name(file, base()), Limits.STANDARD);
        int from = 0;
        for (int number = 1; from < bytes.length; number++) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            if (number == line) {
                return Arrays.copyOfRange(bytes, from, to);
            }
            from = to + 1;
        }
        throw couldNot("line: the file has no line " + line);
    }
}
