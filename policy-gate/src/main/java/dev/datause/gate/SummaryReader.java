package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.DataUsePolicy;
import dev.datause.PolicyJson;
import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.Fields;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Reads a summary of another module, strictly, as datasets and steps: each kind of data that a dataset carries becomes a
 * source and the steps that it has passed, so that nothing else needs to know where it comes from. Used once.
 */
final class SummaryReader {
    private static final Window BEGINNING =
            new Window(Optional.of(LocalDate.of(1900, 1, 1)), Optional.of(LocalDate.of(1900, 1, 1)));
    private static final Window END =
            new Window(Optional.of(LocalDate.of(2200, 12, 31)), Optional.of(LocalDate.of(2200, 12, 31)));

    private final DataUsePolicy policy;
    private final LocalDate asOf;
    private final Imported imported;
    private final Document document;
    private final Problems problems;
    private final Function<Node, Optional<Condition>> conditions;
    private final List<Dataset> datasets = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private String module = "";
    private boolean sameReading;

    private SummaryReader(DataUsePolicy policy, LocalDate asOf, Imported imported, Document document) {
        this.policy = policy;
        this.asOf = asOf;
        this.imported = imported;
        this.document = document;
        problems = Problems.of(document);
        conditions = PolicyJson.conditions(policy.policy(), problems);
    }

    /**
     * Reads a summary.
     *
     * @throws dev.datause.document.DocumentException with every problem, and where it was made under another policy or
     *     has ended
     */
    static Metadata read(
            String name, byte[] bytes, DataUsePolicy policy, LocalDate asOf, Limits limits, Imported imported) {
        Document document = JsonDocument.read(name, bytes, limits);
        SummaryReader reader = new SummaryReader(policy, asOf, imported, document);
        reader.summary();
        reader.problems.throwIfAny();
        return new Metadata(document, reader.datasets, reader.steps, List.of());
    }

    private void summary() {
        Fields fields = Fields.of(document, problems);
        Optional<Node> format = fields.required("format");
        if (format.isPresent()) {
            OptionalInt number = Values.whole(format.get(), "format", 0, Integer.MAX_VALUE, problems);
            if (number.isPresent() && number.getAsInt() != 1) {
                problems.add(DocumentCode.FORMAT, format.get().at(), "format is 1 for this library");
            }
        }
        module = fields.text("module");
        fields.text("policy");
        String hash = fields.text("policyHash");
        if (!hash.isEmpty() && !hash.equals(PolicyJson.contentHash(policy.policy()))) {
            refuse(fields.at(), "it was made under another policy than the one that is checked");
        }
        sameReading = fields.text("reading").equals(policy.reading().name());
        fields.day("asOf");
        Optional<LocalDate> until = fields.optionalDay("until");
        if (until.isPresent() && until.get().isBefore(asOf)) {
            refuse(fields.at(), "it held until " + until.get() + ", when a breaker ended");
        }
        fields.required("datasets");
        for (Node node : items(fields, "datasets")) {
            Fields.of(node, "a dataset", problems).ifPresent(this::dataset);
        }
        fields.end();
    }

    private void refuse(Position at, String why) {
        problems.add(FindingCode.REFUSED_SUMMARY, at, why, "build that module again with this policy, on this day");
    }

    private List<Node> items(Fields fields, String key) {
        Optional<Node> node = fields.optional(key);
        if (node.isPresent() && node.get() instanceof Node.Items items) {
            return items.items();
        }
        node.ifPresent(other -> Values.wrongKind(other, key, "a list", problems));
        return List.of();
    }

