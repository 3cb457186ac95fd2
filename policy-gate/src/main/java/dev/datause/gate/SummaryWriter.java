package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.DataUsePolicy;
import dev.datause.Passage;
import dev.datause.PolicyJson;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Position;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes down what the datasets of a module carry, so that other modules can be checked without its documents. */
final class SummaryWriter {
    private static final int MOST_STATIONS = 100;

    private final DataUsePolicy policy;
    private final Taints taints;
    private final int[] values;
    private final Ways ways;

    SummaryWriter(DataUsePolicy policy, Taints taints, int[] values, Ways ways) {
        this.policy = policy;
        this.taints = taints;
        this.values = values;
        this.ways = ways;
    }

    /**
     * The summary.
     *
     * @param elsewhere the datasets of other modules, which say themselves what they carry
     * @param until the last day on which it holds, if a breaker ends
     */
    String of(
            String module,
            LocalDate asOf,
            Optional<LocalDate> until,
            List<Lineage.Store> stores,
            Set<String> elsewhere) {
        Map<String, Node> out = new LinkedHashMap<>();
        out.put("format", number(1));
        out.put("module", text(module));
        out.put("policy", text(policy.policy().id()));
        out.put("policyHash", text(PolicyJson.contentHash(policy.policy())));
        out.put("reading", text(policy.reading().name()));
        out.put("asOf", text(asOf.toString()));
        until.ifPresent(day -> out.put("until", text(day.toString())));
        List<Node> datasets = new ArrayList<>();
        for (Lineage.Store store : stores) {
            if (store.declared.isPresent() && !elsewhere.contains(store.name)) {
                datasets.add(dataset(store, store.declared.get()));
            }
        }
        out.put("datasets", list(datasets));
        return JsonDocument.write(object(out));
    }

    private Node dataset(Lineage.Store store, Dataset dataset) {
        Map<String, Node> out = new LinkedHashMap<>();
        out.put("name", text(store.name));
        out.put("at", location(dataset.name().at()));
        if (!dataset.uses().isEmpty()) {
            out.put("uses", list(dataset.uses().stream().map(this::use).toList()));
        }
        if (dataset.fields().isEmpty()) {
            carried(store.out, out);
            return object(out);
        }
        List<Node> fields = new ArrayList<>();
        for (Dataset.Field field : dataset.fields()) {
            Map<String, Node> inside = new LinkedHashMap<>();
            inside.put("name", text(field.name().value()));
            if (!field.uses().isEmpty()) {
                inside.put("uses", list(field.uses().stream().map(this::use).toList()));
            }
            carried(store.read(Optional.of(field.name().value())), inside);
            fields.add(object(inside));
        }
        out.put("fields", list(fields));
        return object(out);
    }

    private Node use(Stated<Tag> tag) {
        Map<String, Node> out = new LinkedHashMap<>();
        out.put("purpose", text(tag.value().purpose()));
        tag.value().recipient().ifPresent(recipient -> out.put("recipient", text(recipient.value())));
        return object(out);
    }

    /** What could be anything is said to be so, and so is what is not known exactly. */
    private void carried(int place, Map<String, Node> out) {
        List<Node> carries = new ArrayList<>();
        boolean unknown = false;
        for (long taint : taints.taints(values[place])) {
            if (Taints.isMark(taint) || Taints.passed(taint) == GuardSets.UNTOLD) {
                unknown = true;
            } else {
                carries.add(taint(place, taint));
            }
        }
        if (unknown) {
            out.put("unknown", new Node.Bool(Position.START, true));
        }
        out.put("carries", list(carries));
    }

    private Node taint(int place, long taint) {
        Source source = taints.source(taint);
        Map<String, Node> out = new LinkedHashMap<>();
        out.put("category", text(source.content().category()));
        source.content().audience().ifPresent(audience -> out.put("audience", text(audience)));
        source.members().ifPresent(members -> out.put("members", condition(members)));
        source.collected().ifPresent(window -> out.put("collected", days(window.from(), window.until())));
        List<Node> stages = stages(taint);
        if (!stages.isEmpty()) {
            out.put("passed", list(stages));
        }
        List<Hop> hops = ways.hops(ways.shortest(place, taint, Span.NONE));
        out.put(
                "path",
                list(PathEnds.of(hops, MOST_STATIONS).stream()
                        .map(SummaryWriter::hop)
                        .toList()));
        return object(out);
    }

