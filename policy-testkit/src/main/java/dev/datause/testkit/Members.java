package dev.datause.testkit;

import dev.datause.Country;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws members on the limits of a policy. */
final class Members {
    /** What is no assigned code. */
    private static final List<String> NO_COUNTRIES =
            List.of("", "ZZ", "UK", "EL", "EU", "XK", "fr", "gb", " US", "US ", "USA", "840", "U\u0405");

    private static final List<History.Kind> OF_SETTINGS = List.of(History.Kind.OFF, History.Kind.ON);
    private static final List<History.Kind> OF_SIGNALS = List.of(History.Kind.PRESENT, History.Kind.ABSENT);
    private static final List<History.Kind> OF_OBJECTIONS =
            List.of(History.Kind.FILED, History.Kind.GRANTED, History.Kind.WITHDRAWN, History.Kind.FILED);

    private static final String COUNTRY = Reads.COUNTRY;
    static final String MOVES = "moves";
    private static final String BORN = Reads.BORN;

    private final Vocabulary vocabulary;
    private final List<Integer> ages;
    private final List<List<String>> countries = new ArrayList<>();
    private final List<String> facts = new ArrayList<>(List.of(COUNTRY, MOVES, BORN));

    Members(Vocabulary vocabulary, List<Integer> ages) {
        this.vocabulary = vocabulary;
        this.ages = ages;
        countries.addAll(Granted.groups(vocabulary));
        vocabulary.flags().forEach(flag -> facts.add(Reads.FLAG + flag.name()));
        vocabulary.traits().forEach(trait -> facts.add(Reads.TRAIT + trait.name()));
        vocabulary.settings().forEach(setting -> facts.add(Reads.SETTING + setting.name()));
        vocabulary.signals().forEach(signal -> facts.add(Reads.SIGNAL + signal.name()));
        vocabulary.objections().forEach(scope -> facts.add(Reads.OBJECTION + scope.name()));
    }

    /** What about a member can be odd. */
    List<String> facts() {
        return facts;
    }

    Country country(Draw draw) {
        return Country.of(draw.from(draw.from(countries))).orElseThrow();
    }

    private Optional<String> code(Draw draw) {
        if (draw.oneIn(15)) {
            return draw.oneIn(4) ? Optional.empty() : Optional.of(draw.from(NO_COUNTRIES));
        }
        return Optional.of(draw.from(draw.from(countries)));
    }

    /** A country, nearly always one of those at home if there are any. */
    private Optional<String> code(Draw draw, List<String> home) {
        return home.isEmpty() || draw.oneIn(3) ? code(draw) : Optional.of(draw.from(home));
    }

    /** A member; plain ones are at home in one of the countries, or anywhere if there are none. */
    MadeUpMember member(Draw draw, List<String> home, List<LocalDate> anchors, LocalDate used) {
        Set<String> flags = new TreeSet<>();
        for (Vocabulary.Entry flag : vocabulary.flags()) {
            if (draw.odd(Reads.FLAG + flag.name()) || (!draw.plain(Reads.FLAG + flag.name()) && draw.oneIn(3))) {
                flags.add(flag.name());
            }
        }
        Map<String, String> traits = new TreeMap<>();
        for (Vocabulary.Trait trait : vocabulary.traits()) {
            if (draw.plain(Reads.TRAIT + trait.name()) || !draw.oneIn(3)) {
                boolean first = draw.plain(Reads.TRAIT + trait.name()) || draw.oneIn(2);
                traits.put(trait.name(), first ? trait.values().get(0) : draw.from(trait.values()));
            } else if (draw.oneIn(3)) {
                traits.put(trait.name(), "no-such-value");
            }
        }
        Map<String, History> settings = new TreeMap<>();
        for (Vocabulary.SettingEntry setting : vocabulary.settings()) {
            boolean byAlias = !setting.aliases().isEmpty() && draw.oneIn(20);
            String name = byAlias ? draw.from(setting.aliases()) : setting.name();
            give(draw, settings, Reads.SETTING + setting.name(), name, anchors, OF_SETTINGS);
        }
        Map<String, History> signals = new TreeMap<>();
        for (Vocabulary.Entry signal : vocabulary.signals()) {
            give(draw, signals, Reads.SIGNAL + signal.name(), signal.name(), anchors, OF_SIGNALS);
        }
        Map<String, History> objections = new TreeMap<>();
        for (Vocabulary.Entry scope : vocabulary.objections()) {
            give(draw, objections, Reads.OBJECTION + scope.name(), scope.name(), anchors, OF_OBJECTIONS);
        }
        return new MadeUpMember(
                vocabulary,
                draw.plain(COUNTRY) && !home.isEmpty() ? Optional.of(draw.from(home)) : code(draw),
                draw.odd(MOVES) || (!draw.plain(MOVES) && draw.oneIn(2)) ? moves(draw, home, anchors) : List.of(),
                born(draw, anchors, used),
                flags,
                traits,
                settings,
                signals,
                objections);
    }

