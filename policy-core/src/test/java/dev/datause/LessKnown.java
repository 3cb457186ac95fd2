package dev.datause;

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
        member.settings().keySet().forEach(setting -> less.add(member.withSetting(setting, null)));
        member.signals().keySet().forEach(signal -> less.add(member.withSignal(signal, null)));
        member.objections().keySet().forEach(scope -> less.add(member.withObjection(scope, null)));
        return less;
    }
}
