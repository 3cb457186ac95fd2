package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MemberTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 15);
    private static final LocalDate LATER = LocalDate.of(2025, 9, 1);
    private static final Vocabulary WORDS = SmallWorld.VOCABULARY;

    private static Member.Builder builder() {
        return Member.in(WORDS);
    }

    private static Member member(UnaryOperator<Member.Builder> facts) {
        return facts.apply(builder()).build();
    }

    /** Writes down what is told. */
    private static List<String> told(Member member) {
        List<String> told = new ArrayList<>();
        member.tell(new MemberFacts() {
            @Override
            public void country(String code) {
                told.add("country " + code);
            }

            @Override
            public void moved(LocalDate day, String code) {
                told.add("moved " + day + " " + code);
            }

            @Override
            public void born(LocalDate day) {
                told.add("born " + day);
            }

            @Override
            public void flag(String name) {
                told.add("flag " + name);
            }

            @Override
            public void trait(String name, String value) {
                told.add("trait " + name + " " + value);
            }

            @Override
            public void settingKnown(String setting) {
                told.add("setting " + setting);
            }

            @Override
            public void switched(String setting, LocalDate day, boolean on) {
                told.add(setting + (on ? " on " : " off ") + day);
            }

            @Override
            public void signalKnown(String signal) {
                told.add("signal " + signal);
            }

            @Override
            public void sent(String signal, LocalDate day, boolean present) {
                told.add(signal + (present ? " present " : " absent ") + day);
            }

            @Override
            public void objectionsKnown(String scope) {
                told.add("objections " + scope);
            }

            @Override
            public void filed(String scope, LocalDate day) {
                told.add(scope + " filed " + day);
            }

            @Override
            public void granted(String scope, LocalDate day) {
                told.add(scope + " granted " + day);
            }

            @Override
            public void withdrawn(String scope, LocalDate day) {
                told.add(scope + " withdrawn " + day);
            }
        });
        return told;
    }

    @Test
    void eventsOfAHistoryThatIsNotWholeAreToldWithoutSayingThatItIs() {
        Member member = builder()
                .on("share", DAY)
                .present("privacy", DAY)
                .withdrawn("objection", DAY)
                .build();
        assertEquals(
                List.of("share on 2025-06-15", "privacy present 2025-06-15", "objection withdrawn 2025-06-15"),
                told(member));
    }

    @Test
    void everyFactThatWasGivenIsToldAndNoOther() {
        assertEquals(List.of(), told(builder().build()));
        Member member = builder()
                .country("AD")
                .born(LocalDate.of(1990, 5, 1))
                .flag("minor")
                .trait("account", "education")
                .untouched("share")
                .off("share", DAY)
                .on("share", LATER)
                .neverSent("privacy")
                .present("privacy", DAY)
                .absent("privacy", LATER)
                .neverObjected("objection")
                .filed("objection", DAY)
                .granted("objection", LATER)
                .withdrawn("objection", LATER.plusDays(1))
                .build();
        assertEquals(
                List.of(
                        "country AD",
                        "born 1990-05-01",
                        "flag minor",
                        "trait account education",
                        "setting share",
                        "share off 2025-06-15",
                        "share on 2025-09-01",
                        "signal privacy",
                        "privacy present 2025-06-15",
                        "privacy absent 2025-09-01",
                        "objections objection",
                        "objection filed 2025-06-15",
                        "objection granted 2025-09-01",
                        "objection withdrawn 2025-09-02"),
                told(member));
    }

    @Test
    void aTraitIsNoFlag() {
        Member member = member(facts -> facts.trait("account", "standard"));
        assertEquals(List.of("trait account standard"), told(member));
    }

    /** Settings, signals, objections, then flags and traits: three bits each. */
    @Test
    void whatIsTheSameOnEveryDayIsKeptAtHand() {
        assertEquals(0L, builder().build().steady);
        Member ordinary = member(facts -> facts.othersUntouched().trait("account", "standard"));
        assertEquals(bits(2, 2, 2, 1, 0, 1), ordinary.steady);
        Member other = member(facts -> facts.flag("minor")
                .trait("account", "education")
                .untouched("improve")
                .off("share", DAY));
        assertEquals(bits(2, Member.VARIES, 0, 0, 1, 2), other.steady);
    }

    private static long bits(int... states) {
        long bits = 0;
        for (int i = 0; i < states.length; i++) {
            bits |= (long) states[i] << (3 * i);
        }
        return bits;
    }

    @Test
    void movesAreToldInTheOrderOfTheirDaysInsteadOfACountry() {
        Member member =
                builder().country("DE").moved(LATER, "ZZ").moved(DAY, "NO").build();
        assertEquals(List.of("moved 2025-06-15 NO", "moved 2025-09-01 "), told(member));
    }

    @Test
    void theCountryIsThatOfTheLatestMoveAndUnknownBeforeTheFirst() {
        Member member = builder()
                .moved(LATER, "SE")
                .moved(DAY, "NO")
                .moved(LATER.plusDays(7), "ZZ")
                .build();
        int sweden = Country.indexOf("SE") + 1;
        int norway = Country.indexOf("NO") + 1;
        assertEquals(0, member.countryOn(Days.of(DAY.minusDays(1))));
        assertEquals(norway, member.countryOn(Days.of(DAY)));
        assertEquals(norway, member.countryOn(Days.of(LATER.minusDays(1))));
        assertEquals(sweden, member.countryOn(Days.of(LATER)));
        assertEquals(sweden, member.countryOn(Days.of(LATER.plusDays(6))));
        assertEquals(0, member.countryOn(Days.of(LATER.plusDays(7))));
        assertEquals(0, member.countryOn(Days.UNKNOWN));
        assertEquals(Days.of(DAY), member.nextMoveAfter(Days.of(DAY.minusDays(1))));
        assertEquals(Days.of(LATER), member.nextMoveAfter(Days.of(DAY)));
        assertEquals(Days.NEVER, member.nextMoveAfter(Days.of(LATER.plusDays(7))));
        assertEquals(Days.of(LATER.plusDays(7)), member.lastEvent);
    }

    @Test
    void whereThereIsNoMoveTheCountryIsAlwaysThatOne() {
        assertEquals(
                Country.indexOf("AD") + 1, member(facts -> facts.country("AD")).countryOn(Days.UNKNOWN));
        assertEquals(
                Country.indexOf("ZW") + 1, member(facts -> facts.country("ZW")).countryOn(Days.of(DAY)));
        assertEquals(0, member(facts -> facts.country("UK")).countryOn(Days.of(DAY)));
        assertEquals(Days.NEVER, member(facts -> facts.country("AD")).nextMoveAfter(Days.of(DAY)));
    }

    @Test
    void nothingLiesAfterTheLastEvent() {
        assertEquals(Days.UNKNOWN, builder().build().lastEvent);
        assertEquals(Days.of(DAY), member(facts -> facts.off("improve", DAY)).lastEvent);
        assertEquals(
                Days.of(LATER), member(facts -> facts.filed("objection", LATER).off("improve", DAY)).lastEvent);
        assertEquals(Days.of(LATER), member(facts -> facts.moved(LATER, "DE").off("improve", DAY)).lastEvent);
        assertEquals(Days.of(LATER), member(facts -> facts.moved(DAY, "DE").off("improve", LATER)).lastEvent);
    }

    @Test
    void twoMovesOnOneDayAreRefused() {
        Member.Builder builder = builder().moved(DAY, "DE").moved(LATER, "NO").moved(DAY, "SE");
        assertEquals(
                "moves: two on one day",
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }

    @Test
    void aSettingIsKnownByItsFormerNameToo() {
        assertEquals(member(facts -> facts.off("improve", DAY)), member(facts -> facts.off("improvement", DAY)));
    }

    @Test
    void aValueThatTheVocabularyDoesNotHaveIsUnknown() {
        assertEquals(builder().build(), member(facts -> facts.trait("account", "premium")));
        assertEquals(
                builder().build(),
                member(facts -> facts.trait("account", "standard").trait("account", "other")));
    }

    @Test
    void namesThatTheVocabularyDoesNotHaveAreRefusedWithoutBeingRepeated() {
        List<Consumer<Member.Builder>> calls = List.of(
                b -> b.flag("misspelt"),
                b -> b.trait("misspelt", "standard"),
                b -> b.off("misspelt", DAY),
                b -> b.on("misspelt", DAY),
                b -> b.untouched("misspelt"),
                b -> b.present("misspelt", DAY),
                b -> b.absent("misspelt", DAY),
                b -> b.neverSent("misspelt"),
                b -> b.filed("misspelt", DAY),
                b -> b.granted("misspelt", DAY),
                b -> b.withdrawn("misspelt", DAY),
                b -> b.neverObjected("misspelt"));
        List<String> parameters = List.of(
                "flag", "trait", "setting", "setting", "setting", "signal", "signal", "signal", "scope", "scope",
                "scope", "scope");
        for (int i = 0; i < calls.size(); i++) {
            Consumer<Member.Builder> call = calls.get(i);
            String said = assertThrows(IllegalArgumentException.class, () -> call.accept(builder()))
                    .getMessage();
            assertEquals(parameters.get(i) + ": the vocabulary has no such name", said);
        }
    }

    @Test
    void nullIsRefusedByTheNameOfTheParameter() {
        refusesNull("vocabulary", () -> Member.in(null));
        refusesNull("code", () -> builder().country(null));
        refusesNull("code", () -> builder().moved(DAY, null));
        refusesNull("day", () -> builder().moved(null, "DE"));
        refusesNull("day", () -> builder().born(null));
        refusesNull("day", () -> builder().off("improve", null));
        refusesNull("flag", () -> builder().flag(null));
        refusesNull("name", () -> builder().trait(null, "standard"));
        refusesNull("value", () -> builder().trait("account", null));
        refusesNull("setting", () -> builder().on(null, DAY));
        refusesNull("signal", () -> builder().present(null, DAY));
        refusesNull("scope", () -> builder().filed(null, DAY));
        refusesNull("to", () -> builder().build().tell(null));
        assertThrows(IllegalArgumentException.class, () -> builder().born(LocalDate.of(1899, 12, 31)));
    }

    private static void refusesNull(String parameter, org.junit.jupiter.api.function.Executable call) {
        assertEquals(parameter, assertThrows(NullPointerException.class, call).getMessage());
    }

    @Test
    void aRecordThatIsCompleteMakesEveryHistoryWhole() {
        assertEquals(
                List.of("setting improve", "setting share", "signal privacy", "objections objection"),
                told(member(Member.Builder::othersUntouched)));
        assertEquals(
                member(facts -> facts.untouched("improve")
                        .untouched("share")
                        .neverSent("privacy")
                        .neverObjected("objection")),
                member(Member.Builder::othersUntouched));
    }

    @Test
    void aHistoryOfManyEventsIsKeptWhole() {
        Member.Builder builder = builder().untouched("improve");
        for (int i = 0; i < 9; i++) {
            LocalDate day = DAY.plusDays(i);
            builder = i % 2 == 0 ? builder.off("improve", day) : builder.on("improve", day);
        }
        Member member = builder.build();
        for (int i = 0; i < 9; i++) {
            int expected = i % 2 == 0 ? Timeline.RESTRICTED : Timeline.FREE;
            assertEquals(expected, member.state(0, Days.of(DAY.plusDays(i)), false));
        }
        assertEquals(9, member.histories[0].events());
    }

    @Test
    void equalFactsMakeEqualMembersAndEveryFactCounts() {
        Member one = full(facts -> facts);
        assertEquals(one, full(facts -> facts));
        assertEquals(one.hashCode(), full(facts -> facts).hashCode());
        List<Member> others = List.of(
                full(facts -> facts.country("NO")),
                full(facts -> facts.born(LocalDate.of(1990, 5, 2))),
                full(facts -> facts.flag("minor")),
                full(facts -> facts.trait("account", "education")),
                full(facts -> facts.off("improve", DAY)),
                full(facts -> facts.moved(DAY, "DE")));
        for (Member other : others) {
            assertNotEquals(one, other);
            assertNotEquals(one.hashCode(), other.hashCode());
        }
        assertNotEquals(full(facts -> facts.moved(DAY, "DE")), full(facts -> facts.moved(DAY, "NO")));
        assertNotEquals(full(facts -> facts.moved(DAY, "DE")), full(facts -> facts.moved(LATER, "DE")));
        assertNotEquals(one, (Object) "Member");
        Vocabulary without = WORDS.toBuilder().purposes(List.of()).build();
        assertNotEquals(builder().build(), Member.in(without).build());
        assertSame(WORDS, one.vocabulary());
        assertEquals("Member", one.toString());
    }

    private static Member full(UnaryOperator<Member.Builder> more) {
        return member(facts -> more.apply(facts.country("DE")
                .born(LocalDate.of(1990, 5, 1))
                .trait("account", "standard")
                .othersUntouched()));
    }

    private static long bitsAt(int item) {
        return (long) Member.VARIES << (3 * item);
    }

    @Test
    void everySignalAndScopeHasAHistoryOfItsOwn() {
        List<Vocabulary.Entry> two =
                List.of(new Vocabulary.Entry("first", "First"), new Vocabulary.Entry("second", "Second"));
        Vocabulary words = Vocabulary.builder().signals(two).objections(two).build();
        Member member = Member.in(words)
                .neverSent("first")
                .present("second", DAY)
                .neverObjected("first")
                .granted("second", LATER)
                .build();
        assertEquals(
                List.of("signal first", "objections first"),
                told(member).stream().filter(line -> !line.contains("second")).toList());
        assertEquals(Timeline.RESTRICTED, member.state(1, Days.of(DAY), false));
        assertEquals(Timeline.GRANTED, member.state(3, Days.of(LATER), false));
    }

    /** Of a vocabulary with more histories and values than are kept at hand. */
    @Test
    void factsBeyondTheFirstAreRememberedLikeThose() {
        List<Vocabulary.SettingEntry> settings = new ArrayList<>();
        List<Vocabulary.Trait> traits = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            settings.add(new Vocabulary.SettingEntry("s" + i, "S", "Settings", List.of()));
            List<String> values = new ArrayList<>();
            for (int value = 0; value < 9; value++) {
                values.add("v" + value);
            }
            traits.add(new Vocabulary.Trait("t" + i, "T", values));
        }
        Vocabulary many = Vocabulary.builder().settings(settings).traits(traits).build();
        for (int i = 0; i < 25; i++) {
            Member member = Member.in(many).off("s" + i, DAY).untouched("s" + i).build();
            assertEquals(i < 21 ? bitsAt(i) : 0, member.steady);
            for (int other = 0; other < 25; other++) {
                int expected = other == i ? Timeline.RESTRICTED : Timeline.NOTHING_KNOWN;
                assertEquals(expected, member.state(other, Days.of(DAY), false));
            }
            assertEquals(Timeline.FREE, member.state(i, Days.of(DAY.minusDays(1)), false));
        }
        assertEquals(60, Member.steadyShift(20));
        assertEquals(-1, Member.steadyShift(21));
        List<Optional<String>> asked = new ArrayList<>();
        Member member = Member.in(many).trait("t3", "v8").trait("t24", "v0").build();
        for (int value : member.values) {
            asked.add(value == 0 ? Optional.empty() : Optional.of("v" + (value - 1)));
        }
        assertEquals(Optional.of("v8"), asked.get(3));
        assertEquals(Optional.of("v0"), asked.get(24));
        assertEquals(23, asked.stream().filter(Optional::isEmpty).count());
    }
}
