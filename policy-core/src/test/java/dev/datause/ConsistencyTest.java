package dev.datause;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names outside of conditions that stand for nothing are refused too, of a policy that is made in code. */
class ConsistencyTest {
    private static final Policy POLICY = SmallWorld.policy();
    private static final Vocabulary WORDS = POLICY.vocabulary();

    private static Policy with(Vocabulary.Builder words) {
        return POLICY.toBuilder().vocabulary(words.build()).build();
    }

    private static void isRefused(String why, Policy policy) {
        assertEquals(
                why,
                assertThrows(IllegalArgumentException.class, () -> DataUsePolicy.of(policy))
                        .getMessage());
    }

    private static <T> List<T> and(List<T> some, T other) {
        return Stream.concat(some.stream(), Stream.of(other)).toList();
    }

    @Test
    void aRecipientOrACategoryLiesBelowOneThatIsThere() {
        isRefused(
                "vocabulary: it has no recipient 'nobody'",
                with(WORDS.toBuilder()
                        .recipients(and(
                                WORDS.recipients(),
                                new Vocabulary.RecipientEntry(
                                        Recipient.of("new"), "New", Optional.of(Recipient.of("nobody")))))));
        isRefused(
                "vocabulary: it has no category 'nothing'",
                with(WORDS.toBuilder()
                        .categories(and(
                                WORDS.categories(),
                                new Vocabulary.CategoryEntry(
                                        Category.of("new"), "New", Optional.of(Category.of("nothing")))))));
    }

    @Test
    void whatIsSaidForPeopleSomewhereNamesAPlaceThatIsThere() {
        Policy.Statement there = new Policy.Statement(List.of("north"), "Somebody", List.of());
        Policy.Statement nowhere = new Policy.Statement(List.of("nowhere"), "Somebody", List.of());
        assertDoesNotThrow(() ->
                DataUsePolicy.of(POLICY.toBuilder().controllers(List.of(there)).build()));
        isRefused(
                "jurisdiction: the vocabulary has no 'nowhere'",
                POLICY.toBuilder().controllers(List.of(there, nowhere)).build());
        Vocabulary.PurposeEntry purpose = WORDS.purposes().get(0);
        isRefused(
                "jurisdiction: the vocabulary has no 'nowhere'",
                with(WORDS.toBuilder()
                        .purposes(and(
                                WORDS.purposes(),
                                new Vocabulary.PurposeEntry(
                                        Purpose.of("new"),
                                        "New",
                                        purpose.defaultRecipient(),
                                        purpose.usual(),
                                        List.of(nowhere))))));
    }

    @Test
    void aPlaceThatIncludesOthersUnderAnAnswerNamesPlacesThatAreThere() {
        Vocabulary.Jurisdiction place = new Vocabulary.Jurisdiction(
                "new",
                "New",
                List.of(),
                List.of(),
                List.of(new Vocabulary.IncludesWhen("islands-north", "no", List.of("nowhere"))),
                Optional.empty());
        isRefused(
                "jurisdiction: the vocabulary has no 'nowhere'",
                with(WORDS.toBuilder().jurisdictions(and(WORDS.jurisdictions(), place))));
    }
}
