package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever an answer looks up in tables, it is that of the walk, and it changes on the day it names. */
class AnswerTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 3);
    private static final LocalDate SECOND = FIRST.plusDays(10);
    private static final int DAY = Days.of(FIRST);
    private static final int BEFORE = Days.previous(DAY);
    private static final int LATER = Days.of(SECOND);
    private static final Condition FROM_FIRST = new Condition.UsedFrom(FIRST);
    private static final Condition FROM_SECOND = new Condition.UsedFrom(SECOND);
    private static final Condition NORTH = new Condition.Located(List.of("north"), Moment.USE);
    private static final Condition ADULT = new Condition.AgeAtLeast(18, Moment.USE);
    private static final Condition FLAGGED = new Condition.FlagIsSet("minor");
    private static final List<Member> MEMBERS = members();

    /** A condition, compiled, with its answer. */
    private static final class Compiled {
        private final Answer answer;
        private final Walk walk;
        private final int root;
        private final Entrance entrance;

        Compiled(Condition condition) {
            Policy policy = SmallWorld.policy(List.of(), List.of(), Policy.Effective.ALWAYS);
            Terms terms = new Terms(policy, policy.reading("strict").orElseThrow());
            Space space = new Space.Builder(terms).add(condition).build();
            Diagram diagram = new Diagram();
            Compiler compiler = new Compiler(terms, space, diagram, 0, 0, 0, Compiler.ANY_AUDIENCE);
            entrance =
                    Entrance.of(SmallWorld.VOCABULARY, space, diagram, diagram.certainly(compiler.compile(condition)));
            int[] roots = entrance.nodes();
            int[] code = diagram.flatten(roots);
            root = roots[0];
            walk = new Walk(space.axes(), code);
            answer = new Answer(entrance, space.axes(), code, roots[0], roots[1]);
        }

        boolean permitted(Member member, int used, int collected, int audience) {
            boolean walked = walk.end(root, member, used, collected, audience) == Diagram.TRUE;
            assertEquals(walked, answer.permitted(member, used, collected, audience));
            return walked;
        }

        /** The day that is told, which is right wherever one is told. */
        int change(Member member, int used, int collected, int audience) {
            int told = answer.change(member, used, collected, audience);
            if (told != Days.UNKNOWN) {
                boolean now = permitted(member, used, collected, audience);
                int first = Days.NEVER;
                for (int day : new int[] {BEFORE, DAY, LATER}) {
                    boolean another = day > used && permitted(member, day, collected, audience) != now;
                    first = another ? Math.min(first, day) : first;
                }
                assertEquals(first, told);
            }
            return told;
        }
    }

    private static Condition all(Condition... of) {
        return new Condition.All(List.of(of));
    }

    private static Condition any(Condition... of) {
        return new Condition.Any(List.of(of));
    }

    private static Condition not(Condition of) {
        return new Condition.Not(of);
    }

    private static List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (String country : List.of("", "NO", "IT", "US")) {
            for (int age : new int[] {0, 10, 16, 17, 18, 19, 50}) {
                for (boolean flagged : new boolean[] {true, false}) {
                    for (boolean moved : new boolean[] {true, false}) {
                        Member.Builder facts = Member.in(SmallWorld.VOCABULARY);
                        facts = country.isEmpty() ? facts : facts.country(country);
                        facts = age == 0 ? facts : facts.born(FIRST.minusYears(age));
                        facts = flagged ? facts.flag("minor") : facts;
                        facts = moved ? facts.moved(FIRST, "NO").moved(SECOND, "US") : facts;
                        members.add(facts.build());
                    }
                }
            }
        }
        return members;
    }

    @Test
    void anAnswerIsThatOfTheWalk() {
        Compiled compiled = new Compiled(any(
                all(FROM_FIRST, NORTH, ADULT),
                all(
                        not(FROM_SECOND),
                        new Condition.CollectedFrom(SECOND),
                        new Condition.AgeAtLeast(16, Moment.COLLECTION)),
                all(new Condition.UsedBeforeCollected(), new Condition.Located(List.of("south"), Moment.COLLECTION)),
                all(new Condition.AudienceIs(List.of(Audience.of("public"))), FLAGGED, FROM_SECOND)));
        int permitted = 0;
        int asked = 0;
        for (Member member : MEMBERS) {
            for (int used : new int[] {BEFORE, DAY, LATER}) {
                for (int collected : new int[] {Days.UNKNOWN, BEFORE, DAY, LATER, Days.next(LATER)}) {
                    for (int audience = 0; audience < 3; audience++) {
                        permitted += compiled.permitted(member, used, collected, audience) ? 1 : 0;
                        asked++;
                    }
                }
            }
        }
        assertTrue(permitted > 100 && permitted < asked - 100, permitted + " of " + asked);
    }

    @Test
    void moreQuestionsThanATableHasRoomForAreAnsweredAsWell() {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Condition late = new Condition.UsedFrom(FIRST.plusDays(i));
            Condition old = new Condition.AgeAtLeast(10 + i, i % 2 == 0 ? Moment.USE : Moment.COLLECTION);
            Condition collected = new Condition.CollectedFrom(FIRST.plusDays(12L - i));
            Condition place = new Condition.Located(List.of(i % 3 == 0 ? "north" : "south"), Moment.COLLECTION);
            conditions.add(i % 4 == 0 ? all(late, old, place) : all(not(late), collected, old));
        }
        conditions.add(all(FLAGGED, FROM_SECOND));
        Compiled compiled = new Compiled(any(conditions.toArray(new Condition[0])));
        for (Member member : MEMBERS) {
            for (int used = 0; used < 15; used += 2) {
                for (int collected = 0; collected < 15; collected += 3) {
                    compiled.permitted(member, Days.of(FIRST.plusDays(used)), Days.of(FIRST.plusDays(collected)), 0);
                }
                compiled.permitted(member, Days.of(FIRST.plusDays(used)), Days.UNKNOWN, 0);
            }
        }
    }

    @Test
    void theDayThatIsToldIsTheOneOnWhichTheAnswerIsTheOther() {
        Condition outside = any(not(FROM_FIRST), FROM_SECOND);
        for (Condition condition : List.of(
                outside,
                not(outside),
                all(NORTH, outside),
                any(NORTH, outside),
                any(not(FROM_FIRST), all(FROM_SECOND, FLAGGED)),
                all(FLAGGED, outside),
                all(FLAGGED, not(FLAGGED)),
                all(NORTH, FROM_SECOND, any(FLAGGED, new Condition.Located(List.of("south"), Moment.COLLECTION))))) {
            Compiled compiled = new Compiled(condition);
            for (Member member : MEMBERS) {
                if (member.lastEvent == Days.UNKNOWN) {
                    for (int used : new int[] {BEFORE, DAY, LATER}) {
                        compiled.change(member, used, BEFORE, 0);
                        compiled.change(member, used, Days.UNKNOWN, 0);
                    }
                }
            }
        }
    }

    @Test
    void ofOrdinaryMembersTheDayIsTold() {
        Compiled days = new Compiled(any(not(FROM_FIRST), FROM_SECOND));
        Member member = Member.in(SmallWorld.VOCABULARY).build();
        assertEquals(DAY, days.change(member, BEFORE, BEFORE, 0));
        assertEquals(LATER, days.change(member, DAY, BEFORE, 0));
        assertEquals(Days.NEVER, days.change(member, LATER, BEFORE, 0));
        Compiled flagged = new Compiled(all(not(FLAGGED), any(not(FROM_FIRST), FROM_SECOND)));
        assertEquals(DAY, flagged.change(member, BEFORE, BEFORE, 0));
        assertEquals(LATER, flagged.change(member, DAY, BEFORE, 0));
        Compiled never = new Compiled(all(FLAGGED, not(FLAGGED)));
        assertEquals(Days.NEVER, never.change(member, BEFORE, BEFORE, 0));
    }
}
