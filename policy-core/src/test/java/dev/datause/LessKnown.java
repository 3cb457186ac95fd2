package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is left of a use when one more fact about it is not known. */
final class LessKnown {
    private LessKnown() {}

    /**
     * The uses with one known fact less each. Two facts have no "unknown": a flag, where not set means no, and a
     * history of moves, without which the stated country counts; but the countries moved to can be unknown.
     */
    static List<TestUse> than(TestUse use) {
        List<TestUse> less = new ArrayList<>();
        less.add(use.withPurpose(null));
        less.add(use.withRecipient(null));
        less.add(use.withCategory(null));
        less.add(use.withAudience(null));
        less.add(use.withCollected(null));
        for (TestMember member : than(use.member())) {
            less.add(use.withMember(member));
        }
        return less;
    }

    /** The members with one known fact less each. */
    static List<TestMember> than(TestMember member) {
        List<TestMember> less = new ArrayList<>();
        less.add(member.withCountry(null));
        less.add(member.withBorn(null));
        for (TestMember.Move move : member.moves()) {
            List<TestMember.Move> moves = new ArrayList<>(member.moves());
            moves.set(moves.indexOf(move), new TestMember.Move(move.day(), null));
            less.add(member.withMoves(moves));
        }
        member.traits().keySet().forEach(trait -> less.add(member.withTrait(trait, null)));
        member.settings().forEach((setting, events) -> {
            less.add(member.withSetting(setting, null));
            less.add(member.withSetting(setting, untold(events)));
        });
        member.signals().forEach((signal, events) -> {
            less.add(member.withSignal(signal, null));
            less.add(member.withSignal(signal, untold(events)));
        });
        member.objections().forEach((scope, events) -> {
            less.add(member.withObjection(scope, null));
            // After an unknown time a filing counts as granted: that is an answer to what is unknown, and no lack.
            if (events.stream().noneMatch(event -> event.kind() == TestMember.Kind.FILED)) {
                less.add(member.withObjection(scope, untold(events)));
            }
        });
        return less;
    }

    /** The same events, of which the first that is told need not be the first that was. */
    private static List<TestMember.Event> untold(List<TestMember.Event> events) {
        List<TestMember.Event> less = new ArrayList<>(events);
        less.add(new TestMember.Event(LocalDate.of(2025, 11, 3), TestMember.Kind.UNTOLD));
        return less;
    }
}
