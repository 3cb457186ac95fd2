package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.Moment;
import dev.datause.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a condition that was true at a step further up still says about the use: the condition itself as far as it lasts,
 * and nothing for the rest, so that what is left is never narrower than the truth.
 *
 * <p>What for and by whom a step further up reads is not what the data is used for at the end: conditions on these say
 * nothing. Where the step ran on another day than that of the use, neither do facts on the day of use, which may have
 * changed since; only that an age was reached, and that a day had come, stays true for ever.
 */
final class Upstream {
    /** True of everything. */
    static final Condition NOTHING = new Condition.All(List.of());

    private final Map<String, Condition> definitions = new HashMap<>();
    private final Atoms atoms;
    private final boolean earlier;

    /** For steps that ran on an earlier day, or on the day of the use. */
    Upstream(Policy policy, boolean earlier) {
        policy.definitions().forEach(d -> definitions.put(d.name(), d.condition()));
        atoms = new Atoms(policy);
        this.earlier = earlier;
    }

    /** A condition that is certainly true of a use wherever the given one was certainly true of the row further up. */
    Condition of(Condition condition) {
        return lasts(condition) ? condition : condition.accept(new True());
    }

    /** The same for the opposite of the given one. */
    private Condition ofOpposite(Condition condition) {
        return lasts(condition) ? new Condition.Not(condition) : condition.accept(new False());
    }

    private boolean lasts(Condition condition) {
        return atoms.of(condition).stream().allMatch(atom -> atom.accept(new Lasting()));
    }

    private Condition definition(Condition.Defined condition) {
        return definitions.getOrDefault(condition.name(), NOTHING);
    }

    /** What is left of a condition, not all of which lasts, that was true. */
    private final class True extends Left {
        @Override
        public Condition all(Condition.All condition) {
            return new Condition.All(
                    condition.of().stream().map(Upstream.this::of).toList());
        }

        @Override
        public Condition any(Condition.Any condition) {
            return new Condition.Any(
                    condition.of().stream().map(Upstream.this::of).toList());
        }

        @Override
        public Condition not(Condition.Not condition) {
            return ofOpposite(condition.of());
        }

        @Override
        public Condition certainly(Condition.Certainly condition) {
            return of(condition.of());
        }

        @Override
        public Condition possibly(Condition.Possibly condition) {
            return NOTHING;
        }

        @Override
        public Condition defined(Condition.Defined condition) {
            return of(definition(condition));
        }

        @Override
        public Condition ageAtLeast(Condition.AgeAtLeast condition) {
            return condition;
        }

        @Override
        public Condition usedFrom(Condition.UsedFrom condition) {
            return condition;
        }
    }

    /** What is left of a condition, not all of which lasts, that was false. */
    private final class False extends Left {
        @Override
        public Condition all(Condition.All condition) {
            return new Condition.Any(
                    condition.of().stream().map(Upstream.this::ofOpposite).toList());
        }

        @Override
        public Condition any(Condition.Any condition) {
            return new Condition.All(
                    condition.of().stream().map(Upstream.this::ofOpposite).toList());
        }

        @Override
        public Condition not(Condition.Not condition) {
            return of(condition.of());
        }

        @Override
        public Condition certainly(Condition.Certainly condition) {
            return NOTHING;
        }

        @Override
        public Condition possibly(Condition.Possibly condition) {
            return ofOpposite(condition.of());
        }

        @Override
        public Condition defined(Condition.Defined condition) {
            return ofOpposite(definition(condition));
        }
    }

    /** Of a single fact that does not last, nothing is left. */
    private abstract static class Left implements Condition.Cases<Condition> {
        @Override
        public Condition purposeIs(Condition.PurposeIs condition) {
            return NOTHING;
        }

        @Override
        public Condition recipientIs(Condition.RecipientIs condition) {
            return NOTHING;
        }

        @Override
        public Condition categoryIs(Condition.CategoryIs condition) {
            return NOTHING;
        }

