package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.DocumentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A file of requests is decided as its lines are, one by one, whoever they stand beside. */
class DecisionRunProperties {
    private static final DecisionRun RUN = DecisionRun.of(Bundled.BOTH).with(GroundsForm.BRIEF);
    private static final List<String> REQUESTS = new String(
                    Bundled.resource("linkedin-2025-11-03.corpus.jsonl"), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.substring(line.indexOf("\"use\": ") + 7, line.indexOf(", \"expect\": ")))
            .toList();
    private static final List<String> NO_REQUESTS =
            List.of("", "{}", "not JSON", "[", "{\"id\":\"x\"}", "{\"used\":\"2026-02-30\"}");

    private record Answered(String text, DecisionCounts counts) {}

    private static Answered answered(List<String> lines, RandomGenerator random) {
        byte[] bytes = (String.join("\n", lines) + (lines.isEmpty() ? "" : "\n")).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DecisionCounts counts = RUN.run(new Pieces(bytes, random.nextInt(1, 400)), out);
            return new Answered(out.toString(StandardCharsets.UTF_8), counts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream that gives a few bytes at a time. */
    private static final class Pieces extends InputStream {
        private final ByteArrayInputStream all;
        private final int most;

        Pieces(byte[] bytes, int most) {
            all = new ByteArrayInputStream(bytes);
            this.most = most;
        }

        @Override
        public int read() {
            return all.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return all.read(into, from, Math.min(length, most));
        }
    }

    private static List<String> lines(RandomGenerator random, int most) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            List<String> from = random.nextInt(5) == 0 ? NO_REQUESTS : REQUESTS;
            lines.add(from.get(random.nextInt(from.size())));
        }
        return lines;
    }

    /** An answer without the number of its line, which is where it stands and not what it says. */
    private static String said(String answer) {
        return answer.replaceFirst("\"line\":[0-9]+,", "");
    }

    private static List<String> said(Answered answered) {
        return answered.text().lines().map(DecisionRunProperties::said).toList();
    }

    private static long permitted(List<String> answers, String reading) {
        return answers.stream()
                .filter(answer -> answer.contains("{\"decision\":\"permit\",\"reading\":\"" + reading + "\""))
                .count();
    }

    @Test
    void everyLineIsAnsweredAsIfItWereAloneAndTheCountsAddUp() {
        RequestReader reader = RequestReader.of(Bundled.POLICY.vocabulary());
        int[] seen = new int[2];
        Tries.of(500, random -> {
            List<String> lines = lines(random, 12);
            Answered all = answered(lines, random);
            List<String> answers = said(all);
            assertEquals(lines.size(), answers.size());
            long refused = 0;
            for (int i = 0; i < lines.size(); i++) {
                assertEquals(said(answered(lines.subList(i, i + 1), random)).get(0), answers.get(i));
                try {
                    var use = reader.read(lines.get(i).getBytes(StandardCharsets.UTF_8))
                            .use();
                    String expected = "{\"decision\":\"" + (Bundled.STRICT.isPermitted(use) ? "permit" : "deny")
                            + "\",\"reading\":\"strict\"";
                    assertTrue(answers.get(i).contains(expected), answers.get(i));
                    seen[0]++;
                } catch (DocumentException e) {
                    refused++;
                    assertTrue(answers.get(i).contains("\"error\":{\"code\":\""), answers.get(i));
                    seen[1]++;
                }
            }
            DecisionCounts counts = all.counts();
            assertEquals(lines.size(), counts.lines());
            assertEquals(refused, counts.refused());
            for (DecisionCounts.OfReading of : counts.readings()) {
                assertEquals(permitted(answers, of.reading()), of.permitted());
                assertEquals(lines.size(), counts.refused() + of.permitted() + of.denied());
            }
        });
        assertTrue(!Tries.ENOUGH || (seen[0] > 1_000 && seen[1] > 500), seen[0] + " requests, " + seen[1] + " others");
    }

    @Test
    void twoFilesAreAnsweredAsOneAndInAnotherOrderInThatOrder() {
        Tries.of(500, random -> {
            List<String> one = lines(random, 8);
            List<String> other = lines(random, 8);
            List<String> both = new ArrayList<>(one);
            both.addAll(other);
            List<String> expected = new ArrayList<>(said(answered(one, random)));
            expected.addAll(said(answered(other, random)));
            assertEquals(expected, said(answered(both, random)));
            long seed = random.nextLong();
            Collections.shuffle(both, new Random(seed));
            Collections.shuffle(expected, new Random(seed));
            assertEquals(expected, said(answered(both, random)));
        });
    }

    @Test
    void filesThatAreDecidedAtOnceAreAnsweredAsOneAfterTheOther() {
        Tries.of(30, random -> {
            List<String> lines = lines(random, 200);
            List<String> expected = said(answered(lines, random));
            int each = 1 + random.nextInt(40);
            List<List<String>> parts = new ArrayList<>();
            for (int from = 0; from < lines.size(); from += each) {
                parts.add(lines.subList(from, Math.min(lines.size(), from + each)));
            }
            List<String> answers = parts.parallelStream()
                    .map(part -> said(answered(part, new Random(1))))
                    .flatMap(List::stream)
                    .toList();
            assertEquals(expected, answers);
        });
    }
}
