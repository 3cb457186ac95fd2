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
        Vocabulary words = own.toBuilder()
                .purposes(joined(
                        own.purposes(),
                        one.purposes(),
                        two.purposes(),
                        Vocabulary.PurposeEntry::name,
                        e -> new Vocabulary.PurposeEntry(
                                e.name(), e.title(), e.defaultRecipient(), e.usual(), List.of())))
                .recipients(joined(
                        own.recipients(),
                        one.recipients(),
                        two.recipients(),
                        Vocabulary.RecipientEntry::name,
                        e -> new Vocabulary.RecipientEntry(e.name(), e.title(), Optional.empty())))
                .categories(joined(
                        own.categories(),
                        one.categories(),
                        two.categories(),
                        Vocabulary.CategoryEntry::name,
                        e -> new Vocabulary.CategoryEntry(e.name(), e.title(), Optional.empty())))
                .audiences(joined(own.audiences(), one.audiences(), two.audiences(), Vocabulary.Entry::name, e -> e))
                .settings(settings(own, one, two))
                .signals(joined(own.signals(), one.signals(), two.signals(), Vocabulary.Entry::name, e -> e))
                .objections(
                        joined(own.objections(), one.objections(), two.objections(), Vocabulary.Entry::name, e -> e))
                .flags(joined(own.flags(), one.flags(), two.flags(), Vocabulary.Entry::name, e -> e))
                .traits(traits(own, one, two))
                .build();
        return policy.toBuilder().vocabulary(words).build();
    }

    /** Without other names: that of a setting of one policy may be the old name of another's. */
    private static List<Vocabulary.SettingEntry> settings(Vocabulary own, Vocabulary one, Vocabulary two) {
        return joined(own.settings(), one.settings(), two.settings(), Vocabulary.SettingEntry::name, e -> e).stream()
                .map(e -> new Vocabulary.SettingEntry(e.name(), e.title(), e.path(), List.of()))
                .toList();
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
