package dev.datause.analysis;

import dev.datause.Policy;
import dev.datause.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Two policies in the words of both, so that one use can be put to either. A word that only the other has is known and
 * no rule names it; what the words stand for (countries, what lies below what) stays each policy's own.
 */
final class CommonWords {
    private CommonWords() {}

    /** The policy with the words of another added. The lists of both come out in the same order for either. */
    static Policy in(Policy policy, Policy first, Policy second) {
        Vocabulary own = policy.vocabulary();
        Vocabulary one = first.vocabulary();
        Vocabulary two = second.vocabulary();
        Vocabulary words = new Vocabulary(
                joined(own.purposes(), one.purposes(), two.purposes(), Vocabulary.PurposeEntry::name, e -> e),
                joined(
                        own.recipients(),
                        one.recipients(),
                        two.recipients(),
                        Vocabulary.RecipientEntry::name,
                        e -> new Vocabulary.RecipientEntry(e.name(), e.title(), Optional.empty())),
                joined(
                        own.categories(),
                        one.categories(),
                        two.categories(),
                        Vocabulary.CategoryEntry::name,
                        e -> new Vocabulary.CategoryEntry(e.name(), e.title(), Optional.empty())),
                joined(own.audiences(), one.audiences(), two.audiences(), Vocabulary.Entry::name, e -> e),
                own.jurisdictions(),
                joined(own.settings(), one.settings(), two.settings(), Vocabulary.SettingEntry::name, e -> e),
                joined(own.signals(), one.signals(), two.signals(), Vocabulary.Entry::name, e -> e),
                joined(own.objections(), one.objections(), two.objections(), Vocabulary.Entry::name, e -> e),
                joined(own.flags(), one.flags(), two.flags(), Vocabulary.Entry::name, e -> e),
                traits(own, one, two));
        return new Policy(
                policy.id(),
                policy.version(),
                policy.title(),
                policy.effective(),
                words,
                policy.sources(),
                policy.questions(),
                policy.readings(),
                policy.defaultReading(),
                policy.firstDays(),
                policy.definitions(),
                policy.rules(),
                policy.controllers());
    }

    private static <T> List<T> joined(
            List<T> own, List<T> one, List<T> two, Function<T, Object> name, Function<T, T> foreign) {
        Map<Object, T> all = new LinkedHashMap<>();
        one.forEach(entry -> all.putIfAbsent(name.apply(entry), foreign.apply(entry)));
        two.forEach(entry -> all.putIfAbsent(name.apply(entry), foreign.apply(entry)));
        own.forEach(entry -> all.put(name.apply(entry), entry));
        return List.copyOf(all.values());
    }

    private static List<Vocabulary.Trait> traits(Vocabulary own, Vocabulary one, Vocabulary two) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Vocabulary vocabulary : List.of(one, two)) {
            for (Vocabulary.Trait trait : vocabulary.traits()) {
                values.computeIfAbsent(trait.name(), name -> new LinkedHashSet<>())
                        .addAll(trait.values());
            }
        }
        List<Vocabulary.Trait> traits = new ArrayList<>();
        values.forEach((name, all) -> traits.add(new Vocabulary.Trait(name, title(name, own), List.copyOf(all))));
        return traits;
    }

    private static String title(String trait, Vocabulary vocabulary) {
        for (Vocabulary.Trait one : vocabulary.traits()) {
            if (one.name().equals(trait)) {
                return one.title();
            }
        }
        return trait;
    }
}
