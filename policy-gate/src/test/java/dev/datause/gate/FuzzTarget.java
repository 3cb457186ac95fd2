package dev.datause.gate;

import dev.datause.DataUsePolicy;
import dev.datause.LinkedIn;
import dev.datause.PolicyJson;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Everything that reads bytes of others, each as one function of bytes: it takes them, refuses them, or throws its
 * declared exception, whatever the bytes are. {@link FuzzReplayTest} gives each the collected inputs in every build,
 * {@code .ci/fuzz} lets a fuzzer look for new ones.
 */
enum FuzzTarget {
    /** Policies. */
    POLICY {
        @Override
        String valid() {
            return PolicyJson.write(Given.SMALL);
        }

        @Override
        boolean read(byte[] bytes) {
            PolicyJson.read("p.json", bytes);
            return true;
        }
    },
    /** Manifests in YAML, checked as far as they can be read. */
    MANIFEST_YAML {
        @Override
        String valid() {
            return Given.VIOLATION;
        }

        @Override
        boolean read(byte[] bytes) {
            return checked(GATE.check(Map.of("m.yaml", bytes)));
        }
    },
    /** Manifests in JSON. */
    MANIFEST_JSON {
        @Override
        String valid() {
            return """
                {"format": 1, "datasets": [{"name": "a", "categories": ["message"], "collected": {"from": "2025-11-03"}}],
                "pipelines": [{"name": "p", "purpose": "training", "recipient": "owner", "inputs": ["a"]}]}
                """;
        }

        @Override
        boolean read(byte[] bytes) {
            return checked(GATE.check(Map.of("m.json", bytes)));
        }
    },
    /** What another module's data carries. */
    SUMMARY {
        @Override
        String valid() {
            return GATE.summarize(Map.of("data.yaml", Given.bytes(SummaryTest.UPSTREAM)), "upstream")
                    .orElseThrow();
        }

        @Override
        boolean read(byte[] bytes) {
            return checked(GATE.summary("upstream.json", bytes).check(Map.of("train.yaml", DOWNSTREAM)));
        }
    },
    /** Lines of requests: as many answers as lines. */
    REQUESTS {
        @Override
        String valid() {
            return """
                {"id": "r", "purpose": "training", "category": "story", "used": "2026-01-01", \
                "member": {"country": "NO", "born": "1990-05-01"}}
                """;
        }

        @Override
        boolean read(byte[] bytes) {
            ByteArrayOutputStream answers = new ByteArrayOutputStream();
            DecisionCounts counts;
            try {
                counts = DecisionRun.of(List.<DataUsePolicy>of(Given.SMALL_STRICT))
                        .run(new ByteArrayInputStream(bytes), answers);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            long answered = answers.toString(StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            long asked = new String(bytes, StandardCharsets.ISO_8859_1).lines().count();
            if (answered != counts.lines() || answered > asked) {
                throw new AssertionError(asked + " lines, " + counts.lines() + " read, " + answered + " answered");
            }
            return counts.lines() > 0 && counts.refused() == 0;
        }
    },
    /** Manifests of dbt. */
    DBT {
        @Override
        String valid() {
            return DbtGiven.VIOLATION;
        }

        @Override
        boolean read(byte[] bytes) {
            DbtReader reader = DbtReader.of(DbtMapping.standard());
            return checked(GATE.reader(reader).check(Map.of("manifest.json", bytes)));
        }
    },
    /** What the tags of a dbt project mean. */
    DBT_MAPPING {
        @Override
        String valid() {
            return "format: 1\nrules:\n  - where: {tag: pii}\n    says: {categories: [profile]}\n";
        }

        @Override
        boolean read(byte[] bytes) {
            DbtMapping.of("map.yaml", bytes).rules(Given.SMALL, Limits.STANDARD);
            return true;
        }
    },
    /** Waivers and watches. */
    WAIVERS {
        @Override
        String valid() {
            return """
                format: 1
                waivers:
                  - finding: DU001-d25cde73d5785dd285abb349
                    reason: known
                    owner: somebody
                    expires: 2026-12-31
                """;
        }

        @Override
        boolean read(byte[] bytes) {
            Waivers.read("w.yaml", bytes, Limits.STANDARD);
            return true;
        }
    },
    /** Baselines. */
    BASELINE {
        @Override
        String valid() {
            return "{\"format\": 1, \"findings\": []}";
        }

        @Override
        boolean read(byte[] bytes) {
            Baseline.read("b.json", bytes, Limits.STANDARD);
            return true;
        }
    },
    /** Reports, of which {@code verify-report} reads how a check ended. */
    REPORT {
        @Override
        String valid() {
            return "{\"format\": 1, \"verdict\": \"passed\", \"checks\": [], \"workflow\": []}";
        }

        @Override
        boolean read(byte[] bytes) {
            Report.ending("r.json", bytes);
            return true;
        }
    },
    /** Corpora of expected decisions. */
    CORPUS {
        @Override
        String valid() {
            try (InputStream in = LinkedIn.class.getResourceAsStream("linkedin-2025-11-03.corpus.jsonl")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .findFirst()
                                .orElseThrow() + "\n";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        boolean read(byte[] bytes) {
            Corpus.read(LinkedIn.strict().policy(), "c.jsonl", bytes);
            return true;
        }
    };

    private static final Gate GATE = Gate.of(Given.SMALL_STRICT, Given.AS_OF);
    private static final byte[] DOWNSTREAM = Given.bytes(SummaryTest.DOWNSTREAM);

    /** A document that the reader takes: what damage and a fuzzer begin with. */
    abstract String valid();

    /** Inputs that a fuzzer found worth keeping, a line of Base64 each. */
    List<byte[]> collected(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve(name() + ".txt")).stream()
                .map(Base64.getDecoder()::decode)
                .toList();
    }

    /** Reads: true if the bytes are taken, false if they are refused; or throws {@link DocumentException}. */
    abstract boolean read(byte[] bytes);

    /** Reads, and returns whatever the bytes are: whether they were taken. */
    boolean takes(byte[] bytes) {
        try {
            return read(bytes);
        } catch (DocumentException refused) {
            if (refused.problems().isEmpty()) {
                throw new AssertionError("refused without a reason", refused);
            }
            return false;
        }
    }

    private static boolean checked(GateReport report) {
        if (report.verdict() != Verdict.PASSED && report.findings().isEmpty()) {
            throw new AssertionError(report.verdict() + " without a finding");
        }
        return report.verdict() != Verdict.COULD_NOT_CHECK;
    }
}
