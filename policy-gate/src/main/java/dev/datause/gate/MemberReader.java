package dev.datause.gate;

import dev.datause.Member;
import dev.datause.Vocabulary;
import dev.datause.document.DocumentCode;
import dev.datause.document.Node;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the facts about a member from a request. Immutable and thread-safe. */
final class MemberReader {
    private static final List<String> SETTING_WORDS = List.of("on", "off");
    private static final List<String> SIGNAL_WORDS = List.of("present", "absent");
    private static final List<String> OBJECTION_WORDS = List.of("filed", "granted", "withdrawn");

    private final Vocabulary vocabulary;
    private final Set<String> settings;
    private final Set<String> signals;
    private final Set<String> objections;
    private final Set<String> flags;
    private final Set<String> traits;

    MemberReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        settings = vocabulary.settings().stream()
                .flatMap(setting -> Stream.concat(Stream.of(setting.name()), setting.aliases().stream()))
                .collect(Collectors.toUnmodifiableSet());
        signals = names(vocabulary.signals());
        objections = names(vocabulary.objections());
        flags = names(vocabulary.flags());
        traits = vocabulary.traits().stream().map(Vocabulary.Trait::name).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(List<Vocabulary.Entry> entries) {
        return entries.stream().map(Vocabulary.Entry::name).collect(Collectors.toUnmodifiableSet());
    }

    /** What histories there are, what their events are called, and how a member takes them. */
    private enum History {
        SETTING("settings") {
            @Override
            List<String> words() {
                return SETTING_WORDS;
            }

            @Override
            void known(Member.Builder member, String name) {
                member.untouched(name);
            }

            @Override
            void event(Member.Builder member, String name, String is, LocalDate day) {
                if (is.equals("on")) {
                    member.on(name, day);
                } else {
                    member.off(name, day);
                }
            }
        },
        SIGNAL("signals") {
            @Override
            List<String> words() {
                return SIGNAL_WORDS;
            }

            @Override
            void known(Member.Builder member, String name) {
                member.neverSent(name);
            }

            @Override
            void event(Member.Builder member, String name, String is, LocalDate day) {
                if (is.equals("absent")) {
                    member.absent(name, day);
                } else {
                    member.present(name, day);
                }
            }
        },
        OBJECTION("objections") {
            @Override
            List<String> words() {
                return OBJECTION_WORDS;
            }

            @Override
            void known(Member.Builder member, String name) {
                member.neverObjected(name);
            }

            @Override
            void event(Member.Builder member, String name, String is, LocalDate day) {
                switch (is) {
                    case "withdrawn" -> member.withdrawn(name, day);
                    case "granted" -> member.granted(name, day);
                    default -> member.filed(name, day);
                }
            }
        };

        final String key;

        History(String key) {
            this.key = key;
        }

        /** What its events are called. */
        abstract List<String> words();

        /** Takes it that the history is known, with no event so far. */
        abstract void known(Member.Builder member, String name);

        /** Takes an event; {@code is} is one of the words. */
        abstract void event(Member.Builder member, String name, String is, LocalDate day);
    }

    /** The member, or empty after a problem. */
    Optional<Member> read(Node node, Problems problems) {
        if (!(node instanceof Node.Members facts)) {
            Values.wrongKind(node, "member", "an object", problems);
            return Optional.empty();
        }
        int before = problems.count();
        Member.Builder member = Member.in(vocabulary);
        for (Node.Entry entry : facts.entries()) {
            Node value = entry.value();
            switch (entry.key()) {
                case "country" -> RequestReader.text(value, "country", problems).ifPresent(member::country);
                case "moves" -> moves(value, member, problems);
                case "born" -> Values.day(value, "born", problems).ifPresent(member::born);
                case "settings" -> histories(value, History.SETTING, settings, member, problems);
                case "signals" -> histories(value, History.SIGNAL, signals, member, problems);
                case "objections" -> histories(value, History.OBJECTION, objections, member, problems);
                case "flags" -> flags(value, member, problems);
                case "traits" -> traits(value, member, problems);
                case "othersUntouched" -> {
                    if (!(value instanceof Node.Bool flag)) {
                        Values.wrongKind(value, "othersUntouched", "true or false", problems);
                    } else if (flag.value()) {
                        member.othersUntouched();
                    }
                }
                default -> RequestReader.unknownKey(entry, problems);
            }
        }
        return problems.count() == before ? Optional.of(member.build()) : Optional.empty();
    }

