package dev.datause.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.DataUsePolicy;
import dev.datause.Guard;
import dev.datause.LinkedIn;
import dev.datause.Permitted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
    private static final Warehouse WAREHOUSE =
            Warehouse.madeUp(LinkedIn.policy().vocabulary(), 500, DAY.minusMonths(7), DAY);

    private static String output() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Quickstart.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String expected() {
        try (InputStream text = QuickstartTest.class.getResourceAsStream("/quickstart.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void printsExactlyTheseLines() {
        assertEquals(expected(), output());
    }

    @Test
    void printsTheSameOnAMachineWithOtherHabits() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-Duser.extensions=u-nu-arab",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Dline.separator=\r\n",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Quickstart.class.getName())
                .redirectErrorStream(true)
                .start();
        try (InputStream printed = process.getInputStream()) {
            assertEquals(expected(), new String(printed.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void strictPermitsNoRowThatDocumentedDenies() {
        Guard<Row> strict = training(LinkedIn.strict());
        Guard<Row> documented = training(LinkedIn.documented());
        for (Row row : WAREHOUSE.posts()) {
            assertTrue(!strict.permits(row) || documented.permits(row));
        }
    }

    @Test
    void aSinkRefusesWhatWasPermittedForAnotherPurpose() {
        Permitted<Row> forAds = WAREHOUSE.profiles().stream()
                .map(LinkedIn.strict()
                        .guard(
                                LinkedIn.AFFILIATE_ADS,
                                DAY,
                                (Row row) -> row.account().owner())::admit)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
        assertThrows(IllegalStateException.class, () -> new TrainingSet().add(forAds));
    }

    @Test
    void theMadeUpMembersMeetEveryKindOfRefusal() {
        Set<String> reasons = new HashSet<>(training(LinkedIn.strict())
                .partition(WAREHOUSE.posts())
                .reasons()
                .keySet());
        assertTrue(
                reasons.containsAll(List.of(
                        "ai-switch-off",
                        "ai-training-collected-before",
                        "education-account",
                        "not-granted",
                        "objection-to-content-generating-ai",
                        "reason-to-believe-minor",
                        "under-16",
                        "under-18-training",
                        "unknown: audience",
                        "unknown: country at use",
                        "unknown: day of collection")),
                reasons::toString);
    }

    private static Guard<Row> training(DataUsePolicy policy) {
        return policy.guard(LinkedIn.AI_TRAINING, row -> row.usedFor(LinkedIn.AI_TRAINING, LinkedIn.LINKEDIN, DAY));
    }
}
