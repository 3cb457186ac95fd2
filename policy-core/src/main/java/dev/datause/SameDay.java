package dev.datause;

import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites a condition for data that is collected on the day of its use: there the two moments are one, and nothing is
 * used before it was collected. Half the axes go away, which is what makes the short form short.
 */
final class SameDay implements Condition.Cases<Condition> {
    private final Terms terms;

    SameDay(Terms terms) {
        this.terms = terms;
    }

    Condition of(Condition condition) {
        return condition.accept(this);
    }

    private List<Condition> all(List<Condition> conditions) {
        List<Condition> rewritten = new ArrayList<>(conditions.size());
        for (Condition condition : conditions) {
            rewritten.add(of(condition));
        }
        return rewritten;
    }

    private static Moment moment(Moment moment) {
        return moment instanceof Moment.AtCollection ? Moment.USE : moment;
    }

    @Override
    public Condition all(Condition.All condition) {
        return new Condition.All(all(condition.of()));
    }

    @Override
    public Condition any(Condition.Any condition) {
        return new Condition.Any(all(condition.of()));
    }

    @Override
    public Condition not(Condition.Not condition) {
        return new Condition.Not(of(condition.of()));
    }

    @Override
    public Condition certainly(Condition.Certainly condition) {
        return new Condition.Certainly(of(condition.of()));
    }

    @Override
    public Condition possibly(Condition.Possibly condition) {
        return new Condition.Possibly(of(condition.of()));
    }

    @Override
    public Condition defined(Condition.Defined condition) {
        return of(terms.definition(condition.name()));
    }

    @Override
    public Condition purposeIs(Condition.PurposeIs condition) {
        return condition;
    }

    @Override
    public Condition recipientIs(Condition.RecipientIs condition) {
        return condition;
    }

    @Override
    public Condition categoryIs(Condition.CategoryIs condition) {
        return condition;
    }

    @Override
    public Condition audienceIs(Condition.AudienceIs condition) {
        return condition;
    }

    @Override
    public Condition located(Condition.Located condition) {
        return new Condition.Located(condition.in(), moment(condition.at()));
    }

    @Override
    public Condition firstDayReached(Condition.FirstDayReached condition) {
        return new Condition.FirstDayReached(condition.table(), moment(condition.place()), moment(condition.day()));
    }

    @Override
    public Condition ageAtLeast(Condition.AgeAtLeast condition) {
        return new Condition.AgeAtLeast(condition.years(), moment(condition.at()));
    }

    @Override
    public Condition settingIs(Condition.SettingIs condition) {
        return new Condition.SettingIs(
                condition.setting(), condition.on(), moment(condition.at()), condition.onCounts());
    }

    @Override
    public Condition signalIs(Condition.SignalIs condition) {
        return new Condition.SignalIs(
                condition.signal(), condition.present(), moment(condition.at()), condition.absentCounts());
    }

    @Override
    public Condition objectionStands(Condition.ObjectionStands condition) {
        return new Condition.ObjectionStands(
                condition.scope(), condition.stage(), moment(condition.at()), condition.withdrawalCounts());
    }

    @Override
    public Condition flagIsSet(Condition.FlagIsSet condition) {
        return condition;
    }

    @Override
    public Condition traitIs(Condition.TraitIs condition) {
        return condition;
    }

    @Override
    public Condition usedFrom(Condition.UsedFrom condition) {
        return condition;
    }

    @Override
    public Condition collectedFrom(Condition.CollectedFrom condition) {
        return new Condition.UsedFrom(condition.day());
    }

    @Override
    public Condition usedBeforeCollected(Condition.UsedBeforeCollected condition) {
        return new Condition.Any(List.of());
    }

    @Override
    public Condition answered(Condition.Answered condition) {
        return condition;
    }
}
