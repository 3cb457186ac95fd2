package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Simple conditions that are to hold together, some of them turned round, and whether two of them exclude each other. */
final class Together {
    /** The names of a vocabulary, in which conditions on purpose, recipient, category and audience leave fewer and fewer. */
    static final class Named {
        private final Trees purposes;
        private final Trees recipients;
        private final Trees categories;
        private final Trees audiences;

        Named(Vocabulary vocabulary) {
            purposes = Trees.purposes(vocabulary);
            recipients = Trees.recipients(vocabulary);
            categories = Trees.categories(vocabulary);
            audiences = Trees.audiences(vocabulary);
        }
    }

    private final Named named;
    private final List<Condition> met = new ArrayList<>();
    private final List<Condition> notMet = new ArrayList<>();
    private final BitSet purposes;
    private final BitSet recipients;
    private final BitSet categories;
    private final BitSet audiences;
    private @Nullable LocalDate usedFrom;
    private @Nullable LocalDate usedBefore;
    private @Nullable LocalDate collectedFrom;
    private @Nullable LocalDate collectedBefore;
    private @Nullable String found;

    Together(Named named) {
        this.named = named;
        purposes = named.purposes.all();
        recipients = named.recipients.all();
        categories = named.categories.all();
        audiences = named.audiences.all();
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
            used(used.day(), wanted);
        } else if (condition instanceof Condition.CollectedFrom collected) {
            collected(collected.day(), wanted);
        } else if (condition instanceof Condition.PurposeIs is) {
            narrow(purposes, named.purposes.within(is.oneOf()), wanted, "no purpose is left");
        } else if (condition instanceof Condition.RecipientIs is) {
            narrow(recipients, named.recipients.within(is.oneOf()), wanted, "no recipient is left");
        } else if (condition instanceof Condition.CategoryIs is) {
            narrow(categories, named.categories.within(is.oneOf()), wanted, "no category is left");
        } else if (condition instanceof Condition.AudienceIs is) {
            narrow(audiences, named.audiences.within(is.oneOf()), wanted, "no audience is left");
        } else {
            other(condition, wanted);
        }
    }

    private void used(LocalDate day, boolean wanted) {
        if (wanted) {
            usedFrom = usedFrom == null || usedFrom.isBefore(day) ? day : usedFrom;
        } else {
            usedBefore = usedBefore == null || usedBefore.isAfter(day) ? day : usedBefore;
        }
        found = between("used", usedFrom, usedBefore);
    }

    private void collected(LocalDate day, boolean wanted) {
        if (wanted) {
            collectedFrom = collectedFrom == null || collectedFrom.isBefore(day) ? day : collectedFrom;
        } else {
            collectedBefore = collectedBefore == null || collectedBefore.isAfter(day) ? day : collectedBefore;
        }
        found = between("collected", collectedFrom, collectedBefore);
    }

    private static @Nullable String between(String what, @Nullable LocalDate from, @Nullable LocalDate before) {
        boolean empty = from != null && before != null && !from.isBefore(before);
        return empty ? what + " from " + from + " and before " + before : null;
    }

    private void narrow(BitSet left, BitSet within, boolean wanted, String otherwise) {
        if (wanted) {
            left.and(within);
        } else {
            left.andNot(within);
        }
        found = left.isEmpty() ? otherwise : null;
    }

    private void other(Condition condition, boolean wanted) {
        for (Condition other : wanted ? notMet : met) {
            found = found == null && SameFact.same(condition, other) ? "a condition and its opposite" : found;
        }
        for (Condition other : met) {
            boolean both = wanted && SameFact.opposite(condition, other);
            found = found == null && both ? "a setting or signal in both of its states" : found;
        }
        if (condition instanceof Condition.AgeAtLeast age) {
            ages(age, wanted);
        }
        (wanted ? met : notMet).add(condition);
    }

    private void ages(Condition.AgeAtLeast age, boolean wanted) {
        for (Condition other : wanted ? notMet : met) {
            if (other instanceof Condition.AgeAtLeast same && SameFact.same(same.at(), age.at())) {
                int least = wanted ? age.years() : same.years();
                int below = wanted ? same.years() : age.years();
                found = least >= below ? "at least " + least + " years old and below " + below : found;
            }
        }
    }
}
