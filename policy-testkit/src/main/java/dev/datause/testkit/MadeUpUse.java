package dev.datause.testkit;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Member;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Use;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A use of a made-up member's data as plain values; what is empty is unknown. Immutable.
 *
 * @param member whose data
 * @param purpose what for
 * @param recipient by whom
 * @param category what kind of data
 * @param audience to whom it was shown
 * @param collected when it was collected
 * @param used when it is used
 */
public record MadeUpUse(
        MadeUpMember member,
        Optional<Purpose> purpose,
        Optional<Recipient> recipient,
        Optional<Category> category,
        Optional<Audience> audience,
        Optional<LocalDate> collected,
        LocalDate used)
        implements MadeUp<MadeUpUse> {
    /** Refuses null. */
    public MadeUpUse {
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(collected, "collected");
        Objects.requireNonNull(used, "used");
    }

    /** The use as a policy takes it. */
    public Use use() {
        return use(member.member());
    }

    /** The same use of data of a member who was made already. */
    public Use use(Member whose) {
        Use.Builder use = Use.of(whose);
        purpose.ifPresent(use::purpose);
        recipient.ifPresent(use::recipient);
        category.ifPresent(use::category);
        audience.ifPresent(use::audience);
        collected.ifPresent(use::collected);
        return use.used(used);
    }

    /** The same use of another member's data. */
    public MadeUpUse of(MadeUpMember other) {
        return new MadeUpUse(other, purpose, recipient, category, audience, collected, used);
    }

    /** The same use for a purpose. */
    public MadeUpUse purpose(Purpose value) {
        return new MadeUpUse(member, Optional.of(value), recipient, category, audience, collected, used);
    }

    /** The same use by a recipient. */
    public MadeUpUse recipient(Recipient value) {
        return new MadeUpUse(member, purpose, Optional.of(value), category, audience, collected, used);
    }

    /** The same use of a category. */
    public MadeUpUse category(Category value) {
        return new MadeUpUse(member, purpose, recipient, Optional.of(value), audience, collected, used);
    }

    /** The same use of data shown to an audience. */
    public MadeUpUse audience(Audience value) {
        return new MadeUpUse(member, purpose, recipient, category, Optional.of(value), collected, used);
    }

    /** The same use of data collected on a day. */
    public MadeUpUse collected(LocalDate day) {
        return new MadeUpUse(member, purpose, recipient, category, audience, Optional.of(day), used);
    }

    /** The same use of data collected on an unknown day. */
    public MadeUpUse collectedOnUnknownDay() {
        return new MadeUpUse(member, purpose, recipient, category, audience, Optional.empty(), used);
    }

    /** The same use on a day. */
    public MadeUpUse used(LocalDate day) {
        return new MadeUpUse(member, purpose, recipient, category, audience, collected, day);
    }

    /** The uses of which one known fact less is known. */
    public List<MadeUpUse> lessKnown() {
        List<MadeUpUse> less = new ArrayList<>();
        if (purpose.isPresent()) {
            less.add(new MadeUpUse(member, Optional.empty(), recipient, category, audience, collected, used));
        }
        if (recipient.isPresent()) {
            less.add(new MadeUpUse(member, purpose, Optional.empty(), category, audience, collected, used));
        }
        if (category.isPresent()) {
            less.add(new MadeUpUse(member, purpose, recipient, Optional.empty(), audience, collected, used));
        }
        if (audience.isPresent()) {
            less.add(new MadeUpUse(member, purpose, recipient, category, Optional.empty(), collected, used));
        }
        if (collected.isPresent()) {
            less.add(collectedOnUnknownDay());
        }
        member.lessKnown().forEach(one -> less.add(of(one)));
        return less;
    }

    @Override
    public List<MadeUpUse> plainer() {
        List<MadeUpUse> all = new ArrayList<>();
        member.plainer().forEach(plainer -> all.add(of(plainer)));
        if (!collected.equals(Optional.of(used))) {
            all.add(collected(used));
        }
        Optional<Vocabulary.PurposeEntry> entry = entry();
        if (entry.isPresent()) {
            Recipient usualRecipient = entry.get().defaultRecipient();
            if (!recipient.equals(Optional.of(usualRecipient))) {
                all.add(recipient(usualRecipient));
            }
            if (!isUsual(entry.get())) {
                Vocabulary.Usual first = entry.get().usual().get(0);
                all.add(new MadeUpUse(
                        member, purpose, recipient, Optional.of(first.category()), first.audience(), collected, used));
            }
        }
        return all;
    }

    private Optional<Vocabulary.PurposeEntry> entry() {
        return member.vocabulary().purposes().stream()
                .filter(entry -> purpose.equals(Optional.of(entry.name())))
                .findFirst();
    }

    private boolean isUsual(Vocabulary.PurposeEntry entry) {
        return entry.usual().stream()
                .anyMatch(usual -> category.equals(Optional.of(usual.category())) && audience.equals(usual.audience()));
    }

    @Override
    public int oddity() {
        Optional<Vocabulary.PurposeEntry> entry = entry();
        int odd = member.oddity() + (collected.equals(Optional.of(used)) ? 0 : 1);
        if (entry.isPresent()) {
            odd += recipient.equals(Optional.of(entry.get().defaultRecipient())) ? 0 : 1;
            odd += isUsual(entry.get()) ? 0 : 1;
        }
        return odd;
    }

    /** What is done with the data, such as {@code profile for ai-training by linkedin, collected 2025-11-03, used 2025-11-03}. */
    public String what() {
        StringBuilder words = new StringBuilder();
        words.append(category.map(Category::name).orElse("data of unknown category"));
        audience.ifPresent(shown -> words.append(" shown to ").append(shown.name()));
        words.append(purpose.map(p -> " for " + p.name()).orElse(" for an unknown purpose"));
        words.append(recipient.map(r -> " by " + r.name()).orElse(" by an unknown recipient"));
        words.append(collected.map(day -> ", collected " + day).orElse(", collected on an unknown day"));
        return words.append(", used ").append(used).toString();
    }

    /** The use in words. */
    @Override
    public String toString() {
        return member + "; " + what();
    }
}
