package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.Fields;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads this library's own manifests: format 1, as YAML ({@code .yaml}, {@code .yml}) or JSON ({@code .json}).
 *
 * <p>Strict, like every format of our own: what is not understood is refused, with every problem in one pass. Only names
 * that the policy may not have (purposes, recipients, categories, audiences) are taken as written; they are findings of
 * the check. Immutable and thread-safe.
 */
public final class ManifestReader implements MetadataReader {
    private static final int FORMAT = 1;
    private static final int LONGEST = 1_024;
    private static final List<String> YAML = List.of(".yaml", ".yml");

    /** A reader. */
    public ManifestReader() {}

    @Override
    public boolean reads(String name) {
        return isYaml(name) || name.endsWith(".json");
    }

    private static boolean isYaml(String name) {
        return YAML.stream().anyMatch(name::endsWith);
    }

    @Override
    public Metadata read(String name, byte[] bytes, Policy policy, Limits limits) {
        boolean yaml = isYaml(name);
        Document document = yaml ? YamlDocument.read(name, bytes, limits) : JsonDocument.read(name, bytes, limits);
        Problems problems = Problems.of(document);
        Placeholders.refuse(document.root(), problems);
        problems.throwIfAny();
        Metadata metadata = new Reading(document, policy, problems, yaml).manifest();
        problems.throwIfAny();
        return metadata;
    }

    /** One document being read. */
    private static final class Reading {
        private final Document document;
        private final Policy policy;
        private final Problems problems;
        private final boolean yaml;

        Reading(Document document, Policy policy, Problems problems, boolean yaml) {
            this.document = document;
            this.policy = policy;
            this.problems = problems;
            this.yaml = yaml;
        }

        Metadata manifest() {
            Fields fields = Fields.of(document, problems);
            format(fields);
            List<Dataset> datasets = new ArrayList<>();
            for (Node node : fields.optionalList("datasets")) {
                Fields.of(node, "a dataset", problems).ifPresent(dataset -> datasets.add(dataset(dataset)));
            }
            List<Step> steps = new ArrayList<>();
            for (Node node : fields.optionalList("pipelines")) {
                Fields.of(node, "a pipeline", problems).ifPresent(pipeline -> steps.add(pipeline(pipeline)));
            }
            fields.end();
            return new Metadata(document, datasets, steps, List.of());
        }

        private void format(Fields fields) {
            Optional<Node> node = fields.required("format");
            if (node.isPresent()) {
                OptionalInt format = Values.whole(node.get(), "format", 0, Integer.MAX_VALUE, problems);
                if (format.isPresent() && format.getAsInt() != FORMAT) {
                    problems.add(DocumentCode.FORMAT, node.get().at(), "format is " + FORMAT + " for this library");
                }
            }
        }

        private Dataset dataset(Fields fields) {
            Stated<String> name = name(fields, "name");
            List<Stated<Dataset.Content>> contents = contents(fields);
            Optional<Stated<Condition>> members = fields.optional("members").flatMap(node -> {
                Population.check(node, policy, problems);
                return condition(node);
            });
            Optional<Stated<Window>> collected = window(fields, "collected");
            fields.end();
            return new Dataset(name, Dataset.Origin.STATED, contents, List.of(), members, collected, List.of());
        }

        private List<Stated<Dataset.Content>> contents(Fields fields) {
            Optional<Node> none = fields.optional("noMemberData");
            if (none.isPresent()) {
                Values.text(none.get(), "noMemberData", problems);
                Optional<Node> both = fields.optional("categories");
                both.ifPresent(node -> problems.add(
                        DocumentCode.KEYS_TOGETHER,
                        node.at(),
                        "\"categories\" and \"noMemberData\" do not go together"));
                return List.of();
            }
            List<Stated<Dataset.Content>> contents = new ArrayList<>();
            Set<Dataset.Content> seen = new HashSet<>();
            for (Node node : fields.list("categories")) {
                Dataset.Content content = content(node);
                if (!seen.add(content)) {
                    problems.add(DocumentCode.TWICE, node.at(), "the same category stands twice");
                }
                contents.add(stated(content, node.at()));
            }
            return contents;
        }

        private Dataset.Content content(Node node) {
            if (!(node instanceof Node.Members)) {
                return new Dataset.Content(word(node, "a category"), Optional.empty());
            }
            Fields fields = Fields.of(node, "a category", problems).orElseThrow();
            String category =
                    fields.required("category").map(n -> word(n, "category")).orElse("");
            Optional<String> audience = fields.optional("audience").map(n -> word(n, "audience"));
            fields.end();
            return new Dataset.Content(category, audience);
        }

