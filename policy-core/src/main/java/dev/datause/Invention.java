package dev.datause;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A made-up member: what was chosen about them, everything else as plain as can be, and their story. */
final class Invention {
    private final Vocabulary vocabulary;
    private final Member.Builder member;
    private final Set<Axis.Key> chosen = new HashSet<>();
    private final Map<Axis.Kind, StringBuilder> words = new LinkedHashMap<>();

    Invention(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        member = Member.in(vocabulary);
    }

    void add(Axis group, Scenario scenario) {
        chosen.add(Space.key(group.kind, group.subject, Axis.AT_USE));
        scenario.give().accept(member);
        if (!scenario.words().isEmpty()) {
            StringBuilder of = words.computeIfAbsent(group.kind, kind -> new StringBuilder());
            of.append(of.length() == 0 ? "" : ", ").append(scenario.words());
        }
    }

    private boolean free(Axis.Kind kind, int subject) {
        return !chosen.contains(Space.key(kind, subject, Axis.AT_USE));
    }

    /** The member; what was not chosen is: in Germany, born in 1990, traits first in their lists, histories untouched. */
    Member member() {
        if (free(Axis.Kind.PLACE, 0)) {
            member.country("DE");
            words.put(Axis.Kind.PLACE, new StringBuilder("in DE"));
        }
        if (free(Axis.Kind.AGE, 0)) {
            LocalDate adult = LocalDate.of(1990, 5, 1);
            member.born(adult);
            words.put(Axis.Kind.AGE, new StringBuilder("born " + adult));
        }
        for (int i = 0; i < vocabulary.traits().size(); i++) {
            Vocabulary.Trait trait = vocabulary.traits().get(i);
            if (free(Axis.Kind.TRAIT, i)) {
                member.trait(trait.name(), trait.values().get(0));
            }
        }
        for (int i = 0; i < vocabulary.settings().size(); i++) {
            if (free(Axis.Kind.SETTING, i)) {
                member.untouched(vocabulary.settings().get(i).name());
            }
        }
        for (int i = 0; i < vocabulary.signals().size(); i++) {
            if (free(Axis.Kind.SIGNAL, i)) {
                member.neverSent(vocabulary.signals().get(i).name());
            }
        }
        for (int i = 0; i < vocabulary.objections().size(); i++) {
            if (free(Axis.Kind.OBJECTION, i)) {
                member.neverObjected(vocabulary.objections().get(i).name());
            }
        }
        return member.build();
    }

    /** The member in words. */
    String story() {
        StringBuilder story = new StringBuilder("a member ");
        story.append(words.get(Axis.Kind.PLACE)).append(", ").append(words.get(Axis.Kind.AGE));
        for (Axis.Kind kind : Axis.Kind.values()) {
            StringBuilder more = words.get(kind);
            if (more != null && kind != Axis.Kind.PLACE && kind != Axis.Kind.AGE) {
                story.append(", ").append(more);
            }
        }
        if (!words.containsKey(Axis.Kind.SETTING) && !vocabulary.settings().isEmpty()) {
            story.append(", all settings on");
        }
        return story.toString();
    }
}
