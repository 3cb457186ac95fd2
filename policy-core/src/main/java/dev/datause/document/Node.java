package dev.datause.document;

import java.util.List;
import java.util.Optional;

/** A value of a document with its place: what JSON and YAML have in common. Numbers keep their written form. */
public sealed interface Node {
    /** Where the value begins. */
    Position at();

    /** What the value is, for messages: "an object", "a list", "text", "a number", "true or false", "null". */
    String kind();

    /**
     * A key and its value.
     *
     * @param key the key as written
     * @param keyAt where the key begins
     * @param value the value
     */
    record Entry(String key, Position keyAt, Node value) {}

    /**
     * An object; keys are unique and in written order.
     *
     * @param at where it begins
     * @param entries the entries in written order
     */
    record Members(Position at, List<Entry> entries) implements Node {
        /** Copies the entries. */
        public Members {
            entries = List.copyOf(entries);
        }

        /** The value of {@code key}, if present. Linear in the number of keys. */
        public Optional<Node> get(String key) {
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).key().equals(key)) {
                    return Optional.of(entries.get(i).value());
                }
            }
            return Optional.empty();
        }

        @Override
        public String kind() {
            return "an object";
        }
    }

    /**
     * A list.
     *
     * @param at where it begins
     * @param items the items in written order
     */
    record Items(Position at, List<Node> items) implements Node {
        /** Copies the items. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * Text.
     *
     * @param at where it begins
     * @param text the text, unescaped
     */
    record Text(Position at, String text) implements Node {
        @Override
        public String kind() {
            return "text";
        }
    }

    /**
     * A number, in its written form.
     *
     * @param at where it begins
     * @param written the number as written
     */
    record Num(Position at, String written) implements Node {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /**
     * True or false.
     *
     * @param at where it begins
     * @param value which of the two
     */
    record Bool(Position at, boolean value) implements Node {
        @Override
        public String kind() {
            return "true or false";
        }
    }

    /**
     * An explicit null, which no format of this library takes for a value.
     *
     * @param at where it stands
     */
    record Null(Position at) implements Node {
        @Override
        public String kind() {
            return "null";
        }
    }
}
