package dev.datause;

import dev.datause.document.DocumentCode;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold between the parts of a policy: no circles, no country in two rows, no rule that can never match. */
final class PolicyChecks {
    /** How many names may stand below each other: whatever follows them by recursion has stack enough. */
    static final int HIGHEST = 64;

    private final Policy policy;
    private final Places places;
    private final Problems problems;

    PolicyChecks(Policy policy, Places places, Problems problems) {
        this.policy = policy;
        this.places = places;
        this.problems = problems;
    }

    /** Checks the trees of the vocabulary, and, if nothing was wrong so far, jurisdictions and tables. Whether no tree is a circle. */
    boolean words(boolean sound) {
        Vocabulary vocabulary = policy.vocabulary();
        NameGraph recipients = new NameGraph();
        for (Vocabulary.RecipientEntry entry : vocabulary.recipients()) {
            recipients.add(
                    entry.name().name(),
                    entry.under().isPresent() ? List.of(entry.under().get().name()) : List.of());
        }
        boolean trees = acyclic(recipients, "recipients", "vocabulary", "recipients");
        NameGraph categories = new NameGraph();
        for (Vocabulary.CategoryEntry entry : vocabulary.categories()) {
            categories.add(
                    entry.name().name(),
                    entry.under().isPresent() ? List.of(entry.under().get().name()) : List.of());
        }
        trees &= acyclic(categories, "categories", "vocabulary", "categories");
        NameGraph jurisdictions = new NameGraph();
        for (Vocabulary.Jurisdiction jurisdiction : vocabulary.jurisdictions()) {
            jurisdictions.add(jurisdiction.name(), used(jurisdiction));
        }
        if (acyclic(jurisdictions, "jurisdictions", "vocabulary", "jurisdictions") && sound) {
            new RegionChecks(policy, places, problems).run();
        }
        return trees;
    }

    private static List<String> used(Vocabulary.Jurisdiction jurisdiction) {
        List<String> used = new ArrayList<>(jurisdiction.includes());
        for (Vocabulary.IncludesWhen when : jurisdiction.includesWhen()) {
            used.addAll(when.jurisdictions());
        }
        if (jurisdiction.allExcept().isPresent()) {
            used.addAll(jurisdiction.allExcept().get());
        }
        return used;
    }

    /** Reports circles and names too deep below each other. Whether there were none. */
    private boolean acyclic(NameGraph graph, String what, String... path) {
        graph.walked();
        for (List<String> circle : graph.circles()) {
            String first = circle.get(0);
            String way = String.join(" -> ", circle) + " -> " + first;
            problems.add(DocumentCode.CIRCLE, at(path, first), what + " in a circle: " + way);
        }
        if (!graph.circles().isEmpty()) {
            return false;
        }
        for (String name : graph.order()) {
            if (graph.height(name) == HIGHEST + 1) {
                String message = what + " nested deeper than " + HIGHEST + " names (limit of names below each other)";
                problems.add(DocumentCode.LIMIT, at(path, name), message);
                return false;
            }
        }
        return true;
    }

    private Position at(String[] path, String name) {
        List<String> steps = new ArrayList<>(List.of(path));
        steps.add(name);
        return places.of(steps.toArray(new String[0]));
    }

    /** Checks definitions, and rules in which nothing was wrong so far. */
    void conditions(boolean sound, List<PolicyReader.Placed> rules) {
        NameGraph graph = new NameGraph();
        for (Policy.Definition definition : policy.definitions()) {
            Set<String> used = new LinkedHashSet<>();
            definitionsIn(definition.condition(), used);
            graph.add(definition.name(), List.copyOf(used));
        }
        if (!acyclic(graph, "definitions", "definitions")) {
            return;
        }
        if (rules.size() == policy.rules().size()) {
            unused();
        }
        if (sound) {
            new RuleChecks(policy, problems).run(rules);
        }
    }

    private void unused() {
        Set<String> used = new LinkedHashSet<>();
        for (Policy.Rule rule : policy.rules()) {
            definitionsIn(rule.when(), used);
        }
        Map<String, Condition> definitions = new HashMap<>();
        for (Policy.Definition definition : policy.definitions()) {
            definitions.put(definition.name(), definition.condition());
        }
        List<String> open = new ArrayList<>(used);
        for (int i = 0; i < open.size(); i++) {
            Set<String> further = new HashSet<>();
            Condition condition = definitions.get(open.get(i));
            if (condition != null) {
                definitionsIn(condition, further);
            }
            for (String name : further) {
                if (used.add(name)) {
                    open.add(name);
                }
            }
        }
        for (Policy.Definition definition : policy.definitions()) {
            if (!used.contains(definition.name())) {
                problems.add(
                        DocumentCode.UNUSED_DEFINITION,
                        places.of("definitions", definition.name()),
                        "no rule uses the definition " + definition.name());
            }
        }
    }

    private static void definitionsIn(Condition condition, Set<String> into) {
        if (condition instanceof Condition.Defined defined) {
            into.add(defined.name());
        }
        for (Condition part : condition.parts()) {
            definitionsIn(part, into);
        }
    }
}
