package dev.datause;

import org.jspecify.annotations.Nullable;

/**
 * To whom the data was shown by the member, such as {@code public}. One that the policy does not know counts as unknown.
 *
 * @param name the name, exactly as the policy spells it: names are compared character by character
 */
public record Audience(String name) implements Comparable<Audience> {
    /** Refuses what is not a name: ASCII letters and digits with single {@code - _ .} between, at most 64. */
    public Audience {
        Names.checked(name, "name");
    }

    /** The audience named {@code name}. */
    public static Audience of(String name) {
        return new Audience(name);
    }

    /** Compares names. Written out, because it stands in the way of every decision, the first one too. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Audience that && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(Audience other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
