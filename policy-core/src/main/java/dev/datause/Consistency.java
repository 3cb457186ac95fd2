package dev.datause;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What must hold of a policy that was made in code, where no reader has looked: a name is that of one thing, and a name
 * that is used that of something. Without that a misspelt prohibition would never prohibit. Conditions are held to it
 * where they are compiled.
 *
 * <p>No lambdas: the first of a process would take longer than everything else here.
 */
final class Consistency {
    private Consistency() {}

    /** The names of one kind of thing. */
    private static final class Taken {
        private final String what;
        private final Set<String> names = new HashSet<>();

        Taken(String what) {
            this.what = what;
        }

        void add(String name) {
            if (!names.add(name)) {
                throw new IllegalArgumentException("policy: more than one " + what + " is named '" + name + "'");
            }
        }
    }

    /**
     * Refuses a policy in which two things have one name.
     *
     * @throws IllegalArgumentException with the first such name
     */
    static void requireNamesOfOneThing(Policy policy) {
        words(policy.vocabulary());
        Taken tables = new Taken("table");
        for (Policy.FirstDays table : policy.firstDays()) {
            tables.add(table.name());
        }
        Taken definitions = new Taken("definition");
        for (Policy.Definition definition : policy.definitions()) {
            definitions.add(definition.name());
        }
        Taken questions = new Taken("question");
        for (Policy.Question question : policy.questions()) {
            questions.add(question.name());
        }
        Taken readings = new Taken("reading");
        for (Reading reading : policy.readings()) {
            readings.add(reading.name());
        }
    }

    private static void words(Vocabulary words) {
        Taken purposes = new Taken("purpose");
        for (Vocabulary.PurposeEntry entry : words.purposes()) {
            purposes.add(entry.name().name());
        }
        Taken recipients = new Taken("recipient");
        for (Vocabulary.RecipientEntry entry : words.recipients()) {
            recipients.add(entry.name().name());
        }
        Taken categories = new Taken("category");
        for (Vocabulary.CategoryEntry entry : words.categories()) {
            categories.add(entry.name().name());
        }
        Taken jurisdictions = new Taken("jurisdiction");
        jurisdictions.add(Regions.ANYWHERE);
        for (Vocabulary.Jurisdiction jurisdiction : words.jurisdictions()) {
            jurisdictions.add(jurisdiction.name());
        }
        Taken settings = new Taken("setting");
        for (Vocabulary.SettingEntry entry : words.settings()) {
            settings.add(entry.name());
            for (String alias : entry.aliases()) {
                settings.add(alias);
            }
        }
        entries("audience", words.audiences());
        entries("signal", words.signals());
        entries("objection scope", words.objections());
        entries("flag", words.flags());
        Taken traits = new Taken("trait");
        for (Vocabulary.Trait trait : words.traits()) {
            traits.add(trait.name());
        }
    }

    private static void entries(String what, List<Vocabulary.Entry> entries) {
        Taken taken = new Taken(what);
        for (Vocabulary.Entry entry : entries) {
            taken.add(entry.name());
        }
    }

    /**
     * Refuses a policy that uses a name which stands for nothing, outside of conditions, or has a purpose without data.
     *
     * @throws IllegalArgumentException with the first such name
     */
    static void requireNamesOfSomething(Policy policy, Terms terms) {
        Vocabulary words = policy.vocabulary();
        for (Vocabulary.RecipientEntry entry : words.recipients()) {
            if (entry.under().isPresent()) {
                terms.require(entry.under().get());
            }
        }
        for (Vocabulary.CategoryEntry entry : words.categories()) {
            if (entry.under().isPresent()) {
                terms.require(entry.under().get());
            }
        }
        for (Vocabulary.PurposeEntry purpose : words.purposes()) {
            purpose(purpose, terms);
        }
        statements(policy.controllers(), terms);
        for (Vocabulary.Jurisdiction jurisdiction : words.jurisdictions()) {
            for (Vocabulary.IncludesWhen when : jurisdiction.includesWhen()) {
                terms.requireAnswer(when.question(), when.answer());
                places(when.jurisdictions(), terms);
            }
        }
    }

    private static void purpose(Vocabulary.PurposeEntry purpose, Terms terms) {
        terms.require(purpose.defaultRecipient());
        if (purpose.usual().isEmpty()) {
            // Of no data at all nothing would deny it.
            throw new IllegalArgumentException(
                    "vocabulary: the purpose '" + purpose.name().name() + "' uses no data");
        }
        for (Vocabulary.Usual usual : purpose.usual()) {
            terms.require(usual.category());
            if (usual.audience().isPresent()) {
                terms.require(usual.audience().get());
            }
        }
        statements(purpose.bases(), terms);
    }

    private static void statements(List<Policy.Statement> statements, Terms terms) {
        for (Policy.Statement statement : statements) {
            places(statement.in(), terms);
        }
    }

    private static void places(List<String> jurisdictions, Terms terms) {
        for (String jurisdiction : jurisdictions) {
            terms.regions().countries(jurisdiction);
        }
    }
}