    /** A plain member of whom one history, by its fact, was restricted, released and perhaps restricted again around a day. */
    MadeUpMember turned(Draw draw, List<String> home, String fact, LocalDate around) {
        MadeUpMember member = MadeUpMember.plain(vocabulary).in(draw.from(home));
        LocalDate released = draw.oneIn(2) ? around : draw.beside(around);
        int[] distances = {0, 1, 1, 1, 1, 2, 2, 3, 10, 40};
        List<LocalDate> days = new ArrayList<>();
        days.add(released.minusDays(distances[draw.below(distances.length)]));
        if (!draw.oneIn(6)) {
            days.add(released);
        }
        boolean inPart = draw.oneIn(5);
        if (inPart || draw.oneIn(3)) {
            days.add(released.plusDays(distances[draw.below(distances.length)]));
        }
        boolean ofObjections = fact.startsWith(Reads.OBJECTION);
        boolean granted = draw.oneIn(2);
        List<History.Kind> kinds = fact.startsWith(Reads.SETTING) ? OF_SETTINGS : OF_SIGNALS;
        List<History.Event> events = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            History.Kind objects = granted ? History.Kind.GRANTED : History.Kind.FILED;
            History.Kind restricts = ofObjections ? objects : kinds.get(0);
            History.Kind releases = ofObjections ? History.Kind.WITHDRAWN : kinds.get(1);
            events.add(new History.Event(days.get(i), i % 2 == 0 ? restricts : releases));
        }
        if (inPart && draw.oneIn(2)) {
            events.remove(0);
        }
        History history = new History(events, !inPart);
        String name = fact.substring(fact.indexOf(' ') + 1);
        if (ofObjections) {
            return member.objection(name, history);
        }
        return fact.startsWith(Reads.SETTING) ? member.setting(name, history) : member.signal(name, history);
    }

    /** The member, who moved once from collection to use, from or to one of the countries at home. */
    MadeUpMember onTheMove(Draw draw, MadeUpMember member, List<String> home, LocalDate collected, LocalDate used) {
        boolean away = draw.oneIn(2);
        LocalDate first = draw.oneIn(2) ? collected : collected.minusDays(draw.below(500));
        LocalDate second = draw.oneIn(2) ? used : draw.beside(collected).plusDays(1);
        List<MadeUpMember.Move> moves = new ArrayList<>();
        moves.add(new MadeUpMember.Move(first, away ? Optional.of(draw.from(home)) : code(draw)));
        if (!first.equals(second)) {
            moves.add(new MadeUpMember.Move(second, away ? code(draw) : Optional.of(draw.from(home))));
        }
        return member.moved(moves);
    }

    /** A plain member who moved on the day of use or a little before, from or to one of the countries at home. */
    MadeUpMember moved(Draw draw, List<String> home, LocalDate collected, LocalDate used) {
        MadeUpMember member = MadeUpMember.plain(vocabulary);
        Optional<String> athome = Optional.of(draw.from(home));
        boolean away = draw.oneIn(2);
        List<MadeUpMember.Move> moves = new ArrayList<>();
        if (!draw.oneIn(8)) {
            LocalDate first = draw.oneIn(2) ? collected : collected.minusDays(draw.below(500));
            moves.add(new MadeUpMember.Move(first, away ? athome : code(draw)));
        }
        LocalDate second = draw.oneIn(3) ? draw.beside(used) : draw.oneIn(2) ? used : used.minusDays(draw.below(30));
        if (moves.isEmpty() || !moves.get(0).day().equals(second)) {
            moves.add(new MadeUpMember.Move(second, away ? code(draw) : athome));
        }
        return member.moved(moves);
    }

    private Optional<LocalDate> born(Draw draw, List<LocalDate> anchors, LocalDate used) {
        if (draw.plain(BORN)) {
            return Optional.of(used.minusYears(20 + draw.below(50)).minusDays(draw.below(366)));
        }
        LocalDate birthday = draw.from(anchors).minusYears(draw.from(ages));
        return switch (draw.below(8)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(draw.beside(used));
            case 2, 3, 4 -> Optional.of(leapDayNear(draw, birthday));
            default -> Optional.of(draw.beside(birthday));
        };
    }

    private static LocalDate leapDayNear(Draw draw, LocalDate day) {
        LocalDate first = LocalDate.of(day.getYear(), Month.MARCH, 1);
        boolean near = Math.abs(first.toEpochDay() - day.toEpochDay()) < 40;
        return near ? first.minusDays(1) : draw.beside(day);
    }

    private List<MadeUpMember.Move> moves(Draw draw, List<String> home, List<LocalDate> anchors) {
        Map<LocalDate, MadeUpMember.Move> moves = new TreeMap<>();
        for (int i = 1 + draw.below(3); i > 0; i--) {
            LocalDate day =
                    draw.oneIn(4) ? draw.from(anchors).minusDays(draw.below(800)) : draw.beside(draw.from(anchors));
            moves.put(day, new MadeUpMember.Move(day, code(draw, home)));
        }
        List<MadeUpMember.Move> shuffled = new ArrayList<>();
        moves.values().forEach(move -> shuffled.add(draw.below(shuffled.size() + 1), move));
        return shuffled;
    }

    private static void give(
            Draw draw,
            Map<String, History> into,
            String fact,
            String name,
            List<LocalDate> anchors,
            List<History.Kind> kinds) {
        if (draw.plain(fact)) {
            into.put(name, History.UNTOUCHED);
        } else if (!draw.oneIn(8)) {
            into.put(name, history(draw, anchors, kinds));
        }
    }

    /** A history of a setting. */
    History history(Draw draw, List<LocalDate> anchors) {
        return history(draw, anchors, OF_SETTINGS);
    }

    private static History history(Draw draw, List<LocalDate> anchors, List<History.Kind> kinds) {
        List<History.Event> events = draw.oneIn(2) ? turns(draw, anchors, kinds) : events(draw, anchors, kinds);
        return new History(events, events.isEmpty() || !draw.oneIn(8));
    }

    /** Every kind of event in turn, on or beside days that matter: off and on again, say. */
    private static List<History.Event> turns(Draw draw, List<LocalDate> anchors, List<History.Kind> kinds) {
        List<LocalDate> days = new ArrayList<>();
        for (History.Kind kind : kinds) {
            if (kind == kinds.get(0) || !draw.oneIn(4)) {
                days.add(draw.beside(draw.from(anchors)));
            }
        }
        Collections.sort(days);
        List<History.Event> events = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            events.add(new History.Event(days.get(i), kinds.get(i)));
        }
        return events;
    }

    private static List<History.Event> events(Draw draw, List<LocalDate> anchors, List<History.Kind> kinds) {
        List<History.Event> events = new ArrayList<>();
        LocalDate day = draw.beside(draw.from(anchors));
        for (int i = draw.below(5); i > 0; i--) {
            events.add(new History.Event(day, draw.from(kinds)));
            day = switch (draw.below(6)) {
                case 0, 1 -> day;
                case 2 -> day.plusDays(draw.below(40) - 20);
                case 3 -> draw.beside(day);
                default -> draw.beside(draw.from(anchors));
            };
        }
        return events;
    }
}
