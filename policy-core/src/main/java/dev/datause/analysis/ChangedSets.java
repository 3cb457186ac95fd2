package dev.datause.analysis;

import dev.datause.Region;
import dev.datause.UseKind;
import dev.datause.UseSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kinds of use of which the same set of uses changes, told together. */
final class ChangedSets {
    /** So many regions of one change are told; beyond, the change is told as a whole. */
    private static final int MOST_REGIONS = 12;

    /**
     * The uses that change, and those that are permitted on the permitting side.
     *
     * @param direction what becomes of them
     * @param changed the uses
     * @param permitted the uses among which they are told
     */
    record Changed(Change.Direction direction, UseSet changed, UseSet permitted) {}

    private final Map<Changed, List<UseKind>> kinds = new LinkedHashMap<>();

    /** Adds what changes for one kind of use. */
    void add(UseSet before, UseSet after) {
        add(new Changed(Change.Direction.PERMITTED, after.minus(before), after));
        add(new Changed(Change.Direction.DENIED, before.minus(after), before));
    }

    private void add(Changed changed) {
        if (!changed.changed.isEmpty()) {
            kinds.computeIfAbsent(changed, c -> new ArrayList<>()).add(changed.changed.kind());
        }
    }

    Map<Changed, List<UseKind>> kinds() {
        return kinds;
    }

    /** What tells the changed uses from the other permitted ones. */
    static List<List<String>> where(UseSet changed, UseSet permitted) {
        List<Region> regions = changed.regions(permitted, MOST_REGIONS);
        List<List<String>> where = new ArrayList<>();
        for (Region region : regions) {
            where.add(region.words());
        }
        return where.size() > MOST_REGIONS
                ? List.of(List.of("more than " + MOST_REGIONS + " regions, such as the witness"))
                : where;
    }
}
