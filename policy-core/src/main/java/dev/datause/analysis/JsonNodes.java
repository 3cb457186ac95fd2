package dev.datause.analysis;

import dev.datause.document.Node;
import dev.datause.document.Position;
import java.util.ArrayList;
import java.util.List;

/** Makes the nodes of a JSON report. */
final class JsonNodes {
    private final List<Node.Entry> entries = new ArrayList<>();

    static Node text(String text) {
        return new Node.Text(Position.START, text);
    }

    static Node number(long number) {
        return new Node.Num(Position.START, Long.toString(number));
    }

    static Node list(List<Node> items) {
        return new Node.Items(Position.START, items);
    }

    static Node texts(List<String> texts) {
        return list(texts.stream().map(JsonNodes::text).toList());
    }

    JsonNodes put(String key, Node value) {
        entries.add(new Node.Entry(key, Position.START, value));
        return this;
    }

    JsonNodes put(String key, String value) {
        return put(key, text(value));
    }

    JsonNodes putFilled(String key, List<String> texts) {
        return texts.isEmpty() ? this : put(key, texts(texts));
    }

    Node object() {
        return new Node.Members(Position.START, entries);
    }
}
