package dev.datause.gate;

import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import dev.datause.document.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Small dbt manifests that tests begin with, in the shape that dbt 1.8 writes. */
final class DbtGiven {
    static final String SCHEMA = "https://schemas.getdbt.com/dbt/manifest/v12.json";
    static final String NONE =
            "\"tags\": [], \"meta\": {}, \"config\": {\"enabled\": true, \"tags\": [], \"meta\": {}}";

    /** A message goes through four models to an exposure that trains; under the small policy nothing permits that. */
    static final String VIOLATION = manifest()
            .source("app.messages", tags("datause:category=message"))
            .model("stg_messages", NONE, "source.shop.app.messages")
            .model("int_threads", NONE, "model.shop.stg_messages")
            .model("int_words", NONE, "model.shop.int_threads")
            .model("corpus", NONE, "model.shop.int_words")
            .exposure(
                    "assistant",
                    "ml",
                    meta("{\"datause\": {\"purpose\": \"training\", \"recipient\": \"owner\"}}"),
                    "model.shop.corpus")
            .json();

    /** Findings whose pages show mappings. */
    static final Set<FindingCode> ABOUT_DBT =
            EnumSet.of(FindingCode.STALE_METADATA, FindingCode.UNMATCHED_RULE, FindingCode.UNMAPPED_WORD);

    /** The project that those pages are about, in words of the bundled policy; its checksum is that of "select 1". */
    static final String PAGES = manifest()
            .source("app.members", tags("pii", "datause:category=profile"))
            .model(
                    "stg_members",
                    "\"checksum\": {\"name\": \"sha256\", \"checksum\": "
                            + "\"822ae07d4783158bc1912bb623e5107cc9002d519e1143a9c200ed6ee18b6d0f\"}, " + NONE,
                    "source.shop.app.members")
            .exposure(
                    "assistant",
                    "ml",
                    meta("{\"datause\": {\"purpose\": \"ai-training\", \"recipient\": \"linkedin\", "
                            + "\"guard\": {\"policy\": \"linkedin-2025-11-03\", \"reading\": \"strict\"}}}"),
                    "model.shop.stg_members")
            .json();

    private final Map<String, List<String>> collections = new TreeMap<>();
    private final List<String> more = new ArrayList<>();
    private String metadata = "{\"dbt_schema_version\": \"" + SCHEMA
            + "\", \"dbt_version\": \"1.8.9\", \"generated_at\": \"2026-11-20T10:00:00.000000Z\", \"project_name\": \"shop\"}";

    private DbtGiven() {
        for (String collection : List.of("nodes", "sources", "exposures", "metrics", "parent_map")) {
            collections.put(collection, new ArrayList<>());
        }
    }

    static DbtGiven manifest() {
        return new DbtGiven();
    }

    /** The marks of something with these tags, in both places where dbt writes them. */
    static String tags(String... tags) {
        String list = "["
                + String.join(
                        ", ",
                        List.of(tags).stream().map(tag -> "\"" + tag + "\"").toList()) + "]";
        return "\"tags\": " + list + ", \"meta\": {}, \"config\": {\"enabled\": true, \"tags\": " + list
                + ", \"meta\": {}}";
    }

    /** The marks of something with this meta, in both places where dbt writes it. */
    static String meta(String meta) {
        return "\"tags\": [], \"meta\": " + meta + ", \"config\": {\"enabled\": true, \"tags\": [], \"meta\": " + meta
                + "}";
    }

    private static String ids(String... ids) {
        return "["
                + String.join(
                        ", ", List.of(ids).stream().map(id -> "\"" + id + "\"").toList()) + "]";
    }

    DbtGiven metadata(String json) {
        metadata = json;
        return this;
    }

    /** An entry of a collection as it is. */
    DbtGiven entry(String collection, String id, String fields) {
        collections
                .computeIfAbsent(collection, key -> new ArrayList<>())
                .add("    \"" + id + "\": {\n      \"unique_id\": \"" + id + "\",\n      " + fields + "\n    }");
        return this;
    }

