package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** Sides of boxes as conditions, and in words: what it takes for a coordinate to be one of some. */
final class Wording {
    private final Vocabulary vocabulary;
    private final Space space;
    private final Territories territories;

    Wording(Vocabulary vocabulary, Space space, Territories territories) {
        this.vocabulary = vocabulary;
        this.space = space;
        this.territories = territories;
    }

    String words(BitSet countries) {
        return territories.words(countries);
    }

    /** The coordinates of an axis that are not among these. */
    BitSet others(int position, BitSet coordinates) {
        BitSet others = (BitSet) coordinates.clone();
        others.flip(0, space.axis(position).size);
        return others;
    }

    private static boolean canBeUnknown(Axis axis) {
        return axis.kind != Axis.Kind.USED && axis.kind != Axis.Kind.FLAG;
    }

    /** A condition that is certainly true exactly on these coordinates. */
    Condition condition(int position, BitSet coordinates) {
        Axis axis = space.axis(position);
        if (!canBeUnknown(axis)) {
            return known(axis, coordinates);
        }
        boolean unknown = coordinates.get(0);
        BitSet known = (BitSet) coordinates.clone();
        known.clear(0);
        if (known.isEmpty()) {
            BitSet all = new BitSet(axis.size);
            all.set(1, axis.size);
            return new Condition.Not(new Condition.Certainly(known(axis, all)));
        }
        Condition condition = known(axis, known);
        return unknown ? new Condition.Possibly(condition) : condition;
    }

    /** A condition that is true on these coordinates, false on the other known ones, and unknown on the unknown one. */
    private Condition known(Axis axis, BitSet coordinates) {
        Moment at = moment(axis);
        Counts counts = axis.nextDay ? Counts.NEXT_DAY : Counts.SAME_DAY;
        return switch (axis.kind) {
            case USED -> runs(axis, coordinates, 0, cut -> new Condition.UsedFrom(Days.date(axis.cuts[cut])));
            case COLLECTED -> runs(axis, coordinates, 1, cut -> new Condition.CollectedFrom(Days.date(axis.cuts[cut])));
            case AGE -> runs(axis, coordinates, 1, cut -> new Condition.AgeAtLeast(axis.cuts[cut], at));
            case ORDER -> choice(coordinates, Axis.IN_ORDER, Axis.USED_FIRST, new Condition.UsedBeforeCollected());
            case AUDIENCE -> {
                List<Audience> oneOf = new ArrayList<>();
                coordinates.stream()
                        .forEach(i -> oneOf.add(
                                Audience.of(vocabulary.audiences().get(i - 1).name())));
                yield new Condition.AudienceIs(oneOf);
            }
            case PLACE -> territories.condition(countries(axis, coordinates), at);
            case FLAG -> {
                Condition set = new Condition.FlagIsSet(
                        vocabulary.flags().get(axis.subject).name());
                yield coordinates.get(1) ? set : new Condition.Not(set);
            }
            case TRAIT -> {
                Vocabulary.Trait trait = vocabulary.traits().get(axis.subject);
                List<String> values = new ArrayList<>();
                coordinates.stream().forEach(i -> values.add(trait.values().get(i - 1)));
                yield new Condition.TraitIs(trait.name(), values);
            }
            case SETTING -> {
                String name = vocabulary.settings().get(axis.subject).name();
                Condition on = new Condition.SettingIs(name, true, at, counts);
                Condition off = new Condition.SettingIs(name, false, at, counts);
                yield states(coordinates, off, on);
            }
            case SIGNAL -> {
                String name = vocabulary.signals().get(axis.subject).name();
                Condition present = new Condition.SignalIs(name, true, at, counts);
                Condition absent = new Condition.SignalIs(name, false, at, counts);
                yield states(coordinates, present, absent);
            }
            case OBJECTION -> objection(axis, coordinates, at, counts);
        };
    }

    private static Moment moment(Axis axis) {
        return axis.at == Axis.AT_USE
                ? Moment.USE
                : axis.at == Axis.AT_COLLECTION ? Moment.COLLECTION : Moment.on(Days.date(axis.at));
    }

