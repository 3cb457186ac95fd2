package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The uses that a step of a pipeline makes: of one category, by one recipient, for one purpose, on the days it runs,
 * about the members that its population and its guards let pass. {@link DataUsePolicy#counterexamples} asks whether
 * every one of them is permitted.
 *
 * <p>What is not declared can be anything: the audience, every fact about a member, and the day of collection, which is
 * then any day up to the day of use or unknown. That data is not used before it was collected is taken for granted.
 *
 * @param purpose what for
 * @param recipient by whom
 * @param category what kind of data
 * @param audience to whom it was shown, if declared
 * @param passes a use passes only where every one of these is certainly true
 * @param usedFrom the first day of use
 * @param usedUntil the last day of use, or for ever
 * @param collected the days of collection, if declared: then the day is known and lies among them
 * @param permittedFor a use passes only where the policy permits it for each of these too, on the same day
 */
public record Passage(
        Purpose purpose,
        Recipient recipient,
        Category category,
        Optional<Audience> audience,
        List<Condition> passes,
        LocalDate usedFrom,
        Optional<LocalDate> usedUntil,
        Optional<Collected> collected,
        List<Other> permittedFor) {
    /** Copies the lists; refuses a last day before the first and days outside the years 1900 to 2200. */
    public Passage {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(audience, "audience");
        passes = List.copyOf(passes);
        Days.checked(usedFrom, "usedFrom");
        usedUntil.ifPresent(day -> Days.checked(day, "usedUntil"));
        if (usedUntil.isPresent() && usedUntil.get().isBefore(usedFrom)) {
            throw new IllegalArgumentException("usedUntil: lies before usedFrom");
        }
        Objects.requireNonNull(collected, "collected");
        permittedFor = List.copyOf(permittedFor);
    }

    /**
     * What else the data would be used for: everything else about the use is the same.
     *
     * @param purpose what for
     * @param recipient by whom
     */
    public record Other(Purpose purpose, Recipient recipient) {
        /** Refuses null. */
        public Other {
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(recipient, "recipient");
        }
    }

    /**
     * Days of collection.
     *
     * @param from the first
     * @param until the last
     */
    public record Collected(LocalDate from, LocalDate until) {
        /** Refuses a last day before the first and days outside the years 1900 to 2200. */
        public Collected {
            Days.checked(from, "from");
            Days.checked(until, "until");
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("until: lies before from");
            }
        }
    }

    /** Every use of a category from a day on; nothing else is declared. */
    public static Passage of(Purpose purpose, Recipient recipient, Category category, LocalDate usedFrom) {
        return new Passage(
                purpose,
                recipient,
                category,
                Optional.empty(),
                List.of(),
                usedFrom,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The same, of data shown to this audience. */
    public Passage audience(Audience shownTo) {
        return new Passage(
                purpose,
                recipient,
                category,
                Optional.of(shownTo),
                passes,
                usedFrom,
                usedUntil,
                collected,
                permittedFor);
    }

    /** The same, as far as a further condition lets it pass. */
    public Passage passing(Condition condition) {
        List<Condition> all = new ArrayList<>(passes);
        all.add(Objects.requireNonNull(condition, "condition"));
        return new Passage(purpose, recipient, category, audience, all, usedFrom, usedUntil, collected, permittedFor);
    }

    /** The same, as far as the policy permits it for another purpose too: what a step lets pass that asked for that. */
    public Passage permittedFor(Purpose otherPurpose, Recipient otherRecipient) {
        List<Other> others = new ArrayList<>(permittedFor);
        others.add(new Other(otherPurpose, otherRecipient));
        return new Passage(purpose, recipient, category, audience, passes, usedFrom, usedUntil, collected, others);
    }

    /** The same, up to and including a day of use. */
    public Passage usedUntil(LocalDate day) {
        return new Passage(
                purpose, recipient, category, audience, passes, usedFrom, Optional.of(day), collected, permittedFor);
    }

    /** The same, of data collected on known days from {@code from} to {@code until}, both included. */
    public Passage collected(LocalDate from, LocalDate until) {
        return new Passage(
                purpose,
                recipient,
                category,
                audience,
                passes,
                usedFrom,
                usedUntil,
                Optional.of(new Collected(from, until)),
                permittedFor);
    }
}
