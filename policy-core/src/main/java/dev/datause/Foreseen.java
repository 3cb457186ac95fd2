package dev.datause;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The decisions about ordinary members, made on compiling where days, places and ages settle them. Immutable.
 *
 * @see Entrance
 */
final class Foreseen {
    /** What is not foreseen. */
    static final Told OPEN = new Told(new Lasting(false, "", "", List.of()), Days.UNKNOWN);

    private final Front front;
    private final Told[] told;

    /** What one ordinary member is told. */
    static final class Told {
        final Lasting lasting;
        /** The first day with the other answer if nothing about the member changes; {@link Days#UNKNOWN} if not known. */
        final int change;
        /** What holds until then. */
        final Decision decision;

        Told(Lasting lasting, int change) {
            this.lasting = lasting;
            this.change = change;
            decision = lasting.until(change == Days.UNKNOWN ? Days.NEVER : change);
        }
    }

    /**
     * Foresees decisions.
     *
     * @param obstacles all that can stand in the way of an ordinary member, in one diagram
     * @param grants what is told where nothing does
     * @param answer where the walk to the yes or no begins
     */
    Foreseen(Axis[] axes, Obstacles obstacles, Lasting grants, Front.Root answer) {
        front = Front.of(axes, obstacles.first(), answer);
        told = new Told[front.places()];
        Map<List<Integer>, Told> known = new HashMap<>();
        for (int place = 0; place < told.length; place++) {
            int end = front.node(0, place);
            int change = front.change(place);
            told[place] = end < 0
                    ? known.computeIfAbsent(List.of(end, change), one -> new Told(obstacles.at(end, grants), change))
                    : OPEN;
        }
    }

    /** What an ordinary member is told, or {@link #OPEN}. Allocates nothing. */
    Told told(Member member, int used, int collected, int audience) {
        return told[front.place(member, used, collected, audience)];
    }
}
