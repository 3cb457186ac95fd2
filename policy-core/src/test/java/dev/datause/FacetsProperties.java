package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * In which ways a group of facts can lie is found once for all pairs of days of one pattern: so they must all allow the
 * same ways, and days on which nothing differs must be of one pattern, or the analyses would not end.
 */
class FacetsProperties {
    private static final Policy POLICY = SmallWorld.policy(List.of(), List.of(), Policy.Effective.ALWAYS);
    private static final Terms TERMS =
            new Terms(POLICY, POLICY.reading("strict").orElseThrow());
    private static final List<LocalDate> FIXED =
            List.of(LocalDate.of(1900, 1, 2), LocalDate.of(2024, 2, 29), LocalDate.of(2025, 11, 3));
    private static final Counts[] COUNTS = Counts.values();

    private static Facets facets(Condition condition, int steadySince) {
        Space space = new Space.Builder(TERMS).add(condition).build();
        int[] positions = new int[space.axes().length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
        }
        return new Facets(SmallWorld.VOCABULARY, space, positions, steadySince, new Facets.Found());
    }

    private static Facets facets(Condition... conditions) {
        return facets(new Condition.All(List.of(conditions)), Days.UNKNOWN);
    }

    private static Condition improves(Moment at, Counts counts) {
        return new Condition.SettingIs("improve", true, at, counts);
    }

    private static Condition improves(Moment at) {
        return improves(at, Counts.SAME_DAY);
    }

    private static Condition grown(int years, Moment at) {
        return new Condition.AgeAtLeast(years, at);
    }

    private static DayPairs.Pair pair(LocalDate used, LocalDate collected) {
        return new DayPairs.Pair(Days.of(used), Days.of(collected));
    }

