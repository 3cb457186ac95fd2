package dev.datause;

import dev.datause.document.Node;
import dev.datause.document.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the nodes of a document that is to be written; their place is its beginning. */
final class Nodes {
    private final List<Node.Entry> entries = new ArrayList<>();

    static Node text(String text) {
        return new Node.Text(Position.START, text);
    }

    static Node number(int number) {
        return new Node.Num(Position.START, Integer.toString(number));
    }

    static Node list(List<Node> items) {
        return new Node.Items(Position.START, items);
    }

    static Node texts(List<?> values) {
        List<Node> items = new ArrayList<>(values.size());
        for (Object value : values) {
            items.add(text(value.toString()));
        }
        return list(items);
    }

    /** One value by itself, several as a list. */
    static Node oneOrMany(List<?> values) {
        return values.size() == 1 ? text(values.get(0).toString()) : texts(values);
    }

    Nodes put(String key, Node value) {
        entries.add(new Node.Entry(key, Position.START, value));
        return this;
    }

    Nodes put(String key, String value) {
        return put(key, text(value));
    }

    /** Adds a value that may be missing. */
    Nodes putPresent(String key, Optional<?> value) {
        value.ifPresent(present -> put(key, present.toString()));
        return this;
    }

    /** Adds a list, or an object, unless it is empty. */
    Nodes putFilled(String key, Node value) {
        boolean empty = value instanceof Node.Items list
                ? list.items().isEmpty()
                : value instanceof Node.Members members && members.entries().isEmpty();
        return empty ? this : put(key, value);
    }

    Node object() {
        return new Node.Members(Position.START, entries);
    }
}
