package dev.datause;

import dev.datause.document.DocumentCode;
import dev.datause.document.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is allowed in a policy and yet probably not meant. */
final class PolicyWarnings {
    private PolicyWarnings() {}

    static void add(Policy policy, Places places, PolicyJson.Options options, Problems warnings) {
        boolean prohibits = false;
        for (Policy.Rule rule : policy.rules()) {
            prohibits |= rule.effect() == Policy.Effect.PROHIBIT;
        }
        if (policy.rules().isEmpty()) {
            warnings.add(DocumentCode.NO_RULES, places.of("rules"), "there is no rule, so everything is denied");
        } else if (!prohibits) {
            warnings.add(DocumentCode.NO_PROHIBITION, places.of("rules"), "no rule prohibits anything");
        }
        Set<String> cited = cited(policy);
        for (Policy.Source source : policy.sources()) {
            if (!cited.contains(source.key())) {
                warnings.add(
                        DocumentCode.SOURCE_NOT_CITED,
                        places.of("sources", source.key()),
                        "nothing cites the source " + source.key());
            } else if (options.texts().isPresent() && source.document().isEmpty()) {
                warnings.add(
                        DocumentCode.QUOTES_NOT_CHECKED,
                        places.of("sources", source.key()),
                        "the quotes of " + source.key() + " were not checked: it names no document");
            }
        }
        Set<String> asked = asked(policy);
        for (Policy.Question question : policy.questions()) {
            if (!asked.contains(question.name())) {
                warnings.add(
                        DocumentCode.QUESTION_WITHOUT_EFFECT,
                        places.of("questions", question.name()),
                        "nothing depends on the question " + question.name());
            }
        }
    }

    private static Set<String> cited(Policy policy) {
        Set<String> cited = new HashSet<>();
        for (Policy.Rule rule : policy.rules()) {
            add(rule.citations(), cited);
        }
        for (Policy.Question question : policy.questions()) {
            for (Policy.Answer answer : question.answers()) {
                add(answer.citations(), cited);
            }
        }
        for (Policy.Statement statement : policy.controllers()) {
            add(statement.citations(), cited);
        }
        for (Vocabulary.PurposeEntry purpose : policy.vocabulary().purposes()) {
            for (Policy.Statement statement : purpose.bases()) {
                add(statement.citations(), cited);
            }
        }
        return cited;
    }

    private static void add(List<Policy.Citation> citations, Set<String> cited) {
        for (Policy.Citation citation : citations) {
            cited.add(citation.source());
        }
    }

    private static Set<String> asked(Policy policy) {
        Set<String> asked = new HashSet<>();
        for (Policy.Rule rule : policy.rules()) {
            asked(rule.when(), asked);
        }
        for (Policy.Definition definition : policy.definitions()) {
            asked(definition.condition(), asked);
        }
        for (Vocabulary.Jurisdiction jurisdiction : policy.vocabulary().jurisdictions()) {
            for (Vocabulary.IncludesWhen when : jurisdiction.includesWhen()) {
                asked.add(when.question());
            }
        }
        return asked;
    }

    private static void asked(Condition condition, Set<String> into) {
        if (condition instanceof Condition.Answered answered) {
            into.add(answered.question());
        }
        for (Condition part : condition.parts()) {
            asked(part, into);
        }
    }
}
