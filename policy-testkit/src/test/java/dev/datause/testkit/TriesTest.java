package dev.datause.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.DataUsePolicy;
import dev.datause.LinkedIn;
import dev.datause.Policy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TriesTest {
    private static final Samples SAMPLES = Samples.of(LinkedIn.policy());
    private static final Tries TRIES = new Tries(20251103, 1_000);

    private static Policy faulty(String fault) {
        return Fault.all(LinkedIn.policy()).stream()
                .filter(one -> one.name().equals(fault))
                .findFirst()
                .orElseThrow()
                .policy();
    }

    @Test
    void theLawsHoldForTheBundledPolicy() {
        DataUsePolicy strict = LinkedIn.strict();
        TRIES.check(Laws.lackingAFactNeverHelps(strict), SAMPLES::use);
        for (DataUsePolicy policy : List.of(strict, LinkedIn.documented())) {
            TRIES.check(Laws.optingOutNeverHelps(policy), SAMPLES::use);
            TRIES.check(Laws.theOrderOfRulesDoesNotMatter(policy), SAMPLES::use);
            new Tries(1, 50).check(Laws.decisionsHoldUntilTheDayTheyName(policy), SAMPLES::use);
        }
        TRIES.check(Laws.theStricterPermitsNoMore(strict, LinkedIn.documented()), SAMPLES::use);
        Laws.whatIsWrittenReadsAsTheSame().holdsFor(LinkedIn.policy());
    }

    @Test
    void theDocumentedReadingCountsTheUnknownAsItsDefaultOnPurpose() {
        Broken broken = TRIES.firstBroken(Laws.lackingAFactNeverHelps(LinkedIn.documented()), SAMPLES::use)
                .orElseThrow();
        assertTrue(broken.text().startsWith("Law broken: lacking a fact never helps\n  person  a made-up member in "));
    }

    @Test
    void aReadingThatIsNotStricterIsFound() {
        LawBroken broken = assertThrows(
                LawBroken.class,
                () -> TRIES.check(
                        Laws.theStricterPermitsNoMore(LinkedIn.documented(), LinkedIn.strict()), SAMPLES::use));
        assertEquals("the stricter reading permits no more", broken.broken().law());
        assertEquals(broken.broken().text(), broken.getMessage());
    }

    @Test
    void aSwitchTheWrongWayRoundIsFoundByTheLawOfOptOuts() {
        DataUsePolicy turned = DataUsePolicy.of(faulty("sharing-off-at-use: the opposite of {\"setting\": {\"name\":"
                + " \"share-data-with-affiliates\", \"is\": \"off\", \"at\": \"use\", \"onCounts\": \"next-day\"}}"));
        Law<MadeUpUse> law = Laws.optingOutNeverHelps(turned);
        DataUsePolicy without = DataUsePolicy.of(turned.policy().toBuilder()
                .rules(turned.policy().rules().stream()
                        .filter(rule -> !rule.id().equals("sharing-off-when-collected"))
                        .toList())
                .build());
        assertEquals(Optional.empty(), law.brokenBy(plain()));
        assertTrue(new Tries(1, 25_000)
                .firstBroken(Laws.optingOutNeverHelps(without), SAMPLES::use)
                .isPresent());
    }

    private static MadeUpUse plain() {
        return Tries.plainest(SAMPLES.use(new java.util.SplittableRandom(1), LinkedIn.AFFILIATE_ADS), any -> true);
    }

    @Test
    void aPolicyThatCannotBeReadBackIsFound() {
        Policy dead = LinkedIn.policy().toBuilder()
                .rules(List.of(
                        LinkedIn.policy().rules().get(0),
                        LinkedIn.policy().rules().get(0)))
                .build();
        Broken broken = Laws.whatIsWrittenReadsAsTheSame().brokenBy(dead).orElseThrow();
        assertTrue(broken.found().startsWith("refused: "), broken::text);
    }

    @Test
    void nothingAskedIsNothingShown() {
        assertThrows(IllegalArgumentException.class, () -> new Tries(1, 0));
    }

    @Test
    void aPermissionIsNoProhibition() {
        Policy.Rule permission = LinkedIn.policy().rules().get(0);
        assertThrows(
                IllegalArgumentException.class, () -> Laws.anotherProhibitionNeverHelps(LinkedIn.strict(), permission));
    }
}
