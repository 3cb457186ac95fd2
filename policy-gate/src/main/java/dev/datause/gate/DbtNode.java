package dev.datause.gate;

import dev.datause.document.Node;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a dbt project that holds, makes or uses data, as the manifest tells it.
 *
 * @param kind what it is
 * @param id its unique id
 * @param at where it begins
 * @param type the type of an exposure, else empty text
 * @param marks its tags and its meta
 * @param columns its columns, as far as they are declared
 * @param parents the unique ids of what it reads, each once
 * @param source what is known of the file it was written in
 * @param relation its table, if it has one
 */
record DbtNode(
        DbtKind kind,
        String id,
        Location at,
        String type,
        Marks marks,
        List<Column> columns,
        List<Stated<String>> parents,
        Source source,
        Optional<String> relation) {
    /** Copies the lists. */
    DbtNode {
        columns = List.copyOf(columns);
        parents = List.copyOf(parents);
    }

    /**
     * What people attached.
     *
     * @param tags the tags, each once
     * @param meta every meta object
     * @param origin the file in which they probably stand, if it is known
     */
    record Marks(List<Stated<String>> tags, List<Node.Members> meta, Optional<String> origin) {
        /** Copies the lists. */
        Marks {
            tags = List.copyOf(tags);
            meta = List.copyOf(meta);
        }
    }

    /** A column. */
    record Column(Stated<String> name, Marks marks) {
        /** Refuses null. */
        Column {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(marks, "marks");
        }
    }

    /**
     * What is known of the file it was written in.
     *
     * @param dbtPackage the dbt package that it belongs to
     * @param file the file, from the folder of that package; empty text where that is not known
     * @param checksum the SHA-256 that the manifest states of the file, if it does
     * @param code its code as far as the manifest has it
     * @param python whether the code is Python
     * @param hooks whether SQL runs before or after it
     * @param ephemeral whether its code becomes part of the code of whatever reads it
     */
    record Source(
            String dbtPackage,
            String file,
            Optional<Stated<String>> checksum,
            String code,
            boolean python,
            boolean hooks,
            boolean ephemeral) {}
}
