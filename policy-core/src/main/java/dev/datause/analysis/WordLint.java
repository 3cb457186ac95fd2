package dev.datause.analysis;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Condition;
import dev.datause.Policy;
import dev.datause.PolicyPlaces;
import dev.datause.Purpose;
import dev.datause.Reading;
import dev.datause.Recipient;
import dev.datause.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds words that a policy defines and does not use, and answers that no reading picks: by their names alone. */
final class WordLint {
    private final Policy policy;
    private final Optional<PolicyPlaces> places;
    private final Set<String> used = new HashSet<>();
    private final List<LintFinding> findings = new ArrayList<>();

    WordLint(Policy policy, Optional<PolicyPlaces> places) {
        this.policy = policy;
        this.places = places;
    }

    List<LintFinding> findings() {
        policy.rules().forEach(rule -> use(rule.when()));
        policy.definitions().forEach(definition -> use(definition.condition()));
        useOfWords();
        Vocabulary words = policy.vocabulary();
        words.purposes().forEach(entry -> check("purpose", entry.name().name(), "vocabulary", "purposes"));
        words.recipients().forEach(entry -> check("recipient", entry.name().name(), "vocabulary", "recipients"));
        words.categories().forEach(entry -> check("category", entry.name().name(), "vocabulary", "categories"));
        words.audiences().forEach(entry -> check("audience", entry.name(), "vocabulary", "audiences"));
        words.jurisdictions().forEach(entry -> check("jurisdiction", entry.name(), "vocabulary", "jurisdictions"));
        words.settings().forEach(entry -> check("setting", entry.name(), "vocabulary", "settings"));
        words.signals().forEach(entry -> check("signal", entry.name(), "vocabulary", "signals"));
        words.objections().forEach(entry -> check("objection", entry.name(), "vocabulary", "objections"));
        words.flags().forEach(entry -> check("flag", entry.name(), "vocabulary", "flags"));
        words.traits().forEach(entry -> check("trait", entry.name(), "vocabulary", "traits"));
        policy.firstDays().forEach(table -> check("table", table.name(), "firstDays"));
        policy.definitions().forEach(definition -> check("definition", definition.name(), "definitions"));
        policy.sources().forEach(source -> check("source", source.key(), "sources"));
        answers();
        return findings;
    }

    private void check(String what, String name, String... in) {
        if (!used.contains(what + " " + name)) {
            List<String> path = new ArrayList<>(List.of(in));
            path.add(name);
            findings.add(new LintFinding(
                    LintCode.UNUSED_WORD,
                    what + " " + name,
                    "nothing uses it",
                    Optional.empty(),
                    places.map(known -> known.of(path.toArray(new String[0])))));
        }
    }

    private void answers() {
        for (Policy.Question question : policy.questions()) {
            Set<String> picked = new HashSet<>();
            for (Reading reading : policy.readings()) {
                picked.add(reading.answers().getOrDefault(question.name(), ""));
            }
            for (Policy.Answer answer : question.answers()) {
                if (!picked.contains(answer.name())) {
                    findings.add(new LintFinding(
                            LintCode.UNPICKED_ANSWER,
                            "question " + question.name(),
                            "no reading picks the answer " + answer.name(),
                            Optional.empty(),
                            places.map(known -> known.of("questions", question.name(), "answers", answer.name()))));
                }
            }
        }
    }

    private void add(String what, String name) {
        used.add(what + " " + name);
    }

    /** What the vocabulary, the tables and the citations use of other words. */
    private void useOfWords() {
        Vocabulary words = policy.vocabulary();
        Map<String, String> above = new HashMap<>();
        words.categories()
                .forEach(entry ->
                        entry.under().ifPresent(under -> above.put(entry.name().name(), under.name())));
        for (Vocabulary.CategoryEntry entry : words.categories()) {
            // What lies below a used category is used, and so is what holds a used one together.
            String at = entry.name().name();
            while (above.containsKey(at) && !used.contains("category " + at)) {
                at = above.getOrDefault(at, at);
            }
            if (used.contains("category " + at)) {
                add("category", entry.name().name());
            }
        }
        for (Vocabulary.RecipientEntry entry : words.recipients()) {
            entry.under()
                    .filter(under -> used.contains("recipient " + under.name()))
                    .ifPresent(under -> add("recipient", entry.name().name()));
        }
        for (Vocabulary.PurposeEntry purpose : words.purposes()) {
            add("recipient", purpose.defaultRecipient().name());
            purpose.usual().forEach(usual -> {
                add("category", usual.category().name());
                usual.audience().map(Audience::name).ifPresent(name -> add("audience", name));
            });
            purpose.bases().forEach(this::use);
        }
        for (Vocabulary.Jurisdiction jurisdiction : words.jurisdictions()) {
            jurisdiction.includes().forEach(name -> add("jurisdiction", name));
            jurisdiction
                    .includesWhen()
                    .forEach(when -> when.jurisdictions().forEach(name -> add("jurisdiction", name)));
            jurisdiction.allExcept().ifPresent(names -> names.forEach(name -> add("jurisdiction", name)));
        }
        policy.firstDays()
                .forEach(table -> table.rows().forEach(row -> row.in().forEach(name -> add("jurisdiction", name))));
        policy.controllers().forEach(this::use);
        policy.rules().forEach(rule -> cite(rule.citations()));
        policy.questions().forEach(question -> question.answers().forEach(answer -> cite(answer.citations())));
    }

    private void use(Policy.Statement statement) {
        statement.in().forEach(name -> add("jurisdiction", name));
        cite(statement.citations());
    }

    private void cite(List<Policy.Citation> citations) {
        citations.forEach(citation -> add("source", citation.source()));
    }

    private void use(Condition condition) {
        condition.parts().forEach(this::use);
        if (condition instanceof Condition.Defined defined) {
            add("definition", defined.name());
        } else if (condition instanceof Condition.PurposeIs is) {
            is.oneOf().stream().map(Purpose::name).forEach(name -> add("purpose", name));
        } else if (condition instanceof Condition.RecipientIs is) {
            is.oneOf().stream().map(Recipient::name).forEach(name -> add("recipient", name));
        } else if (condition instanceof Condition.CategoryIs is) {
            is.oneOf().stream().map(Category::name).forEach(name -> add("category", name));
        } else if (condition instanceof Condition.AudienceIs) {
            // To be shown to one audience is not to be shown to the others.
            policy.vocabulary().audiences().forEach(entry -> add("audience", entry.name()));
        } else if (condition instanceof Condition.Located located) {
            located.in().forEach(name -> add("jurisdiction", name));
        } else if (condition instanceof Condition.FirstDayReached reached) {
            add("table", reached.table());
        } else if (condition instanceof Condition.SettingIs setting) {
            add("setting", setting.setting());
        } else if (condition instanceof Condition.SignalIs signal) {
            add("signal", signal.signal());
        } else if (condition instanceof Condition.ObjectionStands objection) {
            add("objection", objection.scope());
        } else if (condition instanceof Condition.FlagIsSet flag) {
            add("flag", flag.flag());
        } else if (condition instanceof Condition.TraitIs trait) {
            add("trait", trait.trait());
        }
    }
}
