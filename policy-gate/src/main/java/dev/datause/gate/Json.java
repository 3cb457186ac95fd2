package dev.datause.gate;

import dev.datause.document.JsonDocument;
import dev.datause.document.Node;
import dev.datause.document.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes nodes of documents that are written and not read. Any text goes in: it is escaped when it is written. */
final class Json {
    private Json() {}

    /** An entry of an object, or none. */
    record Part(Optional<Node.Entry> entry) {}

    private static final Part NOTHING = new Part(Optional.empty());

    /** An object of the entries that are there. */
    static Node.Members object(Part... parts) {
        return new Node.Members(
                Position.START,
                Stream.of(parts).flatMap(part -> part.entry().stream()).toList());
    }

    static Part entry(String key, Node value) {
        return new Part(Optional.of(new Node.Entry(key, Position.START, value)));
    }

    static Part entry(String key, String value) {
        return entry(key, text(value));
    }

    static Part entry(String key, int value) {
        return entry(key, number(value));
    }

    static Part entry(String key, boolean value) {
        return entry(key, new Node.Bool(Position.START, value));
    }

    /** An entry where there is a value. */
    static Part entry(String key, Optional<String> value) {
        return value.map(one -> entry(key, one)).orElse(NOTHING);
    }

    /** An entry where the list is not empty. */
    static Part filled(String key, Node.Items value) {
        return value.items().isEmpty() ? NOTHING : entry(key, value);
    }

    /** A list, each made of one of these. */
    static <T> Node.Items list(Collection<T> all, Function<T, ? extends Node> node) {
        List<Node> nodes = new ArrayList<>();
        all.forEach(one -> nodes.add(node.apply(one)));
        return new Node.Items(Position.START, nodes);
    }

    static Node.Members members(List<Node.Entry> entries) {
        return new Node.Members(Position.START, entries);
    }

    /** No entry. */
    static Part nothing() {
        return NOTHING;
    }

    static Node text(String text) {
        return new Node.Text(Position.START, text);
    }

    static Node number(int number) {
        return new Node.Num(Position.START, Integer.toString(number));
    }

    /**
     * The file: JSON for people and version control. What a screen would not show as itself is written as an escape, which
     * means the same.
     */
    static byte[] bytes(Node node) {
        String json = JsonDocument.write(node);
        StringBuilder out = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); ) {
            int c = json.codePointAt(i);
            i += Character.charCount(c);
            if (c < 127 || shows(c)) {
                out.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    String hex = Integer.toHexString(unit);
                    out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
                }
            }
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean shows(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
