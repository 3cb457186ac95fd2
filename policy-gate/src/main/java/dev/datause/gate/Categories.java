package dev.datause.gate;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.graph.Traverser;
import dev.datause.Category;
import dev.datause.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The categories of a policy and what lies below each. */
final class Categories {
    private final Map<String, List<Category>> within = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    Categories(Vocabulary vocabulary) {
        ListMultimap<Category, Category> below = ArrayListMultimap.create();
        vocabulary.categories().forEach(entry -> entry.under().ifPresent(parent -> below.put(parent, entry.name())));
        for (Vocabulary.CategoryEntry entry : vocabulary.categories()) {
            names.add(entry.name().name());
            within.put(
                    entry.name().name(),
                    ImmutableList.copyOf(Traverser.forTree(below::get).breadthFirst(entry.name())));
        }
    }

    /** All of them, in the policy's order. */
    List<String> names() {
        return names;
    }

    boolean has(String name) {
        return within.containsKey(name);
    }

    /** The category and all below it, nearest first; none for a name that the policy does not have. */
    List<Category> within(String name) {
        return Optional.ofNullable(within.get(name)).orElse(List.of());
    }
}
