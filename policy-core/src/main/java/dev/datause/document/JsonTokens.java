package dev.datause.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;

/** Passes the tokens of a JSON text to a builder, each with its place. */
final class JsonTokens {
    private final JsonGuard guard;
    private final NodeBuilder builder;
    private int line;

    JsonTokens(JsonGuard guard, Problems problems, Limits limits) {
        this.guard = guard;
        builder = new NodeBuilder(problems, limits);
    }

    /** All values of the text: of a JSON text exactly one. */
    List<Node> roots(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            pass(token, parser);
        }
        return builder.roots();
    }

    private void pass(JsonToken token, JsonParser parser) throws IOException {
        int offset = (int) parser.currentTokenLocation().getCharOffset();
        switch (token) {
            case START_OBJECT -> builder.begin(true, place(offset));
            case START_ARRAY -> builder.begin(false, place(offset));
            case END_OBJECT, END_ARRAY -> builder.end();
            case FIELD_NAME -> builder.key(parser.currentName(), place(offset));
            case VALUE_STRING -> builder.add(new Node.Text(place(offset), text(parser)));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> builder.add(new Node.Num(place(offset), parser.getText()));
            case VALUE_TRUE -> builder.add(new Node.Bool(place(offset), true));
            case VALUE_FALSE -> builder.add(new Node.Bool(place(offset), false));
            case VALUE_NULL -> builder.add(new Node.Null(place(offset)));
            default -> throw new JsonRefused(DocumentCode.SYNTAX, offset, "this is not JSON");
        }
    }

    private String text(JsonParser parser) throws IOException {
        return builder.shared(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    /** Offsets come in ascending order, so that the line is found by going on from the last one. */
    private Position place(int offset) {
        int[] starts = guard.lineStarts();
        int lines = guard.lines();
        while (line + 1 < lines && starts[line + 1] <= offset) {
            line++;
        }
        return new Position(guard.firstLine() + line, offset - starts[line] + 1);
    }
}