    private static Condition states(BitSet coordinates, Condition restricted, Condition free) {
        boolean both = coordinates.get(Timeline.RESTRICTED) && coordinates.get(Timeline.FREE);
        return both ? new Condition.Any(List.of(restricted, free)) : coordinates.get(Timeline.FREE) ? free : restricted;
    }

    private static Condition choice(BitSet coordinates, int no, int yes, Condition condition) {
        boolean both = coordinates.get(no) && coordinates.get(yes);
        return both
                ? new Condition.Any(List.of(condition, new Condition.Not(condition)))
                : coordinates.get(yes) ? condition : new Condition.Not(condition);
    }

    private Condition objection(Axis axis, BitSet coordinates, Moment at, Counts counts) {
        String scope = vocabulary.objections().get(axis.subject).name();
        Condition filed = new Condition.ObjectionStands(scope, Condition.Stage.FILED, at, counts);
        Condition granted = new Condition.ObjectionStands(scope, Condition.Stage.GRANTED, at, counts);
        boolean none = coordinates.get(Timeline.NO_OBJECTION);
        boolean pending = coordinates.get(Timeline.FILED);
        boolean full = coordinates.get(Timeline.GRANTED);
        if (none && pending && full) {
            return new Condition.Any(List.of(filed, new Condition.Not(filed)));
        }
        if (none && full) {
            return new Condition.Any(List.of(new Condition.Not(filed), granted));
        }
        if (none) {
            return new Condition.Not(pending ? granted : filed);
        }
        if (pending && full) {
            return filed;
        }
        return full ? granted : new Condition.All(List.of(filed, new Condition.Not(granted)));
    }

    /**
     * Intervals between cuts: runs of neighbouring coordinates, each from its first cut to before its last. An axis without
     * cuts is no side of a box: nothing is told apart on it.
     */
    private static Condition runs(Axis axis, BitSet coordinates, int first, IntFunction<Condition> from) {
        List<Condition> runs = new ArrayList<>();
        for (int begin = coordinates.nextSetBit(0); begin >= 0; ) {
            int end = coordinates.nextClearBit(begin);
            List<Condition> bounds = new ArrayList<>();
            if (begin > first) {
                bounds.add(from.apply(begin - first - 1));
            }
            if (end < axis.size) {
                bounds.add(new Condition.Not(from.apply(end - first - 1)));
            }
            if (bounds.isEmpty()) {
                return new Condition.Any(List.of(from.apply(0), new Condition.Not(from.apply(0))));
            }
            runs.add(bounds.size() == 1 ? bounds.get(0) : new Condition.All(bounds));
            begin = coordinates.nextSetBit(end);
        }
        return runs.size() == 1 ? runs.get(0) : new Condition.Any(runs);
    }

    private static BitSet countries(Axis axis, BitSet coordinates) {
        BitSet countries = new BitSet(Country.COUNT);
        for (int i = 0; i < Country.COUNT; i++) {
            countries.set(i, coordinates.get(axis.classes[i + 1]));
        }
        return countries;
    }

    /**
     * The coordinates in words.
     *
     * @param counts whether to say from when it counts that something is undone
     */
    String words(int position, BitSet coordinates, boolean counts) {
        Axis axis = space.axis(position);
        BitSet known = (BitSet) coordinates.clone();
        boolean unknown = canBeUnknown(axis) && coordinates.get(0);
        if (canBeUnknown(axis)) {
            known.clear(0);
        }
        if (known.isEmpty()) {
            return axis.fact + " unknown";
        }
        boolean all = known.cardinality() == axis.size - (canBeUnknown(axis) ? 1 : 0);
        if (all) {
            return axis.fact + " known";
        }
        return wordsOfKnown(axis, known) + when(axis, counts) + (unknown ? " or unknown" : "");
    }

    private static String when(Axis axis, boolean counts) {
        String at = axis.at == Axis.AT_USE
                ? ""
                : axis.at == Axis.AT_COLLECTION ? " when collected" : " on " + Days.date(axis.at);
        return switch (axis.kind) {
            case SETTING, SIGNAL, OBJECTION ->
                at + (counts ? axis.nextDay ? " (undone from the next day)" : " (undone the same day)" : "");
            case PLACE, AGE -> at;
            case USED, COLLECTED, ORDER, AUDIENCE, FLAG, TRAIT -> "";
        };
    }

