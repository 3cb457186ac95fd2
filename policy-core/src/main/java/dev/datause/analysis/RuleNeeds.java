package dev.datause.analysis;

import dev.datause.Condition;
import dev.datause.Policy;
import dev.datause.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a rule names, by itself or through what it names: definitions, tables, and the questions on whose answers it depends. */
final class RuleNeeds {
    private final Policy policy;
    private final Map<String, Condition> conditions;
    private final Map<String, Vocabulary.Jurisdiction> places = new HashMap<>();
    private final Set<String> definitions = new HashSet<>();
    private final Set<String> tables = new HashSet<>();
    private final Set<String> jurisdictions = new HashSet<>();
    private final Set<String> questions = new TreeSet<>();

    RuleNeeds(Policy policy, Map<String, Condition> conditions, Policy.Rule rule) {
        this.policy = policy;
        this.conditions = conditions;
        policy.vocabulary().jurisdictions().forEach(one -> places.put(one.name(), one));
        find(rule.when());
        for (Policy.FirstDays table : firstDays()) {
            table.rows().forEach(row -> row.in().forEach(this::place));
        }
    }

    /** The tables, in the order of the policy. */
    List<Policy.FirstDays> firstDays() {
        return policy.firstDays().stream()
                .filter(table -> tables.contains(table.name()))
                .toList();
    }

    /** The definitions, in the order of the policy. */
    List<Policy.Definition> definitions() {
        return policy.definitions().stream()
                .filter(definition -> definitions.contains(definition.name()))
                .toList();
    }

    /** Whether the definition is named, by the rule or by what it names. */
    boolean names(String definition) {
        return definitions.contains(definition);
    }

    /** The names of the questions. */
    Set<String> questions() {
        return questions;
    }

    private void find(Condition condition) {
        if (condition instanceof Condition.Answered answered) {
            questions.add(answered.question());
        } else if (condition instanceof Condition.Located located) {
            located.in().forEach(this::place);
        } else if (condition instanceof Condition.FirstDayReached reached) {
            tables.add(reached.table());
        } else if (condition instanceof Condition.Defined defined) {
            Condition meant = conditions.get(defined.name());
            if (meant != null && definitions.add(defined.name())) {
                find(meant);
            }
        }
        condition.parts().forEach(this::find);
    }

    private void place(String name) {
        Vocabulary.Jurisdiction jurisdiction = places.get(name);
        if (jurisdiction != null && jurisdictions.add(name)) {
            jurisdiction.includes().forEach(this::place);
            jurisdiction.allExcept().ifPresent(names -> names.forEach(this::place));
            for (Vocabulary.IncludesWhen when : jurisdiction.includesWhen()) {
                questions.add(when.question());
                when.jurisdictions().forEach(this::place);
            }
        }
    }
}
