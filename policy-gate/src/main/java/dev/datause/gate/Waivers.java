package dev.datause.gate;

import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.Fields;
import dev.datause.document.Limits;
import dev.datause.document.Lines;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file of waivers and watches, format 1, as YAML or JSON; {@code docs/waivers.md} describes it. Immutable and
 * thread-safe.
 */
public final class Waivers {
    private static final Waivers NONE = new Waivers(List.of(), List.of(), Lines.of(""));
    private static final int LONGEST = 1_000;

    private final List<Waiver> waivers;
    private final List<Watch> watches;
    private final Lines lines;

    private Waivers(List<Waiver> waivers, List<Watch> watches, Lines lines) {
        this.waivers = List.copyOf(waivers);
        this.watches = List.copyOf(watches);
        this.lines = lines;
    }

    /** No waiver and no watch. */
    public static Waivers none() {
        return NONE;
    }

    /**
     * Reads a whole file.
     *
     * @param name how problems and findings call it: a path relative to the project, whose ending tells YAML from JSON
     * @throws DocumentException with every problem found, whatever the bytes are: an unknown key, a reason, owner or day
     *     that is missing, two waivers of one finding, two watches of one rule
     */
    public static Waivers read(String name, byte[] bytes, Limits limits) {
        Document document = document(name, bytes, limits);
        Problems problems = Problems.of(document);
        Fields fields = Fields.of(document, problems);
        format(fields, problems);
        List<Waiver> waivers = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Node node : fields.optionalList("waivers")) {
            waiver(name, node, known, problems).ifPresent(waivers::add);
        }
        List<Watch> watches = new ArrayList<>();
        Set<String> rules = new HashSet<>();
        for (Node node : fields.optionalList("watches")) {
            watch(name, node, rules, problems).ifPresent(watches::add);
        }
        fields.end();
        problems.throwIfAny();
        return new Waivers(waivers, watches, document.lines());
    }

    /** A document of one of our own formats, which its name tells. */
    static Document document(String name, byte[] bytes, Limits limits) {
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return YamlDocument.read(name, bytes, limits);
        }
        if (name.endsWith(".json")) {
            return dev.datause.document.JsonDocument.read(name, bytes, limits);
        }
        Problems problems = Problems.of(name, Lines.hidden());
        problems.add(
                DocumentCode.UNREADABLE,
                Position.START,
                "the file is not named .yaml, .yml or .json, so its format is not known");
        throw problems.exception();
    }

    static void format(Fields fields, Problems problems) {
        fields.required("format").ifPresent(node -> {
            if (!(node instanceof Node.Num number && number.written().equals("1"))) {
                problems.add(DocumentCode.FORMAT, node.at(), "format is 1 for this library");
            }
        });
    }

    /** The fingerprint in a field, which must be the first of its kind; empty after a problem. */
    static String fingerprint(Fields fields, String key, Set<String> known, Problems problems) {
        Optional<Node> node = fields.required(key);
        String fingerprint = node.isEmpty() ? "" : Values.text(node.get(), key, 100, problems);
        if (fingerprint.isEmpty()) {
            return "";
        }
        if (!Fingerprint.wellFormed(fingerprint)) {
            problems.add(
                    DocumentCode.NOT_A_NAME,
                    node.get().at(),
                    key + " is no fingerprint; every finding shows its own, such as DU001-0123456789abcdef01234567");
        } else if (!known.add(fingerprint)) {
            problems.add(DocumentCode.TWICE, node.get().at(), "the fingerprint " + fingerprint + " stands twice");
        }
        return fingerprint;
    }

    private static Optional<Waiver> waiver(String file, Node node, Set<String> known, Problems problems) {
        Optional<Fields> object = Fields.of(node, "a waiver", problems);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = object.get();
        String fingerprint = fingerprint(fields, "finding", known, problems);
        String reason = fields.text("reason", LONGEST);
        String owner = fields.text("owner", LONGEST);
        Optional<LocalDate> expires = fields.day("expires");
        fields.end();
        return expires.map(day -> new Waiver(fingerprint, reason, owner, day, new Location(file, fields.at())));
    }

    private static Optional<Watch> watch(String file, Node node, Set<String> rules, Problems problems) {
        Optional<Fields> object = Fields.of(node, "a watch", problems);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = object.get();
        String rule = fields.name("rule");
        if (!rule.isEmpty() && !rules.add(rule)) {
            problems.add(DocumentCode.TWICE, fields.at(), "the rule " + rule + " is watched twice");
        }
        String reason = fields.text("reason", LONGEST);
        String owner = fields.text("owner", LONGEST);
        Optional<LocalDate> until = fields.day("until");
        fields.end();
        return until.map(day -> new Watch(rule, reason, owner, day, new Location(file, fields.at())));
    }

    /** The waivers, in written order. */
    public List<Waiver> waivers() {
        return waivers;
    }

    /** The watches, in written order. */
    public List<Watch> watches() {
        return watches;
    }

    boolean isEmpty() {
        return waivers.isEmpty() && watches.isEmpty();
    }

    /** The lines of the file, for findings about it. */
    Lines lines() {
        return lines;
    }
}
