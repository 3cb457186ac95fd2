package dev.datause.benchmarks;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.testkit.History;
import dev.datause.testkit.MadeUpMember;
import dev.datause.testkit.MadeUpUse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Made-up uses in the words of the bundled policy, as the hand-written rules take them. */
final class PlainFacts {
    private static final Map<String, PlainUse.Purpose> PURPOSES = Map.of(
            "ai-training", PlainUse.Purpose.AI_TRAINING,
            "other-ml-training", PlainUse.Purpose.OTHER_ML_TRAINING,
            "affiliate-ads", PlainUse.Purpose.AFFILIATE_ADS);

    private static final Map<String, PlainUse.Recipient> RECIPIENTS = Map.of(
            "linkedin", PlainUse.Recipient.LINKEDIN,
            "microsoft", PlainUse.Recipient.MICROSOFT);

    private static final Map<String, PlainUse.Audience> AUDIENCES = Map.of(
            "public", PlainUse.Audience.PUBLIC,
            "limited", PlainUse.Audience.LIMITED);

    private static final Map<String, PlainUse.Category> CATEGORIES = Map.ofEntries(
            Map.entry("none", PlainUse.Category.NONE),
            Map.entry("profile", PlainUse.Category.PROFILE),
            Map.entry("public-post", PlainUse.Category.PUBLIC_POST),
            Map.entry("gai-input", PlainUse.Category.AI_FEATURE_INPUT),
            Map.entry("resume-saved", PlainUse.Category.SAVED_RESUME),
            Map.entry("screening-answers-saved", PlainUse.Category.SAVED_SCREENING_ANSWERS),
            Map.entry("group-activity", PlainUse.Category.GROUP_ACTIVITY),
            Map.entry("group-message", PlainUse.Category.GROUP_MESSAGE),
            Map.entry("feedback", PlainUse.Category.FEEDBACK),
            Map.entry("sensitive-group-content", PlainUse.Category.SENSITIVE_GROUP_CONTENT),
            Map.entry("feed-activity", PlainUse.Category.FEED_ACTIVITY),
            Map.entry("ad-engagement", PlainUse.Category.AD_ENGAGEMENT),
            Map.entry("learning-video", PlainUse.Category.LEARNING_VIDEO),
            Map.entry("company-page", PlainUse.Category.COMPANY_PAGE),
            Map.entry("job-posting", PlainUse.Category.JOB_POSTING),
            Map.entry("private-message", PlainUse.Category.PRIVATE_MESSAGE),
            Map.entry("inmail", PlainUse.Category.INMAIL),
            Map.entry("login-credential", PlainUse.Category.LOGIN_CREDENTIALS),
            Map.entry("payment", PlainUse.Category.PAYMENT_DATA),
            Map.entry("salary", PlainUse.Category.SALARY),
            Map.entry("job-application", PlainUse.Category.JOB_APPLICATION));

    /** Each switch, by its name and by the other name under which histories are recorded. */
    private static final Map<String, PlainMember.Setting> SETTINGS = Map.ofEntries(
            Map.entry("data-for-generative-ai-improvement", PlainMember.Setting.AI_IMPROVEMENT),
            Map.entry("data-for-ai-improvement", PlainMember.Setting.AI_IMPROVEMENT),
            Map.entry("share-data-with-affiliates", PlainMember.Setting.SHARE_WITH_AFFILIATES),
            Map.entry("data-sharing", PlainMember.Setting.SHARE_WITH_AFFILIATES),
            Map.entry("ads-off-linkedin", PlainMember.Setting.ADS_OFF_LINKEDIN),
            Map.entry("ads-outside-of-linkedin", PlainMember.Setting.ADS_OFF_LINKEDIN),
            Map.entry("ad-category-profile", PlainMember.Setting.ADS_PROFILE),
            Map.entry("profile-for-ads", PlainMember.Setting.ADS_PROFILE),
            Map.entry("ad-category-feed-activity", PlainMember.Setting.ADS_FEED_ACTIVITY),
            Map.entry("feed-activity-for-ads", PlainMember.Setting.ADS_FEED_ACTIVITY),
            Map.entry("ad-category-ad-engagement", PlainMember.Setting.ADS_AD_ENGAGEMENT),
            Map.entry("ad-engagement-for-ads", PlainMember.Setting.ADS_AD_ENGAGEMENT));

    private PlainFacts() {}

    static PlainUse use(MadeUpUse use) {
        return new PlainUse(
                member(use.member()),
                word(PURPOSES, use.purpose().map(Purpose::name).orElse(null), PlainUse.Purpose.OTHER),
                word(RECIPIENTS, use.recipient().map(Recipient::name).orElse(null), PlainUse.Recipient.OTHER),
                word(CATEGORIES, use.category().map(Category::name).orElse(null), PlainUse.Category.OTHER),
                word(AUDIENCES, use.audience().map(Audience::name).orElse(null), null),
                use.collected().orElse(null),
                use.used());
    }

    static PlainUse.Purpose purpose(String name) {
        return word(PURPOSES, name, PlainUse.Purpose.OTHER);
    }

    private static <T> @Nullable T word(Map<String, T> words, @Nullable String name, @Nullable T otherwise) {
        return name == null ? otherwise : words.getOrDefault(name, otherwise);
    }

    static PlainMember member(MadeUpMember member) {
        Map<PlainMember.Setting, List<PlainMember.Switch>> settings = new EnumMap<>(PlainMember.Setting.class);
        member.settings().forEach((name, history) -> {
            if (settings.put(SETTINGS.get(name), switches(history)) != null) {
                throw new AssertionError("one switch under two names");
            }
        });
        return new PlainMember(
                member.country().orElse(null),
                member.moves().stream()
                        .map(move ->
                                new PlainMember.Move(move.day(), move.country().orElse(null)))
                        .toList(),
                member.born().orElse(null),
                member.flags().contains("reason-to-believe-minor"),
                account(member.traits().get("account")),
                settings,
                switches(member.signals().get("global-privacy-control")),
                objections(member.objections().get("content-generating-ai")),
                objections(member.objections().get("other-ml")));
    }

    private static PlainMember.@Nullable Account account(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "standard" -> PlainMember.Account.STANDARD;
            case "education" -> PlainMember.Account.EDUCATION;
            default -> PlainMember.Account.OTHER;
        };
    }

    private static @Nullable List<PlainMember.Switch> switches(@Nullable History history) {
        if (history == null) {
            return null;
        }
        return history.events().stream()
                .map(event -> new PlainMember.Switch(
                        event.day(),
                        switch (event.kind()) {
                            case ON, PRESENT -> true;
                            case OFF, ABSENT -> false;
                            default -> throw new AssertionError(event);
                        }))
                .toList();
    }

    private static @Nullable List<PlainMember.Objection> objections(@Nullable History history) {
        if (history == null) {
            return null;
        }
        return history.events().stream()
                .map(event -> new PlainMember.Objection(
                        event.day(),
                        switch (event.kind()) {
                            case FILED -> PlainMember.Step.FILED;
                            case GRANTED -> PlainMember.Step.GRANTED;
                            case WITHDRAWN -> PlainMember.Step.WITHDRAWN;
                            default -> throw new AssertionError(event);
                        }))
                .toList();
    }
}
