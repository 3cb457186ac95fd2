package dev.datause.gate;

import dev.datause.DataUsePolicy;
import dev.datause.Decision;
import dev.datause.Use;
import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.JsonDocument;
import dev.datause.document.Node;
import dev.datause.document.Problem;
import dev.datause.document.Problems;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides a stream of requests under one reading or several, and answers every line by one line, in the same order.
 * The formats are described in {@code docs/request-format.md}.
 *
 * <p>A line that is no request gets an error for an answer, never a decision, and no error repeats anything of the
 * line but its id. Memory does not grow with the stream: a line longer than {@link RequestReader#LIMITS} allows is
 * refused without being kept. Deterministic: the same bytes give the same bytes.
 *
 * <p>Immutable and thread-safe; each run is on its own.
 */
public final class DecisionRun {
    private final List<DataUsePolicy> policies;
    private final GroundsForm form;
    private final RequestReader requests;

    private DecisionRun(List<DataUsePolicy> policies, GroundsForm form) {
        this.policies = policies;
        this.form = form;
        requests = RequestReader.of(policies.get(0).policy().vocabulary());
    }

    /**
     * Decides under each of these, which are one policy under different readings, with full grounds.
     *
     * @throws IllegalArgumentException if there is none, they are several policies, or two readings have one name
     */
    public static DecisionRun of(List<DataUsePolicy> policies) {
        List<DataUsePolicy> copy = List.copyOf(policies);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("policies: none");
        }
        if (copy.stream().map(DataUsePolicy::policy).distinct().count() != 1) {
            throw new IllegalArgumentException("policies: more than one policy");
        }
        if (copy.stream().map(p -> p.reading().name()).distinct().count() != copy.size()) {
            throw new IllegalArgumentException("policies: two readings of one name");
        }
        return new DecisionRun(copy, GroundsForm.FULL);
    }

    /** The same run with its grounds in another form. */
    public DecisionRun with(GroundsForm newForm) {
        return new DecisionRun(policies, Objects.requireNonNull(newForm, "newForm"));
    }

    /**
     * Reads requests to the end of {@code in} and writes answers to {@code out}, which is flushed, not closed.
     *
     * @throws IOException if the one cannot be read or the other not written; what was written is then no answer to
     *     the whole
     */
    public DecisionCounts run(InputStream in, OutputStream out) throws IOException {
        return new Pass(in, out).run();
    }

    /** One pass over one stream. */
    private final class Pass {
        private final LineReader lines;
        private final OutputStream out;
        private final DecisionJson json = new DecisionJson(form);
        private final byte[][] names = new byte[policies.size()][];
        private final byte[] several;
        private final Decision[] decisions = new Decision[policies.size()];
        private final long[] permitted = new long[policies.size()];
        private long count;
        private long refused;

        Pass(InputStream in, OutputStream out) {
            lines = new LineReader(in, RequestReader.LIMITS.fileBytes());
            this.out = new BufferedOutputStream(out, 1 << 16);
            boolean one = policies.size() == 1;
            String policy = "\"policy\":\"" + policies.get(0).policy().id() + "\",";
            several = (policy + "\"decisions\":[{").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < names.length; i++) {
                String reading = "\"reading\":\"" + policies.get(i).reading().name() + "\"";
                names[i] = ("," + (one ? policy : "") + reading).getBytes(StandardCharsets.US_ASCII);
            }
        }

        DecisionCounts run() throws IOException {
            while (lines.next()) {
                count++;
                answer();
                out.write('\n');
            }
            out.flush();
            List<DecisionCounts.OfReading> readings = new ArrayList<>();
            for (int i = 0; i < permitted.length; i++) {
                String name = policies.get(i).reading().name();
                readings.add(new DecisionCounts.OfReading(name, permitted[i], count - refused - permitted[i]));
            }
            return new DecisionCounts(count, refused, readings);
        }

        private void answer() throws IOException {
            if (lines.tooLong()) {
                int most = RequestReader.LIMITS.fileBytes();
                String message = "a line longer than " + most + " bytes (limit fileBytes)";
                error(Optional.empty(), DocumentCode.LIMIT.id(), 1, message);
                return;
            }
            Document document;
            try {
                // Only the first line of a stream may begin with a byte order mark.
                int number = count == 1 ? 1 : 2;
                document = JsonDocument.line(
                        RequestReader.NAME, lines.bytes(), lines.from(), lines.to(), number, RequestReader.LIMITS);
            } catch (DocumentException e) {
                error(Optional.empty(), e.problems().get(0));
                return;
            }
            Node root = document.root();
            Problems problems = Problems.of(document);
            @Nullable Use use = requests.use(root, true, problems).orElse(null);
            Optional<String> id = RequestReader.id(root);
            if (use == null) {
                error(id, problems.list().get(0));
            } else {
                decision(id, use);
            }
        }

        private void decision(Optional<String> id, Use use) throws IOException {
            for (int i = 0; i < decisions.length; i++) {
                decisions[i] = policies.get(i).decide(use);
                permitted[i] += decisions[i].permitted() ? 1 : 0;
            }
            begin(id);
            if (decisions.length == 1) {
                json.write(decisions[0], names[0], out);
                return;
            }
            out.write(several);
            for (int i = 0; i < decisions.length; i++) {
                if (i > 0) {
                    out.write(',');
                    out.write('{');
                }
                json.write(decisions[i], names[i], out);
            }
            out.write(']');
            out.write('}');
        }

        private void begin(Optional<String> id) throws IOException {
            JsonBytes start = new JsonBytes();
            if (id.isPresent()) {
                start.raw("{\"id\":").text(id.get());
            } else {
                start.raw("{\"line\":").raw(Long.toString(count));
            }
            out.write(start.raw(",").bytes());
        }

        private void error(Optional<String> id, Problem problem) throws IOException {
            String hint = problem.hint().map(text -> "; " + text).orElse("");
            error(id, problem.code().id(), problem.at().column(), problem.message() + hint);
        }

        private void error(Optional<String> id, String code, int column, String message) throws IOException {
            refused++;
            JsonBytes line = new JsonBytes();
            if (id.isPresent()) {
                line.raw("{\"id\":").text(id.get()).raw(",\"line\":");
            } else {
                line.raw("{\"line\":");
            }
            line.raw(Long.toString(count)).raw(",\"error\":{\"code\":").text(code);
            line.raw(",\"column\":").raw(Integer.toString(column));
            line.raw(",\"message\":").text(message).raw("}}");
            out.write(line.bytes());
        }
    }
}
