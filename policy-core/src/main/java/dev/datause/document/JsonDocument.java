package dev.datause.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.PackageVersion;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON text to a {@link Document} and back: the one class that uses Jackson, and of Jackson only the token stream.
 *
 * <p>Strict: UTF-8 with at most one byte order mark, one value, RFC 8259 and nothing beyond it, no equal keys, no half
 * of a surrogate pair, within {@link Limits}. Whatever the bytes are, reading returns a document or throws a
 * {@link DocumentException}; it needs neither recursion nor the host's Jackson settings. A Jackson older than 2.15, or
 * one that starts with lax features, is not used at all: every read then throws an {@link IllegalStateException}.
 *
 * <p>Thread-safe. Linear in the bytes.
 */
public final class JsonDocument {
    private static final int OLDEST_MINOR = 15;
    private static final String TOO_OLD = unfit(PackageVersion.VERSION);
    private static final @Nullable JsonFactory FACTORY = TOO_OLD.isEmpty() ? strict() : null;
    private static final String UNFIT = FACTORY == null ? TOO_OLD : lax(FACTORY);

    private JsonDocument() {}

    /** Why this version of Jackson is not used, or empty text. */
    static String unfit(Version version) {
        boolean fits = version.getMajorVersion() == 2 && version.getMinorVersion() >= OLDEST_MINOR;
        return fits
                ? ""
                : "jackson-core " + version + " is on the class path; 2." + OLDEST_MINOR + " or a later 2.x is needed";
    }

    /** Our own factory: no setting that a host makes elsewhere reaches it. Our limits come first, see {@link JsonGuard}. */
    private static JsonFactory strict() {
        StreamReadConstraints wide = StreamReadConstraints.builder()
                .maxNestingDepth(2_000)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .build();
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(wide)
                .build();
    }

    /** Why a factory is not used: the first lax feature that it starts with; or empty text. */
    static String lax(JsonFactory factory) {
        for (JsonParser.Feature feature : JsonParser.Feature.values()) {
            if (feature.name().startsWith("ALLOW_") && factory.isEnabled(feature)) {
                return "jackson-core starts with the lax feature " + feature;
            }
        }
        return "";
    }

    /**
     * Reads a whole document.
     *
     * @param name how problems call it
     * @throws DocumentException with every problem, if the bytes are not one JSON value within the limits
     */
    public static Document read(String name, byte[] bytes, Limits limits) {
        if (bytes.length > limits.fileBytes()) {
            Problems problems = Problems.of(name, Lines.hidden());
            problems.add(DocumentCode.LIMIT, Position.START, tooManyBytes(limits));
            throw problems.exception();
        }
        Utf8 text = Utf8.of(bytes, 0, bytes.length, true);
        Lines lines = Lines.of(text.text(), 1);
        return new Document(name, root(text, 1, Problems.of(name, lines), limits), lines);
    }

    /**
     * Reads one line of a stream of JSON lines, without its end. The document hides its lines, so that problems found
     * in it repeat nothing: such streams hold facts about people.
     *
     * @param name how problems call the stream
     * @param bytes holds the line
     * @param from where the line begins
     * @param to after its last byte
     * @param number the number of the line, from 1
     * @throws DocumentException if the line is not one JSON value within the limits
     */
    public static Document line(String name, byte[] bytes, int from, int to, int number, Limits limits) {
        Problems problems = Problems.of(name, Lines.hidden());
        if (to - from > limits.fileBytes()) {
            problems.add(DocumentCode.LIMIT, new Position(number, 1), tooManyBytes(limits));
            throw problems.exception();
        }
        Utf8 text = Utf8.of(bytes, from, to, number == 1);
        return new Document(name, root(text, number, problems, limits), Lines.hidden());
    }

    static String tooManyBytes(Limits limits) {
        return "more bytes than " + limits.fileBytes() + " (limit fileBytes)";
    }

    /** The text of a value: two blanks for each level, an object or list on one line where that is short. Ends with a line feed. */
    public static String write(Node node) {
        return JsonText.of(node);
    }

    /** A JSON string with its quotes. */
    static void quote(String text, StringBuilder out) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }

    private static Node root(Utf8 text, int firstLine, Problems problems, Limits limits) {
        JsonGuard guard = new JsonGuard(text.chars(), text.length(), firstLine, limits);
        try {
            guard.check();
            if (!text.whole()) {
                throw new JsonRefused(DocumentCode.NOT_UTF8, text.length(), "bytes that are not UTF-8");
            }
            Node root = parse(text, guard, problems, limits);
            problems.throwIfAny();
            return root;
        } catch (JsonRefused refused) {
            if (text.whole() || refused.code() != DocumentCode.TRUNCATED) {
                problems.add(refused.code(), guard.position(refused.offset()), refused.why());
            } else {
                problems.add(DocumentCode.NOT_UTF8, guard.position(text.length()), "bytes that are not UTF-8");
            }
            throw problems.exception();
        }
    }

    private static Node parse(Utf8 text, JsonGuard guard, Problems problems, Limits limits) {
        JsonFactory factory = FACTORY;
        if (factory == null || !UNFIT.isEmpty()) {
            throw new IllegalStateException(UNFIT);
        }
        try (JsonParser parser = factory.createParser(text.chars(), 0, text.length())) {
            List<Node> roots = new Tokens(guard, problems, limits).roots(parser);
            if (roots.size() == 1) {
                return roots.get(0);
            }
            throw JsonFault.find(text.chars(), text.length(), text.length());
        } catch (JsonProcessingException refused) {
            long offset =
                    refused.getLocation() == null ? 0 : refused.getLocation().getCharOffset();
            throw JsonFault.find(text.chars(), text.length(), (int) Math.max(0, Math.min(offset, text.length())));
        } catch (IOException impossible) {
            throw new JsonRefused(DocumentCode.UNREADABLE, 0, "the characters cannot be read");
        }
    }

    /** Passes the tokens of a JSON text to a builder, each with its place. */
    private static final class Tokens {
        private final JsonGuard guard;
        private final NodeBuilder builder;
        private int line;

        Tokens(JsonGuard guard, Problems problems, Limits limits) {
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
}
