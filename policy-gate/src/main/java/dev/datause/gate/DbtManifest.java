package dev.datause.gate;

import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.Node;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A dbt manifest as far as data flows are concerned. Read tolerantly, dbt's own schemas refuse what dbt writes: keys that
 * matter are of the right kind, things that could hold or use data are of a known kind, and everything else is left aside
 * by rule, and listed.
 *
 * @param project the name of the project, if the manifest states it
 * @param generated when the manifest was made, if it states it
 * @param nodes everything that holds, makes or uses data, by unique id, in written order
 * @param files the files in which anything was written, what was left aside included
 * @param ignored what was left aside by rule
 */
record DbtManifest(
        Optional<String> project,
        Optional<Stated<String>> generated,
        Map<String, DbtNode> nodes,
        Set<String> files,
        List<Stated<String>> ignored) {
    private static final Pattern SCHEMA =
            Pattern.compile("https://schemas\\.getdbt\\.com/dbt/manifest/v([0-9]{1,3})\\.json");
    private static final int OLDEST = 2;
    private static final int NEWEST = 12;
    /** What dbt 2.0 called its manifests before it went back to 12. */
    private static final int BETA = 20;

    private static final String SUPPORTED = "v2 to v12 and v20 are read";
    /** Kinds of nodes that hold no data that anything could read. */
    private static final Set<String> ASIDE =
            Set.of("test", "analysis", "operation", "sql operation", "sql_operation", "rpc", "unit_test", "fixture");
    /** Collections that hold no data; their members are listed. */
    private static final List<String> COLLECTIONS_ASIDE =
            List.of("macros", "docs", "groups", "selectors", "unit_tests");
    /** Keys that repeat or describe what stands elsewhere. */
    private static final Set<String> DESCRIBING =
            Set.of("metadata", "parent_map", "child_map", "group_map", "disabled", "files");

    /** Reads a manifest; where a problem was added, what is returned must be thrown away. */
    static DbtManifest read(Document document, Problems problems) {
        if (!(document.root() instanceof Node.Members members)) {
            problems.add(
                    DocumentCode.NO_OBJECT,
                    document.root().at(),
                    "the document is an object, not " + document.root().kind());
            throw problems.exception();
        }
        return new Reading(document, new DbtObject(members, problems), problems).manifest();
    }

    /** One manifest being read. */
    private static final class Reading {
        private final Document document;
        private final DbtObject root;
        private final Problems problems;
        private final Map<String, DbtNode> nodes = new LinkedHashMap<>();
        private final Map<String, Node> parents = new LinkedHashMap<>();
        private final Set<String> files = new HashSet<>();
        private final List<Stated<String>> ignored = new ArrayList<>();

        Reading(Document document, DbtObject root, Problems problems) {
            this.document = document;
            this.root = root;
            this.problems = problems;
        }

        DbtManifest manifest() {
            // Without a version nothing else has a meaning.
            DbtObject metadata = root.requiredObject("metadata").orElseThrow(problems::exception);
            version(metadata);
            Optional<Stated<String>> generated = metadata.text("generated_at")
                    .map(text -> new Stated<>(text.text(), new Location(document.name(), text.at())));
            Optional<String> project = metadata.text("project_name").map(Node.Text::text);
            for (Node.Entry entry : root.entries("parent_map")) {
                parents.put(entry.key(), entry.value());
            }
            for (String collection : List.of("nodes", "sources", "exposures")) {
                root.requiredObject(collection);
            }
            for (Node.Entry entry : root.members().entries()) {
                collection(entry);
            }
            orphans();
            return new DbtManifest(project, generated, nodes, files, ignored);
        }

        private void version(DbtObject metadata) {
            Optional<Node> schema = metadata.required("dbt_schema_version");
            if (schema.isEmpty()) {
                return;
            }
            String text = schema.get() instanceof Node.Text written ? written.text() : "";
            Matcher matcher = SCHEMA.matcher(text);
            int version = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
            if (version != BETA && (version < OLDEST || version > NEWEST)) {
                problems.add(
                        DocumentCode.FORMAT,
                        schema.get().at(),
                        "the schema version " + problems.shown(text) + " is none of those that are read",
                        SUPPORTED);
            }
        }

        private void collection(Node.Entry entry) {
            String key = entry.key();
            if (DESCRIBING.contains(key)) {
                if (key.equals("disabled")) {
                    disabled(entry.value());
                }
                return;
            }
            if (entry.value() instanceof Node.Null) {
                return;
            }
            Set<String> kinds =
                    Set.of("nodes", "sources", "metrics", "semantic_models", "saved_queries", "functions", "exposures");
            if (kinds.contains(key)) {
                if (entry.value() instanceof Node.Members things) {
                    things.entries().forEach(thing -> thing(key, thing));
                } else {
                    Values.wrongKind(entry.value(), key, "an object", problems);
                }
            } else if (COLLECTIONS_ASIDE.contains(key)) {
                if (entry.value() instanceof Node.Members things) {
                    things.entries().forEach(thing -> aside(singular(key) + " " + thing.key(), thing));
                }
            } else {
                unknown(entry);
            }
        }

        private static String singular(String collection) {
            return collection.substring(0, collection.length() - 1);
        }

        private void aside(String what, Node.Entry entry) {
            ignored.add(new Stated<>(what, new Location(document.name(), entry.keyAt())));
        }

        private void disabled(Node disabled) {
            if (disabled instanceof Node.Members members) {
                for (Node.Entry entry : members.entries()) {
                    aside("disabled " + entry.key(), entry);
                    if (entry.value() instanceof Node.Items versions) {
                        versions.items().forEach(this::file);
                    }
                }
            } else if (disabled instanceof Node.Items items) {
                for (Node item : items.items()) {
                    file(item);
                    String id =
                            item instanceof Node.Members one ? new DbtObject(one, problems).shortText("unique_id") : "";
                    aside("disabled " + id, new Node.Entry("", item.at(), item));
                }
            }
        }

        /** A collection that no version has had so far: left aside only where nothing in it takes part in flows. */
        private void unknown(Node.Entry entry) {
            if (things(entry.value()).anyMatch(Reading::flows)) {
                problems.add(
                        DocumentCode.NOT_A_CHOICE,
                        entry.keyAt(),
                        "the collection " + problems.shown(entry.key())
                                + " is not known, and what it holds may use data");
            } else {
                aside("key " + entry.key(), entry);
            }
        }

        private static Stream<Node> things(Node collection) {
            if (collection instanceof Node.Items items) {
                return items.items().stream();
            }
            return collection instanceof Node.Members members
                    ? members.entries().stream().map(Node.Entry::value)
                    : Stream.empty();
        }

        private static boolean flows(Node thing) {
            return thing instanceof Node.Members one
                    && Stream.of("depends_on", "resource_type", "unique_id")
                            .anyMatch(key -> one.get(key).isPresent());
        }

        private void file(Node thing) {
            if (thing instanceof Node.Members members) {
                files.add(new DbtObject(members, problems).shortText("original_file_path"));
            }
        }

        private void thing(String collection, Node.Entry entry) {
            file(entry.value());
            Optional<DbtObject> object = DbtObject.of(entry.value(), problems.shown(entry.key()), problems);
            if (object.isEmpty()) {
                return;
            }
            Optional<DbtKind> kind = kind(collection, entry, object.get());
            if (kind.isEmpty()) {
                return;
            }
            Optional<Node.Text> id = object.get().text("unique_id");
            if (id.isPresent() && !id.get().text().equals(entry.key())) {
                problems.add(
                        DocumentCode.NOT_A_CHOICE,
                        id.get().at(),
                        "unique_id " + problems.shown(id.get().text()) + " stands under "
                                + problems.shown(entry.key()));
            }
            if (!enabled(object.get())) {
                aside("disabled " + entry.key(), entry);
                return;
            }
            Optional<Node> reads = Optional.ofNullable(parents.get(entry.key()));
            DbtNode node = new DbtNodeReader(document, problems).read(kind.get(), entry, object.get(), reads);
            if (nodes.putIfAbsent(entry.key(), node) != null) {
                problems.add(
                        DocumentCode.SAME_NAME,
                        entry.keyAt(),
                        problems.shown(entry.key()) + " stands in two collections");
            }
        }

        private Optional<DbtKind> kind(String collection, Node.Entry entry, DbtObject object) {
            Optional<Node.Text> type = object.text("resource_type");
            if (collection.equals("nodes")) {
                if (type.isEmpty()) {
                    object.required("resource_type");
                    return Optional.empty();
                }
                String word = type.get().text();
                if (ASIDE.contains(word)) {
                    aside(word + " " + entry.key(), entry);
                    return Optional.empty();
                }
            }
            Optional<DbtKind> ofCollection = Optional.empty();
            for (DbtKind kind : DbtKind.values()) {
                boolean said = type.map(text -> text.text().equals(kind.word())).orElse(true);
                if (kind.collection().equals(collection) && said) {
                    ofCollection = Optional.of(kind);
                }
            }
            if (ofCollection.isEmpty()) {
                Node.Text unknown = type.orElseThrow();
                problems.addUnknown(
                        DocumentCode.NOT_A_CHOICE,
                        unknown.at(),
                        "this resource_type is not known in " + collection + ":",
                        unknown.text(),
                        DbtKind.words());
            }
            return ofCollection;
        }

        private static boolean enabled(DbtObject object) {
            return object.members()
                    .get("config")
                    .filter(Node.Members.class::isInstance)
                    .flatMap(config -> ((Node.Members) config).get("enabled"))
                    .map(enabled -> !(enabled instanceof Node.Bool bool) || bool.value())
                    .orElse(true);
        }

        /** What has parents and stands nowhere else: a use that the manifest has lost would not be checked. */
        private void orphans() {
            Set<String> left = Set.of("test", "unit_test", "analysis", "operation", "sql_operation", "rpc");
            Set<String> listed = new HashSet<>();
            ignored.forEach(one -> listed.add(one.value().substring(one.value().indexOf(' ') + 1)));
            for (Node.Entry entry : root.entries("parent_map")) {
                int dot = entry.key().indexOf('.');
                String word = dot < 0 ? entry.key() : entry.key().substring(0, dot);
                boolean found = nodes.containsKey(entry.key()) || listed.contains(entry.key());
                if (!found && !left.contains(word)) {
                    problems.add(
                            DocumentCode.UNKNOWN_NAME,
                            entry.keyAt(),
                            problems.shown(entry.key()) + " has parents, and the manifest does not say what it is");
                } else if (!found) {
                    aside(word + " " + entry.key(), entry);
                }
            }
        }
    }
}
