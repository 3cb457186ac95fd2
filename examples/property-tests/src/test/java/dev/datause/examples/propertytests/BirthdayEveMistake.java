package dev.datause.examples.propertytests;

import dev.datause.LinkedIn;
import dev.datause.testkit.TestedPipeline;
import dev.datause.testkit.jqwik.GateLaws;
import java.time.LocalDate;

/** Who is 18 tomorrow is an adult. */
class BirthdayEveMistake implements GateLaws<Account, Audience.Row> {
    static class Mistaken extends Audience {
        @Override
        boolean isAdult(LocalDate born, LocalDate day) {
            return super.isAdult(born, day.plusDays(1));
        }
    }

    @Override
    public TestedPipeline<Account, Audience.Row> pipeline() {
        return TestedPipeline.of(
                LinkedIn.strict(), LinkedIn.AFFILIATE_ADS, Accounts::of, new Mistaken()::run, Audience.Row::account);
    }
}
