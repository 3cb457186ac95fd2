package dev.datause.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.LinkedIn;
import dev.datause.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The kit's samples show every one-line fault of the bundled policy within 25,000 tries, but those that change no decision:
 * these are listed in {@code equivalent-faults.txt}, and proved. A build looks at a sample of each; the profile {@code
 * faults} at all.
 */
class FaultsTest {
    private static final int SAMPLE = Integer.getInteger("datause.faults.sample", 100);
    private static final long FIXED_SEED = 20251103;
    private static final long NEW_SEED = Long.getLong("datause.seed", System.nanoTime());
    private static final Policy POLICY = LinkedIn.policy();
    private static final Set<String> EQUIVALENT = equivalent();

    private static Set<String> equivalent() {
        try (InputStream in = FaultsTest.class.getResourceAsStream("/equivalent-faults.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new TreeSet<>(text.lines().filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Faults from one place on in an order that stays. */
    private static List<Fault> some(int from, int count) {
        List<Fault> shuffled = new ArrayList<>(Fault.all(POLICY));
        Collections.shuffle(shuffled, new Random(FIXED_SEED));
        int first = Math.min(from, shuffled.size() - 1);
        return shuffled.subList(first, Math.min(first + count, shuffled.size()));
    }

    private static void allAreFound(long seed, List<Fault> faults) {
        Hunt hunt = new Hunt(POLICY, seed);
        List<String> missed = new ArrayList<>();
        for (Fault fault : faults) {
            if (!EQUIVALENT.contains(fault.name()) && hunt.finds(fault).isEmpty()) {
                missed.add(fault.name() + ": "
                        + Equivalence.difference(POLICY, fault.policy()).orElse("changes no decision; list it"));
            }
        }
        assertEquals(List.of(), missed, "seed " + seed);
    }

    @Test
    void everyFaultIsFoundWithin25000Tries() {
        allAreFound(FIXED_SEED, some(0, SAMPLE));
    }

    @Test
    void soItIsFromANewSeed() {
        System.out.println("Faults are looked for with the seeds " + FIXED_SEED + " and " + NEW_SEED);
        allAreFound(NEW_SEED, some(0, Math.max(1, SAMPLE / 5)));
    }

    @Test
    void whatIsListedAsEquivalentIsProvedToBe() {
        Map<String, Fault> byName = new TreeMap<>();
        Fault.all(POLICY).forEach(fault -> byName.put(fault.name(), fault));
        assertTrue(byName.keySet().containsAll(EQUIVALENT), "listed, but no fault");
        List<String> listed = new ArrayList<>(EQUIVALENT);
        Collections.shuffle(listed, new Random(FIXED_SEED));
        for (String name : listed.subList(0, Math.min(listed.size(), Math.max(1, SAMPLE / 50)))) {
            Fault fault = byName.get(name);
            assertEquals(Optional.empty(), Equivalence.difference(POLICY, fault.policy()), fault::name);
        }
    }

    @Test
    void theProofFindsTheDifferenceThatAFaultMakes() {
        List<Fault> shown = Fault.all(POLICY).stream()
                .filter(fault -> fault.name().startsWith("EU: without ")
                        || fault.name().equals("europe-no-ads: the rule is missing"))
                .toList();
        for (Fault fault : shown.subList(0, 2)) {
            assertTrue(Equivalence.difference(POLICY, fault.policy()).isPresent(), fault::name);
        }
    }
}
