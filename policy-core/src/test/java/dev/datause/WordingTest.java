package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Every set of coordinates of every axis, as a condition and in words. */
class WordingTest {
    private static final LocalDate EARLY = LocalDate.of(2024, 2, 28);
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final LocalDate LATE = LocalDate.of(2026, 3, 1);

    private static Condition improve(Moment at, Counts counts) {
        return new Condition.SettingIs("improve", true, at, counts);
    }

    private static Condition privacy(Moment at, Counts counts) {
        return new Condition.SignalIs("privacy", true, at, counts);
    }

    private static Condition objection(Moment at, Counts counts) {
        return new Condition.ObjectionStands("objection", Condition.Stage.FILED, at, counts);
    }

    private final Policy policy = SmallWorld.policy(List.of(), List.of(), Policy.Effective.ALWAYS);
    private final Terms terms = new Terms(policy, policy.reading("strict").orElseThrow());
    private final Diagram diagram = new Diagram();
    private final Space space = new Space.Builder(terms)
            .add(new Condition.All(List.of(
                    new Condition.UsedFrom(DAY),
                    new Condition.UsedFrom(DAY.plusDays(1)),
                    new Condition.UsedFrom(LATE),
                    new Condition.CollectedFrom(EARLY),
                    new Condition.CollectedFrom(DAY),
                    new Condition.CollectedFrom(DAY.plusDays(1)),
                    new Condition.UsedBeforeCollected(),
                    new Condition.AudienceIs(List.of(Audience.of("public"))),
                    new Condition.Located(List.of("islands"), Moment.USE),
                    new Condition.Located(List.of("north"), Moment.USE),
                    new Condition.Located(List.of("south"), Moment.USE),
                    new Condition.Located(List.of("north"), Moment.COLLECTION),
                    new Condition.Located(List.of("south"), Moment.on(DAY)),
                    new Condition.AgeAtLeast(16, Moment.USE),
                    new Condition.AgeAtLeast(18, Moment.USE),
                    new Condition.AgeAtLeast(21, Moment.USE),
                    new Condition.AgeAtLeast(18, Moment.COLLECTION),
                    new Condition.AgeAtLeast(16, Moment.on(DAY)),
                    new Condition.FlagIsSet("minor"),
                    new Condition.TraitIs("account", List.of("standard")))))
            .add(new Condition.All(List.of(
                    improve(Moment.USE, Counts.SAME_DAY),
                    improve(Moment.USE, Counts.NEXT_DAY),
                    improve(Moment.COLLECTION, Counts.NEXT_DAY),
                    improve(Moment.on(DAY), Counts.SAME_DAY),
                    new Condition.SettingIs("share", true, Moment.USE, Counts.NEXT_DAY),
                    privacy(Moment.USE, Counts.NEXT_DAY),
                    privacy(Moment.COLLECTION, Counts.SAME_DAY),
                    objection(Moment.USE, Counts.SAME_DAY),
                    objection(Moment.on(DAY), Counts.NEXT_DAY))))
            .build();
    private final Wording wording = new Wording(
            SmallWorld.VOCABULARY,
            space,
            new Territories(SmallWorld.VOCABULARY, List.of(terms.regions()), List.of("strict")));

    /** All sets of the coordinates of an axis that are neither empty nor whole, in the order of their numbers. */
    private List<BitSet> sides(int position) {
        int size = space.axis(position).size;
        return LongStream.range(1, (1L << size) - 1)
                .mapToObj(set -> BitSet.valueOf(new long[] {set}))
                .toList();
    }

    private int position(Axis.Kind kind, int at, boolean nextDay) {
        return space.position(new Axis.Key(kind, 0, at, nextDay));
    }

    private String said(int position, boolean counts) {
        StringBuilder said = new StringBuilder();
        for (BitSet side : sides(position)) {
            said.append(side)
                    .append(' ')
                    .append(wording.words(position, side, counts))
                    .append('\n');
        }
        return said.toString();
    }

    @Test
    void theConditionOfASideIsTrueExactlyThere() {
        assertEquals(21, space.axes().length);
        Compiler compiler = new Compiler(terms, space, diagram, 0, 0, 0, Compiler.ANY_AUDIENCE);
        for (int position = 0; position < space.axes().length; position++) {
            assertTrue(space.axis(position).size > 1);
            for (BitSet side : sides(position)) {
                Condition condition = wording.condition(position, side);
                assertEquals(
                        new Box().with(position, side).node(space, diagram),
                        diagram.certainly(compiler.compile(condition)),
                        () -> side + " " + condition);
            }
        }
    }

