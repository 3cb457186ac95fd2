package dev.datause.testkit.jqwik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.Category;
import dev.datause.Country;
import dev.datause.DataUsePolicy;
import dev.datause.LinkedIn;
import dev.datause.Member;
import dev.datause.Policy;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Use;
import dev.datause.testkit.Crowd;
import dev.datause.testkit.History;
import dev.datause.testkit.MadeUpMember;
import dev.datause.testkit.MadeUpUse;
import dev.datause.testkit.UnderTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Every type of parameter is drawn from the policy under test. */
class ParameterProperties implements UnderTest {
    @Override
    public DataUsePolicy policy() {
        return LinkedIn.documented();
    }

    @Property(tries = 100)
    void ofTheKit(
            @ForAll MadeUpUse use,
            @ForAll MadeUpMember member,
            @ForAll Crowd crowd,
            @ForAll History history,
            @ForAll @Size(max = 3) List<MadeUpMember> members) {
        assertEquals(policy().policy().vocabulary(), use.member().vocabulary());
        assertEquals(member.vocabulary(), use.member().vocabulary());
        assertTrue(!crowd.members().isEmpty() && crowd.members().size() <= 20);
        assertTrue(members.size() <= 3 && history.events().size() <= 5);
    }

    @Property(tries = 100)
    void ofTheLibrary(
            @ForAll @FromPolicy Member member,
            @ForAll @FromPolicy(purpose = "affiliate-ads") Use use,
            @ForAll @FromPolicy Purpose purpose,
            @ForAll @FromPolicy Recipient recipient,
            @ForAll @FromPolicy Category category,
            @ForAll @FromPolicy Country country,
            @ForAll @FromPolicy LocalDate day) {
        assertEquals(policy().policy().vocabulary(), member.vocabulary());
        assertEquals(Optional.of(LinkedIn.AFFILIATE_ADS), use.purpose());
        assertTrue(policy().policy().vocabulary().purposes().stream()
                .anyMatch(entry -> entry.name().equals(purpose)));
        assertTrue(policy().policy().vocabulary().recipients().stream()
                .anyMatch(entry -> entry.name().equals(recipient)));
        assertTrue(policy().policy().vocabulary().categories().stream()
                .anyMatch(entry -> entry.name().equals(category)));
        assertTrue(Country.all().contains(country));
        assertTrue(day.isAfter(LocalDate.of(2020, 1, 1)) && day.isBefore(LocalDate.of(2040, 1, 1)));
    }

    @Property(tries = 20)
    void policiesWithOneChange(@ForAll @FromPolicy Policy changed, @ForAll @FromPolicy Policy.Rule prohibition) {
        assertNotEquals(policy().policy(), changed);
        assertEquals(Policy.Effect.PROHIBIT, prohibition.effect());
        DataUsePolicy.of(changed);
    }

    @Property(tries = 20)
    void policiesUnderAnyReading(@ForAll @FromPolicy DataUsePolicy compiled) {
        assertEquals(policy().policy(), compiled.policy());
    }

    @Group
    class OfAGroup {
        @Property(tries = 20)
        void thePolicyIsThatOfTheClassAround(@ForAll MadeUpUse use) {
            assertEquals(policy().policy().vocabulary(), use.member().vocabulary());
        }
    }
}
