package dev.datause.benchmarks;

import dev.datause.benchmarks.PlainMember.Account;
import dev.datause.benchmarks.PlainMember.Move;
import dev.datause.benchmarks.PlainMember.Objection;
import dev.datause.benchmarks.PlainMember.Setting;
import dev.datause.benchmarks.PlainMember.Step;
import dev.datause.benchmarks.PlainMember.Switch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Made-up members and uses, as they might be spread in a service: most never touched anything, some 15 % threw a
 * switch, a few are minors, moved, objected, or are not fully known. The same seed makes the same people.
 */
final class Population {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final List<String> EUROPE = List.of(
            "DE", "DE", "DE", "FR", "FR", "FR", "IT", "IT", "ES", "ES", "NL", "PL", "SE", "BE", "IE", "PT", "RO", "GR",
            "NO", "CH", "GB", "GB", "GB", "GB", "RE", "AX", "JE", "GI", "GL", "AW");
    private static final List<String> AMERICA = List.of("US", "US", "US", "US", "US", "US", "CA", "PR");
    private static final List<String> ELSEWHERE =
            List.of("IN", "IN", "IN", "BR", "BR", "AU", "JP", "HK", "SG", "ZA", "MX", "NG", "PH", "ID", "TR", "AE");

    private final SplittableRandom random;

    private Population(long seed) {
        random = new SplittableRandom(seed);
    }

    static List<PlainMember> members(int count, long seed) {
        Population population = new Population(seed);
        List<PlainMember> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            members.add(population.member());
        }
        return members;
    }

    /** One use of each member's data. */
    static List<PlainUse> uses(List<PlainMember> members, long seed) {
        Population population = new Population(seed);
        List<PlainUse> uses = new ArrayList<>(members.size());
        members.forEach(member -> uses.add(population.use(member)));
        return uses;
    }

    private boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    private <T> T from(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private @Nullable String country() {
        int at = random.nextInt(100);
        return at < 2 ? null : at < 40 ? from(EUROPE) : at < 68 ? from(AMERICA) : from(ELSEWHERE);
    }

    private LocalDate day() {
        return TODAY.minusDays(random.nextInt(1500));
    }

    private PlainMember member() {
        Map<Setting, List<Switch>> settings = new EnumMap<>(Setting.class);
        boolean known = !percent(3);
        for (Setting setting : Setting.values()) {
            if (known) {
                settings.put(setting, List.of());
            }
        }
        if (percent(15)) {
            settings.put(from(List.of(Setting.values())), switches());
        }
        return new PlainMember(
                country(),
                percent(4) ? List.of(new Move(day(), country()), new Move(TODAY.minusYears(6), country())) : List.of(),
                percent(4) ? null : born(),
                percent(1),
                percent(1) ? null : percent(1) ? Account.EDUCATION : Account.STANDARD,
                settings,
                percent(2) ? null : percent(3) ? List.of(new Switch(day(), true)) : List.of(),
                percent(1) ? null : objections(),
                percent(1) ? null : objections());
    }

    private LocalDate born() {
        int days = percent(4) ? 15 * 365 + random.nextInt(4 * 365) : 19 * 365 + random.nextInt(45 * 365);
        return TODAY.minusDays(days);
    }

    private List<Switch> switches() {
        LocalDate day = day();
        List<Switch> events = new ArrayList<>(List.of(new Switch(day, false)));
        for (int i = random.nextInt(3); i > 0; i--) {
            day = day.plusDays(random.nextInt(200));
            events.add(new Switch(day, i % 2 == 1));
        }
        return events;
    }

    private List<Objection> objections() {
        if (!percent(2)) {
            return List.of();
        }
        LocalDate filed = day();
        List<Objection> events = new ArrayList<>(List.of(new Objection(filed, Step.FILED)));
        if (percent(40)) {
            events.add(new Objection(filed.plusDays(20), Step.GRANTED));
        }
        if (percent(15)) {
            events.add(new Objection(filed.plusDays(90), Step.WITHDRAWN));
        }
        return events;
    }

    private PlainUse use(PlainMember member) {
        LocalDate used = TODAY.minusDays(random.nextInt(200));
        LocalDate collected = percent(3) ? null : used.minusDays(percent(50) ? 0 : random.nextInt(900));
        int purpose = random.nextInt(3);
        return switch (purpose) {
            case 0 ->
                new PlainUse(
                        member,
                        PlainUse.Purpose.AI_TRAINING,
                        percent(80) ? PlainUse.Recipient.LINKEDIN : PlainUse.Recipient.MICROSOFT,
                        from(List.of(
                                PlainUse.Category.PROFILE,
                                PlainUse.Category.PUBLIC_POST,
                                PlainUse.Category.PUBLIC_POST,
                                PlainUse.Category.AI_FEATURE_INPUT,
                                PlainUse.Category.GROUP_ACTIVITY,
                                PlainUse.Category.FEEDBACK,
                                PlainUse.Category.PRIVATE_MESSAGE)),
                        percent(80) ? PlainUse.Audience.PUBLIC : PlainUse.Audience.LIMITED,
                        collected,
                        used);
            case 1 ->
                new PlainUse(
                        member,
                        PlainUse.Purpose.OTHER_ML_TRAINING,
                        PlainUse.Recipient.LINKEDIN,
                        from(List.of(PlainUse.Category.PROFILE, PlainUse.Category.PUBLIC_POST)),
                        PlainUse.Audience.PUBLIC,
                        collected,
                        used);
            default ->
                new PlainUse(
                        member,
                        PlainUse.Purpose.AFFILIATE_ADS,
                        PlainUse.Recipient.MICROSOFT,
                        from(List.of(
                                PlainUse.Category.PROFILE,
                                PlainUse.Category.FEED_ACTIVITY,
                                PlainUse.Category.AD_ENGAGEMENT)),
                        null,
                        collected,
                        used);
        };
    }
}
