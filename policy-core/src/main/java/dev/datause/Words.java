package dev.datause;

import dev.datause.document.DocumentCode;
import dev.datause.document.Node;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of one kind that a policy defines, and what each stands for. Resolves references to them.
 *
 * @param <T> what a name stands for
 */
final class Words<T> {
    private static final class Word<T> {
        final T value;
        /** The last list in which the name was met: finds doubles without a set for each list. */
        int list;

        Word(T value) {
            this.value = value;
        }
    }

    private final String what;
    private final Map<String, Word<T>> words = new LinkedHashMap<>();
    private int lists;

    /** Without names so far; {@code what} is their kind for messages, such as {@code purpose}. */
    Words(String what) {
        this.what = what;
    }

    void add(String name, T value) {
        words.put(name, new Word<>(value));
    }

    /** What {@code name} stands for, if it is defined. */
    @Nullable
    T get(String name) {
        Word<T> word = words.get(name);
        return word == null ? null : word.value;
    }

    /** The names in the order in which they were added. */
    List<String> names() {
        return List.copyOf(words.keySet());
    }

    /** What the text at {@code node} stands for, or null after a problem. */
    @Nullable
    T resolve(Node node, Problems problems) {
        Word<T> word = word(node, problems);
        return word == null ? null : word.value;
    }

    private @Nullable Word<T> word(Node node, Problems problems) {
        if (!(node instanceof Node.Text text)) {
            Values.wrongKind(node, what, "text", problems);
            return null;
        }
        Word<T> word = words.get(text.text());
        if (word == null) {
            problems.addUnknown(DocumentCode.UNKNOWN_NAME, node.at(), "unknown " + what, text.text(), words.keySet());
        }
        return word;
    }

    /** What the texts stand for; those that are not defined, or stand there twice, are problems and left out. */
    List<T> resolve(List<Node> nodes, Problems problems) {
        int list = ++lists;
        List<T> resolved = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            Word<T> word = word(node, problems);
            if (word != null && word.list == list) {
                problems.add(DocumentCode.TWICE, node.at(), "the " + what + " stands twice in the list");
            } else if (word != null) {
                word.list = list;
                resolved.add(word.value);
            }
        }
        return resolved;
    }
}
