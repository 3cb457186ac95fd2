package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.Use;
import dev.datause.document.DocumentException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
    private static final RequestReader READER = RequestReader.of(Bundled.POLICY.vocabulary());
    private static final String USE =
            "\"purpose\":\"ai-training\",\"recipient\":\"linkedin\",\"category\":\"profile\",\"collected\":\"2025-11-10\",\"used\":\"2025-11-20\"";
    private static final String ADULT =
            "\"born\":\"1990-05-01\",\"traits\":{\"account\":\"standard\"},\"othersUntouched\":true";
    private static final String SWITCH = "\"data-for-generative-ai-improvement\"";

    private static Request read(String json) {
        return READER.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean permitted(String member) {
        return Bundled.STRICT.isPermitted(
                read("{" + USE + ",\"member\":{" + member + "}}").use());
    }

    private static String refusal(String json) {
        DocumentException e = assertThrows(DocumentException.class, () -> read(json));
        return e.problems().get(0).code().id();
    }

    @Test
    void everyFactReachesTheUse() {
        Use use = read("{\"id\":\"r1\",\"audience\":\"public\"," + USE + "}").use();

        assertEquals("ai-training", use.purpose().orElseThrow().name());
        assertEquals("linkedin", use.recipient().orElseThrow().name());
        assertEquals("profile", use.category().orElseThrow().name());
        assertEquals("public", use.audience().orElseThrow().name());
        assertEquals(Optional.of(LocalDate.of(2025, 11, 10)), use.collected());
        assertEquals(LocalDate.of(2025, 11, 20), use.used());
        assertEquals(Optional.of("r1"), read("{\"id\":\"r1\"," + USE + "}").id());
    }

    @Test
    void aFullyKnownAdultIsPermittedSoThatEveryDenialBelowMeansSomething() {
        assertTrue(permitted("\"country\":\"DE\"," + ADULT));
    }

    @Test
    void onlyTheDayOfUseIsNeeded() {
        assertTrue(read("{\"used\":\"2025-11-20\"}").use().purpose().isEmpty());
        assertEquals("DP013", refusal("{\"purpose\":\"ai-training\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ZZ", "fr", " US", "USA", "840", "U\\u0405", "UK", "EL", "eu"})
    void whatIsNoAssignedCodeIsAnUnknownCountryAndDenies(String country) {
        assertFalse(permitted("\"country\":\"" + country + "\"," + ADULT));
        assertFalse(permitted("\"moves\":[{\"day\":\"2020-01-01\",\"to\":\"" + country + "\"}]," + ADULT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ai_training",
                "AI-Training",
                "ai-training ",
                "",
                "ai\\u2011training",
                "\\u0430i-training",
                "a\\u00ADi-training",
                "ai-tra\\u0131ning",
                "\\uFF41i-training",
                "ai-training\\u200B"
            })
    void whatOnlyLooksLikeANameIsNotThatName(String purpose) {
        String request = "{" + USE.replace("ai-training", purpose) + ",\"member\":{\"country\":\"DE\"," + ADULT + "}}";

        assertFalse(Bundled.STRICT.isPermitted(read(request).use()));
        assertFalse(Bundled.DOCUMENTED.isPermitted(read(request).use()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recipient\":\"linkedin", "category\":\"profile"})
    void unknownRecipientsAndCategoriesAreDecidedAndDenied(String field) {
        String request = "{" + USE.replace(field, field + "x") + ",\"member\":{\"country\":\"DE\"," + ADULT + "}}";

        assertFalse(Bundled.STRICT.isPermitted(read(request).use()));
    }

    @Test
    void anUnknownValueOfATraitIsAnUnknownValue() {
        assertFalse(permitted("\"country\":\"DE\"," + ADULT.replace("standard", "premium")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-30",
                "2025-2-3",
                "20251103",
                "2025-11-03T00:00:00Z",
                " 2025-11-03",
                "2025-11-03 ",
                "",
                "1899-12-31",
                "2201-01-01",
                "+2025-11-03",
                "-2025-11-03",
                "\\u0662\\u0660\\u0662\\u0665-11-03",
                "2025-13-01",
                "2025-00-10",
                "2025-11-00",
                "2025-11-31",
                "0001-01-01",
                "20395"
            })
    void whatIsNotExactlyADayIsRefusedWhereverADayStands(String day) {
        assertEquals("DP016", refusal("{\"used\":\"" + day + "\"}"));
        assertEquals("DP016", refusal("{\"used\":\"2025-11-20\",\"collected\":\"" + day + "\"}"));
        assertEquals("DP016", refusal("{\"used\":\"2025-11-20\",\"member\":{\"born\":\"" + day + "\"}}"));
        assertEquals(
                "DP016",
                refusal("{\"used\":\"2025-11-20\",\"member\":{\"moves\":[{\"day\":\"" + day + "\",\"to\":\"DE\"}]}}"));
        assertEquals(
                "DP016",
                refusal("{\"used\":\"2025-11-20\",\"member\":{\"settings\":{" + SWITCH + ":[{\"day\":\"" + day
                        + "\",\"is\":\"off\"}]}}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"used\":20395",
                "\"used\":[2025,11,20]",
                "\"used\":true",
                "\"used\":null",
                "\"collected\":1",
                "\"purpose\":1",
                "\"purpose\":[\"ai-training\"]",
                "\"purpose\":null",
                "\"recipient\":{}",
                "\"category\":false",
                "\"audience\":1.5",
                "\"id\":1",
                "\"id\":null",
                "\"id\":\"\"",
                "\"member\":[]",
                "\"member\":\"m\"",
                "\"member\":null",
                "\"member\":{\"country\":1}",
                "\"member\":{\"country\":null}",
                "\"member\":{\"moves\":{}}",
                "\"member\":{\"moves\":[1]}",
                "\"member\":{\"moves\":[null]}",
                "\"member\":{\"born\":19900501}",
                "\"member\":{\"settings\":[]}",
                "\"member\":{\"settings\":null}",
                "\"member\":{\"settings\":{\"ads-off-linkedin\":{}}}",
                "\"member\":{\"settings\":{\"ads-off-linkedin\":\"off\"}}",
                "\"member\":{\"settings\":{\"ads-off-linkedin\":null}}",
                "\"member\":{\"settings\":{\"ads-off-linkedin\":[\"off\"]}}",
                "\"member\":{\"settings\":{\"ads-off-linkedin\":[{\"day\":\"2025-11-04\",\"is\":false}]}}",
                "\"member\":{\"flags\":\"reason-to-believe-minor\"}",
                "\"member\":{\"flags\":[true]}",
                "\"member\":{\"traits\":[]}",
                "\"member\":{\"traits\":{\"account\":1}}",
                "\"member\":{\"othersUntouched\":\"true\"}",
                "\"member\":{\"othersUntouched\":1}",
                "\"member\":{\"othersUntouched\":null}"
            })
    void aValueOfTheWrongKindIsRefused(String field) {
        String day = field.startsWith("\"used\"") ? "" : "\"used\":\"2025-11-20\",";
        assertThrows(DocumentException.class, () -> read("{" + day + field + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"porpose\":\"ai-training\"",
                "\"Used\":\"2025-11-20\"",
                "\"member\":{\"contry\":\"DE\"}",
                "\"member\":{\"moves\":[{\"day\":\"2025-01-01\",\"to\":\"DE\",\"from\":\"FR\"}]}",
                "\"member\":{\"settings\":{\"ads-off-linkedin\":[{\"day\":\"2025-11-04\",\"is\":\"off\",\"at\":1}]}}"
            })
    void aKeyThatTheFormatDoesNotHaveIsRefused(String field) {
        assertEquals("DP014", refusal("{\"used\":\"2025-11-20\"," + field + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"used\":\"2025-11-20\",\"used\":\"2025-11-20\"}",
                "{\"used\":\"2025-11-20\",\"member\":{\"born\":\"1990-01-01\",\"born\":\"1990-01-01\"}}",
                "{\"used\":\"2025-11-20\",\"member\":{},\"m\\u0065mber\":{}}"
            })
    void equalKeysAreRefused(String json) {
        assertEquals("DP008", refusal(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"settings\":{\"ads-of-linkedin\":[]}", "\"settings\":{\"Ads-off-linkedin\":[]}",
                "\"signals\":{\"global-privacy\":[]}", "\"objections\":{\"other\":[]}",
                "\"flags\":[\"minor\"]", "\"traits\":{\"acount\":\"standard\"}"
            })
    void anUnknownHistoryFlagOrTraitIsRefusedSinceItMayBeTheOptOut(String field) {
        assertEquals("DP022", refusal("{\"used\":\"2025-11-20\",\"member\":{" + field + "}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"settings\":{\"ads-off-linkedin\":[{\"day\":\"2025-11-04\",\"is\":\"OFF\"}]}",
                "\"settings\":{\"ads-off-linkedin\":[{\"day\":\"2025-11-04\",\"is\":\"present\"}]}",
                "\"signals\":{\"global-privacy-control\":[{\"day\":\"2025-11-04\",\"is\":\"on\"}]}",
                "\"objections\":{\"other-ml\":[{\"day\":\"2025-11-04\",\"is\":\"revoked\"}]}"
            })
    void anEventThatIsNoneOfTheWordsIsRefused(String field) {
        assertEquals("DP018", refusal("{\"used\":\"2025-11-20\",\"member\":{" + field + "}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"is\":\"off\"}", "{\"day\":\"2025-11-04\"}", "{}"})
    void anEventWithoutItsDayOrItsWordIsRefused(String event) {
        assertEquals(
                "DP013",
                refusal("{\"used\":\"2025-11-20\",\"member\":{\"settings\":{\"ads-off-linkedin\":[" + event + "]}}}"));
    }

    @Test
    void twoMovesOnOneDayAreRefusedEvenToOneCountry() {
        String move = "{\"day\":\"2025-01-01\",\"to\":\"FR\"}";

        assertEquals("DP019", refusal("{\"used\":\"2025-11-20\",\"member\":{\"moves\":[" + move + "," + move + "]}}"));
    }

    @Test
    void aMissingHistoryIsUnknownAndAnEmptyOneWasNeverTouched() {
        String rest = "\"country\":\"DE\",\"born\":\"1990-05-01\",\"traits\":{\"account\":\"standard\"}";
        String objections = ",\"objections\":{\"content-generating-ai\":[],\"other-ml\":[]}";

        assertFalse(permitted(rest + objections));
        assertTrue(permitted(rest + objections + ",\"settings\":{" + SWITCH + ":[]}"));
        assertFalse(permitted(rest + ",\"settings\":{" + SWITCH + ":[]}"));
    }

    @Test
    void offWinsItsDayInWhateverOrderTheEventsCome() {
        String off = "{\"day\":\"2025-11-15\",\"is\":\"off\"}";
        String on = "{\"day\":\"2025-11-15\",\"is\":\"on\"}";
        String start = "\"country\":\"DE\"," + ADULT + ",\"settings\":{" + SWITCH + ":[";

        assertFalse(permitted(start + off + "," + on + "]}"));
        assertFalse(permitted(start + on + "," + off + "," + on + "]}"));
    }

    @Test
    void anOptOutCountsFromItsDayAndNotBefore() {
        String start =
                "\"country\":\"DE\"," + ADULT + ",\"settings\":{" + SWITCH + ":[{\"is\":\"off\",\"day\":\"2025-11-";

        assertFalse(permitted(start + "19\"}]}"));
        assertFalse(permitted(start + "20\"}]}"));
        assertTrue(permitted(start + "21\"}]}"));
    }

    @Test
    void switchingOnAgainOnTheDayOfUseDoesNotCountYet() {
        String start = "\"country\":\"DE\"," + ADULT + ",\"settings\":{" + SWITCH
                + ":[{\"day\":\"2025-11-15\",\"is\":\"off\"},{\"is\":\"on\",\"day\":\"2025-11-";

        assertFalse(permitted(start + "20\"}]}"));
        assertTrue(permitted(start + "19\"}]}"));
    }

    @Test
    void objectionsAreReadWithAllTheirEvents() {
        String start = "\"country\":\"DE\"," + ADULT + ",\"objections\":{\"content-generating-ai\":[";
        String filed = "{\"day\":\"2025-11-12\",\"is\":\"filed\"}";

        assertFalse(permitted(start + filed + "]}"));
        assertTrue(permitted(start + filed + ",{\"day\":\"2025-11-15\",\"is\":\"withdrawn\"}]}"));
        assertFalse(permitted(start + "{\"day\":\"2025-11-15\",\"is\":\"granted\"}]}"));
    }

    @Test
    void bothPlacesOfAMoverCount() {
        String start = "\"moves\":[{\"day\":\"2020-01-01\",\"to\":\"DE\"},{\"day\":\"2025-11-15\",\"to\":\"";

        assertTrue(permitted(start + "US\"}]," + ADULT));
        assertFalse(permitted(start + "ZZ\"}]," + ADULT));
    }

    @Test
    void aFlagIsRead() {
        assertFalse(permitted("\"country\":\"DE\",\"flags\":[\"reason-to-believe-minor\"]," + ADULT));
    }

    @Test
    void anUnknownOrImpossibleBirthDayDenies() {
        assertFalse(permitted("\"country\":\"DE\"," + ADULT.replace("\"born\":\"1990-05-01\",", "")));
        assertFalse(permitted("\"country\":\"DE\"," + ADULT.replace("1990-05-01", "2026-05-01")));
    }

    @Test
    void useBeforeCollectionIsDeniedAndSoIsAnUnknownDayOfCollection() {
        String member = ",\"member\":{\"country\":\"DE\"," + ADULT + "}}";

        assertFalse(Bundled.STRICT.isPermitted(
                read("{" + USE.replace("2025-11-10", "2025-11-21") + member).use()));
        assertFalse(Bundled.STRICT.isPermitted(read("{" + USE.replace("\"collected\":\"2025-11-10\",", "") + member)
                .use()));
    }

    @Test
    void aHundredThousandEventsOfOneMemberAreReadAndDecided() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            events.append(i == 0 ? "" : ",")
                    .append("{\"day\":\"20")
                    .append(10 + i % 10)
                    .append("-01-0")
                    .append(1 + i % 9);
            events.append("\",\"is\":\"on\"}");
        }

        assertTrue(permitted("\"country\":\"DE\"," + ADULT + ",\"settings\":{" + SWITCH + ":[" + events + "]}"));
    }

    @Test
    void noTextOfARequestOrItsProblemsTellsAFact() {
        assertEquals("Request", read("{\"id\":\"canary\"," + USE + "}").toString());
        DocumentException e = assertThrows(
                DocumentException.class,
                () -> read("{\"id\":\"canary\",\"used\":\"canary\",\"canary\":{\"canary\":1}}"));
        assertFalse(e.getMessage().contains("canary"));
    }

    /** A name that the policy does not have stands for itself alone, also where the policy has one called "other". */
    @Test
    void whatThePolicyCallsOtherIsNotWhateverElseARequestSays() {
        String json = PolicyJson.write(Given.SMALL).replace("\"profile\"", "\"other\"");
        Policy policy = PolicyJson.read("p.json", Given.bytes(json));
        RequestReader reader = RequestReader.of(policy.vocabulary());
        DataUsePolicy strict = DataUsePolicy.of(policy, policy.reading("strict").orElseThrow());
        String request =
                "{\"purpose\":\"ads\",\"recipient\":\"owner\",\"category\":\"other\",\"collected\":\"2026-01-01\","
                        + "\"used\":\"2026-01-02\",\"member\":{\"country\":\"NO\",\"born\":\"1990-05-01\",\"othersUntouched\":true}}";
        assertTrue(strict.isPermitted(reader.read(Given.bytes(request)).use()));
        for (String name : List.of("profile", "otherx", "others", "")) {
            String other = request.replace("\"other\"", "\"" + name + "\"");
            assertFalse(strict.isPermitted(reader.read(Given.bytes(other)).use()), name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"moves\":[3]' | 'a move is an object, not a number'",
                "'\"moves\":[{}]' | 'the key \"day\" is missing; the key \"to\" is missing'",
                "'\"moves\":[{\"day\":3,\"to\":3}]' | 'day is a day YYYY-MM-DD, not a number'",
                "'\"settings\":{\"x\":[],\"y\":3}' | 'the policy has no such name in settings; the policy has no such name in settings'",
                "'\"flags\":[3,\"x\"],\"born\":3' | 'a flag is text, not a number; the policy has no such name in flags; born is a day YYYY-MM-DD, not a number'"
            })
    void everyProblemOfAMemberIsToldOnce(String member, String problems) {
        DocumentException e = assertThrows(
                DocumentException.class, () -> read("{\"used\":\"2025-11-20\",\"member\":{" + member + "}}"));
        assertEquals(
                problems,
                e.problems().stream().map(problem -> problem.message()).collect(Collectors.joining("; ")));
    }

    @Test
    void onlyTrueSaysThatTheOthersWereNeverTouched() {
        String german = "\"country\":\"DE\",";
        assertTrue(permitted(german + ADULT));
        assertFalse(permitted(german + ADULT.replace("\"othersUntouched\":true", "\"othersUntouched\":false")));
    }
}
