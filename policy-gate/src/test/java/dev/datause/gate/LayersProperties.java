package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Drawings: nothing lies on something else, and data flows to the right but where it flows back. */
class LayersProperties {
    private static List<Reach.Edge> edges(RandomGenerator random, int nodes) {
        List<Reach.Edge> edges = new ArrayList<>();
        for (int i = random.nextInt(3 * nodes); i > 0; i--) {
            edges.add(new Reach.Edge(random.nextInt(nodes), random.nextInt(nodes)));
        }
        return edges;
    }

    @Test
    void nodesOfALayerKeepTheirDistanceAndEdgesRunToTheRight() {
        Tries.of(200, random -> {
            int nodes = 1 + random.nextInt(40);
            List<Reach.Edge> edges = edges(random, nodes);
            Layers layers = Layers.of(nodes, edges);
            for (int i = 0; i < nodes; i++) {
                assertTrue(layers.layer(i) >= 0 && layers.layer(i) < layers.width());
                assertTrue(layers.height(i) >= -1e-9 && layers.height(i) <= layers.depth());
                for (int j = 0; j < i; j++) {
                    boolean apart = Math.abs(layers.height(i) - layers.height(j)) > 1 - 1e-6;
                    assertTrue(layers.layer(i) != layers.layer(j) || apart);
                }
            }
            long different = edges.stream()
                    .filter(edge -> edge.from() != edge.to())
                    .distinct()
                    .count();
            assertEquals(different, layers.routes().size());
            for (Layers.Route route : layers.routes()) {
                assertTrue(layers.layer(route.from()) < layers.layer(route.to()));
                Reach.Edge edge = route.turned()
                        ? new Reach.Edge(route.to(), route.from())
                        : new Reach.Edge(route.from(), route.to());
                assertTrue(edges.contains(edge));
                int last = layers.layer(route.from());
                for (int joint : route.joints()) {
                    assertEquals(++last, layers.layer(joint));
                }
            }
        });
    }

    @Test
    void withoutACircleNothingIsTurned() {
        Tries.of(100, random -> {
            int nodes = 2 + random.nextInt(30);
            List<Reach.Edge> forward = edges(random, nodes).stream()
                    .filter(edge -> edge.from() < edge.to())
                    .toList();
            assertTrue(Layers.of(nodes, forward).routes().stream().noneMatch(Layers.Route::turned));
        });
    }

    @Test
    void everyStationLeadsToThePurpose() {
        Tries.of(200, random -> {
            int nodes = 1 + random.nextInt(12);
            List<Reach.Edge> edges = edges(random, nodes);
            List<Hop> stations = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                Hop.Kind kind = random.nextBoolean() ? Hop.Kind.DATASET : Hop.Kind.STEP;
                stations.add(new Hop(kind, "s" + i, Optional.empty(), Optional.empty()));
            }
            Set<Integer> reaching = new java.util.TreeSet<>(Ends.of(stations, edges, Set.of()));
            for (int i = 0; i < nodes; i++) {
                for (Reach.Edge edge : edges) {
                    if (reaching.contains(edge.to())) {
                        reaching.add(edge.from());
                    }
                }
            }
            assertEquals(nodes, reaching.size());
        });
    }

    @Test
    void aLongChainIsDrawnAtOnce() {
        List<Reach.Edge> chain = new ArrayList<>();
        for (int i = 1; i < 2_000; i++) {
            chain.add(new Reach.Edge(i - 1, i));
        }
        assertEquals(2_000, Layers.of(2_000, chain).width());
    }
}
