package dev.datause.benchmarks;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member, as a service would model one by hand. A history that is null, or missing from the map, is unknown; one
 * that is empty was never touched.
 *
 * @param country the stated country code; null where not known
 * @param moves the history of moves; empty where none is kept, and then the stated country counts
 * @param born the day of birth; null where not known
 * @param believedMinor whether there is reason to believe the member is a minor
 * @param account the account type; null where not known
 * @param settings the histories of the switches
 * @param globalPrivacyControl the history of the Global Privacy Control signal
 * @param contentObjection the history of the objection to training content-generating models
 * @param otherMlObjection the history of the objection to training other models
 */
public record PlainMember(
        @Nullable String country,
        List<Move> moves,
        @Nullable LocalDate born,
        boolean believedMinor,
        @Nullable Account account,
        Map<Setting, List<Switch>> settings,
        @Nullable List<Switch> globalPrivacyControl,
        @Nullable List<Objection> contentObjection,
        @Nullable List<Objection> otherMlObjection) {
    /** Copies the histories; refuses two moves on one day. */
    public PlainMember {
        moves = List.copyOf(moves);
        Set<LocalDate> days = new HashSet<>();
        for (Move move : moves) {
            if (!days.add(move.day())) {
                throw new IllegalArgumentException("moves: two on one day");
            }
        }
        Map<Setting, List<Switch>> copy = new EnumMap<>(Setting.class);
        settings.forEach((setting, history) -> copy.put(setting, List.copyOf(history)));
        settings = copy;
        globalPrivacyControl = globalPrivacyControl == null ? null : List.copyOf(globalPrivacyControl);
        contentObjection = contentObjection == null ? null : List.copyOf(contentObjection);
        otherMlObjection = otherMlObjection == null ? null : List.copyOf(otherMlObjection);
    }

    /** The history of a switch; null where not known. */
    @Nullable
    List<Switch> setting(Setting setting) {
        return settings.get(setting);
    }

    /** Kinds of account. */
    public enum Account {
        /** An ordinary account. */
        STANDARD,
        /** An education account. */
        EDUCATION,
        /** Some other kind. */
        OTHER
    }

    /** The member's switches. */
    public enum Setting {
        /** Data for Generative AI Improvement. */
        AI_IMPROVEMENT,
        /** Share data with affiliates and partners. */
        SHARE_WITH_AFFILIATES,
        /** Ads off LinkedIn. */
        ADS_OFF_LINKEDIN,
        /** Profile data in advertisements. */
        ADS_PROFILE,
        /** Feed activity in advertisements. */
        ADS_FEED_ACTIVITY,
        /** Ad engagement in advertisements. */
        ADS_AD_ENGAGEMENT
    }

    /**
     * A move.
     *
     * @param day the first day in the country
     * @param country its code; null where not known
     */
    public record Move(LocalDate day, @Nullable String country) {
        /** Refuses a move without a day. */
        public Move {
            Objects.requireNonNull(day, "day");
        }
    }

    /**
     * A switch thrown, or a signal that starts or ends.
     *
     * @param day when
     * @param on whether it was switched on; for a signal, whether it is present from then on
     */
    public record Switch(LocalDate day, boolean on) {
        /** Refuses an event without a day. */
        public Switch {
            Objects.requireNonNull(day, "day");
        }
    }

    /**
     * A step of an objection.
     *
     * @param day when
     * @param step which
     */
    public record Objection(LocalDate day, Step step) {
        /** Refuses an event without a day or step. */
        public Objection {
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(step, "step");
        }
    }

    /** The steps of an objection. */
    public enum Step {
        /** Filed by the member. */
        FILED,
        /** Granted by the service. */
        GRANTED,
        /** Withdrawn by the member. */
        WITHDRAWN
    }
}
