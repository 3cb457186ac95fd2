package dev.datause.testkit;

import java.util.Objects;

/**
 * A made-up manifest of pipelines, to be checked by a gate.
 *
 * @param json the manifest as JSON, format 1
 */
public record MadeUpManifest(String json) {
    /** Refuses null. */
    public MadeUpManifest {
        Objects.requireNonNull(json, "json");
    }

    /** The JSON. */
    @Override
    public String toString() {
        return json;
    }
}
