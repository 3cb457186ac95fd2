package dev.datause.examples.propertytests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.datause.LinkedIn;
import dev.datause.testkit.Broken;
import dev.datause.testkit.Crowd;
import dev.datause.testkit.LawBroken;
import dev.datause.testkit.Laws;
import dev.datause.testkit.Samples;
import dev.datause.testkit.TestedPipeline;
import dev.datause.testkit.Tries;
import dev.datause.testkit.jqwik.GateLaws;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The tests of the three mistaken pipelines fail, and say what expected files say. */
class MistakesTest {
    private static final Samples SAMPLES = Samples.of(LinkedIn.policy());

    private static String expected(String mistake) {
        try (InputStream text = MistakesTest.class.getResourceAsStream("/" + mistake + ".txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Broken found(GateLaws<Account, Audience.Row> mistake) {
        TestedPipeline<Account, Audience.Row> pipeline = mistake.pipeline();
        return new Tries(20251103, 2_000)
                .firstBroken(Laws.noDeniedMemberComesOut(pipeline), random -> SAMPLES.crowd(random, 20))
                .orElseThrow();
    }

    @Test
    void anEighteenthBirthdayADayEarlyIsFound() {
        assertEquals(
                expected("BirthdayEveMistake"), found(new BirthdayEveMistake()).text());
    }

    @Test
    void anOptOutThatCountsADayLateIsFound() {
        assertEquals(
                expected("OptOutAfterTheDayMistake"),
                found(new OptOutAfterTheDayMistake()).text());
    }

    @Test
    void aForgottenCountryIsFound() {
        assertEquals(
                expected("WithoutTheUkMistake"),
                found(new WithoutTheUkMistake()).text());
    }

    /** As a build runs them: from a new seed each time, so that people and days differ. */
    @ParameterizedTest
    @CsvSource({
        "BirthdayEveMistake, under-18-ads",
        "OptOutAfterTheDayMistake, sharing-off|ads-off-linkedin-off|ad-category-off|global-privacy-control",
        "WithoutTheUkMistake, europe-no-ads"
    })
    void eachFailsItsBuild(String mistake, String rules) {
        List<Throwable> failures = new ArrayList<>();
        String property =
                getClass().getPackageName() + "." + mistake + "#noDeniedMemberComesOut(" + Crowd.class.getName() + ")";
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(property))
                                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                result.getThrowable().ifPresent(failures::add);
                            }
                        });
        assertEquals(1, failures.size());
        Broken broken = ((LawBroken) failures.get(0)).broken();
        assertEquals("no denied member comes out", broken.law());
        assertTrue(broken.rules().stream().anyMatch(rule -> rule.id().matches(rules)), broken::text);
    }
}
