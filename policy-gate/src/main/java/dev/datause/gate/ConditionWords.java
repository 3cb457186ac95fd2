package dev.datause.gate;

import dev.datause.Condition;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Conditions in a few words, close to those of the policy format. */
final class ConditionWords implements Condition.Cases<String> {
    static final ConditionWords SHORT = new ConditionWords();

    private ConditionWords() {}

    private static String or(List<?> names) {
        return names.stream().map(Object::toString).collect(Collectors.joining(" or "));
    }

    private String parts(List<Condition> parts, String word) {
        return parts.stream().map(part -> part.accept(this)).collect(Collectors.joining(word, "(", ")"));
    }

    @Override
    public String all(Condition.All condition) {
        return parts(condition.of(), " and ");
    }

    @Override
    public String any(Condition.Any condition) {
        return parts(condition.of(), " or ");
    }

    @Override
    public String not(Condition.Not condition) {
        return "not " + condition.of().accept(this);
    }

    @Override
    public String certainly(Condition.Certainly condition) {
        return "certainly " + condition.of().accept(this);
    }

    @Override
    public String possibly(Condition.Possibly condition) {
        return "possibly " + condition.of().accept(this);
    }

    @Override
    public String defined(Condition.Defined condition) {
        return condition.name();
    }

    @Override
    public String purposeIs(Condition.PurposeIs condition) {
        return "purpose " + or(condition.oneOf());
    }

    @Override
    public String recipientIs(Condition.RecipientIs condition) {
        return "recipient " + or(condition.oneOf());
    }

    @Override
    public String categoryIs(Condition.CategoryIs condition) {
        return "category " + or(condition.oneOf());
    }

    @Override
    public String audienceIs(Condition.AudienceIs condition) {
        return "audience " + or(condition.oneOf());
    }

    @Override
    public String located(Condition.Located condition) {
        return "located in " + or(condition.in()) + " at " + condition.at();
    }

    @Override
    public String firstDayReached(Condition.FirstDayReached condition) {
        return "first day by " + condition.table() + " for the place at " + condition.place() + " reached by "
                + condition.day();
    }

    @Override
    public String ageAtLeast(Condition.AgeAtLeast condition) {
        return "age at least " + condition.years() + " at " + condition.at();
    }

    @Override
    public String settingIs(Condition.SettingIs condition) {
        return "setting " + condition.setting() + (condition.on() ? " on" : " off") + " at " + condition.at();
    }

    @Override
    public String signalIs(Condition.SignalIs condition) {
        return "signal " + condition.signal() + (condition.present() ? " present" : " absent") + " at "
                + condition.at();
    }

    @Override
    public String objectionStands(Condition.ObjectionStands condition) {
        String stage = condition.stage().name().toLowerCase(Locale.ROOT);
        return "objection " + condition.scope() + " " + stage + " at " + condition.at();
    }

    @Override
    public String flagIsSet(Condition.FlagIsSet condition) {
        return "flag " + condition.flag();
    }

    @Override
    public String traitIs(Condition.TraitIs condition) {
        return "trait " + condition.trait() + " " + or(condition.oneOf());
    }

    @Override
    public String usedFrom(Condition.UsedFrom condition) {
        return "used from " + condition.day();
    }

    @Override
    public String collectedFrom(Condition.CollectedFrom condition) {
        return "collected from " + condition.day();
    }

    @Override
    public String usedBeforeCollected(Condition.UsedBeforeCollected condition) {
        return "used before collection";
    }

    @Override
    public String answered(Condition.Answered condition) {
        return "question " + condition.question() + " answered " + condition.answer();
    }
}