    private static void moves(Node node, Member.Builder member, Problems problems) {
        Set<LocalDate> days = new HashSet<>();
        for (Node item : items(node, "moves", problems)) {
            Event move = Event.of(item, "a move", "to", problems);
            if (move.day().isPresent() && move.value().isPresent()) {
                LocalDate day = move.day().get();
                if (!days.add(day)) {
                    problems.add(DocumentCode.TWICE, item.at(), "two moves on one day");
                }
                RequestReader.text(move.value().get(), "to", problems).ifPresent(to -> member.moved(day, to));
            }
        }
    }

    private static void histories(
            Node node, History history, Set<String> names, Member.Builder member, Problems problems) {
        for (Node.Entry entry : entries(node, history.key, problems)) {
            String name = entry.key();
            if (!names.contains(name)) {
                unknownName(entry, history.key, problems);
                continue;
            }
            history.known(member, name);
            for (Node item : items(entry.value(), "a history in " + history.key, problems)) {
                Event event = Event.of(item, "an event in " + history.key, "is", problems);
                if (event.day().isPresent() && event.value().isPresent()) {
                    String is = Values.choice(event.value().get(), "is", history.words(), problems);
                    if (!is.isEmpty()) {
                        history.event(member, name, is, event.day().get());
                    }
                }
            }
        }
    }

    private void flags(Node node, Member.Builder member, Problems problems) {
        for (Node item : items(node, "flags", problems)) {
            Optional<String> name = RequestReader.text(item, "a flag", problems);
            if (name.isPresent() && flags.contains(name.get())) {
                member.flag(name.get());
            } else if (name.isPresent()) {
                problems.add(DocumentCode.UNKNOWN_NAME, item.at(), "the policy has no such name in flags");
            }
        }
    }

    private void traits(Node node, Member.Builder member, Problems problems) {
        for (Node.Entry entry : entries(node, "traits", problems)) {
            Optional<String> value = RequestReader.text(entry.value(), "a trait", problems);
            if (!traits.contains(entry.key())) {
                unknownName(entry, "traits", problems);
            } else if (value.isPresent()) {
                member.trait(entry.key(), value.get());
            }
        }
    }

    private static void unknownName(Node.Entry entry, String where, Problems problems) {
        problems.add(DocumentCode.UNKNOWN_NAME, entry.keyAt(), "the policy has no such name in " + where);
    }

    private static List<Node> items(Node node, String what, Problems problems) {
        if (node instanceof Node.Items list) {
            return list.items();
        }
        Values.wrongKind(node, what, "a list", problems);
        return List.of();
    }

    private static List<Node.Entry> entries(Node node, String what, Problems problems) {
        if (node instanceof Node.Members members) {
            return members.entries();
        }
        Values.wrongKind(node, what, "an object", problems);
        return List.of();
    }

    /** A day and what happened on it; each empty after a problem. */
    private record Event(Optional<LocalDate> day, Optional<Node> value) {
        static Event of(Node node, String what, String key, Problems problems) {
            Optional<LocalDate> day = Optional.empty();
            Optional<Node> value = Optional.empty();
            boolean dated = false;
            for (Node.Entry entry : entries(node, what, problems)) {
                if (entry.key().equals("day")) {
                    day = Values.day(entry.value(), "day", problems);
                    dated = true;
                } else if (entry.key().equals(key)) {
                    value = Optional.of(entry.value());
                } else {
                    RequestReader.unknownKey(entry, problems);
                }
            }
            if (node instanceof Node.Members && !dated) {
                problems.add(DocumentCode.MISSING_KEY, node.at(), "the key \"day\" is missing");
            }
            if (node instanceof Node.Members && value.isEmpty()) {
                problems.add(DocumentCode.MISSING_KEY, node.at(), "the key \"" + key + "\" is missing");
            }
            return new Event(day, value);
        }
    }
}
