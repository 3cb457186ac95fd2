package dev.datause.benchmarks;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One use of a member's data, as a service would model it by hand.
 *
 * @param member whose data it is
 * @param purpose what for
 * @param recipient who uses it
 * @param category what data
 * @param audience to whom the data was shown; null where not known
 * @param collected when it was collected; null where not known
 * @param used when it is used
 */
public record PlainUse(
        PlainMember member,
        Purpose purpose,
        Recipient recipient,
        Category category,
        @Nullable Audience audience,
        @Nullable LocalDate collected,
        LocalDate used) {
    /** Refuses a use without a day. */
    public PlainUse {
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(used, "used");
    }

    /** What data is used for. */
    public enum Purpose {
        /** Training of content-generating models. */
        AI_TRAINING,
        /** Training of other models. */
        OTHER_ML_TRAINING,
        /** Advertising by affiliates. */
        AFFILIATE_ADS,
        /** Anything else. */
        OTHER
    }

    /** Who uses data. */
    public enum Recipient {
        /** LinkedIn itself. */
        LINKEDIN,
        /** The Microsoft group. */
        MICROSOFT,
        /** Anybody else. */
        OTHER
    }

    /** To whom data was shown. */
    public enum Audience {
        /** Anyone. */
        PUBLIC,
        /** Whom the member chose. */
        LIMITED
    }

    /** Kinds of data. */
    public enum Category {
        /** No LinkedIn data at all. */
        NONE,
        /** The profile. */
        PROFILE,
        /** Posts, articles, comments. */
        PUBLIC_POST,
        /** Prompts and chats in AI features. */
        AI_FEATURE_INPUT,
        /** A resume kept for further applications. */
        SAVED_RESUME,
        /** Answers kept for further applications. */
        SAVED_SCREENING_ANSWERS,
        /** What a member does in groups. */
        GROUP_ACTIVITY,
        /** Messages in groups. */
        GROUP_MESSAGE,
        /** Feedback to the service. */
        FEEDBACK,
        /** Content of groups such as trade unions. */
        SENSITIVE_GROUP_CONTENT,
        /** What a member does in the feed. */
        FEED_ACTIVITY,
        /** What a member does with advertisements. */
        AD_ENGAGEMENT,
        /** Learning videos and transcripts. */
        LEARNING_VIDEO,
        /** Company pages. */
        COMPANY_PAGE,
        /** Job postings. */
        JOB_POSTING,
        /** Private messages. */
        PRIVATE_MESSAGE,
        /** InMail. */
        INMAIL,
        /** Login credentials. */
        LOGIN_CREDENTIALS,
        /** Payment data. */
        PAYMENT_DATA,
        /** Salary. */
        SALARY,
        /** An application attributable to one job. */
        JOB_APPLICATION,
        /** Anything else. */
        OTHER
    }
}
