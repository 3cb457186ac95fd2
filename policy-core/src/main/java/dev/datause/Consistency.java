package dev.datause;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What must hold of a policy that was made in code, where no reader has looked: a name is that of one thing, and a name
 * that is used that of something. Without that a misspelt prohibition would never prohibit. Conditions are held to it
 * where they are compiled.
 */
final class Consistency {
    private Consistency() {}

    /**
     * Refuses a policy in which two things have one name.
     *
     * @throws IllegalArgumentException with the first such name
     */
    static void requireNamesOfOneThing(Policy policy) {
        Vocabulary words = policy.vocabulary();
        once("purpose", words.purposes(), entry -> entry.name().name());
        once("recipient", words.recipients(), entry -> entry.name().name());
        once("category", words.categories(), entry -> entry.name().name());
        once("audience", words.audiences(), Vocabulary.Entry::name);
        Stream<String> places = words.jurisdictions().stream().map(Vocabulary.Jurisdiction::name);
        once("jurisdiction", Stream.concat(Stream.of(Regions.ANYWHERE), places).toList(), name -> name);
        Stream<String> settings = words.settings().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.name()), entry.aliases().stream()));
        once("setting", settings.toList(), name -> name);
        once("signal", words.signals(), Vocabulary.Entry::name);
        once("objection scope", words.objections(), Vocabulary.Entry::name);
        once("flag", words.flags(), Vocabulary.Entry::name);
        once("trait", words.traits(), Vocabulary.Trait::name);
        once("table", policy.firstDays(), Policy.FirstDays::name);
        once("definition", policy.definitions(), Policy.Definition::name);
        once("question", policy.questions(), Policy.Question::name);
        once("reading", policy.readings(), Reading::name);
    }

    /**
     * Refuses a policy that uses a name which stands for nothing, outside of conditions, or has a purpose without data.
     *
     * @throws IllegalArgumentException with the first such name
     */
    static void requireNamesOfSomething(Policy policy, Terms terms) {
        Vocabulary words = policy.vocabulary();
        words.recipients().forEach(entry -> entry.under().ifPresent(terms::require));
        words.categories().forEach(entry -> entry.under().ifPresent(terms::require));
        for (Vocabulary.PurposeEntry purpose : words.purposes()) {
            terms.require(purpose.defaultRecipient());
            if (purpose.usual().isEmpty()) {
                // Of no data at all nothing would deny it.
                throw new IllegalArgumentException(
                        "vocabulary: the purpose '" + purpose.name().name() + "' uses no data");
            }
            for (Vocabulary.Usual usual : purpose.usual()) {
                terms.require(usual.category());
                usual.audience().ifPresent(terms::require);
            }
            purpose.bases().forEach(basis -> basis.in().forEach(terms.regions()::countries));
        }
        policy.controllers().forEach(one -> one.in().forEach(terms.regions()::countries));
        for (Vocabulary.Jurisdiction jurisdiction : words.jurisdictions()) {
            for (Vocabulary.IncludesWhen when : jurisdiction.includesWhen()) {
                terms.requireAnswer(when.question(), when.answer());
                when.jurisdictions().forEach(terms.regions()::countries);
            }
        }
    }

    private static <T> void once(String what, List<T> things, Function<T, String> name) {
        Set<String> names = new HashSet<>();
        for (T thing : things) {
            if (!names.add(name.apply(thing))) {
                throw new IllegalArgumentException(
                        "policy: more than one " + what + " is named '" + name.apply(thing) + "'");
            }
        }
    }
}
