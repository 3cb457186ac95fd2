package dev.datause.analysis;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.PolicyPlaces;
import dev.datause.Purpose;
import dev.datause.Reading;
import dev.datause.UseExample;
import dev.datause.UseKind;
import dev.datause.UseSet;
import dev.datause.UseSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds rules, parts of conditions and questions that change nothing, and purposes that are all or nothing. */
final class RuleLint {
    private static final int LONGEST_PART = 120;

    private final Policy policy;
    private final Optional<PolicyPlaces> places;
    private final List<LintFinding> findings = new ArrayList<>();
    /** The named readings first, then others that pick what none of them picks. */
    private final List<DataUsePolicy> readings = new ArrayList<>();

    private final UseSpace uses;
    /** One of each lot that no rule tells apart. */
    private final List<UseKind> kinds;

    private final Set<String> mattering = new LinkedHashSet<>();
    private final Map<String, UseExample> conflicts = new LinkedHashMap<>();

    RuleLint(Policy policy, Optional<PolicyPlaces> places) {
        this.policy = policy;
        this.places = places;
        policy.readings().forEach(reading -> readings.add(DataUsePolicy.of(policy, reading)));
        for (Reading reading : policy.readings()) {
            unpicked(reading);
        }
        uses = UseSpace.of(readings);
        kinds = List.copyOf(uses.lots(UseKind.all(policy.vocabulary())).keySet());
    }

    private void unpicked(Reading reading) {
        for (Policy.Question question : policy.questions()) {
            for (Policy.Answer answer : question.answers()) {
                boolean picked = policy.readings().stream()
                        .anyMatch(one -> answer.name().equals(one.answers().get(question.name())));
                if (!picked) {
                    readings.add(DataUsePolicy.of(policy, reading.with("unpicked", question.name(), answer.name())));
                }
            }
        }
    }

    List<LintFinding> findings() {
        for (DataUsePolicy reading : readings) {
            for (UseKind kind : kinds) {
                look(reading, kind);
            }
        }
        PartLint parts = new PartLint(policy, uses);
        rules(parts);
        for (PartLint.Variant variant : parts.idle()) {
            String part = PolicyJson.write(variant.without.part())
                    .replaceAll("\\s+", " ")
                    .strip();
            add(
                    LintCode.REDUNDANT_PART,
                    variant.where,
                    "without this part of \"" + variant.without.of() + "\" everything is as it is: "
                            + (part.length() > LONGEST_PART ? part.substring(0, LONGEST_PART) + "..." : part),
                    Optional.empty());
        }
        questions();
        purposes();
        return findings;
    }

    private void add(LintCode code, String subject, String says, Optional<String> witness) {
        String[] words = subject.split(" ", 2);
        Optional<String> at = places.flatMap(known -> switch (words[0]) {
            case "rule" -> known.rule(words[1]);
            case "definition" -> Optional.of(known.of("definitions", words[1]));
            case "question" -> Optional.of(known.of("questions", words[1]));
            case "purpose" -> Optional.of(known.of("vocabulary", "purposes", words[1]));
            default -> Optional.empty();
        });
        findings.add(new LintFinding(code, subject, says, witness, at));
    }

    /** The rules that can apply, as sets of uses of one kind under one reading. */
    private final class Sets {
        private final DataUsePolicy reading;
        private final UseKind kind;
        private final List<Policy.Rule> permissions = new ArrayList<>();
        private final List<Policy.Rule> prohibitions = new ArrayList<>();
        private final Map<String, UseSet> sets = new LinkedHashMap<>();
        private final UseSet none;
        private final UseSet granted;
        private final UseSet prohibited;

        Sets(DataUsePolicy reading, UseKind kind) {
            this.reading = reading;
            this.kind = kind;
            none = uses.every(kind).minus(uses.every(kind));
            for (Policy.Rule rule : policy.rules()) {
                UseSet set = uses.reached(reading, kind, rule);
                if (!set.equals(none)) {
                    sets.put(rule.id(), set);
                    (rule.effect() == Policy.Effect.PERMIT ? permissions : prohibitions).add(rule);
                }
            }
            granted = joined(permissions);
            prohibited = joined(prohibitions);
        }

        private UseSet joined(List<Policy.Rule> rules) {
            UseSet all = none;
            for (Policy.Rule rule : rules) {
                all = all.or(set(rule));
            }
            return all;
        }

        /** Finds the rules of which some use is decided alone: where such a set changed, decisions would. */
        void mattering() {
            matter(permissions, uses.inForce(reading, kind).minus(prohibited));
            matter(prohibitions, uses.inForce(reading, kind).and(granted));
        }

