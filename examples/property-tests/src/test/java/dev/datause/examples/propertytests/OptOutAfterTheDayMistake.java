package dev.datause.examples.propertytests;

import dev.datause.LinkedIn;
import dev.datause.testkit.TestedPipeline;
import dev.datause.testkit.jqwik.GateLaws;
import java.time.LocalDate;

/** An opt-out counts only after its day. */
class OptOutAfterTheDayMistake implements GateLaws<Account, Audience.Row> {
    static class Mistaken extends Audience {
        @Override
        boolean counts(LocalDate event, LocalDate day) {
            return event.isBefore(day);
        }
    }

    @Override
    public TestedPipeline<Account, Audience.Row> pipeline() {
        return TestedPipeline.of(
                LinkedIn.strict(), LinkedIn.AFFILIATE_ADS, Accounts::of, new Mistaken()::run, Audience.Row::account);
    }
}
