package dev.datause;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Random uses that sit on the limits of a policy: its days and the days beside them, birthdays, moves and events on
 * the very days of use and collection, several events on one day, every group of countries, codes that are none, and
 * every fact unknown. Uniformly random uses would almost never meet the cases in which implementations differ.
 *
 * <p>Each use draws how <em>plain</em> it is. A plain fact is one that usually stands in no permission's way, so that
 * plain uses are often permitted but for the one or two facts that are not.
 */
public final class LimitSeeking {
    /** What is no assigned code; null is no code at all. */
    private static final List<@Nullable String> NO_COUNTRIES =
            Arrays.asList(null, "", "ZZ", "UK", "EL", "EU", "XK", "fr", "gb", " US", "US ", "USA", "840", "U\u0405");

    private static final LocalDate SOME_DAY = LocalDate.of(2025, 11, 3);

    private final Vocabulary vocabulary;
    private final List<LocalDate> days;
    private final List<Integer> ages;
    private final List<List<String>> countries = new ArrayList<>();
    private final List<String> histories = new ArrayList<>();

    public LimitSeeking(Policy policy) {
        vocabulary = policy.vocabulary();
        PolicyLimits limits = new PolicyLimits(policy);
        days = limits.days().isEmpty() ? List.of(SOME_DAY) : limits.days();
        ages = limits.ages().isEmpty() ? List.of(18) : limits.ages();
        for (Vocabulary.Jurisdiction jurisdiction : vocabulary.jurisdictions()) {
            if (!jurisdiction.countries().isEmpty()) {
                countries.add(
                        jurisdiction.countries().stream().map(Country::code).toList());
            }
        }
        countries.add(Country.all().stream().map(Country::code).toList());
        vocabulary.settings().forEach(setting -> histories.add(setting.name()));
        vocabulary.signals().forEach(signal -> histories.add(signal.name()));
        vocabulary.objections().forEach(scope -> histories.add(scope.name()));
    }

    /** A random use. */
    public TestUse use(RandomGenerator random) {
        Draw draw = new Draw(random);
        LocalDate used = draw.used();
        LocalDate collected = draw.collected(used);
        List<LocalDate> anchors = new ArrayList<>(List.of(used, used, used));
        if (collected != null) {
            LocalDate between = LocalDate.ofEpochDay((collected.toEpochDay() + used.toEpochDay()) / 2);
            anchors.addAll(List.of(collected, collected, collected, between));
        }
        anchors.addAll(days);
        Vocabulary.PurposeEntry purpose = draw.from(vocabulary.purposes());
        Vocabulary.Usual usual = draw.from(purpose.usual());
        boolean usually = !draw.oneIn(3);
        return new TestUse(
                draw.member(anchors, used),
                draw.name(purpose.name().name()),
                draw.name(
                        draw.plain()
                                ? purpose.defaultRecipient().name()
                                : draw.from(vocabulary.recipients()).name().name()),
                draw.name(
                        usually
                                ? usual.category().name()
                                : draw.from(vocabulary.categories()).name().name()),
                draw.audience(usually ? usual.audience() : Optional.empty()),
                collected,
                used);
    }

    /** A random member, on the limits of a use that is collected and used on {@code day}. */
    public TestMember member(RandomGenerator random, LocalDate day) {
        List<LocalDate> anchors = new ArrayList<>(List.of(day, day, day));
        anchors.addAll(days);
        return new Draw(random).member(anchors, day);
    }

    /** A random day of use. */
    public LocalDate day(RandomGenerator random) {
        return new Draw(random).used();
    }

    /** One random use in the making. */
    private final class Draw {
        private final RandomGenerator random;
        private final double plainness;
        /** The history on which this use is about to turn, if any. */
        private final String focus;

        Draw(RandomGenerator random) {
            this.random = random;
            plainness = new double[] {0.98, 0.98, 0.95, 0.9, 0.75, 0.5, 0.2}[random.nextInt(7)];
            focus = histories.isEmpty() || oneIn(3) ? "" : from(histories);
        }

        boolean plain() {
            return random.nextDouble() < plainness;
        }

        boolean oneIn(int n) {
            return random.nextInt(n) == 0;
        }

        <T> T from(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        @Nullable
        String name(String plain) {
            if (oneIn(60)) {
                return oneIn(2) ? null : "no-such-name";
            }
            return plain;
        }

        LocalDate beside(LocalDate day) {
            return day.plusDays(random.nextInt(3) - 1);
        }

        LocalDate used() {
            LocalDate last = days.get(days.size() - 1);
            return switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> beside(from(days));
                case 4, 5, 6 -> last.plusDays(random.nextInt(500));
                case 7, 8 ->
                    LocalDate.of(last.getYear() + random.nextInt(6), Month.FEBRUARY, 27)
                            .plusDays(random.nextInt(4));
                default -> days.get(0).minusDays(30).plusDays(random.nextInt(2000));
            };
        }

        @Nullable
        LocalDate collected(LocalDate used) {
            return switch (random.nextInt(20)) {
                case 0 -> null;
                case 1 -> beside(used);
                case 2, 3, 4, 5 -> beside(from(days));
                case 6 -> used.plusDays(random.nextInt(60));
                case 7, 8, 9 -> used.minusDays(random.nextInt(60));
                case 10, 11 -> used.minusDays(random.nextInt(2000));
                default -> used;
            };
        }

        @Nullable
        String audience(Optional<Audience> usual) {
            if (usual.isPresent() && plain()) {
                return usual.get().name();
            }
            if (vocabulary.audiences().isEmpty() || oneIn(4)) {
                return oneIn(2) ? null : "no-such-name";
            }
            return from(vocabulary.audiences()).name();
        }

