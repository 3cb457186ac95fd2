package dev.datause;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The bundled policy, and a member in its words against whom nothing speaks. */
public final class Bundled {
    public static final Policy POLICY = read();
    public static final DataUsePolicy STRICT = under("strict");
    public static final DataUsePolicy DOCUMENTED = under("documented");
    static final List<DataUsePolicy> BOTH = List.of(STRICT, DOCUMENTED);
    public static final LimitSeeking SEEKING = new LimitSeeking(POLICY);

    static final String AI_SWITCH = "data-for-generative-ai-improvement";
    static final String SHARING = "share-data-with-affiliates";
    static final String PRIVACY_CONTROL = "global-privacy-control";
    static final LocalDate START = LocalDate.of(2025, 11, 3);

    private Bundled() {}

    private static Policy read() {
        String name = "linkedin-2025-11-03.json";
        try (InputStream json = PolicyJson.class.getResourceAsStream(name)) {
            return PolicyJson.read(name, json.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DataUsePolicy under(String reading) {
        return DataUsePolicy.of(POLICY, POLICY.reading(reading).orElseThrow());
    }

    /** An adult of 35 with a standard account who never touched anything. */
    static TestMember adultIn(String country) {
        TestMember member = new TestMember(
                country,
                List.of(),
                LocalDate.of(1990, 5, 1),
                Set.of(),
                Map.of("account", "standard"),
                Map.of(),
                Map.of(),
                Map.of());
        for (Vocabulary.SettingEntry setting : POLICY.vocabulary().settings()) {
            member = member.withSetting(setting.name(), List.of());
        }
        for (Vocabulary.Entry signal : POLICY.vocabulary().signals()) {
            member = member.withSignal(signal.name(), List.of());
        }
        for (Vocabulary.Entry scope : POLICY.vocabulary().objections()) {
            member = member.withObjection(scope.name(), List.of());
        }
        return member;
    }

    static boolean permits(DataUsePolicy policy, TestUse use) {
        return policy.isPermitted(use.in(POLICY.vocabulary()));
    }
}