    /** The filters by the days on which they count in full, from the source on: of these the earlier lie in the later. */
    private List<Node> stages(long taint) {
        GuardSets guards = taints.guards;
        Map<Span, List<GuardSets.Token>> byDays = new LinkedHashMap<>();
        Span whole = guards.days(Taints.passed(taint));
        if (!whole.equals(Span.ALWAYS)) {
            byDays.put(whole, new ArrayList<>());
        }
        guards.tokens(Taints.passed(taint)).stream()
                .sorted((a, b) -> a.days().equals(b.days()) ? 0 : a.days().covers(b.days()) ? 1 : -1)
                .forEach(token -> byDays.computeIfAbsent(token.days(), days -> new ArrayList<>())
                        .add(token));
        List<Node> stages = new ArrayList<>();
        byDays.forEach((days, tokens) -> {
            Map<String, Node> stage = new LinkedHashMap<>();
            if (days.equals(Span.NONE)) {
                stage.put("never", new Node.Bool(Position.START, true));
            } else if (!days.equals(Span.ALWAYS)) {
                stage.put(
                        "runs",
                        days(
                                Optional.of(days.from()).filter(day -> !day.equals(LocalDate.MIN)),
                                Optional.of(days.until()).filter(day -> !day.equals(LocalDate.MAX))));
            }
            List<Node> conditions = new ArrayList<>();
            List<Node> permitted = new ArrayList<>();
            for (GuardSets.Token token : tokens) {
                Filter filter = guards.filter(token);
                filter.condition().ifPresent(condition -> conditions.add(condition(condition)));
                filter.permitted().ifPresent(other -> permitted.add(permitted(other)));
            }
            if (!conditions.isEmpty()) {
                stage.put("guards", list(conditions));
            }
            if (!permitted.isEmpty()) {
                stage.put("permitted", list(permitted));
            }
            stages.add(object(stage));
        });
        return stages;
    }

    private static Node permitted(Passage.Other other) {
        Map<String, Node> out = new LinkedHashMap<>();
        out.put("purpose", text(other.purpose().name()));
        out.put("recipient", text(other.recipient().name()));
        return object(out);
    }

    private static Node hop(Hop hop) {
        Map<String, Node> out = new LinkedHashMap<>();
        out.put(hop.kind() == Hop.Kind.STEP ? "step" : "dataset", text(hop.name()));
        hop.field().ifPresent(field -> out.put("field", text(field)));
        hop.at().ifPresent(at -> out.put("at", location(at)));
        return object(out);
    }

    private static Node location(Location at) {
        Map<String, Node> out = new LinkedHashMap<>();
        out.put("file", text(at.file()));
        out.put("line", number(at.at().line()));
        out.put("column", number(at.at().column()));
        return object(out);
    }

    private static Node days(Optional<LocalDate> from, Optional<LocalDate> until) {
        Map<String, Node> out = new LinkedHashMap<>();
        from.ifPresent(day -> out.put("from", text(day.toString())));
        until.ifPresent(day -> out.put("until", text(day.toString())));
        return object(out);
    }

    private static Node condition(Condition condition) {
        byte[] json = PolicyJson.write(condition).getBytes(StandardCharsets.UTF_8);
        return JsonDocument.read("condition", json, Limits.STANDARD).root();
    }

    private static Node object(Map<String, Node> members) {
        return new Node.Members(
                Position.START,
                members.entrySet().stream()
                        .map(entry -> new Node.Entry(entry.getKey(), Position.START, entry.getValue()))
                        .toList());
    }

    private static Node list(List<Node> items) {
        return new Node.Items(Position.START, items);
    }

    private static Node text(String text) {
        return new Node.Text(Position.START, text);
    }

    private static Node number(int number) {
        return new Node.Num(Position.START, Integer.toString(number));
    }
}
