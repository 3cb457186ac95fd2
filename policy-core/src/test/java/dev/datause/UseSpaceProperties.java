package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.analysis.MemberSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The cells are all there are, each is gone through once, and what stands for a cell lies in it. */
class UseSpaceProperties {
    private static List<Integer> coordinates(UseSpace uses, Possible possible, Use use) {
        List<Integer> all = new ArrayList<>();
        for (int position : possible.positions()) {
            all.add(uses.space
                    .axis(position)
                    .coordinate(use.member(), use.usedDay, use.collectedDay, Math.max(0, use.audienceAt)));
        }
        return all;
    }

    private static boolean holds(UseSpace uses, int set, Possible possible, List<Integer> coordinates) {
        int at = set;
        for (int i = 0; i < coordinates.size(); i++) {
            if (!Diagram.isEnd(at) && uses.diagram.axis(at) == possible.positions()[i]) {
                at = uses.diagram.child(at, coordinates.get(i));
            }
        }
        return at == Diagram.TRUE;
    }

    @Test
    void everyUseLiesInACellAndEveryCellHoldsItsUse() {
        long[] seen = new long[3];
        Tries.of(250, random -> {
            Policy policy = SmallWorld.policy(random);
            Reading reading = SmallWorld.reading(policy, random);
            DataUsePolicy compiled = DataUsePolicy.of(policy, reading);
            List<UseKind> kinds = UseKind.all(policy.vocabulary());
            UseKind kind = kinds.get(random.nextInt(kinds.size()));
            UseSpace uses = UseSpace.of(List.of(compiled));
            UseSet permitted = uses.permitted(compiled, kind);
            Possible possible = uses.possible(permitted.node);
            LimitSeeking seeking = new LimitSeeking(policy);
            for (int i = 0; i < 100; i++) {
                Use use = seeking.use(random).in(policy.vocabulary());
                assertTrue(holds(uses, possible.node(), possible, coordinates(uses, possible, use)));
                seen[0]++;
            }
            long size = permitted.cellsOfSpace();
            if (size > 2_000) {
                assertThrows(AnalysisLimitException.class, () -> permitted.examples(2_000));
                seen[1]++;
                return;
            }
            Set<List<Integer>> cells = new HashSet<>();
            permitted.examples(2_000).forEach(example -> {
                List<Integer> cell = coordinates(uses, possible, example.use());
                assertTrue(cells.add(cell), () -> "twice: " + example.story());
                assertEquals(example.inside(), compiled.isPermitted(example.use()), example.story());
                assertEquals(example.inside(), holds(uses, permitted.node, possible, cell), example.story());
            });
            assertEquals(size, cells.size());
            assertEquals(permitted.cells() > 0, permitted.example().isPresent());
            permitted.example().ifPresent(one -> assertTrue(compiled.isPermitted(one.use()), one.story()));
            seen[2]++;
        });
        assertTrue(!Tries.ENOUGH || (seen[0] > 10_000 && seen[1] > 5 && seen[2] > 50), () -> Arrays.toString(seen));
    }

    private static UseKind kind(Use use) {
        return new UseKind(use.purpose(), use.recipient(), use.category());
    }

