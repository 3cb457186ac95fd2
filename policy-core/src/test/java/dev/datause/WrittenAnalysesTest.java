package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.analysis.MemberSpace;
import dev.datause.analysis.Obligation;
import dev.datause.analysis.Obligations;
import dev.datause.analysis.PolicyDiff;
import dev.datause.analysis.PolicyLint;
import dev.datause.analysis.PolicyMatrix;
import dev.datause.document.DocumentException;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
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
 * Everything that the analyses say about some small policies, the example and the bundled one is what they said before, by committed digests. What was
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

    private static String lint(String json) {
        byte[] bytes = ExamplePolicy.bytes(json);
        PolicyPlaces places = PolicyPlaces.of("example.json", bytes);
        PolicyLint lint = PolicyLint.of(PolicyJson.read("example.json", bytes), places);
        return lint.text() + lint.json();
    }

    /** A document with one entry or item less, for each of them. */
    private static List<Node> lesser(Node node) {
        List<Node> lesser = new ArrayList<>();
        if (node instanceof Node.Members members) {
            for (int i = 0; i < members.entries().size(); i++) {
                Node.Entry entry = members.entries().get(i);
                List<Node.Entry> without = new ArrayList<>(members.entries());
                without.remove(i);
                lesser.add(new Node.Members(members.at(), without));
                for (Node less : lesser(entry.value())) {
                    List<Node.Entry> with = new ArrayList<>(members.entries());
                    with.set(i, new Node.Entry(entry.key(), entry.keyAt(), less));
                    lesser.add(new Node.Members(members.at(), with));
                }
            }
        } else if (node instanceof Node.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                List<Node> without = new ArrayList<>(items.items());
                without.remove(i);
                lesser.add(new Node.Items(items.at(), without));
                for (Node less : lesser(items.items().get(i))) {
                    List<Node> with = new ArrayList<>(items.items());
                    with.set(i, less);
                    lesser.add(new Node.Items(items.at(), with));
                }
            }
        }
        return lesser;
    }

    /** What is said of a policy that people wrote, whole and with anything left out that can be. */
    private static Map<String, String> saidOfTheExample() {
        Map<String, String> said = new TreeMap<>();
        said.put("lint", lint(ExamplePolicy.TEXT));
        Node whole = JsonDocument.read("example.json", ExamplePolicy.bytes(ExamplePolicy.TEXT), Limits.STANDARD)
                .root();
        DataUsePolicy example = DataUsePolicy.of(ExamplePolicy.POLICY);
        StringBuilder lesser = new StringBuilder();
        int left = 0;
        for (Node less : lesser(whole)) {
            String json = JsonDocument.write(less);
            if (loads(json)) {
                left++;
                lesser.append(lint(json));
                DataUsePolicy reduced = DataUsePolicy.of(PolicyJson.read("example.json", ExamplePolicy.bytes(json)));
                lesser.append(PolicyDiff.of(example, reduced).text());
                lesser.append(PolicyDiff.of(reduced, example).text());
            }
        }
        assertTrue(left > 50, "policies with less than the whole example");
        said.put("lesser", lesser.toString());
        StringBuilder others = new StringBuilder();
        for (DataUsePolicy bundled : Bundled.BOTH) {
            others.append(PolicyDiff.of(example, bundled).text());
            others.append(PolicyDiff.of(bundled, example).text());
        }
        said.put("others", others.toString());
        return said;
    }

    private static boolean loads(String json) {
        try {
            PolicyJson.read("example.json", ExamplePolicy.bytes(json));
            return true;
        } catch (DocumentException refused) {
            return false;
        }
    }

    /** What is said of the bundled policy under each reading. */
    private static Map<String, String> saidOfTheBundled() {
        Map<String, String> said = new TreeMap<>();
        PolicyDiff readings = PolicyDiff.of(Bundled.STRICT, Bundled.DOCUMENTED);
        said.put("readings", readings.text() + readings.json());
        for (DataUsePolicy policy : Bundled.BOTH) {
            String name = policy.reading().name();
            PolicyMatrix matrix = PolicyMatrix.of(policy);
            said.put("matrix-" + name, matrix.text() + matrix.json() + matrix.firstDays(matrix.kinds()));
            StringBuilder cells = new StringBuilder();
            UseSpace uses = UseSpace.of(List.of(policy));
            for (UseKind kind : UseKind.named(policy.policy().vocabulary())) {
                UseSet permitted = uses.permitted(policy, kind);
                cells.append(kind).append(' ').append(permitted.cells()).append('\n');
                for (Region region : permitted.regions(uses.every(kind), 12)) {
                    cells.append(region)
                            .append('\n')
                            .append(region.wordsOutside())
                            .append('\n');
                    cells.append(PolicyJson.write(region.condition())).append(PolicyJson.write(region.outside()));
                }
            }
            for (Purpose purpose : List.of(LinkedIn.AI_TRAINING, LinkedIn.AFFILIATE_ADS)) {
                MemberSpace members = MemberSpace.ofShortForm(policy, purpose);
                cells.append(members.size()).append('\n');
                members.cells(Long.MAX_VALUE)
                        .limit(200)
                        .forEach(cell -> cells.append(cell.story()).append('\n'));
            }
            said.put("cells-" + name, cells.toString());
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

    private static void take(String of, Map<String, String> said, List<String> digests) throws IOException {
        for (Map.Entry<String, String> one : said.entrySet()) {
            String name = of + one.getKey();
            Files.writeString(SAID.resolve(name + ".txt"), one.getValue());
            digests.add(name + " " + one.getValue().length() + " " + sha256(one.getValue()));
        }
    }

    @Test
    void whatIsSaidIsWhatWasSaid() throws IOException {
        Files.createDirectories(SAID);
        List<String> digests = new ArrayList<>();
        for (int seed = 1; seed <= POLICIES; seed++) {
            take(seed + "-", said(seed), digests);
        }
        take("example-", saidOfTheExample(), digests);
        take("bundled-", saidOfTheBundled(), digests);
        if ("write".equals(System.getProperty("datause.digests"))) {
            Files.write(DIGESTS, digests);
        }
        assertEquals(
                Files.readAllLines(DIGESTS), digests, "in " + SAID + "; if that is meant, -Ddatause.digests=write");
    }
}
