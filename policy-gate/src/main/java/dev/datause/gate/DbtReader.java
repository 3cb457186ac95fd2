package dev.datause.gate;

import dev.datause.Policy;
import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Position;
import dev.datause.document.Problem;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the {@code manifest.json} that dbt writes: schema versions 2 to 12 and 20, which is dbt 0.20 to 2.0. Sources,
 * seeds, models, snapshots, metrics, semantic models, saved queries and functions become datasets with the steps that
 * make them, exposures become uses; tests, analyses, operations, macros and what is disabled are left aside and listed.
 *
 * <p>Tolerant of keys that it does not know, as dbt adds some in every version; but what it cannot place is a problem:
 * another schema version, a kind of node that it does not know, a mapping rule that matches nothing, a value that a
 * mapping does not know, a file that is not the one the manifest was made from. See {@code docs/dbt.md}. Immutable and
 * thread-safe. Linear in the manifest, times the rules of the mapping for what has tags or meta.
 */
public final class DbtReader implements MetadataReader {
    private static final String USUAL = "manifest.json";

    private final DbtMapping mapping;
    private final Optional<String> name;
    private final Optional<Path> project;
    private final Optional<LocalDate> since;

    private DbtReader(DbtMapping mapping, Optional<String> name, Optional<Path> project, Optional<LocalDate> since) {
        this.mapping = Objects.requireNonNull(mapping, "mapping");
        this.name = name;
        this.project = project;
        this.since = since;
    }

    /** A reader of files called {@code manifest.json}, in any folder. */
    public static DbtReader of(DbtMapping mapping) {
        return new DbtReader(mapping, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same reader, of this file only: a path relative to the project that is checked, with forward slashes. */
    public DbtReader reading(String file) {
        return new DbtReader(mapping, Optional.of(file), project, since);
    }

    /**
     * The same reader, which refuses a manifest that was not made from the files of a dbt project. Compared are the
     * contents of the models, seeds and snapshots whose checksums the manifest states. This reads these files.
     *
     * @param folder where {@code dbt_project.yml} is
     */
    public DbtReader comparing(Path folder) {
        return new DbtReader(mapping, name, Optional.of(folder), since);
    }

    /** The same reader, which refuses a manifest that was made before a day, in UTC, or does not say when it was made. */
    public DbtReader generatedSince(LocalDate day) {
        return new DbtReader(mapping, name, project, Optional.of(day));
    }

    @Override
    public boolean reads(String file) {
        return name.map(file::equals).orElseGet(() -> file.equals(USUAL) || file.endsWith("/" + USUAL));
    }

    /**
     * Reads a manifest.
     *
     * @throws DocumentException with every problem in the manifest, and in the mapping
     */
    @Override
    public Metadata read(String file, byte[] bytes, Policy policy, Limits limits) {
        DbtRules rules = mapping.rules(policy, Limits.STANDARD);
        // SQL is longer than any text of our own formats.
        Document document = JsonDocument.read(file, bytes, limits.withTextLength(limits.fileBytes()));
        Problems problems = Problems.of(document);
        DbtManifest manifest = DbtManifest.read(document, problems);
        Problems ofMapping = Problems.of(rules.document());
        DbtMatches matches = new DbtMatches(rules, policy, problems);
        Metadata metadata = new DbtFlows(document, manifest, matches, problems).metadata();
        since.ifPresent(day -> age(manifest, day, problems));
        if (project.isPresent()) {
            DbtFiles.compare(project.get(), manifest, rules, problems, ofMapping);
        }
        if (problems.isEmpty()) {
            // Of a manifest that is wrong it is not known what would match.
            matches.end(file, ofMapping);
        }
        List<Problem> all = new ArrayList<>(problems.list());
        all.addAll(ofMapping.list());
        if (!all.isEmpty()) {
            throw new DocumentException(all);
        }
        return metadata;
    }

    private static void age(DbtManifest manifest, LocalDate day, Problems problems) {
        Optional<Stated<String>> generated = manifest.generated();
        Position at = generated.map(stated -> stated.at().at()).orElse(Position.START);
        String text = generated.map(Stated::value).orElse("");
        Optional<LocalDate> made = Values.day(text.length() < 10 ? text : text.substring(0, 10));
        if (made.isEmpty()) {
            problems.add(DocumentCode.NOT_A_DAY, at, "the manifest does not say when it was generated");
        } else if (made.get().isBefore(day)) {
            problems.add(
                    FindingCode.STALE_METADATA,
                    at,
                    "the manifest was generated on " + made.get() + ", before " + day,
                    "run dbt again");
        }
    }
}
