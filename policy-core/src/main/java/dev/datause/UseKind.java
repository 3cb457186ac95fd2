package dev.datause;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a use is for, by whom and of what: the part of a use that a policy names by words of its own.
 *
 * @param purpose what for, or not given
 * @param recipient by whom, or not given
 * @param category what kind of data, or not given
 */
public record UseKind(Optional<Purpose> purpose, Optional<Recipient> recipient, Optional<Category> category) {
    /** Refuses null. */
    public UseKind {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(category, "category");
    }

    /** With all three given. */
    public static UseKind of(Purpose purpose, Recipient recipient, Category category) {
        return new UseKind(Optional.of(purpose), Optional.of(recipient), Optional.of(category));
    }

    /** Every combination of the words of a vocabulary, in its order. */
    public static List<UseKind> named(Vocabulary vocabulary) {
        List<UseKind> kinds = new ArrayList<>();
        for (Vocabulary.PurposeEntry purpose : vocabulary.purposes()) {
            for (Vocabulary.RecipientEntry recipient : vocabulary.recipients()) {
                for (Vocabulary.CategoryEntry category : vocabulary.categories()) {
                    kinds.add(of(purpose.name(), recipient.name(), category.name()));
                }
            }
        }
        return kinds;
    }

    /**
     * Every combination that a policy can tell apart: of the words of a vocabulary, of a word that it does not have, and
     * of none given.
     */
    public static List<UseKind> all(Vocabulary vocabulary) {
        List<Optional<Purpose>> purposes = new ArrayList<>();
        vocabulary.purposes().forEach(entry -> purposes.add(Optional.of(entry.name())));
        purposes.add(Optional.of(otherPurpose(vocabulary)));
        purposes.add(Optional.empty());
        List<Optional<Recipient>> recipients = new ArrayList<>();
        vocabulary.recipients().forEach(entry -> recipients.add(Optional.of(entry.name())));
        recipients.add(Optional.of(otherRecipient(vocabulary)));
        recipients.add(Optional.empty());
        List<Optional<Category>> categories = new ArrayList<>();
        vocabulary.categories().forEach(entry -> categories.add(Optional.of(entry.name())));
        categories.add(Optional.of(otherCategory(vocabulary)));
        categories.add(Optional.empty());
        List<UseKind> kinds = new ArrayList<>();
        for (Optional<Purpose> purpose : purposes) {
            for (Optional<Recipient> recipient : recipients) {
                for (Optional<Category> category : categories) {
                    kinds.add(new UseKind(purpose, recipient, category));
                }
            }
        }
        return kinds;
    }

    private static Purpose otherPurpose(Vocabulary vocabulary) {
        Purpose other = Purpose.of("another");
        while (vocabulary.position(other) >= 0) {
            other = Purpose.of(other.name() + "-1");
        }
        return other;
    }

    private static Recipient otherRecipient(Vocabulary vocabulary) {
        Recipient other = Recipient.of("another");
        while (vocabulary.position(other) >= 0) {
            other = Recipient.of(other.name() + "-1");
        }
        return other;
    }

    private static Category otherCategory(Vocabulary vocabulary) {
        Category other = Category.of("another");
        while (vocabulary.position(other) >= 0) {
            other = Category.of(other.name() + "-1");
        }
        return other;
    }

    /** In words, such as {@code ai-training by linkedin of profile}. */
    @Override
    public String toString() {
        return purpose.map(Purpose::name).orElse("no purpose") + " by "
                + recipient.map(Recipient::name).orElse("no recipient") + " of "
                + category.map(Category::name).orElse("no category");
    }
}
