package dev.datause;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy under one reading, as far as conditions need it: answers put in, definitions by name, jurisdictions as sets
 * of countries, tables as days by country, trees of recipients and categories as positions and parents.
 */
final class Terms {
    static final int OTHER = Vocabulary.OTHER;
    static final int MISSING = Vocabulary.MISSING;

    final Policy policy;
    final Vocabulary vocabulary;
    private final Map<String, String> answers;
    private final Regions regions;
    private final Map<String, Condition> definitions = new HashMap<>();
    private final Map<String, int[]> firstDays = new HashMap<>();
    private final int[] recipientParents;
    private final int[] categoryParents;

    Terms(Policy policy, Reading reading) {
        Consistency.requireNamesOfOneThing(policy);
        this.policy = policy;
        vocabulary = policy.vocabulary();
        answers = answers(policy, reading);
        regions = Regions.of(vocabulary, answers);
        for (Policy.Definition definition : policy.definitions()) {
            definitions.put(definition.name(), definition.condition());
        }
        for (Policy.FirstDays table : policy.firstDays()) {
            firstDays.put(table.name(), regions.firstDays(table));
        }
        recipientParents = new int[vocabulary.recipients().size()];
        for (int i = 0; i < recipientParents.length; i++) {
            recipientParents[i] =
                    recipient(vocabulary.recipients().get(i).under().orElse(null));
        }
        categoryParents = new int[vocabulary.categories().size()];
        for (int i = 0; i < categoryParents.length; i++) {
            categoryParents[i] = category(vocabulary.categories().get(i).under().orElse(null));
        }
        Consistency.requireNamesOfSomething(policy, this);
    }

    private static Map<String, String> answers(Policy policy, Reading reading) {
        for (Policy.Question question : policy.questions()) {
            String answer = reading.answers().get(question.name());
            if (answer == null) {
                throw new IllegalArgumentException(
                        "reading: '" + reading.name() + "' does not answer question '" + question.name() + "'");
            }
            if (!answers(question, answer)) {
                throw new IllegalArgumentException("reading: '" + reading.name() + "' answers question '"
                        + question.name() + "' with '" + answer + "', which is none of its answers");
            }
        }
        if (reading.answers().size() != policy.questions().size()) {
            throw new IllegalArgumentException(
                    "reading: '" + reading.name() + "' answers a question that the policy does not ask");
        }
        return reading.answers();
    }

    /** Refuses a purpose that the vocabulary does not have: a condition on it would silently never hold. Likewise the others. */
    void require(Purpose purpose) {
        if (vocabulary.position(purpose) < 0) {
            throw unknown("purpose", purpose.name());
        }
    }

    void require(Recipient recipient) {
        if (vocabulary.position(recipient) < 0) {
            throw unknown("recipient", recipient.name());
        }
    }

    void require(Category category) {
        if (vocabulary.position(category) < 0) {
            throw unknown("category", category.name());
        }
    }

    void require(Audience audience) {
        if (vocabulary.position(audience) < 0) {
            throw unknown("audience", audience.name());
        }
    }

    /** The position of a trait that has these values. */
    int trait(String name, List<String> values) {
        int trait = trait(name);
        for (String value : values) {
            if (!vocabulary.traits().get(trait).values().contains(value)) {
                throw new IllegalArgumentException("vocabulary: its trait '" + name + "' has no value '" + value + "'");
            }
        }
        return trait;
    }

    void requireAnswer(String question, String answer) {
        for (Policy.Question asked : policy.questions()) {
            if (asked.name().equals(question)) {
                if (!answers(asked, answer)) {
                    throw new IllegalArgumentException(
                            "policy: its question '" + question + "' has no answer '" + answer + "'");
                }
                return;
            }
        }
        throw new IllegalArgumentException("policy: it asks no question '" + question + "'");
    }

    private static IllegalArgumentException unknown(String what, String name) {
        return new IllegalArgumentException("vocabulary: it has no " + what + " '" + name + "'");
    }

    private static boolean answers(Policy.Question question, String name) {
        for (Policy.Answer answer : question.answers()) {
            if (answer.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    boolean answered(String question, String answer) {
        return answer.equals(answers.get(question));
    }

    Condition definition(String name) {
        Condition condition = definitions.get(name);
        if (condition == null) {
            throw new IllegalArgumentException("policy: it defines no '" + name + "'");
        }
        return condition;
    }

    Regions regions() {
        return regions;
    }

    int[] firstDays(String table) {
        int[] days = firstDays.get(table);
        if (days == null) {
            throw new IllegalArgumentException("policy: it has no table '" + table + "'");
        }
        return days;
    }

    int purpose(@Nullable Purpose purpose) {
        return vocabulary.position(purpose);
    }

    int recipient(@Nullable Recipient recipient) {
        return vocabulary.position(recipient);
    }

    int category(@Nullable Category category) {
        return vocabulary.position(category);
    }

    /** One more than the position of an audience; zero where it is not given or the vocabulary does not have it. */
    int audience(@Nullable Audience audience) {
        return 1 + Math.max(-1, vocabulary.position(audience));
    }

    boolean recipientWithin(int recipient, Recipient wanted) {
        return within(recipient, recipient(wanted), recipientParents);
    }

    boolean categoryWithin(int category, Category wanted) {
        return within(category, category(wanted), categoryParents);
    }

    private static boolean within(int at, int wanted, int[] parents) {
        // A policy that was made by hand may have a circle.
        Set<Integer> seen = new HashSet<>();
        for (int above = at; above >= 0 && seen.add(above); above = parents[above]) {
            if (above == wanted) {
                return true;
            }
        }
        return false;
    }

    int setting(String name) {
        List<Vocabulary.SettingEntry> all = vocabulary.settings();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name)) {
                return i;
            }
        }
        throw unknown("setting", name);
    }

    int signal(String name) {
        return required(vocabulary.signals(), name, "signal");
    }

    int objection(String scope) {
        return required(vocabulary.objections(), scope, "objection scope");
    }

    int flag(String name) {
        return required(vocabulary.flags(), name, "flag");
    }

    int trait(String name) {
        List<Vocabulary.Trait> all = vocabulary.traits();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name)) {
                return i;
            }
        }
        throw unknown("trait", name);
    }

    private static int required(List<Vocabulary.Entry> entries, String name, String what) {
        int position = position(entries, name);
        if (position < 0) {
            throw unknown(what, name);
        }
        return position;
    }

    private static int position(List<Vocabulary.Entry> entries, String name) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
