package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Decisions rest on what the rules read of what was given when it was given, and on nothing else. */
class IndependenceProperties {
    private static final int USES = 10;
    private static final List<String> LOCALES =
            List.of("tr-TR", "ar-EG-u-nu-arab", "fa-IR", "th-TH-u-ca-buddhist-nu-thai");
    private static final List<String> ZONES = List.of("Pacific/Kiritimati", "America/New_York", "Etc/GMT+12");

    private static <T> T from(RandomGenerator random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static <T> List<T> and(List<T> all, T more) {
        List<T> longer = new ArrayList<>(all);
        longer.add(more);
        return longer;
    }

    @Test
    void whatNoRuleReadsDoesNotMatter() {
        int[] changed = new int[1];
        Tries.of(500, random -> {
            Policy policy = SmallWorld.policy(random);
            Policy wider = withWordsThatNoRuleReads(policy);
            DataUsePolicy before = DataUsePolicy.of(policy);
            DataUsePolicy after = DataUsePolicy.of(wider);
            String read = policy.rules().toString() + policy.definitions();
            LimitSeeking seeking = new LimitSeeking(policy);
            for (int i = 0; i < USES; i++) {
                TestUse use = seeking.use(random);
                TestMember junk = withFactsThatNoRuleReads(random, use.member(), read);
                changed[0] += junk.equals(use.member()) ? 0 : 1;
                Decision expected = before.decide(use.in(policy.vocabulary()));
                Decision decision = after.decide(use.withMember(junk).in(wider.vocabulary()));
                assertEquals(expected.permitted(), decision.permitted(), use::toString);
                assertEquals(Grounds.of(expected), Grounds.of(decision), use::toString);
                assertEquals(expected.holdsUntil(), decision.holdsUntil(), use::toString);
            }
        });
        assertTrue(!Tries.ENOUGH || changed[0] > 5_000, changed[0] + " members with other facts");
    }

    private static Policy withWordsThatNoRuleReads(Policy policy) {
        Vocabulary words = policy.vocabulary();
        Vocabulary.Entry unread = new Vocabulary.Entry("unread", "Unread");
        Vocabulary wider = words.toBuilder()
                .settings(and(words.settings(), new Vocabulary.SettingEntry("unread", "Unread", "Nowhere", List.of())))
                .signals(and(words.signals(), unread))
                .objections(and(words.objections(), unread))
                .flags(and(words.flags(), unread))
                .traits(and(words.traits(), new Vocabulary.Trait("unread", "Unread", List.of("a", "b"))))
                .build();
        return policy.toBuilder().vocabulary(wider).build();
    }

    /** Facts in the words that no rule has, and others where the rules have not the word. */
    private static TestMember withFactsThatNoRuleReads(RandomGenerator random, TestMember member, String read) {
        LocalDate day = LocalDate.of(2025, 10, 30).plusDays(random.nextInt(10));
        TestMember.Event off = new TestMember.Event(day, TestMember.Kind.OFF);
        TestMember.Event sent = new TestMember.Event(day, TestMember.Kind.PRESENT);
        TestMember.Event filed = new TestMember.Event(day, TestMember.Kind.FILED);
        TestMember junk = member;
        switch (random.nextInt(4)) {
            case 0 -> junk = junk.withSetting("unread", List.of(off));
            case 1 -> junk = junk.withSignal("unread", List.of(sent));
            case 2 -> junk = junk.withObjection("unread", List.of(filed));
            default -> junk = junk.withTrait("unread", random.nextBoolean() ? "a" : "b");
        }
        if (random.nextBoolean()) {
            Set<String> flags = new HashSet<>(junk.flags());
            flags.add("unread");
            junk = junk.withFlags(flags);
        }
        for (String setting : List.of("improve", "share")) {
            if (!read.contains(setting)) {
                junk = junk.withSetting(setting, random.nextBoolean() ? List.of(off) : null);
            }
        }
        if (!read.contains("privacy")) {
            junk = junk.withSignal("privacy", List.of(sent));
        }
        if (!read.contains("objection")) {
            junk = junk.withObjection("objection", random.nextBoolean() ? List.of(filed) : null);
        }
        if (!read.contains("AgeAtLeast")) {
            junk = junk.withBorn(random.nextBoolean() ? day.minusYears(18) : null);
        }
        return junk;
    }

    @Test
    void aPolicyIsTheSameInWhateverLocaleAndZoneItIsRead() {
        try {
            Tries.of(500, random -> {
                Locale.setDefault(Locale.ROOT);
                TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
                Policy policy = RandomPolicies.policy(random);
                String written = PolicyJson.write(policy);
                Locale.setDefault(Locale.forLanguageTag(from(random, LOCALES)));
                TimeZone.setDefault(TimeZone.getTimeZone(from(random, ZONES)));
                Policy read = PolicyJson.read("written", ExamplePolicy.bytes(written));
                assertEquals(policy, read);
                assertEquals(written, PolicyJson.write(read));
                assertEquals(PolicyJson.contentHash(policy), PolicyJson.contentHash(read));
            });
        } finally {
            Locale.setDefault(Locale.ROOT);
            TimeZone.setDefault(null);
        }
    }

    @Test
    void whatBecomesOfTheListsAPolicyWasMadeOfDoesNotMatter() {
        Tries.of(500, random -> {
            Policy made = SmallWorld.policy(random);
            List<Policy.Rule> rules = new ArrayList<>(made.rules());
            List<Policy.Definition> definitions = new ArrayList<>(made.definitions());
            Map<String, String> answers = new HashMap<>(made.readings().get(0).answers());
            Policy policy = SmallWorld.policy(rules, definitions, made.effective());
            Reading reading = new Reading("own", "Own", answers);
            DataUsePolicy compiled = DataUsePolicy.of(policy, reading);
            LimitSeeking seeking = new LimitSeeking(policy);
            List<Use> uses = new ArrayList<>();
            List<Decision> decisions = new ArrayList<>();
            List<String> said = new ArrayList<>();
            for (int i = 0; i < USES; i++) {
                uses.add(seeking.use(random).in(policy.vocabulary()));
                // Half of the uses are decided only after the lists are gone.
                Decision decision = (i % 2 == 0 ? compiled : DataUsePolicy.of(made)).decide(uses.get(i));
                decisions.add(decision);
                said.add(decision.permitted() + " " + Grounds.of(decision) + decision.holdsUntil());
            }
            rules.clear();
            definitions.clear();
            answers.replaceAll((question, answer) -> "other");
            assertEquals(made, policy);
            for (int i = 0; i < USES; i++) {
                Decision again = compiled.decide(uses.get(i));
                assertEquals(said.get(i), again.permitted() + " " + Grounds.of(again) + again.holdsUntil());
                Decision before = decisions.get(i);
                assertEquals(said.get(i), before.permitted() + " " + Grounds.of(before) + before.holdsUntil());
                assertThrows(
                        UnsupportedOperationException.class,
                        () -> before.grounds().clear());
            }
        });
    }

    @Test
    void whatIsSaidToABuilderLaterChangesNoMemberAndNoUse() {
        Tries.of(1_000, random -> {
            TestUse use = Bundled.SEEKING.use(random);
            Member.Builder builder = Member.in(Bundled.POLICY.vocabulary());
            LocalDate day = use.used().minusDays(random.nextInt(3));
            builder.country("DE").born(LocalDate.of(1990, 5, 1));
            Bundled.POLICY.vocabulary().settings().forEach(setting -> builder.untouched(setting.name()));
            Member member = builder.build();
            Use made = use.of(member);
            Decision before = Bundled.STRICT.decide(made);
            String said = Grounds.of(before).toString();
            builder.country("US").born(day);
            Bundled.POLICY.vocabulary().settings().forEach(setting -> builder.off(setting.name(), day));
            Bundled.POLICY.vocabulary().flags().forEach(flag -> builder.flag(flag.name()));
            Member other = builder.build();
            assertEquals(before, Bundled.STRICT.decide(made), use::toString);
            assertEquals(before, Bundled.STRICT.decide(use.of(member)), use::toString);
            assertEquals(said, Grounds.of(before).toString());
            assertTrue(!member.equals(other));
        });
    }
}
