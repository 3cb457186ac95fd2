package dev.datause;

import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.Fields;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy from a document: first every name, then everything else, so that each reference resolves at its
 * place. What is wrong in one part does not hide what is wrong in another; a check that needs several parts runs only
 * over parts in which nothing was wrong.
 */
final class PolicyReader {
    private static final List<String> EFFECTS = List.of("permit", "prohibit");

    private final Fields policy;
    private final Places places;
    private final Problems problems;
    private final Known known;
    private final ConditionReader conditions;
    private final SourceReader sources;
    private final List<Placed> sound = new ArrayList<>();

    /**
     * A rule in which nothing was wrong.
     *
     * @param rule the rule
     * @param at where its condition begins
     */
    record Placed(Policy.Rule rule, Position at) {}

    private PolicyReader(Node.Members root, Fields policy, Problems problems) {
        this.policy = policy;
        this.problems = problems;
        places = new Places(root);
        known = Known.of(root);
        conditions = new ConditionReader(known, problems);
        sources = new SourceReader(known, problems);
    }

    /** The policy in a document; throws every problem found. */
    static PolicyJson.Loaded read(Document document, PolicyJson.Options options) {
        Problems problems = Problems.of(document);
        Fields fields = Fields.of(document, problems);
        refuseOtherFormats(fields, problems);
        PolicyReader reader = new PolicyReader((Node.Members) document.root(), fields, problems);
        Policy policy = reader.read();
        QuoteCheck.run(policy.sources(), reader.sources.cited(), options, reader.places, problems);
        problems.throwIfAny();
        Problems warnings = Problems.of(document);
        PolicyWarnings.add(policy, reader.places, options, warnings);
        return new PolicyJson.Loaded(policy, warnings.list());
    }

    /** Another format may mean anything by the same words: nothing of it is read. */
    private static void refuseOtherFormats(Fields fields, Problems problems) {
        Optional<Node> format = fields.optional("format");
        if (format.isPresent()
                && !(format.get() instanceof Node.Num number && number.written().equals("1"))) {
            problems.add(
                    DocumentCode.FORMAT,
                    format.get().at(),
                    "this library reads format 1 only",
                    "write \"format\": 1, or use a version of the library that reads this format");
            throw problems.exception();
        }
    }

    private Policy read() {
        policy.required("format");
        String id = policy.name("policy");
        String version = policy.text("version");
        String title = policy.text("title");
        Policy.Effective effective = effective();
        int start = problems.count();
        Vocabulary vocabulary = vocabulary();
        List<Policy.Question> questions = sources.questions(policy);
        List<Policy.FirstDays> tables = tables();
        boolean soundTables = problems.count() == start;
        List<Policy.Definition> definitions = definitions();
        boolean soundDefinitions = problems.count() == start;
        List<Policy.Source> documents = sources.sources(policy);
        List<Reading> readings = sources.readings(policy);
        Optional<Node> reading = policy.required("defaultReading");
        @Nullable String defaultReading = reading.isPresent() ? known.readings.resolve(reading.get(), problems) : null;
        List<Policy.Rule> rules = rules();
        List<Policy.Statement> controllers = sources.statements(policy, "controllers");
        policy.end();
        Policy read = Policy.builder(id.isEmpty() ? "none" : id, version)
                .title(title)
                .effective(effective)
                .vocabulary(vocabulary)
                .sources(documents)
                .questions(questions)
                .readings(readings)
                .defaultReading(defaultReading == null ? "" : defaultReading)
                .firstDays(tables)
                .definitions(definitions)
                .rules(rules)
                .controllers(controllers)
                .build();
        PolicyChecks checks = new PolicyChecks(read, places, problems);
        boolean trees = checks.words(soundTables);
        checks.conditions(soundDefinitions && trees, sound);
        return read;
    }

