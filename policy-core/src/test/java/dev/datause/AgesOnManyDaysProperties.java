package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Ages asked about on the days of use and collection and on fixed days hang together through one birth day. What can
 * come together is found by the search for counterexamples and by the sets of uses exactly where going through all days finds it.
 */
class AgesOnManyDaysProperties {
    private static final List<Integer> YEARS = List.of(13, 16, 18);

    /**
     * Days by which things are asked, and all days that matter to them: a limit or the distance of two ages from one, and
     * the days beside.
     */
    private record Calendar(List<LocalDate> limits, List<LocalDate> days, List<LocalDate> births) {
        static Calendar of(MonthDay first, MonthDay last, LocalDate... limits) {
            return new Calendar(List.of(limits), beside(2010, 2032, first, last), beside(1990, 2019, first, last));
        }

        private static List<LocalDate> beside(int from, int to, MonthDay first, MonthDay last) {
            List<LocalDate> days = new ArrayList<>();
            for (int year = from; year <= to; year++) {
                for (LocalDate day = first.atYear(year); !day.isAfter(last.atYear(year)); day = day.plusDays(1)) {
                    days.add(day);
                }
            }
            return days;
        }
    }

    private static final Calendar IN_NOVEMBER = Calendar.of(
            MonthDay.of(11, 2),
            MonthDay.of(11, 4),
            LocalDate.of(2018, 11, 3),
            LocalDate.of(2020, 11, 3),
            LocalDate.of(2023, 11, 3),
            LocalDate.of(2025, 11, 3));
    private static final Calendar BY_LEAP_DAYS = Calendar.of(
            MonthDay.of(2, 27),
            MonthDay.of(3, 2),
            LocalDate.of(2018, 3, 1),
            LocalDate.of(2020, 2, 29),
            LocalDate.of(2023, 2, 28),
            LocalDate.of(2024, 2, 29));

    /** Whoever was born on 29 February is a year older on 1 March of other years. */
    private static LocalDate reached(LocalDate born, int years) {
        LocalDate day = born.plusYears(years);
        return day.getDayOfMonth() < born.getDayOfMonth() ? day.plusDays(1) : day;
    }

    /** What a condition asks about somebody's day of birth and a day. */
    private interface Question {
        boolean isTrue(LocalDate born, LocalDate day);
    }

    /** A condition, and what it asks on the day of use, on the day of collection and on a day of its own. */
    private record Asked(Condition condition, Question ofUse, Question ofCollection, Question anyway) {
        private static final Question NOTHING = (born, day) -> true;

        static Asked at(Moment moment, Condition condition, Question question) {
            boolean use = moment.equals(Moment.USE);
            boolean collection = moment.equals(Moment.COLLECTION);
            return new Asked(
                    condition,
                    use ? question : NOTHING,
                    collection ? question : NOTHING,
                    use || collection ? NOTHING : question);
        }
    }

    private static Asked asked(Calendar calendar, RandomGenerator random) {
        LocalDate limit = pick(calendar.limits, random);
        int years = pick(YEARS, random);
        boolean not = random.nextBoolean();
        Moment moment = pick(List.of(Moment.USE, Moment.COLLECTION, Moment.on(limit)), random);
        boolean age = random.nextInt(4) > 0 || moment instanceof Moment.OnDay;
        Condition condition = age
                ? new Condition.AgeAtLeast(years, moment)
                : moment.equals(Moment.USE) ? new Condition.UsedFrom(limit) : new Condition.CollectedFrom(limit);
        return Asked.at(moment, not ? new Condition.Not(condition) : condition, (born, day) -> {
            LocalDate looked = moment instanceof Moment.OnDay ? limit : day;
            LocalDate begins = age ? reached(born, years) : limit;
            return begins.isAfter(looked) == not;
        });
    }

    private static <T> T pick(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    @Test
    void whatCanComeTogetherIsFound() {
        Policy.Rule always =
                SmallWorld.rule("always", Policy.Effect.PROHIBIT, new Condition.Not(new Condition.Any(List.of())));
        Policy policy = SmallWorld.policy(List.of(always), List.of(), Policy.Effective.ALWAYS);
        DataUsePolicy compiled = DataUsePolicy.of(policy, policy.readings().get(0));
        int[] seen = new int[2];
        Tries.of(500, random -> {
            Calendar calendar = random.nextInt(3) == 0 ? BY_LEAP_DAYS : IN_NOVEMBER;
            List<Asked> all = new ArrayList<>();
            for (int i = 2 + random.nextInt(4); i > 0; i--) {
                all.add(asked(calendar, random));
            }
            LocalDate from = pick(calendar.limits, random);
            Passage passage = Passage.of(Purpose.of("ads"), Recipient.of("group"), Category.of("profile"), from);
            Optional<LocalDate> until =
                    random.nextBoolean() ? Optional.of(from.plusYears(random.nextInt(5))) : Optional.empty();
            if (until.isPresent()) {
                passage = passage.usedUntil(until.get());
            }
            LocalDate first = pick(calendar.limits, random).minusYears(random.nextInt(4));
            LocalDate last = first.plusYears(random.nextInt(5));
            boolean window = random.nextInt(3) == 0;
            if (window) {
                passage = passage.collected(first, last);
            }
            for (Asked one : all) {
                passage = passage.passing(one.condition);
            }
            List<LocalDate> collected = calendar.days.stream()
                    .filter(day -> !window || (!day.isBefore(first) && !day.isAfter(last)))
                    .toList();
            boolean possible = isPossible(calendar, all, from, until.orElse(LocalDate.MAX), collected);
            seen[possible ? 1 : 0]++;
            Passage tried = passage;
            assertEquals(possible, compiled.anythingPasses(passage), tried::toString);
            assertEquals(possible, !compiled.counterexamples(passage).isEmpty(), tried::toString);
            UseKind kind = UseKind.of(passage.purpose(), passage.recipient(), passage.category());
            UseSpace uses = UseSpace.of(List.of(compiled), passage);
            UseSet passing = uses.every(kind);
            for (Condition condition : passage.passes()) {
                passing = passing.and(uses.where(compiled, kind, condition));
            }
            assertEquals(possible, !passing.isEmpty(), tried::toString);
        });
        assertTrue(
                !Tries.ENOUGH || (seen[0] > 100 && seen[1] > 100), Map.of("not", seen[0], "found", seen[1])::toString);
    }

    /** Goes through everybody: the latest day of use and the earliest day of collection leave the most room. */
    private static boolean isPossible(
            Calendar calendar, List<Asked> all, LocalDate from, LocalDate until, List<LocalDate> ofData) {
        for (LocalDate born : calendar.births) {
            if (all.stream().allMatch(one -> one.anyway.isTrue(born, born))) {
                Optional<LocalDate> used = calendar.days.stream()
                        .filter(day -> !day.isBefore(from) && !day.isAfter(until))
                        .filter(day -> all.stream().allMatch(one -> one.ofUse.isTrue(born, day)))
                        .max(Comparator.naturalOrder());
                Optional<LocalDate> collected = ofData.stream()
                        .filter(day -> all.stream().allMatch(one -> one.ofCollection.isTrue(born, day)))
                        .findFirst();
                if (used.isPresent()
                        && collected.isPresent()
                        && !collected.get().isAfter(used.get())) {
                    return true;
                }
            }
        }
        return false;
    }
}
