package dev.datause.gate;

import dev.datause.DataUsePolicy;
import dev.datause.LinkedIn;
import dev.datause.PolicyJson;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Everything that reads bytes of others, each as one function of bytes: it returns or throws its declared exception,
 * whatever the bytes are. {@link FuzzReplayTest} gives each the collected inputs in every build, {@code .ci/fuzz} lets a
 * fuzzer look for new ones.
 */
enum FuzzTarget {
    /** Policies. */
    POLICY {
        @Override
        void read(byte[] bytes) {
            PolicyJson.read("p.json", bytes);
        }
    },
    /** Manifests in YAML, checked as far as they can be read. */
    MANIFEST_YAML {
        @Override
        void read(byte[] bytes) {
            Gate.of(Given.SMALL_STRICT, Given.AS_OF).check(Map.of("m.yaml", bytes));
        }
    },
    /** Manifests in JSON. */
    MANIFEST_JSON {
        @Override
        void read(byte[] bytes) {
            Gate.of(Given.SMALL_STRICT, Given.AS_OF).check(Map.of("m.json", bytes));
        }
    },
    /** Lines of requests: as many answers as lines. */
    REQUESTS {
        @Override
        void read(byte[] bytes) {
            ByteArrayOutputStream answers = new ByteArrayOutputStream();
            try {
                DecisionRun.of(List.<DataUsePolicy>of(Given.SMALL_STRICT))
                        .run(new ByteArrayInputStream(bytes), answers);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    /** Manifests of dbt. */
    DBT {
        @Override
        void read(byte[] bytes) {
            DbtReader reader = DbtReader.of(DbtMapping.standard());
            Gate.of(Given.SMALL_STRICT, Given.AS_OF).reader(reader).check(Map.of("manifest.json", bytes));
        }
    },
    /** What the tags of a dbt project mean. */
    DBT_MAPPING {
        @Override
        void read(byte[] bytes) {
            DbtMapping.of("map.yaml", bytes);
        }
    },
    /** Waivers and watches. */
    WAIVERS {
        @Override
        void read(byte[] bytes) {
            Waivers.read("w.yaml", bytes, Limits.STANDARD);
        }
    },
    /** Baselines. */
    BASELINE {
        @Override
        void read(byte[] bytes) {
            Baseline.read("b.json", bytes, Limits.STANDARD);
        }
    },
    /** Corpora of expected decisions. */
    CORPUS {
        @Override
        void read(byte[] bytes) {
            Corpus.read(LinkedIn.strict().policy(), "c.jsonl", bytes);
        }
    };

    /** Reads; may throw {@link DocumentException}. */
    abstract void read(byte[] bytes);

    /** Reads, and returns whatever the bytes are. */
    void take(byte[] bytes) {
        try {
            read(bytes);
        } catch (DocumentException refused) {
            if (refused.problems().isEmpty()) {
                throw new AssertionError("refused without a reason", refused);
            }
        }
    }
}
