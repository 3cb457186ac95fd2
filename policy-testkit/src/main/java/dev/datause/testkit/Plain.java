package dev.datause.testkit;

import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plain member, how a member differs from it, and how it comes nearer. */
final class Plain {
    static final String COUNTRY = "DE";
    /** Where a member lives whom the plain country would hide the point of. */
    private static final String SECOND_COUNTRY = "US";

    static final LocalDate BORN = LocalDate.of(1990, 5, 1);

    private Plain() {}

    static MadeUpMember member(Vocabulary words) {
        Map<String, String> traits = new TreeMap<>();
        words.traits().forEach(trait -> traits.put(trait.name(), trait.values().get(0)));
        return new MadeUpMember(
                words,
                Optional.of(COUNTRY),
                List.of(),
                Optional.of(BORN),
                Set.of(),
                traits,
                untouched(words.settings().stream()
                        .map(Vocabulary.SettingEntry::name)
                        .toList()),
                untouched(words.signals().stream().map(Vocabulary.Entry::name).toList()),
                untouched(
                        words.objections().stream().map(Vocabulary.Entry::name).toList()));
    }

    private static Map<String, History> untouched(List<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, name -> History.UNTOUCHED));
    }

    /** The name under which a history of the setting is given, its own if none is. */
    static String givenName(Vocabulary.SettingEntry setting, Map<String, History> settings) {
        for (String alias : setting.aliases()) {
            if (settings.containsKey(alias)) {
                return alias;
            }
        }
        return setting.name();
    }

    static List<MadeUpMember> plainer(MadeUpMember member) {
        Vocabulary words = member.vocabulary();
        List<MadeUpMember> all = new ArrayList<>();
        if (!member.moves().isEmpty()) {
            all.add(member.in(COUNTRY));
            all.add(member.in(SECOND_COUNTRY));
            for (MadeUpMember.Move move : member.moves()) {
                all.add(move.country().map(member::in).orElseGet(member::inUnknownCountry));
            }
            for (int i = 0; i < member.moves().size() && member.moves().size() > 1; i++) {
                List<MadeUpMember.Move> less = new ArrayList<>(member.moves());
                less.remove(i);
                all.add(member.moved(less));
            }
        } else if (!member.country().equals(Optional.of(COUNTRY))) {
            all.add(member.in(COUNTRY));
            if (!member.country().equals(Optional.of(SECOND_COUNTRY))) {
                all.add(member.in(SECOND_COUNTRY));
            }
        }
        if (!member.born().equals(Optional.of(BORN))) {
            all.add(member.born(BORN));
        }
        for (String flag : member.flags()) {
            Set<String> less = new HashSet<>(member.flags());
            less.remove(flag);
            all.add(member.flags(less));
        }
        for (Vocabulary.Trait trait : words.traits()) {
            if (!trait.values().get(0).equals(member.traits().get(trait.name()))) {
                all.add(member.trait(trait.name(), trait.values().get(0)));
            }
        }
        for (Vocabulary.SettingEntry setting : words.settings()) {
            String name = givenName(setting, member.settings());
            if (!name.equals(setting.name())) {
                History history = member.settings().getOrDefault(name, History.UNTOUCHED);
                MadeUpMember without = member.withoutSetting(name);
                boolean both = member.settings().containsKey(setting.name());
                all.add(both ? without : without.setting(setting.name(), history));
            }
            histories(name, member.settings(), member::setting, all);
        }
        for (Vocabulary.Entry signal : words.signals()) {
            histories(signal.name(), member.signals(), member::signal, all);
        }
        for (Vocabulary.Entry scope : words.objections()) {
            histories(scope.name(), member.objections(), member::objection, all);
        }
        return all;
    }

    private static void histories(
            String name,
            Map<String, History> histories,
            BiFunction<String, History, MadeUpMember> with,
            List<MadeUpMember> all) {
        History history = histories.get(name);
        if (history == null) {
            all.add(with.apply(name, History.UNTOUCHED));
        } else {
            history.plainer().forEach(plainer -> all.add(with.apply(name, plainer)));
        }
    }

    static int oddity(MadeUpMember member) {
        Vocabulary words = member.vocabulary();
        int odd = member.flags().size();
        if (!member.moves().isEmpty()) {
            odd += 2 + member.moves().size();
        } else if (!member.country().equals(Optional.of(COUNTRY))) {
            odd += member.country().equals(Optional.of(SECOND_COUNTRY)) ? 1 : 2;
        }
        odd += member.born().equals(Optional.of(BORN)) ? 0 : 1;
        for (Vocabulary.Trait trait : words.traits()) {
            odd += trait.values().get(0).equals(member.traits().get(trait.name())) ? 0 : 1;
        }
        for (Vocabulary.SettingEntry setting : words.settings()) {
            String name = givenName(setting, member.settings());
            odd += name.equals(setting.name()) ? 0 : 1;
            odd += oddity(member.settings().get(name));
        }
        for (Vocabulary.Entry signal : words.signals()) {
            odd += oddity(member.signals().get(signal.name()));
        }
        for (Vocabulary.Entry scope : words.objections()) {
            odd += oddity(member.objections().get(scope.name()));
        }
        return odd;
    }

    private static int oddity(@Nullable History history) {
        return history == null ? 1 : history.oddity();
    }

    static String words(MadeUpMember member) {
        Vocabulary words = member.vocabulary();
        List<String> parts = new ArrayList<>();
        parts.add(place(member));
        parts.add(member.born().map(day -> "born " + day).orElse("of unknown birth day"));
        member.flags().forEach(flag -> parts.add("with " + flag));
        for (Vocabulary.Trait trait : words.traits()) {
            String value = member.traits().get(trait.name());
            if (value == null) {
                parts.add("of unknown " + trait.name());
            } else if (!value.equals(trait.values().get(0))) {
                parts.add(trait.name() + " " + value);
            }
        }
        int before = parts.size();
        for (Vocabulary.SettingEntry setting : words.settings()) {
            String name = givenName(setting, member.settings());
            add(
                    parts,
                    name,
                    "history of " + name + " unknown",
                    member.settings().get(name));
        }
        if (parts.size() == before && !words.settings().isEmpty()) {
            parts.add("all settings on");
        }
        for (Vocabulary.Entry signal : words.signals()) {
            String name = signal.name();
            add(parts, name, "history of " + name + " unknown", member.signals().get(name));
        }
        for (Vocabulary.Entry scope : words.objections()) {
            String name = scope.name();
            add(
                    parts,
                    "objection to " + name,
                    "objections to " + name + " unknown",
                    member.objections().get(name));
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String name, String unknown, @Nullable History history) {
        if (history == null) {
            parts.add(unknown);
        } else if (!history.events().isEmpty()) {
            parts.add(name + " " + history);
        }
    }

    private static String place(MadeUpMember member) {
        if (member.moves().isEmpty()) {
            return member.country().map(Plain::inCountry).orElse("of unknown country");
        }
        return member.moves().stream()
                .sorted((a, b) -> a.day().compareTo(b.day()))
                .map(move ->
                        move.country().map(Plain::inCountry).orElse("in an unknown country") + " from " + move.day())
                .collect(Collectors.joining(", then "));
    }

    private static String inCountry(String code) {
        boolean letters = code.length() == 2 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        return letters ? "in " + code : "in no country that is assigned";
    }
}
