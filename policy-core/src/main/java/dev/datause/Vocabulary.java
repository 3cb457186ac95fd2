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

    /** Begins a vocabulary without words. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins a vocabulary that is this one but for what is set. This one stays as it is. */
    public Builder toBuilder() {
        return new Builder()
                .purposes(purposes)
                .recipients(recipients)
                .categories(categories)
                .audiences(audiences)
                .jurisdictions(jurisdictions)
                .settings(settings)
                .signals(signals)
                .objections(objections)
                .flags(flags)
                .traits(traits);
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

    /** Sets a vocabulary together, one kind of word after the other; of a kind set twice the last counts. Not thread-safe. */
    public static final class Builder {
        private List<PurposeEntry> purposes = List.of();
        private List<RecipientEntry> recipients = List.of();
        private List<CategoryEntry> categories = List.of();
        private List<Entry> audiences = List.of();
        private List<Jurisdiction> jurisdictions = List.of();
        private List<SettingEntry> settings = List.of();
        private List<Entry> signals = List.of();
        private List<Entry> objections = List.of();
        private List<Entry> flags = List.of();
        private List<Trait> traits = List.of();

        private Builder() {}

        /** Sets what data may be used for. */
        public Builder purposes(List<PurposeEntry> purposes) {
            this.purposes = purposes;
            return this;
        }

        /** Sets who may use it. */
        public Builder recipients(List<RecipientEntry> recipients) {
            this.recipients = recipients;
            return this;
        }

        /** Sets what kinds of data there are. */
        public Builder categories(List<CategoryEntry> categories) {
            this.categories = categories;
            return this;
        }

        /** Sets to whom data can have been shown. */
        public Builder audiences(List<Entry> audiences) {
            this.audiences = audiences;
            return this;
        }

        /** Sets groups of countries. */
        public Builder jurisdictions(List<Jurisdiction> jurisdictions) {
            this.jurisdictions = jurisdictions;
            return this;
        }

        /** Sets switches of the member, on by default. */
        public Builder settings(List<SettingEntry> settings) {
            this.settings = settings;
            return this;
        }

        /** Sets signals sent for the member, absent by default. */
        public Builder signals(List<Entry> signals) {
            this.signals = signals;
            return this;
        }

        /** Sets the scopes in which a member can object. */
        public Builder objections(List<Entry> objections) {
            this.objections = objections;
            return this;
        }

        /** Sets facts about a member that are set or not. */
        public Builder flags(List<Entry> flags) {
            this.flags = flags;
            return this;
        }

        /** Sets facts about a member with one of several values. */
        public Builder traits(List<Trait> traits) {
            this.traits = traits;
            return this;
        }

        /** The vocabulary. */
        public Vocabulary build() {
            return new Vocabulary(
                    purposes,
                    recipients,
                    categories,
                    audiences,
                    jurisdictions,
                    settings,
                    signals,
                    objections,
                    flags,
                    traits);
        }
    }
}
