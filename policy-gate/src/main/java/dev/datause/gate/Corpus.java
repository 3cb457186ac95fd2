package dev.datause.gate;

import dev.datause.Policy;
import dev.datause.Use;
import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Lines;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problem;
import dev.datause.document.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Cases with the decisions that are expected of a policy, each with its source: what keeps a policy true while it
 * changes. The format is described in {@code docs/corpus-format.md}.
 *
 * @param name how reports call it: a path relative to the project
 * @param cases the cases in written order; at least one
 */
public record Corpus(String name, List<Case> cases) {
    /** Copies the list; refuses none. */
    public Corpus {
        Objects.requireNonNull(name, "name");
        cases = List.copyOf(cases);
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("cases: none");
        }
    }

    /**
     * A case.
     *
     * @param at where it stands
     * @param id its name
     * @param sentence what it shows, for people
     * @param citations who says so
     * @param use the use
     * @param expected for each reading that it speaks about, what is expected, sorted by reading
     */
    public record Case(
            Location at,
            String id,
            String sentence,
            List<Policy.Citation> citations,
            Use use,
            List<Expectation> expected) {
        /** Copies the lists. */
        public Case {
            citations = List.copyOf(citations);
            expected = List.copyOf(expected);
        }
    }

    /**
     * What a case expects under one reading.
     *
     * @param reading the name of the reading
     * @param permitted whether the use is permitted
     * @param rules rules that the grounds must name; none if it does not matter
     */
    public record Expectation(String reading, boolean permitted, List<String> rules) {
        /** Copies the list. */
        public Expectation {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Reads a corpus for a policy.
     *
     * @param name how problems call it
     * @throws DocumentException with every problem, if a line is no case, a name is not in the policy, two cases have
     *     one id, or there is no case
     */
    public static Corpus read(Policy policy, String name, byte[] bytes) {
        Objects.requireNonNull(policy, "policy");
        // Lines are shown in problems: a corpus is made up, and holds no facts about people.
        Problems problems = Problems.of(name, Lines.of(new String(bytes, StandardCharsets.UTF_8)));
        CaseReader reader = new CaseReader(policy, name, problems);
        Map<String, Position> ids = new HashMap<>();
        List<Case> cases = new ArrayList<>();
        int line = 0;
        for (int from = 0; from < bytes.length; ) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            line++;
            Optional<Node> root = root(name, bytes, from, to, line, problems);
            Optional<Case> one = root.isPresent() ? reader.read(root.get()) : Optional.empty();
            if (one.isPresent()) {
                Case read = one.get();
                Position first = ids.putIfAbsent(read.id(), read.at().at());
                if (first != null) {
                    problems.add(
                            DocumentCode.SAME_NAME,
                            read.at().at(),
                            "the case " + problems.shown(read.id()) + " stands twice, first at " + first);
                }
                cases.add(read);
            }
            from = to + 1;
        }
        if (cases.isEmpty() && problems.isEmpty()) {
            problems.add(DocumentCode.EMPTY, Position.START, "the corpus holds no case");
        }
        problems.throwIfAny();
        return new Corpus(name, cases);
    }

    private static Optional<Node> root(String name, byte[] bytes, int from, int to, int line, Problems problems) {
        try {
            return Optional.of(JsonDocument.line(name, bytes, from, to, line, Limits.STANDARD)
                    .root());
        } catch (DocumentException e) {
            for (Problem problem : e.problems()) {
                problems.add(problem.code(), problem.at(), problem.message());
            }
            return Optional.empty();
        }
    }
}
