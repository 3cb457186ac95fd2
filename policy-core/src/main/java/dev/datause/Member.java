package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What is known about a member: where they are, when they were born, what they switched, signalled and objected to.
 *
 * <p>Every fact is known, or unknown because it was not given. A history that was given and is empty was never
 * touched. Facts are named in the words of one {@link Vocabulary}, so a misspelt setting fails when the member is
 * made, not when it is too late.
 *
 * <p>Immutable and thread-safe. {@code toString} tells no fact. A look-up in a history costs the logarithm of its
 * length.
 */
public final class Member {
    /** So many histories and values fit into {@link #steady}. */
    private static final int STEADY = 21;
    /** In {@link #steady}: the state has to be looked up. */
    static final int VARIES = 7;

    private static final short MOVED = -1;

    private final Vocabulary vocabulary;
    /** One more than the country's index; zero is unknown; {@link #MOVED} if there is a history. */
    final short country;

    final int[] moveDays;
    final short[] moveCountries;
    final int birth;
    /** Of each flag one if it is set; then of each trait one more than the value's index, zero being unknown. */
    final int[] values;
    /** Of each setting, then of each signal, then of each scope of objections. */
    final Timeline[] histories;
    /**
     * The states of histories that are the same on every day, then the values, three bits each, or {@link #VARIES} where
     * they do not fit. Most members touched nothing, and are decided without a look at any history.
     */
    final long steady;
    /** No event of any history lies after this day. */
    final int lastEvent;

    private Member(Builder from) {
        vocabulary = from.vocabulary;
        country = from.moves.isEmpty() ? from.country : MOVED;
        int count = from.moves.size();
        long[] sorted = new long[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = from.moves.get(i);
        }
        Arrays.sort(sorted);
        moveDays = new int[count];
        moveCountries = new short[count];
        int last = Days.UNKNOWN;
        for (int i = 0; i < count; i++) {
            moveDays[i] = (int) (sorted[i] >> 16);
            moveCountries[i] = (short) (sorted[i] & 0xffff);
            if (i > 0 && moveDays[i] == moveDays[i - 1]) {
                throw new IllegalArgumentException("moves: two on one day");
            }
            last = moveDays[i];
        }
        birth = from.birth;
        values = from.values.clone();
        histories = timelines(from.histories, from.othersUntouched, from.firstObjection);
        long states = 0;
        for (int i = 0; i < histories.length; i++) {
            last = Math.max(last, histories[i].lastDay());
            boolean same = histories[i].lastDay() == Days.UNKNOWN;
            states |= packed(i, same ? histories[i].state(0, false) : VARIES);
        }
        for (int i = 0; i < values.length; i++) {
            states |= packed(histories.length + i, values[i]);
        }
        steady = states;
        lastEvent = last;
    }

    private static Timeline[] timelines(Events[] given, boolean othersUntouched, int firstObjection) {
        Timeline[] timelines = new Timeline[given.length];
        for (int i = 0; i < given.length; i++) {
            Events events = given[i];
            boolean whole = events.whole || othersUntouched;
            long[] exact = Arrays.copyOf(events.days, events.count);
            timelines[i] = i < firstObjection ? Timeline.ofSwitch(exact, whole) : Timeline.ofObjections(exact, whole);
        }
        return timelines;
    }

    /** A member whose facts are named in the words of {@code vocabulary}; every fact is unknown until it is given. */
    public static Builder in(Vocabulary vocabulary) {
        return new Builder(Objects.requireNonNull(vocabulary, "vocabulary"));
    }

    /** The vocabulary in whose words the facts are named. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Tells the facts, kind by kind in the vocabulary's order, events in the order of their days. */
    public void tell(MemberFacts to) {
        Objects.requireNonNull(to, "to");
        for (int i = 0; i < moveDays.length; i++) {
            to.moved(Days.date(moveDays[i]), code(moveCountries[i]));
        }
        if (country > 0) {
            to.country(code(country));
        }
        if (birth != Days.UNKNOWN) {
            to.born(Days.date(birth));
        }
        int flags = vocabulary.flags().size();
        for (int i = 0; i < flags; i++) {
            if (values[i] == 1) {
                to.flag(vocabulary.flags().get(i).name());
            }
        }
        for (int i = flags; i < values.length; i++) {
            if (values[i] > 0) {
                Vocabulary.Trait trait = vocabulary.traits().get(i - flags);
                to.trait(trait.name(), trait.values().get(values[i] - 1));
            }
        }
        for (int i = 0; i < histories.length; i++) {
            tell(i, to);
        }
    }

