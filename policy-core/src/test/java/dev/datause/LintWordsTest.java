package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.analysis.LintCode;
import dev.datause.analysis.LintFinding;
import dev.datause.analysis.PolicyLint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A word is used exactly by what would lose its meaning without it. */
class LintWordsTest {
    private static final Policy.Citation CITED = new Policy.Citation("cited", "line 1", "so it is");
    private static final Policy.Answer YES = new Policy.Answer("yes", "Yes", List.of());

    private static Policy.Source source(String key) {
        return new Policy.Source(key, "Source", "Here", Policy.Trust.CHOICE, Optional.empty());
    }

    private static Policy.Statement statement(List<String> in, Policy.Citation... citations) {
        return new Policy.Statement(in, "So it is.", List.of(citations));
    }

    private static Vocabulary.PurposeEntry training(Policy.Statement... bases) {
        return new Vocabulary.PurposeEntry(
                Purpose.of("training"),
                "Training",
                Recipient.of("owner"),
                List.of(new Vocabulary.Usual(Category.of("data"), Optional.empty())),
                List.of(bases));
    }

    private static Vocabulary.RecipientEntry recipient(String name, Optional<String> under) {
        return new Vocabulary.RecipientEntry(Recipient.of(name), name, under.map(Recipient::of));
    }

    private static Vocabulary.Jurisdiction place(String name, String code) {
        return new Vocabulary.Jurisdiction(
                name, name, List.of(Country.of(code).orElseThrow()), List.of(), List.of(), Optional.empty());
    }

    private static Vocabulary words(Policy.Statement... bases) {
        return Vocabulary.builder()
                .purposes(List.of(training(bases)))
                .recipients(List.of(
                        recipient("owner", Optional.empty()),
                        recipient("group", Optional.empty()),
                        recipient("daughter", Optional.of("group"))))
                .categories(List.of(new Vocabulary.CategoryEntry(Category.of("data"), "Data", Optional.empty())))
                .jurisdictions(List.of(place("north", "NO"), place("south", "IT")))
                .build();
    }

    private static Policy policy(Vocabulary words, Policy.Citation... ofTheRule) {
        Condition training = new Condition.PurposeIs(List.of(Purpose.of("training")));
        return Policy.builder("words", "1")
                .title("Words")
                .vocabulary(words)
                .sources(List.of(source("cited"), source("other")))
                .questions(List.of(new Policy.Question("open", "Open?", List.of(YES))))
                .readings(List.of(new Reading("only", "Only", Map.of("open", "yes"))))
                .defaultReading("only")
                .rules(List.of(new Policy.Rule(
                        "grant", Policy.Effect.PERMIT, "So it is.", training, List.of(ofTheRule), Policy.Remedy.NONE)))
                .build();
    }

    private static List<String> unused(Policy policy) {
        return PolicyLint.of(policy).findings().stream()
                .filter(finding -> finding.code() == LintCode.UNUSED_WORD)
                .map(LintFinding::subject)
                .toList();
    }

    private static List<String> without(List<String> all, String... used) {
        List<String> left = new ArrayList<>(all);
        left.removeAll(List.of(used));
        assertEquals(all.size() - used.length, left.size());
        return left;
    }

    private static final List<String> NOTHING_BUT_TRAINING = List.of(
            "recipient group",
            "recipient daughter",
            "jurisdiction north",
            "jurisdiction south",
            "source cited",
            "source other");

    @Test
    void whatNothingNamesIsUnused() {
        assertEquals(NOTHING_BUT_TRAINING, unused(policy(words())));
    }

    @Test
    void aSourceIsUsedByWhateverCitesIt() {
        List<String> cited = without(NOTHING_BUT_TRAINING, "source cited");
        assertEquals(cited, unused(policy(words(), CITED)));
        assertEquals(cited, unused(policy(words(statement(List.of(), CITED)))));
        Policy plain = policy(words());
        assertEquals(
                cited,
                unused(plain.toBuilder()
                        .controllers(List.of(statement(List.of(), CITED)))
                        .build()));
        Policy.Answer yes = new Policy.Answer("yes", "Yes", List.of(CITED));
        assertEquals(
                cited,
                unused(plain.toBuilder()
                        .questions(List.of(new Policy.Question("open", "Open?", List.of(yes))))
                        .build()));
    }

    @Test
    void aPlaceIsUsedByTheBasisOfAPurpose() {
        assertEquals(
                without(NOTHING_BUT_TRAINING, "jurisdiction south"),
                unused(policy(words(statement(List.of("south"))))));
    }

    private static List<String> unusedWith(Condition condition) {
        Policy plain = policy(words());
        List<Policy.Rule> rules = new ArrayList<>(plain.rules());
        rules.add(SmallWorld.rule("more", Policy.Effect.PROHIBIT, condition));
        List<Policy.Source> sources = new ArrayList<>(plain.sources());
        sources.add(source("S"));
        return unused(plain.toBuilder().rules(rules).sources(sources).build());
    }

    @Test
    void whoLiesBelowAUsedRecipientIsUsedAndWhoLiesAboveIsNot() {
        assertEquals(
                without(NOTHING_BUT_TRAINING, "recipient group", "recipient daughter"),
                unusedWith(new Condition.RecipientIs(List.of(Recipient.of("group")))));
        assertEquals(
                without(NOTHING_BUT_TRAINING, "recipient daughter"),
                unusedWith(new Condition.RecipientIs(List.of(Recipient.of("daughter")))));
    }
}
