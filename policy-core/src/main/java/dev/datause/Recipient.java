package dev.datause;

import org.jspecify.annotations.Nullable;

/**
 * Who uses the data, such as {@code linkedin}. A recipient that the policy does not know is granted nothing.
 *
 * @param name the name, exactly as the policy spells it: names are compared character by character
 */
public record Recipient(String name) implements Comparable<Recipient> {
    /** Refuses what is not a name: ASCII letters and digits with single {@code - _ .} between, at most 64. */
    public Recipient {
        Names.checked(name, "name");
    }

    /** The recipient named {@code name}. */
    public static Recipient of(String name) {
        return new Recipient(name);
    }

    /** Compares names. Written out, because it stands in the way of every decision, the first one too. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recipient that && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(Recipient other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
