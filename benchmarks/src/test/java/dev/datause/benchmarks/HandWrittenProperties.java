package dev.datause.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.datause.Bundled;
import dev.datause.Country;
import dev.datause.DataUsePolicy;
import dev.datause.LimitSeeking;
import dev.datause.Member;
import dev.datause.Policy;
import dev.datause.Simplest;
import dev.datause.TestMember;
import dev.datause.TestUse;
import dev.datause.Tries;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The bundled policy and the same rules written by hand never differ. */
class HandWrittenProperties {
    private static final Policy POLICY = Bundled.POLICY;
    private static final LimitSeeking SEEKING = Bundled.SEEKING;
    private static final int USES = Integer.getInteger("datause.differential.uses", 500_000);

    @Test
    void theStrictReadingDecidesAsTheHandWrittenRulesDo() {
        agree(Bundled.STRICT, true);
    }

    @Test
    void theDocumentedReadingDecidesAsTheHandWrittenRulesDo() {
        agree(Bundled.DOCUMENTED, false);
    }

    @Test
    void theShortFormDecidesAsTheHandWrittenRulesDo() {
        Tries.of(USES / 10, random -> {
            LocalDate day = SEEKING.day(random);
            TestMember facts = SEEKING.member(random, day);
            Member member = facts.in(POLICY.vocabulary());
            PlainMember plain = PlainFacts.member(facts);
            for (Vocabulary.PurposeEntry entry : POLICY.vocabulary().purposes()) {
                PlainUse.Purpose purpose = PlainFacts.purpose(entry.name().name());
                assertEquals(
                        HandWritten.isPermitted(plain, purpose, day, true),
                        Bundled.STRICT.isPermitted(member, entry.name(), day),
                        () -> "strict, " + purpose + " on " + day + ": " + facts);
                assertEquals(
                        HandWritten.isPermitted(plain, purpose, day, false),
                        Bundled.DOCUMENTED.isPermitted(member, entry.name(), day),
                        () -> "documented, " + purpose + " on " + day + ": " + facts);
            }
        });
    }

    @Test
    void bothKnowTheSameCountries() {
        List<String> codes = Country.all().stream().map(Country::code).toList();
        assertEquals(Arrays.stream(Locale.getISOCountries()).sorted().toList(), codes);
    }

    private static void agree(DataUsePolicy compiled, boolean strict) {
        Tries.of(USES, random -> {
            TestUse use = SEEKING.use(random);
            if (differ(compiled, strict, use)) {
                TestUse simplest = Simplest.of(use, candidate -> differ(compiled, strict, candidate));
                fail(compiled + ": by hand " + HandWritten.permitted(PlainFacts.use(simplest), strict)
                        + ", by the policy " + compiled.decide(simplest.in(POLICY.vocabulary())) + ": " + simplest);
            }
        });
    }

    private static boolean differ(DataUsePolicy compiled, boolean strict, TestUse use) {
        return HandWritten.permitted(PlainFacts.use(use), strict) != compiled.isPermitted(use.in(POLICY.vocabulary()));
    }
}
