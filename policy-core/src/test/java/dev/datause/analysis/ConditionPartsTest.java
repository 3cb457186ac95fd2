package dev.datause.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.Category;
import dev.datause.Condition;
import dev.datause.Purpose;
import dev.datause.Recipient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions come apart in every way there is, and in no other. */
class ConditionPartsTest {
    private static final Condition A = new Condition.FlagIsSet("a");
    private static final Condition B = new Condition.FlagIsSet("b");
    private static final Condition C = new Condition.FlagIsSet("c");
    private static final Condition DEFINED = new Condition.Defined("d");

    private static Condition all(Condition... of) {
        return new Condition.All(List.of(of));
    }

    private static Condition any(Condition... of) {
        return new Condition.Any(List.of(of));
    }

    private static ConditionParts.Without without(Condition left, Condition part, String of) {
        return new ConditionParts.Without(left, part, of);
    }

    @Test
    void onePartOfAListOfTwoOrMoreIsLeftOut() {
        assertEquals(
                List.of(without(all(B, C), A, "all"), without(all(A, C), B, "all"), without(all(A, B), C, "all")),
                ConditionParts.withoutOnePart(all(A, B, C)));
        assertEquals(
                List.of(without(any(B), A, "any"), without(any(A), B, "any")),
                ConditionParts.withoutOnePart(any(A, B)));
        for (Condition single : List.of(A, all(A), any(A), all(), any(), DEFINED, new Condition.Not(A))) {
            assertEquals(List.of(), ConditionParts.withoutOnePart(single), single::toString);
        }
    }

    @Test
    void whatAPartLiesInStaysAroundWhatIsLeft() {
        Condition both = all(A, B);
        for (Condition around : List.of(
                new Condition.Not(both),
                new Condition.Certainly(both),
                new Condition.Possibly(both),
                any(both),
                all(new Condition.Not(new Condition.Possibly(both))))) {
            assertEquals(
                    List.of(
                            without(replaced(around, both, all(B)), A, "all"),
                            without(replaced(around, both, all(A)), B, "all")),
                    ConditionParts.withoutOnePart(around),
                    around::toString);
        }
        assertEquals(
                List.of(
                        without(any(C), both, "any"),
                        without(any(all(B), C), A, "all"),
                        without(any(all(A), C), B, "all"),
                        without(any(both), C, "any")),
                ConditionParts.withoutOnePart(any(both, C)));
    }

    private static Condition replaced(Condition in, Condition one, Condition by) {
        if (in.equals(one)) {
            return by;
        }
        List<Condition> parts =
                in.parts().stream().map(part -> replaced(part, one, by)).toList();
        if (in instanceof Condition.Not) {
            return new Condition.Not(parts.get(0));
        }
        if (in instanceof Condition.Certainly) {
            return new Condition.Certainly(parts.get(0));
        }
        if (in instanceof Condition.Possibly) {
            return new Condition.Possibly(parts.get(0));
        }
        return in instanceof Condition.All ? new Condition.All(parts) : new Condition.Any(parts);
    }

    @Test
    void definitionsArePutInWhereTheyAreKnown() {
        Condition whole = all(DEFINED, new Condition.Not(any(DEFINED, A)), new Condition.Possibly(DEFINED));
        assertEquals(
                all(B, new Condition.Not(any(B, A)), new Condition.Possibly(B)),
                ConditionParts.expanded(whole, Map.of("d", B)));
        assertEquals(C, ConditionParts.expanded(DEFINED, Map.of("d", new Condition.Defined("e"), "e", C)));
        assertEquals(whole, ConditionParts.expanded(whole, Map.of()));
        assertEquals(whole, ConditionParts.expanded(whole, Map.of("other", A)));
    }

    @Test
    void purposeRecipientAndCategoryAreWhatIsAskedAboutTheKind() {
        Condition purpose = new Condition.PurposeIs(List.of(Purpose.of("p")));
        Condition recipient = new Condition.RecipientIs(List.of(Recipient.of("r")));
        Condition category = new Condition.CategoryIs(List.of(Category.of("c")));
        assertEquals(
                List.of(purpose, recipient, category),
                ConditionParts.aboutKind(all(A, purpose, any(new Condition.Not(recipient), DEFINED), category)));
        for (Condition one : List.of(purpose, recipient, category)) {
            assertEquals(List.of(one), ConditionParts.aboutKind(one));
        }
        assertEquals(List.of(), ConditionParts.aboutKind(all(A, new Condition.UsedBeforeCollected())));
    }
}
