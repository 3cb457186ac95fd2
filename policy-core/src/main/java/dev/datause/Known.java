package dev.datause;

import dev.datause.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every name that a policy defines, by kind. */
final class Known {
    final Words<Purpose> purposes = new Words<>("purpose");
    final Words<Recipient> recipients = new Words<>("recipient");
    final Words<Category> categories = new Words<>("category");
    final Words<Audience> audiences = new Words<>("audience");
    final Words<String> jurisdictions = new Words<>("jurisdiction");
    final Words<String> settings = new Words<>("setting");
    final Words<String> signals = new Words<>("signal");
    final Words<String> objections = new Words<>("objection scope");
    final Words<String> flags = new Words<>("flag");
    final Words<Words<String>> traits = new Words<>("trait");
    final Words<Words<String>> questions = new Words<>("question");
    final Words<String> sources = new Words<>("source");
    final Words<String> readings = new Words<>("reading");
    final Words<String> tables = new Words<>("table of first days");
    final Words<String> definitions = new Words<>("definition");

    private Known() {
        jurisdictions.add(Regions.ANYWHERE, Regions.ANYWHERE);
    }

    /** The names of a policy that was read. */
    static Known of(Policy policy) {
        Known known = new Known();
        Vocabulary vocabulary = policy.vocabulary();
        vocabulary.purposes().forEach(e -> known.purposes.add(e.name().name(), e.name()));
        vocabulary.recipients().forEach(e -> known.recipients.add(e.name().name(), e.name()));
        vocabulary.categories().forEach(e -> known.categories.add(e.name().name(), e.name()));
        vocabulary.audiences().forEach(e -> known.audiences.add(e.name(), Audience.of(e.name())));
        vocabulary.jurisdictions().forEach(e -> known.jurisdictions.add(e.name(), e.name()));
        vocabulary.settings().forEach(e -> known.settings.add(e.name(), e.name()));
        vocabulary.signals().forEach(e -> known.signals.add(e.name(), e.name()));
        vocabulary.objections().forEach(e -> known.objections.add(e.name(), e.name()));
        vocabulary.flags().forEach(e -> known.flags.add(e.name(), e.name()));
        vocabulary.traits().forEach(e -> known.traits.add(e.name(), values(e.name(), e.values())));
        for (Policy.Question question : policy.questions()) {
            List<String> answers =
                    question.answers().stream().map(Policy.Answer::name).toList();
            known.questions.add(question.name(), answers(question.name(), answers));
        }
        policy.sources().forEach(s -> known.sources.add(s.key(), s.key()));
        policy.readings().forEach(r -> known.readings.add(r.name(), r.name()));
        policy.firstDays().forEach(t -> known.tables.add(t.name(), t.name()));
        policy.definitions().forEach(d -> known.definitions.add(d.name(), d.name()));
        return known;
    }

    /**
     * The names that a document defines, whatever else is wrong with it: collected before anything is read, so that
     * every reference resolves wherever it stands. What has not the shape of a name is left out here and reported by
     * the reader that comes to it.
     */
    static Known of(Node.Members policy) {
        Known known = new Known();
        if (policy.get("vocabulary").orElse(policy) instanceof Node.Members vocabulary) {
            for (String name : names(vocabulary, "purposes")) {
                known.purposes.add(name, Purpose.of(name));
            }
            for (String name : names(vocabulary, "recipients")) {
                known.recipients.add(name, Recipient.of(name));
            }
            for (String name : names(vocabulary, "categories")) {
                known.categories.add(name, Category.of(name));
            }
            for (String name : names(vocabulary, "audiences")) {
                known.audiences.add(name, Audience.of(name));
            }
            same(vocabulary, "jurisdictions", known.jurisdictions);
            same(vocabulary, "settings", known.settings);
            same(vocabulary, "signals", known.signals);
            same(vocabulary, "objections", known.objections);
            same(vocabulary, "flags", known.flags);
            for (Node.Entry trait : entries(vocabulary, "traits")) {
                known.traits.add(trait.key(), values(trait));
            }
        }
        for (Node.Entry question : entries(policy, "questions")) {
            known.questions.add(question.key(), answers(question));
        }
        same(policy, "sources", known.sources);
        same(policy, "readings", known.readings);
        same(policy, "firstDays", known.tables);
        same(policy, "definitions", known.definitions);
        return known;
    }

    private static void same(Node.Members in, String key, Words<String> words) {
        for (Node.Entry entry : entries(in, key)) {
            words.add(entry.key(), entry.key());
        }
    }

    private static List<String> names(Node.Members in, String key) {
        List<String> names = new ArrayList<>();
        for (Node.Entry entry : entries(in, key)) {
            names.add(entry.key());
        }
        return names;
    }

    private static List<Node.Entry> entries(Node.Members in, String key) {
        Optional<Node> value = in.get(key);
        List<Node.Entry> entries = new ArrayList<>();
        if (value.isPresent() && value.get() instanceof Node.Members members) {
            for (Node.Entry entry : members.entries()) {
                if (Names.wellFormed(entry.key())) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private static Words<String> values(Node.Entry trait) {
        Words<String> values = new Words<>("value of the trait " + trait.key());
        if (trait.value() instanceof Node.Members members
                && members.get("values").orElse(members) instanceof Node.Items items) {
            for (Node item : items.items()) {
                if (item instanceof Node.Text text) {
                    values.add(text.text(), text.text());
                }
            }
        }
        return values;
    }

    private static Words<String> values(String trait, List<String> names) {
        return words("value of the trait " + trait, names);
    }

    private static Words<String> answers(Node.Entry question) {
        Words<String> answers = new Words<>("answer to " + question.key());
        if (question.value() instanceof Node.Members members) {
            same(members, "answers", answers);
        }
        return answers;
    }

    private static Words<String> answers(String question, List<String> names) {
        return words("answer to " + question, names);
    }

    private static Words<String> words(String what, List<String> names) {
        Words<String> words = new Words<>(what);
        names.forEach(name -> words.add(name, name));
        return words;
    }
}
