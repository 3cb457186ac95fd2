package dev.datause.gate;

import dev.datause.document.DocumentCode;
import dev.datause.document.Node;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object that another tool wrote, read tolerantly: keys that nobody asks for are left alone, and null is as good as
 * not there. But what is asked for is of the kind that is asked for, or it is a problem.
 *
 * @param members the object
 * @param problems takes what is wrong
 */
record DbtObject(Node.Members members, Problems problems) {
    /** The value of a key, unless it is null. */
    Optional<Node> get(String key) {
        return members.get(key).filter(value -> !(value instanceof Node.Null));
    }

    /** The value of a key that must be there. */
    Optional<Node> required(String key) {
        Optional<Node> value = get(key);
        if (value.isEmpty()) {
            problems.add(DocumentCode.MISSING_KEY, members.at(), "the key \"" + key + "\" is missing");
        }
        return value;
    }

    /** An object, if it is there. */
    Optional<DbtObject> object(String key) {
        Optional<Node> value = get(key);
        return value.isPresent() ? of(value.get(), key, problems) : Optional.empty();
    }

    /** An object that must be there. */
    Optional<DbtObject> requiredObject(String key) {
        Optional<Node> value = required(key);
        return value.isPresent() ? of(value.get(), key, problems) : Optional.empty();
    }

    /** The object that a value is, or a problem. */
    static Optional<DbtObject> of(Node node, String what, Problems problems) {
        if (node instanceof Node.Members members) {
            return Optional.of(new DbtObject(members, problems));
        }
        Values.wrongKind(node, what, "an object", problems);
        return Optional.empty();
    }

    /** The entries of an object, if it is there. */
    List<Node.Entry> entries(String key) {
        Optional<DbtObject> object = object(key);
        return object.isPresent() ? object.get().members().entries() : List.of();
    }

    /** Text, if it is there. */
    Optional<Node.Text> text(String key) {
        Optional<Node> value = get(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Node.Text text) {
            return Optional.of(text);
        }
        Values.wrongKind(value.get(), key, "text", problems);
        return Optional.empty();
    }

    /** Text that is fit to be shown, or empty text. */
    String shortText(String key) {
        return members.get(key)
                .filter(Node.Text.class::isInstance)
                .map(node -> ((Node.Text) node).text())
                .orElse("");
    }

    /** A list of texts, or one text that stands for such a list; none where it is not there. */
    List<Node.Text> texts(String key) {
        Optional<Node> value = get(key);
        if (value.isEmpty()) {
            return List.of();
        }
        List<Node> items = value.get() instanceof Node.Items list ? list.items() : List.of(value.get());
        List<Node.Text> texts = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof Node.Text text) {
                texts.add(text);
            } else {
                Values.wrongKind(item, key, "text", problems);
            }
        }
        return texts;
    }
}
