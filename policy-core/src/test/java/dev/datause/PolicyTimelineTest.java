package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyTimelineTest {
    private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 3);

    private final DataUsePolicy closed = version(Optional.empty(), Optional.of(NOVEMBER.minusDays(1)), false);
    private final DataUsePolicy open = version(Optional.of(NOVEMBER), Optional.of(NOVEMBER.plusDays(9)), true);

    @Test
    void eachDayIsDecidedByTheVersionInForceOnIt() {
        PolicyTimeline timeline = PolicyTimeline.of(List.of(open, closed));
        assertEquals(Optional.of(closed), timeline.on(NOVEMBER.minusDays(1)));
        assertEquals(Optional.of(open), timeline.on(NOVEMBER));
        assertEquals(Optional.of(open), timeline.on(NOVEMBER.plusDays(9)));
        assertFalse(timeline.decide(use(NOVEMBER.minusDays(1))).permitted());
        assertTrue(timeline.decide(use(NOVEMBER)).permitted());
    }

    @Test
    void daysWithoutAVersionAreDeniedBecauseNoneIsInForce() {
        PolicyTimeline timeline = PolicyTimeline.of(List.of(open));
        for (LocalDate day : List.of(NOVEMBER.minusDays(1), NOVEMBER.plusDays(10))) {
            assertEquals(Optional.empty(), timeline.on(day));
            Decision decision = timeline.decide(use(day));
            assertFalse(decision.permitted());
            assertTrue(decision.grounds().stream().anyMatch(g -> g instanceof Ground.NotInForce));
        }
    }

    @Test
    void versionsThatOverlapOrLeaveAGapAreRefused() {
        DataUsePolicy late = version(Optional.of(NOVEMBER.plusDays(11)), Optional.empty(), true);
        DataUsePolicy early = version(Optional.of(NOVEMBER.plusDays(9)), Optional.empty(), true);
        assertEquals("versions: between small-world 1 and small-world 1 days have no policy", refused(open, late));
        assertEquals("versions: small-world 1 and small-world 1 overlap", refused(open, early));
        assertThrows(IllegalArgumentException.class, () -> PolicyTimeline.of(List.of()));
    }

    @Test
    void versionsThatSpeakDifferentVocabulariesAreRefused() {
        DataUsePolicy foreign = DataUsePolicy.of(Bundled.POLICY.toBuilder()
                .id("bundled")
                .version("2")
                .title("Another")
                .effective(new Policy.Effective(Optional.of(NOVEMBER.plusDays(10)), Optional.empty()))
                .build());
        assertEquals("versions: small-world 1 and bundled 2 speak different vocabularies", refused(open, foreign));
    }

    @Test
    void itTellsItsVersionsTheEarliestFirst() {
        assertEquals(
                List.of(closed, open), PolicyTimeline.of(List.of(open, closed)).versions());
    }

    private static String refused(DataUsePolicy... versions) {
        return assertThrows(IllegalArgumentException.class, () -> PolicyTimeline.of(List.of(versions)))
                .getMessage();
    }

    private static DataUsePolicy version(Optional<LocalDate> from, Optional<LocalDate> until, boolean permits) {
        Condition always = new Condition.UsedFrom(LocalDate.of(1900, 1, 1));
        List<Policy.Rule> rules = permits ? List.of(SmallWorld.rule("all", Policy.Effect.PERMIT, always)) : List.of();
        return DataUsePolicy.of(SmallWorld.policy(
                rules,
                List.of(new Policy.Definition("one", always), new Policy.Definition("two", always)),
                new Policy.Effective(from, until)));
    }

    private Use use(LocalDate day) {
        return Use.of(open.member().build()).used(day);
    }
}
