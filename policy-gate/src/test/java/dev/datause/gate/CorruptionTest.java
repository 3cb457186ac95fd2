package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.datause.document.DocumentException;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged manifest is refused, or checked for what it now says; the violation in it never goes away in silence. */
@Tag("costly")
class CorruptionTest {
    private static final Gate GATE = Gate.of(Given.SMALL_STRICT, Given.AS_OF);

    private static byte[] sample(String name) {
        byte[] yaml = Given.bytes(Given.VIOLATION);
        return name.endsWith(".json")
                ? Given.bytes(JsonDocument.write(
                        YamlDocument.read(name, yaml, Limits.STANDARD).root()))
                : yaml;
    }

    private static void neverPasses(String name, byte[] damaged, String how) {
        GateReport report = GATE.check(Map.of(name, damaged));
        assertNotEquals(Verdict.PASSED, report.verdict(), how);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.yaml", "m.json"})
    void noPrefixPasses(String name) {
        byte[] whole = sample(name);
        for (int length = 0; length <= whole.length; length++) {
            neverPasses(name, Arrays.copyOf(whole, length), "cut after " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.yaml", "m.json"})
    void noChangedBytePasses(String name) {
        byte[] whole = sample(name);
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit <= 8; bit++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) (bit == 8 ? 0xFF : 1 << bit);
                neverPasses(name, damaged, "byte " + at + ", bit " + bit);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.yaml", "m.json"})
    void whateverTheBytesAreReadingReturnsOrRefuses(String name) {
        byte[] whole = sample(name);
        byte[] alphabet = Given.bytes("{}[]:,-?&*!|>'\"%@`#~ \n\t\\u0<=.x1");
        SplittableRandom random = new SplittableRandom(20251103);
        for (int i = 0; i < 20_000; i++) {
            byte[] mutant = whole.clone();
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                int at = random.nextInt(mutant.length);
                switch (random.nextInt(4)) {
                    case 0 -> mutant[at] = alphabet[random.nextInt(alphabet.length)];
                    case 1 -> mutant[at] = (byte) random.nextInt(256);
                    case 2 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
                    default -> {
                        int length = random.nextInt(Math.min(40, mutant.length - at) + 1);
                        System.arraycopy(mutant, at, mutant, random.nextInt(mutant.length - length + 1), length);
                    }
                }
            }
            try {
                new ManifestReader().read(name, mutant, Given.SMALL, Limits.STANDARD);
            } catch (DocumentException refused) {
                assertNotEquals(0, refused.problems().size());
            }
        }
    }
}
