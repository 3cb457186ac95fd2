package dev.datause.gate;

import dev.datause.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Data at rest: what kinds of member data it holds, about whom, collected when. What is not stated can be anything. What
 * steps write into it comes on top of what it declares, whatever it declares.
 *
 * @param name its name, compared character by character
 * @param origin where what it holds comes from
 * @param contents the kinds of member data that it holds by itself, in any of its fields; none where it is stated that
 *     it holds no member data, or where it is not {@link Origin#STATED}
 * @param fields its fields, as far as they are declared
 * @param members whom it is about: for every member in it the condition is known to be true; not stated: every member,
 *     facts unknown included. Says nothing about what steps write into it.
 * @param collected when it was collected, on a known day; not stated: on any day, or unknown. Says nothing about what
 *     steps write into it.
 * @param uses what it is used for, wherever it is read
 */
public record Dataset(
        Stated<String> name,
        Origin origin,
        List<Stated<Content>> contents,
        List<Field> fields,
        Optional<Stated<Condition>> members,
        Optional<Stated<Window>> collected,
        List<Stated<Tag>> uses) {
    /** Copies the lists. */
    public Dataset {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
        contents = List.copyOf(contents);
        fields = List.copyOf(fields);
        Objects.requireNonNull(members, "members");
        Objects.requireNonNull(collected, "collected");
        uses = List.copyOf(uses);
    }

    /** Where what a dataset holds comes from. */
    public enum Origin {
        /** It is declared, here and in its fields. */
        STATED,
        /** From the steps that write it, and from nowhere else; where no step does, it could be anything. */
        DERIVED,
        /** Nothing says so: it could be anything. */
        UNSTATED
    }

    /**
     * A field.
     *
     * @param name its name, compared character by character
     * @param contents the kinds of member data that it holds by itself
     * @param uses what it is used for
     */
    public record Field(Stated<String> name, List<Stated<Content>> contents, List<Stated<Tag>> uses) {
        /** Copies the lists. */
        public Field {
            Objects.requireNonNull(name, "name");
            contents = List.copyOf(contents);
            uses = List.copyOf(uses);
        }
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
