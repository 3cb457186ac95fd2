package dev.datause.gate;

import dev.datause.document.Document;
import dev.datause.document.DocumentException;
import dev.datause.document.Fields;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Lines;
import dev.datause.document.Node;
import dev.datause.document.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The findings that were there when a project began to be checked, so that only new ones fail; {@code docs/waivers.md}
 * describes the file. It only ever shrinks, unless somebody says otherwise. Immutable and thread-safe.
 */
public final class Baseline {
    private static final int LONGEST = 4_000;

    /**
     * One finding.
     *
     * @param fingerprint which
     * @param what the same for people; the gate does not look at it
     * @param at where the entry is written; empty where it is not yet
     */
    public record Entry(String fingerprint, String what, Optional<Location> at) {
        /** Refuses null. */
        public Entry {
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(at, "at");
        }
    }

    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private final Lines lines;

    private Baseline(List<Entry> entries, Lines lines) {
        entries.forEach(entry -> this.entries.put(entry.fingerprint(), entry));
        this.lines = lines;
    }

    /**
     * Reads a whole file.
     *
     * @param name how problems and findings call it: a path relative to the project, whose ending tells YAML from JSON
     * @throws DocumentException with every problem found, whatever the bytes are
     */
    public static Baseline read(String name, byte[] bytes, Limits limits) {
        Document document = Waivers.document(name, bytes, limits);
        Problems problems = Problems.of(document);
        Fields fields = Fields.of(document, problems);
        Waivers.format(fields, problems);
        List<Entry> entries = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Optional<Node> findings = fields.required("findings");
        // An empty baseline is the aim of every other one, so an empty list is taken.
        if (findings.isPresent()
                && !(findings.get() instanceof Node.Items none && none.items().isEmpty())) {
            for (Node node : fields.list("findings")) {
                Optional<Fields> object = Fields.of(node, "a finding", problems);
                if (object.isPresent()) {
                    Fields entry = object.get();
                    String fingerprint = Waivers.fingerprint(entry, "finding", known, problems);
                    String what = entry.text("what", LONGEST);
                    entry.end();
                    entries.add(new Entry(fingerprint, what, Optional.of(new Location(name, entry.at()))));
                }
            }
        }
        fields.end();
        problems.throwIfAny();
        return new Baseline(entries, document.lines());
    }

    /** All findings of a report that a baseline may hold: what is not permitted and neither waived nor watched. */
    public static Baseline of(Report report) {
        List<Entry> entries = new ArrayList<>();
        for (Report.Check check : report.checks()) {
            for (Judged judged : check.findings()) {
                if (judged.mayBeFrozen()) {
                    entries.add(new Entry(judged.fingerprint(), judged.finding().what(), Optional.empty()));
                }
            }
        }
        return new Baseline(entries, Lines.of(""));
    }

    /** The findings, sorted by fingerprint. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** How many findings of this baseline an older one does not hold. */
    public int growth(Baseline older) {
        return (int) entries.keySet().stream()
                .filter(fingerprint -> !older.entries.containsKey(fingerprint))
                .count();
    }

    Map<String, Entry> byFingerprint() {
        return entries;
    }

    /** The lines of the file, for findings about it. */
    Lines lines() {
        return lines;
    }

    /** The file: JSON, sorted, ends with a line feed. */
    public String text() {
        return JsonDocument.write(Json.object(
                Json.entry("format", 1),
                Json.entry(
                        "findings",
                        Json.list(
                                entries.values(),
                                entry -> Json.object(
                                        Json.entry("finding", entry.fingerprint()),
                                        Json.entry("what", entry.what()))))));
    }
}
