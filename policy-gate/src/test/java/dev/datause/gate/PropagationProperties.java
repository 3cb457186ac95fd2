package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.Condition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What is at every place is what flowing on from everywhere to everywhere, until nothing is new, brings there. */
class PropagationProperties {
    private static Optional<LocalDate> day(int day) {
        return Optional.of(LocalDate.of(2026, 1, day));
    }

    private static Transfer transfer(RandomGenerator random) {
        List<Filter> filters =
                random.nextBoolean() ? List.of() : List.of(Filter.of(new Condition.FlagIsSet("f" + random.nextInt(2))));
        Set<String> stopped = random.nextInt(4) == 0 ? Set.of("c" + random.nextInt(3)) : Set.of();
        int from = 1 + random.nextInt(3);
        Span runs = random.nextInt(3) == 0
                ? Span.of(Optional.of(new Window(day(from), day(from + random.nextInt(3)))))
                : Span.ALWAYS;
        return new Transfer(filters, stopped, runs);
    }

    private static Lineage lineage(RandomGenerator random, int places, List<Integer> transfers, List<int[]> edges) {
        Lineage lineage = new Lineage();
        for (int place = 0; place < places; place++) {
            boolean changes = random.nextInt(3) == 0;
            lineage.place(place, changes ? transfers.get(random.nextInt(transfers.size())) : 0);
        }
        edges.forEach(edge -> lineage.edge(edge[0], edge[1]));
        lineage.close();
        return lineage;
    }

    private static List<int[]> edges(RandomGenerator random, int places) {
        List<int[]> edges = new ArrayList<>();
        for (int i = random.nextInt(3 * places); i > 0; i--) {
            edges.add(new int[] {random.nextInt(places), random.nextInt(places)});
        }
        return edges;
    }

    private static int[] naive(Lineage lineage, List<int[]> edges, Taints taints, int[] held) {
        int[] values = held.clone();
        int[] before;
        do {
            before = values.clone();
            for (int[] edge : edges) {
                int more = taints.through(lineage.transfer(edge[0]), values[edge[0]]);
                values[edge[1]] = taints.join(values[edge[1]], more);
            }
        } while (!Arrays.equals(before, values));
        return values;
    }

    @Test
    void everythingFlowsOnUntilNothingIsNew() {
        Tries.of(10_000, random -> {
            Taints taints = new Taints(Capacity.Proof.STANDARD);
            List<Integer> transfers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                transfers.add(taints.transfer(transfer(random)));
            }
            int places = 1 + random.nextInt(7);
            List<int[]> edges = edges(random, places);
            Lineage lineage = lineage(random, places, transfers, edges);
            int[] held = new int[places];
            for (int i = 0; i < 2; i++) {
                Source source =
                        new Source(new Dataset.Content("c" + i, Optional.empty()), Optional.empty(), Optional.empty());
                held[random.nextInt(places)] = taints.of(List.of(source));
            }
            assertArrayEquals(naive(lineage, edges, taints, held), Propagation.of(lineage, taints, held));
        });
    }

    @Test
    void theEdgesIntoAPlaceAreSortedByWhereTheyComeFrom() {
        Tries.of(500, random -> {
            int places = 1 + random.nextInt(6);
            List<int[]> edges = edges(random, places);
            Lineage lineage = lineage(random, places, List.of(0), edges);
            for (int place = 0; place < places; place++) {
                int to = place;
                List<Integer> sources = new ArrayList<>();
                for (int edge = lineage.begin(place); edge < lineage.end(place); edge++) {
                    sources.add(lineage.source(edge));
                }
                List<Integer> given = edges.stream()
                        .filter(edge -> edge[1] == to)
                        .map(edge -> edge[0])
                        .sorted(Comparator.naturalOrder())
                        .toList();
                assertEquals(given, sources);
                assertEquals(given.contains(place), lineage.feedsItself(place));
            }
        });
    }
}
