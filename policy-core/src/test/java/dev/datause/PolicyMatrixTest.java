package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.analysis.PolicyMatrix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The matrix holds the table of first permitted days, and says of no member what the policy does not. */
class PolicyMatrixTest {
    private static final String NEVER = "never";
    private static final String NOVEMBER = "2025-11-03";
    private static final String SEPTEMBER = "2024-09-18";
    private static final List<String> COUNTRIES = List.of("DE", "NO", "CH", "GB", "CA", "HK", "US", "BR");

    private static List<String> days(String europe, String britain, String canada, String america) {
        return List.of(europe, europe, europe, britain, canada, canada, america, america);
    }

    private static Map<String, List<String>> table(DataUsePolicy policy) {
        PolicyMatrix matrix = PolicyMatrix.of(policy);
        Map<String, List<String>> table = new TreeMap<>();
        Vocabulary words = policy.policy().vocabulary();
        for (Vocabulary.PurposeEntry purpose : words.purposes()) {
            for (Vocabulary.RecipientEntry recipient : words.recipients()) {
                List<UseKind> kinds = UseKind.named(words).stream()
                        .filter(kind -> kind.purpose().orElseThrow().equals(purpose.name())
                                && kind.recipient().orElseThrow().equals(recipient.name())
                                && !kind.category().orElseThrow().equals(Category.of("none")))
                        .toList();
                Map<Country, LocalDate> first = matrix.firstDays(kinds);
                List<String> row = new ArrayList<>();
                for (String code : COUNTRIES) {
                    LocalDate day = first.get(Country.of(code).orElseThrow());
                    row.add(day == null ? NEVER : day.toString());
                }
                table.put(purpose.name() + " -> " + recipient.name(), row);
            }
        }
        return table;
    }

    private static Map<String, List<String>> rules(String microsoftInBritain) {
        Map<String, List<String>> rules = new TreeMap<>();
        rules.put("ai-training -> linkedin", days(NOVEMBER, NOVEMBER, NOVEMBER, SEPTEMBER));
        rules.put("ai-training -> microsoft", days(NEVER, microsoftInBritain, NOVEMBER, SEPTEMBER));
        rules.put("affiliate-ads -> microsoft", days(NEVER, NEVER, NOVEMBER, NOVEMBER));
        rules.put("other-ml-training -> linkedin", days(NOVEMBER, NOVEMBER, SEPTEMBER, SEPTEMBER));
        rules.put("other-ml-training -> microsoft", days(NEVER, NEVER, NEVER, NEVER));
        rules.put("affiliate-ads -> linkedin", days(NEVER, NEVER, NEVER, NEVER));
        return rules;
    }

    @Test
    void theFirstPermittedDaysAreThoseOfTheRules() {
        assertEquals(rules(NEVER), table(Bundled.STRICT));
        assertEquals(rules(NOVEMBER), table(Bundled.DOCUMENTED));
    }

    @Test
    void whatIsNeverPermittedIsPermittedToNobodyAndTheRestToSomebody() {
        for (DataUsePolicy policy : Bundled.BOTH) {
            UseSpace uses = UseSpace.ofSameDay(List.of(policy));
            for (PolicyMatrix.Row row : PolicyMatrix.of(policy).rows()) {
                Map<Country, UseSet> sets =
                        uses.permitted(policy, row.kinds().get(0)).asIfIn();
                for (PolicyMatrix.Place place : row.places()) {
                    for (PolicyMatrix.Span span : place.spans()) {
                        for (Country country : place.countries()) {
                            UseSet set = sets.getOrDefault(
                                            country, uses.every(row.kinds().get(0)))
                                    .asIfUsedOn(span.from().orElse(LocalDate.of(2000, 1, 1)));
                            assertEquals(
                                    span.answer() == PolicyMatrix.Answer.NEVER,
                                    set.isEmpty(),
                                    () -> country + " " + span);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aMemberOfSeventeenMayNotBeUsedAndTheMatrixSaysWhy() {
        PolicyMatrix matrix = PolicyMatrix.of(
                Bundled.STRICT,
                List.of(UseKind.of(LinkedIn.AI_TRAINING, LinkedIn.LINKEDIN, Category.of("profile"))),
                17);
        PolicyMatrix.Place place = matrix.rows().get(0).places().get(0);
        PolicyMatrix.Span last = place.spans().get(place.spans().size() - 1);
        assertEquals(PolicyMatrix.Answer.ONLY_IF, last.answer());
        assertEquals("under-18-training", last.rule().orElseThrow());
        assertTrue(last.conditions().contains("18 or older"), last::toString);
        assertTrue(matrix.text().contains("only if  [under-18-training]"), matrix::text);
        assertTrue(matrix.json().contains("\"answer\": \"only-if\""), matrix::json);
    }

    private static Use plain(DataUsePolicy policy, UseKind kind, Country country, LocalDate day, int age) {
        Vocabulary words = policy.policy().vocabulary();
        Member.Builder member = policy.member()
                .country(country.code())
                .othersUntouched()
                .born(
                        day.minusYears(age).isBefore(LocalDate.of(1900, 1, 1))
                                ? LocalDate.of(1900, 1, 1)
                                : day.minusYears(age));
        words.traits()
                .forEach(trait -> member.trait(trait.name(), trait.values().get(0)));
        Use.Builder use = Use.of(member.build()).collected(day);
        kind.purpose().ifPresent(use::purpose);
        kind.recipient().ifPresent(use::recipient);
        kind.category().ifPresent(use::category);
        words.audiences().stream().findFirst().ifPresent(first -> use.audience(Audience.of(first.name())));
        return use.used(day);
    }

    private static void isAsDecided(DataUsePolicy policy, PolicyMatrix matrix) {
        for (PolicyMatrix.Row row : matrix.rows()) {
            for (PolicyMatrix.Place place : row.places()) {
                for (PolicyMatrix.Span span : place.spans()) {
                    for (UseKind kind : row.kinds()) {
                        if (span.from().isPresent()) {
                            Country country = place.countries().get(0);
                            Decision decision = policy.decide(
                                    plain(policy, kind, country, span.from().get(), matrix.age()));
                            assertEquals(decision.permitted(), span.answer() == PolicyMatrix.Answer.PERMITTED);
                            assertEquals(
                                    decision.grounds().stream()
                                            .filter(ground -> !(ground instanceof Ground.NotGranted))
                                            .flatMap(ground -> ground.rules().stream())
                                            .map(Policy.Rule::id)
                                            .findFirst(),
                                    span.rule());
                        }
                    }
                }
            }
        }
    }

    @Test
    void theAnswerAndTheRuleAreThoseOfTheDecisionAboutThePlainMember() {
        for (DataUsePolicy policy : Bundled.BOTH) {
            List<UseKind> kinds = UseKind.named(policy.policy().vocabulary());
            List<PolicyMatrix> both = PolicyMatrix.ofAges(policy, kinds, List.of(35, 16));
            assertEquals(List.of(PolicyMatrix.of(policy), PolicyMatrix.of(policy, kinds, 16)), both);
            both.forEach(matrix -> isAsDecided(policy, matrix));
        }
        Tries.of(60, random -> {
            Policy policy = SmallWorld.policy(random);
            DataUsePolicy compiled = DataUsePolicy.of(policy, SmallWorld.reading(policy, random));
            List<UseKind> kinds = UseKind.all(policy.vocabulary());
            PolicyMatrix.ofAges(compiled, kinds, List.of(17, 40)).forEach(matrix -> isAsDecided(compiled, matrix));
        });
    }
}