    @Test
    void noTwoSidesOfAnAxisAreToldInTheSameWords() {
        for (int position = 0; position < space.axes().length; position++) {
            Map<String, BitSet> told = new HashMap<>();
            for (BitSet side : sides(position)) {
                String words = wording.words(position, side, true);
                BitSet other = told.put(words, side);
                assertEquals(null, other, () -> side + " and " + other + " " + words);
            }
        }
    }

    @Test
    void whatIsLeftIsTheRestOfTheAxis() {
        int position = position(Axis.Kind.OBJECTION, Axis.AT_USE, false);
        BitSet side = BitSet.valueOf(new long[] {0b0110});
        assertEquals("{0, 3}", wording.others(position, side).toString());
        assertEquals("{1, 2}", side.toString());
    }

    @Test
    void daysAreToldFromTheFirstToTheLast() {
        assertEquals("""
                {0} used up to 2025-11-02
                {1} used on 2025-11-03
                {0, 1} used up to 2025-11-03
                {2} used from 2025-11-04 to 2026-02-28
                {0, 2} used up to 2025-11-02 or from 2025-11-04 to 2026-02-28
                {1, 2} used from 2025-11-03 to 2026-02-28
                {0, 1, 2} used up to 2026-02-28
                {3} used from 2026-03-01
                {0, 3} used up to 2025-11-02 or from 2026-03-01
                {1, 3} used on 2025-11-03 or from 2026-03-01
                {0, 1, 3} used up to 2025-11-03 or from 2026-03-01
                {2, 3} used from 2025-11-04
                {0, 2, 3} used up to 2025-11-02 or from 2025-11-04
                {1, 2, 3} used from 2025-11-03
                """, said(position(Axis.Kind.USED, Axis.AT_USE, false), true));
        assertEquals("""
                {0} day of collection unknown
                {1} collected up to 2024-02-27
                {0, 1} collected up to 2024-02-27 or unknown
                {2} collected from 2024-02-28 to 2025-11-02
                {0, 2} collected from 2024-02-28 to 2025-11-02 or unknown
                {1, 2} collected up to 2025-11-02
                {0, 1, 2} collected up to 2025-11-02 or unknown
                {3} collected on 2025-11-03
                {0, 3} collected on 2025-11-03 or unknown
                {1, 3} collected up to 2024-02-27 or on 2025-11-03
                {0, 1, 3} collected up to 2024-02-27 or on 2025-11-03 or unknown
                {2, 3} collected from 2024-02-28 to 2025-11-03
                {0, 2, 3} collected from 2024-02-28 to 2025-11-03 or unknown
                {1, 2, 3} collected up to 2025-11-03
                {0, 1, 2, 3} collected up to 2025-11-03 or unknown
                {4} collected from 2025-11-04
                {0, 4} collected from 2025-11-04 or unknown
                {1, 4} collected up to 2024-02-27 or from 2025-11-04
                {0, 1, 4} collected up to 2024-02-27 or from 2025-11-04 or unknown
                {2, 4} collected from 2024-02-28 to 2025-11-02 or from 2025-11-04
                {0, 2, 4} collected from 2024-02-28 to 2025-11-02 or from 2025-11-04 or unknown
                {1, 2, 4} collected up to 2025-11-02 or from 2025-11-04
                {0, 1, 2, 4} collected up to 2025-11-02 or from 2025-11-04 or unknown
                {3, 4} collected from 2025-11-03
                {0, 3, 4} collected from 2025-11-03 or unknown
                {1, 3, 4} collected up to 2024-02-27 or from 2025-11-03
                {0, 1, 3, 4} collected up to 2024-02-27 or from 2025-11-03 or unknown
                {2, 3, 4} collected from 2024-02-28
                {0, 2, 3, 4} collected from 2024-02-28 or unknown
                {1, 2, 3, 4} day of collection known
                """, said(position(Axis.Kind.COLLECTED, Axis.AT_USE, false), true));
        assertEquals("""
                {0} day of collection unknown
                {1} not used before collected
                {0, 1} not used before collected or unknown
                {2} used before collected
                {0, 2} used before collected or unknown
                {1, 2} day of collection known
                """, said(position(Axis.Kind.ORDER, Axis.AT_USE, false), true));
    }

