package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that exchanges its policy while it decides: whoever decided says so, and decides as it always does. */
@Tag("costly")
class SwapProperties {
    private static final int THREADS = 8;
    private static final int USES = 400;

    @Test
    void everyDecisionIsOfExactlyOneVersion() throws InterruptedException, ExecutionException {
        SplittableRandom random = new SplittableRandom(20251103);
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < USES; i++) {
            uses.add(Bundled.SEEKING.use(random).in(Bundled.POLICY.vocabulary()));
        }
        Map<String, List<Decision>> expected = Map.of(
                "strict", uses.stream().map(Bundled.STRICT::decide).toList(),
                "documented",
                        uses.stream().map(Bundled.under("documented")::decide).toList());
        AtomicReference<DataUsePolicy> current = new AtomicReference<>(Bundled.under("strict"));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                all.add(threads.submit(() -> {
                    int decided = 0;
                    while (!over.get()) {
                        for (int i = 0; i < USES; i++) {
                            Decision decision = current.get().decide(uses.get(i));
                            assertEquals(expected.get(decision.reading()).get(i), decision);
                            decided++;
                        }
                    }
                    return decided;
                }));
            }
            for (int swap = 0; swap < 300; swap++) {
                // A new object each time, so that its parts are compiled anew while all threads ask for them.
                current.set(Bundled.under(swap % 2 == 0 ? "documented" : "strict"));
                TimeUnit.MILLISECONDS.sleep(1);
            }
            over.set(true);
            int decided = 0;
            for (Future<Integer> one : all) {
                decided += one.get();
            }
            assertTrue(decided > 10 * USES, decided + " decisions");
        } finally {
            over.set(true);
            threads.shutdown();
        }
    }
}
