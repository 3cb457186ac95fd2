package dev.datause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kinds of use that some conditions do not tell apart: of every condition on purposes, recipients or categories the same is true.
 * What is found for one of a lot is so for all.
 */
final class KindLots {
    private final Map<Optional<Purpose>, List<Integer>> purposes = new HashMap<>();
    private final Map<Optional<Recipient>, List<Integer>> recipients = new HashMap<>();
    private final Map<Optional<Category>, List<Integer>> categories = new HashMap<>();
    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final Map<UseKind, Integer> known = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final Diagram ends = new Diagram();
    private final Space none;

    /** A condition on the kind, and the policy in whose words it is. */
    private record Part(Terms terms, Condition condition) {}

    /** For conditions that are added; a space is asked nothing. */
    KindLots(Space none) {
        this.none = none;
    }

    /** Tells kinds apart by what a policy's conditions ask of them. */
    void add(Terms terms, List<Condition> conditions) {
        Set<Condition> found = new LinkedHashSet<>();
        Set<String> definitions = new LinkedHashSet<>();
        conditions.forEach(condition -> find(terms, condition, found, definitions));
        found.forEach(condition -> parts.add(new Part(terms, condition)));
    }

    private static void find(Terms terms, Condition condition, Set<Condition> found, Set<String> definitions) {
        if (condition instanceof Condition.Defined defined) {
            if (definitions.add(defined.name())) {
                find(terms, terms.definition(defined.name()), found, definitions);
            }
        } else if (condition instanceof Condition.PurposeIs
                || condition instanceof Condition.RecipientIs
                || condition instanceof Condition.CategoryIs) {
            found.add(condition);
        }
        condition.parts().forEach(part -> find(terms, part, found, definitions));
    }

    /** The number of the lot of a kind. */
    int of(UseKind kind) {
        return known.computeIfAbsent(kind, this::number);
    }

    private int number(UseKind kind) {
        List<Object> signature = List.of(
                purposes.computeIfAbsent(kind.purpose(), purpose -> signature(Condition.PurposeIs.class, kind)),
                recipients.computeIfAbsent(kind.recipient(), recipient -> signature(Condition.RecipientIs.class, kind)),
                categories.computeIfAbsent(kind.category(), category -> signature(Condition.CategoryIs.class, kind)));
        int next = numbers.size();
        return numbers.computeIfAbsent(signature, s -> next);
    }

    private List<Integer> signature(Class<? extends Condition> asking, UseKind kind) {
        List<Integer> signature = new ArrayList<>();
        for (Part part : parts) {
            if (asking.isInstance(part.condition)) {
                Terms terms = part.terms;
                Compiler compiler = new Compiler(
                        terms,
                        none,
                        ends,
                        terms.purpose(kind.purpose().orElse(null)),
                        terms.recipient(kind.recipient().orElse(null)),
                        terms.category(kind.category().orElse(null)),
                        Compiler.ANY_AUDIENCE);
                signature.add(compiler.compile(part.condition));
            }
        }
        return signature;
    }
}
