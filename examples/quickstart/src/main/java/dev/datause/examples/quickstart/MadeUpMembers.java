package dev.datause.examples.quickstart;

import dev.datause.Member;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/**
 * Makes members up, the awkward ones included: from every region, under age, born on a leap day, moved, opted out and
 * in again, with facts that nobody knows. {@link Random} draws the same numbers from one seed on every machine.
 */
final class MadeUpMembers {
    private static final List<String> EEA_AND_SWITZERLAND =
            List.of("DE", "FR", "IE", "PL", "IT", "IS", "LI", "NO", "CH");
    private static final List<String> REGIONS_AND_TERRITORIES = List.of("RE", "AX", "GL", "NC", "GG", "JE", "IM", "GI");
    private static final List<String> CANADA_AND_HONG_KONG = List.of("CA", "HK");
    private static final List<String> ELSEWHERE = List.of("US", "US", "US", "BR", "IN", "JP", "ZA", "PR");

    private static final LocalDate LEAP_DAY = LocalDate.of(2008, 2, 29);

    private final Vocabulary vocabulary;
    private final Random random;
    private final LocalDate first;
    private final int days;

    /** Members whose histories happen between two days, both included. */
    MadeUpMembers(Vocabulary vocabulary, Random random, LocalDate first, LocalDate last) {
        this.vocabulary = vocabulary;
        this.random = random;
        this.first = first;
        days = (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    Member next() {
        Member.Builder member = Member.in(vocabulary);
        place(member);
        birth(member);
        if (percent(1)) {
            member.flag("reason-to-believe-minor");
        }
        int account = random.nextInt(100);
        if (account >= 2) { // the rest: not known
            member.trait("account", account < 4 ? "education" : "standard");
        }
        vocabulary.settings().forEach(setting -> settingHistory(member, setting.name()));
        vocabulary.signals().forEach(signal -> signalHistory(member, signal.name()));
        vocabulary.objections().forEach(scope -> objectionHistory(member, scope.name()));
        if (percent(95)) { // the rest: what was not drawn is not known
            member.othersUntouched();
        }
        return member.build();
    }

    /** A day on which something happens. */
    LocalDate day() {
        return first.plusDays(random.nextInt(days));
    }

    private void place(Member.Builder member) {
        if (percent(6)) {
            member.moved(first.minusYears(5), country()).moved(day(), country());
        } else if (percent(96)) { // the rest: not known
            member.country(country());
        }
    }

    private String country() {
        int draw = random.nextInt(100);
        if (draw < 25) {
            return oneOf(EEA_AND_SWITZERLAND);
        }
        if (draw < 37) {
            return "GB";
        }
        if (draw < 44) {
            return oneOf(REGIONS_AND_TERRITORIES);
        }
        return oneOf(draw < 56 ? CANADA_AND_HONG_KONG : ELSEWHERE);
    }

    private void birth(Member.Builder member) {
        int draw = random.nextInt(100);
        if (draw < 4) {
            member.born(LEAP_DAY.plusDays(1 + random.nextInt(1000)));
        } else if (draw < 6) {
            member.born(LEAP_DAY);
        } else if (draw < 97) { // the rest: not known
            member.born(LEAP_DAY.minusDays(1 + random.nextInt(18_000)));
        }
    }

    private void settingHistory(Member.Builder member, String setting) {
        int draw = random.nextInt(100);
        if (draw < 8) {
            LocalDate off = day();
            member.off(setting, off);
            if (draw < 2) {
                member.on(setting, off.plusDays(random.nextInt(60)));
            }
        }
    }

    private void signalHistory(Member.Builder member, String signal) {
        int draw = random.nextInt(100);
        if (draw < 6) {
            LocalDate present = day();
            member.present(signal, present);
            if (draw < 2) {
                member.absent(signal, present.plusDays(random.nextInt(60)));
            }
        }
    }

    private void objectionHistory(Member.Builder member, String scope) {
        int draw = random.nextInt(100);
        if (draw < 4) {
            LocalDate filed = day();
            member.filed(scope, filed);
            if (draw < 2) {
                member.granted(scope, filed.plusDays(random.nextInt(30)));
            }
            if (draw == 2) {
                member.withdrawn(scope, filed.plusDays(random.nextInt(60)));
            }
        }
    }

    private boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    private String oneOf(List<String> codes) {
        return codes.get(random.nextInt(codes.size()));
    }
}