    private void dataset(Fields fields) {
        String name = fields.text("name");
        Location at = location(fields).orElse(new Location(document.name(), fields.at()));
        List<Stated<Tag>> uses = uses(fields, at);
        List<Dataset.Field> inside = new ArrayList<>();
        boolean unknown = false;
        boolean whole = fields.optional("fields").isEmpty();
        if (whole) {
            unknown = carried(fields, new Port(name, Optional.empty()), at);
        }
        for (Node node : items(fields, "fields")) {
            Optional<Fields> field = Fields.of(node, "a field", problems);
            if (field.isPresent()) {
                String called = field.get().text("name");
                inside.add(new Dataset.Field(new Stated<>(called, at), List.of(), uses(field.get(), at)));
                unknown |= carried(field.get(), new Port(name, Optional.of(called)), at);
                field.get().end();
            }
        }
        fields.end();
        Dataset.Origin origin = unknown ? Dataset.Origin.UNSTATED : Dataset.Origin.STATED;
        datasets.add(new Dataset(
                new Stated<>(name, at), origin, List.of(), inside, Optional.empty(), Optional.empty(), uses));
    }

    private List<Stated<Tag>> uses(Fields fields, Location at) {
        List<Stated<Tag>> uses = new ArrayList<>();
        for (Node node : items(fields, "uses")) {
            Fields.of(node, "a use", problems).ifPresent(use -> {
                String purpose = use.text("purpose");
                Optional<Stated<String>> recipient =
                        use.optionalText("recipient").map(text -> new Stated<>(text, at));
                use.end();
                uses.add(new Stated<>(new Tag(purpose, recipient), at));
            });
        }
        return uses;
    }

    /** What is at a place; whether more is there of which nothing is known. */
    private boolean carried(Fields fields, Port to, Location at) {
        fields.required("carries");
        for (Node node : items(fields, "carries")) {
            Fields.of(node, "what is carried", problems).ifPresent(taint -> taint(taint, to, at));
        }
        Optional<Node> unknown = fields.optional("unknown");
        unknown.ifPresent(this::isTrue);
        return unknown.isPresent();
    }

    private void isTrue(Node node) {
        if (!(node instanceof Node.Bool bool) || !bool.value()) {
            problems.add(DocumentCode.NOT_A_CHOICE, node.at(), "is true or not there");
        }
    }

    private void taint(Fields fields, Port to, Location at) {
        String key = imported.name();
        Dataset.Content content = new Dataset.Content(fields.text("category"), fields.optionalText("audience"));
        Optional<Stated<Condition>> members =
                fields.optional("members").flatMap(this::condition).map(condition -> new Stated<>(condition, at));
        Optional<Stated<Window>> collected =
                fields.optionalObject("collected").flatMap(this::window).map(window -> new Stated<>(window, at));
        List<Step> passed = new ArrayList<>();
        for (Node node : items(fields, "passed")) {
            Fields.of(node, "a stage", problems).ifPresent(stage -> stage(stage, at, passed));
        }
        List<Hop> way = new ArrayList<>();
        for (Node node : items(fields, "path")) {
            Fields.of(node, "a station", problems).ifPresent(station -> way.add(hop(station)));
        }
        fields.end();
        if (!way.isEmpty() && way.get(way.size() - 1).kind() == Hop.Kind.DATASET) {
            way.remove(way.size() - 1);
        }
        imported.way(key, way, to.dataset());
        datasets.add(new Dataset(
                new Stated<>(key, at),
                Dataset.Origin.STATED,
                List.of(new Stated<>(content, at)),
                List.of(),
                members,
                collected,
                List.of()));
        link(key, passed, to, at);
    }

