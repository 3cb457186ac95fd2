package dev.datause.gate;

import dev.datause.DataUsePolicy;
import dev.datause.document.DocumentException;
import dev.datause.document.DocumentFile;
import dev.datause.document.Limits;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks pipelines before they run: proves for every pipeline and everything it reads that each use which its population
 * and its guards let pass is permitted on every day it runs, or shows one that is not.
 *
 * <p>Exact: nothing is sampled. What could not be checked is a finding of its own and never a pass, and so is that there
 * was nothing to check. Reads no clock: what has no first day of its own begins on the day that is given.
 *
 * <p>Immutable and thread-safe. The cost grows with the number of different flows; equal ones are proved once.
 */
public final class Gate {
    private static final int MANY = 20_000;

    private final DataUsePolicy policy;
    private final LocalDate asOf;
    private final Limits limits;
    private final List<MetadataReader> readers;
    private final List<Summary> summaries;
    private final int kept;
    private final Capacity capacity;

    /** What another module says, and how findings call it. */
    private static final class Summary {
        final String name;
        final byte[] bytes;

        Summary(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }
    }

    private Gate(
            DataUsePolicy policy,
            LocalDate asOf,
            Limits limits,
            List<MetadataReader> readers,
            List<Summary> summaries,
            int kept,
            Capacity capacity) {
        this.capacity = capacity;
        this.summaries = List.copyOf(summaries);
        this.kept = kept;
        this.policy = Objects.requireNonNull(policy, "policy");
        this.asOf = Objects.requireNonNull(asOf, "asOf");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.readers = List.copyOf(readers);
        if (asOf.getYear() < 1900 || asOf.getYear() > 2200) {
            throw new IllegalArgumentException("asOf: a day lies in the years 1900 to 2200");
        }
    }

    /**
     * A gate against a policy under its reading, on a day.
     *
     * @throws IllegalArgumentException if the day lies outside the years 1900 to 2200
     */
    public static Gate of(DataUsePolicy policy, LocalDate asOf) {
        return new Gate(
                policy,
                asOf,
                Limits.STANDARD,
                List.of(new ManifestReader()),
                List.of(),
                Findings.KEPT,
                Capacity.STANDARD);
    }

    /** The same gate, which takes documents within these limits. */
    public Gate limits(Limits taken) {
        return new Gate(policy, asOf, taken, readers, summaries, kept, capacity);
    }

    /**
     * The same gate, which keeps enough findings to compare them with waivers and a baseline, and not only as many as
     * people read.
     */
    public Gate keepingMany() {
        return new Gate(policy, asOf, limits, readers, summaries, MANY, capacity);
    }

    /** The same gate, which takes more or less on itself. */
    Gate capacity(Capacity taken) {
        return new Gate(policy, asOf, limits, readers, summaries, kept, taken);
    }

    /** The same gate, which lets this reader read what it says that it reads; of several, the last one given. */
    public Gate reader(MetadataReader reader) {
        List<MetadataReader> asked = new ArrayList<>(List.of(reader));
        asked.addAll(readers);
        return new Gate(policy, asOf, limits, asked, summaries, kept, capacity);
    }

    /**
     * The same gate, which knows the datasets of another module too, by what {@link #summarize} wrote about them. A
     * summary that cannot be read, was made under another policy, or has ended is a finding of the check. The same summary
     * given twice is one, and two under one name are two.
     *
     * @param name how findings call the summary
     * @param summary its content
     */
    public Gate summary(String name, byte[] summary) {
        Objects.requireNonNull(name, "name");
        List<Summary> more = new ArrayList<>(summaries);
        if (more.stream().noneMatch(known -> Arrays.equals(known.bytes, summary))) {
            more.add(new Summary(name, summary.clone()));
        }
        more.sort(Comparator.comparing(one -> one.name));
        return new Gate(policy, asOf, limits, readers, more, kept, capacity);
    }

    /**
     * Writes down, as JSON, what the datasets that the manifests declare carry, so that a module that reads them can be
     * checked without these manifests.
     *
     * @param module how findings in other modules call this one
     * @throws CouldNotCheckException if a manifest or a summary is refused
     */
    public String summarize(Path baseDirectory, List<Path> manifests, String module) {
        GateCheck check = read(baseDirectory, manifests);
        GateReport report = check.report();
        return check.summary(module).orElseThrow(() -> new CouldNotCheckException(report));
    }

    /**
     * Checks every pipeline of the manifests. Collects everything, then reports; a document that cannot be read is a
     * finding too.
     *
     * @param baseDirectory the project; findings name files relative to it
     * @param manifests the files, in any order; each is read once, also when it is given twice
     */
    public GateReport check(Path baseDirectory, List<Path> manifests) {
        return read(baseDirectory, manifests).report();
    }

    private GateCheck read(Path baseDirectory, List<Path> manifests) {
        Path base = baseDirectory.toAbsolutePath().normalize();
        // By name, so that reports are the same everywhere; two files whose names read alike are still two.
        Set<Path> files = new TreeSet<>(
                Comparator.comparing((Path file) -> name(base, file)).thenComparing(Comparator.naturalOrder()));
        manifests.forEach(manifest -> files.add(base.resolve(manifest).normalize()));
        GateCheck check = begin();
        files.forEach(file -> read(name(base, file), base, file, check));
        return check;
    }

    private GateCheck begin() {
        GateCheck check = new GateCheck(policy, asOf, kept, capacity);
        summaries.forEach(one -> check.addSummary(one.name, one.bytes, limits));
        return check;
    }

    private GateCheck read(Map<String, byte[]> documents) {
        GateCheck check = begin();
        new TreeMap<>(documents).forEach((name, bytes) -> read(name, () -> bytes, check));
        return check;
    }

    /** Checks documents that were read already, by their names. */
    GateReport check(Map<String, byte[]> documents) {
        return read(documents).report();
    }

    /** Summarizes documents that were read already; empty where one is refused. */
    Optional<String> summarize(Map<String, byte[]> documents, String module) {
        GateCheck check = read(documents);
        check.report();
        return check.summary(module);
    }

    /** Relative to the project, so that reports do not depend on where it lies; of another disk, only the last part. */
    private static String name(Path base, Path file) {
        return DocumentFile.name(
                Objects.equals(base.getRoot(), file.getRoot()) ? base.relativize(file) : file.getFileName());
    }

    private void read(String name, Path base, Path file, GateCheck check) {
        if (!file.startsWith(base)) {
            check.refused(name, "the manifest lies outside the project");
            return;
        }
        read(name, () -> DocumentFile.bytes(file, name, limits), check);
    }

    /** Where the bytes of a document come from; they are asked for once. */
    private interface Source {
        byte[] bytes();
    }

    private void read(String name, Source source, GateCheck check) {
        Optional<MetadataReader> reader =
                readers.stream().filter(one -> one.reads(name)).findFirst();
        if (reader.isEmpty()) {
            check.refused(name, "the file is not named .yaml, .yml or .json, so its format is not known");
            return;
        }
        try {
            check.add(reader.get().read(name, source.bytes(), policy.policy(), limits));
        } catch (DocumentException refused) {
            check.refused(name, refused.problems());
        }
    }
}
