package dev.datause.benchmarks;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The policy that comes with the library, from its bytes. */
final class BundledPolicy {
    static final String FILE = "linkedin-2025-11-03.json";

    private BundledPolicy() {}

    static byte[] bytes() {
        try (InputStream json = PolicyJson.class.getResourceAsStream(FILE)) {
            if (json == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return json.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Policy read() {
        return PolicyJson.read(FILE, bytes());
    }

    static DataUsePolicy under(Policy policy, String reading) {
        return DataUsePolicy.of(policy, policy.reading(reading).orElseThrow());
    }
}
