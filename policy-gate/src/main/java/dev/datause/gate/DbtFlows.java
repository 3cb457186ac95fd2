package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes datasets and steps of a dbt project. Everything but exposures is a dataset; what reads something is a step that
 * writes it; an exposure is a step that uses what it reads. All of an input may be in the output: dbt has no lineage of
 * columns.
 */
final class DbtFlows {
    private static final List<Class<? extends DbtFact>> OF_STEPS =
            List.of(DbtFact.Filters.class, DbtFact.Calls.class, DbtFact.Stops.class, DbtFact.Runs.class);
    private static final List<Class<? extends DbtFact>> OF_CONTENTS =
            List.of(DbtFact.About.class, DbtFact.Collected.class);
    private static final List<Class<? extends DbtFact>> OF_EXPOSURES = List.of(DbtFact.NoPurpose.class);

    private final Document document;
    private final DbtManifest manifest;
    private final DbtMatches matches;
    private final Problems problems;
    private final DbtTables tables;
    private final List<Dataset> datasets = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Stated<String>> ignored;

    DbtFlows(Document document, DbtManifest manifest, DbtMatches matches, Problems problems) {
        this.document = document;
        this.manifest = manifest;
        this.matches = matches;
        this.problems = problems;
        tables = DbtTables.of(manifest);
        ignored = new ArrayList<>(manifest.ignored());
        ignored.addAll(tables.beyond());
    }

    Metadata metadata() {
        for (DbtNode node : manifest.nodes().values()) {
            DbtSaid said = matches.of(node);
            if (node.kind() == DbtKind.EXPOSURE) {
                exposure(node, said);
            } else {
                dataset(node, said);
            }
        }
        return new Metadata(document, datasets, steps, ignored);
    }

    private void dataset(DbtNode node, DbtSaid said) {
        List<Stated<Port>> inputs = inputs(node);
        said.refuse(OF_EXPOSURES, "only an exposure is a use by itself", problems);
        if (inputs.isEmpty()) {
            said.refuse(OF_STEPS, "nothing flows into " + problems.shown(node.id()), problems);
        }
        List<Dataset.Field> fields = fields(node);
        List<Stated<Dataset.Content>> contents = contents(said);
        boolean stated = !contents.isEmpty()
                || fields.stream().anyMatch(field -> !field.contents().isEmpty())
                || said.says(DbtFact.NoMemberData.class);
        if (!stated && !inputs.isEmpty()) {
            said.refuse(OF_CONTENTS, "it is about what a table holds by itself, and all of this flows in", problems);
        }
        datasets.add(new Dataset(
                new Stated<>(node.id(), node.at()),
                stated ? Dataset.Origin.STATED : inputs.isEmpty() ? Dataset.Origin.UNSTATED : Dataset.Origin.DERIVED,
                contents,
                fields,
                said.one(DbtFact.About.class, problems)
                        .map(fact -> new Stated<>(fact.value().members(), fact.at())),
                said.one(DbtFact.Collected.class, problems)
                        .map(fact -> new Stated<>(fact.value().days(), fact.at())),
                uses(said)));
        if (!inputs.isEmpty()) {
            steps.add(step(node, said, inputs));
        }
    }

    private List<Dataset.Field> fields(DbtNode node) {
        List<Dataset.Field> fields = new ArrayList<>();
        for (DbtNode.Column column : node.columns()) {
            DbtSaid said = matches.of(node, column);
            said.refuse(OF_STEPS, "a column is not a step", problems);
            said.refuse(OF_CONTENTS, "a column is not a table", problems);
            said.refuse(OF_EXPOSURES, "only an exposure is a use by itself", problems);
            fields.add(new Dataset.Field(column.name(), contents(said), uses(said)));
        }
        return fields;
    }

    private static List<Stated<Dataset.Content>> contents(DbtSaid said) {
        return said.all(DbtFact.Holds.class).stream()
                .map(fact -> new Stated<>(fact.value().content(), fact.at()))
                .toList();
    }

    private Optional<Stated<String>> recipient(DbtSaid said) {
        return said.one(DbtFact.UsedBy.class, problems)
                .map(fact -> new Stated<>(fact.value().recipient(), fact.at()));
    }