    private static String code(int country) {
        return country == 0 ? "" : Country.all().get(country - 1).code();
    }

    private void tell(int history, MemberFacts to) {
        boolean whole = histories[history].known();
        int signal = history - vocabulary.settings().size();
        int objection = signal - vocabulary.signals().size();
        if (signal < 0) {
            String name = vocabulary.settings().get(history).name();
            if (whole) {
                to.settingKnown(name);
            }
            histories[history].tell(
                    (state, released, day) -> to.switched(name, Days.date(day), state == Timeline.FREE));
        } else if (objection < 0) {
            String name = vocabulary.signals().get(signal).name();
            if (whole) {
                to.signalKnown(name);
            }
            histories[history].tell(
                    (state, released, day) -> to.sent(name, Days.date(day), state == Timeline.RESTRICTED));
        } else {
            String scope = vocabulary.objections().get(objection).name();
            if (whole) {
                to.objectionsKnown(scope);
            }
            histories[history].tell((state, released, day) -> {
                switch (state) {
                    case Timeline.FILED -> to.filed(scope, Days.date(day));
                    case Timeline.GRANTED -> to.granted(scope, Days.date(day));
                    default -> to.withdrawn(scope, Days.date(day));
                }
            });
        }
    }

    /** One more than the index of the country on a day, or zero; without moves the day does not matter. */
    int countryOn(int day) {
        if (country != MOVED) {
            return country;
        }
        int at = Arrays.binarySearch(moveDays, day);
        int latest = at < 0 ? -at - 2 : at;
        return latest < 0 ? 0 : moveCountries[latest];
    }

    /** The state of a history on a known day. */
    int state(int history, int day, boolean releaseNextDay) {
        if (history < STEADY) {
            int state = (int) (steady >>> (3 * history)) & VARIES;
            if (state != VARIES) {
                return state;
            }
        }
        return histories[history].state(day, releaseNextDay);
    }

    private static long packed(int item, int state) {
        return item < STEADY ? (long) Math.min(state, VARIES) << (3 * item) : 0;
    }

    /** Where a history, or after all histories a value, lies in {@link #steady}; a negative number if it does not. */
    static int steadyShift(int item) {
        return item < STEADY ? 3 * item : -1;
    }

