package dev.datause.gate;

import dev.datause.Policy;
import dev.datause.Reading;
import dev.datause.Use;
import dev.datause.document.DocumentCode;
import dev.datause.document.Fields;
import dev.datause.document.Node;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the cases of one corpus, and checks every name that they use against the policy. */
final class CaseReader {
    private static final int LONGEST_QUOTE = 300;

    private final String corpus;
    private final Problems problems;
    private final RequestReader requests;
    private final Set<String> readings = new TreeSet<>();
    private final Set<String> rules = new TreeSet<>();
    private final Set<String> sources = new TreeSet<>();

    CaseReader(Policy policy, String corpus, Problems problems) {
        this.corpus = corpus;
        this.problems = problems;
        requests = RequestReader.of(policy.vocabulary());
        policy.readings().stream().map(Reading::name).forEach(readings::add);
        policy.rules().stream().map(Policy.Rule::id).forEach(rules::add);
        policy.sources().stream().map(Policy.Source::key).forEach(sources::add);
    }

    /** The case, or empty after a problem. */
    Optional<Corpus.Case> read(Node root) {
        int before = problems.count();
        Optional<Fields> found = Fields.of(root, "a case", problems);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = found.get();
        String id = fields.name("id");
        String sentence = fields.text("sentence");
        List<Policy.Citation> citations = new ArrayList<>();
        for (Node item : fields.list("cites")) {
            citation(item).ifPresent(citations::add);
        }
        Optional<Node> asked = fields.required("use");
        Optional<Use> use = asked.isPresent() ? requests.use(asked.get(), false, problems) : Optional.empty();
        Map<String, Boolean> decisions = new TreeMap<>();
        for (Node.Entry entry : fields.named("expect")) {
            known(DocumentCode.UNKNOWN_NAME, entry, "unknown reading", readings);
            String decision = Values.choice(entry.value(), "the decision", List.of("permit", "deny"), problems);
            decisions.put(entry.key(), decision.equals("permit"));
        }
        Map<String, List<String>> by = new HashMap<>();
        for (Node.Entry entry : fields.optionalNamed("by")) {
            known(DocumentCode.UNKNOWN_NAME, entry, "no decision is expected under the reading", decisions.keySet());
            by.put(entry.key(), rules(entry.value()));
        }
        fields.end();
        if (problems.count() != before || use.isEmpty()) {
            return Optional.empty();
        }
        List<Corpus.Expectation> expected = new ArrayList<>();
        decisions.forEach((reading, permitted) ->
                expected.add(new Corpus.Expectation(reading, permitted, by.getOrDefault(reading, List.of()))));
        Location at = new Location(corpus, root.at());
        return Optional.of(new Corpus.Case(at, id, sentence, citations, use.get(), expected));
    }

    private void known(DocumentCode code, Node.Entry entry, String message, Set<String> names) {
        if (!names.contains(entry.key())) {
            problems.addUnknown(code, entry.keyAt(), message, entry.key(), names);
        }
    }

    private List<String> rules(Node node) {
        List<String> named = new ArrayList<>();
        for (Node item : Values.list(node, "the rules", problems)) {
            String rule = Values.text(item, "a rule", problems);
            if (!rule.isEmpty() && !rules.contains(rule)) {
                problems.addUnknown(DocumentCode.UNKNOWN_NAME, item.at(), "unknown rule", rule, rules);
            }
            named.add(rule);
        }
        return named;
    }

    private Optional<Policy.Citation> citation(Node node) {
        Optional<Fields> found = Fields.of(node, "a citation", problems);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = found.get();
        String source = fields.text("source");
        if (!source.isEmpty() && !sources.contains(source)) {
            problems.addUnknown(DocumentCode.UNKNOWN_NAME, node.at(), "unknown source", source, sources);
        }
        Policy.Citation citation = new Policy.Citation(source, fields.text("at"), fields.text("quote", LONGEST_QUOTE));
        fields.end();
        return Optional.of(citation);
    }
}
