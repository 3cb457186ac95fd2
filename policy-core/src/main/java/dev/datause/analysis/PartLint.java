package dev.datause.analysis;

import dev.datause.AnalysisLimitException;
import dev.datause.Category;
import dev.datause.Condition;
import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.Purpose;
import dev.datause.Reading;
import dev.datause.Recipient;
import dev.datause.UseExample;
import dev.datause.UseKind;
import dev.datause.UseSet;
import dev.datause.UseSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds rules that no use meets, and parts of conditions without which the rules apply to the same uses: under every
 * combination of answers that matters to a rule, each rule by itself.
 */
final class PartLint {
    private final Policy policy;
    private final Map<String, Condition> definitions = new HashMap<>();
    /** For each rule that some use meets, one. */
    private final Map<String, UseExample> reached = new LinkedHashMap<>();

    private final List<Variant> idle = new ArrayList<>();
    private final List<UseKind> all;

    /** A condition of the policy without one of its parts; equal to itself only. */
    static final class Variant {
        /** {@code rule} or {@code definition} and the name. */
        final String where;

        final ConditionParts.Without without;

        Variant(String where, ConditionParts.Without without) {
            this.where = where;
            this.without = without;
        }
    }

    private final UseSpace whole;

    /** Looks at a policy's rules, in spaces beside one of the whole policy. */
    PartLint(Policy policy, UseSpace whole) {
        this.policy = policy;
        this.whole = whole;
        all = UseKind.all(policy.vocabulary());
        policy.definitions().forEach(definition -> definitions.put(definition.name(), definition.condition()));
        for (Policy.Rule rule : policy.rules()) {
            ConditionParts.withoutOnePart(rule.when())
                    .forEach(without -> idle.add(new Variant("rule " + rule.id(), without)));
        }
        for (Policy.Definition definition : policy.definitions()) {
            ConditionParts.withoutOnePart(definition.condition())
                    .forEach(without -> idle.add(new Variant("definition " + definition.name(), without)));
        }
        policy.rules().forEach(this::look);
    }

    /** A use that meets the rule in some reading, if there is one. */
    Optional<UseExample> reached(Policy.Rule rule) {
        return Optional.ofNullable(reached.get(rule.id()));
    }

    /** The parts that change nothing, those inside others left out. */
    List<Variant> idle() {
        List<Variant> outermost = new ArrayList<>();
        for (Variant variant : idle) {
            boolean inside = idle.stream()
                    .anyMatch(other -> other.where.equals(variant.where)
                            && ConditionParts.inside(variant.without.part(), other.without.part()));
            if (!inside) {
                outermost.add(variant);
            }
        }
        return outermost;
    }

    private void look(Policy.Rule rule) {
        RuleNeeds needs = new RuleNeeds(policy, definitions, rule);
        List<DataUsePolicy> readings = readings(rule, needs);
        UseSpace uses = whole.beside(readings);
        List<Condition> asked = ConditionParts.aboutKind(ConditionParts.expanded(rule.when(), definitions));
        Map<Variant, Condition> variants = new LinkedHashMap<>();
        for (Variant variant : idle) {
            without(rule, needs, variant).ifPresent(condition -> variants.put(variant, condition));
        }
        List<UseKind> kinds = kinds(uses, readings.get(0), asked);
        for (DataUsePolicy reading : readings) {
            for (UseKind kind : kinds) {
                look(uses, reading, kind, rule, variants);
            }
        }
    }

    private void look(
            UseSpace uses, DataUsePolicy reading, UseKind kind, Policy.Rule rule, Map<Variant, Condition> variants) {
        UseSet set = uses.reached(reading, kind, rule);
        if (!reached.containsKey(rule.id())) {
            set.example().ifPresent(example -> reached.put(rule.id(), example));
        }
        for (Variant variant : List.copyOf(variants.keySet())) {
            Condition condition = variants.getOrDefault(variant, rule.when());
            UseSet without = rule.effect() == Policy.Effect.PERMIT
                    ? uses.where(reading, kind, condition)
                    : uses.wherePossibly(reading, kind, condition);
            if (!without.equals(set) && !without.different(set).isEmpty()) {
                variants.remove(variant);
                idle.remove(variant);
            }
        }
    }

