package dev.datause.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.LinkedIn;
import dev.datause.Policy;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final Policy POLICY = LinkedIn.policy();
    private static final Samples SAMPLES = Samples.of(POLICY);
    private static final LocalDate START = LocalDate.of(2025, 11, 3);

    private static List<MadeUpUse> uses(int count) {
        SplittableRandom random = new SplittableRandom(20251103);
        return java.util.stream.Stream.generate(() -> SAMPLES.use(random))
                .limit(count)
                .toList();
    }

    @Test
    void theSameSeedGivesTheSameSamples() {
        assertEquals(uses(200), uses(200));
    }

    @Test
    void bothAnswersAreMetOften() {
        List<MadeUpUse> uses = uses(2_000);
        long permitted = uses.stream()
                .filter(use -> LinkedIn.documented().isPermitted(use.use()))
                .count();
        assertTrue(permitted > 600 && permitted < 1_600, () -> permitted + " of 2000 permitted");
    }

    @Test
    void everyLimitIsMet() {
        List<MadeUpUse> uses = uses(25_000);
        Set<LocalDate> days = new TreeSet<>();
        Set<String> countries = new TreeSet<>();
        int birthdays = 0;
        int sameDay = 0;
        Set<String> unknown = new TreeSet<>();
        for (MadeUpUse use : uses) {
            MadeUpMember member = use.member();
            days.add(use.used());
            member.country().ifPresent(countries::add);
            birthdays += member.born().map(day -> day.plusYears(18)).equals(Optional.of(use.used())) ? 1 : 0;
            for (History history : member.settings().values()) {
                long different = history.events().stream()
                        .map(History.Event::day)
                        .distinct()
                        .count();
                sameDay += different < history.events().size() ? 1 : 0;
            }
            for (Vocabulary.SettingEntry setting : POLICY.vocabulary().settings()) {
                if (!member.settings().containsKey(Plain.givenName(setting, member.settings()))) {
                    unknown.add(setting.name());
                }
            }
            if (member.born().isEmpty()) {
                unknown.add("birth day");
            }
            if (member.country().isEmpty()) {
                unknown.add("country");
            }
            if (use.collected().isEmpty()) {
                unknown.add("day of collection");
            }
        }
        assertTrue(days.containsAll(List.of(START.minusDays(1), START, START.plusDays(1))), days::toString);
        assertTrue(birthdays > 50, "birthdays on the day of use: " + birthdays);
        assertTrue(sameDay > 50, "several events on one day: " + sameDay);
        assertEquals(POLICY.vocabulary().settings().size() + 3, unknown.size(), unknown::toString);
        Set<String> listed = new HashSet<>();
        POLICY.vocabulary()
                .jurisdictions()
                .forEach(place -> place.countries().forEach(country -> listed.add(country.code())));
        assertTrue(countries.containsAll(listed), countries::toString);
    }

    @Test
    void whatIsShownIsThePlainMemberWithOneFactDifferent() {
        Law<MadeUpUse> law = Laws.of("nobody is in the United Kingdom", use -> {
            boolean there = use.member().country().equals(Optional.of("GB"));
            return there
                    ? Optional.of(new Broken("", use.member().toString(), use.what(), "", List.of()))
                    : Optional.empty();
        });
        Broken broken = new Tries(1, 1_000).firstBroken(law, SAMPLES::use).orElseThrow();
        assertEquals("a made-up member in GB, born 1990-05-01, all settings on", broken.person());
    }

    @Test
    void plainerSamplesAreLessOddAndEndAtThePlainMember() {
        for (MadeUpUse use : uses(2_000)) {
            for (MadeUpUse plainer : use.plainer()) {
                assertTrue(plainer.oddity() < use.oddity(), () -> use + " becomes " + plainer);
            }
            MadeUpUse plainest = Tries.plainest(use, any -> true);
            assertEquals(MadeUpMember.plain(POLICY.vocabulary()), plainest.member());
        }
    }

    @Test
    void whatAMemberTellsMakesAnEqualMember() {
        for (MadeUpUse use : uses(2_000)) {
            assertEquals(
                    use.member().member(),
                    MadeUpMember.of(use.member().member()).member());
        }
    }

    @Test
    void crowdsAndHistoriesBecomePlainerToo() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            Crowd crowd = SAMPLES.crowd(random, 5);
            crowd.plainer().forEach(plainer -> assertTrue(plainer.oddity() < crowd.oddity()));
            assertEquals(1, Tries.plainest(crowd, any -> true).members().size());
            History history = SAMPLES.history(random);
            history.plainer().forEach(plainer -> assertTrue(plainer.oddity() < history.oddity()));
        }
    }

    @Test
    void everyFaultHasANameOfItsOwn() {
        List<Fault> faults = Fault.all(POLICY);
        Set<String> names = new HashSet<>();
        String twice = faults.stream()
                .map(Fault::name)
                .filter(name -> !names.add(name))
                .sorted(Comparator.naturalOrder())
                .findFirst()
                .orElse("");
        assertEquals("", twice);
        assertTrue(faults.size() > 1_000, () -> faults.size() + " faults");
    }
}
