package dev.datause.benchmarks;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Member;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Use;
import dev.datause.Vocabulary;
import dev.datause.benchmarks.PlainMember.Move;
import dev.datause.benchmarks.PlainMember.Objection;
import dev.datause.benchmarks.PlainMember.Setting;
import dev.datause.benchmarks.PlainMember.Switch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same members and uses, as the library takes them, in the words of the bundled policy. */
final class InWords {
    static final Purpose AI_TRAINING = Purpose.of("ai-training");
    static final Purpose OTHER_ML_TRAINING = Purpose.of("other-ml-training");
    static final Purpose AFFILIATE_ADS = Purpose.of("affiliate-ads");

    private static final Map<Setting, String> SETTINGS = Map.of(
            Setting.AI_IMPROVEMENT, "data-for-generative-ai-improvement",
            Setting.SHARE_WITH_AFFILIATES, "share-data-with-affiliates",
            Setting.ADS_OFF_LINKEDIN, "ads-off-linkedin",
            Setting.ADS_PROFILE, "ad-category-profile",
            Setting.ADS_FEED_ACTIVITY, "ad-category-feed-activity",
            Setting.ADS_AD_ENGAGEMENT, "ad-category-ad-engagement");

    private InWords() {}

    static Member member(Vocabulary vocabulary, PlainMember plain) {
        Member.Builder member = Member.in(vocabulary);
        if (plain.country() != null) {
            member.country(plain.country());
        }
        for (Move move : plain.moves()) {
            String country = move.country();
            member.moved(move.day(), country == null ? "" : country);
        }
        LocalDate born = plain.born();
        if (born != null) {
            member.born(born);
        }
        if (plain.believedMinor()) {
            member.flag("reason-to-believe-minor");
        }
        if (plain.account() != null) {
            member.trait("account", account(plain.account()));
        }
        plain.settings().forEach((setting, events) -> {
            String name = SETTINGS.get(setting);
            if (name != null) {
                switches(member, name, events);
            }
        });
        signal(member, plain.globalPrivacyControl());
        objections(member, "content-generating-ai", plain.contentObjection());
        objections(member, "other-ml", plain.otherMlObjection());
        return member.build();
    }

    private static String account(PlainMember.Account account) {
        return switch (account) {
            case STANDARD -> "standard";
            case EDUCATION -> "education";
            case OTHER -> "other";
        };
    }

    private static void switches(Member.Builder member, String setting, List<Switch> events) {
        member.untouched(setting);
        for (Switch event : events) {
            if (event.on()) {
                member.on(setting, event.day());
            } else {
                member.off(setting, event.day());
            }
        }
    }

    private static void signal(Member.Builder member, @Nullable List<Switch> events) {
        if (events == null) {
            return;
        }
        member.neverSent("global-privacy-control");
        for (Switch event : events) {
            if (event.on()) {
                member.present("global-privacy-control", event.day());
            } else {
                member.absent("global-privacy-control", event.day());
            }
        }
    }

    private static void objections(Member.Builder member, String scope, @Nullable List<Objection> events) {
        if (events == null) {
            return;
        }
        member.neverObjected(scope);
        for (Objection event : events) {
            switch (event.step()) {
                case FILED -> member.filed(scope, event.day());
                case GRANTED -> member.granted(scope, event.day());
                case WITHDRAWN -> member.withdrawn(scope, event.day());
            }
        }
    }

    static Use use(Member member, PlainUse plain) {
        Use.Builder use = Use.of(member)
                .purpose(purpose(plain.purpose()))
                .recipient(Recipient.of(plain.recipient() == PlainUse.Recipient.LINKEDIN ? "linkedin" : "microsoft"))
                .category(category(plain.category()));
        PlainUse.Audience audience = plain.audience();
        if (audience != null) {
            use.audience(Audience.of(audience == PlainUse.Audience.PUBLIC ? "public" : "limited"));
        }
        LocalDate collected = plain.collected();
        if (collected != null) {
            use.collected(collected);
        }
        return use.used(plain.used());
    }

    private static Purpose purpose(PlainUse.Purpose purpose) {
        return switch (purpose) {
            case AI_TRAINING -> AI_TRAINING;
            case OTHER_ML_TRAINING -> OTHER_ML_TRAINING;
            case AFFILIATE_ADS -> AFFILIATE_ADS;
            case OTHER -> Purpose.of("other");
        };
    }

    private static Category category(PlainUse.Category category) {
        return Category.of(
                switch (category) {
                    case NONE -> "none";
                    case PROFILE -> "profile";
                    case PUBLIC_POST -> "public-post";
                    case AI_FEATURE_INPUT -> "gai-input";
                    case SAVED_RESUME -> "resume-saved";
                    case SAVED_SCREENING_ANSWERS -> "screening-answers-saved";
                    case GROUP_ACTIVITY -> "group-activity";
                    case GROUP_MESSAGE -> "group-message";
                    case FEEDBACK -> "feedback";
                    case SENSITIVE_GROUP_CONTENT -> "sensitive-group-content";
                    case FEED_ACTIVITY -> "feed-activity";
                    case AD_ENGAGEMENT -> "ad-engagement";
                    case LEARNING_VIDEO -> "learning-video";
                    case COMPANY_PAGE -> "company-page";
                    case JOB_POSTING -> "job-posting";
                    case PRIVATE_MESSAGE -> "private-message";
                    case INMAIL -> "inmail";
                    case LOGIN_CREDENTIALS -> "login-credential";
                    case PAYMENT_DATA -> "payment";
                    case SALARY -> "salary";
                    case JOB_APPLICATION -> "job-application";
                    case OTHER -> "other";
                });
    }
}
