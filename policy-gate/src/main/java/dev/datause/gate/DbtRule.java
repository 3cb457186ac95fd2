package dev.datause.gate;

import dev.datause.document.Node;
import dev.datause.document.Position;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of a mapping: where everything in it holds, so do its facts.
 *
 * @param at where it stands in the mapping
 * @param tag what tag there must be
 * @param meta what meta there must be
 * @param on on which kinds of things, {@link #COLUMN} among them; empty: on all
 * @param id what the unique id must be; of a column, that of its table
 * @param type what the type of an exposure must be
 * @param facts what then holds
 * @param mayMatchNothing whether it is as it should be that nothing matches
 */
record DbtRule(
        Position at,
        Optional<DbtPattern> tag,
        Optional<Meta> meta,
        Set<String> on,
        Optional<DbtPattern> id,
        Optional<DbtPattern> type,
        List<Stated<DbtFact>> facts,
        boolean mayMatchNothing) {
    /** The word for columns beside the words of {@link DbtKind}. */
    static final String COLUMN = "column";

    /** Copies the lists. */
    DbtRule {
        on = Set.copyOf(on);
        facts = List.copyOf(facts);
    }

    /**
     * What meta there must be.
     *
     * @param path the keys that lead to it
     * @param value what it must be; empty: anything
     */
    record Meta(List<String> path, Optional<Value> value) {
        /** Copies the list. */
        Meta {
            path = List.copyOf(path);
        }

        /** Whether a value, or one in a list of values, is what it must be. */
        boolean matches(Node found) {
            if (value.isEmpty()) {
                return true;
            }
            return found instanceof Node.Items items
                    ? items.items().stream().anyMatch(value.get()::matches)
                    : value.get().matches(found);
        }
    }

    /**
     * What a single value must be.
     *
     * @param kind the kind of the value, as {@link Node#kind} says it
     * @param written its text
     */
    record Value(String kind, DbtPattern written) {
        /** Refuses null. */
        Value {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(written, "written");
        }

        boolean matches(Node found) {
            return kind.equals(found.kind()) && written.matches(written(found).orElse(""));
        }

        /** The text of a single value. */
        static Optional<String> written(Node node) {
            if (node instanceof Node.Text text) {
                return Optional.of(text.text());
            }
            if (node instanceof Node.Num number) {
                return Optional.of(number.written());
            }
            return node instanceof Node.Bool bool ? Optional.of(Boolean.toString(bool.value())) : Optional.empty();
        }
    }

    /** Whether a rule is about a thing of this kind, or with {@link #COLUMN} about a column, of this id and type. */
    boolean isAbout(String kind, String uniqueId, String exposureType) {
        boolean ofKind = on.isEmpty() ? !kind.equals(COLUMN) || tag.isPresent() || meta.isPresent() : on.contains(kind);
        return ofKind
                && id.map(pattern -> pattern.matches(uniqueId)).orElse(true)
                && type.map(pattern -> pattern.matches(exposureType)).orElse(true);
    }
}
