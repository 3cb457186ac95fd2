package dev.datause.gate;

import java.util.ArrayList;
import java.util.List;

/** Very long ways of data, cut in the middle: where data comes from and where it goes says the most. */
final class PathEnds {
    private PathEnds() {}

    /** The first and the last stations, at most {@code most} of them. */
    static List<Hop> of(List<Hop> path, int most) {
        if (path.size() <= most) {
            return path;
        }
        List<Hop> ends = new ArrayList<>(path.subList(0, most / 2));
        ends.addAll(path.subList(path.size() - most / 2, path.size()));
        return ends;
    }
}
