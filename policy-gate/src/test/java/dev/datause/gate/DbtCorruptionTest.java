package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged dbt manifest or mapping is refused, or checked for what it now says; the violation in it never goes away. */
@Tag("costly")
class DbtCorruptionTest {
    /** As an old dbt wrote it: tags and meta stand in one place only. */
    private static final String OLD = DbtGiven.VIOLATION
            .replace("/v12.json", "/v2.json")
            .replaceAll(", \"config\": \\{\"enabled\": true, .*", "");

    private static final String UNTAGGED = DbtGiven.VIOLATION.replace("datause:category=message", "inbox");
    private static final String MAPPING = """
            format: 1
            rules:
              - where: {tag: inbox, on: source}
                says: {categories: [message]}
            """;

    /** All changes of a byte take long; without a factor each byte has two of them, the bits in turn. */
    private static final boolean ALL = Tries.FACTOR > 1;

    private static boolean takes(int at, int bit) {
        return ALL || bit == 8 || bit == at % 8;
    }

    private static byte[] whole(String which) {
        return Given.bytes(which.equals("old") ? OLD : which.equals("untagged") ? UNTAGGED : DbtGiven.VIOLATION);
    }

    private static Verdict verdict(byte[] manifest, byte[] mapping) {
        return Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                .reader(DbtReader.of(DbtMapping.of("map.yaml", mapping)))
                .check(Map.of("target/manifest.json", manifest))
                .verdict();
    }

    private static Verdict verdict(String which, byte[] manifest) {
        return verdict(manifest, Given.bytes(which.equals("untagged") ? MAPPING : "format: 1\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "old", "untagged"})
    void wholeItIsViolated(String which) {
        assertEquals(Verdict.VIOLATED, verdict(which, whole(which)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "old", "untagged"})
    void noPrefixPasses(String which) {
        byte[] whole = whole(which);
        Damage.cut(whole, (damaged, length) -> {
            // Without its last line feed it says the same.
            Verdict expected = length == whole.length - 1 ? Verdict.VIOLATED : Verdict.COULD_NOT_CHECK;
            assertEquals(expected, verdict(which, damaged), "cut after " + length);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "old", "untagged"})
    void noChangedBytePasses(String which) {
        Damage.turned(
                whole(which),
                DbtCorruptionTest::takes,
                (damaged, how) -> assertNotEquals(Verdict.PASSED, verdict(which, damaged), how));
    }

    @Test
    void noChangedByteOfAMappingPasses() {
        Damage.turned(
                Given.bytes(MAPPING),
                (at, bit) -> true,
                (damaged, how) -> assertNotEquals(Verdict.PASSED, verdict(Given.bytes(UNTAGGED), damaged), how));
    }

    @Test
    void whateverTheBytesAreReadingReturnsOrRefuses() {
        Damage.mixed(whole("new"), "{}[]:,\"\\ \n0x1nulltruefalse", 200, 5_000, mutant -> {
            try {
                DbtReader.of(DbtMapping.standard()).read("manifest.json", mutant, Given.SMALL, Limits.STANDARD);
            } catch (DocumentException refused) {
                assertNotEquals(0, refused.problems().size());
            }
        });
    }
}
