package dev.datause;

import dev.datause.document.DocumentCode;
import dev.datause.document.Fields;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the words of a policy, but for its jurisdictions. */
final class VocabularyReader {
    private final Known known;
    private final Problems problems;
    private final SourceReader sources;

    VocabularyReader(Known known, Problems problems, SourceReader sources) {
        this.known = known;
        this.problems = problems;
        this.sources = sources;
    }

    Vocabulary read(Fields fields, JurisdictionReader jurisdictions) {
        List<Vocabulary.PurposeEntry> purposes = new ArrayList<>();
        for (Node.Entry entry : fields.named("purposes")) {
            Optional<Fields> purpose = fields(entry);
            if (purpose.isPresent()) {
                purposes.add(purpose(entry, purpose.get()));
            }
        }
        List<Vocabulary.RecipientEntry> recipients = new ArrayList<>();
        for (Node.Entry entry : fields.named("recipients")) {
            Optional<Fields> recipient = fields(entry);
            if (recipient.isPresent()) {
                String title = recipient.get().text("title");
                recipients.add(new Vocabulary.RecipientEntry(
                        Recipient.of(entry.key()), title, optional(known.recipients, recipient.get(), "under")));
                recipient.get().end();
            }
        }
        List<Vocabulary.CategoryEntry> categories = new ArrayList<>();
        for (Node.Entry entry : fields.named("categories")) {
            Optional<Fields> category = fields(entry);
            if (category.isPresent()) {
                String title = category.get().text("title");
                categories.add(new Vocabulary.CategoryEntry(
                        Category.of(entry.key()), title, optional(known.categories, category.get(), "under")));
                category.get().end();
            }
        }
        List<Vocabulary.Entry> audiences = entries(fields, "audiences");
        List<Vocabulary.Jurisdiction> places = jurisdictions.read(fields.optionalNamed("jurisdictions"));
        List<Vocabulary.SettingEntry> settings = settings(fields.optionalNamed("settings"));
        List<Vocabulary.Entry> signals = entries(fields, "signals");
        List<Vocabulary.Entry> objections = entries(fields, "objections");
        List<Vocabulary.Entry> flags = entries(fields, "flags");
        List<Vocabulary.Trait> traits = traits(fields.optionalNamed("traits"));
        fields.end();
        return Vocabulary.builder()
                .purposes(purposes)
                .recipients(recipients)
                .categories(categories)
                .audiences(audiences)
                .jurisdictions(places)
                .settings(settings)
                .signals(signals)
                .objections(objections)
                .flags(flags)
                .traits(traits)
                .build();
    }

    private Optional<Fields> fields(Node.Entry entry) {
        return Fields.of(entry.value(), entry.key(), problems);
    }

    private <T> Optional<T> optional(Words<T> words, Fields fields, String key) {
        Optional<Node> node = fields.optional(key);
        @Nullable T value = node.isPresent() ? words.resolve(node.get(), problems) : null;
        return value == null ? Optional.empty() : Optional.of(value);
    }

    private Vocabulary.PurposeEntry purpose(Node.Entry entry, Fields fields) {
        String title = fields.text("title");
        Optional<Node> recipient = fields.required("defaultRecipient");
        @Nullable
        Recipient resolved = recipient.isPresent() ? known.recipients.resolve(recipient.get(), problems) : null;
        List<Vocabulary.Usual> usual = new ArrayList<>();
        for (Node node : fields.list("usual")) {
            Optional<Fields> data = Fields.of(node, "usual data", problems);
            if (data.isPresent()) {
                usual(data.get(), usual);
            }
        }
        List<Policy.Statement> bases = sources.statements(fields, "bases");
        fields.end();
        Recipient standIn = new Recipient("none");
        return new Vocabulary.PurposeEntry(
                Purpose.of(entry.key()), title, resolved == null ? standIn : resolved, usual, bases);
    }

    private void usual(Fields fields, List<Vocabulary.Usual> usual) {
        Optional<Node> node = fields.required("category");
        @Nullable Category category = node.isPresent() ? known.categories.resolve(node.get(), problems) : null;
        Optional<Audience> audience = optional(known.audiences, fields, "audience");
        if (category != null) {
            Vocabulary.Usual data = new Vocabulary.Usual(category, audience);
            for (Vocabulary.Usual other : usual) {
                boolean sameAudience = audienceName(other.audience()).equals(audienceName(audience));
                if (sameAudience && other.category().name().equals(category.name())) {
                    problems.add(DocumentCode.TWICE, fields.at(), "the usual data stands twice in the list");
                }
            }
            usual.add(data);
        }
        fields.end();
    }

    private static String audienceName(Optional<Audience> audience) {
        return audience.isPresent() ? audience.get().name() : "";
    }

    private List<Vocabulary.Entry> entries(Fields fields, String key) {
        List<Vocabulary.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : fields.optionalNamed(key)) {
            entries.add(new Vocabulary.Entry(entry.key(), Values.text(entry.value(), entry.key(), problems)));
        }
        return entries;
    }

    private List<Vocabulary.SettingEntry> settings(List<Node.Entry> entries) {
        Map<String, Position> names = new HashMap<>();
        for (Node.Entry entry : entries) {
            names.put(entry.key(), entry.keyAt());
        }
        List<Vocabulary.SettingEntry> settings = new ArrayList<>();
        for (Node.Entry entry : entries) {
            Optional<Fields> fields = fields(entry);
            if (fields.isPresent()) {
                String title = fields.get().text("title");
                String path = fields.get().text("path");
                List<String> aliases = aliases(fields.get().optionalList("aliases"), names);
                fields.get().end();
                settings.add(new Vocabulary.SettingEntry(entry.key(), title, path, aliases));
            }
        }
        return settings;
    }

    private List<String> aliases(List<Node> nodes, Map<String, Position> names) {
        List<String> aliases = new ArrayList<>();
        for (Node node : nodes) {
            String alias = Values.name(node, "an alias", problems);
            Position first = alias.isEmpty() ? null : names.putIfAbsent(alias, node.at());
            if (first != null) {
                problems.add(
                        DocumentCode.SAME_NAME,
                        node.at(),
                        "the alias " + problems.shown(alias) + " is a name of a setting already, at " + first);
            }
            aliases.add(alias);
        }
        return aliases;
    }

    private List<Vocabulary.Trait> traits(List<Node.Entry> entries) {
        List<Vocabulary.Trait> traits = new ArrayList<>();
        for (Node.Entry entry : entries) {
            Optional<Fields> fields = fields(entry);
            if (fields.isPresent()) {
                String title = fields.get().text("title");
                List<String> values = new ArrayList<>();
                for (Node node : fields.get().list("values")) {
                    String value = Values.name(node, "a value", problems);
                    if (!value.isEmpty() && values.contains(value)) {
                        problems.add(DocumentCode.TWICE, node.at(), "the value stands twice in the list");
                    }
                    values.add(value);
                }
                fields.get().end();
                traits.add(new Vocabulary.Trait(entry.key(), title, values));
            }
        }
        return traits;
    }
}
