package dev.datause.gate;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bundled policy, and what the tests of requests do with it. */
final class Bundled {
    static final Policy POLICY = PolicyJson.read("linkedin-2025-11-03", resource("linkedin-2025-11-03.json"));
    static final DataUsePolicy STRICT = reading("strict");
    static final DataUsePolicy DOCUMENTED = reading("documented");
    static final List<DataUsePolicy> BOTH = List.of(STRICT, DOCUMENTED);

    private Bundled() {}

    static DataUsePolicy reading(String name) {
        return DataUsePolicy.of(POLICY, POLICY.reading(name).orElseThrow());
    }

    static byte[] resource(String name) {
        try (InputStream in = DataUsePolicy.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a run answers to these bytes. */
    static String answers(DecisionRun run, byte[] requests) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            run.run(new ByteArrayInputStream(requests), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static String answers(DecisionRun run, String requests) {
        return answers(run, requests.getBytes(StandardCharsets.UTF_8));
    }

    /** The one answer to one request, in brief and under the strict reading. */
    static String answer(String request) {
        return answers(DecisionRun.of(List.of(STRICT)).with(GroundsForm.BRIEF), request)
                .strip();
    }
}