    /** What is left of the rule's condition without the part, if the part is in it. */
    private Optional<Condition> without(Policy.Rule rule, RuleNeeds needs, Variant variant) {
        if (variant.where.equals("rule " + rule.id())) {
            return Optional.of(variant.without.left());
        }
        String definition = variant.where.startsWith("definition ") ? variant.where.substring(11) : "";
        if (definition.isEmpty() || !needs.names(definition)) {
            return Optional.empty();
        }
        Map<String, Condition> other = new HashMap<>(definitions);
        other.put(definition, variant.without.left());
        return Optional.of(ConditionParts.expanded(rule.when(), other));
    }

    /** One kind of all that the rule's condition does not tell apart: by purpose, by recipient and by category. */
    private List<UseKind> kinds(UseSpace uses, DataUsePolicy reading, List<Condition> asked) {
        Map<List<UseSet>, Optional<Purpose>> purposes = new LinkedHashMap<>();
        Map<List<UseSet>, Optional<Recipient>> recipients = new LinkedHashMap<>();
        Map<List<UseSet>, Optional<Category>> categories = new LinkedHashMap<>();
        Set<Object> seen = new HashSet<>();
        for (UseKind kind : all) {
            if (seen.add(List.of("purpose", kind.purpose()))) {
                UseKind only = new UseKind(kind.purpose(), Optional.empty(), Optional.empty());
                purposes.putIfAbsent(told(uses, reading, only, asked), kind.purpose());
            }
            if (seen.add(List.of("recipient", kind.recipient()))) {
                UseKind only = new UseKind(Optional.empty(), kind.recipient(), Optional.empty());
                recipients.putIfAbsent(told(uses, reading, only, asked), kind.recipient());
            }
            if (seen.add(List.of("category", kind.category()))) {
                UseKind only = new UseKind(Optional.empty(), Optional.empty(), kind.category());
                categories.putIfAbsent(told(uses, reading, only, asked), kind.category());
            }
        }
        List<UseKind> kinds = new ArrayList<>();
        for (Optional<Purpose> purpose : purposes.values()) {
            for (Optional<Recipient> recipient : recipients.values()) {
                for (Optional<Category> category : categories.values()) {
                    kinds.add(new UseKind(purpose, recipient, category));
                }
            }
        }
        return kinds;
    }

    private static List<UseSet> told(UseSpace uses, DataUsePolicy reading, UseKind kind, List<Condition> asked) {
        List<UseSet> told = new ArrayList<>();
        for (Condition condition : asked) {
            told.add(uses.where(reading, kind, condition));
            told.add(uses.wherePossibly(reading, kind, condition));
        }
        return told;
    }

    /** A policy of this rule alone and what it names, under every combination of the answers that it depends on. */
    private List<DataUsePolicy> readings(Policy.Rule rule, RuleNeeds needs) {
        Policy alone = policy.toBuilder()
                .firstDays(needs.firstDays())
                .definitions(needs.definitions())
                .rules(List.of(rule))
                .build();
        Set<String> questions = needs.questions();
        List<Reading> readings = new ArrayList<>();
        readings.add(
                policy.reading(policy.defaultReading()).orElse(policy.readings().get(0)));
        for (Policy.Question question : policy.questions()) {
            if (questions.contains(question.name())) {
                List<Reading> more = new ArrayList<>();
                for (Reading reading : readings) {
                    question.answers()
                            .forEach(answer -> more.add(reading.with("combined", question.name(), answer.name())));
                }
                if (more.size() > ConditionParts.MOST_ANSWERS) {
                    throw new AnalysisLimitException(
                            "combinations of answers", more.size(), ConditionParts.MOST_ANSWERS);
                }
                readings = more;
            }
        }
        return readings.stream()
                .map(reading -> DataUsePolicy.of(alone, reading))
                .toList();
    }
}