        private Step pipeline(Fields fields) {
            Stated<String> name = name(fields, "name");
            List<Stated<String>> purposes = purposes(fields.optional("purpose"));
            Stated<String> recipient = fields.required("recipient")
                    .map(node -> stated(word(node, "recipient"), node.at()))
                    .orElseGet(() -> stated("", fields.at()));
            List<Stated<Port>> inputs = inputs(fields.optional("inputs"));
            List<Stated<Condition>> guards = fields.optionalList("guards").stream()
                    .flatMap(node -> condition(node).stream())
                    .toList();
            Optional<Stated<Step.PolicyCall>> call = fields.optional("guard").flatMap(this::call);
            Optional<Stated<Window>> runs = window(fields, "runs");
            fields.end();
            return new Step(
                    name,
                    true,
                    purposes,
                    Optional.of(recipient),
                    inputs,
                    List.of(),
                    List.of(),
                    guards,
                    call,
                    List.of(),
                    runs);
        }

        /** One purpose or a list of them; an empty list is no purpose, which is a finding and not a problem of the format. */
        private List<Stated<String>> purposes(Optional<Node> node) {
            if (node.isEmpty()) {
                return List.of();
            }
            List<Node> nodes = node.get() instanceof Node.Items items ? items.items() : List.of(node.get());
            return distinct(nodes, "purpose", n -> word(n, "purpose"));
        }

        private List<Stated<Port>> inputs(Optional<Node> node) {
            if (node.isEmpty()) {
                return List.of();
            }
            if (!(node.get() instanceof Node.Items items)) {
                Values.wrongKind(node.get(), "inputs", "a list", problems);
                return List.of();
            }
            return distinct(items.items(), "input", n -> name(n, "an input")).stream()
                    .map(name -> new Stated<>(Port.of(name.value()), name.at()))
                    .toList();
        }

        /** How one node is read. */
        private interface Reader {
            String read(Node node);
        }

        private List<Stated<String>> distinct(List<Node> nodes, String what, Reader reader) {
            List<Stated<String>> read = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Node node : nodes) {
                String value = reader.read(node);
                if (!value.isEmpty() && !seen.add(value)) {
                    problems.add(DocumentCode.TWICE, node.at(), "the same " + what + " stands twice");
                }
                read.add(stated(value, node.at()));
            }
            return read;
        }

        private Optional<Stated<Step.PolicyCall>> call(Node node) {
            Optional<Fields> fields = Fields.of(node, "guard", problems);
            if (fields.isEmpty()) {
                return Optional.empty();
            }
            String called =
                    fields.get().required("policy").map(n -> word(n, "policy")).orElse("");
            String reading = fields.get()
                    .required("reading")
                    .map(n -> word(n, "reading"))
                    .orElse("");
            fields.get().end();
            return Optional.of(stated(new Step.PolicyCall(called, reading, Optional.empty()), node.at()));
        }

        private Optional<Stated<Window>> window(Fields outer, String key) {
            Optional<Fields> fields = outer.optionalObject(key);
            if (fields.isEmpty()) {
                return Optional.empty();
            }
            int before = problems.count();
            Optional<LocalDate> from =
                    key.equals("runs") ? fields.get().day("from") : fields.get().optionalDay("from");
            Optional<LocalDate> until = fields.get().optionalDay("until");
            fields.get().end();
            Position at = fields.get().at();
            if (problems.count() > before) {
                return Optional.empty();
            }
            if (from.isEmpty() && until.isEmpty()) {
                problems.add(DocumentCode.EMPTY, at, key + " has neither \"from\" nor \"until\"");
            } else if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
                problems.add(DocumentCode.DAYS_REVERSED, at, key + " ends before it begins");
            } else {
                return Optional.of(stated(new Window(from, until), at));
            }
            return Optional.empty();
        }

        private Optional<Stated<Condition>> condition(Node node) {
            return PolicyJson.condition(node, policy, problems).map(condition -> stated(condition, node.at()));
        }

        private Stated<String> name(Fields fields, String key) {
            Optional<Node> node = fields.required(key);
            return node.isPresent() ? stated(name(node.get(), key), node.get().at()) : stated("", fields.at());
        }

        /** A name of our own world: text, or in YAML a plain number, which is then text as written. */
        private String name(Node node, String what) {
            Node text = yaml && node instanceof Node.Num number ? new Node.Text(node.at(), number.written()) : node;
            return Values.text(text, what, LONGEST, problems);
        }

        /** A word that should be one of the policy's: text as written, so that the check can say what was meant. */
        private String word(Node node, String what) {
            if (!(node instanceof Node.Text text)) {
                Values.wrongKind(node, what, "text", problems);
                return "";
            }
            if (text.text().isEmpty()) {
                problems.add(DocumentCode.EMPTY, node.at(), what + " is empty");
            } else if (text.text().length() > LONGEST) {
                problems.add(DocumentCode.TOO_LONG, node.at(), what + " has more than " + LONGEST + " characters");
                return "";
            }
            return text.text();
        }

        private <T> Stated<T> stated(T value, Position at) {
            return new Stated<>(value, new Location(document.name(), at));
        }
    }
}
