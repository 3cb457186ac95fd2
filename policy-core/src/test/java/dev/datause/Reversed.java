package dev.datause;

import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A document with every object and every list in reverse order. */
final class Reversed {
    private Reversed() {}

    static String text(String json) {
        return JsonDocument.write(node(JsonDocument.read("reversed", ExamplePolicy.bytes(json), Limits.STANDARD)
                .root()));
    }

    private static Node node(Node node) {
        if (node instanceof Node.Members members) {
            List<Node.Entry> entries = new ArrayList<>();
            members.entries().forEach(e -> entries.add(new Node.Entry(e.key(), e.keyAt(), node(e.value()))));
            Collections.reverse(entries);
            return new Node.Members(node.at(), entries);
        }
        if (node instanceof Node.Items items) {
            List<Node> reversed = new ArrayList<>();
            items.items().forEach(item -> reversed.add(node(item)));
            Collections.reverse(reversed);
            return new Node.Items(node.at(), reversed);
        }
        return node;
    }
}
