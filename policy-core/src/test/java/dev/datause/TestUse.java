package dev.datause;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A made-up use as plain values; what is null is unknown. */
public record TestUse(
        TestMember member,
        @Nullable String purpose,
        @Nullable String recipient,
        @Nullable String category,
        @Nullable String audience,
        @Nullable LocalDate collected,
        LocalDate used) {

    public TestUse withMember(TestMember value) {
        return new TestUse(value, purpose, recipient, category, audience, collected, used);
    }

    public TestUse withPurpose(@Nullable String value) {
        return new TestUse(member, value, recipient, category, audience, collected, used);
    }

    public TestUse withRecipient(@Nullable String value) {
        return new TestUse(member, purpose, value, category, audience, collected, used);
    }

    public TestUse withCategory(@Nullable String value) {
        return new TestUse(member, purpose, recipient, value, audience, collected, used);
    }

    public TestUse withAudience(@Nullable String value) {
        return new TestUse(member, purpose, recipient, category, value, collected, used);
    }

    public TestUse withCollected(@Nullable LocalDate value) {
        return new TestUse(member, purpose, recipient, category, audience, value, used);
    }

    public TestUse withUsed(LocalDate value) {
        return new TestUse(member, purpose, recipient, category, audience, collected, value);
    }

    /** The same use as the library takes it. */
    public Use in(Vocabulary vocabulary) {
        return of(member.in(vocabulary));
    }

    /** The same use of another member's data. */
    public Use of(Member other) {
        Use.Builder use = Use.of(other);
        if (purpose != null) {
            use.purpose(Purpose.of(purpose));
        }
        if (recipient != null) {
            use.recipient(Recipient.of(recipient));
        }
        if (category != null) {
            use.category(Category.of(category));
        }
        if (audience != null) {
            use.audience(Audience.of(audience));
        }
        if (collected != null) {
            use.collected(collected);
        }
        return use.used(used);
    }
}
