package dev.datause.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds shortest ways in a {@link Lineage}, against the flow. A way is as long as it has steps and datasets; what lies within one
 * dataset costs nothing. Each search is linear in the edges. Not thread-safe.
 */
final class Ways {
    private static final int MOST_STATIONS = 1_000;

    private final Lineage lineage;
    private final Taints taints;
    private final int[] held;
    private final List<Lineage.Store> stores;
    private final List<Lineage.Work> works;
    private final Imported imported;
    private final long most;
    /** For each place, by the day as the use and on an earlier one: the search that came here, and where from. */
    private final int[] seen;

    private final int[] next;
    private int search;
    private long work;

    Ways(
            Lineage lineage,
            Taints taints,
            int[] held,
            List<Lineage.Store> stores,
            List<Lineage.Work> works,
            Imported imported,
            Capacity.Shown most) {
        this.most = most.searched();
        this.imported = imported;
        this.lineage = lineage;
        this.taints = taints;
        this.held = held;
        this.stores = stores;
        this.works = works;
        seen = new int[2 * lineage.places()];
        next = new int[2 * lineage.places()];
    }

    private Lineage.Work work(int place) {
        return works.get(-1 - lineage.owner(place));
    }

    /** What a way may pass: no filter but these, of which the first still count in full where the use is. */
    private record Allowed(Set<Filter> full, Set<Filter> all, String category, Span use) {}

    /**
     * The places from a source of the taint to {@code place}, on a shortest way on which nothing stands but what the taint has passed.
     *
     * @param use the days of the use at the end
     */
    int[] shortest(int place, long taint, Span use) {
        GuardSets guards = taints.guards;
        Set<Filter> full = new HashSet<>();
        Set<Filter> all = new HashSet<>();
        for (GuardSets.Token token : guards.tokens(Taints.passed(taint))) {
            all.add(guards.filter(token));
            if (token.days().covers(use)) {
                full.add(guards.filter(token));
            }
        }
        Allowed allowed = new Allowed(full, all, taints.source(taint).content().category(), use);
        long bare = taint >>> 32 << 32;
        int endsEarlier = guards.days(Taints.passed(taint)).covers(use) ? 0 : 1;
        search++;
        IntList level = new IntList();
        visit(level, 2 * place, -1);
        while (!level.isEmpty()) {
            IntList further = new IntList();
            for (int i = 0; i < level.size(); i++) {
                int state = level.get(i);
                int here = state / 2;
                work += 1 + lineage.end(here) - lineage.begin(here);
                if ((state & 1) == endsEarlier && Arrays.binarySearch(taints.taints(held[here]), bare) >= 0) {
                    return back(state);
                }
                for (int edge = lineage.begin(here); edge < lineage.end(here); edge++) {
                    int source = lineage.source(edge);
                    int earlier = passing(source, state & 1, allowed);
                    if (earlier >= 0) {
                        boolean near = lineage.owner(source) == lineage.owner(here);
                        visit(near ? level : further, 2 * source + earlier, state);
                    }
                }
            }
            level = further;
        }
        throw new IllegalStateException("no way leads from a source of what is here");
    }

    /** Whether the way was earlier than the use from here on, 0 or 1, or below zero where it cannot come from here. */
    private int passing(int source, int earlier, Allowed allowed) {
        if (!lineage.isStep(source)) {
            return earlier;
        }
        Transfer transfer = work(source).meant().transfer();
        int mode = transfer.runs().covers(allowed.use) ? earlier : 1;
        boolean passes = !transfer.stopped().contains(allowed.category)
                && (mode == 0 ? allowed.full : allowed.all).containsAll(transfer.filters());
        return passes ? mode : -1;
    }

    /** Whether so much was looked at that no more should be than is needed. */
    boolean spent() {
        return work > most;
    }

    private void visit(IntList level, int state, int from) {
        if (seen[state] != search) {
            seen[state] = search;
            next[state] = from;
            level.add(state);
        }
    }

    private int[] back(int state) {
        IntList places = new IntList();
        for (int at = state; at >= 0; at = next[at]) {
            places.add(at / 2);
        }
        return places.toArray();
    }

    /** Everything from which one of the ends can be reached, whatever stands on the way, nearest first. */
    int[] upstream(List<Integer> ends) {
        search++;
        IntList all = new IntList();
        IntList level = new IntList();
        ends.forEach(end -> visit(level, 2 * end, -1));
        IntList nearest = level;
        while (!nearest.isEmpty()) {
            IntList further = new IntList();
            for (int i = 0; i < nearest.size(); i++) {
                int here = nearest.get(i) / 2;
                all.add(here);
                for (int edge = lineage.begin(here); edge < lineage.end(here); edge++) {
                    int source = lineage.source(edge);
                    visit(lineage.owner(source) == lineage.owner(here) ? nearest : further, 2 * source, 2 * here);
                }
            }
            nearest = further;
        }
        return all.toArray();
    }

    /** The places from one that the last {@link #upstream} came to, to the nearest end. */
    int[] fromUpstream(int place) {
        return back(2 * place);
    }

    /** The stations at which the places lie; of very many the first and the last. */
    List<Hop> hops(int[] places) {
        IntList stations = new IntList();
        for (int i = 0; i < places.length; i++) {
            boolean same = i > 0 && lineage.owner(places[i]) == lineage.owner(places[i - 1]);
            if (!same) {
                stations.add(places[i]);
            } else if (isField(places[i])) {
                stations.set(stations.size() - 1, places[i]);
            }
        }
        List<Hop> hops = new ArrayList<>();
        for (int i = 0; i < stations.size(); i++) {
            if (i < MOST_STATIONS / 2 || i >= stations.size() - MOST_STATIONS / 2) {
                hops.add(hop(stations.get(i)));
            }
        }
        return imported.whole(List.copyOf(hops));
    }

    private boolean isField(int place) {
        if (lineage.isStep(place)) {
            return false;
        }
        Lineage.Store store = stores.get(lineage.owner(place));
        return place != store.in && place != store.out;
    }

    private Hop hop(int place) {
        if (lineage.isStep(place)) {
            Stated<String> name = work(place).step().name();
            return new Hop(Hop.Kind.STEP, name.value(), Optional.empty(), Optional.of(name.at()));
        }
        Lineage.Store store = stores.get(lineage.owner(place));
        Optional<String> field = place == store.in || place == store.out
                ? Optional.empty()
                : store.fields.entrySet().stream()
                        .filter(entry -> entry.getValue() == place)
                        .map(Map.Entry::getKey)
                        .findFirst();
        return new Hop(
                Hop.Kind.DATASET,
                store.name,
                field,
                store.declared.map(dataset -> field.flatMap(name -> dataset.fields().stream()
                                .filter(one -> one.name().value().equals(name))
                                .findFirst())
                        .map(Dataset.Field::name)
                        .orElse(dataset.name())
                        .at()));
    }

    /** The same station without its field. */
    Hop station(int place) {
        Hop hop = hop(place);
        return hop.field().isEmpty()
                ? hop
                : new Hop(
                        hop.kind(),
                        hop.name(),
                        Optional.empty(),
                        stores.get(lineage.owner(place))
                                .declared
                                .map(dataset -> dataset.name().at()));
    }
}
