package dev.datause.document;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads one object key by key, and at the {@link #end} reports every key that was not asked for. Where a problem was
 * reported, text is empty and lists are empty or short, so that a reader goes on and one pass reports all problems; what
 * it built must then be thrown away. Not thread-safe.
 *
 * <p>{@code what} in messages is the key.
 */
public final class Fields {
    private final Node.Members members;
    private final Problems problems;
    private String[] asked = new String[16];
    private int count;

    private Fields(Node.Members members, Problems problems) {
        this.members = members;
        this.problems = problems;
    }

    /** The fields of an object, or empty after a problem: the node is of another kind. */
    public static Optional<Fields> of(Node node, String what, Problems problems) {
        if (node instanceof Node.Members members) {
            return Optional.of(new Fields(members, problems));
        }
        Values.wrongKind(node, what, "an object", problems);
        return Optional.empty();
    }

    /** The fields of a document, which must be an object; throws what is wrong if it is not. */
    public static Fields of(Document document, Problems problems) {
        if (document.root() instanceof Node.Members members) {
            return new Fields(members, problems);
        }
        problems.add(
                DocumentCode.NO_OBJECT,
                document.root().at(),
                "the document is an object, not " + document.root().kind());
        throw problems.exception();
    }

    /** Where the object begins. */
    public Position at() {
        return members.at();
    }

    /** The value of {@code key}, if it is there; an explicit null is a problem. */
    public Optional<Node> optional(String key) {
        if (count == asked.length) {
            asked = Arrays.copyOf(asked, 2 * count);
        }
        asked[count++] = key;
        Optional<Node> value = members.get(key);
        if (value.isPresent() && value.get() instanceof Node.Null) {
            problems.add(DocumentCode.NULL, value.get().at(), key + " is null; leave the key out or give it a value");
            return Optional.empty();
        }
        return value;
    }

    /** The value of {@code key}, or empty after a problem: it is missing or null. */
    public Optional<Node> required(String key) {
        int before = problems.count();
        Optional<Node> value = optional(key);
        if (value.isEmpty() && problems.count() == before) {
            problems.add(DocumentCode.MISSING_KEY, members.at(), "the key \"" + key + "\" is missing");
        }
        return value;
    }

    /** Text, see {@link Values#text(Node, String, Problems)}; empty after a problem. */
    public String text(String key) {
        Optional<Node> value = required(key);
        return value.isPresent() ? Values.text(value.get(), key, problems) : "";
    }

    /** Text of at most {@code longest} characters; empty after a problem. */
    public String text(String key, int longest) {
        Optional<Node> value = required(key);
        return value.isPresent() ? Values.text(value.get(), key, longest, problems) : "";
    }

    /** Text, if it is there. */
    public Optional<String> optionalText(String key) {
        Optional<Node> value = optional(key);
        return value.isPresent() ? Optional.of(Values.text(value.get(), key, problems)) : Optional.empty();
    }

    /** A new name, see {@link Values#name(Node, String, Problems)}; empty after a problem. */
    public String name(String key) {
        Optional<Node> value = required(key);
        return value.isPresent() ? Values.name(value.get(), key, problems) : "";
    }

    /** A new name, if it is there. */
    public Optional<String> optionalName(String key) {
        Optional<Node> value = optional(key);
        return value.isPresent() ? Optional.of(Values.name(value.get(), key, problems)) : Optional.empty();
    }

    /** A day that must be there; empty after a problem. */
    public Optional<LocalDate> day(String key) {
        Optional<Node> value = required(key);
        return value.isPresent() ? Values.day(value.get(), key, problems) : Optional.empty();
    }

    /** A day, if it is there; also empty after a problem. */
    public Optional<LocalDate> optionalDay(String key) {
        Optional<Node> value = optional(key);
        return value.isPresent() ? Values.day(value.get(), key, problems) : Optional.empty();
    }

    /** One of a few words; empty after a problem. */
    public String choice(String key, List<String> words) {
        Optional<Node> value = required(key);
        return value.isPresent() ? Values.choice(value.get(), key, words, problems) : "";
    }

    /** The items of a list that must be there and not be empty; none after a problem. */
    public List<Node> list(String key) {
        Optional<Node> value = required(key);
        return value.isPresent() ? Values.list(value.get(), key, problems) : List.of();
    }

    /** The items of a list, which is not empty if it is there. */
    public List<Node> optionalList(String key) {
        Optional<Node> value = optional(key);
        return value.isPresent() ? Values.list(value.get(), key, problems) : List.of();
    }

    /** The items of a list that must be there, or one value that stands for the list. */
    public List<Node> oneOrMany(String key) {
        Optional<Node> value = required(key);
        return value.isPresent() ? Values.oneOrMany(value.get(), key, problems) : List.of();
    }

    /** The fields of an object that must be there; empty after a problem. */
    public Optional<Fields> object(String key) {
        Optional<Node> value = required(key);
        return value.isPresent() ? of(value.get(), key, problems) : Optional.empty();
    }

    /** The fields of an object, if it is there; also empty after a problem. */
    public Optional<Fields> optionalObject(String key) {
        Optional<Node> value = optional(key);
        return value.isPresent() ? of(value.get(), key, problems) : Optional.empty();
    }

    /** The entries of an object that must be there and not be empty, whose keys are names. */
    public List<Node.Entry> named(String key) {
        Optional<Node> value = required(key);
        if (value.isPresent()
                && value.get() instanceof Node.Members inner
                && inner.entries().isEmpty()) {
            problems.add(DocumentCode.EMPTY, inner.at(), key + " is empty");
        }
        return value.isPresent() ? Values.named(value.get(), key, problems) : List.of();
    }

    /** The entries of an object whose keys are names; none where it is not there. */
    public List<Node.Entry> optionalNamed(String key) {
        Optional<Node> value = optional(key);
        return value.isPresent() ? Values.named(value.get(), key, problems) : List.of();
    }

    /** Reports every key that was never asked for, with the nearest of those that were. Call it last. */
    public void end() {
        for (Node.Entry entry : members.entries()) {
            if (!wasAsked(entry.key())) {
                List<String> known = Arrays.asList(asked).subList(0, count);
                problems.addUnknown(DocumentCode.UNKNOWN_KEY, entry.keyAt(), "unknown key", entry.key(), known);
            }
        }
    }

    private boolean wasAsked(String key) {
        for (int i = 0; i < count; i++) {
            if (asked[i].equals(key)) {
                return true;
            }
        }
        return false;
    }
}
