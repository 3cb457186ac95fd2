package dev.datause;

import dev.datause.document.DocumentCode;
import dev.datause.document.Fields;
import dev.datause.document.Node;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads conditions, every name in them resolved. After a problem a condition that is false stands in, and is thrown away. */
final class ConditionReader {
    private static final Condition BROKEN = new Condition.Any(List.of());
    private static final List<String> KINDS = List.of(
            "all",
            "any",
            "not",
            "certainly",
            "possibly",
            "defined",
            "purpose",
            "recipient",
            "category",
            "audience",
            "located",
            "firstDay",
            "age",
            "setting",
            "signal",
            "objection",
            "flag",
            "trait",
            "used",
            "collected",
            "answer");
    private static final List<String> MOMENTS = List.of("use", "collection");
    private static final List<String> ON_OFF = List.of("on", "off");
    private static final List<String> PRESENT_ABSENT = List.of("present", "absent");
    private static final List<String> STAGES = List.of("filed", "granted");
    private static final List<String> COUNTS = List.of("same-day", "next-day");
    private static final int OLDEST = 150;

    private final Known known;
    private final Problems problems;

    ConditionReader(Known known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    Condition read(Node node) {
        if (!(node instanceof Node.Members members)) {
            Values.wrongKind(node, "a condition", "an object", problems);
            return BROKEN;
        }
        if (members.entries().size() != 1) {
            String found =
                    members.entries().isEmpty() ? "none" : members.entries().size() + "";
            problems.add(
                    DocumentCode.NOT_A_CONDITION,
                    members.entries().isEmpty()
                            ? members.at()
                            : members.entries().get(1).keyAt(),
                    "a condition has exactly one key, not " + found,
                    "join conditions with \"all\" or \"any\"");
            return BROKEN;
        }
        Node.Entry entry = members.entries().get(0);
        return read(entry, entry.value());
    }

    private Condition read(Node.Entry entry, Node value) {
        return switch (entry.key()) {
            case "all" -> new Condition.All(conditions(value, "all"));
            case "any" -> new Condition.Any(conditions(value, "any"));
            case "not" -> new Condition.Not(read(value));
            case "certainly" -> new Condition.Certainly(read(value));
            case "possibly" -> new Condition.Possibly(read(value));
            case "defined" -> new Condition.Defined(name(known.definitions, value));
            case "purpose" -> new Condition.PurposeIs(oneOf(known.purposes, value, "purpose"));
            case "recipient" -> new Condition.RecipientIs(oneOf(known.recipients, value, "recipient"));
            case "category" -> new Condition.CategoryIs(oneOf(known.categories, value, "category"));
            case "audience" -> new Condition.AudienceIs(oneOf(known.audiences, value, "audience"));
            case "flag" -> new Condition.FlagIsSet(name(known.flags, value));
            default -> fields(entry);
        };
    }

    private Condition fields(Node.Entry entry) {
        if (!KINDS.contains(entry.key())) {
            problems.addUnknown(DocumentCode.NOT_A_CONDITION, entry.keyAt(), "unknown condition", entry.key(), KINDS);
            return BROKEN;
        }
        Optional<Fields> fields = Fields.of(entry.value(), entry.key(), problems);
        return fields.isPresent() ? read(entry.key(), fields.get()) : BROKEN;
    }

    private Condition read(String kind, Fields fields) {
        Condition condition = switch (kind) {
            case "located" ->
                new Condition.Located(known.jurisdictions.resolve(fields.list("in"), problems), moment(fields, "at"));
            case "firstDay" -> firstDay(fields);
            case "age" -> age(fields);
            case "setting" -> setting(fields);
            case "signal" -> signal(fields);
            case "objection" -> objection(fields);
            case "trait" -> trait(fields);
            case "used" -> used(fields);
            case "collected" -> collected(fields);
            default -> answer(fields);
        };
        fields.end();
        return condition;
    }

    private List<Condition> conditions(Node value, String what) {
        List<Node> nodes = Values.list(value, what, problems);
        List<Condition> conditions = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            conditions.add(read(node));
        }
        return conditions;
    }

    private <T> List<T> oneOf(Words<T> words, Node value, String what) {
        return words.resolve(Values.oneOrMany(value, what, problems), problems);
    }

    /** The name at a node, which must be known; empty after a problem. */
    private String name(Words<String> words, Node node) {
        String name = words.resolve(node, problems);
        return name == null ? "" : name;
    }

