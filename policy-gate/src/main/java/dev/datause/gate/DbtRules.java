package dev.datause.gate;

import dev.datause.Policy;
import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.Fields;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A mapping in the words of a policy.
 *
 * @param document the mapping
 * @param prefix how tags and the meta key begin that need no rule
 * @param rules the rules, in written order
 * @param stale the files that may differ from those that a manifest was made from, each with its place
 */
record DbtRules(Document document, String prefix, List<DbtRule> rules, Map<String, Position> stale) {
    private static final int FORMAT = 1;
    private static final String PREFIX = "datause";

    /** Copies the list. */
    DbtRules {
        rules = List.copyOf(rules);
    }

    /** Reads a mapping, strictly. */
    static DbtRules read(String name, byte[] bytes, Policy policy, Limits limits) {
        boolean json = name.endsWith(".json");
        Document document = json ? JsonDocument.read(name, bytes, limits) : YamlDocument.read(name, bytes, limits);
        Problems problems = Problems.of(document);
        if (!json && !name.endsWith(".yaml") && !name.endsWith(".yml")) {
            problems.add(DocumentCode.FORMAT, Position.START, "a mapping is named .yaml, .yml or .json");
        }
        Placeholders.refuse(document.root(), problems);
        DbtRules rules = new Reading(document, policy, problems).rules();
        problems.throwIfAny();
        return rules;
    }

    /** One mapping being read. */
    private static final class Reading {
        private final Document document;
        private final Policy policy;
        private final Problems problems;

        Reading(Document document, Policy policy, Problems problems) {
            this.document = document;
            this.policy = policy;
            this.problems = problems;
        }

        DbtRules rules() {
            Fields fields = Fields.of(document, problems);
            Optional<Node> format = fields.required("format");
            if (format.isPresent()) {
                OptionalInt number = Values.whole(format.get(), "format", 0, Integer.MAX_VALUE, problems);
                if (number.isPresent() && number.getAsInt() != FORMAT) {
                    problems.add(DocumentCode.FORMAT, format.get().at(), "format is " + FORMAT + " for this library");
                }
            }
            String prefix = fields.optionalName("prefix").orElse(PREFIX);
            List<DbtRule> rules = new ArrayList<>();
            for (Node node : fields.optionalList("rules")) {
                Fields.of(node, "a rule", problems).ifPresent(rule -> rules.add(rule(rule)));
            }
            Map<String, Position> stale = new LinkedHashMap<>();
            for (Node node : fields.optionalList("stale")) {
                Fields.of(node, "a stale file", problems).ifPresent(file -> stale(file, stale));
            }
            fields.end();
            return new DbtRules(document, prefix, rules, stale);
        }

        private void stale(Fields fields, Map<String, Position> stale) {
            String file = fields.text("file");
            fields.text("reason");
            fields.end();
            if (!file.isEmpty() && stale.putIfAbsent(file, fields.at()) != null) {
                problems.add(DocumentCode.TWICE, fields.at(), "the same file stands twice");
            }
        }

        private DbtRule rule(Fields fields) {
            Optional<Fields> where = fields.object("where");
            Optional<Node> says = fields.required("says");
            Optional<String> mayMatchNothing = fields.optionalText("mayMatchNothing");
            fields.end();
            List<Stated<DbtFact>> facts = says.isPresent()
                    ? DbtWords.read(says.get(), "says", policy, problems, this::place, true)
                    : List.of();
            Optional<DbtPattern> tag = Optional.empty();
            Optional<DbtRule.Meta> meta = Optional.empty();
            Set<String> on = Set.of();
            Optional<DbtPattern> id = Optional.empty();
            Optional<DbtPattern> type = Optional.empty();
            if (where.isPresent()) {
                Fields wanted = where.get();
                tag = pattern(wanted, "tag");
                meta = wanted.optionalObject("meta").flatMap(this::meta);
                on = on(wanted);
                id = pattern(wanted, "id");
                type = pattern(wanted, "type");
                wanted.end();
                if (tag.isEmpty() && meta.isEmpty() && on.isEmpty() && id.isEmpty() && type.isEmpty()) {
                    problems.add(DocumentCode.EMPTY, wanted.at(), "where names nothing that must be there");
                }
                if (type.isPresent() && !on.equals(Set.of(DbtKind.EXPOSURE.word()))) {
                    problems.add(
                            DocumentCode.KEYS_TOGETHER,
                            wanted.at(),
                            "only exposures have a type",
                            "write \"on: exposure\" beside it");
                }
            }
            return new DbtRule(fields.at(), tag, meta, on, id, type, facts, mayMatchNothing.isPresent());
        }

        private Location place(Position at) {
            return new Location(document.name(), at);
        }

        /** {@code key} for exact text, or {@code keyLike} for a pattern. */
        private Optional<DbtPattern> pattern(Fields fields, String key) {
            Optional<Node> exact = fields.optional(key);
            Optional<Node> like = fields.optional(key + "Like");
            if (exact.isPresent() && like.isPresent()) {
                problems.add(
                        DocumentCode.KEYS_TOGETHER,
                        like.get().at(),
                        "\"" + key + "\" and \"" + key + "Like\" do not go together");
            }
            if (exact.isPresent()) {
                return Optional.of(DbtPattern.exactly(Values.text(exact.get(), key, problems)));
            }
            return like.isPresent()
                    ? Optional.of(DbtPattern.like(Values.text(like.get(), key + "Like", problems)))
                    : Optional.empty();
        }

        private Optional<DbtRule.Meta> meta(Fields fields) {
            List<String> path = new ArrayList<>();
            for (Node node : fields.oneOrMany("key")) {
                path.add(Values.text(node, "key", problems));
            }
            Optional<Node> exact = fields.optional("value");
            Optional<Node> like = fields.optional("valueLike");
            fields.end();
            Optional<DbtRule.Value> value = Optional.empty();
            if (exact.isPresent() && like.isPresent()) {
                problems.add(
                        DocumentCode.KEYS_TOGETHER, like.get().at(), "\"value\" and \"valueLike\" do not go together");
            } else if (exact.isPresent()) {
                Node node = exact.get();
                value = DbtRule.Value.written(node)
                        .map(written -> new DbtRule.Value(node.kind(), DbtPattern.exactly(written)));
                if (value.isEmpty()) {
                    Values.wrongKind(node, "value", "text, a number, true or false", problems);
                }
            } else if (like.isPresent()) {
                String pattern = Values.text(like.get(), "valueLike", problems);
                value = Optional.of(new DbtRule.Value("text", DbtPattern.like(pattern)));
            }
            return path.isEmpty() ? Optional.empty() : Optional.of(new DbtRule.Meta(path, value));
        }

        private Set<String> on(Fields fields) {
            Optional<Node> node = fields.optional("on");
            Set<String> on = new HashSet<>();
            if (node.isPresent()) {
                List<String> words = new ArrayList<>(DbtKind.words());
                words.add(DbtRule.COLUMN);
                for (Node item : Values.oneOrMany(node.get(), "on", problems)) {
                    String word = Values.choice(item, "on", words, problems);
                    if (!word.isEmpty() && !on.add(word)) {
                        problems.add(DocumentCode.TWICE, item.at(), "the same word stands twice");
                    }
                }
            }
            return on;
        }
    }
}
