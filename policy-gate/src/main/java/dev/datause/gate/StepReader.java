package dev.datause.gate;

import dev.datause.Condition;
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

/** Reads the pipelines and the other steps of a manifest. */
final class StepReader {
    private static final String AGGREGATION = "aggregation";
    private static final String ANONYMISATION = "anonymisation";

    private final Written written;
    private final Problems problems;

    StepReader(Written written, Problems problems) {
        this.written = written;
        this.problems = problems;
    }

    /** A step whose purpose and recipient must be there; an empty list of purposes is a finding and not a problem. */
    Step pipeline(Fields fields) {
        List<Stated<String>> purposes = written.words(fields.optional("purpose"), "purpose");
        Stated<String> recipient = fields.required("recipient")
                .map(node -> written.stated(written.word(node, "recipient"), node.at()))
                .orElseGet(() -> written.stated("", fields.at()));
        return step(fields, true, purposes, Optional.of(recipient));
    }

    /** Any other step. */
    Step step(Fields fields) {
        List<Stated<Tag>> tags = written.tags(fields);
        List<Stated<String>> purposes = tags.stream()
                .map(tag -> new Stated<>(tag.value().purpose(), tag.at()))
                .toList();
        Optional<Stated<String>> recipient =
                tags.stream().findFirst().flatMap(tag -> tag.value().recipient());
        return step(fields, false, purposes, recipient);
    }

    private Step step(
            Fields fields, boolean pipeline, List<Stated<String>> purposes, Optional<Stated<String>> recipient) {
        Stated<String> name = written.name(fields, "name");
        List<Stated<Port>> inputs = written.ports(fields, "inputs");
        List<Stated<Port>> outputs = written.ports(fields, "outputs");
        List<Step.Derivation> derivations = new ArrayList<>();
        for (Node node : fields.optionalList("fields")) {
            Fields.of(node, "a field", problems).ifPresent(field -> derivations.add(derivation(field)));
        }
        List<Stated<Condition>> guards = new ArrayList<>();
        for (Node node : fields.optionalList("guards")) {
            written.condition(node).ifPresent(guards::add);
        }
        boolean asksForItself = pipeline || !purposes.isEmpty();
        Optional<Stated<Step.PolicyCall>> call = fields.optional("guard").flatMap(node -> call(node, asksForItself));
        List<Stated<Breaker>> breakers = new ArrayList<>();
        for (Node node : fields.optionalList("breaks")) {
            Fields.of(node, "a breaker", problems)
                    .flatMap(this::breaker)
                    .ifPresent(breaker -> breakers.add(written.stated(breaker, node.at())));
        }
        Optional<Stated<Window>> runs = written.window(fields, "runs");
        fields.end();
        return new Step(
                name, pipeline, purposes, recipient, inputs, outputs, derivations, guards, call, breakers, runs);
    }

    private Step.Derivation derivation(Fields fields) {
        Optional<Node> output = fields.required("output");
        Port port = output.map(written::port).orElse(Port.of(""));
        if (output.isPresent() && port.field().isEmpty()) {
            problems.add(
                    DocumentCode.WRONG_KIND, output.get().at(), "output is a field: an object with dataset and field");
        }
        fields.required("from");
        List<Stated<Port>> from = written.ports(fields, "from");
        fields.end();
        return new Step.Derivation(written.stated(port, output.map(Node::at).orElse(fields.at())), from);
    }

    private Optional<Stated<Step.PolicyCall>> call(Node node, boolean asksForItself) {
        Optional<Fields> fields = Fields.of(node, "guard", problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Fields of = fields.get();
        String called =
                of.required("policy").map(n -> written.word(n, "policy")).orElse("");
        String reading =
                of.required("reading").map(n -> written.word(n, "reading")).orElse("");
        Optional<Node> purpose = asksForItself ? of.optional("purpose") : of.required("purpose");
        Optional<Node> recipient =
                asksForItself && purpose.isEmpty() ? of.optional("recipient") : of.required("recipient");
        if (purpose.isEmpty() && recipient.isPresent()) {
            problems.add(
                    DocumentCode.MISSING_KEY,
                    recipient.get().at(),
                    "\"recipient\" says by whom, and no \"purpose\" says what for");
        }
        Optional<Tag> use = purpose.map(n -> new Tag(
                written.word(n, "purpose"), recipient.map(r -> written.stated(written.word(r, "recipient"), r.at()))));
        of.end();
        return Optional.of(written.stated(new Step.PolicyCall(called, reading, use), node.at()));
    }

    private Optional<Breaker> breaker(Fields fields) {
        int before = problems.count();
        List<Stated<String>> categories =
                written.distinct(fields.list("categories"), "category", node -> written.word(node, "a category"));
        String method = fields.choice("method", List.of(AGGREGATION, ANONYMISATION));
        Optional<Node> group = fields.optional("minimumGroup");
        OptionalInt minimumGroup = group.isPresent()
                ? Values.whole(group.get(), "minimumGroup", 2, Integer.MAX_VALUE, problems)
                : OptionalInt.empty();
        if (method.equals(AGGREGATION) && group.isEmpty()) {
            problems.add(DocumentCode.MISSING_KEY, fields.at(), "an aggregation says its \"minimumGroup\"");
        }
        if (method.equals(ANONYMISATION) && group.isPresent()) {
            problems.add(
                    DocumentCode.KEYS_TOGETHER,
                    group.get().at(),
                    "\"minimumGroup\" goes with the method " + AGGREGATION + " only");
        }
        String owner = fields.text("owner");
        String reason = fields.text("reason");
        Optional<LocalDate> until = fields.optionalDay("until");
        fields.end();
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new Breaker(
                categories,
                method.equals(AGGREGATION) ? Breaker.Method.AGGREGATION : Breaker.Method.ANONYMISATION,
                minimumGroup,
                owner,
                reason,
                until));
    }
}