    int nextMoveAfter(int day) {
        for (int moveDay : moveDays) {
            if (moveDay > day) {
                return moveDay;
            }
        }
        return Days.NEVER;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Member member
                && member.country == country
                && member.birth == birth
                && Arrays.equals(member.values, values)
                && Arrays.equals(member.moveDays, moveDays)
                && Arrays.equals(member.moveCountries, moveCountries)
                && Arrays.equals(member.histories, histories)
                && member.vocabulary.equals(vocabulary);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                country, birth, Arrays.hashCode(values), Arrays.hashCode(histories), Arrays.hashCode(moveDays));
    }

    /** Tells nothing about the member. */
    @Override
    public String toString() {
        return "Member";
    }

    /** Events of one history while it is being given. */
    private static final class Events {
        private long[] days = new long[2];
        private int count;
        private boolean whole;

        void add(LocalDate day, int kind) {
            int packed = Days.of(day, "day");
            if (count == days.length) {
                days = Arrays.copyOf(days, count * 2);
            }
            days[count++] = (long) packed << 3 | kind;
        }
    }

    /**
     * Collects the facts about one member. Not thread-safe. Every method refuses null by the parameter's name, days
     * outside the years 1900 to 2200, and names that the vocabulary does not have, before anything is decided; no
     * message repeats a fact.
     *
     * <p><b>A history is whole only where that is said</b>, by {@link #untouched}, {@link #neverSent},
     * {@link #neverObjected} or {@link #othersUntouched}. Otherwise it is unknown up to the first event that was given, and
     * known from then on: an opt-out in the future does not make up for what nobody told about today. A filing after an
     * unknown time counts as granted, because an earlier grant may still stand.
     */
    public static final class Builder {
        private final Vocabulary vocabulary;
        private short country;
        private final List<Long> moves = new ArrayList<>();
        private int birth = Days.UNKNOWN;
        private final int[] values;
        private final Events[] histories;
        private final int firstSignal;
        private final int firstObjection;
        private boolean othersUntouched;

        private Builder(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
            values = new int[vocabulary.flags().size() + vocabulary.traits().size()];
            firstSignal = vocabulary.settings().size();
            firstObjection = firstSignal + vocabulary.signals().size();
            histories = events(firstObjection + vocabulary.objections().size());
        }

        private static Events[] events(int count) {
            Events[] all = new Events[count];
            for (int i = 0; i < count; i++) {
                all[i] = new Events();
            }
            return all;
        }

        /** The country, for a member without a history of moves; a code that is not assigned is an unknown country. */
        public Builder country(String code) {
            country = index(code);
            return this;
        }

        private static short index(String code) {
            int index = Country.indexOf(Objects.requireNonNull(code, "code"));
            return (short) (index < 0 ? 0 : index + 1);
        }

        /**
         * A move to a country on a day. With any move given, the country is the latest move's on or before a day, and
         * unknown before the first. A code that is not assigned makes it unknown from that day.
         */
        public Builder moved(LocalDate day, String code) {
            int packed = Days.of(day, "day");
            moves.add((long) packed << 16 | index(code));
            return this;
        }

        /** The birth day. */
        public Builder born(LocalDate day) {
            birth = Days.of(day, "day");
            return this;
        }

        /** Sets a flag; a flag that is not set is false. */
        public Builder flag(String name) {
            values[entry(vocabulary.flags(), name, "flag")] = 1;
            return this;
        }

        /** Gives a trait; a value that the vocabulary does not have is an unknown value. */
        public Builder trait(String name, String value) {
            Objects.requireNonNull(value, "value");
            List<Vocabulary.Trait> all = vocabulary.traits();
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).name().equals(Objects.requireNonNull(name, "name"))) {
                    values[vocabulary.flags().size() + i] = all.get(i).values().indexOf(value) + 1;
                    return this;
                }
            }
            throw unknown("trait");
        }

        /** The setting was switched off on a day. */
        public Builder off(String setting, LocalDate day) {
            setting(setting).add(day, Timeline.RESTRICT);
            return this;
        }

        /** The setting was switched on on a day. */
        public Builder on(String setting, LocalDate day) {
            setting(setting).add(day, Timeline.RELEASE);
            return this;
        }

        /** The history of the setting is whole: untouched but for the events that are given, before or after this call. */
        public Builder untouched(String setting) {
            setting(setting).whole = true;
            return this;
        }

        /** The signal began to be sent on a day. */
        public Builder present(String signal, LocalDate day) {
            signal(signal).add(day, Timeline.RESTRICT);
            return this;
        }

        /** The signal ended on a day. */
        public Builder absent(String signal, LocalDate day) {
            signal(signal).add(day, Timeline.RELEASE);
            return this;
        }

        /** The history of the signal is whole: never sent but for the events that are given, before or after this call. */
        public Builder neverSent(String signal) {
            signal(signal).whole = true;
            return this;
        }

        /** An objection was filed on a day. */
        public Builder filed(String scope, LocalDate day) {
            objection(scope).add(day, Timeline.RESTRICT);
            return this;
        }

        /** An objection was granted on a day, with or without a filing. */
        public Builder granted(String scope, LocalDate day) {
            objection(scope).add(day, Timeline.GRANT);
            return this;
        }

        /** An objection was withdrawn on a day. */
        public Builder withdrawn(String scope, LocalDate day) {
            objection(scope).add(day, Timeline.RELEASE);
            return this;
        }

        /** The history of objections of the scope is whole: none but those that are given, before or after this call. */
        public Builder neverObjected(String scope) {
            objection(scope).whole = true;
            return this;
        }

        /** The record is complete: every history is whole, and one without an event was never touched. */
        public Builder othersUntouched() {
            othersUntouched = true;
            return this;
        }

        /** The member; refuses two moves on one day. */
        public Member build() {
            return new Member(this);
        }

        private Events setting(String name) {
            Objects.requireNonNull(name, "setting");
            List<Vocabulary.SettingEntry> all = vocabulary.settings();
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).name().equals(name) || all.get(i).aliases().contains(name)) {
                    return histories[i];
                }
            }
            throw unknown("setting");
        }

        private Events signal(String name) {
            return histories[firstSignal + entry(vocabulary.signals(), name, "signal")];
        }

        private Events objection(String scope) {
            return histories[firstObjection + entry(vocabulary.objections(), scope, "scope")];
        }

        private static int entry(List<Vocabulary.Entry> entries, String name, String parameter) {
            Objects.requireNonNull(name, parameter);
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).name().equals(name)) {
                    return i;
                }
            }
            throw unknown(parameter);
        }

        private static IllegalArgumentException unknown(String parameter) {
            return new IllegalArgumentException(parameter + ": the vocabulary has no such name");
        }
    }
}
