package dev.datause.testkit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.LinkedIn;
import dev.datause.document.DocumentException;
import dev.datause.gate.Verdict;
import dev.datause.testkit.LawBroken;
import dev.datause.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampledManifestTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 2, 1);

    @TempDir
    Path folder;

    private SampledManifest sampled(String manifest) {
        try {
            Files.writeString(folder.resolve("m.yaml"), manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SampledManifest.of(LinkedIn.strict(), AS_OF, folder, Path.of("m.yaml"));
    }

    private static String manifest(String guards) {
        return """
                format: 1
                datasets:
                  - name: profiles
                    categories: [profile]
                    collected: {from: 2026-01-01}
                pipelines:
                  - name: ads
                    purpose: affiliate-ads
                    recipient: microsoft
                    inputs: [profiles]
                    runs: {from: 2026-02-01, until: 2026-12-31}
                """ + guards;
    }

    @Test
    void whatThePolicyGuardsIsPermittedWhenSampled() {
        SampledManifest sampled = sampled(manifest("    guard: {policy: linkedin-2025-11-03, reading: strict}\n"));
        assertEquals(Verdict.PASSED, sampled.report().verdict());
        sampled.checkPasses(1, 500);
        sampled.checkFindings();
    }

    @Test
    void theWitnessesOfFindingsAreDeniedForTheReasonNamed() {
        SampledManifest sampled = sampled(manifest(""));
        assertEquals(Verdict.VIOLATED, sampled.report().verdict());
        sampled.checkPasses(1, 10);
        sampled.checkFindings();
    }

    @Test
    void nothingToSampleIsNoSuccess() {
        SampledManifest sampled = sampled("""
                format: 1
                datasets:
                  - {name: countries, noMemberData: codes and names}
                pipelines:
                  - {name: ads, purpose: affiliate-ads, recipient: microsoft, inputs: [countries]}
                """);
        LawBroken broken = assertThrows(LawBroken.class, () -> sampled.checkPasses(1, 10));
        assertTrue(broken.getMessage().contains("there is no flow of member data to sample"), broken.getMessage());
    }

    @Test
    void aManifestThatCannotBeReadIsRefused() {
        assertThrows(DocumentException.class, () -> sampled("format: 2\n"));
    }

    @Test
    void theGateIsRightAboutMadeUpManifests() throws IOException {
        Samples samples = Samples.of(LinkedIn.policy());
        SplittableRandom random = new SplittableRandom(20251103);
        int passed = 0;
        int violated = 0;
        for (int i = 0; i < 8; i++) {
            Files.writeString(folder.resolve("m.json"), samples.manifest(random));
            SampledManifest sampled = SampledManifest.of(LinkedIn.strict(), AS_OF, folder, Path.of("m.json"));
            sampled.checkFindings();
            if (sampled.report().verdict() == Verdict.PASSED) {
                passed++;
                sampled.checkPasses(i, 150);
            } else if (sampled.report().verdict() == Verdict.VIOLATED) {
                violated++;
            }
        }
        assertTrue(passed > 0 && violated > 0, passed + " passed, " + violated + " violated");
    }
}
