package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A service that exchanges its policy while it decides: every decision is wholly that of a version which was the current
 * one while it was made. {@code -Ddatause.swap.seconds=60} goes on for a minute.
 */
@Tag("costly")
class SwapProperties {
    private static final int THREADS = 8;
    private static final int USES = 400;
    /** So many versions are kept; when all have had their turn, the first is current again. */
    private static final int VERSIONS = 16;

    private static final int FRESH = 40;
    private static final long NANOS =
            TimeUnit.MILLISECONDS.toNanos(1_000L * Integer.getInteger("datause.swap.seconds", 0) + 1_000);

    private final List<Use> uses = new ArrayList<>();
    private final List<List<Said>> expected;
    private final AtomicReferenceArray<DataUsePolicy> versions = new AtomicReferenceArray<>(VERSIONS);
    private final AtomicReference<DataUsePolicy> current;
    private final AtomicLong announced = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    SwapProperties() {
        SplittableRandom random = new SplittableRandom(20251103);
        for (int i = 0; i < USES; i++) {
            uses.add(Bundled.SEEKING.use(random).in(Bundled.POLICY.vocabulary()));
        }
        expected = List.of(answers(Bundled.STRICT), answers(Bundled.DOCUMENTED));
        for (int i = 0; i < VERSIONS; i++) {
            versions.set(i, version(i));
        }
        current = new AtomicReference<>(versions.get(0));
    }

    /** What a decision says but for who made it. */
    private record Said(boolean permitted, List<Ground> grounds, Optional<LocalDate> holdsUntil) {
        static Said of(Decision decision) {
            return new Said(decision.permitted(), decision.grounds(), decision.holdsUntil());
        }
    }

    private List<Said> answers(DataUsePolicy policy) {
        return uses.stream().map(use -> Said.of(policy.decide(use))).toList();
    }

    /** A version that has decided nothing yet: the strict reading if even, the documented if odd, under its own name. */
    private static DataUsePolicy version(int number) {
        Map<String, String> answers = (number % 2 == 0 ? Bundled.STRICT : Bundled.DOCUMENTED)
                .reading()
                .answers();
        return DataUsePolicy.of(Bundled.POLICY, new Reading("v" + number, "Version " + number, answers));
    }

    private static final class Seen {
        long decisions;
        long changes;
        /** So many exchanges happened meanwhile that any version can have been the current one. */
        long anything;
    }

    private Seen decideUntilOver() {
        Seen seen = new Seen();
        long last = 0;
        while (!over.get()) {
            for (int i = 0; i < USES; i++) {
                long before = announced.get();
                Decision decision = current.get().decide(uses.get(i));
                long after = announced.get();
                int version = Integer.parseInt(decision.reading().substring(1));
                assertEquals(expected.get(version % 2).get(i), Said.of(decision));
                seen.decisions++;
                // What is announced is current only a moment later: the one before may still be.
                long first = Math.max(0, before - 1);
                if (after - first >= VERSIONS) {
                    seen.anything++;
                    last = first;
                    continue;
                }
                long number = first + Math.floorMod(version - first, (long) VERSIONS);
                assertTrue(number <= after, version + " was not current from " + first + " to " + after);
                assertTrue(number >= last, "back from " + last + " to " + number);
                seen.changes += number > last ? 1 : 0;
                last = number;
            }
        }
        return seen;
    }

    @Test
    void everyDecisionIsOfExactlyOneVersion() throws InterruptedException, ExecutionException {
        int different = 0;
        for (int i = 0; i < USES; i++) {
            different += expected.get(0).get(i).equals(expected.get(1).get(i)) ? 0 : 1;
        }
        assertTrue(different > 20, different + " uses tell the versions apart");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Seen>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                all.add(threads.submit(this::decideUntilOver));
            }
            long swaps = 0;
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < NANOS) {
                int next = (int) (++swaps % VERSIONS);
                if (swaps % FRESH == 0) {
                    // Its parts are compiled anew while all threads ask for them.
                    versions.set(next, version(next));
                }
                announced.set(swaps);
                current.set(versions.get(next));
                TimeUnit.MILLISECONDS.sleep(1);
            }
            over.set(true);
            Seen sum = new Seen();
            for (Future<Seen> one : all) {
                sum.decisions += one.get().decisions;
                sum.changes += one.get().changes;
                sum.anything += one.get().anything;
            }
            System.out.println(sum.decisions + " decisions of " + swaps + " versions; a thread met another version "
                    + sum.changes + " times; of " + sum.anything + " decisions any version could have been the one");
            assertTrue(sum.decisions >= (long) THREADS * USES, sum.decisions + " decisions");
            assertTrue(sum.changes >= THREADS, sum.changes + " changes");
            assertTrue(sum.anything < sum.decisions / 2, sum.anything + " of " + sum.decisions);
        } finally {
            over.set(true);
            threads.shutdown();
        }
    }
}
