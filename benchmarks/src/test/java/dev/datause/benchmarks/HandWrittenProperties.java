package dev.datause.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.Country;
import dev.datause.DataUsePolicy;
import dev.datause.LinkedIn;
import dev.datause.Member;
import dev.datause.Policy;
import dev.datause.Vocabulary;
import dev.datause.testkit.Broken;
import dev.datause.testkit.Crowd;
import dev.datause.testkit.Law;
import dev.datause.testkit.Laws;
import dev.datause.testkit.MadeUp;
import dev.datause.testkit.MadeUpMember;
import dev.datause.testkit.MadeUpUse;
import dev.datause.testkit.Samples;
import dev.datause.testkit.Tries;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * The bundled policy and the same rules written by hand never differ. Asked from a fixed seed, and from a new one that is
 * printed; {@code -Ddatause.seed=...} sets the second.
 */
class HandWrittenProperties {
    private static final long FIXED_SEED = 20251103;
    private static final long NEW_SEED = Long.getLong("datause.seed", System.nanoTime());
    private static final Policy POLICY = LinkedIn.policy();
    private static final Samples SAMPLES = Samples.of(POLICY);
    private static final int USES = Integer.getInteger("datause.differential.uses", 150_000);

    static {
        System.out.println("Laws are tried with the seeds " + FIXED_SEED + " and " + NEW_SEED);
    }

    private static <S extends MadeUp<S>> void check(int count, Law<S> law, Function<RandomGenerator, S> samples) {
        new Tries(FIXED_SEED, count).check(law, samples);
        new Tries(NEW_SEED, count).check(law, samples);
    }

    @Test
    void theStrictReadingDecidesAsTheHandWrittenRulesDo() {
        check(USES, agree(LinkedIn.strict(), true), HandWrittenProperties::use);
    }

    @Test
    void theDocumentedReadingDecidesAsTheHandWrittenRulesDo() {
        check(USES, agree(LinkedIn.documented(), false), HandWrittenProperties::use);
    }

    /** A use. The rules by hand know a history as a whole or not at all, as most programs do. */
    private static MadeUpUse use(RandomGenerator random) {
        MadeUpUse use = SAMPLES.use(random);
        return use.of(use.member().withWholeHistories());
    }

    private static Law<MadeUpUse> agree(DataUsePolicy compiled, boolean strict) {
        String name = "the rules written by hand decide as " + compiled;
        return Laws.of(name, use -> {
            boolean byHand = HandWritten.permitted(PlainFacts.use(use), strict);
            return byHand == compiled.isPermitted(use.use())
                    ? Optional.empty()
                    : Optional.of(broken(name, use.member(), use.what(), byHand));
        });
    }

    private static Broken broken(String law, MadeUpMember member, String what, boolean byHand) {
        String found = byHand ? "permitted by hand, denied by the policy" : "denied by hand, permitted by the policy";
        return new Broken(law, member.toString(), what, found, List.of());
    }

    @Test
    void theShortFormDecidesAsTheHandWrittenRulesDo() {
        String name = "the rules written by hand decide as the short form";
        Law<Crowd> law = Laws.of(name, crowd -> {
            MadeUpMember facts = crowd.members().get(0);
            Member member = facts.member();
            PlainMember plain = PlainFacts.member(facts);
            for (Vocabulary.PurposeEntry entry : POLICY.vocabulary().purposes()) {
                for (boolean strict : new boolean[] {true, false}) {
                    DataUsePolicy compiled = strict ? LinkedIn.strict() : LinkedIn.documented();
                    boolean byHand = HandWritten.isPermitted(
                            plain, PlainFacts.purpose(entry.name().name()), crowd.day(), strict);
                    if (byHand != compiled.isPermitted(member, entry.name(), crowd.day())) {
                        String what = entry.name() + " on " + crowd.day() + ", " + compiled;
                        return Optional.of(broken(name, facts, what, byHand));
                    }
                }
            }
            return Optional.empty();
        });
        check(USES / 10, law, random -> SAMPLES.crowd(random, 1));
    }

    @Test
    void bothKnowTheSameCountries() {
        List<String> codes = Country.all().stream().map(Country::code).toList();
        assertEquals(Arrays.stream(Locale.getISOCountries()).sorted().toList(), codes);
    }
}