    @Test
    void aSetContainsExactlyTheUsesThatArePermittedWhateverOtherKindsWereAskedBefore() {
        int[] seen = new int[2];
        Tries.of(100, random -> {
            Policy policy = SmallWorld.policy(random);
            DataUsePolicy one = DataUsePolicy.of(policy, SmallWorld.reading(policy, random));
            DataUsePolicy other = DataUsePolicy.of(policy, SmallWorld.reading(policy, random));
            UseSpace uses = UseSpace.of(List.of(one, other));
            LimitSeeking seeking = new LimitSeeking(policy);
            for (int i = 0; i < 100; i++) {
                Use use = seeking.use(random).in(policy.vocabulary());
                for (DataUsePolicy asked : List.of(one, other)) {
                    boolean permitted = asked.isPermitted(use);
                    assertEquals(permitted, uses.permitted(asked, kind(use)).contains(use));
                    seen[permitted ? 1 : 0]++;
                }
            }
            List<UseKind> kinds = UseKind.all(policy.vocabulary());
            List<UseKind> inLots = new ArrayList<>();
            uses.lots(kinds).forEach((first, lot) -> {
                assertEquals(first, lot.get(0));
                inLots.addAll(lot);
            });
            assertEquals(new HashSet<>(kinds), new HashSet<>(inLots));
            assertEquals(kinds.size(), inLots.size());
        });
        assertTrue(!Tries.ENOUGH || (seen[0] > 1_000 && seen[1] > 1_000), () -> Arrays.toString(seen));
        UseSet permitted = UseSpace.of(List.of(Bundled.STRICT))
                .permitted(Bundled.STRICT, UseKind.of(LinkedIn.AI_TRAINING, LinkedIn.LINKEDIN, Category.of("profile")));
        Use example = permitted.example().orElseThrow().use();
        assertTrue(permitted.contains(example));
        Use ofNothing = Use.of(example.member()).used(example.used());
        assertThrows(IllegalArgumentException.class, () -> permitted.contains(ofNothing));
        Member.Builder stranger =
                Member.in(SmallWorld.policy(new SplittableRandom(1)).vocabulary());
        Use strange = Use.of(stranger.build())
                .purpose(LinkedIn.AI_TRAINING)
                .recipient(LinkedIn.LINKEDIN)
                .category(Category.of("profile"))
                .used(example.used());
        assertThrows(IllegalArgumentException.class, () -> permitted.contains(strange));
    }

    @Test
    void aSpaceBesideAnotherIsAsOneByItself() {
        Tries.of(60, random -> {
            Policy policy = SmallWorld.policy(random);
            List<UseKind> kinds = UseKind.all(policy.vocabulary());
            UseSpace first = null;
            for (int i = 0; i < 4; i++) {
                DataUsePolicy compiled = DataUsePolicy.of(policy, SmallWorld.reading(policy, random));
                UseKind kind = kinds.get(random.nextInt(kinds.size()));
                UseSet alone = UseSpace.of(List.of(compiled)).permitted(compiled, kind);
                UseSpace uses = first == null ? UseSpace.of(List.of(compiled)) : first.beside(List.of(compiled));
                UseSet beside = uses.permitted(compiled, kind);
                assertEquals(alone.isEmpty(), beside.isEmpty());
                assertEquals(alone.cells(), beside.cells());
                assertEquals(alone.cellsOfSpace(), beside.cellsOfSpace());
                assertEquals(
                        alone.example().map(UseExample::story), beside.example().map(UseExample::story));
                first = first == null ? uses : first;
            }
        });
    }

    @Test
    void theShortFormIsDecidedAsItsCellsSay() {
        Tries.of(100, random -> {
            Policy policy = SmallWorld.policy(random);
            DataUsePolicy compiled = DataUsePolicy.of(policy, SmallWorld.reading(policy, random));
            for (Vocabulary.PurposeEntry entry : policy.vocabulary().purposes()) {
                MemberSpace space = MemberSpace.ofShortForm(compiled, entry.name());
                if (space.size() < 2_000) {
                    assertEquals(
                            space.size(),
                            space.cells()
                                    .filter(cell -> compiled.isPermitted(cell.member(), entry.name(), cell.day())
                                            == cell.permitted())
                                    .count());
                }
            }
        });
    }

    @Test
    void theBundledPolicyIsDecidedAsItsCellsSay() {
        for (DataUsePolicy policy : Bundled.BOTH) {
            for (Vocabulary.PurposeEntry entry : policy.policy().vocabulary().purposes()) {
                MemberSpace space = MemberSpace.ofShortForm(policy, entry.name());
                assertEquals(
                        space.size(),
                        space.cells()
                                .filter(cell ->
                                        policy.isPermitted(cell.member(), entry.name(), cell.day()) == cell.permitted())
                                .count());
            }
        }
    }

    @Test
    void aSpaceThatIsTooLargeIsRefusedWithItsCount() {
        MemberSpace space =
                MemberSpace.of(Bundled.STRICT, LinkedIn.AFFILIATE_ADS, LinkedIn.MICROSOFT, Category.of("profile"));
        AnalysisLimitException refused = assertThrows(AnalysisLimitException.class, space::cells);
        assertEquals(
                "an exact answer needs " + space.size() + " cells, more than the limit of 1000000",
                refused.getMessage());
    }
}
