package dev.datause.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds nodes from tokens in the order of the text, without recursion. Refuses equal keys and too many of them.
 *
 * <p>Short texts that come again are one string in memory: in a large policy nearly every text is one of a few names.
 */
final class NodeBuilder {
    private static final int SHORT = 32;
    private static final int CACHED = 1 << 10;
    private static final int SMALL_DOCUMENT = 1 << 12;
    private static final int FEW_KEYS = 12;

    /** An object or list that has begun. Used again for the next one at the same depth. */
    private static final class Open {
        boolean object;
        Position at = Position.START;
        final List<Node> items = new ArrayList<>();
        final List<Node.Entry> entries = new ArrayList<>();
        final Map<String, Position> keys = new HashMap<>();
        String key = "";
        Position keyAt = Position.START;

        void begin(boolean isObject, Position position) {
            object = isObject;
            at = position;
            items.clear();
            entries.clear();
            if (!keys.isEmpty()) {
                keys.clear();
            }
        }
    }

    private final JsonGuard guard;
    private final Problems problems;
    private final Limits limits;
    private final String[] cache;
    private final List<Node> roots = new ArrayList<>(1);
    private Open[] open = {new Open(), new Open(), new Open(), new Open()};
    private int depth;
    private int line;

    NodeBuilder(JsonGuard guard, Problems problems, Limits limits, int length) {
        this.guard = guard;
        this.problems = problems;
        this.limits = limits;
        cache = new String[length < SMALL_DOCUMENT ? 0 : CACHED];
    }

    /** The values outside any object or list: of a JSON text exactly one. */
    List<Node> roots() {
        return depth == 0 ? roots : List.of();
    }

    void begin(boolean object, int offset) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
            for (int i = depth; i < open.length; i++) {
                open[i] = new Open();
            }
        }
        open[depth++].begin(object, place(offset));
    }

    void end() {
        Open ended = open[--depth];
        add(ended.object ? new Node.Members(ended.at, ended.entries) : new Node.Items(ended.at, ended.items));
    }

    void key(String key, int offset) {
        Open object = open[depth - 1];
        Position at = place(offset);
        refuseEqual(object, key, at);
        object.key = key;
        object.keyAt = at;
    }

    void text(char[] chars, int from, int length, int offset) {
        add(new Node.Text(place(offset), string(chars, from, length)));
    }

    void number(String written, int offset) {
        add(new Node.Num(place(offset), written));
    }

    void bool(boolean value, int offset) {
        add(new Node.Bool(place(offset), value));
    }

    void nothing(int offset) {
        add(new Node.Null(place(offset)));
    }

    private void add(Node node) {
        if (depth == 0) {
            roots.add(node);
            return;
        }
        Open in = open[depth - 1];
        if (in.object) {
            in.entries.add(new Node.Entry(in.key, in.keyAt, node));
        } else {
            in.items.add(node);
        }
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

    /** Offsets come in ascending order, so that the line is found by going on from the last one. */
    private Position place(int offset) {
        int[] starts = guard.lineStarts();
        int lines = guard.lines();
        while (line + 1 < lines && starts[line + 1] <= offset) {
            line++;
        }
        return new Position(guard.firstLine() + line, offset - starts[line] + 1);
    }

    private String string(char[] chars, int from, int length) {
        if (cache.length == 0 || length > SHORT) {
            return new String(chars, from, length);
        }
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = (hash ^ hash >>> 15) & (CACHED - 1);
        String cached = cache[slot];
        if (cached != null && same(cached, chars, from, length)) {
            return cached;
        }
        String made = new String(chars, from, length);
        cache[slot] = made;
        return made;
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
