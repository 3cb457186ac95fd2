package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the conditions that a condition is made of, in written order and each once; definitions are followed. Answers
 * to questions are left out: they are settled by the reading, not by a use.
 */
final class Atoms implements Condition.Cases<Stream<Condition>> {
    private final Map<String, Condition> definitions = new HashMap<>();

    Atoms(Policy policy) {
        policy.definitions().forEach(d -> definitions.put(d.name(), d.condition()));
    }

    List<Condition> of(Condition condition) {
        return condition.accept(this).distinct().toList();
    }

    private Stream<Condition> each(List<Condition> parts) {
        return parts.stream().flatMap(part -> part.accept(this));
    }

    @Override
    public Stream<Condition> all(Condition.All condition) {
        return each(condition.of());
    }

    @Override
    public Stream<Condition> any(Condition.Any condition) {
        return each(condition.of());
    }

    @Override
    public Stream<Condition> not(Condition.Not condition) {
        return condition.of().accept(this);
    }

    @Override
    public Stream<Condition> certainly(Condition.Certainly condition) {
        return condition.of().accept(this);
    }

    @Override
    public Stream<Condition> possibly(Condition.Possibly condition) {
        return condition.of().accept(this);
    }

    @Override
    public Stream<Condition> defined(Condition.Defined condition) {
        Condition defined = definitions.get(condition.name());
        return defined == null ? Stream.empty() : defined.accept(this);
    }

    @Override
    public Stream<Condition> answered(Condition.Answered condition) {
        return Stream.empty();
    }

    @Override
    public Stream<Condition> purposeIs(Condition.PurposeIs condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> recipientIs(Condition.RecipientIs condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> categoryIs(Condition.CategoryIs condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> audienceIs(Condition.AudienceIs condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> located(Condition.Located condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> firstDayReached(Condition.FirstDayReached condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> ageAtLeast(Condition.AgeAtLeast condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> settingIs(Condition.SettingIs condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> signalIs(Condition.SignalIs condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> objectionStands(Condition.ObjectionStands condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> flagIsSet(Condition.FlagIsSet condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> traitIs(Condition.TraitIs condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> usedFrom(Condition.UsedFrom condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> collectedFrom(Condition.CollectedFrom condition) {
        return Stream.of(condition);
    }

    @Override
    public Stream<Condition> usedBeforeCollected(Condition.UsedBeforeCollected condition) {
        return Stream.of(condition);
    }
}
