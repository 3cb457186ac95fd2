package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * All the ways in which one group of facts can lie, as far as conditions that look at given days can tell: for each
 * group enough made-up histories that every combination of coordinates that some member can have is one of theirs.
 * The plain ones come first, so that what is found first is plain.
 *
 * <p>That it is enough: a condition sees a history only through its state on the days looked at, under the two ways of
 * counting. These change only by what happened on such a day, on the day before, or earlier; so all histories with
 * events on these days only, after any earlier state, show every combination. Countries do the same by class, birth
 * days by the ages just reached and just not reached on each day.
 */
final class Scenarios {
    private static final LocalDate ADULT = LocalDate.of(1990, 5, 1);
    private static final String[] WELL_KNOWN = {
        "DE", "US", "GB", "CA", "HK", "CH", "NO", "FR", "IN", "BR", "JP", "AU", "JE", "GL"
    };
    private static final int MOST = 1_000_000;

    private final Vocabulary vocabulary;
    private final Axis[] axes;
    /** The days looked at, in order. */
    private final List<Integer> days;

    private final Map<Axis.Key, List<Told>> told = new HashMap<>();

    /**
     * Scenarios for conditions that ask these axes.
     *
     * @param looked the days looked at; {@link Days#UNKNOWN} among them is none
     */
    Scenarios(Vocabulary vocabulary, Axis[] axes, Collection<Integer> looked) {
        this.vocabulary = vocabulary;
        this.axes = axes;
        TreeSet<Integer> known = new TreeSet<>(looked);
        known.remove(Days.UNKNOWN);
        days = List.copyOf(known);
    }

    /** The scenarios of the group of facts that an axis belongs to, each with a member of whom nothing else is known. */
    List<Told> of(Axis axis) {
        return told.computeIfAbsent(Space.key(axis.kind, axis.subject, Axis.AT_USE), key -> told(axis));
    }

    /** A scenario and a member of whom nothing else is known. */
    record Told(Scenario scenario, Member member) {}

    private List<Told> told(Axis axis) {
        List<Told> all = new ArrayList<>();
        for (Scenario scenario : scenarios(axis)) {
            Member.Builder builder = Member.in(vocabulary);
            scenario.give().accept(builder);
            all.add(new Told(scenario, builder.build()));
        }
        return all;
    }

    private List<Scenario> scenarios(Axis axis) {
        return switch (axis.kind) {
            case PLACE -> places();
            case AGE -> births();
            case FLAG -> flags(vocabulary.flags().get(axis.subject).name());
            case TRAIT -> traits(vocabulary.traits().get(axis.subject));
            case SETTING -> setting(axis.subject);
            case SIGNAL -> signal(axis.subject);
            case OBJECTION -> objection(axis.subject);
            case USED, COLLECTED, ORDER, AUDIENCE -> throw new IllegalStateException("not a fact of a member");
        };
    }

    private List<Scenario> places() {
        List<String> countries = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (String code : WELL_KNOWN) {
            add(code, countries, seen);
        }
        for (Country country : Country.all()) {
            add(country.code(), countries, seen);
        }
        List<Scenario> all = new ArrayList<>();
        for (String code : countries) {
            all.add(new Scenario("in " + code, true, member -> member.country(code)));
        }
        all.add(new Scenario("of unknown country", false, member -> member.country("")));
        histories(countries, all);
        return all;
    }

    /** Adds a country that some place axis tells apart from those before. */
    private void add(String code, List<String> countries, Set<List<Integer>> seen) {
        List<Integer> signature = new ArrayList<>();
        for (Axis axis : axes) {
            if (axis.kind == Axis.Kind.PLACE) {
                signature.add((int) axis.classes[Country.indexOf(code) + 1]);
            }
        }
        if (seen.add(signature)) {
            countries.add(code);
        }
    }

    /** Histories of moves: a country or none at each day looked at. */
    private void histories(List<String> countries, List<Scenario> all) {
        int choices = countries.size() + 1;
        double count = Math.pow(choices, days.size());
        if (count > MOST) {
            throw new AnalysisLimitException("histories of moves", (long) count, MOST);
        }
        for (int number = 0; number < (int) count; number++) {
            int rest = number;
            StringBuilder words = new StringBuilder();
            List<String> codes = new ArrayList<>();
            boolean known = true;
            for (int day : days) {
                int choice = rest % choices;
                rest /= choices;
                String code = choice == countries.size() ? "" : countries.get(choice);
                known &= !code.isEmpty();
                codes.add(code);
                words.append(words.length() == 0 ? "" : ", then ")
                        .append(code.isEmpty() ? "in an unknown country" : "in " + code)
                        .append(" from ")
                        .append(Days.date(day));
            }
            all.add(new Scenario(words.toString(), known, member -> {
                for (int i = 0; i < codes.size(); i++) {
                    member.moved(Days.date(days.get(i)), codes.get(i));
                }
            }));
        }
    }

    private List<Scenario> births() {
        TreeSet<LocalDate> births = new TreeSet<>();
        for (Axis axis : axes) {
            if (axis.kind == Axis.Kind.AGE) {
                for (int day : days) {
                    for (int years : axis.cuts) {
                        LocalDate reached = Days.date(day).minusYears(years);
                        births.add(reached);
                        births.add(reached.plusDays(1));
                    }
                    births.add(Days.date(day).plusDays(1));
                }
            }
        }
        births.removeIf(birth -> birth.getYear() < Days.FIRST_YEAR || birth.getYear() > Days.LAST_YEAR);
        List<Scenario> all = new ArrayList<>();
        all.add(born(ADULT));
        LocalDate first = Days.date(days.get(0));
        // Who was just old enough, or not quite, tells more than who was born after it all.
        births.headSet(first, false).descendingSet().forEach(birth -> all.add(born(birth)));
        births.tailSet(first).forEach(birth -> all.add(born(birth)));
        all.add(born(LocalDate.of(Days.FIRST_YEAR, 1, 1)));
        all.add(new Scenario("of unknown birth day", false, member -> {}));
        return all;
    }

