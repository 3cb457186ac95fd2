package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Boxes hold what they should and nothing that they should not, in as few facts as will do, the plain ones first. */
class CoverTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final Condition NORTH = new Condition.Located(List.of("north"), Moment.USE);
    private static final Condition NORTH_ON_A_DAY = new Condition.Located(List.of("north"), Moment.on(DAY));
    private static final Condition NORTH_WHEN_COLLECTED = new Condition.Located(List.of("north"), Moment.COLLECTION);
    private static final Condition USED = new Condition.UsedFrom(DAY);
    private static final Condition COLLECTED = new Condition.CollectedFrom(DAY);
    private static final Condition PUBLIC = new Condition.AudienceIs(List.of(Audience.of("public")));
    private static final Condition SETTING = setting(Moment.USE);
    private static final Condition SETTING_WHEN_COLLECTED = setting(Moment.COLLECTION);
    private static final Condition SIGNAL = new Condition.SignalIs("privacy", false, Moment.USE, Counts.SAME_DAY);
    private static final Condition OBJECTION =
            new Condition.ObjectionStands("objection", Condition.Stage.FILED, Moment.USE, Counts.SAME_DAY);
    private static final Condition AGE = new Condition.AgeAtLeast(18, Moment.USE);
    private static final Condition TRAIT = new Condition.TraitIs("account", List.of("education"));
    private static final Condition FLAG = new Condition.FlagIsSet("minor");
    private static final Condition ORDER = new Condition.UsedBeforeCollected();
    /** The plainest first. */
    private static final List<Condition> BY_PLAINNESS = List.of(
            NORTH,
            USED,
            COLLECTED,
            PUBLIC,
            SETTING,
            SIGNAL,
            OBJECTION,
            AGE,
            TRAIT,
            FLAG,
            ORDER,
            NORTH_WHEN_COLLECTED,
            SETTING_WHEN_COLLECTED,
            NORTH_ON_A_DAY);

    private final DataUsePolicy policy = policy();
    private final UseSpace uses = UseSpace.of(List.of(policy));
    private final UseKind kind = UseKind.named(SmallWorld.VOCABULARY).get(0);

    private static Condition setting(Moment at) {
        return new Condition.SettingIs("improve", true, at, Counts.SAME_DAY);
    }

    private static DataUsePolicy policy() {
        return DataUsePolicy.of(SmallWorld.policy(
                List.of(SmallWorld.rule("all", Policy.Effect.PERMIT, new Condition.Any(BY_PLAINNESS))),
                List.of(),
                Policy.Effective.ALWAYS));
    }

    private int node(Condition condition) {
        return uses.where(policy, kind, condition).node;
    }

    private int and(int one, int other) {
        return uses.diagram.and(one, other);
    }

    private int or(int one, int other) {
        return uses.diagram.or(one, other);
    }

    private int not(int one) {
        return uses.diagram.not(one);
    }

    private List<Box> cover(int target, int outside, int most) {
        return Cover.of(uses.space, uses.diagram, target, outside, most);
    }

    private int joined(List<Box> boxes) {
        int joined = Diagram.FALSE;
        for (Box box : boxes) {
            joined = or(joined, box.node(uses.space, uses.diagram));
        }
        return joined;
    }

    /** Whether they hold all of the target and nothing outside, and none could be left out or be without a side. */
    private void holds(List<Box> boxes, int target, int outside) {
        int joined = joined(boxes);
        assertEquals(Diagram.FALSE, and(target, not(joined)), "all that is wanted");
        assertEquals(Diagram.FALSE, and(outside, joined), "nothing else");
        for (Box box : boxes) {
            List<Box> others = new ArrayList<>(boxes);
            others.remove(box);
            assertTrue(and(target, not(joined(others))) != Diagram.FALSE, "each is needed");
        }
        for (int i = 1; i < boxes.size(); i++) {
            assertTrue(boxes.get(i - 1).sides.size() <= boxes.get(i).sides.size(), "those of few facts first");
        }
    }

    private static BitSet coordinates(int... set) {
        BitSet coordinates = new BitSet();
        for (int one : set) {
            coordinates.set(one);
        }
        return coordinates;
    }

    private int position(int node) {
        return uses.diagram.axis(node);
    }

    @Test
    void theSetsOfRandomPoliciesAreHeldExactly() {
        Tries.of(10, random -> {
            Policy small = SmallWorld.policy(random);
            DataUsePolicy compiled = DataUsePolicy.of(small, SmallWorld.reading(small, random));
            UseSpace space = UseSpace.of(List.of(compiled));
            List<UseKind> kinds = UseKind.all(small.vocabulary());
            UseSet permitted = space.permitted(compiled, kinds.get(random.nextInt(kinds.size())));
            List<Region> regions = permitted.regions(space.every(permitted.kind()), 20);
            UseSet together = permitted.minus(permitted);
            for (Region region : regions) {
                assertTrue(region.set().minus(permitted).isEmpty(), region::toString);
                together = together.or(region.set());
            }
            assertTrue(regions.size() <= 21);
            assertTrue(regions.size() == 21 || permitted.minus(together).isEmpty(), regions::toString);
        });
    }

    @Test
    void everyTwoFactsAreHeldByBoxesOfTheirOwn() {
        for (Condition one : BY_PLAINNESS) {
            for (Condition other : BY_PLAINNESS) {
                for (int target : new int[] {
                    and(node(one), node(other)), or(node(one), node(other)), and(node(one), not(node(other)))
                }) {
                    holds(cover(target, not(target), 5), target, not(target));
                }
            }
        }
    }

    @Test
    void ofTwoFactsThatTellTheSameThePlainerIsTold() {
        for (int i = 0; i < BY_PLAINNESS.size(); i++) {
            for (int j = 0; j < BY_PLAINNESS.size(); j++) {
                if (i != j) {
                    int one = node(BY_PLAINNESS.get(i));
                    int other = node(BY_PLAINNESS.get(j));
                    List<Box> boxes = cover(and(one, other), and(not(one), not(other)), 5);
                    assertEquals(1, boxes.size());
                    assertEquals(
                            position(i < j ? one : other),
                            boxes.get(0).sides.firstKey(),
                            BY_PLAINNESS.get(i) + " and " + BY_PLAINNESS.get(j));
                    assertEquals(1, boxes.get(0).sides.size());
                }
            }
        }
    }

    @Test
    void whereNothingIsOutsideOneBoxWithoutSidesHoldsAll() {
        for (int target : new int[] {node(NORTH), and(node(NORTH), node(SETTING)), Diagram.TRUE}) {
            List<Box> boxes = cover(target, Diagram.FALSE, 5);
            assertEquals(1, boxes.size());
            assertTrue(boxes.get(0).sides.isEmpty());
        }
        assertEquals(List.of(), cover(Diagram.FALSE, node(NORTH), 5));
    }

    @Test
    void aSideHoldsWhateverHasNothingOutside() {
        int on = node(SETTING);
        int position = position(on);
        int unknown = uses.diagram.node(position, new int[] {Diagram.TRUE, Diagram.FALSE, Diagram.FALSE});
        // On is wanted, off is not, of the unknown nothing is said: it is held too, or left out where that is plainer.
        List<Box> boxes = cover(on, and(not(on), not(unknown)), 5);
        assertEquals(1, boxes.size());
        assertEquals(Map.of(position, coordinates(2)), boxes.get(0).sides);
        // The unknown is wanted, on is not, of off nothing is said: a run of its own that nothing needs.
        List<Box> others = cover(unknown, on, 5);
        assertEquals(Map.of(position, coordinates(0)), others.get(0).sides);
        // Off and the unknown are wanted: two runs, both needed.
        assertEquals(Map.of(position, coordinates(0, 1)), cover(not(on), on, 5).get(0).sides);
    }

    /** Whether an odd number of these is so: a box for every other combination, and no two of them are one. */
    private int odd(Condition... of) {
        int odd = Diagram.FALSE;
        for (Condition condition : of) {
            int node = node(condition);
            odd = or(and(odd, not(node)), and(not(odd), node));
        }
        return odd;
    }

    @Test
    void whereSoManyWillNotDoOneMoreIsGiven() {
        int eight = odd(NORTH, USED, FLAG, PUBLIC);
        List<Box> all = cover(eight, not(eight), 8);
        assertEquals(8, all.size());
        holds(all, eight, not(eight));
        for (int most = 0; most < 8; most++) {
            List<Box> some = cover(eight, not(eight), most);
            assertEquals(most + 1, some.size());
            assertEquals(Diagram.FALSE, and(joined(some), not(eight)));
        }
        int one = and(node(SETTING), and(node(FLAG), node(NORTH)));
        assertEquals(1, cover(one, not(one), 0).size());
        assertFalse(cover(one, not(one), 1).isEmpty());
    }

    /** There are thousands of boxes, of which a few are enough to see that so many will not do. */
    @Test
    void noMoreIsLookedForThanNeeded() {
        int thousands = odd(BY_PLAINNESS.toArray(new Condition[0]));
        List<Box> some = cover(thousands, not(thousands), 2);
        assertEquals(3, some.size());
        assertEquals(Diagram.FALSE, and(joined(some), not(thousands)));
    }

    @Test
    void oneFactIsPreferredToTwoPlainerOnes() {
        int two = and(node(NORTH), node(SETTING));
        int one = node(FLAG);
        List<Box> boxes = cover(and(two, one), and(not(two), not(one)), 5);
        assertEquals(1, boxes.size());
        assertEquals(Map.of(position(one), coordinates(1)), boxes.get(0).sides);
    }

    @Test
    void factsThatOnlyTheOutsideAsksAboutAreNotForgotten() {
        int north = node(NORTH);
        int used = node(USED);
        int flag = node(FLAG);
        // In the north and flagged; not elsewhere before the day, nor without the flag from it.
        int target = and(north, flag);
        int outside = or(and(not(north), not(used)), and(not(flag), used));
        List<Box> boxes = cover(target, outside, 5);
        holds(boxes, target, outside);
    }
}
