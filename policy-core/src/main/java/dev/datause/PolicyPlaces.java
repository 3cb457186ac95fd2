package dev.datause;

import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Position;
import java.util.Optional;

/** Where the parts of a policy stand in the document that it was read from. Immutable and thread-safe. */
public final class PolicyPlaces {
    private final String name;
    private final Node root;

    private PolicyPlaces(String name, Node root) {
        this.name = name;
        this.root = root;
    }

    /**
     * The places in a document that is a policy.
     *
     * @param name how places call the document
     * @throws dev.datause.document.DocumentException if it is no JSON
     */
    public static PolicyPlaces of(String name, byte[] json) {
        return new PolicyPlaces(
                name, JsonDocument.read(name, json, Limits.STANDARD).root());
    }

    /** The place of a rule, as {@code file:line:column}, or empty where the document has no such rule. */
    public Optional<String> rule(String id) {
        if (root instanceof Node.Members policy && policy.get("rules").orElse(policy) instanceof Node.Items rules) {
            for (Node rule : rules.items()) {
                if (rule instanceof Node.Members members
                        && members.get("id").orElse(rule) instanceof Node.Text text
                        && text.text().equals(id)) {
                    return Optional.of(shown(rule.at()));
                }
            }
        }
        return Optional.empty();
    }

    /** The place of the last key that is found on a path of keys, such as {@code vocabulary, settings, share}. */
    public String of(String... path) {
        return root instanceof Node.Members members ? shown(new Places(members).of(path)) : name;
    }

    private String shown(Position at) {
        return name + ":" + at.line() + ":" + at.column();
    }
}
