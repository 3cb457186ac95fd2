package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Decisions depend on nothing around them: not on the locale or time zone, not on who else asks at the same time. */
@Tag("costly")
class SurroundingsProperties {
    private static final int USES = 500;

    @Test
    void theLocaleAndTheTimeZoneDoNotMatter() {
        List<String> expected = answers(Bundled.under("strict"));
        try {
            for (String tag : List.of("tr-TR", "ar-EG", "fa-IR", "th-TH-u-ca-buddhist-nu-thai")) {
                for (String id : List.of("Pacific/Kiritimati", "America/New_York", "Etc/GMT+12")) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    TimeZone.setDefault(TimeZone.getTimeZone(id));
                    assertEquals(expected, answers(Bundled.under("strict")));
                }
            }
        } finally {
            Locale.setDefault(Locale.ROOT);
            TimeZone.setDefault(null);
        }
    }

    @Test
    void manyThreadsAskingAtOnceHaveTheAnswersOfOne() throws InterruptedException, ExecutionException {
        List<String> expected = answers(Bundled.under("documented"));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int round = 0; round < 3; round++) {
                DataUsePolicy shared = Bundled.under("documented");
                List<Future<List<String>>> all = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    all.add(threads.submit(() -> answers(shared)));
                }
                for (Future<List<String>> one : all) {
                    assertEquals(expected, one.get());
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    /** What a policy says to the same few thousand questions, in words. */
    private static List<String> answers(DataUsePolicy policy) {
        SplittableRandom random = new SplittableRandom(5);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < USES; i++) {
            TestUse use = Bundled.SEEKING.use(random);
            Decision decision = policy.decide(use.in(Bundled.POLICY.vocabulary()));
            answers.add(decision.permitted() + " " + Grounds.of(decision) + " "
                    + decision.holdsUntil().map(LocalDate::toString).orElse("for ever"));
        }
        return answers;
    }
}
