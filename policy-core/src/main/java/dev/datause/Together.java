package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** By what they ask: a policy may join a hundred thousand of them. */
    private final Map<Integer, List<Condition>> met = new HashMap<>();

    private final Map<Integer, List<Condition>> notMet = new HashMap<>();
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
        Integer fact = SameFact.hash(condition);
        for (Condition other : (wanted ? notMet : met).getOrDefault(fact, List.of())) {
            if (condition instanceof Condition.AgeAtLeast age) {
                found = impossible(age, other, wanted);
            } else if (SameFact.same(condition, other)) {
                found = "a condition and its opposite";
            }
            if (found != null) {
                return;
            }
        }
        List<Condition> alike = (wanted ? met : notMet).computeIfAbsent(fact, same -> new ArrayList<>(1));
        for (Condition other : alike) {
            if (wanted && SameFact.opposite(condition, other)) {
                found = "a setting or signal in both of its states";
                return;
            }
            if (SameFact.same(condition, other)) {
                return;
            }
        }
        alike.add(condition);
    }

    /** Why nobody can have reached the one age and not the other, if that is so. */
    private static @Nullable String impossible(Condition.AgeAtLeast age, Condition other, boolean wanted) {
        if (!(other instanceof Condition.AgeAtLeast same) || !SameFact.same(same.at(), age.at())) {
            return null;
        }
        int least = wanted ? age.years() : same.years();
        int below = wanted ? same.years() : age.years();
        return least >= below ? "at least " + least + " years old and below " + below : null;
    }
}
