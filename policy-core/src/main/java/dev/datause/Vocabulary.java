package dev.datause;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of a policy: everything its rules, and the facts about members, may name.
 *
 * @param purposes what data may be used for
 * @param recipients who may use it
 * @param categories what kinds of data there are
 * @param audiences to whom data can have been shown
 * @param jurisdictions groups of countries
 * @param settings switches of the member, on by default
 * @param signals signals sent for the member, absent by default
 * @param objections the scopes in which a member can object
 * @param flags facts about a member that are set or not
 * @param traits facts about a member with one of several values
 */
public record Vocabulary(
        List<PurposeEntry> purposes,
        List<RecipientEntry> recipients,
        List<CategoryEntry> categories,
        List<Entry> audiences,
        List<Jurisdiction> jurisdictions,
        List<SettingEntry> settings,
        List<Entry> signals,
        List<Entry> objections,
        List<Entry> flags,
        List<Trait> traits) {
    /** Copies the lists. */
    public Vocabulary {
        purposes = List.copyOf(purposes);
        recipients = List.copyOf(recipients);
        categories = List.copyOf(categories);
        audiences = List.copyOf(audiences);
        jurisdictions = List.copyOf(jurisdictions);
        settings = List.copyOf(settings);
        signals = List.copyOf(signals);
        objections = List.copyOf(objections);
        flags = List.copyOf(flags);
        traits = List.copyOf(traits);
    }

    /** A name that the vocabulary does not have: nothing is true of it. */
    static final int OTHER = -1;
    /** A name that was not given: nothing is known of it. */
    static final int MISSING = -2;

    /** The position of a purpose, or {@link #OTHER}, or {@link #MISSING}; likewise the others. */
    int position(@Nullable Purpose purpose) {
        if (purpose == null) {
            return MISSING;
        }
        for (int i = 0; i < purposes.size(); i++) {
            if (purposes.get(i).name().equals(purpose)) {
                return i;
            }
        }
        return OTHER;
    }

    int position(@Nullable Recipient recipient) {
        if (recipient == null) {
            return MISSING;
        }
        for (int i = 0; i < recipients.size(); i++) {
            if (recipients.get(i).name().equals(recipient)) {
                return i;
            }
        }
        return OTHER;
    }

    int position(@Nullable Category category) {
        if (category == null) {
            return MISSING;
        }
        for (int i = 0; i < categories.size(); i++) {
            if (categories.get(i).name().equals(category)) {
                return i;
            }
        }
        return OTHER;
    }

    int position(@Nullable Audience audience) {
        if (audience == null) {
            return MISSING;
        }
        for (int i = 0; i < audiences.size(); i++) {
            if (audiences.get(i).name().equals(audience.name())) {
                return i;
            }
        }
        return OTHER;
    }

    /**
     * A word and what it means.
     *
     * @param name the word
     * @param title what it means, for people
     */
    public record Entry(String name, String title) {}

    /**
     * A purpose.
     *
     * @param name its name
     * @param title what it means, for people
     * @param defaultRecipient the recipient of the short form {@code isPermitted}
     * @param usual the data of the short form, all of which must be permitted; one at least
     * @param bases the legal basis by place, for people
     */
    public record PurposeEntry(
            Purpose name, String title, Recipient defaultRecipient, List<Usual> usual, List<Policy.Statement> bases) {
        /** Copies the lists. */
        public PurposeEntry {
            usual = List.copyOf(usual);
            bases = List.copyOf(bases);
        }
    }

    /**
     * Data that a purpose usually uses.
     *
     * @param category the category
     * @param audience the audience, where it matters
     */
    public record Usual(Category category, Optional<Audience> audience) {}

    /**
     * A recipient.
     *
     * @param name its name
     * @param title who it is, for people
     * @param under the recipient it belongs to, if any
     */
    public record RecipientEntry(Recipient name, String title, Optional<Recipient> under) {}

    /**
     * A category.
     *
     * @param name its name
     * @param title what it holds, for people
     * @param under the category it lies below, if any
     */
    public record CategoryEntry(Category name, String title, Optional<Category> under) {}

    /**
     * A group of countries.
     *
     * @param name its name
     * @param title what it is, for people
     * @param countries countries listed by themselves
     * @param includes other jurisdictions that lie in it
     * @param includesWhen jurisdictions that lie in it only when a question is answered so
     * @param allExcept if given, the group is every assigned country outside these jurisdictions, and nothing else is listed
     */
    public record Jurisdiction(
            String name,
            String title,
            List<Country> countries,
            List<String> includes,
            List<IncludesWhen> includesWhen,
            Optional<List<String>> allExcept) {
        /** Copies the lists. */
        public Jurisdiction {
            countries = List.copyOf(countries);
            includes = List.copyOf(includes);
            includesWhen = List.copyOf(includesWhen);
            allExcept = allExcept.isPresent() ? Optional.of(List.copyOf(allExcept.get())) : allExcept;
        }
    }

    /**
     * Jurisdictions that belong to a group in some readings.
     *
     * @param question the question
     * @param answer the answer that includes them
     * @param jurisdictions the jurisdictions
     */
    public record IncludesWhen(String question, String answer, List<String> jurisdictions) {
        /** Copies the list. */
        public IncludesWhen {
            jurisdictions = List.copyOf(jurisdictions);
        }
    }

    /**
     * A setting.
     *
     * @param name its name
     * @param title what the service calls it
     * @param path where the member finds it
     * @param aliases other names under which histories may be recorded
     */
    public record SettingEntry(String name, String title, String path, List<String> aliases) {
        /** Copies the list. */
        public SettingEntry {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * A trait.
     *
     * @param name its name
     * @param title what it means, for people
     * @param values the values it can have
     */
    public record Trait(String name, String title, List<String> values) {
        /** Copies the list. */
        public Trait {
            values = List.copyOf(values);
        }
    }
}