    /** Whether a history is asked about in both ways of counting. */
    boolean twice(int position, Set<Integer> positions) {
        Axis axis = space.axis(position);
        for (int at : positions) {
            Axis other = space.axis(at);
            boolean same = other.kind == axis.kind && other.subject == axis.subject;
            if (same && other.nextDay != axis.nextDay) {
                return true;
            }
        }
        return false;
    }

    private String wordsOfKnown(Axis axis, BitSet known) {
        return switch (axis.kind) {
            case USED -> "used " + days(axis, known, 0);
            case COLLECTED -> "collected " + days(axis, known, 1);
            case AGE -> ages(axis, known);
            case ORDER -> known.get(Axis.USED_FIRST) ? "used before collected" : "not used before collected";
            case AUDIENCE ->
                "shown to "
                        + names(known, i -> vocabulary.audiences().get(i - 1).name());
            case PLACE -> territories.words(countries(axis, known));
            case FLAG ->
                (known.get(1) ? "" : "not ")
                        + vocabulary.flags().get(axis.subject).name();
            case TRAIT -> {
                Vocabulary.Trait trait = vocabulary.traits().get(axis.subject);
                yield trait.name() + " " + names(known, i -> trait.values().get(i - 1));
            }
            case SETTING ->
                vocabulary.settings().get(axis.subject).name() + (known.get(Timeline.FREE) ? " on" : " off");
            case SIGNAL ->
                known.get(Timeline.FREE)
                        ? "no " + vocabulary.signals().get(axis.subject).name()
                        : vocabulary.signals().get(axis.subject).name() + " present";
            case OBJECTION ->
                objectionWords(vocabulary.objections().get(axis.subject).name(), known);
        };
    }

    private static String objectionWords(String scope, BitSet known) {
        boolean none = known.get(Timeline.NO_OBJECTION);
        boolean pending = known.get(Timeline.FILED);
        boolean full = known.get(Timeline.GRANTED);
        if (none) {
            return pending
                    ? "no objection to " + scope + " granted"
                    : full ? "no objection to " + scope + " pending" : "no objection to " + scope;
        }
        return "an objection to " + scope + (pending && full ? "" : pending ? " pending" : " granted");
    }

    private static String names(BitSet known, IntFunction<String> name) {
        List<String> names = new ArrayList<>();
        known.stream().forEach(i -> names.add(name.apply(i)));
        return String.join(" or ", names);
    }

    private static String days(Axis axis, BitSet known, int first) {
        List<String> runs = new ArrayList<>();
        for (int begin = known.nextSetBit(0); begin >= 0; ) {
            int end = known.nextClearBit(begin);
            Optional<LocalDate> from =
                    begin > first ? Optional.of(Days.date(axis.cuts[begin - first - 1])) : Optional.empty();
            Optional<LocalDate> until = end < axis.size
                    ? Optional.of(Days.date(axis.cuts[end - first - 1]).minusDays(1))
                    : Optional.empty();
            if (from.isPresent() && until.isPresent()) {
                runs.add(from.equals(until) ? "on " + from.get() : "from " + from.get() + " to " + until.get());
            } else if (from.isPresent()) {
                runs.add("from " + from.get());
            } else {
                runs.add("up to " + until.map(LocalDate::toString).orElse("any day"));
            }
            begin = known.nextSetBit(end);
        }
        return String.join(" or ", runs);
    }

    private static String ages(Axis axis, BitSet known) {
        List<String> runs = new ArrayList<>();
        for (int begin = known.nextSetBit(0); begin >= 0; ) {
            int end = known.nextClearBit(begin);
            if (begin == 1) {
                runs.add("under " + axis.cuts[end - 2]);
            } else if (end == axis.size) {
                runs.add(axis.cuts[begin - 2] + " or older");
            } else {
                runs.add(axis.cuts[begin - 2] + " to " + (axis.cuts[end - 2] - 1) + " years old");
            }
            begin = known.nextSetBit(end);
        }
        return String.join(" or ", runs);
    }
}
