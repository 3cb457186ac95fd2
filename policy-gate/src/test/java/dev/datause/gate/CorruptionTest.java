package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.datause.document.DocumentException;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import java.util.Map;
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
        Damage.cut(whole, (damaged, length) -> neverPasses(name, damaged, "cut after " + length));
        neverPasses(name, whole, "whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.yaml", "m.json"})
    void noChangedBytePasses(String name) {
        Damage.turned(sample(name), (at, bit) -> true, (damaged, how) -> neverPasses(name, damaged, how));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.yaml", "m.json"})
    void whateverTheBytesAreReadingReturnsOrRefuses(String name) {
        Damage.mixed(sample(name), "{}[]:,-?&*!|>'\"%@`#~ \n\t\\u0<=.x1", 40, 20_000, mutant -> {
            try {
                new ManifestReader().read(name, mutant, Given.SMALL, Limits.STANDARD);
            } catch (DocumentException refused) {
                assertNotEquals(0, refused.problems().size());
            }
        });
    }
}
