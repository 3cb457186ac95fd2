package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.analysis.Obligation;
import dev.datause.analysis.Obligations;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Lines;
import dev.datause.document.Problems;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The obligation is enough, and no more than is needed. */
class ObligationProperties {
    private static Condition readBack(Policy policy, Condition condition) {
        Problems problems = Problems.of("guard", Lines.hidden());
        byte[] json = PolicyJson.write(condition).getBytes(StandardCharsets.UTF_8);
        return PolicyJson.conditions(policy, problems)
                .apply(JsonDocument.read("guard", json, Limits.STANDARD).root())
                .orElseThrow();
    }

    @Test
    void withTheGuardNothingIsDeniedAndNothingPermittedIsKeptOut() {
        Map<Obligation.Outcome, Integer> seen = new EnumMap<>(Obligation.Outcome.class);
        Tries.of(250, random -> {
            Policy policy = SmallWorld.policy(random);
            Reading reading = SmallWorld.reading(policy, random);
            DataUsePolicy compiled = DataUsePolicy.of(policy, reading);
            Passage passage = CounterexampleProperties.passage(policy, random);
            Obligation obligation = Obligations.of(compiled, passage);
            seen.merge(obligation.outcome(), 1, Integer::sum);
            UseKind kind = UseKind.of(passage.purpose(), passage.recipient(), passage.category());
            Condition guard = readBack(policy, obligation.guard().orElse(new Condition.UsedBeforeCollected()));
            Passage guarded = passage.passing(guard);
            UseSpace uses = UseSpace.of(List.of(compiled), guarded);
            UseSet passing = uses.every(kind);
            for (Condition condition : passage.passes()) {
                passing = passing.and(uses.where(compiled, kind, condition));
            }
            UseSet permitted = passing.and(uses.permitted(compiled, kind));
            UseSet denied = passing.minus(permitted);
            UseSet let = passing.and(uses.where(compiled, kind, guard));
            assertEquals(denied.isEmpty(), compiled.counterexamples(passage).isEmpty(), "the two searches agree");
            switch (obligation.outcome()) {
                case NOTHING -> assertTrue(denied.isEmpty());
                case NEVER -> assertTrue(permitted.isEmpty() && !denied.isEmpty());
                case POLICY_CALL -> assertFalse(denied.isEmpty());
                case GUARD -> {
                    assertTrue(let.minus(permitted).isEmpty(), obligation::toString);
                    assertTrue(permitted.minus(let).isEmpty(), obligation::toString);
                    assertEquals(List.of(), compiled.counterexamples(guarded), obligation.toString());
                }
            }
        });
        for (Obligation.Outcome often :
                List.of(Obligation.Outcome.NOTHING, Obligation.Outcome.GUARD, Obligation.Outcome.NEVER)) {
            assertTrue(!Tries.ENOUGH || seen.getOrDefault(often, 0) > 20, seen::toString);
        }
    }

    @Test
    void whatAdsOfProfilesMustProveIsShort() {
        Passage ads = Passage.of(
                LinkedIn.AFFILIATE_ADS, LinkedIn.MICROSOFT, Category.of("profile"), LocalDate.of(2026, 11, 22));
        Obligation documented = Obligations.of(Bundled.DOCUMENTED, ads);
        assertEquals(
                "located outside Europe; share-data-with-affiliates on or unknown; ads-off-linkedin on or unknown; "
                        + "ad-category-profile on or unknown; 16 or older or unknown; "
                        + "located outside Europe, US, or no global-privacy-control or unknown",
                documented.toString());
        assertEquals(
                Obligation.Outcome.NEVER,
                Obligations.of(
                                Bundled.STRICT,
                                Passage.of(
                                        LinkedIn.AI_TRAINING,
                                        LinkedIn.LINKEDIN,
                                        Category.of("private-message"),
                                        LocalDate.of(2026, 11, 22)))
                        .outcome());
        assertEquals(
                Obligation.Outcome.POLICY_CALL,
                Obligations.of(Bundled.STRICT, ads, 3).outcome());
    }

    @Test
    void everyGuardOfTheBundledPolicyIsExact() {
        for (DataUsePolicy policy : Bundled.BOTH) {
            for (UseKind kind : UseKind.named(policy.policy().vocabulary())) {
                Passage passage = Passage.of(
                        kind.purpose().orElseThrow(),
                        kind.recipient().orElseThrow(),
                        kind.category().orElseThrow(),
                        LocalDate.of(2024, 1, 1));
                Obligation obligation = Obligations.of(policy, passage);
                obligation.guard().ifPresent(guard -> {
                    assertEquals(List.of(), policy.counterexamples(passage.passing(guard)), kind.toString());
                    assertTrue(obligation.parts().size() <= 14, obligation::toString);
                });
            }
        }
    }
}