        private void matter(List<Policy.Rule> rules, UseSet open) {
            List<UseSet> after = new ArrayList<>(List.of(none));
            for (int i = rules.size() - 1; i > 0; i--) {
                after.add(after.get(after.size() - 1).or(set(rules.get(i))));
            }
            UseSet before = none;
            for (int i = 0; i < rules.size(); i++) {
                Policy.Rule rule = rules.get(i);
                UseSet others = before.or(after.get(rules.size() - 1 - i));
                if (!mattering.contains(rule.id())
                        && !open.minus(others).and(set(rule)).isEmpty()) {
                    mattering.add(rule.id());
                }
                before = before.or(set(rule));
            }
        }

        UseSet set(Policy.Rule rule) {
            return sets.getOrDefault(rule.id(), none);
        }
    }

    private void look(DataUsePolicy reading, UseKind kind) {
        if (!granted(reading, kind)) {
            return;
        }
        Sets sets = new Sets(reading, kind);
        sets.mattering();
        for (Policy.Rule rule : sets.prohibitions) {
            if (!conflicts.containsKey(rule.id())) {
                UseSet both = sets.granted.and(uses.where(reading, kind, rule.when()));
                both.example().ifPresent(example -> conflicts.put(rule.id(), example));
            }
        }
    }

    /** Whether any permission reaches anything: without one no rule can matter. */
    private boolean granted(DataUsePolicy reading, UseKind kind) {
        for (Policy.Rule rule : policy.rules()) {
            if (rule.effect() == Policy.Effect.PERMIT
                    && !uses.reached(reading, kind, rule).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void rules(PartLint parts) {
        for (Policy.Rule rule : policy.rules()) {
            Optional<UseExample> example = parts.reached(rule);
            if (example.isEmpty()) {
                add(
                        LintCode.DEAD_RULE,
                        "rule " + rule.id(),
                        "no use meets its condition, in any reading",
                        Optional.empty());
            } else if (!mattering.contains(rule.id())) {
                add(
                        LintCode.SHADOWED_RULE,
                        "rule " + rule.id(),
                        "it applies, but without it everything is decided alike",
                        example.map(UseExample::story));
            }
        }
        conflicts.forEach((rule, example) -> add(
                LintCode.CONFLICT,
                "rule " + rule,
                "it takes back what a permission grants",
                Optional.of(example.story())));
    }

    private void questions() {
        for (Policy.Question question : policy.questions()) {
            if (!changesSomething(question)) {
                add(
                        LintCode.IDLE_QUESTION,
                        "question " + question.name(),
                        "no other answer changes a decision of any reading",
                        Optional.empty());
            }
        }
    }

    private boolean changesSomething(Policy.Question question) {
        for (Reading reading : policy.readings()) {
            for (Policy.Answer answer : question.answers()) {
                if (!answer.name().equals(reading.answers().get(question.name()))) {
                    DataUsePolicy one = DataUsePolicy.of(policy, reading);
                    DataUsePolicy other =
                            DataUsePolicy.of(policy, reading.with("other", question.name(), answer.name()));
                    UseSpace both = UseSpace.of(List.of(one, other));
                    for (UseKind kind : kinds) {
                        if (!both.permitted(one, kind)
                                .different(both.permitted(other, kind))
                                .isEmpty()) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private void purposes() {
        for (DataUsePolicy reading : readings.subList(0, policy.readings().size())) {
            String under = " under the reading " + reading.reading().name();
            Map<Purpose, Boolean> permitted = new LinkedHashMap<>();
            List<UseKind> always = new ArrayList<>();
            List<UseKind> silent = new ArrayList<>();
            for (UseKind kind : UseKind.named(policy.vocabulary())) {
                UseSet set = uses.permitted(reading, kind);
                permitted.merge(kind.purpose().orElseThrow(), !set.isEmpty(), Boolean::logicalOr);
                if (uses.every(kind).minus(set).isEmpty()) {
                    always.add(kind);
                }
                UseSet spoken = uses.every(kind);
                for (Policy.Rule rule : policy.rules()) {
                    spoken = spoken.minus(uses.reached(reading, kind, rule));
                }
                if (!spoken.isEmpty()) {
                    silent.add(kind);
                }
            }
            permitted.forEach((purpose, any) -> {
                if (!any) {
                    add(
                            LintCode.NEVER_PERMITTED,
                            "purpose " + purpose,
                            "nothing is ever permitted" + under,
                            Optional.empty());
                }
            });
            for (String words : KindWords.of(always)) {
                add(LintCode.ALWAYS_PERMITTED, words, "it is always permitted" + under, Optional.empty());
            }
            for (String words : KindWords.of(silent)) {
                add(
                        LintCode.SILENCE,
                        words,
                        "there are uses about which no rule speaks; they are denied" + under,
                        Optional.empty());
            }
        }
    }
}
