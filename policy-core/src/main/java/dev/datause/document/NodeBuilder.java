package dev.datause.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds nodes from the tokens of a text, in their order and without recursion, whatever the format is. Refuses equal
 * keys and too many of them; depth and the lengths of texts are for the reader of the format to bound. Not thread-safe.
 *
 * <p>Short texts that come again are one string in memory: in a large document nearly every text is one of a few names.
 */
public final class NodeBuilder {
    private static final int SHORT = 32;
    private static final int CACHED = 1 << 10;
    /** So many texts are not worth remembering any. */
    private static final int FEW_TEXTS = 1 << 8;
    /** So many keys are compared one by one. */
    private static final int FEW_KEYS = 12;

    /** An object or list that has begun. Used again for the next one at the same depth. */
    private static final class Open {
        boolean object;
        Position at = Position.START;
        final List<Node> items = new ArrayList<>();
        final List<Node.Entry> entries = new ArrayList<>();
        /** Where keys stand, once there are more than a few. */
        final Map<String, Position> keys = new HashMap<>();

        @Nullable
        String key;

        Position keyAt = Position.START;

        void begin(boolean isObject, Position position) {
            object = isObject;
            at = position;
            key = null;
            items.clear();
            entries.clear();
            if (!keys.isEmpty()) {
                keys.clear();
            }
        }
    }

    private final Problems problems;
    private final Limits limits;
    private final List<Node> roots = new ArrayList<>(1);
    private Open[] open = {new Open(), new Open(), new Open(), new Open()};
    private int depth;
    private String[] cache = {};
    private int texts;

    /** A builder that adds what it refuses to the problems, and goes on. */
    public NodeBuilder(Problems problems, Limits limits) {
        this.problems = Objects.requireNonNull(problems, "problems");
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /** The values outside any object or list that are complete; empty while one is not. */
    public List<Node> roots() {
        return depth == 0 ? roots : List.of();
    }

    /** How many objects and lists have begun and not ended. */
    public int depth() {
        return depth;
    }

    /** Whether a key must come next: an object has begun, and no key of it waits for its value. */
    public boolean awaitsKey() {
        return depth > 0 && open[depth - 1].object && open[depth - 1].key == null;
    }

    /** Begins an object or a list. */
    public void begin(boolean object, Position at) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
            for (int i = depth; i < open.length; i++) {
                open[i] = new Open();
            }
        }
        open[depth++].begin(object, at);
    }

    /**
     * Ends the object or list that began last.
     *
     * @throws IllegalStateException if there is none, or a key of it waits for its value
     */
    public void end() {
        if (depth == 0 || open[depth - 1].key != null) {
            throw new IllegalStateException("nothing to end here");
        }
        Open ended = open[--depth];
        add(ended.object ? new Node.Members(ended.at, ended.entries) : new Node.Items(ended.at, ended.items));
    }

    /**
     * Adds a key, whose value comes next. One that stands in the object already, or is one too many, is a problem.
     *
     * @throws IllegalStateException if no key may come here
     */
    public void key(String key, Position at) {
        if (!awaitsKey()) {
            throw new IllegalStateException("no key may come here");
        }
        Open object = open[depth - 1];
        refuseEqual(object, key, at);
        object.key = key;
        object.keyAt = at;
    }

    /**
     * Adds a value.
     *
     * @throws IllegalStateException if a key must come first
     */
    public void add(Node node) {
        if (depth == 0) {
            roots.add(node);
            return;
        }
        Open in = open[depth - 1];
        if (!in.object) {
            in.items.add(node);
            return;
        }
        String key = in.key;
        if (key == null) {
            throw new IllegalStateException("a key must come first");
        }
        in.entries.add(new Node.Entry(key, in.keyAt, node));
        in.key = null;
    }

    private void refuseEqual(Open object, String key, Position at) {
        int count = object.entries.size();
        if (count == limits.keys()) {
            problems.add(DocumentCode.LIMIT, at, "more keys in one object than " + limits.keys() + " (limit keys)");
        }
        if (count < FEW_KEYS) {
            for (int i = 0; i < count; i++) {
                Node.Entry entry = object.entries.get(i);
                if (entry.key().equals(key)) {
                    equalKeys(key, entry.keyAt(), at);
                }
            }
            return;
        }
        if (object.keys.isEmpty()) {
            for (Node.Entry entry : object.entries) {
                object.keys.putIfAbsent(entry.key(), entry.keyAt());
            }
        }
        Position first = object.keys.putIfAbsent(key, at);
        if (first != null) {
            equalKeys(key, first, at);
        }
    }

    private void equalKeys(String key, Position first, Position second) {
        problems.add(
                DocumentCode.EQUAL_KEYS, second, "the key " + problems.shown(key) + " stands twice, first at " + first);
    }

    /** A text that is equal to this one: one of equal short texts, which mostly come again. */
    public String shared(String text) {
        if (text.length() > SHORT || few()) {
            return text;
        }
        int slot = slot(text.hashCode());
        String cached = cache[slot];
        if (text.equals(cached)) {
            return cached;
        }
        cache[slot] = text;
        return text;
    }

    /** The same of characters: a string is made only of those that have not come lately. */
    String shared(char[] chars, int from, int length) {
        if (length > SHORT || few()) {
            return new String(chars, from, length);
        }
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = slot(hash);
        String cached = cache[slot];
        if (cached != null && same(cached, chars, from, length)) {
            return cached;
        }
        String made = new String(chars, from, length);
        cache[slot] = made;
        return made;
    }

    private boolean few() {
        if (++texts < FEW_TEXTS) {
            return true;
        }
        if (cache.length == 0) {
            cache = new String[CACHED];
        }
        return false;
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 15) & (CACHED - 1);
    }

    private static boolean same(String cached, char[] chars, int from, int length) {
        if (cached.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (cached.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }
}
