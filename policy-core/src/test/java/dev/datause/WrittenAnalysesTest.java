package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.analysis.Obligation;
import dev.datause.analysis.Obligations;
import dev.datause.analysis.PolicyDiff;
import dev.datause.analysis.PolicyLint;
import dev.datause.analysis.PolicyMatrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Everything that the analyses say about some small policies is what they said before, by committed digests. What was
 * said lies in {@code target/analyses}, to be compared by eye; {@code -Ddatause.digests=write} writes the digests anew.
 */
class WrittenAnalysesTest {
    private static final Path DIGESTS = Path.of("src", "test", "suites", "analyses.txt");
    private static final Path SAID = Path.of("target", "analyses");
    private static final LocalDate DAY = LocalDate.of(2025, 11, 2);
    private static final LocalDate LATER = LocalDate.of(2026, 2, 28);
    private static final int POLICIES = 10;

    private static Map<String, String> said(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Policy policy = SmallWorld.policy(random);
        DataUsePolicy first = DataUsePolicy.of(policy, SmallWorld.reading(policy, random));
        DataUsePolicy second = DataUsePolicy.of(policy, SmallWorld.reading(policy, random));
        Map<String, String> said = new TreeMap<>();
        PolicyDiff readings = PolicyDiff.of(first, second);
        said.put("readings", readings.text() + readings.json());
        said.put(
                "policies",
                PolicyDiff.of(first, DataUsePolicy.of(SmallWorld.policy(random)))
                        .text());
        for (LocalDate day : List.of(DAY, LATER)) {
            PolicyDiff days = PolicyDiff.between(first, day, day.plusDays(1));
            said.put("days-" + day, days.text() + days.json());
        }
        PolicyDiff year = PolicyDiff.between(first, DAY.minusYears(1), LATER.plusDays(1));
        said.put("years", year.text() + year.json());
        PolicyLint lint = PolicyLint.of(policy);
        said.put("lint", lint.text() + lint.json());
        PolicyMatrix matrix = PolicyMatrix.of(first);
        said.put("matrix", matrix.text() + matrix.json());
        for (int i = 0; i < 8; i++) {
            Passage passage = CounterexampleProperties.passage(policy, random);
            Obligation obligation = Obligations.of(first, passage);
            StringBuilder about = new StringBuilder(obligation.outcome() + " " + obligation.parts() + "\n");
            for (Counterexample one : first.counterexamples(passage)) {
                about.append(one.story()).append('\n').append(one.request()).append('\n');
            }
            said.put("passage-" + i, about.toString());
        }
        return said;
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void whatIsSaidIsWhatWasSaid() throws IOException {
        Files.createDirectories(SAID);
        List<String> digests = new ArrayList<>();
        for (int seed = 1; seed <= POLICIES; seed++) {
            for (Map.Entry<String, String> one : said(seed).entrySet()) {
                String name = seed + "-" + one.getKey();
                Files.writeString(SAID.resolve(name + ".txt"), one.getValue());
                digests.add(name + " " + one.getValue().length() + " " + sha256(one.getValue()));
            }
        }
        if ("write".equals(System.getProperty("datause.digests"))) {
            Files.write(DIGESTS, digests);
        }
        assertEquals(
                Files.readAllLines(DIGESTS), digests, "in " + SAID + "; if that is meant, -Ddatause.digests=write");
    }
}
