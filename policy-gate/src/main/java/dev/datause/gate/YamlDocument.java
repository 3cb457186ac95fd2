package dev.datause.gate;

import dev.datause.document.Code;
import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.NodeBuilder;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import dev.datause.document.Shown;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * YAML 1.2 to the same nodes as JSON, strictly: one document, the core schema, plain data. Tags, anchors, aliases, merge
 * keys, directives, equal keys and keys that are not text are refused, so that what a person reads is all there is.
 *
 * <p>Built from the parser's events, which come without recursion: depth and size are bounded as the text is read. Text
 * that another schema takes for something else ({@code NO}, {@code 0777}, {@code 1:20}) stays text as written; only
 * numbers as JSON writes them are numbers. Whatever the bytes are, reading returns a document or throws a
 * {@link DocumentException}.
 */
final class YamlDocument {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?+([eE][-+]?[0-9]++)?+");
    private final String name;
    private final YamlText text;
    private final Limits limits;
    private final Problems problems;
    private final NodeBuilder builder;
    private int tokens;

    private YamlDocument(String name, YamlText text, Limits limits) {
        this.name = name;
        this.text = text;
        this.limits = limits;
        problems = text.problems();
        builder = new NodeBuilder(problems, limits);
    }

    /** Reads a whole document. */
    static Document read(String name, byte[] bytes, Limits limits) {
        YamlText text = YamlText.of(name, bytes, limits);
        return new YamlDocument(name, text, limits).read();
    }

    private Document read() {
        LoadSettings settings = LoadSettings.builder()
                .setLabel("document")
                .setCodePointLimit(Integer.MAX_VALUE)
                .setParseComments(false)
                .build();
        try {
            for (Event event : new Parse(settings).parseString(text.text())) {
                take(event);
            }
        } catch (DocumentException refused) {
            throw refused;
        } catch (MarkedYamlEngineException refused) {
            throw refused(
                    DocumentCode.SYNTAX, at(refused.getProblemMark()), "not YAML: " + Shown.escaped(plain(refused)));
        } catch (RuntimeException refused) {
            // The parser's own mistakes on strange input; its message may hold anything.
            throw refused(DocumentCode.SYNTAX, Position.START, "this is not YAML");
        }
        if (builder.roots().isEmpty()) {
            throw refused(DocumentCode.NO_OBJECT, Position.START, "the document is empty");
        }
        return new Document(name, builder.roots().get(0), text.lines());
    }

    private static String plain(MarkedYamlEngineException refused) {
        return Optional.ofNullable(refused.getProblem()).orElse("it cannot be parsed");
    }

    private void take(Event event) {
        if (event instanceof DocumentStartEvent start) {
            Position at = at(event.getStartMark());
            if (!builder.roots().isEmpty()) {
                throw refused(DocumentCode.TRAILING, at, "a second document follows the first");
            }
            if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
                throw refused(DocumentCode.SYNTAX, at, "directives are not taken");
            }
        } else if (event instanceof AliasEvent) {
            throw refused(DocumentCode.SYNTAX, at(event.getStartMark()), "aliases are not taken; write the value out");
        } else if (event instanceof NodeEvent node) {
            Position at = at(event.getStartMark());
            token(event);
            if (node.getAnchor().isPresent()) {
                throw refused(DocumentCode.SYNTAX, at, "anchors are not taken; write the value out where it is needed");
            }
            node(node, at);
        } else if (event instanceof CollectionEndEvent) {
            token(event);
            builder.end();
        }
    }

    private void node(NodeEvent event, Position at) {
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), at);
            scalar(scalar, at);
        } else if (event instanceof CollectionStartEvent start) {
            refuseTag(start.getTag(), at);
            if (builder.awaitsKey()) {
                throw refused(DocumentCode.WRONG_KIND, at, "a key is text");
            }
            if (builder.depth() == limits.depth()) {
                throw refused(DocumentCode.LIMIT, at, "nested deeper than " + limits.depth() + " (limit depth)");
            }
            builder.begin(event instanceof MappingStartEvent, at);
        }
    }

    private void refuseTag(Optional<String> tag, Position at) {
        if (tag.isPresent()) {
            throw refused(DocumentCode.SYNTAX, at, "tags are not taken: " + Shown.quoted(tag.get(), 60));
        }
    }

    private void token(Event event) {
        if (++tokens > limits.tokens()) {
            throw refused(
                    DocumentCode.LIMIT,
                    at(event.getStartMark()),
                    "more tokens than " + limits.tokens() + " (limit tokens)");
        }
    }

    private void scalar(ScalarEvent event, Position at) {
        String value = builder.shared(event.getValue());
        if (builder.awaitsKey()) {
            key(value, event.isPlain(), at);
            return;
        }
        if (value.length() > limits.textLength()) {
            throw refused(DocumentCode.LIMIT, at, "text longer than " + limits.textLength() + " (limit textLength)");
        }
        builder.add(event.isPlain() ? plain(value, at) : new Node.Text(at, value));
    }

    private void key(String key, boolean plain, Position at) {
        if (plain && key.equals("<<")) {
            throw refused(DocumentCode.SYNTAX, at, "merge keys are not taken; write the keys out");
        }
        if (key.length() > limits.nameLength()) {
            throw refused(DocumentCode.LIMIT, at, "a key longer than " + limits.nameLength() + " (limit nameLength)");
        }
        builder.key(key, at);
        problems.throwIfAny();
    }

    /** By its first character and its dashes: most text, and every day, is not looked at further. */
    private static boolean mayBeNumber(String value) {
        char first = value.charAt(0);
        if (first != '-' && (first < '0' || first > '9')) {
            return false;
        }
        int dash = value.indexOf('-', 1);
        return dash < 0 || value.charAt(dash - 1) == 'e' || value.charAt(dash - 1) == 'E';
    }

    private Node plain(String value, Position at) {
        switch (value) {
            case "", "~", "null", "Null", "NULL" -> {
                return new Node.Null(at);
            }
            case "true", "True", "TRUE" -> {
                return new Node.Bool(at, true);
            }
            case "false", "False", "FALSE" -> {
                return new Node.Bool(at, false);
            }
            default -> {
                return numberOrText(value, at);
            }
        }
    }

    private Node numberOrText(String value, Position at) {
        if (mayBeNumber(value) && NUMBER.matcher(value).matches()) {
            if (value.length() > limits.digits()) {
                throw refused(DocumentCode.LIMIT, at, "a number longer than " + limits.digits() + " (limit digits)");
            }
            return new Node.Num(at, value);
        }
        return new Node.Text(at, value);
    }

    private Position at(Optional<Mark> mark) {
        if (mark.isEmpty()) {
            return Position.START;
        }
        Mark there = mark.get();
        return text.position(there.getLine(), there.getColumn());
    }

    private DocumentException refused(Code code, Position at, String message) {
        problems.add(code, at, message);
        return problems.exception();
    }
}
