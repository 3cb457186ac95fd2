package dev.datause.gate;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Policies and manifests that tests begin with. */
final class Given {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    static final Policy SMALL = small();
    static final DataUsePolicy SMALL_STRICT = DataUsePolicy.of(SMALL);
    static final DataUsePolicy SMALL_DOCUMENTED =
            DataUsePolicy.of(SMALL, SMALL.reading("documented").orElseThrow());

    /** Nothing in it is permitted by the small policy, whatever the day. */
    static final String VIOLATION = """
            format: 1
            datasets:
              - name: inbox.raw
                categories: [message, {category: story, audience: public}]
                members: {located: {in: [north], at: use}}
                collected: {from: 2025-11-03}
            pipelines:
              - name: train
                purpose: training
                recipient: owner
                inputs: [inbox.raw]
                runs: {from: 2025-11-03, until: 2026-12-31}
            """;

    private Given() {}

    private static Policy small() {
        try (InputStream in = Given.class.getResourceAsStream("small.json")) {
            return PolicyJson.read("small.json", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Checks one manifest against the small policy, strictly. */
    static GateReport check(String yaml) {
        return check(SMALL_STRICT, yaml);
    }

    static GateReport check(DataUsePolicy policy, String yaml) {
        return Gate.of(policy, AS_OF).check(Map.of("m.yaml", bytes(yaml)));
    }

    static List<FindingCode> codes(GateReport report) {
        return report.findings().stream().map(Finding::code).distinct().sorted().toList();
    }

    static List<FindingCode> codes(String yaml) {
        return codes(check(yaml));
    }
}
