package dev.datause.gate;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** JSON being written, on one line, in UTF-8. Keys and words of the format go in as they are, all else is escaped. */
final class JsonBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    /** Text that is JSON already, in ASCII. */
    JsonBytes raw(String ascii) {
        return raw(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    JsonBytes raw(byte[] json) {
        out.write(json, 0, json.length);
        return this;
    }

    JsonBytes text(String value) {
        out.write('"');
        raw(JsonStringEncoder.getInstance().quoteAsUTF8(value));
        out.write('"');
        return this;
    }

    /** A list of texts. */
    JsonBytes texts(Iterable<String> values) {
        String separator = "[";
        for (String value : values) {
            raw(separator).text(value);
            separator = ",";
        }
        return raw(separator.equals("[") ? "[]" : "]");
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
