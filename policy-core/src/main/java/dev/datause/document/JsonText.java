package dev.datause.document;

/** JSON text for people to read and version control to compare: the same nodes always give the same characters. */
final class JsonText {
    private static final int WIDTH = 120;

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String of(Node node) {
        JsonText text = new JsonText();
        text.value(node, 0, 0);
        return text.out.append('\n').toString();
    }

    /** Writes on one line where that fits; {@code used} are the characters that the line holds already. */
    private void value(Node node, int indent, int used) {
        int start = out.length();
        if (inline(node, start + WIDTH - used) && out.length() - start <= WIDTH - used) {
            return;
        }
        out.setLength(start);
        if (node instanceof Node.Members members && !members.entries().isEmpty()) {
            lines(members, indent);
        } else if (node instanceof Node.Items items && !items.items().isEmpty()) {
            lines(items, indent);
        } else {
            inline(node, Integer.MAX_VALUE);
        }
    }

    private void lines(Node.Members members, int indent) {
        String separator = "{";
        for (Node.Entry entry : members.entries()) {
            out.append(separator);
            newLine(indent + 2);
            int start = out.length();
            JsonDocument.quote(entry.key(), out);
            out.append(": ");
            value(entry.value(), indent + 2, indent + 3 + out.length() - start);
            separator = ",";
        }
        newLine(indent);
        out.append('}');
    }

    private void lines(Node.Items items, int indent) {
        String separator = "[";
        for (Node item : items.items()) {
            out.append(separator);
            newLine(indent + 2);
            value(item, indent + 2, indent + 3);
            separator = ",";
        }
        newLine(indent);
        out.append(']');
    }

    private void newLine(int indent) {
        out.append('\n').append(" ".repeat(indent));
    }

    /** Writes on one line; gives up, with part of it written, once {@code end} is passed. */
    private boolean inline(Node node, int end) {
        if (node instanceof Node.Members members) {
            return inline(members, end);
        }
        if (node instanceof Node.Items items) {
            return inline(items, end);
        }
        if (node instanceof Node.Text text) {
            JsonDocument.quote(text.text(), out);
        } else if (node instanceof Node.Num number) {
            out.append(number.written());
        } else if (node instanceof Node.Bool bool) {
            out.append(bool.value());
        } else {
            out.append("null");
        }
        return out.length() <= end;
    }

    private boolean inline(Node.Members members, int end) {
        out.append('{');
        for (int i = 0; i < members.entries().size(); i++) {
            Node.Entry entry = members.entries().get(i);
            out.append(i == 0 ? "" : ", ");
            JsonDocument.quote(entry.key(), out);
            out.append(": ");
            if (!inline(entry.value(), end)) {
                return false;
            }
        }
        out.append('}');
        return out.length() <= end;
    }

    private boolean inline(Node.Items items, int end) {
        out.append('[');
        for (int i = 0; i < items.items().size(); i++) {
            out.append(i == 0 ? "" : ", ");
            if (!inline(items.items().get(i), end)) {
                return false;
            }
        }
        out.append(']');
        return out.length() <= end;
    }
}
