package dev.datause.gate;

import dev.datause.Decision;
import dev.datause.Ground;
import dev.datause.Policy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Writes decisions as JSON. Not thread-safe.
 *
 * <p>A compiled policy makes its grounds once and hands out the same objects for ever, while their text is by far the
 * largest part of a decision. So the text of a ground is made once and kept under the object itself. The number kept
 * is bounded: when it is reached, all are made again.
 */
final class DecisionJson {
    private static final int KEPT = 8_192;
    private static final byte[] PERMIT = ascii("\"decision\":\"permit\"");
    private static final byte[] DENY = ascii("\"decision\":\"deny\"");
    private static final byte[] HOLDS_UNTIL = ascii(",\"holdsUntil\":\"");
    private static final byte[] GROUNDS = ascii(",\"grounds\":[");
    private static final byte[] END = ascii("]}");

    private final GroundsForm form;
    private final IdentityHashMap<Ground, byte[]> texts = new IdentityHashMap<>();

    DecisionJson(GroundsForm form) {
        this.form = form;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes everything about a decision from the key {@code decision} to the closing brace. */
    void write(Decision decision, byte[] afterDecision, OutputStream out) throws IOException {
        out.write(decision.permitted() ? PERMIT : DENY);
        out.write(afterDecision);
        if (decision.holdsUntil().isPresent()) {
            out.write(HOLDS_UNTIL);
            out.write(ascii(decision.holdsUntil().get().toString()));
            out.write('"');
        }
        out.write(GROUNDS);
        List<Ground> grounds = decision.grounds();
        for (int i = 0; i < grounds.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(text(grounds.get(i)));
        }
        out.write(END);
    }

    private byte[] text(Ground ground) {
        byte[] text = texts.get(ground);
        if (text == null) {
            text = form == GroundsForm.FULL
                    ? full(ground)
                    : brief(ground).raw("}").bytes();
            if (texts.size() == KEPT) {
                texts.clear();
            }
            texts.put(ground, text);
        }
        return text;
    }

    private static JsonBytes brief(Ground ground) {
        return ground.accept(new Kinds(new JsonBytes()));
    }

    private static byte[] full(Ground ground) {
        JsonBytes json = brief(ground).raw(",\"sentence\":").text(ground.sentence());
        json.raw(",\"citations\":[");
        String separator = "";
        for (Policy.Citation citation : ground.citations()) {
            json.raw(separator).raw("{\"source\":").text(citation.source());
            json.raw(",\"at\":").text(citation.locator());
            json.raw(",\"quote\":").text(citation.quote()).raw("}");
            separator = ",";
        }
        json.raw("]");
        if (ground.rules().size() == 1) {
            remedy(ground.rules().get(0).remedy(), json);
        }
        return json.raw("}").bytes();
    }

    private static void remedy(Policy.Remedy remedy, JsonBytes json) {
        Optional<String> member = remedy.member();
        Optional<String> engineer = remedy.engineer();
        if (member.isEmpty() && engineer.isEmpty()) {
            return;
        }
        json.raw(",\"remedy\":{");
        member.ifPresent(text -> json.raw("\"member\":").text(text));
        json.raw(member.isPresent() && engineer.isPresent() ? "," : "");
        engineer.ifPresent(text -> json.raw("\"engineer\":").text(text));
        json.raw("}");
    }

    /** Begins the object of a ground: its kind, and what only that kind has. */
    private record Kinds(JsonBytes json) implements Ground.Cases<JsonBytes> {
        @Override
        public JsonBytes granted(Ground.Granted ground) {
            return json.raw("{\"kind\":\"granted\",\"rule\":")
                    .text(ground.rule().id());
        }

        @Override
        public JsonBytes prohibited(Ground.Prohibited ground) {
            return json.raw("{\"kind\":\"prohibited\",\"rule\":")
                    .text(ground.rule().id());
        }

        @Override
        public JsonBytes factUnknown(Ground.FactUnknown ground) {
            json.raw("{\"kind\":\"unknown\",\"rule\":").text(ground.rule().id());
            return json.raw(",\"missing\":").texts(ground.facts());
        }

        @Override
        public JsonBytes notGranted(Ground.NotGranted ground) {
            List<String> nearest = ground.rules().stream().map(Policy.Rule::id).toList();
            return json.raw("{\"kind\":\"not-granted\",\"nearest\":").texts(nearest);
        }

        @Override
        public JsonBytes notInForce(Ground.NotInForce ground) {
            json.raw("{\"kind\":\"not-in-force\"");
            ground.effective().from().ifPresent(day -> json.raw(",\"from\":").text(day.toString()));
            ground.effective().until().ifPresent(day -> json.raw(",\"until\":").text(day.toString()));
            return json;
        }
    }
}
