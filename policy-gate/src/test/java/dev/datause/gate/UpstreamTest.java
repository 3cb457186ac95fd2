package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.Condition;
import dev.datause.PolicyJson;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Lines;
import dev.datause.document.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a guard further up, where the step ran on the day of the use, and where it ran before. */
class UpstreamTest {
    private static final String NOTHING = "{\"all\": []}";

    private static Condition condition(String json) {
        Problems problems = Problems.of("c.json", Lines.of(json));
        return PolicyJson.conditions(Bundled.POLICY, problems)
                .apply(JsonDocument.read("c.json", Given.bytes(json), Limits.STANDARD)
                        .root())
                .orElseThrow(problems::exception);
    }

    private static String left(boolean earlier, String json) {
        return String.join(
                        " ",
                        PolicyJson.write(new Upstream(Bundled.POLICY, earlier).of(condition(json)))
                                .strip()
                                .split("\\s+"))
                .replace("{ ", "{")
                .replace(" }", "}");
    }

    /** What lasts is left as it is, and so is its opposite; of the others nothing is left, by itself or in an "any". */
    private static void lasts(boolean always, boolean onTheSameDay, String json) {
        String opposite = "{\"not\": " + json + "}";
        for (boolean earlier : List.of(true, false)) {
            boolean lasts = earlier ? always : onTheSameDay;
            assertEquals(lasts ? json : NOTHING, left(earlier, json), json);
            assertEquals(lasts ? opposite : NOTHING, left(earlier, opposite), opposite);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"category\": \"profile\"}",
                "{\"audience\": \"public\"}",
                "{\"located\": {\"in\": [\"EU\"], \"at\": \"collection\"}}",
                "{\"located\": {\"in\": [\"EU\"], \"at\": \"2026-01-01\"}}",
                "{\"firstDay\": {\"table\": \"ai-training-linkedin\", \"place\": \"collection\", \"reachedBy\": \"collection\"}}",
                "{\"age\": {\"atLeast\": 18, \"at\": \"collection\"}}",
                "{\"setting\": {\"name\": \"data-for-generative-ai-improvement\", \"is\": \"on\", \"at\": \"collection\", \"onCounts\": \"next-day\"}}",
                "{\"signal\": {\"name\": \"global-privacy-control\", \"is\": \"present\", \"at\": \"collection\", \"absentCounts\": \"next-day\"}}",
                "{\"objection\": {\"scope\": \"other-ml\", \"stage\": \"filed\", \"at\": \"collection\", \"withdrawalCounts\": \"next-day\"}}",
                "{\"collected\": {\"from\": \"2025-11-03\"}}",
                "{\"answer\": {\"question\": \"C23\", \"is\": \"both-places\"}}",
                "{\"all\": [{\"category\": \"profile\"}, {\"audience\": \"public\"}]}",
            })
    void whatWasSoAtCollectionOrIsOfTheDataLasts(String json) {
        lasts(true, true, json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"located\": {\"in\": [\"EU\"], \"at\": \"use\"}}",
                "{\"firstDay\": {\"table\": \"ai-training-linkedin\", \"place\": \"use\", \"reachedBy\": \"collection\"}}",
                "{\"firstDay\": {\"table\": \"ai-training-linkedin\", \"place\": \"collection\", \"reachedBy\": \"use\"}}",
                "{\"setting\": {\"name\": \"data-for-generative-ai-improvement\", \"is\": \"on\", \"at\": \"use\", \"onCounts\": \"next-day\"}}",
                "{\"signal\": {\"name\": \"global-privacy-control\", \"is\": \"present\", \"at\": \"use\", \"absentCounts\": \"next-day\"}}",
                "{\"objection\": {\"scope\": \"other-ml\", \"stage\": \"filed\", \"at\": \"use\", \"withdrawalCounts\": \"next-day\"}}",
                "{\"flag\": \"reason-to-believe-minor\"}",
                "{\"trait\": {\"name\": \"account\", \"is\": \"standard\"}}",
                "{\"used\": {\"before\": \"collection\"}}",
                "{\"defined\": \"in-europe\"}",
            })
    void whatIsSoOnTheDayOfUseLastsOnThatDayOnly(String json) {
        if (!json.contains("defined")) {
            lasts(false, true, json);
        } else {
            assertEquals(json, left(false, json));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"purpose\": \"ai-training\"}", "{\"recipient\": \"linkedin\"}"})
    void whatForAndByWhomAStepReadsSaysNothing(String json) {
        lasts(false, false, json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"age\": {\"atLeast\": 18, \"at\": \"use\"}}", "{\"used\": {\"from\": \"2025-11-03\"}}"})
    void anAgeThatWasReachedAndADayThatHadComeLastButNotTheirOpposite(String json) {
        String opposite = "{\"not\": " + json + "}";
        assertEquals(json, left(true, json));
        assertEquals(NOTHING, left(true, opposite));
        assertEquals(json, left(true, "{\"not\": " + opposite + "}"));
        assertEquals(json, left(false, json));
        assertEquals(opposite, left(false, opposite));
    }

    private static Condition all(Condition... of) {
        return new Condition.All(List.of(of));
    }

    private static Condition any(Condition... of) {
        return new Condition.Any(List.of(of));
    }

    private static Condition not(Condition of) {
        return new Condition.Not(of);
    }

    private static void left(Condition expected, Condition given) {
        assertEquals(expected, new Upstream(Bundled.POLICY, true).of(given));
    }

    @Test
    void ofMoreThanOneFactIsLeftWhatIsCertain() {
        Condition lasts = condition("{\"category\": \"profile\"}");
        Condition goes = condition("{\"flag\": \"reason-to-believe-minor\"}");
        Condition age = condition("{\"age\": {\"atLeast\": 18, \"at\": \"use\"}}");
        Condition nothing = Upstream.NOTHING;
        left(all(lasts, nothing, age), all(lasts, goes, age));
        left(any(lasts, nothing, age), any(lasts, goes, age));
        left(any(not(lasts), nothing), not(all(lasts, goes)));
        left(all(not(lasts), nothing), not(any(lasts, goes)));
        left(all(lasts, nothing), not(not(all(lasts, goes))));
        left(all(nothing, age), new Condition.Certainly(all(goes, age)));
        left(new Condition.Certainly(lasts), new Condition.Certainly(lasts));
        left(nothing, new Condition.Possibly(all(goes, age)));
        left(new Condition.Possibly(lasts), new Condition.Possibly(lasts));
        left(nothing, not(new Condition.Certainly(any(goes, lasts))));
        left(all(nothing, not(lasts)), not(new Condition.Possibly(any(goes, lasts))));
        left(not(new Condition.Possibly(lasts)), not(new Condition.Possibly(lasts)));
    }

    @Test
    void aDefinitionIsWhatItStandsFor() {
        Condition inEurope = condition("{\"defined\": \"in-europe\"}");
        Condition atCollection = condition("{\"located\": {\"in\": [\"Europe\"], \"at\": \"collection\"}}");
        Condition bothPlaces = condition("{\"answer\": {\"question\": \"C23\", \"is\": \"both-places\"}}");
        left(any(Upstream.NOTHING, all(bothPlaces, atCollection)), inEurope);
        left(all(Upstream.NOTHING, not(all(bothPlaces, atCollection))), not(inEurope));
        Condition nowhere = new Condition.Defined("nowhere");
        left(nowhere, nowhere);
        left(
                any(not(nowhere), Upstream.NOTHING),
                not(all(nowhere, condition("{\"flag\": \"reason-to-believe-minor\"}"))));
    }
}
