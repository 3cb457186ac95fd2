package dev.datause.gate;

import dev.datause.document.Node;
import dev.datause.document.Problems;
import java.util.List;

/** Finds text that some tool should have replaced before: what it would have been is not known, so nothing can be checked. */
final class Placeholders {
    private static final List<String> MARKS = List.of("${", "#{", "{{", "}}", "{%", "<%");

    private Placeholders() {}

    /** Reports every placeholder in keys and texts. */
    static void refuse(Node node, Problems problems) {
        if (node instanceof Node.Members members) {
            for (Node.Entry entry : members.entries()) {
                if (isOne(entry.key())) {
                    problems.add(FindingCode.PLACEHOLDER, entry.keyAt(), message(entry.key(), problems));
                }
                refuse(entry.value(), problems);
            }
        } else if (node instanceof Node.Items items) {
            for (Node item : items.items()) {
                refuse(item, problems);
            }
        } else if (node instanceof Node.Text text && isOne(text.text())) {
            problems.add(FindingCode.PLACEHOLDER, node.at(), message(text.text(), problems));
        }
    }

    private static boolean isOne(String text) {
        boolean filtered = text.length() > 2 && text.startsWith("@") && text.endsWith("@");
        return filtered
                || ((text.indexOf('{') >= 0 || text.indexOf('}') >= 0 || text.indexOf('<') >= 0) && marked(text));
    }

    private static boolean marked(String text) {
        return MARKS.stream().anyMatch(text::contains);
    }

    private static String message(String text, Problems problems) {
        return "the placeholder " + problems.shown(text) + " was not replaced";
    }
}
