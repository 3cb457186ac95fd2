package dev.datause;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The axes that some conditions ask about, cut just finely enough for them: countries that no condition tells apart
 * share a class, days that none tells apart an interval, ages a band.
 */
final class Space {
    private final Axis[] axes;
    private final Map<Axis.Key, Integer> positions = new HashMap<>();

    private Space(Axis[] axes) {
        this.axes = axes;
        for (int i = 0; i < axes.length; i++) {
            positions.put(axes[i].key(), i);
        }
    }

    Axis[] axes() {
        return axes;
    }

    Axis axis(int position) {
        return axes[position];
    }

    int position(Axis.Key key) {
        Integer position = positions.get(key);
        if (position == null) {
            throw new IllegalStateException("no axis " + key);
        }
        return position;
    }

    static int code(Moment moment) {
        if (moment instanceof Moment.OnDay on) {
            return Days.of(on.day());
        }
        return moment instanceof Moment.AtUse ? Axis.AT_USE : Axis.AT_COLLECTION;
    }

    static Axis.Key key(Axis.Kind kind, int subject, int at, Counts counts) {
        return new Axis.Key(kind, subject, at, counts == Counts.NEXT_DAY);
    }

    static Axis.Key key(Axis.Kind kind, int subject, int at) {
        return new Axis.Key(kind, subject, at, false);
    }

    static Axis.Key key(Axis.Kind kind) {
        return new Axis.Key(kind, 0, Axis.AT_USE, false);
    }

    /** Finds what conditions ask about. */
    static final class Builder implements Condition.Cases<Builder> {
        private Terms terms;
        private final TreeMap<Axis.Key, Set<Integer>> asked = new TreeMap<>();
        /** For each place asked about: what its conditions tell countries apart by. */
        private final Map<Integer, Map<List<Object>, int[]>> marks = new HashMap<>();
        /** The definitions that are being added. */
        private final Set<String> open = new HashSet<>();

        Builder(Terms terms) {
            this.terms = terms;
        }

        private Set<Integer> ask(Axis.Key key) {
            Set<Integer> cuts = asked.get(key);
            if (cuts == null) {
                cuts = new TreeSet<>();
                asked.put(key, cuts);
            }
            return cuts;
        }

        Builder usedFrom(int day) {
            ask(key(Axis.Kind.USED)).add(day);
            return this;
        }

        /** Goes on with conditions of another policy over the same words. */
        Builder under(Terms other) {
            terms = other;
            return this;
        }

        /** Adds what a condition asks about. */
        Builder add(Condition condition) {
            return condition.accept(this);
        }

        private Builder addAll(List<Condition> conditions) {
            for (Condition condition : conditions) {
                add(condition);
            }
            return this;
        }

        private Builder asks(Axis.Key key) {
            ask(key);
            return this;
        }

        @Override
        public Builder all(Condition.All condition) {
            return addAll(condition.of());
        }

        @Override
        public Builder any(Condition.Any condition) {
            return addAll(condition.of());
        }

        @Override
        public Builder not(Condition.Not condition) {
            return add(condition.of());
        }

        @Override
        public Builder certainly(Condition.Certainly condition) {
            return add(condition.of());
        }

        @Override
        public Builder possibly(Condition.Possibly condition) {
            return add(condition.of());
        }

        @Override
        public Builder defined(Condition.Defined condition) {
            String name = condition.name();
            if (!open.add(name)) {
                throw new IllegalArgumentException("condition: the definition '" + name + "' uses itself");
            }
            add(terms.definition(name));
            open.remove(name);
            return this;
        }

        @Override
        public Builder purposeIs(Condition.PurposeIs condition) {
            for (Purpose wanted : condition.oneOf()) {
                terms.require(wanted);
            }
            return this;
        }

        @Override
        public Builder recipientIs(Condition.RecipientIs condition) {
            for (Recipient wanted : condition.oneOf()) {
                terms.require(wanted);
            }
            return this;
        }

        @Override
        public Builder categoryIs(Condition.CategoryIs condition) {
            for (Category wanted : condition.oneOf()) {
                terms.require(wanted);
            }
            return this;
        }

        @Override
        public Builder answered(Condition.Answered condition) {
            terms.requireAnswer(condition.question(), condition.answer());
            return this;
        }

        @Override
        public Builder audienceIs(Condition.AudienceIs condition) {
            for (Audience wanted : condition.oneOf()) {
                terms.require(wanted);
            }
            return asks(key(Axis.Kind.AUDIENCE));
        }

        @Override
        public Builder ageAtLeast(Condition.AgeAtLeast condition) {
            ask(key(Axis.Kind.AGE, 0, code(condition.at()))).add(condition.years());
            return this;
        }

        @Override
        public Builder settingIs(Condition.SettingIs condition) {
            int setting = terms.setting(condition.setting());
            return asks(key(Axis.Kind.SETTING, setting, code(condition.at()), condition.onCounts()));
        }

        @Override
        public Builder signalIs(Condition.SignalIs condition) {
            int signal = terms.signal(condition.signal());
            return asks(key(Axis.Kind.SIGNAL, signal, code(condition.at()), condition.absentCounts()));
        }

        @Override
        public Builder objectionStands(Condition.ObjectionStands condition) {
            int scope = terms.objection(condition.scope());
            return asks(key(Axis.Kind.OBJECTION, scope, code(condition.at()), condition.withdrawalCounts()));
        }

