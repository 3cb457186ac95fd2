package dev.datause.examples.propertytests;

import dev.datause.LinkedIn;
import dev.datause.testkit.TestedPipeline;
import dev.datause.testkit.jqwik.GateLaws;

/** The United Kingdom left the European Union, and the list. */
class WithoutTheUkMistake implements GateLaws<Account, Audience.Row> {
    static class Mistaken extends Audience {
        @Override
        boolean isInEurope(String country) {
            return super.isInEurope(country) && !country.equals("GB");
        }
    }

    @Override
    public TestedPipeline<Account, Audience.Row> pipeline() {
        return TestedPipeline.of(
                LinkedIn.strict(), LinkedIn.AFFILIATE_ADS, Accounts::of, new Mistaken()::run, Audience.Row::account);
    }
}
