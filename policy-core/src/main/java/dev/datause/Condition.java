package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A condition on a use, in a closed language: every condition can be decided exactly, over all possible uses.
 *
 * <p>A condition is true, false, or unknown when a fact that it needs is. {@link All}, {@link Any} and {@link Not}
 * combine these as Kleene's strong logic does: unknown stays unknown unless the rest settles it. A rule never takes
 * unknown for true: an unknown permission does not permit, an unknown prohibition prohibits. The two forms that turn
 * unknown into an answer are spelled out in the policy: {@link Certainly} and {@link Possibly}.
 */
public sealed interface Condition {
    /** Goes on with the method for what this condition is. */
    <R> R accept(Cases<R> cases);

    /**
     * The conditions directly inside this one: what {@link All}, {@link Any}, {@link Not}, {@link Certainly} and
     * {@link Possibly} join or turn. None inside any other, nor inside {@link Defined}, which is a name.
     */
    default List<Condition> parts() {
        return List.of();
    }

    /** This condition with each of its {@linkplain #parts() parts} changed. */
    default Condition mapParts(UnaryOperator<Condition> change) {
        return this;
    }

    private static List<Condition> mapped(List<Condition> conditions, UnaryOperator<Condition> change) {
        List<Condition> mapped = new ArrayList<>(conditions.size());
        for (Condition condition : conditions) {
            mapped.add(change.apply(condition));
        }
        return mapped;
    }

    /** The moments at which this condition looks at facts, its parts left aside. */
    default List<Moment> moments() {
        return List.of();
    }

    /** This condition with each of its {@linkplain #moments() moments} changed. */
    default Condition mapMoments(UnaryOperator<Moment> change) {
        return this;
    }

    /**
     * One method for each kind of condition, so that the compiler finds every place that does not know a new one.
     *
     * @param <R> what the methods return
     */
    interface Cases<R> {
        /** For {@link All}. */
        R all(All condition);

        /** For {@link Any}. */
        R any(Any condition);

        /** For {@link Not}. */
        R not(Not condition);

        /** For {@link Certainly}. */
        R certainly(Certainly condition);

        /** For {@link Possibly}. */
        R possibly(Possibly condition);

        /** For {@link Defined}. */
        R defined(Defined condition);

        /** For {@link PurposeIs}. */
        R purposeIs(PurposeIs condition);

        /** For {@link RecipientIs}. */
        R recipientIs(RecipientIs condition);

        /** For {@link CategoryIs}. */
        R categoryIs(CategoryIs condition);

        /** For {@link AudienceIs}. */
        R audienceIs(AudienceIs condition);

        /** For {@link Located}. */
        R located(Located condition);

        /** For {@link FirstDayReached}. */
        R firstDayReached(FirstDayReached condition);

        /** For {@link AgeAtLeast}. */
        R ageAtLeast(AgeAtLeast condition);

        /** For {@link SettingIs}. */
        R settingIs(SettingIs condition);

        /** For {@link SignalIs}. */
        R signalIs(SignalIs condition);

        /** For {@link ObjectionStands}. */
        R objectionStands(ObjectionStands condition);

        /** For {@link FlagIsSet}. */
        R flagIsSet(FlagIsSet condition);

        /** For {@link TraitIs}. */
        R traitIs(TraitIs condition);

        /** For {@link UsedFrom}. */
        R usedFrom(UsedFrom condition);

        /** For {@link CollectedFrom}. */
        R collectedFrom(CollectedFrom condition);

        /** For {@link UsedBeforeCollected}. */
        R usedBeforeCollected(UsedBeforeCollected condition);

        /** For {@link Answered}. */
        R answered(Answered condition);
    }

    /** Every one of the conditions; true of none. */
    record All(List<Condition> of) implements Condition {
        /** Copies the list. */
        public All {
            of = List.copyOf(of);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.all(this);
        }

        @Override
        public List<Condition> parts() {
            return of;
        }

        @Override
        public Condition mapParts(UnaryOperator<Condition> change) {
            return new All(mapped(of, change));
        }
    }

    /** At least one of the conditions; false of none. */
    record Any(List<Condition> of) implements Condition {
        /** Copies the list. */
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.any(this);
        }

        @Override
        public List<Condition> parts() {
            return of;
        }

