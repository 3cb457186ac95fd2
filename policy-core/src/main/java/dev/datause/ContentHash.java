package dev.datause;

import dev.datause.document.JsonDocument;
import dev.datause.document.Node;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * A hash of a document in which no order means anything: every object is sorted by key and every list by the text of
 * its items before the text of the whole is hashed.
 */
final class ContentHash {
    private ContentHash() {}

    static String of(Node node) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text(node).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(Node node) {
        if (node instanceof Node.Members members) {
            List<String> parts = new ArrayList<>();
            for (Node.Entry entry : members.entries()) {
                parts.add(quoted(entry.key()) + ':' + text(entry.value()));
            }
            return '{' + sorted(parts) + '}';
        }
        if (node instanceof Node.Items items) {
            List<String> parts = new ArrayList<>();
            for (Node item : items.items()) {
                parts.add(text(item));
            }
            return '[' + sorted(parts) + ']';
        }
        return JsonDocument.write(node).strip();
    }

    private static String quoted(String key) {
        return JsonDocument.write(Nodes.text(key)).strip();
    }

    private static String sorted(List<String> parts) {
        Collections.sort(parts);
        return String.join(",", parts);
    }
}
