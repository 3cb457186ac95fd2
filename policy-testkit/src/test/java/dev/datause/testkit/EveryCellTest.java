package dev.datause.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.AnalysisLimitException;
import dev.datause.DataUsePolicy;
import dev.datause.LinkedIn;
import dev.datause.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EveryCellTest {
    private static final DataUsePolicy POLICY = LinkedIn.documented();
    private static final Purpose PURPOSE = LinkedIn.OTHER_ML_TRAINING;

    private static TestedPipeline<MadeUpMember, MadeUpMember> pipeline(DataUsePolicy applied) {
        return TestedPipeline.of(
                POLICY, PURPOSE, member -> member, (members, day) -> kept(applied, members, day), member -> member);
    }

    private static List<MadeUpMember> kept(DataUsePolicy applied, List<MadeUpMember> members, LocalDate day) {
        return members.stream()
                .filter(member -> applied.isPermitted(member.member(), PURPOSE, day))
                .toList();
    }

    @Test
    void aPipelineThatAsksThePolicyAgreesEverywhere() {
        EveryCell<MadeUpMember, MadeUpMember> cells = EveryCell.of(pipeline(POLICY));
        assertEquals(Optional.empty(), cells.firstBroken(cells.size()));
    }

    @Test
    void aPipelineThatAsksAnotherReadingIsFound() {
        Broken broken =
                EveryCell.of(pipeline(LinkedIn.strict())).firstBroken(100_000).orElseThrow();
        assertEquals("every permitted member comes out", broken.law());
        assertTrue(!broken.rules().isEmpty());
    }

    @Test
    void moreCellsThanTheLimitAreNotCheckedInPart() {
        EveryCell<MadeUpMember, MadeUpMember> cells = EveryCell.of(pipeline(POLICY));
        assertThrows(AnalysisLimitException.class, () -> cells.firstBroken(cells.size() - 1));
    }

    @Test
    void aRowOfNobodyIsFound() {
        TestedPipeline<MadeUpMember, MadeUpMember> stranger = TestedPipeline.of(
                POLICY,
                PURPOSE,
                member -> member,
                (members, day) ->
                        List.of(MadeUpMember.plain(POLICY.policy().vocabulary()).in("AQ")),
                member -> member);
        Crowd crowd = new Crowd(
                LocalDate.of(2026, 1, 1),
                List.of(MadeUpMember.plain(POLICY.policy().vocabulary())));
        assertEquals(
                "a row of somebody who did not go in",
                Laws.noDeniedMemberComesOut(stranger)
                        .brokenBy(crowd)
                        .orElseThrow()
                        .found());
    }

    @Test
    void aPipelineThatReadsWhatNoRuleReadsIsFound() {
        TestedPipeline<MadeUpMember, MadeUpMember> curious = TestedPipeline.of(
                POLICY,
                PURPOSE,
                member -> member,
                (members, day) -> kept(POLICY, members, day).stream()
                        .filter(member -> member.signals()
                                .getOrDefault("global-privacy-control", History.UNTOUCHED)
                                .events()
                                .isEmpty())
                        .toList(),
                member -> member);
        Samples samples = Samples.of(POLICY.policy());
        Broken broken = new Tries(1, 200)
                .firstBroken(Laws.whatNoRuleReadsDoesNotMatter(curious), random -> samples.crowd(random, 3))
                .orElseThrow();
        assertTrue(broken.found().contains("global-privacy-control present"), broken::text);
        Law<Crowd> law = Laws.whatNoRuleReadsDoesNotMatter(pipeline(POLICY));
        new Tries(1, 100).check(law, random -> samples.crowd(random, 3));
    }
}
