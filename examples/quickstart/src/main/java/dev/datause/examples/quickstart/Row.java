package dev.datause.examples.quickstart;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Use;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One piece of a member's data, on its way to a sink.
 *
 * @param account whose it is
 * @param category what kind of data it is
 * @param audience to whom the member showed it, where that is known
 * @param collected when it was collected, where that is known
 * @param text the data itself
 */
record Row(
        Account account, Category category, Optional<Audience> audience, Optional<LocalDate> collected, String text) {

    /** What the policy is asked about this row. What is not known stays unknown: the policy knows what that means. */
    Use usedFor(Purpose purpose, Recipient recipient, LocalDate day) {
        Use.Builder use =
                Use.of(account.owner()).purpose(purpose).recipient(recipient).category(category);
        audience.ifPresent(use::audience);
        collected.ifPresent(use::collected);
        return use.used(day);
    }
}
