package dev.datause;

import dev.datause.document.DocumentCode;
import dev.datause.document.Fields;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a policy says about its documents: sources, citations, statements, questions and readings. */
final class SourceReader {
    static final int LONGEST_QUOTE = 300;
    private static final List<String> TRUST = List.of("legal-text", "help", "regulator", "press", "choice");
    private static final Policy.Trust[] TRUSTS = Policy.Trust.values();

    /**
     * A citation and where its quote stands.
     *
     * @param citation the citation
     * @param at where the quote begins
     */
    record Cited(Policy.Citation citation, Position at) {}

    private final Known known;
    private final Problems problems;
    private final List<Cited> cited = new ArrayList<>();

    SourceReader(Known known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    /** Every citation read so far. */
    List<Cited> cited() {
        return cited;
    }

    List<Policy.Source> sources(Fields policy) {
        List<Policy.Source> sources = new ArrayList<>();
        for (Node.Entry entry : policy.named("sources")) {
            Optional<Fields> fields = Fields.of(entry.value(), entry.key(), problems);
            if (fields.isPresent()) {
                sources.add(source(entry.key(), fields.get()));
            }
        }
        return sources;
    }

    private Policy.Source source(String key, Fields fields) {
        String title = fields.text("title");
        String where = fields.text("where");
        int trust = TRUST.indexOf(fields.choice("trust", TRUST));
        Optional<Node> document = fields.optional("document");
        Optional<String> name = document.isPresent()
                ? Optional.of(Values.text(document.get(), "document", problems))
                : Optional.empty();
        if (document.isPresent() && name.isPresent() && leadsOut(name.get())) {
            problems.add(
                    DocumentCode.NOT_A_FILE_NAME,
                    document.get().at(),
                    "document " + problems.shown(name.get()) + " is not a relative file name",
                    "write it as it stands in the folder of texts, with '/' between folders and without '..'");
        }
        fields.end();
        return new Policy.Source(key, title, where, TRUSTS[Math.max(0, trust)], name);
    }

    /** Whether a document name could lead out of the folder of texts, on any operating system. */
    static boolean leadsOut(String name) {
        String slashed = "/" + name + "/";
        return slashed.contains("//")
                || slashed.contains("/../")
                || slashed.contains("/./")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0;
    }

    List<Policy.Citation> citations(Fields fields) {
        List<Node> nodes = fields.list("cites");
        List<Policy.Citation> citations = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            Optional<Fields> citation = Fields.of(node, "a citation", problems);
            if (citation.isPresent()) {
                citations.add(citation(citation.get()));
            }
        }
        return citations;
    }

    private Policy.Citation citation(Fields fields) {
        Optional<Node> source = fields.required("source");
        String key = source.isPresent() ? known.sources.resolve(source.get(), problems) : null;
        String locator = fields.text("at");
        Optional<Node> quote = fields.required("quote");
        String words = quote.isPresent() ? Values.text(quote.get(), "quote", LONGEST_QUOTE, problems) : "";
        fields.end();
        Policy.Citation citation = new Policy.Citation(key == null ? "" : key, locator, words);
        if (key != null && quote.isPresent() && !words.isEmpty()) {
            cited.add(new Cited(citation, quote.get().at()));
        }
        return citation;
    }

    /** Statements by place: at most one is for everywhere else. */
    List<Policy.Statement> statements(Fields in, String key) {
        List<Policy.Statement> statements = new ArrayList<>();
        boolean elsewhere = false;
        for (Node node : in.optionalList(key)) {
            Optional<Fields> fields = Fields.of(node, "a statement", problems);
            if (fields.isPresent()) {
                Policy.Statement statement = statement(fields.get());
                boolean second = elsewhere && statement.in().isEmpty();
                if (second) {
                    problems.add(
                            DocumentCode.TWO_ELSEWHERE,
                            node.at(),
                            "a second statement for everywhere else",
                            "only one may leave out \"in\"");
                }
                elsewhere |= statement.in().isEmpty();
                statements.add(statement);
            }
        }
        return statements;
    }

    private Policy.Statement statement(Fields fields) {
        List<String> in = known.jurisdictions.resolve(fields.optionalList("in"), problems);
        String says = fields.text("says");
        List<Policy.Citation> citations = citations(fields);
        fields.end();
        return new Policy.Statement(in, says, citations);
    }

    List<Policy.Question> questions(Fields policy) {
        List<Policy.Question> questions = new ArrayList<>();
        for (Node.Entry entry : policy.optionalNamed("questions")) {
            Optional<Fields> fields = Fields.of(entry.value(), entry.key(), problems);
            if (fields.isPresent()) {
                questions.add(question(entry, fields.get()));
            }
        }
        return questions;
    }

    private Policy.Question question(Node.Entry entry, Fields fields) {
        String asks = fields.text("asks");
        List<Policy.Answer> answers = new ArrayList<>();
        for (Node.Entry answer : fields.named("answers")) {
            Optional<Fields> inner = Fields.of(answer.value(), answer.key(), problems);
            if (inner.isPresent()) {
                String says = inner.get().text("says");
                answers.add(new Policy.Answer(answer.key(), says, citations(inner.get())));
                inner.get().end();
            }
        }
        if (answers.size() == 1) {
            problems.add(
                    DocumentCode.UNANSWERED,
                    entry.keyAt(),
                    "the question " + entry.key() + " has one answer only",
                    "a question has two answers or more");
        }
        fields.end();
        return new Policy.Question(entry.key(), asks, answers);
    }

    List<Reading> readings(Fields policy) {
        List<Reading> readings = new ArrayList<>();
        for (Node.Entry entry : policy.named("readings")) {
            Optional<Fields> fields = Fields.of(entry.value(), entry.key(), problems);
            if (fields.isPresent()) {
                String title = fields.get().text("title");
                readings.add(new Reading(entry.key(), title, answers(entry, fields.get())));
                fields.get().end();
            }
        }
        return readings;
    }

    private Map<String, String> answers(Node.Entry reading, Fields fields) {
        Map<String, String> answers = new TreeMap<>();
        Position at = fields.at();
        for (Node.Entry entry : fields.optionalNamed("answers")) {
            @Nullable Words<String> words = known.questions.get(entry.key());
            if (words == null) {
                problems.addUnknown(
                        DocumentCode.UNKNOWN_NAME,
                        entry.keyAt(),
                        "unknown question",
                        entry.key(),
                        known.questions.names());
            } else {
                String answer = words.resolve(entry.value(), problems);
                answers.put(entry.key(), answer == null ? "" : answer);
            }
        }
        for (String question : known.questions.names()) {
            if (!answers.containsKey(question)) {
                problems.add(
                        DocumentCode.UNANSWERED,
                        at,
                        "the reading " + reading.key() + " does not answer the question " + question);
            }
        }
        return answers;
    }
}
