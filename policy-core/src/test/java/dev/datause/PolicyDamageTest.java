package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.datause.document.DocumentException;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A policy damaged anywhere in any way is refused at the damage, or is what its bytes now say. */
class PolicyDamageTest {
    private static final byte[] WHOLE = ExamplePolicy.bytes(ExamplePolicy.TEXT);

    private record Token(int from, int to, boolean key) {}

    @Test
    void isRefusedAtTheDamagedTokenWhicheverTokenItIs() {
        List<Token> tokens = tokens();
        assertTrue(tokens.size() > 300);
        for (Token token : tokens) {
            for (String damage : token.key
                    ? List.of("\"zz zz\"", "zz", "7")
                    : List.of("7.5", "zz", "null", "\"\\u0007\"", "{}", "'z'")) {
                String json =
                        ExamplePolicy.TEXT.substring(0, token.from) + damage + ExamplePolicy.TEXT.substring(token.to);
                assertPointsInto(json, token.from, token.from + damage.length());
            }
        }
    }

    @Test
    void isReadOrRefusedSoonWhicheverNameTakesThePlaceOfWhich() {
        Set<String> texts = new TreeSet<>();
        List<Token> tokens = tokens();
        tokens.forEach(token -> texts.add(ExamplePolicy.TEXT.substring(token.from, token.to)));
        texts.removeIf(text -> text.contains(" "));
        SplittableRandom random = new SplittableRandom(20251103);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (Token token : tokens) {
                boolean tree = ExamplePolicy.TEXT.startsWith("\"under\": ", Math.max(0, token.from - 9));
                for (String text : texts) {
                    if (tree || random.nextInt(20) == 0) {
                        tried(ExamplePolicy.TEXT.substring(0, token.from)
                                + text
                                + ExamplePolicy.TEXT.substring(token.to));
                    }
                }
            }
        });
    }

    private static void tried(String json) {
        try {
            PolicyJson.read("exchanged.json", ExamplePolicy.bytes(json));
        } catch (DocumentException refused) {
            assertFalse(refused.problems().isEmpty());
        }
    }

    private static void assertPointsInto(String json, int from, int to) {
        List<Problem> problems = ExamplePolicy.problems(json);
        for (Problem problem : problems) {
            int offset = offset(json, problem.at());
            if (offset >= from && offset < to) {
                return;
            }
        }
        fail(json.substring(Math.max(0, from - 40), Math.min(json.length(), to + 40)) + "\n" + problems);
    }

    private static int offset(String text, Position at) {
        int start = 0;
        for (int line = 1; line < at.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + at.column() - 1;
    }

    /** Every key, text and number of the example. */
    private static List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        collect(JsonDocument.read("example.json", WHOLE, Limits.STANDARD).root(), tokens);
        return tokens;
    }

    private static void collect(Node node, List<Token> tokens) {
        if (node instanceof Node.Members members) {
            for (Node.Entry entry : members.entries()) {
                tokens.add(token(entry.keyAt(), true));
                collect(entry.value(), tokens);
            }
        } else if (node instanceof Node.Items items) {
            items.items().forEach(item -> collect(item, tokens));
        } else {
            tokens.add(token(node.at(), false));
        }
    }

    private static Token token(Position at, boolean key) {
        int from = offset(ExamplePolicy.TEXT, at);
        int to = from + 1;
        if (ExamplePolicy.TEXT.charAt(from) == '"') {
            while (ExamplePolicy.TEXT.charAt(to) != '"') {
                to++;
            }
            return new Token(from, to + 1, key);
        }
        while (",}] \n".indexOf(ExamplePolicy.TEXT.charAt(to)) < 0) {
            to++;
        }
        return new Token(from, to, key);
    }

    @Tag("costly")
    @Test
    void isRefusedOrReadForWhatItSaysWhenAnyByteIsFlipped() {
        for (int i = 0; i < WHOLE.length; i++) {
            byte[] damaged = WHOLE.clone();
            damaged[i] ^= (byte) (1 << i % 8);
            assertRefusedOrSays(damaged);
        }
    }

    /** What is read from damaged bytes writes as what was read: nothing was made up or lost on the way. */
    private static void assertRefusedOrSays(byte[] bytes) {
        try {
            Policy policy = PolicyJson.read("damaged", bytes);
            assertEquals(policy, PolicyJson.read("again", ExamplePolicy.bytes(PolicyJson.write(policy))));
        } catch (DocumentException e) {
            assertTrue(e.problems().size() > 0);
        }
    }

    @Test
    void isRefusedOrReadForWhatItSaysWhenPiecesAreCutOutDoubledOrSwapped() {
        Tries.of(300, random -> {
            int from = random.nextInt(WHOLE.length);
            int length = 1 + random.nextInt(1 << random.nextInt(8));
            int to = Math.min(WHOLE.length, from + length);
            byte[] damaged = switch (random.nextInt(3)) {
                case 0 -> joined(0, from, to, WHOLE.length);
                case 1 -> joined(0, to, from, WHOLE.length);
                default -> {
                    byte[] swapped = WHOLE.clone();
                    swapped[from] = WHOLE[to - 1];
                    swapped[to - 1] = WHOLE[from];
                    yield swapped;
                }
            };
            assertRefusedOrSays(damaged);
        });
    }

    private static byte[] joined(int from, int to, int again, int end) {
        byte[] joined = new byte[to - from + end - again];
        System.arraycopy(WHOLE, from, joined, 0, to - from);
        System.arraycopy(WHOLE, again, joined, to - from, end - again);
        return joined;
    }

    @Test
    void isRefusedOrReadWhateverTheBytesAre() {
        byte[] alphabet = ExamplePolicy.bytes("{}[]:,\"\\u0019eE+-. \n\ttrufalsn/'#\u00e9\u2028x");
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = random.nextInt(10) == 0
                        ? (byte) random.nextInt(256)
                        : alphabet[random.nextInt(alphabet.length)];
            }
            try {
                JsonDocument.read("any", bytes, Limits.STANDARD);
            } catch (DocumentException e) {
                assertTrue(e.problems().size() > 0);
            }
        }
    }
}