        @Override
        public Condition mapParts(UnaryOperator<Condition> change) {
            return new Any(mapped(of, change));
        }
    }

    /** The opposite; unknown stays unknown. */
    record Not(Condition of) implements Condition {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.not(this);
        }

        @Override
        public List<Condition> parts() {
            return List.of(of);
        }

        @Override
        public Condition mapParts(UnaryOperator<Condition> change) {
            return new Not(change.apply(of));
        }
    }

    /** Whether the condition is known to be true: unknown counts as false. */
    record Certainly(Condition of) implements Condition {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.certainly(this);
        }

        @Override
        public List<Condition> parts() {
            return List.of(of);
        }

        @Override
        public Condition mapParts(UnaryOperator<Condition> change) {
            return new Certainly(change.apply(of));
        }
    }

    /** Whether the condition may be true: unknown counts as true. */
    record Possibly(Condition of) implements Condition {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.possibly(this);
        }

        @Override
        public List<Condition> parts() {
            return List.of(of);
        }

        @Override
        public Condition mapParts(UnaryOperator<Condition> change) {
            return new Possibly(change.apply(of));
        }
    }

    /** A condition that the policy defines under a name. */
    record Defined(String name) implements Condition {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.defined(this);
        }
    }

    /** The purpose is one of these. */
    record PurposeIs(List<Purpose> oneOf) implements Condition {
        /** Copies the list. */
        public PurposeIs {
            oneOf = List.copyOf(oneOf);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.purposeIs(this);
        }
    }

    /** The recipient is one of these, or belongs to one. */
    record RecipientIs(List<Recipient> oneOf) implements Condition {
        /** Copies the list. */
        public RecipientIs {
            oneOf = List.copyOf(oneOf);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.recipientIs(this);
        }
    }

    /** The category is one of these, or lies below one. */
    record CategoryIs(List<Category> oneOf) implements Condition {
        /** Copies the list. */
        public CategoryIs {
            oneOf = List.copyOf(oneOf);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.categoryIs(this);
        }
    }

    /** The data was shown to one of these audiences; unknown where the audience is not given or not known. */
    record AudienceIs(List<Audience> oneOf) implements Condition {
        /** Copies the list. */
        public AudienceIs {
            oneOf = List.copyOf(oneOf);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.audienceIs(this);
        }
    }

    /** The member was located in one of the jurisdictions; {@code anywhere} means in any assigned country. */
    record Located(List<String> in, Moment at) implements Condition {
        /** Copies the list. */
        public Located {
            in = List.copyOf(in);
            Objects.requireNonNull(at, "at");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.located(this);
        }

        @Override
        public List<Moment> moments() {
            return List.of(at);
        }

        @Override
        public Condition mapMoments(UnaryOperator<Moment> change) {
            return new Located(in, change.apply(at));
        }
    }

    /**
     * The first day that a table gives for the member's country at {@code place} is reached on {@code day}. With the
     * country unknown: true when every row has begun, false when none has.
     */
    record FirstDayReached(String table, Moment place, Moment day) implements Condition {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.firstDayReached(this);
        }

        @Override
        public List<Moment> moments() {
            return List.of(place, day);
        }

        @Override
        public Condition mapMoments(UnaryOperator<Moment> change) {
            return new FirstDayReached(table, change.apply(place), change.apply(day));
        }
    }

    /** The member has reached an age; somebody born on 29 February does so on 1 March in common years. */
    record AgeAtLeast(int years, Moment at) implements Condition {
        /** Refuses ages below 1 and above 150. */
        public AgeAtLeast {
            if (years < 1 || years > 150) {
                throw new IllegalArgumentException("years: an age is 1 to 150");
            }
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.ageAtLeast(this);
        }

        @Override
        public List<Moment> moments() {
            return List.of(at);
        }

        @Override
        public Condition mapMoments(UnaryOperator<Moment> change) {
            return new AgeAtLeast(years, change.apply(at));
        }
    }

    /**
     * The setting is on ({@code on}) or off. Off counts from its day and wins the day; on counts as {@code onCounts}
     * says. A history that is known and empty is on.
     */
    record SettingIs(String setting, boolean on, Moment at, Counts onCounts) implements Condition {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.settingIs(this);
        }

        @Override
        public List<Moment> moments() {
            return List.of(at);
        }

        @Override
        public Condition mapMoments(UnaryOperator<Moment> change) {
            return new SettingIs(setting, on, change.apply(at), onCounts);
        }
    }

    /**
     * The signal is present ({@code present}) or absent. Present counts from its day and wins the day; absent counts
     * as {@code absentCounts} says. A history that is known and empty is absent.
     */
    record SignalIs(String signal, boolean present, Moment at, Counts absentCounts) implements Condition {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.signalIs(this);
        }

        @Override
        public List<Moment> moments() {
            return List.of(at);
        }

        @Override
        public Condition mapMoments(UnaryOperator<Moment> change) {
            return new SignalIs(signal, present, change.apply(at), absentCounts);
        }
    }

    /**
     * An objection of this scope stands, at least at the stage. Filing and granting count from their day and win the
     * day; a withdrawal counts as {@code withdrawalCounts} says.
     */
    record ObjectionStands(String scope, Stage stage, Moment at, Counts withdrawalCounts) implements Condition {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.objectionStands(this);
        }

        @Override
        public List<Moment> moments() {
            return List.of(at);
        }

        @Override
        public Condition mapMoments(UnaryOperator<Moment> change) {
            return new ObjectionStands(scope, stage, change.apply(at), withdrawalCounts);
        }
    }

    /** How far an objection has come. */
    enum Stage {
        /** Filed, granted or not. */
        FILED,
        /** Granted. */
        GRANTED
    }

    /** The flag is set; a flag that is not set is false, never unknown. */
    record FlagIsSet(String flag) implements Condition {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.flagIsSet(this);
        }
    }

    /** The trait has one of these values; unknown where the trait is. */
    record TraitIs(String trait, List<String> oneOf) implements Condition {
        /** Copies the list. */
        public TraitIs {
            oneOf = List.copyOf(oneOf);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.traitIs(this);
        }
    }

    /** Used on or after a day. */
    record UsedFrom(LocalDate day) implements Condition {
        /** Refuses days outside the years that this library takes. */
        public UsedFrom {
            Days.checked(day, "day");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.usedFrom(this);
        }
    }

    /** Collected on or after a day; unknown where the day of collection is. */
    record CollectedFrom(LocalDate day) implements Condition {
        /** Refuses days outside the years that this library takes. */
        public CollectedFrom {
            Days.checked(day, "day");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.collectedFrom(this);
        }
    }

    /** Used on a day before the day of collection; unknown where that day is. */
    record UsedBeforeCollected() implements Condition {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.usedBeforeCollected(this);
        }
    }

    /** The reading gives this answer to the question: true or false once a reading is chosen, never unknown. */
    record Answered(String question, String answer) implements Condition {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.answered(this);
        }
    }
}
