package dev.datause.analysis;

import dev.datause.Decision;
import dev.datause.Ground;
import dev.datause.document.JsonDocument;
import dev.datause.document.Node;
import java.util.ArrayList;
import java.util.List;

/** A diff as text and as JSON. */
final class DiffReport {
    private DiffReport() {}

    static String text(PolicyDiff diff) {
        StringBuilder text = new StringBuilder();
        text.append(diff.before()).append(" -> ").append(diff.after()).append('\n');
        if (diff.isEmpty()) {
            return text.append("nothing changes, for any use\n").toString();
        }
        String heading = "";
        for (Change change : diff.changes()) {
            String next = change.questions().isEmpty() ? change.data() : String.join(", ", change.questions());
            if (!next.equals(heading)) {
                heading = next;
                text.append(heading).append(change.questions().size() > 1 ? " together\n" : "\n");
            }
            text(change, text);
        }
        return text.toString();
    }

    private static void text(Change change, StringBuilder text) {
        String sign = change.direction() == Change.Direction.PERMITTED ? "  + " : "  - ";
        for (String kinds : KindWords.of(change.kinds())) {
            text.append(sign).append(kinds).append('\n');
            sign = "    ";
        }
        for (List<String> region : change.where()) {
            line(text, "where", region.isEmpty() ? "all that are permitted" : String.join("; ", region));
        }
        if (!change.rules().isEmpty()) {
            line(text, change.direction() == Change.Direction.PERMITTED ? "denied by" : "now denied by", rules(change));
        }
        line(text, "cells", Long.toString(change.cells()));
        line(text, "witness", change.story());
    }

    private static String rules(Change change) {
        return String.join(", ", change.rules());
    }

    private static void line(StringBuilder text, String what, String words) {
        text.append("      ").append(what).append(" ".repeat(Math.max(1, 10 - what.length())));
        text.append(words).append('\n');
    }

    static String json(PolicyDiff diff) {
        List<Node> changes = new ArrayList<>();
        for (Change change : diff.changes()) {
            JsonNodes node = new JsonNodes()
                    .put("becomes", change.direction() == Change.Direction.PERMITTED ? "permitted" : "denied")
                    .put("uses", JsonNodes.texts(KindWords.of(change.kinds())));
            if (!change.data().isEmpty()) {
                node.put("data", change.data());
            }
            List<Node> where = new ArrayList<>();
            change.where().forEach(region -> where.add(JsonNodes.texts(region)));
            changes.add(node.putFilled("questions", change.questions())
                    .putFilled("rules", change.rules())
                    .put("where", JsonNodes.list(where))
                    .put("cells", JsonNodes.number(change.cells()))
                    .put("witness", change.story())
                    .put("groundsBefore", grounds(change.before()))
                    .put("groundsAfter", grounds(change.after()))
                    .object());
        }
        return JsonDocument.write(new JsonNodes()
                .put("before", diff.before())
                .put("after", diff.after())
                .put("changes", JsonNodes.list(changes))
                .object());
    }

    private static Node grounds(Decision decision) {
        List<String> sentences = new ArrayList<>();
        for (Ground ground : decision.grounds()) {
            sentences.add(ground.sentence());
        }
        return JsonNodes.texts(sentences);
    }
}