    @Test
    void agesAreToldInYears() {
        assertEquals("""
                {0} age at use unknown
                {1} under 16
                {0, 1} under 16 or unknown
                {2} 16 to 17 years old
                {0, 2} 16 to 17 years old or unknown
                {1, 2} under 18
                {0, 1, 2} under 18 or unknown
                {3} 18 to 20 years old
                {0, 3} 18 to 20 years old or unknown
                {1, 3} under 16 or 18 to 20 years old
                {0, 1, 3} under 16 or 18 to 20 years old or unknown
                {2, 3} 16 to 20 years old
                {0, 2, 3} 16 to 20 years old or unknown
                {1, 2, 3} under 21
                {0, 1, 2, 3} under 21 or unknown
                {4} 21 or older
                {0, 4} 21 or older or unknown
                {1, 4} under 16 or 21 or older
                {0, 1, 4} under 16 or 21 or older or unknown
                {2, 4} 16 to 17 years old or 21 or older
                {0, 2, 4} 16 to 17 years old or 21 or older or unknown
                {1, 2, 4} under 18 or 21 or older
                {0, 1, 2, 4} under 18 or 21 or older or unknown
                {3, 4} 18 or older
                {0, 3, 4} 18 or older or unknown
                {1, 3, 4} under 16 or 18 or older
                {0, 1, 3, 4} under 16 or 18 or older or unknown
                {2, 3, 4} 16 or older
                {0, 2, 3, 4} 16 or older or unknown
                {1, 2, 3, 4} age at use known
                """, said(position(Axis.Kind.AGE, Axis.AT_USE, false), true));
        assertEquals("""
                {0} age at collection unknown
                {1} under 18 when collected
                {0, 1} under 18 when collected or unknown
                {2} 18 or older when collected
                {0, 2} 18 or older when collected or unknown
                {1, 2} age at collection known
                """, said(position(Axis.Kind.AGE, Axis.AT_COLLECTION, false), true));
        assertEquals("""
                {0} age on 2025-11-03 unknown
                {1} under 16 on 2025-11-03
                {0, 1} under 16 on 2025-11-03 or unknown
                {2} 16 or older on 2025-11-03
                {0, 2} 16 or older on 2025-11-03 or unknown
                {1, 2} age on 2025-11-03 known
                """, said(position(Axis.Kind.AGE, Days.of(DAY), false), true));
    }

    /** Classes as they come in the order of codes: elsewhere, GG and JE, the south, NO and SE. */
    @Test
    void placesAreToldByTheirJurisdictions() {
        assertEquals("""
                {0} country at use unknown
                {1} located in elsewhere
                {0, 1} located in elsewhere or unknown
                {2} located in islands
                {0, 2} located in islands or unknown
                {1, 2} located in elsewhere, islands
                {0, 1, 2} located in elsewhere, islands or unknown
                {3} located in south
                {0, 3} located in south or unknown
                {1, 3} located outside north
                {0, 1, 3} located outside north or unknown
                {2, 3} located in south, islands
                {0, 2, 3} located in south, islands or unknown
                {1, 2, 3} located in elsewhere, south, islands
                {0, 1, 2, 3} located in elsewhere, south, islands or unknown
                {4} located outside elsewhere, south, islands
                {0, 4} located outside elsewhere, south, islands or unknown
                {1, 4} located outside south, islands
                {0, 1, 4} located outside south, islands or unknown
                {2, 4} located in north
                {0, 2, 4} located in north or unknown
                {1, 2, 4} located outside south
                {0, 1, 2, 4} located outside south or unknown
                {3, 4} located outside elsewhere, islands
                {0, 3, 4} located outside elsewhere, islands or unknown
                {1, 3, 4} located outside islands
                {0, 1, 3, 4} located outside islands or unknown
                {2, 3, 4} located outside elsewhere
                {0, 2, 3, 4} located outside elsewhere or unknown
                {1, 2, 3, 4} country at use known
                """, said(position(Axis.Kind.PLACE, Axis.AT_USE, false), true));
        assertEquals("""
                {0} country at collection unknown
                {1} located outside north when collected
                {0, 1} located outside north when collected or unknown
                {2} located in north when collected
                {0, 2} located in north when collected or unknown
                {1, 2} country at collection known
                """, said(position(Axis.Kind.PLACE, Axis.AT_COLLECTION, false), true));
        assertEquals("""
                {0} country on 2025-11-03 unknown
                {1} located outside south on 2025-11-03
                {0, 1} located outside south on 2025-11-03 or unknown
                {2} located in south on 2025-11-03
                {0, 2} located in south on 2025-11-03 or unknown
                {1, 2} country on 2025-11-03 known
                """, said(position(Axis.Kind.PLACE, Days.of(DAY), false), true));
    }

