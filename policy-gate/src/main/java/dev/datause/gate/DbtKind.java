package dev.datause.gate;

import java.util.Arrays;
import java.util.List;

/** The kinds of things in a dbt project that hold, make or use data. The words are dbt's own. */
enum DbtKind {
    SOURCE("source", "sources"),
    SEED("seed", "nodes"),
    MODEL("model", "nodes"),
    SNAPSHOT("snapshot", "nodes"),
    METRIC("metric", "metrics"),
    SEMANTIC_MODEL("semantic_model", "semantic_models"),
    SAVED_QUERY("saved_query", "saved_queries"),
    FUNCTION("function", "functions"),
    EXPOSURE("exposure", "exposures");

    private final String word;
    private final String collection;

    DbtKind(String word, String collection) {
        this.word = word;
        this.collection = collection;
    }

    /** The {@code resource_type}. */
    String word() {
        return word;
    }

    /** The key of the manifest under which such things stand. */
    String collection() {
        return collection;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(DbtKind::word).toList();
    }
}
