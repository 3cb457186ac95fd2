package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.Vocabulary;
import dev.datause.document.DocumentCode;
import dev.datause.document.Fields;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads what a mapping, or the meta of a dbt project in the same words, says about data. Strict: these words are our own
 * format wherever they stand. Used for one object.
 */
final class DbtWords {
    private static final int LONGEST = 1_024;
    private static final String AGGREGATION = "aggregation";
    private static final List<String> METHODS = List.of(AGGREGATION, "anonymisation");

    /** Makes a location of a position. */
    interface Place {
        Location at(Position position);
    }

    private final Policy policy;
    private final Problems problems;
    private final Place place;
    private final boolean known;
    private final List<Stated<DbtFact>> facts = new ArrayList<>();

    private DbtWords(Policy policy, Problems problems, Place place, boolean known) {
        this.policy = policy;
        this.problems = problems;
        this.place = place;
        this.known = known;
    }

    /**
     * What an object says; nothing after a problem.
     *
     * @param known whether purposes, recipients, categories and audiences must be the policy's; if not they are taken as
     *     written, and are findings of the check
     */
    static List<Stated<DbtFact>> read(
            Node node, String what, Policy policy, Problems problems, Place place, boolean known) {
        Optional<Fields> fields = Fields.of(node, what, problems);
        if (fields.isEmpty()) {
            return List.of();
        }
        DbtWords words = new DbtWords(policy, problems, place, known);
        int before = problems.count();
        words.read(fields.get());
        if (words.facts.isEmpty() && problems.count() == before) {
            problems.add(DocumentCode.EMPTY, node.at(), what + " says nothing");
        }
        return words.facts;
    }

    private void read(Fields fields) {
        for (Node node : many(fields, "categories")) {
            content(node);
        }
        text(fields, "noMemberData", text -> add(new DbtFact.NoMemberData(text), fields.at()));
        Optional<Node> members = fields.optional("members");
        if (members.isPresent()) {
            Population.check(members.get(), policy, problems);
            condition(members.get(), DbtFact.About::new);
        }
        window(fields, "collected", DbtFact.Collected::new);
        for (Node node : many(fields, "purpose")) {
            word(node, "purpose", purposes()).ifPresent(word -> add(new DbtFact.UsedFor(word), node.at()));
        }
        Optional<Node> recipient = fields.optional("recipient");
        if (recipient.isPresent()) {
            word(recipient.get(), "recipient", recipients())
                    .ifPresent(word ->
                            add(new DbtFact.UsedBy(word), recipient.get().at()));
        }
        for (Node node : fields.optionalList("guards")) {
            condition(node, DbtFact.Filters::new);
        }
        fields.optionalObject("guard").ifPresent(this::call);
        for (Node node : fields.optionalList("breaks")) {
            Fields.of(node, "a break", problems).ifPresent(this::breaker);
        }
        window(fields, "runs", DbtFact.Runs::new);
        text(fields, "noPurpose", text -> add(new DbtFact.NoPurpose(text), fields.at()));
        text(fields, "nothing", text -> add(new DbtFact.Nothing(text), fields.at()));
        fields.end();
    }

    private List<String> purposes() {
        return policy.vocabulary().purposes().stream()
                .map(entry -> entry.name().name())
                .toList();
    }

    private List<String> recipients() {
        return policy.vocabulary().recipients().stream()
                .map(entry -> entry.name().name())
                .toList();
    }

    private List<String> categories() {
        return policy.vocabulary().categories().stream()
                .map(entry -> entry.name().name())
                .toList();
    }

    private List<String> audiences() {
        return policy.vocabulary().audiences().stream()
                .map(Vocabulary.Entry::name)
                .toList();
    }

    private static List<Node> many(Fields fields, String key) {
        return fields.optional(key).isPresent() ? fields.oneOrMany(key) : List.of();
    }

    private static void text(Fields fields, String key, Consumer<String> taker) {
        fields.optionalText(key).filter(text -> !text.isEmpty()).ifPresent(taker);
    }

    private void add(DbtFact fact, Position at) {
        facts.add(new Stated<>(fact, place.at(at)));
    }

    private void content(Node node) {
        if (!(node instanceof Node.Members)) {
            word(node, "category", categories())
                    .ifPresent(word -> add(new DbtFact.Holds(new Dataset.Content(word, Optional.empty())), node.at()));
            return;
        }
        Fields fields = Fields.of(node, "a category", problems).orElseThrow();
        Optional<Node> category = fields.required("category");
        Optional<Node> audience = fields.optional("audience");
        fields.end();
        if (category.isPresent()) {
            Optional<String> word = word(category.get(), "category", categories());
            Optional<String> shown =
                    audience.isPresent() ? word(audience.get(), "audience", audiences()) : Optional.empty();
            if (word.isPresent() && shown.isPresent() == audience.isPresent()) {
                add(new DbtFact.Holds(new Dataset.Content(word.get(), shown)), node.at());
            }
        }
    }