    @Test
    void choicesAreToldByTheirNames() {
        assertEquals("""
                {0} audience unknown
                {1} shown to public
                {0, 1} shown to public or unknown
                {2} shown to friends
                {0, 2} shown to friends or unknown
                {1, 2} audience known
                """, said(position(Axis.Kind.AUDIENCE, Axis.AT_USE, false), true));
        assertEquals("""
                {0} not minor
                {1} minor
                """, said(position(Axis.Kind.FLAG, Axis.AT_USE, false), true));
        assertEquals("""
                {0} trait account unknown
                {1} account standard
                {0, 1} account standard or unknown
                {2} account education
                {0, 2} account education or unknown
                {1, 2} trait account known
                """, said(position(Axis.Kind.TRAIT, Axis.AT_USE, false), true));
    }

    @Test
    void aHistoryIsToldWithItsDayAndWhereItMattersWithItsWayOfCounting() {
        assertEquals("""
                {0} setting improve at use unknown
                {1} improve off
                {0, 1} improve off or unknown
                {2} improve on
                {0, 2} improve on or unknown
                {1, 2} setting improve at use known
                """, said(position(Axis.Kind.SETTING, Axis.AT_USE, true), false));
        assertEquals("""
                {0} setting improve at use unknown
                {1} improve off (undone the same day)
                {0, 1} improve off (undone the same day) or unknown
                {2} improve on (undone the same day)
                {0, 2} improve on (undone the same day) or unknown
                {1, 2} setting improve at use known
                """, said(position(Axis.Kind.SETTING, Axis.AT_USE, false), true));
        assertEquals("""
                {0} setting improve at collection unknown
                {1} improve off when collected (undone from the next day)
                {0, 1} improve off when collected (undone from the next day) or unknown
                {2} improve on when collected (undone from the next day)
                {0, 2} improve on when collected (undone from the next day) or unknown
                {1, 2} setting improve at collection known
                """, said(position(Axis.Kind.SETTING, Axis.AT_COLLECTION, true), true));
        assertEquals("""
                {0} setting improve on 2025-11-03 unknown
                {1} improve off on 2025-11-03
                {0, 1} improve off on 2025-11-03 or unknown
                {2} improve on on 2025-11-03
                {0, 2} improve on on 2025-11-03 or unknown
                {1, 2} setting improve on 2025-11-03 known
                """, said(position(Axis.Kind.SETTING, Days.of(DAY), false), false));
        assertEquals("""
                {0} signal privacy at use unknown
                {1} privacy present (undone from the next day)
                {0, 1} privacy present (undone from the next day) or unknown
                {2} no privacy (undone from the next day)
                {0, 2} no privacy (undone from the next day) or unknown
                {1, 2} signal privacy at use known
                """, said(position(Axis.Kind.SIGNAL, Axis.AT_USE, true), true));
    }

    @Test
    void objectionsAreToldByHowFarTheyHaveCome() {
        assertEquals("""
                {0} objections objection at use unknown
                {1} no objection to objection
                {0, 1} no objection to objection or unknown
                {2} an objection to objection pending
                {0, 2} an objection to objection pending or unknown
                {1, 2} no objection to objection granted
                {0, 1, 2} no objection to objection granted or unknown
                {3} an objection to objection granted
                {0, 3} an objection to objection granted or unknown
                {1, 3} no objection to objection pending
                {0, 1, 3} no objection to objection pending or unknown
                {2, 3} an objection to objection
                {0, 2, 3} an objection to objection or unknown
                {1, 2, 3} objections objection at use known
                """, said(position(Axis.Kind.OBJECTION, Axis.AT_USE, false), false));
    }

    @Test
    void theWayOfCountingMattersWhereOneHistoryIsAskedInBoth() {
        int same = position(Axis.Kind.SETTING, Axis.AT_USE, false);
        int next = position(Axis.Kind.SETTING, Axis.AT_USE, true);
        int then = position(Axis.Kind.SETTING, Days.of(DAY), false);
        int before = position(Axis.Kind.SETTING, Axis.AT_COLLECTION, true);
        int share = space.position(new Axis.Key(Axis.Kind.SETTING, 1, Axis.AT_USE, true));
        int signal = position(Axis.Kind.SIGNAL, Axis.AT_USE, true);
        int earlierSignal = position(Axis.Kind.SIGNAL, Axis.AT_COLLECTION, false);
        assertTrue(wording.twice(same, Set.of(same, next)));
        assertTrue(wording.twice(next, Set.of(same, next)));
        assertTrue(wording.twice(same, Set.of(same, before)));
        assertTrue(wording.twice(signal, Set.of(share, signal, earlierSignal)));
        assertFalse(wording.twice(same, Set.of(same, then, share, signal)));
        assertFalse(wording.twice(share, Set.of(same, then, share, signal, earlierSignal)));
        assertFalse(wording.twice(signal, Set.of(same, then, share, signal)));
    }
}