        @Override
        public Condition audienceIs(Condition.AudienceIs condition) {
            return NOTHING;
        }

        @Override
        public Condition located(Condition.Located condition) {
            return NOTHING;
        }

        @Override
        public Condition firstDayReached(Condition.FirstDayReached condition) {
            return NOTHING;
        }

        @Override
        public Condition ageAtLeast(Condition.AgeAtLeast condition) {
            return NOTHING;
        }

        @Override
        public Condition settingIs(Condition.SettingIs condition) {
            return NOTHING;
        }

        @Override
        public Condition signalIs(Condition.SignalIs condition) {
            return NOTHING;
        }

        @Override
        public Condition objectionStands(Condition.ObjectionStands condition) {
            return NOTHING;
        }

        @Override
        public Condition flagIsSet(Condition.FlagIsSet condition) {
            return NOTHING;
        }

        @Override
        public Condition traitIs(Condition.TraitIs condition) {
            return NOTHING;
        }

        @Override
        public Condition usedFrom(Condition.UsedFrom condition) {
            return NOTHING;
        }

        @Override
        public Condition collectedFrom(Condition.CollectedFrom condition) {
            return NOTHING;
        }

        @Override
        public Condition usedBeforeCollected(Condition.UsedBeforeCollected condition) {
            return NOTHING;
        }

        @Override
        public Condition answered(Condition.Answered condition) {
            return NOTHING;
        }
    }

    /** Whether a single fact is the same at the use as it was further up. */
    private final class Lasting implements Condition.Cases<Boolean> {
        private boolean looks(Moment at) {
            return !earlier || !at.equals(Moment.USE);
        }

        @Override
        public Boolean all(Condition.All condition) {
            return condition.of().isEmpty();
        }

        @Override
        public Boolean any(Condition.Any condition) {
            return condition.of().isEmpty();
        }

        @Override
        public Boolean not(Condition.Not condition) {
            return false;
        }

        @Override
        public Boolean certainly(Condition.Certainly condition) {
            return false;
        }

        @Override
        public Boolean possibly(Condition.Possibly condition) {
            return false;
        }

        @Override
        public Boolean defined(Condition.Defined condition) {
            return false;
        }

        @Override
        public Boolean purposeIs(Condition.PurposeIs condition) {
            return false;
        }

        @Override
        public Boolean recipientIs(Condition.RecipientIs condition) {
            return false;
        }

        @Override
        public Boolean categoryIs(Condition.CategoryIs condition) {
            return true;
        }

        @Override
        public Boolean audienceIs(Condition.AudienceIs condition) {
            return true;
        }

        @Override
        public Boolean located(Condition.Located condition) {
            return looks(condition.at());
        }

        @Override
        public Boolean firstDayReached(Condition.FirstDayReached condition) {
            return looks(condition.place()) && looks(condition.day());
        }

        @Override
        public Boolean ageAtLeast(Condition.AgeAtLeast condition) {
            return looks(condition.at());
        }

        @Override
        public Boolean settingIs(Condition.SettingIs condition) {
            return looks(condition.at());
        }

        @Override
        public Boolean signalIs(Condition.SignalIs condition) {
            return looks(condition.at());
        }

        @Override
        public Boolean objectionStands(Condition.ObjectionStands condition) {
            return looks(condition.at());
        }

        @Override
        public Boolean flagIsSet(Condition.FlagIsSet condition) {
            return !earlier;
        }

        @Override
        public Boolean traitIs(Condition.TraitIs condition) {
            return !earlier;
        }

        @Override
        public Boolean usedFrom(Condition.UsedFrom condition) {
            return !earlier;
        }

        @Override
        public Boolean collectedFrom(Condition.CollectedFrom condition) {
            return true;
        }

        @Override
        public Boolean usedBeforeCollected(Condition.UsedBeforeCollected condition) {
            return !earlier;
        }

        @Override
        public Boolean answered(Condition.Answered condition) {
            return true;
        }
    }
}
