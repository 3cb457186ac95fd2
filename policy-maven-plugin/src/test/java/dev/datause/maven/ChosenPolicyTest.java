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
        Files.writeString(
                base.resolve("mine.json"), PolicyJson.write(chosen(BUNDLED, "").policy()));

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
        for (String out : List.of("../policy.json", "/dev/datause/" + BUNDLED)) {
            assertEquals(
                    "Could not check: policy: the path leads out of the build",
                    assertThrows(MojoExecutionException.class, () -> chosen(out, ""))
                            .getMessage());
        }
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

    private List<String> ofLetters(String policy, String names, String answers) throws Exception {
        Files.writeString(base.resolve("letters.json"), policy);
        return ChosenReadings.of(chosen("letters.json", "").policy(), names, answers, List.of("plain", "lenient"))
                .stream()
                .map(DataUsePolicy::reading)
                .map(reading -> reading.name() + ", " + reading.title() + ", "
                        + reading.answers().get("closed"))
                .toList();
    }

    private String refused(String names, String answers) {
        return assertThrows(MojoExecutionException.class, () -> ofLetters(TestBuild.LETTERS, names, answers))
                .getMessage();
    }

    @Test
    void theReadingsAreThoseNamedOrElseTheUsualOnes() throws Exception {
        List<String> both = List.of("plain, As it is written, no", "lenient, As it may be meant, yes");

        assertEquals(both, ofLetters(TestBuild.LETTERS, "", ""));
        assertEquals(both, ofLetters(TestBuild.LETTERS, " ", " "));
        assertEquals(List.of(both.get(1), both.get(0)), ofLetters(TestBuild.LETTERS, " lenient , plain", ""));
        assertEquals(
                List.of("lenient-closed-no, As it may be meant, no"),
                ofLetters(TestBuild.LETTERS, "lenient", " closed=no "));
    }

    @Test
    void whyAReadingOrAnAnswerIsRefusedIsSaid() {
        assertEquals("Could not check: reading: 'plain' stands twice", refused("plain,plain", ""));
        assertEquals(
                "Could not check: reading: the policy letters has no reading ''; it has plain, lenient",
                refused("plain,", ""));
        String form = "Could not check: answers: write question=answer, separated by commas";
        assertEquals(form, refused("", "closed"));
        assertEquals(form, refused("", "closed=no,"));
        assertEquals(
                "Could not check: answers: the policy letters does not ask 'open'; it asks closed",
                refused("", "open=no"));
        assertEquals(
                "Could not check: answers: 'no=yes' is no answer to closed; there are no, yes",
                refused("", "closed=no=yes"));
        assertEquals("Could not check: answers: closed is answered twice", refused("", "closed=no,closed=yes"));
    }

    @Test
    void aReadingWithOtherAnswersIsCalledByThemWhileThatIsShort() throws Exception {
        for (int length : List.of(53, 54)) {
            String name = "p".repeat(length);
            String policy = TestBuild.LETTERS.replace("plain", name);
            String called = length == 53 ? name + "-closed-yes" : name + "-custom";

            assertEquals(List.of(called + ", As it is written, yes"), ofLetters(policy, name, "closed=yes"));
        }
    }

    @Test
    void aFileOfAPolicyIsCalledByItsWayFromTheModule() throws Exception {
        Path module = Files.createDirectories(base.resolve("module"));
        Files.writeString(base.resolve("module/mine.json"), "");

        String refusal = assertThrows(DocumentException.class, () -> ChosenPolicy.of("mine.json", "", module, base))
                .getMessage();
        assertTrue(refusal.contains("mine.json:1:1  ") && !refusal.contains("module/"), refusal);
    }
}
