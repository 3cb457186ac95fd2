package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of a made-up member everything is plain but what was chosen, and only that is told. */
class InventionTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final TestMember PLAIN = new TestMember(
            "DE",
            List.of(),
            LocalDate.of(1990, 5, 1),
            Set.of(),
            Map.of("account", "standard"),
            Map.of("improve", List.of(), "share", List.of()),
            Map.of("privacy", List.of()),
            Map.of("objection", List.of()));

    private static Axis axis(Axis.Kind kind) {
        return Axis.plain(new Axis.Key(kind, 0, Axis.AT_USE, false), 0, 3, "");
    }

    private static void invented(String story, TestMember expected, Invention invention) {
        assertEquals(expected.in(SmallWorld.VOCABULARY), invention.member());
        assertEquals(story, invention.story());
    }

    @Test
    void aPlainMemberIsToldInFewWords() {
        invented("a member in DE, born 1990-05-01, all settings on", PLAIN, new Invention(SmallWorld.VOCABULARY));
        Invention untold = new Invention(SmallWorld.VOCABULARY);
        untold.add(axis(Axis.Kind.SETTING), new Scenario("", true, member -> member.untouched("improve")));
        invented("a member in DE, born 1990-05-01, all settings on", PLAIN, untold);
    }

    @Test
    void whatIsChosenIsTold() {
        Invention chosen = new Invention(SmallWorld.VOCABULARY);
        chosen.add(axis(Axis.Kind.SETTING), new Scenario("improve off", true, member -> member.off("improve", DAY)));
        chosen.add(axis(Axis.Kind.PLACE), new Scenario("in NO", true, member -> member.country("NO")));
        chosen.add(axis(Axis.Kind.FLAG), new Scenario("with minor", true, member -> member.flag("minor")));
        chosen.add(axis(Axis.Kind.AGE), new Scenario("of unknown birth day", false, member -> {}));
        invented(
                "a member in NO, of unknown birth day, with minor, improve off",
                PLAIN.withCountry("NO")
                        .withBorn(null)
                        .withFlags(Set.of("minor"))
                        .withSetting("improve", null)
                        .withSetting(
                                "improve",
                                List.of(
                                        new TestMember.Event(DAY, TestMember.Kind.OFF),
                                        new TestMember.Event(DAY, TestMember.Kind.UNTOLD))),
                chosen);
    }

    @Test
    void whereThereAreNoSettingsNoneIsOn() {
        Invention invention = new Invention(
                SmallWorld.VOCABULARY.toBuilder().settings(List.of()).build());
        invention.member();
        assertEquals("a member in DE, born 1990-05-01", invention.story());
    }
}
