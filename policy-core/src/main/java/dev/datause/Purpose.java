package dev.datause;

import org.jspecify.annotations.Nullable;

/**
 * What data is used for, such as {@code ai-training}. A purpose that the policy does not know is never permitted.
 *
 * @param name the name, exactly as the policy spells it: names are compared character by character
 */
public record Purpose(String name) implements Comparable<Purpose> {
    /** Refuses what is not a name: ASCII letters and digits with single {@code - _ .} between, at most 64. */
    public Purpose {
        Names.checked(name, "name");
    }

    /** The purpose named {@code name}. */
    public static Purpose of(String name) {
        return new Purpose(name);
    }

    /** Compares names. Written out, because it stands in the way of every decision, the first one too. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Purpose that && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(Purpose other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
