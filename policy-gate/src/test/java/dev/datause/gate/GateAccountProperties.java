package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.Use;
import dev.datause.UseKind;
import dev.datause.analysis.Change;
import dev.datause.analysis.PolicyDiff;
import dev.datause.document.JsonDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was checked adds up, and what a change of the policy does to a check is what the diff of the policies shows. */
class GateAccountProperties {
    private static GateReport check(DataUsePolicy policy, Map<String, byte[]> documents) {
        return Gate.of(policy, Given.AS_OF).check(documents);
    }

    @Test
    void whatWasSeenIsAccountedForAndAPassLeavesNothingUnchecked() {
        int[] passed = new int[1];
        int[] unchecked = new int[1];
        Tries.of(500, random -> {
            int datasets = 1 + random.nextInt(3);
            int pipelines = random.nextInt(4);
            Map<String, byte[]> documents = new HashMap<>();
            String manifest = JsonDocument.write(new RandomManifest(random).manifest(datasets, pipelines));
            documents.put("a.json", Given.bytes(manifest));
            if (random.nextInt(3) == 0) {
                documents.put("b.json", Given.bytes(manifest.substring(0, random.nextInt(manifest.length() - 1))));
            }
            if (random.nextInt(3) == 0) {
                documents.put("c.json", Given.bytes(manifest.replace("\"profile\"", "\"no-such-category\"")));
            }
            GateReport report = check(Given.SMALL_STRICT, documents);
            Completeness account = report.completeness();
            assertEquals(account.seen(), account.understood() + account.ignored() + account.couldNotCheck());
            assertTrue(account.seen() >= documents.size() + pipelines, account.toString());
            boolean could = account.couldNotCheck() == 0 && account.understood() > 0;
            boolean broken = documents.containsKey("b.json");
            assertTrue(!broken || account.couldNotCheck() > 0, account + manifest);
            if (report.verdict() == Verdict.PASSED) {
                assertTrue(could, account.toString());
                passed[0]++;
            }
            unchecked[0] += could ? 0 : 1;
        });
        assertTrue(
                !Tries.ENOUGH || (passed[0] > 20 && unchecked[0] > 100),
                passed[0] + " pass, " + unchecked[0] + " unchecked");
    }

    /** The small policy with its rules turned, one said twice, one left out, and in its other reading. */
    private static List<DataUsePolicy> variants() {
        List<DataUsePolicy> all = new ArrayList<>();
        List<Policy.Rule> turned = new ArrayList<>(Given.SMALL.rules());
        Collections.reverse(turned);
        all.add(with(turned));
        for (Policy.Rule rule : Given.SMALL.rules()) {
            List<Policy.Rule> twice = new ArrayList<>(Given.SMALL.rules());
            twice.add(new Policy.Rule(
                    rule.id() + "-again",
                    rule.effect(),
                    rule.sentence(),
                    rule.when(),
                    rule.citations(),
                    rule.remedy()));
            all.add(with(twice));
            List<Policy.Rule> less = new ArrayList<>(Given.SMALL.rules());
            less.remove(rule);
            all.add(with(less));
        }
        all.add(Given.SMALL_DOCUMENTED);
        all.add(Given.SMALL_STRICT);
        return all;
    }

    private static DataUsePolicy with(List<Policy.Rule> rules) {
        Policy policy = Given.SMALL;
        return DataUsePolicy.of(policy.toBuilder().rules(rules).build());
    }

    private static boolean shows(PolicyDiff diff, Flow flow) {
        return diff.changes().stream()
                .filter(change -> change.direction() == Change.Direction.DENIED)
                .flatMap(change -> change.kinds().stream())
                .anyMatch(kind -> concerns(kind, flow));
    }

    private static boolean concerns(UseKind kind, Flow flow) {
        return kind.purpose().map(purpose -> purpose.name()).equals(flow.purpose())
                && kind.category().map(category -> category.name()).equals(flow.category());
    }

    @Test
    void whatPassesUnderOnePolicyPassesUnderAnotherUnlessTheirDiffShowsWhyNot() {
        List<DataUsePolicy> variants = variants();
        Map<List<Integer>, PolicyDiff> diffs = new HashMap<>();
        int[] seen = new int[3];
        Tries.of(500, random -> {
            int one = random.nextInt(variants.size());
            int other = random.nextInt(variants.size());
            Map<String, byte[]> documents =
                    Map.of("m.json", Given.bytes(JsonDocument.write(new RandomManifest(random).manifest(1, 1))));
            if (check(variants.get(one), documents).verdict() != Verdict.PASSED) {
                seen[0]++;
                return;
            }
            GateReport after = check(variants.get(other), documents);
            PolicyDiff diff = diffs.computeIfAbsent(
                    List.of(one, other), pair -> PolicyDiff.of(variants.get(one), variants.get(other)));
            if (after.verdict() == Verdict.PASSED) {
                seen[1]++;
                return;
            }
            seen[2]++;
            assertFalse(diff.isEmpty(), after::text);
            for (Finding finding : after.findings()) {
                assertEquals(FindingCode.VIOLATION, finding.code());
                Use witness = finding.witness().orElseThrow().use();
                assertTrue(variants.get(one).isPermitted(witness), finding.text());
                assertFalse(variants.get(other).isPermitted(witness), finding.text());
                Optional<Flow> flow = finding.flow();
                assertTrue(shows(diff, flow.orElseThrow()), () -> diff.text() + after.text());
            }
            assertNotEquals(one, other);
        });
        assertTrue(!Tries.ENOUGH || (seen[0] > 100 && seen[1] > 100 && seen[2] > 10), Arrays.toString(seen));
    }
}
