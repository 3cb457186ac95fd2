package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final String REQUEST =
            "{\"purpose\":\"ai-training\",\"recipient\":\"linkedin\",\"category\":\"profile\",\"collected\":\"2025-11-10\",\"used\":\"2025-11-20\","
                    + "\"member\":{\"country\":\"DE\",\"born\":\"1990-05-01\",\"traits\":{\"account\":\"standard\"},\"othersUntouched\":true,"
                    + "\"settings\":{\"data-for-generative-ai-improvement\":[{\"day\":\"2025-11-15\",\"is\":\"off\"}]}}}";

    private static final Policy.Rule SWITCH_OFF = Bundled.POLICY.rules().stream()
            .filter(rule -> rule.id().equals("ai-switch-off"))
            .findFirst()
            .orElseThrow();

    private static Explanation explain(String request) {
        RequestReader reader = RequestReader.of(Bundled.POLICY.vocabulary());
        return Explanation.of(
                Bundled.STRICT,
                reader.read(request.getBytes(StandardCharsets.UTF_8)).use());
    }

    @Test
    void aDenialTellsWhyWhoSaysSoAndTheWayOut() {
        String text = explain(REQUEST).text();

        assertTrue(text.startsWith("This use is denied.\n"), text);
        assertTrue(text.contains("  - " + SWITCH_OFF.sentence() + "\n"), text);
        assertTrue(
                text.contains("    Source: European Regional Privacy Notice, effective 3 November 2025 (L1), "), text);
        assertTrue(
                text.contains(
                        "    For the member: The switch: Settings & Privacy > Data privacy > How LinkedIn uses your data > Data for Generative AI Improvement\n"),
                text);
        assertTrue(text.contains("    Rule: ai-switch-off\n"), text);
    }

    @Test
    void legalBasisAndControllerAreThoseOfThePlace() {
        String german = explain(REQUEST).text();
        String american = explain(REQUEST.replace("\"DE\"", "\"US\"")).text();
        String british = explain(REQUEST.replace("\"DE\"", "\"GB\"")).text();

        assertTrue(german.contains("Responsible: LinkedIn Ireland Unlimited Company\n"), german);
        assertTrue(german.contains("Legal basis: Legitimate interest, with a right to object\n"), german);
        assertTrue(american.contains("Responsible: LinkedIn Corporation\n"), american);
        assertTrue(american.contains("Legal basis: The privacy policy, with an opt-out\n"), american);
        assertTrue(british.contains("Responsible: LinkedIn Corporation\n"), british);
        assertTrue(british.contains("Legal basis: Legitimate interest, with a right to object\n"), british);
    }

    @Test
    void withoutACountryItIsToldThatTheyDependOnIt() {
        String text = explain(REQUEST.replace("\"country\":\"DE\",", "")).text();

        assertTrue(text.contains("Responsible: depends on where the member is, which is not known.\n"), text);
        assertTrue(text.contains("Legal basis: depends on where the member is, which is not known.\n"), text);
    }

    @Test
    void theQuestionsThatTheDecisionRestsOnAreTold() {
        String text = explain(REQUEST).text();

        assertTrue(text.contains("  - C9: Does opting out of training reach data collected before?\n"), text);
        assertTrue(text.contains("    Permitted if: "), text);
    }

    @Test
    void untilWhenItHoldsIsTold() {
        String minor = explain(REQUEST.replace("1990-05-01", "2007-11-10")
                        .replaceFirst(",\"settings\".*", "}}")
                        .replace("\"used\":\"2025-11-20\"", "\"used\":\"2025-11-10\""))
                .text();

        assertTrue(minor.startsWith("This use is permitted.\n"), minor);
        assertTrue(minor.contains("If nothing new happens, this will not change.\n"), minor);
        String early = explain(REQUEST.replaceFirst(",\"settings\".*", "}}").replace("2025-11-20", "2025-11-09"))
                .text();
        assertTrue(early.contains("If nothing new happens, it will be permitted from 2025-11-10 on.\n"), early);
    }

    @Test
    void theDecisionIsTheOneOfThePolicyAndNoFactIsRepeated() {
        Explanation explanation = explain(REQUEST);

        assertEquals("strict", explanation.decision().reading());
        assertFalse(explanation.text().contains("1990"));
        assertFalse(explanation.text().contains("2025-11-15"));
    }

    @Test
    void aPermissionTellsUntilWhenItHoldsAndWhatWouldTurnIt() {
        String small =
                "{\"purpose\":\"ads\",\"recipient\":\"owner\",\"category\":\"profile\",\"collected\":\"2026-01-10\","
                        + "\"used\":\"2026-02-20\",\"member\":{\"country\":\"NO\",\"settings\":{\"improve\":[{\"day\":\"2026-01-01\",\"is\":\"on\"}]}}}";
        String text = Explanation.of(
                        Given.SMALL_DOCUMENTED,
                        RequestReader.of(Given.SMALL.vocabulary())
                                .read(Given.bytes(small))
                                .use())
                .text();

        assertTrue(text.startsWith("This use is permitted.\n"), text);
        assertTrue(text.contains("    Denied if: It denies. (denies)\n"), text);
        String ends = PolicyJson.write(Given.SMALL)
                .replaceFirst("\"vocabulary\"", "\"effective\": {\"until\": \"2026-07-31\"}, \"vocabulary\"");
        Policy ending = PolicyJson.read("p.json", Given.bytes(ends));
        String until = Explanation.of(
                        DataUsePolicy.of(ending, ending.reading("documented").orElseThrow()),
                        RequestReader.of(ending.vocabulary())
                                .read(Given.bytes(small))
                                .use())
                .text();
        assertTrue(until.contains("If nothing new happens, it will be denied from 2026-08-01 on.\n"), until);
    }

    @Test
    void theQuestionsAreAnnouncedOnceHoweverManyThereAre() {
        String announced = "The documents leave questions open. Another answer would turn the decision round:\n";
        String text = explain(REQUEST).text();

        assertEquals(text.indexOf(announced), text.lastIndexOf(announced));
        assertTrue(text.contains(announced), text);
        assertFalse(text.contains("No other answer"), text);
    }

    @Test
    void whatHoldsWhereverTheMemberIsIsToldOfWhoeverMayBeAnywhere() {
        String json = PolicyJson.write(Given.SMALL)
                .replaceFirst(
                        "\"vocabulary\"",
                        "\"controllers\": [{\"says\": \"The owner\", \"cites\": [{\"source\": \"S\", \"at\": \"1\", \"quote\": \"q\"}]}], \"vocabulary\"");
        Policy policy = PolicyJson.read("p.json", Given.bytes(json));
        String request =
                "{\"purpose\":\"ads\",\"recipient\":\"owner\",\"category\":\"profile\",\"used\":\"2026-02-20\"}";
        String text = Explanation.of(
                        DataUsePolicy.of(policy),
                        RequestReader.of(policy.vocabulary())
                                .read(Given.bytes(request))
                                .use())
                .text();

        assertTrue(text.contains("Responsible: The owner\n"), text);
    }
}