    DbtGiven source(String name, String marks) {
        return source(name, marks, "{}");
    }

    DbtGiven source(String name, String marks, String columns) {
        return entry(
                "sources",
                "source.shop." + name,
                "\"resource_type\": \"source\",\n      \"original_file_path\": \"models/sources.yml\",\n      \"columns\": "
                        + columns + ",\n      " + marks);
    }

    DbtGiven node(String type, String name, String fields, String... parents) {
        return entry(
                "nodes",
                type + ".shop." + name,
                "\"resource_type\": \"" + type
                        + "\",\n      \"package_name\": \"shop\",\n      \"original_file_path\": \"models/"
                        + name + ".sql\",\n      \"depends_on\": {\"macros\": [], \"nodes\": " + ids(parents)
                        + "},\n      " + fields);
    }

    DbtGiven model(String name, String marks, String... parents) {
        return node("model", name, "\"columns\": {},\n      " + marks, parents).parents("model.shop." + name, parents);
    }

    DbtGiven exposure(String name, String type, String marks, String... parents) {
        return entry(
                        "exposures",
                        "exposure.shop." + name,
                        "\"resource_type\": \"exposure\",\n      \"type\": \"" + type
                                + "\",\n      \"original_file_path\": \"models/exposures.yml\",\n      \"depends_on\": {\"macros\": [], \"nodes\": "
                                + ids(parents) + "},\n      " + marks)
                .parents("exposure.shop." + name, parents);
    }

    DbtGiven parents(String id, String... parents) {
        collections.get("parent_map").add("    \"" + id + "\": " + ids(parents));
        return this;
    }

    /** A key of the manifest itself. */
    DbtGiven key(String name, String json) {
        more.add("  \"" + name + "\": " + json);
        return this;
    }

    DbtGiven without(String collection) {
        collections.remove(collection);
        return this;
    }

    String json() {
        List<String> keys = new ArrayList<>();
        keys.add("  \"metadata\": " + metadata);
        collections.forEach((name, entries) -> keys.add("  \"" + name + "\": {"
                + (entries.isEmpty() ? "" : "\n" + String.join(",\n", entries) + "\n  ") + "}"));
        keys.addAll(more);
        return "{\n" + String.join(",\n", keys) + "\n}\n";
    }

    static Metadata read(String mapping, String manifest) {
        DbtMapping given = mapping.isEmpty() ? DbtMapping.standard() : DbtMapping.of("map.yaml", Given.bytes(mapping));
        return read(DbtReader.of(given), manifest);
    }

    static Metadata read(DbtReader reader, String manifest) {
        return reader.read("target/manifest.json", Given.bytes(manifest), Given.SMALL, Limits.STANDARD);
    }

    Metadata read() {
        return read("", json());
    }

    /** Everything that is wrong, one line each. */
    static String problems(String mapping, String manifest) {
        try {
            read(mapping, manifest);
            return "";
        } catch (DocumentException e) {
            return lines(e);
        }
    }

    static String problems(DbtReader reader, String manifest) {
        try {
            read(reader, manifest);
            return "";
        } catch (DocumentException e) {
            return lines(e);
        }
    }

    private static String lines(DocumentException e) {
        StringBuilder lines = new StringBuilder();
        for (Problem problem : e.problems()) {
            lines.append(problem.toString().lines().findFirst().orElseThrow()).append('\n');
        }
        return lines.toString();
    }

    String problems() {
        return problems("", json());
    }

    static Dataset dataset(Metadata metadata, String name) {
        return metadata.datasets().stream()
                .filter(dataset -> dataset.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Step step(Metadata metadata, String name) {
        return metadata.steps().stream()
                .filter(step -> step.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<String> inputs(Metadata metadata, String name) {
        return step(metadata, name).inputs().stream()
                .map(port -> port.value().dataset())
                .toList();
    }

    static List<String> categories(List<Stated<Dataset.Content>> contents) {
        return contents.stream().map(content -> content.value().category()).toList();
    }
}
