package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
            Set<Integer> reaching = new TreeSet<>(Ends.of(stations, edges, Set.of()));
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

    private static boolean[][] ways(int nodes, List<Reach.Edge> edges) {
        boolean[][] ways = new boolean[nodes][nodes];
        for (int i = 0; i < nodes; i++) {
            ways[i][i] = true;
        }
        edges.forEach(edge -> ways[edge.from()][edge.to()] = true);
        for (int over = 0; over < nodes; over++) {
            for (int i = 0; i < nodes; i++) {
                for (int j = 0; j < nodes; j++) {
                    ways[i][j] |= ways[i][over] && ways[over][j];
                }
            }
        }
        return ways;
    }

    @Test
    void whereDataStaysForEverTheLastStepOrElseTheFirstStationIsAnEndIfNoneIsKnownThere() {
        Tries.of(4_000, random -> {
            int nodes = 1 + random.nextInt(9);
            List<Reach.Edge> edges = edges(random, nodes);
            List<Hop> stations = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                Hop.Kind kind = random.nextInt(3) > 0 ? Hop.Kind.DATASET : Hop.Kind.STEP;
                stations.add(new Hop(kind, "s" + i, Optional.empty(), Optional.empty()));
            }
            Set<Integer> known = random.nextBoolean() ? Set.of() : Set.of(random.nextInt(nodes));
            boolean[][] ways = ways(nodes, edges);
            Set<Integer> expected = new TreeSet<>(known);
            for (int i = 0; i < nodes; i++) {
                int from = i;
                List<Integer> reached = IntStream.range(0, nodes)
                        .filter(j -> ways[from][j])
                        .boxed()
                        .toList();
                boolean stays = reached.stream().allMatch(j -> ways[j][from]);
                if (stays && reached.stream().noneMatch(known::contains)) {
                    expected.add(reached.stream()
                            .filter(j -> stations.get(j).kind() == Hop.Kind.STEP)
                            .reduce((a, b) -> b)
                            .orElse(reached.get(0)));
                }
            }
            assertEquals(expected, Ends.of(stations, edges, known));
        });
    }

    @Test
    void whatLeadsIntoACircleIsNoEndOfIt() {
        List<Hop> stations = new ArrayList<>();
        for (Hop.Kind kind : List.of(Hop.Kind.DATASET, Hop.Kind.DATASET, Hop.Kind.STEP, Hop.Kind.STEP)) {
            stations.add(new Hop(kind, "s" + stations.size(), Optional.empty(), Optional.empty()));
        }
        List<Reach.Edge> edges =
                List.of(new Reach.Edge(0, 3), new Reach.Edge(3, 1), new Reach.Edge(1, 2), new Reach.Edge(2, 1));
        assertEquals(Set.of(2), Ends.of(stations, edges, Set.of()));
    }

    @Test
    void ofACircleTheEdgeBackToWhereDataComesInIsTurned() {
        Tries.of(100, random -> {
            int ring = 2 + random.nextInt(8);
            int in = random.nextInt(ring);
            List<Reach.Edge> edges = new ArrayList<>(List.of(new Reach.Edge(ring, in)));
            for (int i = 0; i < ring; i++) {
                edges.add(new Reach.Edge(i, (i + 1) % ring));
            }
            List<Layers.Route> turned = Layers.of(ring + 1, edges).routes().stream()
                    .filter(Layers.Route::turned)
                    .toList();
            assertEquals(1, turned.size());
            assertEquals(in, turned.get(0).from());
            assertEquals((in + ring - 1) % ring, turned.get(0).to());
        });
    }

    @Test
    void upToFourThousandJointsAreDrawnAndOfMoreNone() {
        List<Reach.Edge> edges = new ArrayList<>();
        for (int i = 0; i < 140; i++) {
            edges.add(new Reach.Edge(i, i + 1));
        }
        for (int i = 0; i < 100; i++) {
            edges.add(new Reach.Edge(i, i + 41));
        }
        assertEquals(4_000, joints(Layers.of(141, edges)));
        edges.add(new Reach.Edge(0, 2));
        Layers more = Layers.of(141, edges);
        assertEquals(0, joints(more));
        assertEquals(edges.size(), more.routes().size());
    }

    private static int joints(Layers layers) {
        return layers.routes().stream().mapToInt(route -> route.joints().size()).sum();
    }

    @Test
    void whatHasVeryManyWaysThroughItIsDrawnAtOnce() {
        List<Reach.Edge> edges = new ArrayList<>();
        for (int to = 0; to < 64; to++) {
            for (int from = 0; from < to; from++) {
                edges.add(new Reach.Edge(from, to));
            }
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertEquals(64, Layers.of(64, edges).width()));
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
