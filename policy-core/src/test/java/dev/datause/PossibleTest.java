package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PossibleTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final Audience PUBLIC = Audience.of("public");
    private static final Condition MINOR = new Condition.FlagIsSet("minor");
    private static final Condition EDUCATION = new Condition.TraitIs("account", List.of("education"));
    private static final Condition STANDARD = new Condition.TraitIs("account", List.of("standard"));
    private static final Condition NORTH = new Condition.Located(List.of("north"), Moment.USE);
    private static final Condition FROM_DAY = new Condition.UsedFrom(DAY);
    private static final Condition SHOWN = new Condition.AudienceIs(List.of(PUBLIC, Audience.of("friends")));
    private static final Condition TO_PUBLIC = new Condition.AudienceIs(List.of(PUBLIC));
    private static final UseKind KIND =
            UseKind.of(Purpose.of("training"), Recipient.of("owner"), Category.of("profile"));

    private static DataUsePolicy over(Vocabulary words, List<Condition> asked) {
        List<Policy.Rule> rules = List.of(SmallWorld.rule("rule", Policy.Effect.PERMIT, new Condition.All(asked)));
        Policy policy = SmallWorld.policy(rules, List.of(), Policy.Effective.ALWAYS);
        return DataUsePolicy.of(policy.toBuilder().vocabulary(words).build());
    }

    private static DataUsePolicy policy(Condition... asked) {
        return over(SmallWorld.VOCABULARY, List.of(asked));
    }

    /** The flags of a vocabulary of many, each as the uses of members with it. */
    private static List<UseSet> flags(int count) {
        List<Vocabulary.Entry> entries = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new Vocabulary.Entry("flag-" + i, "Flag " + i));
            conditions.add(new Condition.FlagIsSet("flag-" + i));
        }
        Vocabulary words = SmallWorld.VOCABULARY.toBuilder().flags(entries).build();
        DataUsePolicy policy = over(words, conditions);
        UseSpace uses = UseSpace.of(List.of(policy));
        return conditions.stream().map(one -> uses.where(policy, KIND, one)).toList();
    }

    /** The uses of members with an odd number of flags. */
    private static UseSet odd(int count) {
        return flags(count).stream().reduce(UseSet::different).orElseThrow();
    }

    @Test
    void asManyCellsAsALongHoldsAreCountedAndMoreAreNot() {
        assertEquals(1L << 62, odd(62).cellsOfSpace());
        assertEquals(1L << 61, odd(62).cells());
        assertEquals(Long.MAX_VALUE, odd(63).cellsOfSpace());
        assertEquals(1L << 62, odd(63).cells());
        for (int count : new int[] {64, 65, 70}) {
            assertEquals(Long.MAX_VALUE, odd(count).cellsOfSpace());
            assertEquals(Long.MAX_VALUE, odd(count).cells());
        }
    }

    @Test
    void theLargestNumberThatIsDoubledIsStillExact() {
        List<UseSet> flags = flags(63);
        UseSet some = flags.subList(1, 63).stream().reduce(UseSet::or).orElseThrow();
        Possible every = some.uses.possible(some.node, flags.get(0).node);
        assertEquals(63, every.positions().length);
        assertEquals(Long.MAX_VALUE - 1, every.count(some.node));
    }

    @Test
    void axesAreAskedIfAllOfThemAre() {
        List<UseSet> flags = flags(4);
        UseSet two = flags.get(1).and(flags.get(3));
        Possible possible = two.uses.possible(two.node);
        for (Set<Integer> asked : List.of(Set.<Integer>of(), Set.of(1), Set.of(3), Set.of(1, 3))) {
            assertTrue(possible.asks(asked), asked::toString);
        }
        for (Set<Integer> asked : List.of(Set.of(0), Set.of(0, 1), Set.of(1, 2, 3), Set.of(0, 2))) {
            assertFalse(possible.asks(asked), asked::toString);
        }
    }

    @Test
    void aCombinationHasAUseExactlyIfItIsPossible() {
        Condition now = new Condition.SettingIs("improve", true, Moment.USE, Counts.SAME_DAY);
        Condition later = new Condition.SettingIs("improve", true, Moment.USE, Counts.NEXT_DAY);
        DataUsePolicy policy = policy(now, later, MINOR);
        UseSpace uses = UseSpace.of(List.of(policy));
        UseSet set = uses.permitted(policy, KIND);
        Possible possible = uses.possible(set.node);
        int found = 0;
        for (int flag = 0; flag < 2; flag++) {
            for (int same = 0; same < 3; same++) {
                for (int next = 0; next < 3; next++) {
                    int[] coordinates = {flag, same, next};
                    int at = possible.node();
                    for (int i = 0; i < coordinates.length; i++) {
                        boolean asked = !Diagram.isEnd(at) && uses.diagram.axis(at) == possible.positions()[i];
                        at = asked ? uses.diagram.child(at, coordinates[i]) : at;
                    }
                    boolean has = possible.invented(coordinates) != null;
                    assertEquals(at == Diagram.TRUE, has, flag + ", " + same + ", " + next);
                    found += has ? 1 : 0;
                }
            }
        }
        assertEquals(set.cellsOfSpace(), found);
        assertNull(possible.invented(new int[] {0, Timeline.RESTRICTED, Timeline.FREE}));
    }

    @Test
    void everyAudienceHasAUseWhereNothingElseIsAsked() {
        DataUsePolicy policy = policy(TO_PUBLIC);
        UseSet set = UseSpace.of(List.of(policy)).permitted(policy, KIND);
        List<Optional<Audience>> audiences = new ArrayList<>();
        set.examples(3).forEach(one -> {
            assertEquals(one.inside(), set.contains(one.use()), one::story);
            audiences.add(one.use().audience());
        });
        assertEquals(List.of(Optional.empty(), Optional.of(PUBLIC), Optional.of(Audience.of("friends"))), audiences);
    }

    /** The plainest of the uses that are certainly so for one reason or another. */
    private static UseExample plainest(Condition one, Condition other) {
        DataUsePolicy policy = policy(one, other);
        UseSpace uses = UseSpace.of(List.of(policy));
        UseSet both = uses.where(policy, KIND, one).or(uses.where(policy, KIND, other));
        return both.example().orElseThrow();
    }

    private static Condition all(Condition... of) {
        return new Condition.All(List.of(of));
    }

    private static Condition not(Condition of) {
        return new Condition.Not(of);
    }

    private static Condition unknown(Condition known) {
        return not(new Condition.Certainly(known));
    }

    @Test
    void aUseWithEverythingKnownIsPlainerThanOneOnAPlainerDay() {
        Condition nowhere = unknown(new Condition.Any(List.of(NORTH, not(NORTH))));
        UseExample anywhere = plainest(all(FROM_DAY, nowhere), all(not(FROM_DAY), NORTH));
        assertTrue(anywhere.use().used().isBefore(DAY), anywhere::story);
        assertTrue(anywhere.story().startsWith("a member in NO, "), anywhere::story);
        UseExample shown = plainest(all(FROM_DAY, TO_PUBLIC, nowhere), all(not(FROM_DAY), TO_PUBLIC, NORTH));
        assertTrue(shown.use().used().isBefore(DAY), shown::story);
        assertTrue(shown.story().startsWith("a member in NO, "), shown::story);
    }

    @Test
    void anUnknownAudienceIsPlainestOnlyWhereItMustBe() {
        UseExample byDay = plainest(all(FROM_DAY, unknown(SHOWN)), all(not(FROM_DAY), TO_PUBLIC));
        assertEquals(Optional.of(PUBLIC), byDay.use().audience());
        Condition since = new Condition.SettingIs("improve", true, Moment.COLLECTION, Counts.SAME_DAY);
        Condition off = new Condition.SettingIs("improve", false, Moment.USE, Counts.SAME_DAY);
        UseExample byHistory = plainest(all(unknown(SHOWN), MINOR), all(TO_PUBLIC, since, off));
        assertEquals(Optional.of(PUBLIC), byHistory.use().audience());
        UseExample must = plainest(all(unknown(SHOWN), MINOR), all(unknown(SHOWN), EDUCATION));
        assertEquals(Optional.empty(), must.use().audience());
    }

    @Test
    void theFirstQuestionOfAllMayLeadNowhereOrBeTheOneThatDoes() {
        for (boolean nowhereFirst : new boolean[] {true, false}) {
            DataUsePolicy policy = policy(MINOR, STANDARD);
            UseSpace uses = UseSpace.of(List.of(policy));
            Space space = uses.space;
            int account = space.position(Space.key(Axis.Kind.TRAIT, 0, Axis.AT_USE));
            int minor = space.position(Space.key(Axis.Kind.FLAG, 0, Axis.AT_USE));
            int[] unknown = {Diagram.TRUE, Diagram.FALSE, Diagram.FALSE};
            int[] education = {Diagram.FALSE, Diagram.FALSE, Diagram.TRUE};
            int first = uses.diagram.node(account, nowhereFirst ? unknown : education);
            int second = uses.diagram.node(account, nowhereFirst ? education : unknown);
            assertEquals(0, first);
            int[] either = nowhereFirst ? new int[] {first, second} : new int[] {second, first};
            UseSet set = new UseSet(uses, KIND, uses.diagram.node(minor, either));
            UseExample example = set.example().orElseThrow();
            assertTrue(example.story().contains(", with minor, account education"), example::story);
        }
    }
}
