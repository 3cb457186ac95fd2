package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.datause.analysis.Change;
import dev.datause.analysis.PolicyDiff;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The two readings of the bundled policy differ in what the rules say that they differ in, and in nothing else. */
class ReadingsDifferTest {
    /** For each question and rule that a change is explained by, the point of the rules' table on which readings differ. */
    private static final Map<String, String> POINTS = new TreeMap<>();

    private static void point(String name, String... questionsAndRules) {
        for (String one : questionsAndRules) {
            POINTS.put(one, name);
        }
    }

    static {
        point("microsoft's training in GB", "C2 microsoft-ai-not-in-uk");
        point(
                "days",
                "C10 ai-training-collected-before",
                "C10 microsoft-ai-training-collected-before",
                "C10 other-ml-training-collected-before",
                "C10 affiliate-ads-collected-before");
        point("group activity", "C12 ");
        point("group message", "C12 group-message");
        point("sensitive group content", "C12 sensitive-group-content");
        point("feedback", "C15 feedback-in-europe");
        point(
                "age",
                "C17 under-18-training",
                "C17 under-18-when-collected-training",
                "C17 reason-to-believe-minor",
                "C18 under-18-ads",
                "C18 under-18-when-collected-ads",
                "C18 reason-to-believe-minor");
        point("which settings: other-ml-training", "C19 ai-switch-off", "C19 ai-switch-off-when-collected");
        point("objections", "C19 objection-to-other-ml", "C19 objection-to-content-generating-ai");
        point(
                "settings",
                "C21 ai-switch-off",
                "C21 ai-switch-off-when-collected",
                "C21 sharing-off",
                "C21 sharing-off-when-collected",
                "C21 ads-off-linkedin-off",
                "C21 ads-off-linkedin-off-when-collected",
                "C21 ad-category-off",
                "C21 ad-category-off-when-collected",
                "X1 ai-switch-off",
                "X1 sharing-off",
                "X1 ads-off-linkedin-off",
                "X1 ad-category-off");
        point("objection withdrawn", "C21 objection-to-content-generating-ai", "C21 objection-to-other-ml");
        point(
                "Global Privacy Control",
                "C21 global-privacy-control",
                "C21 global-privacy-control-when-collected",
                "C22 global-privacy-control",
                "C22 global-privacy-control-when-collected",
                "X1 global-privacy-control");
        point(
                "region",
                "C23 country-unknown",
                "C23 ai-training-collected-before",
                "C23 microsoft-ai-training-collected-before",
                "C23 other-ml-training-collected-before",
                "C23 microsoft-ai-not-in-eea-or-switzerland",
                "C23 microsoft-ai-not-in-uk",
                "C23 feedback-in-europe",
                "C23 europe-no-ads",
                "C24 country-unknown");
        point(
                "territories",
                "C25 ai-training-collected-before",
                "C25 other-ml-training-collected-before",
                "C25 feedback-in-europe",
                "C25 microsoft-ai-not-in-eea-or-switzerland",
                "C25 microsoft-ai-not-in-uk",
                "C25 europe-no-ads");
        point("unknown objections", "X1 objection-to-content-generating-ai", "X1 objection-to-other-ml");
        point("unknown account type", "X1 education-account");
    }

    @Test
    void theReadingsDifferExactlyWhereTheTableSaysSo() {
        PolicyDiff diff = PolicyDiff.of(Bundled.STRICT, Bundled.DOCUMENTED);
        Set<String> found = new TreeSet<>();
        Set<String> explanations = new TreeSet<>();
        for (Change change : diff.changes()) {
            assertEquals(Change.Direction.PERMITTED, change.direction(), "strict permits nothing more");
            if (change.questions().size() == 1) {
                String explanation = change.questions().get(0) + " " + String.join(" ", change.rules());
                explanations.add(explanation);
                assertNotNull(POINTS.get(explanation), () -> "not in the table: " + explanation);
                found.add(POINTS.get(explanation));
            }
        }
        assertEquals(new TreeSet<>(POINTS.values()), found);
        assertEquals(POINTS.keySet(), explanations);
    }

    @Test
    void whichSettingsDoesNotDifferForAiTrainingAndAds() {
        PolicyDiff diff = PolicyDiff.of(Bundled.STRICT, Bundled.DOCUMENTED);
        for (Change change : diff.changes()) {
            if (change.questions().equals(List.of("C19")) && change.rules().contains("ai-switch-off")) {
                change.kinds()
                        .forEach(kind -> assertEquals(
                                LinkedIn.OTHER_ML_TRAINING, kind.purpose().orElseThrow()));
            }
        }
    }
}
