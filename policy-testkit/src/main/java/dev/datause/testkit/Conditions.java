package dev.datause.testkit;

import dev.datause.Audience;
import dev.datause.Condition;
import dev.datause.Counts;
import dev.datause.Moment;
import dev.datause.Policy;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws conditions in the words of a policy, of every kind that it has words for. */
final class Conditions {
    private final Policy policy;
    private final Vocabulary words;
    private final List<LocalDate> days;
    private final List<Integer> ages;

    Conditions(Policy policy, List<LocalDate> days, List<Integer> ages) {
        this.policy = policy;
        words = policy.vocabulary();
        this.days = days;
        this.ages = ages;
    }

    Policy.Rule rule(Draw draw, Policy.Effect effect) {
        List<Policy.Citation> cites =
                policy.rules().isEmpty() ? List.of() : policy.rules().get(0).citations();
        String id = "made-up-rule";
        for (int i = 2; has(id); i++) {
            id = "made-up-rule-" + i;
        }
        return new Policy.Rule(id, effect, "A made-up rule.", condition(draw, 3), cites, Policy.Remedy.NONE);
    }

    private boolean has(String id) {
        return policy.rules().stream().anyMatch(rule -> rule.id().equals(id));
    }

    private Condition condition(Draw draw, int depth) {
        if (depth == 0) {
            return question(draw);
        }
        return switch (draw.below(9)) {
            case 0, 1 -> new Condition.All(conditions(draw, depth - 1));
            case 2, 3 -> new Condition.Any(conditions(draw, depth - 1));
            case 4 -> new Condition.Not(condition(draw, depth - 1));
            case 5 -> new Condition.Certainly(condition(draw, depth - 1));
            case 6 -> new Condition.Possibly(condition(draw, depth - 1));
            default -> question(draw);
        };
    }

    private List<Condition> conditions(Draw draw, int depth) {
        List<Condition> all = new ArrayList<>();
        for (int i = 1 + draw.below(3); i > 0; i--) {
            all.add(condition(draw, depth));
        }
        return all;
    }

    private Condition question(Draw draw) {
        while (true) {
            Optional<Condition> question = question(draw, draw.below(16));
            if (question.isPresent()) {
                return question.get();
            }
        }
    }

    /** A condition of one kind, if the policy has words for it; the first kinds need none. */
    private Optional<Condition> question(Draw draw, int kind) {
        Counts counts = draw.oneIn(2) ? Counts.SAME_DAY : Counts.NEXT_DAY;
        Moment at = moment(draw);
        return switch (kind) {
            case 0 -> Optional.of(new Condition.AgeAtLeast(draw.from(ages), at));
            case 1 -> Optional.of(new Condition.UsedFrom(draw.from(days)));
            case 2 -> Optional.of(new Condition.CollectedFrom(draw.from(days)));
            case 3 -> Optional.of(new Condition.UsedBeforeCollected());
            case 4 -> one(draw, words.purposes()).map(entry -> new Condition.PurposeIs(List.of(entry.name())));
            case 5 -> one(draw, words.recipients()).map(entry -> new Condition.RecipientIs(List.of(entry.name())));
            case 6 -> one(draw, words.categories()).map(entry -> new Condition.CategoryIs(List.of(entry.name())));
            case 7 ->
                one(draw, words.audiences()).map(entry -> new Condition.AudienceIs(List.of(Audience.of(entry.name()))));
            case 8, 9 ->
                one(draw, words.jurisdictions()).map(entry -> new Condition.Located(List.of(entry.name()), at));
            case 10 ->
                one(draw, policy.firstDays())
                        .map(table -> new Condition.FirstDayReached(table.name(), Moment.USE, Moment.USE));
            case 11 ->
                one(draw, words.settings())
                        .map(entry -> new Condition.SettingIs(entry.name(), draw.oneIn(2), at, counts));
            case 12 ->
                one(draw, words.signals())
                        .map(entry -> new Condition.SignalIs(entry.name(), draw.oneIn(2), at, counts));
            case 13 ->
                one(draw, words.objections())
                        .map(entry -> new Condition.ObjectionStands(
                                entry.name(), draw.from(List.of(Condition.Stage.values())), at, counts));
            case 14 -> one(draw, words.flags()).map(entry -> new Condition.FlagIsSet(entry.name()));
            default ->
                one(draw, words.traits())
                        .map(entry -> new Condition.TraitIs(entry.name(), List.of(draw.from(entry.values()))));
        };
    }

    private static <T> Optional<T> one(Draw draw, List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(draw.from(all));
    }

    private Moment moment(Draw draw) {
        return switch (draw.below(5)) {
            case 0, 1 -> Moment.USE;
            case 2, 3 -> Moment.COLLECTION;
            default -> Moment.on(draw.from(days));
        };
    }
}
