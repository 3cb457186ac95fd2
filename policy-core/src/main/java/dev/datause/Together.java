package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Simple conditions that are to hold together, some of them turned round, and whether two of them exclude each other. */
final class Together {
    private final Vocabulary vocabulary;
    private final List<Condition> met = new ArrayList<>();
    private final List<Condition> notMet = new ArrayList<>();
    private @Nullable LocalDate usedFrom;
    private @Nullable LocalDate usedBefore;
    private @Nullable LocalDate collectedFrom;
    private @Nullable LocalDate collectedBefore;
    private final BitSet purposes = new BitSet();
    private final BitSet recipients = new BitSet();
    private final BitSet categories = new BitSet();
    private final BitSet audiences = new BitSet();
    private @Nullable String found;

    Together(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        purposes.set(0, vocabulary.purposes().size());
        recipients.set(0, vocabulary.recipients().size());
        categories.set(0, vocabulary.categories().size());
        audiences.set(0, vocabulary.audiences().size());
    }

    /** Why the conditions exclude each other, or null where no reason is found. */
    @Nullable
    String contradiction() {
        return found;
    }

    /** Adds a condition without parts that must be true, or one that must be false. */
    void add(Condition condition, boolean wanted) {
        if (found != null) {
            return;
        }
        if (condition instanceof Condition.UsedFrom used) {
            days(used.day(), wanted, true);
        } else if (condition instanceof Condition.CollectedFrom collected) {
            days(collected.day(), wanted, false);
        } else if (condition instanceof Condition.PurposeIs is) {
            narrow(purposes, purposes(is), wanted, "no purpose is left");
        } else if (condition instanceof Condition.RecipientIs is) {
            narrow(recipients, recipients(is), wanted, "no recipient is left");
        } else if (condition instanceof Condition.CategoryIs is) {
            narrow(categories, categories(is), wanted, "no category is left");
        } else if (condition instanceof Condition.AudienceIs is) {
            narrow(audiences, audiences(is), wanted, "no audience is left");
        } else {
            single(condition, wanted);
        }
    }

    private void days(LocalDate day, boolean wanted, boolean use) {
        if (use && wanted) {
            usedFrom = usedFrom == null || usedFrom.isBefore(day) ? day : usedFrom;
        } else if (use) {
            usedBefore = usedBefore == null || usedBefore.isAfter(day) ? day : usedBefore;
        } else if (wanted) {
            collectedFrom = collectedFrom == null || collectedFrom.isBefore(day) ? day : collectedFrom;
        } else {
            collectedBefore = collectedBefore == null || collectedBefore.isAfter(day) ? day : collectedBefore;
        }
        found = between("used", usedFrom, usedBefore);
        found = found == null ? between("collected", collectedFrom, collectedBefore) : found;
    }

    private static @Nullable String between(String what, @Nullable LocalDate from, @Nullable LocalDate before) {
        boolean empty = from != null && before != null && !from.isBefore(before);
        return empty ? what + " from " + from + " and before " + before : null;
    }

    private void narrow(BitSet left, BitSet named, boolean wanted, String otherwise) {
        if (wanted) {
            left.and(named);
        } else {
            left.andNot(named);
        }
        found = left.isEmpty() ? otherwise : null;
    }

    private BitSet purposes(Condition.PurposeIs is) {
        BitSet named = new BitSet();
        for (int i = 0; i < vocabulary.purposes().size(); i++) {
            named.set(i, is.oneOf().contains(vocabulary.purposes().get(i).name()));
        }
        return named;
    }

    private BitSet recipients(Condition.RecipientIs is) {
        BitSet named = new BitSet();
        for (int i = 0; i < vocabulary.recipients().size(); i++) {
            Optional<Recipient> at = Optional.of(vocabulary.recipients().get(i).name());
            while (at.isPresent() && !named.get(i)) {
                named.set(i, is.oneOf().contains(at.get()));
                at = above(at.get());
            }
        }
        return named;
    }

    private Optional<Recipient> above(Recipient recipient) {
        for (Vocabulary.RecipientEntry entry : vocabulary.recipients()) {
            if (entry.name().equals(recipient)) {
                return entry.under();
            }
        }
        return Optional.empty();
    }

    private BitSet categories(Condition.CategoryIs is) {
        BitSet named = new BitSet();
        for (int i = 0; i < vocabulary.categories().size(); i++) {
            Optional<Category> at = Optional.of(vocabulary.categories().get(i).name());
            while (at.isPresent() && !named.get(i)) {
                named.set(i, is.oneOf().contains(at.get()));
                at = above(at.get());
            }
        }
        return named;
    }

    private Optional<Category> above(Category category) {
        for (Vocabulary.CategoryEntry entry : vocabulary.categories()) {
            if (entry.name().equals(category)) {
                return entry.under();
            }
        }
        return Optional.empty();
    }

    private BitSet audiences(Condition.AudienceIs is) {
        BitSet named = new BitSet();
        for (int i = 0; i < vocabulary.audiences().size(); i++) {
            named.set(
                    i,
                    is.oneOf()
                            .contains(Audience.of(vocabulary.audiences().get(i).name())));
        }
        return named;
    }

    private void single(Condition condition, boolean wanted) {
        for (Condition other : wanted ? notMet : met) {
            if (other.equals(condition)) {
                found = "a condition and its opposite";
            }
        }
        for (Condition other : wanted ? met : List.<Condition>of()) {
            found = found == null && exclude(condition, other) ? "a setting or signal in both of its states" : found;
        }
        if (condition instanceof Condition.AgeAtLeast age) {
            ages(age, wanted);
        }
        (wanted ? met : notMet).add(condition);
    }

    private static boolean exclude(Condition one, Condition other) {
        if (one instanceof Condition.SettingIs a && other instanceof Condition.SettingIs b) {
            return a.on() != b.on()
                    && a.setting().equals(b.setting())
                    && a.at().equals(b.at())
                    && a.onCounts() == b.onCounts();
        }
        return one instanceof Condition.SignalIs a
                && other instanceof Condition.SignalIs b
                && a.present() != b.present()
                && a.signal().equals(b.signal())
                && a.at().equals(b.at())
                && a.absentCounts() == b.absentCounts();
    }

    private void ages(Condition.AgeAtLeast age, boolean wanted) {
        for (Condition other : wanted ? notMet : met) {
            if (other instanceof Condition.AgeAtLeast same && same.at().equals(age.at())) {
                int least = wanted ? age.years() : same.years();
                int below = wanted ? same.years() : age.years();
                found = least >= below ? "at least " + least + " years old and below " + below : found;
            }
        }
    }
}
