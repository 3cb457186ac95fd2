package dev.datause.benchmarks;

import static dev.datause.benchmarks.PlainMember.Account.EDUCATION;
import static dev.datause.benchmarks.PlainMember.Account.STANDARD;
import static dev.datause.benchmarks.PlainUse.Audience.PUBLIC;
import static dev.datause.benchmarks.PlainUse.Purpose.AFFILIATE_ADS;
import static dev.datause.benchmarks.PlainUse.Purpose.AI_TRAINING;
import static dev.datause.benchmarks.PlainUse.Purpose.OTHER_ML_TRAINING;
import static dev.datause.benchmarks.PlainUse.Recipient.LINKEDIN;
import static dev.datause.benchmarks.PlainUse.Recipient.MICROSOFT;

import dev.datause.benchmarks.PlainMember.Objection;
import dev.datause.benchmarks.PlainMember.Setting;
import dev.datause.benchmarks.PlainMember.Step;
import dev.datause.benchmarks.PlainMember.Switch;
import dev.datause.benchmarks.PlainUse.Audience;
import dev.datause.benchmarks.PlainUse.Category;
import dev.datause.benchmarks.PlainUse.Purpose;
import dev.datause.benchmarks.PlainUse.Recipient;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the bundled policy written by hand as a service would write them: the baseline of the benchmarks, and a
 * second implementation to compare decisions with. Written from the rules in words, not from the policy's JSON.
 */
public final class HandWritten {
    private static final LocalDate NOVEMBER_2025 = LocalDate.of(2025, 11, 3);
    private static final LocalDate SEPTEMBER_2024 = LocalDate.of(2024, 9, 18);

    private HandWritten() {}

    /** Whether all the data that the purpose usually uses, collected and used on the day, may be used. */
    public static boolean isPermitted(PlainMember member, Purpose purpose, LocalDate day, boolean strict) {
        return switch (purpose) {
            case AI_TRAINING ->
                memberAllows(member, purpose, LINKEDIN, day, day, strict)
                        && categoryAllows(member, purpose, LINKEDIN, Category.PROFILE, null, day, day, strict)
                        && categoryAllows(member, purpose, LINKEDIN, Category.PUBLIC_POST, PUBLIC, day, day, strict);
            case OTHER_ML_TRAINING ->
                memberAllows(member, purpose, LINKEDIN, day, day, strict)
                        && categoryAllows(member, purpose, LINKEDIN, Category.PROFILE, null, day, day, strict);
            case AFFILIATE_ADS ->
                memberAllows(member, purpose, MICROSOFT, day, day, strict)
                        && categoryAllows(member, purpose, MICROSOFT, Category.PROFILE, null, day, day, strict)
                        && categoryAllows(member, purpose, MICROSOFT, Category.FEED_ACTIVITY, null, day, day, strict)
                        && categoryAllows(member, purpose, MICROSOFT, Category.AD_ENGAGEMENT, null, day, day, strict);
            case OTHER -> false;
        };
    }

    /** Whether this one use is permitted. */
    public static boolean permitted(PlainUse use, boolean strict) {
        if (use.category() == Category.NONE) {
            // An ad that uses no LinkedIn data is nobody's business.
            return use.purpose() == AFFILIATE_ADS;
        }
        return memberAllows(use.member(), use.purpose(), use.recipient(), use.collected(), use.used(), strict)
                && categoryAllows(
                        use.member(),
                        use.purpose(),
                        use.recipient(),
                        use.category(),
                        use.audience(),
                        use.collected(),
                        use.used(),
                        strict);
    }

    /** The rules that do not look at the category. */
    private static boolean memberAllows(
            PlainMember member,
            Purpose purpose,
            Recipient recipient,
            @Nullable LocalDate collected,
            LocalDate used,
            boolean strict) {
        if (collected == null ? strict : used.isBefore(collected)) {
            return false;
        }
        return firstDayReached(member, purpose, recipient, collected, used, strict)
                && oldEnough(member, purpose, collected, used, strict)
                && accountAllows(member, purpose, strict)
                && switchesAllow(member, purpose, collected, used, strict)
                && noPrivacySignal(member, purpose, collected, used, strict)
                && noObjection(member, purpose, used, strict);
    }

    private static boolean firstDayReached(
            PlainMember member,
            Purpose purpose,
            Recipient recipient,
            @Nullable LocalDate collected,
            LocalDate used,
            boolean strict) {
        Region atUse = regionOn(member, used, strict);
        if (!strict) {
            return reached(firstDay(purpose, recipient, atUse, false), used);
        }
        if (collected == null) {
            return false;
        }
        LocalDate first = firstDay(purpose, recipient, atUse, true);
        if (!reached(first, used) || !reached(first, collected)) {
            return false;
        }
        if (member.moves().isEmpty()) {
            return true;
        }
        LocalDate firstThere = firstDay(purpose, recipient, regionOn(member, collected, true), true);
        return reached(firstThere, used) && reached(firstThere, collected);
    }

