package dev.datause.examples.quickstart;

import dev.datause.Category;
import dev.datause.DataUsePolicy;
import dev.datause.LinkedIn;
import dev.datause.Member;
import dev.datause.Use;
import java.time.LocalDate;

/** The ten lines of the README. A test compares both, and what they print with what the README says. */
public final class TenLines {
    private TenLines() {}

    /** Asks one policy about one member. */
    public static void main(String[] arguments) {
        DataUsePolicy policy = LinkedIn.strict();
        LocalDate day = LocalDate.of(2025, 11, 3);
        Member.Builder facts = policy.member().country("DE").born(LocalDate.of(1990, 5, 1));
        Member member = facts.trait("account", "standard").othersUntouched().build();
        System.out.println("AI training: " + policy.isPermitted(member, LinkedIn.AI_TRAINING, day));
        System.out.println("Ads: " + policy.isPermitted(member, LinkedIn.AFFILIATE_ADS, day));

        Use.Builder ads = Use.of(member).purpose(LinkedIn.AFFILIATE_ADS).recipient(LinkedIn.MICROSOFT);
        Use use = ads.category(Category.of("profile")).collected(day).used(day);
        policy.decide(use).grounds().forEach(ground -> System.out.println("Because: " + ground.sentence()));
    }
}
