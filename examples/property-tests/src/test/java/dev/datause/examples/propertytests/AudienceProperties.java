package dev.datause.examples.propertytests;

import dev.datause.LinkedIn;
import dev.datause.testkit.TestedPipeline;
import dev.datause.testkit.jqwik.GateLaws;

class AudienceProperties implements GateLaws<Account, Audience.Row> {
    @Override
    public TestedPipeline<Account, Audience.Row> pipeline() {
        return TestedPipeline.of(
                LinkedIn.strict(), LinkedIn.AFFILIATE_ADS, Accounts::of, new Audience()::run, Audience.Row::account);
    }
}
