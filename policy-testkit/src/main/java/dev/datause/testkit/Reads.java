package dev.datause.testkit;

import dev.datause.Category;
import dev.datause.Condition;
import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.Reading;
import dev.datause.Recipient;
import dev.datause.Use;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The facts about a member that some rule reads for some uses: what is left of the conditions once the purpose, the
 * recipient, the category and the answers are put in. Rather too many facts than too few.
 */
final class Reads {
    static final String COUNTRY = "country";
    static final String BORN = "born";
    static final String FLAG = "flag ";
    static final String TRAIT = "trait ";
    static final String SETTING = "setting ";
    static final String SIGNAL = "signal ";
    static final String OBJECTION = "objection ";

    private final Set<String> facts = new TreeSet<>();

    private Reads() {}

    static Reads of(DataUsePolicy policy, List<Use> uses) {
        return of(policy.policy(), Optional.of(policy.reading()), uses);
    }

    private static Reads of(Policy policy, Optional<Reading> reading, List<Use> uses) {
        Reads reads = new Reads();
        for (Use use : uses) {
            for (Policy.Rule rule : policy.rules()) {
                reads.facts.addAll(
                        rule.when().accept(new Left(policy, reading, use)).facts());
            }
        }
        return reads;
    }

    /** The facts that matter to a use in any reading, each with its kind before its name. */
    static List<String> inAnyReading(Policy policy, Use use) {
        return List.copyOf(of(policy, Optional.empty(), List.of(use)).facts);
    }

    /** Members who differ in what no rule reads: each fact by itself. */
    List<MadeUpMember> differingElsewhere(MadeUpMember member, LocalDate day) {
        Vocabulary words = member.vocabulary();
        List<MadeUpMember> all = new ArrayList<>();
        if (!facts.contains(COUNTRY)) {
            all.add(member.in("US"));
        }
        if (!facts.contains(BORN)) {
            all.add(member.born(day.minusYears(10)));
        }
        for (Vocabulary.Entry flag : words.flags()) {
            if (!facts.contains(FLAG + flag.name())) {
                Set<String> flags = new HashSet<>(member.flags());
                if (!flags.remove(flag.name())) {
                    flags.add(flag.name());
                }
                all.add(member.flags(flags));
            }
        }
        for (Vocabulary.Trait trait : words.traits()) {
            if (!facts.contains(TRAIT + trait.name())) {
                trait.values().forEach(value -> all.add(member.trait(trait.name(), value)));
            }
        }
        History off = History.UNTOUCHED.and(day.minusDays(1), History.Kind.OFF);
        for (Vocabulary.SettingEntry setting : words.settings()) {
            if (!facts.contains(SETTING + setting.name())) {
                all.add(member.setting(Plain.givenName(setting, member.settings()), off));
            }
        }
        History present = History.UNTOUCHED.and(day.minusDays(1), History.Kind.PRESENT);
        for (Vocabulary.Entry signal : words.signals()) {
            if (!facts.contains(SIGNAL + signal.name())) {
                all.add(member.signal(signal.name(), present));
            }
        }
        History filed = History.UNTOUCHED.and(day.minusDays(1), History.Kind.FILED);
        for (Vocabulary.Entry scope : words.objections()) {
            if (!facts.contains(OBJECTION + scope.name())) {
                all.add(member.objection(scope.name(), filed));
            }
        }
        return all;
    }

    /**
     * What is left of a condition.
     *
     * @param known what it is, where no fact about the member matters
     * @param facts the facts that matter
     */
    private record Rest(Optional<Boolean> known, Set<String> facts) {
        static Rest of(boolean value) {
            return new Rest(Optional.of(value), Set.of());
        }

        static Rest open(String fact) {
            return new Rest(Optional.empty(), Set.of(fact));
        }

        static final Rest UNKNOWN = new Rest(Optional.empty(), Set.of());
    }

    /** Puts one use, without its member, into conditions. */
    private static final class Left implements Condition.Cases<Rest> {
        private final Policy policy;
        private final Optional<Reading> reading;
        private final Use use;

        Left(Policy policy, Optional<Reading> reading, Use use) {
            this.policy = policy;
            this.reading = reading;
            this.use = use;
        }

