package dev.datause;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One use of a member's data: whose, what for, by whom, what kind, collected and used when. All but the member and the
 * day of use may be unknown; unknown never permits by itself.
 *
 * <p>Immutable. {@code toString} tells no fact.
 */
public final class Use {
    private final Member member;
    private final Optional<Purpose> purpose;
    private final Optional<Recipient> recipient;
    private final Optional<Category> category;
    private final Optional<Audience> audience;
    private final Optional<LocalDate> collected;
    private final LocalDate used;
    /** Positions in the member's vocabulary, and packed days: looked up once, decided by often. */
    final int purposeAt;

    final int recipientAt;
    final int categoryAt;
    final int audienceAt;
    final int collectedDay;
    final int usedDay;

    private Use(Builder from, LocalDate used) {
        member = from.member;
        purpose = Optional.ofNullable(from.purpose);
        recipient = Optional.ofNullable(from.recipient);
        category = Optional.ofNullable(from.category);
        audience = Optional.ofNullable(from.audience);
        collected = Optional.ofNullable(from.collected);
        this.used = used;
        Vocabulary words = member.vocabulary();
        purposeAt = words.position(from.purpose);
        recipientAt = words.position(from.recipient);
        categoryAt = words.position(from.category);
        audienceAt = 1 + Math.max(-1, words.position(from.audience));
        collectedDay = from.collected == null ? Days.UNKNOWN : Days.of(from.collected);
        usedDay = Days.of(used);
    }

    /** A use of this member's data; the rest is unknown until it is given. */
    public static Builder of(Member member) {
        return new Builder(Objects.requireNonNull(member, "member"));
    }

    /** Whose data. */
    public Member member() {
        return member;
    }

    /** What for. */
    public Optional<Purpose> purpose() {
        return purpose;
    }

    /** By whom. */
    public Optional<Recipient> recipient() {
        return recipient;
    }

    /** What kind of data. */
    public Optional<Category> category() {
        return category;
    }

    /** To whom the member showed the data. */
    public Optional<Audience> audience() {
        return audience;
    }

    /** When the data was collected. */
    public Optional<LocalDate> collected() {
        return collected;
    }

    /** When the data is used. */
    public LocalDate used() {
        return used;
    }

    /** Tells nothing about the member. */
    @Override
    public String toString() {
        return "Use";
    }

    /** Collects what is known about a use. Not thread-safe. Refuses null by the parameter's name. */
    public static final class Builder {
        private final Member member;
        private @Nullable Purpose purpose;
        private @Nullable Recipient recipient;
        private @Nullable Category category;
        private @Nullable Audience audience;
        private @Nullable LocalDate collected;

        private Builder(Member member) {
            this.member = member;
        }

        /** What for. */
        public Builder purpose(Purpose value) {
            purpose = Objects.requireNonNull(value, "purpose");
            return this;
        }

        /** By whom. */
        public Builder recipient(Recipient value) {
            recipient = Objects.requireNonNull(value, "recipient");
            return this;
        }

        /** What kind of data. */
        public Builder category(Category value) {
            category = Objects.requireNonNull(value, "category");
            return this;
        }

        /** To whom the member showed the data. */
        public Builder audience(Audience value) {
            audience = Objects.requireNonNull(value, "audience");
            return this;
        }

        /** When the data was collected; refuses days outside the years 1900 to 2200. */
        public Builder collected(LocalDate day) {
            collected = Days.checked(day, "collected");
            return this;
        }

        /** The use, on this day; refuses days outside the years 1900 to 2200. */
        public Use used(LocalDate day) {
            return new Use(this, Days.checked(day, "used"));
        }
    }
}
