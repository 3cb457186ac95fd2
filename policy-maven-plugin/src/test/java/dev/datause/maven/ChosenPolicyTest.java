package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.document.DocumentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenPolicyTest {
    private static final String BUNDLED = "linkedin-2025-11-03";

    @TempDir
    private Path base;

    private ChosenPolicy chosen(String given, String hash) throws MojoExecutionException {
        return ChosenPolicy.of(given, hash, base, base);
    }

    private List<String> readings(String names, String answers) throws MojoExecutionException {
        Policy policy = chosen(BUNDLED, "").policy();
        return ChosenReadings.of(policy, names, answers, List.of("strict")).stream()
                .map(DataUsePolicy::reading)
                .map(reading -> reading.name() + " " + reading.answers().get("C9"))
                .toList();
    }

    @Test
    void aBundledPolicyComesWithItsCorpus() throws Exception {
        assertEquals(BUNDLED, chosen(BUNDLED, "").policy().id());
        assertTrue(chosen(BUNDLED, "").corpus().length > 0);
    }

    @Test
    void anotherNameIsAFile() throws Exception {
        Files.writeString(base.resolve("mine.json"), PolicyJson.write(chosen(BUNDLED, "").policy()));

        assertEquals(chosen(BUNDLED, "").policy(), chosen("mine.json", "").policy());
        assertEquals(0, chosen("mine.json", "").corpus().length);
    }

    @Test
    void aPolicyThatIsMissingOrAFolderOrEmptyIsNotRead() throws Exception {
        Files.createDirectories(base.resolve("folder"));
        Files.writeString(base.resolve("empty.json"), "");

        for (String given : List.of("gone.json", "folder", "empty.json", "linkedin-2099-01-01")) {
            assertThrows(DocumentException.class, () -> chosen(given, ""), given);
        }
        assertThrows(MojoExecutionException.class, () -> chosen("../policy.json", ""));
    }

    @Test
    void aPolicyWithAnotherHashThanTheOnePinnedIsNotUsed() throws Exception {
        String hash = PolicyJson.contentHash(chosen(BUNDLED, "").policy());

        assertEquals(BUNDLED, chosen(BUNDLED, hash).policy().id());
        assertThrows(MojoExecutionException.class, () -> chosen(BUNDLED, hash.replace(hash.charAt(0), 'x')));
    }

    @Test
    void readingsAndOtherAnswersAreTakenByName() throws Exception {
        assertEquals(List.of("strict use-date"), readings("", ""));
        assertEquals(List.of("strict use-date", "documented use-date"), readings("strict, documented", ""));
        assertEquals(List.of("strict-C9-cut-over cut-over"), readings("strict", "C9=cut-over"));
    }

    @Test
    void aReadingOrAnswerThatThePolicyDoesNotHaveIsRefusedWithThoseItHas() {
        MojoExecutionException reading = assertThrows(MojoExecutionException.class, () -> readings("stirct", ""));
        MojoExecutionException answer = assertThrows(MojoExecutionException.class, () -> readings("", "C9=never"));

        assertEquals(
                "Could not check: reading: the policy linkedin-2025-11-03 has no reading 'stirct'; it has strict, documented",
                reading.getMessage());
        assertTrue(answer.getMessage().startsWith("Could not check: answers: 'never' is no answer to C9; there are "));
        for (String answers : List.of("C9", "C99=x", "C9=use-date,C9=cut-over", ",")) {
            assertThrows(MojoExecutionException.class, () -> readings("", answers), answers);
        }
        assertThrows(MojoExecutionException.class, () -> readings("strict,strict", ""));
        assertThrows(MojoExecutionException.class, () -> readings("strict,", ""));
    }
}
