package dev.datause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names that use each other: finds circles, and an order in which each name comes after those it uses. No recursion. */
final class NameGraph {
    private static final int ON_PATH = -1;

    private final Map<String, List<String>> uses = new LinkedHashMap<>();
    private final Map<String, Integer> heights = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<List<String>> circles = new ArrayList<>();

    /** Adds a name and the names it uses. Names that are used and never added use nothing. */
    void add(String name, List<String> used) {
        uses.put(name, used);
    }

    /** Walks the graph; once, after the last {@link #add}. Linear in names and uses. */
    NameGraph walked() {
        for (String name : uses.keySet()) {
            if (!heights.containsKey(name)) {
                walk(name);
            }
        }
        return this;
    }

    private void walk(String start) {
        List<String> path = new ArrayList<>();
        List<Integer> next = new ArrayList<>();
        path.add(start);
        next.add(0);
        heights.put(start, ON_PATH);
        while (!path.isEmpty()) {
            int top = path.size() - 1;
            String name = path.get(top);
            List<String> used = uses.getOrDefault(name, List.of());
            int index = next.get(top);
            if (index == used.size()) {
                leave(name, used);
                path.remove(top);
                next.remove(top);
            } else {
                next.set(top, index + 1);
                String other = used.get(index);
                Integer height = heights.get(other);
                if (height == null) {
                    heights.put(other, ON_PATH);
                    path.add(other);
                    next.add(0);
                } else if (height == ON_PATH) {
                    circles.add(List.copyOf(path.subList(path.lastIndexOf(other), path.size())));
                }
            }
        }
    }

    private void leave(String name, List<String> used) {
        int height = 0;
        for (String other : used) {
            height = Math.max(height, heights.getOrDefault(other, 0));
        }
        heights.put(name, height + 1);
        order.add(name);
    }

    /** Circles, each as the names on it in the order of use. Every name on any circle is reachable from one of these. */
    List<List<String>> circles() {
        return circles;
    }

    /** The names, each after those that it uses; of a graph without circles. */
    List<String> order() {
        return order;
    }

    /** How many names stand on the longest way down from this one, itself included. */
    int height(String name) {
        return heights.getOrDefault(name, 0);
    }
}