        @Nullable
        String country() {
            return oneIn(15) ? NO_COUNTRIES.get(random.nextInt(NO_COUNTRIES.size())) : from(from(countries));
        }

        TestMember member(List<LocalDate> anchors, LocalDate used) {
            Set<String> flags = new TreeSet<>();
            for (Vocabulary.Entry flag : vocabulary.flags()) {
                if (!plain() && oneIn(3)) {
                    flags.add(flag.name());
                }
            }
            Map<String, String> traits = new TreeMap<>();
            for (Vocabulary.Trait trait : vocabulary.traits()) {
                if (plain() || !oneIn(3)) {
                    boolean first = plain() || oneIn(2);
                    traits.put(trait.name(), first ? trait.values().get(0) : from(trait.values()));
                } else if (oneIn(3)) {
                    traits.put(trait.name(), "no-such-value");
                }
            }
            Map<String, List<TestMember.Event>> settings = new TreeMap<>();
            for (Vocabulary.SettingEntry setting : vocabulary.settings()) {
                boolean byAlias = !setting.aliases().isEmpty() && oneIn(20);
                give(
                        settings,
                        byAlias ? from(setting.aliases()) : setting.name(),
                        anchors,
                        List.of(TestMember.Kind.OFF, TestMember.Kind.ON));
            }
            Map<String, List<TestMember.Event>> signals = new TreeMap<>();
            for (Vocabulary.Entry signal : vocabulary.signals()) {
                give(signals, signal.name(), anchors, List.of(TestMember.Kind.PRESENT, TestMember.Kind.ABSENT));
            }
            Map<String, List<TestMember.Event>> objections = new TreeMap<>();
            for (Vocabulary.Entry scope : vocabulary.objections()) {
                give(
                        objections,
                        scope.name(),
                        anchors,
                        List.of(
                                TestMember.Kind.FILED,
                                TestMember.Kind.GRANTED,
                                TestMember.Kind.WITHDRAWN,
                                TestMember.Kind.FILED));
            }
            return new TestMember(
                    country(),
                    plain() || oneIn(2) ? List.of() : moves(anchors),
                    born(anchors, used),
                    flags,
                    traits,
                    settings,
                    signals,
                    objections);
        }

        private @Nullable LocalDate born(List<LocalDate> anchors, LocalDate used) {
            if (plain()) {
                return used.minusYears(20 + random.nextInt(50)).minusDays(random.nextInt(366));
            }
            LocalDate birthday = from(anchors).minusYears(from(ages));
            return switch (random.nextInt(8)) {
                case 0 -> null;
                case 1 -> used.plusDays(random.nextInt(3) - 1);
                case 2, 3, 4 -> leapDayNear(birthday);
                default -> beside(birthday);
            };
        }

        private LocalDate leapDayNear(LocalDate day) {
            LocalDate first = LocalDate.of(day.getYear(), Month.MARCH, 1);
            boolean near = Math.abs(first.toEpochDay() - day.toEpochDay()) < 40;
            return near ? first.minusDays(1) : beside(day);
        }

        private List<TestMember.Move> moves(List<LocalDate> anchors) {
            Map<LocalDate, TestMember.Move> moves = new TreeMap<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                LocalDate day = oneIn(4) ? from(anchors).minusDays(random.nextInt(800)) : beside(from(anchors));
                moves.put(day, new TestMember.Move(day, country()));
            }
            return shuffled(moves.values());
        }

        private void give(
                Map<String, List<TestMember.Event>> histories,
                String name,
                List<LocalDate> anchors,
                List<TestMember.Kind> kinds) {
            if (!name.equals(focus) && plain()) {
                histories.put(name, List.of());
            } else if (!oneIn(8)) {
                List<TestMember.Event> events = oneIn(2) ? turns(anchors, kinds) : events(anchors, kinds);
                if (oneIn(8)) {
                    events.add(
                            random.nextInt(events.size() + 1), new TestMember.Event(SOME_DAY, TestMember.Kind.UNTOLD));
                }
                histories.put(name, events);
            }
        }

        /** Every kind of event in turn, on or beside days that matter: off and on again, say. */
        private List<TestMember.Event> turns(List<LocalDate> anchors, List<TestMember.Kind> kinds) {
            List<LocalDate> days = new ArrayList<>();
            for (TestMember.Kind kind : kinds) {
                if (kind == kinds.get(0) || !oneIn(4)) {
                    days.add(beside(from(anchors)));
                }
            }
            Collections.sort(days);
            List<TestMember.Event> events = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                events.add(new TestMember.Event(days.get(i), kinds.get(i)));
            }
            return events;
        }

        private List<TestMember.Event> events(List<LocalDate> anchors, List<TestMember.Kind> kinds) {
            List<TestMember.Event> events = new ArrayList<>();
            LocalDate day = beside(from(anchors));
            for (int i = random.nextInt(5); i > 0; i--) {
                events.add(new TestMember.Event(day, from(kinds)));
                day = switch (random.nextInt(6)) {
                    case 0, 1 -> day;
                    case 2 -> day.plusDays(random.nextInt(40) - 20);
                    case 3 -> beside(day);
                    default -> beside(from(anchors));
                };
            }
            return events;
        }

        private <T> List<T> shuffled(Iterable<T> all) {
            List<T> list = new ArrayList<>();
            all.forEach(one -> list.add(random.nextInt(list.size() + 1), one));
            return list;
        }
    }
}
