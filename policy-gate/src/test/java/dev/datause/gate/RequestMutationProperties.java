package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever becomes of the bytes of a request file, no line is lost, none is answered twice, and nothing is thrown. */
class RequestMutationProperties {
    private static final DecisionRun RUN = DecisionRun.of(Bundled.BOTH).with(GroundsForm.BRIEF);
    private static final List<String> REQUESTS = new String(
                    Bundled.resource("linkedin-2025-11-03.corpus.jsonl"), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.substring(line.indexOf("\"use\": ") + 7, line.indexOf(", \"expect\": ")))
            .toList();
    private static final byte[] TELLING = "{}[]\",:\\0019-\n\r\t nulltrue\u0000\u007f".getBytes(StandardCharsets.UTF_8);

    @Property(tries = 1_000)
    void everyLineIsAnsweredOnceHoweverItsBytesAreDamaged(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = (REQUESTS.get(random.nextInt(REQUESTS.size())) + "\n"
                        + REQUESTS.get(random.nextInt(REQUESTS.size())) + "\n"
                        + REQUESTS.get(random.nextInt(REQUESTS.size())))
                .getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = damaged(bytes, random);
        }
        String answers = Bundled.answers(RUN, bytes);

        assertEquals(lines(bytes), answers.lines().count());
        answers.lines().forEach(answer -> assertTrue(answer.startsWith("{") && answer.endsWith("}")));
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        byte[] changed = bytes.clone();
        switch (random.nextInt(4)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed[at] = TELLING[random.nextInt(TELLING.length)];
            case 2 -> changed = Arrays.copyOf(bytes, Math.max(1, at));
            default -> {
                changed = Arrays.copyOf(bytes, bytes.length - 1 > 0 ? bytes.length - 1 : 1);
                System.arraycopy(
                        bytes,
                        Math.min(at + 1, bytes.length),
                        changed,
                        Math.min(at, changed.length),
                        Math.max(0, changed.length - at));
            }
        }
        return changed;
    }

    private static long lines(byte[] bytes) {
        long lines = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || i == bytes.length - 1) {
                lines++;
            }
        }
        return lines;
    }

    @Property(tries = 200)
    void aDamagedLineChangesNoOtherAnswer(@ForAll long seed) {
        Random random = new Random(seed);
        String first = REQUESTS.get(random.nextInt(REQUESTS.size()));
        byte[] middle = damaged(REQUESTS.get(random.nextInt(REQUESTS.size())).getBytes(StandardCharsets.UTF_8), random);
        String damaged = new String(middle, StandardCharsets.ISO_8859_1).replace('\n', ' ');
        String last = REQUESTS.get(random.nextInt(REQUESTS.size()));
        byte[] all = (first + "\n" + damaged + "\n" + last).getBytes(StandardCharsets.ISO_8859_1);
        List<String> answers = Bundled.answers(RUN, all).lines().toList();

        assertEquals(3, answers.size());
        assertEquals(
                withoutLine(Bundled.answers(RUN, first.getBytes(StandardCharsets.ISO_8859_1))),
                withoutLine(answers.get(0)));
        assertEquals(
                withoutLine(Bundled.answers(RUN, last.getBytes(StandardCharsets.ISO_8859_1))),
                withoutLine(answers.get(2)));
    }

    private static String withoutLine(String answer) {
        return answer.strip().replaceFirst("^\\{\"line\":[0-9]+", "");
    }
}