    /** The stages one after the other, from the source to where its data is. */
    private void link(String key, List<Step> stages, Port to, Location at) {
        List<Step> all = stages.isEmpty() ? List.of(step(List.of(), Optional.empty(), Optional.empty(), at)) : stages;
        Port from = Port.of(key);
        for (int i = 0; i < all.size(); i++) {
            String name = key + " " + i;
            boolean last = i == all.size() - 1;
            Port next = last ? to : Port.of(name);
            if (!last) {
                datasets.add(new Dataset(
                        new Stated<>(name, at),
                        Dataset.Origin.DERIVED,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
            }
            Step stage = all.get(i);
            steps.add(new Step(
                    new Stated<>(name, at),
                    false,
                    List.of(),
                    Optional.empty(),
                    List.of(new Stated<>(from, at)),
                    List.of(new Stated<>(next, at)),
                    List.of(),
                    stage.guards(),
                    stage.call(),
                    List.of(),
                    stage.runs()));
            from = next;
        }
    }

    private static Step step(
            List<Stated<Condition>> guards,
            Optional<Stated<Step.PolicyCall>> call,
            Optional<Stated<Window>> runs,
            Location at) {
        return new Step(
                new Stated<>("", at),
                false,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                guards,
                call,
                List.of(),
                runs);
    }

    private void stage(Fields fields, Location at, List<Step> passed) {
        Optional<Stated<Window>> runs =
                fields.optionalObject("runs").flatMap(this::window).map(window -> new Stated<>(window, at));
        Optional<Node> never = fields.optional("never");
        never.ifPresent(this::isTrue);
        List<Stated<Condition>> guards = new ArrayList<>();
        for (Node node : items(fields, "guards")) {
            condition(node).ifPresent(condition -> guards.add(new Stated<>(condition, at)));
        }
        passed.add(step(
                guards, Optional.empty(), never.isPresent() ? Optional.of(new Stated<>(BEGINNING, at)) : runs, at));
        if (never.isPresent()) {
            passed.add(step(List.of(), Optional.empty(), Optional.of(new Stated<>(END, at)), at));
        }
        for (Stated<Tag> use : permitted(fields, at)) {
            if (sameReading && never.isEmpty()) {
                Step.PolicyCall call = new Step.PolicyCall(
                        policy.policy().id(), policy.reading().name(), Optional.of(use.value()));
                passed.add(step(List.of(), Optional.of(new Stated<>(call, at)), runs, at));
            }
        }
        fields.end();
    }

    private List<Stated<Tag>> permitted(Fields fields, Location at) {
        List<Stated<Tag>> permitted = new ArrayList<>();
        for (Node node : items(fields, "permitted")) {
            Fields.of(node, "a permission", problems).ifPresent(use -> {
                Tag tag = new Tag(use.text("purpose"), Optional.of(new Stated<>(use.text("recipient"), at)));
                use.end();
                permitted.add(new Stated<>(tag, at));
            });
        }
        return permitted;
    }

    private Optional<Condition> condition(Node node) {
        return conditions.apply(node);
    }

    private Optional<Window> window(Fields fields) {
        Optional<LocalDate> from = fields.optionalDay("from");
        Optional<LocalDate> until = fields.optionalDay("until");
        fields.end();
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            problems.add(DocumentCode.DAYS_REVERSED, fields.at(), "ends before it begins");
            return Optional.empty();
        }
        return Optional.of(new Window(from, until));
    }

    private Hop hop(Fields fields) {
        Optional<String> step = fields.optionalText("step");
        String name = step.isPresent() ? step.get() : fields.text("dataset");
        Optional<String> field = fields.optionalText("field");
        Optional<Location> at = location(fields);
        fields.end();
        return new Hop(step.isPresent() ? Hop.Kind.STEP : Hop.Kind.DATASET, name, field, at);
    }

    /** A place in a file of the other module; one of a module further up already says which. */
    private Optional<Location> location(Fields outer) {
        return outer.optionalObject("at").map(fields -> {
            String file = fields.text("file");
            int line = number(fields, "line");
            int column = number(fields, "column");
            fields.end();
            return new Location(
                    file.contains(Imported.INSIDE) ? file : module + Imported.INSIDE + file,
                    new Position(line, column));
        });
    }

    private int number(Fields fields, String key) {
        return fields.required(key)
                .map(node -> Values.whole(node, key, 1, Integer.MAX_VALUE, problems))
                .orElse(OptionalInt.empty())
                .orElse(1);
    }
}
