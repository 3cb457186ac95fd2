package dev.datause;

import org.jspecify.annotations.Nullable;

/**
 * What kind of data is used, such as {@code public-post}. A category that the policy does not know is granted nothing.
 *
 * @param name the name, exactly as the policy spells it: names are compared character by character
 */
public record Category(String name) implements Comparable<Category> {
    /** Refuses what is not a name: ASCII letters and digits with single {@code - _ .} between, at most 64. */
    public Category {
        Names.checked(name, "name");
    }

    /** The category named {@code name}. */
    public static Category of(String name) {
        return new Category(name);
    }

    /** Compares names. Written out, because it stands in the way of every decision, the first one too. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Category that && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(Category other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