    private String name(Words<String> words, Fields fields, String key) {
        Optional<Node> node = fields.required(key);
        return node.isPresent() ? name(words, node.get()) : "";
    }

    private Moment moment(Fields fields, String key) {
        Optional<Node> node = fields.required(key);
        if (node.isEmpty()) {
            return Moment.USE;
        }
        if (node.get() instanceof Node.Text text) {
            Optional<LocalDate> day = Values.day(text.text());
            if (day.isPresent()) {
                return Moment.on(day.get());
            }
            if (text.text().equals("use")) {
                return Moment.USE;
            }
            if (text.text().equals("collection")) {
                return Moment.COLLECTION;
            }
            String message = key + " is use, collection or a day YYYY-MM-DD, not";
            problems.addUnknown(DocumentCode.NOT_A_CHOICE, node.get().at(), message, text.text(), MOMENTS);
            return Moment.USE;
        }
        Values.wrongKind(node.get(), key, "use, collection or a day YYYY-MM-DD", problems);
        return Moment.USE;
    }

    private Counts counts(Fields fields, String key) {
        return fields.choice(key, COUNTS).equals("next-day") ? Counts.NEXT_DAY : Counts.SAME_DAY;
    }

    private Condition firstDay(Fields fields) {
        String table = name(known.tables, fields, "table");
        Moment place = moment(fields, "place");
        boolean use = fields.choice("reachedBy", MOMENTS).equals("use");
        return new Condition.FirstDayReached(table, place, use ? Moment.USE : Moment.COLLECTION);
    }

    private Condition age(Fields fields) {
        Optional<Node> least = fields.required("atLeast");
        OptionalInt years =
                least.isPresent() ? Values.whole(least.get(), "atLeast", 1, OLDEST, problems) : OptionalInt.empty();
        Moment at = moment(fields, "at");
        return years.isPresent() ? new Condition.AgeAtLeast(years.getAsInt(), at) : BROKEN;
    }

    private Condition setting(Fields fields) {
        String name = name(known.settings, fields, "name");
        boolean on = fields.choice("is", ON_OFF).equals("on");
        return new Condition.SettingIs(name, on, moment(fields, "at"), counts(fields, "onCounts"));
    }

    private Condition signal(Fields fields) {
        String name = name(known.signals, fields, "name");
        boolean present = fields.choice("is", PRESENT_ABSENT).equals("present");
        return new Condition.SignalIs(name, present, moment(fields, "at"), counts(fields, "absentCounts"));
    }

    private Condition objection(Fields fields) {
        String scope = name(known.objections, fields, "scope");
        boolean filed = fields.choice("stage", STAGES).equals("filed");
        Condition.Stage stage = filed ? Condition.Stage.FILED : Condition.Stage.GRANTED;
        return new Condition.ObjectionStands(scope, stage, moment(fields, "at"), counts(fields, "withdrawalCounts"));
    }

    private Condition trait(Fields fields) {
        Optional<Node> name = fields.required("name");
        List<Node> is = fields.oneOrMany("is");
        Words<String> values = name.isPresent() ? known.traits.resolve(name.get(), problems) : null;
        if (values == null || !(name.get() instanceof Node.Text text)) {
            return BROKEN;
        }
        return new Condition.TraitIs(text.text(), values.resolve(is, problems));
    }

    private Condition used(Fields fields) {
        Optional<Node> before = fields.optional("before");
        if (before.isPresent()) {
            if (fields.optional("from").isPresent()) {
                problems.add(DocumentCode.KEYS_TOGETHER, fields.at(), "\"from\" and \"before\" do not go together");
            }
            Values.choice(before.get(), "before", List.of("collection"), problems);
            return new Condition.UsedBeforeCollected();
        }
        Optional<LocalDate> from = fields.day("from");
        return from.isPresent() ? new Condition.UsedFrom(from.get()) : BROKEN;
    }

    private Condition collected(Fields fields) {
        Optional<LocalDate> from = fields.day("from");
        return from.isPresent() ? new Condition.CollectedFrom(from.get()) : BROKEN;
    }

    private Condition answer(Fields fields) {
        Optional<Node> question = fields.required("question");
        Optional<Node> is = fields.required("is");
        @Nullable
        Words<String> answers = question.isPresent() ? known.questions.resolve(question.get(), problems) : null;
        if (answers == null || is.isEmpty() || !(question.get() instanceof Node.Text text)) {
            return BROKEN;
        }
        return new Condition.Answered(text.text(), name(answers, is.get()));
    }
}
