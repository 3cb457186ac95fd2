package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.document.DocumentCode;
import dev.datause.document.Fields;
import dev.datause.document.Node;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the datasets of a manifest. */
final class DatasetReader {
    private static final List<String> OF_SOURCES = List.of("categories", "noMemberData", "members", "collected");

    private final Written written;
    private final Problems problems;

    DatasetReader(Written written, Problems problems) {
        this.written = written;
        this.problems = problems;
    }

    Dataset dataset(Fields fields) {
        Stated<String> name = written.name(fields, "name");
        Optional<Node> derived = fields.optional("derived");
        Optional<Node> none = fields.optional("noMemberData");
        List<Node> listed = fields.optionalList("fields");
        List<Dataset.Field> inside = fields(listed, derived.isEmpty() && none.isEmpty());
        boolean inFields = inside.stream().anyMatch(field -> !field.contents().isEmpty());
        Dataset.Origin origin = derived.isPresent() ? Dataset.Origin.DERIVED : Dataset.Origin.STATED;
        List<Stated<Dataset.Content>> contents = List.of();
        if (derived.isPresent()) {
            derived(fields, derived.get());
        } else if (none.isPresent()) {
            Values.text(none.get(), "noMemberData", problems);
            notTogether(fields.optional("categories"), "categories", "noMemberData");
            if (inFields) {
                notTogether(none, "noMemberData", "categories of a field");
            }
        } else {
            contents = contents(inside.isEmpty() ? fields.list("categories") : fields.optionalList("categories"));
            if (contents.isEmpty()) {
                everyFieldSays(listed);
            }
        }
        Optional<Stated<Condition>> members = fields.optional("members").flatMap(written::population);
        Optional<Stated<Window>> collected = written.window(fields, "collected");
        List<Stated<Tag>> uses = written.tags(fields);
        fields.end();
        return new Dataset(name, origin, contents, inside, members, collected, uses);
    }

    /** What comes from steps is described where it comes from. */
    private void derived(Fields fields, Node derived) {
        if (!(derived instanceof Node.Bool bool) || !bool.value()) {
            problems.add(DocumentCode.NOT_A_CHOICE, derived.at(), "derived is true or not there");
        }
        for (String key : OF_SOURCES) {
            notTogether(fields.optional(key), key, "derived");
        }
    }

    private void notTogether(Optional<Node> node, String key, String other) {
        node.ifPresent(there -> problems.add(
                DocumentCode.KEYS_TOGETHER, there.at(), "\"" + key + "\" and \"" + other + "\" do not go together"));
    }

    private List<Dataset.Field> fields(List<Node> nodes, boolean mayHold) {
        List<Dataset.Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            Optional<Fields> field = Fields.of(node, "a field", problems);
            if (field.isEmpty()) {
                continue;
            }
            Stated<String> name = written.name(field.get(), "name");
            if (!name.value().isEmpty() && !names.add(name.value())) {
                problems.add(DocumentCode.TWICE, name.at().at(), "the same field stands twice");
            }
            Optional<Node> none = field.get().optional("noMemberData");
            none.ifPresent(text -> Values.text(text, "noMemberData", problems));
            List<Stated<Dataset.Content>> contents = contents(field.get().optionalList("categories"));
            if (!contents.isEmpty()) {
                notTogether(none, "noMemberData", "categories");
            }
            if (!mayHold && !contents.isEmpty()) {
                problems.add(
                        DocumentCode.KEYS_TOGETHER,
                        node.at(),
                        "a field has \"categories\", and the dataset says that it holds nothing by itself");
            }
            List<Stated<Tag>> uses = written.tags(field.get());
            field.get().end();
            fields.add(new Dataset.Field(name, contents, uses));
        }
        return fields;
    }

    /** Where the dataset as a whole does not say what it holds, each of its fields must. */
    private void everyFieldSays(List<Node> fields) {
        for (Node field : fields) {
            if (field instanceof Node.Members members
                    && members.get("categories").isEmpty()
                    && members.get("noMemberData").isEmpty()) {
                problems.add(
                        DocumentCode.MISSING_KEY,
                        field.at(),
                        "neither the dataset nor this field says what it holds: \"categories\" or \"noMemberData\"");
            }
        }
    }

    private List<Stated<Dataset.Content>> contents(List<Node> nodes) {
        return written.distinct(nodes, "category", this::content);
    }

    private Dataset.Content content(Node node) {
        if (!(node instanceof Node.Members)) {
            return new Dataset.Content(written.word(node, "a category"), Optional.empty());
        }
        Fields fields = Fields.of(node, "a category", problems).orElseThrow();
        String category = fields.required("category")
                .map(n -> written.word(n, "category"))
                .orElse("");
        Optional<String> audience = fields.optional("audience").map(n -> written.word(n, "audience"));
        fields.end();
        return new Dataset.Content(category, audience);
    }
}