    /** One to three conditions on one group of facts. */
    private static Condition group(RandomGenerator random) {
        List<Moment> moments = new ArrayList<>(List.of(Moment.USE, Moment.COLLECTION));
        FIXED.forEach(day -> moments.add(Moment.on(day)));
        int kind = random.nextInt(6);
        List<Condition> all = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            Moment at = moments.get(random.nextInt(moments.size()));
            Counts counts = COUNTS[random.nextInt(COUNTS.length)];
            all.add(
                    switch (kind) {
                        case 0 -> improves(at, counts);
                        case 1 -> new Condition.SignalIs("privacy", true, at, counts);
                        case 2 -> new Condition.ObjectionStands("objection", Condition.Stage.GRANTED, at, counts);
                        case 3 -> new Condition.Located(List.of("north"), at);
                        default -> grown(List.of(1, 13, 16, 18).get(random.nextInt(4)), at);
                    });
        }
        return new Condition.All(all);
    }

    /** A day near the first ones, a leap day, a fixed day, or as many years from one as an age. */
    private static LocalDate day(RandomGenerator random) {
        List<LocalDate> from = new ArrayList<>(FIXED);
        from.addAll(List.of(LocalDate.of(1900, 1, 1), LocalDate.of(2020, 2, 28), LocalDate.of(2017, 7, 1)));
        LocalDate near = from.get(random.nextInt(from.size()))
                .plusYears(random.nextBoolean() ? 0 : random.nextInt(20))
                .plusDays(random.nextInt(7) - 3);
        return near.getYear() < Days.FIRST_YEAR ? LocalDate.of(Days.FIRST_YEAR, 1, 1) : near;
    }

    private static DayPairs.Pair pair(RandomGenerator random) {
        LocalDate used = day(random);
        return switch (random.nextInt(5)) {
            case 0 -> new DayPairs.Pair(Days.of(used), Days.UNKNOWN);
            case 1 -> pair(used, used);
            case 2 -> pair(used, used.plusDays(1));
            default -> pair(used, day(random));
        };
    }

    @Test
    void daysOfOnePatternAllowTheSameWays() {
        int[] seen = new int[2];
        Tries.of(150, random -> {
            Condition condition = group(random);
            Map<List<Integer>, Set<List<Integer>>> known = new HashMap<>();
            for (int i = 0; i < 40; i++) {
                Facets facets = facets(condition, Days.UNKNOWN);
                DayPairs.Pair pair = pair(random);
                Set<List<Integer>> ways = facets.ways(pair).keySet();
                Set<List<Integer>> others = known.putIfAbsent(facets.pattern(pair), ways);
                if (others != null) {
                    assertEquals(others, ways, () -> condition + " on " + pair);
                }
                seen[others == null ? 0 : 1]++;
            }
        });
        assertTrue(!Tries.ENOUGH || (seen[0] > 1_000 && seen[1] > 1_000), seen[0] + " patterns, then " + seen[1]);
    }

    /** Beside the first day that is taken there is no room for made-up members. */
    private static Moment later(Moment moment) {
        return moment.equals(Moment.on(FIXED.get(0))) ? Moment.on(FIXED.get(1)) : moment;
    }

    @Test
    void everyMemberIsInOneOfTheWays() {
        Set<List<Integer>> different = new HashSet<>();
        Tries.of(300, random -> {
            Condition condition = group(random).mapParts(part -> part.mapMoments(FacetsProperties::later));
            Policy policy = SmallWorld.policy(
                    List.of(SmallWorld.rule("rule", Policy.Effect.PERMIT, condition)),
                    List.of(),
                    Policy.Effective.ALWAYS);
            LimitSeeking seeking = new LimitSeeking(policy);
            Facets facets = facets(condition, Days.UNKNOWN);
            for (int i = 0; i < 30; i++) {
                TestUse made = seeking.use(random);
                Use use = made.in(SmallWorld.VOCABULARY);
                List<Integer> coordinates = new ArrayList<>();
                for (Axis axis : facets.axes) {
                    coordinates.add(axis.coordinate(use.member(), use.usedDay, use.collectedDay, 0));
                }
                Set<List<Integer>> ways = facets.ways(new DayPairs.Pair(use.usedDay, use.collectedDay))
                        .keySet();
                assertTrue(ways.contains(coordinates), () -> condition + " of " + made + ": " + coordinates);
                different.add(coordinates);
            }
        });
        assertTrue(!Tries.ENOUGH || different.size() > 50, different::toString);
    }

    /** How many patterns the days of some weeks make, of use and of collection, known or not. */
    private static int patterns(Facets facets, LocalDate from) {
        Set<List<Integer>> patterns = new HashSet<>();
        for (LocalDate used = from; used.isBefore(from.plusDays(20)); used = used.plusDays(1)) {
            for (LocalDate collected = from; collected.isBefore(from.plusDays(20)); collected = collected.plusDays(1)) {
                patterns.add(facets.pattern(pair(used, collected)));
            }
            patterns.add(facets.pattern(new DayPairs.Pair(Days.of(used), Days.UNKNOWN)));
        }
        return patterns.size();
    }

    @Test
    void daysOnWhichNothingDiffersAreOfOnePattern() {
        LocalDate plain = LocalDate.of(2021, 6, 1);
        Moment fixed = Moment.on(LocalDate.of(2021, 6, 10));
        Facets once = facets(improves(Moment.USE));
        assertEquals(List.of(), once.pattern(pair(plain, plain)));
        assertEquals(1, patterns(once, plain));
        assertEquals(1, patterns(facets(new Condition.FlagIsSet("minor")), plain));
        assertEquals(1, patterns(facets(new Condition.TraitIs("account", List.of("standard"))), plain));
        // A day, or none.
        assertEquals(2, patterns(facets(improves(Moment.COLLECTION)), plain));
        // The same day, the next or a later one, of either; or none.
        assertEquals(6, patterns(facets(improves(Moment.USE), improves(Moment.COLLECTION)), plain));
        assertEquals(5, patterns(facets(improves(Moment.USE), improves(fixed)), plain));
        // On a fixed day alone everything is as on any other.
        assertEquals(1, patterns(facets(improves(fixed)), plain));
        assertEquals(1, patterns(facets(grown(18, Moment.USE)), plain));
        assertEquals(2, patterns(facets(grown(18, Moment.COLLECTION)), plain));
        // Which of two days comes first; or there is one only.
        assertEquals(4, patterns(facets(grown(18, Moment.USE), grown(18, Moment.COLLECTION)), plain));
    }

    @Test
    void theFirstDaysAndLeapDaysAreByThemselves() {
        LocalDate first = LocalDate.of(1900, 1, 1);
        // Before the fourth day there are fewer days on which something can have happened.
        assertEquals(5, patterns(facets(improves(Moment.USE)), first));
        assertEquals(6, patterns(facets(improves(Moment.COLLECTION)), first));
        // From 28 February to 1 March.
        LocalDate february = LocalDate.of(2021, 2, 20);
        assertEquals(3, patterns(facets(grown(18, Moment.USE)), february));
        assertEquals(4, patterns(facets(grown(18, Moment.USE)), LocalDate.of(2024, 2, 20)));
        // Who is of an age may be born before the first day.
        assertEquals(20, patterns(facets(grown(18, Moment.USE)), LocalDate.of(1918, 6, 1)));
        assertEquals(1, patterns(facets(grown(18, Moment.USE)), LocalDate.of(1919, 6, 1)));
    }

    @Test
    void whatIsSteadyIsAsItWasOnTheDaySince() {
        LocalDate since = LocalDate.of(2021, 6, 1);
        Condition both = new Condition.All(List.of(improves(Moment.USE), improves(Moment.on(since))));
        DayPairs.Pair later = pair(since.plusDays(9), since.plusDays(9));
        Set<List<Integer>> free = facets(both, Days.UNKNOWN).ways(later).keySet();
        Set<List<Integer>> steady = facets(both, Days.of(since)).ways(later).keySet();
        assertEquals(7, free.size());
        assertEquals(Set.of(List.of(0, 0), List.of(1, 1), List.of(2, 2)), steady);
    }
}
