package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is in a dump of the heap after a decision: the decision, and nobody. */
@Tag("costly")
class RetentionTest {
    @Test
    void noMemberIsHeldByAPolicyOrADecisionAfterACall() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        List<WeakReference<Object>> people = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        int permitted = 0;
        for (int i = 0; i < 200; i++) {
            TestUse facts = Bundled.SEEKING.use(random);
            Use use = facts.in(Bundled.POLICY.vocabulary());
            Member member = use.member();
            people.add(new WeakReference<>(use));
            people.add(new WeakReference<>(member));
            for (DataUsePolicy policy : Bundled.BOTH) {
                decisions.add(policy.decide(use));
                permitted += policy.isPermitted(use) ? 1 : 0;
                permitted += policy.isPermitted(member, Purpose.of("ai-training"), facts.used()) ? 1 : 0;
                permitted += policy.permits(Purpose.of("affiliate-ads"), LocalDate.of(2026, 1, 1))
                                .test(member)
                        ? 1
                        : 0;
                policy.truth(new Condition.UsedBeforeCollected(), use);
            }
        }
        for (int i = 0; i < 100 && people.stream().anyMatch(one -> one.get() != null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertEquals(0, people.stream().filter(one -> one.get() != null).count());
        assertEquals(400, decisions.size());
        assertTrue(permitted > 0);
    }
}