    private static boolean reached(@Nullable LocalDate first, LocalDate day) {
        return first != null && !day.isBefore(first);
    }

    /** The first permitted day; null means never. */
    private static @Nullable LocalDate firstDay(Purpose purpose, Recipient recipient, Region region, boolean strict) {
        if (region == Region.UNKNOWN && strict) {
            return null;
        }
        if (purpose == AI_TRAINING && recipient == LINKEDIN) {
            // Unknown passes where every region passes: from the latest of the first days.
            return switch (region) {
                case EU, EEA_ONLY, CH, GB, CA, HK, UNKNOWN -> NOVEMBER_2025;
                case US, REST_OF_WORLD -> SEPTEMBER_2024;
            };
        }
        if (purpose == AI_TRAINING && recipient == MICROSOFT) {
            return switch (region) {
                case EU, EEA_ONLY, CH, UNKNOWN -> null;
                case GB -> strict ? null : NOVEMBER_2025;
                case CA, HK -> NOVEMBER_2025;
                case US, REST_OF_WORLD -> SEPTEMBER_2024;
            };
        }
        if (purpose == AFFILIATE_ADS && recipient == MICROSOFT) {
            return switch (region) {
                case EU, EEA_ONLY, CH, GB, UNKNOWN -> null;
                case CA, HK, US, REST_OF_WORLD -> NOVEMBER_2025;
            };
        }
        if (purpose == OTHER_ML_TRAINING && recipient == LINKEDIN) {
            return switch (region) {
                case EU, EEA_ONLY, CH, GB, UNKNOWN -> NOVEMBER_2025;
                case CA, HK, US, REST_OF_WORLD -> SEPTEMBER_2024;
            };
        }
        return null;
    }

    private static boolean oldEnough(
            PlainMember member, Purpose purpose, @Nullable LocalDate collected, LocalDate used, boolean strict) {
        LocalDate born = member.born();
        if (strict) {
            return born != null
                    && collected != null
                    && !member.believedMinor()
                    && isAtLeast(18, born, used)
                    && isAtLeast(18, born, collected);
        }
        if (purpose == AI_TRAINING) {
            return !member.believedMinor() && (born == null || isAtLeast(18, born, used));
        }
        return born == null || isAtLeast(16, born, used);
    }

    /** Whole years between: somebody born on 29 February comes of age on 1 March in common years. */
    private static boolean isAtLeast(int years, LocalDate born, LocalDate day) {
        return ChronoUnit.YEARS.between(born, day) >= years;
    }

    private static boolean accountAllows(PlainMember member, Purpose purpose, boolean strict) {
        if (purpose != AI_TRAINING) {
            return true;
        }
        return strict ? member.account() == STANDARD : member.account() != EDUCATION;
    }

    /** The switches that count for every category. */
    private static boolean switchesAllow(
            PlainMember member, Purpose purpose, @Nullable LocalDate collected, LocalDate used, boolean strict) {
        return switch (purpose) {
            case AI_TRAINING -> isOn(member, Setting.AI_IMPROVEMENT, collected, used, strict);
            case OTHER_ML_TRAINING -> !strict || isOn(member, Setting.AI_IMPROVEMENT, collected, used, true);
            case AFFILIATE_ADS ->
                isOn(member, Setting.SHARE_WITH_AFFILIATES, collected, used, strict)
                        && isOn(member, Setting.ADS_OFF_LINKEDIN, collected, used, strict);
            case OTHER -> false;
        };
    }

    private static boolean isOn(
            PlainMember member, Setting setting, @Nullable LocalDate collected, LocalDate used, boolean strict) {
        List<Switch> history = member.setting(setting);
        if (history == null) {
            return !strict;
        }
        if (history.isEmpty()) {
            return true;
        }
        return !optedOut(history, false, used, strict)
                && (!strict || collected == null || !optedOut(history, false, collected, true));
    }

