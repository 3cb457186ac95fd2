package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever stands in a policy as something else than it should is refused, there. */
class PolicyShapesTest {
    private static final Node WHOLE = JsonDocument.read(
                    "example.json", ExamplePolicy.bytes(ExamplePolicy.TEXT), Limits.STANDARD)
            .root();
    private static final List<Node> OTHERS = List.of(
            new Node.Text(Position.START, "zz"),
            new Node.Num(Position.START, "7"),
            new Node.Bool(Position.START, true),
            new Node.Items(Position.START, List.of()),
            new Node.Items(Position.START, List.of(new Node.Text(Position.START, "zz"))),
            new Node.Members(Position.START, List.of()),
            new Node.Members(
                    Position.START,
                    List.of(new Node.Entry("zz", Position.START, new Node.Text(Position.START, "zz")))));

    /** A document in which one node is another, and the way to it: keys' and items' numbers. */
    private record Changed(Node document, List<Integer> way) {}

    private static List<Changed> all(Node node, List<Integer> way) {
        List<Changed> all = new ArrayList<>();
        for (Node other : OTHERS) {
            if (!other.getClass().equals(node.getClass())) {
                all.add(new Changed(other, way));
            }
        }
        for (int i = 0; i < inside(node).size(); i++) {
            List<Integer> further = new ArrayList<>(way);
            further.add(i);
            for (Changed changed : all(inside(node).get(i), further)) {
                all.add(new Changed(with(node, i, changed.document), changed.way));
            }
        }
        return all;
    }

    private static List<Node> inside(Node node) {
        if (node instanceof Node.Members members) {
            return members.entries().stream().map(Node.Entry::value).toList();
        }
        return node instanceof Node.Items items ? items.items() : List.of();
    }

    private static Node with(Node node, int at, Node value) {
        if (node instanceof Node.Members members) {
            List<Node.Entry> entries = new ArrayList<>(members.entries());
            Node.Entry entry = entries.get(at);
            entries.set(at, new Node.Entry(entry.key(), entry.keyAt(), value));
            return new Node.Members(members.at(), entries);
        }
        List<Node> items = new ArrayList<>(inside(node));
        items.set(at, value);
        return new Node.Items(node.at(), items);
    }

    /** Whether a problem lies in a node, which ends before the next one of its kind begins. */
    private static boolean isAt(Problem problem, Node document, List<Integer> way) {
        Node node = document;
        for (int step : way) {
            node = inside(node).get(step);
        }
        Position begin = node.at();
        return problem.at().line() == begin.line()
                && problem.at().column() >= begin.column()
                && problem.at().column() <= begin.column() + 10;
    }

    @Test
    void aValueOfAnotherKindIsRefusedWhereItStands() {
        List<Changed> all = all(WHOLE, List.of());
        assertTrue(all.size() > 1_500, () -> all.size() + " documents");
        int taken = 0;
        for (Changed changed : all) {
            if (changed.way.isEmpty()) {
                continue;
            }
            String json = JsonDocument.write(changed.document);
            List<Problem> problems = ExamplePolicy.problems(json);
            if (problems.isEmpty()) {
                taken++;
                continue;
            }
            Node read = JsonDocument.read("changed.json", ExamplePolicy.bytes(json), Limits.STANDARD)
                    .root();
            assertTrue(
                    problems.stream().anyMatch(problem -> isAt(problem, read, changed.way)),
                    () -> changed.way + " of\n" + json + "\n" + problems);
        }
        assertEquals(0, taken, "taken for what they are not");
    }
}
