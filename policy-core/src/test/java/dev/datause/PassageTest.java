package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PassageTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final Passage ALL = Passage.of(LinkedIn.AI_TRAINING, LinkedIn.LINKEDIN, Category.of("profile"), DAY);

    private static void refused(String why, Executable made) {
        assertEquals(why, assertThrows(IllegalArgumentException.class, made).getMessage());
    }

    @Test
    void windowsThatEndBeforeTheyBeginAreRefused() {
        refused("usedUntil: lies before usedFrom", () -> ALL.usedUntil(DAY.minusDays(1)));
        refused("until: lies before from", () -> ALL.collected(DAY, DAY.minusDays(1)));
        assertEquals(Optional.of(DAY), ALL.usedUntil(DAY).usedUntil());
        assertEquals(
                Optional.of(new Passage.Collected(DAY, DAY)),
                ALL.collected(DAY, DAY).collected());
    }

    @Test
    void daysOutsideTheYearsThatAreTakenAreRefused() {
        LocalDate early = LocalDate.of(1899, 12, 31);
        LocalDate late = LocalDate.of(2201, 1, 1);
        refused(
                "usedFrom: a day lies in the years 1900 to 2200",
                () -> Passage.of(LinkedIn.AI_TRAINING, LinkedIn.LINKEDIN, Category.of("profile"), early));
        refused("usedUntil: a day lies in the years 1900 to 2200", () -> ALL.usedUntil(late));
        refused("from: a day lies in the years 1900 to 2200", () -> ALL.collected(early, DAY));
        refused("until: a day lies in the years 1900 to 2200", () -> ALL.collected(DAY, late));
    }

    @Test
    void eachPartIsAddedToTheOthers() {
        Condition minor = new Condition.FlagIsSet("minor");
        Passage passage = ALL.audience(Audience.of("public"))
                .passing(minor)
                .passing(new Condition.Not(minor))
                .permittedFor(LinkedIn.AFFILIATE_ADS, LinkedIn.MICROSOFT)
                .usedUntil(DAY.plusDays(1))
                .collected(DAY.minusDays(1), DAY);
        assertEquals(
                new Passage(
                        LinkedIn.AI_TRAINING,
                        LinkedIn.LINKEDIN,
                        Category.of("profile"),
                        Optional.of(Audience.of("public")),
                        List.of(minor, new Condition.Not(minor)),
                        DAY,
                        Optional.of(DAY.plusDays(1)),
                        Optional.of(new Passage.Collected(DAY.minusDays(1), DAY)),
                        List.of(new Passage.Other(LinkedIn.AFFILIATE_ADS, LinkedIn.MICROSOFT))),
                passage);
    }

    @Test
    void aSpaceOfNoPolicyIsRefused() {
        refused("policies: one at least", () -> UseSpace.of(List.of()));
        refused("policies: one at least", () -> UseSpace.of(List.of(), ALL));
    }
}