        @Override
        public Builder flagIsSet(Condition.FlagIsSet condition) {
            return asks(key(Axis.Kind.FLAG, terms.flag(condition.flag()), Axis.AT_USE));
        }

        @Override
        public Builder traitIs(Condition.TraitIs condition) {
            int trait = terms.trait(condition.trait(), condition.oneOf());
            return asks(key(Axis.Kind.TRAIT, trait, Axis.AT_USE));
        }

        @Override
        public Builder usedFrom(Condition.UsedFrom condition) {
            return usedFrom(Days.of(condition.day()));
        }

        @Override
        public Builder collectedFrom(Condition.CollectedFrom condition) {
            ask(key(Axis.Kind.COLLECTED)).add(Days.of(condition.day()));
            return this;
        }

        @Override
        public Builder usedBeforeCollected(Condition.UsedBeforeCollected condition) {
            return asks(key(Axis.Kind.ORDER));
        }

        @Override
        public Builder located(Condition.Located located) {
            int at = code(located.at());
            ask(key(Axis.Kind.PLACE, 0, at));
            for (String jurisdiction : located.in()) {
                BitSet in = terms.regions().countries(jurisdiction);
                int[] mark = new int[Country.COUNT];
                for (int i = 0; i < mark.length; i++) {
                    mark[i] = in.get(i) ? 1 : 0;
                }
                marks(at).put(List.of(terms.regions(), "jurisdiction", jurisdiction), mark);
            }
            return this;
        }

        @Override
        public Builder firstDayReached(Condition.FirstDayReached reached) {
            int at = code(reached.place());
            ask(key(Axis.Kind.PLACE, 0, at));
            int[] days = terms.firstDays(reached.table());
            marks(at).put(List.of(terms.regions(), "table", reached.table()), days);
            Set<Integer> cuts = ask(key(reached.day() instanceof Moment.AtUse ? Axis.Kind.USED : Axis.Kind.COLLECTED));
            for (int day : days) {
                if (day != Days.NEVER) {
                    cuts.add(day);
                }
            }
            return this;
        }

        private Map<List<Object>, int[]> marks(int at) {
            Map<List<Object>, int[]> told = marks.get(at);
            if (told == null) {
                told = new LinkedHashMap<>();
                marks.put(at, told);
            }
            return told;
        }

        Space build() {
            List<Axis> axes = new ArrayList<>();
            for (Map.Entry<Axis.Key, Set<Integer>> entry : asked.entrySet()) {
                axes.add(axis(entry.getKey(), entry.getValue()));
            }
            return new Space(axes.toArray(new Axis[0]));
        }

        private Axis axis(Axis.Key key, Set<Integer> asked) {
            int[] cuts = new int[asked.size()];
            int next = 0;
            for (int cut : asked) {
                cuts[next++] = cut;
            }
            Vocabulary vocabulary = terms.vocabulary;
            int at = key.at();
            int subject = key.subject();
            int firstSignal = vocabulary.settings().size();
            int firstObjection = firstSignal + vocabulary.signals().size();
            return switch (key.kind()) {
                case USED -> Axis.cut(key, cuts, cuts.length + 1, "day of use");
                case COLLECTED -> Axis.cut(key, cuts, cuts.length + 2, Facts.COLLECTED);
                case ORDER -> Axis.plain(key, 0, 3, Facts.COLLECTED);
                case AUDIENCE -> Axis.plain(key, 0, vocabulary.audiences().size() + 1, Facts.AUDIENCE);
                case PLACE -> places(key);
                case AGE -> Axis.cut(key, cuts, cuts.length + 2, Facts.age(at));
                case FLAG -> Axis.plain(key, subject, 2, "flag");
                case TRAIT -> trait(key, vocabulary.traits().get(subject));
                case SETTING ->
                    Axis.plain(
                            key,
                            subject,
                            3,
                            Facts.setting(vocabulary.settings().get(subject).name(), at));
                case SIGNAL ->
                    Axis.plain(
                            key,
                            firstSignal + subject,
                            3,
                            Facts.signal(vocabulary.signals().get(subject).name(), at));
                case OBJECTION ->
                    Axis.plain(
                            key,
                            firstObjection + subject,
                            4,
                            Facts.objections(
                                    vocabulary.objections().get(subject).name(), at));
            };
        }

        private Axis trait(Axis.Key key, Vocabulary.Trait trait) {
            int slot = terms.vocabulary.flags().size() + key.subject();
            return Axis.plain(key, slot, trait.values().size() + 1, Facts.trait(trait.name()));
        }

        private Axis places(Axis.Key key) {
            Collection<int[]> told = marks(key.at()).values();
            short[] classes = new short[Country.COUNT + 1];
            Map<List<Integer>, Short> known = new HashMap<>();
            for (int country = 0; country < Country.COUNT; country++) {
                List<Integer> signature = new ArrayList<>(told.size());
                for (int[] mark : told) {
                    signature.add(mark[country]);
                }
                Short found = known.get(signature);
                if (found == null) {
                    found = (short) (known.size() + 1);
                    known.put(signature, found);
                }
                classes[country + 1] = found;
            }
            return Axis.places(key, classes, known.size() + 1, Facts.country(key.at()));
        }
    }
}
