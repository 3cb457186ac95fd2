package dev.datause.maven;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.PolicyPlaces;
import dev.datause.document.DocumentFile;
import dev.datause.document.Limits;
import dev.datause.document.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The policy that a build names.
 *
 * @param policy the policy
 * @param warnings what is probably not meant in it
 * @param bundled its name among the bundled ones, if it is one
 * @param places where its parts stand
 */
record ChosenPolicy(Policy policy, List<Problem> warnings, Optional<String> bundled, PolicyPlaces places) {
    private static final String NAME = "[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*";

    ChosenPolicy {
        warnings = List.copyOf(warnings);
    }

    /**
     * A bundled policy of this name, or else a file inside the build.
     *
     * @param hash what its content hash must be, or empty text
     * @throws dev.datause.document.DocumentException with every problem of the policy
     */
    static ChosenPolicy of(String given, String hash, Path base, Path root) throws MojoExecutionException {
        byte[] bundled = resource(given, ".json");
        ChosenPolicy chosen;
        if (bundled.length > 0) {
            PolicyJson.Loaded loaded = PolicyJson.load(given, bundled, PolicyJson.Options.STANDARD);
            chosen = new ChosenPolicy(
                    loaded.policy(), loaded.warnings(), Optional.of(given), PolicyPlaces.of(given, bundled));
        } else {
            Path file = Inside.file(given, "policy", base, root);
            String name = Inside.name(file, base);
            byte[] bytes = DocumentFile.bytes(file, name, Limits.STANDARD);
            PolicyJson.Loaded loaded = PolicyJson.load(name, bytes, PolicyJson.Options.STANDARD);
            chosen = new ChosenPolicy(
                    loaded.policy(), loaded.warnings(), Optional.empty(), PolicyPlaces.of(name, bytes));
        }
        String found = PolicyJson.contentHash(chosen.policy());
        if (!hash.isEmpty() && !hash.equals(found)) {
            throw PolicyMojo.couldNot(
                    "the policy " + chosen.policy().id() + " is not the one of policyHash: its hash is " + found);
        }
        return chosen;
    }

    /** The corpus that comes with a bundled policy, or no bytes. */
    byte[] corpus() throws MojoExecutionException {
        return bundled.isPresent() ? resource(bundled.get(), ".corpus.jsonl") : new byte[0];
    }

    private static byte[] resource(String name, String ending) throws MojoExecutionException {
        if (!name.matches(NAME)) {
            return new byte[0];
        }
        try (InputStream in = DataUsePolicy.class.getResourceAsStream(name + ending)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new MojoExecutionException("Could not check: the bundled policy cannot be read", e);
        }
    }
}