    private List<Stated<Tag>> uses(DbtSaid said) {
        Optional<Stated<String>> recipient = recipient(said);
        List<Stated<Tag>> uses = new ArrayList<>();
        for (Stated<DbtFact.UsedFor> use : said.all(DbtFact.UsedFor.class)) {
            uses.add(new Stated<>(new Tag(use.value().purpose(), recipient), use.at()));
        }
        if (recipient.isPresent() && uses.isEmpty()) {
            problems.add(
                    DocumentCode.KEYS_TOGETHER,
                    recipient.get().at().at(),
                    "there is a recipient, and no purpose for which it would use the data");
        }
        return uses;
    }

    /** What it reads: what dbt says, and the tables that its SQL reads beyond that. */
    private List<Stated<Port>> inputs(DbtNode node) {
        Map<String, Stated<Port>> inputs = new LinkedHashMap<>();
        for (Stated<String> parent : node.parents()) {
            inputs.put(parent.value(), new Stated<>(Port.of(parent.value()), parent.at()));
        }
        for (Stated<String> parent : tables.alsoReads(node)) {
            inputs.putIfAbsent(parent.value(), new Stated<>(Port.of(parent.value()), parent.at()));
        }
        return List.copyOf(inputs.values());
    }

    private Step step(DbtNode node, DbtSaid said, List<Stated<Port>> inputs) {
        return new Step(
                new Stated<>(node.id(), node.at()),
                false,
                List.of(),
                Optional.empty(),
                inputs,
                List.of(new Stated<>(Port.of(node.id()), node.at())),
                List.of(),
                guards(said),
                call(said).map(call -> asking(call, said)),
                said.all(DbtFact.Stops.class).stream()
                        .map(fact -> new Stated<>(fact.value().breaker(), fact.at()))
                        .toList(),
                runs(said));
    }

    private static List<Stated<Condition>> guards(DbtSaid said) {
        return said.all(DbtFact.Filters.class).stream()
                .map(fact -> new Stated<>(fact.value().guard(), fact.at()))
                .toList();
    }

    private Optional<Stated<Window>> runs(DbtSaid said) {
        return said.one(DbtFact.Runs.class, problems)
                .map(fact -> new Stated<>(fact.value().days(), fact.at()));
    }

    private Optional<Stated<Step.PolicyCall>> call(DbtSaid said) {
        return said.one(DbtFact.Calls.class, problems)
                .map(fact -> new Stated<>(fact.value().call(), fact.at()));
    }

    /** A table has uses and its step has none: the call of a step must say what it asks for, or the one use says it. */
    private Stated<Step.PolicyCall> asking(Stated<Step.PolicyCall> call, DbtSaid said) {
        if (call.value().use().isPresent()) {
            return call;
        }
        List<Stated<Tag>> uses = uses(said);
        if (uses.size() != 1) {
            problems.add(
                    DocumentCode.MISSING_KEY,
                    call.at().at(),
                    "guard does not say for which purpose it asks the policy",
                    "write its \"purpose\"");
            return call;
        }
        Step.PolicyCall asked = new Step.PolicyCall(
                call.value().policy(),
                call.value().reading(),
                Optional.of(uses.get(0).value()));
        return new Stated<>(asked, call.at());
    }

    private void exposure(DbtNode node, DbtSaid said) {
        said.refuse(OF_CONTENTS, "an exposure is a use, and no data", problems);
        said.refuse(
                List.of(DbtFact.Stops.class, DbtFact.NoMemberData.class),
                "an exposure is a use, and writes no data",
                problems);
        List<Stated<String>> purposes = said.all(DbtFact.UsedFor.class).stream()
                .map(fact -> new Stated<>(fact.value().purpose(), fact.at()))
                .toList();
        Optional<Stated<DbtFact.NoPurpose>> none =
                said.all(DbtFact.NoPurpose.class).stream().findFirst();
        if (purposes.isEmpty() && none.isPresent()) {
            ignored.add(new Stated<>(
                    "exposure " + node.id() + ", for no purpose of the policy: "
                            + none.get().value().reason(),
                    node.at()));
            return;
        }
        List<Stated<Port>> inputs = new ArrayList<>(inputs(node));
        List<Stated<Dataset.Content>> contents = contents(said);
        if (!contents.isEmpty()) {
            // It is said to hold data: then it uses that too, wherever it comes from.
            datasets.add(new Dataset(
                    new Stated<>(node.id(), node.at()),
                    Dataset.Origin.STATED,
                    contents,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()));
            inputs.add(new Stated<>(Port.of(node.id()), contents.get(0).at()));
        }
        steps.add(new Step(
                new Stated<>(node.id(), node.at()),
                true,
                purposes,
                recipient(said),
                inputs,
                List.of(),
                List.of(),
                guards(said),
                call(said),
                List.of(),
                runs(said)));
    }
}
