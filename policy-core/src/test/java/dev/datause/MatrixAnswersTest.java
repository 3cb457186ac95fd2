package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.analysis.PolicyMatrix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a matrix says of small policies, word by word. */
class MatrixAnswersTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final Condition EVERY = new Condition.All(List.of());
    private static final Condition MINOR = new Condition.FlagIsSet("minor");
    private static final Condition ADULT = new Condition.AgeAtLeast(18, Moment.USE);
    private static final UseKind KIND = UseKind.of(Purpose.of("training"), Recipient.of("owner"), Category.of("post"));

    private static List<PolicyMatrix.Place> places(Policy policy, int age) {
        PolicyMatrix matrix = PolicyMatrix.of(DataUsePolicy.of(policy), List.of(KIND), age);
        return matrix.rows().get(0).places();
    }

    /** What is said of one place at one time. */
    private static String only(Policy policy, int age) {
        List<PolicyMatrix.Place> places = places(policy, age);
        assertEquals(1, places.size());
        List<PolicyMatrix.Span> spans = places.get(0).spans();
        assertEquals(1, spans.size());
        return said(spans.get(0));
    }

    private static String said(PolicyMatrix.Span span) {
        return span.from().map(day -> "from " + day + " ").orElse("") + span.answer() + " by "
                + span.rule().orElse("none") + ": " + String.join("; ", span.conditions());
    }

    @Test
    void theRuleIsOneThatGrantsOrDeniesAndReachesThePlainMember() {
        Policy policy = SmallWorld.policy(
                SmallWorld.permit("minors", MINOR),
                SmallWorld.permit("adults", ADULT),
                SmallWorld.prohibit("flagged", MINOR),
                SmallWorld.permit("all", EVERY),
                SmallWorld.prohibit("young", new Condition.Not(ADULT)));
        assertEquals("PERMITTED by adults: 18 or older; not minor", only(policy, 35));
        assertEquals("ONLY_IF by young: 18 or older; not minor", only(policy, 17));
    }

    @Test
    void whoMeetsNoPermissionIsDeniedByNoRule() {
        assertEquals("ONLY_IF by none: minor", only(SmallWorld.policy(SmallWorld.permit("minors", MINOR)), 35));
    }

    @Test
    void whoWouldBeBornTooEarlyIsBornOnTheFirstDay() {
        assertEquals(
                "PERMITTED by adults: 18 or older", only(SmallWorld.policy(SmallWorld.permit("adults", ADULT)), 150));
    }

    @Test
    void aVocabularyNeedsNoAudiences() {
        Policy small = SmallWorld.policy(SmallWorld.permit("adults", ADULT));
        List<Vocabulary.PurposeEntry> purposes = List.of(new Vocabulary.PurposeEntry(
                Purpose.of("training"),
                "Training",
                Recipient.of("owner"),
                List.of(new Vocabulary.Usual(Category.of("post"), Optional.empty())),
                List.of()));
        Policy policy = small.toBuilder()
                .vocabulary(small.vocabulary().toBuilder()
                        .purposes(purposes)
                        .audiences(List.of())
                        .build())
                .build();
        assertEquals("PERMITTED by adults: 18 or older", only(policy, 35));
    }

    private static Policy withFlags(int count) {
        List<Vocabulary.Entry> flags = new ArrayList<>();
        List<Condition> none = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flags.add(new Vocabulary.Entry("f" + i, "Flag"));
            none.add(new Condition.Not(new Condition.FlagIsSet("f" + i)));
        }
        Policy small = SmallWorld.policy(SmallWorld.permit("unflagged", new Condition.All(none)));
        return small.toBuilder()
                .vocabulary(small.vocabulary().toBuilder().flags(flags).build())
                .build();
    }

    @Test
    void soManyConditionsAreWrittenDownAndNoMore() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            words.add("not f" + i);
        }
        assertEquals("PERMITTED by unflagged: " + String.join("; ", words), only(withFlags(24), 35));
        assertEquals("PERMITTED by unflagged: too much to write down: ask the policy", only(withFlags(25), 35));
    }

    @Test
    void aSpanEndsWhereTheAnswerTheConditionsOrTheRuleChange() {
        Condition late = new Condition.UsedFrom(DAY);
        Policy policy = SmallWorld.policy(
                SmallWorld.permit("early", new Condition.Not(late)),
                SmallWorld.permit("late", late),
                SmallWorld.prohibit(
                        "minors", new Condition.All(List.of(MINOR, new Condition.UsedFrom(LocalDate.of(2026, 3, 1))))),
                SmallWorld.prohibit("over", new Condition.UsedFrom(LocalDate.of(2027, 1, 1))));
        List<PolicyMatrix.Place> places = places(policy, 35);
        assertEquals(1, places.size());
        assertEquals(
                List.of(
                        "PERMITTED by early: ",
                        "from 2025-11-03 PERMITTED by late: ",
                        "from 2026-03-01 PERMITTED by late: not minor",
                        "from 2027-01-01 NEVER by over: "),
                places.get(0).spans().stream().map(MatrixAnswersTest::said).toList());
    }

    private static PolicyMatrix.Row row(UseKind kind, String country, LocalDate from) {
        PolicyMatrix.Span span = new PolicyMatrix.Span(
                Optional.of(from), PolicyMatrix.Answer.PERMITTED, List.of(), Optional.empty(), Optional.empty());
        Country only = Country.of(country).orElseThrow();
        return new PolicyMatrix.Row(
                List.of(kind), List.of(new PolicyMatrix.Place(List.of(only), "located in " + country, List.of(span))));
    }

    @Test
    void theFirstDayOfSeveralRowsIsTheEarliest() {
        UseKind other = UseKind.of(Purpose.of("training"), Recipient.of("owner"), Category.of("profile"));
        List<PolicyMatrix.Row> rows = List.of(
                row(KIND, "NO", DAY),
                row(other, "NO", DAY.plusDays(1)),
                row(KIND, "IT", DAY.plusDays(1)),
                row(other, "IT", DAY),
                row(other, "GB", DAY));
        PolicyMatrix matrix = new PolicyMatrix("p", "r", 35, rows);
        Map<String, LocalDate> both = new TreeMap<>();
        matrix.firstDays(List.of(KIND, other)).forEach((country, day) -> both.put(country.code(), day));
        assertEquals(Map.of("NO", DAY, "IT", DAY, "GB", DAY), both);
        Map<String, LocalDate> one = new TreeMap<>();
        matrix.firstDays(List.of(KIND)).forEach((country, day) -> one.put(country.code(), day));
        assertEquals(Map.of("NO", DAY, "IT", DAY.plusDays(1)), one);
    }
}
