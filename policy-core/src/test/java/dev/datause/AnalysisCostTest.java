package dev.datause;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.analysis.PolicyDiff;
import dev.datause.analysis.PolicyLint;
import dev.datause.analysis.PolicyMatrix;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A whole analysis takes no longer than ten times what is measured: time of the processor, on however busy a machine. */
@Tag("costly")
class AnalysisCostTest {
    private static final boolean MEASURED = Integer.getInteger("datause.scale", 1) >= 10;

    private static double seconds(Policy policy) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        DataUsePolicy strict = DataUsePolicy.of(policy, policy.reading("strict").orElseThrow());
        DataUsePolicy documented =
                DataUsePolicy.of(policy, policy.reading("documented").orElseThrow());
        assertFalse(PolicyMatrix.of(strict).text().isEmpty());
        assertFalse(PolicyDiff.of(strict, documented).text().isEmpty());
        assertFalse(PolicyLint.of(policy).text().isEmpty());
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
    }

    @Test
    void lintDiffAndMatrixOfTheBundledPolicyTakeAboutASecond() {
        // Java has compiled what runs often after some ten times.
        int times = MEASURED ? 12 : 3;
        double warm = 0;
        for (int i = 0; i < times; i++) {
            warm = seconds(Bundled.POLICY);
        }
        System.out.println("lint, diff and matrix of the bundled policy: " + warm + " s of the processor");
        assertTrue(warm < 10, "took " + warm + " s");
    }

    @Test
    void ofAPolicyTenTimesItsSizeTheyTakeSeconds() {
        // Under a reading, not all of the analyses: these are measured with -Ddatause.scale=10.
        Policy large = TenTimes.policy();
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        double once;
        if (MEASURED) {
            once = seconds(large);
        } else {
            assertFalse(PolicyMatrix.of(DataUsePolicy.of(large)).text().isEmpty());
            once = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
        }
        System.out.println((MEASURED ? "all" : "the matrix") + " of a policy ten times its size: " + once + " s, cold");
        assertTrue(once < 100, "took " + once + " s");
    }
}