    private static Scenario born(LocalDate day) {
        return new Scenario("born " + day, true, member -> member.born(day));
    }

    private static List<Scenario> flags(String flag) {
        return List.of(
                new Scenario("", true, member -> {}), new Scenario("with " + flag, true, member -> member.flag(flag)));
    }

    private static List<Scenario> traits(Vocabulary.Trait trait) {
        List<Scenario> all = new ArrayList<>();
        for (String value : trait.values()) {
            all.add(new Scenario(
                    all.isEmpty() ? "" : trait.name() + " " + value,
                    true,
                    member -> member.trait(trait.name(), value)));
        }
        all.add(new Scenario("of unknown " + trait.name(), false, member -> {}));
        return all;
    }

    /** What can happen on a day: in words, to a member, and as {@link Timeline} knows it. */
    private record Happening(String words, Event event, int kind) {}

    /** Gives an event of a day. */
    private interface Event {
        void give(Member.Builder member, LocalDate day);
    }

    /** A scenario of one history, and its events; known is one that is told from its beginning. */
    private record History(Scenario scenario, List<Long> events) {
        Timeline timeline(Telling telling) {
            long[] told = events.stream().mapToLong(Long::longValue).toArray();
            return telling.of(told, scenario.known());
        }
    }

    /** What events amount to. */
    private interface Telling {
        Timeline of(long[] events, boolean whole);
    }

    private List<Scenario> setting(int subject) {
        String name = vocabulary.settings().get(subject).name();
        return events(
                name,
                "history of " + name + " unknown",
                Timeline::ofSwitch,
                member -> member.untouched(name),
                List.of(
                        new Happening("off", (member, day) -> member.off(name, day), Timeline.RESTRICT),
                        new Happening("on", (member, day) -> member.on(name, day), Timeline.RELEASE)));
    }

    private List<Scenario> signal(int subject) {
        String name = vocabulary.signals().get(subject).name();
        return events(
                name,
                "history of " + name + " unknown",
                Timeline::ofSwitch,
                member -> member.neverSent(name),
                List.of(
                        new Happening("present", (member, day) -> member.present(name, day), Timeline.RESTRICT),
                        new Happening("absent", (member, day) -> member.absent(name, day), Timeline.RELEASE)));
    }

    private List<Scenario> objection(int subject) {
        String scope = vocabulary.objections().get(subject).name();
        return events(
                "objection to " + scope,
                "objections to " + scope + " unknown",
                Timeline::ofObjections,
                member -> member.neverObjected(scope),
                List.of(
                        new Happening("filed", (member, day) -> member.filed(scope, day), Timeline.RESTRICT),
                        new Happening("granted", (member, day) -> member.granted(scope, day), Timeline.GRANT),
                        new Happening("withdrawn", (member, day) -> member.withdrawn(scope, day), Timeline.RELEASE)));
    }

    /**
     * Histories day by day, from the days that can matter: of those that no condition can tell apart, on the days looked
     * at so far and from here on, the one told in fewest words goes on.
     */
    private List<Scenario> events(
            String name,
            String unknown,
            Telling telling,
            Consumer<Member.Builder> untouched,
            List<Happening> happenings) {
        TreeSet<Integer> eventDays = new TreeSet<>();
        for (int day : days) {
            eventDays.add(day);
            eventDays.add(Days.previous(day));
        }
        eventDays.add(Days.previous(Days.previous(eventDays.first())));
        // Nothing is recorded before the first day that this library takes.
        eventDays.removeIf(day -> day < Days.FIRST);
        List<History> histories = List.of(
                new History(new Scenario("", true, untouched), List.of()),
                new History(new Scenario(unknown, false, member -> {}), List.of()));
        for (int day : eventDays) {
            List<History> longer = new ArrayList<>(histories);
            for (History history : histories) {
                for (Happening happening : happenings) {
                    longer.add(after(history, name, happening, day));
                }
            }
            longer.sort(Comparator.comparingInt(
                    history -> history.scenario().words().length()));
            Set<List<Integer>> seen = new HashSet<>();
            List<History> different = new ArrayList<>();
            for (History history : longer) {
                if (seen.add(states(history.timeline(telling), day))) {
                    different.add(history);
                }
            }
            histories = different;
        }
        return histories.stream().map(History::scenario).toList();
    }

    private static History after(History history, String name, Happening happening, int on) {
        LocalDate day = Days.date(on);
        Scenario before = history.scenario();
        String words =
                (before.words().isEmpty() ? name + " " : before.words() + ", ") + happening.words() + " from " + day;
        List<Long> events = new ArrayList<>(history.events());
        events.add((long) on << 3 | happening.kind());
        return new History(
                new Scenario(
                        words,
                        before.known(),
                        before.give().andThen(member -> happening.event().give(member, day))),
                events);
    }

    /** The states on the days looked at so far and on the last day, under both ways of counting. */
    private List<Integer> states(Timeline states, int last) {
        List<Integer> all = new ArrayList<>();
        for (int day : days) {
            if (day < last) {
                all.add(states.state(day, false));
                all.add(states.state(day, true));
            }
        }
        all.add(states.state(last, false));
        all.add(states.state(last, true));
        return all;
    }
}
