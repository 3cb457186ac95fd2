package dev.datause.testkit;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.Reading;
import dev.datause.Use;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Looks for a use about which a faulty policy and the right one differ, in samples from one seed. A fault that no reading
 * of the policy's own shows is looked for under those that answer one question differently, each with the same samples.
 */
final class Hunt {
    static final int TRIES = 25_000;

    private final Policy policy;
    private final List<Reading> readings;
    private final List<MadeUpUse> samples = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<DataUsePolicy> right = new ArrayList<>();
    private final List<Optional<BitSet>> permitted = new ArrayList<>();

    Hunt(Policy policy, long seed) {
        this.policy = policy;
        readings = readings(policy);
        SplittableRandom random = new SplittableRandom(seed);
        Samples from = Samples.of(policy);
        for (int i = 0; i < TRIES; i++) {
            MadeUpUse sample = from.use(random);
            samples.add(sample);
            uses.add(sample.use());
        }
        for (Reading reading : readings) {
            right.add(DataUsePolicy.of(policy, reading));
            permitted.add(Optional.empty());
        }
    }

    /** The policy's readings, then each with another answer to one question. */
    static List<Reading> readings(Policy policy) {
        List<Reading> readings = new ArrayList<>(policy.readings());
        for (Reading reading : policy.readings()) {
            for (Policy.Question question : policy.questions()) {
                for (Policy.Answer answer : question.answers()) {
                    if (!answer.name().equals(reading.answers().get(question.name()))) {
                        String name = reading.name() + "." + question.name() + "." + answer.name();
                        readings.add(reading.with(name, question.name(), answer.name()));
                    }
                }
            }
        }
        return readings;
    }

    /** The reading as a faulty policy has it, if it has one of that name. */
    static Reading in(Policy faulty, Reading reading) {
        return faulty.reading(reading.name()).orElse(reading);
    }

    /** After how many samples, under which reading, the fault shows. */
    Optional<String> finds(Fault fault) {
        boolean sameWords = fault.policy().vocabulary().equals(policy.vocabulary());
        for (int i = 0; i < readings.size(); i++) {
            BitSet expected = permitted(i);
            DataUsePolicy faulty = DataUsePolicy.of(fault.policy(), in(fault.policy(), readings.get(i)));
            for (int j = 0; j < TRIES; j++) {
                MadeUpUse sample = samples.get(j);
                Use use = sameWords
                        ? uses.get(j)
                        : sample.use(sample.member().member(fault.policy().vocabulary()));
                if (faulty.isPermitted(use) != expected.get(j) || (!sameWords && shortFormDiffers(i, faulty, j, use))) {
                    return Optional.of(readings.get(i).name() + " after " + (j + 1));
                }
            }
        }
        return Optional.empty();
    }

    private BitSet permitted(int reading) {
        if (permitted.get(reading).isEmpty()) {
            BitSet bits = new BitSet();
            for (int i = 0; i < TRIES; i++) {
                bits.set(i, right.get(reading).isPermitted(uses.get(i)));
            }
            permitted.set(reading, Optional.of(bits));
        }
        return permitted.get(reading).orElseThrow();
    }

    /** Only what a purpose usually is, which stands in the vocabulary, shows in the short form alone. */
    private boolean shortFormDiffers(int reading, DataUsePolicy faulty, int at, Use use) {
        MadeUpUse sample = samples.get(at);
        if (sample.purpose().isEmpty()
                || faulty.policy()
                        .vocabulary()
                        .purposes()
                        .equals(policy.vocabulary().purposes())) {
            return false;
        }
        boolean expected = right.get(reading)
                .isPermitted(uses.get(at).member(), sample.purpose().get(), sample.used());
        return expected != faulty.isPermitted(use.member(), sample.purpose().get(), sample.used());
    }
}
