package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.analysis.Obligation;
import dev.datause.analysis.Obligations;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Regions as conditions, and what a passage must see to. */
class RegionTest {
    private static final Condition MINOR = new Condition.FlagIsSet("minor");
    private static final Condition EDUCATION = new Condition.TraitIs("account", List.of("education"));
    private static final Passage TRAINING = Passage.of(
            Purpose.of("training"), Recipient.of("owner"), Category.of("profile"), LocalDate.of(2025, 11, 3));
    private static final UseKind KIND = UseKind.of(TRAINING.purpose(), TRAINING.recipient(), TRAINING.category());

    private static DataUsePolicy policy(Condition permitted) {
        return DataUsePolicy.of(SmallWorld.policy(
                List.of(SmallWorld.rule("grant", Policy.Effect.PERMIT, permitted)),
                List.of(),
                Policy.Effective.ALWAYS));
    }

    @Test
    void theRegionsHoldTheSetAndOneFactIsOneCondition() {
        DataUsePolicy policy = policy(new Condition.Any(List.of(MINOR, EDUCATION)));
        UseSpace uses = UseSpace.of(List.of(policy));
        UseSet set = uses.permitted(policy, KIND);
        List<Region> regions = set.regions(uses.every(KIND), 8);
        assertEquals(2, regions.size());
        UseSet held = set.minus(set);
        for (Region region : regions) {
            assertEquals(uses.where(policy, KIND, region.condition()), region.set());
            assertEquals(KIND, region.set().kind());
            held = held.or(region.set());
        }
        assertEquals(set, held);
        assertEquals(
                List.of(EDUCATION, MINOR),
                regions.stream().map(Region::condition).toList());
        assertEquals(
                List.of(
                        new Condition.Possibly(new Condition.TraitIs("account", List.of("standard"))),
                        new Condition.Not(MINOR)),
                regions.stream().map(Region::outside).toList());
    }

    @Test
    void oneDutyIsWrittenAsItIsAndAsManyAsTheLimitAreWritten() {
        assertEquals(
                Optional.of(MINOR), Obligations.of(policy(MINOR), TRAINING, 1).guard());
        DataUsePolicy both = policy(new Condition.All(List.of(MINOR, EDUCATION)));
        assertEquals(
                Optional.of(new Condition.All(List.of(EDUCATION, MINOR))),
                Obligations.of(both, TRAINING, 2).guard());
        assertEquals(
                Obligation.Outcome.POLICY_CALL,
                Obligations.of(both, TRAINING, 1).outcome());
    }
}
