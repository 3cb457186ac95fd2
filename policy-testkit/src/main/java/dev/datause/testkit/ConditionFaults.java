package dev.datause.testkit;

import dev.datause.Condition;
import dev.datause.Counts;
import dev.datause.Moment;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes every condition that differs from one in a single place. */
final class ConditionFaults implements Condition.Cases<List<ConditionFaults.Change>> {
    /**
     * A changed condition.
     *
     * @param what what is wrong
     * @param to the condition instead
     */
    record Change(String what, Condition to) {}

    private final Policy policy;

    private ConditionFaults(Policy policy) {
        this.policy = policy;
    }

    static List<Change> of(Policy policy, Condition condition) {
        return condition.accept(new ConditionFaults(policy));
    }

    private static String text(Condition condition) {
        String json = PolicyJson.write(condition).replaceAll("\\s+", " ").trim();
        return json.length() > 120 ? json.substring(0, 120) + "..." : json;
    }

    private List<Change> every(Condition whole, List<Condition> parts, Function<List<Condition>, Condition> again) {
        List<Change> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            all.add(new Change(
                    "without " + text(parts.get(i)) + " in " + text(whole), again.apply(Changed.without(parts, i))));
            for (Change change : parts.get(i).accept(this)) {
                all.add(new Change(change.what(), again.apply(Changed.with(parts, i, change.to()))));
            }
        }
        return all;
    }

    private List<Change> inside(Condition of, Function<Condition, Condition> again) {
        List<Change> all = new ArrayList<>();
        for (Change change : of.accept(this)) {
            all.add(new Change(change.what(), again.apply(change.to())));
        }
        return all;
    }

    @Override
    public List<Change> all(Condition.All condition) {
        return every(condition, condition.of(), Condition.All::new);
    }

    @Override
    public List<Change> any(Condition.Any condition) {
        return every(condition, condition.of(), Condition.Any::new);
    }

    @Override
    public List<Change> not(Condition.Not condition) {
        List<Change> all = inside(condition.of(), Condition.Not::new);
        all.add(new Change("not negated: " + text(condition.of()), condition.of()));
        return all;
    }

    @Override
    public List<Change> certainly(Condition.Certainly condition) {
        List<Change> all = inside(condition.of(), Condition.Certainly::new);
        all.add(new Change("perhaps, not certainly: " + text(condition.of()), new Condition.Possibly(condition.of())));
        return all;
    }

    @Override
    public List<Change> possibly(Condition.Possibly condition) {
        List<Change> all = inside(condition.of(), Condition.Possibly::new);
        all.add(new Change("certainly, not perhaps: " + text(condition.of()), new Condition.Certainly(condition.of())));
        return all;
    }

    @Override
    public List<Change> defined(Condition.Defined condition) {
        return List.of();
    }

    private static <T> List<Change> shorter(
            Condition whole, List<T> list, Function<List<T>, Condition> again, List<Change> all) {
        for (int i = 0; i < list.size() && list.size() > 1; i++) {
            all.add(new Change("without " + list.get(i) + " in " + text(whole), again.apply(Changed.without(list, i))));
        }
        return all;
    }

    @Override
    public List<Change> purposeIs(Condition.PurposeIs condition) {
        return shorter(condition, condition.oneOf(), Condition.PurposeIs::new, new ArrayList<>());
    }

    @Override
    public List<Change> recipientIs(Condition.RecipientIs condition) {
        return shorter(condition, condition.oneOf(), Condition.RecipientIs::new, new ArrayList<>());
    }

    @Override
    public List<Change> categoryIs(Condition.CategoryIs condition) {
        return shorter(condition, condition.oneOf(), Condition.CategoryIs::new, new ArrayList<>());
    }

    @Override
    public List<Change> audienceIs(Condition.AudienceIs condition) {
        return shorter(condition, condition.oneOf(), Condition.AudienceIs::new, new ArrayList<>());
    }

    /** The other of the two moments; a fixed day moved by one. */
    private static List<Change> moments(Condition whole, Moment at, Function<Moment, Condition> again) {
        List<Change> all = new ArrayList<>();
        List<Moment> others = at instanceof Moment.OnDay on
                ? List.of(Moment.on(on.day().minusDays(1)), Moment.on(on.day().plusDays(1)))
                : List.of(at.equals(Moment.USE) ? Moment.COLLECTION : Moment.USE);
        for (Moment other : others) {
            all.add(new Change("at " + other + ", not " + at + ": " + text(whole), again.apply(other)));
        }
        return all;
    }

    @Override
    public List<Change> located(Condition.Located condition) {
        List<Change> all = moments(condition, condition.at(), at -> new Condition.Located(condition.in(), at));
        return shorter(condition, condition.in(), in -> new Condition.Located(in, condition.at()), all);
    }

    @Override
    public List<Change> firstDayReached(Condition.FirstDayReached condition) {
        List<Change> all = moments(
                condition,
                condition.place(),
                place -> new Condition.FirstDayReached(condition.table(), place, condition.day()));
        for (Change change : moments(
                condition,
                condition.day(),
                day -> new Condition.FirstDayReached(condition.table(), condition.place(), day))) {
            all.add(new Change("the day " + change.what(), change.to()));
        }
        return all;
    }

    @Override
    public List<Change> ageAtLeast(Condition.AgeAtLeast condition) {
        List<Change> all = moments(condition, condition.at(), at -> new Condition.AgeAtLeast(condition.years(), at));
        if (condition.years() > 1) {
            all.add(new Change(
                    "a year less: " + text(condition),
                    new Condition.AgeAtLeast(condition.years() - 1, condition.at())));
        }
        all.add(new Change(
                "a year more: " + text(condition), new Condition.AgeAtLeast(condition.years() + 1, condition.at())));
        return all;
    }

    private static Counts other(Counts counts) {
        return counts == Counts.SAME_DAY ? Counts.NEXT_DAY : Counts.SAME_DAY;
    }

    @Override
    public List<Change> settingIs(Condition.SettingIs c) {
        List<Change> all = moments(c, c.at(), at -> new Condition.SettingIs(c.setting(), c.on(), at, c.onCounts()));
        all.add(new Change(
                "the opposite of " + text(c), new Condition.SettingIs(c.setting(), !c.on(), c.at(), c.onCounts())));
        all.add(new Change(
                "back a day off: " + text(c),
                new Condition.SettingIs(c.setting(), c.on(), c.at(), other(c.onCounts()))));
        return all;
    }

    @Override
    public List<Change> signalIs(Condition.SignalIs c) {
        List<Change> all =
                moments(c, c.at(), at -> new Condition.SignalIs(c.signal(), c.present(), at, c.absentCounts()));
        all.add(new Change(
                "the opposite of " + text(c),
                new Condition.SignalIs(c.signal(), !c.present(), c.at(), c.absentCounts())));
        all.add(new Change(
                "back a day off: " + text(c),
                new Condition.SignalIs(c.signal(), c.present(), c.at(), other(c.absentCounts()))));
        return all;
    }

    @Override
    public List<Change> objectionStands(Condition.ObjectionStands c) {
        List<Change> all =
                moments(c, c.at(), at -> new Condition.ObjectionStands(c.scope(), c.stage(), at, c.withdrawalCounts()));
        Condition.Stage other = c.stage() == Condition.Stage.FILED ? Condition.Stage.GRANTED : Condition.Stage.FILED;
        all.add(new Change(
                "only once " + other + ": " + text(c),
                new Condition.ObjectionStands(c.scope(), other, c.at(), c.withdrawalCounts())));
        all.add(new Change(
                "back a day off: " + text(c),
                new Condition.ObjectionStands(c.scope(), c.stage(), c.at(), other(c.withdrawalCounts()))));
        return all;
    }

    @Override
    public List<Change> flagIsSet(Condition.FlagIsSet condition) {
        return List.of(new Change("not set: " + text(condition), new Condition.Not(condition)));
    }

    @Override
    public List<Change> traitIs(Condition.TraitIs condition) {
        List<Change> all = new ArrayList<>();
        all.add(new Change("anything but " + text(condition), new Condition.Not(condition)));
        return shorter(condition, condition.oneOf(), oneOf -> new Condition.TraitIs(condition.trait(), oneOf), all);
    }

    private static List<Change> besides(LocalDate day, Function<LocalDate, Condition> again) {
        List<Change> all = new ArrayList<>();
        for (LocalDate other : List.of(day.minusDays(1), day.plusDays(1))) {
            Condition changed = again.apply(other);
            all.add(new Change("the day moved to " + text(changed), changed));
        }
        return all;
    }

    @Override
    public List<Change> usedFrom(Condition.UsedFrom condition) {
        return besides(condition.day(), Condition.UsedFrom::new);
    }

    @Override
    public List<Change> collectedFrom(Condition.CollectedFrom condition) {
        return besides(condition.day(), Condition.CollectedFrom::new);
    }

    @Override
    public List<Change> usedBeforeCollected(Condition.UsedBeforeCollected condition) {
        return List.of(new Change("the opposite of " + text(condition), new Condition.Not(condition)));
    }

    @Override
    public List<Change> answered(Condition.Answered condition) {
        List<Change> all = new ArrayList<>();
        for (Policy.Question question : policy.questions()) {
            if (question.name().equals(condition.question())) {
                for (Policy.Answer answer : question.answers()) {
                    if (!answer.name().equals(condition.answer())) {
                        all.add(new Change(
                                "answer " + answer.name() + ", not " + condition.answer() + ", to "
                                        + condition.question(),
                                new Condition.Answered(condition.question(), answer.name())));
                    }
                }
            }
        }
        return all;
    }
}
