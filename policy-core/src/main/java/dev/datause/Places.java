package dev.datause;

import dev.datause.document.Node;
import dev.datause.document.Position;

/** Where the parts of a policy stand, looked up only when something is said about them. */
final class Places {
    private final Node.Members root;

    Places(Node.Members root) {
        this.root = root;
    }

    /** The place of the last key that is found on a path of keys; items of lists go by their index. */
    Position of(String... path) {
        Node node = root;
        Position at = root.at();
        for (String step : path) {
            boolean found = false;
            if (node instanceof Node.Members members) {
                for (Node.Entry entry : members.entries()) {
                    if (entry.key().equals(step)) {
                        node = entry.value();
                        at = entry.keyAt();
                        found = true;
                        break;
                    }
                }
            } else if (node instanceof Node.Items items) {
                node = items.items().get(Integer.parseInt(step));
                at = node.at();
                found = true;
            }
            if (!found) {
                return at;
            }
        }
        return at;
    }
}
