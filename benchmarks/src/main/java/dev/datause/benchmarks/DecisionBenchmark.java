package dev.datause.benchmarks;

import dev.datause.DataUsePolicy;
import dev.datause.Member;
import dev.datause.Policy;
import dev.datause.Purpose;
import dev.datause.Use;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What a decision costs, beside the same rules written by hand: over one population, so that neither can learn one
 * member by heart. Times are for one member or one use. Read the medians: a sample is a pass over the whole population,
 * shorter than a turn on the processor, so that on a busy machine most samples are undisturbed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
public class DecisionBenchmark {
    private static final int MEMBERS = 4096;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /** The reading. */
    @Param({"strict", "documented"})
    String reading;

    private boolean strict;
    private DataUsePolicy policy;
    private PlainMember[] plainMembers;
    private Member[] members;
    private PlainUse[] plainUses;
    private Use[] uses;

    /** Makes the population, and makes sure that both sides decide alike. */
    @Setup
    public void populate() {
        Policy read = BundledPolicy.read();
        policy = BundledPolicy.under(read, reading);
        strict = reading.equals("strict");
        List<PlainMember> people = Population.members(MEMBERS, 1);
        plainMembers = people.toArray(new PlainMember[0]);
        members = people.stream()
                .map(plain -> InWords.member(read.vocabulary(), plain))
                .toArray(Member[]::new);
        plainUses = Population.uses(people, 2).toArray(new PlainUse[0]);
        uses = new Use[MEMBERS];
        for (int i = 0; i < MEMBERS; i++) {
            uses[i] = InWords.use(members[i], plainUses[i]);
            if (policy.decide(uses[i]).permitted() != HandWritten.permitted(plainUses[i], strict)) {
                throw new IllegalStateException("the policy and the hand-written rules differ");
            }
        }
        if (aiTrainingByPolicy() != aiTrainingByHand() || affiliateAdsByPolicy() != affiliateAdsByHand()) {
            throw new IllegalStateException("the policy and the hand-written rules differ in the short form");
        }
    }

    /** The short form for training, by hand. */
    @Benchmark
    @OperationsPerInvocation(MEMBERS)
    public int aiTrainingByHand() {
        return byHand(PlainUse.Purpose.AI_TRAINING);
    }

    /** The short form for training, by the policy. */
    @Benchmark
    @OperationsPerInvocation(MEMBERS)
    public int aiTrainingByPolicy() {
        return byPolicy(InWords.AI_TRAINING);
    }

    /** The short form for ads, by hand. */
    @Benchmark
    @OperationsPerInvocation(MEMBERS)
    public int affiliateAdsByHand() {
        return byHand(PlainUse.Purpose.AFFILIATE_ADS);
    }

    /** The short form for ads, by the policy. */
    @Benchmark
    @OperationsPerInvocation(MEMBERS)
    public int affiliateAdsByPolicy() {
        return byPolicy(InWords.AFFILIATE_ADS);
    }

    private int byHand(PlainUse.Purpose purpose) {
        int permitted = 0;
        for (PlainMember member : plainMembers) {
            if (HandWritten.isPermitted(member, purpose, DAY, strict)) {
                permitted++;
            }
        }
        return permitted;
    }

    private int byPolicy(Purpose purpose) {
        int permitted = 0;
        for (Member member : members) {
            if (policy.isPermitted(member, purpose, DAY)) {
                permitted++;
            }
        }
        return permitted;
    }

    /** One use, by hand: yes or no. */
    @Benchmark
    @OperationsPerInvocation(MEMBERS)
    public int useByHand() {
        int permitted = 0;
        for (PlainUse use : plainUses) {
            if (HandWritten.permitted(use, strict)) {
                permitted++;
            }
        }
        return permitted;
    }

    /** One use, by the policy: yes or no. */
    @Benchmark
    @OperationsPerInvocation(MEMBERS)
    public int useByPolicy() {
        int permitted = 0;
        for (Use use : uses) {
            if (policy.isPermitted(use)) {
                permitted++;
            }
        }
        return permitted;
    }

    /** One use, by the policy: with every ground, and until when it holds. */
    @Benchmark
    @OperationsPerInvocation(MEMBERS)
    public void useByPolicyWithGrounds(Blackhole blackhole) {
        for (Use use : uses) {
            blackhole.consume(policy.decide(use));
        }
    }
}