    /**
     * Whether the member is opted out on a day. An opt-out counts from its day and wins it; what ends it counts from its
     * day, or in the strict reading from the day after.
     *
     * @param optOut the value of an event that opts out: off for a switch, present for a signal
     */
    private static boolean optedOut(List<Switch> history, boolean optOut, LocalDate day, boolean strict) {
        LocalDate lastOut = null;
        for (Switch event : history) {
            if (event.on() == optOut
                    && !event.day().isAfter(day)
                    && (lastOut == null || event.day().isAfter(lastOut))) {
                lastOut = event.day();
            }
        }
        if (lastOut == null) {
            return false;
        }
        for (Switch event : history) {
            if (event.on() != optOut && event.day().isAfter(lastOut) && countsBy(day, event.day(), strict)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an event that lifts a restriction counts by a day. */
    private static boolean countsBy(LocalDate day, LocalDate event, boolean strict) {
        return strict ? event.isBefore(day) : !event.isAfter(day);
    }

    private static boolean noPrivacySignal(
            PlainMember member, Purpose purpose, @Nullable LocalDate collected, LocalDate used, boolean strict) {
        if (purpose != AFFILIATE_ADS) {
            return true;
        }
        List<Switch> history = member.globalPrivacyControl();
        if (history == null) {
            return !strict;
        }
        if (history.isEmpty()) {
            return true;
        }
        if (strict) {
            return !optedOut(history, true, used, true)
                    && (collected == null || !optedOut(history, true, collected, true));
        }
        return regionOn(member, used, false) != Region.US || !optedOut(history, true, used, false);
    }

    private static boolean noObjection(PlainMember member, Purpose purpose, LocalDate used, boolean strict) {
        if (purpose != AI_TRAINING && purpose != OTHER_ML_TRAINING) {
            return true;
        }
        List<Objection> content = member.contentObjection();
        List<Objection> otherMl = member.otherMlObjection();
        if (strict) {
            return content != null
                    && otherMl != null
                    && !stands(content, false, used, true)
                    && !stands(otherMl, false, used, true);
        }
        if (purpose == AI_TRAINING) {
            return content == null || !stands(content, false, used, false);
        }
        if (otherMl == null || otherMl.isEmpty()) {
            return true;
        }
        Region region = regionOn(member, used, false);
        boolean needsGrant = !region.inEurope() && region != Region.UNKNOWN;
        return !stands(otherMl, needsGrant, used, false);
    }

    /** Whether an objection stands on a day; with {@code needsGrant}, only a granted one does. */
    private static boolean stands(List<Objection> history, boolean needsGrant, LocalDate day, boolean strict) {
        if (history.isEmpty()) {
            return false;
        }
        LocalDate withdrawn = null;
        for (Objection event : history) {
            if (event.step() == Step.WITHDRAWN
                    && countsBy(day, event.day(), strict)
                    && (withdrawn == null || event.day().isAfter(withdrawn))
                    && !renewedOn(history, event.day())) {
                withdrawn = event.day();
            }
        }
        for (Objection event : history) {
            boolean raises = event.step() == Step.GRANTED || (event.step() == Step.FILED && !needsGrant);
            if (raises
                    && !event.day().isAfter(day)
                    && (withdrawn == null || event.day().isAfter(withdrawn))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the objection was filed or granted on a day: a withdrawal of that day is void. */
    private static boolean renewedOn(List<Objection> history, LocalDate day) {
        for (Objection event : history) {
            if (event.step() != Step.WITHDRAWN && event.day().equals(day)) {
                return true;
            }
        }
        return false;
    }

    /** The rules that look at the category. */
    private static boolean categoryAllows(
            PlainMember member,
            Purpose purpose,
            Recipient recipient,
            Category category,
            @Nullable Audience audience,
            @Nullable LocalDate collected,
            LocalDate used,
            boolean strict) {
        if (purpose == AFFILIATE_ADS) {
            return switch (category) {
                case PROFILE -> isOn(member, Setting.ADS_PROFILE, collected, used, strict);
                case FEED_ACTIVITY -> isOn(member, Setting.ADS_FEED_ACTIVITY, collected, used, strict);
                case AD_ENGAGEMENT -> isOn(member, Setting.ADS_AD_ENGAGEMENT, collected, used, strict);
                default -> false;
            };
        }
        if (recipient == MICROSOFT) {
            return switch (category) {
                case PUBLIC_POST -> audience == PUBLIC;
                case LEARNING_VIDEO, COMPANY_PAGE, JOB_POSTING -> !strict && regionOn(member, used, false) == Region.GB;
                default -> false;
            };
        }
        return switch (category) {
            case PROFILE, AI_FEATURE_INPUT, SAVED_RESUME, SAVED_SCREENING_ANSWERS -> true;
            case PUBLIC_POST -> audience == PUBLIC;
            case GROUP_ACTIVITY -> !strict || audience == PUBLIC;
            case GROUP_MESSAGE -> !strict;
            case FEEDBACK ->
                !strict || (outsideEurope(member, used) && collected != null && outsideEurope(member, collected));
            case SENSITIVE_GROUP_CONTENT -> !strict && sensitiveGroupsAllowed(regionOn(member, used, false));
            default -> false;
        };
    }

    private static boolean outsideEurope(PlainMember member, LocalDate day) {
        Region region = regionOn(member, day, true);
        return region != Region.UNKNOWN && !region.inEurope();
    }

    private static boolean sensitiveGroupsAllowed(Region region) {
        return region != Region.EU && region != Region.EEA_ONLY && region != Region.UNKNOWN;
    }

    /** The region on a day: of the latest move by then, or of the stated country where no moves are kept. */
    private static Region regionOn(PlainMember member, LocalDate day, boolean strict) {
        if (member.moves().isEmpty()) {
            return Region.of(member.country(), strict);
        }
        PlainMember.Move latest = null;
        for (PlainMember.Move move : member.moves()) {
            if (!move.day().isAfter(day) && (latest == null || move.day().isAfter(latest.day()))) {
                latest = move;
            }
        }
        return latest == null ? Region.UNKNOWN : Region.of(latest.country(), strict);
    }
}
