package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.Fields;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The small things that a manifest says: names, words, ports, days, conditions, each with its place. */
final class Written {
    private static final int LONGEST = 1_024;

    private final Document document;
    private final Policy policy;
    private final Problems problems;
    private final boolean yaml;
    private final Function<Node, Optional<Condition>> conditions;

    Written(Document document, Policy policy, Problems problems, boolean yaml) {
        this.document = document;
        this.policy = policy;
        this.problems = problems;
        this.yaml = yaml;
        conditions = PolicyJson.conditions(policy, problems);
    }

    <T> Stated<T> stated(T value, Position at) {
        return new Stated<>(value, new Location(document.name(), at));
    }

    Stated<String> name(Fields fields, String key) {
        Optional<Node> node = fields.required(key);
        return node.isPresent() ? stated(name(node.get(), key), node.get().at()) : stated("", fields.at());
    }

    /** A name of our own world: text, or in YAML a plain number, which is then text as written. */
    String name(Node node, String what) {
        Node text = yaml && node instanceof Node.Num number ? new Node.Text(node.at(), number.written()) : node;
        return Values.text(text, what, LONGEST, problems);
    }

    /** A word that should be one of the policy's: text as written, so that the check can say what was meant. */
    String word(Node node, String what) {
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

    /** A word at a key, if it is there. */
    Optional<Stated<String>> optionalWord(Fields fields, String key) {
        return fields.optional(key).map(node -> stated(word(node, key), node.at()));
    }

    /** One word or a list of them, each once; a list may be empty. */
    List<Stated<String>> words(Optional<Node> node, String what) {
        if (node.isEmpty()) {
            return List.of();
        }
        List<Node> nodes = node.get() instanceof Node.Items items ? items.items() : List.of(node.get());
        return distinct(nodes, what, n -> word(n, what));
    }

    /** What nodes say, each once; what was refused is empty text and may stand there more than once. */
    <T> List<Stated<T>> distinct(List<Node> nodes, String what, Function<Node, T> reader) {
        if (nodes.size() == 1) {
            Node only = nodes.get(0);
            return List.of(stated(reader.apply(only), only.at()));
        }
        List<Stated<T>> read = new ArrayList<>(nodes.size());
        Set<T> seen = new HashSet<>();
        for (Node node : nodes) {
            int before = problems.count();
            T value = reader.apply(node);
            if (problems.count() == before && !seen.add(value)) {
                problems.add(DocumentCode.TWICE, node.at(), "the same " + what + " stands twice");
            }
            read.add(stated(value, node.at()));
        }
        return read;
    }

    /** A list at a key, which may be empty; none where it is not there. */
    List<Node> items(Fields fields, String key) {
        Optional<Node> node = fields.optional(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Node.Items items) {
            return items.items();
        }
        Values.wrongKind(node.get(), key, "a list", problems);
        return List.of();
    }

    /** The name of a dataset, or an object that names a field of one. */
    Port port(Node node) {
        if (!(node instanceof Node.Members)) {
            return Port.of(name(node, "a dataset"));
        }
        Optional<Fields> fields = Fields.of(node, "a field", problems);
        String dataset = fields.map(of -> name(of, "dataset").value()).orElse("");
        String field = fields.map(of -> name(of, "field").value()).orElse("");
        fields.ifPresent(Fields::end);
        return new Port(dataset, Optional.of(field));
    }

    List<Stated<Port>> ports(Fields fields, String key) {
        return distinct(
                items(fields, key), key.equals("from") ? "input" : key.substring(0, key.length() - 1), this::port);
    }

    /** For what and whom something is used: one purpose or a list, and by whom all of them. */
    List<Stated<Tag>> tags(Fields fields) {
        Optional<Node> node = fields.optional("purpose");
        List<Stated<String>> purposes = words(node, "purpose");
        Optional<Stated<String>> recipient = optionalWord(fields, "recipient");
        if (node.isPresent() && purposes.isEmpty()) {
            problems.add(DocumentCode.EMPTY, node.get().at(), "purpose names none; leave it out or name one");
        }
        if (node.isEmpty() && recipient.isPresent()) {
            problems.add(
                    DocumentCode.MISSING_KEY,
                    recipient.get().at().at(),
                    "\"recipient\" says by whom, and no \"purpose\" says what for");
        }
        List<Stated<Tag>> tags = new ArrayList<>(purposes.size());
        purposes.forEach(purpose -> tags.add(new Stated<>(new Tag(purpose.value(), recipient), purpose.at())));
        return tags;
    }

    Optional<Stated<Window>> window(Fields outer, String key) {
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

    Optional<Stated<Condition>> condition(Node node) {
        return conditions.apply(node).map(condition -> stated(condition, node.at()));
    }

    /** A condition on facts about members alone. */
    Optional<Stated<Condition>> population(Node node) {
        Population.check(node, policy, problems);
        return condition(node);
    }
}
