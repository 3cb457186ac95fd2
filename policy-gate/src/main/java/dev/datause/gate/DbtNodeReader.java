package dev.datause.gate;

import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one thing of a dbt manifest. */
final class DbtNodeReader {
    /** What semantic models have for columns. */
    private static final List<String> PARTS = List.of("entities", "dimensions", "measures");

    private final Document document;
    private final Problems problems;

    DbtNodeReader(Document document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    /**
     * Reads it.
     *
     * @param parents what {@code parent_map} says of it
     */
    DbtNode read(DbtKind kind, Node.Entry entry, DbtObject object, Optional<Node> parents) {
        String file = object.shortText("original_file_path");
        Optional<String> written = Optional.of(file).filter(path -> !path.isEmpty());
        String patch = object.shortText("patch_path");
        int scheme = patch.indexOf("://");
        Optional<String> described =
                patch.isEmpty() ? written : Optional.of(scheme < 0 ? patch : patch.substring(scheme + "://".length()));
        boolean marked = kind.collection().equals("nodes") || kind == DbtKind.SOURCE;
        DbtNode.Marks marks = marks(object, marked, written);
        List<DbtNode.Column> columns = new ArrayList<>();
        for (Node.Entry column : object.entries("columns")) {
            DbtObject.of(column.value(), "a column", problems)
                    .ifPresent(inner -> columns.add(new DbtNode.Column(
                            new Stated<>(column.key(), place(column.keyAt(), described)),
                            marks(inner, true, described))));
        }
        for (String parts : PARTS) {
            for (DbtObject part : parts(object, parts)) {
                columns.add(new DbtNode.Column(
                        new Stated<>(
                                part.shortText("name"), place(part.members().at(), written)),
                        marks(part, false, written)));
            }
        }
        DbtNode.Source source = new DbtNode.Source(
                object.shortText("package_name"),
                file,
                checksum(object),
                code(object),
                object.shortText("language").equals("python"),
                hooks(object),
                materialized(object).equals("ephemeral"));
        return new DbtNode(
                kind,
                entry.key(),
                place(entry.keyAt(), written),
                object.shortText("type"),
                marks,
                columns,
                kind == DbtKind.SOURCE ? List.of() : parents(kind, object, parents, written),
                source,
                Optional.of(object.shortText("relation_name")).filter(name -> !name.isEmpty()));
    }

    private List<DbtObject> parts(DbtObject object, String key) {
        List<DbtObject> parts = new ArrayList<>();
        if (object.get(key).isPresent() && object.get(key).get() instanceof Node.Items items) {
            for (Node item : items.items()) {
                DbtObject.of(item, key, problems).ifPresent(parts::add);
            }
        }
        return parts;
    }

    /** Whether SQL runs before or after it, which may read and write anything. */
    private static boolean hooks(DbtObject object) {
        if (object.members().get("config").isPresent()
                && object.members().get("config").get() instanceof Node.Members config) {
            for (String key : List.of("pre-hook", "post-hook", "pre_hook", "post_hook")) {
                if (config.get(key).filter(DbtNodeReader::saysSomething).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Hooks are a list, or one that stands for it. */
    private static boolean saysSomething(Node hooks) {
        return !(hooks instanceof Node.Null)
                && !(hooks instanceof Node.Items items && items.items().isEmpty());
    }

    private Location place(Position at, Optional<String> origin) {
        return new Location(document.name(), at, origin);
    }

    private static String materialized(DbtObject object) {
        return object.members()
                .get("config")
                .filter(Node.Members.class::isInstance)
                .map(config -> ((Node.Members) config).get("materialized"))
                .flatMap(value -> value)
                .flatMap(DbtRule.Value::written)
                .orElse("");
    }

    private static String code(DbtObject object) {
        for (String key : List.of("compiled_code", "compiled_sql")) {
            String code = object.shortText(key);
            if (!code.isEmpty()) {
                return code;
            }
        }
        return "";
    }

    private Optional<Stated<String>> checksum(DbtObject object) {
        if (!(object.members().get("checksum").orElse(object.members()) instanceof Node.Members checksum)) {
            return Optional.empty();
        }
        DbtObject stated = new DbtObject(checksum, problems);
        return stated.shortText("name").equals("sha256")
                ? stated.text("checksum").map(text -> new Stated<>(text.text(), place(text.at(), Optional.empty())))
                : Optional.empty();
    }

    /**
     * Tags and meta, which stand beside or inside the configuration, or in both places.
     *
     * @param must whether dbt writes them even if there are none: then a manifest without them is a damaged one
     */
    private DbtNode.Marks marks(DbtObject object, boolean must, Optional<String> origin) {
        List<DbtObject> places = new ArrayList<>();
        places.add(object);
        object.object("config").ifPresent(places::add);
        Map<String, Stated<String>> tags = new LinkedHashMap<>();
        List<Node.Members> meta = new ArrayList<>();
        for (DbtObject place : places) {
            for (Node.Text tag : place.texts("tags")) {
                tags.putIfAbsent(tag.text(), new Stated<>(tag.text(), place(tag.at(), origin)));
            }
            place.object("meta").ifPresent(inner -> meta.add(inner.members()));
            place.object("source_meta").ifPresent(inner -> meta.add(inner.members()));
        }
        for (String key : List.of("tags", "meta")) {
            if (must
                    && places.stream()
                            .noneMatch(place -> place.members().get(key).isPresent())) {
                problems.add(DocumentCode.MISSING_KEY, object.members().at(), "the key \"" + key + "\" is missing");
            }
        }
        return new DbtNode.Marks(List.copyOf(tags.values()), meta, origin);
    }

    /** What it reads: what it says itself and what {@code parent_map} says, both. */
    private List<Stated<String>> parents(
            DbtKind kind, DbtObject object, Optional<Node> mapped, Optional<String> origin) {
        Map<String, Stated<String>> parents = new LinkedHashMap<>();
        Optional<DbtObject> depends =
                kind == DbtKind.SEED ? object.object("depends_on") : object.requiredObject("depends_on");
        if (depends.isPresent()) {
            if (kind != DbtKind.SEED) {
                depends.get().required("nodes");
            }
            Map<String, String> references = references(depends.get());
            for (Node.Text parent : depends.get().texts("nodes")) {
                Optional<String> written =
                        Optional.ofNullable(references.get(parent.text())).or(() -> origin);
                parents.putIfAbsent(parent.text(), new Stated<>(parent.text(), place(parent.at(), written)));
            }
        }
        if (mapped.isPresent() && !(mapped.get() instanceof Node.Null)) {
            if (!(mapped.get() instanceof Node.Items items)) {
                Values.wrongKind(mapped.get(), "parent_map", "lists", problems);
                return List.of();
            }
            for (Node item : items.items()) {
                if (item instanceof Node.Text parent) {
                    parents.putIfAbsent(parent.text(), new Stated<>(parent.text(), place(parent.at(), origin)));
                } else {
                    Values.wrongKind(item, "a parent", "text", problems);
                }
            }
        }
        return List.copyOf(parents.values());
    }

    /** Where in which file each parent is named, where dbt tells: {@code file:line:column} by the id of the parent. */
    private static Map<String, String> references(DbtObject depends) {
        Map<String, String> references = new LinkedHashMap<>();
        if (depends.members().get("nodes_with_ref_location").orElse(depends.members()) instanceof Node.Items items) {
            for (Node item : items.items()) {
                if (item instanceof Node.Items pair
                        && pair.items().size() == 2
                        && pair.items().get(0) instanceof Node.Text id
                        && pair.items().get(1) instanceof Node.Members at) {
                    reference(at).ifPresent(reference -> references.putIfAbsent(id.text(), reference));
                }
            }
        }
        return references;
    }

    private static Optional<String> reference(Node.Members at) {
        StringBuilder reference = new StringBuilder();
        for (String key : List.of("file", "line", "col")) {
            Optional<String> part = at.get(key).flatMap(DbtRule.Value::written);
            if (part.isPresent() && (reference.length() > 0 || key.equals("file"))) {
                reference.append(reference.length() == 0 ? "" : ":").append(part.get());
            }
        }
        return Optional.of(reference.toString()).filter(text -> !text.isEmpty());
    }
}
