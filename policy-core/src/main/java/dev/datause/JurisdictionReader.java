package dev.datause;

import dev.datause.document.DocumentCode;
import dev.datause.document.Fields;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads groups of countries. */
final class JurisdictionReader {
    private final Known known;
    private final Problems problems;

    JurisdictionReader(Known known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    List<Vocabulary.Jurisdiction> read(List<Node.Entry> entries) {
        List<Vocabulary.Jurisdiction> jurisdictions = new ArrayList<>();
        for (Node.Entry entry : entries) {
            if (entry.key().equals(Regions.ANYWHERE)) {
                problems.add(
                        DocumentCode.SAME_NAME,
                        entry.keyAt(),
                        "\"anywhere\" is built in: every assigned country; give this jurisdiction another name");
            }
            Optional<Fields> fields = Fields.of(entry.value(), entry.key(), problems);
            if (fields.isPresent()) {
                jurisdictions.add(jurisdiction(entry, fields.get()));
            }
        }
        return jurisdictions;
    }

    private Vocabulary.Jurisdiction jurisdiction(Node.Entry entry, Fields fields) {
        String title = fields.text("title");
        Optional<Node> except = fields.optional("allExcept");
        List<Node> nodes = fields.optionalList("countries");
        Optional<Node> count = fields.optional("count");
        List<Country> countries = countries(nodes);
        checkCount(entry, nodes, count);
        List<String> includes = known.jurisdictions.resolve(fields.optionalList("includes"), problems);
        List<Vocabulary.IncludesWhen> when = new ArrayList<>();
        for (Node node : fields.optionalList("includesWhen")) {
            Optional<Fields> inner = Fields.of(node, "includesWhen", problems);
            if (inner.isPresent()) {
                when.add(includesWhen(inner.get()));
            }
        }
        Optional<List<String>> allExcept = except.isPresent()
                ? Optional.of(known.jurisdictions.resolve(Values.list(except.get(), "allExcept", problems), problems))
                : Optional.empty();
        boolean lists = fields.optional("countries").isPresent()
                || fields.optional("includes").isPresent()
                || fields.optional("includesWhen").isPresent();
        if (except.isPresent() == lists) {
            problems.add(
                    DocumentCode.KEYS_TOGETHER,
                    entry.keyAt(),
                    lists
                            ? "\"allExcept\" stands alone, without countries or includes"
                            : "a jurisdiction has countries, includes, includesWhen or allExcept");
        }
        fields.end();
        return new Vocabulary.Jurisdiction(entry.key(), title, countries, includes, when, allExcept);
    }

    private Vocabulary.IncludesWhen includesWhen(Fields fields) {
        Optional<Node> question = fields.required("question");
        Optional<Node> answer = fields.required("answer");
        List<String> jurisdictions = known.jurisdictions.resolve(fields.list("jurisdictions"), problems);
        fields.end();
        @Nullable
        Words<String> answers = question.isPresent() ? known.questions.resolve(question.get(), problems) : null;
        @Nullable String given = answers != null && answer.isPresent() ? answers.resolve(answer.get(), problems) : null;
        String name = question.isPresent() && question.get() instanceof Node.Text text ? text.text() : "";
        return new Vocabulary.IncludesWhen(name, given == null ? "" : given, jurisdictions);
    }

    private List<Country> countries(List<Node> nodes) {
        List<Country> countries = new ArrayList<>(nodes.size());
        BitSet met = new BitSet(Country.COUNT);
        for (Node node : nodes) {
            if (!(node instanceof Node.Text text)) {
                Values.wrongKind(node, "a country", "text", problems);
                continue;
            }
            int index = Country.indexOf(text.text());
            if (index < 0) {
                unknown(text);
            } else if (met.get(index)) {
                problems.add(DocumentCode.TWICE, node.at(), "the country " + text.text() + " stands twice in the list");
            } else {
                met.set(index);
                countries.add(Country.at(index));
            }
        }
        return countries;
    }

    private void unknown(Node.Text text) {
        Position at = text.at();
        String message = problems.shown(text.text()) + " is not an assigned ISO 3166-1 code";
        String trimmed = text.text().strip().toUpperCase(Locale.ROOT);
        String hint = switch (trimmed) {
            case "UK" -> "the United Kingdom is GB";
            case "EL" -> "Greece is GR";
            case "EU" -> "the European Union is no country; make it a jurisdiction and name it in \"includes\"";
            default -> Country.indexOf(trimmed) >= 0 ? "did you mean \"" + trimmed + "\"?" : "";
        };
        if (hint.isEmpty()) {
            problems.add(DocumentCode.UNKNOWN_COUNTRY, at, message);
        } else {
            problems.add(DocumentCode.UNKNOWN_COUNTRY, at, message, hint);
        }
    }

    private void checkCount(Node.Entry entry, List<Node> countries, Optional<Node> count) {
        if (count.isPresent()) {
            OptionalInt stated = Values.whole(count.get(), "count", 1, Country.COUNT, problems);
            if (stated.isPresent() && stated.getAsInt() != countries.size()) {
                problems.add(
                        DocumentCode.COUNT,
                        count.get().at(),
                        "count is " + stated.getAsInt() + ", and " + countries.size() + " countries are listed");
            }
        } else if (countries.size() > 1) {
            problems.add(
                    DocumentCode.COUNT,
                    entry.keyAt(),
                    countries.size() + " countries are listed without a count",
                    "add \"count\": " + countries.size() + ", so that a lost line is noticed");
        }
    }
}