    private Policy.Effective effective() {
        Optional<Fields> fields = policy.optionalObject("effective");
        if (fields.isEmpty()) {
            return Policy.Effective.ALWAYS;
        }
        Optional<LocalDate> from = fields.get().optionalDay("from");
        Optional<LocalDate> until = fields.get().optionalDay("until");
        fields.get().end();
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            problems.add(
                    DocumentCode.DAYS_REVERSED,
                    places.of("effective", "until"),
                    "the last day, " + until.get() + ", lies before the first, " + from.get());
            return Policy.Effective.ALWAYS;
        }
        return new Policy.Effective(from, until);
    }

    private Vocabulary vocabulary() {
        Optional<Fields> fields = policy.object("vocabulary");
        if (fields.isEmpty()) {
            return Vocabulary.builder().build();
        }
        return new VocabularyReader(known, problems, sources)
                .read(fields.get(), new JurisdictionReader(known, problems));
    }

    private List<Policy.FirstDays> tables() {
        List<Policy.FirstDays> tables = new ArrayList<>();
        for (Node.Entry entry : policy.optionalNamed("firstDays")) {
            Optional<Fields> fields = Fields.of(entry.value(), entry.key(), problems);
            if (fields.isPresent()) {
                List<Policy.FirstDays.Row> rows = new ArrayList<>();
                for (Node node : fields.get().optionalList("rows")) {
                    Optional<Fields> row = Fields.of(node, "a row", problems);
                    if (row.isPresent()) {
                        List<String> in = known.jurisdictions.resolve(row.get().list("in"), problems);
                        rows.add(new Policy.FirstDays.Row(in, dayOrNever(row.get(), "day")));
                        row.get().end();
                    }
                }
                tables.add(new Policy.FirstDays(entry.key(), rows, dayOrNever(fields.get(), "elsewhere")));
                fields.get().end();
            }
        }
        return tables;
    }

    private Optional<LocalDate> dayOrNever(Fields fields, String key) {
        Optional<Node> node = fields.required(key);
        boolean never = node.isPresent()
                && node.get() instanceof Node.Text text
                && text.text().equals("never");
        return node.isEmpty() || never ? Optional.empty() : Values.day(node.get(), key, problems);
    }

    private List<Policy.Definition> definitions() {
        List<Policy.Definition> definitions = new ArrayList<>();
        for (Node.Entry entry : policy.optionalNamed("definitions")) {
            definitions.add(new Policy.Definition(entry.key(), conditions.read(entry.value())));
        }
        return definitions;
    }

    private List<Policy.Rule> rules() {
        Optional<Node> node = policy.required("rules");
        if (node.isEmpty() || !(node.get() instanceof Node.Items items)) {
            node.ifPresent(other -> Values.wrongKind(other, "rules", "a list", problems));
            return List.of();
        }
        List<Policy.Rule> rules = new ArrayList<>(items.items().size());
        Map<String, Position> ids = new HashMap<>();
        for (Node item : items.items()) {
            Optional<Fields> fields = Fields.of(item, "a rule", problems);
            if (fields.isPresent()) {
                rules.add(rule(fields.get(), ids));
            }
        }
        return rules;
    }

    private Policy.Rule rule(Fields fields, Map<String, Position> ids) {
        String id = fields.name("id");
        if (!id.isEmpty()) {
            Position at = fields.required("id").orElseThrow().at();
            Position first = ids.putIfAbsent(id, at);
            if (first != null) {
                problems.add(
                        DocumentCode.SAME_NAME,
                        at,
                        "a second rule with the id \"" + id + "\"; the first is at " + first);
            }
        }
        boolean permit = fields.choice("effect", EFFECTS).equals("permit");
        String sentence = fields.text("sentence");
        int before = problems.count();
        Optional<Node> when = fields.required("when");
        Condition condition = when.isPresent() ? conditions.read(when.get()) : new Condition.Any(List.of());
        boolean whole = problems.count() == before;
        List<Policy.Citation> citations = sources.citations(fields);
        Policy.Remedy remedy = remedy(fields.optionalObject("remedy"));
        fields.end();
        Policy.Effect effect = permit ? Policy.Effect.PERMIT : Policy.Effect.PROHIBIT;
        Policy.Rule rule = new Policy.Rule(id, effect, sentence, condition, citations, remedy);
        if (whole && when.isPresent()) {
            sound.add(new Placed(rule, when.get().at()));
        }
        return rule;
    }

    private Policy.Remedy remedy(Optional<Fields> fields) {
        if (fields.isEmpty()) {
            return Policy.Remedy.NONE;
        }
        Optional<String> member = fields.get().optionalText("member");
        Optional<String> engineer = fields.get().optionalText("engineer");
        fields.get().end();
        return new Policy.Remedy(member, engineer);
    }
}
