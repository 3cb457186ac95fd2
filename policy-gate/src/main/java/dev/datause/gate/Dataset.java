package dev.datause.gate;

import dev.datause.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Data at rest: what kinds of member data it holds, about whom, collected when. What is not stated can be anything.
 *
 * @param name its name, compared character by character
 * @param contents the kinds of member data; none only where it is stated that it holds no member data
 * @param members whom it is about: for every member in it the condition is known to be true; not stated: every member,
 *     facts unknown included
 * @param collected when it was collected, on a known day; not stated: on any day, or unknown
 */
public record Dataset(
        Stated<String> name,
        List<Stated<Content>> contents,
        Optional<Stated<Condition>> members,
        Optional<Stated<Window>> collected) {
    /** Copies the list. */
    public Dataset {
        Objects.requireNonNull(name, "name");
        contents = List.copyOf(contents);
        Objects.requireNonNull(members, "members");
        Objects.requireNonNull(collected, "collected");
    }

    /**
     * A kind of member data, as the metadata names it: the policy may not have it.
     *
     * @param category the category; it stands for itself and for all below it
     * @param audience to whom the members showed it; not stated: to any, or unknown
     */
    public record Content(String category, Optional<String> audience) {
        /** Refuses null. */
        public Content {
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(audience, "audience");
        }
    }
}