    /** A word that should be one of the policy's. */
    private Optional<String> word(Node node, String what, List<String> vocabulary) {
        if (!(node instanceof Node.Text text)) {
            Values.wrongKind(node, what, "text", problems);
            return Optional.empty();
        }
        return word(text.text(), node.at(), what, vocabulary);
    }

    private Optional<String> word(String word, Position at, String what, List<String> vocabulary) {
        if (word.isEmpty()) {
            problems.add(DocumentCode.EMPTY, at, what + " is empty");
        } else if (word.length() > LONGEST) {
            problems.add(DocumentCode.TOO_LONG, at, what + " has more than " + LONGEST + " characters");
        } else if (known && !vocabulary.contains(word)) {
            problems.addUnknown(DocumentCode.UNKNOWN_NAME, at, "the policy has no " + what, word, vocabulary);
        } else {
            return Optional.of(word);
        }
        return Optional.empty();
    }

    private void condition(Node node, Function<Condition, DbtFact> fact) {
        PolicyJson.conditions(policy, problems)
                .apply(node)
                .ifPresent(condition -> add(fact.apply(condition), node.at()));
    }

    private void call(Fields fields) {
        String called = fields.text("policy");
        String reading = fields.text("reading");
        Optional<Node> purpose = fields.optional("purpose");
        Optional<Node> recipient = fields.optional("recipient");
        fields.end();
        Optional<String> use = purpose.isPresent() ? word(purpose.get(), "purpose", purposes()) : Optional.empty();
        Optional<Stated<String>> by = recipient.isPresent()
                ? word(recipient.get(), "recipient", recipients())
                        .map(word -> new Stated<>(word, place.at(recipient.get().at())))
                : Optional.empty();
        if (purpose.isEmpty() && recipient.isPresent()) {
            problems.add(
                    DocumentCode.KEYS_TOGETHER,
                    recipient.get().at(),
                    "guard has a \"recipient\" without a \"purpose\"");
        }
        if (!called.isEmpty() && !reading.isEmpty()) {
            add(
                    new DbtFact.Calls(new Step.PolicyCall(called, reading, use.map(word -> new Tag(word, by)))),
                    fields.at());
        }
    }

    private void breaker(Fields fields) {
        int before = problems.count();
        List<Stated<String>> categories = new ArrayList<>();
        for (Node node : fields.oneOrMany("categories")) {
            word(node, "category", categories())
                    .ifPresent(word -> categories.add(new Stated<>(word, place.at(node.at()))));
        }
        String method = fields.choice("method", METHODS);
        boolean aggregates = method.equals(AGGREGATION);
        OptionalInt group = OptionalInt.empty();
        Optional<Node> minimum = aggregates ? fields.required("minimumGroup") : fields.optional("minimumGroup");
        if (minimum.isPresent() && !aggregates) {
            problems.add(
                    DocumentCode.KEYS_TOGETHER,
                    minimum.get().at(),
                    "\"minimumGroup\" goes with the method " + AGGREGATION + " only");
        } else if (minimum.isPresent()) {
            group = Values.whole(minimum.get(), "minimumGroup", 2, 1_000_000_000, problems);
        }
        String owner = fields.text("owner");
        String reason = fields.text("reason");
        Optional<LocalDate> until = fields.optionalDay("until");
        fields.end();
        if (problems.count() == before) {
            Breaker.Method how = aggregates ? Breaker.Method.AGGREGATION : Breaker.Method.ANONYMISATION;
            add(new DbtFact.Stops(new Breaker(categories, how, group, owner, reason, until)), fields.at());
        }
    }

    private void window(Fields outer, String key, Function<Window, DbtFact> fact) {
        Optional<Fields> fields = outer.optionalObject(key);
        if (fields.isEmpty()) {
            return;
        }
        int before = problems.count();
        Optional<LocalDate> from =
                key.equals("runs") ? fields.get().day("from") : fields.get().optionalDay("from");
        Optional<LocalDate> until = fields.get().optionalDay("until");
        fields.get().end();
        Position at = fields.get().at();
        if (problems.count() > before) {
            return;
        }
        if (from.isEmpty() && until.isEmpty()) {
            problems.add(DocumentCode.EMPTY, at, key + " has neither \"from\" nor \"until\"");
        } else if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            problems.add(DocumentCode.DAYS_REVERSED, at, key + " ends before it begins");
        } else {
            add(fact.apply(new Window(from, until)), at);
        }
    }
}