        private Rest several(List<Condition> conditions, boolean settles) {
            Set<String> facts = new HashSet<>();
            boolean known = true;
            for (Condition condition : conditions) {
                Rest rest = condition.accept(this);
                if (rest.known().equals(Optional.of(settles))) {
                    return rest;
                }
                known &= rest.known().isPresent();
                facts.addAll(rest.facts());
            }
            return known ? Rest.of(!settles) : new Rest(Optional.empty(), facts);
        }

        @Override
        public Rest all(Condition.All condition) {
            return several(condition.of(), false);
        }

        @Override
        public Rest any(Condition.Any condition) {
            return several(condition.of(), true);
        }

        @Override
        public Rest not(Condition.Not condition) {
            Rest rest = condition.of().accept(this);
            return new Rest(rest.known().map(value -> !value), rest.facts());
        }

        @Override
        public Rest certainly(Condition.Certainly condition) {
            return condition.of().accept(this);
        }

        @Override
        public Rest possibly(Condition.Possibly condition) {
            return condition.of().accept(this);
        }

        @Override
        public Rest defined(Condition.Defined condition) {
            for (Policy.Definition definition : policy.definitions()) {
                if (definition.name().equals(condition.name())) {
                    return definition.condition().accept(this);
                }
            }
            return Rest.UNKNOWN;
        }

        @Override
        public Rest purposeIs(Condition.PurposeIs condition) {
            return use.purpose()
                    .map(purpose -> Rest.of(condition.oneOf().contains(purpose)))
                    .orElse(Rest.UNKNOWN);
        }

        @Override
        public Rest recipientIs(Condition.RecipientIs condition) {
            Optional<Recipient> at = use.recipient();
            boolean unknown = at.isEmpty();
            while (at.isPresent()) {
                Recipient here = at.get();
                if (condition.oneOf().contains(here)) {
                    return Rest.of(true);
                }
                at = policy.vocabulary().recipients().stream()
                        .filter(entry -> entry.name().equals(here))
                        .findFirst()
                        .flatMap(Vocabulary.RecipientEntry::under);
            }
            return unknown ? Rest.UNKNOWN : Rest.of(false);
        }

        @Override
        public Rest categoryIs(Condition.CategoryIs condition) {
            Optional<Category> at = use.category();
            boolean unknown = at.isEmpty();
            while (at.isPresent()) {
                Category here = at.get();
                if (condition.oneOf().contains(here)) {
                    return Rest.of(true);
                }
                at = policy.vocabulary().categories().stream()
                        .filter(entry -> entry.name().equals(here))
                        .findFirst()
                        .flatMap(Vocabulary.CategoryEntry::under);
            }
            return unknown ? Rest.UNKNOWN : Rest.of(false);
        }

        @Override
        public Rest audienceIs(Condition.AudienceIs condition) {
            return Rest.UNKNOWN;
        }

        @Override
        public Rest located(Condition.Located condition) {
            return Rest.open(COUNTRY);
        }

        @Override
        public Rest firstDayReached(Condition.FirstDayReached condition) {
            return Rest.open(COUNTRY);
        }

        @Override
        public Rest ageAtLeast(Condition.AgeAtLeast condition) {
            return Rest.open(BORN);
        }

        @Override
        public Rest settingIs(Condition.SettingIs condition) {
            return Rest.open(SETTING + condition.setting());
        }

        @Override
        public Rest signalIs(Condition.SignalIs condition) {
            return Rest.open(SIGNAL + condition.signal());
        }

        @Override
        public Rest objectionStands(Condition.ObjectionStands condition) {
            return Rest.open(OBJECTION + condition.scope());
        }

        @Override
        public Rest flagIsSet(Condition.FlagIsSet condition) {
            return Rest.open(FLAG + condition.flag());
        }

        @Override
        public Rest traitIs(Condition.TraitIs condition) {
            return Rest.open(TRAIT + condition.trait());
        }

        @Override
        public Rest usedFrom(Condition.UsedFrom condition) {
            return Rest.UNKNOWN;
        }

        @Override
        public Rest collectedFrom(Condition.CollectedFrom condition) {
            return Rest.UNKNOWN;
        }

        @Override
        public Rest usedBeforeCollected(Condition.UsedBeforeCollected condition) {
            return Rest.UNKNOWN;
        }

        @Override
        public Rest answered(Condition.Answered condition) {
            return reading.map(Reading::answers)
                    .map(answers -> Rest.of(condition.answer().equals(answers.get(condition.question()))))
                    .orElse(Rest.UNKNOWN);
        }
    }
}
