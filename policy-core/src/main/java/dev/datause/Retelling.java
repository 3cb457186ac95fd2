package dev.datause;

import dev.datause.document.Node;
import dev.datause.document.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a made-up use as a request. Only counterexamples come here: the facts of members of flesh and blood are never
 * written.
 *
 * <p>A timeline keeps what each day's events leave, so each day comes back as one event that leaves the same: the member
 * that is read from the request equals the one that was written.
 */
final class Retelling {
    private final Member member;
    private final Vocabulary vocabulary;

    private Retelling(Member member) {
        this.member = member;
        vocabulary = member.vocabulary();
    }

    static Node of(Use use) {
        List<Node.Entry> request = new ArrayList<>();
        use.purpose().ifPresent(purpose -> request.add(entry("purpose", purpose.name())));
        use.recipient().ifPresent(recipient -> request.add(entry("recipient", recipient.name())));
        use.category().ifPresent(category -> request.add(entry("category", category.name())));
        use.audience().ifPresent(audience -> request.add(entry("audience", audience.name())));
        use.collected().ifPresent(day -> request.add(entry("collected", day.toString())));
        request.add(entry("used", use.used().toString()));
        request.add(entry("member", new Retelling(use.member()).facts()));
        return new Node.Members(Position.START, request);
    }

    private Node facts() {
        List<Node.Entry> facts = new ArrayList<>();
        place(facts);
        if (member.birth != Days.UNKNOWN) {
            facts.add(entry("born", Days.date(member.birth).toString()));
        }
        List<String> settings = vocabulary.settings().stream()
                .map(Vocabulary.SettingEntry::name)
                .toList();
        List<String> signals =
                vocabulary.signals().stream().map(Vocabulary.Entry::name).toList();
        List<String> scopes =
                vocabulary.objections().stream().map(Vocabulary.Entry::name).toList();
        histories("settings", settings, 0, facts);
        histories("signals", signals, settings.size(), facts);
        histories("objections", scopes, settings.size() + signals.size(), facts);
        values(facts);
        return new Node.Members(Position.START, facts);
    }

    private void place(List<Node.Entry> facts) {
        if (member.moveDays.length == 0) {
            if (member.country > 0) {
                facts.add(entry("country", country(member.country)));
            }
            return;
        }
        List<Node> moves = new ArrayList<>();
        for (int i = 0; i < member.moveDays.length; i++) {
            moves.add(event(member.moveDays[i], "to", country(member.moveCountries[i])));
        }
        facts.add(entry("moves", new Node.Items(Position.START, moves)));
    }

    /** The code of a country; of the unknown one a code that nobody is ever given. */
    private static String country(short index) {
        return index == 0 ? "ZZ" : Country.all().get(index - 1).code();
    }

    private void histories(String kind, List<String> names, int first, List<Node.Entry> facts) {
        List<Node.Entry> known = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Timeline timeline = member.histories[first + i];
            if (timeline.known()) {
                List<Node> events = new ArrayList<>();
                for (int e = 0; e < timeline.events(); e++) {
                    events.add(event(timeline.eventDay(e), "is", word(kind, timeline.eventState(e))));
                }
                known.add(entry(names.get(i), new Node.Items(Position.START, events)));
            }
        }
        if (!known.isEmpty()) {
            facts.add(entry(kind, new Node.Members(Position.START, known)));
        }
    }

    private static String word(String kind, int state) {
        return switch (kind) {
            case "settings" -> state == Timeline.RESTRICTED ? "off" : "on";
            case "signals" -> state == Timeline.RESTRICTED ? "present" : "absent";
            default -> state == Timeline.FILED ? "filed" : state == Timeline.GRANTED ? "granted" : "withdrawn";
        };
    }

    private void values(List<Node.Entry> facts) {
        List<Node> flags = new ArrayList<>();
        for (int i = 0; i < vocabulary.flags().size(); i++) {
            if (member.values[i] == 1) {
                flags.add(
                        new Node.Text(Position.START, vocabulary.flags().get(i).name()));
            }
        }
        if (!flags.isEmpty()) {
            facts.add(entry("flags", new Node.Items(Position.START, flags)));
        }
        List<Node.Entry> traits = new ArrayList<>();
        for (int i = 0; i < vocabulary.traits().size(); i++) {
            Vocabulary.Trait trait = vocabulary.traits().get(i);
            int value = member.values[vocabulary.flags().size() + i];
            if (value > 0) {
                traits.add(entry(trait.name(), trait.values().get(value - 1)));
            }
        }
        if (!traits.isEmpty()) {
            facts.add(entry("traits", new Node.Members(Position.START, traits)));
        }
    }

    private static Node event(int day, String key, String value) {
        return new Node.Members(
                Position.START, List.of(entry("day", Days.date(day).toString()), entry(key, value)));
    }

    private static Node.Entry entry(String key, String value) {
        return entry(key, new Node.Text(Position.START, value));
    }

    private static Node.Entry entry(String key, Node value) {
        return new Node.Entry(key, Position.START, value);
    }
}
