package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.document.JsonDocument;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RetellingTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);

    private static String told(UnaryOperator<Member.Builder> facts) {
        Member member = facts.apply(Member.in(SmallWorld.VOCABULARY)).build();
        return told(Use.of(member).used(DAY));
    }

    private static String told(Use use) {
        return JsonDocument.write(Retelling.of(use)).replaceAll("\\s+", "").replace("\"", "'");
    }

    private static String member(String facts) {
        return "{'used':'2025-11-03','member':{" + facts + "}}";
    }

    @Test
    void ofWhomNothingIsKnownNothingIsTold() {
        assertEquals(member(""), told(facts -> facts));
    }

    @Test
    void theUseIsTold() {
        Use use = Use.of(Member.in(SmallWorld.VOCABULARY).build())
                .purpose(Purpose.of("training"))
                .recipient(Recipient.of("owner"))
                .category(Category.of("post"))
                .audience(Audience.of("friends"))
                .collected(DAY.minusDays(1))
                .used(DAY);
        assertEquals(
                "{'purpose':'training','recipient':'owner','category':'post','audience':'friends',"
                        + "'collected':'2025-11-02','used':'2025-11-03','member':{}}",
                told(use));
    }

    @Test
    void aPlaceIsACountryOrMovesAndMayBeUnknown() {
        assertEquals(member("'country':'DE'"), told(facts -> facts.country("DE")));
        assertEquals(member("'country':'AD'"), told(facts -> facts.country("AD")));
        assertEquals(
                member("'moves':[{'day':'2025-11-03','to':'ZZ'},{'day':'2025-11-04','to':'ZW'}]"),
                told(facts -> facts.moved(DAY, "").moved(DAY.plusDays(1), "ZW")));
    }

    @Test
    void aBirthDayIsTold() {
        assertEquals(member("'born':'1990-05-01'"), told(facts -> facts.born(LocalDate.of(1990, 5, 1))));
    }

    @Test
    void historiesThatAreKnownAreToldOnceForEachDay() {
        assertEquals(
                member("'settings':{'improve':[]},'signals':{'privacy':[]},'objections':{'objection':[]}"),
                told(facts -> facts.untouched("improve").neverSent("privacy").neverObjected("objection")));
        assertEquals(
                member("'settings':{'share':[{'day':'2025-11-03','is':'off'},{'day':'2025-11-04','is':'on'}]}"),
                told(facts -> facts.untouched("share").off("share", DAY).on("share", DAY.plusDays(1))));
        assertEquals(
                member(
                        "'signals':{'privacy':[{'day':'2025-11-03','is':'present'},{'day':'2025-11-04','is':'absent'}]}"),
                told(facts -> facts.neverSent("privacy").present("privacy", DAY).absent("privacy", DAY.plusDays(1))));
        assertEquals(
                member("'objections':{'objection':[{'day':'2025-11-03','is':'filed'},"
                        + "{'day':'2025-11-04','is':'granted'},{'day':'2025-11-05','is':'withdrawn'}]}"),
                told(facts -> facts.neverObjected("objection")
                        .filed("objection", DAY)
                        .granted("objection", DAY.plusDays(1))
                        .withdrawn("objection", DAY.plusDays(2))));
    }

    @Test
    void flagsThatAreSetAndTraitsThatAreKnownAreTold() {
        assertEquals(member("'flags':['minor']"), told(facts -> facts.flag("minor")));
        assertEquals(member("'traits':{'account':'education'}"), told(facts -> facts.trait("account", "education")));
        assertEquals(
                member("'flags':['minor'],'traits':{'account':'standard'}"),
                told(facts -> facts.flag("minor").trait("account", "standard")));
    }
}
